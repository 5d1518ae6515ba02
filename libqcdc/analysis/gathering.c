/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "gathering-private.h"

#include <stdlib.h>
#include <string.h>

#include "kernel/fault-private.h"

static const char *keep(Gathering *gathering, const char *start, const char *end)
{
    Text text = {0};
    text_append(&text, start);
    text_append(&text, end);
    const char *kept = text.failed ? NULL : string_pool_keep(&gathering->strings, text_get(&text), text.length);
    text_clear(&text);
    return kept;
}

static const char *keep_number(Gathering *gathering, const char *start, int32_t number)
{
    Text text = {0};
    text_append_number(&text, number);
    const char *kept = text.failed ? NULL : keep(gathering, start, text_get(&text));
    text_clear(&text);
    return kept;
}

static bool add_subject(Gathering *gathering, SubjectKind kind, QcdcUnitId unit, const char *code, const char *name,
                        const char *text_name, const char *english)
{
    Subject subject = {kind, unit, code, name, text_name, english};
    return code != NULL && name != NULL && text_name != NULL && english != NULL &&
           array_append(&gathering->subjects, &subject, 1, sizeof subject);
}

bool gathering_add_part(Gathering *gathering, size_t subject)
{
    return array_append(&gathering->parts, &subject, 1, sizeof subject);
}

static const char *first_of(const char *text, const char *fallback)
{
    return text[0] != '\0' ? text : fallback;
}

bool gathering_add_unit_of(Gathering *gathering, const UnitTree *tree, size_t position)
{
    const char *const *texts = tree->versions[position]->texts;
    return add_subject(gathering, SUBJECT_UNIT, tree->units[position], texts[QCDC_UNIT_CODE], texts[QCDC_UNIT_NAME],
                       first_of(texts[QCDC_UNIT_TEXT_NAME], texts[QCDC_UNIT_NAME]),
                       first_of(texts[QCDC_UNIT_NAME_EN], texts[QCDC_UNIT_NAME]));
}

bool gathering_add_unit(Gathering *gathering, size_t position)
{
    gathering->subject_of[position] = gathering->subjects.count;
    return gathering_add_unit_of(gathering, gathering->tree, position);
}

/* The pseudo-child of S11: what the unit itself reported, beside what is below it. */
bool gathering_add_own(Gathering *gathering, size_t position)
{
    const char *const *texts = gathering->tree->versions[position]->texts;
    const char *name = texts[QCDC_UNIT_OWN_NAME];
    const char *english = texts[QCDC_UNIT_NAME_EN];
    if (name[0] == '\0')
        name = keep(gathering, "riêng ", texts[QCDC_UNIT_NAME]);
    if (english[0] != '\0')
        english = keep(gathering, english, " itself");
    return add_subject(gathering, SUBJECT_OWN, gathering->tree->units[position], keep(gathering, texts[QCDC_UNIT_CODE], "#own"),
                       name, name, english == NULL || english[0] != '\0' ? english : name);
}

/* Levels */

static int compare_levels(const void *left, const void *right)
{
    int32_t one = *(const int32_t *)left, other = *(const int32_t *)right;
    return (one > other) - (one < other);
}

/* Levels of the units below a position, ascending, each once. */
static bool find_levels(const UnitTree *tree, size_t position, Array *levels)
{
    size_t kept = 0;
    for (size_t i = position + 1; i < tree->ends[position]; i++)
        if (!array_append(levels, &tree->versions[i]->level, 1, sizeof(int32_t)))
            return false;
    if (levels->count > 1)
        qsort(levels->items, levels->count, sizeof(int32_t), compare_levels);
    for (size_t i = 0; i < levels->count; i++)
        if (kept == 0 || ARRAY_AT(levels, int32_t, kept - 1) != ARRAY_AT(levels, int32_t, i))
            ARRAY_AT(levels, int32_t, kept++) = ARRAY_AT(levels, int32_t, i);
    levels->count = kept;
    return true;
}

/* "" where no unit of the level says what the level is called. */
static const char *level_name(const UnitTree *tree, size_t position, int32_t level)
{
    for (size_t i = position + 1; i < tree->ends[position]; i++) {
        const UnitVersion *version = tree->versions[i];
        if (version->level == level && version->texts[QCDC_UNIT_LEVEL_NAME][0] != '\0')
            return version->texts[QCDC_UNIT_LEVEL_NAME];
    }
    return "";
}

/* W28, of the levels that Vietnam has and had. */
static const char *level_in_english(const char *name)
{
    static const char *const levels[][2] = {{"cấp tỉnh", "provincial level"}, {"cấp huyện", "district level"}, {"cấp xã", "commune level"}};
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        if (QCDC_FAULT("gathering-level-english", strcmp(name, levels[i][0]) == 0, false))
            return levels[i][1];
    return name;
}

