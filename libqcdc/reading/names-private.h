/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NAMES_PRIVATE_H
#define QCDC_NAMES_PRIVATE_H

#include "reading/operand-private.h"

enum {
    NAMES_MAX = 64 /* names of a list; a longer one is not counted */
};

/* One name of a list. */
typedef struct Name {
    uint32_t first, end; /* tokens */
    bool is_sure;        /* a name of its own; else it may belong to the one before: "Sở Văn hóa, Thể thao và Du lịch" */
} Name;

typedef struct Names {
    Name items[NAMES_MAX];
    size_t count, sure;
    bool is_open;
} Names;

bool names_begins_with_capital(const Scene *scene, size_t at);
/* Words that a name of an organ or a place begins with, written small as a rule. */
bool names_is_head(const Scene *scene, size_t at);
/* Cuts the tokens @from … @end into names; false if something in it is no name. */
bool names_read(const Scene *scene, size_t from, size_t end, Names *names);
/* Which names stand for themselves: all of them when all are proper names, else those that begin as the first one does, or with a head of their own. */
void names_weigh(const Scene *scene, Names *names);

#endif
