/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/listing-private.h"

/* "Kiểm tra 120 cuộc, giám sát 45 cuộc; trong đó cấp tỉnh kiểm tra 20 cuộc, giám sát 5 cuộc": several totals of one noun, and of each of them a
 * part. A part is of the total whose words before it it repeats: one claim a piece. */
enum {
    LEAD_WORDS = 16, /* words before a figure that are compared */
    LEAD_REACH = 30, /* tokens before it in which they stand */
    MOST_PARTS = 8,
    RUN_WEIGHT = 32  /* a longer run of the same words counts more than any number of single ones */
};

/* The words before a figure, the nearest first. */
typedef struct Lead {
    uint32_t words[LEAD_WORDS];
    size_t count;
} Lead;

/* A total that a part may be of, with the words before it and those of its noun but the first. */
typedef struct Candidate {
    const Mention *total;
    Lead lead, tail;
    bool is_seen; /* in a passage before */
} Candidate;

static bool is_word(const Scene *scene, size_t at)
{
    static const char *const joins[] = {"được", "là", "có", "đã", "các", "của", "trong", NULL};
    const Token *token = &scene->tokens[at];
    return (token->kind == TOKEN_WORD || (token->kind == TOKEN_CUE && token->cue != CUE_HEDGE && token->cue != CUE_AND)) && !scene_is_one_of(scene, at, joins);
}

static void add_word(Lead *lead, uint32_t hash)
{
    if (lead->count < LEAD_WORDS)
        lead->words[lead->count++] = hash;
}

/* The words before the figure at @token, from @least on, back to another figure, ";", ":" or a bracket. */
static Lead read_lead(const Scene *scene, size_t least, size_t token)
{
    Lead lead = {.count = 0};
    size_t reach = token > LEAD_REACH ? token - LEAD_REACH : 0;
    for (size_t at = token; at > least && at > reach; at--) {
        const Token *before = &scene->tokens[at - 1];
        bool is_end = before->kind == TOKEN_NUMBER || before->kind == TOKEN_PERIOD ||
                      (before->kind == TOKEN_MARK && before->mark != ',' && before->mark != '-' && before->mark != '"');
        if (is_end)
            break;
        if (is_word(scene, at - 1))
            add_word(&lead, scene_hash_token(scene, before));
    }
    return lead;
}

static Lead read_tail(const Scene *scene, const Mention *mention)
{
    Lead tail = {.count = 0};
    for (size_t at = mention->noun_first + 1; at < mention->noun_end; at++)
        add_word(&tail, scene_hash_token(scene, &scene->tokens[at]));
    return tail;
}

/* How much of the one is in the other: the longest run of words, then how many. */
static size_t compare(const Lead *left, const Lead *right)
{
    size_t runs[LEAD_WORDS + 1] = {0}, longest = 0, shared = 0;
    for (size_t i = 0; i < left->count; i++) {
        bool is_shared = false;
        for (size_t j = right->count; j > 0; j--) {
            bool is_same = left->words[i] == right->words[j - 1];
            runs[j] = is_same ? runs[j - 1] + 1 : 0;
            longest = runs[j] > longest ? runs[j] : longest;
            is_shared = is_shared || is_same;
        }
        shared += is_shared;
    }
    return longest * RUN_WEIGHT + shared;
}

/* The figure said in an earlier passage that begins at the byte @start, NULL if it is not remembered. */
static const SaidFigure *find_said(const Reader *reader, uint32_t start)
{
    uint32_t high = reader->said_count, low = high >= READER_SAID ? high - READER_SAID + 1 : 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (reader->said[middle % READER_SAID].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    const SaidFigure *said = low > 0 ? &reader->said[low % READER_SAID] : NULL;
    return said != NULL && said->start == start ? said : NULL;
}

/* The figure that a footnote's mark is behind: what the note tells of parts may be of it too. */
static bool add_seen(const Reader *reader, const Mention *like, Mention *seen, Candidate *candidate)
{
    uint32_t mark = reader->scene.passage->mark;
    size_t before = mark > 0 ? reader_count_sightings(reader, mark) : 0;
    const Sighting *sighting = before > 0 ? &reader->sightings[before - 1] : NULL;
    const SaidFigure *said = sighting != NULL && !sighting->percent && sighting->first_key == like->first_key ? find_said(reader, sighting->start) : NULL;
    if (said == NULL)
        return false;
    *seen = reader_recall(sighting);
    *candidate = (Candidate){.total = seen, .is_seen = true};
    for (size_t i = 0; i < said->around.before_count; i++)
        add_word(&candidate->lead, said->around.before[i]);
    for (size_t i = 1; i < said->around.behind_count; i++)
        add_word(&candidate->tail, said->around.behind[i]);
    return true;
}

static size_t gather(const Reader *reader, const Listing *listing, const Mention *like, Mention *seen, Candidate *candidates)
{
    size_t count = 0;
    for (size_t i = 0; i < listing->total_count && !listing->is_seen; i++) {
        const Mention *total = listing->totals[i];
        if (total->first_key == like->first_key)
            candidates[count++] = (Candidate){.total = total, .lead = read_lead(&reader->scene, 0, total->token), .tail = read_tail(&reader->scene, total)};
    }
    count += add_seen(reader, like, seen, &candidates[count]);
    return count;
}

/* The candidate that the part repeats most of, NULL if it repeats nothing, or as much of two. */
static const Candidate *choose(const Candidate *candidates, size_t count, const Lead *lead, const Lead *tail)
{
    const Candidate *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        size_t score = compare(&candidates[i].lead, lead) + compare(&candidates[i].tail, tail);
        if (score == most)
            best = NULL;
        if (score > most) {
            best = &candidates[i];
            most = score;
        }
    }
    return best;
}

