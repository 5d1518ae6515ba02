/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of the phrases that are no list of changes: notes, contributions, means and average growth are read back, figure by
 * figure, with their directions, days, bases and measures. */

#include <string.h>

#include <qcdc/number.h>
#include <qcdc/phrase.h>

#include "draw-style.h"
#include "law.h"
#include "measure-law.h"

enum {
    MOST_ITEMS = 6,
    TEXT_SIZE = 2048,
    MOST_SPANS = 64,
    FIRST_DAY = -719162, /* 0001-01-01 */
    LAST_DAY = 2932896   /* 9999-12-31 */
};

typedef struct Written {
    QcdcStyle style;
    char buffer[TEXT_SIZE];
    QcdcPhraseSpan spans[MOST_SPANS];
    QcdcPhraseText text;
} Written;

typedef struct Read {
    QcdcPhraseReading items[MOST_ITEMS];
    size_t count;
    QcdcPhraseBaseReading base;
} Read;

static bool fail(const Written *written, const char *what)
{
    printf("# %s: \"%s\"\n", what, written->buffer);
    return false;
}

static void begin(Random *dice, Written *written)
{
    memset(written, 0, sizeof *written);
    written->style = draw_style(dice);
    written->text = (QcdcPhraseText){written->buffer, TEXT_SIZE, 0, written->spans, MOST_SPANS, 0};
}

static bool is_english(const Written *written)
{
    return written->style.language == QCDC_LANGUAGE_EN;
}

static bool read(const Written *written, Read *out_read)
{
    QcdcError error = {.status = QCDC_OK};
    memset(out_read, 0, sizeof *out_read);
    return qcdc_phrase_parse(written->buffer, written->text.length, written->style.language, out_read->items, MOST_ITEMS,
                             &out_read->count, &out_read->base, &error) == QCDC_OK ||
           fail(written, error.text);
}

static bool stands(const Written *written, size_t start, size_t end, const char *words)
{
    return end - start == strlen(words) && memcmp(written->buffer + start, words, end - start) == 0;
}

/* What a span prints must be what was read of it. */
static bool is_printed(const Written *written, const QcdcPhraseSpan *span, QcdcDecimal value, bool below)
{
    const char *text = written->buffer + span->start, *word = is_english(written) ? "less than " : "dưới ";
    bool is_below = strncmp(text, word, strlen(word)) == 0;
    text += is_below ? strlen(word) : 0;
    QcdcNumberReading number;
    size_t length = (size_t)(written->buffer + span->end - text);
    return qcdc_number_parse(text, length, written->style.language, &number, NULL) == QCDC_OK && is_below == below &&
           qcdc_decimal_compare(number.value, value) == 0 && number.value.decimals == value.decimals;
}

/* Notes */

static int32_t draw_day(Random *dice)
{
    return (int32_t)random_near_edges(dice, FIRST_DAY, LAST_DAY);
}

static QcdcPhraseBase draw_base(Random *dice)
{
    static const char *const labels[] = {"2022-S1", "2021", "2022-09", "2020-Q3", "2016/P5Y", "2018-12-15/2019-12-14"};
    static const char *const names[] = {"Huyện B", "Phường 3", "toàn tỉnh", "xã Bằng Lang", "District B"};
    QcdcPhraseBase base = {.base = (QcdcBase)random_below(dice, QCDC_BASE_END)};
    const char *label = labels[random_below(dice, sizeof labels / sizeof labels[0])];
    qcdc_period_parse(label, strlen(label), &base.period, NULL);
    base.current = base.period;
    base.name = names[random_below(dice, sizeof names / sizeof names[0])];
    return base;
}

static bool holds_missing_base(const Written *written, const QcdcPhraseBase *base, const Read *read)
{
    bool same = base->base == QCDC_BASE_SAME_PERIOD || base->base == QCDC_BASE_DEFAULT;
    if (is_english(written))
        return read->base.base == QCDC_BASE_DEFAULT;
    if (base->base == QCDC_BASE_PERIOD)
        return read->base.base == QCDC_BASE_PERIOD && qcdc_period_equals(read->base.period, base->period);
    if (base->base == QCDC_BASE_UNIT || base->base == QCDC_BASE_PARENT_MEAN)
        return read->base.base == base->base && stands(written, read->base.words_start, read->base.words_end, base->name);
    return read->base.base == (same ? QCDC_BASE_SAME_PERIOD : base->base);
}

