/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/span-private.h"

uint8_t span_find_direction(const Scene *scene, size_t at)
{
    if (scene_is_cue(scene, at, CUE_UP) || scene_is_cue(scene, at, CUE_HIGHER) || scene_is_cue(scene, at, CUE_TO_UP))
        return QCDC_DIRECTION_INCREASE;
    if (scene_is_cue(scene, at, CUE_DOWN) || scene_is_cue(scene, at, CUE_LOWER) || scene_is_cue(scene, at, CUE_TO_DOWN))
        return QCDC_DIRECTION_DECREASE;
    return QCDC_DIRECTION_UNKNOWN;
}

static bool is_joint(const Scene *scene, size_t at)
{
    return scene_is_cue(scene, at, CUE_TO_UP) || scene_is_cue(scene, at, CUE_TO_DOWN) ||
           scene_is_cue(scene, at, CUE_INTO) || scene_is_cue(scene, at, CUE_UNTIL) ||
           scene_is_cue(scene, at, CUE_REMAINDER) || scene_is_cue(scene, at, CUE_UP);
}

/* "từ 22.800 đồng đã tăng thêm 100 đồng": a bare verb tells by how much, and only "tăng tới", "tăng … lên" to what. */
static bool is_bare_verb(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    static const char *const towards[] = { "lên", "đến", "tới", "thành", NULL };
    if (!scene_is_cue(scene, at, CUE_UP))
        return false;
    for (size_t next = at + 1; next < at + 3 && next < sentence->end; next++)
        if (is_joint(scene, next) || scene_is_one_of(scene, next, towards))
            return false;
    return true;
}

/* "giảm từ 3.693 đồng về một nửa, trước khi tăng lên 2.093 đồng": what follows goes another way. */
static bool turns(const Scene *scene, size_t at)
{
    static const char *const words[] = { "trước khi", "sau khi", "sau đó", "trong khi", "nhưng", "rồi" };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (scene_has_words(scene, at, words[i]))
            return true;
    return false;
}

/* The joint between the two figures: words, times and brackets may stand before it, and commas of a unit's own words. */
static size_t find_joint(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    for (size_t steps = 0; at < sentence->end && steps < 24; steps++) {
        if (is_joint(scene, at) && !QCDC_FAULT("span-bare-verb", is_bare_verb(sentence, at), false))
            return at;
        if (turns(scene, at))
            break;
        if (scene_is_mark(scene, at, '(')) {
            at = attach_skip_bracket(scene, at);
            continue;
        }
        const Token *token = &scene->tokens[at];
        bool goes_on = token->kind == TOKEN_WORD || token->kind == TOKEN_PERIOD || attach_is_time(scene, at) ||
                       scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '/') ||
                       scene_is_cue(scene, at, CUE_OF) || scene_is_cue(scene, at, CUE_PER_YEAR) ||
                       scene_is_cue(scene, at, CUE_POINTS) || scene_is_cue(scene, at, CUE_SCORE) ||
                       scene_is_cue(scene, at, CUE_AND);
        if (!goes_on)
            break;
        at++;
    }
    return sentence->end;
}

/* The figure behind a joint: "xuống còn 209", "lên mức 175 tỷ", "đến năm 2020 còn 209". */
static const Mention *find_to(const Sentence *sentence, size_t joint)
{
    static const char *const fillers[] = { "còn", "mức", "nay", "chỉ", "xuống", "lên", "thành", "là", "đạt", NULL };
    const Scene *scene = sentence->scene;
    size_t at = joint + 1;
    for (size_t steps = 0; at < sentence->end && steps < 5; steps++, at++) {
        const Token *token = &scene->tokens[at];
        bool goes_on = scene_is_one_of(scene, at, fillers) || attach_is_time(scene, at) ||
                       token->kind == TOKEN_PERIOD || scene_is_cue(scene, at, CUE_HEDGE) ||
                       scene_is_cue(scene, at, CUE_REACH) || is_joint(scene, at);
        if (!goes_on)
            break;
    }
    const Mention *figure = at < sentence->end ? scene_get_figure(scene, at) : NULL;
    return figure != NULL && figure->slash == 0 && figure->sign == 0 ? figure : NULL;
}

/* "5,2% đầu năm": behind a rate its time, and no noun. */
static bool has_time_for_noun(const Scene *scene, const Mention *mention)
{
    static const char *const words[] = { "đầu", "cuối", "giữa", "trước", "hiện", NULL };
    bool has_noun = mention->percent && mention->noun_end > mention->noun_first;
    return has_noun && QCDC_FAULT("span-time", scene_is_one_of(scene, mention->noun_first, words), false);
}

static bool are_alike(const Scene *scene, const Mention *from, const Mention *to)
{
    bool is_timed = has_time_for_noun(scene, from) || has_time_for_noun(scene, to);
    return from->percent == to->percent && (is_timed || mention_shares_noun(from, to));
}

