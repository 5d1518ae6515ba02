/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef LAYOUT_BUNDLE_H
#define LAYOUT_BUNDLE_H

#include <stdlib.h>
#include <string.h>

#include <qcdc/layout.h>

#include "exchange/bundle-private.h"
#include "expect.h"
#include "tables.h"

/* A bundle in memory with tables in the shape of forms. */
typedef struct FormTexts {
    const char *ini, *units, *indicators, *observations, *tables, *lines; /* NULL: the plain one; of tables and lines no file */
} FormTexts;

static inline QcdcStatus form_read(const FormTexts *texts, QcdcFindings *findings, QcdcBundle **out_bundle, QcdcError *error)
{
    static const char ini[] = "[bundle]\nformat=1\n[plans]\nkh=kế hoạch\n";
    static const char units[] = "code,name,level,parent\nt,Tỉnh,0,\na,Xã A,1,t\nb,Xã B,1,t\n";
    static const char indicators[] = "code,name,nature,measure,part_of,part_kind,formula\n"
                                     "n,Số đơn,flow,đơn,,,\nx,Khiếu nại,flow,đơn,n:loai,partition,\ny,Tố cáo,flow,đơn,n:loai,partition,\n"
                                     "r,Tỷ lệ,ratio,%,,,x / n\n";
    static const char observations[] = "unit,indicator,period,value\na,n,2022,12\na,x,2022,5\na,y,2022,7\na,n,2021,10\n"
                                       "b,n,2022,0\nb,x,2022,0\nb,y,2022,0\nb,n,2021,4\n";
    BundleFile files[6] = {
        { "bundle.ini", texts->ini != NULL ? texts->ini : ini, 0 },
        { "units.csv", texts->units != NULL ? texts->units : units, 0 },
        { "indicators.csv", texts->indicators != NULL ? texts->indicators : indicators, 0 },
        { "observations.csv", texts->observations != NULL ? texts->observations : observations, 0 },
    };
    size_t count = 4;
    if (texts->tables != NULL)
        files[count++] = (BundleFile){ "tables.csv", texts->tables, 0 };
    if (texts->lines != NULL)
        files[count++] = (BundleFile){ "table-lines.csv", texts->lines, 0 };
    for (size_t k = 0; k < count; k++)
        files[k].length = strlen(files[k].bytes);
    const BundleFolder folder = { .files = files, .file_count = count };
    return bundle_read_folder(&folder, NULL, findings, out_bundle, error);
}

/* What is found in the files, or nothing. */
static inline void form_expect_found(FormTexts texts, const char *wanted)
{
    QcdcFindings *findings = NULL;
    QcdcBundle *bundle = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    QcdcStatus status = form_read(&texts, findings, &bundle, NULL);
    CU_ASSERT_EQUAL(status, wanted[0] != '\0' ? QCDC_STATUS_FINDINGS : QCDC_OK);
    CU_ASSERT_EQUAL(bundle != NULL, status == QCDC_OK);
    char *lines = findings_to_lines(findings);
    expect_text("found", lines, wanted);
    free(lines);
    qcdc_bundle_unref(bundle);
    qcdc_findings_free(findings);
}

static inline QcdcStatus form_draw_as(FormTexts texts, const QcdcLayoutOptions *options, const QcdcStyle *style, QcdcTableFormat format,
                                      char **out_text, QcdcError *error)
{
    QcdcFindings *findings = NULL;
    QcdcBundle *bundle = NULL;
    QcdcCube *cube = NULL;
    QcdcStatus status = form_read(&texts, findings, &bundle, error);
    if (status == QCDC_OK)
        status = qcdc_dataset_rollup(qcdc_bundle_get_dataset(bundle), NULL, &cube, error);
    if (status == QCDC_OK)
        status = qcdc_cube_to_layout(cube, qcdc_bundle_get_layout(bundle, 0), options, style, format, out_text, error);
    qcdc_cube_unref(cube);
    qcdc_bundle_unref(bundle);
    return status;
}

static inline QcdcStatus form_draw(FormTexts texts, const QcdcLayoutOptions *options, const QcdcStyle *style, char **out_text,
                                   QcdcError *error)
{
    return form_draw_as(texts, options, style, QCDC_TABLE_CSV, out_text, error);
}

/* The lines of the first table from the row of codes on; with codes=none from the first row on. */
static inline void form_expect_rows(FormTexts texts, const QcdcLayoutOptions *options, const char *wanted)
{
    char *text = NULL;
    QcdcError error = { 0 };
    QcdcStatus status = form_draw(texts, options, NULL, &text, &error);
    expect(status == QCDC_OK, wanted, error.text);
    if (text != NULL)
        expect(strstr(text, wanted) != NULL, wanted, text);
    qcdc_free(text);
}

#endif
