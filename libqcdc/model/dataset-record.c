/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/calendar.h>
#include <qcdc/number.h>
#include <qcdc/text.h>
#include <string.h>

#include "dataset-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

enum {
    MOST_HEDGE_BYTES = 64,
    MOST_SUGGESTIONS = 100
};

static const char *const scope_names[] = {"own", "total", NULL};
static const char *const all_origin_names[] = {"reported", "derived", "estimated", NULL};

const char *const *origin_names(void)
{
    return all_origin_names;
}

/* A field in NFC; NULL with a fault if it is not UTF-8. The text lives in the record or in @scratch. */
static const char *get_field(Report *report, const QcdcRecord *record, QcdcObservationField field, Text *scratch)
{
    const char *value = record_get(record, field);
    size_t length = strlen(value);
    if (!qcdc_text_is_utf8(value, length)) {
        report_fault(report, FINDING_ENCODING, field, qcdc_observation_field_to_name(field), value, "is not UTF-8",
                     "save the file as UTF-8");
        return NULL;
    }
    const char *composed = compose_text(value, length, scratch, &length);
    if (composed == NULL)
        report_out_of_memory(report);
    return composed;
}

static bool is_present(Report *report, const char *value, QcdcObservationField field)
{
    if (value != NULL && value[0] == '\0')
        report_empty(report, field, qcdc_observation_field_to_name(field),
                     "each observation has a unit, an indicator and a period");
    return value != NULL && value[0] != '\0';
}

static bool is_repeated(const ObservationRow *row, QcdcObservationField field)
{
    return (row->repeated_fields >> field & 1) != 0;
}

/* Period and unit (S9) */

/* Days of all time when the period is at fault, so that the unit can be looked at all the same. */
static Days read_period(Report *report, const QcdcCatalog *catalog, const QcdcRecord *record, Observation *observation)
{
    const char *text = record_get(record, QCDC_OBSERVATION_PERIOD);
    Days days = {INT32_MIN, INT32_MAX};
    observation->period = (QcdcPeriod){0};
    if (!is_present(report, text, QCDC_OBSERVATION_PERIOD))
        return days;
    if (qcdc_period_parse(text, strlen(text), &observation->period, NULL) == QCDC_OK) {
        catalog_find_days(catalog, observation->period, &days.first, &days.last);
    } else { /* once more for the words: an error is large, and most rows need none */
        QcdcError cause = {0};
        qcdc_period_parse(text, strlen(text), &observation->period, &cause);
        report_cause(report, FINDING_PERIOD, QCDC_OBSERVATION_PERIOD, text, &cause);
    }
    return days;
}

static void report_unknown_unit(QcdcDatasetBuilder *builder, Report *report, const char *code)
{
    Text hint = {0};
    if (builder->suggestions++ < MOST_SUGGESTIONS)
        catalog_suggest_unit(builder->dataset->catalog, code, &hint);
    report_fault_with(report, FINDING_OBSERVED_UNIT, QCDC_OBSERVATION_UNIT, "unit", code, "is not in units.csv", &hint);
}

static void report_not_in_force(Report *report, const char *code, Days days)
{
    char day[QCDC_DAY_TEXT_SIZE];
    Text complaint = {0};
    qcdc_day_to_text(days.last, day, sizeof day);
    text_append(&complaint, "is not in force on ");
    text_append(&complaint, day);
    text_append(&complaint, ", the last day of the period");
    report_fault(report, FINDING_UNIT_NOT_IN_FORCE, QCDC_OBSERVATION_UNIT, "unit", code, text_get(&complaint),
                 "see valid_from and valid_to in units.csv; a unit that ended in the period is named by its id");
    text_clear(&complaint);
}

static const char *get_identity(const QcdcCatalog *catalog, QcdcUnitId unit)
{
    const char *identity = qcdc_catalog_get_unit_text(catalog, unit, (QcdcPeriod){0}, QCDC_UNIT_IDENTITY);
    return identity[0] != '\0' ? identity : qcdc_catalog_get_unit_text(catalog, unit, (QcdcPeriod){0}, QCDC_UNIT_CODE);
}

