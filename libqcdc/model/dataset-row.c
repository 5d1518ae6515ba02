/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <float.h>
#include <glib.h>
#include <string.h>

#include "dataset-layout-private.h"
#include "kernel/fault-private.h"

/* What numbers may stand in a row. Texts come here once they are read; ids, counts and doubles of columns as they are. */

bool is_absence(QcdcObservationStatus status)
{
    return (status & QCDC_OBSERVATION_CODE_MASK) >= QCDC_OBSERVATION_NOT_APPLICABLE;
}

bool row_is_whole(const ObservationRow *row, QcdcObservationField field)
{
    return (row->whole_fields >> field & 1) != 0;
}

static bool is_nan(double number)
{
    return number != number;
}

bool row_has_no_value(const ObservationRow *row)
{
    if (row_is_whole(row, QCDC_OBSERVATION_VALUE))
        return false;
    if (row->has_number)
        return QCDC_FAULT("dataset-nan-empty", is_nan(row->number), false);
    return record_get(row->record, QCDC_OBSERVATION_VALUE)[0] == '\0';
}

/* Few digits that read back as the same double: 43.81 for what was typed as 43.81, and 0.30000000000000004. A double holds any 15;
 * one that is nearly 0 holds fewer. */
static void show_number(double number, char *buffer, size_t size)
{
    char format[8];
    bool is_tiny = number > -DBL_MIN && number < DBL_MIN;
    for (int digits = is_tiny ? 1 : DBL_DIG; digits <= DBL_DECIMAL_DIG; digits++) {
        g_snprintf(format, sizeof format, "%%.%dg", digits);
        g_ascii_formatd(buffer, (gint)size, format, number);
        if (g_ascii_strtod(buffer, NULL) == number)
            return;
    }
}

const char *row_show(ObservationRow *row, QcdcObservationField field)
{
    if (row_is_whole(row, field))
        g_snprintf(row->shown, sizeof row->shown, "%" G_GINT64_FORMAT, (gint64)row->wholes[field]);
    else if (field == QCDC_OBSERVATION_VALUE && row->has_number)
        show_number(row->number, row->shown, sizeof row->shown);
    else
        return record_get(row->record, field);
    return row->shown;
}

void row_report(Report *report, FindingCode code, ObservationRow *row, QcdcObservationField field, const char *complaint,
                const char *hint)
{
    const char *noun = field == QCDC_OBSERVATION_STATUS ? "status" : qcdc_observation_field_to_name(field);
    report_fault(report, code, field, noun, row_show(row, field), complaint, hint);
}

/* Units and indicators by id */

static bool is_id(int64_t id, size_t count)
{
    return id >= 0 && (uint64_t)id < count;
}

static bool names_unit(const ObservationRow *row, const QcdcCatalog *catalog)
{
    return is_id(row->wholes[QCDC_OBSERVATION_UNIT], catalog_unit_count(catalog));
}

static bool names_indicator(const ObservationRow *row, const QcdcCatalog *catalog)
{
    return is_id(row->wholes[QCDC_OBSERVATION_INDICATOR], catalog_indicator_count(catalog));
}

QcdcUnitId row_take_unit(Report *report, ObservationRow *row, const QcdcCatalog *catalog)
{
    if (names_unit(row, catalog))
        return (QcdcUnitId)row->wholes[QCDC_OBSERVATION_UNIT];
    row_report(report, FINDING_COLUMN_NUMBER, row, QCDC_OBSERVATION_UNIT, "is not the id of a unit", NULL);
    return (QcdcUnitId)QCDC_ID_NONE;
}

QcdcIndicatorId row_take_indicator(Report *report, ObservationRow *row, const QcdcCatalog *catalog)
{
    if (names_indicator(row, catalog))
        return (QcdcIndicatorId)row->wholes[QCDC_OBSERVATION_INDICATOR];
    row_report(report, FINDING_COLUMN_NUMBER, row, QCDC_OBSERVATION_INDICATOR, "is not the id of an indicator", NULL);
    return (QcdcIndicatorId)QCDC_ID_NONE;
}

void row_check_in_force(Report *report, ObservationRow *row, const QcdcCatalog *catalog, QcdcUnitId unit, Days days)
{
    if (unit != (QcdcUnitId)QCDC_ID_NONE && !catalog_is_static(catalog) &&
        QCDC_FAULT("dataset-id-in-force", catalog_unit_version_in(catalog, unit, days.first, days.last) == NULL, false))
        row_report(report, FINDING_UNIT_NOT_IN_FORCE, row, QCDC_OBSERVATION_UNIT, "is not in force in the period", NULL);
}

const char *row_get_unit_code(const ObservationRow *row, const QcdcCatalog *catalog)
{
    if (!names_unit(row, catalog))
        return "";
    QcdcUnitId unit = (QcdcUnitId)row->wholes[QCDC_OBSERVATION_UNIT];
    return catalog_unit_version_in(catalog, unit, INT32_MIN, INT32_MAX)->texts[QCDC_UNIT_CODE];
}

const char *row_get_indicator_code(const ObservationRow *row, const QcdcCatalog *catalog)
{
    if (!names_indicator(row, catalog))
        return "";
    return catalog_indicator(catalog, (QcdcIndicatorId)row->wholes[QCDC_OBSERVATION_INDICATOR])->texts[QCDC_INDICATOR_CODE];
}

