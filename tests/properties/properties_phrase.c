/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of phrases: every run of digits lies in one span, and every figure is the rounded truth of its formula, worked out
 * here with 128-bit integers. */

#include <string.h>

#include <qcdc/number.h>
#include <qcdc/phrase.h>

#include "draw-style.h"
#include "law.h"

__extension__ typedef __int128 Wide;

enum {
    MOST_ITEMS = 4,
    TEXT_SIZE = 1024,
    MOST_SPANS = 64
};

typedef struct Written {
    QcdcPhraseItem items[MOST_ITEMS];
    size_t count;
    QcdcPhraseBase base;
    QcdcStyle style;
    char buffer[TEXT_SIZE];
    QcdcPhraseSpan spans[MOST_SPANS];
    QcdcPhraseText text;
} Written;

/* Small, equal, near, hundredfold: where words and rules change. */
static int64_t draw_near(Random *dice, int64_t other)
{
    switch (random_below(dice, 6)) {
    case 0:
        return other;
    case 1:
        return other + random_between(dice, -2, 2);
    case 2:
        return 2 * other + random_between(dice, -1, 1);
    case 3:
        return random_between(dice, 0, 12);
    default:
        return random_near_edges(dice, 0, INT64_C(100000000000));
    }
}

static QcdcPhraseItem draw_item(Random *dice)
{
    static const char *const measures[] = { "đơn", "vụ việc", "tỷ đồng", "thôn, tổ dân phố", "khu 12", "lượt người" };
    QcdcPhraseItem item = { .measure = measures[random_below(dice, sizeof measures / sizeof measures[0])] };
    QcdcFigure base = { .state = QCDC_FIGURE_VALUED }, current = base;
    item.decimals = (uint8_t)(random_chance(dice, 4) ? random_between(dice, 1, 2) : 0);
    base.value.coefficient = random_chance(dice, 3) ? random_between(dice, 0, 12) : draw_near(dice, 10000);
    current.value.coefficient = draw_near(dice, base.value.coefficient);
    base.value.decimals = current.value.decimals = item.decimals;
    qcdc_change_measure(&current, &base, QCDC_QUANTITY_AMOUNT, &item.change, NULL);
    item.counted = qcdc_measure_is_counted(item.measure, item.decimals, QCDC_QUANTITY_AMOUNT);
    item.stock = random_chance(dice, 3);
    return item;
}

static void draw_base(Random *dice, QcdcPhraseBase *base)
{
    base->base = (QcdcBase)random_below(dice, QCDC_BASE_END);
    qcdc_period_parse("2022-S1", 7, &base->period, NULL);
    qcdc_period_parse("2023-S1", 7, &base->current, NULL);
    base->plan_words = random_chance(dice, 2) ? "Kế hoạch số 87{} của tỉnh" : NULL;
    base->plan_of_year = random_chance(dice, 2);
    base->kinds = random_chance(dice, 4) ? "xã, khối 3" : NULL;
    base->valued = (uint32_t)random_between(dice, 1, 11);
    base->expected = 1234;
    base->left_out = random_chance(dice, 4);
    base->several = random_chance(dice, 4);
    base->in_progress = random_chance(dice, 4);
    base->name = "Phường 3";
}

static QcdcStatus draw_written(Random *dice, Written *written)
{
    memset(written, 0, sizeof *written);
    written->count = (size_t)random_between(dice, 1, MOST_ITEMS);
    for (size_t i = 0; i < written->count; i++)
        written->items[i] = draw_item(dice);
    written->style = draw_style(dice);
    draw_base(dice, &written->base);
    written->text = (QcdcPhraseText){ written->buffer, TEXT_SIZE, 0, written->spans, MOST_SPANS, 0 };
    QcdcPhraseShape shape = (QcdcPhraseShape)random_below(dice, QCDC_PHRASE_SHAPE_END);
    return qcdc_phrase_write(written->items, written->count, &written->base, &written->style, shape, &written->text, NULL);
}

/* A plan of 0 has no attainment; everything else drawn here can be told. */
static bool is_rightly_refused(const Written *written, QcdcStatus status)
{
    bool no_plan = false;
    for (size_t i = 0; i < written->count; i++)
        no_plan = no_plan || written->items[i].change.base.value.coefficient <= 0;
    return status == QCDC_STATUS_REFUSED && written->base.base == QCDC_BASE_PLAN && no_plan;
}

