/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 32 };

/* What a selection points to. */
typedef struct Wish {
    QcdcSelection selection;
    QcdcRollupOptions rollup;
    QcdcStyle style;
    const char *indicators[MOST], *words[MOST];
    QcdcBaseOption bases[MOST];
    QcdcPeriod periods[MOST];
} Wish;

static void stop_with(const char *words)
{
    fprintf(stderr, "host: %s\n", words);
    exit(2);
}

bool host_split(char *word, HostOption *out_option)
{
    char *equals = strchr(word, '=');

    if (equals == NULL)
        return false;
    *equals = '\0';
    *out_option = (HostOption){ word, equals + 1 };
    return true;
}

/* A mistyped option must not pass for one that says nothing. */
static void know_options(const HostRequest *request)
{
    static const char *const known[] = { "base", "base-known", "basis", "by", "calendar", "code", "current", "depth", "format", "groups", "hierarchy", "indicator",
                                         "language", "measure", "missing", "order", "period", "revision", "style", "template", "unit", "unit-level",
                                         "working-days",
                                         NULL };

    for (size_t k = 0; k < request->option_count; k++) {
        size_t place = 0;
        while (known[place] != NULL && strcmp(known[place], request->options[k].name) != 0)
            place++;
        if (known[place] == NULL)
            stop_with(request->options[k].name);
    }
}

/* The values of an option that may be repeated. */
static size_t list_values(const HostRequest *request, const char *name, const char **values)
{
    size_t count = 0;

    for (size_t k = 0; k < request->option_count; k++) {
        if (strcmp(request->options[k].name, name) != 0)
            continue;
        if (count == MOST)
            stop_with(name);
        values[count++] = request->options[k].value;
    }
    return count;
}

static const char *get_value(const HostRequest *request, const char *name, const char *otherwise)
{
    const char *values[MOST];
    size_t count = list_values(request, name, values);

    return count > 0 ? values[count - 1] : otherwise;
}

/* The place of @word among @words, counted from @first. */
static int look_up(const char *word, const char *const *words, int first)
{
    for (int k = 0; words[k] != NULL; k++)
        if (strcmp(word, words[k]) == 0)
            return first + k;
    stop_with(word);
    return 0;
}

static char *copy_text(const char *text)
{
    char *copy = malloc(strlen(text) + 1);

    if (copy == NULL)
        stop_with("no memory");
    return strcpy(copy, text);
}

static QcdcStatus open_bundle(const HostRequest *request, QcdcFindings *findings, QcdcBundle **out_bundle, QcdcError *error)
{
    QcdcBundle *bundle = NULL;
    const QcdcBundleOptions options = { .size = sizeof options, .calendar = get_value(request, "calendar", NULL) };
    QcdcStatus status = qcdc_bundle_read(request->bundle, &options, findings, &bundle, error);

    if (status != QCDC_OK || request->rewritten == NULL) {
        *out_bundle = bundle;
        return status;
    }
    status = qcdc_bundle_write(bundle, request->rewritten, error);
    qcdc_bundle_unref(bundle);
    return status == QCDC_OK ? qcdc_bundle_read(request->rewritten, NULL, findings, out_bundle, error) : status;
}

static QcdcStatus read_style(const HostRequest *request, QcdcStyle *style, QcdcError *error)
{
    const char *settings[MOST];
    size_t count = list_values(request, "style", settings);
    QcdcStatus status = QCDC_OK;

    for (size_t k = 0; k < count && status == QCDC_OK; k++) {
        char *setting = copy_text(settings[k]);
        HostOption pair;
        if (!host_split(setting, &pair))
            stop_with(setting);
        status = qcdc_style_set(style, pair.name, pair.value, error);
        free(setting);
    }
    return status;
}

static QcdcStatus read_bases(const HostRequest *request, Wish *wish, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    size_t count = list_values(request, "base", wish->words);

    for (size_t k = 0; k < count && status == QCDC_OK; k++)
        status = qcdc_base_option_parse(wish->words[k], &wish->bases[k], error);
    wish->selection.bases = wish->bases;
    wish->selection.base_count = count;
    return status;
}

