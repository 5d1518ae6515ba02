/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SLOTS_PRIVATE_H
#define QCDC_SLOTS_PRIVATE_H

#include "model/catalog-private.h"
#include "model/dataset-private.h"
#include "model/memory-private.h"
#include "model/progress-private.h"

/* The periods of a cube and how they lie over one another. A slot is a period that has cells; a node is a slot or a tile
 * of one. A tile that is no slot holds no observation, but reporters are expected in it all the same. */

#define SLOT_NONE UINT32_MAX

enum {
    TILING_KINDS = 4 /* month, quarter, half, year: finest first */
};

typedef struct Node {
    QcdcPeriod period;
    int32_t first_day, last_day;         /* civil: the order of periods */
    int32_t first_cut_day, last_cut_day; /* by the calendar: its tree, and who is in force (D39) */
} Node;

/* Tiles of a slot by one kind: nodes in order of time. None where the kind is not finer or does not fit exactly. */
typedef struct Tiling {
    size_t first; /* into Slots.tiles */
    uint32_t count;
} Tiling;

/* Slots that end (or begin) on one day lie together, shortest first: all before a slot in its run lie inside it. */
typedef struct Runs {
    uint32_t *slots;  /* [count] by day, then length */
    uint32_t *starts; /* [count] place in slots where the run of that place starts */
} Runs;

typedef struct Slots {
    size_t count, node_count, tile_count;
    Node *nodes;         /* slots in canonical order (D9), then the other tiles */
    Tiling *tilings;     /* [count][TILING_KINDS] */
    uint32_t *tiles;     /* numbers of nodes */
    uint32_t *by_length; /* [count] slots, shortest first, so that tiles come before what they tile */
    Runs by_end, by_begin;
} Slots;

/* Observed periods, the quarters, halves and years around them, @wanted, and what forms look back to. @max_tiles bounds
 * what long spans may cost; @progress may be NULL. */
QcdcStatus slots_make(const QcdcDataset *dataset, const QcdcCatalog *catalog, const QcdcPeriod *wanted, size_t wanted_count,
                      size_t max_tiles, Progress *progress, Slots *out_slots, QcdcError *error);
void slots_clear(Slots *slots);
/* The slot of a period, or SLOT_NONE. */
uint32_t slots_find(const Slots *slots, QcdcPeriod period);
const Tiling *slots_tiling(const Slots *slots, uint32_t slot, QcdcPeriodKind kind);
/* The coarsest tiling finer than the slot, or NULL. */
const Tiling *slots_coarsest_tiling(const Slots *slots, uint32_t slot);
/* The sub-periods of a slot by the base kind (D14); NULL where the slot is its own single sub-period, or finer. */
const Tiling *slots_base_tiling(const Slots *slots, uint32_t slot, QcdcPeriodKind base_kind);
/* A label shorter than the base kind: nobody is expected in it (D14). */
bool slots_is_finer(const Slots *slots, uint32_t slot, QcdcPeriodKind base_kind);

#endif
