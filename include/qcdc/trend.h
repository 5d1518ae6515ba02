/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TREND_H
#define QCDC_TREND_H

#include <qcdc/cube.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_TREND_MAX_VALUES = 5000 /**< most values of one series: all pairs are looked at, 100 MB of slopes */
};

/** QcdcTrendMethod: how a line is laid through a series. */
typedef enum {
    QCDC_TREND_DEFAULT = 0,            /**< Theil–Sen */
    QCDC_TREND_THEIL_SEN,              /**< the median of the slopes of all pairs: holds with up to 29% of wild values */
    QCDC_TREND_ROBUST,                 /**< bisquare weights: near to least squares, wild values weigh nothing */
    QCDC_TREND_LEAST_SQUARES,          /**< the plain line: one wild value turns it */
    QCDC_TREND_LEAST_SQUARES_FROM_ZERO, /**< the plain line through nothing at time 0 */
    QCDC_TREND_END                     /**< sentinel */
} QcdcTrendMethod;

/**
 * QcdcTrendOptions: all-zero is the default.
 * @size: sizeof (QcdcTrendOptions)
 * @level: of the intervals, above 0, below 1; 0 is 0.95
 * @method: a QcdcTrendMethod, of a line
 * @season: how many units of time a season's round takes, 12 of months, 0 … 1000. Theil–Sen and the test hold only times that are a multiple
 * of it apart against one another (Hirsch, Slack and Smith 1982); robust lines and changes of level give each part of the round a level
 * of its own; least squares know none. 1 is without; 0 is 1, in a cube as many as a year has periods
 * @threads: that share the series of a cube, whose results do not hang on it; 0 is 1, at most 64
 * @reserved: zero
 */
typedef struct QcdcTrendOptions {
    size_t size;
    double level;
    QcdcTrendMethod method;
    uint32_t season;
    uint32_t threads;
    uint32_t reserved;
} QcdcTrendOptions;

/**
 * QcdcTrend: a line through a series; all-zero is "nothing".
 * @slope: by how much a unit of time changes the value
 * @low: lower bound of the slope; -HUGE_VAL where so few values give none
 * @high: upper bound of the slope; HUGE_VAL where so few values give none
 * @intercept: the line at time 0
 * @slope_error: standard error of the slope; NaN of Theil–Sen, and of a line through two points
 * @intercept_error: that of the intercept; NaN likewise
 * @spread: standard deviation of the values about the line; of Theil–Sen and the robust line a robust one
 * @fit: of least squares the part of the squares that the line takes up, R²; else NaN
 * @level: how often such bounds hold the true slope
 * @used: values that were no NaN
 * @method: a QcdcTrendMethod, never the default; 0 when nothing was worked out
 * @reserved: zero
 */
typedef struct QcdcTrend {
    double slope, low, high, intercept, slope_error, intercept_error, spread, fit, level;
    size_t used;
    uint8_t method;
    uint8_t reserved[7];
} QcdcTrend;

/**
 * QcdcTrendTest: whether a series rises or falls more than chance lets it (Mann–Kendall); all-zero is "nothing".
 * @score: Kendall's S: pairs that rise less pairs that fall
 * @variance: of the score, where there is no trend
 * @tau: Kendall's tau-b, −1 … 1; NaN where all values or all times are equal
 * @chance: two-sided p-value, 0 … 1
 * @level: what the words of qcdc_trend_test_explain() hold @chance against
 * @used: values that were no NaN; 0 when nothing was worked out
 * @is_exact: 1 where all orders were counted; 0 by the normal distribution
 * @reserved: zero
 */
typedef struct QcdcTrendTest {
    double score, variance, tau, chance, level;
    size_t used;
    uint8_t is_exact;
    uint8_t reserved[7];
} QcdcTrendTest;

/**
 * QcdcLevelChange: how far the level moved at a known time; all-zero is "nothing".
 * @change: the level after less the level before, on top of a common trend
 * @low: lower bound of the change
 * @high: upper bound of the change
 * @error: standard error of the change
 * @before: the line of the time before, at the break
 * @slope: the common trend, a unit of time
 * @slope_error: its standard error
 * @spread: robust standard deviation about the lines
 * @level: how often such bounds hold the true change
 * @used_before: values before the break; 0 when nothing was worked out
 * @used_after: values from the break on
 */