static QcdcStatus read_periods(const HostRequest *request, Wish *wish, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    size_t count = list_values(request, "period", wish->words);

    for (size_t k = 0; k < count && status == QCDC_OK; k++)
        status = qcdc_period_parse(wish->words[k], strlen(wish->words[k]), &wish->periods[k], error);
    wish->rollup.periods = wish->periods;
    wish->rollup.period_count = count;
    return status;
}

/* Given, or the bundle's if it names one. */
static const char *or_default(const char *given, const char *otherwise)
{
    return given != NULL ? given : otherwise[0] != '\0' ? otherwise : NULL;
}

static QcdcStatus read_wish(const HostRequest *request, const QcdcBundle *bundle, Wish *wish, QcdcError *error)
{
    static const char *const parts[] = { "none", "child", "level", "group", "indicator", NULL };
    static const char *const known[] = { "now", "then", NULL };
    static const char *const bases[] = { "as-reported", "common", NULL };
    const char *depth = get_value(request, "depth", "1");
    QcdcStatus status;

    /* the shell uses as many threads as there are cores: the answer is the same */
    *wish = (Wish){ .selection.size = sizeof wish->selection, .rollup = { .size = sizeof wish->rollup, .threads = 3 },
                    .style = *qcdc_bundle_get_style(bundle) };
    wish->selection.unit = or_default(get_value(request, "unit", NULL), qcdc_bundle_get_default_unit(bundle));
    wish->selection.period = or_default(get_value(request, "period", NULL), qcdc_bundle_get_default_period(bundle));
    wish->selection.by = (QcdcBy)look_up(get_value(request, "by", "none"), parts, QCDC_BY_NONE);
    wish->selection.depth = strcmp(depth, "all") == 0 ? QCDC_DEPTH_ALL : atoi(depth);
    wish->rollup.hierarchy = get_value(request, "hierarchy", NULL);
    wish->selection.indicators = wish->indicators;
    wish->selection.indicator_count = list_values(request, "indicator", wish->indicators);
    wish->selection.base_known = (QcdcBaseKnown)look_up(get_value(request, "base-known", "now"), known, QCDC_BASE_KNOWN_NOW);
    wish->selection.basis = (QcdcBasis)look_up(get_value(request, "basis", "as-reported"), bases, QCDC_BASIS_AS_REPORTED);
    status = qcdc_missing_parse(get_value(request, "missing", "partial"), &wish->rollup.missing, error);
    if (status == QCDC_OK)
        status = read_bases(request, wish, error);
    if (status == QCDC_OK)
        status = read_periods(request, wish, error);
    return status == QCDC_OK ? read_style(request, &wish->style, error) : status;
}

static QcdcTableFormat find_format(const char *format)
{
    static const char *const formats[] = { "table", "csv", "json", "markdown", "html", NULL };

    return (QcdcTableFormat)look_up(format, formats, QCDC_TABLE_TEXT);
}

/* What the library handed over becomes the caller's. */
static void take_text(char *text, char **out_text)
{
    if (text != NULL)
        *out_text = copy_text(text);
    qcdc_free(text);
}

static QcdcStatus write_comparison(const HostRequest *request, const Wish *wish, const QcdcComparison *comparison,
                                   char **out_text, QcdcError *error)
{
    const char *format = get_value(request, "format", "text");
    QcdcSentence *sentence = NULL;
    char *text = NULL;
    QcdcStatus status;

    if (strcmp(format, "text") == 0) {
        status = qcdc_comparison_write(comparison, &wish->style, &sentence, error);
        if (status == QCDC_OK)
            *out_text = copy_text(qcdc_sentence_get_text(sentence));
        qcdc_sentence_unref(sentence);
        return status;
    }
    status = qcdc_comparison_to_table(comparison, &wish->style, find_format(format), &text, error);
    take_text(text, out_text);
    return status;
}

