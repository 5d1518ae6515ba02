/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/listing-private.h"

enum {
    TOTAL_REACH = 6,  /* tokens from a total to its bracket, where "so với" leads both */
    LOOSE_PARTS = 12, /* pieces of a list that no word opens */
    COLON_REACH = 160 /* tokens of a list that a colon alone opens: each colon is read to the sentence's end */
};

/* Of what is told beside a total, a mean or a quotient, and of a place among others no part is a part. */
static bool can_be_total(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    bool is_place = QCDC_FAULT("listing-place", operand_is_taken(reader, mention, TAKEN_RANK), false);
    return !is_place && QCDC_FAULT("listing-total", !operand_is_mean(scene, mention) && !operand_is_quotient(scene, mention), true);
}

/* Gathers the figures before the list, nearest first. */
static void gather_totals(const Reader *reader, Listing *listing, size_t before, size_t start)
{
    const Scene *scene = &reader->scene;
    size_t at = before, reach = before > OPERAND_REACH ? before - OPERAND_REACH : 0;
    while (at > start && at > reach && listing->total_count < LISTING_TOTALS) {
        at = operand_step_back(scene, at);
        if (listing->opener == OPENER_COMPRISING && listing->total_count == 0 && scene_is_cue(scene, at, CUE_EACH))
            return; /* "60 tổ, mỗi tổ gồm 4 người và 2 xe": what each one has */
        const Mention *mention = operand_get_count(scene, at);
        if (mention != NULL && mention->slash != 2 && !operand_is_change(reader, mention) && can_be_total(reader, mention))
            listing->totals[listing->total_count++] = mention;
    }
}

/* A footnote that begins with its list has its total in the body: the last figures seen before its mark. */
static void gather_seen(const Reader *reader, Listing *listing)
{
    uint32_t mark = reader->scene.passage->mark;
    size_t last = mark > 0 && QCDC_FAULT("listing-mark", true, false) ? reader_count_sightings(reader, mark) : reader->sighting_count;
    for (size_t i = last; i > 0 && listing->total_count < LISTING_TOTALS && last - i < READER_LOOK_BACK; i--) {
        const Sighting *sighting = &reader->sightings[i - 1];
        if (sighting->percent || sighting->first_key == 0 || sighting->is_above == 2)
            continue;
        Mention *total = &listing->seen[listing->total_count];
        *total = reader_recall(sighting);
        listing->totals[listing->total_count++] = total;
    }
    listing->is_seen = listing->total_count > 0;
}

/* "Toàn tỉnh phản biện 458 dự thảo văn bản. Tổ chức 42 hội nghị. Trong đó cấp tỉnh phản biện 35 dự thảo văn bản": where the sentence before has no
 * figure of the first piece's noun, two words of it, the one that stands in the sentence before that. */
static void gather_further(const Reader *reader, Listing *listing, size_t before)
{
    const Part *first = &listing->parts.items[0];
    const Mention *figure = first->count_count > 0 ? first->counts[0] : NULL;
    if (listing->opener != OPENER_OF_WHICH || figure == NULL || figure->noun_key == figure->first_key || listing->total_count == LISTING_TOTALS)
        return;
    for (size_t i = 0; i < listing->total_count; i++)
        if (listing->totals[i]->first_key == figure->first_key)
            return;
    size_t from = listing->total_count;
    gather_totals(reader, listing, before, scene_find_sentence_start(&reader->scene, before - 1));
    size_t count = listing->total_count;
    listing->total_count = from;
    for (size_t i = from; i < count && listing->total_count == from; i++)
        if (listing->totals[i]->noun_key == figure->noun_key)
            listing->totals[listing->total_count++] = listing->totals[i];
}

/* The totals of a list: before it in its sentence; of one that begins its sentence, in the sentence before. */
static void find_totals(const Reader *reader, Listing *listing)
{
    const Scene *scene = &reader->scene;
    size_t start = scene_find_sentence_start(scene, listing->before);
    gather_totals(reader, listing, listing->before, start);
    if (listing->total_count > 0 || listing->opener == OPENER_BRACKET)
        return;
    size_t before = start > 0 ? scene_find_sentence_start(scene, start - 1) : 0;
    if (start > 0)
        gather_totals(reader, listing, start, before);
    if (before > 0 && QCDC_FAULT("listing-further", true, false))
        gather_further(reader, listing, before);
    else if (start == 0 && scene->passage->note > 0)
        gather_seen(reader, listing);
    listing->is_far = listing->total_count > 0;
}

