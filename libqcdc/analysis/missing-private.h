/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_MISSING_PRIVATE_H
#define QCDC_MISSING_PRIVATE_H

#include <qcdc/cube.h>

/* A value and what was counted for it. */
typedef struct Presence {
    uint8_t origin;
    bool is_zero;
    uint32_t present, valued;
} Presence;

/* Does a value stand where figures are missing (S18, D43)? What is no value does not. */
bool missing_keeps(QcdcMissing missing, const Presence *presence);
/* Is a term of a form there? A mode of zeros is laid over the form, not over what goes into it. */
bool missing_keeps_term(QcdcMissing missing, uint8_t origin);
/* Is what nobody reported 0? */
bool missing_fills(QcdcMissing missing, const QcdcCell *cell);

#endif
