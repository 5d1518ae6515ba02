/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/listing-private.h"

enum {
    LARGE = 1000,    /* a total of four digits: that a swap of digits explains what is missing from it is no chance */
    ROUNDED = 8,     /* a sum that misses by more than this part of its total does not fit, however its parts were rounded */
    SLIPPED = 100,   /* the same of one that only its small miss speaks for */
    LABEL = 6,       /* words before the figure of a piece that is surely one: "là người dân tộc thiểu số 19" */
    SHOWN_REACH = 120, /* bytes between a total in the sentence before and its list, over which the passage goes */
    MOST_TRIED = 24  /* pieces at the end of a list that may belong to what follows */
};

static bool shows_total(const Reader *reader, const Listing *listing, const Mention *total)
{
    bool is_near = !listing->is_seen && reader->scene.tokens[listing->from].start < total->end + SHOWN_REACH;
    return !listing->is_far || QCDC_FAULT("sums-shown", is_near, false);
}

/* Makes the draft of the first @count pieces; returns how many parts it has. */
static size_t make_draft(Reader *reader, const Listing *listing, const Mention *total, size_t count, Choice choice)
{
    Draft *draft = &reader->draft;
    size_t taken = 0;
    draft_begin(draft, QCDC_CLAIM_SUM_OF_PARTS);
    draft->mode = QCDC_PARTS_EXHAUSTIVE;
    draft->open_list = (uint8_t)listing->parts.is_open;
    draft->is_far = (uint8_t)listing->is_far;
    operand_add(draft, QCDC_OPERAND_TOTAL, total, shows_total(reader, listing, total));
    operand_set_unit(draft, &reader->scene, total);
    for (size_t i = listing->parts.first; i < count; i++) {
        const Mention *figure = listing->chosen[choice][i];
        if (figure == NULL)
            continue;
        Mention part = listing_make_part(total, figure);
        taken += operand_add(draft, QCDC_OPERAND_PART, &part, true);
    }
    if (listing->in_bracket)
        draft_cover(draft, draft->start, reader->scene.tokens[listing->limit].end);
    return taken;
}

/* "27 lượt góp vốn, mua cổ phần trị giá 99 triệu USD": how many there are, and in the next piece what they are worth. */
static bool is_count_of_next(const Scene *scene, const Listing *listing, size_t which)
{
    static const char *const words[] = {"trị giá", "giá trị", "tổng vốn", "số vốn", "vốn đăng ký", "tổng mức"};
    const Part *next = &listing->parts.items[which + 1];
    const Mention *worth = which + 1 < listing->parts.count ? listing->chosen[CHOICE_SAME_NOUN][which + 1] : NULL;
    if (worth == NULL || worth->scale == 0 || worth != next->counts[0] || listing->chosen[CHOICE_SAME_NOUN][which] != NULL || next->opens_group)
        return false;
    bool is_plain = worth->token == next->first + 1 && scene_is_word(scene, next->first, "vốn");
    return is_plain || operand_says_any(scene, next->first, worth->token, words, sizeof words / sizeof words[0]);
}

/* How many of the first @count pieces give a figure of their own: those that only say more of the one before are not asked. */
static size_t count_speaking(const Scene *scene, const Listing *listing, size_t count)
{
    size_t speaking = 0;
    for (size_t i = 0; i < count; i++)
        speaking += !listing->parts.items[i].is_aside && listing->parts.items[i].count_count > 0 && !QCDC_FAULT("sums-worth", is_count_of_next(scene, listing, i), false);
    return speaking;
}

static QcdcStatus keep(Reader *reader, const Listing *listing, size_t count, Choice choice, bool *out_kept, QcdcError *error)
{
    QcdcStatus status = reader_keep(reader, &reader->draft, out_kept, error);
    for (size_t i = 0; i < count && *out_kept; i++) {
        const Mention *figure = listing->chosen[choice][i];
        if (figure != NULL)
            operand_take(reader, figure, TAKEN_PART);
    }
    return status;
}

