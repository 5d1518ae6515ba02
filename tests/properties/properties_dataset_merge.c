/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The law of S19 over random datasets: whatever parts rows come in, in whatever order, and however often, what is merged has the cells,
 * explanations, findings and bytes of the rows that came in one pass; and what the parts tell differently is found alike. */

#include <glib.h>
#include <string.h>

#include <qcdc/audit.h>
#include <qcdc/bundle.h>
#include <qcdc/memory.h>

#include "random.h"
#include "suite.h"
#include "tables.h"

enum {
    UNITS = 5,
    INDICATORS = 4,
    LABELS = 7,
    SCENARIOS = 2,
    KEYS = UNITS * INDICATORS * LABELS * SCENARIOS,
    MOST_ROWS = 2 * KEYS,
    MOST_PARTS = 6,
    CASES = 600 /* each some 80 rows, 560 cells and 70 explanations, twice */
};

static const char unit_rows[] = "code,name,level,parent\nt,T,0,\na,A,1,t\nb,B,1,t\nc,C,2,b\nd,D,2,b\n";
static const char indicator_rows[] = "code,name,nature,measure,formula\nn,N,flow,đơn,\nm,M,flow,đơn,\ns,S,closing,người,\nf,F,flow,đơn,n+m\n";
static const char rule_rows[] = "code,rule\nless,m <= n\n";
static const char *const unit_codes[UNITS] = { "t", "a", "b", "c", "d" };
static const char *const indicator_codes[INDICATORS] = { "n", "m", "s", "f" };
static const char *const labels[LABELS] = { "2021", "2022", "2022-Q1", "2022-Q2", "2022-Q3", "2022-01", "2022-12" };
static const char *const scenarios[SCENARIOS] = { "", "plan" };
static const char *const hedges[] = { "", "", "", "", "hơn", "gần" };
static const char *const files[] = { "", "a.csv", "b.csv" };

/* A row of one key. */
typedef struct Line {
    int key, value; /* −1: not available */
    const char *hedge, *file;
    int32_t row;
    int note; /* 0: none */
} Line;

typedef struct Lines {
    size_t count;
    Line lines[MOST_ROWS];
} Lines;

/* Drawing */

static Line draw_line(Random *dice, int key)
{
    Line line = { .key = key, .value = (int)random_between(dice, -1, 30), .hedge = "", .file = "" };
    if (line.value >= 0)
        line.hedge = hedges[random_below(dice, sizeof hedges / sizeof hedges[0])];
    line.note = random_chance(dice, 6) ? (int)random_between(dice, 1, 3) : 0;
    return line;
}

static void shuffle(Lines *rows, Random *dice)
{
    for (size_t k = rows->count; k > 1; k--) {
        size_t other = random_below(dice, k);
        Line swapped = rows->lines[k - 1];
        rows->lines[k - 1] = rows->lines[other];
        rows->lines[other] = swapped;
    }
}

/* Rows of a file after those of the file before it, each on a line of its own. */
static void number_lines(Lines *rows, Random *dice)
{
    size_t file = random_chance(dice, 4) ? 0 : 1;
    int32_t row = 1;
    for (size_t k = 0; k < rows->count; k++) {
        if (file == 1 && random_chance(dice, 30)) {
            file = 2;
            row = 1;
        }
        row += (int32_t)random_between(dice, 1, 3);
        rows->lines[k].file = files[file];
        rows->lines[k].row = row;
    }
}

static void draw_rows(Lines *rows, Random *dice)
{
    unsigned odds = (unsigned)random_between(dice, 1, 6);
    rows->count = 0;
    for (int key = 0; key < KEYS; key++)
        if (random_chance(dice, odds))
            rows->lines[rows->count++] = draw_line(dice, key);
    shuffle(rows, dice);
    number_lines(rows, dice);
}

/* Each row in one part at least. */
static size_t split(const Lines *rows, Lines *parts, Random *dice)
{
    size_t count = (size_t)random_between(dice, 1, MOST_PARTS);
    for (size_t part = 0; part < count; part++)
        parts[part].count = 0;
    for (size_t k = 0; k < rows->count; k++) {
        size_t home = random_below(dice, count);
        for (size_t part = 0; part < count; part++)
            if (part == home || random_chance(dice, 8))
                parts[part].lines[parts[part].count++] = rows->lines[k];
    }
    for (size_t part = 0; part < count; part++)
        shuffle(&parts[part], dice);
    return count;
}

/* Datasets */

