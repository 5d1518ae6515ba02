/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A host in C: answers the commands that the shell answers, through the public functions alone and with an own reading of the
 * command line, so that what the shell hides or mends would be seen.
 *
 *     compare-host [--rewrite FOLDER] compare|rollup BUNDLE [--option VALUE]…
 *
 * With --rewrite the bundle is first written to FOLDER and read back: it must say the same. */

#include <qcdc/qcdc.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 32 };

typedef struct Wish {
    const char *bundle, *rewritten, *format;
    QcdcSelection selection;
    QcdcRollupOptions rollup;
    const char *indicators[MOST];
    QcdcBaseOption bases[MOST];
    QcdcPeriod periods[MOST];
    const char *styles[MOST];
    size_t style_count;
} Wish;

static void stop_with(const char *words)
{
    fprintf(stderr, "compare-host: %s\n", words);
    exit(2);
}

static void demand(QcdcStatus status, const QcdcError *error)
{
    if (status != QCDC_OK)
        stop_with(error->text);
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

static void take_base(Wish *wish, const char *word)
{
    QcdcBaseOption *base = &wish->bases[wish->selection.base_count++];

    if (strcmp(word, "same-period") == 0)
        base->base = QCDC_BASE_SAME_PERIOD;
    else if (strcmp(word, "previous") == 0)
        base->base = QCDC_BASE_PREVIOUS;
    else if (strncmp(word, "plan", 4) == 0)
        *base = (QcdcBaseOption){ .base = QCDC_BASE_PLAN, .plan = word[4] == ':' ? word + 5 : NULL };
    else
        *base = (QcdcBaseOption){ .base = QCDC_BASE_PERIOD, .period = word };
}

static void take_period(Wish *wish, const char *word)
{
    QcdcError error = { 0 };

    wish->selection.period = word;
    demand(qcdc_period_parse(word, strlen(word), &wish->periods[wish->rollup.period_count++], &error), &error);
}

static void take_option(Wish *wish, const char *name, const char *value)
{
    static const char *const parts[] = { "none", "child", "level", "group", "indicator", NULL };
    static const char *const modes[] = { "partial", "strict", "carry", NULL };

    if (strcmp(name, "unit") == 0)
        wish->selection.unit = value;
    else if (strcmp(name, "period") == 0)
        take_period(wish, value);
    else if (strcmp(name, "base") == 0)
        take_base(wish, value);
    else if (strcmp(name, "by") == 0)
        wish->selection.by = (QcdcBy)look_up(value, parts, QCDC_BY_NONE);
    else if (strcmp(name, "depth") == 0)
        wish->selection.depth = strcmp(value, "all") == 0 ? QCDC_DEPTH_ALL : atoi(value);
    else if (strcmp(name, "indicator") == 0)
        wish->indicators[wish->selection.indicator_count++] = value;
    else if (strcmp(name, "missing") == 0)
        wish->rollup.missing = (QcdcMissing)look_up(value, modes, QCDC_MISSING_PARTIAL);
    else if (strcmp(name, "style") == 0)
        wish->styles[wish->style_count++] = value;
    else if (strcmp(name, "format") == 0)
        wish->format = value;
    else
        stop_with(name);
}

static void read_command(Wish *wish, int argc, char **argv)
{
    for (int k = 0; k < argc; k++) {
        char *equals = strchr(argv[k], '=');
        if (strncmp(argv[k], "--", 2) != 0 || (equals == NULL && k + 1 == argc))
            stop_with(argv[k]);
        if (equals != NULL)
            *equals = '\0';
        take_option(wish, argv[k] + 2, equals != NULL ? equals + 1 : argv[k + 1]);
        k += equals == NULL;
    }
    wish->selection.indicators = wish->indicators;
    wish->selection.bases = wish->bases;
    wish->rollup.periods = wish->periods;
}

static QcdcBundle *read_bundle(const Wish *wish)
{
    QcdcBundle *bundle = NULL, *again = NULL;
    QcdcError error = { 0 };

    demand(qcdc_bundle_read(wish->bundle, NULL, NULL, &bundle, &error), &error);
    if (wish->rewritten == NULL)
        return bundle;
    demand(qcdc_bundle_write(bundle, wish->rewritten, &error), &error);
    demand(qcdc_bundle_read(wish->rewritten, NULL, NULL, &again, &error), &error);
    qcdc_bundle_unref(bundle);
    return again;
}

static QcdcStyle read_style(const Wish *wish, const QcdcBundle *bundle)
{
    QcdcStyle style = *qcdc_bundle_get_style(bundle);
    QcdcError error = { 0 };

    for (size_t k = 0; k < wish->style_count; k++) {
        char key[64] = "";
        size_t length = strcspn(wish->styles[k], "=");
        memcpy(key, wish->styles[k], length < sizeof key ? length : sizeof key - 1);
        demand(qcdc_style_set(&style, key, wish->styles[k] + length + 1, &error), &error);
    }
    return style;
}

static void fill_defaults(Wish *wish, const QcdcBundle *bundle)
{
    const char *unit = qcdc_bundle_get_default_unit(bundle), *period = qcdc_bundle_get_default_period(bundle);

    if (wish->selection.unit == NULL && unit[0] != '\0')
        wish->selection.unit = unit;
    if (wish->selection.period == NULL && period[0] != '\0')
        wish->selection.period = period;
}

static QcdcTableFormat find_format(const char *format)
{
    static const char *const formats[] = { "table", "csv", "json", "markdown", "html", NULL };

    return (QcdcTableFormat)look_up(format, formats, QCDC_TABLE_TEXT);
}

static void print_comparison(const Wish *wish, QcdcCube *cube, const QcdcStyle *style)
{
    QcdcComparison *comparison = NULL;
    QcdcSentence *sentence = NULL;
    QcdcError error = { 0 };
    char *text = NULL;

    demand(qcdc_cube_compare(cube, &wish->selection, &comparison, &error), &error);
    if (wish->format == NULL || strcmp(wish->format, "text") == 0) {
        demand(qcdc_comparison_write(comparison, style, &sentence, &error), &error);
        fputs(qcdc_sentence_get_text(sentence), stdout);
    } else {
        demand(qcdc_comparison_to_table(comparison, style, find_format(wish->format), &text, &error), &error);
        fputs(text, stdout);
    }
    qcdc_free(text);
    qcdc_sentence_unref(sentence);
    qcdc_comparison_unref(comparison);
}

static void print_rollup(const Wish *wish, QcdcCube *cube, const QcdcStyle *style)
{
    QcdcError error = { 0 };
    char *text = NULL;

    demand(qcdc_cube_to_table(cube, &wish->selection, wish->rollup.periods, wish->rollup.period_count, style,
                              find_format(wish->format), &text, &error),
           &error);
    fputs(text, stdout);
    qcdc_free(text);
}

static void answer(const char *command, Wish *wish)
{
    QcdcBundle *bundle = read_bundle(wish);
    QcdcStyle style = read_style(wish, bundle);
    QcdcCube *cube = NULL;
    QcdcError error = { 0 };

    fill_defaults(wish, bundle);
    wish->rollup.threads = 3; /* the shell uses as many as there are cores: the answer is the same */
    demand(qcdc_dataset_rollup(qcdc_bundle_get_dataset(bundle), &wish->rollup, &cube, &error), &error);
    if (strcmp(command, "compare") == 0)
        print_comparison(wish, cube, &style);
    else
        print_rollup(wish, cube, &style);
    qcdc_cube_unref(cube);
    qcdc_bundle_unref(bundle);
}

int main(int argc, char **argv)
{
    Wish wish = { .selection.size = sizeof(QcdcSelection), .rollup.size = sizeof(QcdcRollupOptions) };

    if (argc > 2 && strcmp(argv[1], "--rewrite") == 0) {
        wish.rewritten = argv[2];
        argc -= 2;
        argv += 2;
    }
    if (argc < 3)
        stop_with("compare|rollup BUNDLE [--option VALUE]…");
    wish.bundle = argv[2];
    read_command(&wish, argc - 3, argv + 3);
    answer(argv[1], &wish);
    return 0;
}