/* A bracket is a list of parts only behind the figure whose parts they are. */
static void find_bracket_total(const Reader *reader, Listing *listing)
{
    const Scene *scene = &reader->scene;
    size_t at = listing->before;
    for (int steps = 0; at > 0 && steps < 14 && listing->total_count == 0; steps++) {
        at = operand_step_back(scene, at);
        if (scene->tokens[at].kind == TOKEN_MARK && scene->tokens[at].mark != ',' && scene->tokens[at].mark != '/' && scene->tokens[at].mark != '-' &&
            scene->tokens[at].mark != ':' && scene->tokens[at].mark != '(' && scene->tokens[at].mark != '"')
            return;
        const Mention *mention = operand_get_count(scene, at);
        if (mention == NULL || !can_be_total(reader, mention))
            continue;
        if (mention->slash == 2 && mention > scene->mentions)
            mention--;
        /* "giảm 87 hộ (xã A 31 hộ, xã B 56 hộ)": by how much, place by place, or what it came from: only what fits */
        if (QCDC_FAULT("listing-bracket-change", operand_is_change(reader, mention), false))
            listing->is_far = true;
        listing->totals[listing->total_count++] = mention;
        return;
    }
}

static Opener get_opener(const Scene *scene, size_t at)
{
    static const char *const loose[] = {"cụ thể", "riêng", "như sau", NULL};
    if (scene_has_one_of(scene, at, loose))
        return OPENER_LOOSE;
    return scene_is_cue(scene, at, CUE_OF_WHICH) ? OPENER_OF_WHICH : OPENER_COMPRISING;
}

/* "Trong 640 phiếu: …", "Trong tổng số 4.099 cán bộ có …": the total that is named first. */
static bool begin_in(const Scene *scene, size_t at, Listing *listing)
{
    size_t next = at + 1;
    if (!scene_is_word(scene, at, "trong"))
        return false;
    /* "nằm trong khoảng 360.000 đồng", "một trong 2 hồ sơ" */
    const Mention *one = at > 0 ? operand_get_count(scene, at - 1) : NULL;
    bool is_one = one != NULL ? one->value.coefficient == 1 && one->value.decimals == 0 : at > 0 && scene_is_word(scene, at - 1, "một");
    if (is_one || (at > 0 && scene_is_word(scene, at - 1, "nằm")))
        return false;
    while (next < scene->token_count && next < at + 4 && (scene_is_cue(scene, next, CUE_TOTAL) || scene_is_cue(scene, next, CUE_HEDGE) || scene_has_words(scene, next, "số")))
        next++;
    const Mention *total = operand_get_count(scene, next);
    if (total == NULL || total->slash != 0 || total->first_key == 0)
        return false;
    listing->opener = OPENER_IN;
    listing->totals[listing->total_count++] = total;
    listing->from = operand_find_noun_end(scene, total);
    listing->limit = scene_find_sentence_end(scene, at);
    for (size_t end = listing->from; end < listing->limit; end = operand_step(scene, end)) {
        if (scene_is_mark(scene, end, ';'))
            listing->limit = end;
    }
    return true;
}

/* What is given out, and to whom: the receivers may add up to it. */
static bool begin_for(const Scene *scene, size_t at, Listing *listing)
{
    if (!scene_has_words(scene, at, "cho") || operand_get_count(scene, at + 1) == NULL)
        return false;
    listing->opener = OPENER_FOR;
    listing->limit = scene_find_clause_end(scene, at);
    return true;
}

