/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SPAN_PRIVATE_H
#define QCDC_SPAN_PRIVATE_H

#include "reading/attach-private.h"

/* From one figure to another: "từ 230 xã xuống còn 209", "878 thôn thành 414 thôn, giảm 464 thôn". */
typedef struct Span {
    size_t first, end; /* tokens */
    const Mention *from, *to;
    const Mention *delta, *percent;
    uint8_t direction; /* that the words say */
} Span;

/* "lên", "xuống", "tăng", "giảm" */
uint8_t span_find_direction(const Scene *scene, size_t at);
/* "từ 230 xã xuống còn 209", at "từ" */
bool span_read_from_to(const Sentence *sentence, size_t at, Span *span);
/* "878 thôn thành 414 thôn", "27 phòng, nay còn 21 phòng", at the word between */
bool span_read_into(const Sentence *sentence, size_t at, Span *span);
/* By how much, as told before it and behind it. */
void span_read_before(const Sentence *sentence, Span *span, bool *out_is_loose);
/* *@out_is_loose: words that may be another subject stand between: then it counts only if it fits. */
bool span_read_behind(const Sentence *sentence, Span *span, bool *out_is_loose);
void span_read_percent(const Sentence *sentence, Span *span);

#endif