static bool notes_are_read(Random *dice)
{
    Written written;
    Read reading;
    QcdcToldAs note = (QcdcToldAs)random_between(dice, QCDC_TOLD_NO_BASE, QCDC_TOLD_BREAK);
    QcdcPhraseBase base = draw_base(dice);
    int32_t day = draw_day(dice);
    begin(dice, &written);
    if (qcdc_phrase_write_note(note, &base, day, &written.style, &written.text, NULL) != QCDC_OK)
        return base.base == QCDC_BASE_PLAN || fail(&written, "refused");
    if (!read(&written, &reading))
        return false;
    bool has_day = note == QCDC_TOLD_NEW || note == QCDC_TOLD_ENDED, has_base = note == QCDC_TOLD_NO_BASE || note == QCDC_TOLD_NEW;
    if (reading.count != 1 || reading.items[0].told != note || reading.items[0].direction != QCDC_DIRECTION_UNKNOWN)
        return fail(&written, "another note");
    if (reading.items[0].day != (has_day ? day : 0))
        return fail(&written, "another day");
    return !has_base || holds_missing_base(&written, &base, &reading) || fail(&written, "another base");
}

/* Contributions */

typedef struct Parts {
    QcdcContribution contributions[MOST_ITEMS];
    QcdcPhraseItem items[MOST_ITEMS];
    size_t count;
} Parts;

static const char *draw_measure(Random *dice, bool english)
{
    static const char *const vietnamese[] = {"vụ", "lượt người", "thôn, tổ dân phố", "khu 12", "đơn (lần đầu)", "tỷ đồng", "nghìn tấn"};
    static const char *const english_measures[] = {"cases", "visits", "villages, hamlets", "zone 12", "jobs (full time)", "billions", "visit|visits"};
    return (english ? english_measures : vietnamese)[random_below(dice, 7)];
}

static QcdcDecimal draw_decimal(Random *dice, int64_t first, int64_t last, uint8_t decimals)
{
    QcdcDecimal value = {random_near_edges(dice, first, last), decimals, {0}};
    return value;
}

static void draw_parts(Random *dice, bool english, Parts *parts)
{
    memset(parts, 0, sizeof *parts);
    parts->count = (size_t)(random_chance(dice, 2) ? 1 : random_between(dice, 2, MOST_ITEMS));
    for (size_t i = 0; i < parts->count; i++) {
        uint8_t decimals = (uint8_t)random_between(dice, 0, 2);
        QcdcContribution *contribution = &parts->contributions[i];
        contribution->whole = draw_decimal(dice, -100000, 100000, decimals);
        contribution->part = random_chance(dice, 4) ? contribution->whole : draw_decimal(dice, -1000000, 1000000, decimals);
        contribution->base = draw_decimal(dice, 0, 10000000, decimals);
        parts->items[i].measure = draw_measure(dice, english);
        parts->items[i].change.quantity = QCDC_QUANTITY_AMOUNT;
    }
}

static const QcdcPhraseSpan *find_span(const Written *written, uint32_t item, QcdcRole role)
{
    for (size_t i = 0; i < written->text.span_count; i++)
        if (written->spans[i].item == item && written->spans[i].role == (int32_t)role)
            return &written->spans[i];
    return NULL;
}

static QcdcDirection direct(QcdcDecimal value)
{
    return value.coefficient < 0 ? QCDC_DIRECTION_DECREASE : value.coefficient > 0 ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_UNCHANGED;
}

