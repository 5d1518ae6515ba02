/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NAMINGS_PRIVATE_H
#define QCDC_NAMINGS_PRIVATE_H

#include "model/catalog-private.h"
#include "model/memory-private.h"
#include "reading/scene-private.h"

/* How a text calls units and indicators: the words of the catalog in small letters, as a scene has them. */

/* An indicator in words; "" where there are none. */
typedef struct Naming {
    const char *measure, *short_measure; /* behind the number; without the scale word that they begin with */
    const char *verb, *rate_verb;        /* before it; of an indicator that follows in a clause the verb of the first */
    const char *name, *object;
    uint8_t power;       /* of the scale word of the measure: 6 of "triệu đồng" */
    bool is_percent;     /* the measure is % */
    bool is_follower;    /* has the verb of another: it stands behind that one's figure */
    bool is_in_force;
} Naming;

typedef struct UnitNaming {
    uint32_t hash; /* of its first word */
    const char *words;
    size_t length;
    QcdcUnitId unit;
} UnitNaming;

typedef struct Namings {
    StringPool strings;
    Array indicators; /* Naming, an indicator each */
    Array units;      /* UnitNaming, by hash, the longer first */
} Namings;

/* @at: names in force then. */
QcdcStatus namings_make(Namings *namings, const QcdcCatalog *catalog, QcdcPeriod at, QcdcError *error);
void namings_clear(Namings *namings);
const Naming *namings_get(const Namings *namings, QcdcIndicatorId indicator);
/* The unit whose name, the longest that there is, begins at byte @at of the script, and the byte behind it; @at and NONE where there is none;
 * NONE alone where two have the name. */
QcdcUnitId namings_find_unit(const Namings *namings, const Scene *scene, uint32_t at, uint32_t *out_end);

#endif
