/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/status.h>

#include "kernel/error-private.h"
#include "kernel/text-private.h"

#include <string.h>

static const char *const status_names[QCDC_STATUS_END] = {
    "ok", "argument", "memory", "overflow", "syntax", "not-found", "duplicate", "refused", "findings", "io", "cancelled",
};

const char *qcdc_status_to_name(QcdcStatus status)
{
    if ((int)status < 0 || status >= QCDC_STATUS_END)
        return "unknown";
    return status_names[status];
}

void qcdc_error_clear(QcdcError *error)
{
    if (error != NULL)
        memset(error, 0, sizeof *error);
}

static void add_clean_text(QcdcText *text, const char *terminated)
{
    if (terminated != NULL)
        qcdc_text_add_clean(text, terminated, strlen(terminated));
}

static void fill_field(char *field, size_t size, const char *terminated)
{
    QcdcText text = qcdc_text_begin(field, size);
    add_clean_text(&text, terminated);
    qcdc_text_finish(&text);
}

/* "observations.csv:18:3: "; a column without a row is a byte of the value itself and is told by the field alone. */
static void add_place(QcdcText *text, const char *source, int32_t row, int32_t column)
{
    if (source == NULL || source[0] == '\0')
        return;
    add_clean_text(text, source);
    if (row > 0) {
        qcdc_text_add(text, ":");
        qcdc_text_add_number(text, (uint64_t)row, 1);
    }
    if (row > 0 && column > 0) {
        qcdc_text_add(text, ":");
        qcdc_text_add_number(text, (uint64_t)column, 1);
    }
    qcdc_text_add(text, ": ");
}

static void compose_text(QcdcError *error, const char *what)
{
    QcdcText text = qcdc_text_begin(error->text, sizeof error->text);
    add_place(&text, error->source, error->row, error->column);
    add_clean_text(&text, what);
    if (error->hint[0] != '\0') {
        qcdc_text_add(&text, "; ");
        qcdc_text_add(&text, error->hint);
    }
    qcdc_text_finish(&text);
}

QcdcStatus qcdc_error_set(QcdcError *error, QcdcStatus status, const char *source, int32_t row, int32_t column,
                          const char *what, const char *value, const char *hint)
{
    if (error == NULL)
        return status;
    QcdcError made = {.status = status, .row = row, .column = column}; /* the parts may lie in *error itself */
    fill_field(made.source, sizeof made.source, source);
    fill_field(made.value, sizeof made.value, value);
    fill_field(made.hint, sizeof made.hint, hint);
    compose_text(&made, what != NULL ? what : qcdc_status_to_name(status));
    *error = made;
    return status;
}

/* The message of @error without the place in front. */
static const char *skip_place(const QcdcError *error)
{
    char place[QCDC_ERROR_SOURCE_SIZE + 32];
    QcdcText text = qcdc_text_begin(place, sizeof place);
    add_place(&text, error->source, error->row, error->column);
    size_t length = qcdc_text_finish(&text);
    return strlen(error->text) >= length && memcmp(error->text, place, length) == 0 ? error->text + length : error->text;
}

void qcdc_error_place(QcdcError *error, const char *source, int32_t row, int32_t column)
{
    if (error == NULL || error->status == QCDC_OK)
        return;
    QcdcError made = *error;
    fill_field(made.source, sizeof made.source, source);
    made.row = row;
    made.column = column;
    QcdcText text = qcdc_text_begin(made.text, sizeof made.text);
    add_place(&text, made.source, row, column);
    qcdc_text_add(&text, skip_place(error));
    qcdc_text_finish(&text);
    *error = made;
}

static void add_quoted(QcdcText *text, const char *value, size_t length)
{
    char quote[QCDC_ERROR_QUOTE_SIZE];
    QcdcText inner = qcdc_text_begin(quote, sizeof quote);
    qcdc_text_add_clean(&inner, value, length < sizeof quote ? length : sizeof quote);
    bool is_cut = qcdc_text_finish(&inner) >= sizeof quote;
    qcdc_text_add(text, "\"");
    qcdc_text_add(text, quote);
    qcdc_text_add(text, is_cut ? "…\"" : "\"");
}

QcdcStatus qcdc_error_set_value(QcdcError *error, QcdcStatus status, int32_t column, const char *noun, const char *value,
                                size_t length, const char *complaint, const char *hint)
{
    if (error == NULL)
        return status;
    char what[QCDC_ERROR_TEXT_SIZE];
    QcdcText text = qcdc_text_begin(what, sizeof what);
    qcdc_text_add(&text, noun);
    qcdc_text_add(&text, " ");
    add_quoted(&text, value, length);
    qcdc_text_add(&text, " ");
    qcdc_text_add(&text, complaint);
    qcdc_text_finish(&text);
    char kept[QCDC_ERROR_VALUE_SIZE];
    text = qcdc_text_begin(kept, sizeof kept);
    qcdc_text_add_clean(&text, value, length < sizeof kept ? length : sizeof kept);
    qcdc_text_finish(&text);
    return qcdc_error_set(error, status, NULL, 0, column, what, kept, hint);
}

QcdcStatus qcdc_error_set_argument(QcdcError *error, const char *what)
{
    return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, what, NULL, NULL);
}
