/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/tally.h>

#include "expect.h"
#include "suite.h"

enum {
    A = QCDC_OBSERVATION_NORMAL,
    P = QCDC_OBSERVATION_PROVISIONAL,
    E = QCDC_OBSERVATION_ESTIMATED,
    M = QCDC_OBSERVATION_NOT_APPLICABLE,
    O = QCDC_OBSERVATION_MISSING,
    L = QCDC_OBSERVATION_NOT_COLLECTED,
    B = QCDC_OBSERVATION_BREAK,
    D = QCDC_OBSERVATION_DEFINITION,
    U = QCDC_OBSERVATION_LOW_RELIABILITY
};

#define LARGEST INT64_C(999999999999999999)

static QcdcDecimal decimal(int64_t coefficient, unsigned decimals)
{
    QcdcDecimal value = { coefficient, (uint8_t)decimals, { 0 } };
    return value;
}

static QcdcTally tally_of(const int64_t *coefficients, size_t count, unsigned decimals)
{
    QcdcTally tally = { 0 };
    for (size_t i = 0; i < count; i++)
        CU_ASSERT_EQUAL(qcdc_tally_add(&tally, decimal(coefficients[i], decimals), A, NULL), QCDC_OK);
    return tally;
}

static bool are_equal(const QcdcTally *left, const QcdcTally *right)
{
    return memcmp(left, right, sizeof *left) == 0;
}

static void statuses_merge_to_the_less_firm(void)
{
    static const struct {
        int left, right, merged;
    } cases[] = {
        { A, A, A },         { A, P, P },         { P, E, E },         { A, E, E },       { A, O, A },
        { E, M, E },         { M, O, O },         { O, L, L },         { M, M, M },       { A | B, P | D, P | B | D },
        { A | U, O | B, A | U | B },              { E, A | B, E | B }, { P | B, P | B, P | B },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcObservationStatus left = (QcdcObservationStatus)cases[i].left, right = (QcdcObservationStatus)cases[i].right;
        expect_number("merge", qcdc_observation_status_merge(left, right), cases[i].merged);
        expect_number("merge", qcdc_observation_status_merge(right, left), cases[i].merged);
    }
}

static void statuses_are_read_and_written(void)
{
    static const struct {
        const char *written, *text;
        int status;
    } cases[] = {
        { "A", "A", A },           { "P", "P", P },         { "E", "E", E },             { "M", "M", M },
        { "O", "O", O },           { "L", "L", L },         { "P+B", "P+B", P | B },     { "A+D+B", "A+B+D", A | B | D },
        { "E+U+D+B", "E+B+D+U", E | B | D | U },            { "O+U", "O+U", O | U },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcObservationStatus status = 77;
        char text[8];
        expect_number(cases[i].written,
                      qcdc_observation_status_parse(cases[i].written, strlen(cases[i].written), &status, NULL), QCDC_OK);
        expect_number(cases[i].written, status, cases[i].status);
        CU_ASSERT_EQUAL(qcdc_observation_status_to_text(status, text, sizeof text), strlen(cases[i].text));
        expect_text(cases[i].written, text, cases[i].text);
    }
}

