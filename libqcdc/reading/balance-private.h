/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BALANCE_PRIVATE_H
#define QCDC_BALANCE_PRIVATE_H

#include "reading/operand-private.h"

/* The place of a figure in a balance, by the words of its piece before it, else by those behind it; QCDC_OPERAND_NONE if they give none. Of a
 * stock, told from its beginning to its end, other words give one too. */
QcdcOperand balance_find_role(const Scene *scene, const Mention *mention, bool is_stock);
/* Whether what is left may be of some only: "còn 34 đơn trong hạn". */
bool balance_is_left_in_time(const Scene *scene, const Mention *mention);

#endif
