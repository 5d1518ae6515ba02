/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of tables of observations: the same rows as records and as columns have the same faults, or are the same observations, as texts
 * and as numbers; a decimal of 15 digits comes back from its double, and no other double is taken. */

#include <math.h>

#include "columns.h"
#include "expect.h"
#include "random.h"
#include "suite.h"

/* The next double, away from 0 or towards it. */
static double step_aside(double number, bool is_away)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    bits = is_away || number == 0 ? bits + 1 : bits - 1;
    memcpy(&number, &bits, sizeof bits);
    return number;
}

/* Every decimal of 15 digits comes back from its double, whatever its decimals; the doubles beside that one are refused. */
static void doubles_come_back_as_they_were_written(void)
{
    static const char *const codes[] = { "n", "o", "d", "m" };
    static const uint8_t decimals[] = { 0, 1, 2, 9 };
    enum { MOST_CASES = 100000 };
    static int64_t counts[MOST_CASES];
    Random random = random_begin(suite_get_seed());
    QcdcDatasetBuilder *builder = columns_begin();
    unsigned long cases = suite_get_cases(MOST_CASES);
    for (unsigned long i = 0; i < cases; i++) {
        size_t at = random_below(&random, 4);
        int64_t most = random_chance(&random, 2) ? 999999999999999 : 99999;
        QcdcDecimal value = { .coefficient = counts[i] = random_near_edges(&random, -most, most), .decimals = decimals[at] };
        char text[QCDC_DECIMAL_TEXT_SIZE], month[16];
        qcdc_decimal_to_text(value, text, sizeof text);
        snprintf(month, sizeof month, "%04u-%02u", (unsigned)(i / 12 + 1) % 10000, (unsigned)(i % 12 + 1));
        double number = strtod(text, NULL), beside = step_aside(number, random_chance(&random, 2));
        TABLE(columns) { ONE_TEXT("t"), { QCDC_COLUMN_TEXT, codes[at], 2 }, { QCDC_COLUMN_TEXT, month, strlen(month) + 1 },
                         NUMBERS(number) };
        expect_number(text, columns_append(builder, columns, 1, NULL, NULL), QCDC_OK);
        columns[QCDC_OBSERVATION_VALUE].data = &beside;
        expect_number(text, columns_append(builder, columns, 1, NULL, NULL), QCDC_STATUS_REFUSED);
    }
    QcdcDataset *dataset = columns_finish(builder);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_count(dataset), cases);
    for (unsigned long i = 0; i < cases; i++)
        expect_number("count", columns_get(dataset, i).value.coefficient, counts[i]);
    qcdc_dataset_unref(dataset);
}

enum { MOST_ROWS = 12, MOST_CHOICES = 14, BLOCK_BYTES = 4096 };

/* Texts that a field may hold; those past @good are at fault, or may be. */
static const struct {
    const char *texts[MOST_CHOICES];
    unsigned good;
} choices[QCDC_OBSERVATION_FIELD_END] = {
    { { "t", "t", "a", "new", "old", "b", "", "tt", "t\xFF" }, 4 },
    { { "n", "d", "r", "o", "m", "", "nn", "\xC3(" }, 5 },
    { { "2022", "2021-Q4", "2021-12", "2023", "2024-S1", "2025", "2026-02-03/2026-05-01", "2021", "2020", "2021-Q2", "", "2022-Q5", "x" }, 7 },
    { { "1", "5", "0", "-3", "1.5", "", "43.81", "7.000", "1e5", "1.0000000000" }, 2 },
    { { "", "", "P", "A+B", "M", "O+B", "L", "X" }, 4 },
    { { "", "own", "total", "all" }, 3 },
    { { "", "actual", "central", "plan" }, 3 },
    { { "", "hơn", "gần", "3 hơn", "\xFF" }, 3 },
    { { "", "", "", "", "5", "63", "0", "x" }, 4 },
    { { "", "reported", "derived", "estimated", "typed" }, 4 },
    { { "", "Báo cáo số 5", "Ba\xCC\x81o", "\xC3(" }, 3 },
};

typedef struct Rows {
    const char *texts[MOST_ROWS][QCDC_OBSERVATION_FIELD_END];
    size_t count;
} Rows;

/* Some values have decimals, and some are not there. */
static void draw_value(Random *random, const char **texts)
{
    static const char *const fractions[] = { "1.5", "43.81", "-0.07", "1234567890.1" };
    char indicator = texts[QCDC_OBSERVATION_INDICATOR][0];
    if ((indicator == 'd' || indicator == 'm') && random_chance(random, 2))
        texts[QCDC_OBSERVATION_VALUE] = fractions[random_below(random, indicator == 'd' ? 4 : 3)];
    if (random_chance(random, 8)) {
        texts[QCDC_OBSERVATION_VALUE] = "";
        texts[QCDC_OBSERVATION_STATUS] = random_chance(random, 2) ? "O+B" : "M";
    }
}