/* The figures as they were known at the revision asked for. */
static QcdcStatus find_dataset(const HostRequest *request, const QcdcBundle *bundle, QcdcDataset **out_dataset, QcdcError *error)
{
    QcdcDataset *latest = qcdc_bundle_get_dataset(bundle);
    const char *revision = get_value(request, "revision", NULL);

    return qcdc_dataset_at_revision(latest, revision != NULL ? (uint32_t)atoi(revision) : qcdc_dataset_get_revision(latest),
                                    out_dataset, error);
}

static QcdcStatus make_cube(const HostRequest *request, const QcdcBundle *bundle, Wish *wish, QcdcCube **out_cube, QcdcError *error)
{
    QcdcDataset *dataset = NULL;
    QcdcStatus status = find_dataset(request, bundle, &dataset, error);

    if (status == QCDC_OK)
        status = read_wish(request, bundle, wish, error);
    if (status == QCDC_OK)
        status = qcdc_dataset_rollup(dataset, &wish->rollup, out_cube, error);
    qcdc_dataset_unref(dataset);
    return status;
}

static QcdcStatus compare(const HostRequest *request, const QcdcBundle *bundle, char **out_text, QcdcError *error)
{
    QcdcCube *cube = NULL;
    QcdcComparison *comparison = NULL;
    Wish wish;
    QcdcStatus status = make_cube(request, bundle, &wish, &cube, error);

    if (status == QCDC_OK)
        status = qcdc_cube_compare(cube, &wish.selection, &comparison, error);
    if (status == QCDC_OK)
        status = write_comparison(request, &wish, comparison, out_text, error);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
    return status;
}

static QcdcStatus roll_up(const HostRequest *request, const QcdcBundle *bundle, char **out_text, QcdcError *error)
{
    QcdcCube *cube = NULL;
    char *text = NULL;
    Wish wish;
    QcdcStatus status = make_cube(request, bundle, &wish, &cube, error);

    if (status == QCDC_OK)
        status = qcdc_cube_to_table(cube, &wish.selection, wish.rollup.periods, wish.rollup.period_count, &wish.style,
                                    find_format(get_value(request, "format", "table")), &text, error);
    take_text(text, out_text);
    qcdc_cube_unref(cube);
    return status;
}

static QcdcStatus rank(const HostRequest *request, const QcdcBundle *bundle, char **out_text, QcdcError *error)
{
    static const char *const orders[] = { "largest-first", "smallest-first", NULL };
    const QcdcRankingOptions ranking = { .size = sizeof ranking,
                                         .level = get_value(request, "unit-level", NULL),
                                         .order = (QcdcRankingOrder)look_up(get_value(request, "order", "largest-first"), orders, QCDC_RANKING_LARGEST_FIRST),
                                         .group_count = (uint32_t)atoi(get_value(request, "groups", "0")) };
    QcdcCube *cube = NULL;
    char *text = NULL;
    Wish wish;
    QcdcStatus status = make_cube(request, bundle, &wish, &cube, error);

    if (status == QCDC_OK)
        status = qcdc_cube_ranking_to_table(cube, &wish.selection, &ranking, &wish.style, find_format(get_value(request, "format", "table")), &text, error);
    take_text(text, out_text);
    qcdc_cube_unref(cube);
    return status;
}

/* The unit, indicator and period of one cell; the roll-up is told of the period. */
static QcdcStatus find_cell(const QcdcBundle *bundle, const QcdcDataset *dataset, Wish *wish, QcdcUnitId *out_unit,
                            QcdcIndicatorId *out_indicator, QcdcError *error)
{
    const QcdcCatalog *catalog = qcdc_bundle_get_catalog(bundle);
    const char *period = wish->selection.period;
    QcdcStatus status;

    if (period != NULL)
        status = qcdc_period_parse(period, strlen(period), wish->periods, error);
    else
        status = qcdc_dataset_get_latest_period(dataset, wish->periods, error);
    wish->rollup.period_count = 1;
    if (status == QCDC_OK)
        status = qcdc_catalog_find_unit(catalog, wish->selection.unit, wish->periods[0], out_unit, error);
    if (status == QCDC_OK)
        status = qcdc_catalog_find_indicator(catalog, wish->indicators[0], out_indicator, error);
    return status;
}

