/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_BASE_PRIVATE_H
#define QCDC_PHRASE_BASE_PRIVATE_H

#include "language/phrase-writer-private.h"

/* A base that can be named: of its kind, with its period where only that names it. */
bool qcdc_phrase_base_is_valid(const QcdcPhraseBase *base);
/* Is it another unit or a mean, and no other time (W15, W16)? */
bool qcdc_phrase_is_beside(const QcdcPhraseBase *base);
/* The base's name under the style; of a plan its words. */
void qcdc_phrase_put_base(QcdcPhraseWriter *writer, const QcdcPhraseBase *base);
/* The name as notes have it, whatever the style: "cùng kỳ", "năm 2021", a unit's. */
void qcdc_phrase_put_short_base(QcdcPhraseWriter *writer, const QcdcPhraseBase *base);
/* The name before base values in brackets, with ":" where it takes one (W9). */
void qcdc_phrase_put_shown_base(QcdcPhraseWriter *writer, const QcdcPhraseBase *base);
/* Where a time stands after its values: "a year earlier", "in the previous year", "in 2021". */
void qcdc_phrase_put_shown_time(QcdcPhraseWriter *writer, const QcdcPhraseBase *base);
/* A plan's words, with the period it is of. */
void qcdc_phrase_put_plan_name(QcdcPhraseWriter *writer, const QcdcPhraseBase *base);
/* A plan's words after its attainment, with the period it is of (W12). */
void qcdc_phrase_put_plan(QcdcPhraseWriter *writer, const QcdcPhraseBase *base);
/* ", kỳ gốc theo báo cáo của 15/17 xã", where the base has other reporters (S23). */
void qcdc_phrase_add_coverage(QcdcPhraseWriter *writer, const QcdcPhraseBase *base);

#endif
