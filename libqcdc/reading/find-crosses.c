/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/operand-private.h"

enum {
    LEAST_WORTH = 100, /* a smaller figure is the same as another by chance */
    SWAP_WORDS = 4,    /* words of the noun, all of them the same, behind figures that only two digits tell apart */
    SWAP_LEAST = 1000,
    NOUN_WORDS = 4     /* words of the noun that must be the same, or as many as there are, two at least */
};

/* A figure that is worth telling when it comes again: whole, exact, of three digits, with a noun of two words. */
static bool is_worth_seeing(const Reader *reader, const Mention *mention)
{
    bool is_whole = mention->value.decimals == 0 && mention->scale == 0 && mention->value.coefficient >= LEAST_WORTH;
    return operand_is_count(mention) && is_whole && mention->hedge == QCDC_HEDGE_NONE && mention->slash == 0 && mention->noun_end >= mention->noun_first + 2 &&
           !operand_is_change(reader, mention);
}

static SeenFigure describe(const Scene *scene, const Mention *mention)
{
    uint32_t last = mention->noun_first + NOUN_WORDS < mention->noun_end ? mention->noun_first + NOUN_WORDS : mention->noun_end;
    return (SeenFigure){mention->value, mention->start, mention->end, scene->tokens[mention->noun_first].start, scene->tokens[last - 1].end};
}

static uint32_t mix(uint32_t hash, uint32_t value)
{
    hash = (hash ^ value) * UINT32_C(0x9E3779B1);
    return hash ^ hash >> 15;
}

static size_t find_slot(const Mention *mention)
{
    uint32_t hash = mix(mention->noun_key, (uint32_t)mention->value.coefficient);
    return mix(hash, (uint32_t)(mention->value.coefficient >> 32)) % READER_SEEN;
}

/* The slot of all figures that have the same digits in any order. */
static size_t find_digits_slot(const Mention *mention)
{
    uint32_t hash = mention->noun_key, counts[10] = {0};
    for (int64_t rest = mention->value.coefficient; rest > 0; rest /= 10)
        counts[rest % 10]++;
    for (size_t digit = 0; digit < 10; digit++)
        hash = mix(hash, counts[digit]);
    return hash % READER_SEEN;
}

/* Whether two digits that stand side by side changed places, and nothing else. */
static bool are_swapped(int64_t left, int64_t right)
{
    for (int64_t power = 1; power <= left / 10; power *= 10) {
        int64_t low = left / power % 10, high = left / power / 10 % 10;
        if (low != high && left + (low - high) * 9 * power == right)
            return true;
    }
    return false;
}

static bool has_same_words(const Script *script, const SeenFigure *left, const SeenFigure *right)
{
    size_t length = right->noun_end - right->noun_start;
    const char *words = script->bytes + right->noun_start;
    return length == left->noun_end - left->noun_start && qcdc_letters_match(script->bytes + left->noun_start, length, words, length) == length;
}

static QcdcStatus keep_cross(Reader *reader, const SeenFigure *seen, const Mention *mention, QcdcError *error)
{
    Mention first = {.start = seen->start, .end = seen->end, .value = seen->value};
    draft_begin(&reader->draft, QCDC_CLAIM_CROSS);
    operand_add(&reader->draft, QCDC_OPERAND_FIRST, &first, false);
    operand_add(&reader->draft, QCDC_OPERAND_SECOND, mention, true);
    operand_set_unit(&reader->draft, &reader->scene, mention);
    draft_cover(&reader->draft, mention->start, reader->scene.tokens[mention->noun_end - 1].end);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* A long noun, word for word, with a figure of which two digits changed places. */
static bool is_swap(const Reader *reader, const SeenFigure *seen, const SeenFigure *now, const Mention *mention)
{
    return seen->end > 0 && mention->noun_end >= mention->noun_first + SWAP_WORDS && mention->value.coefficient >= SWAP_LEAST &&
           are_swapped(seen->value.coefficient, mention->value.coefficient) && has_same_words(&reader->script, seen, now);
}

static QcdcStatus see_figure(Reader *reader, const Mention *mention, QcdcError *error)
{
    SeenFigure now = describe(&reader->scene, mention), *slot = &reader->seen_figures[find_slot(mention)], *digits = &reader->seen_digits[find_digits_slot(mention)];
    bool is_same = slot->end > 0 && slot->start != now.start && qcdc_decimal_compare(slot->value, now.value) == 0 &&
                   QCDC_FAULT("crosses-words", has_same_words(&reader->script, slot, &now), true);
    QcdcStatus status = is_same ? keep_cross(reader, slot, mention, error) : QCDC_OK;
    if (status == QCDC_OK && !is_same && is_swap(reader, digits, &now, mention))
        status = keep_cross(reader, digits, mention, error);
    *slot = *digits = now;
    return status;
}

QcdcStatus reader_find_crosses(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < scene->mention_count && status == QCDC_OK; i++) {
        if (is_worth_seeing(reader, &scene->mentions[i]))
            status = see_figure(reader, &scene->mentions[i], error);
    }
    return status;
}
