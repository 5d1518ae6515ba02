/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/draft-private.h"

void draft_judge(Draft *draft)
{
    draft->verdict = QCDC_VERDICT_UNCHECKABLE;
}
