/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

static const char help[] =
    "usage: qcdc rank BUNDLE --indicator CODE [option…]\n"
    "Puts units in the order of their figures. Equal figures share a place (1, 2, 2, 4); who has no figure, or a sum with figures missing, is\n"
    "listed last and has no place. Figures behind \"hơn\" and estimates count by their digits, and who was there for a part of the period by that\n"
    "part: see expected and status. A place says nothing of good or bad: rank no units by the complaints about them.\n"
    "\n"
    "  --indicator CODE    by whose figures; may be repeated\n"
    "  --unit CODE         the units below this one (the bundle's default_unit, else below every root)\n"
    "  --unit-level LEVEL  all units of this level of units.csv (the children)\n"
    "  --period P          2022-09, 2022-Q3, 2022-S1, 2022-01/P10M, 2022, 2016/P5Y (default_period, else the latest)\n"
    "  --order ORDER       largest-first (the default), smallest-first (of ranks the best first)\n"
    "  --groups N          the group of each as well: 4 are quarters, 1 has the first places\n"
    "  --revision N        the figures as known at correction N of revisions.csv, 0 before any (the last)\n"
    "  --missing MODE      as in compare\n"
    "  --hierarchy NAME    up another tree: the column parent.NAME of units.csv (parent)\n"
    "  --style KEY=VALUE   language, rounding and decimals of percents; may be repeated\n"
    "  --format FORMAT     table (the default), csv, json, markdown, html\n"
    "  --output FILE       to a file instead of stdout\n"
    "  --calendar NAME     cut-off days by this calendar, as in compare\n"
    "  --threads N         threads of the roll-up; the answer is the same with any number\n"
    "\n"
    "  qcdc rank examples/data/tinh-a-thang --indicator people --period 2025\n"
    "  qcdc rank examples/data/tinh-a-thang --indicator people --period 2025 --unit-level 1 --groups 4 --format csv\n";

static const char *const options[] = { "indicator", "unit", "unit-level", "period", "order", "groups", "revision", "missing", "hierarchy", "style",
                                       "format", "output", "calendar", "threads", NULL };

static const Choice formats[] = { { "table", QCDC_TABLE_TEXT },        { "csv", QCDC_TABLE_CSV },   { "json", QCDC_TABLE_JSON },
                                  { "markdown", QCDC_TABLE_MARKDOWN }, { "html", QCDC_TABLE_HTML }, { NULL, 0 } };

static const Choice orders[] = { { "largest-first", QCDC_RANKING_LARGEST_FIRST }, { "smallest-first", QCDC_RANKING_SMALLEST_FIRST }, { NULL, 0 } };

static gboolean ranking_take(const Request *request, QcdcRankingOptions *ranking)
{
    guint64 groups = 0;
    int order;

    if (!choose("order", request->order, orders, &order) || !number_take("groups", request->groups, 1, G_MAXINT32, &groups))
        return FALSE;
    *ranking = (QcdcRankingOptions){ .size = sizeof *ranking, .level = request->unit_level, .order = (QcdcRankingOrder)order, .group_count = (guint32)groups };
    return TRUE;
}

static ExitCode rank(QcdcDataset *dataset, const Selected *selected, const QcdcRankingOptions *ranking, const Request *request)
{
    QcdcCube *cube = NULL;
    QcdcError error = { 0 };
    char *text = NULL;
    ExitCode code;

    if (qcdc_dataset_rollup(dataset, &selected->rollup, &cube, &error) != QCDC_OK ||
        qcdc_cube_ranking_to_table(cube, &selected->selection, ranking, &selected->style, (QcdcTableFormat)request->format_number, &text, &error) != QCDC_OK)
        code = complain_error(&error);
    else
        code = output_write(request->output, text);
    qcdc_free(text);
    qcdc_cube_unref(cube);
    return code;
}

static ExitCode rank_bundle(const Request *request)
{
    Selected selected = { .bases = NULL };
    QcdcRankingOptions ranking;
    QcdcBundle *bundle = NULL;
    QcdcDataset *dataset = NULL;
    ExitCode code = EXIT_REFUSED;

    if (request->indicators == NULL)
        return complain(EXIT_REFUSED, "rank: --indicator is wanted: by whose figures, a code of indicators.csv");
    if (request->periods != NULL && g_strv_length(request->periods) > 1)
        return complain(EXIT_REFUSED, "rank takes one --period");
    if (ranking_take(request, &ranking) && bundle_open(request->arguments[0], request->calendar, &bundle, &code) &&
        dataset_open(request, bundle, &dataset, &code)) {
        code = EXIT_REFUSED;
        if (selected_take(&selected, request, bundle))
            code = rank(dataset, &selected, &ranking, request);
    }
    selected_clear(&selected);
    qcdc_dataset_unref(dataset);
    qcdc_bundle_unref(bundle);
    return code;
}

const Command rank_command = { "rank", help, options, 1, formats, rank_bundle, 0, "the folder of a bundle is missing" };
