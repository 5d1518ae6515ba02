/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-reader-words-private.h"

/* "tăng 2,5 lần" has two readings and is none of these: it is a difference of two and a half "lần". */
static const QcdcPhraseReaderVerb vietnamese_verbs[] = {
    {"tăng thêm", QCDC_PHRASE_VERB_UP},      {"tăng được", QCDC_PHRASE_VERB_UP},      {"lên", QCDC_PHRASE_VERB_UP},
    {"ước tăng", QCDC_PHRASE_VERB_UP},       {"ước tính tăng", QCDC_PHRASE_VERB_UP},  {"giảm được", QCDC_PHRASE_VERB_DOWN},
    {"giảm bớt", QCDC_PHRASE_VERB_DOWN},     {"ước giảm", QCDC_PHRASE_VERB_DOWN},     {"chỉ bằng", QCDC_PHRASE_VERB_INDEX},
    {"tăng gấp", QCDC_PHRASE_VERB_TIMES},    {"ước đạt", QCDC_PHRASE_VERB_ATTAINED},  {"chỉ đạt", QCDC_PHRASE_VERB_ATTAINED},
    {"ước tính đạt", QCDC_PHRASE_VERB_ATTAINED}, {NULL, QCDC_PHRASE_VERB_END},
};

static const QcdcPhraseReaderMultiple vietnamese_multiples[] = {
    {"gấp đôi", 2}, {"tăng gấp đôi", 2}, {"gấp hai lần", 2}, {"gấp ba", 3},
    {"gấp ba lần", 3}, {"tăng gấp ba", 3}, {"tăng gấp ba lần", 3}, {NULL, 0},
};

static const QcdcPhraseReaderBase vietnamese_bases[] = {
    {"cùng kì", QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_SHORT},
    {"cùng kỳ năm ngoái", QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_FULL},
    {"cùng kì năm trước", QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_FULL},
    {"năm ngoái", QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
    {"tháng trước", QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
    {"quý trước", QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
    {"tuần trước", QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
    {NULL, QCDC_BASE_DEFAULT, QCDC_BASE_PHRASE_DEFAULT},
};

static const char *const vietnamese_unchanged[] = {"không đổi", "giữ nguyên", "giữ vững thứ hạng", "không tăng, không giảm",
                                                   "không tăng không giảm", "ngang bằng", NULL};
static const char *const vietnamese_amount_subjects[] = {"tổng số", NULL};
static const char *const vietnamese_other_subjects[] = {"tỉ lệ", "xếp hạng", NULL};
static const char *const vietnamese_same_of[] = {"cùng kỳ", "cùng kỳ của", "cùng kì", NULL};
static const char *const vietnamese_versus[] = {"so", "so sánh với", NULL};
static const char *const vietnamese_equivalent[] = {"tương ứng", "tương đương với", "tương đương", NULL};
static const char *const vietnamese_points[] = {"điểm %", "điểm phần trăm (%)", NULL};
static const char *const vietnamese_plans[] = {"kế hoạch", "KH", "dự toán", "chỉ tiêu", "mục tiêu", NULL};
static const char *const vietnamese_hedges[] = {"trên", "hơn", "gần", "khoảng", "ước", "ước đạt", "ước tính", "không quá", NULL};
static const char *const vietnamese_to[] = {"xuống", "còn", "đến", "đến nay còn", "nay còn", "nay xuống còn", NULL};
static const char *const vietnamese_joiners[] = {", và ", NULL};

static const QcdcPhraseReaderWords vietnamese = {
    .verbs = vietnamese_verbs,
    .multiples = vietnamese_multiples,
    .bases = vietnamese_bases,
    .unchanged = vietnamese_unchanged,
    .amount_subjects = vietnamese_amount_subjects,
    .other_subjects = vietnamese_other_subjects,
    .same_of = vietnamese_same_of,
    .versus = vietnamese_versus,
    .equivalent = vietnamese_equivalent,
    .points = vietnamese_points,
    .plans = vietnamese_plans,
    .hedges = vietnamese_hedges,
    .to = vietnamese_to,
    .joiners = vietnamese_joiners,
    .versus_is_sure = true,
    .item_hint = "write tăng 42 đơn, giảm 42 đơn, không thay đổi, bằng 96,3%, gấp 2,5 lần or đạt 100,7% kế hoạch",
    .number_hint = "write 42, 7.570 or 31,8%",
    .base_hint = "write so với cùng kỳ năm trước, so với CKNT or so với năm 2021",
};

static const QcdcPhraseReaderVerb english_verbs[] = {
    {"up by", QCDC_PHRASE_VERB_UP},          {"increased by", QCDC_PHRASE_VERB_UP},   {"rose by", QCDC_PHRASE_VERB_UP},
    {"down by", QCDC_PHRASE_VERB_DOWN},      {"decreased by", QCDC_PHRASE_VERB_DOWN}, {"fell by", QCDC_PHRASE_VERB_DOWN},
    {"reached", QCDC_PHRASE_VERB_ATTAINED},  {NULL, QCDC_PHRASE_VERB_END},
};
static const QcdcPhraseReaderMultiple english_multiples[] = {{"doubled", 2}, {"twice", 2}, {"tripled", 3}, {NULL, 0}};
static const QcdcPhraseReaderBase english_bases[] = {
    {"the same period a year earlier", QCDC_BASE_SAME_PERIOD, QCDC_BASE_PHRASE_FULL},
    {"last year", QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
    {"the previous month", QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
    {"the previous quarter", QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL},
    {NULL, QCDC_BASE_DEFAULT, QCDC_BASE_PHRASE_DEFAULT},
};
static const char *const english_unchanged[] = {"no change", NULL};
static const char *const english_nothing[] = {NULL};
static const char *const english_same_of[] = {"the same period of", "the same period in", NULL};
static const char *const english_versus[] = {"compared to", "over", "versus", "from", NULL};
static const char *const english_equivalent[] = {"equivalent to", NULL};
static const char *const english_points[] = {"points", "pp", NULL};
static const char *const english_plans[] = {"budget", "target", "quota", NULL};
/* S4: a hedge that has no English is printed as it came. */
static const char *const english_hedges[] = {"about", "over", "nearly", "almost", "more than", "no more than", "an estimated",
                                             "trên", "hơn", "gần", "khoảng", "ước", "ước đạt", "ước tính", "không quá", NULL};
static const char *const english_joiners[] = {", and ", NULL};

static const QcdcPhraseReaderWords english = {
    .verbs = english_verbs,
    .multiples = english_multiples,
    .bases = english_bases,
    .unchanged = english_unchanged,
    .amount_subjects = english_nothing,
    .other_subjects = english_nothing,
    .same_of = english_same_of,
    .versus = english_versus,
    .equivalent = english_equivalent,
    .points = english_points,
    .plans = english_plans,
    .hedges = english_hedges,
    .to = english_nothing,
    .joiners = english_joiners,
    .versus_is_sure = false,
    .item_hint = "write up 42 petitions, down 42 petitions, unchanged, 96.3%, 2.5 times or 100.7% of plan",
    .number_hint = "write 42, 7,570 or 31.8%",
    .base_hint = "write on the same period last year, on the previous year or on 2021",
};

const QcdcPhraseReaderWords *qcdc_phrase_get_reader_words(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
}
