/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_COMPARISON_H
#define QCDC_COMPARISON_H

#include <qcdc/contribution.h>
#include <qcdc/cube.h>
#include <qcdc/phrase.h>

QCDC_BEGIN_DECLS

/** QcdcBy: into what parts a unit's figure is taken apart. */
typedef enum {
    QCDC_BY_DEFAULT = 0, /**< none */
    QCDC_BY_NONE,        /**< the unit alone */
    QCDC_BY_CHILD,       /**< its own figure and its children */
    QCDC_BY_LEVEL,       /**< levels below it */
    QCDC_BY_GROUP,       /**< groups below it */
    QCDC_BY_INDICATOR,   /**< the parts of the indicators named */
    QCDC_BY_END          /**< sentinel */
} QcdcBy;

enum {
    QCDC_DEPTH_ALL = -1 /**< all the way down */
};

/** QcdcBaseKnown: which of the figures that were corrected stands as base (S20). */
typedef enum {
    QCDC_BASE_KNOWN_DEFAULT = 0, /**< now */
    QCDC_BASE_KNOWN_NOW,         /**< as the cube's dataset knows it */
    QCDC_BASE_KNOWN_THEN,        /**< as it was first published */
    QCDC_BASE_KNOWN_END          /**< sentinel */
} QcdcBaseKnown;

/** QcdcBasis: over which units both figures of a change are worked out (S23). */
typedef enum {
    QCDC_BASIS_DEFAULT = 0, /**< as reported */
    QCDC_BASIS_AS_REPORTED, /**< each period with those who reported it */
    QCDC_BASIS_COMMON,      /**< both with the units that have a value in both (W24) */
    QCDC_BASIS_END          /**< sentinel */
} QcdcBasis;

/**
 * QcdcBaseOption: one base of a comparison.
 * @base: a QcdcBase
 * @period: of QCDC_BASE_PERIOD: the label
 * @plan: (nullable) of QCDC_BASE_PLAN: its name; NULL is the only or first plan
 * @unit: of QCDC_BASE_UNIT: its code
 */
typedef struct QcdcBaseOption {
    QcdcBase base;
    const char *period, *plan, *unit;
} QcdcBaseOption;

/**
 * QcdcSelection: which figures; all-zero is every root unit, every indicator.
 * @size: sizeof (QcdcSelection)
 * @unit: (nullable) code; NULL is every root
 * @period: (nullable) label; NULL is the latest (D12)
 * @by: a QcdcBy
 * @depth: levels of parts; 0 is 1, QCDC_DEPTH_ALL
 * @indicators: (nullable) codes; none is all
 * @indicator_count: how many
 * @bases: (nullable) none is the same period last year
 * @base_count: how many
 * @base_known: a QcdcBaseKnown
 * @basis: a QcdcBasis
 */
typedef struct QcdcSelection {
    size_t size;
    const char *unit, *period;
    QcdcBy by;
    int32_t depth;
    const char *const *indicators;
    size_t indicator_count;
    const QcdcBaseOption *bases;
    size_t base_count;
    QcdcBaseKnown base_known;
    QcdcBasis basis;
} QcdcSelection;

/** QcdcPresence: whether a unit was there in both periods (W21, W22). */
typedef enum {
    QCDC_PRESENCE_BOTH = 0, /**< in both, or nothing to say */
    QCDC_PRESENCE_NEW,      /**< in force on no day of the base period, begun after it */
    QCDC_PRESENCE_ENDED,    /**< in force on no day of the current period, ended before it */
    QCDC_PRESENCE_END       /**< sentinel */
} QcdcPresence;

/**
 * QcdcComparisonRow: one figure against one base. Texts belong to the comparison.
 * @unit: unit, or QCDC_ID_NONE of a level or group
 * @unit_code: code, u#own, level:1 or group:name (D8)
 * @unit_name: name
 * @indicator: indicator
 * @base_index: which base of the selection
 * @base: a QcdcBase
 * @period: current period
 * @base_period: base period; of a plan the plan's, no period where none was found
 * @change: the change, all caveats
 * @current_cell: the current cell
 * @base_cell: the base cell
 * @units_expected: units expected now (D24)
 * @units_valued: of them, with a value now
 * @base_units_expected: likewise of the base
 * @base_units_valued: likewise of the base
 * @plan: index of the plan in the catalog; of other bases 0
 * @plan_of_year: 1 if the plan is of the containing year
 * @is_common: 1 if the figures are those of the units with a value in both periods, and fewer than either period has (W24)
 * @presence: a QcdcPresence
 * @presence_day: of NEW the unit's first day, of ENDED the first day after its last, as days since 1970-01-01; else 0
 * @base_unit: of QCDC_BASE_UNIT the unit, of QCDC_BASE_PARENT_MEAN the parent; else QCDC_ID_NONE
 */
typedef struct QcdcComparisonRow {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    const char *unit_code, *unit_name;
    size_t base_index;
    QcdcBase base;
    QcdcPeriod period, base_period;
    QcdcChange change;
    QcdcCell current_cell, base_cell;
    uint32_t units_expected, units_valued, base_units_expected, base_units_valued;
    uint32_t plan;
    uint8_t plan_of_year, is_common, presence;
    uint8_t reserved[1];
    int32_t presence_day;
    QcdcUnitId base_unit;
} QcdcComparisonRow;

