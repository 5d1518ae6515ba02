/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_PLAN_PRIVATE_H
#define QCDC_PHRASE_PLAN_PRIVATE_H

#include "language/phrase-told-private.h"

/* Is it told in one of the ways of W18, and not by its attainment? */
bool qcdc_phrase_tells_plan(const QcdcPhraseTold *told);
/* "vượt 0,7% kế hoạch", "vượt 27 lao động so với kế hoạch (148 lao động)", "hoàn thành kế hoạch", "chưa đạt kế hoạch (thiếu 12 lao
 * động)" */
void qcdc_phrase_put_plan_told(QcdcPhraseWriter *writer, const QcdcPhraseItem *item, const QcdcPhraseTold *told, const QcdcPhraseBase *base);

#endif
