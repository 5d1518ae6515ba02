/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/listing-private.h"
#include "reading/share-private.h"

/* When parts that exceed their total are not told: what "trong đó" opens runs over into what is no part of it. */
enum {
    NEAR = 8 /* tokens from the list's beginning to its only part, at most */
};

/* How many parts alone are more than the total. */
static size_t count_exceeding(const Draft *draft, size_t *out_parts)
{
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL);
    size_t exceeding = 0;
    *out_parts = 0;
    for (size_t i = 0; i < draft->number_count; i++) {
        if (draft->numbers[i].role != QCDC_OPERAND_PART)
            continue;
        exceeding += qcdc_decimal_compare(draft->numbers[i].value, total->value) > 0;
        (*out_parts)++;
    }
    return exceeding;
}

/* Whether there are several parts and each of them is more than the total: then they are parts of something else. */
static bool do_all_exceed(const Draft *draft)
{
    size_t parts, exceeding = count_exceeding(draft, &parts);
    return parts > 1 && exceeding == parts;
}

/* Whether the first piece counts something else: "trong đó 7/16 khoản thu đạt dự toán; kế đến là thu dầu thô 8.097 tỷ đồng". */
static bool begins_apart(const Listing *listing, size_t count)
{
    return count > 0 && listing->parts.items[0].count_count > 0 && listing->chosen[CHOICE_SAME_NOUN][0] == NULL;
}

/* "39 người chết, trong đó có 15 người nước ngoài, và 69 người bị thương", "…, cùng 69 người khác": a comma before "và" goes back to the
 * total. */
static bool ends_apart(const Scene *scene, const Listing *listing, size_t count)
{
    static const char *const besides[] = {"cùng", "cùng với", "kèm", NULL};
    size_t at = count > 0 ? listing->parts.items[count - 1].first : 0;
    const Mention *last = count > 1 ? listing->chosen[CHOICE_SAME_NOUN][count - 1] : NULL;
    bool is_other = last != NULL && last->noun_end > last->noun_first + 1 && scene_is_word(scene, last->noun_first + 1, "khác"); /* "69 người khác" */
    bool is_besides = is_other || (last != NULL && last->token > 1 && (scene_is_one_of(scene, last->token - 1, besides) || scene_has_one_of(scene, last->token - 2, besides)));
    return is_besides || (at >= 2 && scene_is_cue(scene, at - 1, CUE_AND) && scene_is_mark(scene, at - 2, ','));
}

/* "…, trong đó chiếm đoạt 53 tỷ đồng, đã xác định 822 người bị hại với 17 tỷ đồng", "trong đó có 4 người một nhà; tại tỉnh B xảy ra 3 vụ": a
 * piece behind the first that tells something of its own; so does another of the tasks of an inspection: "kiểm tra 45 cơ sở, trong đó 12 cơ sở vi phạm,
 * giám sát 38 cơ sở". */
static bool tells_on(const Scene *scene, const Listing *listing, size_t count)
{
    static const char *const words[] = {"đã", "tại", "ở", "kiểm tra", "giám sát", "thanh tra", "khảo sát", "sơ tuyển", "tuyển chọn", "lũy kế", "luỹ kế"};
    for (size_t i = 1; i < count; i++) {
        const Part *part = &listing->parts.items[i];
        if (part->is_apart && listing->chosen[CHOICE_SAME_NOUN][i] != NULL)
            return true;
        bool says = operand_says_any(scene, part->first, part->first + 1, words, sizeof words / sizeof words[0]);
        size_t figure = part->count_count > 0 ? part->counts[0]->token : part->first;
        for (size_t at = part->first; at + 1 < figure; at++) /* "612 vụ, việc cũ chuyển sang, đã giải quyết, xét xử 6.521 vụ, việc" */
            says = says || (scene_is_mark(scene, at, ',') && QCDC_FAULT("listing-stretch", scene_has_words(scene, at + 1, "đã"), false));
        if (says && !operand_says_any(scene, listing->parts.items[0].first, listing->parts.items[0].end, words, sizeof words / sizeof words[0]))
            return true;
    }
    return false;
}

/* "giải ngân 29 tỷ đồng, dư nợ là 24 tỷ đồng, trong đó …": whether another figure of what @total counts stands between it and the list, or is
 * joined to it. */
