/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/attach-private.h"
#include "reading/growths-private.h"

/* From one figure to another: "từ 230 xã xuống còn 209", "878 thôn thành 414 thôn, giảm 464 thôn". */
typedef struct Span {
    size_t first, end; /* tokens */
    const Mention *from, *to;
    const Mention *delta, *percent;
    uint8_t direction; /* that the words say */
} Span;

static uint8_t find_direction(const Scene *scene, size_t at)
{
    if (scene_is_cue(scene, at, CUE_UP) || scene_is_cue(scene, at, CUE_HIGHER) || scene_is_cue(scene, at, CUE_TO_UP))
        return QCDC_DIRECTION_INCREASE;
    if (scene_is_cue(scene, at, CUE_DOWN) || scene_is_cue(scene, at, CUE_LOWER) || scene_is_cue(scene, at, CUE_TO_DOWN))
        return QCDC_DIRECTION_DECREASE;
    return QCDC_DIRECTION_UNKNOWN;
}

/* "tăng", "giảm", behind which stands by how much. */
static uint8_t find_step_direction(const Scene *scene, size_t at)
{
    if (scene_is_cue(scene, at, CUE_UP))
        return QCDC_DIRECTION_INCREASE;
    return scene_is_cue(scene, at, CUE_DOWN) ? QCDC_DIRECTION_DECREASE : QCDC_DIRECTION_UNKNOWN;
}

static bool is_joint(const Scene *scene, size_t at)
{
    return scene_is_cue(scene, at, CUE_TO_UP) || scene_is_cue(scene, at, CUE_TO_DOWN) || scene_is_cue(scene, at, CUE_INTO) ||
           scene_is_cue(scene, at, CUE_UNTIL) || scene_is_cue(scene, at, CUE_REMAINDER) || scene_is_cue(scene, at, CUE_UP);
}

/* The joint between the two figures: words, times and brackets may stand before it, and commas of a unit's own words. */
static size_t find_joint(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    for (size_t steps = 0; at < sentence->end && steps < 24; steps++) {
        if (is_joint(scene, at))
            return at;
        if (scene_is_mark(scene, at, '(')) {
            at = attach_skip_bracket(scene, at);
            continue;
        }
        const Token *token = &scene->tokens[at];
        bool goes_on = token->kind == TOKEN_WORD || token->kind == TOKEN_PERIOD || attach_is_time(scene, at) ||
                       scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '/') || scene_is_cue(scene, at, CUE_OF) || scene_is_cue(scene, at, CUE_PER_YEAR) ||
                       scene_is_cue(scene, at, CUE_POINTS) || scene_is_cue(scene, at, CUE_SCORE) || scene_is_cue(scene, at, CUE_AND);
        if (!goes_on)
            break;
        at++;
    }
    return sentence->end;
}

/* The figure behind a joint: "xuống còn 209", "lên mức 175 tỷ", "đến năm 2020 còn 209". */
static const Mention *find_to(const Sentence *sentence, size_t joint)
{
    static const char *const fillers[] = {"còn", "mức", "nay", "chỉ", "xuống", "lên", "thành", "là", "đạt", NULL};
    const Scene *scene = sentence->scene;
    size_t at = joint + 1;
    for (size_t steps = 0; at < sentence->end && steps < 5; steps++, at++) {
        const Token *token = &scene->tokens[at];
        bool goes_on = attach_is_one_of(scene, at, fillers) || attach_is_time(scene, at) || token->kind == TOKEN_PERIOD ||
                       scene_is_cue(scene, at, CUE_HEDGE) || scene_is_cue(scene, at, CUE_REACH) || is_joint(scene, at);
        if (!goes_on)
            break;
    }
    const Mention *figure = at < sentence->end ? scene_get_figure(scene, at) : NULL;
    return figure != NULL && figure->slash == 0 && figure->sign == 0 ? figure : NULL;
}

static bool are_alike(const Mention *from, const Mention *to)
{
    return from->percent == to->percent && mention_shares_noun(from, to);
}

/* "từ 25 đến 30 người" is a range; "từ 25 năm 2020 đến 30 năm 2021" may be a change, but "đến" alone does not say so. */
static bool is_change(const Sentence *sentence, const Span *span, size_t joint)
{
    const Scene *scene = sentence->scene;
    if (!scene_is_cue(scene, joint, CUE_UNTIL))
        return true;
    size_t before = span->first > sentence->start ? span->first - 1 : sentence->start;
    return find_direction(scene, before) != QCDC_DIRECTION_UNKNOWN;
}