/**
 * QcdcChangeColumns: rows of a comparison as columns, an entry a row; arrays of the caller, NULL is not wanted.
 * @size: sizeof (QcdcChangeColumns)
 * @units: units, (QcdcUnitId)QCDC_ID_NONE of a level or group
 * @indicators: indicators
 * @base_indices: which base of the selection
 * @periods: current periods
 * @base_periods: base periods
 * @current: current figures × 10^decimals, of a ratio by formula the numerator; 0 without one
 * @current_decimals: decimals of each
 * @current_denominators: of a ratio by formula the coefficient of its denominator, of others 0
 * @current_denominator_decimals: decimals of each
 * @current_states: QcdcFigureState
 * @base: base figures, as @current
 * @base_decimals: decimals of each
 * @base_denominators: as @current_denominators
 * @base_denominator_decimals: decimals of each
 * @base_states: QcdcFigureState
 * @differences: current − base × 10^difference_decimals; 0 where there is none
 * @difference_decimals: decimals of each
 * @has_differences: 1 where there is a difference; not of ratios by formula
 * @percents: growth in % × 10^percent_decimals; 0 where there is none
 * @has_percents: 1 where there is a percent
 * @directions: QcdcDirection
 * @caveats: QCDC_CAVEAT_ bits
 */
typedef struct QcdcChangeColumns {
    size_t size;
    QcdcUnitId *units;
    QcdcIndicatorId *indicators;
    uint32_t *base_indices;
    QcdcPeriod *periods, *base_periods;
    int64_t *current;
    uint8_t *current_decimals;
    int64_t *current_denominators;
    uint8_t *current_denominator_decimals, *current_states;
    int64_t *base;
    uint8_t *base_decimals;
    int64_t *base_denominators;
    uint8_t *base_denominator_decimals, *base_states;
    int64_t *differences;
    uint8_t *difference_decimals, *has_differences;
    int64_t *percents;
    uint8_t *has_percents, *directions;
    uint32_t *caveats;
} QcdcChangeColumns;

/**
 * qcdc_base_option_parse:
 * @text: "same-period", "previous", "plan", "plan:NAME", "unit:CODE", "parent-mean" or a period
 * @out_option: takes the base; its texts point into @text
 * @error: (nullable) what went wrong, with the bases there are as hint
 *
 * A base as shells, notebooks and SQL name it. Source: contracts.md "Shell" --base. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX for other words; QCDC_STATUS_ARGUMENT when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_base_option_parse(const char *text, QcdcBaseOption *out_option, QcdcError *error);

/**
 * qcdc_cube_compare:
 * @cube: a cube; the comparison holds a reference on it, or on one made from it that holds the periods which it lacks
 * @selection: (nullable) which figures, against what; NULL is every root and indicator of the latest period against the year before
 * @out_comparison: (transfer full) the rows; given back with qcdc_comparison_unref()
 * @error: (nullable) what went wrong, with a hint
 *
 * The base of a figure follows its period (S15); a plan is that of the period, else of the shortest label around it in the same year
 * (S24). Another unit and the mean of the units beside it are figures of the same period (D56, D57): of a mean base_cell is a fraction, the
 * sum over the number of units that have a figure, which its counts tell. Coverage differs where other units have values (D25). The current figures are those of the cube's dataset; those of the base
 * too, or with @selection.base_known what the dataset had as first published (S20). With @selection.basis common both are worked out
 * over the units that have a value in both periods, of a form all its terms; what is kept at a unit itself is as it is (W24). Nothing of @selection is kept. Source: S11, S15,
 * S20 … S24, D6 … D8, D13, D18, D22 … D25, D52. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a selection out of range; QCDC_STATUS_SYNTAX for a label that is no period;
 * QCDC_STATUS_NOT_FOUND for a unit, indicator or plan that is not there, and where nothing was observed; QCDC_STATUS_REFUSED for the
 * same period of a span, a base before year 1, some months against a full year, and a common basis of other than one base in time; QCDC_STATUS_OVERFLOW when a
 * difference or formula leaves the range of a value; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_compare(QcdcCube *cube, const QcdcSelection *selection, QcdcComparison **out_comparison, QcdcError *error);

/**
 * qcdc_comparison_ref:
 * @comparison: (nullable) a comparison
 *
 * Source: design.md §3.6. Threads: any; the count is atomic.
 *
 * Returns: (transfer full) @comparison with one reference more.
 */
QCDC_API
QcdcComparison *qcdc_comparison_ref(QcdcComparison *comparison);

/**
 * qcdc_comparison_unref:
 * @comparison: (nullable) (transfer full) a comparison; the last reference frees it
 *
 * Source: design.md §3.6. Threads: any; the count is atomic.
 */
QCDC_API
void qcdc_comparison_unref(QcdcComparison *comparison);

