/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "catalog-layout-private.h"

/* Indicators by code, the parts of each (S7), and who reports it (S18). */

static void report_indicator_twice(QcdcCatalogBuilder *builder, Report *report, const Indicator *indicator,
                                   const Indicator *earlier)
{
    Text complaint = {0};
    text_append(&complaint, "is there already");
    if (earlier->row > 0) {
        text_append(&complaint, ", in row ");
        text_append_number(&complaint, earlier->row);
    }
    enter_indicator_row(report, builder, indicator);
    report_fault(report, FINDING_INDICATOR_TWICE, QCDC_INDICATOR_CODE, "code", indicator->texts[QCDC_INDICATOR_CODE],
                 text_get(&complaint), "each indicator has a code of its own");
    text_clear(&complaint);
}

static bool index_indicators(QcdcCatalogBuilder *builder, Report *report)
{
    QcdcCatalog *catalog = builder->catalog;
    catalog->indicator_count = builder->indicator_rows.count;
    catalog->indicators = array_steal(&builder->indicator_rows);
    catalog->indicators_by_code = make_string_map(catalog);
    if (catalog->indicators_by_code == NULL)
        return false;
    for (size_t i = 0; i < catalog->indicator_count; i++) {
        const char *code = catalog->indicators[i].texts[QCDC_INDICATOR_CODE];
        uint32_t string = string_pool_find(&catalog->strings, code, strlen(code));
        uint32_t *known = &catalog->indicators_by_code[string];
        if (*known != (uint32_t)NONE && string != 0)
            report_indicator_twice(builder, report, &catalog->indicators[i], &catalog->indicators[*known]);
        else
            *known = (uint32_t)i;
    }
    return true;
}

/* Parts */

static void report_unknown_part(QcdcCatalogBuilder *builder, Report *report, const Indicator *indicator, const char *code,
                                size_t length)
{
    Text word = {0}, hint = {0};
    text_append_bytes(&word, code, length);
    catalog_suggest_indicator(builder->catalog, text_get(&word), &hint);
    if (hint.length == 0)
        text_append(&hint, "part_of is indicator or indicator:partition");
    enter_indicator_row(report, builder, indicator);
    report_fault_with(report, FINDING_PART_UNKNOWN, QCDC_INDICATOR_PART_OF, "part_of", text_get(&word), "is not an indicator",
                      &hint);
    text_clear(&word);
}

static void resolve_part(QcdcCatalogBuilder *builder, Report *report, Indicator *indicator)
{
    const char *text = indicator->texts[QCDC_INDICATOR_PART_OF];
    size_t length = measure_until(text, ':');
    if (text[0] == '\0')
        return;
    indicator->partition = text[length] == ':' ? text + length + 1 : "";
    indicator->part_of = catalog_find_indicator_code(builder->catalog, text, length);
    if (indicator->part_of == (QcdcIndicatorId)QCDC_ID_NONE)
        report_unknown_part(builder, report, indicator, text, length);
}

/* Names the cycle through @on_cycle and cuts it at its first row. */
static void report_part_cycle(QcdcCatalogBuilder *builder, Report *report, QcdcIndicatorId on_cycle)
{
    Indicator *indicators = builder->catalog->indicators;
    QcdcIndicatorId first = on_cycle;
    for (QcdcIndicatorId i = indicators[on_cycle].part_of; i != on_cycle; i = indicators[i].part_of)
        first = i < first ? i : first;
    Text complaint = {0};
    text_append(&complaint, "makes a cycle: ");
    QcdcIndicatorId at = first;
    for (size_t shown = 0; shown < FORM_MOST_NESTING && (shown == 0 || at != first); shown++, at = indicators[at].part_of) {
        text_append(&complaint, indicators[at].texts[QCDC_INDICATOR_CODE]);
        text_append(&complaint, " → ");
    }
    text_append(&complaint, at == first ? indicators[first].texts[QCDC_INDICATOR_CODE] : "…");
    enter_indicator_row(report, builder, &indicators[first]);
    report_fault(report, FINDING_PART_CYCLE, QCDC_INDICATOR_PART_OF, "part_of", indicators[first].texts[QCDC_INDICATOR_PART_OF],
                 text_get(&complaint), "an indicator is no part of itself");
    text_clear(&complaint);
    indicators[first].part_of = (QcdcIndicatorId)QCDC_ID_NONE;
}

/* Each walk up marks where it was; one that meets its own mark went in a circle. Every indicator is marked once. */
static bool cut_part_cycles(QcdcCatalogBuilder *builder, Report *report)
{
    const QcdcCatalog *catalog = builder->catalog;
    uint32_t *marks = memory_try_new(catalog->indicator_count, sizeof *marks);
    for (size_t i = 0; marks != NULL && i < catalog->indicator_count; i++) {
        QcdcIndicatorId at = (QcdcIndicatorId)i;
        while (at != (QcdcIndicatorId)QCDC_ID_NONE && marks[at] == 0) {
            marks[at] = (uint32_t)i + 1;
            at = catalog->indicators[at].part_of;
        }
        if (at != (QcdcIndicatorId)QCDC_ID_NONE && marks[at] == (uint32_t)i + 1)
            report_part_cycle(builder, report, at);
    }
    qcdc_free(marks);
    return marks != NULL;
}

