/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/operand-private.h"

#include <string.h>

#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"

/* A table told as a list: "Cấp tỉnh tiếp nhận 71 hồ sơ, giải quyết 68 hồ sơ; cấp huyện tiếp nhận 84 hồ sơ, giải quyết 81 hồ sơ; …". Its items
 * have the same figures in the same order; the sum of a column is told before it, in this passage or one before. What does not add up is
 * never told: other units may stand elsewhere. */
enum {
    MOST_ITEMS = 32,
    MOST_COLUMNS = 6,
    LEAST = 20,      /* a sum, or one of its parts, without its point and the zeros at its end; smaller ones are told by chance, */
    LEAST_TWO = 100  /* and of two items, or of a list without ";", those below this */
};

/* What one item gives. */
typedef struct Item {
    const Mention *figures[MOST_COLUMNS];
    size_t count;
} Item;

typedef struct Table {
    Item items[MOST_ITEMS];
    size_t count;
    bool is_loose; /* the figures of one sentence, commas between */
} Table;

/* Whether @at parts two items: a ";", a line, the end of a sentence. */
static bool parts_items(const Scene *scene, size_t at)
{
    return scene_is_mark(scene, at, ';') || scene_is_mark(scene, at, '.') || operand_begins_line(scene, at);
}

/* What opens a list within its first item: the figures before it are none of the item. */
static bool opens_list(const Scene *scene, size_t at)
{
    return scene_is_mark(scene, at, ':') || scene_is_cue(scene, at, CUE_OF_WHICH) || scene_is_cue(scene, at, CUE_COMPRISING);
}

/* Reads the item from @at on; returns the token behind it. Items with more figures than columns have none. */
static size_t read_item(const Reader *reader, size_t at, Item *item)
{
    const Scene *scene = &reader->scene;
    size_t start = at;
    item->count = 0;
    for (; at < scene->token_count && (at == start || !parts_items(scene, at)); at = operand_step(scene, at)) {
        if (opens_list(scene, at))
            item->count = 0;
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? operand_get_count(scene, at) : NULL;
        if (mention == NULL || mention->slash != 0 || !operand_may_add_up(reader, mention))
            continue;
        if (item->count < MOST_COLUMNS)
            item->figures[item->count] = mention;
        item->count++;
    }
    return at;
}

static bool are_alike(const Scene *scene, const Item *left, const Item *right)
{
    if (left->count != right->count || left->count > MOST_COLUMNS)
        return false;
    for (size_t i = 0; i < left->count; i++) {
        if (!operand_shares_noun(scene, left->figures[i], right->figures[i]) || left->figures[i]->scale != right->figures[i]->scale)
            return false;
    }
    return left->count > 0;
}

static bool add_column(const Table *table, size_t column, QcdcDecimal *out_sum, int64_t *out_digits)
{
    QcdcDecimal sum = {0};
    *out_digits = 0;
    for (size_t i = 0; i < table->count; i++) {
        QcdcDecimal value = table->items[i].figures[column]->value;
        if (qcdc_decimal_add(sum, value, &sum, NULL) != QCDC_OK)
            return false;
        *out_digits = operand_raise_digits(*out_digits, value);
    }
    *out_digits = operand_raise_digits(*out_digits, sum);
    *out_sum = sum;
    return true;
}

/* The total of a column before its first figure: nearest first, of this passage, then of those before it. */
static bool find_total(const Reader *reader, const Mention *first, QcdcDecimal sum, Mention *total)
{
    const Scene *scene = &reader->scene;
    for (const Mention *mention = first; mention > scene->mentions && first - mention < READER_LOOK_BACK;) {
        mention--;
        bool is_same = operand_is_count(mention) && mention->slash != 2 && qcdc_decimal_compare(mention->value, sum) == 0;
        if (!is_same || !operand_shares_noun(scene, mention, first) || operand_is_change(reader, mention))
            continue;
        *total = *mention;
        return true;
    }
    for (size_t i = reader->sighting_count, least = reader_find_reach(reader); i > least; i--) {
        const Sighting *seen = &reader->sightings[i - 1];
        if (seen->percent || !seen->is_level || seen->is_above == 2 || seen->first_key != first->first_key || qcdc_decimal_compare(seen->value, sum) != 0)
            continue;
        *total = reader_recall(seen);
        return true;
    }
    return false;
}

