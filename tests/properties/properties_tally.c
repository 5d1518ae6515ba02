/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of tallies (S19): any split, order and grouping of rows gives the same bytes. */

#include <inttypes.h>
#include <string.h>

#include <qcdc/tally.h>

#include "big.h"
#include "draw-decimal.h"
#include "law.h"

enum {
    MOST_ROWS = 24,
    MOST_PARTS = 6
};

typedef struct {
    QcdcDecimal value;
    QcdcObservationStatus status;
    bool is_missing;
} Row;

static Row draw_row(Random *dice, unsigned decimals)
{
    static const QcdcObservationStatus missing[] = { QCDC_OBSERVATION_NOT_APPLICABLE, QCDC_OBSERVATION_MISSING,
                                                     QCDC_OBSERVATION_NOT_COLLECTED };
    Row row = { { draw_coefficient(dice), (uint8_t)decimals, { 0 } }, 0, random_chance(dice, 4) };
    row.status = row.is_missing ? missing[random_below(dice, 3)] : (QcdcObservationStatus)random_below(dice, 3);
    if (random_chance(dice, 3))
        row.status |= (QcdcObservationStatus)(16 * random_below(dice, 8));
    return row;
}

static size_t draw_rows(Random *dice, Row *rows)
{
    unsigned decimals = (unsigned)random_below(dice, 10);
    size_t count = random_below(dice, MOST_ROWS + 1);
    for (size_t i = 0; i < count; i++)
        rows[i] = draw_row(dice, decimals);
    return count;
}

static bool add_row(QcdcTally *tally, const Row *row)
{
    if (row->is_missing) {
        qcdc_tally_add_missing(tally, row->status);
        return true;
    }
    return qcdc_tally_add(tally, row->value, row->status, NULL) == QCDC_OK;
}

static bool are_same(const QcdcTally *left, const QcdcTally *right)
{
    return memcmp(left, right, sizeof *left) == 0;
}

static bool fails(const char *what, const QcdcTally *left, const QcdcTally *right)
{
    const QcdcTally *tallies[] = { left, right };
    printf("# %s:", what);
    for (size_t i = 0; i < 2; i++)
        printf(" [%" PRId64 " %" PRIu64 ", %" PRIu64 "/%" PRIu64 ", status %u, decimals %u %u]", tallies[i]->sum_high,
               tallies[i]->sum_low, tallies[i]->valued, tallies[i]->offered, tallies[i]->status,
               tallies[i]->has_decimals, tallies[i]->decimals);
    printf("\n");
    return false;
}

/* Doubling a tally some thirty times fills both halves of its sum, as no loop over rows could. */
static QcdcTally draw_tally(Random *dice, unsigned decimals)
{
    QcdcTally tally = { 0 };
    for (uint64_t rows = random_below(dice, 5); rows > 0; rows--) {
        Row row = draw_row(dice, decimals);
        (void)add_row(&tally, &row);
    }
    for (uint64_t doublings = random_chance(dice, 2) ? random_below(dice, 40) : 0; doublings > 0; doublings--)
        (void)qcdc_tally_merge(&tally, &tally, NULL);
    return tally;
}

static bool merge(const QcdcTally *left, const QcdcTally *right, QcdcTally *out_merged)
{
    *out_merged = *left;
    return qcdc_tally_merge(out_merged, right, NULL) == QCDC_OK;
}

static bool the_empty_tally_is_the_identity(Random *dice)
{
    QcdcTally empty = { 0 }, tally = draw_tally(dice, (unsigned)random_below(dice, 10)), left, right;
    bool holds = merge(&empty, &tally, &left) && merge(&tally, &empty, &right) && are_same(&left, &tally) &&
                 are_same(&right, &tally);
    return holds || fails("identity", &tally, &left);
}
LAW(the_empty_tally_is_the_identity)

static bool merging_commutes(Random *dice)
{
    unsigned decimals = (unsigned)random_below(dice, 10);
    QcdcTally one = draw_tally(dice, decimals), other = draw_tally(dice, decimals), there, back;
    bool holds = merge(&one, &other, &there) && merge(&other, &one, &back) && are_same(&there, &back);
    return holds || fails("commuting", &one, &other);
}
LAW(merging_commutes)

static bool merging_associates(Random *dice)
{
    unsigned decimals = (unsigned)random_below(dice, 10);
    QcdcTally a = draw_tally(dice, decimals), b = draw_tally(dice, decimals), c = draw_tally(dice, decimals);
    QcdcTally first, second, left, right;
    bool holds = merge(&a, &b, &first) && merge(&first, &c, &left) && merge(&b, &c, &second) &&
                 merge(&a, &second, &right) && are_same(&left, &right);
    return holds || fails("associating", &left, &right);
}
LAW(merging_associates)

