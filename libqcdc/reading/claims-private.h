/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CLAIMS_PRIVATE_H
#define QCDC_CLAIMS_PRIVATE_H

#include <stdatomic.h>

#include "reading/reader-private.h"

enum {
    CLAIMS_STEP = 256 /* bytes of the text between two entries of the counts */
};

/* What has been read: claims in the order of their places, their numbers, and how to count characters and lines. */
struct QcdcClaims {
    atomic_uint references;
    Arena arena;
    QcdcPeriod own;
    Claim *claims;
    size_t claim_count;
    ClaimFigure *figures;
    uint32_t *places; /* of each claim three: characters before its start and its end, line */
};

#endif