static void report_ambiguous(Report *report, const QcdcCatalog *catalog, const char *code, QcdcUnitId unit, QcdcUnitId other)
{
    const char *identities[] = {get_identity(catalog, other), get_identity(catalog, unit)};
    Text hint = {0};
    text_append(&hint, "write the id instead: ");
    text_append_quoted(&hint, identities[0], strlen(identities[0]));
    text_append(&hint, " or ");
    text_append_quoted(&hint, identities[1], strlen(identities[1]));
    report_fault_with(report, FINDING_UNIT_AMBIGUOUS, QCDC_OBSERVATION_UNIT, "unit", code, "was two units in the period", &hint);
}

static QcdcUnitId find_by_identity(const QcdcCatalog *catalog, const char *text, size_t length, Days days)
{
    QcdcUnitId unit = catalog_find_identity(catalog, text, length);
    bool is_in_force = unit != (QcdcUnitId)QCDC_ID_NONE && catalog_unit_version_in(catalog, unit, days.first, days.last) != NULL;
    return is_in_force ? unit : (QcdcUnitId)QCDC_ID_NONE;
}

static void resolve_unit(QcdcDatasetBuilder *builder, Report *report, const char *text, Days days, Observation *observation)
{
    const QcdcCatalog *catalog = builder->dataset->catalog;
    size_t length = strlen(text);
    int32_t day = QCDC_FAULT("dataset-code-day", days.last, days.first);
    bool is_known = catalog_has_code(catalog, text, length) ||
                    catalog_find_identity(catalog, text, length) != (QcdcUnitId)QCDC_ID_NONE;
    QcdcUnitId unit = catalog_find_code(catalog, text, length, day);
    QcdcUnitId other = (QcdcUnitId)QCDC_ID_NONE;
    if (unit != (QcdcUnitId)QCDC_ID_NONE && observation->period.kind != QCDC_PERIOD_NONE && !catalog_is_static(catalog))
        other = catalog_find_other_holder(catalog, text, length, days.first, days.last, unit);
    if (unit == (QcdcUnitId)QCDC_ID_NONE)
        unit = find_by_identity(catalog, text, length, days);
    if (!is_known)
        report_unknown_unit(builder, report, text);
    else if (unit == (QcdcUnitId)QCDC_ID_NONE && observation->period.kind != QCDC_PERIOD_NONE)
        report_not_in_force(report, text, days);
    else if (other != (QcdcUnitId)QCDC_ID_NONE)
        report_ambiguous(report, catalog, text, unit, other);
    observation->unit = unit;
}

static void read_unit(QcdcDatasetBuilder *builder, Report *report, ObservationRow *row, Reading *reading)
{
    const QcdcCatalog *catalog = builder->dataset->catalog;
    Text scratch = {0};
    bool is_known = is_repeated(row, QCDC_OBSERVATION_UNIT) &&
                    QCDC_FAULT("dataset-unit-period", is_repeated(row, QCDC_OBSERVATION_PERIOD), true);
    if (is_known)
        return;
    reading->observation.unit = (QcdcUnitId)QCDC_ID_NONE;
    if (row_is_whole(row, QCDC_OBSERVATION_UNIT)) {
        reading->observation.unit = row_take_unit(report, row, catalog);
        row_check_in_force(report, row, catalog, reading->observation.unit, reading->days);
        return;
    }
    const char *text = get_field(report, row->record, QCDC_OBSERVATION_UNIT, &scratch);
    if (is_present(report, text, QCDC_OBSERVATION_UNIT))
        resolve_unit(builder, report, text, reading->days, &reading->observation);
    text_clear(&scratch);
}

static QcdcIndicatorId find_indicator(QcdcDatasetBuilder *builder, Report *report, const QcdcRecord *record)
{
    const QcdcCatalog *catalog = builder->dataset->catalog;
    Text scratch = {0}, hint = {0};
    const char *text = get_field(report, record, QCDC_OBSERVATION_INDICATOR, &scratch);
    bool is_there = is_present(report, text, QCDC_OBSERVATION_INDICATOR);
    QcdcIndicatorId indicator = catalog_find_indicator_code(catalog, is_there ? text : "", is_there ? strlen(text) : 0);
    if (is_there && indicator == (QcdcIndicatorId)QCDC_ID_NONE) {
        if (builder->suggestions++ < MOST_SUGGESTIONS)
            catalog_suggest_indicator(catalog, text, &hint);
        report_fault_with(report, FINDING_OBSERVED_INDICATOR, QCDC_OBSERVATION_INDICATOR, "indicator", text,
                          "is not in indicators.csv", &hint);
    }
    text_clear(&scratch);
    return indicator;
}

