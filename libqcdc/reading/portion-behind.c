/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/attach-private.h"
#include "reading/portion-private.h"

/* The part behind the percent: "tỷ lệ đúng hạn đạt 97,5% (1.170 hồ sơ)", "đàn nái chiếm 12%, tương đương 29.400 con". */

/* The figure that stands alone with its noun in the bracket at @open. */
static const Mention *find_alone(const Scene *scene, size_t open)
{
    if (!scene_is_mark(scene, open, '(') || scene->tokens[open].index <= open)
        return NULL;
    const Mention *mention = operand_get_count(scene, open + 1);
    bool is_plain = mention != NULL && mention->slash == 0 && mention->sign == 0 && mention->hedge == QCDC_HEDGE_NONE && mention->first_key != 0;
    return is_plain && operand_find_noun_end(scene, mention) == scene->tokens[open].index ? mention : NULL;
}

/* ", tương đương 29.400 con", "tương ứng với 540 hồ sơ" */
static const Mention *find_alike(const Scene *scene, size_t at)
{
    at += scene_is_mark(scene, at, ',');
    bool is_alike = attach_is_alike(scene, at);
    at += 1 + scene_is_cue(scene, at + 1, CUE_HEDGE);
    const Mention *mention = is_alike ? operand_get_count(scene, at) : NULL;
    return mention != NULL && mention->slash == 0 && mention->hedge == QCDC_HEDGE_NONE && mention->first_key != 0 ? mention : NULL;
}

/* "thu nội địa (chiếm 82,5% tổng thu) đạt 7.128 tỷ đồng": the figure of a label whose share stands in a bracket between. */
static const Mention *find_after(const Scene *scene, const Rate *rate)
{
    static const char *const joins[] = {"là", "có", "với", "được"};
    size_t open = rate->open, label = open != SIZE_MAX ? operand_find_label(scene, open) : 0;
    bool is_brought = open != SIZE_MAX && rate->cue == CUE_SHARE && rate->bringing == open + 1 && label < open && scene->tokens[open].index > rate->mention->token;
    if (!is_brought || (label > 0 && scene->tokens[label - 1].kind == TOKEN_NUMBER) || rate->whole != NULL)
        return NULL;
    size_t at = scene->tokens[open].index, most = at + 3;
    if (scene_find_next_figure(scene, rate->mention->token + 1, at) != NULL)
        return NULL;
    for (at++; at < most && (scene_is_cue(scene, at, CUE_REACH) || operand_says_any(scene, at, at + 1, joins, sizeof joins / sizeof joins[0]));)
        at++;
    const Mention *mention = at < scene->token_count ? operand_get_count(scene, at) : NULL;
    bool is_plain = mention != NULL && mention->slash == 0 && mention->sign == 0 && mention->hedge == QCDC_HEDGE_NONE && mention->first_key != 0;
    return is_plain && QCDC_FAULT("portion-after", true, false) ? mention : NULL;
}

/* "chiếm 1,25% (15 hồ sơ) trên tổng số 1.200 hồ sơ" */
static const Mention *find_whole_behind(const Scene *scene, const Mention *part, size_t at)
{
    if (!scene_is_cue(scene, at, CUE_OF) && !scene_is_cue(scene, at, CUE_COMPARED))
        return NULL;
    bool is_all = scene_is_cue(scene, at + 1, CUE_TOTAL) || scene_is_word(scene, at + 1, "số");
    const Mention *whole = is_all ? operand_get_count(scene, at + 2) : NULL;
    return whole != NULL && operand_shares_noun(scene, part, whole) ? whole : NULL;
}

/* Of several figures that are more than the part and count the same, none is said to be the whole. */
static void settle(const Scene *scene, Portion *portion)
{
    size_t same = 0;
    for (size_t i = 0; i < portion->whole_count; i++)
        same += operand_shares_noun(scene, portion->part, portion->wholes[i]);
    bool is_amount = portion->part->scale >= 6;
    for (size_t i = 0; i < portion->whole_count; i++)
        portion->is_bound[i] = portion->is_bound[i] && same == 1 && !is_amount && portion->wholes[i]->first_key == portion->part->first_key;
}

/* "chiếm 52,4% tổng số 18.500 lao động (9.694 lao động)": the part in the bracket behind the whole. */
static bool read_behind_whole(const Scene *scene, Portion *portion)
{
    const Rate *rate = &portion->rate;
    const Mention *whole = rate->whole;
    if (whole == NULL || rate->is_other || rate->open != SIZE_MAX || whole->token < rate->mention->token || rate->mention->hedge != QCDC_HEDGE_NONE)
        return false;
    size_t open = operand_find_noun_end(scene, whole);
    const Mention *part = open < scene->token_count ? find_alone(scene, open) : NULL;
    if (part == NULL || !operand_shares_noun(scene, part, whole) || qcdc_decimal_compare(part->value, whole->value) >= 0 || QCDC_FAULT("portion-behind-whole", false, true))
        return false;
    portion->part = part;
    portion->named = whole;
    portion->is_behind = true;
    portion->end = scene->tokens[open].index;
    return true;
}

bool portion_read_behind(const Reader *reader, Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Rate *rate = &portion->rate;
    if (read_behind_whole(scene, portion))
        return true;
    size_t open = rate->mention->token + 1;
    bool is_brought = rate->cue == CUE_SHARE || rate->cue == CUE_REACH || rate->cue == CUE_RATE || rate->cue == CUE_TO_DOWN || rate->cue == CUE_NONE;
    bool may_be = is_brought && !rate->is_other && !rate->names_whole && rate->open == SIZE_MAX;
    const Mention *bracketed = may_be ? find_alone(scene, open) : NULL, *part = bracketed == NULL && may_be ? find_alike(scene, open) : bracketed;
    const Mention *after = rate->is_other ? NULL : find_after(scene, rate);
    part = part == NULL ? after : part;
    bool has_subject = after != NULL || rate->has_subject || (rate->cue == CUE_NONE && rate->first == rate->mention->token); /* "62% (775 người) cho biết" */
    if (part == NULL || rate->mention->hedge != QCDC_HEDGE_NONE || !has_subject || QCDC_FAULT("portion-behind", false, true))
        return false;
    portion->part = part;
    portion->is_behind = true;
    portion->end = bracketed != NULL ? scene->tokens[open].index : operand_find_noun_end(scene, part) - 1;
    portion->named = find_whole_behind(scene, part, portion->end + 1);
    portion_add_wholes(reader, portion);
    settle(scene, portion);
    for (size_t i = 0; after != NULL && i < portion->whole_count; i++)
        portion->is_bound[i] = false;
    return true;
}
