/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of revisions (S19, S20, D52) over random histories of corrections: what a dataset shows at a revision, and as first published,
 * is what a replay written here says; so are its cubes and comparisons; whatever way the rows came in, and in whatever order. */

#include <glib.h>
#include <string.h>

#include <qcdc/comparison.h>
#include <qcdc/memory.h>

#include "exchange/bundle-private.h"
#include "random.h"
#include "suite.h"

enum {
    UNITS = 4,
    INDICATORS = 2,
    LABELS = 6,
    SCENARIOS = 2,
    KEYS = UNITS * INDICATORS * LABELS * SCENARIOS,
    MOST_REVISIONS = 6,
    HISTORIES = 400 /* about 300 rows, cells and comparison rows each, at every revision */
};

static const char *const unit_codes[UNITS] = { "t", "a", "b", "c" };
static const char *const indicator_codes[INDICATORS] = { "n", "s" };
static const char *const labels[LABELS] = { "2021", "2022", "2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4" };
static const char *const scenarios[SCENARIOS] = { "", "plan" };
static const char *const hedges[] = { "", "", "", "", "hơn", "gần" };
static const char settings[] = "[bundle]\nformat=1\n\n[plans]\nplan=kế hoạch\n";
static const char unit_rows[] = "code,name,level,parent\nt,T,0,\na,A,1,t\nb,B,1,t\nc,C,1,t\n";
static const char indicator_rows[] = "code,name,nature,measure\nn,N,flow,đơn\ns,S,closing,người\n";

/* One row of one revision. */
typedef struct Entry {
    bool is_there, has_value;
    int64_t value;
    const char *hedge;
    uint32_t revision;
} Entry;

typedef struct History {
    int last; /* the highest revision with a row */
    Entry entries[MOST_REVISIONS + 1][KEYS];
} History;

/* Drawing */

static Entry draw_entry(Random *dice, int revision)
{
    Entry entry = { .is_there = true, .has_value = !random_chance(dice, 8), .hedge = "", .revision = (uint32_t)revision };
    if (entry.has_value) {
        entry.value = random_near_edges(dice, 0, 40);
        entry.hedge = hedges[random_below(dice, sizeof hedges / sizeof hedges[0])];
    }
    return entry;
}

static void draw_history(History *history, Random *dice)
{
    int revisions = (int)random_between(dice, 0, MOST_REVISIONS);
    unsigned odds = (unsigned)random_between(dice, 1, 4);
    memset(history, 0, sizeof *history);
    for (int revision = 0; revision <= revisions; revision++, odds = (unsigned)random_between(dice, 2, 40))
        for (int key = 0; key < KEYS; key++)
            if (random_chance(dice, odds)) {
                history->entries[revision][key] = draw_entry(dice, revision);
                history->last = revision;
            }
}

/* The replay */

static Entry find_at(const History *history, int key, int revision)
{
    Entry found = { .is_there = false };
    for (int k = 0; k <= revision; k++)
        if (history->entries[k][key].is_there)
            found = history->entries[k][key];
    return found;
}

static Entry find_published(const History *history, int key, int revision)
{
    for (int k = 0; k <= revision; k++)
        if (history->entries[k][key].is_there)
            return history->entries[k][key];
    return (Entry){ .is_there = false };
}

typedef Entry (*Find)(const History *history, int key, int revision);

/* Rows as text */

typedef struct Line {
    int key;
    Entry entry;
} Line;

static int number_of_unit(int key)
{
    return key / (INDICATORS * LABELS * SCENARIOS);
}

static int number_of_indicator(int key)
{
    return key / (LABELS * SCENARIOS) % INDICATORS;
}

static void write_line(GString *text, Line line, bool with_revision)
{
    int unit = number_of_unit(line.key);
    if (with_revision)
        g_string_append_printf(text, "%u,", line.entry.revision);
    g_string_append_printf(text, "%s,%s,%s,%s,", unit_codes[unit], indicator_codes[number_of_indicator(line.key)],
                           labels[line.key / SCENARIOS % LABELS], unit == 0 ? "total" : "own");
    if (line.entry.has_value)
        g_string_append_printf(text, "%d,,", (int)line.entry.value);
    else
        g_string_append(text, ",O,");
    g_string_append_printf(text, "%s,%s\n", scenarios[line.key % SCENARIOS], line.entry.hedge);
}