/* The comparison in words, behind those of the figure. */
static QcdcStatus explain_rows(QcdcCube *cube, const Wish *wish, char **text, QcdcError *error)
{
    QcdcComparison *comparison = NULL;
    QcdcStatus status = qcdc_cube_compare(cube, &wish->selection, &comparison, error);

    for (size_t row = 0; status == QCDC_OK && row < qcdc_comparison_get_count(comparison); row++) {
        char *words = NULL, *joined;
        status = qcdc_comparison_explain_row(comparison, row, wish->style.language, &words, error);
        if (status != QCDC_OK)
            break;
        joined = realloc(*text, strlen(*text) + strlen(words) + 1);
        if (joined == NULL)
            stop_with("no memory");
        *text = strcat(joined, words);
        qcdc_free(words);
    }
    qcdc_comparison_unref(comparison);
    if (status != QCDC_OK) {
        free(*text);
        *text = NULL;
    }
    return status;
}

static QcdcStatus draw_table(const HostRequest *request, const QcdcBundle *bundle, char **out_text, QcdcError *error)
{
    const char *format = get_value(request, "format", "text");
    const QcdcLayout *layout = NULL;
    QcdcCube *cube = NULL;
    char *text = NULL;
    Wish wish;
    QcdcStatus status = make_cube(request, bundle, &wish, &cube, error);
    const QcdcLayoutOptions options = { .size = sizeof options,
                                        .unit = get_value(request, "unit", NULL),
                                        .period = get_value(request, "period", NULL),
                                        .base = status == QCDC_OK && wish.selection.base_count > 0 ? wish.bases : NULL,
                                        .default_unit = qcdc_bundle_get_default_unit(bundle),
                                        .default_period = qcdc_bundle_get_default_period(bundle) };

    if (status == QCDC_OK)
        status = qcdc_bundle_find_layout(bundle, get_value(request, "code", ""), &layout, error);
    if (status == QCDC_OK)
        status = qcdc_cube_to_layout(cube, layout, &options, &wish.style, find_format(strcmp(format, "text") == 0 ? "table" : format),
                                     &text, error);
    take_text(text, out_text);
    qcdc_cube_unref(cube);
    return status;
}

static QcdcStatus explain(const HostRequest *request, const QcdcBundle *bundle, char **out_text, QcdcError *error)
{
    QcdcCube *cube = NULL;
    char *text = NULL;
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcDataset *dataset = NULL;
    Wish wish;
    QcdcStatus status = find_dataset(request, bundle, &dataset, error);

    if (status == QCDC_OK)
        status = read_wish(request, bundle, &wish, error);
    if (status == QCDC_OK)
        status = find_cell(bundle, dataset, &wish, &unit, &indicator, error);
    if (status == QCDC_OK)
        status = qcdc_dataset_rollup(dataset, &wish.rollup, &cube, error);
    qcdc_dataset_unref(dataset);
    if (status == QCDC_OK)
        status = qcdc_cube_explain(cube, unit, indicator, wish.periods[0], wish.style.language, &text, error);
    take_text(text, out_text);
    if (status == QCDC_OK && get_value(request, "base", NULL) != NULL)
        status = explain_rows(cube, &wish, out_text, error);
    qcdc_cube_unref(cube);
    return status;
}

static QcdcStatus check(const HostRequest *request, const QcdcBundle *bundle, QcdcFindings *findings, QcdcError *error)
{
    QcdcRollupOptions rollup = { .size = sizeof rollup, .threads = 3, .hierarchy = get_value(request, "hierarchy", NULL) };
    QcdcDataset *dataset = NULL;
    QcdcCube *cube = NULL;
    QcdcStatus status = find_dataset(request, bundle, &dataset, error);

    if (status == QCDC_OK)
        status = qcdc_dataset_rollup(dataset, &rollup, &cube, error);
    qcdc_dataset_unref(dataset);
    if (status == QCDC_OK)
        status = qcdc_cube_check(cube, findings, error);
    qcdc_cube_unref(cube);
    return status;
}

