/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/listing-private.h"

/* When parts that exceed their total are not told: what "trong đó" opens runs over into what is no part of it. */
enum {
    NEAR = 8 /* tokens from the list's beginning to its only part, at most */
};

/* Whether there are several parts and each of them is more than the total: then they are parts of something else. */
static bool do_all_exceed(const Draft *draft)
{
    const DraftNumber *total = draft_find(draft, QCDC_OPERAND_TOTAL);
    size_t parts = 0;
    for (size_t i = 0; i < draft->number_count; i++) {
        if (draft->numbers[i].role != QCDC_OPERAND_PART)
            continue;
        if (qcdc_decimal_compare(draft->numbers[i].value, total->value) <= 0)
            return false;
        parts++;
    }
    return parts > 1;
}

/* Whether the first piece counts something else: "trong đó 7/16 khoản thu đạt dự toán; kế đến là thu dầu thô 8.097 tỷ đồng". */
static bool begins_apart(const Listing *listing, size_t count)
{
    return count > 0 && listing->parts.items[0].count_count > 0 && listing->chosen[CHOICE_SAME_NOUN][0] == NULL;
}

/* "39 người chết, trong đó có 15 người nước ngoài, và 69 người bị thương": a comma before "và" goes back to the total. */
static bool ends_apart(const Scene *scene, const Listing *listing, size_t count)
{
    size_t at = count > 0 ? listing->parts.items[count - 1].first : 0;
    return at >= 2 && scene_is_cue(scene, at - 1, CUE_AND) && scene_is_mark(scene, at - 2, ',');
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

bool listing_is_doubtful(const Reader *reader, const Listing *listing, size_t count)
{
    if (do_all_exceed(&reader->draft) || QCDC_FAULT("listing-begins-apart", begins_apart(listing, count), false) ||
        QCDC_FAULT("listing-remark", has_remark(listing, count), false))
        return true;
    if (listing->opener != OPENER_OF_WHICH)
        return false;
    if (parts_have_undone(&reader->scene, &listing->parts, count))
        return true;
    return QCDC_FAULT("listing-ends-apart", ends_apart(&reader->scene, listing, count), false) ||
           QCDC_FAULT("listing-lone", is_lone_and_far(reader, listing), false);
}
