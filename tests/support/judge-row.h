/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef JUDGE_ROW_H
#define JUDGE_ROW_H

/* A claim told in one line, so that tables of claims can be read by C and by Python.
 *
 * told:     words parted by blanks: up down same all some reaches exceeds misses open rate aimed doubted
 * numbers:  parted by ";": ROLE FIGURE, as printed: "now 174; base 132; pct 24,1%"
 *           FIGURE   [trên|hơn|gần|dưới|khoảng|ước|ít nhất|không quá ]DIGITS[%| điểm|ha][ nghìn|triệu|tỷ][|OTHER]
 *           trên, gần, khoảng, ước, ít nhất, không quá are hedges; điểm are points; ha is what can be divided; after | stands the second reading
 *           "near FIGURE" stands near; "unprinted FIGURE" after a role is nowhere printed; "listed N" are N names
 * expected: parted by ";": ROLE VALUE, canonical decimals */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <qcdc/number.h>

#include "reading/draft-private.h"

enum { JUDGE_ROW_TEXT = 1024 };

typedef struct JudgeRow {
    char text[JUDGE_ROW_TEXT];
    const char *kind, *told, *numbers, *verdict, *cause, *expected;
} JudgeRow;

/* Cuts a line of six columns parted by tabs; false if it is empty, a comment, or has fewer than three. */
static inline bool judge_row_read(const char *line, JudgeRow *row)
{
    const char **columns[] = { &row->kind, &row->told, &row->numbers, &row->verdict, &row->cause, &row->expected };
    snprintf(row->text, sizeof row->text, "%s", line);
    row->text[strcspn(row->text, "\r\n")] = '\0';
    char *at = row->text;
    size_t count = 0;
    for (; count < 6 && at != NULL; count++) {
        char *end = strchr(at, '\t');
        *columns[count] = at;
        if (end != NULL)
            *end++ = '\0';
        at = end;
    }
    for (size_t i = count; i < 6; i++)
        *columns[i] = "";
    return count >= 3 && row->kind[0] != '#' && row->kind[0] != '\0';
}

static inline int judge_row_find(const char *word, size_t length, const char *(*name)(int), int end)
{
    for (int i = 0; i < end; i++)
        if (name(i) != NULL && strlen(name(i)) == length && memcmp(name(i), word, length) == 0)
            return i;
    return -1;
}

static inline const char *judge_row_operand_name(int role)
{
    return qcdc_operand_to_name((QcdcOperand)role);
}

static inline const char *judge_row_kind_name(int kind)
{
    return qcdc_claim_kind_to_name((QcdcClaimKind)kind);
}

static inline bool judge_row_skip(const char **at, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(*at, word, length) != 0)
        return false;
    *at += length;
    return true;
}

static inline unsigned judge_row_read_hedge(const char **at)
{
    static const struct {
        const char *word;
        unsigned hedge;
    } hedges[] = {
        { "trên ", QCDC_HEDGE_ABOVE },   { "gần ", QCDC_HEDGE_BELOW },        { "khoảng ", QCDC_HEDGE_ABOUT },
        { "ước ", QCDC_HEDGE_ESTIMATE }, { "ít nhất ", QCDC_HEDGE_AT_LEAST }, { "không quá ", QCDC_HEDGE_AT_MOST },
    };
    for (size_t i = 0; i < sizeof hedges / sizeof hedges[0]; i++)
        if (judge_row_skip(at, hedges[i].word))
            return hedges[i].hedge;
    return QCDC_HEDGE_NONE;
}

/* Power of ten of the last printed digit. */
static inline int judge_row_find_power(const char *digits, const QcdcNumberReading *reading)
{
    int decimals = 0;
    const char *comma = memchr(digits, ',', reading->length);
    for (comma = comma != NULL ? comma + 1 : ""; *comma >= '0' && *comma <= '9'; comma++)
        decimals++;
    return reading->scale - decimals;
}

static inline bool judge_row_read_figure(const char **at, DraftNumber *number)
{
    QcdcNumberReading reading;
    number->has_value = 1;
    number->start = 1;
    number->end = 2;
    if (judge_row_skip(at, "unprinted "))
        number->start = number->end = 0;
    number->hedge = (uint8_t)judge_row_read_hedge(at);
    if (qcdc_number_parse(*at, strlen(*at), QCDC_LANGUAGE_VI, &reading, NULL) != QCDC_OK)
        return false;
    number->value = reading.value;
    number->percent = reading.percent;
    number->last_power = (int8_t)judge_row_find_power(*at, &reading);
    *at += reading.length;
    number->points = judge_row_skip(at, " điểm");
    number->is_measure = judge_row_skip(at, "ha");
    if (judge_row_skip(at, "|")) {
        number->has_other = qcdc_number_parse(*at, strlen(*at), QCDC_LANGUAGE_VI, &reading, NULL) == QCDC_OK;
        number->other = reading.value;
        *at += reading.length;
    }
    return **at == ';' || **at == '\0';
}

