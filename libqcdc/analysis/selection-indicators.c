/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "model/catalog-private.h"
#include "selection-private.h"

enum { NO_INDICATOR = -1 };

/* The parts of each indicator as linked lists, so that all of them are found by looking at each once. */
typedef struct PartLists {
    uint32_t *first, *next; /* [indicators] UINT32_MAX ends a list */
    uint32_t *queue;        /* [indicators] those still to be taken apart */
    uint32_t *depths;       /* [indicators] below a named one; UINT32_MAX not selected */
} PartLists;

static bool make_lists(const QcdcCatalog *catalog, size_t count, PartLists *lists)
{
    lists->first = memory_try_new(count, sizeof *lists->first);
    lists->next = memory_try_new(count, sizeof *lists->next);
    lists->queue = memory_try_new(count, sizeof *lists->queue);
    lists->depths = memory_try_new(count, sizeof *lists->depths);
    if (lists->first == NULL || lists->next == NULL || lists->queue == NULL || lists->depths == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        lists->first[i] = lists->next[i] = lists->depths[i] = UINT32_MAX;
    for (size_t i = count; i-- > 0;) {
        QcdcIndicatorId whole = catalog_indicator(catalog, (QcdcIndicatorId)i)->part_of;
        if (whole == (QcdcIndicatorId)NO_INDICATOR)
            continue;
        lists->next[i] = lists->first[whole];
        lists->first[whole] = (uint32_t)i;
    }
    return true;
}

static void clear_lists(PartLists *lists)
{
    qcdc_free(lists->first);
    qcdc_free(lists->next);
    qcdc_free(lists->queue);
    qcdc_free(lists->depths);
}

static QcdcStatus select_named(const QcdcCatalog *catalog, const QcdcSelection *selection, PartLists *lists, bool *named,
                               size_t *out_count, QcdcError *error)
{
    for (size_t i = 0; i < selection->indicator_count; i++) {
        QcdcIndicatorId indicator;
        QcdcStatus status = qcdc_catalog_find_indicator(catalog, selection->indicators[i], &indicator, error);
        if (status != QCDC_OK)
            return status;
        if (!named[indicator])
            lists->queue[(*out_count)++] = indicator;
        named[indicator] = true;
        lists->depths[indicator] = 0;
    }
    return QCDC_OK;
}

/* W11: --by indicator adds the parts of those named, to depth. The queue holds them by depth, so each is reached by its
 * shortest way. */
static void select_parts(PartLists *lists, size_t queued, uint32_t depth)
{
    for (size_t done = 0; done < queued; done++) {
        uint32_t whole = lists->queue[done];
        if (lists->depths[whole] >= depth)
            continue;
        for (uint32_t part = lists->first[whole]; part != UINT32_MAX; part = lists->next[part]) {
            if (lists->depths[part] != UINT32_MAX)
                continue;
            lists->depths[part] = lists->depths[whole] + 1;
            lists->queue[queued++] = part;
        }
    }
}

static uint32_t depth_of(const QcdcSelection *selection)
{
    if (selection->by != QCDC_BY_INDICATOR)
        return 0;
    if (selection->depth == QCDC_DEPTH_ALL)
        return UINT32_MAX;
    return selection->depth > 0 ? (uint32_t)selection->depth : 1;
}

/* In catalog order; none named is all. */
static size_t collect(const PartLists *lists, bool all, size_t count, QcdcIndicatorId *indicators, bool *named)
{
    size_t selected = 0;
    for (size_t i = 0; i < count; i++) {
        if (!all && lists->depths[i] == UINT32_MAX)
            continue;
        indicators[selected] = (QcdcIndicatorId)i;
        named[selected++] = named[i];
    }
    return selected;
}

static QcdcStatus find(const QcdcCatalog *catalog, const QcdcSelection *selection, PartLists *lists,
                       QcdcIndicatorId *indicators,
                       bool *named, size_t *out_count, QcdcError *error)
{
    size_t count = catalog_indicator_count(catalog), queued = 0;
    if (indicators == NULL || named == NULL || !make_lists(catalog, count, lists))
        return memory_fail(error);
    QcdcStatus status = select_named(catalog, selection, lists, named, &queued, error);
    if (status != QCDC_OK)
        return status;
    select_parts(lists, queued, depth_of(selection));
    *out_count = collect(lists, selection->indicator_count == 0, count, indicators, named);
    return QCDC_OK;
}

QcdcStatus selection_find_indicators(const QcdcCatalog *catalog, const QcdcSelection *selection,
                                     QcdcIndicatorId **out_indicators,
                                     bool **out_named, size_t *out_count, QcdcError *error)
{
    size_t count = catalog_indicator_count(catalog);
    PartLists lists = {0};
    QcdcIndicatorId *indicators = memory_try_new(count, sizeof *indicators);
    bool *named = memory_try_new(count, sizeof *named);
    QcdcStatus status = find(catalog, selection, &lists, indicators, named, out_count, error);
    clear_lists(&lists);
    if (status == QCDC_OK) {
        *out_indicators = indicators;
        *out_named = named;
        return QCDC_OK;
    }
    qcdc_free(indicators);
    qcdc_free(named);
    return status;
}
