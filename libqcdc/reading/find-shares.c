/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/portion-private.h"

enum {
    AHEAD = 6 /* figures behind a share among which another of its list is looked for */
};

/* Whether the passage holds the whole: not that of "15.116 thuê bao (62,0%)", which is one of several. */
static bool covers_whole(const Scene *scene, const Portion *portion, const Mention *whole)
{
    if (whole->token > portion->rate.mention->token)
        return true;
    if (portion->is_behind && whole + 1 != portion->rate.mention)
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
    while (first < at && scene->tokens[first].start + length < start)
        first++;
    draft_cover(draft, scene->tokens[first].start, draft->end);
}

static void make_draft(Reader *reader, const Portion *portion, const Mention *whole)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    draft_begin(draft, QCDC_CLAIM_SHARE);
    /* the part above a line has been told with its fraction: here only the percent is */
    bool is_above = portion->part != NULL && portion->part->slash == 1;
    if (portion->part != NULL)
        operand_add(draft, QCDC_OPERAND_PART, portion->part, !is_above || portion->rate.whole != NULL);
    if (whole != NULL)
        operand_add(draft, QCDC_OPERAND_WHOLE, whole, covers_whole(scene, portion, whole));
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
}

/* The figures that stand near: what is printed may be the percent of another of them. */
static void add_near(Reader *reader, const Portion *portion, const Mention *whole)
{
    for (size_t i = 0; i < portion->whole_count; i++) {
        if (portion->wholes[i] != whole)
            operand_add_near(&reader->draft, portion->wholes[i]);
    }
}

/* Whether @part of @whole is the percent, give or take one of its last digit: what is not need not be judged. */
static bool is_likely(QcdcDecimal part, QcdcDecimal whole, QcdcDecimal percent)
{
    QcdcWide part_scale = 100, whole_scale = 1;
    for (int power = 0; power < whole.decimals + percent.decimals; power++)
        part_scale *= 10;
    for (int power = 0; power < part.decimals; power++)
        whole_scale *= 10;
    if (part.coefficient > INT64_MAX / 1000 || whole.coefficient > INT64_MAX / 1000 || percent.coefficient > 1000000 || part_scale > 100000000)
        return true;
    QcdcWide unit = whole.coefficient * whole_scale, rest = part.coefficient * part_scale - percent.coefficient * unit;
    return rest <= unit && -rest <= unit;
}

static const Mention *choose_whole(Reader *reader, const Portion *portion, bool *out_is_said)
{
    if (QCDC_FAULT("shares-named", portion->named, NULL) != NULL) {
        *out_is_said = true;
        return portion->named;
    }
    /* those that the words name before others, an exact fit before one by rounding */
    for (int way = 0; way < 4; way++) {
        bool said = way % 2 == 0;
        for (size_t i = 0; i < portion->whole_count; i++) {
            if (portion->is_bound[i] != said || !is_likely(portion->part->value, portion->wholes[i]->value, portion->rate.mention->value))
                continue;
            make_draft(reader, portion, portion->wholes[i]);
            if (operand_fits(&reader->draft) && (way >= 2 || reader->draft.verdict == QCDC_VERDICT_CONSISTENT)) {
                *out_is_said = true;
                return portion->wholes[i];
            }
        }
    }
    for (size_t i = 0; i < portion->whole_count; i++) {
        if (portion->is_bound[i]) {
            *out_is_said = true;
            return portion->wholes[i];
        }
    }
    return NULL;
}

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
        !is_likely(portion->part->value, sighting->value, portion->rate.mention->value))
        return false;
    make_draft(reader, portion, NULL);
    Mention far = {.start = sighting->start, .end = sighting->end, .value = sighting->value, .last_power = sighting->last_power};
    draft->is_far = 1;
    return operand_add(draft, QCDC_OPERAND_WHOLE, &far, false) && operand_fits(draft) && draft->verdict == QCDC_VERDICT_CONSISTENT;
}

