/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NUMBER_PRIVATE_H
#define QCDC_NUMBER_PRIVATE_H

#include <qcdc/number.h>

#include "kernel/text-private.h"

/* qcdc_number_to_text() onto the end of a text. */
void qcdc_number_add(QcdcText *text, QcdcDecimal value, const QcdcNumberFormat *format);

#endif
