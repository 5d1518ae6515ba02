/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/coverage-private.h"
#include "reading/span-private.h"

/* "tăng", "giảm", behind which stands by how much. */
static uint8_t find_step_direction(const Scene *scene, size_t at)
{
    if (scene_is_cue(scene, at, CUE_UP))
        return QCDC_DIRECTION_INCREASE;
    return scene_is_cue(scene, at, CUE_DOWN) ? QCDC_DIRECTION_DECREASE : QCDC_DIRECTION_UNKNOWN;
}

/* "làm giảm 24,5% mức tăng chung": what was brought to another change. */
static bool is_brought(const Scene *scene, const Mention *figure)
{
    size_t at = figure->token + 1;
    at += scene_is_cue(scene, at, CUE_POINTS);
    return scene_has_words(scene, at, "mức") || scene_has_words(scene, at, "trong mức") || scene_has_words(scene, at, "vào mức");
}

static bool is_step(const Sentence *sentence, const Mention *figure)
{
    return figure != NULL && figure->slash == 0 && !coverage_counts(sentence->scene, figure) &&
           !is_brought(sentence->scene, figure) &&
           !attach_is_taken(sentence, figure, TAKEN_SPAN | TAKEN_RANK | TAKEN_CHANGE) &&
           !scene_is_cue(sentence->scene, figure->token + 1, CUE_TIMES);
}

/* Another word for the same thing: "27 phòng, nay còn 21 phòng, giảm 06 đầu mối". */
static bool is_difference(const Span *span, const Mention *figure)
{
    QcdcDecimal difference;
    if (qcdc_decimal_subtract(span->from->value, span->to->value, &difference, NULL) != QCDC_OK)
        return false;
    difference.coefficient = difference.coefficient < 0 ? -difference.coefficient : difference.coefficient;
    return qcdc_decimal_compare(difference, figure->value) == 0;
}

static bool counts_same(const Span *span, const Mention *figure)
{
    return figure->first_key == 0 || figure->first_key == span->from->first_key ||
           figure->first_key == span->to->first_key || (span->from->first_key == 0 && span->to->first_key == 0);
}

static bool take_step(const Sentence *sentence, Span *span, const Mention *figure)
{
    bool is_percent = figure->percent && !figure->points;
    const Mention **place = is_percent ? &span->percent : &span->delta;
    if (figure->points && !span->from->percent)
        return false;
    if (!is_step(sentence, figure) || *place != NULL ||
        (!is_percent && !figure->points && !mention_shares_noun(figure, span->to) && !is_difference(span, figure)))
        return false;
    *place = figure;
    attach_take(sentence, figure, TAKEN_SPAN | TAKEN_CHANGE);
    return true;
}

/* "thêm", "được", "bình quân" between a verb and its figure */
static size_t skip_small(const Scene *scene, size_t at, size_t end)
{
    while (at < end && (scene_is_cue(scene, at, CUE_HEDGE) || scene_is_cue(scene, at, CUE_AVERAGE) ||
                        scene_is_word(scene, at, "thêm") || scene_is_word(scene, at, "được")))
        at++;
    return at;
}

/* Whether words of the tokens @from … @end may name another subject: "từ 94 tỷ xuống còn 47,7 tỷ đồng, lợi nhuận tăng 8%". */
static bool has_subject(const Sentence *sentence, size_t from, size_t end)
{
    static const char *const small[] = { "tức", "là",  "tương", "ứng", "đương", "nghĩa", "được", "thêm", "với",  "hay",
                                         "đã",  "mức", "như",   "vậy", "tốc",   "độ",    "cụ",   "thể",  "đồng", NULL };
    const Scene *scene = sentence->scene;
    bool is_behind_comma = false;
    for (size_t at = from; at < end; at++) {
        is_behind_comma |= scene_is_mark(scene, at, ',');
        if (is_behind_comma && scene->tokens[at].kind == TOKEN_WORD && !attach_is_time(scene, at) &&
            !scene_is_one_of(scene, at, small))
            return true;
    }
    return false;
}

/* The verb that stands before with its figures: "giảm 21 đơn vị (9,1%) (từ …", "giảm 21 đơn vị, từ …". */
static size_t find_verb_before(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 18), from = at;
    while (at-- > least) {
        bool is_mark = scene->tokens[at].kind == TOKEN_MARK;
        /* "giảm 6 sở: từ 20 còn 14" */
        bool is_colon = scene_is_mark(scene, at, ':') && QCDC_FAULT("span-colon", at + 1 == from, false);
        if (is_mark && !scene_is_mark(scene, at, '(') && !scene_is_mark(scene, at, ',') &&
            !scene_is_mark(scene, at, ')') && !is_colon)
            break;
        if (find_step_direction(scene, at) != QCDC_DIRECTION_UNKNOWN)
            return at;
    }
    return sentence->end;
}

