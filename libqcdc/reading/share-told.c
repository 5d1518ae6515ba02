/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/share-private.h"

/* The whole of a share that another sentence, or passage, tells. */
enum {
    AHEAD = 6,     /* figures behind a share among which another of its list is looked for */
    TWIN_REACH = 4 /* tokens between two measures side by side */
};

/* A figure of an earlier passage: it counts the same, or the percent is so fine that it cannot fit by chance. */
static bool add_far_whole(Reader *reader, const Portion *portion, const Sighting *sighting)
{
    Draft *draft = &reader->draft;
    bool may_be = QCDC_FAULT("shares-round", portion->rate.names_whole, true) || portion->rate.mention->last_power < 0; /* a round percent fits by chance */
    bool is_same = may_be && sighting->first_key != 0 && sighting->first_key == portion->part->first_key;
    bool is_fine = portion->rate.mention->last_power <= -2 && portion->part->value.coefficient >= 100;
    bool is_hedged = sighting->hedge != QCDC_HEDGE_NONE && sighting->hedge != QCDC_HEDGE_ESTIMATE;
    if (sighting->percent || is_hedged || !QCDC_FAULT("shares-far-base", sighting->is_level, true) || (!is_same && !is_fine))
        return false;
    if (qcdc_decimal_compare(sighting->value, portion->part->value) <= 0 ||
        !share_is_likely(portion->part->value, sighting->value, portion->rate.mention->value))
        return false;
    share_make_draft(reader, portion, NULL);
    Mention far = reader_recall(sighting);
    far.hedge = QCDC_HEDGE_NONE; /* an estimate is held against as it is printed */
    draft->is_far = 1;
    return operand_add(draft, QCDC_OPERAND_WHOLE, &far, false) && operand_fits(draft) && draft->verdict == QCDC_VERDICT_CONSISTENT;
}

/* "số người trúng cử 34": what a bare number counts is told before it; its first word, 0 if it is not. */
static uint32_t find_label_key(const Scene *scene, const Mention *mention)
{
    bool is_bare = mention->first_key == 0 && mention->scale == 0 && mention->value.decimals == 0 && mention->slash == 0;
    for (size_t at = operand_find_label(scene, mention->token); is_bare && at + 2 < mention->token; at++)
        if (scene_is_word(scene, at, "số") && scene->tokens[at + 1].kind == TOKEN_WORD)
            return QCDC_FAULT("shares-label", scene_hash_token(scene, &scene->tokens[at + 1]), 0);
    return mention->first_key;
}

/* "52 đại biểu HĐND tỉnh … Đại biểu nữ HĐND tỉnh 17 người": people whom the words before the part name as the whole does. */
static bool is_of_named(const Scene *scene, const Mention *part, const Mention *whole)
{
    size_t first = whole->noun_first;
    if (whole->noun_end < first + 2 || !operand_counts_people(scene, whole) || !operand_shares_noun(scene, part, whole))
        return false;
    uint32_t one = scene_hash_token(scene, &scene->tokens[first]), two = scene_hash_token(scene, &scene->tokens[first + 1]);
    for (size_t at = operand_find_label(scene, part->token); at + 1 < part->token; at++)
        if (scene_hash_token(scene, &scene->tokens[at]) == one && scene_hash_token(scene, &scene->tokens[at + 1]) == two)
            return QCDC_FAULT("shares-people", true, false);
    return false;
}

/* "46 lượt đoàn đông người … 31 đoàn": how often what the part counts was there. */
static bool are_turns(const Scene *scene, const Mention *part, const Mention *whole)
{
    bool is_turn = whole->noun_end > whole->noun_first + 1 && scene_is_word(scene, whole->noun_first, "lượt");
    return is_turn && QCDC_FAULT("shares-turns", operand_shares_noun(scene, part, whole), false);
}

static bool find_far_whole(Reader *reader, const Portion *portion)
{
    const Mention *part = portion->part;
    for (const Mention *mention = part; mention > reader->scene.mentions && part - mention < READER_LOOK_BACK; mention--) {
        const Mention *whole = mention - 1;
        if (!operand_is_count(whole) || operand_is_change(reader, whole))
            continue;
        bool is_same = is_of_named(&reader->scene, part, whole) || are_turns(&reader->scene, part, whole);
        uint32_t key = is_same ? part->first_key : find_label_key(&reader->scene, whole);
        Sighting sighting = {.value = whole->value, .start = whole->start, .end = whole->end, .first_key = key, .last_power = whole->last_power,
                             .hedge = whole->hedge, .is_level = !operand_is_taken(reader, whole, TAKEN_CHANGE | TAKEN_RATE)};
        if (add_far_whole(reader, portion, &sighting))
            return true;
    }
    for (size_t i = reader->sighting_count, first = reader_find_reach(reader); i > first; i--)
        if (add_far_whole(reader, portion, &reader->sightings[i - 1]))
            return true;
    return false;
}