static void read_indicator(QcdcDatasetBuilder *builder, Report *report, ObservationRow *row, Reading *reading)
{
    const QcdcCatalog *catalog = builder->dataset->catalog;
    if (is_repeated(row, QCDC_OBSERVATION_INDICATOR))
        return;
    QcdcIndicatorId indicator = row_is_whole(row, QCDC_OBSERVATION_INDICATOR) ? row_take_indicator(report, row, catalog)
                                                                              : find_indicator(builder, report, row->record);
    reading->observation.indicator = indicator;
    reading->indicator = indicator != (QcdcIndicatorId)QCDC_ID_NONE ? catalog_indicator(catalog, indicator) : NULL;
}

/* Value and status */

static bool is_vietnamese(const char *text)
{
    QcdcDecimal value;
    return qcdc_number_parse_value(text, strlen(text), QCDC_LANGUAGE_VI, &value, NULL) == QCDC_OK;
}

static bool is_canonical(const char *text)
{
    QcdcDecimal value;
    return qcdc_decimal_parse(text, strlen(text), &value, NULL) == QCDC_OK;
}

static size_t count_written_decimals(const char *text)
{
    const char *point = strchr(text, '.');
    size_t count = 0;
    while (point != NULL && point[count + 1] >= '0' && point[count + 1] <= '9')
        count++;
    return count;
}

static void report_not_a_number(Report *report, QcdcNumberWriting writing, const char *text, const QcdcError *cause)
{
    bool is_canonical_expected = writing != QCDC_NUMBER_WRITING_VI;
    if (cause->status == QCDC_STATUS_OVERFLOW)
        report_cause(report, FINDING_RANGE, QCDC_OBSERVATION_VALUE, text, cause);
    else if (is_canonical_expected && is_vietnamese(text))
        report_fault(report, FINDING_NUMBER_FORMAT, QCDC_OBSERVATION_VALUE, "value", text, "is written the Vietnamese way",
                     "say number_format=vi in bundle.ini, or write 1234.5");
    else if (!is_canonical_expected && is_canonical(text))
        report_fault(report, FINDING_NUMBER_FORMAT, QCDC_OBSERVATION_VALUE, "value", text, "is not written the Vietnamese way",
                     "say number_format=canonical in bundle.ini, or write 1.234,5");
    else if (is_canonical_expected && count_written_decimals(text) > QCDC_DECIMAL_MAX_DECIMALS)
        report_cause(report, FINDING_TOO_MANY_DECIMALS, QCDC_OBSERVATION_VALUE, text, cause);
    else
        report_cause(report, FINDING_NUMBER, QCDC_OBSERVATION_VALUE, text, cause);
}

/* "7.000" in a column of whole numbers is most likely seven thousand, and is not taken for seven (contracts.md). */
static void report_decimals(Report *report, QcdcNumberWriting writing, ObservationRow *row, unsigned decimals)
{
    bool is_grouped = writing != QCDC_NUMBER_WRITING_VI && is_vietnamese(record_get(row->record, QCDC_OBSERVATION_VALUE));
    row_report_decimals(report, is_grouped ? FINDING_NUMBER_FORMAT : FINDING_TOO_MANY_DECIMALS, row, decimals,
                        is_grouped ? "if the point groups thousands, say number_format=vi in bundle.ini"
                                   : "see the column decimals of indicators.csv");
}

static QcdcStatus parse_number(QcdcNumberWriting writing, const char *text, QcdcDecimal *out_value, QcdcError *error)
{
    size_t length = strlen(text);
    return writing == QCDC_NUMBER_WRITING_VI ? qcdc_number_parse_value(text, length, QCDC_LANGUAGE_VI, out_value, error)
                                             : qcdc_decimal_parse(text, length, out_value, error);
}

/* Decimals of an indicator that is not known are those written. */
static unsigned get_decimals(const Indicator *indicator, unsigned written)
{
    return indicator != NULL ? indicator->decimals : written;
}