static void shuffle(GArray *lines, Random *dice)
{
    for (guint k = lines->len; k > 1; k--) {
        guint other = (guint)random_below(dice, k);
        Line swapped = g_array_index(lines, Line, k - 1);
        g_array_index(lines, Line, k - 1) = g_array_index(lines, Line, other);
        g_array_index(lines, Line, other) = swapped;
    }
}

static GString *write_lines(GArray *lines, bool with_revision, Random *dice)
{
    GString *text = g_string_new(with_revision ? "revision," : "");
    g_string_append(text, "unit,indicator,period,scope,value,obs_status,scenario,hedge\n");
    shuffle(lines, dice);
    for (guint k = 0; k < lines->len; k++)
        write_line(text, g_array_index(lines, Line, k), with_revision);
    return text;
}

static GArray *list_revisions(const History *history, int first, int last)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
    for (int revision = first; revision <= last; revision++)
        for (int key = 0; key < KEYS; key++) {
            Line line = { key, history->entries[revision][key] };
            if (line.entry.is_there)
                g_array_append_val(lines, line);
        }
    return lines;
}

static GArray *list_found(const History *history, Find find, int revision)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
    for (int key = 0; key < KEYS; key++) {
        Line line = { key, find(history, key, revision) };
        if (line.entry.is_there)
            g_array_append_val(lines, line);
    }
    return lines;
}

/* The library's view */

static QcdcBundle *read_texts(const GString *observations, const GString *revisions)
{
    const BundleFile files[] = { { SETTINGS_FILE, settings, sizeof settings - 1 },
                                 { "units.csv", unit_rows, sizeof unit_rows - 1 },
                                 { "indicators.csv", indicator_rows, sizeof indicator_rows - 1 },
                                 { "observations.csv", observations->str, observations->len },
                                 { "revisions.csv", revisions != NULL ? revisions->str : "", revisions != NULL ? revisions->len : 0 } };
    const BundleFolder folder = { .files = files, .file_count = revisions != NULL ? 5 : 4 };
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };
    if (bundle_read_folder(&folder, NULL, NULL, &bundle, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(bundle);
    return bundle;
}

static QcdcBundle *read_lines(GArray *observations, GArray *corrections, Random *dice)
{
    GString *first = write_lines(observations, false, dice), *later = NULL;
    if (corrections != NULL)
        later = write_lines(corrections, true, dice);
    QcdcBundle *bundle = read_texts(first, later);
    g_string_free(first, TRUE);
    g_array_unref(observations);
    if (later != NULL) {
        g_string_free(later, TRUE);
        g_array_unref(corrections);
    }
    return bundle;
}

/* All revisions out of one file. */
static QcdcDataset *read_history(const History *history, Random *dice)
{
    QcdcBundle *bundle = read_lines(list_revisions(history, 0, 0), list_revisions(history, 1, MOST_REVISIONS), dice);
    QcdcDataset *dataset = qcdc_dataset_ref(qcdc_bundle_get_dataset(bundle));
    qcdc_bundle_unref(bundle);
    return dataset;
}

/* The replay as a file of its own: nothing was ever corrected in it. */
static QcdcDataset *read_found(const History *history, Find find, int revision, Random *dice)
{
    QcdcBundle *bundle = read_lines(list_found(history, find, revision), NULL, dice);
    QcdcDataset *dataset = qcdc_dataset_ref(qcdc_bundle_get_dataset(bundle));
    qcdc_bundle_unref(bundle);
    return dataset;
}

static void append_line(QcdcDatasetBuilder *builder, Line line)
{
    char value[24] = "";
    const char *values[QCDC_OBSERVATION_FIELD_END] = {
        [QCDC_OBSERVATION_UNIT] = unit_codes[number_of_unit(line.key)],
        [QCDC_OBSERVATION_INDICATOR] = indicator_codes[number_of_indicator(line.key)],
        [QCDC_OBSERVATION_PERIOD] = labels[line.key / SCENARIOS % LABELS],
        [QCDC_OBSERVATION_VALUE] = value,
        [QCDC_OBSERVATION_STATUS] = line.entry.has_value ? "" : "O",
        [QCDC_OBSERVATION_SCOPE] = number_of_unit(line.key) == 0 ? "total" : "",
        [QCDC_OBSERVATION_SCENARIO] = scenarios[line.key % SCENARIOS],
        [QCDC_OBSERVATION_HEDGE] = line.entry.hedge,
    };
    const QcdcRecord record = { .values = values, .value_count = QCDC_OBSERVATION_FIELD_END };
    if (line.entry.has_value)
        g_snprintf(value, sizeof value, "%d", (int)line.entry.value);
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_append_record(builder, &record, NULL, NULL), QCDC_OK);
}

