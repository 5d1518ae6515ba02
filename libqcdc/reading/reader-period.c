/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/reader-private.h"

#include <string.h>

#include <qcdc/period-name.h>

#include "language/letters-private.h"

enum {
    HEAD_PASSAGES = 24, /* a report's title stands among its first passages */
    TITLE_PASSAGES = 4, /* and takes no more than these, "BÁO CÁO" the first */
    TITLE_LENGTH = 600,  /* bytes of one of them, */
    FIRST_LENGTH = 240   /* and of the first: "Báo cáo của …" opens a sentence of the news too */
};

/* The first period named in the passage. */
static QcdcPeriod find_period(const Script *script, const Passage *passage)
{
    QcdcPeriod period = {0};
    size_t length;
    for (uint32_t at = passage->start; at < passage->end; at++) {
        bool begins_word = at == passage->start || script->bytes[at - 1] == ' ' || script->bytes[at - 1] == '(';
        if (begins_word && qcdc_period_name_parse(script->bytes + at, passage->end - at, QCDC_LANGUAGE_VI, &period, &length, NULL) == QCDC_OK &&
            period.kind != QCDC_PERIOD_DAYS)
            return period;
    }
    return (QcdcPeriod){0};
}

static bool begins_title(const Script *script, const Passage *passage)
{
    uint32_t length = passage->end - passage->start; /* none: all of it was footnote marks */
    if (length == 0 || length > FIRST_LENGTH || script->bytes[passage->end - 1] == '.')
        return false;
    return qcdc_letters_match_whole(script->bytes + passage->start, length, "báo cáo") > 0;
}

QcdcPeriod reader_find_own_period(const Script *script)
{
    size_t heads = script->passage_count < HEAD_PASSAGES ? script->passage_count : HEAD_PASSAGES;
    for (size_t title = 0; title < heads; title++) {
        if (!begins_title(script, &script->passages[title]))
            continue;
        for (size_t i = title; i < script->passage_count && i < title + TITLE_PASSAGES; i++) {
            const Passage *passage = &script->passages[i];
            QcdcPeriod period = passage->end - passage->start > TITLE_LENGTH ? (QcdcPeriod){0} : find_period(script, passage);
            if (period.kind != QCDC_PERIOD_NONE)
                return period;
        }
        break;
    }
    return (QcdcPeriod){0};
}
