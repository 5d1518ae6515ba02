/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_GATHERING_PRIVATE_H
#define QCDC_GATHERING_PRIVATE_H

#include "area-private.h"
#include "selection-private.h"

/* Subjects being gathered. Units come in pre-order, each once, its parts behind it, so that a part that is a head itself
 * (depth > 1) is one subject. */
typedef struct Gathering {
    const QcdcCube *cube;
    const UnitTree *tree;
    uint32_t slot;
    QcdcBy by;
    uint32_t depth;
    BaseSlots bases;
    Array subjects, blocks, parts; /* Subject, Block, size_t */
    StringPool strings, groups;
    uint32_t *depths;   /* [positions] below the root that was asked for */
    size_t *subject_of; /* [positions] */
} Gathering;

/* Each puts down a subject, or says that there is no memory. */
bool gathering_add_unit(Gathering *gathering, size_t position);
bool gathering_add_own(Gathering *gathering, size_t position);
/* The levels and groups below a position, as subjects and parts; of a partition what lies in no group last (D45). */
bool gathering_add_levels(Gathering *gathering, size_t position);
bool gathering_add_groups(Gathering *gathering, size_t position);
bool gathering_add_part(Gathering *gathering, size_t subject);
/* What the root's list had in the bases' periods and has ended since (W22): behind the parts of the block. */
bool gathering_add_ended(Gathering *gathering, size_t root, size_t block);
/* A part that is put down as subject where children are put down as positions. */
#define GATHERING_IS_SUBJECT (SIZE_MAX / 2 + 1)
/* A unit or level by another tree than the current one. */
bool gathering_add_unit_of(Gathering *gathering, const UnitTree *tree, size_t position);
bool gathering_add_level_of(Gathering *gathering, const UnitTree *tree, size_t position, int32_t level);
/* The names of all groups, before the first gathering_add_groups(). */
bool gathering_find_groups(Gathering *gathering);

#endif