/* One builder after the other; a revision without rows is none, and then the numbers do not stay as they were. */
static QcdcDataset *correct_step_by_step(const History *history, Random *dice)
{
    QcdcDataset *dataset = read_found(history, find_at, 0, dice);
    for (int revision = 1; revision <= history->last; revision++) {
        GArray *lines = list_revisions(history, revision, revision);
        QcdcDatasetBuilder *builder = NULL;
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_new_revision(dataset, 0, &builder, NULL), QCDC_OK);
        shuffle(lines, dice);
        for (guint k = 0; k < lines->len; k++)
            append_line(builder, g_array_index(lines, Line, k));
        g_array_unref(lines);
        qcdc_dataset_unref(dataset);
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_builder_freeze(builder, NULL, &dataset, NULL), QCDC_OK);
        qcdc_dataset_builder_free(builder);
    }
    return dataset;
}

/* Holding rows */

static int find_label(QcdcPeriod period)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    int number = 0;
    qcdc_period_to_text(period, label, sizeof label);
    while (number < LABELS && strcmp(labels[number], label) != 0)
        number++;
    return number;
}

static bool is_entry(const QcdcObservation *seen, Entry entry, bool knows_revision)
{
    bool has_value = (seen->status & QCDC_OBSERVATION_CODE_MASK) < QCDC_OBSERVATION_NOT_APPLICABLE;
    return entry.is_there && has_value == entry.has_value && seen->value.coefficient == entry.value &&
           strcmp(seen->hedge, entry.hedge) == 0 && (!knows_revision || seen->revision == entry.revision);
}

/* As many rows as the replay has keys, and each with a key of its own is the replay's. */
static bool shows(const QcdcDataset *dataset, const History *history, Find find, int revision, bool knows_revision)
{
    bool seen_keys[KEYS] = { false }, holds = true;
    size_t count = 0;
    for (int key = 0; key < KEYS; key++)
        count += find(history, key, revision).is_there;
    for (size_t row = 0; row < qcdc_dataset_get_count(dataset) && holds; row++) {
        QcdcObservation seen;
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_observation(dataset, row, &seen, NULL), QCDC_OK);
        int key = (((int)seen.unit * INDICATORS + (int)seen.indicator) * LABELS + find_label(seen.period)) * SCENARIOS + seen.scenario;
        holds = !seen_keys[key] && is_entry(&seen, find(history, key, revision), knows_revision);
        seen_keys[key] = true;
    }
    return holds && qcdc_dataset_get_count(dataset) == count;
}

static bool shows_at(QcdcDataset *dataset, const History *history, int revision)
{
    QcdcDataset *view = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_at_revision(dataset, (uint32_t)revision, &view, NULL), QCDC_OK);
    bool holds = shows(view, history, find_at, revision, true);
    qcdc_dataset_unref(view);
    return holds;
}

static bool shows_published(QcdcDataset *dataset, const History *history)
{
    QcdcDataset *view = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_as_published(dataset, &view, NULL), QCDC_OK);
    bool holds = shows(view, history, find_published, history->last, true);
    qcdc_dataset_unref(view);
    return holds;
}

static bool every_revision_is_shown(const History *history, Random *dice)
{
    QcdcDataset *read = read_history(history, dice), *stepped = correct_step_by_step(history, dice);
    bool holds = qcdc_dataset_get_revision(read) == (uint32_t)history->last &&
                 shows(stepped, history, find_at, history->last, false) && shows_published(read, history);
    for (int revision = 0; revision <= history->last && holds; revision++)
        holds = shows_at(read, history, revision);
    qcdc_dataset_unref(read);
    qcdc_dataset_unref(stepped);
    return holds;
}

