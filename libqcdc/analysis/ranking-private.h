/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_RANKING_PRIVATE_H
#define QCDC_RANKING_PRIVATE_H

#include <qcdc/ranking.h>

/* A figure with a value as an exact quotient, and where it came from. */
typedef struct Ranked {
    QcdcFraction quotient;
    size_t row;
} Ranked;

/* Figures with a value in order, equal ones as they came. @power: quotients are to be taken times 10^power. */
typedef struct Ranks {
    Ranked *items;
    size_t count;
    unsigned power;
} Ranks;

QcdcStatus ranks_make(const QcdcFigure *figures, size_t count, QcdcRankingOrder order, Ranks *out_ranks, QcdcError *error);
void ranks_clear(Ranks *ranks);
/* A figure with a value as a quotient that is taken times 10^@power. */
QcdcFraction ranks_to_fraction(const QcdcFigure *figure, unsigned power);

#endif
