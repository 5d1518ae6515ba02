/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib.h>
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

QcdcCatalog *qcdc_catalog_ref(QcdcCatalog *catalog)
{
    if (catalog != NULL)
        g_atomic_int_inc(&catalog->reference_count);
    return catalog;
}

static void free_catalog(QcdcCatalog *catalog)
{
    for (size_t i = 0; i < catalog->indicator_count; i++)
        form_free(catalog->indicators[i].form);
    for (size_t i = 0; i < catalog->rules.count; i++)
        rule_clear(&ARRAY_AT(&catalog->rules, Rule, i));
    qcdc_free(catalog->versions);
    qcdc_free(catalog->versions_in_file_order);
    qcdc_free(catalog->file_rows);
    qcdc_free(catalog->run_ends);
    qcdc_free(catalog->units);
    qcdc_free(catalog->codes);
    qcdc_free(catalog->first_codes);
    qcdc_free(catalog->identities);
    qcdc_free(catalog->indicators);
    qcdc_free(catalog->indicators_by_code);
    qcdc_free(catalog->evaluation_order);
    array_clear(&catalog->plans);
    array_clear(&catalog->groups);
    array_clear(&catalog->partitions);
    qcdc_free(catalog->group_numbers);
    qcdc_free(catalog->is_grouped);
    for (size_t i = 0; i < catalog->hierarchies.count; i++)
        qcdc_free(ARRAY_AT(&catalog->hierarchies, Hierarchy, i).parents);
    array_clear(&catalog->hierarchies);
    array_clear(&catalog->hierarchy_cells);
    array_clear(&catalog->exceptions);
    array_clear(&catalog->exception_spans);
    qcdc_free(catalog->exception_sets);
    attribute_table_clear(&catalog->exception_attributes);
    attribute_table_clear(&catalog->unit_attributes);
    attribute_table_clear(&catalog->indicator_attributes);
    array_clear(&catalog->rules);
    attribute_table_clear(&catalog->rule_attributes);
    calendar_table_clear(&catalog->calendars);
    string_pool_clear(&catalog->strings);
    qcdc_free(catalog);
}

void qcdc_catalog_unref(QcdcCatalog *catalog)
{
    if (catalog != NULL && g_atomic_int_dec_and_test(&catalog->reference_count))
        free_catalog(catalog);
}

bool catalog_is_at_fault(const QcdcCatalog *catalog)
{
    return catalog->is_at_fault;
}

/* Maps from texts */

uint32_t *make_string_map(const QcdcCatalog *catalog)
{
    size_t count = string_pool_count(&catalog->strings);
    uint32_t *map = memory_try_new(count, sizeof *map);
    for (size_t i = 0; map != NULL && i < count; i++)
        map[i] = (uint32_t)NONE;
    return map;
}

uint32_t look_up(const QcdcCatalog *catalog, const uint32_t *map, const char *text, size_t length)
{
    uint32_t string = string_pool_find(&catalog->strings, text, length);
    return string != UINT32_MAX && length > 0 ? map[string] : (uint32_t)NONE;
}

/* Versions */

size_t catalog_version_count(const QcdcCatalog *catalog)
{
    return catalog->version_count;
}

const UnitVersion *catalog_version_in_file_order(const QcdcCatalog *catalog, size_t index)
{
    return &catalog->versions[catalog->versions_in_file_order[index]];
}

size_t catalog_version_row(const QcdcCatalog *catalog, const UnitVersion *version)
{
    return catalog->file_rows[version - catalog->versions];
}

const Attribute *catalog_version_attributes(const QcdcCatalog *catalog, size_t index, size_t *out_count)
{
    return attribute_table_get(&catalog->unit_attributes, (uint32_t)index, out_count);
}