/* "Khối xã có 138 máy, khối huyện có 62 máy, tổng cộng 200 máy": the parts stand before it in the sentence. */
static bool begin_after(const Scene *scene, size_t at, Listing *listing)
{
    static const char *const certain[] = {"tổng cộng", "cộng", "cộng lại", "cả thảy"}, *const loose[] = {"nâng tổng số", "đưa tổng số", "tổng số là"};
    bool is_certain = operand_says_any(scene, at, at + 1, certain, sizeof certain / sizeof certain[0]);
    size_t next = at + 1, end = scene_find_clause_end(scene, at);
    if (!is_certain && !operand_says_any(scene, at, at + 1, loose, sizeof loose / sizeof loose[0]))
        return false;
    /* "giải nhì được cộng 0,75 điểm", "tổng cộng tăng 24.300 đồng" */
    if (QCDC_FAULT("listing-given", at > 0 && scene_has_words(scene, at - 1, "được"), false) || scene_is_cue(scene, next, CUE_UP) || scene_is_cue(scene, next, CUE_DOWN) || scene_is_word(scene, next, "nâng"))
        return false;
    const Mention *total = scene_find_next_figure(scene, next, end < at + 14 ? end : at + 14);
    if (!operand_is_count(total) || total->slash == 2)
        return false;
    listing->opener = OPENER_AFTER;
    listing->totals[listing->total_count++] = total;
    listing->from = scene_find_sentence_start(scene, at);
    listing->limit = at;
    /* "và nhà mạng C có tổng cộng 46.961 thuê bao": it has a subject of its own */
    bool begins_piece = at > listing->from && (scene->tokens[at - 1].kind == TOKEN_MARK || scene_is_cue(scene, at - 1, CUE_AND));
    listing->is_certain = is_certain && begins_piece && total->token <= at + 4;
    for (size_t i = listing->from; i < at; i++)
        listing->is_certain = listing->is_certain && !scene_is_cue(scene, i, CUE_EACH) && !scene_is_mark(scene, i, 'x') && !scene_is_mark(scene, i, '/') &&
                              !scene_is_word(scene, i, "cộng"); /* "giải nhất: cộng 2 điểm; giải nhì: cộng 1 điểm": given, each for itself */
    return listing->limit > listing->from + 3 && listing->limit < listing->from + OPERAND_REACH;
}

/* Whether a bracket begins with a comparison: "(không thay đổi so với …)", "(năm 2021: 120 xã, 30 phường)", or ends one: "giảm so với năm
 * 2021 (3.340 suất: …)". */
static bool compares(const Scene *scene, size_t at)
{
    for (size_t i = at - 1; scene->tokens[at].kind == TOKEN_NUMBER && i > 0 && i + 8 > at && scene->tokens[i - 1].kind != TOKEN_MARK && scene->tokens[i - 1].kind != TOKEN_NUMBER; i--)
        if (scene_is_cue(scene, i - 1, CUE_COMPARED))
            return true;
    bool is_time = scene->tokens[at].kind == TOKEN_PERIOD || scene_is_cue(scene, at, CUE_SAME_PERIOD) || scene_is_cue(scene, at, CUE_BEFORE);
    return scene_is_cue(scene, at, CUE_UNCHANGED) || (is_time && scene_is_mark(scene, at + 1, ':'));
}

/* "5.214 lượt người: cấp tỉnh 612 lượt, …": a colon right behind a figure's noun opens its parts as a bracket does. */
static bool begin_colon(const Scene *scene, size_t at, Listing *listing)
{
    const Mention *total = scene_is_mark(scene, at, ':') ? scene_find_previous_figure(scene, at, at > 6 ? at - 6 : 0) : NULL;
    bool is_named = total != NULL && operand_is_count(total) && total->noun_end > total->noun_first && total->noun_end == at;
    if (!is_named)
        return false;
    listing->opener = OPENER_BRACKET;
    listing->limit = scene_find_sentence_end(scene, at);
    return listing->limit > at + 4 && listing->limit < at + COLON_REACH;
}

/* "So với định mức còn thiếu 87 giáo viên (mầm non 56, tiểu học 31)": the bracket is of a figure behind what is compared with. */
static bool tells_after_base(const Scene *scene, size_t open)
{
    size_t least = open > TOTAL_REACH ? open - TOTAL_REACH : 0, at = open;
    while (at > least && scene->tokens[at - 1].kind != TOKEN_MARK && scene->tokens[at - 1].kind != TOKEN_NUMBER)
        at--;
    const Mention *total = at > least ? operand_get_count(scene, at - 1) : NULL;
    bool is_led = at > 1 && scene->tokens[at - 2].kind != TOKEN_MARK && !scene_is_cue(scene, at - 2, CUE_COMPARED);
    return total != NULL && is_led && QCDC_FAULT("listing-after-base", total->first_key != 0, false);
}

