/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/attach-private.h"

/* What a figure is compared with: the phrase, and what a bracket shows of it. */

static void read_time(const Sentence *sentence, size_t *at, Compared *compared)
{
    const Scene *scene = sentence->scene;
    for (; *at < sentence->end && attach_is_time(scene, *at); (*at)++) {
        compared->has_time = true;
        if (scene_is_word(scene, *at, "năm trước") || scene_is_word(scene, *at, "năm ngoái"))
            compared->is_year_before = true;
        if (scene_is_cue(scene, *at, CUE_SAME_PERIOD))
            compared->is_same_period = compared->is_year_before = true;
        else if (scene->tokens[*at].kind == TOKEN_PERIOD)
            compared->period = scene->periods[scene->tokens[*at].index];
    }
    static const char *const gone[] = { "ngoái", "trước", NULL };
    bool is_gone = compared->has_time && *at < sentence->end && scene->tokens[*at - 1].kind == TOKEN_PERIOD && scene_is_one_of(scene, *at, gone);
    if (QCDC_FAULT("attach-base-gone", is_gone, false)) { /* "nửa đầu năm ngoái" */
        compared->is_year_before = true;
        ++*at;
    }
}

/* "cùng kỳ năm trước là 132 đơn" */
static void read_base_after(const Sentence *sentence, size_t *at, Compared *compared)
{
    static const char *const joins[] = { "là", "có", "chỉ", NULL };
    size_t next = *at;
    while (next < sentence->end && next < *at + 2 && scene_is_one_of(sentence->scene, next, joins))
        next++;
    const Mention *figure = next > *at && next < sentence->end ? scene_get_figure(sentence->scene, next) : NULL;
    if (figure == NULL || compared->base != NULL || figure->slash != 0)
        return;
    compared->base = figure;
    *at = attach_find_noun_end(sentence->scene, figure);
}

/* Whether a cue stands well between "so với" and the time. */
static bool is_within(uint8_t cue)
{
    return cue == CUE_OF || cue == CUE_HEDGE || cue == CUE_AVERAGE || cue == CUE_RATE || cue == CUE_POINTS ||
           cue == CUE_SCORE || cue == CUE_RANK || cue == CUE_UNTIL || cue == CUE_REMAINDER || cue == CUE_NONE;
}

/* Steps over one token of the phrase before its time; false where the phrase ends. */
static bool read_before_time(const Sentence *sentence, size_t *at, Compared *compared)
{
    const Scene *scene = sentence->scene;
    const Token *token = &scene->tokens[*at];
    if (token->kind == TOKEN_NUMBER) {
        const Mention *mention = &scene->mentions[token->index];
        /* "so với rổ sáu đồng tiền chủ chốt", "so với đơn vị đứng thứ 2", "so với Trạm số 3" */
        bool is_place = *at > 0 && (scene_is_word(scene, *at - 1, "thứ") || scene_is_cue(scene, *at - 1, CUE_RANK));
        bool is_numbered = QCDC_FAULT("attach-base-numbered", mention->kind == MENTION_DOCUMENT, false);
        bool is_name = mention->kind == MENTION_NAME || mention->is_word || is_place || is_numbered ||
                       (mention->kind == MENTION_FIGURE && attach_may_be_name(scene, mention));
        if ((mention->kind != MENTION_FIGURE && !is_name) || compared->base != NULL || mention->slash == 2)
            return false;
        if (is_name) {
            ++*at;
            return true;
        }
        compared->base = mention;
        *at += mention->slash == 1 ? 3 : 1;
        return true;
    }
    if (token->kind == TOKEN_CUE && (token->cue == CUE_PLAN || token->cue == CUE_TARGET))
        compared->is_plan = true;
    if (token->kind == TOKEN_CUE && token->cue == CUE_TOTAL)
        compared->is_total = QCDC_FAULT("attach-base-total", true, false);
    if (token->kind == TOKEN_CUE && token->cue == CUE_AVERAGE)
        compared->is_mean = true;
    static const char *const clauses[] = { "trong khi", "trong",    "khi", "nhưng", "còn", "song",
                                           "đồng thời", "kéo theo", "chỉ", "do",    "nhờ", NULL };
    bool is_event = *at > 0 && scene_is_word(scene, *at - 1, "trước"); /* trước khi sắp xếp */
    if (scene_is_one_of(scene, *at, clauses) && !is_event)
        return false;
    bool goes_on = token->kind == TOKEN_WORD || (token->kind == TOKEN_CUE && is_within(token->cue));
    *at += goes_on;
    return goes_on;
}

bool attach_read_compared(const Sentence *sentence, size_t at, Compared *out_compared)
{
    const Scene *scene = sentence->scene;
    *out_compared = (Compared){ .end = at };
    bool said = scene_is_cue(scene, at, CUE_COMPARED);
    if (!said && !scene_is_cue(scene, at, CUE_SAME_PERIOD) && !scene_is_cue(scene, at, CUE_BEFORE))
        return false;
    size_t most = at + ATTACH_LOOK_AHEAD < sentence->end ? at + ATTACH_LOOK_AHEAD : sentence->end;
    size_t next = at + said;
    while (next < most && !attach_is_time(scene, next) && read_before_time(sentence, &next, out_compared))
        continue;
    read_time(sentence, &next, out_compared);
    if (out_compared->has_time && said)
        read_base_after(sentence, &next, out_compared);
    out_compared->end = next;
    return true;
}

