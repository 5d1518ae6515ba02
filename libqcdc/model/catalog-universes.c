/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

/* Universes (S8, D51): who is counted in an indicator. Without one of its own, a formula has that of its terms. */

typedef struct UniverseCheck {
    QcdcCatalogBuilder *builder;
    const QcdcCatalog *catalog;
    Report *report;
    QcdcIndicatorId *sources; /* [indicator] whose universe it has; QCDC_ID_NONE for none */
} UniverseCheck;

static const char *universe_at(const UniverseCheck *check, QcdcIndicatorId source)
{
    return check->catalog->indicators[source].texts[QCDC_INDICATOR_UNIVERSE];
}

static bool has_none(QcdcIndicatorId source)
{
    return source == (QcdcIndicatorId)QCDC_ID_NONE;
}

static void append_indicator(const UniverseCheck *check, QcdcIndicatorId source, Text *text)
{
    const char *universe = universe_at(check, source);
    text_append(text, check->catalog->indicators[source].texts[QCDC_INDICATOR_CODE]);
    text_append(text, " counts ");
    text_append_quoted(text, universe, strlen(universe));
}

static void report_universes(UniverseCheck *check, QcdcIndicatorId indicator, QcdcIndicatorField field, QcdcIndicatorId first,
                             QcdcIndicatorId second)
{
    const Indicator *at = &check->catalog->indicators[indicator];
    Text complaint = {0};
    text_append(&complaint, "joins two universes: ");
    append_indicator(check, first, &complaint);
    text_append(&complaint, ", ");
    append_indicator(check, second, &complaint);
    enter_indicator_row(check->report, check->builder, at);
    report_fault(check->report, FINDING_UNIVERSES, field, qcdc_indicator_field_to_name(field), at->texts[field],
                 text_get(&complaint), "take indicators of one universe, or leave universe empty where it is the same");
    text_clear(&complaint);
}

/* False, and told, where both have a universe and not the same. */
static bool go_together(UniverseCheck *check, QcdcIndicatorId indicator, QcdcIndicatorField field, QcdcIndicatorId first,
                        QcdcIndicatorId second)
{
    if (has_none(first) || has_none(second) || strcmp(universe_at(check, first), universe_at(check, second)) == 0)
        return true;
    report_universes(check, indicator, field, first, second);
    return false;
}

/* What the formula names is before it in the order; one fault a formula is told. */
static void check_formula(UniverseCheck *check, QcdcIndicatorId indicator)
{
    const Form *form = check->catalog->indicators[indicator].form;
    QcdcIndicatorId source = check->sources[indicator];
    size_t count = form == NULL ? 0 : form->count + form->divisor_count;
    for (size_t i = 0; i < count; i++) {
        const FormTerm *term = i < form->count ? &form->terms[i] : &form->divisor_terms[i - form->count];
        QcdcIndicatorId of_term = has_none(term->indicator) ? term->indicator : check->sources[term->indicator];
        if (!go_together(check, indicator, QCDC_INDICATOR_FORMULA, source, of_term))
            break;
        source = has_none(source) ? of_term : source;
    }
    check->sources[indicator] = QCDC_FAULT("universe-of-formula", source, (QcdcIndicatorId)QCDC_ID_NONE);
}

static void check_part(UniverseCheck *check, QcdcIndicatorId indicator)
{
    QcdcIndicatorId total = check->catalog->indicators[indicator].part_of;
    if (!has_none(total))
        go_together(check, indicator, QCDC_INDICATOR_PART_OF, check->sources[total], check->sources[indicator]);
}

bool catalog_check_universes(QcdcCatalogBuilder *builder, Report *report)
{
    const QcdcCatalog *catalog = builder->catalog;
    UniverseCheck check = {builder, catalog, report, memory_try_new(catalog->indicator_count, sizeof *check.sources)};
    if (check.sources == NULL)
        return false;
    for (size_t i = 0; i < catalog->indicator_count; i++)
        check.sources[i] = universe_at(&check, (QcdcIndicatorId)i)[0] != '\0' ? (QcdcIndicatorId)i
                                                                              : (QcdcIndicatorId)QCDC_ID_NONE;
    for (size_t i = 0; i < catalog->indicator_count; i++)
        check_formula(&check, catalog->evaluation_order[i]);
    for (size_t i = 0; i < catalog->indicator_count; i++)
        check_part(&check, (QcdcIndicatorId)i);
    qcdc_free(check.sources);
    return true;
}
