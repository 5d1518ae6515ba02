/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "place-private.h"

#include <string.h>

#include "kernel/fault-private.h"

static const char *const fields[PLACE_FIELD_END] = {"name", "shows", "unit",  "indicator", "period", "base",
                                                    "by",   "depth", "basis", "table",     "style"};

#define FIELD(name) (1u << PLACE_##name)
#define FIELDS_OF_ALL (FIELD(NAME) | FIELD(SHOWS) | FIELD(STYLE))
#define FIELDS_OF_ROW (FIELDS_OF_ALL | FIELD(UNIT) | FIELD(INDICATOR) | FIELD(PERIOD))
#define FIELDS_OF_CHANGE (FIELDS_OF_ROW | FIELD(BASE) | FIELD(BASIS))
#define FIELDS_OF_PASSAGE (FIELDS_OF_CHANGE | FIELD(BY) | FIELD(DEPTH))

/* What a place shows, what it needs, and what it may say (D65). */
static const struct {
    const char *word;
    unsigned needed, taken;
    bool is_of_row;
} kinds[PLACE_OF_END] = {
    [PLACE_OF_SENTENCE] = {"sentence", 0, FIELDS_OF_PASSAGE, false},
    [PLACE_OF_PARAGRAPH] = {"paragraph", 0, FIELDS_OF_PASSAGE, false},
    [PLACE_OF_CHANGE] = {"change", FIELD(INDICATOR), FIELDS_OF_CHANGE, true},
    [PLACE_OF_VALUE] = {"value", FIELD(INDICATOR), FIELDS_OF_ROW, true},
    [PLACE_OF_BASE] = {"base", FIELD(INDICATOR), FIELDS_OF_CHANGE, true},
    [PLACE_OF_DIFFERENCE] = {"difference", FIELD(INDICATOR), FIELDS_OF_CHANGE, true},
    [PLACE_OF_PERCENT] = {"percent", FIELD(INDICATOR), FIELDS_OF_CHANGE, true},
    [PLACE_OF_RATE] = {"rate", FIELD(INDICATOR), FIELDS_OF_ROW, true},
    [PLACE_OF_UNIT] = {"unit", 0, FIELDS_OF_ALL | FIELD(UNIT) | FIELD(PERIOD), false},
    [PLACE_OF_PERIOD] = {"period", 0, FIELDS_OF_ALL | FIELD(PERIOD), false},
    [PLACE_OF_BASE_PERIOD] = {"base-period", 0, FIELDS_OF_ALL | FIELD(PERIOD) | FIELD(BASE), false},
    [PLACE_OF_TABLE] = {"table", FIELD(TABLE), FIELDS_OF_ALL | FIELD(TABLE) | FIELD(UNIT) | FIELD(PERIOD) | FIELD(BASE), false},
};

const char *place_field_to_name(size_t field)
{
    return field < PLACE_FIELD_END ? fields[field] : NULL;
}

const char *place_shows_to_name(size_t shows)
{
    return shows < PLACE_OF_END ? kinds[shows].word : NULL;
}

PlaceShows place_shows_parse(const char *word)
{
    for (int shows = 0; shows < PLACE_OF_END; shows++)
        if (strcmp(kinds[shows].word, word) == 0)
            return (PlaceShows)shows;
    return PLACE_OF_NONE;
}

bool place_needs(PlaceShows shows, PlaceField field)
{
    return (kinds[shows].needed >> field & 1u) != 0;
}

bool place_takes(PlaceShows shows, PlaceField field)
{
    return QCDC_FAULT("place-takes", (kinds[shows].taken >> field & 1u) != 0, true);
}

bool place_is_of_row(PlaceShows shows)
{
    return kinds[shows].is_of_row;
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_' ||
           byte == '-';
}

bool place_can_be_called(const char *name, size_t length)
{
    for (size_t k = 0; k < length; k++)
        if (!is_name_byte(name[k]))
            return false;
    return length > 0 && length <= PLACE_NAME_SIZE;
}

/* The list */

TextPlace *place_list_add(PlaceList *list, const QcdcRecord *record)
{
    uint32_t number = (uint32_t)list->places.count;
    TextPlace *place = ARRAY_ADD(&list->places, TextPlace);
    if (place == NULL || !attribute_table_add(&list->attributes, &list->strings, number, record))
        return NULL;
    place->style.size = sizeof place->style;
    for (int field = 0; field < PLACE_FIELD_END; field++) {
        const char *text = record_get(record, field);
        place->texts[field] = string_pool_keep(&list->strings, text, strlen(text));
        if (place->texts[field] == NULL)
            return NULL;
    }
    return place;
}

bool place_list_name(PlaceList *list, size_t index)
{
    const char *name = place_list_at(list, index)->texts[PLACE_NAME];
    uint32_t number = string_pool_find(&list->strings, name, strlen(name));
    while (list->by_name.count <= number)
        if (ARRAY_ADD(&list->by_name, uint32_t) == NULL)
            return false;
    ARRAY_AT(&list->by_name, uint32_t, number) = (uint32_t)index + 1;
    return true;
}

size_t place_list_count(const PlaceList *list)
{
    return list->places.count;
}

const TextPlace *place_list_at(const PlaceList *list, size_t index)
{
    return &ARRAY_AT(&list->places, TextPlace, index);
}

size_t place_list_find(const PlaceList *list, const char *name, size_t length)
{
    uint32_t number = string_pool_find(&list->strings, name, length);
    uint32_t found = number < list->by_name.count ? ARRAY_AT(&list->by_name, uint32_t, number) : 0;
    return found > 0 ? found - 1 : SIZE_MAX;
}

const Attribute *place_list_attributes(const PlaceList *list, size_t index, size_t *out_count)
{
    return attribute_table_get(&list->attributes, (uint32_t)index, out_count);
}

void place_list_clear(PlaceList *list)
{
    array_clear(&list->places);
    array_clear(&list->indicators);
    array_clear(&list->bases);
    array_clear(&list->by_name);
    attribute_table_clear(&list->attributes);
    string_pool_clear(&list->strings);
}
