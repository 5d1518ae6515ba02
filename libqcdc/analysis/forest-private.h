/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FOREST_PRIVATE_H
#define QCDC_FOREST_PRIVATE_H

#include "slots-private.h"

#define POSITION_NONE UINT32_MAX

/* The trees of all nodes (D22). Periods between whose days no unit changes share one tree; a catalog without intervals
 * has a single tree. */
typedef struct Forest {
    UnitTree **trees;
    size_t count;
    uint32_t *tree_of_node;
} Forest;

/* Trees of a hierarchy, 0 is that of the column parent (D44). @progress may be NULL. */
QcdcStatus forest_make(const QcdcCatalog *catalog, size_t hierarchy, const Slots *slots, Progress *progress, Forest *out_forest, QcdcError *error);
void forest_clear(Forest *forest);
const UnitTree *forest_tree(const Forest *forest, size_t node);
/* Is the unit in force on the node's last day (D15)? */
bool forest_is_in_force(const Forest *forest, const Slots *slots, size_t node, QcdcUnitId unit);

#endif
