/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/indicator.h>

#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"

static const char *const field_names[QCDC_INDICATOR_FIELD_END] = {
    "code",      "name",          "nature",     "measure",     "decimals",  "over_units",     "over_time",
    "formula",   "part_of",       "part_kind",  "sentence",    "clause",    "verb",           "object",
    "joiner",    "short_measure", "rate_verb",  "zero_phrase", "reporters", "frequency",      "plan_direction",
    "polarity",  "name_en",       "measure_en", "universe",    "valid_from", "valid_to",
};

/* In the order of their enums; NULL ends a list. */
static const char *const nature_names[] = {
    "flow", "opening", "stock", "closing", "to-date", "distinct", "ratio", "score", "rank", NULL,
};
static const char *const over_units_names[] = {"sum", "after", "refused", NULL};
static const char *const over_time_names[] = {"sum", "first", "last", "after", "refused", NULL};
static const char *const part_kind_names[] = {"partition", "subset", "overlap", NULL};
static const char *const frequency_names[] = {"month", "quarter", "half", "year", NULL};
static const char *const plan_direction_names[] = {"at-least", "at-most", "reduce-by", NULL};
static const char *const polarity_names[] = {"none", "higher", "lower", NULL};

static const QcdcPeriodKind frequencies[] = {
    QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF, QCDC_PERIOD_YEAR,
};

/* S5, by nature */
static const struct Preset {
    OverUnits over_units;
    OverTime over_time;
} presets[QCDC_NATURE_END] = {
    [QCDC_NATURE_NONE] = {OVER_UNITS_REFUSED, OVER_TIME_REFUSED},
    [QCDC_NATURE_FLOW] = {OVER_UNITS_SUM, OVER_TIME_SUM},
    [QCDC_NATURE_OPENING] = {OVER_UNITS_SUM, OVER_TIME_FIRST},
    [QCDC_NATURE_STOCK] = {OVER_UNITS_SUM, OVER_TIME_LAST},
    [QCDC_NATURE_CLOSING] = {OVER_UNITS_SUM, OVER_TIME_LAST},
    [QCDC_NATURE_TO_DATE] = {OVER_UNITS_SUM, OVER_TIME_LAST},
    [QCDC_NATURE_DISTINCT] = {OVER_UNITS_SUM, OVER_TIME_REFUSED},
    [QCDC_NATURE_RATIO] = {OVER_UNITS_AFTER, OVER_TIME_AFTER},
    [QCDC_NATURE_SCORE] = {OVER_UNITS_REFUSED, OVER_TIME_REFUSED},
    [QCDC_NATURE_RANK] = {OVER_UNITS_REFUSED, OVER_TIME_REFUSED},
};

const char *qcdc_indicator_field_to_name(QcdcIndicatorField field)
{
    return (unsigned)field < QCDC_INDICATOR_FIELD_END ? field_names[field] : NULL;
}

const char *qcdc_nature_to_name(QcdcNature nature)
{
    return nature > QCDC_NATURE_NONE && nature < QCDC_NATURE_END ? nature_names[nature - 1] : NULL;
}

/* A ratio without a formula is observed: it is never added up nor evaluated (S5). */
void indicator_apply_nature(Indicator *indicator)
{
    bool is_observed_ratio = indicator->nature == QCDC_NATURE_RATIO && indicator->texts[QCDC_INDICATOR_FORMULA][0] == '\0';
    indicator->over_units = is_observed_ratio ? OVER_UNITS_REFUSED : presets[indicator->nature].over_units;
    indicator->over_time = is_observed_ratio ? OVER_TIME_REFUSED : presets[indicator->nature].over_time;
}

static int read_choice(Report *report, const Indicator *indicator, QcdcIndicatorField field, const char *const *words)
{
    return read_word(report, field, field_names[field], indicator->texts[field], words);
}

static void read_nature(Report *report, Indicator *indicator)
{
    indicator->nature = (QcdcNature)(read_choice(report, indicator, QCDC_INDICATOR_NATURE, nature_names) + 1);
    indicator_apply_nature(indicator);
    int over_units = read_choice(report, indicator, QCDC_INDICATOR_OVER_UNITS, over_units_names);
    if (over_units >= 0)
        indicator->over_units = (OverUnits)over_units;
    int over_time = read_choice(report, indicator, QCDC_INDICATOR_OVER_TIME, over_time_names);
    if (over_time >= 0)
        indicator->over_time = (OverTime)over_time;
    bool has_formula = indicator->texts[QCDC_INDICATOR_FORMULA][0] != '\0';
    if (!has_formula && (indicator->over_units == OVER_UNITS_AFTER || indicator->over_time == OVER_TIME_AFTER))
        report_fault(report, FINDING_FORMULA_NATURE,
                     over_units == OVER_UNITS_AFTER ? QCDC_INDICATOR_OVER_UNITS : QCDC_INDICATOR_OVER_TIME, NULL, "after",
                     "\"after\" needs a formula to be evaluated", NULL);
}

