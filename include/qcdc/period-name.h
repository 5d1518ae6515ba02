/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PERIOD_NAME_H
#define QCDC_PERIOD_NAME_H

#include <qcdc/period.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_PERIOD_NAME_SIZE = 96 /**< a buffer that holds any period name */
};

/* "6 tháng đầu năm 2023" (D10): lower case, as inside a sentence */
QCDC_API
size_t qcdc_period_to_name(QcdcPeriod period, QcdcLanguage language, char *buffer, size_t size);
/* reads the longest period name at the start of @text, any case, also the forms met in reports: "quý 3/2022", "tháng 9/2022", "06 tháng đầu năm 2023", "9 tháng năm 2022"; @out_length bytes read */
QCDC_API
QcdcStatus qcdc_period_name_parse(const char *text, size_t length, QcdcLanguage language, QcdcPeriod *out_period, size_t *out_length, QcdcError *error);

QCDC_END_DECLS

#endif