/* In most cases without a fault, and neighbours often alike. */
static Rows draw_rows(Random *random)
{
    Rows rows = { .count = random_below(random, MOST_ROWS + 1) };
    unsigned odds = random_chance(random, 3) ? 6 : 1000;
    for (size_t row = 0; row < rows.count; row++) {
        for (size_t field = 0; field < QCDC_OBSERVATION_FIELD_END; field++) {
            size_t count = 0;
            while (count < MOST_CHOICES && choices[field].texts[count] != NULL)
                count++;
            bool is_good = !random_chance(random, odds), is_same = row > 0 && random_chance(random, 2);
            size_t drawn = random_below(random, is_good ? choices[field].good : count);
            rows.texts[row][field] = is_same ? rows.texts[row - 1][field] : choices[field].texts[drawn];
        }
        draw_value(random, rows.texts[row]);
    }
    return rows;
}

static void append_records(QcdcDatasetBuilder *builder, const Rows *rows, const char *file, QcdcFindings *findings)
{
    static const int32_t numbers[QCDC_OBSERVATION_FIELD_END] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
    for (size_t row = 0; row < rows->count; row++) {
        QcdcRecord record = { .values = rows->texts[row], .value_count = QCDC_OBSERVATION_FIELD_END, .source = file,
                              .row = file != NULL ? (int32_t)row + 1 : 0, .columns = numbers };
        CU_ASSERT_EQUAL(qcdc_dataset_builder_append_record(builder, &record, findings, NULL), QCDC_OK);
    }
}

/* A column of one text where all are alike and chance has it, or none where all are empty. */
static QcdcColumn lay_out_texts(const Rows *rows, size_t field, char *block, Random *random)
{
    size_t length = 0;
    bool is_one = rows->count > 0;
    for (size_t row = 0; row < rows->count; row++) {
        size_t size = strlen(rows->texts[row][field]) + 1;
        memcpy(block + length, rows->texts[row][field], size);
        length += size;
        is_one = is_one && strcmp(rows->texts[row][field], rows->texts[0][field]) == 0;
    }
    if (is_one && block[0] == '\0' && field > QCDC_OBSERVATION_VALUE && random_chance(random, 2))
        return (QcdcColumn){ 0 };
    if (is_one && random_chance(random, 2))
        return (QcdcColumn){ QCDC_COLUMN_TEXT, block, strlen(block) + 1 };
    return (QcdcColumn){ QCDC_COLUMN_TEXTS, block, length };
}

static void expect_equal(const QcdcDataset *left, const QcdcDataset *right)
{
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_count(left), qcdc_dataset_get_count(right));
    for (size_t row = 0; row < qcdc_dataset_get_count(left); row++) {
        QcdcObservation one = columns_get(left, row), other = columns_get(right, row);
        expect_number("unit", one.unit, other.unit);
        expect_number("indicator", one.indicator, other.indicator);
        expect(qcdc_period_equals(one.period, other.period), "period", "differs");
        expect_number("value", one.value.coefficient, other.value.coefficient);
        expect_number("decimals", one.value.decimals, other.value.decimals);
        expect_number("status", one.status, other.status);
        expect_number("scope", one.scope, other.scope);
        expect_number("scenario", one.scenario, other.scenario);
        expect_number("field", one.field, other.field);
        expect_text("hedge", one.hedge, other.hedge);
        expect_text("origin", one.origin, other.origin);
        expect_text("source", one.source, other.source);
        expect_text("file", one.file, other.file);
        expect_number("row", one.row, other.row);
    }
}

/* The numbers of a dataset in place of some texts. */
typedef struct Numbers {
    int64_t units[MOST_ROWS], indicators[MOST_ROWS], values[MOST_ROWS], fields[MOST_ROWS];
    double doubles[MOST_ROWS];
} Numbers;