static bool has_nearer_total(const Scene *scene, const Listing *listing, const Mention *total)
{
    bool is_joined = total->token > 0 && scene_is_cue(scene, total->token - 1, CUE_AND); /* "10 người chết và 10 người mất tích, trong đó": of both */
    for (size_t i = 0; i < listing->total_count; i++)
        if (listing->totals[i] != total && (is_joined || listing->totals[i]->first_key == total->first_key) && (is_joined || listing->totals[i]->token > total->token))
            return true;
    return false;
}

/* "trong đó vay cá nhân 68 tỷ đồng; người mua trả trước 74 tỷ đồng": whether what stands behind a ";" exceeds the total, and what stands before
 * it does not; behind a colon all are one list. */
static bool runs_over(const Scene *scene, const Listing *listing, const Mention *total)
{
    QcdcDecimal sum = {0};
    size_t first = listing->parts.first_group;
    if (first >= listing->parts.count || scene_is_mark(scene, listing->from, ':'))
        return false;
    for (size_t i = 0; i < first; i++) {
        const Mention *figure = listing->chosen[CHOICE_SAME_NOUN][i];
        if (figure != NULL && qcdc_decimal_add(sum, figure->value, &sum, NULL) != QCDC_OK)
            return false;
    }
    return sum.coefficient > 0 && qcdc_decimal_compare(sum, total->value) <= 0;
}

/* What the parts of the draft are together, and how many; false if that overflows. */
static bool add_parts(const Draft *draft, QcdcDecimal *out_sum, size_t *out_count)
{
    *out_sum = (QcdcDecimal){0};
    *out_count = 0;
    for (size_t i = 0; i < draft->number_count; i++) {
        if (draft->numbers[i].role != QCDC_OPERAND_PART)
            continue;
        (*out_count)++;
        if (qcdc_decimal_add(*out_sum, draft->numbers[i].value, out_sum, NULL) != QCDC_OK)
            return false;
    }
    return true;
}

/* Whether @part would make the parts all of their total with fewer zeros at its end: 52 and 330 of 85. */
static bool has_zeros_more(const Draft *draft, const Mention *part)
{
    QcdcDecimal sum, rest, gap;
    size_t count;
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL);
    if (!add_parts(draft, &sum, &count) || qcdc_decimal_subtract(sum, part->value, &rest, NULL) != QCDC_OK || qcdc_decimal_subtract(total->value, rest, &gap, NULL) != QCDC_OK)
        return false;
    for (int power = 0; power < 3 && gap.coefficient > 0 && gap.coefficient <= INT64_MAX / 10; power++) {
        gap.coefficient *= 10;
        if (qcdc_decimal_compare(gap, part->value) == 0)
            return true;
    }
    return false;
}

/* "trong đó lãi vay 64 tỷ đồng, chi phí bán hàng 124 tỷ đồng" of 86: whether a piece behind the first alone exceeds the total, and those before it do
 * not: unless a slip of digits explains it, it is a statement of its own. */
static bool runs_past(const Draft *draft, const Listing *listing, const Mention *total, size_t count)
{
    size_t before = 0;
    for (size_t i = 0; i < count; i++) {
        const Mention *figure = listing->chosen[CHOICE_SAME_NOUN][i];
        bool exceeds = figure != NULL && qcdc_decimal_compare(figure->value, total->value) > 0;
        bool is_led = exceeds && figure->token > listing->parts.items[i].first; /* words of its own bring it */
        if (exceeds)
            return QCDC_FAULT("listing-past", before > 0 && is_led && !has_zeros_more(draft, figure), false);
        before += figure != NULL;
    }
    return false;
}

/* "chỉ 921 lính sống sót, số còn lại đã chết, trong đó khoảng 5.000 lính …", "lỗ 2,4 tỷ đồng, kéo vốn từ 103 tỷ đồng xuống 98,5 tỷ đồng, trong đó
 * …", "10 người chết và 10 mất tích, trong đó 16 người …": between the total and the list stands what the parts are of, or is of it too. */
static bool is_interrupted(const Scene *scene, const Listing *listing, const Mention *total)
{
    for (size_t at = mention_get_end(total); at < listing->before; at = operand_step(scene, at)) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
        if (scene_is_cue(scene, at, CUE_REMAINDER) || scene_is_cue(scene, at, CUE_REMAINING) || (listing->in_bracket && scene_is_mark(scene, at, ';')))
            return true;
        if (operand_is_count(mention) && at > 0 && (scene_is_cue(scene, at - 1, CUE_AND) || scene_is_cue(scene, at - 1, CUE_TO_DOWN) || scene_is_cue(scene, at - 1, CUE_TO_UP)))
            return true;
    }
    return false;
}