/* The first version from @low on that begins after @day. */
static uint32_t find_version_after(const QcdcCatalog *catalog, uint32_t low, uint32_t high, int32_t day)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (catalog->versions[middle].first_day <= day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void find_versions(const QcdcCatalog *catalog, QcdcUnitId unit, int32_t first_day, int32_t last_day, uint32_t *out_first,
                   uint32_t *out_end)
{
    uint32_t start = catalog->units[unit].first_version, stop = start + catalog->units[unit].version_count;
    uint32_t first = find_version_after(catalog, start, stop, first_day);
    if (first > start && catalog->versions[first - 1].last_day >= first_day)
        first--;
    *out_first = first;
    *out_end = find_version_after(catalog, first, stop, last_day);
}

const UnitVersion *catalog_unit_version_in(const QcdcCatalog *catalog, QcdcUnitId unit, int32_t first, int32_t last)
{
    uint32_t from, end;
    find_versions(catalog, unit, first, last, &from, &end);
    return from < end ? &catalog->versions[QCDC_FAULT("catalog-last-version", end - 1, from)] : NULL;
}

const UnitVersion *catalog_unit_version(const QcdcCatalog *catalog, QcdcUnitId unit, int32_t day)
{
    return catalog_unit_version_in(catalog, unit, day, day);
}

const UnitVersion *catalog_unit_first_version(const QcdcCatalog *catalog, QcdcUnitId unit)
{
    return &catalog->versions[catalog->units[unit].first_version];
}

bool catalog_is_static(const QcdcCatalog *catalog)
{
    return catalog->is_static;
}

bool unit_version_has_group(const UnitVersion *version, const char *group)
{
    const char *rest = version->texts[QCDC_UNIT_GROUPS];
    size_t wanted = strlen(group);
    while (*rest != '\0') {
        size_t length = measure_until(rest, '|');
        if (length == wanted && memcmp(rest, group, length) == 0)
            return true;
        rest += length + (rest[length] == '|');
    }
    return false;
}

/* Codes of units */

/* The first entry of @code that holds on a day of [first, last] for another unit than @unit; entries of one code lie by first
 * day and do not overlap. */
static QcdcUnitId find_holder(const QcdcCatalog *catalog, const char *code, size_t length, int32_t first, int32_t last,
                              QcdcUnitId unit)
{
    uint32_t at = look_up(catalog, catalog->first_codes, code, length);
    if (at == (uint32_t)NONE)
        return (QcdcUnitId)QCDC_ID_NONE;
    for (uint32_t string = catalog->codes[at].code; at < catalog->code_count && catalog->codes[at].code == string; at++) {
        const UnitVersion *version = &catalog->versions[catalog->codes[at].version];
        if (version->first_day > last)
            break;
        if (version->last_day >= first && version->unit != unit)
            return version->unit;
    }
    return (QcdcUnitId)QCDC_ID_NONE;
}

QcdcUnitId catalog_find_code(const QcdcCatalog *catalog, const char *code, size_t length, int32_t day)
{
    return find_holder(catalog, code, length, day, day, (QcdcUnitId)QCDC_ID_NONE);
}

QcdcUnitId catalog_find_other_holder(const QcdcCatalog *catalog, const char *code, size_t length, int32_t first, int32_t last,
                                     QcdcUnitId unit)
{
    return find_holder(catalog, code, length, first, last, unit);
}

QcdcUnitId catalog_find_identity(const QcdcCatalog *catalog, const char *identity, size_t length)
{
    return look_up(catalog, catalog->identities, identity, length);
}

bool catalog_has_code(const QcdcCatalog *catalog, const char *code, size_t length)
{
    return look_up(catalog, catalog->first_codes, code, length) != (uint32_t)NONE;
}

/* Who held the code last, whenever that was. */
static QcdcUnitId find_last_holder(const QcdcCatalog *catalog, const char *code, size_t length)
{
    uint32_t at = look_up(catalog, catalog->first_codes, code, length);
    if (at == (uint32_t)NONE)
        return (QcdcUnitId)QCDC_ID_NONE;
    while (at + 1 < catalog->code_count && catalog->codes[at + 1].code == catalog->codes[at].code)
        at++;
    return catalog->versions[catalog->codes[at].version].unit;
}

void catalog_suggest_unit(const QcdcCatalog *catalog, const char *code, Text *hint)
{
    Nearest nearest = nearest_begin(code);
    for (size_t i = 0; i < catalog->version_count; i++)
        nearest_offer(&nearest, catalog_version_in_file_order(catalog, i)->texts[QCDC_UNIT_CODE]);
    nearest_append(&nearest, hint);
}

void catalog_suggest_indicator(const QcdcCatalog *catalog, const char *code, Text *hint)
{
    Nearest nearest = nearest_begin(code);
    for (size_t i = 0; i < catalog->indicator_count; i++)
        nearest_offer(&nearest, catalog->indicators[i].texts[QCDC_INDICATOR_CODE]);
    nearest_append(&nearest, hint);
}

/* Public questions */

static QcdcStatus refuse_argument(QcdcError *error, const char *what)
{
    return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, what, NULL, NULL);
}

