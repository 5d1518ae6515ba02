/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/interval.h>

#include "stats/members-private.h"
#include "stats/shown-private.h"

size_t qcdc_interval_explain(const QcdcInterval *interval, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (interval == NULL)
        return qcdc_text_finish(&text);
    shown_add(&text, language, interval->estimate);
    qcdc_text_add(&text, " (");
    shown_add_interval(&text, language, interval->low, interval->high, interval->level);
    qcdc_text_add(&text, language == QCDC_LANGUAGE_EN ? "); for reference only." : "); ước tính tham khảo.");
    return qcdc_text_finish(&text);
}

size_t qcdc_interval_to_json(const QcdcInterval *interval, char *buffer, size_t size)
{
    if (interval == NULL)
        return members_write(NULL, 0, buffer, size);
    const Member members[] = {
        {"estimate", interval->estimate, NULL},
        {"low", interval->low, NULL},
        {"high", interval->high, NULL},
        {"level", interval->level, NULL},
    };
    return members_write(members, sizeof members / sizeof members[0], buffer, size);
}
