/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/trend.h>

#include <math.h>

#include "stats/shown-private.h"

typedef struct Words {
    QcdcLanguage language;
    const char *trend, *rises, *falls, *stays, *level, *moved_up, *moved_down, *unmoved, *no_bounds, *by, *values, *before, *after, *chance,
        *more, *tau, *few, *unsettled, *no_level, *end;
} Words;

static const Words vietnamese = {
    .language = QCDC_LANGUAGE_VI,
    .trend = "Xu hướng chung: mỗi kỳ ",
    .rises = "tăng ",
    .falls = "giảm ",
    .stays = "không đổi",
    .level = "Từ mốc thay đổi, mức chung ",
    .moved_up = "tăng ",
    .moved_down = "giảm ",
    .unmoved = "không đổi",
    .no_bounds = " (chưa đủ giá trị để có khoảng tin cậy)",
    .by = ", theo ",
    .values = " giá trị",
    .before = " giá trị trước và ",
    .after = " giá trị sau",
    .chance = "Xu hướng này có thể chỉ do dao động ngẫu nhiên (",
    .more = "Xu hướng này vượt quá dao động ngẫu nhiên thường gặp (",
    .tau = "; tau = ",
    .few = "Chưa tính được xu hướng: chưa đủ số liệu để so các kỳ với nhau, đã dùng ",
    .unsettled = "Chưa tính được xu hướng: đường xu hướng không ổn định, đã dùng ",
    .no_level = "Chưa tính được thay đổi của mức chung: số liệu trước và từ mốc thay đổi chưa đủ để tách riêng thay đổi này, đã dùng ",
    .end = "; ước tính tham khảo.",
};

static const Words english = {
    .language = QCDC_LANGUAGE_EN,
    .trend = "Overall trend: ",
    .rises = "up ",
    .falls = "down ",
    .stays = "no change",
    .level = "From the break on the level is ",
    .moved_up = "up ",
    .moved_down = "down ",
    .unmoved = "as before",
    .no_bounds = " (too few values for a confidence interval)",
    .by = ", by ",
    .values = " values",
    .before = " values before and ",
    .after = " after",
    .chance = "Chance alone may make such a trend (",
    .more = "The trend is beyond what chance alone commonly makes (",
    .tau = "; tau = ",
    .few = "No trend: too few observations to hold against one another, used: ",
    .unsettled = "No trend: the line does not settle, observations used: ",
    .no_level = "No change of level: the observations before the break and from it on do not tell it apart, used: ",
    .end = "; for reference only.",
};

static const Words *find_words(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
}

/* In Vietnamese "tăng 3,2" has no sign; the bounds have theirs. */
static void add_move(QcdcText *text, const Words *words, double move, const char *up, const char *down, const char *none)
{
    qcdc_text_add(text, move > 0 ? up : move < 0 ? down : none);
    if (move != 0)
        shown_add(text, words->language, fabs(move));
}

static void add_interval(QcdcText *text, const Words *words, double level, double low, double high)
{
    if (!isfinite(low) || !isfinite(high)) {
        qcdc_text_add(text, words->no_bounds);
        return;
    }
    qcdc_text_add(text, " (");
    shown_add_interval(text, words->language, low, high, level);
    qcdc_text_add(text, ")");
}

size_t qcdc_trend_explain(const QcdcTrend *trend, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = find_words(language);
    if (trend == NULL || trend->method == QCDC_TREND_DEFAULT || trend->method >= QCDC_TREND_END)
        return qcdc_text_finish(&text);
    qcdc_text_add(&text, words->trend);
    add_move(&text, words, trend->slope, words->rises, words->falls, words->stays);
    qcdc_text_add(&text, words == &english && trend->slope != 0 ? " a period" : "");
    add_interval(&text, words, trend->level, trend->low, trend->high);
    qcdc_text_add(&text, words->by);
    qcdc_text_add_number(&text, trend->used, 1);
    qcdc_text_add(&text, words->values);
    qcdc_text_add(&text, words->end);
    return qcdc_text_finish(&text);
}

size_t qcdc_trend_test_explain(const QcdcTrendTest *test, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = find_words(language);
    if (test == NULL || test->used == 0)
        return qcdc_text_finish(&text);
    qcdc_text_add(&text, test->chance <= 1 - test->level ? words->more : words->chance);
    shown_add_chance(&text, words->language, test->chance);
    if (!isnan(test->tau)) {
        qcdc_text_add(&text, words->tau);
        shown_add_fixed(&text, words->language, test->tau, 2);
    }
    qcdc_text_add(&text, ")");
    qcdc_text_add(&text, words->end);
    return qcdc_text_finish(&text);
}

size_t qcdc_level_change_explain(const QcdcLevelChange *change, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = find_words(language);
    if (change == NULL || change->used_before == 0)
        return qcdc_text_finish(&text);
    qcdc_text_add(&text, words->level);
    add_move(&text, words, change->change, words->moved_up, words->moved_down, words->unmoved);
    add_interval(&text, words, change->level, change->low, change->high);
    qcdc_text_add(&text, words->by);
    qcdc_text_add_number(&text, change->used_before, 1);
    qcdc_text_add(&text, words->before);
    qcdc_text_add_number(&text, change->used_after, 1);
    qcdc_text_add(&text, words->after);
    qcdc_text_add(&text, words->end);
    return qcdc_text_finish(&text);
}

size_t qcdc_cube_trend_explain(const QcdcCubeTrend *trend, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    const Words *words = find_words(language);
    char line[512];
    if (trend == NULL || trend->state <= QCDC_TREND_STATE_NONE || trend->state >= QCDC_TREND_STATE_END)
        return qcdc_text_finish(&text);
    if (trend->state != QCDC_TREND_STATE_GIVEN) {
        qcdc_text_add(&text, trend->state == QCDC_TREND_STATE_FEW ? words->few : words->unsettled);
        qcdc_text_add_number(&text, trend->used, 1);
        qcdc_text_add(&text, ".");
        return qcdc_text_finish(&text);
    }
    qcdc_trend_explain(&trend->trend, language, line, sizeof line);
    qcdc_text_add(&text, line);
    qcdc_trend_test_explain(&trend->test, language, line, sizeof line);
    qcdc_text_add(&text, "\n");
    qcdc_text_add(&text, line);
    return qcdc_text_finish(&text);
}

size_t qcdc_cube_level_change_explain(const QcdcCubeLevelChange *change, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (change == NULL || change->state <= QCDC_TREND_STATE_NONE || change->state >= QCDC_TREND_STATE_END)
        return qcdc_text_finish(&text);
    if (change->state == QCDC_TREND_STATE_GIVEN)
        return qcdc_level_change_explain(&change->change, language, buffer, size);
    qcdc_text_add(&text, find_words(language)->no_level);
    qcdc_text_add_number(&text, change->used, 1);
    qcdc_text_add(&text, ".");
    return qcdc_text_finish(&text);
}
