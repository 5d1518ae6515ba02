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
        bool is_kept = after - first > PEERS_LEAST;
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
    size_t step, period_count;
    PeerSums *sums;
} FactorJob;

static double weigh(double foretold)
{
    return 1 / (1 + spread_of_weights * foretold);
}

/* No figure counts as more than three times, or less than a third, of what the factor makes of it: a wild one, or a few, so move little. */
static double draw_in(double value, double foretold, double factor)
{
    double made = factor * foretold;
    return QCDC_FAULT("peers-drawn-in", fmin(fmax(value, made / 3 - 1), 3 * made + 1), value);
}

static double divide(double values, double foretold)
{
    return (values + 0.5) / (foretold + 0.5);
}

static PeerSums add_up(const FactorJob *job, const QcdcUnitId *members, size_t count, size_t period, double factor)
{
    PeerSums sums = {.factor = factor};
    for (size_t i = 0; i < count; i++) {
        size_t cell = members[i] * job->period_count + period;
        double foretold = job->foretold[cell * job->step], value = job->values[cell];
        if (isnan(foretold) || isnan(value))
            continue;
        sums.values += weigh(foretold) * draw_in(value, foretold, factor);
        sums.foretold += weigh(foretold) * foretold;
        sums.used++;
    }
    return sums;
}

static PeerSums find_sums(const FactorJob *job, const QcdcUnitId *members, size_t count, size_t period)
{
    PeerSums sums = {0};
    double factor = 1;
    for (int round = 0; round < ROUNDS; round++) {
        sums = add_up(job, members, count, period, factor);
        factor = divide(sums.values, sums.foretold);
    }
    return sums;
}

static QcdcStatus find_factors(void *context, size_t first, size_t count, QcdcError *error)
{
    const FactorJob *job = context;
    (void)error;
    for (size_t group = first; group < first + count; group++) {
        size_t start = job->groups->starts[group];
        for (size_t period = 0; period < job->period_count; period++)
            job->sums[group * job->period_count + period] =
                find_sums(job, &job->groups->members[start], job->groups->starts[group + 1] - start, period);
    }
    return QCDC_OK;
}

QcdcStatus peers_find_factors(const Peers *peers, const double *values, const double *foretold, size_t step, size_t period_count, uint32_t threads,
                              PeerFactors *out_factors, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (int kind = 0; kind < PEERS_END && status == QCDC_OK; kind++) {
        const PeerGroups *groups = &peers->groups[kind];
        size_t count;
        if (__builtin_mul_overflow(groups->count, period_count, &count) || count == SIZE_MAX)
            return fail_memory(error);
        out_factors->sums[kind] = g_try_new0(PeerSums, count + 1);
        if (out_factors->sums[kind] == NULL)
            return fail_memory(error);
        FactorJob job = {groups, values, foretold, step, period_count, out_factors->sums[kind]};
        status = workers_run(find_factors, &job, groups->count, threads, error);
    }
    return status;
}

void peers_clear_factors(PeerFactors *factors)
{
    for (int kind = 0; kind < PEERS_END; kind++)
        g_free(factors->sums[kind]);
    *factors = (PeerFactors){0};
}

/* What is left of the sums without one of those that went in. */
static PeerSums leave_out(PeerSums sums, double value, double foretold)
{
    if (isnan(value) || isnan(foretold))
        return sums;
    sums.values -= weigh(foretold) * draw_in(value, foretold, sums.factor);
    sums.foretold -= weigh(foretold) * foretold;
    sums.used--;
    return sums;
}

bool peers_get_factor(const Peers *peers, const PeerFactors *factors, size_t period_count, size_t unit, size_t period, double value, double foretold,
                      PeerFactor *out_factor)
{
    for (int kind = 0; kind < PEERS_END; kind++) {
        uint32_t group = peers->groups[kind].group_of[unit];
        if (group == PEERS_NONE || factors->sums[kind][group * period_count + period].used == 0)
            continue;
        PeerSums sums = QCDC_FAULT("peers-left-out", leave_out(factors->sums[kind][group * period_count + period], value, foretold),
                                   factors->sums[kind][group * period_count + period]);
        if (sums.used < PEERS_LEAST)
            continue;
        double all = fmax(sums.values, 0);
        *out_factor = (PeerFactor){.factor = divide(all, fmax(sums.foretold, 0)), .variance = 1 / (all + 0.5), .used = sums.used};
        return true;
    }
    return false;
}
