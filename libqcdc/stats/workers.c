/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/workers-private.h"

#include <glib.h>

typedef struct Worker {
    WorkersJob job;
    void *context;
    size_t first, count;
    GThread *thread;
    QcdcStatus status;
    QcdcError error;
} Worker;

static void *work(void *data)
{
    Worker *worker = data;
    worker->status = worker->job(worker->context, worker->first, worker->count, &worker->error);
    return NULL;
}

/* A thread that cannot be had costs time and no result: the caller does its part. */
static void start(Worker *worker, bool is_last)
{
    if (!is_last)
        worker->thread = g_thread_try_new("qcdc-stats", work, worker, NULL);
    if (worker->thread == NULL)
        work(worker);
}

static QcdcStatus run_all(Worker *workers, size_t count, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < count; i++)
        start(&workers[i], i + 1 == count);
    for (size_t i = 0; i < count; i++)
        if (workers[i].thread != NULL)
            g_thread_join(workers[i].thread);
    for (size_t i = count; i-- > 0;)
        if (workers[i].status != QCDC_OK) {
            status = workers[i].status;
            if (error != NULL)
                *error = workers[i].error;
        }
    return status;
}

QcdcStatus workers_run(WorkersJob job, void *context, size_t total, uint32_t threads, QcdcError *error)
{
    size_t count = threads > WORKERS_MOST ? WORKERS_MOST : threads;
    count = count > total ? total : count;
    if (count <= 1)
        return total > 0 ? job(context, 0, total, error) : QCDC_OK;
    Worker *workers = g_try_new0(Worker, count);
    if (workers == NULL)
        return job(context, 0, total, error);
    for (size_t i = 0; i < count; i++) {
        size_t first = total / count * i + MIN(i, total % count);
        size_t after = total / count * (i + 1) + MIN(i + 1, total % count);
        workers[i] = (Worker){.job = job, .context = context, .first = first, .count = after - first};
    }
    QcdcStatus status = run_all(workers, count, error);
    g_free(workers);
    return status;
}