/* "từ 25 đến 30 người" is a range; "từ 25 năm 2020 đến 30 năm 2021" may be a change, but "đến" alone does not say so. */
static bool is_change(const Sentence *sentence, const Span *span, size_t joint)
{
    const Scene *scene = sentence->scene;
    if (!scene_is_cue(scene, joint, CUE_UNTIL))
        return true;
    size_t before = span->first > sentence->start ? span->first - 1 : sentence->start;
    return span_find_direction(scene, before) != QCDC_DIRECTION_UNKNOWN;
}

/* The step that a span tells of itself: "lên", "xuống còn". */
static uint8_t find_way(const Sentence *sentence, size_t joint, const Mention *to)
{
    for (size_t at = joint; at < to->token; at++) {
        uint8_t direction = span_find_direction(sentence->scene, at);
        if (direction != QCDC_DIRECTION_UNKNOWN)
            return direction;
        if (scene_is_word(sentence->scene, at, "xuống") || scene_is_word(sentence->scene, at, "còn"))
            return QCDC_DIRECTION_DECREASE;
        if (scene_is_word(sentence->scene, at, "lên"))
            return QCDC_DIRECTION_INCREASE;
    }
    return QCDC_DIRECTION_UNKNOWN;
}

/* "tụt 50 bậc từ 1.719 xuống hạng 1.769", "từ 63 lên 60, tăng ba bậc": of places a smaller number is the higher one. */
static bool are_places(const Sentence *sentence, const Span *span)
{
    const Scene *scene = sentence->scene;
    bool is_bare = span->from->first_key == 0 && !span->from->percent && span->from->value.decimals == 0;
    size_t least = attach_reach_back(sentence, span->first, ATTACH_LOOK_AHEAD);
    size_t most = span->to->token + 8 < sentence->end ? span->to->token + 8 : sentence->end;
    for (size_t at = least; is_bare && at < most; at++)
        if (scene_is_cue(scene, at, CUE_PLACES) || scene_is_cue(scene, at, CUE_RANK))
            return true;
    return false;
}

bool span_read_from_to(const Sentence *sentence, size_t at, Span *span)
{
    const Scene *scene = sentence->scene;
    if (!scene_is_cue(scene, at, CUE_FROM))
        return false;
    size_t next = at + 1;
    while (next < sentence->end && next < at + 3 &&
           (scene_is_word(scene, next, "mức") || scene_is_word(scene, next, "chỗ") ||
            scene_is_cue(scene, next, CUE_HEDGE)))
        next++;
    const Mention *from = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    if (from == NULL || from->slash != 0 || from->sign != 0 || attach_is_taken(sentence, from, TAKEN_RANK))
        return false;
    size_t joint = find_joint(sentence, next + 1);
    const Mention *to = joint < sentence->end ? find_to(sentence, joint) : NULL;
    *span = (Span){ .first = at, .from = from, .to = to };
    if (to == NULL || !are_alike(scene, from, to) || !is_change(sentence, span, joint) ||
        QCDC_FAULT("span-places", are_places(sentence, span), false))
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
    return at > sentence->start && span_find_direction(sentence->scene, at - 1) != QCDC_DIRECTION_UNKNOWN;
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
bool span_read_into(const Sentence *sentence, size_t at, Span *span)
{
    static const char *const nows[] = { "nay còn",         "nay chỉ còn", "nay xuống còn", "đến nay còn",
                                        "đến nay chỉ còn", "hiện còn",    "hiện nay còn",  NULL };
    const Scene *scene = sentence->scene;
    bool is_into = scene_is_cue(scene, at, CUE_INTO), is_now = scene_is_one_of(scene, at, nows);
    if ((!is_into && !scene_is_cue(scene, at, CUE_TO_DOWN)) || at + 1 >= sentence->end)
        return false;
    const Mention *to = scene_get_figure(scene, at + 1);
    if (to == NULL || to->slash != 0 || to->percent || to->first_key == 0)
        return false;
    size_t least = attach_reach_back(sentence, at, 12);
    const Mention *from = NULL;
    for (size_t back = at; back-- > least && from == NULL;) {
        from = scene_get_figure(scene, back);
        bool joins = scene_is_mark(scene, back, ',') && (is_into || is_now);
        /* "14.600 doanh nghiệp và khối nhà nước chỉ còn 2.701 doanh nghiệp" are two things */
        bool is_second = scene_is_cue(scene, back, CUE_AND) && !is_into && !is_now;
        if ((scene->tokens[back].kind == TOKEN_MARK && !joins) || is_second)
            break;
    }
    if (from == NULL || from->slash != 0 || from->percent || from->first_key != to->first_key || from->sign != 0 ||
        !goes_as_told(sentence, at, from, to) || is_told_by(sentence, from))
        return false;
    *span = (Span){ .first = from->token, .end = attach_find_noun_end(scene, to), .from = from, .to = to };
    span->direction = span_find_direction(scene, at);
    return true;
}
