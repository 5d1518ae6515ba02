/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PROGRESS_PRIVATE_H
#define QCDC_PROGRESS_PRIVATE_H

#include <qcdc/status.h>

/* How far long work has come. Steps are counted and the clock is never asked: a step is some ten nanoseconds, a hundred where memory is
 * touched for the first time, and the caller is told after so many of them. */

enum {
    PROGRESS_INTERVAL = 131072 /* steps: a few milliseconds, on a slow machine some tens */
};

/* Tells the part done, 0 … 1; false asks to stop. */
typedef bool (*ProgressCallback)(double fraction, void *data);

/* The work comes in phases, each with its share of the whole. A phase may have fewer steps than were announced, or more. */
typedef struct Progress {
    ProgressCallback callback; /* NULL: nobody is told */
    void *data;
    uint64_t interval, done, due; /* steps; told again when @done comes to @due */
    double before, share;         /* of the whole: the phases before this one, and this one */
    uint64_t begun, steps;        /* of this phase: @done when it began, and what was announced */
    bool is_stopped;
} Progress;

/* All-zero tells nobody; an @interval of 0 is PROGRESS_INTERVAL. */
Progress progress_begin(ProgressCallback callback, void *data, uint64_t interval);
void progress_enter(Progress *progress, double share, uint64_t steps);
/* Tells the caller; false once the caller said stop. */
bool progress_tell(Progress *progress);
/* Tells that all is done. */
bool progress_finish(Progress *progress);
bool progress_is_stopped(const Progress *progress);
/* Why a step was the last: the caller said stop, else there was no memory. */
QcdcStatus progress_fail(const Progress *progress, QcdcError *error);

/* Counts @steps that were done; false asks the work to end. @progress may be NULL. */
static inline bool progress_step(Progress *progress, uint64_t steps)
{
    if (progress == NULL)
        return true;
    progress->done += steps;
    return progress->done < progress->due || progress_tell(progress);
}

#endif