/* "342 thí sinh, trong đó: môn Toán 336 thí sinh; môn Văn 340 thí sinh": parts none of which exceeds, and all of them together by as much
 * again, overlap. */
static bool overlap(const Draft *draft)
{
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL);
    QcdcDecimal sum, most;
    size_t parts;
    if (count_exceeding(draft, &parts) > 0 || !add_parts(draft, &sum, &parts) || qcdc_decimal_add(total->value, total->value, &most, NULL) != QCDC_OK)
        return false;
    return qcdc_decimal_compare(sum, most) > 0;
}

/* "96 đơn, trong đó 60 đơn kéo dài (62,5%), 46 đơn đông người (47,9%)": the first percent behind each part is its share of the total, so that
 * none was mistyped: they overlap. */
static bool have_shares(const Reader *reader, const Listing *listing, const Mention *total, size_t count)
{
    const Scene *scene = &reader->scene;
    size_t shares = 0, parts = 0;
    for (size_t i = 0; i < count; i++) {
        const Mention *part = listing->chosen[CHOICE_SAME_NOUN][i];
        size_t next = i + 1;
        if (part == NULL)
            continue;
        while (next < count && listing->chosen[CHOICE_SAME_NOUN][next] == NULL)
            next++;
        parts++;
        for (size_t at = part->token + 1, end = listing->parts.items[next - 1].end; at < end; at++) {
            const Mention *percent = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
            if (percent == NULL || !percent->percent)
                continue;
            shares += share_rounds_to(part->value, total->value, percent->value);
            break;
        }
    }
    return parts > 1 && shares == parts;
}

/* Whether all parts but one are the total: "333 thẻ, trong đó 319 thẻ đã dùng, 22 thẻ đã rút tiền và 14 thẻ trắng": that one is of another. */
static bool closes_without_one(const Draft *draft)
{
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL);
    QcdcDecimal sum, rest;
    size_t parts;
    if (!add_parts(draft, &sum, &parts) || parts < 3 || qcdc_decimal_subtract(sum, total->value, &rest, NULL) != QCDC_OK)
        return false;
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].role == QCDC_OPERAND_PART && qcdc_decimal_compare(draft->numbers[i].value, rest) == 0)
            return true;
    return false;
}

/* "trả nợ 51,5 tỷ đồng, gồm trả nợ trực tiếp 27,7 tỷ đồng, trả gốc 20 tỷ đồng, trả lãi 7,7 tỷ đồng": parts of a part, behind it; of two
 * digits it is chance. */
static bool has_inner_sum(const Draft *draft)
{
    for (size_t i = 0; i < draft->number_count; i++) {
        QcdcDecimal sum = {0};
        size_t count = 0;
        if (operand_strip_zeros(draft->numbers[i].value) < 100)
            continue;
        for (size_t k = i + 1; k < draft->number_count && draft->numbers[i].role == QCDC_OPERAND_PART; k++) {
            if (draft->numbers[k].role != QCDC_OPERAND_PART || qcdc_decimal_add(sum, draft->numbers[k].value, &sum, NULL) != QCDC_OK)
                break;
            if (++count > 1 && qcdc_decimal_compare(sum, draft->numbers[i].value) == 0)
                return true;
        }
    }
    return false;
}

/* "Ban Thường vụ gồm 19 người, Ủy ban Kiểm tra gồm 11 người": words that stand behind a comma right before the list say whose parts they are. */
static bool has_own_subject(const Scene *scene, const Listing *listing)
{
    static const char *const joining[] = {"cụ thể", "trong đó", "trong", "được", "chia", "cơ cấu", "thành phần", "với", "ra", "hiện", "nay"};
    size_t at = listing->before, words = 0;
    if (listing->opener != OPENER_COMPRISING || at == 0 || listing->in_bracket)
        return false;
    while (at > 0 && scene->tokens[at - 1].kind == TOKEN_WORD && words < 8 && !operand_says_any(scene, at - 1, at, joining, sizeof joining / sizeof joining[0]))
        at--, words++;
    return words > 1 && at > 0 && scene_is_mark(scene, at - 1, ',');
}

