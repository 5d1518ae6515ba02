/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef DRAW_DECIMAL_H
#define DRAW_DECIMAL_H

/* Random values of the whole range, drawn where arithmetic goes wrong: the ends, powers of ten, halves, and numbers small
 * enough to meet each other. */

#include <qcdc/decimal.h>

#include "random.h"

#define DECIMAL_LARGEST INT64_C(999999999999999999)

static inline int64_t draw_power_of_ten(Random *random, unsigned end)
{
    int64_t power = 1;
    for (uint64_t i = random_below(random, end); i > 0; i--)
        power *= 10;
    return power;
}

static inline int64_t draw_coefficient(Random *random)
{
    int64_t magnitude = 0;
    switch (random_below(random, 8)) {
    case 0:
        magnitude = random_near_edges(random, 0, DECIMAL_LARGEST);
        break;
    case 1:
        magnitude = draw_power_of_ten(random, 18) + random_between(random, -1, 1);
        break;
    case 2: /* halves, when they are divided by a power of ten */
        magnitude = random_between(random, 0, 199) * 5 * draw_power_of_ten(random, 14);
        break;
    case 3:
    case 4:
        magnitude = random_between(random, 0, 40);
        break;
    default: /* each number of digits as often */
        magnitude = random_between(random, 0, draw_power_of_ten(random, 19) - 1);
    }
    return random_chance(random, 2) ? -magnitude : magnitude;
}

static inline QcdcDecimal draw_decimal(Random *random)
{
    QcdcDecimal value = { draw_coefficient(random), 0, { 0 } };
    if (!random_chance(random, 3))
        value.decimals = (uint8_t)random_between(random, 0, 9);
    return value;
}

static inline QcdcRounding draw_rounding(Random *random)
{
    return (QcdcRounding)random_below(random, QCDC_ROUND_END);
}

#endif
