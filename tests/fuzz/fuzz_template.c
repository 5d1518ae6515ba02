/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A byte, then places.csv and a template parted by a record separator (0x1E): the byte chooses the format. What is filled is filled alike
 * again, holds no place more than the template, and where it is not filled a finding says why. */

#include <string.h>

#include <qcdc/template.h>
#include <qcdc/text.h>

#include "exchange/bundle-private.h"
#include "fuzz.h"

enum { SEPARATOR = 0x1E };

static QcdcBundle *read_bundle(const char *places, size_t length)
{
    static const char ini[] = "[bundle]\nformat=1\n[plans]\np=kế hoạch\n";
    static const char units[] = "code,name,level,parent\na,1. A *& <B>,0,\nb,B|,1,a\nc,C,1,a\n";
    static const char indicators[] = "code,name,nature,measure,formula\nn,N,flow,m,\nd,D,stock,đ,\nr,R,ratio,%,n / d\n";
    static const char observations[] = "unit,indicator,period,value,scenario\nb,n,2022,5,\nc,n,2022,7,\nb,n,2021,9,\nc,n,2021,1,\n"
                                       "b,d,2022,50,\nc,d,2022,70,\nb,d,2021,90,\na,n,2022,3,p\n";
    static const char tables[] = "code,title,rows\nt,T,units\n";
    static const char lines[] = "table,axis,code,title,shows,indicator\nt,column,x,,name,\nt,column,y,,value,n\n";
    const BundleFile files[] = {
        { "bundle.ini", ini, sizeof ini - 1 },           { "units.csv", units, sizeof units - 1 },
        { "indicators.csv", indicators, sizeof indicators - 1 }, { "observations.csv", observations, sizeof observations - 1 },
        { "tables.csv", tables, sizeof tables - 1 },     { "table-lines.csv", lines, sizeof lines - 1 },
        { "places.csv", places, length },
    };
    const BundleFolder folder = { .files = (BundleFile *)files, .file_count = sizeof files / sizeof files[0] };
    const QcdcBundleOptions options = { .size = sizeof options, .max_rows = 100, .max_field_bytes = 1 << 12 };
    QcdcBundle *bundle = NULL;

    bundle_read_folder(&folder, &options, NULL, &bundle, NULL);
    return bundle;
}

static void check_filling(const QcdcBundle *bundle, const char *text, size_t length, QcdcTemplateFormat format)
{
    const QcdcFillOptions options = { .size = sizeof options, .format = format };
    QcdcFindings *findings = NULL;
    char *filled = NULL, *again = NULL, line[256];
    QcdcError error = { 0 };

    FUZZ_LAW(qcdc_findings_new(0, &findings, NULL) == QCDC_OK);
    QcdcStatus status = qcdc_bundle_fill(bundle, &options, text, length, findings, &filled, &error);
    FUZZ_LAW(status == QCDC_OK || status == QCDC_STATUS_FINDINGS);
    FUZZ_LAW((status == QCDC_OK) == (filled != NULL));
    FUZZ_LAW((status == QCDC_OK) == (qcdc_findings_get_total(findings) == 0));
    for (size_t k = 0; k < qcdc_findings_get_count(findings); k++)
        FUZZ_LAW(qcdc_findings_item_to_text(findings, k, line, sizeof line) > 0);
    FUZZ_LAW(qcdc_bundle_fill(bundle, &options, text, length, NULL, &again, NULL) == status);
    FUZZ_LAW(status != QCDC_OK || strcmp(filled, again) == 0);
    FUZZ_LAW(status != QCDC_OK || qcdc_text_is_utf8(filled, strlen(filled)));
    /* what holds no brace is as it was */
    FUZZ_LAW(status != QCDC_OK || memchr(text, '{', length) != NULL || (strlen(filled) == length && memcmp(filled, text, length) == 0));
    qcdc_free(filled);
    qcdc_free(again);
    qcdc_findings_free(findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *places = (const char *)data + 1, *end;
    QcdcBundle *bundle;

    if (size < 2 || (end = memchr(places, SEPARATOR, size - 1)) == NULL)
        return 0;
    bundle = read_bundle(places, (size_t)(end - places));
    if (bundle != NULL)
        check_filling(bundle, end + 1, size - 1 - (size_t)(end + 1 - places), (QcdcTemplateFormat)(data[0] % QCDC_TEMPLATE_END));
    qcdc_bundle_unref(bundle);
    return 0;
}
