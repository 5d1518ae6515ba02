/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Two numbers and the words for their change; needs the base library alone, which allocates nothing. */

#include <qcdc/qcdc-base.h>

#include <stdio.h>

int main(void)
{
    QcdcFigure now = { .value.coefficient = 428, .state = QCDC_FIGURE_VALUED };
    QcdcFigure before = { .value.coefficient = 345, .state = QCDC_FIGURE_VALUED };
    QcdcPhraseItem item = { .measure = "lượt người", .counted = 1 };
    QcdcPhraseBase base = { .base = QCDC_BASE_SAME_PERIOD };
    QcdcStyle style = { .percent = QCDC_PERCENT_BRACKETS };
    char words[256];
    QcdcPhraseText text = { .buffer = words, .size = sizeof words };

    if (qcdc_change_measure(&now, &before, QCDC_QUANTITY_AMOUNT, &item.change, NULL) ||
        qcdc_phrase_write(&item, 1, &base, &style, QCDC_PHRASE_SHAPE_DEFAULT, &text, NULL))
        return 1;
    puts(words);
    return 0;
}