/* Where the list may end: behind all its pieces, or before the first ";" behind a list of commas. */
static size_t get_end(const Listing *listing, int which)
{
    return (which == 0) == listing->is_nested ? listing->parts.first_group : listing->parts.count;
}

/* Whether the pieces before @count may be all of @total: most are not, and need no draft. An open list may be anything below it. */
static bool may_be_all(const Listing *listing, const Mention *total, size_t count, Choice choice)
{
    QcdcDecimal sum;
    const QcdcDecimal *sums = listing->sums[choice];
    if (listing->parts.is_open || count > listing->sum_counts[choice])
        return true;
    return qcdc_decimal_subtract(sums[count], sums[listing->parts.first], &sum, NULL) != QCDC_OK || listing_is_close(total->value, sum, ROUNDED);
}

/* Tries the first @count pieces behind @first as all of the total, by one choice and then by the other. */
static QcdcStatus try_pieces(Reader *reader, Listing *listing, size_t which_total, size_t count, bool *out_kept, QcdcError *error)
{
    const Mention *total = listing->totals[which_total];
    for (int way = 0; way < 2 && !*out_kept; way++) {
        Choice choice = way == 0 ? CHOICE_SAME_NOUN : CHOICE_FIRST;
        /* what counts something else is of the figure next before the list, or the one before that */
        if (choice == CHOICE_FIRST && (which_total > 1 || listing->is_seen))
            continue;
        if (!may_be_all(listing, total, count, choice) || make_draft(reader, listing, total, count, choice) < 2 || !operand_fits(&reader->draft))
            continue;
        /* an open list fits with any sum below its total: no reason to choose this reading */
        if (reader->draft.open_list && choice == CHOICE_FIRST && reader->draft.number_count < 4)
            continue;
        QcdcStatus status = keep(reader, listing, count, choice, out_kept, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}

/* Tries where the list may end: as its marks say, then behind each of its pieces, for what comes last may belong to what follows. Pieces
 * that are left when some add up may be a second division of the same total. */
static QcdcStatus try_whole(Reader *reader, Listing *listing, size_t which_total, bool *out_kept, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    size_t all = listing->parts.count, first = listing->parts.first;
    for (int way = 0; way < 2 && status == QCDC_OK && !*out_kept; way++)
        status = try_pieces(reader, listing, which_total, get_end(listing, way), out_kept, error);
    if (listing->parts.first_group + 2 <= all && status == QCDC_OK && !*out_kept) {
        listing->parts.first = listing->parts.first_group;
        status = try_pieces(reader, listing, which_total, all, out_kept, error);
        listing->parts.first = first;
    }
    for (size_t count = all; count > first + 2 && all - count < MOST_TRIED && !listing->parts.is_open && status == QCDC_OK && !*out_kept; count--)
        status = try_pieces(reader, listing, which_total, count - 1, out_kept, error);
    return status;
}

/* The pieces behind those that were taken, once: nam and nữ behind thành thị and nông thôn. */
static QcdcStatus try_rest(Reader *reader, Listing *listing, size_t which_total, QcdcError *error)
{
    bool kept = false;
    size_t first = 0;
    while (first < listing->parts.count && (listing->parts.items[first].count_count == 0 || operand_is_taken(reader, listing->parts.items[first].counts[0], TAKEN_PART)))
        first++;
    if (first == 0 || first + 2 > listing->parts.count)
        return QCDC_OK;
    listing->parts.first = first;
    listing_prepare(reader, listing, listing->totals[which_total]);
    QcdcStatus status = try_pieces(reader, listing, which_total, listing->parts.count, &kept, error);
    listing->parts.first = 0;
    return status;
}

/* Whether each piece says itself that it counts what the total counts. */
static bool do_all_name(const Listing *listing, const Mention *total, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const Mention *figure = listing->chosen[CHOICE_SAME_NOUN][i];
        if (figure != NULL && figure->first_key != total->first_key)
            return false;
    }
    return true;
}

/* Whether more is said of a piece than its figure: "(cá tra 1,61 tỷ USD, tăng 24,6%; tôm 2,62 tỷ USD, …)" rather picks some out. */
static bool has_asides(const Parts *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (parts->items[i].is_aside)
            return true;
    return false;
}

/* Whether @taken parts of the first @count pieces speak for all of the total. */
static bool may_be_told(const Reader *reader, const Listing *listing, const Mention *total, size_t count, Choice choice, size_t taken)
{
    const Parts *parts = &listing->parts;
    bool is_closed = !parts->is_cut || (parts->count > 0 && parts->items[parts->count - 1].closes_list);
    if (taken < 2 || listing->is_far || parts->is_open || parts->has_bare || !is_closed || taken < count_speaking(&reader->scene, listing, count))
        return false;
    return !listing_is_uneven(reader, listing, total, choice == CHOICE_FIRST);
}

/* Whether parts that do not add up are told: only when nothing but the arithmetic speaks against their being the parts of this total. */
static bool is_told(const Reader *reader, const Listing *listing, const Mention *total, size_t count, Choice choice, size_t taken)
{
    const Draft *draft = &reader->draft;
    const Parts *parts = &listing->parts;
    bool has_cause = draft->cause == QCDC_CAUSE_SWAPPED_DIGITS || draft->cause == QCDC_CAUSE_SCALE;
    bool is_named = choice == CHOICE_SAME_NOUN && total->first_key != 0;
    if (QCDC_FAULT("sums-joined", parts->has_joined && !has_cause && !listing_exceeds(draft), false))
        return false; /* "2 phó chủ tịch và chánh văn phòng, 5 ủy viên" */
    switch (listing->opener) {
    case OPENER_COMPRISING:
        return (has_cause && (is_named || taken > 2)) || listing_is_near_miss(draft, is_named && !listing_tells_places(&reader->scene, listing, count) ? 2 : 4);
    case OPENER_AFTER:
        return listing->is_certain && is_named && !listing_leaves_one(listing, total, count, choice);
    case OPENER_BRACKET:
        if (taken > 2 && total->first_key != 0 && parts_are_all(reader, parts, count) && listing_is_near_miss(draft, 8))
            return true;
        if (!listing->in_bracket)
            return is_named && taken > 2 && do_all_name(listing, total, count) && !has_asides(parts, count) && listing_is_near_miss(draft, 8);
        return (has_cause && (taken > 2 || total->value.coefficient >= LARGE / 10)) || (!has_asides(parts, count) && listing_is_near_miss(draft, is_named && do_all_name(listing, total, count) ? 2 : 8));
    case OPENER_OF_WHICH:
        if (is_named && QCDC_FAULT("sums-all", parts_are_all(reader, parts, count), false))
            return listing_is_near_miss(draft, 4);
        return draft->cause == QCDC_CAUSE_SWAPPED_DIGITS && is_named && taken > 2 && total->value.coefficient >= LARGE && listing_is_near_miss(draft, 8);
    case OPENER_LOOSE: /* "như sau: …": six parts of which two digits changed places in one */
        return draft->cause == QCDC_CAUSE_SWAPPED_DIGITS && is_named && taken > 3 && total->value.coefficient >= LARGE && listing_is_near_miss(draft, 100);
    default:
        return false;
    }
}

/* "Trong 360 thửa có 630 thửa …": the first part alone, which is of this total whatever the others are of. */
static QcdcStatus try_first(Reader *reader, const Listing *listing, const Mention *total, bool *out_kept, QcdcError *error)
{
    const Part *part = &listing->parts.items[0];
    const Mention *figure = listing->chosen[CHOICE_SAME_NOUN][0];
    if (figure == NULL || figure->first_key != total->first_key || figure != part->counts[0] || figure->token > part->first + 3 || make_draft(reader, listing, total, 1, CHOICE_SAME_NOUN) == 0)
        return QCDC_OK;
    reader->draft.mode = QCDC_PARTS_SUBSET;
    return keep(reader, listing, 1, CHOICE_SAME_NOUN, out_kept, error);
}

/* Qualities that one can have at once may add up to more than the total, but none of them alone. */
static QcdcStatus try_largest(Reader *reader, Listing *listing, const Mention *total, size_t count, bool *out_kept, QcdcError *error)
{
    for (size_t i = 0; i < count; i++) {
        const Mention *figure = listing->chosen[CHOICE_SAME_NOUN][i];
        bool is_near = figure != NULL && figure->token <= listing->parts.items[i].first + LABEL;
        if (!is_near || (i > 0 && !parts_has_quality(&reader->scene, &listing->parts.items[i])) || figure->first_key != total->first_key || qcdc_decimal_compare(figure->value, total->value) <= 0)
            continue;
        listing->parts.first = i;
        make_draft(reader, listing, total, i + 1, CHOICE_SAME_NOUN);
        listing->parts.first = 0;
        reader->draft.mode = QCDC_PARTS_SUBSET;
        return keep(reader, listing, i + 1, CHOICE_SAME_NOUN, out_kept, error);
    }
    return QCDC_OK;
}

/* "31,2 điểm, trong đó: xã A đạt 41,5 điểm": what each one reached, and no part. */
static bool is_score(const Scene *scene, const Mention *total)
{
    return scene_is_cue(scene, total->token + 1, CUE_SCORE) && (total->value.decimals > 0 || operand_find_leader(scene, total) == CUE_REACH);
}

/* A part alone, far from its total, is told with the words that bring it. */
static void cover_lone(Reader *reader, const Listing *listing, size_t count)
{
    const Scene *scene = &reader->scene;
    for (size_t i = listing->parts.first; i < count; i++) {
        const Mention *figure = listing->chosen[CHOICE_SAME_NOUN][i];
        if (figure == NULL)
            continue;
        size_t label = operand_find_label(scene, figure->token), from = label > listing->from ? label : listing->from;
        draft_cover(&reader->draft, scene->tokens[from].start, scene->tokens[mention_get_end(figure) - 1].end);
        return;
    }
}

/* Whether "gồm …" gives all of its total, a figure in each piece: if they are far from it, they are of something else. */
static bool gives_all(const Reader *reader, const Listing *listing, size_t count, size_t taken)
{
    const Parts *parts = &listing->parts;
    bool is_closed = listing->opener == OPENER_COMPRISING && !parts->is_open && !parts->has_bare && !parts->has_joined && !parts->is_cut;
    return is_closed && taken >= count_speaking(&reader->scene, listing, count);
}

/* Parts that are some of the total: those that count the same. */
static QcdcStatus try_some(Reader *reader, Listing *listing, const Mention *total, bool *out_kept, QcdcError *error)
{
    Draft *draft = &reader->draft;
    size_t count = get_end(listing, 0);
    size_t taken = make_draft(reader, listing, total, count, CHOICE_SAME_NOUN);
    if (listing->is_far && listing->opener == OPENER_LOOSE)
        return QCDC_OK;
    if (taken == 0 || total->first_key == 0 || listing->opener == OPENER_BRACKET || listing->opener == OPENER_AFTER ||
        listing->opener == OPENER_FOR)
        return QCDC_OK;
    draft->mode = QCDC_PARTS_SUBSET;
    *out_kept = listing->opener == OPENER_OF_WHICH && !listing->is_seen && QCDC_FAULT("sums-go-on", reader_adds_up(reader, total), false);
    if (*out_kept)
        return QCDC_OK;
    bool fits = operand_fits(draft);
    if (fits && taken > 1 && QCDC_FAULT("sums-closed", gives_all(reader, listing, count, taken), false))
        return QCDC_OK;
    if (!fits && listing->opener == OPENER_IN)
        return try_first(reader, listing, total, out_kept, error);
    if (!fits && QCDC_FAULT("sums-score", is_score(&reader->scene, total), false))
        return QCDC_OK;
    if (!fits && QCDC_FAULT("sums-two-lists", listing_is_two(listing), false))
        return QCDC_OK;
    if (!fits && listing_is_doubtful(reader, listing, total, count))
        return QCDC_OK;
    /* "98 đơn khiếu nại và 09 đơn phản ánh (trong đó 49 đơn quá hạn)": of all that the list counts */
    bool ends_list = total->token > 0 && (scene_is_cue(&reader->scene, total->token - 1, CUE_AND) || scene_is_mark(&reader->scene, total->token - 1, ','));
    if (!fits && (!listing->in_bracket || ends_list) && QCDC_FAULT("sums-other-total", listing_has_other_total(listing, total), false))
        return QCDC_OK;
    bool may_overlap = QCDC_FAULT("sums-overlap", parts_may_overlap(&reader->scene, &listing->parts, count), false);
    if (!fits && (listing->opener != OPENER_OF_WHICH || may_overlap))
        return listing->opener == OPENER_OF_WHICH ? try_largest(reader, listing, total, count, out_kept, error) : QCDC_OK;
    if (listing->is_far && taken == 1)
        cover_lone(reader, listing, count);
    return keep(reader, listing, count, CHOICE_SAME_NOUN, out_kept, error);
}

/* Whether parts that "Trong đó" begins in a sentence of its own may be told to miss where a swap of digits explains it: what is left out by chance
 * seldom is so little. */
static bool may_have_slipped(const Reader *reader, const Listing *listing, const Mention *total, size_t count, size_t taken)
{
    const Parts *parts = &listing->parts;
    bool is_open = listing->is_seen || parts->has_bare || parts->is_open || parts->is_cut;
    if (listing->opener != OPENER_OF_WHICH || !listing->is_far || is_open || taken < 3 || taken < count_speaking(&reader->scene, listing, count))
        return false;
    bool is_named = total->first_key != 0 && do_all_name(listing, total, count) && operand_strip_zeros(total->value) >= LARGE;
    return is_named && listing_is_near_miss(&reader->draft, SLIPPED) && listing_is_only_total(listing, total) && !listing_is_uneven(reader, listing, total, false) &&
           !parts_may_overlap(&reader->scene, parts, count);
}

/* Parts that ought to be all of the total and are not: all pieces, or those before the first ";". */
static QcdcStatus try_missed(Reader *reader, const Listing *listing, const Mention *total, bool *out_kept, QcdcError *error)
{
    for (int way = 0; way < 4 && !*out_kept; way++) {
        Choice choice = way % 2 == 0 ? CHOICE_SAME_NOUN : CHOICE_FIRST;
        size_t count = get_end(listing, way / 2);
        size_t taken = make_draft(reader, listing, total, count, choice);
        bool may_slip = choice == CHOICE_SAME_NOUN && QCDC_FAULT("sums-slip", may_have_slipped(reader, listing, total, count, taken), false);
        if (!may_slip && !may_be_told(reader, listing, total, count, choice, taken))
            continue;
        reader->draft.is_far = 0;
        draft_judge(&reader->draft);
        bool is_wrong = may_slip ? reader->draft.cause == QCDC_CAUSE_SWAPPED_DIGITS : is_told(reader, listing, total, count, choice, taken);
        if (!is_wrong)
            continue;
        QcdcStatus status = keep(reader, listing, count, choice, out_kept, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}

/* Whether a claim was made of a total that counts the same. */
static bool is_settled(const uint32_t *keys, size_t count, uint32_t key)
{
    for (size_t i = 0; i < count; i++) {
        if (keys[i] == key)
            return true;
    }
    return false;
}

static QcdcStatus find_totals_parts(Reader *reader, Listing *listing, bool *out_is_whole, QcdcError *error)
{
    uint32_t settled[LISTING_TOTALS + 1];
    size_t settled_count = 0;
    for (int pass = 0; pass < (listing->is_seen ? 1 : 3); pass++) {
        QcdcStatus parallel = pass == 1 && settled_count == 0 ? listing_find_parallel(reader, listing, settled, &settled_count, error) : QCDC_OK;
        if (parallel != QCDC_OK)
            return parallel;
        for (size_t i = 0; i < listing->total_count; i++) {
            const Mention *total = listing->totals[i];
            bool kept = false;
            bool is_elsewhere = pass > 0 && i > 0 && listing->in_bracket && total->first_key == listing->totals[0]->first_key;
            if (is_elsewhere || is_settled(settled, settled_count, total->first_key) || (pass == 1 && i > 0))
                continue;
            (pass == 0 ? listing_prepare : listing_choose)(reader, listing, total);
            QcdcStatus status = pass == 0   ? try_whole(reader, listing, i, &kept, error)
                                : pass == 1 ? try_missed(reader, listing, total, &kept, error)
                                            : try_some(reader, listing, total, &kept, error);
            if (status != QCDC_OK)
                return status;
            if (kept && pass == 0)
                status = try_rest(reader, listing, i, error);
            if (status != QCDC_OK)
                return status;
            if (kept)
                settled[settled_count++] = total->first_key;
            *out_is_whole = *out_is_whole || (kept && pass == 0);
        }
    }
    return QCDC_OK;
}

/* "… đang giải quyết gồm 7.172 hồ sơ, có 5.950 hồ sơ chưa đến hạn và 1.222 hồ sơ đã quá hạn": the first figure is all of the others. */
static QcdcStatus try_leading(Reader *reader, Listing *listing, bool *out_kept, QcdcError *error)
{
    const Part *first = &listing->parts.items[0];
    const Mention *other = listing->totals[0];
    bool is_far = listing->is_far;
    if (listing->parts.count < 3 || first->count_count == 0 || listing->opener == OPENER_BRACKET)
        return QCDC_OK;
    listing->totals[0] = first->counts[0];
    listing->parts.first = 1;
    listing_prepare(reader, listing, first->counts[0]);
    listing->is_far = false;
    QcdcStatus status = try_pieces(reader, listing, 0, listing->parts.count, out_kept, error);
    listing->totals[0] = other;
    listing->parts.first = 0;
    listing->is_far = is_far;
    return status;
}

static QcdcStatus find_listing(Reader *reader, size_t at, size_t *nested_end, QcdcError *error)
{
    Listing listing;
    bool is_whole = false;
    if (!listing_read(reader, at, *nested_end, &listing))
        return QCDC_OK;
    if (listing.opener != OPENER_BRACKET && listing.limit > *nested_end && listing.parts.first_group < listing.parts.count)
        *nested_end = listing.limit;
    if (listing.is_far && QCDC_FAULT("sums-balanced", listing_is_balance(reader, &listing), false))
        return QCDC_OK;
    bool has_none = listing.is_far || listing.total_count == 0;
    QcdcStatus status = has_none ? try_leading(reader, &listing, &is_whole, error) : QCDC_OK;
    if (status != QCDC_OK || (has_none && is_whole))
        return status;
    if (!QCDC_FAULT("sums-signs", listing_has_signs(&reader->scene, &listing), false))
        status = find_totals_parts(reader, &listing, &is_whole, error);
    if (status == QCDC_OK)
        status = listing_find_signed(reader, &listing, is_whole, error);
    if (status == QCDC_OK)
        status = listing_find_rates(reader, &listing, error);
    return status;
}

QcdcStatus reader_find_sums(Reader *reader, QcdcError *error)
{
    size_t nested_end = 0;
    for (size_t at = 0; at < reader->scene.token_count; at++) {
        const Token *token = &reader->scene.tokens[at];
        if (token->kind != TOKEN_CUE && token->kind != TOKEN_WORD && token->mark != '(' && token->mark != ':')
            continue;
        QcdcStatus status = find_listing(reader, at, &nested_end, error);
        if (status != QCDC_OK)
            return status;
    }
    return reader_find_closing(reader, error);
}
