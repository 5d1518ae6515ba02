/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_GROWTHS_PRIVATE_H
#define QCDC_GROWTHS_PRIVATE_H

#include "reading/attach-private.h"

/* Growth a year over a span: "tăng bình quân 7,8%/năm", "tốc độ tăng trưởng bình quân giai đoạn 2016-2020 đạt 8%". */
typedef struct Growth {
    size_t first, end; /* tokens */
    const Mention *rate;
    uint8_t direction;
    Mention years; /* as printed or as its period has; its value is 0 when neither says */
} Growth;

/* Reads the growth that begins at @at, a verb, "tốc độ tăng trưởng" or "bình quân"; false if there is none. */
bool growths_read(const Sentence *sentence, size_t at, Growth *out_growth);
/* Keeps it with the figures of the span's ends, if they are printed. */
QcdcStatus growths_keep(const Sentence *sentence, const Growth *growth, const Mention *from, const Mention *to,
                        QcdcError *error);

#endif
