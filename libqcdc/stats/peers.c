/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "stats/peers-private.h"

#include <math.h>

#include <glib.h>

#include "kernel/fault-private.h"
#include "stats/workers-private.h"

enum {
    ROUNDS = 7 /* a factor grows by 3 a round at most: up to 2000 */
};

/* A unit's weight falls as its figure grows, as if all were off by so much: a city is no hundred communes. */
static const double spread_of_weights = 0.1;

static QcdcStatus fail_memory(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to hold units against their peers", NULL, NULL);
}

/* Where each unit stands; UINT32_MAX is not known yet. */
typedef struct Places {
    uint32_t *parents, *depths;
    QcdcUnitId *units, *above;
    size_t unit_count;
} Places;

/* In pre-order a parent stands before its children. */
static QcdcStatus place(const QcdcCatalog *catalog, QcdcPeriod period, Places *places, uint32_t *depths_now, QcdcError *error)
{
    size_t count;
    QcdcStatus status = qcdc_catalog_read_tree(catalog, period, places->units, places->above, places->unit_count, &count, error);
    for (size_t i = 0; status == QCDC_OK && i < count; i++) {
        QcdcUnitId unit = places->units[i], parent = places->above[i];
        depths_now[unit] = parent == (QcdcUnitId)QCDC_ID_NONE ? 0 : depths_now[parent] + 1;
        if (places->depths[unit] != UINT32_MAX)
            continue;
        places->depths[unit] = depths_now[unit];
        places->parents[unit] = parent;
    }
    return status;
}

/* Groups of the units whose keys are the same; @starts has room for a key more than there may be. */
static bool make_groups(const uint32_t *keys, size_t unit_count, PeerGroups *groups)
{
    size_t *starts = g_try_new0(size_t, unit_count + 2);
    groups->group_of = g_try_new(uint32_t, unit_count + 1);
    groups->members = g_try_new(QcdcUnitId, unit_count + 1);
    groups->starts = starts;
    if (starts == NULL || groups->group_of == NULL || groups->members == NULL)
        return false;
    for (size_t unit = 0; unit < unit_count; unit++)
        if (keys[unit] < unit_count)
            starts[keys[unit] + 1]++;
    groups->count = unit_count;
    for (size_t key = 0; key < unit_count; key++)
        starts[key + 1] += starts[key];
    for (size_t unit = 0; unit < unit_count; unit++) {
        groups->group_of[unit] = keys[unit] < unit_count ? keys[unit] : PEERS_NONE;
        if (keys[unit] < unit_count)
            groups->members[starts[keys[unit]]++] = (QcdcUnitId)unit;
    }
    for (size_t key = unit_count; key > 0; key--)
        starts[key] = starts[key - 1];
    starts[0] = 0;
    return true;
}

/* Leaves out the groups that are too small, and numbers the others. */
static void drop_small_groups(PeerGroups *groups)
{
    size_t kept = 0, filled = 0;
    for (size_t group = 0; group < groups->count; group++) {
        size_t first = groups->starts[group], after = groups->starts[group + 1];
        bool is_kept = after - first >= PEERS_LEAST;
        for (size_t i = first; i < after; i++) {
            QcdcUnitId unit = groups->members[i];
            groups->group_of[unit] = is_kept ? (uint32_t)kept : PEERS_NONE;
            if (is_kept)
                groups->members[filled++] = unit;
        }
        if (is_kept)
            groups->starts[kept++] = filled - (after - first);
    }
    groups->starts[kept] = filled;
    groups->count = kept;
}

static QcdcStatus place_all(const QcdcCatalog *catalog, const QcdcPeriod *periods, size_t period_count, Places *places, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    uint32_t *depths_now = g_try_new0(uint32_t, places->unit_count + 1);
    if (depths_now == NULL || places->parents == NULL || places->depths == NULL || places->units == NULL || places->above == NULL)
        status = fail_memory(error);
    for (size_t unit = 0; status == QCDC_OK && unit < places->unit_count; unit++)
        places->parents[unit] = places->depths[unit] = UINT32_MAX;
    for (size_t i = period_count; status == QCDC_OK && i-- > 0;)
        if (periods[i].kind != QCDC_PERIOD_NONE)
            status = place(catalog, periods[i], places, depths_now, error);
    g_free(depths_now);
    return status;
}

