/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_NOTE_PRIVATE_H
#define QCDC_NOTE_PRIVATE_H

#include "change-private.h"

/* What stands in the place of a change that is not told (W8, W21, W23), as a phrase of the row. */
void note_write(Writer *writer, QcdcToldAs note, const QcdcComparisonRow *row, size_t row_index, Prose *out);
/* A row of the sentence that tells of a unit which has ended and has a base (W22), or NULL. */
const QcdcComparisonRow *note_find_ended(const Writer *writer, size_t subject, size_t first, size_t count, size_t *out_row);

#endif
