/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PERIOD_NAME_H
#define QCDC_PERIOD_NAME_H

#include <qcdc/period.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_PERIOD_NAME_SIZE = 96 /**< a buffer that holds any period name */
};

/* Text is UTF-8 (NFC) and belongs to the caller; nothing here allocates or looks at the locale. */

/**
 * qcdc_period_to_name:
 * @period: a period
 * @language: of the name; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the name: terminated, cut at a character boundary
 * @size: bytes of @buffer; QCDC_PERIOD_NAME_SIZE is always enough
 *
 * The name inside a sentence, in lower case: "tháng 9 năm 2022", "quý III năm 2022", "6 tháng đầu năm 2023", "năm 2022",
 * "giai đoạn 2016-2020", "từ ngày 01/6/2019 đến ngày 25/5/2020"; "September 2022", "Q3 2022", "first half of 2023". Source:
 * D10; Decree 30/2020, annex I (days and months that take a 0). Threads: any.
 *
 * Returns: bytes the whole name needs, without the terminator; 0, and "", when @period is not a period.
 */
QCDC_API
size_t qcdc_period_to_name(QcdcPeriod period, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_period_name_parse:
 * @text: begins with the name of a period
 * @length: bytes of @text
 * @language: of the name; the default is Vietnamese
 * @out_period: takes the period
 * @out_length: takes the bytes read
 * @error: (nullable) takes what is wrong
 *
 * Reads the longest name at the start of @text, in any case: all that qcdc_period_to_name() writes, and what reports write
 * besides: "quý 3/2022", "tháng 9/2022", "06 tháng đầu năm 2023", "9 tháng năm 2022", "ngày 05 tháng 8 năm 2023". In English
 * a bare number of at most four digits is a year. The outputs are untouched unless QCDC_OK is returned. Source: D10, S30.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX when no period is named there; QCDC_STATUS_ARGUMENT when a pointer is missing or
 * @language is not a QcdcLanguage.
 */
QCDC_API
QcdcStatus qcdc_period_name_parse(const char *text, size_t length, QcdcLanguage language, QcdcPeriod *out_period,
                                  size_t *out_length, QcdcError *error);

QCDC_END_DECLS

#endif
