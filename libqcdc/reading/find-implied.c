/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/listing-private.h"

/* Sums that nothing opens: "Đón 30.000 lượt khách; khách nội địa 28.000 lượt khách, khách quốc tế 2.000 lượt khách". That they add up says
 * that the last are the parts of the first, and nothing else does: no sum that misses is told. */
enum {
    MOST_PARTS = 12,
    MOST_SUMS = 3,    /* divisions of one total: by cause, by place, by kind of road */
    WAYS = 3,         /* of reading on from a total: brackets stepped over, entered, people under other names */
    SENTENCES = 3,    /* its own, and those behind it where its parts may stand */
    REACH = 400,      /* tokens behind a total */
    LEAST = 20,       /* a total or a part without its point and the zeros at its end; smaller ones add up by chance, */
    LEAST_TWO = 100,  /* and of two parts that stand elsewhere those below this */
    LEAST_APART = 1000, /* and of two that begin a sentence of their own */
    LEAST_FORMS = 3,  /* parts that count something else than their total, */
    LEAST_OF_FORMS = 100, /* and what their total is at least */
    BESIDE_REACH = 40, /* bytes between a total and its first part, brackets left out, over which the two stand together, */
    SHOWN_REACH = 80   /* and over which the passage goes */
};

/* Parts that are being added up. */
typedef struct Run {
    const Mention *total;
    const Mention *parts[MOST_PARTS];
    size_t count;
    size_t end;       /* the token behind the total's sentence */
    bool is_entering; /* brackets are entered, else stepped over */
    bool is_wide;     /* people under other names count too: "26 đối tượng", "18 bị can" */
    bool is_apart;    /* begins behind the total's sentence */
} Run;

/* Whether both count the same, and stand on the same side of a line; turns ("lượt") have to be turns of the same. */
static bool is_like(const Scene *scene, const Mention *total, const Mention *part)
{
    bool is_bare = total->noun_key == total->first_key || part->noun_key == part->first_key;
    bool are_same_turns = total->noun_key == part->noun_key || is_bare || !scene_has_words(scene, part->noun_first, "lượt");
    return total->first_key == part->first_key && are_same_turns && (total->slash == 2) == (part->slash == 2);
}

/* "344 đối tượng … khởi tố 251 bị can, xử lý 36 đối tượng": people who are named by how far their case has come. */
static bool counts_accused(const Scene *scene, const Mention *mention)
{
    static const char *const nouns[] = {"đối tượng", "bị can", "bị cáo", "nghi can", "nghi phạm", "người", "tên"};
    return mention->noun_end > mention->noun_first && operand_says_any(scene, mention->noun_first, mention->noun_first + 1, nouns, sizeof nouns / sizeof nouns[0]);
}

/* No "bị can" is all of the "đối tượng". */
static bool counts_all_accused(const Scene *scene, const Mention *total)
{
    static const char *const all[] = {"đối tượng", "người"};
    size_t at = total->noun_first;
    return total->noun_end > at && operand_says_any(scene, at, at + 1, all, sizeof all / sizeof all[0]);
}

static bool may_be_part(const Scene *scene, const Run *run, const Mention *part)
{
    if (is_like(scene, run->total, part))
        return true;
    return run->is_wide && run->total->slash == part->slash && counts_accused(scene, part);
}

/* Whether the parts go on from the total, a bracket or a few words between. */
static bool is_adjacent(const Scene *scene, const Run *run, size_t reach)
{
    size_t length = 0, first = run->parts[0]->token;
    for (size_t at = operand_find_noun_end(scene, run->total), next; at < first && length <= reach; at = next) {
        next = operand_step(scene, at);
        length += next == at + 1 ? scene->tokens[at].end - scene->tokens[at].start + 1 : 0;
    }
    return length <= reach;
}

/* Whether what adds up is no chance. */
static bool is_enough(const Scene *scene, const Run *run)
{
    int64_t digits = operand_strip_zeros(run->total->value);
    for (size_t i = 0; i < run->count; i++) /* 28.000 and 2.000 are 30.000 by less chance than 20.000 and 10.000 */
        digits = operand_raise_digits(digits, run->parts[i]->value);
    bool is_far = run->is_apart || run->parts[run->count - 1]->token >= run->end;
    bool is_beside = !is_far && run->total->value.coefficient >= LEAST_TWO && is_adjacent(scene, run, BESIDE_REACH); /* "500 suất: 300 suất …, 200 suất …" */
    if (!QCDC_FAULT("implied-two", run->count >= 2, true))
        return false;
    int64_t least = run->is_apart ? LEAST_APART : is_far || run->total->is_measure ? LEAST_TWO : LEAST;
    return is_beside || digits >= (run->count > 2 ? LEAST : least);
}