static bool find_far_whole(Reader *reader, const Portion *portion)
{
    const Mention *part = portion->part;
    for (const Mention *mention = part; mention > reader->scene.mentions && part - mention < READER_LOOK_BACK; mention--) {
        const Mention *whole = mention - 1;
        if (!operand_is_count(whole) || operand_is_change(reader, whole))
            continue;
        Sighting sighting = {.value = whole->value, .start = whole->start, .end = whole->end, .first_key = whole->first_key, .last_power = whole->last_power,
                             .hedge = whole->hedge, .is_level = !operand_is_taken(reader, whole, TAKEN_CHANGE | TAKEN_RATE)};
        if (add_far_whole(reader, portion, &sighting))
            return true;
    }
    size_t last = reader->sighting_count, first = last > READER_LOOK_BACK ? last - READER_LOOK_BACK : 0;
    for (size_t i = last; i > first; i--) {
        const Sighting *sighting = &reader->sightings[i - 1];
        bool is_here = sighting->passage == reader->passage && sighting->start >= portion->part->start;
        if (!is_here && add_far_whole(reader, portion, sighting))
            return true;
    }
    return false;
}

/* "giải quyết xong 338 vụ, đạt 92,6%": what was done of what there was is a fraction too; told as another reading. */
static QcdcStatus keep_done(Reader *reader, const Portion *portion, const Mention *whole, QcdcError *error)
{
    bool is_done = operand_find_leader(&reader->scene, portion->part) == CUE_RESOLVED && portion->rate.cue == CUE_REACH && !portion->rate.names_whole;
    if (!is_done)
        return QCDC_OK;
    make_draft(reader, portion, whole);
    reader->draft.kind = QCDC_CLAIM_FRACTION;
    reader->draft.is_alternative = 1;
    for (size_t i = 0; i < reader->draft.number_count; i++) {
        DraftNumber *number = &reader->draft.numbers[i];
        number->role = number->role == QCDC_OPERAND_PART ? QCDC_OPERAND_NUM : number->role == QCDC_OPERAND_WHOLE ? QCDC_OPERAND_DEN : number->role;
    }
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* Whether a comparison with a base holds for the percent: "bằng 21% so với cùng kỳ; trong đó: 3.298 đơn khiếu nại, bằng 28%". */
static bool may_be_index(const Scene *scene, const Portion *portion)
{
    size_t at = portion->rate.mention->token, start = scene_find_sentence_start(scene, at), end = scene_find_sentence_end(scene, at);
    size_t from = at > start + OPERAND_REACH ? at - OPERAND_REACH : start, limit = end < at + OPERAND_REACH / 4 ? end : at + OPERAND_REACH / 4;
    if (portion->rate.cue != CUE_INDEX)
        return false;
    if (scene_is_mark(scene, at + 1, '(') && scene_is_cue(scene, at + 2, CUE_AVERAGE))
        return true; /* (bình quân chung: 1.200 đơn) */
    bool is_compared = false;
    for (size_t i = from; i < at; i++) {
        const Mention *figure = scene_is_cue(scene, i, CUE_INDEX) ? scene_get_figure(scene, i + 1) : NULL;
        is_compared = is_compared || (figure != NULL && figure->percent);
        /* "20 đơn, bằng 43%, gồm: 8 đơn khiếu nại, bằng 52%" */
        if (is_compared && QCDC_FAULT("shares-whole-index", scene_is_cue(scene, i, CUE_COMPRISING) || scene_is_cue(scene, i, CUE_OF_WHICH), false))
            return true;
    }
    for (size_t i = from; i < limit; i++)
        if ((scene_is_cue(scene, i, CUE_COMPARED) && !scene_is_cue(scene, i + 1, CUE_TOTAL)) || scene_is_cue(scene, i, CUE_SAME_PERIOD))
            return true;
    return false;
}

/* The same figures as what is compared with a base that is not printed. */
static void turn_to_index(Draft *draft, bool keeps_now)
{
    size_t kept = 0;
    for (size_t i = 0; i < draft->number_count; i++) {
        DraftNumber *number = &draft->numbers[i];
        if (number->role == QCDC_OPERAND_WHOLE || (!keeps_now && number->role != QCDC_OPERAND_PCT))
            continue;
        number->role = number->role == QCDC_OPERAND_PART ? QCDC_OPERAND_NOW : number->role;
        draft->numbers[kept++] = *number;
    }
    draft->number_count = kept;
    draft->kind = QCDC_CLAIM_INDEX;
}

/* A whole of another sentence as the words tie it to the part: what does not fit is then evidence too. */
static void make_told(Reader *reader, const Portion *portion, const Mention *whole)
{
    make_draft(reader, portion, NULL);
    operand_add(&reader->draft, QCDC_OPERAND_WHOLE, whole, false);
}

/* Remembers the whole of the share in the reader's draft for those that stand beside it. A round percent fits many. */
static void remember_whole(Reader *reader, const Portion *portion, const Mention *whole)
{
    const Scene *scene = &reader->scene;
    const Draft *draft = &reader->draft;
    const DraftNumber *number = draft_find(draft, QCDC_OPERAND_WHOLE);
    bool is_sure = whole != NULL || (portion->rate.mention->last_power < 0 && portion->rate.mention->value.coefficient >= 100);
    if (number == NULL || draft->verdict != QCDC_VERDICT_CONSISTENT || !is_sure || portion->part == NULL)
        return;
    size_t start = scene_find_sentence_start(scene, portion->part->token);
    Mention copy = whole != NULL ? *whole : (Mention){.start = number->start, .end = number->end, .value = number->value, .last_power = number->last_power};
    reader->sibling = (Sibling){.sentence = scene->tokens[start].start, .end = portion->rate.mention->end, .first_key = portion->part->first_key, .whole = copy, .part = *portion->part};
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
        bool is_said = false;
        portion_read(reader, mention, &next);
        if (next.part == NULL || next.front != NULL || next.part->first_key != portion->part->first_key)
            continue;
        const Mention *whole = choose_whole(reader, &next, &is_said);
        if (whole != NULL)
            make_draft(reader, &next, whole);
        bool has_one = whole != NULL ? operand_fits(&reader->draft) && (whole == next.named || whole->token < portion->part->token) : find_far_whole(reader, &next);
        if (has_one)
            remember_whole(reader, &next, whole);
    }
}

