/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_UNCHANGED_PRIVATE_H
#define QCDC_UNCHANGED_PRIVATE_H

#include "reading/attach-private.h"

/* "12 vụ, không thay đổi so với cùng kỳ năm trước (12 vụ)": a claim where the base is printed. */
QcdcStatus unchanged_find(const Sentence *sentence, QcdcError *error);

#endif