/* A text that is a number, and no finer than the indicator. */
static bool read_number_text(const QcdcDatasetBuilder *builder, Report *report, ObservationRow *row, const Indicator *indicator,
                             QcdcDecimal *out_value)
{
    const char *text = record_get(row->record, QCDC_OBSERVATION_VALUE);
    if (parse_number(builder->writing, text, out_value, NULL) != QCDC_OK) {
        QcdcError cause = {0};
        parse_number(builder->writing, text, out_value, &cause);
        report_not_a_number(report, builder->writing, text, &cause);
        return false;
    }
    unsigned decimals = get_decimals(indicator, out_value->decimals);
    bool is_too_fine = QCDC_FAULT("dataset-decimals", out_value->decimals > decimals,
                                  out_value->decimals > decimals && out_value->decimals < 3);
    if (is_too_fine)
        report_decimals(report, builder->writing, row, decimals);
    return !is_too_fine;
}

/* Is there a number that the indicator can hold? */
static bool read_number(const QcdcDatasetBuilder *builder, Report *report, ObservationRow *row, Reading *reading)
{
    QcdcDecimal value = {0};
    bool is_number = true;
    if (row_is_whole(row, QCDC_OBSERVATION_VALUE))
        value.coefficient = row->wholes[QCDC_OBSERVATION_VALUE];
    else if (row->has_number)
        is_number = row_take_number(report, row, reading->indicator, &value);
    else
        is_number = read_number_text(builder, report, row, reading->indicator, &value);
    return is_number && row_take_coefficient(report, row, value, get_decimals(reading->indicator, value.decimals),
                                             &reading->observation.coefficient);
}

static bool read_status(Report *report, const char *text, QcdcObservationStatus *out_status)
{
    QcdcError cause = {0};
    *out_status = QCDC_OBSERVATION_NORMAL;
    if (text[0] == '\0' || qcdc_observation_status_parse(text, strlen(text), out_status, NULL) == QCDC_OK)
        return true;
    qcdc_observation_status_parse(text, strlen(text), out_status, &cause);
    report_cause(report, FINDING_STATUS, QCDC_OBSERVATION_STATUS, text, &cause);
    return false;
}

/* S2, S3: a value, or the reason why there is none. Is there a value, and a good one? */
static bool read_value(const QcdcDatasetBuilder *builder, Report *report, ObservationRow *row, Reading *reading)
{
    QcdcObservationStatus *status = &reading->observation.status;
    bool is_status_known = is_repeated(row, QCDC_OBSERVATION_STATUS) ||
                           read_status(report, record_get(row->record, QCDC_OBSERVATION_STATUS), status);
    bool is_empty = row_has_no_value(row);
    reading->observation.coefficient = 0;
    if (!is_empty && !is_absence(*status))
        return read_number(builder, report, row, reading);
    if (!is_empty)
        row_report(report, FINDING_VALUE_AND_ABSENCE, row, QCDC_OBSERVATION_VALUE,
                   "stands beside a status that says there is none", "leave the value or the status M, O, L empty");
    else if (is_status_known && !is_absence(*status))
        report_fault(report, FINDING_VALUE_EMPTY, QCDC_OBSERVATION_VALUE, NULL, "", "there is no value and no status M, O or L",
                     "a zero is written 0; M does not apply, O is missing, L is not collected");
    return false;
}

/* Words */

/* A hedge is printed before a number, so that it is short and holds no digit of its own (S4, S30). */
static bool is_hedge(const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] < 0x20 || text[i] == 0x7F || (text[i] >= '0' && text[i] <= '9'))
            return false;
    return length <= MOST_HEDGE_BYTES;
}

static uint32_t intern(QcdcDatasetBuilder *builder, Report *report, const char *text)
{
    uint32_t id = 0;
    if (text != NULL && !string_pool_intern(&builder->batch->strings, text, strlen(text), &id))
        report_out_of_memory(report);
    return id;
}

