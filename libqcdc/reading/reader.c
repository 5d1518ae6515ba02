/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/operand-private.h"

#include <string.h>

#include "kernel/fault-private.h"

static const struct Finder {
    QcdcStatus (*find)(Reader *reader, QcdcError *error);
} finders[] = {
    {reader_find_ranks}, {reader_find_spans}, {reader_find_plans}, {reader_find_contributions},
    {reader_find_changes}, {reader_find_ratios}, {reader_find_fractions}, {reader_find_shares}, {reader_find_balances}, {reader_find_remainders},
    {reader_find_deductions}, {reader_find_sums}, {reader_find_points}, {reader_find_notes}, {reader_find_averages}, {reader_find_surpluses},
    {reader_find_gathered}, {reader_find_implied}, {reader_find_columns}, {reader_find_lists}, {reader_find_places},
    {reader_find_reached}, {reader_find_pairs}, {reader_find_lines},
    {reader_find_complements}, {reader_find_crosses}, {reader_find_stocks}, {reader_find_dates},
};

QcdcStatus reader_fail_memory(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "the text has more to say than the memory holds", NULL,
                          "read it in parts");
}

static bool keep_figure(Reader *reader, const ClaimFigure *figure)
{
    if (!arena_reserve(&reader->arena, &reader->figures, reader->figure_count, &reader->figure_capacity, sizeof *reader->figures))
        return false;
    reader->figures[reader->figure_count++] = *figure;
    return true;
}

bool reader_keep_figures(Reader *reader, const Draft *draft)
{
    bool kept = true;
    for (size_t i = 0; kept && i < draft->number_count; i++) {
        const DraftNumber *number = &draft->numbers[i];
        kept = keep_figure(reader, &(ClaimFigure){.coefficient = number->value.coefficient,
                                                  .decimals = number->value.decimals,
                                                  .role = number->role,
                                                  .has_value = number->has_value,
                                                  .derived = number->start == number->end,
                                                  .is_old = number->is_old,
                                                  .percent = number->percent,
                                                  .points = number->points,
                                                  .start = number->start,
                                                  .end = number->end});
    }
    for (size_t i = 0; kept && i < draft->expected_count; i++) {
        const DraftExpected *expected = &draft->expected[i];
        kept = keep_figure(reader, &(ClaimFigure){.coefficient = expected->value.coefficient,
                                                  .decimals = expected->value.decimals,
                                                  .role = expected->role,
                                                  .has_value = 1,
                                                  .derived = 1});
    }
    return kept;
}

/* The same words said to be the same thing by two finders are one claim. */
static bool is_kept_already(const Reader *reader, const Draft *draft)
{
    size_t first = reader->claim_count > 8 ? reader->claim_count - 8 : 0;
    for (size_t i = first; i < reader->claim_count; i++) {
        const Claim *claim = &reader->claims[i];
        bool is_same = claim->kind == draft->kind && claim->start == draft->start && claim->end == draft->end &&
                       claim->number_count == draft->number_count;
        for (size_t n = 0; is_same && n < draft->number_count; n++) {
            const ClaimFigure *figure = &reader->figures[claim->first_number + n];
            is_same = figure->role == draft->numbers[n].role && figure->start == draft->numbers[n].start;
        }
        if (is_same)
            return true;
    }
    return false;
}

/* The number by order of the claim that the draft is another reading of, or tells at another place, and 1; 0 if there is none. */
static uint32_t find_first_reading(const Reader *reader, const Draft *draft)
{
    const Claim *last = reader->claims + reader->claim_count - 1;
    if (draft->told_by > 0)
        return draft->told_by;
    if (!draft->is_alternative || reader->claim_count == 0)
        return 0;
    return last->alternative_of > 0 ? last->alternative_of : last->order + 1;
}

static void fill_claim(const Reader *reader, const Draft *draft, Claim *claim)
{
    *claim = (Claim){.start = draft->start,
                     .end = draft->end,
                     .unit_start = draft->unit_start,
                     .unit_end = draft->unit_end,
                     .period = draft->period,
                     .base_period = draft->base_period,
                     .first_number = (uint32_t)reader->figure_count,
                     .alternative_of = find_first_reading(reader, draft),
                     .order = (uint32_t)reader->claim_count,
                     .number_count = (uint8_t)draft->number_count,
                     .expected_count = (uint8_t)draft->expected_count,
                     .kind = draft->kind,
                     .verdict = draft->verdict,
                     .cause = draft->cause,
                     .direction = draft->direction,
                     .mode = draft->mode,
                     .relation = draft->relation,
                     .hedge = draft->hedge,
                     .open_list = draft->open_list,
                     .compares_year = draft->compares_year};
}