/* Cubes */

static QcdcCube *roll_up(QcdcDataset *dataset)
{
    QcdcCube *cube = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_rollup(dataset, NULL, &cube, NULL), QCDC_OK);
    return cube;
}

static QcdcCell read_cell(const QcdcCube *cube, QcdcUnitId unit, QcdcIndicatorId indicator, QcdcPeriod period, uint8_t scope,
                          uint16_t scenario)
{
    QcdcCell cell;
    CU_ASSERT_EQUAL_FATAL(qcdc_cube_read_cells(cube, &unit, &indicator, &period, &scope, &scenario, 1, &cell, NULL), QCDC_OK);
    return cell;
}

static bool is_same_cell(QcdcCell left, QcdcCell right)
{
    bool same_words = (left.hedge == NULL) == (right.hedge == NULL) && (left.hedge == NULL || strcmp(left.hedge, right.hedge) == 0);
    left.hedge = right.hedge = NULL;
    return same_words && memcmp(&left, &right, sizeof left) == 0;
}

static bool are_same_at(const QcdcCube *left, const QcdcCube *right, QcdcPeriod period)
{
    bool same = true;
    for (QcdcUnitId unit = 0; unit < UNITS; unit++)
        for (QcdcIndicatorId indicator = 0; indicator < INDICATORS; indicator++)
            for (uint16_t scenario = 0; scenario < SCENARIOS && same; scenario++)
                for (uint8_t scope = 0; scope < QCDC_SCOPE_END && same; scope++)
                    same = is_same_cell(read_cell(left, unit, indicator, period, scope, scenario),
                                        read_cell(right, unit, indicator, period, scope, scenario));
    return same;
}

static bool are_same(const QcdcCube *left, const QcdcCube *right)
{
    size_t count = qcdc_cube_get_period_count(left);
    bool same = count == qcdc_cube_get_period_count(right);
    for (size_t k = 0; k < count && same; k++)
        same = are_same_at(left, right, qcdc_cube_get_period(left, k));
    return same;
}

/* S19: what was loaded in revisions is what is loaded from one file, and a revised cube is one rolled up anew. */
static bool cubes_of_views_are_those_of_fresh_files(const History *history, Random *dice)
{
    QcdcDataset *dataset = read_history(history, dice);
    QcdcCube *last = roll_up(dataset);
    bool holds = true;
    for (int revision = 0; revision <= history->last && holds; revision++) {
        QcdcDataset *view = NULL, *fresh = read_found(history, find_at, revision, dice);
        QcdcCube *revised = NULL, *anew = roll_up(fresh);
        CU_ASSERT_EQUAL_FATAL(qcdc_dataset_at_revision(dataset, (uint32_t)revision, &view, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_cube_revise(last, view, &revised, NULL), QCDC_OK);
        holds = are_same(revised, anew);
        qcdc_cube_unref(revised);
        qcdc_cube_unref(anew);
        qcdc_dataset_unref(view);
        qcdc_dataset_unref(fresh);
    }
    qcdc_cube_unref(last);
    qcdc_dataset_unref(dataset);
    return holds;
}

/* Comparisons */

static bool is_row_right(const QcdcComparisonRow *row, const QcdcCube *now, const QcdcCube *then)
{
    uint16_t scenario = row->base == QCDC_BASE_PLAN;
    bool has_base = row->base_period.kind != QCDC_PERIOD_NONE;
    return is_same_cell(row->current_cell, read_cell(now, row->unit, row->indicator, row->period, QCDC_SCOPE_TOTAL, 0)) &&
           (!has_base || is_same_cell(row->base_cell, read_cell(then, row->unit, row->indicator, row->base_period, QCDC_SCOPE_TOTAL,
                                                                scenario)));
}

static bool compares_rightly(QcdcCube *cube, QcdcBaseKnown known, const QcdcCube *now, const QcdcCube *then)
{
    const QcdcBaseOption bases[] = { { .base = QCDC_BASE_SAME_PERIOD }, { .base = QCDC_BASE_PLAN } };
    const QcdcSelection selection = { .size = sizeof selection, .period = "2022", .by = QCDC_BY_CHILD, .bases = bases, .base_count = 2,
                                      .base_known = known };
    QcdcComparison *comparison = NULL;
    QcdcComparisonRow row;
    bool holds = true;
    CU_ASSERT_EQUAL_FATAL(qcdc_cube_compare(cube, &selection, &comparison, NULL), QCDC_OK);
    for (size_t k = 0; k < qcdc_comparison_get_count(comparison) && holds; k++) {
        CU_ASSERT_EQUAL_FATAL(qcdc_comparison_read_rows(comparison, k, 1, &row, NULL), QCDC_OK);
        holds = is_row_right(&row, now, then);
    }
    qcdc_comparison_unref(comparison);
    return holds;
}

static QcdcCube *roll_up_found(const History *history, Find find, Random *dice)
{
    const QcdcPeriod wanted[] = { { .start = 12 * 2021, .count = 12, .kind = QCDC_PERIOD_YEAR },
                                  { .start = 12 * 2022, .count = 12, .kind = QCDC_PERIOD_YEAR } };
    const QcdcRollupOptions options = { .size = sizeof options, .periods = wanted, .period_count = 2 };
    QcdcDataset *dataset = read_found(history, find, history->last, dice);
    QcdcCube *cube = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_rollup(dataset, &options, &cube, NULL), QCDC_OK);
    qcdc_dataset_unref(dataset);
    return cube;
}

