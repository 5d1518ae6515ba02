/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_VOTE_PRIVATE_H
#define QCDC_VOTE_PRIVATE_H

#include "reading/scene-private.h"

/* "408/450 đại biểu tán thành (chiếm 84,3%)": whether the words about a percent, in the tokens @from … @end, tell of a vote, and @percent is less
 * than @share, the percent of those who cast theirs: then it is of all who might have. */
bool vote_may_be_of_all(const Scene *scene, size_t from, size_t end, QcdcDecimal percent, QcdcDecimal share);

#endif
