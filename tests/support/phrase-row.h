/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef PHRASE_ROW_H
#define PHRASE_ROW_H

/* A phrase to be written, told in three texts, so that a table of cases can be read.
 *
 * items, parted by "|":  KIND CURRENT BASE MEASURE[ hedge=WORD]
 *     a amount   t amount at a point in time   p observed percentage   f percentage by formula (62/77)
 *     r ratio by formula in another measure    s score   k rank (15 or 15/63)   K rank, larger is better
 *     m amount, n score, q observed percentage, each against a mean (25/2)
 * base:   KIND[ BASE-PERIOD CURRENT-PERIOD][ said][ out][ several][ year][ progress][ words=…][ kinds=…][ name=…]
 *         KIND same previous period plan unit mean
 * style:  KEY=VALUE …, and shape=first
 *
 * In base and style "_" stands for a space inside words. */

#include <stdio.h>
#include <string.h>

#include <CUnit/CUnit.h>
#include <qcdc/phrase.h>

#include "expect.h"

enum {
    PHRASE_ROW_TEXT = 512,
    PHRASE_ROW_ITEMS = 65
};

typedef struct PhraseRow {
    QcdcPhraseItem items[PHRASE_ROW_ITEMS];
    size_t count;
    QcdcPhraseBase base;
    QcdcStyle style;
    QcdcPhraseShape shape;
    char texts[3][PHRASE_ROW_TEXT]; /* what pointers of items and base point into */
} PhraseRow;

/* Cuts @rest at the next @mark and returns what stood before it; NULL at the end. */
static inline char *phrase_row_cut(char **rest, const char *mark)
{
    char *piece = *rest;
    if (piece == NULL || *piece == '\0')
        return NULL;
    char *end = strstr(piece, mark);
    *rest = end != NULL ? end + strlen(mark) : NULL;
    if (end != NULL)
        *end = '\0';
    return piece;
}

static inline QcdcQuantity phrase_row_quantity(char kind)
{
    switch (kind) {
    case 'p':
    case 'f':
    case 'q':
        return QCDC_QUANTITY_PERCENTAGE;
    case 'r':
        return QCDC_QUANTITY_RATIO;
    case 's':
    case 'n':
        return QCDC_QUANTITY_SCORE;
    case 'k':
        return QCDC_QUANTITY_RANK;
    case 'K':
        return QCDC_QUANTITY_RANK_RISING;
    default:
        return QCDC_QUANTITY_AMOUNT;
    }
}

static inline QcdcFigure phrase_row_figure(QcdcQuantity quantity, char *text)
{
    QcdcFigure figure = { .state = QCDC_FIGURE_VALUED };
    char *first = phrase_row_cut(&text, "/");
    QcdcDecimal second = { 0, 0, { 0 } };
    CU_ASSERT_EQUAL_FATAL(qcdc_decimal_parse(first, strlen(first), &figure.value, NULL), QCDC_OK);
    if (text == NULL)
        return figure;
    CU_ASSERT_EQUAL_FATAL(qcdc_decimal_parse(text, strlen(text), &second, NULL), QCDC_OK);
    if (quantity == QCDC_QUANTITY_RANK || quantity == QCDC_QUANTITY_RANK_RISING) {
        figure.field = (int32_t)second.coefficient;
    } else {
        figure.is_fraction = 1;
        figure.denominator = second;
        figure.power = quantity == QCDC_QUANTITY_PERCENTAGE ? 2 : 0;
    }
    return figure;
}

static inline void phrase_row_item(QcdcPhraseItem *item, char *text)
{
    char *kind = phrase_row_cut(&text, " ");
    QcdcQuantity quantity = phrase_row_quantity(kind[0]);
    QcdcFigure current = phrase_row_figure(quantity, phrase_row_cut(&text, " "));
    QcdcFigure base = phrase_row_figure(quantity, phrase_row_cut(&text, " "));
    item->measure = phrase_row_cut(&text, " hedge=");
    item->base_hedge = text;
    item->decimals = current.is_fraction ? 0 : current.value.decimals;
    item->stock = kind[0] == 't';
    item->of_mean = strchr("mnq", kind[0]) != NULL;
    if (item->of_mean)
        base.power = 0;
    CU_ASSERT_EQUAL_FATAL(qcdc_change_measure(&current, &base, quantity, &item->change, NULL), QCDC_OK);
    item->counted = qcdc_measure_is_counted(item->measure, item->decimals, quantity);
}

static inline QcdcPeriod phrase_row_period(const char *text)
{
    QcdcPeriod period = { 0, 0, 0, { 0 } };
    CU_ASSERT_EQUAL_FATAL(qcdc_period_parse(text, strlen(text), &period, NULL), QCDC_OK);
    return period;
}

static inline void phrase_row_spaces(char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '_')
            *text = ' ';
}

static inline void phrase_row_coverage(QcdcPhraseBase *base, char *text)
{
    unsigned valued = 0, expected = 0;
    int read = 0;
    CU_ASSERT_EQUAL_FATAL(sscanf(text, "%u/%u %n", &valued, &expected, &read), 2);
    base->valued = valued;
    base->expected = expected;
    base->kinds = text + read;
}