static void what_is_no_status_is_refused(void)
{
    static const char *const texts[] = { "",     "X",    "AA",   "a",   "A+",    "+B",  "A+X", "A+B+B", "A B", "B",
                                         "P+B+", "A-B",  "A ",   " A",  "A+B+D+U+B", "P+E" };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        QcdcObservationStatus status = 77;
        QcdcError error;
        char message[200];
        snprintf(message, sizeof message,
                 "status \"%s\" is not a status; one of A, P, E, M, O, L, then +B, +D, +U as they apply: P+B", texts[i]);
        expect_number(texts[i], qcdc_observation_status_parse(texts[i], strlen(texts[i]), &status, &error),
                      QCDC_STATUS_SYNTAX);
        expect_text(texts[i], error.text, message);
        CU_ASSERT_EQUAL(status, 77);
    }
    QcdcObservationStatus status;
    CU_ASSERT_EQUAL(qcdc_observation_status_parse("A", 1, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_observation_status_parse(NULL, 1, &status, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_observation_status_parse(NULL, 0, &status, NULL), QCDC_STATUS_SYNTAX);
    static const int invalid[] = { 3, 7, 15, 128, 255 };
    for (size_t i = 0; i < sizeof invalid / sizeof invalid[0]; i++) {
        char text[8] = "x";
        CU_ASSERT_EQUAL(qcdc_observation_status_to_text((QcdcObservationStatus)invalid[i], text, sizeof text), 0);
        CU_ASSERT_STRING_EQUAL(text, "");
    }
}

static void rows_are_counted_and_summed(void)
{
    QcdcTally tally = { 0 };
    QcdcDecimal sum = decimal(77, 7);
    QcdcError error;
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, &sum, &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_STRING_EQUAL(error.text, "no row has a value");
    qcdc_tally_add_missing(&tally, O | U);
    CU_ASSERT(tally.offered == 1 && tally.valued == 0 && tally.status == U && tally.has_decimals == 0);
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, &sum, NULL), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(sum.coefficient, 77);
    CU_ASSERT_EQUAL(qcdc_tally_add(&tally, decimal(487, 1), P | B, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_tally_add(&tally, decimal(-500, 1), A, NULL), QCDC_OK);
    CU_ASSERT(tally.offered == 3 && tally.valued == 2 && tally.status == (P | B | U) && tally.decimals == 1);
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, &sum, NULL), QCDC_OK);
    CU_ASSERT(sum.coefficient == -13 && sum.decimals == 1);
}

static void a_sum_of_zero_is_a_value(void)
{
    static const int64_t rows[] = { 5, -5 };
    QcdcTally tally = tally_of(rows, 2, 0);
    QcdcDecimal sum = decimal(77, 7);
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, &sum, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(sum.coefficient, 0);
}

static void sums_carry_into_the_high_half(void)
{
    QcdcTally tally = { 0 }, negative = { 0 };
    for (int i = 0; i < 40; i++) {
        CU_ASSERT_EQUAL(qcdc_tally_add(&tally, decimal(LARGEST, 0), A, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(qcdc_tally_add(&negative, decimal(-LARGEST, 0), A, NULL), QCDC_OK);
    }
    /* 40 × (10^18 − 1) = 2 × 2^64 + 3106511852580896728 */
    CU_ASSERT(tally.sum_high == 2 && tally.sum_low == UINT64_C(3106511852580896728));
    CU_ASSERT(negative.sum_high == -3 && negative.sum_low == UINT64_C(15340232221128654888));
    QcdcDecimal sum = decimal(77, 7);
    QcdcError error;
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, &sum, &error), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&negative, &sum, NULL), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(sum.coefficient, 77);
    CU_ASSERT_STRING_EQUAL(error.text, "the result has more than 18 digits; values lie below 10^18 in units of their last "
                                       "decimal");
    CU_ASSERT_EQUAL(qcdc_tally_merge(&tally, &negative, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, &sum, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(sum.coefficient, 0);
}

static void sums_may_leave_the_range_and_come_back(void)
{
    static const int64_t rows[] = { LARGEST, 1, -1, -LARGEST, LARGEST };
    QcdcTally tally = tally_of(rows, 2, 9);
    QcdcDecimal sum;
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, &sum, NULL), QCDC_STATUS_OVERFLOW);
    tally = tally_of(rows, 5, 9);
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, &sum, NULL), QCDC_OK);
    CU_ASSERT(sum.coefficient == LARGEST && sum.decimals == 9);
}

static void rows_that_do_not_belong_are_refused(void)
{
    static const int64_t rows[] = { 5 };
    QcdcTally tally = tally_of(rows, 1, 2), before = tally, other = tally_of(rows, 1, 3), missing = { 0 };
    QcdcError error;
    QcdcStatus statuses[] = {
        qcdc_tally_add(&tally, decimal(1, 3), A, &error),
        qcdc_tally_merge(&tally, &other, &error),
        qcdc_tally_add(&tally, decimal(LARGEST + 1, 2), A, &error),
        qcdc_tally_add(&tally, decimal(1, 10), A, &error),
        qcdc_tally_add(&tally, decimal(1, 2), O, &error),
        qcdc_tally_add(&tally, decimal(1, 2), M | B, &error),
        qcdc_tally_add(&tally, decimal(1, 2), 3, &error),
        qcdc_tally_add(&tally, decimal(1, 2), 128, &error),
        qcdc_tally_add(NULL, decimal(1, 2), A, &error),
        qcdc_tally_merge(NULL, &tally, &error),
        qcdc_tally_merge(&tally, NULL, &error),
    };
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
        expect_number("argument", statuses[i], QCDC_STATUS_ARGUMENT);
    CU_ASSERT(are_equal(&tally, &before));
    qcdc_tally_add_missing(NULL, O);
    qcdc_tally_add_missing(&missing, O);
    CU_ASSERT_EQUAL(qcdc_tally_merge(&tally, &missing, NULL), QCDC_OK);
    CU_ASSERT(tally.offered == 2 && tally.decimals == 2);
    QcdcDecimal sum;
    other.decimals = 10;
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&other, &sum, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(NULL, &sum, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_tally_get_sum(&tally, NULL, NULL), QCDC_STATUS_ARGUMENT);
}

