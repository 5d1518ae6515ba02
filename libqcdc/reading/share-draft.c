/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/share-private.h"

/* A share as a draft, and which whole of its sentence it is of. */

enum {
    REACH_TIMES = 5 /* how many times as long as part and percent the passage may be that holds the whole too */
};

/* Whether the whole stands so far before part and percent that the passage would be more of what is told between. */
static bool is_far_before(const Portion *portion, const Mention *whole)
{
    const Mention *percent = portion->rate.mention;
    uint32_t first = portion->part->start < percent->start ? portion->part->start : percent->start;
    uint32_t end = portion->part->end > percent->end ? portion->part->end : percent->end;
    return whole->start < first && end - whole->start > REACH_TIMES * (end - first);
}

/* Whether the passage holds the whole: not that of "15.116 thuê bao (62,0%)", which is one of several, and none far before. */
static bool covers_whole(const Scene *scene, const Portion *portion, const Mention *whole)
{
    if (whole->token > portion->rate.mention->token)
        return true;
    if (portion->is_behind && whole + 1 != portion->rate.mention)
        return false;
    if (portion->part != NULL && QCDC_FAULT("share-far", is_far_before(portion, whole), false))
        return false;
    return portion->rate.open == SIZE_MAX && portion->rate.mention->token < whole->token + 60u && !portion_has_break(scene, whole->token, portion->part->token);
}

/* The label of a part whose percent stands in a bracket: "khu vực nông thôn 9.264 thuê bao (38,0%)"; not if a verb parts them, and of a long one
 * the words next to the figure, no more than are covered without it. */
static void cover_label(const Scene *scene, const Portion *portion, Draft *draft)
{
    size_t at = portion->part->token, first = operand_find_label(scene, at);
    if (at > 0 && (scene_has_words(scene, at - 1, "có") || scene_has_words(scene, at - 1, "là")))
        return;
    uint32_t start = portion->part->start, end = scene->tokens[portion->rate.mention->token].end, length = end - start;
    while (QCDC_FAULT("share-label", first < at && scene->tokens[first].start + length < start, false))
        first++;
    draft_cover(draft, scene->tokens[first].start, draft->end);
}

/* The passage goes back to the whole where that makes it at most twice as long; else that far, or a little more than half the way to a whole further
 * off. */
static void cover_back(const Scene *scene, Draft *draft, const Mention *whole)
{
    uint32_t length = draft->end - draft->start, half = draft->end - whole->start;
    half = half / 2 + half / 16;
    uint32_t most = QCDC_FAULT("share-back", 2 * length > half, true) ? 2 * length : half;
    size_t first = whole->token;
    while (scene->tokens[first].start < draft->start && draft->end - scene->tokens[first].start > most)
        first++;
    if (scene_is_mark(scene, first, ',') && first > whole->token) /* no passage begins with a comma */
        first = draft->end - scene->tokens[first + 1].start > half ? first + 1 : first - 1;
    if (scene->tokens[first].start < draft->start)
        draft_cover(draft, scene->tokens[first].start, draft->end);
}

void share_make_draft(Reader *reader, const Portion *portion, const Mention *whole)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    draft_begin(draft, QCDC_CLAIM_SHARE);
    /* the part above a line has been told with its fraction: here only the percent is */
    bool is_above = portion->part != NULL && portion->part->slash == 1;
    if (portion->part != NULL)
        operand_add(draft, QCDC_OPERAND_PART, portion->part, !is_above || portion->rate.whole != NULL);
    bool is_covered = whole != NULL && covers_whole(scene, portion, whole), is_before = is_covered && portion->part != NULL && whole < portion->part;
    if (whole != NULL)
        operand_add(draft, QCDC_OPERAND_WHOLE, whole, is_covered && !is_before);
    operand_add(draft, QCDC_OPERAND_PCT, portion->rate.mention, true);
    if (portion->part != NULL)
        operand_set_unit(draft, scene, portion->part);
    if (is_above)
        draft_cover(draft, scene->tokens[portion->rate.bringing].start, portion->rate.mention->end);
    if (portion->part != NULL && portion->rate.open != SIZE_MAX)
        cover_label(scene, portion, draft);
    if (portion->rate.open != SIZE_MAX && scene->tokens[portion->rate.open].index == portion->rate.mention->token + 1)
        draft_cover(draft, draft->start, scene->tokens[portion->rate.mention->token + 1].end);
    const Mention *percent = portion->rate.mention;
    size_t end = operand_find_phrase_end(scene, percent->token + 1); /* without its part it is shown with what is said of it: "100% thôn đã có nhà văn hóa" */
    if (portion->part == NULL && percent->noun_end > end)
        end = percent->noun_end;
    draft_cover(draft, draft->start, scene->tokens[end - 1].end);
    if (is_before)
        cover_back(scene, draft, whole);
}

void share_add_near(Reader *reader, const Portion *portion, const Mention *whole)
{
    for (size_t i = 0; i < portion->whole_count; i++) {
        if (portion->wholes[i] != whole)
            operand_add_near(&reader->draft, portion->wholes[i]);
    }
}

/* Of either sign: a change is printed with its own, "giảm 5 tấn (-5%)". */
static bool is_below(QcdcDecimal value, int64_t most)
{
    return value.coefficient <= most && value.coefficient >= -most;
}

/* Whether @part of @whole is at most so many halves of the last digit away from @percent; @if_lost where the numbers are too long to say. */
static bool is_within(QcdcDecimal part, QcdcDecimal whole, QcdcDecimal percent, int halves, bool if_lost)
{
    QcdcWide part_scale = 100, whole_scale = 1;
    for (int power = 0; power < whole.decimals + percent.decimals; power++)
        part_scale *= 10;
    for (int power = 0; power < part.decimals; power++)
        whole_scale *= 10;
    bool is_short = is_below(part, INT64_MAX / 1000) && is_below(whole, INT64_MAX / 1000) && is_below(percent, 1000000);
    if (!is_short || part_scale > 100000000)
        return if_lost;
    QcdcWide unit = whole.coefficient * whole_scale, rest = 2 * (part.coefficient * part_scale - percent.coefficient * unit);
    return rest <= halves * unit && -rest <= halves * unit;
}

bool share_is_likely(QcdcDecimal part, QcdcDecimal whole, QcdcDecimal percent)
{
    return is_within(part, whole, percent, 2, true);
}

bool share_is_even(QcdcDecimal part, QcdcDecimal whole, QcdcDecimal percent)
{
    return is_within(part, whole, percent, 0, false);
}

bool share_rounds_to(QcdcDecimal part, QcdcDecimal whole, QcdcDecimal percent)
{
    return is_within(part, whole, percent, 1, false);
}

const Mention *share_choose_whole(Reader *reader, const Portion *portion)
{
    if (QCDC_FAULT("shares-named", portion->named, NULL) != NULL)
        return portion->named;
    /* those that the words name before others, an exact fit before one by rounding */
    for (int way = 0; way < 4; way++) {
        bool said = way % 2 == 0;
        for (size_t i = 0; i < portion->whole_count; i++) {
            if (portion->is_bound[i] != said || !share_is_likely(portion->part->value, portion->wholes[i]->value, portion->rate.mention->value))
                continue;
            share_make_draft(reader, portion, portion->wholes[i]);
            if (operand_fits(&reader->draft) && (way >= 2 || reader->draft.verdict == QCDC_VERDICT_CONSISTENT))
                return portion->wholes[i];
        }
    }
    for (size_t i = 0; i < portion->whole_count; i++)
        if (portion->is_bound[i])
            return portion->wholes[i];
    return NULL;
}