static QcdcStatus write_days(const HostRequest *request, const QcdcCatalog *catalog, const Wish *wish, char **out_text,
                             QcdcError *error)
{
    const char *days = get_value(request, "working-days", NULL), *format = get_value(request, "format", "text");
    uint32_t working_days = days != NULL ? (uint32_t)atoi(days) : 0;
    char *text = NULL;
    QcdcStatus status = qcdc_catalog_days_to_table(catalog, wish->periods, wish->rollup.period_count, days != NULL ? &working_days : NULL,
                                                   wish->style.language, find_format(strcmp(format, "text") == 0 ? "table" : format),
                                                   &text, error);

    take_text(text, out_text);
    return status;
}

static QcdcStatus tell_days(const HostRequest *request, const QcdcBundle *bundle, char **out_text, QcdcError *error)
{
    Wish wish;
    QcdcStatus status = read_wish(request, bundle, &wish, error);

    if (status == QCDC_OK && wish.rollup.period_count == 0) {
        const char *label = qcdc_bundle_get_default_period(bundle);
        wish.rollup.period_count = 1;
        status = label[0] != '\0' ? qcdc_period_parse(label, strlen(label), wish.periods, error)
                                  : qcdc_dataset_get_latest_period(qcdc_bundle_get_dataset(bundle), wish.periods, error);
    }
    return status == QCDC_OK ? write_days(request, qcdc_bundle_get_catalog(bundle), &wish, out_text, error) : status;
}

/* The days of a calendar that is shipped: of a catalog of nothing else. */
static QcdcStatus tell_shipped(const HostRequest *request, char **out_text, QcdcError *error)
{
    QcdcCatalogBuilder *builder = NULL;
    QcdcCatalog *catalog = NULL;
    Wish wish = { .style.size = sizeof wish.style };
    QcdcStatus status = read_periods(request, &wish, error);

    if (status == QCDC_OK)
        status = read_style(request, &wish.style, error);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_new(&builder, error);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_set_calendar(builder, request->bundle, error);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_freeze(builder, NULL, &catalog, error);
    if (status == QCDC_OK)
        status = write_days(request, catalog, &wish, out_text, error);
    qcdc_catalog_unref(catalog);
    qcdc_catalog_builder_free(builder);
    return status;
}

static QcdcStatus word_findings(const HostRequest *request, const QcdcBundle *bundle, const QcdcFindings *findings, char **out_text)
{
    static const char *const formats[] = { "text", "json", NULL }, *const languages[] = { "vi", "en", NULL };
    const char *format = strcmp(request->command, "check") == 0 ? get_value(request, "format", "text") : "text";
    const char *language = strcmp(request->command, "check") == 0 ? get_value(request, "language", NULL) : NULL;

    if (language != NULL)
        return qcdc_findings_explain(findings, qcdc_bundle_get_catalog(bundle),
                                     (QcdcLanguage)look_up(language, languages, QCDC_LANGUAGE_VI), out_text, NULL);
    return qcdc_findings_to_text(findings, (QcdcFindingsFormat)look_up(format, formats, QCDC_FINDINGS_TEXT), out_text, NULL);
}

static void write_findings(const HostRequest *request, const QcdcBundle *bundle, const QcdcFindings *findings, char **out_text)
{
    char *text = NULL;

    if (word_findings(request, bundle, findings, &text) != QCDC_OK)
        stop_with("findings");
    take_text(text, out_text);
}

/* The whole file; the caller frees it. */
static char *read_file(const char *path, size_t *out_length)
{
    FILE *file = fopen(path, "rb");
    size_t most = 1 << 20;
    char *text = malloc(most);

    if (file == NULL || text == NULL)
        stop_with(path);
    *out_length = fread(text, 1, most, file);
    fclose(file);
    return text;
}

