/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "progress-private.h"

#include "kernel/fault-private.h"
#include "memory-private.h"

Progress progress_begin(ProgressCallback callback, void *data, uint64_t interval)
{
    Progress progress = {.callback = callback, .data = data, .interval = interval > 0 ? interval : PROGRESS_INTERVAL};
    progress.due = callback != NULL ? 0 : UINT64_MAX;
    return progress;
}

static double find_fraction(const Progress *progress)
{
    uint64_t done = progress->done - progress->begun;
    bool is_over = progress->steps == 0 || QCDC_FAULT("progress-over", done >= progress->steps, false);
    double part = is_over ? 1 : (double)done / (double)progress->steps;
    double fraction = progress->before + progress->share * part;
    return fraction < 1 ? fraction : 1;
}

void progress_enter(Progress *progress, double share, uint64_t steps)
{
    if (progress == NULL)
        return;
    progress->before += QCDC_FAULT("progress-before", progress->share, 0);
    progress->share = share;
    progress->begun = progress->done;
    progress->steps = steps;
}

static bool tell(Progress *progress, double fraction)
{
    if (progress->callback == NULL || progress->is_stopped)
        return !progress->is_stopped;
    progress->due = progress->done + progress->interval;
    progress->is_stopped = QCDC_FAULT("progress-stop", !progress->callback(fraction, progress->data), false);
    if (progress->is_stopped)
        progress->due = 0; /* whoever steps on is told at once to end */
    return !progress->is_stopped;
}

bool progress_tell(Progress *progress)
{
    return tell(progress, find_fraction(progress));
}

bool progress_finish(Progress *progress)
{
    return tell(progress, 1);
}

bool progress_is_stopped(const Progress *progress)
{
    return progress != NULL && progress->is_stopped;
}

QcdcStatus progress_fail(const Progress *progress, QcdcError *error)
{
    if (!progress_is_stopped(progress))
        return memory_fail(error);
    return qcdc_error_set(error, QCDC_STATUS_CANCELLED, NULL, 0, 0, "the work was stopped", NULL, NULL);
}
