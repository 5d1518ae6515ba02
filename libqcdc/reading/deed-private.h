/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_DEED_PRIVATE_H
#define QCDC_DEED_PRIVATE_H

#include "reading/scene-private.h"

/* Whether the words behind what @count counts, up to @limit, tell what these do or have, which others of them need not and the same ones can
 * beside another: "31 doanh nghiệp ký thỏa ước", "45 trường có bếp ăn". A grade is of one alone, and so are an offence
 * and what is done with a case. */
bool deed_is_told(const Scene *scene, const Mention *count, size_t limit);

#endif
