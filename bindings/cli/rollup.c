/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

static const char help[] =
    "usage: qcdc rollup BUNDLE [option…]\n"
    "Adds up over time and up the tree; says how many figures were expected and how many are there.\n"
    "\n"
    "  --unit CODE         whose figures: a unit (the bundle's default_unit, else every root)\n"
    "  --period P          2022-09, 2022-Q3, 2022-S1, 2022-01/P10M, 2022, 2016/P5Y; may be repeated\n"
    "  --revision N        the figures as known at correction N of revisions.csv, 0 before any (the last)\n"
    "  --by PARTS          none, child, level, group, indicator\n"
    "  --depth N           how many levels of parts, or all (1)\n"
    "  --indicator CODE    only these; may be repeated\n"
    "  --missing MODE      partial (a sum of what there is, marked), strict (no sum), carry (a stock's last figure)\n"
    "                      or a name of VTL: non_null, non_zero, partial_null, partial_zero, always_null, always_zero\n"
    "  --hierarchy NAME    up another tree: the column parent.NAME of units.csv (parent)\n"
    "  --style KEY=VALUE   as in compare; may be repeated\n"
    "  --format FORMAT     table (the default), csv, json\n"
    "  --output FILE       to a file instead of stdout\n"
    "  --calendar NAME     cut-off days by this calendar, as in compare\n"
    "  --threads N         threads of the roll-up; the answer is the same with any number\n"
    "\n"
    "  qcdc rollup examples/data/bac-giang-2019 --by child --period 2018 --period 2019\n"
    "  qcdc rollup examples/data/phong-tho-2022 --format csv --output figures.csv\n";

static const char *const options[] = { "unit",      "period",   "by",      "depth", "indicator", "basis",  "missing",
                                       "hierarchy", "calendar", "threads", "style", "format",    "output", "revision", NULL };

static const Choice formats[] = { { "table", QCDC_TABLE_TEXT }, { "csv", QCDC_TABLE_CSV }, { "json", QCDC_TABLE_JSON },
                                  { NULL, 0 } };

static ExitCode rollup(QcdcDataset *dataset, Selected *selected, const GArray *periods, QcdcTableFormat format,
                       const char *path)
{
    const QcdcPeriod *wanted = (const QcdcPeriod *)(void *)periods->data;
    QcdcCube *cube = NULL;
    QcdcError error = { 0 };
    char *text = NULL;
    ExitCode code;

    selected->rollup.periods = wanted;
    selected->rollup.period_count = periods->len;
    if (qcdc_dataset_rollup(dataset, &selected->rollup, &cube, &error) != QCDC_OK ||
        qcdc_cube_to_table(cube, &selected->selection, wanted, periods->len, &selected->style, format, &text, &error) !=
            QCDC_OK)
        code = complain_error(&error);
    else
        code = output_write(path, text);
    qcdc_free(text);
    qcdc_cube_unref(cube);
    return code;
}

static ExitCode rollup_bundle(const Request *request)
{
    GArray *periods = g_array_new(FALSE, TRUE, sizeof(QcdcPeriod));
    Selected selected = { .bases = NULL };
    QcdcBundle *bundle = NULL;
    QcdcDataset *dataset = NULL;
    ExitCode code = EXIT_REFUSED;

    if (periods_take(request->periods, periods) && bundle_open(request->arguments[0], request->calendar, &bundle, &code) &&
        dataset_open(request, bundle, &dataset, &code) && selected_take(&selected, request, bundle))
        code = selected.selection.basis == QCDC_BASIS_COMMON
                   ? complain(EXIT_REFUSED, "rollup: --basis common is of a comparison of two periods")
                   : rollup(dataset, &selected, periods, (QcdcTableFormat)request->format_number, request->output);
    selected_clear(&selected);
    qcdc_dataset_unref(dataset);
    qcdc_bundle_unref(bundle);
    g_array_unref(periods);
    return code;
}

const Command rollup_command = { "rollup", help, options, 1, formats, rollup_bundle, 0, "the folder of a bundle is missing" };
