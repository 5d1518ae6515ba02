/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TURNS_PRIVATE_H
#define QCDC_TURNS_PRIVATE_H

#include "reading/operand-private.h"

/* "1.604/1.655 và 903/1.021 trẻ, tương ứng đạt 96,9% và 91,1%": the percent told in turn of the line above which @num stands; NULL if no
 * word says that they are in turn, or there are not as many percents as lines. */
const Mention *turns_find_percent(const Reader *reader, const Mention *num);

#endif
