/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_OUTLIER_PRIVATE_H
#define QCDC_OUTLIER_PRIVATE_H

#include <qcdc/outlier.h>

#include "stats/peers-private.h"

/* How cells are found, in passes over one indicator, each of which threads share by units or groups:
 *   1. the observations are read                                             outlier-load.c
 *   2. each is foretold from its neighbours and from other years             outlier-series.c
 *   3. what each group of peers did in each period against that              peers.c
 *   4. how far each view is mostly off, in each series, then in all of them  outlier-spread.c
 *   5. the same of the views that are made of others by what 4 told
 *   6. each is held against what every view foretells                        outlier-judge.c
 * What the other views foretell is worked out anew where it is needed. */

/* From where a figure is foretold. */
typedef enum {
    VIEW_NEIGHBOURS = 0,   /* the periods around it */
    VIEW_YEARS,            /* the same period of other years */
    VIEW_PEERS_NEIGHBOURS, /* each of the two, times what the peers did against it */
    VIEW_PEERS_YEARS,
    VIEW_OWN,              /* the first two together */
    VIEW_PEERS,            /* the second two together */
    VIEW_END,
    VIEW_PARTS_END = VIEW_OWN /* those that are made of no others */
} View;

enum {
    MARK_TOTAL = 1,  /* a reported total, or a figure up the tree */
    MARK_BREAK = 2,  /* other definitions from here on */
    MARK_JUDGED = 4,
    MARK_FOUND = 8
};

/* What a view foretells: a mean, and its relative variance: by counting, by so many times that of a figure, and for what is not known.
 * The mean is NaN where it foretells nothing. */
typedef struct Foretold {
    double mean, counting, share, unknown;
} Foretold;

/* The relative variance of the figures of a unit about what a view foretells, beyond counting; by how many misses it was measured, and how large
 * it is in each beside counting. */
typedef struct Spread {
    double variance, weight, misses;
} Spread;

/* The figures of one indicator, counted in their last place, by unit and period. */
typedef struct OutlierTable {
    const QcdcCube *cube;
    QcdcCatalog *catalog;
    const Peers *peers;
    const uint8_t *is_asked; /* by unit */
    QcdcIndicatorId indicator;
    QcdcPeriod start;    /* the first period */
    QcdcPeriod *periods; /* of the cube; no period where it has none */
    size_t unit_count, period_count, season;
    size_t judged_from, judged_to;
    double threshold;
    uint32_t threads;
    bool takes_sums;
    double *values;  /* NaN where there is no observation */
    Foretold *parts[2]; /* what neighbours foretell, and other years; nothing of what is no observation */
    uint8_t *marks;
    Spread *spreads; /* VIEW_END a unit */
    double middles[VIEW_END], differences[VIEW_END]; /* of the spreads: the median, and how far units differ from it */
    PeerFactors factors[2]; /* against the two */
} OutlierTable;

/* A series that is being looked at, and room for it. */
typedef struct Series {
    const OutlierTable *table;
    size_t unit, count, observations;
    double *values, *room;
    uint32_t *segments;
    int *whole_room;
    Foretold *views[VIEW_END]; /* of which the first two are the table's own */
} Series;

/* Reads the observations; the table's memory is had here and given back by outlier_table_clear(), which leaves the rest. */
QcdcStatus outlier_table_load(OutlierTable *table, QcdcError *error);
void outlier_table_clear(OutlierTable *table);

bool series_begin(Series *series, const OutlierTable *table);
void series_end(Series *series);
/* Takes a unit's series; false where it is not one to be judged. */
bool series_take(Series *series, size_t unit);
/* What neighbours and other years foretell: the second pass. */
void series_foretell_alone(Series *series);
/* The other parts; and the views that are made of them, once their spreads are known. */
void series_foretell_parts(Series *series);
void series_foretell(Series *series);

/* Those of the parts, or of what is made of them. */
QcdcStatus outlier_find_spreads(OutlierTable *table, bool is_of_parts, QcdcError *error);
/* That of a unit drawn towards that of all. */
double outlier_get_spread(const OutlierTable *table, size_t unit, View view);

/* How far a figure is from what was foretold, in standard deviations of a normal distribution. */
double outlier_score(double value, const Foretold *foretold, double spread);

QcdcStatus outlier_judge(OutlierTable *table, QcdcError *error);
/* Tells of what was found at a period of the series. */
void outlier_tell(const Series *series, size_t period, QcdcOutlier *outlier);

#endif
