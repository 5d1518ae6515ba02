/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/operand-private.h"

enum {
    LEAST_WORTH = 100, /* a smaller figure is the same as another by chance */
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

static size_t find_slot(const Mention *mention)
{
    uint64_t hash = (uint64_t)mention->value.coefficient * UINT64_C(0x9E3779B97F4A7C15) + mention->noun_key;
    hash ^= hash >> 29;
    hash *= UINT64_C(0xBF58476D1CE4E5B9);
    return (size_t)(hash >> 32) % READER_SEEN;
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

QcdcStatus reader_find_crosses(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i < scene->mention_count; i++) {
        const Mention *mention = &scene->mentions[i];
        if (!is_worth_seeing(reader, mention))
            continue;
        SeenFigure now = describe(scene, mention), *slot = &reader->seen_figures[find_slot(mention)];
        bool is_same = slot->end > 0 && slot->start != now.start && qcdc_decimal_compare(slot->value, now.value) == 0 &&
                       QCDC_FAULT("crosses-words", has_same_words(&reader->script, slot, &now), true);
        QcdcStatus status = is_same ? keep_cross(reader, slot, mention, error) : QCDC_OK;
        if (status != QCDC_OK)
            return status;
        *slot = now;
    }
    return QCDC_OK;
}