static QcdcCatalog *make_catalog(void)
{
    QcdcCatalogBuilder *builder = tables_begin(unit_rows, indicator_rows, NULL);
    CU_ASSERT_EQUAL_FATAL(tables_add_rules(builder, rule_rows, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_catalog_builder_add_plan(builder, "plan", "kế hoạch", NULL), QCDC_OK);
    return tables_freeze(builder);
}

static void append_line(QcdcDatasetBuilder *builder, const Line *line)
{
    static const char *const names[] = { "x_note", "x_page" };
    char value[24] = "", note[24] = "", page[24] = "";
    const char *const attributes[] = { note, page };
    int unit = line->key / (INDICATORS * LABELS * SCENARIOS);
    const char *values[QCDC_OBSERVATION_FIELD_END] = {
        [QCDC_OBSERVATION_UNIT] = unit_codes[unit],
        [QCDC_OBSERVATION_INDICATOR] = indicator_codes[line->key / (LABELS * SCENARIOS) % INDICATORS],
        [QCDC_OBSERVATION_PERIOD] = labels[line->key / SCENARIOS % LABELS],
        [QCDC_OBSERVATION_VALUE] = value,
        [QCDC_OBSERVATION_STATUS] = line->value < 0 ? "O" : "",
        [QCDC_OBSERVATION_SCOPE] = unit == 0 || unit == 2 ? "total" : "",
        [QCDC_OBSERVATION_SCENARIO] = scenarios[line->key % SCENARIOS],
        [QCDC_OBSERVATION_HEDGE] = line->hedge,
        [QCDC_OBSERVATION_SOURCE] = line->key % 3 == 0 ? "S" : "",
    };
    const QcdcRecord record = { .values = values, .value_count = QCDC_OBSERVATION_FIELD_END, .attribute_names = names,
                                .attribute_values = attributes, .attribute_count = 2, .source = line->file, .row = line->row };
    if (line->value >= 0)
        g_snprintf(value, sizeof value, "%d", line->value);
    if (line->note & 1)
        g_snprintf(note, sizeof note, "ghi chú %d", line->key);
    if (line->note & 2)
        g_snprintf(page, sizeof page, "%d", line->key);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_append_record(builder, &record, NULL, NULL), QCDC_OK);
}

static QcdcDataset *make_dataset(QcdcCatalog *catalog, const Lines *rows)
{
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *dataset = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new(catalog, 0, &builder, NULL), QCDC_OK);
    for (size_t k = 0; k < rows->count; k++)
        append_line(builder, &rows->lines[k]);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
    qcdc_dataset_builder_free(builder);
    return dataset;
}

/* Parts in any order, one or the other twice. */
static size_t arrange(QcdcDataset *const *parts, size_t count, QcdcDataset **out_arranged, Random *dice)
{
    size_t arranged = 0;
    for (size_t part = 0; part < count; part++)
        for (int copies = random_chance(dice, 4) ? 2 : 1; copies > 0; copies--)
            out_arranged[arranged++] = parts[part];
    for (size_t k = arranged; k > 1; k--) {
        size_t other = random_below(dice, k);
        QcdcDataset *swapped = out_arranged[k - 1];
        out_arranged[k - 1] = out_arranged[other];
        out_arranged[other] = swapped;
    }
    return arranged;
}

/* In one call, or some first and then the others. */
static QcdcStatus merge_parts(QcdcDataset **parts, size_t count, QcdcFindings *findings, QcdcDataset **out_merged, Random *dice)
{
    size_t first = random_chance(dice, 2) ? random_below(dice, count) : 0;
    QcdcDataset *some = NULL;
    if (first == 0 || qcdc_dataset_merge(parts, first, NULL, &some, NULL) != QCDC_OK)
        return qcdc_dataset_merge(parts, count, findings, out_merged, NULL);
    QcdcDataset *rest[2 * MOST_PARTS + 1] = { some };
    memcpy(rest + 1, parts + first, (count - first) * sizeof *parts);
    QcdcStatus status = qcdc_dataset_merge(rest, count - first + 1, findings, out_merged, NULL);
    qcdc_dataset_unref(some);
    return status;
}

static QcdcStatus merge_split(QcdcCatalog *catalog, const Lines *rows, QcdcFindings *findings, QcdcDataset **out_merged, Random *dice)
{
    static Lines split_rows[MOST_PARTS];
    QcdcDataset *parts[MOST_PARTS], *arranged[2 * MOST_PARTS];
    size_t count = split(rows, split_rows, dice);
    for (size_t part = 0; part < count; part++)
        parts[part] = make_dataset(catalog, &split_rows[part]);
    size_t arranged_count = arrange(parts, count, arranged, dice);
    QcdcStatus status = merge_parts(arranged, arranged_count, findings, out_merged, dice);
    for (size_t part = 0; part < count; part++)
        qcdc_dataset_unref(parts[part]);
    return status;
}

