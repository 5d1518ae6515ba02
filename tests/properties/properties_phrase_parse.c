/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of the phrase parser: what was written is read back, figure by figure, and no bytes whatever lead it astray. The
 * writer's spans tell what was printed, so that a figure rounded or a percent told alone is held against what stands there. */

#include <stdlib.h>
#include <string.h>

#include <qcdc/number.h>
#include <qcdc/phrase.h>

#include "draw-style.h"
#include "law.h"
#include "measure-law.h"

enum {
    MOST_ITEMS = 24,
    TEXT_SIZE = 8192,
    MOST_SPANS = 256
};

typedef struct Written {
    QcdcPhraseItem items[MOST_ITEMS];
    size_t count;
    QcdcPhraseBase base;
    QcdcStyle style;
    QcdcPhraseShape shape;
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

/* Equal, near, double, small, and the whole range. */
static int64_t draw_beside(Random *dice, int64_t other)
{
    switch (random_below(dice, 8)) {
    case 0:
    case 1:
        return other;
    case 2:
        return other + random_between(dice, -2, 2);
    case 3:
        return 2 * other + random_between(dice, -1, 1);
    case 4:
    case 5:
        return other + random_between(dice, -9, 9);
    case 6:
        return random_near_edges(dice, 0, INT64_C(999999999999999999) / 4);
    default:
        return random_between(dice, 0, 12);
    }
}

static int64_t draw_base_value(Random *dice)
{
    switch (random_below(dice, 4)) {
    case 0:
        return random_between(dice, 0, 12);
    case 1:
        return random_between(dice, 1, 100) * 10000;
    case 2:
        return random_near_edges(dice, -1000, 1000);
    default:
        return random_near_edges(dice, 0, INT64_C(999999999999999999) / 4);
    }
}

static const char *draw_measure(Random *dice, bool english, QcdcQuantity quantity)
{
    static const char *const vietnamese[] = { "đơn", "vụ việc", "tỷ đồng", "thôn, tổ dân phố", "khu 12", "lượt người", "vụ và việc",
                                              "đơn (lần đầu)", "vụ", "hộ có bằng cấp", "nghìn lượt khách", "triệu đồng chi" };
    static const char *const english_measures[] = { "petitions", "cases of fire", "villages, hamlets", "zone 12", "jobs",
                                                     "visit|visits", "billion dong", "thousand visitors" };
    if (quantity == QCDC_QUANTITY_PERCENTAGE)
        return "%";
    if (quantity == QCDC_QUANTITY_RATIO)
        return english ? "people/household" : "người/hộ";
    if (quantity == QCDC_QUANTITY_SCORE)
        return english ? "marks" : "điểm";
    if (quantity >= QCDC_QUANTITY_RANK)
        return english ? "places" : "bậc";
    return english ? english_measures[random_below(dice, 8)] : vietnamese[random_below(dice, 12)];
}

static void draw_figures(Random *dice, QcdcPhraseItem *item, QcdcQuantity quantity, QcdcFigure *current, QcdcFigure *base)
{
    bool rank = quantity >= QCDC_QUANTITY_RANK;
    bool fraction = quantity == QCDC_QUANTITY_RATIO || (quantity == QCDC_QUANTITY_PERCENTAGE && random_chance(dice, 2));
    if (!rank && !fraction && random_chance(dice, 3))
        item->decimals = (uint8_t)random_between(dice, 1, 3);
    base->value.coefficient = rank ? random_between(dice, 1, 63) : fraction ? random_between(dice, 1, 2000) : draw_base_value(dice);
    current->value.coefficient = rank ? random_between(dice, 1, 63) : draw_beside(dice, base->value.coefficient);
    base->value.decimals = current->value.decimals = item->decimals;
    base->is_fraction = current->is_fraction = fraction;
    if (fraction) {
        current->value.coefficient %= 100000;
        base->denominator.coefficient = random_between(dice, 1, 3000);
        current->denominator.coefficient = random_chance(dice, 3) ? base->denominator.coefficient : random_between(dice, 1, 3000);
        base->power = current->power = quantity == QCDC_QUANTITY_PERCENTAGE ? 2 : 0;
    }
    if (rank && random_chance(dice, 2))
        base->field = current->field = 63;
}

static bool draw_item(Random *dice, bool english, QcdcPhraseItem *item)
{
    QcdcFigure base = { .state = QCDC_FIGURE_VALUED }, current = base;
    QcdcQuantity quantity = QCDC_QUANTITY_AMOUNT;
    if (random_chance(dice, 3))
        quantity = (QcdcQuantity)random_between(dice, QCDC_QUANTITY_AMOUNT, QCDC_QUANTITY_END - 1);
    item->measure = draw_measure(dice, english, quantity);
    draw_figures(dice, item, quantity, &current, &base);
    item->counted = qcdc_measure_is_counted(item->measure, item->decimals, quantity);
    item->stock = random_chance(dice, 3);
    if (random_chance(dice, 8))
        item->base_hedge = english ? "about" : "khoảng";
    return qcdc_change_measure(&current, &base, quantity, &item->change, NULL) == QCDC_OK;
}

static QcdcStyle draw_worded_style(Random *dice)
{
    static const char *const unchanged[2][4] = { { "", "bằng", "tương đương", "không đổi" },
                                                 { "", "the same as", "about the same as", "no change" } };
    QcdcStyle style = draw_style(dice);
    strcpy(style.unchanged, unchanged[style.language == QCDC_LANGUAGE_EN][random_below(dice, 4)]);
    return style;
}

static QcdcPeriod draw_period(Random *dice)
{
    static const char *const labels[] = { "2022-S1", "2021", "2022-09", "2020-Q3", "2021-01/P9M", "2016/P5Y", "2016-04/P5Y",
                                          "2018-12-15/2019-12-14", "2019-06-01/2019-06-01", "0007", "2023-S2" };
    const char *label = labels[random_below(dice, sizeof labels / sizeof labels[0])];
    QcdcPeriod period = { 0, 0, 0, { 0 } };
    qcdc_period_parse(label, strlen(label), &period, NULL);
    return period;
}

static bool is_beside(const QcdcPhraseBase *base)
{
    return base->base == QCDC_BASE_UNIT || base->base == QCDC_BASE_PARENT_MEAN;
}

static void draw_base(Random *dice, bool english, QcdcPhraseBase *base)
{
    static const char *const plans[2][4] = { { NULL, "dự toán{} Trung ương giao", "Kế hoạch số 87", "chỉ tiêu, nhiệm vụ" },
                                             { NULL, "budget{} as approved", "plan 87", "target" } };
    static const char *const names[2][4] = { { "Huyện B", "Phường 3", "xã Bằng Lang", "xã Quý Lộc" },
                                             { "District B", "Ward 3", "On Hill", "May Town" } };
    base->base = (QcdcBase)random_below(dice, QCDC_BASE_END);
    base->period = draw_period(dice);
    base->current = draw_period(dice);
    base->plan_words = plans[english][random_below(dice, 4)];
    base->plan_of_year = random_chance(dice, 2);
    base->kinds = random_chance(dice, 4) && !is_beside(base) ? "xã, khối 3" : NULL;
    base->name = names[english][random_below(dice, 4)];
    base->valued = (uint32_t)random_between(dice, 1, 11);
    base->expected = (uint32_t)random_near_edges(dice, 0, UINT32_MAX);
    base->left_out = random_chance(dice, 4);
    base->several = random_chance(dice, 4);
    base->in_progress = random_chance(dice, 4);
    base->abbreviation_said = random_chance(dice, 2);
}

/* "zone 12 05 zone 12 short of the plan": no reader can tell where the measure ends. */
static bool is_ambiguous(const Written *written)
{
    if (written->style.language != QCDC_LANGUAGE_EN || written->base.base != QCDC_BASE_PLAN || written->count == 1)
        return false;
    for (size_t i = 0; i < written->count; i++)
        if (strcmp(written->items[i].measure, "zone 12") == 0)
            return true;
    return false;
}

static bool draw_written(Random *dice, Written *written)
{
    memset(written, 0, sizeof *written);
    written->count = (size_t)(random_chance(dice, 24) ? random_between(dice, 5, MOST_ITEMS) : random_between(dice, 1, 4));
    written->style = draw_worded_style(dice);
    bool english = written->style.language == QCDC_LANGUAGE_EN;
    for (size_t i = 0; i < written->count; i++)
        if (!draw_item(dice, english, &written->items[i]))
            return false;
    draw_base(dice, english, &written->base);
    written->text = (QcdcPhraseText){ written->buffer, TEXT_SIZE, 0, written->spans, MOST_SPANS, 0 };
    written->shape = (QcdcPhraseShape)random_below(dice, QCDC_PHRASE_SHAPE_END);
    return !is_ambiguous(written) && qcdc_phrase_write(written->items, written->count, &written->base, &written->style,
                                                       written->shape, &written->text, NULL) == QCDC_OK;
}

static bool read_span(const Written *written, const QcdcPhraseSpan *span, QcdcDecimal *out_value, bool *out_below)
{
    const char *text = written->buffer + span->start;
    const char *below = written->style.language == QCDC_LANGUAGE_EN ? "less than " : "dưới ";
    *out_below = strncmp(text, below, strlen(below)) == 0;
    text += *out_below ? strlen(below) : 0;
    QcdcNumberReading number;
    QcdcStatus status = qcdc_number_parse(text, (size_t)(written->buffer + span->end - text), written->style.language, &number, NULL);
    *out_value = number.value;
    return status == QCDC_OK;
}

static bool equals(QcdcDecimal left, QcdcDecimal right)
{
    return left.coefficient == right.coefficient && left.decimals == right.decimals;
}

static QcdcToldAs told_by(int32_t role)
{
    switch (role) {
    case QCDC_ROLE_DIFFERENCE:
        return QCDC_TOLD_DIFFERENCE;
    case QCDC_ROLE_PERCENT:
        return QCDC_TOLD_PERCENT;
    case QCDC_ROLE_POINTS:
        return QCDC_TOLD_POINTS;
    case QCDC_ROLE_PLACES:
        return QCDC_TOLD_PLACES;
    case QCDC_ROLE_INDEX:
        return QCDC_TOLD_INDEX;
    case QCDC_ROLE_TIMES:
        return QCDC_TOLD_TIMES;
    case QCDC_ROLE_ATTAINMENT:
        return QCDC_TOLD_ATTAINMENT;
    case QCDC_ROLE_EXCESS:
        return QCDC_TOLD_EXCESS;
    case QCDC_ROLE_PLAN:
        return QCDC_TOLD_ABOVE;
    case QCDC_ROLE_SHORTFALL:
        return QCDC_TOLD_SHORT;
    default:
        return QCDC_TOLD_NONE;
    }
}

/* What one figure printed of an item must be read as. */
static bool holds_figure(const QcdcPhraseReading *reading, int32_t role, QcdcDecimal value, bool below)
{
    if (role == QCDC_ROLE_BASE || role == QCDC_ROLE_PLAN)
        return reading->has_base && equals(reading->base, value);
    if (role == QCDC_ROLE_CURRENT || role == QCDC_ROLE_RATE)
        return reading->has_current && equals(reading->current, value);
    if (role == QCDC_ROLE_PERCENT && reading->told == QCDC_TOLD_BOTH && value.coefficient < 0)
        value.coefficient = -value.coefficient; /* W17 */
    if (role == QCDC_ROLE_PERCENT && reading->told == QCDC_TOLD_BOTH)
        return equals(reading->percent, value) && reading->percent_below == below;
    if (told_by(role) == QCDC_TOLD_NONE)
        return true;
    return equals(reading->number, value) && (reading->told == QCDC_TOLD_BOTH || reading->percent_below == below);
}

static bool holds_figures(const Written *written, const Read *read)
{
    QcdcToldAs told[MOST_ITEMS] = { QCDC_TOLD_NONE };
    QcdcToldAs unfigured = written->base.base == QCDC_BASE_PLAN ? QCDC_TOLD_FULFILLED : QCDC_TOLD_UNCHANGED;
    for (size_t i = 0; i < written->text.span_count; i++) {
        const QcdcPhraseSpan *span = &written->spans[i];
        QcdcDecimal value;
        bool below;
        if (told_by(span->role) == QCDC_TOLD_PERCENT && told[span->item] == QCDC_TOLD_DIFFERENCE)
            told[span->item] = QCDC_TOLD_BOTH;
        else if (told_by(span->role) != QCDC_TOLD_NONE)
            told[span->item] = told_by(span->role);
        if (!read_span(written, span, &value, &below) && told_by(span->role) != QCDC_TOLD_NONE)
            return fail(written, "a span without a figure");
        if (span->role != QCDC_ROLE_WORDS && !holds_figure(&read->items[span->item], span->role, value, below))
            return fail(written, "another figure");
    }
    for (size_t i = 0; i < read->count; i++)
        if (read->items[i].told != (told[i] == QCDC_TOLD_NONE ? unfigured : told[i]) ||
            read->items[i].direction != written->items[i].change.direction)
            return fail(written, "another form or direction");
    return true;
}

/* What is all equal is said once; only base values tell how many there were (W4). */
static size_t count_told(const Written *written)
{
    bool last = written->shape != QCDC_PHRASE_SHAPE_BASE_FIRST && written->base.base != QCDC_BASE_PLAN;
    for (size_t i = 0; i < written->count; i++)
        last = last && written->items[i].change.direction == QCDC_DIRECTION_UNCHANGED;
    return last && written->style.show_base == 0 ? 1 : written->count;
}

static bool needs_measure(const Written *written, const QcdcPhraseReading *reading, size_t index)
{
    bool amount = written->items[index].change.quantity <= QCDC_QUANTITY_AMOUNT;
    bool listed = written->count > 1 && count_told(written) > 1;
    bool first = written->shape == QCDC_PHRASE_SHAPE_BASE_FIRST && written->base.base != QCDC_BASE_PLAN;
    bool shown = written->style.show_base && reading->has_base && !reading->has_current;
    if (reading->told == QCDC_TOLD_ABOVE || reading->told == QCDC_TOLD_SHORT)
        return amount;
    if (reading->told == QCDC_TOLD_DIFFERENCE || reading->told == QCDC_TOLD_BOTH)
        return amount || !first || written->style.language != QCDC_LANGUAGE_EN;
    return amount && (listed || first || shown);
}

static bool holds_measures(const Written *written, const Read *read)
{
    for (size_t i = 0; i < read->count; i++) {
        const QcdcPhraseReading *reading = &read->items[i];
        bool same = measure_is_read(written->buffer, reading, written->items[i].measure,
                                    written->style.language == QCDC_LANGUAGE_EN);
        if (reading->measure_end > reading->measure_start ? !same : needs_measure(written, reading, i))
            return fail(written, "another measure");
    }
    return true;
}

static bool is_named(const Written *written, const Read *read, QcdcBase base, QcdcBasePhrase phrase)
{
    bool left_out = written->base.left_out && read->base.base == QCDC_BASE_DEFAULT;
    if (left_out || (read->base.base == base && read->base.phrase == phrase))
        return true;
    return fail(written, "another base");
}

static bool is_period(const Written *written, const Read *read)
{
    if (!is_named(written, read, QCDC_BASE_PERIOD, QCDC_BASE_PHRASE_YEAR))
        return false;
    return read->base.base == QCDC_BASE_DEFAULT || qcdc_period_equals(read->base.period, written->base.period) ||
           fail(written, "another period of the base");
}

static bool holds_same_period(const Written *written, const Read *read)
{
    static const QcdcBasePhrase vietnamese[] = { QCDC_BASE_PHRASE_FULL, QCDC_BASE_PHRASE_FULL, QCDC_BASE_PHRASE_SHORT,
                                                 QCDC_BASE_PHRASE_ABBREVIATED, QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED,
                                                 QCDC_BASE_PHRASE_DATED, QCDC_BASE_PHRASE_YEAR };
    QcdcBasePhrase phrase = vietnamese[written->style.base_phrase];
    if (phrase == QCDC_BASE_PHRASE_YEAR)
        return is_period(written, read);
    if (phrase == QCDC_BASE_PHRASE_FULL_THEN_ABBREVIATED && written->base.abbreviation_said)
        phrase = QCDC_BASE_PHRASE_ABBREVIATED;
    if (written->style.language == QCDC_LANGUAGE_EN && phrase != QCDC_BASE_PHRASE_DATED)
        phrase = QCDC_BASE_PHRASE_FULL;
    if (!is_named(written, read, QCDC_BASE_SAME_PERIOD, phrase))
        return false;
    return phrase != QCDC_BASE_PHRASE_DATED || read->base.base == QCDC_BASE_DEFAULT ||
           read->base.period.kind == QCDC_PERIOD_YEAR || fail(written, "no base year");
}

static bool holds_plan(const Written *written, const Read *read)
{
    char words[256];
    QcdcPhraseText text = { .buffer = words, .size = sizeof words };
    qcdc_phrase_write_base(&written->base, &written->style, &text, NULL);
    size_t length = read->base.words_end - read->base.words_start;
    bool same = length == text.length && memcmp(written->buffer + read->base.words_start, words, length) == 0;
    bool year = read->base.plan_of_year == written->base.plan_of_year;
    bool other = !written->base.plan_of_year && !qcdc_period_equals(written->base.period, written->base.current);
    bool period = !other || qcdc_period_equals(read->base.period, written->base.period);
    return (read->base.base == QCDC_BASE_PLAN && same && year && period) || fail(written, "another plan");
}

static bool holds_beside(const Written *written, const Read *read)
{
    const char *name = written->base.name;
    size_t length = read->base.words_end - read->base.words_start;
    if (written->base.left_out && read->base.base == QCDC_BASE_DEFAULT)
        return true;
    bool same = length == strlen(name) && memcmp(written->buffer + read->base.words_start, name, length) == 0;
    return (same && read->base.base == written->base.base) || fail(written, "another unit");
}

static bool holds_base(const Written *written, const Read *read)
{
    QcdcBasePhrase phrase = written->style.base_phrase;
    bool named = phrase == QCDC_BASE_PHRASE_ABBREVIATED || phrase == QCDC_BASE_PHRASE_DATED || phrase == QCDC_BASE_PHRASE_YEAR;
    bool covered = written->base.base != QCDC_BASE_PLAN && written->base.kinds != NULL;
    if (covered && (read->base.valued != written->base.valued || read->base.expected != written->base.expected))
        return fail(written, "another coverage");
    if (!covered && read->base.expected != 0)
        return fail(written, "a coverage that is not said");
    switch (written->base.base) {
    case QCDC_BASE_PLAN:
        return holds_plan(written, read);
    case QCDC_BASE_UNIT:
    case QCDC_BASE_PARENT_MEAN:
        return holds_beside(written, read);
    case QCDC_BASE_PERIOD:
        return is_period(written, read);
    case QCDC_BASE_PREVIOUS:
        return named ? is_period(written, read) : is_named(written, read, QCDC_BASE_PREVIOUS, QCDC_BASE_PHRASE_FULL);
    default:
        return holds_same_period(written, read);
    }
}

static bool what_is_written_is_read(Random *dice)
{
    Written written;
    Read read;
    QcdcError error = { .status = QCDC_OK };
    if (!draw_written(dice, &written))
        return true;
    memset(&read, 0, sizeof read);
    if (qcdc_phrase_parse(written.buffer, written.text.length, written.style.language, read.items, MOST_ITEMS, &read.count,
                          &read.base, &error) != QCDC_OK)
        return fail(&written, error.text);
    if (read.count != count_told(&written))
        return fail(&written, "another number of changes");
    return holds_figures(&written, &read) && holds_measures(&written, &read) && holds_base(&written, &read);
}

/* Bytes changed, dropped, doubled, or a word of the grammar put in. */
static size_t mutate(Random *dice, char *text, size_t length, size_t size)
{
    static const char *const words[] = { ", ", " và ", "; ", " (", ")", "tăng ", "so với ", "số ", "dưới ", "%", " 1", "cùng kỳ",
                                         "\xC2\xA0", "\xE1", " and ", "on ", "bằng ", "đạt ", " năm " };
    for (uint64_t i = random_below(dice, 5); i > 0 && length > 0; i--) {
        size_t at = (size_t)random_below(dice, length);
        const char *word = words[random_below(dice, sizeof words / sizeof words[0])];
        switch (random_below(dice, 3)) {
        case 0:
            text[at] = (char)random_below(dice, 256);
            break;
        case 1:
            memmove(text + at, text + at + 1, --length - at);
            break;
        default:
            if (length + strlen(word) > size)
                break;
            memmove(text + at + strlen(word), text + at, length - at);
            memcpy(text + at, word, strlen(word));
            length += strlen(word);
        }
    }
    return random_chance(dice, 4) ? (size_t)random_below(dice, length + 1) : length;
}

static bool is_inside(const Read *read, size_t length)
{
    for (size_t i = 0; i < read->count && i < MOST_ITEMS; i++) {
        const QcdcPhraseReading *reading = &read->items[i];
        bool told = reading->told > QCDC_TOLD_NONE && reading->told < QCDC_TOLD_END;
        if (!told || reading->measure_start > reading->measure_end || reading->measure_end > length)
            return false;
    }
    return read->count > 0 && read->base.words_start <= read->base.words_end && read->base.words_end <= length;
}

/* The copy is as long as the text, so that a byte read beyond it is found by the sanitizer. */
static bool no_bytes_lead_astray(Random *dice)
{
    Written written;
    Read read = { .count = 77 };
    QcdcError error = { .status = QCDC_OK };
    if (!draw_written(dice, &written))
        return true;
    size_t length = mutate(dice, written.buffer, written.text.length, TEXT_SIZE);
    char *copy = malloc(length > 0 ? length : 1);
    if (copy == NULL)
        return false;
    memcpy(copy, written.buffer, length);
    QcdcLanguage language = (QcdcLanguage)random_below(dice, QCDC_LANGUAGE_END);
    QcdcStatus status = qcdc_phrase_parse(copy, length, language, read.items, MOST_ITEMS, &read.count, &read.base, &error);
    free(copy);
    bool refused = (status == QCDC_STATUS_SYNTAX || status == QCDC_STATUS_OVERFLOW) && read.count == 77 &&
                   error.column >= 1 && (size_t)error.column <= length + 1;
    return (status == QCDC_OK && is_inside(&read, length)) || refused || fail(&written, "led astray");
}

LAW(what_is_written_is_read)
LAW(no_bytes_lead_astray)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "what is written is read", check_what_is_written_is_read },
        { "no bytes lead astray", check_no_bytes_lead_astray },
    };
    return SUITE_RUN("phrase parser laws", tests, argc, argv);
}