/**
 * qcdc_comparison_get_catalog:
 * @comparison: a comparison; NULL has none
 *
 * Source: design.md §3.2. Threads: any.
 *
 * Returns: the catalog of its units and indicators; belongs to the comparison and lives as long.
 */
QCDC_API
QcdcCatalog *qcdc_comparison_get_catalog(const QcdcComparison *comparison);

/**
 * qcdc_comparison_get_count:
 * @comparison: a comparison; NULL has no rows
 *
 * Source: D8. Threads: any.
 *
 * Returns: how many rows there are.
 */
QCDC_API
size_t qcdc_comparison_get_count(const QcdcComparison *comparison);

/**
 * qcdc_comparison_read_rows:
 * @comparison: a comparison
 * @first: first row, 0 … count
 * @count: how many rows
 * @out_rows: @count entries owned by the caller; texts in them belong to the comparison
 * @error: (nullable) what went wrong
 *
 * All rows of the first base, then of the second; within a base a unit, then its parts; within a unit the indicators in their
 * order. A row without either figure is left out unless the unit is expected to report. Source: D8. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for rows past the end.
 */
QCDC_API
QcdcStatus qcdc_comparison_read_rows(const QcdcComparison *comparison, size_t first, size_t count, QcdcComparisonRow *out_rows,
                                     QcdcError *error);

/**
 * qcdc_comparison_read_changes:
 * @comparison: a comparison
 * @first: first row, 0 … count − 1; the count too where @count is 0
 * @count: how many rows
 * @percent_decimals: 0 … 15, the decimals of @columns.percents
 * @rounding: how a half of a percent is rounded
 * @columns: the arrays that are wanted, of @count entries each
 * @error: (nullable) what went wrong
 *
 * The rows of qcdc_comparison_read_rows() for hosts that take columns. On failure entries may have been written. A percent is rounded and
 * nothing else: one near 100 may read 100, which print keeps off it by more decimals (W13). Source: design.md §3.8, S22. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW for a percent outside the range of a value; QCDC_STATUS_ARGUMENT for rows past the end, a number
 * out of its range, and without @columns or with another size of it.
 */
QCDC_API
QcdcStatus qcdc_comparison_read_changes(const QcdcComparison *comparison, size_t first, size_t count, unsigned percent_decimals,
                                        QcdcRounding rounding, const QcdcChangeColumns *columns, QcdcError *error);

/**
 * qcdc_comparison_explain_row:
 * @comparison: a comparison
 * @row: a row, 0 … count − 1
 * @language: language of the words
 * @out_text: (transfer full) lines of UTF-8; freed with qcdc_free()
 * @error: (nullable) what went wrong
 *
 * Says in words what is held against what, the difference, and, where a percent, places or any comparison has no meaning, why: of a
 * break the rows that carry the flag. Source: S8, S15, S22, D51. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for a row past the end and for what is not a language; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_comparison_explain_row(const QcdcComparison *comparison, size_t row, QcdcLanguage language, char **out_text,
                                       QcdcError *error);

/**
 * qcdc_comparison_get_contribution:
 * @comparison: a comparison
 * @row: a row, 0 … count − 1
 * @out_contribution: takes what the row brought to the change of its whole
 * @error: (nullable) what went wrong
 *
 * The whole of a part by unit is the unit that is taken apart; of any other row whose indicator is a part of one that is selected too, its
 * total. Source: S23, S25, W20. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND where there is nothing to say: the row is no part, the base is not in time, part or whole is no
 * amount or did not change, lies across a break, or has other reporters in the two periods, or the base of the whole is 0 or below;
 * QCDC_STATUS_ARGUMENT for a row past the end and when a pointer is missing.
 */
QCDC_API
QcdcStatus qcdc_comparison_get_contribution(const QcdcComparison *comparison, size_t row, QcdcContribution *out_contribution,
                                            QcdcError *error);

/**
 * QcdcYears: the years of a span of years.
 * @first: the figure of the year before the span
 * @last: the figure of its last year
 * @total: the figure of the span
 * @before: the year before the span
 * @last_year: its last year
 * @years: how many years it has
 * @has_mean: 1 where @total / @years is a mean per year: what adds over time
 * @has_growth: 1 where the average growth from @first to @last in @years years has a meaning: both above 0, no break between
 * @reserved: zero
 */
typedef struct QcdcYears {
    QcdcFigure first, last, total;
    QcdcPeriod before, last_year;
    uint32_t years;
    uint8_t has_mean, has_growth;
    uint8_t reserved[2];
} QcdcYears;

/**
 * qcdc_comparison_get_years:
 * @comparison: a comparison
 * @row: a row, 0 … count − 1
 * @out_years: takes the years
 * @error: (nullable) what went wrong
 *
 * What the mean per year and the average growth (qcdc_growth_average()) of a row over a span of years are worked out from. Source: S25,
 * W19. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND for a row of another period or of no amount, and for a span from year 1; QCDC_STATUS_OVERFLOW
 * when a formula leaves the range of a value; QCDC_STATUS_ARGUMENT for a row past the end and when a pointer is missing;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_comparison_get_years(const QcdcComparison *comparison, size_t row, QcdcYears *out_years, QcdcError *error);

QCDC_END_DECLS

#endif
