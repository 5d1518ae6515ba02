/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/share-private.h"

/* "Chi thường xuyên 5.385 tỷ đồng. … chi giáo dục 2.208 tỷ đồng, bằng 41% chi thường xuyên": the words behind the percent are those before its whole. */
enum {
    TOKENS_BEFORE = 8, /* between part and percent */
    LEAST_FINE = 100   /* of a percent without its point, that no slip is found by chance */
};

static bool is_level(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    bool is_plain = mention->slash == 0 && (mention->hedge == QCDC_HEDGE_NONE || mention->hedge == QCDC_HEDGE_ESTIMATE);
    return operand_is_count(mention) && is_plain && !operand_is_taken(reader, mention, TAKEN_CHANGE | TAKEN_RATE) && !operand_is_change(reader, mention) &&
           !operand_is_quotient(scene, mention) && !operand_is_mean(scene, mention);
}

/* The figure right before the percent in its clause, NULL if none stands there. */
static const Mention *find_part(const Reader *reader, const Rate *rate)
{
    const Scene *scene = &reader->scene;
    const Mention *percent = rate->mention, *part = percent > scene->mentions ? percent - 1 : NULL;
    bool is_near = part != NULL && part->token >= scene_find_clause_start(scene, percent->token) && percent->token - mention_get_end(part) <= TOKENS_BEFORE;
    return is_near && part->first_key != 0 && is_level(reader, part) ? part : NULL;
}

static bool fits(Reader *reader, const Portion *portion, const Mention *whole)
{
    share_make_draft(reader, portion, whole);
    bool is_right = operand_fits(&reader->draft) && reader->draft.verdict == QCDC_VERDICT_CONSISTENT;
    if (is_right)
        share_remember_whole(reader, portion, whole);
    return is_right;
}

/* Whether a slip of digits alone explains why a fine share of the only figure that is so named does not fit. */
static bool is_slip(Reader *reader, const Portion *portion, const Mention *whole)
{
    const Mention *percent = portion->rate.mention;
    if (percent->value.coefficient < LEAST_FINE || portion->rate.cue != CUE_SHARE)
        return false;
    share_make_draft(reader, portion, whole);
    draft_judge(&reader->draft);
    bool is_cause = reader->draft.cause == QCDC_CAUSE_SCALE || reader->draft.cause == QCDC_CAUSE_SWAPPED_DIGITS;
    return QCDC_FAULT("share-named-slip", reader->draft.verdict == QCDC_VERDICT_INCONSISTENT && is_cause, false);
}

bool share_find_named(Reader *reader, const Rate *rate)
{
    const Scene *scene = &reader->scene;
    const Mention *part = find_part(reader, rate);
    bool is_plain = rate->open == SIZE_MAX && !rate->is_other && rate->whole == NULL && rate->mention->hedge == QCDC_HEDGE_NONE && (rate->cue == CUE_SHARE || rate->cue == CUE_INDEX || rate->cue == CUE_REACH);
    if (part == NULL || !is_plain)
        return false;
    Portion portion = {.rate = *rate, .part = part, .opening = SIZE_MAX};
    const Mention *only = NULL;
    size_t named = 0;
    for (const Mention *mention = part; mention > scene->mentions && part - mention < READER_LOOK_BACK; mention--) {
        const Mention *whole = mention - 1;
        bool may_be = is_level(reader, whole) && operand_shares_noun(scene, part, whole) && qcdc_decimal_compare(whole->value, part->value) > 0;
        if (!may_be || !portion_is_labelled(scene, &portion, whole))
            continue;
        only = whole;
        named++;
        if (share_is_likely(part->value, whole->value, rate->mention->value) && QCDC_FAULT("share-named-fit", fits(reader, &portion, whole), false))
            return true;
    }
    return named == 1 && is_slip(reader, &portion, only);
}
