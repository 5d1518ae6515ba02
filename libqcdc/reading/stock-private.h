/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_STOCK_PRIVATE_H
#define QCDC_STOCK_PRIVATE_H

#include "reading/scene-private.h"

/* How many administrative or residential units a whole area has: "tỉnh có 200 đơn vị hành chính cấp xã", "trên địa bàn tỉnh còn 1.850 thôn, tổ dân phố". */
typedef struct Stock {
    uint32_t units;                /* what is counted: one bit a word of the noun, whatever their order; 0: it is no stock */
    uint32_t level;                /* the area: tỉnh, huyện, xã … */
    uint32_t name;                 /* hash of its name, 0 where none is told */
    QcdcPeriod period;             /* the last one named before it in its sentence with its year, none if there is none */
    uint32_t shown_start, shown_end; /* bytes of the script: the figure and its noun, and the area that stands right before them */
    uint32_t passage;
    Mention figure;                /* its tokens are none of a later scene */
} Stock;

/* The stock that @mention is the figure of; one without units if it is none. */
Stock stock_read(const Scene *scene, const Mention *mention);
/* Whether both count the same units of the same area, as far as their words say, and neither can only be a part of the other. */
bool stock_is_same(const Stock *left, const Stock *right);

#endif