/* Each row goes to any part, and the parts are merged from a part drawn at random on. */
static bool any_split_is_the_whole(Random *dice)
{
    Row rows[MOST_ROWS];
    size_t count = draw_rows(dice, rows), first = random_below(dice, MOST_PARTS);
    QcdcTally whole = { 0 }, parts[MOST_PARTS] = { { 0 } }, merged = { 0 };
    bool holds = true;
    for (size_t i = 0; i < count; i++)
        holds = holds && add_row(&whole, &rows[i]) && add_row(&parts[random_below(dice, MOST_PARTS)], &rows[i]);
    for (size_t i = 0; i < MOST_PARTS; i++)
        holds = holds && qcdc_tally_merge(&merged, &parts[(first + i) % MOST_PARTS], NULL) == QCDC_OK;
    return (holds && are_same(&whole, &merged)) || fails("split", &whole, &merged);
}
LAW(any_split_is_the_whole)

static Big sum_of(const Row *rows, size_t count)
{
    Big sum = big_of(0);
    for (size_t i = 0; i < count; i++)
        if (!rows[i].is_missing)
            sum = big_add(sum, big_of(rows[i].value.coefficient));
    return sum;
}

static bool the_sum_is_that_of_the_rows(Random *dice)
{
    Row rows[MOST_ROWS];
    size_t count = draw_rows(dice, rows), valued = 0;
    QcdcTally tally = { 0 };
    for (size_t i = 0; i < count; i++) {
        (void)add_row(&tally, &rows[i]);
        valued += !rows[i].is_missing;
    }
    Big sum = sum_of(rows, count);
    QcdcDecimal read = { 77, 7, { 0 } };
    QcdcStatus wanted = QCDC_OK;
    if (big_compare_magnitudes(sum, big_shift(big_of(1), 18)) >= 0)
        wanted = QCDC_STATUS_OVERFLOW;
    if (valued == 0)
        wanted = QCDC_STATUS_NOT_FOUND;
    bool holds = tally.offered == count && tally.valued == valued &&
                 qcdc_tally_get_sum(&tally, &read, NULL) == wanted &&
                 (wanted == QCDC_OK ? big_compare(big_of(read.coefficient), sum) == 0 : read.coefficient == 77);
    return holds || fails("sum", &tally, &tally);
}
LAW(the_sum_is_that_of_the_rows)

static bool packed_is_unpacked(Random *dice)
{
    QcdcTally tally = draw_tally(dice, (unsigned)random_below(dice, 10)), read;
    uint8_t bytes[QCDC_TALLY_PACKED_SIZE];
    qcdc_tally_pack(&tally, bytes);
    memset(&read, 0x55, sizeof read);
    bool holds = qcdc_tally_unpack(bytes, sizeof bytes, &read, NULL) == QCDC_OK && are_same(&read, &tally);
    return holds || fails("packed", &tally, &read);
}
LAW(packed_is_unpacked)

/* One changed byte is refused, or is another tally with that packed form; of one value, the sum cannot be out of range. */
static bool spoiled_bytes_are_refused_or_are_a_tally(Random *dice)
{
    QcdcTally tally = draw_tally(dice, (unsigned)random_below(dice, 10)), read = { 0 };
    uint8_t bytes[QCDC_TALLY_PACKED_SIZE], again[QCDC_TALLY_PACKED_SIZE];
    qcdc_tally_pack(&tally, bytes);
    bytes[random_below(dice, sizeof bytes)] = (uint8_t)random_bits(dice);
    if (qcdc_tally_unpack(bytes, sizeof bytes, &read, NULL) != QCDC_OK)
        return true;
    qcdc_tally_pack(&read, again);
    QcdcDecimal sum;
    bool is_reachable = read.valued > 1 || qcdc_tally_get_sum(&read, &sum, NULL) != QCDC_STATUS_OVERFLOW;
    bool holds = memcmp(again, bytes, sizeof bytes) == 0 && read.valued <= read.offered && is_reachable;
    return holds || fails("spoiled", &tally, &read);
}
LAW(spoiled_bytes_are_refused_or_are_a_tally)

static bool statuses_merge_as_rows_do(Random *dice)
{
    QcdcObservationStatus a = draw_row(dice, 0).status, b = draw_row(dice, 0).status, c = draw_row(dice, 0).status;
    QcdcObservationStatus ab = qcdc_observation_status_merge(a, b), bc = qcdc_observation_status_merge(b, c);
    QcdcObservationStatus read = 77;
    char text[8];
    size_t length = qcdc_observation_status_to_text(ab, text, sizeof text);
    bool holds = ab == qcdc_observation_status_merge(b, a) && qcdc_observation_status_merge(a, a) == a &&
                 qcdc_observation_status_merge(ab, c) == qcdc_observation_status_merge(a, bc) &&
                 qcdc_observation_status_parse(text, length, &read, NULL) == QCDC_OK && read == ab;
    if (!holds)
        printf("# statuses %u %u %u\n", a, b, c);
    return holds;
}
LAW(statuses_merge_as_rows_do)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "the empty tally is the identity", check_the_empty_tally_is_the_identity },
        { "merging commutes", check_merging_commutes },
        { "merging associates", check_merging_associates },
        { "any split is the whole", check_any_split_is_the_whole },
        { "the sum is that of the rows", check_the_sum_is_that_of_the_rows },
        { "packed is unpacked", check_packed_is_unpacked },
        { "spoiled bytes are refused or are a tally", check_spoiled_bytes_are_refused_or_are_a_tally },
        { "statuses merge as rows do", check_statuses_merge_as_rows_do },
    };
    return SUITE_RUN("tally-laws", tests, argc, argv);
}
