/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FILLING_PRIVATE_H
#define QCDC_FILLING_PRIVATE_H

#include <qcdc/table.h>

#include "place-text-private.h"

/* A template with the texts of its places (D66). */

typedef struct FillRequest {
    PlaceCall call;          /* its cube is made here: one, with the periods of all places */
    QcdcRollupOptions rollup;
    QcdcTableFormat format;  /* TEXT, MARKDOWN or HTML */
    const char *source;      /* of the findings */
    const char *bytes;
    size_t length;
} FillRequest;

/* QCDC_STATUS_FINDINGS where something was put down in @findings; then *@out_text is untouched. */
QcdcStatus filling_write(FillRequest *request, QcdcFindings *findings, char **out_text, QcdcError *error);

#endif