static void read_decimals(Report *report, Indicator *indicator)
{
    const char *decimals = indicator->texts[QCDC_INDICATOR_DECIMALS];
    if (decimals[0] == '\0')
        return;
    int64_t number = read_whole(decimals, QCDC_DECIMAL_MAX_DECIMALS);
    indicator->has_decimals = number >= 0;
    indicator->decimals = number >= 0 ? (uint8_t)number : 0;
    if (number < 0)
        report_fault(report, FINDING_DECIMALS, QCDC_INDICATOR_DECIMALS, "decimals", decimals, "is out of range",
                     "0, 1, 2 … 9");
}

static void read_part_kind(Report *report, Indicator *indicator)
{
    int kind = read_choice(report, indicator, QCDC_INDICATOR_PART_KIND, part_kind_names);
    indicator->part_kind = kind >= 0 ? (PartKind)kind : PART_SUBSET;
}

static void read_frequency(Report *report, Indicator *indicator)
{
    int frequency = read_choice(report, indicator, QCDC_INDICATOR_FREQUENCY, frequency_names);
    indicator->frequency = frequency >= 0 ? frequencies[frequency] : QCDC_PERIOD_NONE;
}

/* S22: in what a change of it is told. */
static QcdcQuantity find_quantity(const Indicator *indicator, bool is_rising)
{
    bool is_percent = strcmp(indicator->texts[QCDC_INDICATOR_MEASURE], "%") == 0;
    switch (indicator->nature) {
    case QCDC_NATURE_RATIO:
        return is_percent ? QCDC_QUANTITY_PERCENTAGE : QCDC_QUANTITY_RATIO;
    case QCDC_NATURE_SCORE:
        return is_percent ? QCDC_QUANTITY_PERCENTAGE : QCDC_QUANTITY_SCORE;
    case QCDC_NATURE_RANK:
        return QCDC_FAULT("indicator-polarity", is_rising, !is_rising) ? QCDC_QUANTITY_RANK_RISING : QCDC_QUANTITY_RANK;
    default:
        return QCDC_QUANTITY_AMOUNT;
    }
}

static void read_quantity(Report *report, Indicator *indicator)
{
    read_choice(report, indicator, QCDC_INDICATOR_PLAN_DIRECTION, plan_direction_names);
    bool is_rising = read_choice(report, indicator, QCDC_INDICATOR_POLARITY, polarity_names) == 1;
    indicator->quantity = find_quantity(indicator, is_rising);
}

static void read_interval(Report *report, Indicator *indicator)
{
    const char *from = indicator->texts[QCDC_INDICATOR_VALID_FROM];
    indicator->first_day = read_day(report, QCDC_INDICATOR_VALID_FROM, from, INT32_MIN);
    indicator->last_day = read_day(report, QCDC_INDICATOR_VALID_TO, indicator->texts[QCDC_INDICATOR_VALID_TO], INT32_MAX);
    if (indicator->first_day > indicator->last_day)
        report_fault(report, FINDING_INTERVAL, QCDC_INDICATOR_VALID_FROM, "valid_from", from, "is after valid_to",
                     "valid_to is the last day, itself included");
}

static void check_code(Report *report, const Indicator *indicator)
{
    const char *code = indicator->texts[QCDC_INDICATOR_CODE];
    if (code[0] != '\0' && !form_is_code(code, strlen(code)))
        report_fault(report, FINDING_INDICATOR_CODE, QCDC_INDICATOR_CODE, "code", code, "is not an indicator code",
                     "letters, digits, _ and -, not beginning with a digit or -");
}

/* Code, name, nature and measure stand first and must be there. */
static void check_present(Report *report, const Indicator *indicator)
{
    for (int field = QCDC_INDICATOR_CODE; field <= QCDC_INDICATOR_MEASURE; field++)
        if (indicator->texts[field][0] == '\0')
            report_empty(report, field, field_names[field], "each indicator has a code, a name, a nature and a measure");
}

void indicator_read_record(Report *report, StringPool *strings, const QcdcRecord *record, Indicator *out_indicator)
{
    Indicator indicator = {.part_of = (QcdcIndicatorId)QCDC_ID_NONE, .partition = "", .reporters_name = "", .row = record->row};
    for (int field = 0; field < QCDC_INDICATOR_FIELD_END; field++)
        indicator.texts[field] = record_keep(report, strings, record, field, field_names[field]);
    report->indicator = indicator.texts[QCDC_INDICATOR_CODE];
    check_present(report, &indicator);
    check_code(report, &indicator);
    read_nature(report, &indicator);
    read_decimals(report, &indicator);
    read_part_kind(report, &indicator);
    read_frequency(report, &indicator);
    read_quantity(report, &indicator);
    read_interval(report, &indicator);
    *out_indicator = indicator;
}