static bool holds_part(const Written *written, const Parts *parts, const QcdcPhraseReading *reading, uint32_t index)
{
    const QcdcPhraseSpan *points = find_span(written, index, QCDC_ROLE_CONTRIBUTION);
    const QcdcPhraseSpan *share = find_span(written, index, QCDC_ROLE_SHARE);
    QcdcToldAs told = points == NULL ? QCDC_TOLD_SHARE_BROUGHT : share == NULL ? QCDC_TOLD_POINTS_BROUGHT : QCDC_TOLD_BOTH_BROUGHT;
    if (reading->told != told || reading->whole != direct(parts->contributions[index].whole) ||
        reading->direction != direct(parts->contributions[index].part))
        return fail(written, "another form or direction");
    if (points != NULL && !is_printed(written, points, reading->number, reading->number_below))
        return fail(written, "other points");
    if (share != NULL && !is_printed(written, share, points != NULL ? reading->percent : reading->number, reading->percent_below))
        return fail(written, "another share");
    bool named = parts->count == 1 ? reading->measure_start == reading->measure_end
                                   : measure_is_read(written->buffer, reading, parts->items[index].measure, is_english(written));
    return named || fail(written, "another measure");
}

static bool contributions_are_read(Random *dice)
{
    Written written;
    Read reading;
    Parts parts;
    begin(dice, &written);
    draw_parts(dice, is_english(&written), &parts);
    if (qcdc_phrase_write_contributions(parts.contributions, parts.items, parts.count, &written.style, &written.text, NULL) != QCDC_OK)
        return true;
    if (!read(&written, &reading) || reading.count != parts.count)
        return fail(&written, "another number of parts");
    for (uint32_t i = 0; i < parts.count; i++)
        if (!holds_part(&written, &parts, &reading.items[i], i))
            return false;
    return reading.base.base == QCDC_BASE_DEFAULT || fail(&written, "a base that is not there");
}

/* Spans of years */

static bool means_are_read(Random *dice)
{
    Written written;
    Read reading;
    begin(dice, &written);
    QcdcPhraseItem item = {.measure = draw_measure(dice, is_english(&written)), .decimals = (uint8_t)random_between(dice, 0, 3)};
    QcdcDecimal total = draw_decimal(dice, -1000, INT64_C(1000000000000), item.decimals);
    if (qcdc_phrase_write_mean(total, (uint32_t)random_between(dice, 1, 30), &item, &written.style, &written.text, NULL) != QCDC_OK)
        return true;
    if (!read(&written, &reading))
        return false;
    const QcdcPhraseReading *mean = &reading.items[0];
    bool same = reading.count == 1 && mean->told == QCDC_TOLD_MEAN && mean->direction == QCDC_DIRECTION_UNKNOWN &&
                is_printed(&written, &written.spans[0], mean->number, mean->percent_below);
    return (same && measure_is_read(written.buffer, mean, item.measure, is_english(&written))) || fail(&written, "another mean");
}

static bool growth_is_read(Random *dice)
{
    Written written;
    Read reading;
    begin(dice, &written);
    QcdcDecimal first = draw_decimal(dice, 1, 10000000, 1), last = random_chance(dice, 4) ? first : draw_decimal(dice, 1, 10000000, 1);
    if (qcdc_phrase_write_average(first, last, (uint32_t)random_between(dice, 1, 30), &written.style, &written.text, NULL) != QCDC_OK)
        return true;
    if (!read(&written, &reading))
        return false;
    const QcdcPhraseReading *growth = &reading.items[0];
    QcdcDecimal difference = {last.coefficient - first.coefficient, 0, {0}};
    bool same = reading.count == 1 && growth->told == QCDC_TOLD_AVERAGE && growth->direction == direct(difference);
    bool figure = written.text.span_count == 0
                      ? growth->number.coefficient == 0
                      : is_printed(&written, &written.spans[0], growth->number, growth->percent_below);
    return (same && figure) || fail(&written, "another growth");
}

LAW(notes_are_read)
LAW(contributions_are_read)
LAW(means_are_read)
LAW(growth_is_read)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"notes are read", check_notes_are_read},
        {"contributions are read", check_contributions_are_read},
        {"means are read", check_means_are_read},
        {"growth is read", check_growth_is_read},
    };
    return SUITE_RUN("phrases told", tests, argc, argv);
}
