/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PEERS_PRIVATE_H
#define QCDC_PEERS_PRIVATE_H

#include <qcdc/cube.h>

/* The peers of units: those under the same parent, and those as deep in the tree. */
typedef enum {
    PEERS_SIBLINGS = 0,
    PEERS_LEVEL,
    PEERS_END
} PeersKind;

enum {
    PEERS_LEAST = 5 /* besides the unit that have figures, or they tell nothing */
};

/* Units by the group in which they are; PEERS_NONE of none. */
#define PEERS_NONE UINT32_MAX

typedef struct PeerGroups {
    uint32_t *group_of;     /* by unit */
    size_t *starts;         /* of each group in @members, and the end of the last */
    QcdcUnitId *members;
    size_t count;
} PeerGroups;

typedef struct Peers {
    PeerGroups groups[PEERS_END];
} Peers;

/* What a group did in a period against what its units were foretold: two weighted sums, the factor by which wild figures were drawn in, and how
 * many units told it. */
typedef struct PeerSums {
    double values, foretold, factor;
    uint32_t used;
} PeerSums;

/* What the others of a group did: a factor, and its relative variance. */
typedef struct PeerFactor {
    double factor, variance;
    uint32_t used;
} PeerFactor;

/* By group and period. */
typedef struct PeerFactors {
    PeerSums *sums[PEERS_END];
} PeerFactors;

/* Each unit stands where it stood in the last of the periods in which it is in the tree. */
QcdcStatus peers_gather(const QcdcCatalog *catalog, const QcdcPeriod *periods, size_t period_count, Peers *out_peers, QcdcError *error);
void peers_clear(Peers *peers);

/* Works out the factors from figures and what they were foretold, both by unit and period, the second @step doubles from one another. */
QcdcStatus peers_find_factors(const Peers *peers, const double *values, const double *foretold, size_t step, size_t period_count, uint32_t threads,
                              PeerFactors *out_factors, QcdcError *error);
void peers_clear_factors(PeerFactors *factors);
/* The factor of a unit's peers without itself, of whom a figure and what was foretold went in if both are numbers; false where too few have
 * figures. */
bool peers_get_factor(const Peers *peers, const PeerFactors *factors, size_t period_count, size_t unit, size_t period, double value, double foretold,
                      PeerFactor *out_factor);

#endif