typedef struct QcdcLevelChange {
    double change, low, high, error, before, slope, slope_error, spread, level;
    size_t used_before, used_after;
} QcdcLevelChange;

/** QcdcTrendState: what became of one series of a cube. */
typedef enum {
    QCDC_TREND_STATE_NONE = 0,  /**< nothing was worked out */
    QCDC_TREND_STATE_GIVEN,     /**< a line and a test; a change of level */
    QCDC_TREND_STATE_FEW,       /**< fewer than three observations, or none to hold against one another; of a change of level as refused */
    QCDC_TREND_STATE_UNSETTLED, /**< the robust line needs more observations, or does not settle */
    QCDC_TREND_STATE_END        /**< sentinel */
} QcdcTrendState;

/**
 * QcdcCubeTrend: trend of one unit and indicator; all-zero is "nothing".
 * @trend: the line; time 0 is the first period, 1 the next
 * @test: Mann–Kendall of the same observations
 * @periods: periods from the first to the last
 * @used: of them, those with an observation that was used
 * @left_out: of them, those with a value that is none: estimated, carried, a sum with figures missing, of another definition, before a break
 * @state: a QcdcTrendState
 * @reserved: zero
 */
typedef struct QcdcCubeTrend {
    QcdcTrend trend;
    QcdcTrendTest test;
    uint32_t periods, used, left_out;
    uint8_t state;
    uint8_t reserved[3];
} QcdcCubeTrend;

/**
 * QcdcCubeLevelChange: change of level of one unit and indicator; all-zero is "nothing".
 * @change: the change; time 0 of its line is the first period
 * @periods: periods from the first to the last
 * @used: of them, those with an observation that was used
 * @left_out: of them, those with a value that is none, as in QcdcCubeTrend but for the break
 * @state: a QcdcTrendState
 * @reserved: zero
 */
typedef struct QcdcCubeLevelChange {
    QcdcLevelChange change;
    uint32_t periods, used, left_out;
    uint8_t state;
    uint8_t reserved[3];
} QcdcCubeLevelChange;

/**
 * qcdc_trend_fit:
 * @times: (nullable) time of each value, in any order, equal ones allowed; NULL is 0, 1, 2 …
 * @values: (nullable) values; those that are NaN, or whose time is, are left out
 * @count: how many; QCDC_TREND_MAX_VALUES at most
 * @options: (nullable) NULL is the default
 * @out_trend: takes the line
 * @error: (nullable) what went wrong
 *
 * By how much does it rise or fall, a month, a year? Theil–Sen: the median of the slopes of all pairs of unequal times (H. Theil 1950); the
 * bounds are slopes themselves, by their places alone, found by the distribution of Kendall's S with ties (P. K. Sen 1968), so that they
 * leave 0 out exactly when qcdc_trend_test() has a chance of at most 1 − level, if no values are equal; the intercept leaves as many values above the line
 * as below. Work and memory grow with the square of @count. Robust: bisquare weights (gsl_multifit_robust; DuMouchel and O'Brien 1989); the work
 * grows with @count and the cube of the levels of seasons: 1000 values of 100 seasons take seconds, of 300 most of a minute. Least
 * squares: both with standard errors, and bounds by Student's t. All take it that what is left beside the line does not hang on what was
 * left before: series that carry their past with them get bounds that are too narrow. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when two unequal times are not left, of the robust method four values, and two more than levels
 * of seasons and the line take, or when that does not settle;
 * QCDC_STATUS_ARGUMENT for numbers that are infinite or beyond ±10^100, slopes that are, options out of range, and without a place;
 * QCDC_STATUS_MEMORY, also for too many values.
 */
QCDC_API
QcdcStatus qcdc_trend_fit(const double *times, const double *values, size_t count, const QcdcTrendOptions *options, QcdcTrend *out_trend,
                          QcdcError *error);

