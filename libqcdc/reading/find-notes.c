/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/parts-private.h"

/* A footnote and the sentence of the body that its mark stands in: the note tells the parts of the figure that the mark is glued to, or the total
 * of those before it. Nothing says so but that they add up. */
enum {
    MOST_PARTS = 12,
    GLUED_BYTES = 64,    /* between a figure and the mark, with its noun */
    SENTENCE_BYTES = 600, /* looked back over for the beginning of the mark's sentence */
    LABEL_REACH = 4,     /* tokens of a note before the word that tells of a total, */
    TOTAL_REACH = 16     /* and behind it up to the figure */
};

/* The first byte of the sentence that ends before @at. */
static uint32_t find_sentence_start(const Script *script, uint32_t at)
{
    uint32_t least = at > SENTENCE_BYTES ? at - SENTENCE_BYTES : 0;
    while (at > least && script->bytes[at - 1] != '\n' && !(script->bytes[at - 1] == ' ' && at > least + 1 && script->bytes[at - 2] == '.'))
        at--;
    return at;
}

/* Whether the mark at @mark is glued to the figure: only its noun stands between. */
static bool is_glued(const Script *script, const Sighting *figure, uint32_t mark)
{
    if (mark - figure->end > GLUED_BYTES)
        return false;
    for (uint32_t at = figure->end; at < mark; at++) {
        char byte = script->bytes[at];
        if (byte == '.' || byte == ',' || byte == ';' || byte == ':' || byte == '(' || byte == ')' || byte == '\n')
            return false;
    }
    return true;
}

static bool is_whole_count(const Sighting *figure)
{
    return !figure->percent && figure->is_above != 2 && figure->first_key != 0 && figure->value.decimals == 0 && figure->value.coefficient > 0;
}

/* "Nâng tổng số đơn vị … lên 51": the total that the first sentence of a note tells of. */
static const Mention *find_total(const Scene *scene)
{
    static const char *const words[] = {"nâng tổng số", "đưa tổng số", "tổng cộng", "tổng số", "cộng"};
    for (size_t at = 0; at < scene->token_count && at < LABEL_REACH; at++) {
        if (!operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]))
            continue;
        size_t end = scene_find_sentence_end(scene, at);
        const Mention *total = scene_find_next_figure(scene, at + 1, end < at + TOTAL_REACH ? end : at + TOTAL_REACH);
        bool is_whole = operand_is_count(total) && total->slash != 2 && total->value.decimals == 0;
        return is_whole ? total : NULL;
    }
    return NULL;
}

/* The last figures before the mark in its sentence that count the same and add up to @total, the last one first; how many, 0 if they do not. */
static size_t find_parts(const Reader *reader, const Mention *total, uint32_t mark, const Sighting **parts)
{
    size_t last = reader_count_sightings(reader, mark), count = 0;
    uint32_t start = find_sentence_start(&reader->script, mark);
    int64_t rest = total->value.coefficient;
    for (size_t i = last; i > 0 && count < MOST_PARTS && reader->sightings[i - 1].start >= start; i--) {
        const Sighting *figure = &reader->sightings[i - 1];
        if (!is_whole_count(figure) || (count > 0 && figure->first_key != parts[0]->first_key))
            continue;
        if (figure->value.coefficient > rest)
            return 0;
        rest -= figure->value.coefficient;
        parts[count++] = figure;
        if (rest == 0)
            return count >= 2 ? count : 0;
    }
    return 0;
}

static QcdcStatus find_total_of_body(Reader *reader, QcdcError *error)
{
    const Mention *total = find_total(&reader->scene);
    const Sighting *parts[MOST_PARTS];
    size_t count = total != NULL ? find_parts(reader, total, reader->scene.passage->mark, parts) : 0;
    if (count == 0)
        return QCDC_OK;
    operand_begin_sum(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS, total, false);
    operand_set_unit(&reader->draft, &reader->scene, total);
    for (; count > 0; count--) {
        Mention part = reader_recall(parts[count - 1]);
        operand_add(&reader->draft, QCDC_OPERAND_PART, &part, true);
    }
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* The first figure of a piece that counts what @total counts and is no part yet. */
static const Mention *choose_figure(const Reader *reader, const Part *part, const Mention *total)
{
    for (size_t i = 0; i < part->count_count && !part->is_aside; i++) {
        const Mention *figure = part->counts[i];
        if (figure->first_key == total->first_key && !operand_is_taken(reader, figure, TAKEN_PART))
            return figure;
    }
    return NULL;
}

static QcdcStatus find_parts_of_body(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    size_t last = reader_count_sightings(reader, scene->passage->mark), count = 0;
    const Sighting *glued = last > 0 ? &reader->sightings[last - 1] : NULL;
    Parts parts;
    if (glued == NULL || !is_whole_count(glued) || !is_glued(&reader->script, glued, scene->passage->mark))
        return QCDC_OK;
    Mention total = reader_recall(glued);
    parts_read(reader, 0, scene_find_sentence_end(scene, 0), MOST_PARTS, &parts);
    operand_begin_sum(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS, &total, false);
    for (size_t i = 0; i < parts.count; i++) {
        const Mention *figure = choose_figure(reader, &parts.items[i], &total);
        if (figure != NULL && operand_add(&reader->draft, QCDC_OPERAND_PART, figure, true) && count++ == 0)
            operand_set_unit(&reader->draft, scene, figure);
    }
    return count >= 2 ? reader_keep(reader, &reader->draft, NULL, error) : QCDC_OK;
}

QcdcStatus reader_find_notes(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    if (scene->passage->mark == 0 || scene->token_count == 0 || scene->start != scene->passage->start)
        return QCDC_OK;
    QcdcStatus status = find_total_of_body(reader, error);
    return status == QCDC_OK ? find_parts_of_body(reader, error) : status;
}
