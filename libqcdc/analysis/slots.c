/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "slots-private.h"

#include <qcdc/calendar.h>
#include <stdlib.h>
#include <string.h>

#include "kernel/fault-private.h"

static const QcdcPeriodKind tiling_kinds[TILING_KINDS] = {QCDC_PERIOD_MONTH, QCDC_PERIOD_QUARTER, QCDC_PERIOD_HALF,
                                                          QCDC_PERIOD_YEAR};

static int32_t months_of(QcdcPeriodKind kind)
{
    static const int32_t months[QCDC_PERIOD_END] = {
        [QCDC_PERIOD_MONTH] = 1, [QCDC_PERIOD_QUARTER] = 3, [QCDC_PERIOD_HALF] = 6, [QCDC_PERIOD_YEAR] = 12};
    return months[kind];
}

/* Gathering the slots */

static bool gather(Array *periods, QcdcPeriod period)
{
    return period.kind == QCDC_PERIOD_NONE || array_append(periods, &period, 1, sizeof period);
}

/* Days are never tiles of a label (S13), so they call for no quarter, half or year around them. */
static bool gather_observed(Array *periods, QcdcPeriod period)
{
    if (period.kind == QCDC_PERIOD_DAYS)
        return gather(periods, period);
    return gather(periods, period) && gather(periods, qcdc_period_get_container(period, QCDC_PERIOD_QUARTER)) &&
           gather(periods, qcdc_period_get_container(period, QCDC_PERIOD_HALF)) &&
           gather(periods, qcdc_period_get_container(period, QCDC_PERIOD_YEAR));
}

static bool terms_look_back(const FormTerm *terms, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (terms[i].kind == FORM_TERM_PREVIOUS || terms[i].kind == FORM_TERM_BASE)
            return true;
    return false;
}

static bool forms_look_back(const QcdcCatalog *catalog)
{
    for (size_t i = 0; i < catalog_indicator_count(catalog); i++) {
        const Form *form = catalog_indicator(catalog, (QcdcIndicatorId)i)->form;
        if (form != NULL &&
            (terms_look_back(form->terms, form->count) || terms_look_back(form->divisor_terms, form->divisor_count)))
            return true;
    }
    return false;
}

/* prev() and base() are slots even where nothing was observed in them: what was expected there counts (D21). */
static bool gather_looked_back_to(Array *periods)
{
    size_t count = periods->count;
    for (size_t i = 0; i < count; i++) {
        QcdcPeriod period = ARRAY_AT(periods, QcdcPeriod, i), earlier;
        if (qcdc_period_previous(period, &earlier, NULL) == QCDC_OK && !gather(periods, earlier))
            return false;
        if (qcdc_period_same_last_year(period, &earlier, NULL) == QCDC_OK && !gather(periods, earlier))
            return false;
    }
    return true;
}

static bool gather_all(Array *periods, const QcdcDataset *dataset, const QcdcCatalog *catalog, const QcdcPeriod *wanted,
                       size_t wanted_count)
{
    const QcdcPeriod *observed = dataset_periods(dataset);
    for (size_t i = 0; i < dataset_period_count(dataset); i++)
        if (!gather_observed(periods, observed[i]))
            return false;
    for (size_t i = 0; i < wanted_count; i++)
        if (!gather(periods, wanted[i]))
            return false;
    /* Twice, because the base of a comparison is itself a period looked back to, and its forms look back in turn. */
    return !forms_look_back(catalog) || (gather_looked_back_to(periods) && gather_looked_back_to(periods));
}

static int compare_periods(const void *left, const void *right)
{
    return qcdc_period_compare(*(const QcdcPeriod *)left, *(const QcdcPeriod *)right);
}

static void sort_and_drop_repeated(Array *periods)
{
    size_t kept = 0;
    if (periods->count > 1)
        qsort(periods->items, periods->count, sizeof(QcdcPeriod), compare_periods);
    for (size_t i = 0; i < periods->count; i++)
        if (kept == 0 || !qcdc_period_equals(ARRAY_AT(periods, QcdcPeriod, kept - 1), ARRAY_AT(periods, QcdcPeriod, i)))
            ARRAY_AT(periods, QcdcPeriod, kept++) = ARRAY_AT(periods, QcdcPeriod, i);
    periods->count = kept;
}

/* Nodes and tilings */

enum {
    STEPS_A_TILE = 8
};

typedef struct Layout {
    Array nodes, tiles; /* Node, uint32_t */
    HashIndex index;
    uint64_t seed;
    const QcdcCatalog *catalog;
    Progress *progress;
} Layout;

static bool node_is(const void *context, uint32_t item, const void *key)
{
    const Layout *layout = context;
    return qcdc_period_equals(ARRAY_AT(&layout->nodes, Node, item).period, *(const QcdcPeriod *)key);
}

static uint32_t hash_period(const Layout *layout, QcdcPeriod period)
{
    const int32_t key[3] = {period.start, period.count, period.kind};
    return hash_bytes(layout->seed, key, sizeof key);
}

