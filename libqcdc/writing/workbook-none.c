/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "workbook-private.h"

#include "kernel/error-private.h"

/* A build without libxlsxwriter. */

QcdcStatus table_write_workbook(Table *table, const char *name, const char *path, QcdcError *error)
{
    (void)name;
    table_clear(table);
    qcdc_error_set(error, QCDC_STATUS_REFUSED, "format", 0, 0, "this library was built without workbooks", path, "take csv or html");
    return qcdc_error_refuse(error, QCDC_REFUSAL_XLSX_FEATURE);
}
