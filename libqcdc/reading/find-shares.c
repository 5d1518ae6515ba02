/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/share-private.h"

/* "giải quyết xong 338 vụ, đạt 92,6%": what was done of what there was is a fraction too; told as another reading. */
static QcdcStatus keep_done(Reader *reader, const Portion *portion, const Mention *whole, QcdcError *error)
{
    bool is_done = operand_find_leader(&reader->scene, portion->part) == CUE_RESOLVED && portion->rate.cue == CUE_REACH && !portion->rate.names_whole;
    if (!is_done)
        return QCDC_OK;
    share_make_draft(reader, portion, whole);
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

/* A part that stands elsewhere is not shown; the total of a list, or what stands right before, is. */
static void make_front(Reader *reader, const Portion *portion, const Mention *part)
{
    const Scene *scene = &reader->scene;
    Portion front = *portion;
    size_t opening = portion_find_opening(scene, portion->front->token);
    bool is_shown = part == portion->front_parts[0] && portion->is_front_bound;
    bool heads_list = opening != SIZE_MAX && part->token < opening && operand_find_noun_end(scene, part) + 1 >= opening;
    front.part = is_shown || heads_list ? part : NULL;
    share_make_draft(reader, &front, front.part != NULL ? portion->front : NULL);
    if (front.part != NULL)
        return;
    operand_add(&reader->draft, QCDC_OPERAND_WHOLE, portion->front, true);
    operand_add(&reader->draft, QCDC_OPERAND_PART, part, false);
}

/* "168.300 lượt trong tổng số 1.402.500 lượt khách, chiếm 12%": the part that fits, else the one right before; false if none is. */
static bool find_front_part(Reader *reader, const Portion *portion)
{
    for (size_t i = 0; i < portion->front_part_count; i++) {
        if (!share_is_likely(portion->front_parts[i]->value, portion->front->value, portion->rate.mention->value))
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
        share_make_draft(reader, &alone, NULL);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "đúng hạn đạt 97,5% (1.170 hồ sơ)": told with its whole alone, for without one the bracket may be the whole; false if none is found. */
static bool find_behind(Reader *reader, const Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Mention *whole = share_choose_whole(reader, portion);
    if (whole == NULL && !share_find_told_whole(reader, portion))
        return false;
    if (whole != NULL) {
        share_make_draft(reader, portion, whole);
        share_add_near(reader, portion, whole);
    }
    draft_cover(&reader->draft, scene->tokens[portion->rate.first].start, scene->tokens[portion->end].end);
    return true;
}

/* The whole that fits the part in whose noun another figure stands; NULL if none does. */
static const Mention *find_outer_whole(Reader *reader, Portion *portion)
{
    portion->whole_count = 0;
    portion_add_wholes(reader, portion);
    const Mention *whole = share_choose_whole(reader, portion);
    if (whole == NULL)
        return NULL;
    share_make_draft(reader, portion, whole);
    return operand_fits(&reader->draft) ? whole : NULL;
}

/* "tốt 1.094 em, chiếm 90,0%; yếu 13 em, chiếm 1,1%" of 1.216: a figure of which the part is the percent by cut digits alone, where it is so as printed of the
 * whole of the share beside it. */
static bool has_better_sibling(const Reader *reader, const Portion *portion)
{
    const Mention *sibling = portion_find_sibling(reader, portion);
    return sibling != NULL && QCDC_FAULT("shares-sibling-fit", share_rounds_to(portion->part->value, sibling->value, portion->rate.mention->value), false);
}

/* The whole of the part that is told; one that does not fit only if nothing else can be meant. */
static const Mention *find_whole(Reader *reader, Portion *portion)
{
    const Mention *whole = portion->part != NULL ? share_choose_whole(reader, portion) : NULL;
    if (whole == NULL)
        return NULL;
    share_make_draft(reader, portion, whole);
    draft_judge(&reader->draft);
    if (reader->draft.verdict == QCDC_VERDICT_ROUNDING && has_better_sibling(reader, portion))
        return NULL;
    if (reader->draft.verdict != QCDC_VERDICT_INCONSISTENT)
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
    if (whole == NULL && portion->part != NULL && share_find_told_whole(reader, portion)) {
        share_add_near(reader, portion, NULL);
        draft_judge(&reader->draft);
        share_remember_whole(reader, portion, NULL);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    if (whole == NULL && share_find_named(reader, &portion->rate))
        return reader_keep(reader, &reader->draft, NULL, error);
    if (whole == NULL && ((portion->rate.has_subject && share_find_labelled(reader, &portion->rate)) || (portion->part != NULL && share_find_twin(reader, portion))))
        return reader_keep(reader, &reader->draft, NULL, error);
    share_make_draft(reader, portion, whole);
    if (portion->part != NULL && QCDC_FAULT("shares-index", may_be_index(&reader->scene, portion), false) && !operand_fits(&reader->draft)) {
        share_make_draft(reader, portion, NULL);
        turn_to_index(&reader->draft, true);
        draft_judge(&reader->draft);
        if (reader->draft.verdict == QCDC_VERDICT_INCONSISTENT) /* "bằng 80% số lượt; bằng 21% số vụ so với …": of another figure */
            turn_to_index(&reader->draft, false);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    share_add_near(reader, portion, whole);
    bool kept = false;
    QcdcStatus status = reader_keep(reader, &reader->draft, &kept, error);
    share_remember_whole(reader, portion, whole);
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

/* Whether the part is of one of the figures before it as printed: drafted then. */
static bool fits_whole(Reader *reader, const Portion *portion)
{
    const Mention *whole = share_choose_whole(reader, portion);
    if (whole == NULL || !operand_shares_noun(&reader->scene, portion->part, whole))
        return false;
    share_make_draft(reader, portion, whole);
    return operand_fits(&reader->draft) && reader->draft.verdict == QCDC_VERDICT_CONSISTENT;
}

/* "652 tấn/ngày, trong đó …; thu gom 613 tấn/ngày, bằng 94,0%; tỷ lệ chôn lấp giảm 12,5 điểm phần trăm so với năm 2021": read as compared with a base that no one
 * tells; of a figure before it in its sentence it is a share. */
static QcdcStatus read_compared(Reader *reader, const Mention *mention, QcdcError *error)
{
    Portion portion;
    uint8_t *taken = &reader->taken[mention - reader->scene.mentions], kept = *taken;
    *taken = 0; /* read as if no one had told it yet */
    portion_read(reader, mention, &portion);
    *taken = kept;
    bool is_open = portion.rate.cue == CUE_INDEX && !portion.rate.is_other && portion.part != NULL && portion.front == NULL && !portion.is_behind;
    bool is_fine = mention->last_power < 0 && mention->value.coefficient >= 100;
    if (!is_open || !is_fine || !QCDC_FAULT("shares-compared", fits_whole(reader, &portion), false))
        return QCDC_OK;
    return reader_keep(reader, &reader->draft, NULL, error);
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
    if (portion_read_object(reader, &portion) && !fits_whole(reader, &portion))
        portion.part = NULL;
    if (portion.part != NULL || is_bare_share(&reader->scene, &portion.rate))
        return keep_portion(reader, &portion, error);
    if (portion.rate.has_subject && share_find_labelled(reader, &portion.rate)) {
        operand_take(reader, mention, TAKEN_RATE);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    return portion.rate.cue == CUE_RATE && portion.rate.has_subject && !portion.is_behind ? read_rate_of(reader, &portion.rate, error) : QCDC_OK;
}

QcdcStatus reader_find_shares(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i < scene->mention_count; i++) {
        const Mention *mention = &scene->mentions[i];
        if (mention->kind != MENTION_FIGURE || !mention->percent || mention->points || operand_is_taken(reader, mention, TAKEN_RATE))
            continue;
        bool is_compared = operand_is_taken(reader, mention, TAKEN_CHANGE);
        QcdcStatus status = is_compared ? read_compared(reader, mention, error) : read_percent(reader, mention, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