bool gathering_add_level_of(Gathering *gathering, const UnitTree *tree, size_t position, int32_t level)
{
    const char *name = level_name(tree, position, level);
    const char *english = level_in_english(name);
    if (name[0] == '\0') {
        name = keep_number(gathering, "cấp ", level);
        english = keep_number(gathering, "level ", level);
    }
    return add_subject(gathering, SUBJECT_LEVEL, tree->units[position], keep_number(gathering, "level:", level),
                       name, name, english);
}

bool gathering_add_levels(Gathering *gathering, size_t position)
{
    Array levels = {0};
    bool added = find_levels(gathering->tree, position, &levels);
    for (size_t i = 0; i < levels.count && added; i++)
        added = gathering_add_part(gathering, gathering->subjects.count) &&
                gathering_add_level_of(gathering, gathering->tree, position, ARRAY_AT(&levels, int32_t, i));
    array_clear(&levels);
    return added;
}

/* Groups: those with words in their order, then the others in the order in which units name them. */

static const char *group_words(const QcdcCatalog *catalog, const char *group)
{
    for (size_t i = 0; i < catalog_group_count(catalog); i++)
        if (strcmp(qcdc_catalog_get_group_name(catalog, i), group) == 0)
            return first_of(qcdc_catalog_get_group_words(catalog, i), group);
    return group;
}

static bool intern_groups(StringPool *names, const char *groups)
{
    for (size_t length; *groups != '\0'; groups += length + (groups[length] == '|')) {
        uint32_t number;
        length = strcspn(groups, "|");
        if (length > 0 && !string_pool_intern(names, groups, length, &number))
            return false;
    }
    return true;
}

/* The names of all groups, numbered in order from 1. */
bool gathering_find_groups(Gathering *gathering)
{
    const QcdcCatalog *catalog = gathering->cube->catalog;
    StringPool *names = &gathering->groups;
    bool found = true;
    for (size_t i = 0; i < catalog_group_count(catalog) && found; i++)
        found = intern_groups(names, qcdc_catalog_get_group_name(catalog, i));
    /* the groups of a partition are those of [groups]; others are no part of it (D45) */
    for (size_t i = 0; i < catalog_version_count(catalog) && found && !catalog_is_partition(catalog); i++)
        found = intern_groups(names, catalog_version_in_file_order(catalog, i)->texts[QCDC_UNIT_GROUPS]);
    return found;
}

static void mark_groups(const StringPool *names, const UnitTree *tree, size_t position, uint8_t *marks)
{
    for (size_t i = position + 1; i < tree->ends[position]; i++) {
        const char *groups = tree->versions[i]->texts[QCDC_UNIT_GROUPS];
        for (size_t length; *groups != '\0'; groups += length + (groups[length] == '|')) {
            length = strcspn(groups, "|");
            uint32_t number = length > 0 ? string_pool_find(names, groups, length) : UINT32_MAX;
            if (number != UINT32_MAX)
                marks[number] = 1;
        }
    }
}

static bool add_group(Gathering *gathering, size_t position, const char *group)
{
    const char *words = group_words(gathering->cube->catalog, group);
    return gathering_add_part(gathering, gathering->subjects.count) &&
           add_subject(gathering, SUBJECT_GROUP, gathering->tree->units[position], keep(gathering, "group:", group),
                       keep(gathering, "", words), keep(gathering, "", words),
                       keep(gathering, "", words));
}

/* Is there a unit below that is in no group, nor below one that is? */
static bool has_others(const Gathering *gathering, size_t position)
{
    const UnitTree *tree = gathering->tree;
    size_t below = position + 1;
    while (tree->grouped != NULL && below < tree->ends[position] && (tree->grouped[below] & GROUPED_ITSELF) != 0)
        below = tree->ends[below];
    return tree->grouped != NULL && below < tree->ends[position];
}

static bool add_others(Gathering *gathering, size_t position)
{
    static const char code[] = "group:*";
    return gathering_add_part(gathering, gathering->subjects.count) &&
           add_subject(gathering, SUBJECT_OTHERS, gathering->tree->units[position], code, code, code, code);
}

bool gathering_add_groups(Gathering *gathering, size_t position)
{
    StringPool *names = &gathering->groups;
    uint8_t *marks = memory_try_new(string_pool_count(names), sizeof *marks);
    bool added = marks != NULL;
    if (added)
        mark_groups(names, gathering->tree, position, marks);
    for (uint32_t number = 1; added && number < string_pool_count(names); number++)
        if (marks[number] != 0)
            added = add_group(gathering, position, string_pool_get(names, number));
    qcdc_free(marks);
    return added && (!has_others(gathering, position) || add_others(gathering, position));
}
