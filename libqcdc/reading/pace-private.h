/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PACE_PRIVATE_H
#define QCDC_PACE_PRIVATE_H

#include "reading/operand-private.h"

/* "5 năm huy động 9.640 tỷ đồng, bình quân mỗi năm 1.928 tỷ đồng": a mean over a time that the passage tells, of a figure that it tells too. Drafted
 * if @mention is one and fits as printed; false if not. */
bool pace_find(Reader *reader, const Mention *mention);

#endif
