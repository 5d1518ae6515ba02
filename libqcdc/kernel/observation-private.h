/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_OBSERVATION_PRIVATE_H
#define QCDC_OBSERVATION_PRIVATE_H

#include <qcdc/tally.h>

/* One known code, and known flags only. */
bool qcdc_observation_status_is_valid(QcdcObservationStatus status);
/* M, O or L: present, not valued. */
bool qcdc_observation_status_is_missing(QcdcObservationStatus status);

#endif