static void read_hedge(QcdcDatasetBuilder *builder, Report *report, const QcdcRecord *record, Observation *observation)
{
    Text scratch = {0};
    const char *hedge = get_field(report, record, QCDC_OBSERVATION_HEDGE, &scratch);
    if (hedge != NULL && !is_hedge(hedge))
        report_fault(report, FINDING_HEDGE, QCDC_OBSERVATION_HEDGE, "hedge", hedge, "is no hedge",
                     "words such as hơn, gần, khoảng: at most 64 bytes, no digits");
    observation->hedge = intern(builder, report, hedge);
    text_clear(&scratch);
}

static void read_words(QcdcDatasetBuilder *builder, Report *report, const ObservationRow *row, Observation *observation)
{
    Text scratch = {0};
    if (!is_repeated(row, QCDC_OBSERVATION_HEDGE))
        read_hedge(builder, report, row->record, observation);
    if (!is_repeated(row, QCDC_OBSERVATION_SOURCE))
        observation->source = intern(builder, report, get_field(report, row->record, QCDC_OBSERVATION_SOURCE, &scratch));
    observation->file = intern(builder, report, row->record->source != NULL ? row->record->source : "");
    text_clear(&scratch);
}

static void read_scenario(const QcdcCatalog *catalog, Report *report, const char *text, Observation *observation)
{
    observation->scenario = 0;
    if (text == NULL || text[0] == '\0' || strcmp(text, "actual") == 0)
        return;
    size_t plan = catalog_find_plan(catalog, text);
    if (plan != SIZE_MAX)
        observation->scenario = (uint16_t)(plan + 1);
    else
        report_fault(report, FINDING_SCENARIO, QCDC_OBSERVATION_SCENARIO, "scenario", text, "is not a plan",
                     "actual, or a name declared under [plans] in bundle.ini");
}

static uint8_t read_choice(Report *report, const QcdcRecord *record, QcdcObservationField field, const char *const *words)
{
    int choice = read_word(report, field, qcdc_observation_field_to_name(field), record_get(record, field), words);
    return choice > 0 ? (uint8_t)choice : 0;
}

static void read_choices(QcdcDatasetBuilder *builder, Report *report, const ObservationRow *row, Observation *observation)
{
    Text scratch = {0};
    if (!is_repeated(row, QCDC_OBSERVATION_SCOPE))
        observation->scope = read_choice(report, row->record, QCDC_OBSERVATION_SCOPE, scope_names);
    if (!is_repeated(row, QCDC_OBSERVATION_ORIGIN))
        observation->origin = read_choice(report, row->record, QCDC_OBSERVATION_ORIGIN, all_origin_names);
    if (!is_repeated(row, QCDC_OBSERVATION_SCENARIO))
        read_scenario(builder->dataset->catalog, report,
                      get_field(report, row->record, QCDC_OBSERVATION_SCENARIO, &scratch), observation);
    text_clear(&scratch);
}

/* What the faults of the row are about: the texts, or the codes of the ids. */
static void name_row(const QcdcCatalog *catalog, Report *report, const ObservationRow *row)
{
    report->unit = row_is_whole(row, QCDC_OBSERVATION_UNIT) ? row_get_unit_code(row, catalog)
                                                            : record_get(row->record, QCDC_OBSERVATION_UNIT);
    report->indicator = row_is_whole(row, QCDC_OBSERVATION_INDICATOR) ? row_get_indicator_code(row, catalog)
                                                                      : record_get(row->record, QCDC_OBSERVATION_INDICATOR);
    report->period = record_get(row->record, QCDC_OBSERVATION_PERIOD);
}

void observation_read_row(QcdcDatasetBuilder *builder, Report *report, ObservationRow *row, Reading *reading)
{
    Observation *observation = &reading->observation;
    name_row(builder->dataset->catalog, report, row);
    observation->line = row->record->row;
    observation->revision = builder->revision;
    if (!is_repeated(row, QCDC_OBSERVATION_PERIOD))
        reading->days = read_period(report, builder->dataset->catalog, row->record, observation);
    read_unit(builder, report, row, reading);
    read_indicator(builder, report, row, reading);
    bool has_value = read_value(builder, report, row, reading);
    observation->field = row_take_rank_field(row);
    if (reading->indicator != NULL)
        row_check_rank(report, row, reading->indicator, has_value, observation);
    read_choices(builder, report, row, observation);
    read_words(builder, report, row, observation);
}