/**
 * qcdc_trend_test:
 * @times: (nullable) as in qcdc_trend_fit()
 * @values: (nullable) as in qcdc_trend_fit()
 * @count: how many; QCDC_TREND_MAX_VALUES at most
 * @options: (nullable) NULL is the default; the method does not matter
 * @out_test: takes the result
 * @error: (nullable) what went wrong
 *
 * Does it go up or down more than the order of its values does by chance? Mann 1945, Kendall 1948: by the order of the values alone. Below 50
 * values, none equal and no season, all orders are counted; else by the normal distribution with the variance that ties leave, and
 * correction for continuity. By seasons scores and variances are added (Hirsch, Slack and Smith 1982). Values that carry their past with them
 * are taken for trends too often. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when two values are not left; QCDC_STATUS_ARGUMENT as qcdc_trend_fit(); QCDC_STATUS_MEMORY, also
 * for too many values.
 */
QCDC_API
QcdcStatus qcdc_trend_test(const double *times, const double *values, size_t count, const QcdcTrendOptions *options, QcdcTrendTest *out_test,
                           QcdcError *error);

/**
 * qcdc_trend_find_level_change:
 * @times: (nullable) as in qcdc_trend_fit()
 * @values: (nullable) as in qcdc_trend_fit()
 * @count: how many; QCDC_TREND_MAX_VALUES at most
 * @break_time: the first time of the new level, known beforehand: units merged, a rule changed
 * @options: (nullable) NULL is the default; of them the level and the season
 * @out_change: takes the change
 * @error: (nullable) what went wrong
 *
 * When the rule changed in July, by how much did the level move? One trend before and after, and a step at the break, by robust regression
 * (bisquare weights, gsl_multifit_robust; where these would take a whole side or season for wild, Huber's), bounds by Student's t. Not
 * for a break that was looked for in the same values: that finds one always.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when there are not three values on each side, all on a side at one time on both, when trend, step and
 * seasons cannot be told apart (of months with a season two years with a break between them), or when the regression does not settle; QCDC_STATUS_ARGUMENT as qcdc_trend_fit(); QCDC_STATUS_MEMORY, also for too many values.
 */
QCDC_API
QcdcStatus qcdc_trend_find_level_change(const double *times, const double *values, size_t count, double break_time,
                                        const QcdcTrendOptions *options, QcdcLevelChange *out_change, QcdcError *error);

/**
 * qcdc_cube_read_trends:
 * @cube: a cube
 * @units: units, an entry a series
 * @indicators: indicators, an entry a series
 * @count: how many series
 * @first: the first month, quarter, half or year
 * @last: the last, of the same kind; QCDC_TREND_MAX_VALUES periods at most
 * @options: (nullable) NULL is the default: Theil–Sen, a month held against the same month of other years
 * @out_trends: takes @count results
 * @error: (nullable) what went wrong
 *
 * One call for every unit: the actual figures up the tree. Official and provisional values count; what is estimated, carried, refused, a sum
 * with figures missing or of another definition is no observation, nor is what lies before the last break of the series. Periods that the
 * cube does not hold are without one. Threads: any.
 *
 * Returns: QCDC_OK, also when some series have no trend: see their states; QCDC_STATUS_ARGUMENT for units, indicators, periods or options
 * that are none, and without a cube or place; QCDC_STATUS_OVERFLOW when a formula leaves the range of a value,
 * other entries may have been written; QCDC_STATUS_MEMORY, likewise.
 */
QCDC_API
QcdcStatus qcdc_cube_read_trends(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                 QcdcPeriod first, QcdcPeriod last, const QcdcTrendOptions *options, QcdcCubeTrend *out_trends,
                                 QcdcError *error);

/**
 * qcdc_cube_read_level_changes:
 * @cube: a cube
 * @units: units, an entry a series
 * @indicators: indicators, an entry a series
 * @count: how many series
 * @first: the first month, quarter, half or year
 * @last: the last, of the same kind; QCDC_TREND_MAX_VALUES periods at most
 * @break_period: the first one of the new level, of the same kind: 2025-07
 * @options: (nullable) NULL is the default: months have a level each
 * @out_changes: takes @count results
 * @error: (nullable) what went wrong
 *
 * qcdc_trend_find_level_change() of every unit in one call; observations as in qcdc_cube_read_trends(), but for what lies before a break, which
 * is just what is asked about. Threads: any.
 *
 * Returns: QCDC_OK, also when some series have no change: see their states; else as qcdc_cube_read_trends(), QCDC_STATUS_ARGUMENT also for a
 * break that is none of the periods.
 */
