/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/significance.h>

#include <math.h>

#include "stats/members-private.h"
#include "stats/shown-private.h"

typedef struct Words {
    const char *chance, *more, *ratios[QCDC_SIGNIFICANCE_END], *end;
} Words;

static const Words vietnamese = {
    .chance = "Mức chênh lệch này có thể chỉ do dao động ngẫu nhiên",
    .more = "Mức chênh lệch này vượt quá dao động ngẫu nhiên thường gặp",
    .ratios = {NULL, "; tỷ số ", "; tỷ số giữa hai tỷ suất ", "; tỷ số chênh "},
    .end = "); ước tính tham khảo.",
};

static const Words english = {
    .chance = "Chance alone may make such a difference",
    .more = "The difference is beyond what chance alone commonly makes",
    .ratios = {NULL, "; ratio ", "; ratio of the rates ", "; ratio of the odds "},
    .end = "); for reference only.",
};

static const char *const kind_names[QCDC_SIGNIFICANCE_END] = {"none", "counts", "rates", "proportions"};

static bool is_result(const QcdcSignificance *significance)
{
    return significance != NULL && significance->kind > QCDC_SIGNIFICANCE_NONE && significance->kind < QCDC_SIGNIFICANCE_END;
}

const char *qcdc_significance_kind_to_name(QcdcSignificanceKind kind)
{
    return (int)kind >= 0 && kind < QCDC_SIGNIFICANCE_END ? kind_names[kind] : NULL;
}

size_t qcdc_significance_explain(const QcdcSignificance *significance, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
    if (!is_result(significance))
        return qcdc_text_finish(&text);
    qcdc_text_add(&text, significance->exact < 1 - significance->level ? words->more : words->chance);
    qcdc_text_add(&text, " (");
    shown_add_chance(&text, language, significance->exact);
    if (!isnan(significance->ratio)) {
        qcdc_text_add(&text, words->ratios[significance->kind]);
        shown_add(&text, language, significance->ratio);
        qcdc_text_add(&text, ", ");
        shown_add_interval(&text, language, significance->low, significance->high, significance->level);
    }
    qcdc_text_add(&text, words->end);
    return qcdc_text_finish(&text);
}

size_t qcdc_significance_to_json(const QcdcSignificance *significance, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (!is_result(significance)) {
        qcdc_text_add(&text, "null");
        return qcdc_text_finish(&text);
    }
    qcdc_text_add(&text, "{\"kind\":\"");
    qcdc_text_add(&text, kind_names[significance->kind]);
    qcdc_text_add(&text, "\"");
    members_add(&text, "exact", significance->exact, false);
    members_add(&text, "mid", significance->mid, false);
    members_add(&text, "ratio", significance->ratio, false);
    members_add(&text, "low", significance->low, false);
    members_add(&text, "high", significance->high, false);
    members_add(&text, "level", significance->level, false);
    qcdc_text_add(&text, "}");
    return qcdc_text_finish(&text);
}
