/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/tally.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/observation-private.h"
#include "kernel/text-private.h"

typedef struct {
    char letter;
    QcdcObservationStatus bits;
} StatusLetter;

static const StatusLetter codes[] = {
    {'A', QCDC_OBSERVATION_NORMAL},         {'P', QCDC_OBSERVATION_PROVISIONAL}, {'E', QCDC_OBSERVATION_ESTIMATED},
    {'M', QCDC_OBSERVATION_NOT_APPLICABLE}, {'O', QCDC_OBSERVATION_MISSING},     {'L', QCDC_OBSERVATION_NOT_COLLECTED},
};
/* in the order in which they are written */
static const StatusLetter flags[] = {
    {'B', QCDC_OBSERVATION_BREAK}, {'D', QCDC_OBSERVATION_DEFINITION}, {'U', QCDC_OBSERVATION_LOW_RELIABILITY}};

enum {
    CODE_COUNT = sizeof codes / sizeof codes[0],
    FLAG_COUNT = sizeof flags / sizeof flags[0],
    ALL_FLAGS = QCDC_OBSERVATION_BREAK | QCDC_OBSERVATION_DEFINITION | QCDC_OBSERVATION_LOW_RELIABILITY
};

static const StatusLetter *find_letter(const StatusLetter *letters, size_t count, char letter)
{
    for (size_t i = 0; i < count; i++)
        if (letters[i].letter == letter)
            return &letters[i];
    return NULL;
}

static const StatusLetter *find_code(QcdcObservationStatus status)
{
    for (size_t i = 0; i < CODE_COUNT; i++)
        if (codes[i].bits == (status & QCDC_OBSERVATION_CODE_MASK))
            return &codes[i];
    return NULL;
}

bool qcdc_observation_status_is_valid(QcdcObservationStatus status)
{
    return find_code(status) != NULL && (status & ~(QCDC_OBSERVATION_CODE_MASK | ALL_FLAGS)) == 0;
}

bool qcdc_observation_status_is_missing(QcdcObservationStatus status)
{
    unsigned code = status & QCDC_OBSERVATION_CODE_MASK;
    return code >= QCDC_OBSERVATION_NOT_APPLICABLE && code <= QCDC_OBSERVATION_NOT_COLLECTED;
}

/* How strongly a code holds in a merge: a value's status over an absence, the less firm over the firmer. What is not a
 * code holds over all, so that it is not lost on the way to whoever checks. */
static unsigned weight_of_code(unsigned code)
{
    return qcdc_observation_status_is_missing((QcdcObservationStatus)code) ? code : code + 16;
}

QcdcObservationStatus qcdc_observation_status_merge(QcdcObservationStatus left, QcdcObservationStatus right)
{
    unsigned left_code = left & QCDC_OBSERVATION_CODE_MASK, right_code = right & QCDC_OBSERVATION_CODE_MASK;
    bool left_holds = weight_of_code(left_code) > weight_of_code(right_code);
    unsigned code = QCDC_FAULT("observation-less-firm", left_holds, !left_holds) ? left_code : right_code;
    unsigned all_flags = QCDC_FAULT("observation-flags", left | right, left & right) & ~(unsigned)QCDC_OBSERVATION_CODE_MASK;
    return (QcdcObservationStatus)(code | all_flags);
}

/* A, P+B, O …: a code, then flags after a plus sign each, in any order, none twice. */
static bool read_status(const char *text, size_t length, QcdcObservationStatus *out_status)
{
    const StatusLetter *code = length > 0 ? find_letter(codes, CODE_COUNT, text[0]) : NULL;
    if (code == NULL || length % 2 == 0)
        return false;
    QcdcObservationStatus status = code->bits;
    for (size_t at = 1; at < length; at += 2) {
        const StatusLetter *flag = find_letter(flags, FLAG_COUNT, text[at + 1]);
        if (text[at] != '+' || flag == NULL || (status & flag->bits) != 0)
            return false;
        status |= flag->bits;
    }
    *out_status = status;
    return true;
}

QcdcStatus qcdc_observation_status_parse(const char *text, size_t length, QcdcObservationStatus *out_status, QcdcError *error)
{
    if (out_status == NULL || (text == NULL && length > 0))
        return qcdc_error_set_argument(error, "no text, or no place for the status");
    if (!read_status(text, length, out_status))
        return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "status", text, length, "is not a status",
                                    "one of A, P, E, M, O, L, then +B, +D, +U as they apply: P+B");
    return QCDC_OK;
}

size_t qcdc_observation_status_to_text(QcdcObservationStatus status, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    if (qcdc_observation_status_is_valid(status)) {
        qcdc_text_add_bytes(&text, &find_code(status)->letter, 1);
        for (size_t i = 0; i < FLAG_COUNT; i++)
            if ((status & flags[i].bits) != 0) {
                qcdc_text_add(&text, "+");
                qcdc_text_add_bytes(&text, &flags[i].letter, 1);
            }
    }
    return qcdc_text_finish(&text);
}
