/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PLACE_TEXT_PRIVATE_H
#define QCDC_PLACE_TEXT_PRIVATE_H

#include <qcdc/cube.h>
#include <qcdc/layout.h>

#include "place-private.h"

/* What is put in a place: the words and numbers of a comparison, before they are escaped for a format. */

typedef struct PlaceCall {
    const PlaceList *list;
    const QcdcLayouts *layouts;
    QcdcDataset *dataset;
    QcdcCube *cube;            /* of @dataset, with the periods that were gathered */
    const char *unit, *period; /* (nullable) of places that name none: every root, the latest */
    const char *default_unit;  /* (nullable) of the bundle, whatever the call names */
    QcdcTableFormat format;    /* of tables */
} PlaceCall;

/* The periods that the place asks for, so that one roll-up has those of all; what cannot be read is left out, and told when it is
 * written. False: out of memory. */
bool place_gather_periods(const PlaceCall *call, const TextPlace *place, Array *periods);
/* Appends the text, its lines parted by LF; *out_is_there is false where the figure, or the change, is not there, and nothing is
 * appended. Of a failed call @out is thrown away. */
QcdcStatus place_write(const PlaceCall *call, const TextPlace *place, Text *out, bool *out_is_there, QcdcError *error);

#endif
