/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/portion-private.h"

enum {
    LINE_REACH = 8 /* tokens between "trên" and the figure below the line */
};

/* The whole told before the percent, and its part before that: "168.300 lượt trong tổng số 1.402.500 lượt khách, chiếm 12%". */

/* The first token of the words by which @mention is said to be all: "trong tổng số", "so với tổng số", "trên số"; SIZE_MAX if there are none. */
static size_t find_front_words(const Scene *scene, const Mention *mention)
{
    size_t at = mention->token;
    while (at > 0 && scene_is_cue(scene, at - 1, CUE_HEDGE))
        at--;
    bool is_all = at > 0 && (scene_is_cue(scene, at - 1, CUE_TOTAL) || scene_is_word(scene, at - 1, "số"));
    if (!is_all || at < 2)
        return SIZE_MAX;
    bool is_of = scene_is_cue(scene, at - 2, CUE_OF) || scene_is_cue(scene, at - 2, CUE_COMPARED);
    return is_of && !scene_has_words(scene, at - 2, "của") ? at - 2 : SIZE_MAX;
}

/* The token behind the unit of @mention, of a measure by time too: "21.600 m3/ngày đêm". */
static size_t find_unit_end(const Scene *scene, const Mention *mention)
{
    static const char *const times[] = {"ngày đêm", "ngày", "giờ", "tháng", "năm"};
    size_t at = operand_find_noun_end(scene, mention);
    if (!scene_is_mark(scene, at, '/') || !operand_says_any(scene, at + 1, at + 2, times, sizeof times / sizeof times[0]))
        return at;
    return at + (scene_has_words(scene, at + 1, "ngày đêm") ? 3 : 2);
}

/* "21.600 m3/ngày đêm trên công suất thiết kế 36.000 m3/ngày đêm, đạt 60%": the line in words between two figures of one unit; SIZE_MAX if it is none. */
static size_t find_line_words(const Scene *scene, const Mention *front)
{
    const Mention *part = front > scene->mentions ? front - 1 : NULL;
    size_t at = front->token, least = at > LINE_REACH ? at - LINE_REACH : 0;
    while (at > least && scene->tokens[at - 1].kind == TOKEN_WORD)
        at--;
    bool is_line = at > least && at < front->token && scene_has_words(scene, at - 1, "trên") && operand_is_count(part) && part->slash == 0 && part->first_key != 0;
    bool is_same = is_line && part->first_key == front->first_key && find_unit_end(scene, part) == at - 1 && qcdc_decimal_compare(part->value, front->value) <= 0;
    return QCDC_FAULT("portion-line", is_same, false) ? at - 1 : SIZE_MAX;
}

/* The counts before @front that it can be the whole of, nearest first, of its sentence and the one before. */
static void add_parts(const Reader *reader, Portion *portion, size_t words)
{
    const Scene *scene = &reader->scene;
    const Mention *front = portion->front;
    size_t own = scene_find_sentence_start(scene, words), start = own > 0 ? scene_find_sentence_start(scene, own - 1) : own, at = words;
    size_t reach = at > OPERAND_REACH ? at - OPERAND_REACH : 0;
    while (at > start && at > reach && portion->front_part_count < PORTION_WHOLES) {
        at = operand_step_back(scene, at);
        const Mention *part = operand_get_count(scene, at);
        if (part == NULL || part->slash != 0 || operand_is_change(reader, part) || !operand_shares_noun(scene, part, front) ||
            qcdc_decimal_compare(part->value, front->value) > 0)
            continue;
        /* "408 đại biểu trong số 450 đại biểu, tỷ lệ tán thành là 84,3%" may be of more than took part */
        portion->is_front_bound = portion->is_front_bound || (find_unit_end(scene, part) == words && !portion->rate.has_subject);
        portion->front_parts[portion->front_part_count++] = part;
    }
}

void portion_read_front(const Reader *reader, Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Rate *rate = &portion->rate;
    bool is_brought = rate->cue == CUE_SHARE || rate->cue == CUE_REACH || rate->cue == CUE_RATE;
    if (!is_brought || rate->is_other || rate->names_whole || rate->open != SIZE_MAX || rate->first < 2)
        return;
    /* "trong tổng số 21.825 hộ dân, hộ nghèo chiếm 8%": the piece before it */
    size_t at = scene_is_mark(scene, rate->first - 1, ',') ? rate->first - 1 : rate->first;
    const Mention *front = scene_find_previous_figure(scene, at, scene_find_clause_start(scene, at));
    if (!operand_is_count(front) || front->slash != 0 || find_unit_end(scene, front) != at)
        return;
    size_t words = find_front_words(scene, front);
    words = words == SIZE_MAX ? find_line_words(scene, front) : words;
    if (words == SIZE_MAX || QCDC_FAULT("portion-front", false, true))
        return;
    portion->front = front;
    add_parts(reader, portion, words);
}
