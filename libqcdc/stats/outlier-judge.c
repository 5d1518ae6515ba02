/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include "kernel/fault-private.h"
#include "stats/outlier-private.h"
#include "stats/workers-private.h"

enum {
    STEPS = 200 /* of a search for a bound */
};

/* Nineteen of twenty lie within. */
static const double ordinary = 1.959963984540054;
/* A view by which a figure is no farther than this, as one of seven is to one side or the other, does not see that anything is the matter. */
static const double least_of_each = 1.5;
/* A relative variance below this is none: all is counting. */
static const double least_extra = 1e-12;

double outlier_score(double value, const Foretold *foretold, double spread)
{
    double mean = foretold->mean, extra = foretold->counting + foretold->unknown + spread * (1 + foretold->share);
    double counted = value > mean ? fmax(value - 0.5, mean) : fmin(value + 0.5, mean);
    double logarithm = counted > 0 ? counted * log(counted / mean) : 0, others = counted - mean;
    if (extra > least_extra)
        others = (counted + 1 / extra) * log1p((counted - mean) / (mean + 1 / extra));
    double deviance = fmax(2 * (logarithm - others), 0);
    return value < mean ? -sqrt(deviance) : sqrt(deviance);
}

/* How far a value is from what each view foretells; NaN where one foretells nothing. */
static void score_views(const Series *series, size_t period, double value, double *out_scores)
{
    for (int view = 0; view < VIEW_END; view++) {
        const Foretold *foretold = &series->views[view][period];
        double spread = outlier_get_spread(series->table, series->unit, (View)view);
        out_scores[view] = isnan(foretold->mean) ? NAN : outlier_score(value, foretold, spread);
    }
}

/* The view that decides: with peers where there are any. */
static View get_decider(const double *scores)
{
    return isnan(QCDC_FAULT("outlier-peers", scores[VIEW_PEERS], NAN)) ? VIEW_OWN : VIEW_PEERS;
}

/* Far by the view that decides, and by no other near, or far to the other side. */
static bool is_far(const double *scores, double threshold)
{
    double decided = scores[get_decider(scores)];
    for (int view = 0; view < VIEW_END; view++)
        if (!isnan(scores[view]) && QCDC_FAULT("outlier-veto", copysign(1, decided) * scores[view] < least_of_each, false))
            return false;
    return fabs(decided) >= threshold;
}

static void judge_unit(OutlierTable *table, Series *series)
{
    series_foretell(series);
    for (size_t i = table->judged_from; i < table->judged_to; i++) {
        double scores[VIEW_END];
        if (isnan(series->values[i]) || isnan(series->views[VIEW_OWN][i].mean))
            continue;
        score_views(series, i, series->values[i], scores);
        table->marks[series->unit * series->count + i] |= MARK_JUDGED | (is_far(scores, table->threshold) ? MARK_FOUND : 0);
    }
}

static QcdcStatus judge_units(void *context, size_t first, size_t count, QcdcError *error)
{
    OutlierTable *table = context;
    Series series;
    bool is_there = series_begin(&series, table);
    for (size_t unit = first; is_there && unit < first + count; unit++)
        if (table->is_asked[unit] && series_take(&series, unit))
            judge_unit(table, &series);
    series_end(&series);
    if (!is_there)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to judge figures", NULL, NULL);
    return QCDC_OK;
}

QcdcStatus outlier_judge(OutlierTable *table, QcdcError *error)
{
    return workers_run(judge_units, table, table->unit_count, table->threads, error);
}

/* The value at which a score is reached. */
static double find_bound(const Foretold *foretold, double spread, double score)
{
    double low = 0, high = foretold->mean + 1;
    if (outlier_score(0, foretold, spread) >= score)
        return 0;
    for (int i = 0; i < STEPS && outlier_score(high, foretold, spread) < score; i++)
        high *= 2;
    for (int i = 0; i < STEPS && high - low > 1e-9 * high; i++) {
        double middle = (low + high) / 2;
        *(outlier_score(middle, foretold, spread) < score ? &low : &high) = middle;
    }
    return high;
}

/* The only power of ten by which the figure would be ordinary. */
static QcdcOutlierCause find_cause(const QcdcOutlier *outlier, double value)
{
    static const QcdcOutlierCause causes[][2] = {{QCDC_OUTLIER_CAUSE_TENTH, QCDC_OUTLIER_CAUSE_TENFOLD},
                                                 {QCDC_OUTLIER_CAUSE_HUNDREDTH, QCDC_OUTLIER_CAUSE_HUNDREDFOLD},
                                                 {QCDC_OUTLIER_CAUSE_THOUSANDTH, QCDC_OUTLIER_CAUSE_THOUSANDFOLD}};
    QcdcOutlierCause found = value == 0 ? QCDC_OUTLIER_CAUSE_ZERO : QCDC_OUTLIER_CAUSE_NONE;
    bool is_high = value > outlier->typical;
    double power = 1;
    size_t fitting = 0;
    for (size_t i = 0; value != 0 && i < sizeof causes / sizeof causes[0]; i++) {
        power *= 10;
        double other = QCDC_FAULT("outlier-cause", is_high, !is_high) ? value / power : value * power;
        if (other < outlier->low || other > outlier->high)
            continue;
        found = causes[i][is_high];
        fitting++;
    }
    return fitting > 1 ? QCDC_OUTLIER_CAUSE_NONE : found;
}

void outlier_tell(const Series *series, size_t period, QcdcOutlier *outlier)
{
    const OutlierTable *table = series->table;
    double scores[VIEW_END], value = series->values[period];
    PeerFactor factor = {0};
    score_views(series, period, value, scores);
    View decider = get_decider(scores);
    const Foretold *foretold = &series->views[decider][period];
    double spread = outlier_get_spread(table, series->unit, decider);
    outlier->score = scores[VIEW_OWN];
    outlier->peer_score = scores[VIEW_PEERS];
    outlier->typical = foretold->mean;
    outlier->low = floor(find_bound(foretold, spread, -ordinary));
    outlier->high = ceil(find_bound(foretold, spread, ordinary));
    outlier->cause = (uint8_t)find_cause(outlier, value);
    outlier->observations = (uint32_t)series->observations - 1;
    View part = isnan(scores[VIEW_PEERS_NEIGHBOURS]) ? VIEW_YEARS : VIEW_NEIGHBOURS;
    peers_get_factor(table->peers, &table->factors[part], series->count, series->unit, period, value, series->views[part][period].mean, &factor);
    outlier->peers = factor.used;
}