/* The step that a span tells of itself: "lên", "xuống còn". */
static uint8_t find_way(const Sentence *sentence, size_t joint, const Mention *to)
{
    for (size_t at = joint; at < to->token; at++) {
        uint8_t direction = find_direction(sentence->scene, at);
        if (direction != QCDC_DIRECTION_UNKNOWN)
            return direction;
        if (attach_is_word(sentence->scene, at, "xuống") || attach_is_word(sentence->scene, at, "còn"))
            return QCDC_DIRECTION_DECREASE;
        if (attach_is_word(sentence->scene, at, "lên"))
            return QCDC_DIRECTION_INCREASE;
    }
    return QCDC_DIRECTION_UNKNOWN;
}

static bool read_from_to(const Sentence *sentence, size_t at, Span *span)
{
    const Scene *scene = sentence->scene;
    if (!scene_is_cue(scene, at, CUE_FROM))
        return false;
    size_t next = at + 1;
    while (next < sentence->end && next < at + 3 && (attach_is_word(scene, next, "mức") || attach_is_word(scene, next, "chỗ") || scene_is_cue(scene, next, CUE_HEDGE)))
        next++;
    const Mention *from = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    if (from == NULL || from->slash != 0 || from->sign != 0 || attach_is_taken(sentence, from, TAKEN_RANK))
        return false;
    size_t joint = find_joint(sentence, next + 1);
    const Mention *to = joint < sentence->end ? find_to(sentence, joint) : NULL;
    *span = (Span){.first = at, .from = from, .to = to};
    if (to == NULL || !are_alike(from, to) || !is_change(sentence, span, joint))
        return false;
    span->direction = find_way(sentence, joint, to);
    span->end = attach_find_noun_end(scene, to);
    return true;
}

/* "giảm 21 đơn vị, còn 209 đơn vị": by how much, not from what. */
static bool is_told_by(const Sentence *sentence, const Mention *figure)
{
    size_t at = figure->token;
    while (at > sentence->start && scene_is_cue(sentence->scene, at - 1, CUE_HEDGE))
        at--;
    return at > sentence->start && find_direction(sentence->scene, at - 1) != QCDC_DIRECTION_UNKNOWN;
}

/* Fewer where the words say so, more where they say so. */
static bool goes_as_told(const Sentence *sentence, size_t joint, const Mention *from, const Mention *to)
{
    int order = qcdc_decimal_compare(to->value, from->value);
    if (scene_is_cue(sentence->scene, joint, CUE_TO_DOWN))
        return order < 0;
    return scene_is_cue(sentence->scene, joint, CUE_INTO) || order > 0;
}

/* "878 thôn, tổ dân phố thành 414 thôn, tổ dân phố", "27 phòng, ban, nay còn 21 phòng, ban": of one thing fewer or more. */
static bool read_into(const Sentence *sentence, size_t at, Span *span)
{
    static const char *const nows[] = {"nay còn", "nay chỉ còn", "nay xuống còn", "đến nay còn", "đến nay chỉ còn", "hiện còn", "hiện nay còn", NULL};
    const Scene *scene = sentence->scene;
    bool is_into = scene_is_cue(scene, at, CUE_INTO), is_now = attach_is_one_of(scene, at, nows);
    if ((!is_into && !scene_is_cue(scene, at, CUE_TO_DOWN)) || at + 1 >= sentence->end)
        return false;
    const Mention *to = scene_get_figure(scene, at + 1);
    if (to == NULL || to->slash != 0 || to->percent || to->first_key == 0)
        return false;
    size_t least = at > sentence->start + 12 ? at - 12 : sentence->start;
    const Mention *from = NULL;
    for (size_t back = at; back-- > least && from == NULL;) {
        from = scene_get_figure(scene, back);
        bool joins = scene_is_mark(scene, back, ',') && (is_into || is_now);
        if (scene->tokens[back].kind == TOKEN_MARK && !joins)
            break;
    }
    if (from == NULL || from->slash != 0 || from->percent || from->first_key != to->first_key || from->sign != 0 ||
        !goes_as_told(sentence, at, from, to) || is_told_by(sentence, from))
        return false;
    *span = (Span){.first = from->token, .end = attach_find_noun_end(scene, to), .from = from, .to = to};
    span->direction = find_direction(scene, at);
    return true;
}

