/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_VOTE_PRIVATE_H
#define QCDC_VOTE_PRIVATE_H

#include "reading/draft-private.h"
#include "reading/scene-private.h"

/* "408/450 đại biểu tán thành (chiếm 84,3%)": whether the words about @percent, from the token @from on, tell of a vote, and it is less than
 * the percent of those who cast theirs, which @draft expects and no slip explains: then it is of all who might have. */
bool vote_may_be_of_all(const Scene *scene, const Draft *draft, size_t from, const Mention *percent);

#endif