static inline bool judge_row_add(Draft *draft, const char **at)
{
    size_t length = strcspn(*at, " ;");
    if (strncmp(*at, "near ", 5) == 0) {
        *at += 5;
        memset(&draft->near[draft->near_count], 0, sizeof draft->near[0]);
        return judge_row_read_figure(at, &draft->near[draft->near_count++]);
    }
    if (strncmp(*at, "listed ", 7) == 0) {
        char *end;
        for (long names = strtol(*at + 7, &end, 10); names > 0; names--)
            draft_add_place(draft, QCDC_OPERAND_LISTED, 1, 2);
        *at = end;
        return true;
    }
    int role = judge_row_find(*at, length, judge_row_operand_name, QCDC_OPERAND_END);
    if (role <= 0 || draft->number_count == DRAFT_MAX_NUMBERS)
        return false;
    *at += length + ((*at)[length] == ' ');
    DraftNumber number = { .role = (uint8_t)role };
    if (!judge_row_read_figure(at, &number))
        return false;
    draft->numbers[draft->number_count++] = number;
    return true;
}

static inline bool judge_row_tell(Draft *draft, const char *word, size_t length)
{
    static const struct {
        const char *word;
        size_t place;
        uint8_t value;
    } words[] = {
        { "up", offsetof(Draft, direction), QCDC_DIRECTION_INCREASE },
        { "down", offsetof(Draft, direction), QCDC_DIRECTION_DECREASE },
        { "same", offsetof(Draft, direction), QCDC_DIRECTION_UNCHANGED },
        { "all", offsetof(Draft, mode), QCDC_PARTS_EXHAUSTIVE },
        { "some", offsetof(Draft, mode), QCDC_PARTS_SUBSET },
        { "reaches", offsetof(Draft, relation), QCDC_RELATION_REACHES },
        { "exceeds", offsetof(Draft, relation), QCDC_RELATION_EXCEEDS },
        { "misses", offsetof(Draft, relation), QCDC_RELATION_MISSES },
        { "open", offsetof(Draft, open_list), 1 },
        { "rate", offsetof(Draft, is_rate), 1 },
        { "doubted", offsetof(Draft, is_doubted), 1 },
        { "aimed", offsetof(Draft, is_aimed_change), 1 },
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strlen(words[i].word) != length || memcmp(words[i].word, word, length) != 0)
            continue;
        ((uint8_t *)draft)[words[i].place] = words[i].value;
        return true;
    }
    return false;
}

/* The draft that the row tells; false if it cannot be read. */
static inline bool judge_row_make(const JudgeRow *row, Draft *draft)
{
    int kind = judge_row_find(row->kind, strlen(row->kind), judge_row_kind_name, QCDC_CLAIM_END);
    if (kind <= 0)
        return false;
    draft_begin(draft, (QcdcClaimKind)kind);
    for (const char *word = row->told; *word != '\0';) {
        size_t length = strcspn(word, " ");
        if (!judge_row_tell(draft, word, length))
            return false;
        word += length + (word[length] == ' ');
    }
    for (const char *at = row->numbers; *at != '\0';) {
        if (!judge_row_add(draft, &at))
            return false;
        if (*at == ';')
            at += 1 + (at[1] == ' ');
    }
    return true;
}

static inline const char *judge_row_cause_name(const Draft *draft)
{
    const char *name = qcdc_cause_to_name((QcdcCause)draft->cause);
    return name != NULL ? name : "";
}

/* What was worked out, as the column "expected" has it. */
static inline void judge_row_print_expected(const Draft *draft, char *buffer, size_t size)
{
    size_t length = 0;
    buffer[0] = '\0';
    for (size_t i = 0; i < draft->expected_count && length < size; i++) {
        char value[QCDC_DECIMAL_TEXT_SIZE];
        qcdc_decimal_to_text(draft->expected[i].value, value, sizeof value);
        length += (size_t)snprintf(buffer + length, size - length, "%s%s %s", i > 0 ? "; " : "",
                                   qcdc_operand_to_name((QcdcOperand)draft->expected[i].role), value);
    }
}

#endif
