/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of periods and days (S13, S14, S15), against a calendar that counts from month to month. */

#include <inttypes.h>
#include <string.h>

#include <qcdc/calendar.h>

#include "law.h"

enum {
    FIRST_DAY = -719162,
    LAST_DAY = 2932896,
    FIRST_MONTH = 12,
    AFTER_LAST_MONTH = 120000
};

/* Month → its first day, by adding up the months since year 1. */
static int32_t month_starts[AFTER_LAST_MONTH + 1];

static void fill_month_starts(void)
{
    static const int32_t lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int32_t day = FIRST_DAY;
    for (int32_t month = FIRST_MONTH; month <= AFTER_LAST_MONTH; month++) {
        int32_t year = month / 12;
        bool is_leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        month_starts[month] = day;
        day += lengths[month % 12] + (is_leap && month % 12 == 1);
    }
}

typedef struct {
    int32_t first, last;
} Days;

static Days days_of(QcdcPeriod period)
{
    Days days = { period.start, period.start + period.count - 1 };
    if (period.kind != QCDC_PERIOD_DAYS) {
        days.first = month_starts[period.start];
        days.last = month_starts[period.start + period.count] - 1;
    }
    return days;
}

/* All years as often, but every second one near an edge, around leap years, or where people work. */
static int32_t draw_year(Random *dice)
{
    static const int16_t around[] = { 1900, 2000, 2004, 2020, 2022, 4, 100, 400 };
    if (random_chance(dice, 4))
        return around[random_below(dice, sizeof around / sizeof around[0])] + (int32_t)random_between(dice, -1, 1);
    return (int32_t)random_near_edges(dice, 1, 9999);
}

static QcdcPeriod make(unsigned kind, int32_t start, int32_t count)
{
    QcdcPeriod period = { start, count, (uint8_t)kind, { 0 } };
    return period;
}

static QcdcPeriod draw_days(Random *dice, int32_t year)
{
    int32_t month = 12 * year + (int32_t)random_below(dice, 12);
    int32_t first = month_starts[month] + (int32_t)random_near_edges(dice, 0, 30);
    int32_t count = (int32_t)random_near_edges(dice, 1, random_chance(dice, 4) ? 2000 : 62);
    if (random_chance(dice, 4)) /* a whole month, as days */
        return make(QCDC_PERIOD_DAYS, month_starts[month], month_starts[month + 1] - month_starts[month]);
    if (first > LAST_DAY - count + 1)
        first = LAST_DAY - count + 1;
    return make(QCDC_PERIOD_DAYS, first, count);
}

static QcdcPeriod draw_span(Random *dice, int32_t year)
{
    int32_t start = 12 * year + (random_chance(dice, 2) ? 0 : (int32_t)random_below(dice, 12));
    int32_t room = (AFTER_LAST_MONTH - start) / 12;
    int32_t years = (int32_t)random_between(dice, 2, random_chance(dice, 4) ? 300 : 6);
    if (room < 2)
        return make(QCDC_PERIOD_SPAN, start - 60, 24);
    return make(QCDC_PERIOD_SPAN, start, 12 * (years > room ? room : years));
}

static QcdcPeriod draw_period_of_year(Random *dice, int32_t year)
{
    static const uint8_t to_date[] = { 2, 4, 5, 7, 8, 9, 10, 11 };
    switch (random_between(dice, QCDC_PERIOD_MONTH, QCDC_PERIOD_DAYS)) {
    case QCDC_PERIOD_MONTH:
        return make(QCDC_PERIOD_MONTH, 12 * year + (int32_t)random_below(dice, 12), 1);
    case QCDC_PERIOD_QUARTER:
        return make(QCDC_PERIOD_QUARTER, 12 * year + 3 * (int32_t)random_below(dice, 4), 3);
    case QCDC_PERIOD_HALF:
        return make(QCDC_PERIOD_HALF, 12 * year + 6 * (int32_t)random_below(dice, 2), 6);
    case QCDC_PERIOD_TO_DATE:
        return make(QCDC_PERIOD_TO_DATE, 12 * year, to_date[random_below(dice, sizeof to_date)]);
    case QCDC_PERIOD_YEAR:
        return make(QCDC_PERIOD_YEAR, 12 * year, 12);
    case QCDC_PERIOD_SPAN:
        return draw_span(dice, year);
    default:
        return draw_days(dice, year);
    }
}

static QcdcPeriod draw_period(Random *dice)
{
    return draw_period_of_year(dice, draw_year(dice));
}

/* From two years only, so that periods meet. */
static QcdcPeriod draw_close_period(Random *dice)
{
    return draw_period_of_year(dice, 2019 + (int32_t)random_below(dice, 2));
}

