/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_YEAR_ESTIMATE_H
#define QCDC_YEAR_ESTIMATE_H

#include <qcdc/cube.h>

QCDC_BEGIN_DECLS

enum {
    QCDC_YEAR_ESTIMATE_FEWEST_YEARS = 3, /**< full past years without which there is no estimate */
    QCDC_YEAR_ESTIMATE_MOST_YEARS = 100  /**< most that are used; of a cube, how many years back are looked at */
};

/** QcdcYearEstimateValues: what the figures count. */
typedef enum {
    QCDC_YEAR_ESTIMATE_DEFAULT = 0, /**< counts where all are whole numbers, else amounts */
    QCDC_YEAR_ESTIMATE_COUNTS,      /**< things that happen, so that small numbers vary by chance */
    QCDC_YEAR_ESTIMATE_AMOUNTS,     /**< money, hectares: without that chance */
    QCDC_YEAR_ESTIMATE_END          /**< sentinel */
} QcdcYearEstimateValues;

/** QcdcYearEstimateState: what became of one estimate. */
typedef enum {
    QCDC_YEAR_ESTIMATE_STATE_NONE = 0,  /**< nothing was worked out */
    QCDC_YEAR_ESTIMATE_STATE_GIVEN,     /**< an estimate */
    QCDC_YEAR_ESTIMATE_STATE_FEW_YEARS, /**< fewer than three full past years */
    QCDC_YEAR_ESTIMATE_STATE_CURRENT,   /**< this year's figure so far is missing, estimated, below 0 or across a break */
    QCDC_YEAR_ESTIMATE_STATE_NOTHING,   /**< this year's figure so far is 0: a share of it says nothing */
    QCDC_YEAR_ESTIMATE_STATE_NO_SHARE,  /**< past years came whole before the time or after it, and have no share to go by */
    QCDC_YEAR_ESTIMATE_STATE_NO_FLOW,   /**< no figure that adds up over the year */
    QCDC_YEAR_ESTIMATE_STATE_END        /**< sentinel */
} QcdcYearEstimateState;

/**
 * QcdcYearEstimateOptions: all-zero is the default.
 * @size: sizeof (QcdcYearEstimateOptions)
 * @level: of the interval, above 0, below 1; 0 is 0.95
 * @values: a QcdcYearEstimateValues
 * @most_years: how many full past years are used, the latest; 0 is 5, for seasons drift; QCDC_YEAR_ESTIMATE_MOST_YEARS at most
 */
typedef struct QcdcYearEstimateOptions {
    size_t size;
    double level;
    QcdcYearEstimateValues values;
    uint32_t most_years;
} QcdcYearEstimateOptions;

/**
 * QcdcYearEstimate: a full year worked out from its first months; all-zero is "nothing".
 * @estimate: the full year: @reached / @share
 * @low: lower bound of what the year will come to; never below @reached
 * @high: upper bound; may be HUGE_VAL
 * @level: how often such bounds hold the full year
 * @reached: the figure of this year so far
 * @share: part of a year that is there by now: of the sum of the past years, 0 … 1
 * @spread: standard deviation of the logarithm of what is still to come
 * @error: back-test: each past year worked out from the others, mean of the differences without sign, as parts of the year; one that
 * cannot be worked out, since the others had nothing by then, is missed whole
 * @naive_error: the same of the year in proportion to time: × 12 / months
 * @years: full past years that were used
 * @years_left_out: past years on the way back to the oldest of them with figures that are not full, or have no share
 * @parts: parts of the year that are there
 * @parts_of_year: of so many: 12 months, 4 quarters
 * @is_counts: 1 if they were taken for counts
 * @state: a QcdcYearEstimateState
 * @reserved: zero
 */
typedef struct QcdcYearEstimate {
    double estimate, low, high, level, reached, share, spread, error, naive_error;
    uint32_t years, years_left_out, parts, parts_of_year;
    uint8_t is_counts, state;
    uint8_t reserved[6];
} QcdcYearEstimate;