void span_read_before(const Sentence *sentence, Span *span, bool *out_is_loose)
{
    const Scene *scene = sentence->scene;
    size_t verb = find_verb_before(sentence, span->first);
    if (verb == sentence->end)
        return;
    if (verb + 1 == span->first) {
        span->first = verb;
        return;
    }
    size_t next = skip_small(scene, verb + 1, span->first);
    const Mention *figure = scene_get_figure(scene, next);
    bool is_of_other = figure != NULL && figure->percent && figure->noun_end > figure->noun_first;
    if (figure == NULL || is_of_other || scene_is_cue(scene, next + 1, CUE_PER_YEAR) ||
        !take_step(sentence, span, figure))
        return;
    for (next++; next < span->first && (span->percent == NULL || span->delta == NULL); next++)
        if (scene_get_figure(scene, next) != NULL && !scene_is_cue(scene, next + 1, CUE_PER_YEAR))
            take_step(sentence, span, scene_get_figure(scene, next));
    *out_is_loose = has_subject(sentence, attach_find_noun_end(scene, figure), span->first);
    span->first = verb;
    span->direction = find_step_direction(scene, verb);
}

/* What stands behind: ", giảm 21 đơn vị", "(tăng 31,8%)", "(giảm 21)". */
bool span_read_behind(const Sentence *sentence, Span *span, bool *out_is_loose)
{
    static const char *const small[] = { "tức", "là", "tương", "ứng", "nghĩa", "được", "thêm", "với", "khoảng", NULL };
    const Scene *scene = sentence->scene;
    size_t at = span->end, most = at + 10 < sentence->end ? at + 10 : sentence->end;
    bool left_bracket = false;
    while (at < most && find_step_direction(scene, at) == QCDC_DIRECTION_UNKNOWN) {
        bool goes_on = scene->tokens[at].kind == TOKEN_WORD || attach_is_time(scene, at) ||
                       scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '(') ||
                       scene_is_mark(scene, at, ')') || scene_is_cue(scene, at, CUE_OF) ||
                       scene_is_cue(scene, at, CUE_SHARE) || scene_is_cue(scene, at, CUE_COMPARED) ||
                       scene_is_cue(scene, at, CUE_WITH);
        if (!goes_on)
            return false;
        left_bracket |= scene_is_mark(scene, at, ')');
        at++;
    }
    uint8_t direction = at < most ? find_step_direction(scene, at) : QCDC_DIRECTION_UNKNOWN;
    if (direction == QCDC_DIRECTION_UNKNOWN)
        return false;
    at++;
    while (at < sentence->end && (scene_is_one_of(scene, at, small) || scene_is_cue(scene, at, CUE_HEDGE)))
        at++;
    const Mention *figure = at < sentence->end ? scene_get_figure(scene, at) : NULL;
    size_t behind = figure != NULL ? attach_find_noun_end(scene, figure) : at;
    bool is_other = left_bracket && figure != NULL &&
                    (scene_is_cue(scene, behind, CUE_COMPARED) || scene_is_mark(scene, behind, '(') ||
                     (!figure->percent && !counts_same(span, figure) && !is_difference(span, figure)));
    if (figure == NULL || is_other || scene_is_cue(scene, figure->token + 1, CUE_PER_YEAR) ||
        !take_step(sentence, span, figure))
        return false;
    /* "(từ 102 xuống còn 49), giảm 3.867 hộ, … so với kỳ trước": another comparison */
    bool is_next = left_bracket && !figure->percent && span->from->first_key == 0 && span->to->first_key == 0;
    /* "từ 96 phòng thành 140 phòng, giảm 86 phòng so với hiện trạng" */
    is_next |= scene_is_cue(scene, behind, CUE_COMPARED) && scene->tokens[behind + 1].kind == TOKEN_WORD;
    /* "từ 20 còn 14, giảm 48 phòng (từ 160 xuống 112)": it has ends of its own */
    is_next |= QCDC_FAULT("span-own-ends", scene_is_mark(scene, behind, '(') && scene_is_cue(scene, behind + 1, CUE_FROM), false);
    *out_is_loose = is_next || has_subject(sentence, span->end, at) || !counts_same(span, figure);
    span->direction = direction;
    span->end = attach_find_noun_end(scene, figure);
    return true;
}

/* "(31,8%)", ", tương ứng 31,8%" behind the difference. */
void span_read_percent(const Sentence *sentence, Span *span)
{
    const Scene *scene = sentence->scene;
    size_t at = span->end, most = at + 5 < sentence->end ? at + 5 : sentence->end;
    bool opens = scene_is_mark(scene, at, '(');
    if (!opens && !(scene_is_mark(scene, at, ',') && at + 1 < most && attach_is_alike(scene, at + 1)))
        return;
    while (at < most && scene_get_figure(scene, at) == NULL)
        at++;
    const Mention *figure = at < most ? scene_get_figure(scene, at) : NULL;
    if (figure == NULL || (!figure->percent && !opens) || !take_step(sentence, span, figure))
        return;
    span->end = opens ? attach_skip_bracket(scene, span->end) : figure->token + 1;
}
