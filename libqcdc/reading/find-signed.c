/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/listing-private.h"

enum {
    MAX_CHANGES = 4 /* changes before a list that are tried as the total's */
};

/* 1, -1: the way a figure went, by its own sign or the verb before it; 0: it did not change. */
static int get_way(const Scene *scene, const Mention *mention)
{
    if (mention->sign != 0)
        return mention->sign;
    switch (operand_find_leader(scene, mention)) {
    case CUE_UP:
        return 1;
    case CUE_DOWN:
        return -1;
    default:
        return 0;
    }
}

/* A change as a signed number. */
static Mention sign_change(const Mention *mention, int way)
{
    Mention change = *mention;
    if (change.value.coefficient < 0)
        change.value.coefficient = -change.value.coefficient;
    change.value.coefficient *= way;
    change.has_other = 0;
    return change;
}

/* The number of changes in the tokens @from … @end that count what @total counts. */
static size_t count_changes(const Scene *scene, size_t from, size_t end, const Mention *total)
{
    size_t count = 0;
    for (size_t at = from; at < end && at < from + OPERAND_REACH; at++) {
        const Mention *mention = operand_get_count(scene, at);
        count += mention != NULL && mention->first_key == total->first_key && get_way(scene, mention) != 0;
    }
    return count;
}

/* The change in the tokens @from … @end that counts what @total counts; a verb holds for what is joined to its figure. */
static const Mention *find_change(const Scene *scene, size_t from, size_t end, const Mention *total, int *out_way)
{
    int way = 0;
    for (size_t at = from; at < end && at < from + OPERAND_REACH; at++) {
        const Mention *mention = operand_get_count(scene, at);
        /* "tăng 14 vụ so với cùng kỳ (208 lượt)": what the base was is joined to no change */
        if (QCDC_FAULT("signed-joined", scene_is_cue(scene, at, CUE_COMPARED) || scene_is_mark(scene, at, '('), false))
            way = 0;
        if (mention == NULL)
            continue;
        int own = get_way(scene, mention);
        way = own != 0 ? own : way;
        if (way != 0 && mention->first_key != 0 && mention->first_key == total->first_key) {
            *out_way = way;
            return mention;
        }
        if (own == 0)
            way = 0;
    }
    return NULL;
}

/* Makes the draft of the changes; false if a piece carries none, or one that its own bracket does not hold. */
static bool make_draft(Reader *reader, const Listing *listing, const Mention *total, int way)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    Mention whole = sign_change(total, way);
    size_t count = 0;
    draft_begin(draft, QCDC_CLAIM_SIGNED_SUM);
    draft->mode = QCDC_PARTS_EXHAUSTIVE;
    operand_add(draft, QCDC_OPERAND_TOTAL, &whole, true);
    draft->direction = way > 0 ? QCDC_DIRECTION_INCREASE : QCDC_DIRECTION_DECREASE;
    operand_set_unit(draft, scene, total);
    for (size_t i = 0; i < listing->parts.count; i++) {
        const Part *part = &listing->parts.items[i];
        int part_way = 0;
        const Mention *change = find_change(scene, part->first, part->end, total, &part_way);
        bool is_speaking = part->count_count > 0 && !part->is_aside;
        if (change == NULL && QCDC_FAULT("signed-piece", is_speaking, false))
            return false;
        if (change == NULL)
            continue;
        Mention number = sign_change(change, part_way);
        count += operand_add(draft, QCDC_OPERAND_PART, &number, true);
    }
    return count >= 2;
}

/* Whether the changes need not add up though the figures do: a part has no figure now, not as many had reported then, the total is
 * compared with a second base, the change is another figure's, or another list stands within. */
static bool lacks_base(const Scene *scene, const Listing *listing, const Mention *total)
{
    static const char *const words[] = {"chưa có số liệu", "không có số liệu", "không so sánh", "chưa có báo cáo", "kỳ gốc theo báo cáo"};
    size_t limit = listing->limit < total->token + OPERAND_REACH ? listing->limit : total->token + OPERAND_REACH;
    size_t start = scene_find_sentence_start(scene, total->token);
    const Mention *level = NULL;
    for (size_t i = listing->total_count; i > 0; i--)
        level = listing->totals[i - 1]->first_key == total->first_key ? listing->totals[i - 1] : level;
    if (operand_says_any(scene, total->token, limit, words, sizeof words / sizeof words[0]))
        return true;
    for (size_t at = listing->from; at < limit; at++)
        if (scene_is_cue(scene, at, CUE_OF_WHICH) || scene_is_cue(scene, at, CUE_COMPRISING))
            return true;
    for (const Mention *other = total; other > scene->mentions && (other - 1)->token >= start && total - other < READER_LOOK_BACK; other--)
        if ((other - 1)->first_key == total->first_key && operand_is_count(other - 1))
            return other - 1 != level;
    return level != NULL;
}

