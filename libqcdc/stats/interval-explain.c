/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/interval.h>

#include "stats/telling-private.h"

size_t qcdc_interval_explain(const QcdcInterval *interval, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (interval == NULL)
        return qcdc_text_finish(&text);
    telling_add_figure(&text, language, interval->estimate);
    telling_add_interval(&text, language, " (", interval->low, interval->high, interval->level);
    qcdc_text_add(&text, language == QCDC_LANGUAGE_EN ? "); for reference only." : "); ước tính tham khảo.");
    return qcdc_text_finish(&text);
}

size_t qcdc_interval_to_json(const QcdcInterval *interval, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (interval == NULL) {
        qcdc_text_add(&text, "null");
        return qcdc_text_finish(&text);
    }
    qcdc_text_add(&text, "{");
    telling_add_member(&text, "estimate", interval->estimate, true);
    telling_add_member(&text, "low", interval->low, false);
    telling_add_member(&text, "high", interval->high, false);
    telling_add_member(&text, "level", interval->level, false);
    qcdc_text_add(&text, "}");
    return qcdc_text_finish(&text);
}
