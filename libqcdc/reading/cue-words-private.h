/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CUE_WORDS_PRIVATE_H
#define QCDC_CUE_WORDS_PRIVATE_H

#include <qcdc/claim.h>

#include "reading/cue-private.h"

/* Where a spelling is a cue. Words like "còn", "thành" and "lên" are so only where a figure follows. */
typedef enum CuePlace {
    CUE_ANYWHERE = 0,
    CUE_BEFORE_NUMBER, /* a number or a hedge follows */
    CUE_BEFORE_TIME,   /* a number, a hedge, a period or another cue follows */
} CuePlace;

/* One spelling, in small letters, one blank between words. CUE_NONE: words that hold the spelling of a cue and are none (đặc điểm). */
typedef struct CueWord {
    const char *text;
    uint8_t cue, hedge, place;
} CueWord;

/* All spellings, in the order of their bytes. */
const CueWord *cue_get_words(size_t *out_count);
/* The longest spelling at the start of @text (folded NFC, whole words), also one that is no cue; NULL if there is none. */
const CueWord *cue_find_word(const char *text, size_t length);

#endif