/* Told once a chain, of the first indicator that is too deep. */
static void check_part_depth(QcdcCatalogBuilder *builder, Report *report, const Indicator *indicator)
{
    const Indicator *indicators = builder->catalog->indicators;
    size_t depth = 0;
    for (QcdcIndicatorId at = indicator->part_of; at != (QcdcIndicatorId)QCDC_ID_NONE && depth <= FORM_MOST_NESTING + 1;
         at = indicators[at].part_of)
        depth++;
    if (depth != FORM_MOST_NESTING + 1)
        return;
    enter_indicator_row(report, builder, indicator);
    report_fault(report, FINDING_NESTING, QCDC_INDICATOR_PART_OF, "part_of", indicator->texts[QCDC_INDICATOR_PART_OF],
                 "is a part of parts more than 64 deep", NULL);
}

/* Reporters */

/* What the texts of units.csv name: levels by number, kinds and groups by string. */
typedef struct UnitNames {
    uint8_t *has_level;
    size_t level_count;
    uint8_t *is_kind, *is_group; /* [string] */
} UnitNames;

static void mark_text(const QcdcCatalog *catalog, uint8_t *marks, const char *text, size_t length)
{
    uint32_t string = string_pool_find(&catalog->strings, text, length);
    if (string != UINT32_MAX)
        marks[string] = 1;
}

static void mark_groups(const QcdcCatalog *catalog, UnitNames *names, const char *groups)
{
    while (*groups != '\0') {
        size_t length = measure_until(groups, '|');
        mark_text(catalog, names->is_group, groups, length);
        groups += length + (groups[length] == '|');
    }
}

static bool gather_names(const QcdcCatalog *catalog, UnitNames *names)
{
    int32_t highest = 0;
    for (size_t i = 0; i < catalog->version_count; i++)
        highest = catalog->versions[i].level > highest ? catalog->versions[i].level : highest;
    names->level_count = (size_t)highest + 1;
    names->has_level = memory_try_new(names->level_count, 1);
    names->is_kind = memory_try_new(string_pool_count(&catalog->strings), 1);
    names->is_group = memory_try_new(string_pool_count(&catalog->strings), 1);
    if (names->has_level == NULL || names->is_kind == NULL || names->is_group == NULL)
        return false;
    for (size_t i = 0; i < catalog->version_count; i++) {
        const UnitVersion *version = &catalog->versions[i];
        if (version->level >= 0)
            names->has_level[version->level] = 1;
        mark_text(catalog, names->is_kind, version->texts[QCDC_UNIT_KIND], strlen(version->texts[QCDC_UNIT_KIND]));
        mark_groups(catalog, names, version->texts[QCDC_UNIT_GROUPS]);
    }
    for (size_t i = 0; i < catalog->groups.count; i++) {
        const char *name = ARRAY_AT(&catalog->groups, NamedWords, i).name;
        mark_text(catalog, names->is_group, name, strlen(name));
    }
    return true;
}

static void clear_names(UnitNames *names)
{
    qcdc_free(names->has_level);
    qcdc_free(names->is_kind);
    qcdc_free(names->is_group);
}

static void resolve_reporters(QcdcCatalogBuilder *builder, Report *report, const UnitNames *names, Indicator *indicator)
{
    const char *reporters = indicator->texts[QCDC_INDICATOR_REPORTERS];
    if (reporters[0] == '\0')
        return; /* all-zero is REPORTERS_LEAVES */
    int64_t level = read_whole(reporters, INT32_MAX);
    uint32_t string = string_pool_find(&builder->catalog->strings, reporters, strlen(reporters));
    indicator->reporters_name = reporters;
    if (level >= 0 && (size_t)level < names->level_count && names->has_level[level]) {
        indicator->reporters_by = REPORTERS_LEVEL;
        indicator->reporters_level = (int32_t)level;
    } else if (names->is_kind[string]) {
        indicator->reporters_by = REPORTERS_KIND;
    } else if (names->is_group[string]) {
        indicator->reporters_by = REPORTERS_GROUP;
    } else {
        enter_indicator_row(report, builder, indicator);
        report_fault(report, FINDING_REPORTERS, QCDC_INDICATOR_REPORTERS, "reporters", reporters,
                     "is no level, kind or group of the units", "leave it empty for all units without children");
    }
}

bool catalog_gather_indicators(QcdcCatalogBuilder *builder, Report *report)
{
    UnitNames names = {0};
    QcdcCatalog *catalog = builder->catalog;
    bool is_done = index_indicators(builder, report) && gather_names(catalog, &names);
    for (size_t i = 0; is_done && i < catalog->indicator_count; i++) {
        resolve_part(builder, report, &catalog->indicators[i]);
        resolve_reporters(builder, report, &names, &catalog->indicators[i]);
    }
    is_done = is_done && cut_part_cycles(builder, report);
    for (size_t i = 0; is_done && i < catalog->indicator_count; i++)
        check_part_depth(builder, report, &catalog->indicators[i]);
    clear_names(&names);
    return is_done;
}
