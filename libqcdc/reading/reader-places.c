/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/reader-places-private.h"

#include <stdlib.h>
#include <string.h>

/* Places of the script as places of the input; nowhere (0, 0) stays. */
static void locate(const Script *script, uint32_t *start, uint32_t *end)
{
    size_t from, to;
    if (*end <= *start)
        return;
    script_locate(script, *start, *end, &from, &to);
    *start = (uint32_t)from;
    *end = (uint32_t)(to > from ? to : from);
}

/* The first tear after @at, the script's length if there is none. */
static uint32_t find_tear(const Script *script, uint32_t at)
{
    size_t low = 0, high = script->tear_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (script->tears[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < script->tear_count ? script->tears[low] : script->length;
}

/* A claim whose figures all stand before a tear ends there, so that its place is not a whole page. */
static void end_at_tear(const Reader *reader, Claim *claim)
{
    uint32_t last = claim->start, tear;
    for (size_t i = 0; i < claim->number_count; i++) {
        const ClaimFigure *figure = &reader->figures[claim->first_number + i];
        if (figure->start >= claim->start && figure->end <= claim->end && figure->end > last)
            last = figure->end;
    }
    tear = find_tear(&reader->script, last);
    if (tear < claim->end)
        claim->end = tear;
}

static void locate_all(Reader *reader)
{
    for (size_t i = 0; i < reader->claim_count; i++) {
        end_at_tear(reader, &reader->claims[i]);
        locate(&reader->script, &reader->claims[i].start, &reader->claims[i].end);
        locate(&reader->script, &reader->claims[i].unit_start, &reader->claims[i].unit_end);
    }
    for (size_t i = 0; i < reader->figure_count; i++)
        if (!reader->figures[i].is_old)
            locate(&reader->script, &reader->figures[i].start, &reader->figures[i].end);
}

static int compare(uint32_t left, uint32_t right)
{
    return (left > right) - (left < right);
}

static int compare_claims(const void *left, const void *right)
{
    const Claim *a = left, *b = right;
    if (a->start != b->start)
        return compare(a->start, b->start);
    return a->end != b->end ? compare(a->end, b->end) : compare(a->order, b->order);
}

/* By place; alternative_of said the order in which the other reading was kept, and says its number now. */
static QcdcStatus sort_claims(Reader *reader)
{
    uint32_t *numbers = arena_resize(&reader->arena, NULL, reader->claim_count, sizeof *numbers);
    if (numbers == NULL)
        return QCDC_STATUS_MEMORY;
    if (reader->claim_count > 0)
        qsort(reader->claims, reader->claim_count, sizeof *reader->claims, compare_claims);
    for (size_t i = 0; i < reader->claim_count; i++)
        numbers[reader->claims[i].order] = (uint32_t)i;
    for (size_t i = 0; i < reader->claim_count; i++)
        if (reader->claims[i].alternative_of > 0)
            reader->claims[i].alternative_of = 1 + numbers[reader->claims[i].alternative_of - 1];
    arena_release(&reader->arena, numbers);
    return QCDC_OK;
}

/* How far a count of characters and lines has come. */
typedef struct Count {
    const char *text;
    uint32_t at, characters, lines;
} Count;

static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static void count_to(Count *count, uint32_t end)
{
    for (; count->at < end; count->at++) {
        count->characters += begins_character(count->text[count->at]);
        count->lines += count->text[count->at] == '\n';
    }
}

/* Characters before every CLAIMS_STEP-th byte, so that an end may be counted from near. */
static QcdcStatus count_steps(Reader *reader, uint32_t **out_steps)
{
    size_t steps = reader->script.input_length / CLAIMS_STEP + 1;
    uint32_t *counts = arena_resize(&reader->arena, NULL, steps, sizeof *counts);
    Count count = {.text = reader->script.input};
    if (counts == NULL)
        return QCDC_STATUS_MEMORY;
    for (size_t i = 0; i < steps; i++) {
        count_to(&count, (uint32_t)(i * CLAIMS_STEP));
        counts[i] = count.characters;
    }
    *out_steps = counts;
    return QCDC_OK;
}

static uint32_t count_characters(const Reader *reader, const uint32_t *steps, uint32_t end)
{
    Count count = {.text = reader->script.input, .at = end / CLAIMS_STEP * CLAIMS_STEP, .characters = steps[end / CLAIMS_STEP]};
    count_to(&count, end);
    return count.characters;
}

static QcdcStatus count_places(Reader *reader, QcdcClaims *claims)
{
    Count count = {.text = reader->script.input};
    uint32_t *steps;
    QcdcStatus status = count_steps(reader, &steps);
    if (status != QCDC_OK)
        return status;
    claims->places = arena_resize(&reader->arena, NULL, reader->claim_count, 3 * sizeof *claims->places);
    if (claims->places == NULL)
        return QCDC_STATUS_MEMORY;
    for (size_t i = 0; i < reader->claim_count; i++) {
        uint32_t *place = claims->places + 3 * i;
        count_to(&count, reader->claims[i].start);
        place[0] = count.characters;
        place[1] = count_characters(reader, steps, reader->claims[i].end);
        place[2] = count.lines + 1;
    }
    arena_release(&reader->arena, steps);
    return QCDC_OK;
}

static void release_scene(Reader *reader)
{
    Arena *arena = &reader->arena;
    scene_release(&reader->scene, arena);
    arena_release(arena, reader->taken);
    arena_release(arena, reader->sightings);
    arena_release(arena, reader->traces.items);
}

static void release_script(Reader *reader)
{
    arena_release(&reader->arena, reader->script.bytes);
    arena_release(&reader->arena, reader->script.origins);
    arena_release(&reader->arena, reader->script.passages);
    arena_release(&reader->arena, reader->script.tears);
}

QcdcStatus reader_hand_over(Reader *reader, QcdcClaims *claims)
{
    QcdcStatus status;
    release_scene(reader);
    locate_all(reader);
    release_script(reader);
    status = sort_claims(reader);
    if (status == QCDC_OK)
        status = count_places(reader, claims);
    claims->own = reader->own;
    claims->claims = reader->claims;
    claims->claim_count = reader->claim_count;
    claims->figures = reader->figures;
    claims->arena = reader->arena;
    return status;
}