/* All that is made of a dataset, as text */

static void tell_cell(GString *text, const QcdcCell *cell)
{
    g_string_append_printf(text, "%d %lld %d/%lld %x %u/%u/%u/%u %s %d%d%d %s\n", (int)cell->figure.state, (long long)cell->figure.value.coefficient,
                           cell->figure.is_fraction, (long long)cell->figure.denominator.coefficient, (unsigned)cell->figure.status,
                           cell->expected, cell->present, cell->valued, cell->covered, qcdc_origin_to_name((QcdcOrigin)cell->origin),
                           cell->is_refused, cell->is_hedged, cell->refusal, cell->hedge != NULL ? cell->hedge : "");
}

static QcdcPeriod parse_label(const char *label)
{
    QcdcPeriod period = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(label, strlen(label), &period, NULL), QCDC_OK);
    return period;
}

static void tell_cells_of(GString *text, const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcPeriod period)
{
    char *explained = NULL;
    for (uint8_t scope = 0; scope < QCDC_SCOPE_END; scope++)
        for (uint16_t scenario = 0; scenario < SCENARIOS; scenario++) {
            QcdcCell cell;
            CU_ASSERT_EQUAL_FATAL(qcdc_cube_read_cells(cube, &unit, &indicator, &period, &scope, &scenario, 1, &cell, NULL), QCDC_OK);
            tell_cell(text, &cell);
        }
    CU_ASSERT_EQUAL_FATAL(qcdc_cube_explain(cube, unit, indicator, period, QCDC_LANGUAGE_VI, &explained, NULL), QCDC_OK);
    g_string_append(text, explained);
    qcdc_free(explained);
}

static void tell_findings(GString *text, const QcdcFindings *findings)
{
    char *told = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_to_text(findings, QCDC_FINDINGS_JSON, &told, NULL), QCDC_OK);
    g_string_append(text, told);
    qcdc_free(told);
}

static void tell_cube(GString *text, QcdcDataset *dataset)
{
    QcdcPeriod periods[LABELS];
    const QcdcRollupOptions options = { .size = sizeof options, .periods = periods, .period_count = LABELS };
    QcdcCube *cube = NULL;
    QcdcFindings *findings = NULL;
    for (int k = 0; k < LABELS; k++)
        periods[k] = parse_label(labels[k]);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_rollup(dataset, &options, &cube, NULL), QCDC_OK);
    for (QcdcUnitId unit = 0; unit < UNITS; unit++)
        for (QcdcIndicatorId indicator = 0; indicator < INDICATORS; indicator++)
            for (int k = 0; k < LABELS; k++)
                tell_cells_of(text, cube, unit, indicator, periods[k]);
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_cube_check(cube, findings, NULL), QCDC_OK);
    tell_findings(text, findings);
    qcdc_findings_free(findings);
    qcdc_cube_unref(cube);
}

static void tell_bytes(GString *text, QcdcDataset *dataset)
{
    QcdcBundle *bundle = NULL;
    uint8_t *bytes = NULL;
    size_t length = 0;
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_new(dataset, NULL, NULL, NULL, NULL, &bundle, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_pack(bundle, &bytes, &length, NULL), QCDC_OK);
    g_string_append_len(text, (const char *)bytes, (gssize)length);
    qcdc_free(bytes);
    qcdc_bundle_unref(bundle);
}

static void tell_places(GString *text, const QcdcDataset *dataset)
{
    for (size_t row = 0; row < qcdc_dataset_get_count(dataset); row++) {
        QcdcObservation seen;
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_observation(dataset, row, &seen, NULL), QCDC_OK);
        g_string_append_printf(text, "%s:%d %s\n", seen.file, (int)seen.row, seen.source);
    }
}

static GString *tell_all(QcdcDataset *dataset)
{
    GString *text = g_string_new("");
    tell_places(text, dataset);
    tell_cube(text, dataset);
    tell_bytes(text, dataset);
    qcdc_dataset_unref(dataset);
    return text;
}

static bool are_same_and_freed(GString *left, GString *right)
{
    bool are_same = g_string_equal(left, right);
    g_string_free(left, TRUE);
    g_string_free(right, TRUE);
    return are_same;
}

/* Laws */

static bool merged_is_one_pass(QcdcCatalog *catalog, Lines *rows, Random *dice)
{
    QcdcDataset *merged = NULL;
    draw_rows(rows, dice);
    CU_ASSERT_EQUAL_FATAL(merge_split(catalog, rows, NULL, &merged, dice), QCDC_OK);
    return are_same_and_freed(tell_all(merged), tell_all(make_dataset(catalog, rows)));
}