static QcdcStatus fail_unknown(QcdcError *error, const char *noun, const char *code, const char *hint)
{
    Text what = {0};
    text_append(&what, noun);
    text_append(&what, " \"");
    text_append(&what, code);
    text_append(&what, "\" is not known");
    QcdcStatus status = what.failed ? memory_fail(error)
                                    : qcdc_error_set(error, QCDC_STATUS_NOT_FOUND, NULL, 0, 0, text_get(&what), code, hint);
    text_clear(&what);
    return status;
}

static QcdcUnitId find_unit(const QcdcCatalog *catalog, const char *code, size_t length, QcdcPeriod at)
{
    int32_t first, last;
    QcdcUnitId unit = (QcdcUnitId)QCDC_ID_NONE;
    if (at.kind == QCDC_PERIOD_NONE)
        unit = find_last_holder(catalog, code, length);
    else if (catalog_find_days(catalog, at, &first, &last))
        unit = catalog_find_code(catalog, code, length, last);
    return unit != (QcdcUnitId)QCDC_ID_NONE ? unit : catalog_find_identity(catalog, code, length);
}

QcdcStatus qcdc_catalog_find_unit(const QcdcCatalog *catalog, const char *code, QcdcPeriod at, QcdcUnitId *out_unit,
                                  QcdcError *error)
{
    if (catalog == NULL || code == NULL || out_unit == NULL || (at.kind != QCDC_PERIOD_NONE && !qcdc_period_is_valid(at)))
        return refuse_argument(error, "no catalog, no code, no place for the unit, or not a period");
    Text scratch = {0};
    size_t length;
    const char *composed = compose_text(code, strlen(code), &scratch, &length);
    QcdcUnitId unit = composed != NULL ? find_unit(catalog, composed, length, at) : (QcdcUnitId)QCDC_ID_NONE;
    text_clear(&scratch);
    if (unit == (QcdcUnitId)QCDC_ID_NONE)
        return composed == NULL ? memory_fail(error) : fail_unknown(error, "unit", code, "a code or id of units.csv");
    *out_unit = unit;
    return QCDC_OK;
}

QcdcIndicatorId catalog_find_indicator_code(const QcdcCatalog *catalog, const char *code, size_t length)
{
    return look_up(catalog, catalog->indicators_by_code, code, length);
}

QcdcStatus qcdc_catalog_find_indicator(const QcdcCatalog *catalog, const char *code, QcdcIndicatorId *out_indicator,
                                       QcdcError *error)
{
    if (catalog == NULL || code == NULL || out_indicator == NULL)
        return refuse_argument(error, "no catalog, no code, or no place for the indicator");
    Text scratch = {0};
    size_t length;
    const char *composed = compose_text(code, strlen(code), &scratch, &length);
    QcdcIndicatorId indicator = composed != NULL ? catalog_find_indicator_code(catalog, composed, length)
                                                 : (QcdcIndicatorId)QCDC_ID_NONE;
    text_clear(&scratch);
    if (indicator == (QcdcIndicatorId)QCDC_ID_NONE)
        return composed == NULL ? memory_fail(error) : fail_unknown(error, "indicator", code, "a code of indicators.csv");
    *out_indicator = indicator;
    return QCDC_OK;
}

const UnitVersion *catalog_version_at(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at)
{
    int32_t first = INT32_MIN, last = INT32_MAX;
    if (unit >= catalog->unit_count || (at.kind != QCDC_PERIOD_NONE && !catalog_find_days(catalog, at, &first, &last)))
        return NULL;
    const UnitVersion *version = catalog_unit_version_in(catalog, unit, first, last);
    return version != NULL ? version : catalog_unit_version_in(catalog, unit, INT32_MIN, INT32_MAX);
}

const char *qcdc_catalog_get_unit_text(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at, QcdcUnitField field)
{
    if (catalog == NULL || (unsigned)field >= QCDC_UNIT_FIELD_END)
        return NULL;
    const UnitVersion *version = catalog_version_at(catalog, unit, at);
    return version != NULL ? version->texts[field] : NULL;
}

const char *qcdc_catalog_get_unit_attribute(const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at, const char *name)
{
    if (catalog == NULL || name == NULL)
        return NULL;
    const UnitVersion *version = catalog_version_at(catalog, unit, at);
    return version != NULL ? attribute_table_find(&catalog->unit_attributes, catalog->file_rows[version - catalog->versions], name)
                           : NULL;
}

const char *qcdc_catalog_get_unit_attribute_name(const QcdcCatalog *catalog, size_t index)
{
    return catalog != NULL ? attribute_table_name(&catalog->unit_attributes, index) : NULL;
}