static void put_numbers(const QcdcDataset *dataset, QcdcColumn *columns, Numbers *numbers, Random *random)
{
    size_t count = qcdc_dataset_get_count(dataset);
    bool are_whole = true;
    for (size_t row = 0; row < count; row++) {
        QcdcObservation seen = columns_get(dataset, row);
        QcdcDecimal one = { .coefficient = 1 };
        CU_ASSERT_EQUAL(qcdc_decimal_rescale(one, seen.value.decimals, &one, NULL), QCDC_OK);
        int64_t power = one.coefficient;
        bool is_absence = (seen.status & QCDC_OBSERVATION_CODE_MASK) >= QCDC_OBSERVATION_NOT_APPLICABLE;
        numbers->units[row] = seen.unit;
        numbers->indicators[row] = seen.indicator;
        numbers->values[row] = seen.value.coefficient / power;
        numbers->doubles[row] = is_absence ? NAN : (double)seen.value.coefficient / (double)power;
        numbers->fields[row] = seen.field;
        are_whole = are_whole && !is_absence && seen.value.coefficient % power == 0;
    }
    size_t length = count * sizeof(int64_t);
    if (random_chance(random, 2))
        columns[QCDC_OBSERVATION_UNIT] = (QcdcColumn){ QCDC_COLUMN_INTEGERS, numbers->units, length };
    if (random_chance(random, 2))
        columns[QCDC_OBSERVATION_INDICATOR] = (QcdcColumn){ QCDC_COLUMN_INTEGERS, numbers->indicators, length };
    if (random_chance(random, 2))
        columns[QCDC_OBSERVATION_RANK_FIELD] = (QcdcColumn){ QCDC_COLUMN_INTEGERS, numbers->fields, length };
    if (random_chance(random, 2))
        columns[QCDC_OBSERVATION_VALUE] = (QcdcColumn){ QCDC_COLUMN_NUMBERS, numbers->doubles, length };
    else if (are_whole && random_chance(random, 2))
        columns[QCDC_OBSERVATION_VALUE] = (QcdcColumn){ QCDC_COLUMN_INTEGERS, numbers->values, length };
}

/* Without a fault the rows are the same observations, as texts and as numbers. Are they observations? */
static bool compare_observations(const Rows *rows, QcdcColumn *columns, Random *random)
{
    QcdcDatasetBuilder *by_records = columns_begin(), *by_texts = columns_begin(), *by_numbers = columns_begin();
    QcdcDataset *left = NULL, *right = NULL, *again = NULL;
    Numbers numbers;
    append_records(by_records, rows, NULL, NULL);
    CU_ASSERT_EQUAL(columns_append(by_texts, columns, rows->count, NULL, NULL), QCDC_OK);
    QcdcStatus status = qcdc_dataset_builder_freeze(by_records, NULL, &left, NULL);
    CU_ASSERT_EQUAL(qcdc_dataset_builder_freeze(by_texts, NULL, &right, NULL), status);
    if (status == QCDC_OK) { /* else a key is there twice */
        expect_equal(left, right);
        put_numbers(left, columns, &numbers, random);
        CU_ASSERT_EQUAL(columns_append(by_numbers, columns, rows->count, NULL, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(by_numbers, NULL, &again, NULL), QCDC_OK);
        expect_equal(left, again);
    }
    qcdc_dataset_unref(left);
    qcdc_dataset_unref(right);
    qcdc_dataset_unref(again);
    qcdc_dataset_builder_free(by_records);
    qcdc_dataset_builder_free(by_texts);
    qcdc_dataset_builder_free(by_numbers);
    return status == QCDC_OK;
}

static void tables_say_what_records_say(void)
{
    static char blocks[QCDC_OBSERVATION_FIELD_END][BLOCK_BYTES];
    Random random = random_begin(suite_get_seed());
    unsigned long faulty = 0, frozen = 0, cases = suite_get_cases(20000);
    for (unsigned long i = 0; i < cases; i++) {
        Rows rows = draw_rows(&random);
        QcdcDatasetBuilder *by_records = columns_begin(), *by_columns = columns_begin();
        QcdcFindings *of_records = NULL, *of_columns = NULL;
        QcdcColumn columns[QCDC_OBSERVATION_FIELD_END];
        for (size_t field = 0; field < QCDC_OBSERVATION_FIELD_END; field++)
            columns[field] = lay_out_texts(&rows, field, blocks[field], &random);
        qcdc_findings_new(0, &of_records, NULL);
        qcdc_findings_new(0, &of_columns, NULL);
        append_records(by_records, &rows, "columns", of_records);
        CU_ASSERT_EQUAL(columns_append(by_columns, columns, rows.count, of_columns, NULL), QCDC_OK);
        char *left = findings_to_lines(of_records), *right = findings_to_lines(of_columns);
        expect_lines(right, left);
        faulty += left[0] != '\0';
        if (left[0] == '\0')
            frozen += compare_observations(&rows, columns, &random);
        free(left);
        free(right);
        qcdc_findings_free(of_records);
        qcdc_findings_free(of_columns);
        qcdc_dataset_builder_free(by_records);
        qcdc_dataset_builder_free(by_columns);
    }
    printf("# of %lu tables %lu have faults and %lu are observations\n", cases, faulty, frozen);
    CU_ASSERT(faulty > cases / 10 && frozen > cases / 10);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "doubles come back as they were written", doubles_come_back_as_they_were_written },
        { "tables say what records say", tables_say_what_records_say },
    };
    return SUITE_RUN("dataset table laws", tests, argc, argv);
}