/* Rows without a place have no order of their own: one pass and parts are both put in that of keys. */
static bool columns_in_any_order(QcdcCatalog *catalog, Lines *rows, Random *dice)
{
    QcdcDataset *merged = NULL, *sorted = NULL;
    draw_rows(rows, dice);
    for (size_t k = 0; k < rows->count; k++) {
        rows->lines[k].file = "";
        rows->lines[k].row = 0;
    }
    QcdcDataset *whole = make_dataset(catalog, rows);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_merge(&whole, 1, NULL, &sorted, NULL), QCDC_OK);
    qcdc_dataset_unref(whole);
    CU_ASSERT_EQUAL_FATAL(merge_split(catalog, rows, NULL, &merged, dice), QCDC_OK);
    return are_same_and_freed(tell_all(merged), tell_all(sorted));
}

/* The key of @line again, told at another place; now and then as it was. */
static Line tell_again(const Line *line, int32_t row, Random *dice)
{
    Line again = *line;
    again.file = "c.csv";
    again.row = row;
    again.note = (int)random_below(dice, 4);
    if (again.value >= 0 && random_chance(dice, 3))
        again.hedge = again.hedge[0] != '\0' ? "" : "hơn";
    else if (again.value >= 0 && random_chance(dice, 2))
        again.value++;
    return again;
}

static bool is_told_alike(const Line *left, const Line *right)
{
    return left->value == right->value && strcmp(left->hedge, right->hedge) == 0;
}

/* A merge of two parts, and what came of it. */
static GString *try_merge(QcdcDataset *const *parts, size_t count, size_t *out_differences)
{
    GString *text;
    QcdcDataset *merged = NULL;
    QcdcFindings *findings = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    QcdcStatus status = qcdc_dataset_merge(parts, count, findings, &merged, NULL);
    *out_differences = qcdc_findings_get_total(findings);
    CU_ASSERT_EQUAL_FATAL(status, *out_differences > 0 ? QCDC_STATUS_FINDINGS : QCDC_OK);
    text = status == QCDC_OK ? tell_all(merged) : g_string_new("");
    tell_findings(text, findings);
    qcdc_findings_free(findings);
    return text;
}

static bool differences_are_found_alike(QcdcCatalog *catalog, Lines *rows, Random *dice)
{
    static Lines again;
    QcdcDataset *parts[2], *arranged[4];
    size_t wanted = 0, found = 0, found_again = 0;
    unsigned odds = (unsigned)random_between(dice, 1, 40);
    draw_rows(rows, dice);
    again.count = 0;
    for (size_t k = 0; k < rows->count; k++)
        if (random_chance(dice, odds)) {
            Line *line = &again.lines[again.count++];
            *line = tell_again(&rows->lines[k], (int32_t)k + 2, dice);
            wanted += !is_told_alike(line, &rows->lines[k]);
        }
    parts[0] = make_dataset(catalog, rows);
    parts[1] = make_dataset(catalog, &again);
    GString *told = try_merge(parts, 2, &found);
    GString *told_again = try_merge(arranged, arrange(parts, 2, arranged, dice), &found_again);
    qcdc_dataset_unref(parts[0]);
    qcdc_dataset_unref(parts[1]);
    return are_same_and_freed(told, told_again) && found == wanted && found_again == wanted;
}

static void hold(bool (*law)(QcdcCatalog *catalog, Lines *rows, Random *dice))
{
    Random dice = random_begin(suite_get_seed());
    unsigned long cases = suite_get_cases(CASES);
    QcdcCatalog *catalog = make_catalog();
    Lines *rows = g_new0(Lines, 1);
    bool holds = true;
    for (unsigned long k = 0; k < cases && holds; k++) {
        holds = law(catalog, rows, &dice);
        if (!holds)
            printf("# case %lu of seed %llu, %zu rows\n", k, (unsigned long long)suite_get_seed(), rows->count);
    }
    g_free(rows);
    qcdc_catalog_unref(catalog);
    CU_ASSERT(holds);
}

static void check_one_pass(void)
{
    hold(merged_is_one_pass);
}

static void check_columns(void)
{
    hold(columns_in_any_order);
}

static void check_differences(void)
{
    hold(differences_are_found_alike);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "what is merged is one pass (S19)", check_one_pass },
        { "columns in any order (S19)", check_columns },
        { "differences are found alike (S19)", check_differences },
    };
    return SUITE_RUN("dataset-merge-laws", tests, argc, argv);
}
