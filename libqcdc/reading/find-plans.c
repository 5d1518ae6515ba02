/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/plan-private.h"

static QcdcStatus read_sentence(const Sentence *sentence, QcdcError *error)
{
    const Mention *told = NULL;
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Plan plan;
        const Mention *value = NULL;
        size_t behind = at + 1;
        if (plan_read(sentence, at, &plan)) {
            if (plan.percent != NULL && told == NULL)
                told = QCDC_FAULT("plans-far", plan_find_far(sentence), NULL);
            plan.told = plan.percent != NULL ? told : NULL;
            value = plan.plan != NULL && !plan.is_open ? plan.plan : NULL;
            status = plan_keep(sentence, &plan, error);
            behind = plan.end;
        } else {
            value = QCDC_FAULT("plans-told", plan_find_told(sentence, at), NULL);
        }
        told = value != NULL ? value : told;
        at = behind > at ? behind : at + 1;
    }
    return status;
}

QcdcStatus reader_find_plans(Reader *reader, QcdcError *error)
{
    return attach_read_sentences(reader, read_sentence, error);
}
