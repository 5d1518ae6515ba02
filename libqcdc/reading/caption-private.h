/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CAPTION_PRIVATE_H
#define QCDC_CAPTION_PRIVATE_H

#include "reading/scene-private.h"

/* What a figure is the total of by the words before it, "tổng lượt khách năm 2022 là", and the period it is of. */
typedef struct Caption {
    uint32_t key;      /* of the words between "tổng" and the figure, periods and "là", "đạt" left out; 0: no caption */
    uint32_t start;    /* byte of the script where it begins */
    QcdcPeriod period; /* in the caption, else the last one named before it; none if there is none */
} Caption;

Caption caption_read(const Scene *scene, const Mention *mention);
/* Whether both are the total of the same, of the same period. */
bool caption_is_same(const Caption *left, const Caption *right);

#endif
