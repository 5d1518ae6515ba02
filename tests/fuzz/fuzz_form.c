/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bytes → linear form: what is read is written and read again as itself; what is refused tells a byte of the text. */

#include <qcdc/memory.h>
#include <string.h>

#include "fuzz.h"
#include "model/form-private.h"

/* Every code is one indicator, which is called x. */
static QcdcIndicatorId resolve(const void *context, const char *code, size_t length)
{
    (void)context;
    FUZZ_LAW(form_is_code(code, length));
    return length == 1 && code[0] == '_' ? (QcdcIndicatorId)QCDC_ID_NONE : 0;
}

static const char *name(const void *context, QcdcIndicatorId indicator)
{
    (void)context;
    FUZZ_LAW(indicator == 0);
    return "x";
}

/* The same bytes as a rule: a comparison ends where its text does, and both sides are forms. */
static void compare(const uint8_t *data, size_t size)
{
    QcdcError error = { 0 };
    Form *left = NULL, *right = NULL;
    FormOperator comparison = FORM_NO_OPERATOR;
    QcdcStatus status =
        form_parse_comparison((const char *)data, size, resolve, NULL, &left, &comparison, &right, &error);

    FUZZ_LAW((status == QCDC_OK) == (left != NULL) && (left != NULL) == (right != NULL));
    FUZZ_LAW((status == QCDC_OK) == (comparison != FORM_NO_OPERATOR));
    FUZZ_LAW(status == QCDC_OK || (error.text[0] != '\0' && error.column >= 1 && (size_t)error.column <= size + 1));
    form_free(left);
    form_free(right);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QcdcError error = { 0 };
    Form *form = NULL, *again = NULL;
    QcdcStatus status = form_parse((const char *)data, size, resolve, NULL, &form, &error);

    compare(data, size);
    if (status != QCDC_OK) {
        FUZZ_LAW(form == NULL && error.text[0] != '\0');
        FUZZ_LAW(error.column >= 1 && (size_t)error.column <= size + 1);
        return 0;
    }
    FUZZ_LAW(form->count >= 1 && form->count + form->divisor_count <= 2 * FORM_MOST_TERMS);
    char *text = form_to_text(form, name, NULL);
    FUZZ_LAW(form_parse(text, strlen(text), resolve, NULL, &again, NULL) == QCDC_OK);
    FUZZ_LAW(again->count == form->count && again->divisor_count == form->divisor_count);
    char *rewritten = form_to_text(again, name, NULL);
    FUZZ_LAW(strcmp(text, rewritten) == 0);
    qcdc_free(text);
    qcdc_free(rewritten);
    form_free(form);
    form_free(again);
    return 0;
}
