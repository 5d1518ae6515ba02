/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "comparison-rows-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "language/letters-private.h"

typedef struct KindWords {
    const char *vietnamese, *english;
} KindWords;

/* W28: the kinds that Vietnam has and had, of many. */
static const KindWords known[] = {
    {"xã", "communes"},       {"phường", "wards"},       {"thị trấn", "townships"},       {"đặc khu", "special zones"},
    {"huyện", "districts"},   {"quận", "urban districts"}, {"thị xã", "towns"},           {"thành phố", "cities"},
    {"tỉnh", "provinces"},    {"sở", "departments"},     {"thôn", "villages"},            {"trường", "schools"},
};

static const char any_english[] = "units";

static const char *translate(const char *kind)
{
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (qcdc_letters_are_same(kind, known[i].vietnamese))
            return known[i].english;
    return any_english;
}

/* The period asked about: the current one, or that of the base; SLOT_NONE where there is no row or no plan. */
static AreaPeriod find_period(const QcdcComparison *comparison, size_t subject, QcdcIndicatorId indicator, int base)
{
    const Slots *slots = &comparison->cube->slots;
    AreaPeriod at = {indicator, slots_find(slots, comparison->period), 0};
    for (size_t i = 0; i < comparison->indicator_count && base >= 0; i++) {
        const QcdcComparisonRow *row = comparison_row(comparison, subject, i, (size_t)base, NULL);
        if (comparison->indicators[i] != indicator || row == NULL)
            continue;
        at.slot = slots_find(slots, row->base_period);
        at.scenario = ARRAY_AT(&comparison->bases, Base, (size_t)base).scenario;
    }
    return at;
}

/* A kind that the pool numbers anew has not been said yet. */
static void add_kind(StringPool *said, const char *kind, Text *kinds)
{
    size_t before = string_pool_count(said);
    uint32_t number;
    if (!string_pool_intern(said, kind, strlen(kind), &number) || string_pool_count(said) == before)
        return;
    if (kinds->length > 0)
        text_append(kinds, ", ");
    text_append(kinds, kind);
}

static void add_kinds(const QcdcCube *cube, const Area *area, AreaPeriod at, bool in_english, Text *kinds)
{
    StringPool said = {.seed = hash_draw_seed()};
    AreaWalk walk = area_begin(cube, area, at.slot);
    size_t position;
    while (area_next_reporter(area, &walk, &position)) {
        const char *kind = walk.tree->versions[position]->texts[QCDC_UNIT_KIND];
        if (!area_unit_is_expected(cube, at.indicator, at.slot, walk.tree->units[position]))
            continue;
        if (in_english)
            kind = translate(kind);
        add_kind(&said, kind[0] != '\0' ? kind : "đơn vị", kinds);
    }
    string_pool_clear(&said);
}

/* "communes, wards and townships"; what is not known by its kind makes units of all. */
static void join_in_english(const Text *kinds, Text *out)
{
    const char *words = text_get(kinds), *last = strrchr(words, ',');
    if (kinds->length == 0 || QCDC_FAULT("kinds-unknown", strstr(words, any_english) != NULL, false)) {
        text_append(out, any_english);
    } else if (last == NULL) {
        text_append(out, words);
    } else {
        text_append_bytes(out, words, (size_t)(last - words));
        text_append(out, " and");
        text_append(out, last + 1);
    }
}

size_t comparison_kinds(const QcdcComparison *comparison, size_t subject, QcdcIndicatorId indicator, int base, bool in_english,
                        char *buffer, size_t size)
{
    Area area = area_of_subject(&comparison->subjects.items[subject]);
    AreaPeriod at = find_period(comparison, subject, indicator, base);
    const QcdcCube *cube = base >= 0 ? comparison->base_cube : comparison->cube;
    Text kinds = {0}, joined = {0};
    if (area_find_reported(cube, &area, &at, NULL) == QCDC_OK && at.slot != SLOT_NONE)
        add_kinds(cube, &area, at, in_english, &kinds);
    if (in_english)
        join_in_english(&kinds, &joined);
    else
        text_append(&joined, kinds.length > 0 ? text_get(&kinds) : "đơn vị");
    QcdcText said = qcdc_text_begin(buffer, size);
    qcdc_text_add(&said, text_get(&joined));
    text_clear(&kinds);
    text_clear(&joined);
    return qcdc_text_finish(&said);
}
