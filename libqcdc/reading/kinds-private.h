/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_KINDS_PRIVATE_H
#define QCDC_KINDS_PRIVATE_H

#include "reading/operand-private.h"

/* "04 cây trồng chủ lực (cà phê, hồ tiêu, sầu riêng, mắc ca)": what is counted, told one by one in words that are no names, in the bracket
 * or behind the colon @at, up to @end. Makes its claim. */
QcdcStatus kinds_find(Reader *reader, size_t at, size_t end, QcdcError *error);

#endif
