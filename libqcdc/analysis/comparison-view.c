/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "common-private.h"
#include "comparison-rows-private.h"

size_t comparison_subject_count(const QcdcComparison *comparison)
{
    return comparison->subjects.count;
}

const Subject *comparison_subject(const QcdcComparison *comparison, size_t index)
{
    return &comparison->subjects.items[index];
}

size_t comparison_block_count(const QcdcComparison *comparison)
{
    return comparison->subjects.block_count;
}

const Block *comparison_block(const QcdcComparison *comparison, size_t index)
{
    return &comparison->subjects.blocks[index];
}

size_t comparison_part(const QcdcComparison *comparison, size_t index)
{
    return comparison->subjects.parts[index];
}

size_t comparison_indicator_count(const QcdcComparison *comparison)
{
    return comparison->indicator_count;
}

QcdcIndicatorId comparison_indicator(const QcdcComparison *comparison, size_t index)
{
    return comparison->indicators[index];
}

bool comparison_indicator_is_named(const QcdcComparison *comparison, size_t index)
{
    return comparison->named[index];
}

size_t comparison_base_count(const QcdcComparison *comparison)
{
    return comparison->bases.count;
}

const QcdcBaseOption *comparison_base(const QcdcComparison *comparison, size_t index)
{
    return &ARRAY_AT(&comparison->options, QcdcBaseOption, index);
}

QcdcPeriod comparison_period(const QcdcComparison *comparison)
{
    return comparison->period;
}

bool comparison_is_kept(const QcdcComparison *comparison, size_t indicator)
{
    return common_is_kept(comparison->cube, comparison_indicator(comparison, indicator));
}

bool comparison_is_common(const QcdcComparison *comparison)
{
    return comparison->is_common;
}

const QcdcComparisonRow *comparison_row(const QcdcComparison *comparison, size_t subject, size_t indicator, size_t base,
                                        size_t *out_index)
{
    RowPlace at = {subject, indicator, base};
    size_t index = comparison->index[comparison_place(comparison, at)];
    if (index == ROW_NONE)
        return NULL;
    if (out_index != NULL)
        *out_index = index;
    return &ARRAY_AT(&comparison->rows, QcdcComparisonRow, index);
}

bool comparison_read_past(const QcdcComparison *comparison, size_t subject, size_t indicator, QcdcFigure *out_figure)
{
    QcdcPeriod past;
    QcdcCell cell;
    if (qcdc_period_same_last_year(comparison->period, &past, NULL) != QCDC_OK ||
        subject_read_cell(comparison->base_cube, comparison_subject(comparison, subject), comparison->indicators[indicator], past, 0,
                          &cell, NULL) != QCDC_OK ||
        cell.figure.state != QCDC_FIGURE_VALUED)
        return false;
    *out_figure = cell.figure;
    return true;
}

QcdcStatus comparison_fail_percent(const QcdcComparison *comparison, const QcdcComparisonRow *row, bool of_base,
                                   QcdcError *error)
{
    QcdcPeriod period = of_base ? row->base_period : row->period;
    return cube_fail_percent(comparison->cube, row->unit_code, row->indicator, period, error);
}

/* Kinds */

/* The period asked about: the current one, or that of the base; SLOT_NONE where there is no row or no plan. */
static AreaPeriod find_kinds_period(const QcdcComparison *comparison, size_t subject, QcdcIndicatorId indicator, int base)
{
    const Slots *slots = &comparison->cube->slots;
    AreaPeriod at = {indicator, slots_find(slots, comparison->period), 0};
    for (size_t i = 0; i < comparison->indicator_count && base >= 0; i++) {
        const QcdcComparisonRow *row = comparison_row(comparison, subject, i, (size_t)base, NULL);
        if (comparison->indicators[i] != indicator || row == NULL)
            continue;
        at.slot = slots_find(slots, row->base_period);
        at.scenario = ARRAY_AT(&comparison->bases, Base, (size_t)base).scenario;
    }
    return at;
}

/* A kind that the pool numbers anew has not been said yet. */
static void add_kind(StringPool *said, const char *kind, Text *kinds)
{
    size_t before = string_pool_count(said);
    uint32_t number;
    if (!string_pool_intern(said, kind, strlen(kind), &number) || string_pool_count(said) == before)
        return;
    if (kinds->length > 0)
        text_append(kinds, ", ");
    text_append(kinds, kind);
}

static void add_kinds(const QcdcCube *cube, const Area *area, AreaPeriod at, Text *kinds)
{
    StringPool said = {.seed = hash_draw_seed()};
    AreaWalk walk = area_begin(cube, area, at.slot);
    size_t position;
    while (area_next_reporter(area, &walk, &position)) {
        const char *kind = walk.tree->versions[position]->texts[QCDC_UNIT_KIND];
        if (area_unit_is_expected(cube, at.indicator, at.slot, walk.tree->units[position]))
            add_kind(&said, kind[0] != '\0' ? kind : "đơn vị", kinds);
    }
    string_pool_clear(&said);
}

static size_t copy_text(const char *text, char *buffer, size_t size)
{
    size_t length = strlen(text), copied = length;
    if (size == 0)
        return length;
    if (copied >= size) {
        copied = size - 1;
        while (copied > 0 && ((unsigned char)text[copied] & 0xC0) == 0x80)
            copied--;
    }
    memcpy(buffer, text, copied);
    buffer[copied] = '\0';
    return length;
}

size_t comparison_kinds(const QcdcComparison *comparison, size_t subject, QcdcIndicatorId indicator, int base, char *buffer,
                        size_t size)
{
    Area area = area_of_subject(&comparison->subjects.items[subject]);
    AreaPeriod at = find_kinds_period(comparison, subject, indicator, base);
    const QcdcCube *cube = base >= 0 ? comparison->base_cube : comparison->cube;
    Text kinds = {0};
    if (area_find_reported(cube, &area, &at, NULL) == QCDC_OK && at.slot != SLOT_NONE)
        add_kinds(cube, &area, at, &kinds);
    if (kinds.length == 0)
        text_append(&kinds, "đơn vị");
    size_t length = copy_text(text_get(&kinds), buffer, size);
    text_clear(&kinds);
    return length;
}
