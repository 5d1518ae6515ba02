/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SCENE_PLACE_PRIVATE_H
#define QCDC_SCENE_PLACE_PRIVATE_H

#include "reading/scene-lexer-private.h"

/* A number whose kind is asked for. */
typedef struct Place {
    const Scene *scene;
    const Mention *mention;
    const Token *token;
    uint32_t at;      /* of its first byte in the window */
    bool is_small;    /* one to three digits and nothing else: may number a thing */
} Place;

bool place_precedes(const Place *place, const char *const *list);
bool place_follows(const Place *place, const char *const *list);
/* The token behind the number; the END stands behind the last one. */
const Token *place_get_next(const Place *place);
bool place_next_is_mark(const Place *place, char mark);
bool place_previous_is_mark(const Place *place, char mark);
/* Capitals in a token: "USD" has three. */
unsigned place_count_capitals(const Place *place, const Token *token);
/* Whether what follows is no noun that the number could count. */
bool place_counts_nothing(const Place *place);

/* The kinds: names and numbers of things (scene-names.c), times (scene-times.c), bounds of a class (scene-limits.c). */
bool place_is_name(const Place *place);
bool place_is_time(const Place *place);
bool place_is_date(const Place *place);
bool place_is_month(const Place *place);
bool place_is_duration(const Place *place);
bool place_is_year(const Place *place);
bool place_is_limit(const Place *place);

#endif
