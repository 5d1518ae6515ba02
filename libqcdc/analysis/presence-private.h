/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PRESENCE_PRIVATE_H
#define QCDC_PRESENCE_PRIVATE_H

#include "area-private.h"

/* Whether a unit was there in both periods, and since or until when it was (W21, W22). */
typedef struct PresenceFound {
    uint8_t presence; /* a QcdcPresence */
    int32_t day;
} PresenceFound;

/* Of a unit, and of a level whether it ended; of anything else there is nothing to say. */
PresenceFound presence_find(const QcdcCube *cube, const Area *area, uint32_t slot, uint32_t base_slot);

#endif