/* The node of a period, made if there is none; SLOT_NONE without memory. */
static uint32_t intern_node(Layout *layout, QcdcPeriod period)
{
    uint32_t hash = hash_period(layout, period);
    uint32_t found = hash_index_find(&layout->index, hash, node_is, layout, &period);
    if (found != SLOT_NONE)
        return found;
    Node *node = ARRAY_ADD(&layout->nodes, Node);
    if (node == NULL)
        return SLOT_NONE;
    node->period = period;
    qcdc_calendar_get_days(NULL, period, &node->first_day, &node->last_day, NULL);
    catalog_find_days(layout->catalog, period, &node->first_cut_day, &node->last_cut_day);
    uint32_t number = (uint32_t)(layout->nodes.count - 1);
    return hash_index_add(&layout->index, hash, number) ? number : SLOT_NONE;
}

static bool lay_tiles(Layout *layout, QcdcPeriod period, QcdcPeriodKind kind, Tiling *out_tiling)
{
    uint32_t count = qcdc_period_count_tiles(period, kind);
    if (count < 2)
        return true;
    out_tiling->first = layout->tiles.count;
    out_tiling->count = count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t node = intern_node(layout, qcdc_period_get_tile(period, kind, i));
        if (node == SLOT_NONE || !array_append(&layout->tiles, &node, 1, sizeof node) ||
            !progress_step(layout->progress, STEPS_A_TILE))
            return false;
    }
    return true;
}

static bool lay_slots(Layout *layout, const Array *periods)
{
    for (size_t i = 0; i < periods->count; i++)
        if (intern_node(layout, ARRAY_AT(periods, QcdcPeriod, i)) == SLOT_NONE)
            return false;
    return true;
}

static QcdcStatus lay_tilings(Layout *layout, Slots *slots, size_t max_tiles, QcdcError *error)
{
    for (size_t i = 0; i < slots->count; i++) {
        QcdcPeriod period = ARRAY_AT(&layout->nodes, Node, i).period;
        for (size_t k = 0; k < TILING_KINDS; k++) {
            if (qcdc_period_count_tiles(period, tiling_kinds[k]) > max_tiles - layout->tiles.count)
                return qcdc_error_set(error, QCDC_STATUS_MEMORY, "periods", 0, 0,
                                      "the periods have more months than the limit of cells",
                                      NULL, "raise max_cells, or leave out very long spans");
            if (!lay_tiles(layout, period, tiling_kinds[k], &slots->tilings[i * TILING_KINDS + k]))
                return progress_fail(layout->progress, error);
        }
    }
    return QCDC_OK;
}

/* Orders */

typedef struct SlotKey {
    int32_t day, length;
    uint32_t slot;
} SlotKey;

static int compare_keys(const void *left, const void *right)
{
    const SlotKey *one = left, *other = right;
    if (one->day != other->day)
        return one->day < other->day ? -1 : 1;
    if (one->length != other->length)
        return one->length < other->length ? -1 : 1;
    return one->slot < other->slot ? -1 : one->slot > other->slot;
}

static bool is_days(const Slots *slots, uint32_t slot)
{
    return slots->nodes[slot].period.kind == QCDC_PERIOD_DAYS;
}

static void set_keys(const Slots *slots, int32_t (*day_of)(const Node *node), SlotKey *keys)
{
    for (size_t i = 0; i < slots->count; i++) {
        const Node *node = &slots->nodes[i];
        /* Ranges of days stand after the labels of their day, each in a run of its own. */
        int32_t length = is_days(slots, (uint32_t)i) ? INT32_MAX : node->period.count;
        keys[i] = (SlotKey){day_of(node), length, (uint32_t)i};
    }
    if (slots->count > 1)
        qsort(keys, slots->count, sizeof *keys, compare_keys);
}

static int32_t no_day(const Node *node)
{
    (void)node;
    return 0;
}

static int32_t end_day(const Node *node)
{
    return node->last_day;
}

static int32_t begin_day(const Node *node)
{
    return node->first_day;
}

static bool order_by_length(Slots *slots, SlotKey *keys)
{
    slots->by_length = memory_try_new(slots->count, sizeof *slots->by_length);
    if (slots->by_length == NULL)
        return false;
    set_keys(slots, no_day, keys);
    for (size_t i = 0; i < slots->count; i++)
        slots->by_length[i] = keys[i].slot;
    return true;
}

static bool order_in_runs(const Slots *slots, int32_t (*day_of)(const Node *node), SlotKey *keys, Runs *runs)
{
    runs->slots = memory_try_new(slots->count, sizeof *runs->slots);
    runs->starts = memory_try_new(slots->count, sizeof *runs->starts);
    if (runs->slots == NULL || runs->starts == NULL)
        return false;
    set_keys(slots, day_of, keys);
    for (size_t i = 0; i < slots->count; i++) {
        bool continues = i > 0 && keys[i].day == keys[i - 1].day && !is_days(slots, keys[i].slot);
        runs->slots[i] = keys[i].slot;
        runs->starts[i] = continues ? runs->starts[i - 1] : (uint32_t)i;
    }
    return true;
}