/* "giải quyết 66 đơn, còn 11 đơn" has been told as what was done and what is left. */
static bool is_balance(const Reader *reader, const Run *run)
{
    return run->count == 2 && operand_is_taken(reader, run->parts[0], TAKEN_BALANCE) && operand_is_taken(reader, run->parts[1], TAKEN_BALANCE);
}

/* Adds up the figures from the token @at on that count what the total counts; true when they are all of it. */
static bool add_up(const Reader *reader, Run *run, size_t at, size_t limit)
{
    const Scene *scene = &reader->scene;
    QcdcDecimal sum = {0};
    run->count = 0;
    for (; at < limit && run->count < MOST_PARTS; at = run->is_entering ? at + 1 : operand_step(scene, at)) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? operand_get_count(scene, at) : NULL;
        if (mention == NULL || mention->value.coefficient == 0 || !may_be_part(scene, run, mention) || !operand_may_add_up(reader, mention))
            continue;
        if (qcdc_decimal_add(sum, mention->value, &sum, NULL) != QCDC_OK || qcdc_decimal_compare(sum, run->total->value) > 0)
            return false;
        run->parts[run->count++] = mention;
        if (qcdc_decimal_compare(sum, run->total->value) == 0)
            return is_enough(scene, run) && !is_balance(reader, run);
    }
    return false;
}

/* The next parts of the total: from its noun on, or from where one of the next sentences begins. */
static bool find_parts(const Reader *reader, Run *run)
{
    const Scene *scene = &reader->scene;
    size_t from = operand_find_noun_end(scene, run->total), limit = from, start = from;
    int ways = counts_all_accused(scene, run->total) ? WAYS : WAYS - 1;
    run->end = scene_find_sentence_end(scene, run->total->token);
    for (int i = 0; i < SENTENCES && limit < scene->token_count && limit < from + REACH; i++)
        limit = scene_find_sentence_end(scene, limit);
    limit = limit < from + REACH ? limit : from + REACH;
    for (int i = 0; i < SENTENCES && start < limit; i++, start = scene_find_sentence_end(scene, start)) {
        run->is_apart = i > 0;
        for (int way = 0; way < ways; way++) {
            run->is_entering = way == 1;
            run->is_wide = way == 2;
            if (add_up(reader, run, start, limit))
                return true;
        }
    }
    return false;
}

bool reader_adds_up(const Reader *reader, const Mention *total)
{
    Run run = {.total = total};
    return total->value.coefficient >= LEAST && operand_may_add_up(reader, total) && find_parts(reader, &run);
}