static bool is_step(const Sentence *sentence, const Mention *figure)
{
    return figure != NULL && figure->slash == 0 && !attach_is_taken(sentence, figure, TAKEN_SPAN | TAKEN_RANK | TAKEN_CHANGE) &&
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

static bool take_step(const Sentence *sentence, Span *span, const Mention *figure)
{
    bool is_percent = figure->percent && !figure->points;
    const Mention **place = is_percent ? &span->percent : &span->delta;
    if (!is_step(sentence, figure) || *place != NULL || (!is_percent && !figure->points && !mention_shares_noun(figure, span->to) && !is_difference(span, figure)))
        return false;
    *place = figure;
    attach_take(sentence, figure, TAKEN_SPAN | TAKEN_CHANGE);
    return true;
}

/* "thêm", "được", "bình quân" between a verb and its figure */
static size_t skip_small(const Scene *scene, size_t at, size_t end)
{
    while (at < end && (scene_is_cue(scene, at, CUE_HEDGE) || scene_is_cue(scene, at, CUE_AVERAGE) || attach_is_word(scene, at, "thêm") ||
                        attach_is_word(scene, at, "được")))
        at++;
    return at;
}

/* The verb that stands before with its figures: "giảm 21 đơn vị (9,1%) (từ …", "giảm 21 đơn vị, từ …". */
static size_t find_verb_before(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = at > sentence->start + 18 ? at - 18 : sentence->start;
    while (at-- > least) {
        bool is_mark = scene->tokens[at].kind == TOKEN_MARK;
        if (is_mark && !scene_is_mark(scene, at, '(') && !scene_is_mark(scene, at, ',') && !scene_is_mark(scene, at, ')'))
            break;
        if (find_step_direction(scene, at) != QCDC_DIRECTION_UNKNOWN)
            return at;
    }
    return sentence->end;
}

static void read_before(const Sentence *sentence, Span *span)
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
    if (figure == NULL || is_of_other || scene_is_cue(scene, next + 1, CUE_PER_YEAR) || !take_step(sentence, span, figure))
        return;
    for (next++; next < span->first && (span->percent == NULL || span->delta == NULL); next++)
        if (scene_get_figure(scene, next) != NULL && !scene_is_cue(scene, next + 1, CUE_PER_YEAR))
            take_step(sentence, span, scene_get_figure(scene, next));
    span->first = verb;
    span->direction = find_step_direction(scene, verb);
}

/* What stands behind: ", giảm 21 đơn vị", "(tăng 31,8%)", "(giảm 21)". */
static bool read_behind(const Sentence *sentence, Span *span)
{
    static const char *const small[] = {"tức", "là", "tương", "ứng", "nghĩa", "được", "thêm", "với", "khoảng", NULL};
    const Scene *scene = sentence->scene;
    size_t at = span->end, most = at + 10 < sentence->end ? at + 10 : sentence->end;
    while (at < most && find_step_direction(scene, at) == QCDC_DIRECTION_UNKNOWN) {
        bool goes_on = scene->tokens[at].kind == TOKEN_WORD || attach_is_time(scene, at) || scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '(') ||
                       scene_is_cue(scene, at, CUE_OF) || scene_is_cue(scene, at, CUE_SHARE) || scene_is_cue(scene, at, CUE_COMPARED) ||
                       scene_is_cue(scene, at, CUE_WITH);
        if (!goes_on)
            return false;
        at++;
    }
    uint8_t direction = at < most ? find_step_direction(scene, at) : QCDC_DIRECTION_UNKNOWN;
    if (direction == QCDC_DIRECTION_UNKNOWN)
        return false;
    at++;
    while (at < sentence->end && (attach_is_one_of(scene, at, small) || scene_is_cue(scene, at, CUE_HEDGE)))
        at++;
    const Mention *figure = at < sentence->end ? scene_get_figure(scene, at) : NULL;
    if (figure == NULL || scene_is_cue(scene, figure->token + 1, CUE_PER_YEAR) || !take_step(sentence, span, figure))
        return false;
    span->direction = direction;
    span->end = attach_find_noun_end(scene, figure);
    return true;
}

