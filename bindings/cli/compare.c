/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

static const char help[] =
    "usage: qcdc compare BUNDLE [option…]\n"
    "Compares figures with a base and writes the sentence of an official report.\n"
    "\n"
    "  --unit CODE         whose figures: a unit (the bundle's default_unit, else every root)\n"
    "  --period P          2022-09, 2022-Q3, 2022-S1, 2022-01/P10M, 2022, 2016/P5Y (default_period, else the latest)\n"
    "  --base BASE         same-period (last year; the default), previous, plan, plan:NAME, or a period;\n"
    "                      unit:CODE (another unit, same period), parent-mean (the mean of the units beside it); may be repeated\n"
    "  --base-known WHEN   now (the base as corrected; the default), then (as it was first published)\n"
    "  --revision N        the figures as known at correction N of revisions.csv, 0 before any (the last)\n"
    "  --by PARTS          none, child, level, group, indicator: what stands after \"trong đó\"\n"
    "  --depth N           how many levels of parts, or all (1)\n"
    "  --indicator CODE    only these; may be repeated\n"
    "  --missing MODE      partial (a sum of what there is, said so), strict (no sum), carry (a stock's last figure)\n"
    "                      or a name of VTL: non_null, non_zero, partial_null, partial_zero, always_null, always_zero\n"
    "  --hierarchy NAME    up another tree: the column parent.NAME of units.csv (parent)\n"
    "  --style KEY=VALUE   how it is written, over what bundle.ini says; may be repeated\n"
    "  --format FORMAT     text (sentences; the default), table, csv, json, markdown, html, xlsx (with --output)\n"
    "  --output FILE       to a file instead of stdout\n"
    "  --threads N         threads of the roll-up; the answer is the same with any number\n"
    "  --calendar NAME     cut-off days by this calendar, not by that of the bundle: civil, decree-09, inspection-2013, or one of\n"
    "                      calendars.csv\n"
    "  --basis: as-reported (the default), or common: over the units that have a value in both periods\n"
    "\n"
    "Style: base_phrase=full|short|abbreviated|full-then-abbreviated|dated|year  verb=repeat|elide\n"
    "  percent=none|brackets|alone|signed|words  percent_decimals=1|2  percent_trim=whole|none  show_base=no|yes\n"
    "  form=growth|index|times  change=auto|brackets|comma|first  leading_zero=counts|off|all\n"
    "  rounding=half-away|half-even|truncate  language=vi|en  unchanged=WORDS  value_joiner=WORDS\n"
    "  plan=attainment|excess|difference  per_year=none|growth|mean|both  contribution=none|points|share|both  as_of=no|yes\n"
    "\n"
    "  qcdc compare examples/data/bac-giang-2019 --by child\n"
    "  qcdc compare examples/data/lang-son-2023-s1 --style base_phrase=dated --style show_base=yes\n"
    "  qcdc compare examples/data/phong-tho-2022 --indicator visits --format json\n";

static const char *const options[] = { "unit",    "period",    "base",     "by",      "depth", "indicator", "basis",  "missing",
                                       "hierarchy", "calendar", "threads", "style", "format",    "output", "revision",
                                       "base-known", NULL };

/* Sentences, or a QcdcTableFormat. */
enum { FORMAT_SENTENCES = -2 };

static const Choice formats[] = { { "text", FORMAT_SENTENCES },      { "table", QCDC_TABLE_TEXT },
                                  { "csv", QCDC_TABLE_CSV },         { "json", QCDC_TABLE_JSON },
                                  { "markdown", QCDC_TABLE_MARKDOWN }, { "html", QCDC_TABLE_HTML },
                                  { "xlsx", FORMAT_WORKBOOK },         { NULL, 0 } };

static ExitCode write_sentences(const QcdcComparison *comparison, const QcdcStyle *style, const char *path)
{
    QcdcSentence *sentence = NULL;
    QcdcError error = { 0 };
    ExitCode code;

    if (qcdc_comparison_write(comparison, style, &sentence, &error) != QCDC_OK)
        return complain_error(&error);
    code = output_write(path, qcdc_sentence_get_text(sentence));
    qcdc_sentence_unref(sentence);
    return code;
}

static ExitCode write_table(const QcdcComparison *comparison, const QcdcStyle *style, QcdcTableFormat format,
                            const char *path)
{
    char *text = NULL;
    QcdcError error = { 0 };
    ExitCode code;

    if (qcdc_comparison_to_table(comparison, style, format, &text, &error) != QCDC_OK)
        return complain_error(&error);
    code = output_write(path, text);
    qcdc_free(text);
    return code;
}

static ExitCode write_workbook(const QcdcComparison *comparison, const QcdcStyle *style, const char *path)
{
    QcdcError error = { 0 };

    return qcdc_comparison_to_workbook(comparison, style, path, &error) == QCDC_OK ? EXIT_FINE : complain_write(&error);
}

static ExitCode compare(QcdcDataset *dataset, const Selected *selected, int format, const char *path)
{
    QcdcCube *cube = NULL;
    QcdcComparison *comparison = NULL;
    QcdcError error = { 0 };
    ExitCode code;

    if (qcdc_dataset_rollup(dataset, &selected->rollup, &cube, &error) != QCDC_OK ||
        qcdc_cube_compare(cube, &selected->selection, &comparison, &error) != QCDC_OK)
        code = complain_error(&error);
    else if (format == FORMAT_SENTENCES)
        code = write_sentences(comparison, &selected->style, path);
    else if (format == FORMAT_WORKBOOK)
        code = write_workbook(comparison, &selected->style, path);
    else
        code = write_table(comparison, &selected->style, (QcdcTableFormat)format, path);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
    return code;
}

static ExitCode compare_bundle(const Request *request)
{
    Selected selected = { .bases = NULL };
    QcdcBundle *bundle = NULL;
    QcdcDataset *dataset = NULL;
    ExitCode code;

    if (request->periods != NULL && g_strv_length(request->periods) > 1)
        return complain(EXIT_REFUSED, "compare takes one --period; rollup takes several");
    if (!workbook_has_place(request))
        return EXIT_REFUSED;
    if (!bundle_open(request->arguments[0], request->calendar, &bundle, &code))
        return code;
    if (dataset_open(request, bundle, &dataset, &code) && selected_take(&selected, request, bundle))
        code = compare(dataset, &selected, request->format_number, request->output);
    selected_clear(&selected);
    qcdc_dataset_unref(dataset);
    qcdc_bundle_unref(bundle);
    return code;
}

const Command compare_command = { "compare", help, options, 1, formats, compare_bundle, 0, "the folder of a bundle is missing" };