/* "trong đó: huyện A tăng 14 hộ; xã B không còn hộ nghèo": a piece that tells none has a change too. */
static bool has_closed(const Scene *scene, const Listing *listing)
{
    static const char *const negations[] = {"không", "chưa", "không còn", "chưa có", "không có", NULL};
    static const char *const ends[] = {"kết thúc hoạt động", "giải thể", "sáp nhập", "hợp nhất", "thành lập mới", "mới thành lập", "chia tách"};
    size_t limit = listing->limit < listing->from + OPERAND_REACH ? listing->limit : listing->from + OPERAND_REACH;
    for (size_t at = listing->from; at < limit; at++)
        if (scene->tokens[at].kind == TOKEN_WORD && scene_is_one_of(scene, at, negations))
            return true;
    return operand_says_any(scene, listing->from, limit, ends, sizeof ends / sizeof ends[0]);
}

/* "trong đó: huyện A tăng 14 đơn; huyện B giảm 3 đơn": there may have been another place then, which is told of no more. */
static bool lists_places(const Scene *scene, const Listing *listing)
{
    static const char *const places[] = {"huyện", "quận", "thị xã", "thành phố", "tp", "xã", "phường", "thị trấn", "đặc khu", "thôn", "ấp", "bản", "làng",
                                         "tổ dân phố", "khu phố", "cơ quan", "sở", "tỉnh", NULL};
    for (size_t i = 0; i < listing->parts.count; i++)
        if (scene_has_one_of(scene, listing->parts.items[i].first, places))
            return true;
    return false;
}

/* Whether a piece tells two changes of what the total counts, by two comparisons. */
static bool compares_twice(const Scene *scene, const Listing *listing, const Mention *total)
{
    for (size_t i = 0; i < listing->parts.count; i++)
        if (count_changes(scene, listing->parts.items[i].first, listing->parts.items[i].end, total) > 1)
            return true;
    return false;
}

/* Whether nothing but the arithmetic speaks against the changes' adding up. */
static bool is_sure(const Scene *scene, const Listing *listing, const Mention *total)
{
    if (lacks_base(scene, listing, total) || QCDC_FAULT("signed-closed", has_closed(scene, listing), false) ||
        QCDC_FAULT("signed-twice", compares_twice(scene, listing, total), false))
        return false;
    return listing->opener != OPENER_OF_WHICH || !QCDC_FAULT("signed-places", lists_places(scene, listing), false);
}

/* Whether each piece that speaks was taken for a part: else the list runs over into another. */
static bool are_all_taken(const Reader *reader, const Listing *listing)
{
    for (size_t i = 0; i < listing->parts.count; i++) {
        const Part *part = &listing->parts.items[i];
        bool is_taken = part->is_aside || part->count_count == 0;
        for (size_t figure = 0; figure < part->count_count; figure++)
            is_taken = is_taken || operand_is_taken(reader, part->counts[figure], TAKEN_PART);
        if (!is_taken)
            return false;
    }
    return true;
}

static QcdcStatus try_total(Reader *reader, const Listing *listing, const Mention *total, int way, bool is_whole, QcdcError *error)
{
    if (!make_draft(reader, listing, total, way))
        return QCDC_OK;
    bool can_be_told = QCDC_FAULT("signed-sure", is_sure(&reader->scene, listing, total), true);
    bool is_told = can_be_told && ((is_whole && are_all_taken(reader, listing)) || (listing->opener == OPENER_COMPRISING && !listing->parts.is_cut));
    reader->draft.is_far = !is_told || listing->is_far || listing->parts.is_open;
    return reader_keep(reader, &reader->draft, NULL, error);
}

QcdcStatus listing_find_signed(Reader *reader, const Listing *listing, bool is_whole, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    uint32_t tried[MAX_CHANGES];
    size_t count = 0, at = listing->before, start = scene_find_sentence_start(scene, at);
    size_t reach = at > OPERAND_REACH / 4 ? at - OPERAND_REACH / 4 : 0;
    while (at > start && at > reach && count < MAX_CHANGES) {
        const Mention *mention = operand_get_count(scene, --at);
        /* of a change before another list these are no parts */
        if (QCDC_FAULT("signed-opener", scene_is_cue(scene, at, CUE_OF_WHICH) || scene_is_cue(scene, at, CUE_COMPRISING), false))
            break;
        int way = mention != NULL ? get_way(scene, mention) : 0;
        bool is_tried = way == 0 || mention->first_key == 0;
        for (size_t i = 0; i < count && !is_tried; i++)
            is_tried = tried[i] == mention->first_key;
        if (is_tried)
            continue;
        tried[count++] = mention->first_key;
        QcdcStatus status = try_total(reader, listing, mention, way, is_whole, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
