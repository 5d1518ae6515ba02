/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_WORTH_PRIVATE_H
#define QCDC_WORTH_PRIVATE_H

#include "reading/operand-private.h"

/* What each of some gets or is worth, and amounts shared out among them: "222 suất, mỗi suất 500.000 đồng", "98,82 tấn gạo cho 1.506 hộ". @mention
 * is an amount that is no mean. */
QcdcStatus worth_find(Reader *reader, const Mention *mention, QcdcError *error);

#endif