static bool bases_are_known_now_and_then(const History *history, Random *dice)
{
    QcdcDataset *dataset = read_history(history, dice);
    QcdcCube *cube = roll_up(dataset), *now = roll_up_found(history, find_at, dice), *then = roll_up_found(history, find_published, dice);
    bool holds = compares_rightly(cube, QCDC_BASE_KNOWN_NOW, now, now) && compares_rightly(cube, QCDC_BASE_KNOWN_THEN, now, then);
    qcdc_cube_unref(cube);
    qcdc_cube_unref(now);
    qcdc_cube_unref(then);
    qcdc_dataset_unref(dataset);
    return holds;
}

/* Writing */

static bool packs_whole(QcdcDataset *dataset, const History *history)
{
    QcdcBundle *bundle = NULL, *again = NULL;
    uint8_t *bytes = NULL, *twice = NULL;
    size_t length = 0, second = 0;
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_new(dataset, NULL, NULL, NULL, NULL, &bundle, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_pack(bundle, &bytes, &length, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_unpack(bytes, length, NULL, NULL, &again, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_pack(again, &twice, &second, NULL), QCDC_OK);
    bool holds = length == second && memcmp(bytes, twice, length) == 0;
    for (int revision = 0; revision <= history->last && holds; revision++)
        holds = shows_at(qcdc_bundle_get_dataset(again), history, revision);
    qcdc_free(bytes);
    qcdc_free(twice);
    qcdc_bundle_unref(bundle);
    qcdc_bundle_unref(again);
    return holds;
}

static bool what_is_written_is_read_back(const History *history, Random *dice)
{
    QcdcDataset *dataset = read_history(history, dice);
    bool holds = packs_whole(dataset, history);
    qcdc_dataset_unref(dataset);
    return holds;
}

static void hold(bool (*law)(const History *history, Random *dice))
{
    Random dice = random_begin(suite_get_seed());
    unsigned long cases = suite_get_cases(HISTORIES);
    History *history = g_new0(History, 1);
    bool holds = true;
    for (unsigned long k = 0; k < cases && holds; k++) {
        draw_history(history, &dice);
        holds = law(history, &dice);
        if (!holds)
            printf("# history %lu of seed %llu, %d revisions\n", k, (unsigned long long)suite_get_seed(), history->last);
    }
    g_free(history);
    CU_ASSERT(holds);
}

static void check_rows(void)
{
    hold(every_revision_is_shown);
}

static void check_cubes(void)
{
    hold(cubes_of_views_are_those_of_fresh_files);
}

static void check_bases(void)
{
    hold(bases_are_known_now_and_then);
}

static void check_writing(void)
{
    hold(what_is_written_is_read_back);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "every revision is what a replay says (S20)", check_rows },
        { "revised cubes are those of fresh files (S19)", check_cubes },
        { "bases are known now and then (D52)", check_bases },
        { "what is written is read back", check_writing },
    };
    return SUITE_RUN("revision-laws", tests, argc, argv);
}