QCDC_API
QcdcStatus qcdc_cube_read_level_changes(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                        QcdcPeriod first, QcdcPeriod last, QcdcPeriod break_period, const QcdcTrendOptions *options,
                                        QcdcCubeLevelChange *out_changes, QcdcError *error);

/**
 * qcdc_trend_explain:
 * @trend: (nullable) a line
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One line for people: by how much a period, between what bounds. It never stands in a report's sentence. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", without a result.
 */
QCDC_API
size_t qcdc_trend_explain(const QcdcTrend *trend, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_trend_test_explain:
 * @test: (nullable) a result
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One line for people: whether the trend is within what chance alone does. It never stands in a report's sentence. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", without a result.
 */
QCDC_API
size_t qcdc_trend_test_explain(const QcdcTrendTest *test, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_level_change_explain:
 * @change: (nullable) a result
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One line for people: how far the level moved, between what bounds. It never stands in a report's sentence. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", without a result.
 */
QCDC_API
size_t qcdc_level_change_explain(const QcdcLevelChange *change, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_trend_to_json:
 * @trend: (nullable) a line
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object with the numbers of the struct by their names; every digit, null for what is not finite. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_trend_to_json(const QcdcTrend *trend, char *buffer, size_t size);

/**
 * qcdc_trend_test_to_json:
 * @test: (nullable) a result
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object with the numbers of the struct by their names; every digit, null for what is not finite. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_trend_test_to_json(const QcdcTrendTest *test, char *buffer, size_t size);

/**
 * qcdc_level_change_to_json:
 * @change: (nullable) a result
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object with the numbers of the struct by their names; every digit, null for what is not finite. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_level_change_to_json(const QcdcLevelChange *change, char *buffer, size_t size);

/**
 * qcdc_trend_method_to_name:
 * @method: any number
 *
 * Threads: any.
 *
 * Returns: (static) (nullable) "theil-sen", "robust", "least-squares", "least-squares-from-zero"; "none" of nothing; NULL out of range.
 */
QCDC_API
const char *qcdc_trend_method_to_name(QcdcTrendMethod method);

/**
 * qcdc_trend_state_to_name:
 * @state: any number
 *
 * Threads: any.
 *
 * Returns: (static) (nullable) "none", "given", "few", "unsettled"; NULL out of range.
 */
QCDC_API
const char *qcdc_trend_state_to_name(QcdcTrendState state);

/**
 * qcdc_cube_trend_explain:
 * @trend: (nullable) a trend of a cube
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * The line of qcdc_trend_explain() and that of qcdc_trend_test_explain(), with a line end between; or why there is no trend. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", of nothing.
 */
QCDC_API
size_t qcdc_cube_trend_explain(const QcdcCubeTrend *trend, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_cube_trend_to_json:
 * @trend: (nullable) a trend of a cube
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object: state, periods, used, left_out, and line and test as qcdc_trend_to_json() and qcdc_trend_test_to_json() write them; their
 * members are all null where there is none. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_cube_trend_to_json(const QcdcCubeTrend *trend, char *buffer, size_t size);

/**
 * qcdc_cube_level_change_explain:
 * @change: (nullable) a change of level of a cube
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * The line of qcdc_level_change_explain(), or why there is no change. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", of nothing.
 */
QCDC_API
size_t qcdc_cube_level_change_explain(const QcdcCubeLevelChange *change, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_cube_level_change_to_json:
 * @change: (nullable) a change of level of a cube
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object: state, periods, used, left_out, and the members of qcdc_level_change_to_json(), all null where there is no change. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_cube_level_change_to_json(const QcdcCubeLevelChange *change, char *buffer, size_t size);

QCDC_END_DECLS

#endif