/**
 * qcdc_year_estimate_find:
 * @years: past years, the oldest first, each of @parts_of_year figures in the order of time; NaN is no figure
 * @year_count: how many years; 10 000 at most
 * @parts_of_year: 12 months, 4 quarters, 2 halves: 2 … 366
 * @current: this year's first @parts figures
 * @parts: how many, 1 … @parts_of_year − 1
 * @options: (nullable) NULL is the default
 * @out_estimate: takes the estimate
 * @error: (nullable) what went wrong; of few years how many there are
 *
 * 5 months are known: what may the year come to? By the share of a year that past years had reached by then: the sum of their first parts in the
 * sum of them all. The interval is of the logarithm of (rest / first parts): s² is how past years scatter about the centre, chance that of
 * counts (Poisson, 1 / n with half of one added; Haldane 1956), of which s² / (s² + chance) is taken for the years themselves; that has the
 * quantile of Student's t with one degree less than years, and is wider by the error of the centre; this year's chance is added with the
 * normal quantile (as Cochran 1964 adds variances). Bounds of counts are whole. It takes it that this year's season is like the past
 * ones', whatever its level: not for a year in which a rule, a campaign or an epidemic moves the season. Small counts vary so much that
 * @out_estimate.naive_error may be the smaller one. Figures are for reference (ước tính tham khảo), and no official estimate of the year.
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED below three full past years, when a part of this year is missing or all are 0 or below, and when past
 * years have no share; QCDC_STATUS_ARGUMENT for numbers that are infinite or beyond ±10^100, counts and options out of range, and without a
 * place; QCDC_STATUS_MEMORY for too many years.
 */
QCDC_API
QcdcStatus qcdc_year_estimate_find(const double *years, size_t year_count, uint32_t parts_of_year, const double *current, uint32_t parts,
                                   const QcdcYearEstimateOptions *options, QcdcYearEstimate *out_estimate, QcdcError *error);

/**
 * qcdc_cube_read_year_estimates:
 * @cube: a cube
 * @units: units, an entry an estimate
 * @indicators: indicators, an entry an estimate
 * @count: how many estimates
 * @reached: what is known of this year: January, the first quarter or half, months to date (2026-01/P5M)
 * @options: (nullable) NULL is the default
 * @out_estimates: takes @count estimates
 * @error: (nullable) what went wrong
 *
 * One call for every unit: the actual figures up the tree, of indicators that add up over the year. A past year is full where the cube has a whole
 * year, and its first months whole as well, official or provisional; what is estimated, a sum with figures missing or of another definition is
 * no figure, and neither is a year within which the definition changed; one that begins with a new definition is a figure. Threads: any.
 *
 * Returns: QCDC_OK, also when some have no estimate: see their states; QCDC_STATUS_ARGUMENT for units, indicators, periods or options that
 * are none, and without a cube or place; QCDC_STATUS_OVERFLOW when a formula leaves the range of a value, entries before it have been
 * written; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_read_year_estimates(const QcdcCube *cube, const QcdcUnitId *units, const QcdcIndicatorId *indicators, size_t count,
                                         QcdcPeriod reached, const QcdcYearEstimateOptions *options, QcdcYearEstimate *out_estimates,
                                         QcdcError *error);

/**
 * qcdc_year_estimate_explain:
 * @estimate: (nullable) an estimate
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One line for people: what the year may come to, between what bounds, by how many years, and how far off that was when tried on past years; or
 * why there is no estimate. "Ước tính tham khảo", never the "ước thực hiện" of an office. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", without a result.
 */
QCDC_API
size_t qcdc_year_estimate_explain(const QcdcYearEstimate *estimate, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_year_estimate_to_json:
 * @estimate: (nullable) an estimate
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One object with the state and the numbers of the struct by their names; every digit, null for what is not finite. Where there is no
 * estimate all but the state and the years is null. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; of nothing, "null".
 */
QCDC_API
size_t qcdc_year_estimate_to_json(const QcdcYearEstimate *estimate, char *buffer, size_t size);

/**
 * qcdc_year_estimate_state_to_name:
 * @state: any number
 *
 * Threads: any.
 *
 * Returns: (static) (nullable) "none", "given", "few-years", "current", "nothing", "no-share", "no-flow"; NULL out of range.
 */
QCDC_API
const char *qcdc_year_estimate_state_to_name(QcdcYearEstimateState state);

QCDC_END_DECLS

#endif
