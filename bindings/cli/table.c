/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

static const char help[] =
    "usage: qcdc table BUNDLE [CODE] [option…]\n"
    "Prints a table in the shape of a form, as tables.csv and table-lines.csv of the bundle say; without CODE, which there are.\n"
    "\n"
    "  --unit CODE         whose figures (the table's unit, else default_unit, else the one at the top)\n"
    "  --period P          2022-09, 2022-Q3, 2022-S1, 2022-01/P10M, 2022 (the table's, else default_period, else the latest)\n"
    "  --base BASE         of the columns that name none: same-period, previous, plan, plan:NAME, unit:CODE, parent-mean, a period\n"
    "  --missing MODE      as in compare\n"
    "  --hierarchy NAME    up another tree: the column parent.NAME of units.csv (parent)\n"
    "  --revision N        the figures as known at correction N of revisions.csv, 0 before any (the last)\n"
    "  --style KEY=VALUE   language, rounding and decimals of percents; may be repeated\n"
    "  --format FORMAT     text (the default), csv, markdown, html, xlsx (with --output)\n"
    "  --output FILE       to a file instead of stdout\n"
    "  --threads N         threads of the roll-up; the answer is the same with any number\n"
    "  --calendar NAME     cut-off days by this calendar, as in compare\n"
    "\n"
    "  qcdc table tests/golden/bundles/form-units\n"
    "  qcdc table tests/golden/bundles/form-units II.06a --format html --output form.html\n";

static const char *const options[] = { "unit",     "period", "base",   "missing", "hierarchy", "revision", "style", "format",
                                       "output", "threads", "calendar", NULL };

static const Choice formats[] = { { "text", QCDC_TABLE_TEXT },         { "csv", QCDC_TABLE_CSV },
                                  { "markdown", QCDC_TABLE_MARKDOWN }, { "html", QCDC_TABLE_HTML },
                                  { "xlsx", FORMAT_WORKBOOK },         { NULL, 0 } };

static ExitCode list_tables(const QcdcBundle *bundle, const char *path)
{
    GString *list = g_string_new(NULL);
    ExitCode code;

    for (gsize k = 0; k < qcdc_bundle_get_layout_count(bundle); k++) {
        const QcdcLayout *layout = qcdc_bundle_get_layout(bundle, k);
        char *name = make_safe(g_strdup(qcdc_layout_get_text(layout, QCDC_LAYOUT_CODE)));
        char *title = make_safe(g_strdup(qcdc_layout_get_text(layout, QCDC_LAYOUT_TITLE)));
        g_string_append_printf(list, "%s\t%s\n", name, title);
        g_free(name);
        g_free(title);
    }
    code = output_write(path, list->str);
    g_string_free(list, TRUE);
    return code;
}

static ExitCode draw_text(QcdcCube *cube, const Selected *selected, const QcdcLayout *layout, const QcdcLayoutOptions *asked,
                          const Request *request)
{
    QcdcError error = { 0 };
    char *text = NULL;
    ExitCode code;

    if (qcdc_cube_to_layout(cube, layout, asked, &selected->style, (QcdcTableFormat)request->format_number, &text, &error) != QCDC_OK)
        return complain_error(&error);
    code = output_write(request->output, text);
    qcdc_free(text);
    return code;
}

static ExitCode draw(QcdcDataset *dataset, const Selected *selected, const QcdcLayout *layout, const QcdcLayoutOptions *asked,
                     const Request *request)
{
    QcdcCube *cube = NULL;
    QcdcError error = { 0 };
    ExitCode code = EXIT_FINE;

    if (qcdc_dataset_rollup(dataset, &selected->rollup, &cube, &error) != QCDC_OK)
        code = complain_error(&error);
    else if (request->format_number != FORMAT_WORKBOOK)
        code = draw_text(cube, selected, layout, asked, request);
    else if (qcdc_cube_layout_to_workbook(cube, layout, asked, &selected->style, request->output, &error) != QCDC_OK)
        code = complain_write(&error);
    qcdc_cube_unref(cube);
    return code;
}

static ExitCode draw_table(const Request *request, const QcdcBundle *bundle, QcdcDataset *dataset)
{
    Selected selected = { .bases = NULL };
    const QcdcLayout *layout = NULL;
    QcdcError error = { 0 };
    ExitCode code = EXIT_REFUSED;

    if (qcdc_bundle_find_layout(bundle, request->arguments[1], &layout, &error) != QCDC_OK)
        return complain_error(&error);
    if (selected_take(&selected, request, bundle)) {
        const QcdcLayoutOptions asked = { .size = sizeof asked,
                                          .unit = request->unit,
                                          .period = request->periods != NULL ? request->periods[0] : NULL,
                                          .base = selected.selection.base_count > 0 ? selected.selection.bases : NULL,
                                          .default_unit = qcdc_bundle_get_default_unit(bundle),
                                          .default_period = qcdc_bundle_get_default_period(bundle) };
        code = draw(dataset, &selected, layout, &asked, request);
    }
    selected_clear(&selected);
    return code;
}

static ExitCode table_of_bundle(const Request *request)
{
    QcdcBundle *bundle = NULL;
    QcdcDataset *dataset = NULL;
    ExitCode code;

    if ((request->periods != NULL && g_strv_length(request->periods) > 1) || (request->bases != NULL && g_strv_length(request->bases) > 1))
        return complain(EXIT_REFUSED, "table takes one --period and one --base");
    if (request->format_number == FORMAT_WORKBOOK && request->arguments[1] == NULL)
        return complain(EXIT_REFUSED, "--format xlsx takes the CODE of a table");
    if (!workbook_has_place(request))
        return EXIT_REFUSED;
    if (!bundle_open(request->arguments[0], request->calendar, &bundle, &code))
        return code;
    if (request->arguments[1] == NULL)
        code = list_tables(bundle, request->output);
    else if (dataset_open(request, bundle, &dataset, &code))
        code = draw_table(request, bundle, dataset);
    qcdc_dataset_unref(dataset);
    qcdc_bundle_unref(bundle);
    return code;
}

const Command table_command = { "table", help, options, 1, formats, table_of_bundle, 1, "the folder of a bundle is missing" };