/* Its passage: total and parts where they stand together; where something else is told between, in its sentence the total, else the parts. */
static QcdcStatus keep(Reader *reader, const Run *run, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *total = run->total;
    bool is_near = is_adjacent(scene, run, SHOWN_REACH), is_here = is_near || run->parts[0]->token < run->end;
    operand_begin_sum(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS, total, is_here);
    if (is_here)
        draft_cover(&reader->draft, total->start, scene->tokens[total->noun_end - 1].end);
    operand_set_unit(&reader->draft, scene, total);
    for (size_t i = 0; i < run->count; i++) {
        operand_add(&reader->draft, QCDC_OPERAND_PART, run->parts[i], is_near || !is_here);
        operand_take(reader, run->parts[i], TAKEN_PART);
    }
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* The lines over the same figure that follow one another, "18/93 ý kiến đã giải quyết; 37/93 ý kiến được giải trình; 38/93 …", until those
 * above are all of it. */
static bool add_up_lines(const Reader *reader, Run *run)
{
    const Scene *scene = &reader->scene;
    const Mention *all = scene->mentions + scene->mention_count;
    QcdcDecimal sum = {0};
    run->count = 0;
    for (const Mention *below = run->total; below < all && below->token < run->total->token + REACH && run->count < MOST_PARTS; below++) {
        if (below->slash == 0 || below->slash == 1)
            continue;
        if (qcdc_decimal_compare(below->value, run->total->value) != 0 || !is_like(scene, run->total, below))
            return false;
        if (operand_is_taken(reader, below - 1, TAKEN_PART) || qcdc_decimal_add(sum, below[-1].value, &sum, NULL) != QCDC_OK)
            return false;
        run->parts[run->count++] = below - 1;
        if (qcdc_decimal_compare(sum, run->total->value) >= 0)
            return run->count > 1 && operand_strip_zeros(run->total->value) >= LEAST && qcdc_decimal_compare(sum, run->total->value) == 0;
    }
    return false;
}

static QcdcStatus keep_lines(Reader *reader, const Run *run, QcdcError *error)
{
    draft_begin(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS);
    reader->draft.mode = QCDC_PARTS_EXHAUSTIVE;
    operand_add(&reader->draft, QCDC_OPERAND_TOTAL, run->total, true);
    operand_set_unit(&reader->draft, &reader->scene, run->total);
    for (size_t i = 0; i < run->count; i++) {
        operand_add(&reader->draft, QCDC_OPERAND_PART, run->parts[i], true);
        operand_take(reader, run->parts[i], TAKEN_PART);
    }
    draft_cover(&reader->draft, reader->draft.start, run->parts[run->count - 1][1].end);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* Lines over one figure that are all of it. */
static QcdcStatus find_lines(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 1; i < scene->mention_count && status == QCDC_OK; i++) {
        Run run = {.total = &scene->mentions[i]};
        if (run.total->slash == 2 && run.total->first_key != 0 && add_up_lines(reader, &run))
            status = keep_lines(reader, &run, error);
    }
    return status;
}

/* The counts of the sentence that begins at @start, all of one noun, as parts, and what they add up to; false if something else is told too. */
static bool add_up_sentence(const Reader *reader, size_t start, Run *run, QcdcDecimal *sum)
{
    const Scene *scene = &reader->scene;
    const Mention *mention;
    size_t end = scene_find_sentence_end(scene, start);
    *sum = (QcdcDecimal){0};
    run->count = 0;
    for (size_t at = start; (mention = scene_find_next_figure(scene, at, end)) != NULL; at = mention->token + 1) {
        bool is_part = operand_is_count(mention) && mention->first_key != 0 && operand_may_add_up(reader, mention) && run->count < MOST_PARTS;
        if (!is_part || (run->count > 0 && mention->first_key != run->parts[0]->first_key) || qcdc_decimal_add(*sum, mention->value, sum, NULL) != QCDC_OK)
            return false;
        run->parts[run->count++] = mention;
    }
    return run->count >= LEAST_FORMS;
}

/* "Phản biện 458 dự thảo văn bản. Tổ chức hội nghị 42 cuộc, gửi văn bản 10 cuộc; đối thoại 406 cuộc.": all that a sentence counts is, in another
 * word, what the last figure before it counts. */
static QcdcStatus find_forms(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t start = scene->token_count > 0 ? scene_find_sentence_end(scene, 0) : 0; start < scene->token_count && status == QCDC_OK; start = scene_find_sentence_end(scene, start)) {
        const Mention *total = scene_find_previous_figure(scene, start, scene_find_sentence_start(scene, start - 1));
        Run run = {.total = total, .end = start};
        QcdcDecimal sum;
        bool is_total = total != NULL && operand_is_count(total) && total->first_key != 0 && operand_may_add_up(reader, total) &&
                        operand_strip_zeros(total->value) >= LEAST_OF_FORMS;
        if (is_total && add_up_sentence(reader, start, &run, &sum) && !is_like(scene, total, run.parts[0]) && qcdc_decimal_compare(sum, total->value) == 0)
            status = QCDC_FAULT("implied-forms", keep(reader, &run, error), QCDC_OK);
    }
    return status;
}

QcdcStatus reader_find_implied(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < scene->mention_count; i++) {
        Run run = {.total = &scene->mentions[i]};
        if (run.total->value.coefficient < LEAST || !operand_may_add_up(reader, run.total))
            continue;
        for (int sums = 0; sums < MOST_SUMS && status == QCDC_OK && find_parts(reader, &run); sums++)
            status = keep(reader, &run, error);
        if (status != QCDC_OK)
            return status;
    }
    status = find_lines(reader, error);
    return status == QCDC_OK ? find_forms(reader, error) : status;
}
