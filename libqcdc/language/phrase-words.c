/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/phrase-words-private.h"

static const QcdcPhraseWords vietnamese = {
    .verbs =
        {
            [QCDC_PHRASE_VERB_UP] = {"tăng", "tăng"},
            [QCDC_PHRASE_VERB_DOWN] = {"giảm", "giảm"},
            [QCDC_PHRASE_VERB_INDEX] = {"bằng", "bằng"},
            [QCDC_PHRASE_VERB_TIMES] = {"gấp", "gấp"},
            [QCDC_PHRASE_VERB_ATTAINED] = {"đạt", "đạt"},
        },
    .unchanged = "không thay đổi",
    .rank_unchanged = "giữ nguyên thứ hạng",
    .below = "dưới",
    .pads_counts = true,
    .points = {"điểm phần trăm", "điểm phần trăm"},
    .places = {"bậc", "bậc"},
    .times = {"lần", "lần"},
    .of_measure = "số",
    .amount_subject = "số",
    .ratio_subject = "tỷ lệ",
    .score_subject = "điểm số",
    .rank_subject = "thứ hạng",
    .subject_is_enough = false,
    .comma = ", ",
    .last = " và ",
    .semicolon = "; ",
    .versus = "so với",
    .versus_index = "so với",
    .versus_first = "so với",
    .equal = {"bằng", "tương đương"},
    .base =
        {
            .same_full = "cùng kỳ năm trước",
            .same_short = "cùng kỳ",
            .same_abbreviated = "CKNT",
            .same_introduced = "cùng kỳ năm trước (CKNT)",
            .same_dated = "cùng kỳ năm",
            .same_shown = "cùng kỳ",
            .previous_year = "năm trước",
            .previous = "kỳ trước",
            .article = "",
        },
    .plan = {.words = "kế hoạch", .before = "", .before_year = "", .year = "năm", .before_period = ""},
    .coverage = ", kỳ gốc theo báo cáo của",
    .from = "từ",
    .rising_to = "lên",
    .falling_to = "xuống còn",
    .rank = "thứ",
    .base_takes_colon = false,
};

/* D26. Where it is silent: a list and a subject take "at" before a figure that has no verb, and a base shown in brackets is
 * called "a year earlier", because "(the same period last year 132 petitions)" is not English. */
static const QcdcPhraseWords english = {
    .verbs =
        {
            [QCDC_PHRASE_VERB_UP] = {"up", "up"},
            [QCDC_PHRASE_VERB_DOWN] = {"down", "down"},
            [QCDC_PHRASE_VERB_INDEX] = {"", "at"},
            [QCDC_PHRASE_VERB_TIMES] = {"", "at"},
            [QCDC_PHRASE_VERB_ATTAINED] = {"", "at"},
        },
    .unchanged = "unchanged",
    .rank_unchanged = "rank unchanged",
    .below = "less than",
    .pads_counts = false,
    .points = {"percentage point", "percentage points"},
    .places = {"place", "places"},
    .times = {"times", "times"},
    .of_measure = "in",
    .amount_subject = "",
    .ratio_subject = "rate",
    .score_subject = "score",
    .rank_subject = "rank",
    .subject_is_enough = true,
    .comma = ", ",
    .last = " and ",
    .semicolon = "; ",
    .versus = "on",
    .versus_index = "of",
    .versus_first = "compared with",
    .equal = {"the same as", "about the same as"},
    .base =
        {
            .same_full = "the same period last year",
            .same_short = "the same period last year",
            .same_abbreviated = "the same period last year",
            .same_introduced = "the same period last year",
            .same_dated = "the same period of",
            .same_shown = "a year earlier",
            .previous_year = "the previous year",
            .previous = "the previous period",
            .article = "the",
        },
    .plan = {.words = "plan", .before = "of", .before_year = "of the year's", .year = "", .before_period = "for"},
    .coverage = ", base as reported by",
    .from = "from",
    .rising_to = "to",
    .falling_to = "to",
    .rank = "rank",
    .base_takes_colon = true,
};

const QcdcPhraseWords *qcdc_phrase_get_words(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
}