/* "72 xã, chiếm 75% số xã; toàn tỉnh có 96 xã": a whole that is told behind the share, as a total or because the percent names it. */
static bool find_whole_ahead(Reader *reader, const Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Mention *percent = portion->rate.mention, *last = scene->mentions + scene->mention_count;
    size_t end = scene_find_sentence_end(scene, percent->token);
    end = end + 1 < scene->token_count ? scene_find_sentence_end(scene, end + 1) : end;
    for (const Mention *whole = percent + 1; whole < last && whole <= percent + AHEAD && whole->token < end; whole++) {
        bool is_level = operand_is_count(whole) && whole->slash == 0 && whole->hedge == QCDC_HEDGE_NONE && !operand_is_taken(reader, whole, TAKEN_CHANGE | TAKEN_RATE) && !operand_is_change(reader, whole);
        bool is_said = is_level && whole->first_key != 0 && whole->first_key == portion->part->first_key && (portion->rate.names_whole || operand_is_total(scene, whole));
        bool fits = percent->last_power < 0 ? share_rounds_to(portion->part->value, whole->value, percent->value) : share_is_even(portion->part->value, whole->value, percent->value);
        if (!is_said || !QCDC_FAULT("shares-behind", fits, false))
            continue;
        share_make_draft(reader, portion, NULL);
        reader->draft.is_far = 1;
        return operand_add(&reader->draft, QCDC_OPERAND_WHOLE, whole, false);
    }
    return false;
}

/* A whole of another sentence as the words tie it to the part: what does not fit is then evidence too. */
static void make_told(Reader *reader, const Portion *portion, const Mention *whole)
{
    share_make_draft(reader, portion, NULL);
    operand_add(&reader->draft, QCDC_OPERAND_WHOLE, whole, false);
}

/* Whether the words say that @whole is it: "0,1%" of anything else fits by chance. */
static bool is_bound(const Portion *portion, const Mention *whole)
{
    for (size_t i = 0; i < portion->whole_count; i++)
        if (portion->wholes[i] == whole && portion->is_bound[i])
            return true;
    return QCDC_FAULT("shares-one-digit", portion->named == whole, true);
}

void share_remember_whole(Reader *reader, const Portion *portion, const Mention *whole)
{
    const Scene *scene = &reader->scene;
    const Draft *draft = &reader->draft;
    const DraftNumber *number = draft_find(draft, QCDC_OPERAND_WHOLE);
    QcdcDecimal percent = portion->rate.mention->value;
    bool is_sure = whole != NULL ? percent.coefficient >= 10 || is_bound(portion, whole) : portion->rate.mention->last_power < 0 && percent.coefficient >= 100;
    if (number == NULL || draft->verdict != QCDC_VERDICT_CONSISTENT || !is_sure || portion->part == NULL)
        return;
    size_t start = scene_find_sentence_start(scene, portion->part->token);
    Mention copy = whole != NULL ? *whole : (Mention){.start = number->start, .end = number->end, .value = number->value, .last_power = number->last_power};
    reader->sibling = (Sibling){.sentence = scene->tokens[start].start, .end = portion->rate.mention->end, .whole = copy, .part = *portion->part};
}

/* The whole of a share that follows in the sentence is remembered, if one is found: the first of a list may be the one that does not fit. */
static void look_ahead(Reader *reader, const Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Mention *mention = portion->rate.mention + 1, *last = mention + AHEAD;
    size_t end = scene_find_sentence_end(scene, portion->part->token);
    for (; mention < last && mention < scene->mentions + scene->mention_count && mention->token < end; mention++) {
        if (!mention->percent || mention->points || operand_is_taken(reader, mention, TAKEN_RATE | TAKEN_CHANGE))
            continue;
        Portion next;
        portion_read(reader, mention, &next);
        if (next.part == NULL || next.front != NULL || next.part->first_key != portion->part->first_key)
            continue;
        const Mention *whole = share_choose_whole(reader, &next);
        if (whole != NULL)
            share_make_draft(reader, &next, whole);
        bool has_one = whole != NULL ? operand_fits(&reader->draft) && (whole == next.named || whole->token < portion->part->token) : find_far_whole(reader, &next);
        if (has_one)
            share_remember_whole(reader, &next, whole);
    }
}

/* Whether a slip of digits alone explains what does not fit, in a percent that is too fine for chance. */
static bool is_slip(const Portion *portion, Draft *draft)
{
    if (portion->rate.mention->value.coefficient < 100)
        return false;
    draft_judge(draft);
    return draft->verdict == QCDC_VERDICT_INCONSISTENT && (draft->cause == QCDC_CAUSE_SCALE || draft->cause == QCDC_CAUSE_SWAPPED_DIGITS);
}