/* What was found far away is no evidence unless it fits (R2). */
static bool is_worth_keeping(const Draft *draft)
{
    return draft->kind != QCDC_CLAIM_NONE && draft->end > draft->start && (QCDC_FAULT("reader-far-is-evidence", !draft->is_far, true) || verdict_fits(draft->verdict));
}

QcdcStatus reader_keep(Reader *reader, Draft *draft, bool *out_kept, QcdcError *error)
{
    bool keeps;
    draft_judge(draft);
    keeps = is_worth_keeping(draft) && !is_kept_already(reader, draft);
    if (out_kept != NULL)
        *out_kept = keeps;
    if (!keeps)
        return QCDC_OK;
    if (!arena_reserve(&reader->arena, &reader->claims, reader->claim_count, &reader->claim_capacity, sizeof *reader->claims))
        return reader_fail_memory(error);
    fill_claim(reader, draft, &reader->claims[reader->claim_count]);
    if (!reader_keep_figures(reader, draft))
        return reader_fail_memory(error);
    reader->claim_count++;
    return QCDC_OK;
}

size_t reader_count_sightings(const Reader *reader, uint32_t at)
{
    size_t low = 0, high = reader->sighting_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reader->sightings[middle].start < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t reader_find_reach(const Reader *reader)
{
    return reader->sighting_count > READER_LOOK_BACK ? reader->sighting_count - READER_LOOK_BACK : 0;
}

Mention reader_recall(const Sighting *sighting)
{
    return (Mention){.start = sighting->start,
                     .end = sighting->end,
                     .value = sighting->value,
                     .last_power = sighting->last_power,
                     .hedge = sighting->hedge,
                     .slash = sighting->is_above,
                     .percent = sighting->percent,
                     .noun_key = sighting->noun_key,
                     .first_key = sighting->first_key};
}

/* Puts the scene's figures among the sightings, for the passages that follow. */
static QcdcStatus see_figures(Reader *reader, QcdcError *error)
{
    for (size_t i = 0; i < reader->scene.mention_count && reader->sighting_count < READER_MAX_SIGHTINGS; i++) {
        const Mention *mention = &reader->scene.mentions[i];
        if (mention->kind != MENTION_FIGURE)
            continue;
        if (!arena_reserve(&reader->arena, &reader->sightings, reader->sighting_count, &reader->sighting_capacity,
                           sizeof *reader->sightings))
            return reader_fail_memory(error);
        reader->sightings[reader->sighting_count++] = (Sighting){.value = mention->value,
                                                                 .start = mention->start,
                                                                 .end = mention->end,
                                                                 .noun_key = mention->noun_key,
                                                                 .first_key = mention->first_key,
                                                                 .passage = (uint32_t)reader->passage,
                                                                 .last_power = mention->last_power,
                                                                 .percent = mention->percent,
                                                                 .hedge = mention->hedge,
                                                                 .is_above = mention->slash,
                                                                 .is_level = (reader->taken[i] & (TAKEN_CHANGE | TAKEN_RATE)) == 0,
                                                                 .counts_people = operand_counts_people(&reader->scene, mention)};
    }
    return QCDC_OK;
}

static QcdcStatus clear_taken(Reader *reader, QcdcError *error)
{
    uint8_t *taken = arena_resize(&reader->arena, reader->taken, reader->scene.mention_count + 1, sizeof *taken);
    if (taken == NULL)
        return reader_fail_memory(error);
    memset(taken, 0, reader->scene.mention_count + 1);
    reader->taken = taken;
    return QCDC_OK;
}

static QcdcStatus read_window(Reader *reader, uint32_t start, uint32_t end, QcdcError *error)
{
    const Passage *passage = &reader->script.passages[reader->passage];
    QcdcStatus status = scene_read(&reader->scene, &reader->arena, &reader->script, passage, start, end, error);
    if (status == QCDC_OK)
        status = clear_taken(reader, error);
    for (size_t i = 0; status == QCDC_OK && i < sizeof finders / sizeof finders[0]; i++)
        status = finders[i].find(reader, error);
    if (status == QCDC_OK)
        status = see_figures(reader, error);
    if (status == QCDC_OK && reader->keeps_traces && !traces_add(&reader->traces, &reader->arena, &reader->scene))
        return reader_fail_memory(error);
    return status;
}

QcdcStatus reader_run(Reader *reader, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (reader->passage = 0; status == QCDC_OK && reader->passage < reader->script.passage_count; reader->passage++) {
        const Passage *passage = &reader->script.passages[reader->passage];
        for (uint32_t start = passage->start, end; status == QCDC_OK && start < passage->end; start = end) {
            end = scene_find_window_end(&reader->script, start, passage->end);
            status = read_window(reader, start, end, error);
        }
    }
    return status;
}
