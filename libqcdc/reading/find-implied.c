/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* "Đón 30.000 lượt khách, đạt 100% kế hoạch; khách nội địa 28.000 lượt khách, khách quốc tế 2.000 lượt khách": nothing says that the last
 * are the parts of the first, but that they add up. */
enum {
    LEAST_TOTAL = 100, /* small figures add up by chance */
    MOST_PARTS = 12
};

static bool may_be(const Reader *reader, const Mention *mention)
{
    return operand_is_count(mention) && mention->slash == 0 && mention->first_key != 0 && mention->value.decimals == 0 && mention->sign == 0 &&
           !operand_is_taken(reader, mention, TAKEN_CHANGE | TAKEN_PART) && !operand_is_change(reader, mention);
}

/* The figures behind @total in its sentence that count the same, as its parts, until they add up; false if they do not. */
static bool add_parts(Reader *reader, const Mention *total, const Mention **parts, size_t *out_count)
{
    const Scene *scene = &reader->scene;
    size_t end = scene_find_sentence_end(scene, total->token), count = 0;
    int64_t sum = 0;
    for (const Mention *next = total + 1; next < scene->mentions + scene->mention_count && next->token < end && count < MOST_PARTS; next++) {
        if (next - total > READER_LOOK_BACK)
            return false;
        if (next->noun_key != total->noun_key || !may_be(reader, next))
            continue;
        if (next->value.coefficient > total->value.coefficient - sum)
            return false;
        sum += next->value.coefficient;
        parts[count++] = next;
        if (sum == total->value.coefficient) {
            *out_count = count;
            return QCDC_FAULT("implied-two", count >= 2, true);
        }
    }
    return false;
}

/* Its passage is the total alone where something else is told between it and its parts. */
static QcdcStatus keep(Reader *reader, const Mention *total, const Mention *const *parts, size_t count, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    bool is_near = parts[0] == total + 1;
    draft_begin(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS);
    reader->draft.mode = QCDC_PARTS_EXHAUSTIVE;
    operand_add(&reader->draft, QCDC_OPERAND_TOTAL, total, true);
    draft_cover(&reader->draft, total->start, scene->tokens[total->noun_end - 1].end);
    operand_set_unit(&reader->draft, scene, total);
    for (size_t i = 0; i < count; i++) {
        operand_add(&reader->draft, QCDC_OPERAND_PART, parts[i], is_near);
        operand_take(reader, parts[i], TAKEN_PART);
    }
    reader->draft.is_far = 1;
    return reader_keep(reader, &reader->draft, NULL, error);
}

QcdcStatus reader_find_implied(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < scene->mention_count && status == QCDC_OK; i++) {
        const Mention *total = &scene->mentions[i], *parts[MOST_PARTS];
        size_t count = 0;
        bool is_total = may_be(reader, total) && total->value.coefficient >= LEAST_TOTAL;
        if (is_total && add_parts(reader, total, parts, &count))
            status = keep(reader, total, parts, count, error);
    }
    return status;
}