/* "842 học sinh (nữ 412, dân tộc 64, khuyết tật 6)": what they are counted by in a bracket need not divide them. */
static bool tells_qualities(const Reader *reader, const Listing *listing)
{
    const Parts *parts = &listing->parts;
    bool may_overlap = listing->opener == OPENER_BRACKET && parts_begin_with_qualities(&reader->scene, parts, parts->count);
    return QCDC_FAULT("listing-qualities", may_overlap && !parts_are_all(reader, parts, parts->count), false);
}

/* "7 mặt hàng đạt trên 3 tỷ USD (gỗ 14,7 tỷ USD, tôm 3,5 tỷ USD)": a bound that each of them holds, and no total. */
static bool is_class(const Draft *draft, const Mention *total)
{
    return (total->hedge == QCDC_HEDGE_ABOVE || total->hedge == QCDC_HEDGE_AT_LEAST) && do_all_exceed(draft);
}

/* "bắt 142/168 đối tượng, trong đó đầu thú 64 đối tượng; còn 26 đối tượng": what is left of those below the line is no part of those above it. */
static bool holds_rest(const Listing *listing, const Mention *total)
{
    QcdcDecimal rest;
    if (total->slash != 1 || qcdc_decimal_subtract(total[1].value, total->value, &rest, NULL) != QCDC_OK)
        return false;
    for (size_t i = 0; i < listing->parts.count; i++) {
        const Part *part = &listing->parts.items[i];
        if (part->count_count > 0 && part->is_remainder && qcdc_decimal_compare(part->counts[0]->value, rest) == 0)
            return QCDC_FAULT("listing-rest", true, false);
    }
    return false;
}

bool listing_is_uneven(const Reader *reader, const Listing *listing, const Mention *total, bool are_first)
{
    const Scene *scene = &reader->scene;
    bool is_amount = total->is_measure || total->scale > 0, is_bare = total->is_measure && !are_first;
    for (size_t i = 0; i < listing->parts.count && (is_bare || are_first); i++) {
        const Mention *figure = listing->chosen[are_first ? CHOICE_FIRST : CHOICE_SAME_NOUN][i];
        /* "2 dự án, gồm dự án A 1,5 triệu USD, dự án B 0,5 triệu USD", "sâu 50 m, gồm 5 trụ cao 75 m": of another kind */
        /* "5 người, gồm một cặp vợ chồng và 3 người con" */
        if (figure != NULL && scene_is_word(scene, figure->noun_first, "cặp") && !scene_is_word(scene, total->noun_first, "cặp"))
            return true;
        if (are_first && figure != NULL && (is_amount || figure->is_measure || figure->scale > 0 || figure->value.decimals > 0))
            return true;
        is_bare = is_bare && (figure == NULL || figure->first_key == 0);
    }
    for (size_t i = 0; i < listing->parts.count; i++) {
        const Part *part = &listing->parts.items[i];
        bool is_mute = part->count_count == 0 && part->rate_count == 0 && !part->is_aside; /* it tells by how much, or of what, not how much */
        if (part->is_apart || is_mute)
            return true;
    }
    return is_bare || has_inner_sum(&reader->draft) || has_own_subject(scene, listing) || holds_rest(listing, total) ||
           QCDC_FAULT("listing-class", is_class(&reader->draft, total), false) || listing_names_others(reader, listing, total) || tells_qualities(reader, listing);
}

/* "9 người, trong đó có 6 trẻ em, đã chết khi tàu chở 15 người chìm": of a list that gives one part only the first figure is sure, and near
 * where the list begins, with a noun of its own. */
static bool is_lone_and_far(const Reader *reader, const Listing *listing)
{
    const Draft *draft = &reader->draft;
    const DraftNumber *only = NULL;
    const Mention *first = scene_find_next_figure(&reader->scene, listing->from, listing->from + NEAR + 1);
    for (size_t i = 0; i < draft->number_count; i++) {
        if (draft->numbers[i].role != QCDC_OPERAND_PART)
            continue;
        if (only != NULL)
            return false;
        only = &draft->numbers[i];
    }
    bool is_first = only != NULL && first != NULL && only->start == first->start;
    return only != NULL && (!is_first || first->first_key == 0);
}