/* Whether a slip of digits alone explains what does not fit, in a percent that is too fine for chance. */
static bool is_slip(const Portion *portion, const Draft *draft)
{
    bool is_fine = portion->rate.mention->value.coefficient >= 100;
    return is_fine && draft->verdict == QCDC_VERDICT_INCONSISTENT && (draft->cause == QCDC_CAUSE_SCALE || draft->cause == QCDC_CAUSE_SWAPPED_DIGITS);
}

/* The whole of a share whose sentence does not print it: drafted if it is told before; false if none is. */
static bool find_told_whole(Reader *reader, const Portion *portion)
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
    if (find_far_whole(reader, portion))
        return true;
    Mention voted;
    bool is_voted;
    if (sibling == NULL && portion_find_voted(reader, portion, &voted, &is_voted)) {
        make_told(reader, portion, &voted);
        if (operand_fits(&reader->draft) || is_voted)
            return true;
    }
    Tie tie = TIE_SURE;
    const Mention *told = sibling != NULL ? sibling : portion_find_told(reader, portion, &tie);
    if (told == NULL)
        return false;
    make_told(reader, portion, told);
    bool is_evidence = tie == TIE_SURE && (sibling != NULL || !portion_is_doubtful(reader, portion, told));
    return operand_fits(&reader->draft) || is_evidence || (tie == TIE_SLIP && QCDC_FAULT("shares-slip", is_slip(portion, &reader->draft), false));
}

/* A part that stands elsewhere is not shown; the total of a list, or what stands right before, is. */
static void make_front(Reader *reader, const Portion *portion, const Mention *part)
{
    const Scene *scene = &reader->scene;
    Portion front = *portion;
    size_t opening = portion_find_opening(scene, portion->front->token);
    bool is_shown = part == portion->front_parts[0] && portion->is_front_bound;
    bool heads_list = opening != SIZE_MAX && part->token < opening && operand_find_noun_end(scene, part) + 1 >= opening;
    front.part = is_shown || heads_list ? part : NULL;
    make_draft(reader, &front, front.part != NULL ? portion->front : NULL);
    if (front.part != NULL)
        return;
    operand_add(&reader->draft, QCDC_OPERAND_WHOLE, portion->front, true);
    operand_add(&reader->draft, QCDC_OPERAND_PART, part, false);
}

/* "168.300 lượt trong tổng số 1.402.500 lượt khách, chiếm 12%": the part that fits, else the one right before; false if none is. */
static bool find_front_part(Reader *reader, const Portion *portion)
{
    for (size_t i = 0; i < portion->front_part_count; i++) {
        if (!is_likely(portion->front_parts[i]->value, portion->front->value, portion->rate.mention->value))
            continue;
        make_front(reader, portion, portion->front_parts[i]);
        if (operand_fits(&reader->draft))
            return true;
    }
    if (portion->is_front_bound)
        make_front(reader, portion, portion->front_parts[0]);
    return portion->is_front_bound;
}

