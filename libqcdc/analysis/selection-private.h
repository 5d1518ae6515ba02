/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SELECTION_PRIVATE_H
#define QCDC_SELECTION_PRIVATE_H

#include "comparison-private.h"
#include "model/memory-private.h"

/* The subjects of a selection at a period, shared by comparison and by tables of cells. */
typedef struct Subjects {
    Subject *items;
    size_t count;
    Block *blocks;
    size_t block_count;
    size_t *parts;
    size_t part_count;
    StringPool strings; /* codes and default names made here */
} Subjects;

/* Slots of bases in time: what ended since is in the lists, too (W22). Those of a table of cells have none. */
typedef struct BaseSlots {
    const uint32_t *slots;
    size_t count;
} BaseSlots;

QcdcStatus selection_find_subjects_since(const QcdcCube *cube, const QcdcSelection *selection, QcdcPeriod period, BaseSlots bases,
                                         Subjects *out_subjects, QcdcError *error);
QcdcStatus selection_find_subjects(const QcdcCube *cube, const QcdcSelection *selection, QcdcPeriod period,
                                   Subjects *out_subjects, QcdcError *error);
void subjects_clear(Subjects *subjects);
/* selected indicators in catalog order; freed with qcdc_free */
QcdcStatus selection_find_indicators(const QcdcCatalog *catalog, const QcdcSelection *selection,
                                     QcdcIndicatorId **out_indicators, bool **out_named, size_t *out_count, QcdcError *error);
/* the cell of a subject: of a unit up the tree, own figure, level or group sums (D23) */
QcdcStatus subject_read_cell(const QcdcCube *cube, const Subject *subject, QcdcIndicatorId indicator, QcdcPeriod period,
                             uint16_t scenario, QcdcCell *out_cell, QcdcError *error);
/* The same at a slot of the cube. */
QcdcStatus subject_read_slot(const QcdcCube *cube, const Subject *subject, QcdcIndicatorId indicator, uint32_t slot,
                             uint16_t scenario, QcdcCell *out_cell, QcdcError *error);

#endif
