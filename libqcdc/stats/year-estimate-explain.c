/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/year-estimate.h>

#include <math.h>

#include "stats/shown-private.h"

typedef struct Words {
    QcdcLanguage language;
    const char *year, *interval, *to, *no_bound, *share, *months, *quarters, *parts, *of, *years, *tried, *naive, *end;
    const char *few, *few_end, *states[QCDC_YEAR_ESTIMATE_STATE_END];
} Words;

static const Words vietnamese = {
    .language = QCDC_LANGUAGE_VI,
    .year = "Cả năm khoảng ",
    .interval = " (khoảng dự báo ",
    .to = " đến ",
    .no_bound = ", không có cận trên",
    .share = "), theo tỷ trọng mùa vụ của ",
    .months = " tháng đầu năm",
    .quarters = " quý đầu năm",
    .parts = " kỳ đầu năm",
    .of = " trong ",
    .years = " năm trước; thử lại trên các năm đó lệch trung bình ",
    .tried = "%, nhân ",
    .naive = " lệch trung bình ",
    .end = "%; ước tính tham khảo.",
    .few = "Chưa ước tính được cả năm: cần ít nhất 3 năm trước đủ số liệu, hiện có ",
    .few_end = ".",
    .states = {
        [QCDC_YEAR_ESTIMATE_STATE_CURRENT] = "Chưa ước tính được cả năm: số liệu từ đầu năm chưa đủ hoặc chưa chính thức.",
        [QCDC_YEAR_ESTIMATE_STATE_NOTHING] = "Chưa ước tính được cả năm: từ đầu năm chưa phát sinh.",
        [QCDC_YEAR_ESTIMATE_STATE_NO_SHARE] = "Chưa ước tính được cả năm: có năm trước chỉ phát sinh ở một phía của thời điểm này nên không có tỷ trọng.",
        [QCDC_YEAR_ESTIMATE_STATE_NO_FLOW] = "Không ước tính cả năm: chỉ tiêu này không cộng theo thời gian.",
    },
};

static const Words english = {
    .language = QCDC_LANGUAGE_EN,
    .year = "The full year is about ",
    .interval = " (prediction interval ",
    .to = " to ",
    .no_bound = ", no upper bound",
    .share = "), by the seasonal share of the first ",
    .months = " months",
    .quarters = " quarters",
    .parts = " parts",
    .of = " in ",
    .years = " past years; tried on those it was off by ",
    .tried = "% on average, times ",
    .naive = " by ",
    .end = "%; for reference only.",
    .few = "No full-year estimate: it needs 3 full past years, there are ",
    .few_end = ".",
    .states = {
        [QCDC_YEAR_ESTIMATE_STATE_CURRENT] = "No full-year estimate: the figures of this year so far are not complete or not official.",
        [QCDC_YEAR_ESTIMATE_STATE_NOTHING] = "No full-year estimate: there is nothing yet this year.",
        [QCDC_YEAR_ESTIMATE_STATE_NO_SHARE] = "No full-year estimate: a past year came whole on one side of this time and has no share to go by.",
        [QCDC_YEAR_ESTIMATE_STATE_NO_FLOW] = "No full-year estimate: this indicator does not add up over time.",
    },
};

static void add_figure(QcdcText *text, const Words *words, const QcdcYearEstimate *estimate, double figure)
{
    if (estimate->is_counts)
        shown_add_fixed(text, words->language, figure, 0);
    else
        shown_add(text, words->language, figure);
}

static void add_interval(QcdcText *text, const Words *words, const QcdcYearEstimate *estimate)
{
    qcdc_text_add(text, words->interval);
    shown_add_level(text, words->language, estimate->level);
    qcdc_text_add(text, ": ");
    add_figure(text, words, estimate, estimate->low);
    if (isinf(estimate->high)) {
        qcdc_text_add(text, words->no_bound);
        return;
    }
    qcdc_text_add(text, words->to);
    add_figure(text, words, estimate, estimate->high);
}

static void add_back_test(QcdcText *text, const Words *words, const QcdcYearEstimate *estimate)
{
    shown_add_fixed(text, words->language, 100 * estimate->error, 1);
    qcdc_text_add(text, words->tried);
    qcdc_text_add_number(text, estimate->parts_of_year, 1);
    qcdc_text_add(text, "/");
    qcdc_text_add_number(text, estimate->parts, 1);
    qcdc_text_add(text, words->naive);
    shown_add_fixed(text, words->language, 100 * estimate->naive_error, 1);
}

static void add_given(QcdcText *text, const Words *words, const QcdcYearEstimate *estimate)
{
    qcdc_text_add(text, words->year);
    add_figure(text, words, estimate, estimate->estimate);
    add_interval(text, words, estimate);
    qcdc_text_add(text, words->share);
    qcdc_text_add_number(text, estimate->parts, 1);
    qcdc_text_add(text, estimate->parts_of_year == 12 ? words->months : estimate->parts_of_year == 4 ? words->quarters : words->parts);
    qcdc_text_add(text, words->of);
    qcdc_text_add_number(text, estimate->years, 1);
    qcdc_text_add(text, words->years);
    add_back_test(text, words, estimate);
    qcdc_text_add(text, words->end);
}

size_t qcdc_year_estimate_explain(const QcdcYearEstimate *estimate, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
    if (estimate == NULL || estimate->state == QCDC_YEAR_ESTIMATE_STATE_NONE || estimate->state >= QCDC_YEAR_ESTIMATE_STATE_END)
        return qcdc_text_finish(&text);
    if (estimate->state == QCDC_YEAR_ESTIMATE_STATE_GIVEN) {
        add_given(&text, words, estimate);
    } else if (estimate->state == QCDC_YEAR_ESTIMATE_STATE_FEW_YEARS) {
        qcdc_text_add(&text, words->few);
        qcdc_text_add_number(&text, estimate->years, 1);
        qcdc_text_add(&text, words->few_end);
    } else {
        qcdc_text_add(&text, words->states[estimate->state]);
    }
    return qcdc_text_finish(&text);
}