QcdcStatus peers_gather(const QcdcCatalog *catalog, const QcdcPeriod *periods, size_t period_count, Peers *out_peers, QcdcError *error)
{
    size_t unit_count = qcdc_catalog_get_unit_count(catalog);
    Places places = {.unit_count = unit_count};
    Peers peers = {0};
    places.parents = g_try_new(uint32_t, unit_count + 1);
    places.depths = g_try_new(uint32_t, unit_count + 1);
    places.units = g_try_new(QcdcUnitId, unit_count + 1);
    places.above = g_try_new(QcdcUnitId, unit_count + 1);
    QcdcStatus status = place_all(catalog, periods, period_count, &places, error);
    if (status == QCDC_OK && (!make_groups(places.parents, unit_count, &peers.groups[PEERS_SIBLINGS]) ||
                              !make_groups(places.depths, unit_count, &peers.groups[PEERS_LEVEL])))
        status = fail_memory(error);
    for (int kind = 0; status == QCDC_OK && kind < PEERS_END; kind++)
        drop_small_groups(&peers.groups[kind]);
    g_free(places.parents);
    g_free(places.depths);
    g_free(places.units);
    g_free(places.above);
    if (status == QCDC_OK)
        *out_peers = peers;
    else
        peers_clear(&peers);
    return status;
}

void peers_clear(Peers *peers)
{
    for (int kind = 0; kind < PEERS_END; kind++) {
        g_free(peers->groups[kind].group_of);
        g_free(peers->groups[kind].starts);
        g_free(peers->groups[kind].members);
    }
    *peers = (Peers){0};
}

/* Factors */

typedef struct FactorJob {
    const PeerGroups *groups;
    const double *values, *foretold;
    size_t period_count;
    PeerFactor *factors;
} FactorJob;

/* The weighted sum of figures, none counted as more than three times, or less than a third, of what the factor makes of it, to the same of what
 * was foretold. One wild figure, or a few, so moves it little. */
static PeerFactor find_factor(const FactorJob *job, const QcdcUnitId *members, size_t count, size_t period)
{
    PeerFactor found = {.factor = 1};
    double expected = 0;
    for (int round = 0; round < ROUNDS; round++) {
        double sum = 0;
        expected = 0;
        found.used = 0;
        for (size_t i = 0; i < count; i++) {
            size_t cell = members[i] * job->period_count + period;
            double mean = job->foretold[cell], value = job->values[cell], weighed = found.factor * mean;
            if (isnan(mean) || isnan(value))
                continue;
            double weight = 1 / (1 + spread_of_weights * mean);
            double clipped = QCDC_FAULT("peers-clipped", fmin(fmax(value, weighed / 3 - 1), 3 * weighed + 1), value);
            sum += weight * clipped;
            expected += weight * mean;
            found.used++;
        }
        if (found.used < PEERS_LEAST)
            return (PeerFactor){0};
        found.factor = (sum + 0.5) / (expected + 0.5);
    }
    found.variance = 1 / (found.factor * expected + 0.5);
    return found;
}

static QcdcStatus find_factors(void *context, size_t first, size_t count, QcdcError *error)
{
    const FactorJob *job = context;
    (void)error;
    for (size_t group = first; group < first + count; group++) {
        size_t start = job->groups->starts[group];
        for (size_t period = 0; period < job->period_count; period++)
            job->factors[group * job->period_count + period] =
                find_factor(job, &job->groups->members[start], job->groups->starts[group + 1] - start, period);
    }
    return QCDC_OK;
}

QcdcStatus peers_find_factors(const Peers *peers, const double *values, const double *foretold, size_t period_count, uint32_t threads,
                              PeerFactors *out_factors, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (int kind = 0; kind < PEERS_END && status == QCDC_OK; kind++) {
        const PeerGroups *groups = &peers->groups[kind];
        size_t count;
        if (__builtin_mul_overflow(groups->count, period_count, &count) || count == SIZE_MAX)
            return fail_memory(error);
        out_factors->factors[kind] = g_try_new0(PeerFactor, count + 1);
        if (out_factors->factors[kind] == NULL)
            return fail_memory(error);
        FactorJob job = {groups, values, foretold, period_count, out_factors->factors[kind]};
        status = workers_run(find_factors, &job, groups->count, threads, error);
    }
    return status;
}

void peers_clear_factors(PeerFactors *factors)
{
    for (int kind = 0; kind < PEERS_END; kind++)
        g_free(factors->factors[kind]);
    *factors = (PeerFactors){0};
}

const PeerFactor *peers_get_factor(const Peers *peers, const PeerFactors *factors, size_t period_count, size_t unit, size_t period)
{
    for (int kind = 0; kind < PEERS_END; kind++) {
        uint32_t group = peers->groups[kind].group_of[unit];
        const PeerFactor *factor = group != PEERS_NONE ? &factors->factors[kind][group * period_count + period] : NULL;
        if (factor != NULL && factor->used >= PEERS_LEAST)
            return factor;
    }
    return NULL;
}
