/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/attach-private.h"
#include "reading/coverage-private.h"
#include "reading/operand-private.h"

/* Which figures can have changed: not those that tell by how much, from what, of what, or a name. */

bool attach_is_difference(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    while (at > sentence->start && scene_is_cue(scene, at - 1, CUE_HEDGE))
        at--;
    if (at > sentence->start && scene_is_word(scene, at - 1, "thêm"))
        return true;
    if (at == sentence->start || scene->tokens[at - 1].kind != TOKEN_CUE)
        return false;
    if (attach_is_alike(scene, at - 1))
        return true;
    if (operand_tells_added(scene, at - 1))
        return false;
    uint8_t cue = scene->tokens[at - 1].cue;
    return cue == CUE_UP || cue == CUE_DOWN || cue == CUE_HIGHER || cue == CUE_LOWER || cue == CUE_EXCEED ||
           cue == CUE_MISS || cue == CUE_FROM || cue == CUE_CONTRIBUTE || cue == CUE_COMPARED;
}

/* "tăng thu ngân sách 10%": by how much too, with words between. */
static bool is_aim(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 8);
    while (at-- > least) {
        if (scene_is_cue(scene, at, CUE_UP) || scene_is_cue(scene, at, CUE_DOWN))
            return true;
        if (scene->tokens[at].kind != TOKEN_WORD && !scene_is_cue(scene, at, CUE_RATE))
            return false;
    }
    return false;
}

/* "cùng kỳ năm trước là 132 đơn": what is compared with. */
static bool is_of_base(const Sentence *sentence, size_t at)
{
    static const char *const joins[] = { "là", "có", "đạt", "chỉ", NULL };
    const Scene *scene = sentence->scene;
    while (at > sentence->start && (scene_is_cue(scene, at - 1, CUE_HEDGE) || scene_is_one_of(scene, at - 1, joins) ||
                                    scene_is_mark(scene, at - 1, ':')))
        at--;
    if (at == sentence->start)
        return false;
    bool is_dated = scene->tokens[at - 1].kind == TOKEN_PERIOD && at - 1 > sentence->start;
    at -= is_dated;
    /* "so với năm 2023: 57 triệu đồng" */
    if (is_dated && QCDC_FAULT("attach-base-told", scene_is_cue(scene, at - 1, CUE_COMPARED), false))
        return true;
    return scene_is_cue(scene, at - 1, CUE_SAME_PERIOD) || scene_is_cue(scene, at - 1, CUE_BEFORE);
}

/* Whether a time of its own opens at @at: behind a bracket, or behind a comma where it is the first of the sentence, or before its period: "Năm 2024 có 12 vụ, năm 2023: 10
 * vụ, tăng 20%". */
static bool opens_time(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    QcdcPeriod period = scene_get_period(scene, at);
    bool is_first = true;
    for (size_t i = attach_reach_back(sentence, at, ATTACH_LOOK_AHEAD); i < at; i++)
        is_first = is_first && scene->tokens[i].kind != TOKEN_PERIOD;
    bool is_open = is_first || (scene_has_year(sentence->period) && period.start + 12 <= sentence->period.start);
    bool is_before = period.kind == QCDC_PERIOD_YEAR && scene_has_year(period) && is_open;
    return scene->tokens[at].kind == TOKEN_PERIOD &&
           (scene_is_mark(scene, at - 1, '(') || (scene_is_mark(scene, at - 1, ',') && QCDC_FAULT("attach-shown-before", is_before, false)));
}

/* "12 vụ (năm 2023: 10 vụ, tăng 20%)": another time opens the bracket behind a figure of the same noun, and its figure is the base; what is itself
 * compared there is none: "150 vụ (năm 2024: 12 vụ, tăng 20% so với năm 2023)". */
bool attach_is_shown_base(const Sentence *sentence, const Mention *figure)
{
    static const char *const joins[] = { "là", "có", "đạt", NULL };
    const Scene *scene = sentence->scene;
    size_t at = figure->token;
    while (at > sentence->start && (scene_is_cue(scene, at - 1, CUE_HEDGE) || scene_is_one_of(scene, at - 1, joins) ||
                                    scene_is_mark(scene, at - 1, ':')))
        at--;
    if (at < sentence->start + 3 || !opens_time(sentence, at - 1))
        return false;
    const Mention *level = figure > scene->mentions ? figure - 1 : NULL;
    size_t open = at - 2, close = scene_is_mark(scene, open, '(') ? scene->tokens[open].index : open + ATTACH_LOOK_AHEAD / 2;
    bool is_behind = level != NULL && level->token >= sentence->start && attach_find_noun_end(scene, level) == open;
    if (!is_behind || level->percent != figure->percent || !mention_shares_noun(level, figure) || close <= open || close > open + ATTACH_LOOK_AHEAD)
        return false;
    close = close < sentence->end ? close : sentence->end;
    for (size_t i = figure->token + 1; i < close; i++)
        if (scene_is_cue(scene, i, CUE_COMPARED) || attach_is_time(scene, i))
            return false;
    return true;
}