static bool order_slots(Slots *slots)
{
    SlotKey *keys = memory_try_new(slots->count, sizeof *keys);
    bool ordered = keys != NULL && order_by_length(slots, keys) && order_in_runs(slots, end_day, keys, &slots->by_end) &&
                   order_in_runs(slots, begin_day, keys, &slots->by_begin);
    qcdc_free(keys);
    return ordered;
}

static QcdcStatus lay_out(const QcdcCatalog *catalog, const Array *periods, size_t max_tiles, Progress *progress, Slots *slots,
                          QcdcError *error)
{
    Layout layout = {.seed = hash_draw_seed(), .catalog = catalog, .progress = progress};
    QcdcStatus status = QCDC_OK;
    slots->count = periods->count;
    slots->tilings = memory_try_new(slots->count * TILING_KINDS, sizeof *slots->tilings);
    if (slots->tilings == NULL || !lay_slots(&layout, periods))
        status = memory_fail(error);
    if (status == QCDC_OK)
        status = lay_tilings(&layout, slots, max_tiles, error);
    slots->node_count = layout.nodes.count;
    slots->tile_count = layout.tiles.count;
    slots->nodes = array_steal(&layout.nodes);
    slots->tiles = array_steal(&layout.tiles);
    hash_index_clear(&layout.index);
    if (status == QCDC_OK && !order_slots(slots))
        status = memory_fail(error);
    return status;
}

QcdcStatus slots_make(const QcdcDataset *dataset, const QcdcCatalog *catalog, const QcdcPeriod *wanted, size_t wanted_count,
                      size_t max_tiles, Progress *progress, Slots *out_slots, QcdcError *error)
{
    Array periods = {0};
    Slots slots = {0};
    QcdcStatus status = QCDC_OK;
    if (!gather_all(&periods, dataset, catalog, wanted, wanted_count))
        status = memory_fail(error);
    sort_and_drop_repeated(&periods);
    if (status == QCDC_OK)
        status = lay_out(catalog, &periods, max_tiles, progress, &slots, error);
    array_clear(&periods);
    if (status == QCDC_OK)
        *out_slots = slots;
    else
        slots_clear(&slots);
    return status;
}

static void clear_runs(Runs *runs)
{
    qcdc_free(runs->slots);
    qcdc_free(runs->starts);
}

void slots_clear(Slots *slots)
{
    qcdc_free(slots->nodes);
    qcdc_free(slots->tilings);
    qcdc_free(slots->tiles);
    qcdc_free(slots->by_length);
    clear_runs(&slots->by_end);
    clear_runs(&slots->by_begin);
    memset(slots, 0, sizeof *slots);
}

/* Questions */

/* The canonical order (D9), with the days of both sides at hand. */
static int compare_nodes(const Node *left, const Node *right)
{
    if (left->first_day != right->first_day)
        return left->first_day < right->first_day ? -1 : 1;
    if (left->last_day != right->last_day)
        return left->last_day < right->last_day ? -1 : 1;
    return (int)left->period.kind - (int)right->period.kind;
}

uint32_t slots_find(const Slots *slots, QcdcPeriod period)
{
    Node wanted = {.period = period};
    size_t low = 0, high = slots->count;
    if (qcdc_calendar_get_days(NULL, period, &wanted.first_day, &wanted.last_day, NULL) != QCDC_OK)
        return SLOT_NONE;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_nodes(&slots->nodes[middle], &wanted);
        if (order == 0)
            return (uint32_t)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SLOT_NONE;
}

const Tiling *slots_tiling(const Slots *slots, uint32_t slot, QcdcPeriodKind kind)
{
    for (size_t k = 0; k < TILING_KINDS; k++) {
        const Tiling *tiling = &slots->tilings[(size_t)slot * TILING_KINDS + k];
        if (tiling_kinds[k] == kind && tiling->count > 0)
            return tiling;
    }
    return NULL;
}

const Tiling *slots_coarsest_tiling(const Slots *slots, uint32_t slot)
{
    for (size_t k = TILING_KINDS; k-- > 0;) {
        const Tiling *tiling = &slots->tilings[(size_t)slot * TILING_KINDS + k];
        if (tiling->count > 0)
            return tiling;
    }
    return NULL;
}

const Tiling *slots_base_tiling(const Slots *slots, uint32_t slot, QcdcPeriodKind base_kind)
{
    return slots_tiling(slots, slot, base_kind);
}

bool slots_is_finer(const Slots *slots, uint32_t slot, QcdcPeriodKind base_kind)
{
    QcdcPeriod period = slots->nodes[slot].period;
    if (period.kind == QCDC_PERIOD_DAYS || base_kind == QCDC_PERIOD_NONE)
        return false;
    return QCDC_FAULT("slots-finer", period.count < months_of(base_kind), period.count <= months_of(base_kind));
}