/* "Xã có 360 hộ. Hội có 32.000 hội viên; hộ nghèo 320 hộ, chiếm 1%": a nearer figure, of whatever noun, of which the part is the percent. */
static bool has_nearer(const Reader *reader, const Portion *portion, const Mention *told)
{
    const Scene *scene = &reader->scene;
    const Mention *part = portion->part;
    size_t start = scene_find_sentence_start(scene, part->token);
    for (const Mention *near = part; near > scene->mentions && part - near < AHEAD && (near - 1)->token >= start;) {
        near--;
        bool may_be = near != told && operand_is_count(near) && near->slash == 0 && near->scale == part->scale && near->is_measure == part->is_measure;
        if (may_be && share_rounds_to(part->value, near->value, portion->rate.mention->value))
            return QCDC_FAULT("shares-nearer", true, false);
    }
    return false;
}

bool share_find_told_whole(Reader *reader, const Portion *portion)
{
    const Mention *sibling = portion_find_sibling(reader, portion);
    if (sibling == NULL && QCDC_FAULT("shares-ahead", true, false)) {
        look_ahead(reader, portion);
        sibling = portion_find_sibling(reader, portion);
    }
    if (sibling != NULL) {
        make_told(reader, portion, sibling);
        if (operand_fits(&reader->draft))
            return true;
    }
    if (find_far_whole(reader, portion) || find_whole_ahead(reader, portion))
        return true;
    Mention voted;
    bool is_voted;
    if (sibling == NULL && portion_find_voted(reader, portion, &voted, &is_voted)) {
        make_told(reader, portion, &voted);
        if (operand_fits(&reader->draft) || (is_voted && !portion_has_own_time(&reader->scene, portion->part) && !has_nearer(reader, portion, NULL)))
            return true;
    }
    Tie tie = TIE_SURE;
    const Mention *told = sibling != NULL ? sibling : portion_find_told(reader, portion, &tie);
    if (told == NULL)
        return false;
    make_told(reader, portion, told);
    if (operand_fits(&reader->draft))
        return true;
    if (has_nearer(reader, portion, told))
        return false;
    if (tie == TIE_SLIP)
        return QCDC_FAULT("shares-slip", is_slip(portion, &reader->draft), false);
    if (sibling != NULL && QCDC_FAULT("shares-sibling-exceed", portion_exceeds_together(reader, portion) && !is_slip(portion, &reader->draft), false))
        return false;
    /* "đạt 80%; … đạt 40%": each may be of a plan of its own */
    if (sibling != NULL && QCDC_FAULT("shares-sibling-reach", portion->rate.cue == CUE_REACH && portion->rate.open == SIZE_MAX, false))
        return false;
    return tie == TIE_SURE && !(sibling != NULL ? portion_is_of_another(&reader->scene, portion, told) : portion_is_doubtful(reader, portion, told));
}

const Mention *share_find_beside(const Scene *scene, const Mention *part)
{
    static const char *const joins[] = {"bắt", "bắt giữ", "liên quan", "có", "gồm"};
    const Mention *first = part > scene->mentions ? part - 1 : NULL;
    if (!operand_is_count(first) || first->slash != 0 || part->slash != 0 || first->first_key == 0 || operand_shares_noun(scene, first, part))
        return NULL;
    size_t at = mention_get_end(first), most = at + TWIN_REACH;
    while (at < part->token && at < most &&
           (scene_is_mark(scene, at, ',') || scene_is_cue(scene, at, CUE_AND) || scene_is_cue(scene, at, CUE_WITH) || operand_says_any(scene, at, at + 1, joins, sizeof joins / sizeof joins[0])))
        at++;
    return at == part->token ? first : NULL;
}

bool share_find_twin(Reader *reader, const Portion *portion)
{
    const Mention *first = share_find_beside(&reader->scene, portion->part);
    bool is_fine = portion->rate.mention->last_power < 0 && portion->rate.mention->value.coefficient >= 100;
    if (first == NULL || !is_fine || portion->is_behind || portion->rate.names_whole || operand_is_change(reader, first))
        return false;
    Portion other = {.rate = portion->rate, .part = first, .opening = SIZE_MAX};
    portion_add_wholes(reader, &other);
    const Mention *whole = share_choose_whole(reader, &other);
    if (whole != NULL)
        share_make_draft(reader, &other, whole);
    bool fits = whole != NULL && operand_fits(&reader->draft) && reader->draft.verdict == QCDC_VERDICT_CONSISTENT;
    return QCDC_FAULT("shares-twin", fits || (whole == NULL && find_far_whole(reader, &other)), false);
}