static bool fail(const Written *written, const char *what)
{
    printf("# %s: \"%s\"\n", what, written->buffer);
    return false;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool every_run_of_digits_has_its_span(Random *dice)
{
    Written written;
    QcdcStatus status = draw_written(dice, &written);
    if (status != QCDC_OK)
        return is_rightly_refused(&written, status) || fail(&written, "refused");
    size_t span = 0;
    for (size_t at = 0; written.buffer[at] != '\0'; at++) {
        while (span < written.text.span_count && written.spans[span].end <= at)
            span++;
        bool inside = span < written.text.span_count && written.spans[span].start <= at;
        if (is_digit(written.buffer[at]) && !inside)
            return fail(&written, "a digit without a span");
    }
    for (size_t i = 0; i < written.text.span_count; i++)
        if (written.spans[i].start >= written.spans[i].end || (i > 0 && written.spans[i].start < written.spans[i - 1].end) ||
            written.spans[i].item >= written.count || written.spans[i].role <= QCDC_ROLE_NONE)
            return fail(&written, "a span out of order");
    return written.text.length == strlen(written.buffer) || fail(&written, "another length");
}

/* A quotient × 10^2, or of times × 1, as printed: numerator × scale / denominator. */
typedef struct Truth {
    Wide numerator, denominator;
} Truth;

static Wide absolute(Wide number)
{
    return number < 0 ? -number : number;
}

/* What the span of a figure says, held against the truth; in units of the last decimal printed. */
static bool rounds_to(QcdcDecimal printed, bool below, Truth truth, QcdcRounding rounding)
{
    Wide unit = 1;
    for (unsigned i = 0; i < printed.decimals; i++)
        unit *= 10;
    Wide numerator = absolute(truth.numerator) * unit;
    if (printed.coefficient < 0) /* an attainment may be */
        printed.coefficient = -printed.coefficient;
    if (below)
        return printed.coefficient == 1 && numerator > 0 && numerator < truth.denominator;
    Wide rest = numerator - (Wide)printed.coefficient * truth.denominator;
    if (rounding == QCDC_ROUND_TRUNCATE)
        return rest >= 0 && rest < truth.denominator;
    return 2 * absolute(rest) <= truth.denominator;
}

/* S22: 0 and 100 are printed only where they are exact. */
static bool is_honest(QcdcDecimal printed, Truth truth)
{
    QcdcDecimal hundred = { 100, 0, { 0 } };
    if (printed.coefficient == 0)
        return truth.numerator == 0;
    return qcdc_decimal_compare(printed, hundred) != 0 || absolute(truth.numerator) == 100 * truth.denominator;
}

static const char *get_below(const Written *written)
{
    return written->style.language == QCDC_LANGUAGE_EN ? "less than " : "dưới ";
}

static bool is_below_the_least(const Written *written, const QcdcPhraseSpan *span)
{
    return strncmp(written->buffer + span->start, get_below(written), strlen(get_below(written))) == 0;
}

/* W17: a sign, where it is asked for beside a difference, is that of the difference. */
static bool is_signed_rightly(const Written *written, const QcdcPhraseSpan *span, Wide difference)
{
    char sign = written->buffer[span->start];
    bool has_sign = sign == '+' || sign == '-';
    bool is_beside = span->start > 0 && written->buffer[span->start - 1] == '(';
    if (written->style.percent != QCDC_PERCENT_SIGNED || !is_beside || is_below_the_least(written, span))
        return !has_sign;
    return sign == (difference < 0 ? '-' : '+');
}

static bool holds(const Written *written, const QcdcPhraseSpan *span)
{
    const char *text = written->buffer + span->start;
    bool is_below = is_below_the_least(written, span);
    QcdcNumberReading reading;
    if (is_below)
        text += strlen(get_below(written));
    if (qcdc_number_parse(text, (size_t)(written->buffer + span->end - text), written->style.language, &reading, NULL) != QCDC_OK)
        return false;
    const QcdcChange *change = &written->items[span->item].change;
    Wide current = change->current.value.coefficient, base = change->base.value.coefficient;
    Truth percent = { 100 * (current - base), base }, index = { 100 * current, base }, times = { current, base };
    bool of_percent = written->buffer[span->end - 1] == '%';
    QcdcRounding rounding = written->style.rounding;
    QcdcDecimal difference = { (int64_t)absolute(current - base), change->current.value.decimals, { 0 } };
    switch (span->role) {
    case QCDC_ROLE_EXCESS:
        if (of_percent)
            return current > base && rounds_to(reading.value, is_below, percent, rounding) && is_honest(reading.value, percent);
        return current > base && qcdc_decimal_compare(reading.value, difference) == 0;
    case QCDC_ROLE_SHORTFALL:
        return current < base && qcdc_decimal_compare(reading.value, difference) == 0;
    case QCDC_ROLE_PLAN:
        return qcdc_decimal_compare(reading.value, change->base.value) == 0;
    case QCDC_ROLE_DIFFERENCE:
        return qcdc_decimal_compare(reading.value, difference) == 0;
    case QCDC_ROLE_BASE:
        return qcdc_decimal_compare(reading.value, change->base.value) == 0;
    case QCDC_ROLE_CURRENT:
        return qcdc_decimal_compare(reading.value, change->current.value) == 0;
    case QCDC_ROLE_PERCENT:
        return is_signed_rightly(written, span, current - base) && rounds_to(reading.value, is_below, percent, rounding) &&
               is_honest(reading.value, percent);
    case QCDC_ROLE_INDEX:
    case QCDC_ROLE_ATTAINMENT:
        return rounds_to(reading.value, is_below, index, rounding) && is_honest(reading.value, index);
    case QCDC_ROLE_TIMES:
        return current >= 2 * base && rounds_to(reading.value, is_below, times, rounding);
    default:
        return true;
    }
}

static bool every_figure_is_the_rounded_truth(Random *dice)
{
    Written written;
    QcdcStatus status = draw_written(dice, &written);
    if (status != QCDC_OK)
        return is_rightly_refused(&written, status) || fail(&written, "refused");
    for (size_t i = 0; i < written.text.span_count; i++)
        if (!holds(&written, &written.spans[i])) {
            printf("# span %u of item %u\n", (unsigned)i, (unsigned)written.spans[i].item);
            return fail(&written, "not the truth");
        }
    return true;
}

LAW(every_run_of_digits_has_its_span)
LAW(every_figure_is_the_rounded_truth)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "every run of digits has its span", check_every_run_of_digits_has_its_span },
        { "every figure is the rounded truth", check_every_figure_is_the_rounded_truth },
    };
    return SUITE_RUN("phrase laws", tests, argc, argv);
}