/* Values */

static const int64_t number_limit = INT64_C(1000000000000000); /* 10^DBL_DIG: beyond, two decimals may share a double */

static int64_t get_power_of_ten(unsigned decimals)
{
    QcdcDecimal one = {.coefficient = 1};
    qcdc_decimal_rescale(one, decimals, &one, NULL);
    return one.coefficient;
}

/* The count of units of 1/@power next to the double; @number_limit or its negative if it is too large. */
static int64_t find_candidate(double number, double power)
{
    double scaled = number * power, limit = (double)number_limit;
    if (scaled >= limit || scaled <= -limit)
        return scaled > 0 ? number_limit : -number_limit;
    return (int64_t)(scaled + (QCDC_FAULT("dataset-double-round", scaled < 0, false) ? -0.5 : 0.5));
}

/* D33. This is the only place of the library where a binary fraction comes in, and it is left at once: the double stands for a
 * decimal if it is the double nearest to it. Below 10^15 the product is off by less than half a unit, so that no other count could
 * be meant; power and count are exact as doubles, and their quotient is the nearest double, because division rounds correctly. */
bool row_take_number(Report *report, ObservationRow *row, const Indicator *indicator, QcdcDecimal *out_value)
{
    unsigned decimals = indicator != NULL ? indicator->decimals : 0;
    double power = (double)get_power_of_ten(decimals);
    if (row->number > DBL_MAX || row->number < -DBL_MAX) {
        row_report(report, FINDING_NUMBER, row, QCDC_OBSERVATION_VALUE, "is not a number",
                   "a value is finite; an empty one is NaN");
        return false;
    }
    if (indicator == NULL) /* a fault of its own; there is nothing to hold the double against */
        return false;
    int64_t count = find_candidate(row->number, power);
    bool is_too_large = count >= number_limit || QCDC_FAULT("dataset-double-negative", count <= -number_limit, false);
    bool is_decimal = QCDC_FAULT("dataset-double-exact", (double)count / power == row->number,
                                 (double)count / power - row->number < 1e-9 && row->number - (double)count / power < 1e-9);
    if (is_too_large)
        row_report(report, FINDING_RANGE, row, QCDC_OBSERVATION_VALUE, "is too large for a double to be exact",
                   "a double has 15 digits, decimals of the indicator included; give a decimal text");
    else if (!is_decimal)
        row_report_decimals(report, FINDING_TOO_MANY_DECIMALS, row, decimals, "give a decimal text, or round it first");
    *out_value = (QcdcDecimal){.coefficient = count, .decimals = (uint8_t)decimals};
    return !is_too_large && is_decimal;
}

void row_report_decimals(Report *report, FindingCode code, ObservationRow *row, unsigned decimals, const char *hint)
{
    Text complaint = {0};
    text_append(&complaint, "has more decimals than the indicator, which has ");
    text_append_number(&complaint, decimals);
    if (complaint.failed)
        report_out_of_memory(report);
    row_report(report, code, row, QCDC_OBSERVATION_VALUE, text_get(&complaint), hint);
    text_clear(&complaint);
}

bool row_take_coefficient(Report *report, ObservationRow *row, QcdcDecimal value, unsigned decimals, int64_t *out_coefficient)
{
    if (qcdc_decimal_rescale(value, decimals, &value, NULL) != QCDC_OK) {
        row_report(report, FINDING_RANGE, row, QCDC_OBSERVATION_VALUE, "is too large",
                   "values have at most 18 digits, decimals of the indicator included");
        return false;
    }
    *out_coefficient = value.coefficient;
    return true;
}

/* Ranks */

int32_t row_take_rank_field(const ObservationRow *row)
{
    bool is_whole = row_is_whole(row, QCDC_OBSERVATION_RANK_FIELD);
    const char *text = is_whole ? "" : record_get(row->record, QCDC_OBSERVATION_RANK_FIELD);
    int64_t field = is_whole ? row->wholes[QCDC_OBSERVATION_RANK_FIELD] : 0;
    if (text[0] != '\0') {
        field = read_whole(text, INT32_MAX);
        field = field > 0 ? field : QCDC_FAULT("dataset-field-told", -1, 0); /* a field that is told is one */
    }
    return field >= 0 && field <= INT32_MAX ? (int32_t)field : -1;
}

static bool is_place(int64_t place, int32_t field)
{
    return place >= 1 && (field <= 0 || QCDC_FAULT("dataset-rank-field", place <= field, place < field));
}

void row_check_rank(Report *report, ObservationRow *row, const Indicator *indicator, bool has_value,
                    const Observation *observation)
{
    bool is_rank = indicator->nature == QCDC_NATURE_RANK;
    if (!is_rank && observation->field != 0)
        row_report(report, FINDING_FIELD_NOT_RANK, row, QCDC_OBSERVATION_RANK_FIELD,
                   "stands beside an indicator that is no rank", "the field is how many were ranked");
    if (is_rank && observation->field < 0)
        row_report(report, FINDING_RANK, row, QCDC_OBSERVATION_RANK_FIELD, "is not how many were ranked", "1, 2, 3 …");
    if (is_rank && has_value && !is_place(observation->coefficient, observation->field))
        row_report(report, FINDING_RANK, row, QCDC_OBSERVATION_VALUE, "is no place among those ranked", "places are 1 … field");
}