static bool fails(const char *what, QcdcPeriod left, QcdcPeriod right)
{
    char one[QCDC_PERIOD_TEXT_SIZE], other[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(left, one, sizeof one);
    qcdc_period_to_text(right, other, sizeof other);
    printf("# %s: %s, %s\n", what, one, other);
    return false;
}

static bool are_same(QcdcPeriod left, QcdcPeriod right)
{
    return memcmp(&left, &right, sizeof left) == 0;
}

static bool written_is_read_back(Random *dice)
{
    QcdcPeriod period = draw_period(dice), read = make(7, 7, 7);
    char label[QCDC_PERIOD_TEXT_SIZE];
    size_t length = qcdc_period_to_text(period, label, sizeof label);
    bool holds = qcdc_period_is_valid(period) && length > 0 && length < sizeof label && strlen(label) == length &&
                 qcdc_period_parse(label, length, &read, NULL) == QCDC_OK && are_same(read, period);
    return holds || fails("written and read", period, read);
}
LAW(written_is_read_back)

/* A label with one byte changed is refused, or is the label of a period, perhaps in its other spelling. */
static bool what_is_read_is_written_once(Random *dice)
{
    static const char letters[] = "0123456789-/PYMQS0123 x";
    QcdcPeriod period = draw_period(dice), read = make(7, 7, 7), again;
    char label[QCDC_PERIOD_TEXT_SIZE], written[QCDC_PERIOD_TEXT_SIZE];
    size_t length = qcdc_period_to_text(period, label, sizeof label);
    label[random_below(dice, length)] = letters[random_below(dice, sizeof letters - 1)];
    if (qcdc_period_parse(label, length, &read, NULL) != QCDC_OK)
        return are_same(read, make(7, 7, 7)) || fails("touched", period, read);
    length = qcdc_period_to_text(read, written, sizeof written);
    bool holds = qcdc_period_is_valid(read) && length > 0 &&
                 qcdc_period_parse(written, length, &again, NULL) == QCDC_OK && are_same(again, read);
    return holds || fails("spoiled and read", period, read);
}
LAW(what_is_read_is_written_once)

static bool days_are_those_of_the_calendar(Random *dice)
{
    QcdcPeriod period = draw_period(dice);
    Days days = days_of(period);
    int32_t first, last;
    bool holds = qcdc_calendar_get_days(NULL, period, &first, &last, NULL) == QCDC_OK &&
                 first == days.first && last == days.last && qcdc_period_contains(period, period);
    return holds || fails("days", period, period);
}
LAW(days_are_those_of_the_calendar)

static bool containing_and_meeting_is_by_days(Random *dice)
{
    QcdcPeriod left = draw_close_period(dice), right = draw_close_period(dice);
    Days one = days_of(left), other = days_of(right);
    bool contains = one.first <= other.first && other.last <= one.last;
    bool is_apart = one.last < other.first || other.last < one.first;
    bool holds = qcdc_period_contains(left, right) == contains && qcdc_period_overlaps(left, right) == !is_apart &&
                 qcdc_period_overlaps(right, left) == !is_apart;
    return holds || fails("inside and meeting", left, right);
}
LAW(containing_and_meeting_is_by_days)

/* Of all kinds but months to date, which begin where they began. */
static bool previous_ends_just_before(Random *dice)
{
    QcdcPeriod period = draw_period(dice), previous;
    Days days = days_of(period);
    QcdcStatus status = qcdc_period_previous(period, &previous, NULL);
    if (period.kind == QCDC_PERIOD_TO_DATE) {
        bool holds = status == QCDC_OK && previous.start == period.start && previous.count == period.count - 1 &&
                     qcdc_period_is_valid(previous) && days_of(previous).last < days.last;
        return holds || fails("previous to date", period, previous);
    }
    int32_t earliest = period.kind == QCDC_PERIOD_DAYS ? FIRST_DAY : FIRST_MONTH;
    if (period.start - period.count < earliest)
        return status == QCDC_STATUS_REFUSED || fails("previous", period, previous);
    bool holds = status == QCDC_OK && qcdc_period_is_valid(previous) && previous.kind == period.kind &&
                 previous.count == period.count && days_of(previous).last == days.first - 1 &&
                 qcdc_period_compare(previous, period) < 0;
    return holds || fails("previous", period, previous);
}
LAW(previous_ends_just_before)

/* A day's like in the year before, on its month's page: 29 February is not there and becomes the 28th. */
static int32_t a_year_before(int32_t day)
{
    int32_t month = FIRST_MONTH;
    for (int32_t step = 65536; step > 0; step /= 2)
        if (month + step < AFTER_LAST_MONTH && month_starts[month + step] <= day)
            month += step;
    int32_t of_month = day - month_starts[month];
    int32_t length = month_starts[month - 11] - month_starts[month - 12];
    return month_starts[month - 12] + (of_month < length ? of_month : length - 1);
}

static bool same_last_year_is_the_label_a_year_back(Random *dice)
{
    QcdcPeriod period = draw_period(dice), base = make(7, 7, 7);
    QcdcStatus status = qcdc_period_same_last_year(period, &base, NULL);
    Days days = days_of(period);
    if (period.kind == QCDC_PERIOD_SPAN || days.first < month_starts[2 * FIRST_MONTH])
        return (status == QCDC_STATUS_REFUSED && are_same(base, make(7, 7, 7))) || fails("refused", period, base);
    Days wanted = { a_year_before(days.first), a_year_before(days.last) };
    if (period.kind != QCDC_PERIOD_DAYS)
        wanted = days_of(make(period.kind, period.start - 12, period.count));
    bool holds = status == QCDC_OK && qcdc_period_is_valid(base) && base.kind == period.kind &&
                 days_of(base).first == wanted.first && days_of(base).last == wanted.last;
    return holds || fails("same last year", period, base);
}
LAW(same_last_year_is_the_label_a_year_back)

static bool same_last_year_keeps_what_a_label_contains(Random *dice)
{
    QcdcPeriod outer, inner, before = { 0 }, before_inner;
    do {
        outer = draw_close_period(dice);
        inner = draw_close_period(dice);
    } while (outer.kind >= QCDC_PERIOD_SPAN || !qcdc_period_contains(outer, inner));
    bool holds = qcdc_period_same_last_year(outer, &before, NULL) == QCDC_OK &&
                 qcdc_period_same_last_year(inner, &before_inner, NULL) == QCDC_OK &&
                 qcdc_period_contains(before, before_inner);
    return holds || fails("contained last year", outer, inner);
}
LAW(same_last_year_keeps_what_a_label_contains)

static QcdcPeriodKind draw_tile_kind(Random *dice)
{
    static const QcdcPeriodKind kinds[] = { QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR };
    return kinds[random_below(dice, 4)];
}

/* The tiles begin and end with the period, and each begins the day after the one before. */
static bool tiles_cover_exactly(Random *dice)
{
    QcdcPeriod period;
    QcdcPeriodKind kind;
    uint32_t count;
    do {
        period = draw_period(dice);
        kind = draw_tile_kind(dice);
        count = qcdc_period_count_tiles(period, kind);
    } while (count == 0);
    Days days = days_of(period);
    int32_t expected = days.first;
    bool holds = true;
    for (uint32_t i = 0; i < count && holds; i++) {
        QcdcPeriod tile = qcdc_period_get_tile(period, kind, i);
        holds = qcdc_period_is_valid(tile) && tile.kind == kind && days_of(tile).first == expected;
        expected = holds ? days_of(tile).last + 1 : expected;
    }
    holds = holds && expected == days.last + 1 && qcdc_period_get_tile(period, kind, count).kind == QCDC_PERIOD_NONE;
    return holds || fails("tiles", period, qcdc_period_get_tile(period, kind, 0));
}
LAW(tiles_cover_exactly)

static bool is_tile_of(QcdcPeriod tile, QcdcPeriod period)
{
    uint32_t count = qcdc_period_count_tiles(period, (QcdcPeriodKind)tile.kind);
    for (uint32_t i = 0; i < count; i++)
        if (are_same(qcdc_period_get_tile(period, (QcdcPeriodKind)tile.kind, i), tile))
            return true;
    return false;
}

/* Where a period is tiled by a kind, it contains a period of that kind exactly if that is one of the tiles. Where it is
 * not, though it is no range of days, some period of the kind crosses its edge. */
static bool contained_is_a_tile(Random *dice)
{
    QcdcPeriod period, candidate;
    do
        period = draw_close_period(dice);
    while (period.kind == QCDC_PERIOD_DAYS);
    do
        candidate = draw_close_period(dice);
    while (candidate.kind == QCDC_PERIOD_TO_DATE || candidate.kind >= QCDC_PERIOD_SPAN);
    if (qcdc_period_count_tiles(period, (QcdcPeriodKind)candidate.kind) > 0)
        return qcdc_period_contains(period, candidate) == is_tile_of(candidate, period) ||
               fails("tile", period, candidate);
    QcdcPeriod first = make(candidate.kind, period.start - period.start % candidate.count, candidate.count);
    int32_t last_month = period.start + period.count - 1;
    QcdcPeriod last = make(candidate.kind, last_month - last_month % candidate.count, candidate.count);
    bool crosses = !qcdc_period_contains(period, first) || !qcdc_period_contains(period, last);
    return crosses || fails("no tile", period, candidate);
}
LAW(contained_is_a_tile)

static bool a_container_is_the_one_of_its_kind(Random *dice)
{
    QcdcPeriod period = draw_close_period(dice), other = draw_close_period(dice);
    QcdcPeriodKind kind = draw_tile_kind(dice);
    QcdcPeriod container = qcdc_period_get_container(period, kind);
    bool holds = container.kind == QCDC_PERIOD_NONE ||
                 (container.kind == kind && qcdc_period_is_valid(container) && qcdc_period_contains(container, period));
    if (other.kind == kind && qcdc_period_contains(other, period))
        holds = holds && are_same(container, other);
    return holds || fails("container", period, container);
}
LAW(a_container_is_the_one_of_its_kind)

static bool order_is_total(Random *dice)
{
    QcdcPeriod a = draw_close_period(dice), b = draw_close_period(dice), c = draw_close_period(dice);
    int ab = qcdc_period_compare(a, b), bc = qcdc_period_compare(b, c), ac = qcdc_period_compare(a, c);
    bool holds = ab == -qcdc_period_compare(b, a) && (ab == 0) == qcdc_period_equals(a, b) &&
                 (ab == 0) == are_same(a, b) && !(ab <= 0 && bc <= 0 && ac > 0) && !(ab >= 0 && bc >= 0 && ac < 0);
    return holds || fails("order", a, b);
}
LAW(order_is_total)

/* Any bytes at all: functions that take a period answer, and only periods are taken for periods. */
static bool any_bytes_are_safe(Random *dice)
{
    QcdcPeriod period = draw_period(dice), out = make(7, 7, 7);
    period.start += random_chance(dice, 2) ? (int32_t)random_between(dice, -3, 3) : (int32_t)random_bits(dice) / 2;
    period.count += random_chance(dice, 2) ? (int32_t)random_between(dice, -3, 3) : (int32_t)random_bits(dice) / 2;
    period.kind = (uint8_t)random_below(dice, 10);
    char label[QCDC_PERIOD_TEXT_SIZE];
    QcdcPeriod read;
    size_t length = qcdc_period_to_text(period, label, sizeof label);
    bool is_label = qcdc_period_parse(label, length, &read, NULL) == QCDC_OK && are_same(read, period);
    bool holds = qcdc_period_is_valid(period) == is_label;
    if (!is_label)
        holds = holds && length == 0 && qcdc_period_previous(period, &out, NULL) == QCDC_STATUS_ARGUMENT &&
                qcdc_period_same_last_year(period, &out, NULL) == QCDC_STATUS_ARGUMENT &&
                !qcdc_period_contains(period, period) && qcdc_period_compare(period, period) == 0;
    if (!holds)
        printf("# kind %u, start %" PRId32 ", count %" PRId32 "\n", period.kind, period.start, period.count);
    return holds;
}
LAW(any_bytes_are_safe)

/* Every day there is, not a sample. */
static void check_all_days(void)
{
    int32_t month = FIRST_MONTH;
    bool holds = true;
    for (int32_t day = FIRST_DAY; day <= LAST_DAY && holds; day++) {
        int year, number, of_month;
        int32_t back, parsed;
        char text[QCDC_DAY_TEXT_SIZE];
        month += day >= month_starts[month + 1];
        qcdc_day_to_date(day, &year, &number, &of_month);
        holds = year == month / 12 && number == month % 12 + 1 && of_month == day - month_starts[month] + 1 &&
                qcdc_day_from_date(year, number, of_month, &back, NULL) == QCDC_OK && back == day &&
                qcdc_day_to_text(day, text, sizeof text) == 10 &&
                qcdc_day_parse(text, 10, &parsed, NULL) == QCDC_OK && parsed == day;
        if (!holds)
            printf("# day %" PRId32 ": %s\n", day, text);
    }
    printf("# %d cases\n", LAST_DAY - FIRST_DAY + 1);
    CU_ASSERT(holds);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "written is read back", check_written_is_read_back },
        { "what is read is written once", check_what_is_read_is_written_once },
        { "days are those of the calendar", check_days_are_those_of_the_calendar },
        { "containing and meeting is by days", check_containing_and_meeting_is_by_days },
        { "previous ends just before", check_previous_ends_just_before },
        { "same last year is the label a year back", check_same_last_year_is_the_label_a_year_back },
        { "same last year keeps what a label contains", check_same_last_year_keeps_what_a_label_contains },
        { "tiles cover exactly", check_tiles_cover_exactly },
        { "contained is a tile", check_contained_is_a_tile },
        { "a container is the one of its kind", check_a_container_is_the_one_of_its_kind },
        { "order is total", check_order_is_total },
        { "any bytes are safe", check_any_bytes_are_safe },
        { "all days", check_all_days },
    };
    fill_month_starts();
    return SUITE_RUN("period-laws", tests, argc, argv);
}
