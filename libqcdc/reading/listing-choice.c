/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/listing-private.h"
#include "reading/numeral-private.h"

static const Mention *choose_figure(const Scene *scene, const Part *part, const Mention *total, Choice choice)
{
    if (choice == CHOICE_FIRST) {
        bool is_free = !part->is_aside && part->count_count > 0;
        bool is_measured = total->scale > 0 || total->is_measure; /* projects are no part of an amount */
        return is_free && (!QCDC_FAULT("sums-measured", is_measured, false) || operand_shares_noun(scene, part->counts[0], total)) ? part->counts[0] : NULL;
    }
    for (size_t i = 0; i < part->count_count; i++) {
        if (QCDC_FAULT("sums-noun", operand_shares_noun(scene, part->counts[i], total), true) && (part->counts[i]->first_key != 0 || !part->is_aside))
            return part->counts[i];
    }
    return NULL;
}

Mention listing_make_part(const Mention *total, const Mention *figure)
{
    Mention part = *figure;
    bool is_bare = total->scale > 0 && figure->scale == 0 && figure->noun_end <= figure->noun_first;
    bool is_scaled = QCDC_FAULT("sums-bare", is_bare, false) && numeral_scale(&part.value, total->scale) && qcdc_decimal_compare(part.value, total->value) <= 0;
    if (!is_scaled)
        part.value = figure->value; /* "4 triệu sinh viên, trong đó Úc (600.000)" */
    if (is_scaled) {
        part.scale = total->scale;
        part.last_power = (int8_t)(part.last_power + total->scale);
        part.has_other = 0;
    }
    return part;
}

/* Adds up what the pieces give, so that each end that the list may have costs one subtraction. */
static void add_up(Listing *listing, const Mention *total, Choice choice)
{
    QcdcDecimal *sums = listing->sums[choice];
    size_t i = 0;
    sums[0] = (QcdcDecimal){0};
    for (; i < listing->parts.count; i++) {
        const Mention *figure = listing->chosen[choice][i];
        sums[i + 1] = sums[i];
        if (figure != NULL && qcdc_decimal_add(sums[i], listing_make_part(total, figure).value, &sums[i + 1], NULL) != QCDC_OK)
            break;
    }
    listing->sum_counts[choice] = i;
}

void listing_choose(const Reader *reader, Listing *listing, const Mention *total)
{
    for (size_t i = 0; i < listing->parts.count; i++) {
        const Part *part = &listing->parts.items[i];
        for (int choice = 0; choice < 2; choice++) {
            const Mention *figure = choose_figure(&reader->scene, part, total, (Choice)choice);
            bool is_free = figure != NULL && figure != total && !operand_is_taken(reader, figure, TAKEN_PART);
            listing->chosen[choice][i] = is_free ? figure : NULL;
        }
    }
}

void listing_prepare(const Reader *reader, Listing *listing, const Mention *total)
{
    listing_choose(reader, listing, total);
    add_up(listing, total, CHOICE_SAME_NOUN);
    add_up(listing, total, CHOICE_FIRST);
}