QcdcPeriod attach_find_base_period(const Sentence *sentence, const Compared *compared)
{
    QcdcPeriod period = compared->period, back;
    bool is_dated = period.kind != QCDC_PERIOD_NONE;
    if (!compared->is_same_period)
        return period;
    if (qcdc_period_same_last_year(sentence->period, &back, NULL) != QCDC_OK)
        return period;
    return QCDC_FAULT("attach-base-dated", !is_dated, false) ||
                   (period.kind == QCDC_PERIOD_YEAR && qcdc_period_contains(period, back))
               ? back
               : period;
}

static void show_figure(const Scene *scene, const Mention *mention, Shown *shown)
{
    if (mention->slash != 0 && !attach_is_pair(scene, mention))
        shown->has_line = true;
    if (mention->hedge == QCDC_HEDGE_AT_MOST || mention->hedge == QCDC_HEDGE_AT_LEAST) /* "(tối đa 30.000 đồng)" */
        shown->is_pure = false;
    if (shown->count < ATTACH_MAX_LEVELS)
        shown->figures[shown->count++] = mention;
    else
        shown->is_pure = false;
}

static void show_cue(uint8_t cue, Shown *shown)
{
    shown->has_mean |= cue == CUE_AVERAGE;
    switch (cue) {
    case CUE_UP:
    case CUE_HIGHER:
    case CUE_DOWN:
    case CUE_LOWER:
        if (shown->direction != QCDC_DIRECTION_UNKNOWN)
            shown->is_pure = false;
        shown->direction = cue == CUE_UP || cue == CUE_HIGHER ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_DECREASE;
        break;
    case CUE_FROM:
        shown->has_span = true;
        break;
    case CUE_PLAN:
    case CUE_TARGET:
        shown->has_plan = true;
        break;
    case CUE_SHARE:
    case CUE_RATE:
    case CUE_HEDGE:
    case CUE_AND:
    case CUE_POINTS:
    case CUE_SCORE:
    case CUE_COMPARED:
    case CUE_INDEX:
    case CUE_AVERAGE:
    case CUE_OF:
        break;
    default:
        shown->is_pure = false;
    }
}

bool attach_read_shown(const Sentence *sentence, size_t at, Shown *out_shown)
{
    const Scene *scene = sentence->scene;
    *out_shown = (Shown){ .is_pure = true };
    if (!scene_is_mark(scene, at, '(') || scene->tokens[at].index <= at || scene->tokens[at].index >= sentence->end)
        return false;
    size_t close = scene->tokens[at].index;
    out_shown->end = close + 1;
    bool opens_list = scene_is_cue(scene, at + 1, CUE_COMPRISING) || scene_is_cue(scene, at + 1, CUE_OF_WHICH);
    if (close - at > ATTACH_LOOK_AHEAD || QCDC_FAULT("attach-shown-list", opens_list, false))
        return false;
    for (size_t i = at + 1; i < close; i++) {
        const Token *token = &scene->tokens[i];
        const Mention *figure = scene_get_figure(scene, i);
        if (attach_is_time(scene, i)) {
            out_shown->has_time = true;
            if (token->kind == TOKEN_PERIOD)
                out_shown->period = scene->periods[token->index];
        } else if (figure != NULL) {
            if (!attach_may_be_name(scene, figure))
                show_figure(scene, figure, out_shown);
        } else if (token->kind == TOKEN_CUE) {
            show_cue(token->cue, out_shown);
        } else if (scene_is_word(scene, i, "mỗi")) {
            out_shown->is_pure = false;
        }
        if (scene_is_mark(scene, i, ';') || scene_is_mark(scene, i, '('))
            out_shown->is_pure = false;
    }
    out_shown->is_reached = close == at + 3 && scene_is_cue(scene, at + 1, CUE_REACH) && out_shown->count == 1;
    return true;
}

bool attach_shows_line(const Shown *shown)
{
    return shown->count == 2 && shown->figures[0]->slash == 1 && shown->figures[1]->slash == 2;
}

const Mention *attach_match_shown(const Scene *scene, const Shown *shown, const Mention *mention)
{
    const Mention *only = shown->count == 1 ? shown->figures[0] : NULL, *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < shown->count; i++) {
        const Mention *figure = shown->figures[i];
        if (figure->first_key == 0 || figure->first_key != mention->first_key)
            continue;
        size_t alike = attach_count_alike(scene, figure, mention);
        if (best != NULL && alike <= most)
            continue;
        best = figure;
        most = alike;
    }
    if (best != NULL)
        return best;
    if (only != NULL && only->percent == mention->percent)
        return only;
    return NULL;
}
