/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TABLE_READER_PRIVATE_H
#define QCDC_TABLE_READER_PRIVATE_H

#include "exchange/csv-reader-private.h"

/* A table of a bundle: which columns it may have. The first @mandatory_count fields must be there. */
typedef struct TableShape {
    const char *file;
    const char *(*field_to_name)(size_t field);
    size_t field_count, mandatory_count;
    bool has_hierarchies; /* columns parent.<hierarchy> belong to the format */
    bool is_named;        /* other tables name its rows, so a row with a faulty field is handed over all the same */
    bool is_optional;     /* a bundle may do without it */
} TableShape;

extern const TableShape units_shape, indicators_shape, observations_shape, exceptions_shape, revisions_shape, rules_shape,
    calendars_shape, holidays_shape, layouts_shape, layout_lines_shape, places_shape;

/* A column parent.NAME in the header, the next field of each row. MEMORY ends the reading; other statuses are faults of the column. */
typedef QcdcStatus (*HierarchyHandler)(void *data, const char *name, QcdcError *error);

/* A row by field. A status other than QCDC_OK ends the reading. */
typedef QcdcStatus (*TableHandler)(void *data, const QcdcRecord *record);

/* Without the file an optional table has no rows. Reads the rows that can be understood and puts down what is wrong with the others: MEMORY, the handler's status, or QCDC_OK.
 * @out_is_whole (nullable): no fault was put down but the handler's own, so no row is missing. */
QcdcStatus bundle_table_read(const BundleFolder *folder, const TableShape *shape, const CsvOptions *options,
                             QcdcFindings *findings, TableHandler handler, void *data, bool *out_is_whole,
                             QcdcError *error);
/* The same of units.csv, with its columns parent.NAME. */
QcdcStatus bundle_units_read(const BundleFolder *folder, const CsvOptions *options, QcdcFindings *findings,
                             TableHandler handler, HierarchyHandler add_hierarchy, void *data, bool *out_is_whole,
                             QcdcError *error);

#endif