const char *qcdc_catalog_get_indicator_attribute(const QcdcCatalog *catalog, QcdcIndicatorId indicator, const char *name)
{
    return catalog != NULL && indicator < catalog->indicator_count && name != NULL
               ? attribute_table_find(&catalog->indicator_attributes, indicator, name)
               : NULL;
}

const char *qcdc_catalog_get_indicator_attribute_name(const QcdcCatalog *catalog, size_t index)
{
    return catalog != NULL ? attribute_table_name(&catalog->indicator_attributes, index) : NULL;
}

size_t qcdc_catalog_get_unit_count(const QcdcCatalog *catalog)
{
    return catalog == NULL ? 0 : catalog->unit_count;
}

size_t qcdc_catalog_get_indicator_count(const QcdcCatalog *catalog)
{
    return catalog == NULL ? 0 : catalog->indicator_count;
}

static const Indicator *get_indicator(const QcdcCatalog *catalog, QcdcIndicatorId indicator)
{
    return catalog != NULL && indicator < catalog->indicator_count ? &catalog->indicators[indicator] : NULL;
}

const char *qcdc_catalog_get_indicator_text(const QcdcCatalog *catalog, QcdcIndicatorId indicator, QcdcIndicatorField field)
{
    const Indicator *found = get_indicator(catalog, indicator);
    return found != NULL && (unsigned)field < QCDC_INDICATOR_FIELD_END ? found->texts[field] : NULL;
}

QcdcNature qcdc_catalog_get_indicator_nature(const QcdcCatalog *catalog, QcdcIndicatorId indicator)
{
    const Indicator *found = get_indicator(catalog, indicator);
    return found != NULL ? found->nature : QCDC_NATURE_NONE;
}

unsigned qcdc_catalog_get_indicator_decimals(const QcdcCatalog *catalog, QcdcIndicatorId indicator)
{
    const Indicator *found = get_indicator(catalog, indicator);
    return found != NULL ? found->decimals : 0;
}

static const NamedWords *get_named_words(const Array *list, size_t index)
{
    static const NamedWords none = {NULL, NULL};
    return index < list->count ? &ARRAY_AT(list, const NamedWords, index) : &none;
}

const char *qcdc_catalog_get_plan_name(const QcdcCatalog *catalog, size_t index)
{
    return catalog == NULL ? NULL : get_named_words(&catalog->plans, index)->name;
}

const char *qcdc_catalog_get_plan_words(const QcdcCatalog *catalog, size_t index)
{
    return catalog == NULL ? NULL : get_named_words(&catalog->plans, index)->words;
}

const char *qcdc_catalog_get_partition_name(const QcdcCatalog *catalog, size_t index)
{
    return catalog == NULL ? NULL : get_named_words(&catalog->partitions, index)->name;
}

const char *qcdc_catalog_get_partition_words(const QcdcCatalog *catalog, size_t index)
{
    return catalog == NULL ? NULL : get_named_words(&catalog->partitions, index)->words;
}

const char *catalog_partition_words(const QcdcCatalog *catalog, const char *name)
{
    for (size_t i = 0; name[0] != '\0' && i < catalog->partitions.count; i++) {
        const NamedWords *named = &ARRAY_AT(&catalog->partitions, NamedWords, i);
        if (strcmp(named->name, name) == 0)
            return named->words;
    }
    return "";
}

QcdcGrouping qcdc_catalog_get_grouping(const QcdcCatalog *catalog)
{
    return catalog != NULL && catalog->grouping != QCDC_GROUPING_DEFAULT ? catalog->grouping : QCDC_GROUPING_OVERLAP;
}

bool catalog_is_partition(const QcdcCatalog *catalog)
{
    return catalog->grouping == QCDC_GROUPING_PARTITION;
}

bool catalog_number_groups(QcdcCatalog *catalog)
{
    if (!catalog_is_partition(catalog))
        return true;
    catalog->group_numbers = make_string_map(catalog);
    catalog->is_grouped = memory_try_new(catalog->version_count, sizeof *catalog->is_grouped);
    if (catalog->group_numbers == NULL || catalog->is_grouped == NULL)
        return false;
    for (size_t i = 0; i < catalog->groups.count; i++) {
        const char *name = ARRAY_AT(&catalog->groups, NamedWords, i).name;
        catalog->group_numbers[string_pool_find(&catalog->strings, name, strlen(name))] = (uint32_t)i;
    }
    for (size_t i = 0; i < catalog->version_count; i++) {
        size_t place = 0;
        catalog->is_grouped[i] = catalog_next_group(catalog, &catalog->versions[i], &place) != NULL;
    }
    return true;
}

