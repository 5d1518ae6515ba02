/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_ERROR_PRIVATE_H
#define QCDC_ERROR_PRIVATE_H

#include <qcdc/status.h>

enum {
    QCDC_ERROR_QUOTE_SIZE = 96 /* bytes of a value shown inside a message; a longer one is cut and marked with an ellipsis */
};

/* The error of a value that is not what it should be: `noun "value" complaint; hint`. @value may hold any bytes. */
QcdcStatus qcdc_error_set_value(QcdcError *error, QcdcStatus status, int32_t column, const char *noun, const char *value,
                                size_t length, const char *complaint, const char *hint);
/* Gives an error that was set its name among the refusals. Returns REFUSED, so that a function can end in it. */
QcdcStatus qcdc_error_refuse(QcdcError *error, QcdcRefusal refusal);
/* The error of a call that is wrong in itself: ARGUMENT, with what is wrong and no value. */
QcdcStatus qcdc_error_set_argument(QcdcError *error, const char *what);

#endif