/* The list that the token @at opens; false if it opens none. */
static bool begin_listing(const Reader *reader, size_t at, Listing *listing)
{
    const Scene *scene = &reader->scene;
    bool is_word = scene_is_cue(scene, at, CUE_OF_WHICH) || scene_is_cue(scene, at, CUE_COMPRISING);
    bool is_bracket = scene_is_mark(scene, at, '(') && scene->tokens[at].index > at;
    listing->total_count = 0;
    listing->is_far = listing->is_seen = listing->in_bracket = listing->is_certain = false;
    listing->from = at + 1;
    listing->before = at;
    if (is_bracket && (scene_is_cue(scene, at + 1, CUE_OF_WHICH) || scene_is_cue(scene, at + 1, CUE_COMPRISING)))
        return false;
    if (is_bracket && QCDC_FAULT("listing-compares", compares(scene, at + 1), false))
        return false;
    bool shows_base = is_bracket && QCDC_FAULT("listing-base", operand_shows_base(scene, at), false);
    if (shows_base && !tells_after_base(scene, at))
        return false;
    if (is_bracket) {
        listing->is_far = shows_base;
        listing->opener = OPENER_BRACKET;
        listing->limit = operand_find_bracket_end(scene, at);
        listing->in_bracket = listing->limit < scene->token_count;
        return listing->in_bracket && listing->limit > at + 4;
    }
    if (!is_word)
        return begin_in(scene, at, listing) || begin_after(scene, at, listing) || begin_for(scene, at, listing) || begin_colon(scene, at, listing);
    size_t open = operand_find_bracket(scene, at);
    listing->opener = get_opener(scene, at);
    listing->limit = open != SIZE_MAX ? operand_find_bracket_end(scene, open) : scene_find_sentence_end(scene, at);
    listing->in_bracket = open != SIZE_MAX && open + 1 == at && listing->limit < scene->token_count;
    if (listing->in_bracket)
        listing->before = open;
    return true;
}

/* "chủ yếu gồm …", "gồm chủ yếu …", "gồm nhiều phần quà như: …": there are others. */
static bool is_mainly(const Scene *scene, size_t at)
{
    for (size_t next = at + 1; next < at + 8 && next < scene->token_count && scene->tokens[next].kind == TOKEN_WORD; next++)
        if (scene_is_word(scene, next, "như") && !scene_is_word(scene, next + 1, "sau") && next > at + 1)
            return true;
    static const char *const words[] = {"chủ yếu", "phần lớn"};
    size_t from = at > 2 ? at - 2 : 0;
    return operand_says_any(scene, from, at + 3, words, sizeof words / sizeof words[0]);
}

bool listing_read(const Reader *reader, size_t at, size_t nested_end, Listing *listing)
{
    if (!begin_listing(reader, at, listing))
        return false;
    listing->is_nested = at < nested_end;
    bool is_loose = listing->opener == OPENER_IN || listing->opener == OPENER_FOR;
    parts_read(reader, listing->from, listing->limit, is_loose ? LOOSE_PARTS : PARTS_MAX, &listing->parts);
    listing->parts.is_open = listing->parts.is_open || QCDC_FAULT("listing-mainly", is_mainly(&reader->scene, at), false);
    if (listing->parts.count == 0 || (is_loose && listing->parts.is_cut))
        return false;
    if (listing->opener == OPENER_BRACKET || listing->opener == OPENER_FOR)
        find_bracket_total(reader, listing);
    else if (listing->opener != OPENER_IN && listing->opener != OPENER_AFTER)
        find_totals(reader, listing);
    return true;
}

bool listing_has_signs(const Scene *scene, const Listing *listing)
{
    static const char *const words[] = {"nhập siêu", "xuất siêu", "thâm hụt", "thặng dư", "bội chi", "bội thu", "lỗ", "âm", "chiết khấu", "khấu trừ", "xuất ròng", "nhập ròng", "mua ròng", "bán ròng", "chênh lệch"};
    size_t limit = listing->limit < listing->from + OPERAND_REACH ? listing->limit : listing->from + OPERAND_REACH;
    return operand_says_any(scene, listing->from, limit, words, sizeof words / sizeof words[0]);
}

bool listing_is_two(const Listing *listing)
{
    for (size_t i = listing->parts.first_group + 1; i < listing->parts.count; i++) {
        if (!listing->parts.items[i].opens_group && !listing->parts.items[i].is_aside)
            return true;
    }
    return false;
}

bool listing_has_other_total(const Listing *listing, const Mention *total)
{
    for (size_t i = 0; i < listing->total_count; i++) {
        const Mention *other = listing->totals[i];
        if (other != total && other->first_key == total->first_key && other->token < total->token && qcdc_decimal_compare(other->value, total->value) > 0)
            return true;
    }
    return false;
}
