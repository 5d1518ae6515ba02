/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/share-private.h"

/* "Thiệt hại về nhà ở 486 tỷ đồng (20,7%), nông nghiệp 1.014 tỷ đồng (43,2%), …": shares of one sentence whose whole stands far before them.
 * Any figure may be it; that several shares are of the same one is no chance. */
enum {
    BESIDE = 10,     /* mentions before and behind a percent among which others of its kind are looked for */
    MOST_VOTERS = 12,
    LEAST_FINE = 2,  /* so many have to fit where the percents have decimals, */
    LEAST_EVEN = 2,  /* or nothing is left over, */
    LEAST_ROUND = 3, /* and where they have none */
    EVEN_PART = 10   /* a smaller part is even of many */
};

typedef struct Voter {
    QcdcDecimal part, percent;
    bool is_fine;
} Voter;

typedef struct Ballot {
    Voter voters[MOST_VOTERS]; /* the first is the share that is asked about */
    size_t count;
    uint32_t key;
    Mention best;
    size_t most;               /* votes of the best */
    bool is_split;             /* another figure has as many */
} Ballot;

static void add_voter(Ballot *ballot, const Portion *portion)
{
    const Mention *percent = portion->rate.mention;
    if (ballot->count < MOST_VOTERS)
        ballot->voters[ballot->count++] = (Voter){portion->part->value, percent->value, percent->last_power < 0};
}

/* The other shares of the sentence whose parts count the same. */
static void gather(const Reader *reader, const Portion *portion, Ballot *ballot)
{
    const Scene *scene = &reader->scene;
    const Mention *own = portion->rate.mention;
    size_t index = (size_t)(own - scene->mentions), start = scene_find_sentence_start(scene, own->token), end = scene_find_sentence_end(scene, own->token);
    size_t first = index > BESIDE ? index - BESIDE : 0, last = index + BESIDE < scene->mention_count ? index + BESIDE : scene->mention_count;
    add_voter(ballot, portion);
    for (size_t i = first; i < last; i++) {
        const Mention *percent = &scene->mentions[i];
        Portion other;
        if (percent == own || percent->token < start || percent->token >= end || percent->kind != MENTION_FIGURE || !percent->percent || percent->points)
            continue;
        portion_read_part(reader, percent, &other);
        if (other.part != NULL && other.part != portion->part && other.part->first_key == ballot->key && !other.rate.is_other)
            add_voter(ballot, &other);
    }
}

static size_t count_votes(const Ballot *ballot, QcdcDecimal whole, bool *out_is_enough)
{
    size_t votes = 0, fine = 0, even = 0;
    for (size_t i = 0; i < ballot->count; i++) {
        if (!share_rounds_to(ballot->voters[i].part, whole, ballot->voters[i].percent))
            continue;
        votes++;
        fine += ballot->voters[i].is_fine;
        even += ballot->voters[i].part.coefficient >= EVEN_PART && share_is_even(ballot->voters[i].part, whole, ballot->voters[i].percent);
    }
    *out_is_enough = fine >= LEAST_FINE || votes >= LEAST_ROUND || QCDC_FAULT("portion-voted-even", even >= LEAST_EVEN, false);
    return votes;
}

static void ask(Ballot *ballot, const Mention *whole)
{
    bool is_enough;
    if (qcdc_decimal_compare(whole->value, ballot->voters[0].part) <= 0)
        return;
    size_t votes = count_votes(ballot, whole->value, &is_enough);
    if (!is_enough || votes < ballot->most)
        return;
    bool is_same = ballot->most > 0 && qcdc_decimal_compare(ballot->best.value, whole->value) == 0;
    ballot->is_split = votes == ballot->most && (ballot->is_split || !is_same);
    if (votes > ballot->most)
        ballot->best = *whole;
    ballot->most = votes;
}

/* The figures before the shares, of this passage and of those before. */
static void ask_all(const Reader *reader, const Portion *portion, Ballot *ballot)
{
    const Scene *scene = &reader->scene;
    for (const Mention *mention = portion->part; mention > scene->mentions && portion->part - mention < READER_LOOK_BACK;) {
        mention--;
        if (operand_is_count(mention) && mention->first_key == ballot->key && !operand_is_change(reader, mention))
            ask(ballot, mention);
    }
    for (size_t i = reader->sighting_count, least = reader_find_reach(reader); i > least; i--) {
        const Sighting *seen = &reader->sightings[i - 1];
        Mention whole = reader_recall(seen);
        if (!seen->percent && seen->is_level && seen->first_key == ballot->key)
            ask(ballot, &whole);
    }
}

bool portion_find_voted(const Reader *reader, const Portion *portion, Mention *out_whole, bool *out_is_sure)
{
    Ballot ballot = {.key = portion->part->first_key};
    if (ballot.key == 0)
        return false;
    gather(reader, portion, &ballot);
    if (QCDC_FAULT("portion-voted", ballot.count < LEAST_FINE, true))
        return false;
    ask_all(reader, portion, &ballot);
    if (ballot.most == 0 || ballot.is_split)
        return false;
    bool fits = share_rounds_to(ballot.voters[0].part, ballot.best.value, ballot.voters[0].percent);
    *out_is_sure = portion->opening == SIZE_MAX && !portion->rate.names_whole && !fits && ballot.most + 2 > ballot.count;
    *out_whole = ballot.best;
    return true;
}
