/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SERIES_PRIVATE_H
#define QCDC_SERIES_PRIVATE_H

#include <qcdc/trend.h>

/* A value, its time, and the rest of that time by the season. */
typedef struct SeriesPoint {
    double season, time, value;
} SeriesPoint;

/* What is left of a caller's series without what is no number, by season, then time, then value. */
typedef struct Series {
    SeriesPoint *points;
    size_t count;
} Series;

/* Checks numbers and options; what it hands over is given back with series_clear(). GSL's guard is entered inside. */
QcdcStatus series_read(const double *times, const double *values, size_t count, uint32_t season, Series *out_series, QcdcError *error);
void series_clear(Series *series);
/* The index after the last point of the season of the point at @start. */
size_t series_end_season(const Series *series, size_t start);
/* Does it have two unequal times? */
bool series_has_span(const Series *series);

/* Reads what a caller gave, of any size and perhaps NULL, as complete options: no default left but the season 0, the side of the level besides. */
QcdcStatus trend_read_options(const QcdcTrendOptions *options, QcdcTrendOptions *out_options, double *out_side, QcdcError *error);

/* A call on a list of values, opened: complete options and the series, which is given back with series_clear(). */
typedef struct TrendCall {
    QcdcTrendOptions options;
    double side;
    Series series;
} TrendCall;
/* @place is where the caller wants the result; values without a season have one of 1. */
QcdcStatus trend_call_open(TrendCall *call, const double *times, const double *values, size_t count, const QcdcTrendOptions *options, const void *place,
                           QcdcError *error);

#endif
