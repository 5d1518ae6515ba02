/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"
#include "reading/unchanged-private.h"

typedef struct Same {
    size_t verb, end; /* tokens */
    const Mention *base;
    bool is_bare; /* in a bracket of its own, with no word of what is compared */
    Compared compared;
} Same;

/* "không thay đổi", "giữ nguyên", "bằng cùng kỳ" */
static bool begins(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    if (scene_is_cue(scene, at, CUE_UNCHANGED))
        return true;
    return scene_is_cue(scene, at, CUE_INDEX) &&
           (scene_is_cue(scene, at + 1, CUE_SAME_PERIOD) || scene_is_cue(scene, at + 1, CUE_BEFORE));
}

static bool read(const Sentence *sentence, size_t at, Same *same)
{
    Shown shown;
    if (!begins(sentence, at))
        return false;
    *same = (Same){ .verb = at, .end = at + 1 };
    if (same->end < sentence->end && attach_read_compared(sentence, same->end, &same->compared)) {
        same->end = same->compared.end;
        same->base = same->compared.base;
    }
    same->is_bare = same->end == at + 1;
    if (same->base == NULL && same->end < sentence->end && attach_read_shown(sentence, same->end, &shown) &&
        shown.count == 1 && !shown.has_plan && !shown.has_line && shown.direction == QCDC_DIRECTION_UNKNOWN) {
        same->base = shown.figures[0];
        same->end = shown.end;
    }
    return same->base != NULL && same->base->slash == 0 && !same->compared.is_plan && !same->compared.is_total;
}

/* "34 doanh nghiệp giữ ổn định (39,5%)": how many answered so, and their share of all: the figure before is no rate. */
static bool counts_those(const Sentence *sentence, const Same *same)
{
    const Mention *before = scene_find_previous_figure(sentence->scene, same->verb, sentence->start);
    bool are_counted = operand_is_count(before) && same->is_bare && same->base->percent;
    return QCDC_FAULT("unchanged-those", are_counted, false);
}

static QcdcStatus keep(const Sentence *sentence, const Same *same, QcdcError *error)
{
    Draft *draft = &sentence->reader->draft;
    Levels levels;
    bool is_rate = same->base->percent != 0;
    if (counts_those(sentence, same))
        return QCDC_OK;
    attach_find_levels(sentence, same->verb, same->base, is_rate ? LEVEL_RATE : LEVEL_COUNT, &levels);
    if (levels.count == 0 || levels.is_weak)
        return QCDC_OK;
    draft_begin(draft, is_rate ? QCDC_CLAIM_CHANGE_PP : QCDC_CLAIM_CHANGE_ABS);
    draft->direction = QCDC_DIRECTION_UNCHANGED;
    draft->period = sentence->period;
    draft->base_period = attach_find_base_period(sentence, &same->compared);
    attach_add(draft, QCDC_OPERAND_NOW, levels.figures[0]);
    attach_add(draft, QCDC_OPERAND_BASE, same->base);
    attach_cover_tokens(draft, sentence->scene, same->verb, same->end);
    attach_take(sentence, same->base, TAKEN_CHANGE);
    return reader_keep(sentence->reader, draft, NULL, error);
}

QcdcStatus unchanged_find(const Sentence *sentence, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Same same;
        if (!read(sentence, at, &same)) {
            at++;
            continue;
        }
        status = keep(sentence, &same, error);
        at = same.end > at ? same.end : at + 1;
    }
    return status;
}