static QcdcStatus keep_column(Reader *reader, const Table *table, size_t column, const Mention *total, QcdcError *error)
{
    Draft *draft = &reader->draft;
    operand_begin_sum(draft, QCDC_CLAIM_SUM_OF_PARTS, total, false);
    operand_set_unit(draft, &reader->scene, table->items[0].figures[column]);
    for (size_t i = 0; i < table->count; i++) {
        operand_add(draft, QCDC_OPERAND_PART, table->items[i].figures[column], true);
        operand_take(reader, table->items[i].figures[column], TAKEN_PART);
    }
    return reader_keep(reader, draft, NULL, error);
}

static bool find_column(const Reader *reader, const Table *table, size_t column, Mention *out_total)
{
    QcdcDecimal sum;
    int64_t digits;
    int64_t least = table->is_loose || (table->count == 2 && table->items[0].count == 1) ? LEAST_TWO : LEAST;
    if (!add_column(table, column, &sum, &digits) || digits < QCDC_FAULT("columns-chance", least, 0))
        return false;
    return find_total(reader, table->items[0].figures[column], sum, out_total);
}

/* How many columns of @table have their sum before it. */
static size_t count_sums(const Reader *reader, const Table *table)
{
    size_t count = 0;
    Mention total;
    for (size_t column = 0; table->count > 1 && column < table->items[0].count; column++)
        count += find_column(reader, table, column, &total);
    return count;
}

static void drop_first(Table *table)
{
    table->count--;
    memmove(&table->items[0], &table->items[1], table->count * sizeof table->items[0]);
}

/* Reads a table whose last item was read. Its first row may be the sum of the others, where more columns are so: "giải quyết 2.906 vụ, còn 312 vụ. Trong đó:
 * hình sự thụ lý 512 vụ, giải quyết 487 vụ; …". */
static QcdcStatus read_table(Reader *reader, Table *table, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    if (table->count > 2 && !table->is_loose) {
        Table rest = *table;
        drop_first(&rest);
        if (QCDC_FAULT("columns-first", count_sums(reader, &rest) > count_sums(reader, table), false))
            *table = rest;
    }
    for (size_t column = 0; table->count > 1 && column < table->items[0].count && status == QCDC_OK; column++) {
        Mention total;
        if (find_column(reader, table, column, &total))
            status = keep_column(reader, table, column, &total, error);
    }
    table->count = 0;
    return status;
}

/* "khiếu nại 1.027 đơn, tố cáo 241 đơn, kiến nghị 2.144 đơn": the figures of one item as items of their own. */
static QcdcStatus read_row(Reader *reader, const Item *row, QcdcError *error)
{
    Table table = {.is_loose = true};
    if (row->count < 3 || row->count > MOST_COLUMNS)
        return QCDC_OK;
    for (size_t i = 0; i < row->count; i++) {
        if (row->figures[i]->first_key != row->figures[0]->first_key || operand_is_taken(reader, row->figures[i], TAKEN_PART))
            return QCDC_OK;
        table.items[table.count++] = (Item){{row->figures[i]}, 1};
    }
    return read_table(reader, &table, error);
}

QcdcStatus reader_find_columns(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Table table = {.count = 0};
    QcdcStatus status = QCDC_OK;
    for (size_t at = 0; at < scene->token_count && status == QCDC_OK;) {
        Item item;
        at = read_item(reader, at, &item);
        bool goes_on = table.count > 0 && table.count < MOST_ITEMS && are_alike(scene, &table.items[0], &item);
        if (!goes_on)
            status = read_table(reader, &table, error);
        if (status == QCDC_OK && item.count > 0 && item.count <= MOST_COLUMNS)
            table.items[table.count++] = item;
        if (status == QCDC_OK && !goes_on && item.count > 0)
            status = read_row(reader, &item, error);
        at += at < scene->token_count && !operand_begins_line(scene, at);
    }
    return status == QCDC_OK ? read_table(reader, &table, error) : status;
}