static QcdcStatus keep(Reader *reader, const Listing *listing, const Candidate *of, const Mention *part, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    bool is_near = !of->is_seen && !listing->is_far;
    draft_begin(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS);
    reader->draft.mode = QCDC_PARTS_SUBSET;
    reader->draft.is_far = 1;
    operand_add(&reader->draft, QCDC_OPERAND_TOTAL, of->total, is_near);
    operand_set_unit(&reader->draft, scene, part);
    operand_add(&reader->draft, QCDC_OPERAND_PART, part, true);
    size_t label = operand_find_label(scene, part->token);
    if (!is_near)
        draft_cover(&reader->draft, scene->tokens[label > listing->from ? label : listing->from].start, scene->tokens[mention_get_end(part) - 1].end);
    operand_take(reader, part, TAKEN_PART);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* The figure of a piece that counts what @like counts; NULL if it gives none. */
static const Mention *get_figure(const Part *part, const Mention *like)
{
    for (size_t i = 0; i < part->count_count && !part->is_aside; i++)
        if (part->counts[i]->first_key != 0 && (like == NULL || part->counts[i]->first_key == like->first_key))
            return part->counts[i];
    return NULL;
}

/* Chooses the total of each part; false if one has none, or more than another has the same. */
static bool choose_all(const Reader *reader, const Listing *listing, const Candidate *candidates, size_t candidate_count, const Mention **parts,
                       const Candidate **chosen, size_t *out_count)
{
    size_t count = 0;
    for (size_t i = 0; i < listing->parts.count; i++) {
        const Part *part = &listing->parts.items[i];
        const Mention *figure = get_figure(part, candidates[0].total);
        if (figure == NULL)
            continue;
        if (count == MOST_PARTS || operand_is_taken(reader, figure, TAKEN_PART))
            return false;
        Lead lead = read_lead(&reader->scene, part->first, figure->token), tail = read_tail(&reader->scene, figure);
        chosen[count] = choose(candidates, candidate_count, &lead, &tail);
        for (size_t n = 0; n < count && chosen[count] != NULL; n++)
            if (chosen[n]->total == chosen[count]->total)
                return false;
        if (chosen[count] == NULL || qcdc_decimal_compare(figure->value, chosen[count]->total->value) > 0)
            return false;
        parts[count++] = figure;
    }
    *out_count = count;
    return count >= 2;
}

/* @total and the figures of its noun before it in its sentence, told by their nouns alone: the noun of one is the lead of the next. */
static size_t gather_beside(const Scene *scene, const Mention *total, Candidate *candidates)
{
    size_t count = 0, start = scene_find_sentence_start(scene, total->token);
    for (const Mention *mention = total; total - mention < LISTING_TOTALS && mention->token >= start; mention--) {
        if (operand_is_count(mention) && mention->first_key == total->first_key)
            candidates[count++] = (Candidate){.total = mention, .tail = read_tail(scene, mention)};
        if (mention == scene->mentions)
            break;
    }
    return count;
}

bool listing_names_others(const Reader *reader, const Listing *listing, const Mention *total)
{
    Candidate candidates[LISTING_TOTALS];
    size_t count = total->first_key != 0 && !listing->is_seen ? gather_beside(&reader->scene, total, candidates) : 0;
    for (size_t i = 0; i < listing->parts.count && count > 1; i++) {
        const Part *part = &listing->parts.items[i];
        const Mention *figure = part->count_count > 0 && !part->is_aside ? part->counts[0] : NULL;
        if (figure == NULL)
            continue;
        Lead lead = read_lead(&reader->scene, part->first, figure->token), none = {.count = 0};
        const Candidate *named = choose(candidates, count, &none, &lead);
        if (named != NULL && named->total != total)
            return QCDC_FAULT("listing-named", true, false);
    }
    return false;
}

QcdcStatus listing_find_parallel(Reader *reader, const Listing *listing, uint32_t *settled, size_t *settled_count, QcdcError *error)
{
    Mention seen;
    Candidate candidates[LISTING_TOTALS + 1];
    const Candidate *chosen[MOST_PARTS];
    const Mention *parts[MOST_PARTS], *first = listing->parts.count > 0 ? get_figure(&listing->parts.items[0], NULL) : NULL;
    QcdcStatus status = QCDC_OK;
    size_t count = 0;
    if (listing->opener != OPENER_OF_WHICH || first == NULL)
        return QCDC_OK;
    size_t candidate_count = gather(reader, listing, first, &seen, candidates);
    if (candidate_count < 2 || !choose_all(reader, listing, candidates, candidate_count, parts, chosen, &count))
        return QCDC_OK;
    settled[(*settled_count)++] = first->first_key;
    for (size_t i = 0; i < count && status == QCDC_OK; i++)
        status = keep(reader, listing, chosen[i], parts[i], error);
    return status;
}