/* "nợ ngắn hạn 12.951 tỷ đồng, suýt soát tài sản ngắn hạn (13.079 tỷ đồng)": what only a bracket tells is a remark beside plain parts. */
static bool has_remark(const Listing *listing, size_t count)
{
    bool has[2] = {false, false};
    for (size_t i = 0; i < count; i++)
        if (listing->chosen[CHOICE_SAME_NOUN][i] != NULL)
            has[listing->parts.items[i].is_in_bracket] = true;
    return has[0] && has[1];
}

bool listing_is_doubtful(const Reader *reader, const Listing *listing, const Mention *total, size_t count)
{
    if (do_all_exceed(&reader->draft) || holds_rest(listing, total) || closes_without_one(&reader->draft) || overlap(&reader->draft) ||
        QCDC_FAULT("listing-shares", have_shares(reader, listing, total, count), false) || QCDC_FAULT("listing-begins-apart", begins_apart(listing, count), false) ||
        QCDC_FAULT("listing-remark", has_remark(listing, count), false))
        return true;
    if (listing->opener != OPENER_OF_WHICH)
        return false;
    if (parts_have_undone(&reader->scene, &listing->parts, count))
        return true;
    if (tells_on(&reader->scene, listing, count) || is_interrupted(&reader->scene, listing, total) || has_nearer_total(&reader->scene, listing, total) ||
        runs_over(&reader->scene, listing, total) || runs_past(&reader->draft, listing, total, count))
        return true;
    return QCDC_FAULT("listing-ends-apart", ends_apart(&reader->scene, listing, count), false) ||
           QCDC_FAULT("listing-lone", is_lone_and_far(reader, listing), false);
}

bool listing_is_only_total(const Listing *listing, const Mention *total)
{
    for (size_t i = 0; i < listing->total_count; i++)
        if (listing->totals[i] != total && listing->totals[i]->first_key == total->first_key)
            return false;
    return true;
}

bool listing_is_balance(const Reader *reader, const Listing *listing)
{
    const Parts *parts = &listing->parts;
    for (size_t i = 1; i < parts->count && i < 3; i++)
        if (parts->items[i].count_count == 0 || !operand_is_taken(reader, parts->items[i].counts[0], TAKEN_BALANCE))
            return false;
    return parts->count > 2;
}

bool listing_is_close(QcdcDecimal total, QcdcDecimal sum, int64_t share)
{
    QcdcDecimal difference;
    if (qcdc_decimal_subtract(total, sum, &difference, NULL) != QCDC_OK)
        return false;
    if (difference.coefficient < 0)
        difference.coefficient = -difference.coefficient;
    if (difference.coefficient > INT64_MAX / 1000 / share)
        return false;
    difference.coefficient *= share;
    return qcdc_decimal_compare(difference, total) <= 0;
}

bool listing_exceeds(const Draft *draft)
{
    QcdcDecimal sum;
    size_t count;
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL);
    return add_parts(draft, &sum, &count) && total != NULL && qcdc_decimal_compare(sum, total->value) > 0;
}

bool listing_is_near_miss(const Draft *draft, int64_t share)
{
    QcdcDecimal sum;
    size_t count;
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL);
    return add_parts(draft, &sum, &count) && total != NULL && listing_is_close(total->value, sum, share);
}

bool listing_tells_places(const Scene *scene, const Listing *listing, size_t count)
{
    const Parts *parts = &listing->parts;
    static const char *const words[] = {"ở", "tại", "hồi", "vào", NULL};
    size_t told = 0;
    for (size_t i = 0; i < count; i++) {
        const Mention *figure = parts->items[i].count_count > 0 ? parts->items[i].counts[0] : NULL;
        size_t at = figure != NULL ? figure->token + 1 : parts->items[i].end;
        while (at < parts->items[i].end && !scene_has_one_of(scene, at, words))
            at++;
        told += at < parts->items[i].end;
    }
    return QCDC_FAULT("listing-places", told >= 2, false);
}

bool listing_leaves_one(const Listing *listing, const Mention *total, size_t count, Choice choice)
{
    const Mention *last = count > 0 ? listing->chosen[choice][count - 1] : NULL;
    for (const Mention *between = last != NULL ? last + 1 : total; between < total; between++)
        if (operand_is_count(between) && between->first_key == total->first_key)
            return QCDC_FAULT("listing-left", true, false);
    return false;
}