/* "chiếm 15% của 100 đơn" */
static bool is_whole_of_share(const Sentence *sentence, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t at = figure->token;
    if (at < sentence->start + 2 || !scene_is_cue(scene, at - 1, CUE_OF))
        return false;
    const Mention *before = scene_get_figure(scene, at - 2);
    return before != NULL && before->percent;
}

bool attach_is_pair(const Scene *scene, const Mention *figure)
{
    if (figure->slash == 0)
        return false;
    const Mention *upper = figure->slash == 1 ? figure : figure - 1, *lower = upper + 1;
    if (upper->slash != 1 || upper->first_key == 0 || lower->first_key == 0)
        return false;
    bool are_turns = scene_is_word(scene, lower->noun_first, "lượt") && upper->noun_key != lower->noun_key;
    return upper->first_key != lower->first_key || QCDC_FAULT("attach-turns", are_turns, false);
}

bool attach_is_share(const Sentence *sentence, const Mention *figure)
{
    return figure->percent && figure->token > sentence->start &&
           scene_is_cue(sentence->scene, figure->token - 1, CUE_SHARE);
}

/* "huyện 2", "tổ 15" */
static bool is_part_of_name(const Scene *scene, const Mention *figure)
{
    static const char *const kinds[] = { "huyện", "quận", "phường", "xã",   "tổ",  "khu",  "khối", "cấp", "loại",
                                         "số",    "thôn", "ấp",     "nhóm", "cụm", "vùng", "đợt",  NULL };
    return attach_may_be_name(scene, figure) &&
           (scene_is_one_of(scene, figure->token - 1, kinds) || scene_is_cue(scene, figure->token - 1, CUE_PLAN));
}

/* "kế hoạch năm 2016 là 3.300 tỷ đồng" */
static bool is_of_plan(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 5);
    while (at-- > least) {
        if (scene_is_cue(scene, at, CUE_PLAN) || scene_is_cue(scene, at, CUE_TARGET))
            return true;
        bool goes_on = scene_is_word(scene, at, "là") || scene_is_word(scene, at, "giao") ||
                       attach_is_time(scene, at) || scene_is_mark(scene, at, ':') || scene_is_cue(scene, at, CUE_HEDGE);
        if (!goes_on)
            return false;
    }
    return false;
}

/* A year that the words around it do not tell for one. */
static bool may_be_year(const Mention *figure)
{
    int64_t value = figure->value.coefficient;
    return figure->first_key == 0 && !figure->percent && figure->scale == 0 && !figure->is_grouped &&
           figure->value.decimals == 0 && value >= 1900 && value <= 2100;
}

/* "bằng 112,3% so với cùng kỳ": how it stands to the base, not what has changed. */
static bool is_index(const Sentence *sentence, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t behind = figure->token + 1;
    return figure->percent &&
           (scene_is_cue(scene, behind, CUE_COMPARED) || scene_is_cue(scene, behind, CUE_SAME_PERIOD));
}

/* "doanh thu của 500 doanh nghiệp tăng 21,8%": not they grew. */
static bool is_owner(const Sentence *sentence, const Mention *figure)
{
    size_t at = figure->token;
    at -= at > sentence->start && scene_is_cue(sentence->scene, at - 1, CUE_HEDGE);
    return at > sentence->start && scene_is_word(sentence->scene, at - 1, "của");
}

bool attach_can_be_level(const Sentence *sentence, const Mention *figure, LevelKind kind)
{
    unsigned bits = kind == LEVEL_SHARE ? TAKEN_CHANGE | TAKEN_RANK : TAKEN_CHANGE | TAKEN_RATE | TAKEN_RANK;
    if ((figure->slash == 2 && !attach_is_pair(sentence->scene, figure)) || figure->sign != 0 || figure->is_word ||
        attach_is_taken(sentence, figure, bits) || is_part_of_name(sentence->scene, figure) ||
        coverage_counts(sentence->scene, figure) || is_of_plan(sentence, figure->token) || may_be_year(figure))
        return false;
    if (attach_is_difference(sentence, figure->token) || (figure->percent && is_aim(sentence, figure->token)) ||
        is_of_base(sentence, figure->token) || QCDC_FAULT("attach-shown-base", attach_is_shown_base(sentence, figure), false) || is_index(sentence, figure))
        return false;
    bool is_rate = figure->percent != 0;
    if (kind == LEVEL_ANY)
        return is_rate || (!is_whole_of_share(sentence, figure) && !is_owner(sentence, figure));
    return is_rate == (kind == LEVEL_RATE || kind == LEVEL_SHARE);
}