/* "(31,8%)", ", tương ứng 31,8%" behind the difference. */
static void read_percent(const Sentence *sentence, Span *span)
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

static void fill(Draft *draft, const Sentence *sentence, const Span *span, bool as_points)
{
    draft_begin(draft, QCDC_CLAIM_REDUCTION_FROM_TO);
    draft->period = sentence->period;
    draft->direction = span->direction;
    attach_add(draft, QCDC_OPERAND_FROM, span->from);
    attach_add(draft, QCDC_OPERAND_TO, span->to);
    attach_add(draft, QCDC_OPERAND_DELTA, as_points && span->delta == NULL ? span->percent : span->delta);
    if (!as_points || span->delta != NULL)
        attach_add(draft, QCDC_OPERAND_PCT, span->percent);
    draft->is_rate = as_points;
    attach_cover_tokens(draft, sentence->scene, span->first, span->end);
    attach_add_near(draft, sentence, span->first);
}

static QcdcStatus keep(const Sentence *sentence, const Span *span, QcdcError *error)
{
    Reader *reader = sentence->reader;
    Choice best = {0};
    bool may_be_points = span->from->percent && span->percent != NULL && span->delta == NULL;
    fill(&reader->draft, sentence, span, QCDC_FAULT("spans-points", may_be_points, false));
    attach_choose(reader, &reader->draft, &best);
    if (may_be_points) {
        fill(&reader->other, sentence, span, false);
        attach_choose(reader, &reader->other, &best);
    }
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* A growth a year that stands a little behind @at. */
static bool find_growth(const Sentence *sentence, size_t at, Growth *growth)
{
    const Scene *scene = sentence->scene;
    for (size_t most = at + 8; at < most && at < sentence->end; at++) {
        if (growths_read(sentence, at, growth))
            return true;
        if (scene_is_mark(scene, at, ';') || scene_get_figure(scene, at) != NULL)
            return false;
    }
    return false;
}

/* The span that shows a growth's ends: "(từ 120 tỷ lên 175 tỷ)". */
static bool find_span(const Sentence *sentence, size_t at, Span *span)
{
    for (size_t most = at + 8; at < most && at < sentence->end; at++) {
        if (read_from_to(sentence, at, span))
            return true;
        if (scene_is_mark(sentence->scene, at, ';') || scene_get_figure(sentence->scene, at) != NULL)
            return false;
    }
    return false;
}

static void take_ends(const Sentence *sentence, const Span *span)
{
    attach_take(sentence, span->from, TAKEN_SPAN | TAKEN_CHANGE);
    attach_take(sentence, span->to, TAKEN_SPAN);
}

static QcdcStatus read_span(const Sentence *sentence, Span *span, QcdcError *error)
{
    Growth growth;
    take_ends(sentence, span);
    if (!span->from->percent && find_growth(sentence, span->end, &growth)) {
        span->end = growth.end;
        return growths_keep(sentence, &growth, span->from, span->to, error);
    }
    read_before(sentence, span);
    if (span->delta == NULL || span->percent == NULL)
        read_behind(sentence, span);
    if (span->delta != NULL && span->percent == NULL)
        read_percent(sentence, span);
    return keep(sentence, span, error);
}

static QcdcStatus read_growth(const Sentence *sentence, Growth *growth, QcdcError *error)
{
    Span span = {0};
    if (find_span(sentence, growth->end, &span) && !span.from->percent) {
        take_ends(sentence, &span);
        growth->end = span.end;
    } else {
        span = (Span){0};
    }
    return growths_keep(sentence, growth, span.from, span.to, error);
}

static QcdcStatus read_sentence(const Sentence *sentence, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Span span;
        Growth growth;
        size_t behind = at + 1;
        if (read_from_to(sentence, at, &span) || read_into(sentence, at, &span)) {
            status = read_span(sentence, &span, error);
            behind = span.end;
        } else if (growths_read(sentence, at, &growth)) {
            status = read_growth(sentence, &growth, error);
            behind = growth.end;
        }
        at = behind > at ? behind : at + 1;
    }
    return status;
}

QcdcStatus reader_find_spans(Reader *reader, QcdcError *error)
{
    Sentence sentence = {.reader = reader};
    QcdcStatus status = QCDC_OK;
    while (status == QCDC_OK && attach_next_sentence(&sentence))
        status = read_sentence(&sentence, error);
    return status;
}