static inline void phrase_row_option(QcdcPhraseBase *base, char *option, unsigned *periods)
{
    phrase_row_spaces(option);
    if (strcmp(option, "said") == 0)
        base->abbreviation_said = 1;
    else if (strcmp(option, "out") == 0)
        base->left_out = 1;
    else if (strcmp(option, "several") == 0)
        base->several = 1;
    else if (strcmp(option, "year") == 0)
        base->plan_of_year = 1;
    else if (strcmp(option, "progress") == 0)
        base->in_progress = 1;
    else if (strncmp(option, "name=", 5) == 0)
        base->name = option + 5;
    else if (strncmp(option, "words=", 6) == 0)
        base->plan_words = option + 6;
    else if (strncmp(option, "kinds=", 6) == 0)
        phrase_row_coverage(base, option + 6);
    else
        *((*periods)++ == 0 ? &base->period : &base->current) = phrase_row_period(option);
}

static inline void phrase_row_base(QcdcPhraseBase *base, char *text)
{
    static const char *const kinds[] = { "same", "previous", "period", "plan", "unit", "mean" };
    char *piece = phrase_row_cut(&text, " ");
    unsigned periods = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (strcmp(piece, kinds[i]) == 0)
            base->base = (QcdcBase)(QCDC_BASE_SAME_PERIOD + i);
    while ((piece = phrase_row_cut(&text, " ")) != NULL)
        phrase_row_option(base, piece, &periods);
}

static inline void phrase_row_style(PhraseRow *row, char *text)
{
    char *key;
    while ((key = phrase_row_cut(&text, " ")) != NULL) {
        char *value = key;
        key = phrase_row_cut(&value, "=");
        phrase_row_spaces(value);
        if (strcmp(key, "shape") == 0)
            row->shape = QCDC_PHRASE_SHAPE_BASE_FIRST;
        else
            CU_ASSERT_EQUAL_FATAL(qcdc_style_set(&row->style, key, value, NULL), QCDC_OK);
    }
}

static inline void phrase_row_read(PhraseRow *row, const char *items, const char *base, const char *style)
{
    char *rest = row->texts[0], *item;
    memset(row, 0, sizeof *row);
    snprintf(row->texts[0], PHRASE_ROW_TEXT, "%s", items);
    snprintf(row->texts[1], PHRASE_ROW_TEXT, "%s", base);
    snprintf(row->texts[2], PHRASE_ROW_TEXT, "%s", style);
    while ((item = phrase_row_cut(&rest, "|")) != NULL)
        phrase_row_item(&row->items[row->count++], item);
    phrase_row_base(&row->base, row->texts[1]);
    phrase_row_style(row, row->texts[2]);
}

static inline QcdcStatus phrase_row_write(const PhraseRow *row, QcdcPhraseText *text, QcdcError *error)
{
    return qcdc_phrase_write(row->items, row->count, &row->base, &row->style, row->shape, text, error);
}

/* Each run of digits lies in exactly one span, in order (S30). */
static inline bool phrase_row_spans_hold(const char *text, const QcdcPhraseSpan *spans, size_t count)
{
    size_t span = 0;
    for (size_t at = 0; text[at] != '\0'; at++) {
        while (span < count && spans[span].end <= at)
            span++;
        bool inside = span < count && spans[span].start <= at;
        if (text[at] >= '0' && text[at] <= '9' && !inside)
            return false;
    }
    for (size_t i = 0; i < count; i++) {
        bool ordered = i == 0 || spans[i - 1].end <= spans[i].start;
        if (!ordered || spans[i].start >= spans[i].end || spans[i].role <= QCDC_ROLE_NONE || spans[i].role >= QCDC_ROLE_END)
            return false;
    }
    return true;
}

typedef struct PhraseCase {
    const char *items, *base, *style, *wanted;
} PhraseCase;

/* A buffer of any size takes the beginning of the text, whole characters only, and the needed length is told. */
static inline void phrase_row_expect_cuts(const PhraseRow *row, const char *whole, size_t length)
{
    char cut[PHRASE_ROW_TEXT];
    for (size_t size = 0; size <= length + 1; size++) {
        QcdcPhraseText text = { .buffer = cut, .size = size };
        memset(cut, 'x', sizeof cut);
        CU_ASSERT_EQUAL_FATAL(phrase_row_write(row, &text, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(text.length, length);
        CU_ASSERT_EQUAL(cut[size], 'x');
        if (size == 0)
            continue;
        size_t kept = strlen(cut);
        CU_ASSERT(kept < size && memcmp(cut, whole, kept) == 0 && ((unsigned char)whole[kept] & 0xC0) != 0x80);
        CU_ASSERT(kept + 4 >= size || kept == length);
    }
}

static inline void phrase_row_run(const PhraseCase *given)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT];
    QcdcPhraseSpan spans[64];
    QcdcPhraseText text = { buffer, sizeof buffer, 0, spans, 64, 0 };
    QcdcError error = { .status = QCDC_OK };
    phrase_row_read(&row, given->items, given->base, given->style);
    if (!expect(phrase_row_write(&row, &text, &error) == QCDC_OK, given->wanted, error.text))
        return;
    expect_text(given->style, buffer, given->wanted);
    expect_number(given->wanted, (int64_t)text.length, (int64_t)strlen(given->wanted));
    expect(phrase_row_spans_hold(buffer, spans, text.span_count), given->wanted, "a run of digits is not in one span");
    phrase_row_expect_cuts(&row, buffer, text.length);
}

static inline void phrase_row_run_all(const PhraseCase *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        phrase_row_run(&rows[i]);
}

#define PHRASE_ROW_RUN(rows) phrase_row_run_all(rows, sizeof(rows) / sizeof(rows)[0])

#endif
