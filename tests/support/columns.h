/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef COLUMNS_H
#define COLUMNS_H

/* Observations as columns of a host, over a small catalog whose units change their codes. */

#include "tables.h"

static const char columns_units[] = "code,name,level,parent,id,valid_from,valid_to\n"
                                    "t,Tỉnh,0,,,,\n"
                                    "a,Xã A,1,t,old,,2021-06-30\n"
                                    "a,Phường A,1,t,new,2021-07-01,\n"
                                    "b,Xã B,1,t,,,2020-12-31\n";
static const char columns_indicators[] = "code,name,nature,measure,decimals\n"
                                         "n,Số đơn,flow,đơn,\n"
                                         "d,Sản lượng,flow,tấn,2\n"
                                         "r,Thứ hạng,rank,bậc,\n"
                                         "o,Diện tích,flow,ha,1\n"
                                         "m,Tỷ trọng,flow,tấn,9\n";

/* Texts of a literal with \0 between them; what comes before a digit is cut in two: "2021\0" "2022". */
#define TEXTS(literal) { QCDC_COLUMN_TEXTS, literal, sizeof literal }
#define ONE_TEXT(literal) { QCDC_COLUMN_TEXT, literal, sizeof literal }
#define INTEGERS(...) { QCDC_COLUMN_INTEGERS, (int64_t[]){ __VA_ARGS__ }, sizeof(int64_t[]){ __VA_ARGS__ } }
#define NUMBERS(...) { QCDC_COLUMN_NUMBERS, (double[]){ __VA_ARGS__ }, sizeof(double[]){ __VA_ARGS__ } }

/* Columns of a table by field. */
#define TABLE(name) QcdcColumn name[QCDC_OBSERVATION_FIELD_END] =

static inline QcdcDatasetBuilder *columns_begin(void)
{
    return tables_begin_dataset(columns_units, columns_indicators);
}

static inline QcdcStatus columns_append(QcdcDatasetBuilder *builder, const QcdcColumn *columns, size_t rows, QcdcFindings *findings,
                                        QcdcError *error)
{
    return qcdc_dataset_builder_append_table(builder, columns, QCDC_OBSERVATION_FIELD_END, rows, findings, error);
}

static inline QcdcDataset *columns_finish(QcdcDatasetBuilder *builder)
{
    QcdcDataset *dataset = NULL;
    QcdcError error = { 0 };
    if (qcdc_dataset_builder_freeze(builder, NULL, &dataset, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_EQUAL_FATAL(error.status, QCDC_OK);
    qcdc_dataset_builder_free(builder);
    return dataset;
}

static inline QcdcDataset *columns_make(const QcdcColumn *columns, size_t rows)
{
    QcdcDatasetBuilder *builder = columns_begin();
    QcdcError error = { 0 };
    if (columns_append(builder, columns, rows, NULL, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_EQUAL_FATAL(error.status, QCDC_OK);
    return columns_finish(builder);
}

static inline QcdcObservation columns_get(const QcdcDataset *dataset, size_t row)
{
    QcdcObservation seen = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_get_observation(dataset, row, &seen, NULL), QCDC_OK);
    return seen;
}

#endif