static QcdcStatus fill(const HostRequest *request, const QcdcBundle *bundle, QcdcFindings *findings, char **out_text, QcdcError *error)
{
    static const char *const formats[] = { "default", "text", "markdown", "html", NULL };
    QcdcFillOptions options = { .size = sizeof options, .source = get_value(request, "template", ""), .threads = 3,
                                .unit = get_value(request, "unit", NULL), .period = get_value(request, "period", NULL),
                                .hierarchy = get_value(request, "hierarchy", NULL) };
    size_t length = 0;
    char *text = NULL, *template = read_file(options.source, &length);
    QcdcStatus status = qcdc_missing_parse(get_value(request, "missing", "partial"), &options.missing, error);

    options.format = (QcdcTemplateFormat)look_up(get_value(request, "format", "default"), formats, QCDC_TEMPLATE_DEFAULT);
    if (status == QCDC_OK)
        status = qcdc_bundle_fill(bundle, &options, template, length, findings, &text, error);
    free(template);
    take_text(text, out_text);
    return status;
}

static QcdcStatus answer_from(const HostRequest *request, const QcdcBundle *bundle, QcdcFindings *findings, char **out_text,
                              QcdcError *error)
{
    if (strcmp(request->command, "compare") == 0)
        return compare(request, bundle, out_text, error);
    if (strcmp(request->command, "rollup") == 0)
        return roll_up(request, bundle, out_text, error);
    if (strcmp(request->command, "rank") == 0)
        return rank(request, bundle, out_text, error);
    if (strcmp(request->command, "table") == 0)
        return draw_table(request, bundle, out_text, error);
    if (strcmp(request->command, "explain") == 0)
        return explain(request, bundle, out_text, error);
    if (strcmp(request->command, "calendar") == 0)
        return tell_days(request, bundle, out_text, error);
    if (strcmp(request->command, "fill") == 0)
        return fill(request, bundle, findings, out_text, error);
    if (strcmp(request->command, "check") != 0)
        stop_with(request->command);
    return check(request, bundle, findings, error);
}

static QcdcStatus read_number(const HostRequest *request, const char *name, QcdcDecimal *out_number, QcdcError *error)
{
    const char *word = get_value(request, name, "");

    return qcdc_decimal_parse(word, strlen(word), out_number, error);
}

static QcdcStatus write_phrase(const HostRequest *request, char **out_text, QcdcError *error)
{
    QcdcStyle style = { .size = sizeof style };
    QcdcPhraseText phrase = { .buffer = NULL };
    QcdcDecimal current, base;
    QcdcPeriod period = { 0 };
    const char *label = get_value(request, "period", NULL), *measure = get_value(request, "measure", NULL);
    QcdcStatus status = read_number(request, "current", &current, error);

    if (status == QCDC_OK)
        status = read_number(request, "base", &base, error);
    if (status == QCDC_OK)
        status = read_style(request, &style, error);
    if (status == QCDC_OK && label != NULL)
        status = qcdc_period_parse(label, strlen(label), &period, error);
    if (status == QCDC_OK)
        status = qcdc_phrase_write_numbers(current, base, measure, period, &style, &phrase, error);
    if (status != QCDC_OK)
        return status;
    phrase.size = phrase.length + 2;
    phrase.buffer = *out_text = malloc(phrase.size);
    if (phrase.buffer == NULL)
        stop_with("no memory");
    status = qcdc_phrase_write_numbers(current, base, measure, period, &style, &phrase, error);
    strcpy(phrase.buffer + phrase.length, "\n");
    return status;
}

QcdcStatus host_answer(const HostRequest *request, char **out_text, QcdcError *error)
{
    QcdcFindings *findings = NULL;
    QcdcBundle *bundle = NULL;
    QcdcStatus status;

    *out_text = NULL;
    know_options(request);
    if (strcmp(request->command, "phrase") == 0)
        return write_phrase(request, out_text, error);
    if (strcmp(request->command, "calendar") == 0 && strchr(request->bundle, '/') == NULL)
        return tell_shipped(request, out_text, error);
    status = qcdc_findings_new(0, &findings, error);
    if (status == QCDC_OK)
        status = open_bundle(request, findings, &bundle, error);
    if (status == QCDC_OK)
        status = answer_from(request, bundle, findings, out_text, error);
    if (status == QCDC_STATUS_FINDINGS || (status == QCDC_OK && strcmp(request->command, "check") == 0))
        write_findings(request, bundle, findings, out_text);
    qcdc_bundle_unref(bundle);
    qcdc_findings_free(findings);
    return status;
}
