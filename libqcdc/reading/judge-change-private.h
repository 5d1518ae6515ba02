/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_JUDGE_CHANGE_PRIVATE_H
#define QCDC_JUDGE_CHANGE_PRIVATE_H

#include "reading/judge-private.h"

/* The numbers of a change; NULL where none is printed. Of "from … to" the base is FROM and the current figure TO. */
typedef struct Change {
    const DraftNumber *now, *base, *delta, *percent;
    int sign; /* which way it goes: 1 up, -1 down, as the verb says, or a printed sign, or the figures themselves */
} Change;

Change change_find(const Draft *draft);
/* Whether both figures are percents: what is told of them may be points. */
bool change_has_rates(const Change *change);

/* now − base */
Interval change_get_difference(const Draft *draft, Taking taking);
/* now / base, of those two or of one of them and the difference */
Interval change_get_ratio(const Draft *draft, Taking taking);
/* 100 × (now − base) / base; 100 × (now − base) / now; 100 × now / base */
Interval change_get_growth(const Draft *draft, Taking taking);
Interval change_get_growth_by_current(const Draft *draft, Taking taking);
Interval change_get_index(const Draft *draft, Taking taking);
/* (now − base) / base */
Interval change_get_times_more(const Draft *draft, Taking taking);

/* Whole bases of which 100 × (now − base) is @percent of the current figure. */
Interval change_find_bases_by_current(const Draft *draft, Interval percent);

#endif
