/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/trace-private.h"

#include <stdlib.h>
#include <string.h>

#include "kernel/fault-private.h"

/* Words that tell of a change come and go from year to year. */
static bool tells_change(const Token *token)
{
    return token->kind == TOKEN_CUE && (token->cue == CUE_UP || token->cue == CUE_DOWN || token->cue == CUE_HIGHER || token->cue == CUE_LOWER ||
                                        token->cue == CUE_UNCHANGED || token->cue == CUE_COMPARED || token->cue == CUE_SAME_PERIOD ||
                                        token->cue == CUE_BEFORE || token->cue == CUE_HEDGE);
}

static bool is_word(const Token *token)
{
    return (token->kind == TOKEN_WORD || token->kind == TOKEN_CUE) && !tells_change(token);
}

static void take_words_before(Trace *trace, const Scene *scene, size_t token)
{
    size_t first = scene_find_sentence_start(scene, token);
    for (size_t at = token; at > first && trace->before_count < TRACE_BEFORE; at--)
        if (is_word(&scene->tokens[at - 1]))
            trace->before[trace->before_count++] = scene_hash_token(scene, &scene->tokens[at - 1]);
}

static void take_words_behind(Trace *trace, const Scene *scene, const Mention *mention)
{
    for (size_t at = mention->noun_first; at < mention->noun_end && trace->behind_count < TRACE_BEHIND; at++)
        if (is_word(&scene->tokens[at]))
            trace->behind[trace->behind_count++] = scene_hash_token(scene, &scene->tokens[at]);
}

static Trace make_trace(const Scene *scene, const Mention *mention)
{
    Trace trace = {.noun_key = mention->noun_key, .first_key = mention->first_key, .is_level = 1};
    trace.number = (DraftNumber){.has_value = 1,
                                 .percent = mention->percent,
                                 .points = mention->points,
                                 .hedge = mention->hedge,
                                 .last_power = mention->last_power,
                                 .is_measure = mention->is_measure,
                                 .value = mention->value,
                                 .start = mention->start,
                                 .end = mention->end};
    take_words_before(&trace, scene, mention->token);
    take_words_behind(&trace, scene, mention);
    return trace;
}

bool traces_add(Traces *traces, Arena *arena, const Scene *scene)
{
    for (size_t i = 0; i < scene->mention_count && traces->count < TRACE_MOST; i++) {
        if (scene->mentions[i].kind != MENTION_FIGURE)
            continue;
        if (!arena_reserve(arena, &traces->items, traces->count, &traces->capacity, sizeof *traces->items))
            return false;
        traces->items[traces->count++] = make_trace(scene, &scene->mentions[i]);
    }
    return true;
}

Trace *traces_find(const Traces *traces, uint32_t start)
{
    size_t low = 0, high = traces->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (traces->items[middle].number.start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < traces->count && traces->items[low].number.start == start ? &traces->items[low] : NULL;
}

static int compare_nouns(const Trace *a, const Trace *b)
{
    if (a->noun_key != b->noun_key)
        return (a->noun_key > b->noun_key) - (a->noun_key < b->noun_key);
    return (a->number.percent > b->number.percent) - (a->number.percent < b->number.percent);
}

static int compare_traces(const void *left, const void *right)
{
    const Trace *a = left, *b = right;
    int order = compare_nouns(a, b);
    return order != 0 ? order : (a->number.start > b->number.start) - (a->number.start < b->number.start);
}

void traces_sort(Traces *traces)
{
    if (traces->count > 0)
        qsort(traces->items, traces->count, sizeof *traces->items, compare_traces);
}

const Trace *traces_find_noun(const Traces *traces, const Trace *like, size_t most, size_t *out_count)
{
    size_t low = 0, high = traces->count, end;
    *out_count = 0;
    if (high == 0)
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_nouns(&traces->items[middle], like) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (end = low; end < traces->count && end - low < most && compare_nouns(&traces->items[end], like) == 0;)
        end++;
    *out_count = end - low;
    return traces->items + low;
}

/* The longest run of words, others left out, that both have in the same order. */
static unsigned count_common(const uint32_t *left, unsigned left_count, const uint32_t *right, unsigned right_count)
{
    unsigned best[TRACE_BEFORE + 1] = {0};
    for (unsigned i = 0; i < left_count; i++) {
        unsigned diagonal = 0;
        for (unsigned j = 0; j < right_count; j++) {
            unsigned above = best[j + 1];
            if (left[i] == right[j])
                best[j + 1] = diagonal + 1;
            else if (best[j] > above)
                best[j + 1] = best[j];
            diagonal = above;
        }
    }
    return best[right_count];
}

/* The words that stand right before both. */
static unsigned count_nearest(const Trace *left, const Trace *right)
{
    unsigned count = 0;
    while (count < left->before_count && count < right->before_count && left->before[count] == right->before[count])
        count++;
    return count;
}

unsigned trace_compare(const Trace *left, const Trace *right)
{
    return 2 * count_nearest(left, right) +
           count_common(left->before, left->before_count, right->before, right->before_count) +
           count_common(left->behind, left->behind_count, right->behind, right->behind_count);
}
