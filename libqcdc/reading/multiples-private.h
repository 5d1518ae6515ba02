/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_MULTIPLES_PRIVATE_H
#define QCDC_MULTIPLES_PRIVATE_H

#include "reading/attach-private.h"

/* What stands for how many times the base: "bằng 96,3% so với cùng kỳ", "gấp 2,5 lần cùng kỳ", "tăng gấp đôi", "tăng 2,5 lần". */
QcdcStatus multiples_find(const Sentence *sentence, QcdcError *error);

#endif
