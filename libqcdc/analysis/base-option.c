/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/comparison.h>
#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

static bool begins_with(const char *text, const char *words)
{
    return strncmp(text, words, strlen(words)) == 0;
}

/* A base of no kind where the words name none. */
static QcdcBaseOption read_words(const char *text)
{
    QcdcPeriod period;
    if (strcmp(text, "same-period") == 0)
        return (QcdcBaseOption){.base = QCDC_BASE_SAME_PERIOD};
    if (strcmp(text, "previous") == 0)
        return (QcdcBaseOption){.base = QCDC_BASE_PREVIOUS};
    if (strcmp(text, "plan") == 0)
        return (QcdcBaseOption){.base = QCDC_BASE_PLAN};
    if (begins_with(text, "plan:"))
        return (QcdcBaseOption){.base = QCDC_BASE_PLAN, .plan = text + QCDC_FAULT("base-option-plan", strlen("plan:"), 0)};
    if (begins_with(text, "unit:") && text[strlen("unit:")] != '\0')
        return (QcdcBaseOption){.base = QCDC_BASE_UNIT, .unit = text + QCDC_FAULT("base-option-unit", strlen("unit:"), 0)};
    if (strcmp(text, "parent-mean") == 0)
        return (QcdcBaseOption){.base = QCDC_BASE_PARENT_MEAN};
    if (qcdc_period_parse(text, strlen(text), &period, NULL) == QCDC_OK)
        return (QcdcBaseOption){.base = QCDC_BASE_PERIOD, .period = text};
    return (QcdcBaseOption){.base = QCDC_BASE_DEFAULT};
}

QcdcStatus qcdc_base_option_parse(const char *text, QcdcBaseOption *out_option, QcdcError *error)
{
    if (text == NULL || out_option == NULL)
        return qcdc_error_set_argument(error, "no text, or no place for the base");
    QcdcBaseOption option = read_words(text);
    if (option.base != QCDC_BASE_DEFAULT) {
        *out_option = option;
        return QCDC_OK;
    }
    return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "base", text, strlen(text), "is not a base",
                                "same-period, previous, plan[:NAME], unit:CODE, parent-mean or a period such as 2022 or 2022-S1");
}
