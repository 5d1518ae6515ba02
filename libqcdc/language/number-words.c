/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/number-words-private.h"

/* "5 tỷ lệ" holds no thousand million: a longer word that is no scale has power 0, and the longest word wins. */
static const QcdcNumberWords vietnamese = {
    .group = '.',
    .decimal = ',',
    .example = "write 7.570 or 7570, and 84,7",
    .scales =
        {
            {"nghìn", 3},
            {"ngàn", 3},
            {"triệu", 6},
            {"tỷ", 9},
            {"tỉ", 9},
            {"nghìn tỷ", 12},
            {"nghìn tỉ", 12},
            {"ngàn tỷ", 12},
            {"ngàn tỉ", 12},
            {"tỷ lệ", 0},
            {"tỉ lệ", 0},
        },
};

static const QcdcNumberWords english = {
    .group = ',',
    .decimal = '.',
    .example = "write 7,570 or 7570, and 84.7",
    .scales = {{"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12}},
};

const QcdcNumberWords *qcdc_number_get_words(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
}