static QcdcStatus keep_front(Reader *reader, const Portion *portion, QcdcError *error)
{
    Portion alone = {.rate = portion->rate, .opening = SIZE_MAX};
    operand_take(reader, portion->rate.mention, TAKEN_RATE);
    if (!find_front_part(reader, portion))
        make_draft(reader, &alone, NULL);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "đúng hạn đạt 97,5% (1.170 hồ sơ)": told with its whole alone, for without one the bracket may be the whole; false if none is found. */
static bool find_behind(Reader *reader, const Portion *portion)
{
    const Scene *scene = &reader->scene;
    bool is_said = false;
    const Mention *whole = choose_whole(reader, portion, &is_said);
    if (whole == NULL && !find_told_whole(reader, portion))
        return false;
    if (whole != NULL) {
        make_draft(reader, portion, whole);
        add_near(reader, portion, whole);
    }
    draft_cover(&reader->draft, scene->tokens[portion->rate.first].start, scene->tokens[portion->end].end);
    return true;
}

/* The whole that fits the part in whose noun another figure stands; NULL if none does. */
static const Mention *find_outer_whole(Reader *reader, Portion *portion)
{
    bool is_said = false;
    portion->whole_count = 0;
    portion_add_wholes(reader, portion);
    const Mention *whole = choose_whole(reader, portion, &is_said);
    if (whole == NULL)
        return NULL;
    make_draft(reader, portion, whole);
    return operand_fits(&reader->draft) ? whole : NULL;
}

/* The whole of the part that is told; one that does not fit only if nothing else can be meant. */
static const Mention *find_whole(Reader *reader, Portion *portion)
{
    bool is_said = false;
    const Mention *whole = portion->part != NULL ? choose_whole(reader, portion, &is_said) : NULL;
    if (whole == NULL)
        return NULL;
    make_draft(reader, portion, whole);
    if (operand_fits(&reader->draft) || reader->draft.verdict != QCDC_VERDICT_INCONSISTENT)
        return whole;
    const Mention *outer = portion_find_outer(&reader->scene, portion);
    if (outer == NULL)
        return portion_is_doubtful(reader, portion, whole) ? NULL : whole;
    portion->part = outer;
    return find_outer_whole(reader, portion);
}

static QcdcStatus keep_portion(Reader *reader, Portion *portion, QcdcError *error)
{
    const Mention *whole = find_whole(reader, portion);
    operand_take(reader, portion->rate.mention, TAKEN_RATE);
    if (whole == NULL && portion->part != NULL && find_told_whole(reader, portion)) {
        add_near(reader, portion, NULL);
        draft_judge(&reader->draft);
        remember_whole(reader, portion, NULL);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    make_draft(reader, portion, whole);
    if (portion->part != NULL && QCDC_FAULT("shares-index", may_be_index(&reader->scene, portion), false) && !operand_fits(&reader->draft)) {
        make_draft(reader, portion, NULL);
        turn_to_index(&reader->draft, true);
        draft_judge(&reader->draft);
        if (reader->draft.verdict == QCDC_VERDICT_INCONSISTENT) /* "bằng 80% số lượt; bằng 21% số vụ so với …": of another figure */
            turn_to_index(&reader->draft, false);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    add_near(reader, portion, whole);
    bool kept = false;
    QcdcStatus status = reader_keep(reader, &reader->draft, &kept, error);
    remember_whole(reader, portion, whole);
    return status == QCDC_OK && kept && whole != NULL ? keep_done(reader, portion, whole, error) : status;
}

/* Whether a percent whose part is not printed says of what it is: "80,24% dân số", "100% khu dân cư". */
static bool is_bare_share(const Scene *scene, const Rate *rate)
{
    size_t at = rate->mention->token + 1;
    bool is_noun = at < scene->token_count && operand_find_phrase_end(scene, at) > at && scene->tokens[at].kind == TOKEN_WORD;
    return !rate->is_other && (is_noun || rate->names_whole || rate->cue == CUE_SHARE);
}

/* "702 ý kiến …; tỷ lệ ý kiến được giải quyết 87,2%": a whole whose noun the rate's words begin with; its part is not printed. */
static QcdcStatus read_rate_of(Reader *reader, const Rate *rate, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    size_t subject = rate->first, index = (size_t)(rate->mention - scene->mentions), start = scene_find_sentence_start(scene, rate->mention->token);
    while (subject < rate->mention->token && (scene->tokens[subject].kind == TOKEN_CUE || scene_has_words(scene, subject, "các") || scene_has_words(scene, subject, "số")))
        subject++;
    for (size_t i = index; i > 0 && index - i < PORTION_WHOLES && scene->mentions[i - 1].token >= start; i--) {
        const Mention *whole = &scene->mentions[i - 1];
        size_t noun = whole->noun_first + (whole->noun_end > whole->noun_first && scene_has_words(scene, whole->noun_first, "lượt"));
        if (!operand_is_count(whole) || whole->slash != 0 || noun + 1 >= whole->noun_end)
            continue;
        uint32_t from = scene->tokens[noun].start, length = scene->tokens[noun + 1].end - from;
        if (qcdc_letters_match(scene->script->bytes + scene->tokens[subject].start, length, scene->script->bytes + from, length) == 0)
            continue;
        draft_begin(&reader->draft, QCDC_CLAIM_SHARE);
        operand_add(&reader->draft, QCDC_OPERAND_WHOLE, whole, false);
        operand_add(&reader->draft, QCDC_OPERAND_PCT, rate->mention, true);
        draft_cover(&reader->draft, scene->tokens[rate->first].start, rate->mention->end);
        reader->draft.is_far = 1;
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    return QCDC_OK;
}

/* "tỷ lệ … bình quân đạt 77,3%/năm": the mean of a rate over the years, and no growth. */
static bool is_yearly_rate(const Scene *scene, const Mention *mention, size_t *out_first)
{
    size_t at = mention->token, start = scene_find_sentence_start(scene, at), reach = at > OPERAND_REACH ? at - OPERAND_REACH : 0;
    bool is_reached = at >= 2 && scene_is_cue(scene, at - 1, CUE_REACH) && scene_is_cue(scene, at - 2, CUE_AVERAGE), is_rate = false;
    *out_first = at - 2;
    if (!is_reached || !scene_is_cue(scene, at + 1, CUE_PER_YEAR))
        return false;
    for (at -= 2; at > start && at > reach; at--) {
        const Token *token = &scene->tokens[at - 1];
        bool is_growth = token->kind == TOKEN_CUE && (token->cue == CUE_GROWTH || token->cue == CUE_UP || token->cue == CUE_DOWN);
        if (is_growth || scene_has_words(scene, at - 1, "lãi suất") || scene_has_words(scene, at - 1, "tốc độ"))
            return false;
        is_rate = is_rate || (token->kind == TOKEN_CUE && token->cue == CUE_RATE);
    }
    return is_rate;
}

static QcdcStatus read_percent(Reader *reader, const Mention *mention, QcdcError *error)
{
    size_t first;
    if (is_yearly_rate(&reader->scene, mention, &first)) {
        draft_begin(&reader->draft, QCDC_CLAIM_SHARE);
        operand_add(&reader->draft, QCDC_OPERAND_PCT, mention, true);
        draft_cover(&reader->draft, reader->scene.tokens[first].start, reader->scene.tokens[mention->token + 1].end);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    Portion portion;
    portion_read(reader, mention, &portion);
    if (portion.rate.is_other)
        return QCDC_OK;
    if (portion.front != NULL)
        return keep_front(reader, &portion, error);
    if (portion.is_behind && find_behind(reader, &portion)) {
        operand_take(reader, mention, TAKEN_RATE);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    if (portion.is_behind)
        portion.part = NULL;
    if (portion.part != NULL || is_bare_share(&reader->scene, &portion.rate))
        return keep_portion(reader, &portion, error);
    return portion.rate.cue == CUE_RATE && portion.rate.has_subject && !portion.is_behind ? read_rate_of(reader, &portion.rate, error) : QCDC_OK;
}

QcdcStatus reader_find_shares(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i < scene->mention_count; i++) {
        const Mention *mention = &scene->mentions[i];
        if (mention->kind != MENTION_FIGURE || !mention->percent || mention->points || operand_is_taken(reader, mention, TAKEN_RATE | TAKEN_CHANGE))
            continue;
        QcdcStatus status = read_percent(reader, mention, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