static void counts_do_not_wrap(void)
{
    QcdcTally full = { .offered = UINT64_MAX }, one = { .offered = 1 }, before = full;
    QcdcTally valued = { .valued = UINT64_MAX }, one_valued = { .valued = 1 };
    QcdcTally high = { .sum_high = INT64_MAX, .sum_low = UINT64_MAX }, step = { .sum_low = 1 };
    QcdcTally low = { .sum_high = INT64_MIN }, back = { .sum_high = -1, .sum_low = UINT64_MAX };
    CU_ASSERT_EQUAL(qcdc_tally_merge(&full, &one, NULL), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(qcdc_tally_merge(&valued, &one_valued, NULL), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(qcdc_tally_merge(&high, &step, NULL), QCDC_STATUS_OVERFLOW);
    CU_ASSERT_EQUAL(qcdc_tally_merge(&low, &back, NULL), QCDC_STATUS_OVERFLOW);
    qcdc_tally_add_missing(&full, O);
    CU_ASSERT(are_equal(&full, &before));
}

static void a_tally_may_be_merged_with_itself(void)
{
    static const int64_t rows[] = { 5, -2 };
    QcdcTally tally = tally_of(rows, 2, 0);
    CU_ASSERT_EQUAL(qcdc_tally_merge(&tally, &tally, NULL), QCDC_OK);
    CU_ASSERT(tally.offered == 4 && tally.valued == 4 && tally.sum_low == 6 && tally.sum_high == 0);
}

/* 40 rows of −(10^18 − 1), one decimal, provisional with a break, and two rows without a value. */
static const uint8_t packed[QCDC_TALLY_PACKED_SIZE] = {
    'Q',  'T',  'L',  'Y',  1,    1,    1,    17,   /* version, has_decimals, decimals, status P+B */
    0x28, 0x00, 0x60, 0xD8, 0xED, 0x73, 0xE3, 0xD4, /* low half of the sum */
    0xFD, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, /* high half */
    42,   0,    0,    0,    0,    0,    0,    0,    /* offered */
    40,   0,    0,    0,    0,    0,    0,    0,    /* valued */
};

static void the_packed_form_is_fixed(void)
{
    QcdcTally tally = { 0 }, read;
    uint8_t bytes[QCDC_TALLY_PACKED_SIZE + 1];
    for (int i = 0; i < 40; i++)
        qcdc_tally_add(&tally, decimal(-LARGEST, 1), P | B, NULL);
    qcdc_tally_add_missing(&tally, O);
    qcdc_tally_add_missing(&tally, L);
    memset(bytes, 0x55, sizeof bytes);
    qcdc_tally_pack(&tally, bytes);
    CU_ASSERT_EQUAL(memcmp(bytes, packed, sizeof packed), 0);
    CU_ASSERT_EQUAL(bytes[QCDC_TALLY_PACKED_SIZE], 0x55);
    CU_ASSERT_EQUAL(qcdc_tally_unpack(packed, sizeof packed, &read, NULL), QCDC_OK);
    CU_ASSERT(are_equal(&read, &tally));
    qcdc_tally_pack(NULL, bytes);
    qcdc_tally_pack(&tally, NULL);
    CU_ASSERT_EQUAL(memcmp(bytes, packed, sizeof packed), 0);
    CU_ASSERT_EQUAL(sizeof(QcdcTally), 48);
}

static void bytes_that_no_rows_make_are_refused(void)
{
    static const struct {
        const char *row;
        size_t at;
        uint8_t byte;
        QcdcStatus status;
    } cases[] = {
        { "magic", 0, 'q', QCDC_STATUS_SYNTAX },
        { "end of magic", 3, 0, QCDC_STATUS_SYNTAX },
        { "version 0", 4, 0, QCDC_STATUS_REFUSED },
        { "version 2", 4, 2, QCDC_STATUS_REFUSED },
        { "no decimals", 5, 0, QCDC_STATUS_SYNTAX },
        { "has_decimals 2", 5, 2, QCDC_STATUS_SYNTAX },
        { "10 decimals", 6, 10, QCDC_STATUS_SYNTAX },
        { "status O", 7, O, QCDC_STATUS_SYNTAX },
        { "status 3", 7, 3, QCDC_STATUS_SYNTAX },
        { "unknown flag", 7, 128, QCDC_STATUS_SYNTAX },
        { "sum beyond the rows", 16, 0xFC, QCDC_STATUS_SYNTAX },
        { "sum one beyond the rows", 8, 0x27, QCDC_STATUS_SYNTAX },
        { "more valued than offered", 24, 39, QCDC_STATUS_SYNTAX },
        { "fewer values than the sum needs", 32, 39, QCDC_STATUS_SYNTAX },
        { "no values", 32, 0, QCDC_STATUS_SYNTAX },
        { "first reserved byte", 40, 1, QCDC_STATUS_SYNTAX },
        { "last reserved byte", 63, 1, QCDC_STATUS_SYNTAX },
    };
    QcdcTally tally = { .offered = 77 };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint8_t bytes[QCDC_TALLY_PACKED_SIZE];
        memcpy(bytes, packed, sizeof bytes);
        bytes[cases[i].at] = cases[i].byte;
        expect_number(cases[i].row, qcdc_tally_unpack(bytes, sizeof bytes, &tally, NULL), cases[i].status);
    }
    CU_ASSERT_EQUAL(qcdc_tally_unpack(packed, sizeof packed - 1, &tally, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_tally_unpack(NULL, 0, &tally, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_tally_unpack(NULL, 64, &tally, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_tally_unpack(packed, sizeof packed, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(tally.offered, 77);
}

static void empty_tallies_have_one_packed_form(void)
{
    static const struct {
        size_t at;
        uint8_t byte;
    } cases[] = { { 5, 1 }, { 6, 1 }, { 7, P }, { 7, B }, { 8, 1 }, { 16, 1 }, { 32, 1 } };
    QcdcTally empty = { 0 }, tally = { .offered = 77 };
    uint8_t bytes[QCDC_TALLY_PACKED_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        qcdc_tally_pack(&empty, bytes);
        bytes[cases[i].at] = cases[i].byte;
        CU_ASSERT_EQUAL(qcdc_tally_unpack(bytes, sizeof bytes, &tally, NULL), QCDC_STATUS_SYNTAX);
    }
    CU_ASSERT_EQUAL(tally.offered, 77);
    qcdc_tally_pack(&empty, bytes);
    CU_ASSERT_EQUAL(qcdc_tally_unpack(bytes, sizeof bytes, &tally, NULL), QCDC_OK);
    CU_ASSERT(are_equal(&tally, &empty));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "statuses merge to the less firm", statuses_merge_to_the_less_firm },
        { "statuses are read and written", statuses_are_read_and_written },
        { "what is no status is refused", what_is_no_status_is_refused },
        { "rows are counted and summed", rows_are_counted_and_summed },
        { "a sum of zero is a value", a_sum_of_zero_is_a_value },
        { "sums carry into the high half", sums_carry_into_the_high_half },
        { "sums may leave the range and come back", sums_may_leave_the_range_and_come_back },
        { "rows that do not belong are refused", rows_that_do_not_belong_are_refused },
        { "counts do not wrap", counts_do_not_wrap },
        { "a tally may be merged with itself", a_tally_may_be_merged_with_itself },
        { "the packed form is fixed", the_packed_form_is_fixed },
        { "bytes that no rows make are refused", bytes_that_no_rows_make_are_refused },
        { "empty tallies have one packed form", empty_tallies_have_one_packed_form },
    };
    return SUITE_RUN("tally", tests, argc, argv);
}
