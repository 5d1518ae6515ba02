/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PLACE_PRIVATE_H
#define QCDC_PLACE_PRIVATE_H

#include <qcdc/comparison.h>
#include <qcdc/style.h>

#include "model/record-private.h"

/* The places of places.csv (D65): what a name in a template stands for. A list is built by one thread, then only read. */

typedef enum {
    PLACE_NAME = 0,
    PLACE_SHOWS,
    PLACE_UNIT,
    PLACE_INDICATOR, /* codes joined by | */
    PLACE_PERIOD,
    PLACE_BASE, /* bases joined by | */
    PLACE_BY,
    PLACE_DEPTH,
    PLACE_BASIS,
    PLACE_TABLE,
    PLACE_STYLE, /* K=V joined by | */
    PLACE_FIELD_END
} PlaceField;

typedef enum {
    PLACE_OF_NONE = -1, /* no such word */
    PLACE_OF_SENTENCE,
    PLACE_OF_PARAGRAPH,
    PLACE_OF_CHANGE,
    PLACE_OF_VALUE,
    PLACE_OF_BASE,
    PLACE_OF_DIFFERENCE,
    PLACE_OF_PERCENT,
    PLACE_OF_RATE,
    PLACE_OF_UNIT,
    PLACE_OF_PERIOD,
    PLACE_OF_BASE_PERIOD,
    PLACE_OF_TABLE,
    PLACE_OF_END
} PlaceShows;

enum { PLACE_NAME_SIZE = 64 /* bytes of a name at most */ };

/* A row. Lists lie in the arrays of its list, for these move while it grows. */
typedef struct TextPlace {
    const char *texts[PLACE_FIELD_END]; /* as written, never NULL */
    PlaceShows shows;
    QcdcBy by;
    int32_t depth; /* 0: not given */
    QcdcBasis basis;
    size_t first_indicator, indicator_count; /* in PlaceList.indicators */
    size_t first_base, base_count;           /* in PlaceList.bases */
    QcdcStyle style;
} TextPlace;

typedef struct PlaceList {
    StringPool strings;
    Array places;     /* TextPlace */
    Array indicators; /* const char * */
    Array bases;      /* QcdcBaseOption */
    Array by_name;    /* uint32_t: by number of the name in @strings the place and one, 0 is none */
    AttributeTable attributes;
} PlaceList;

/* "name" …; NULL past the end. */
const char *place_field_to_name(size_t field);
/* "sentence" …; NULL past the end. */
const char *place_shows_to_name(size_t shows);
PlaceShows place_shows_parse(const char *word);
/* Must the field be filled for what the place shows; may it be? */
bool place_needs(PlaceShows shows, PlaceField field);
bool place_takes(PlaceShows shows, PlaceField field);
/* Is it one figure, of one indicator and one unit? */
bool place_is_of_row(PlaceShows shows);
/* Letters of ASCII, digits, _ and -. */
bool place_can_be_called(const char *name, size_t length);

/* NULL: out of memory. Every text of the place is "" at first, and the style the default. */
TextPlace *place_list_add(PlaceList *list, const QcdcRecord *record);
/* From here on the place is found by its name; false: out of memory. */
bool place_list_name(PlaceList *list, size_t index);
size_t place_list_count(const PlaceList *list);
const TextPlace *place_list_at(const PlaceList *list, size_t index);
/* Its number, or SIZE_MAX. */
size_t place_list_find(const PlaceList *list, const char *name, size_t length);
const Attribute *place_list_attributes(const PlaceList *list, size_t index, size_t *out_count);
void place_list_clear(PlaceList *list);

#endif