const char *catalog_next_group(const QcdcCatalog *catalog, const UnitVersion *version, size_t *place)
{
    const char *groups = version->texts[QCDC_UNIT_GROUPS];
    while (groups[*place] != '\0') {
        const char *group = groups + *place;
        size_t length = measure_until(group, '|');
        uint32_t number = look_up(catalog, catalog->group_numbers, group, length);
        *place += length + (group[length] == '|');
        if (number != (uint32_t)NONE)
            return ARRAY_AT(&catalog->groups, NamedWords, number).name;
    }
    return NULL;
}

bool catalog_is_grouped(const QcdcCatalog *catalog, const UnitVersion *version)
{
    return catalog->is_grouped[version - catalog->versions] != 0;
}

const char *qcdc_catalog_get_group_name(const QcdcCatalog *catalog, size_t index)
{
    return catalog == NULL ? NULL : get_named_words(&catalog->groups, index)->name;
}

const char *qcdc_catalog_get_group_words(const QcdcCatalog *catalog, size_t index)
{
    return catalog == NULL ? NULL : get_named_words(&catalog->groups, index)->words;
}

/* Of a form each term must stand there now: what was there before makes a movement of it. */
bool catalog_stands_at_a_time(const QcdcCatalog *catalog, QcdcIndicatorId indicator)
{
    const Indicator *at = catalog_indicator(catalog, indicator);
    const Form *form = at->form;
    bool has_term = false;
    if (form == NULL)
        return at->nature == QCDC_NATURE_STOCK || at->nature == QCDC_NATURE_CLOSING;
    for (size_t i = 0; i < form->count + form->divisor_count; i++) {
        const FormTerm *term = i < form->count ? &form->terms[i] : &form->divisor_terms[i - form->count];
        if (term->kind == FORM_TERM_UNITS || term->kind == FORM_TERM_CONSTANT)
            continue;
        if (term->kind != FORM_TERM_INDICATOR || !catalog_stands_at_a_time(catalog, term->indicator))
            return false;
        has_term = true;
    }
    return has_term;
}

/* Questions of the layers above */

size_t catalog_partition_count(const QcdcCatalog *catalog)
{
    return catalog->partitions.count;
}

size_t catalog_unit_count(const QcdcCatalog *catalog)
{
    return catalog->unit_count;
}

size_t catalog_indicator_count(const QcdcCatalog *catalog)
{
    return catalog->indicator_count;
}

const Indicator *catalog_indicator(const QcdcCatalog *catalog, QcdcIndicatorId indicator)
{
    return &catalog->indicators[indicator];
}

const char *catalog_indicator_measure(const QcdcCatalog *catalog, QcdcIndicatorId indicator, bool in_english)
{
    const char *const *texts = catalog_indicator(catalog, indicator)->texts;
    const char *english = texts[QCDC_INDICATOR_MEASURE_EN];
    return QCDC_FAULT("catalog-measure-english", in_english, false) && english[0] != '\0' ? english : texts[QCDC_INDICATOR_MEASURE];
}

const char *catalog_indicator_words(const QcdcCatalog *catalog, QcdcIndicatorId indicator, QcdcIndicatorField field,
                                    bool in_english)
{
    const char *const *texts = catalog_indicator(catalog, indicator)->texts;
    const char *english = texts[field == QCDC_INDICATOR_NAME ? QCDC_INDICATOR_NAME_EN : QCDC_INDICATOR_MEASURE_EN];
    const char *many = field == QCDC_INDICATOR_NAME ? NULL : strchr(english, '|');
    english = many != NULL ? many + 1 : english; /* "petition|petitions" */
    return QCDC_FAULT("catalog-english", in_english, false) && english[0] != '\0' ? english : texts[field];
}

const Attribute *catalog_indicator_attributes(const QcdcCatalog *catalog, QcdcIndicatorId indicator, size_t *out_count)
{
    return attribute_table_get(&catalog->indicator_attributes, indicator, out_count);
}

const QcdcIndicatorId *catalog_evaluation_order(const QcdcCatalog *catalog)
{
    return catalog->evaluation_order;
}

size_t catalog_plan_count(const QcdcCatalog *catalog)
{
    return catalog->plans.count;
}

size_t catalog_find_plan(const QcdcCatalog *catalog, const char *name)
{
    for (size_t i = 0; i < catalog_plan_count(catalog); i++)
        if (name == NULL || strcmp(qcdc_catalog_get_plan_name(catalog, i), name) == 0)
            return i;
    return SIZE_MAX;
}

size_t catalog_group_count(const QcdcCatalog *catalog)
{
    return catalog->groups.count;
}
