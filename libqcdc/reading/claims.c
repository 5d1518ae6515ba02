/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/claims-private.h"

#include <stdlib.h>

#include "kernel/error-private.h"
#include "reading/reader-places-private.h"

enum {
    MEMORY_LEAST = 64 << 20, /* what any text may use, in bytes, */
    MEMORY_PER_BYTE = 16     /* and for each byte of it besides */
};

static QcdcStatus check_call(const char *text, size_t length, const QcdcReadOptions *options, QcdcClaims **out_claims, QcdcError *error)
{
    if (out_claims == NULL || (text == NULL && length > 0))
        return qcdc_error_set_argument(error, "a pointer is missing");
    if (length >= UINT32_MAX)
        return qcdc_error_set_argument(error, "a text of 4 GiB or more is not read at once");
    if (options != NULL && options->size != sizeof *options)
        return qcdc_error_set_argument(error, "the options are of no known size");
    if (options != NULL && ((options->old_text == NULL && options->old_length > 0) || options->old_length >= UINT32_MAX))
        return qcdc_error_set_argument(error, "the old text is missing, or of 4 GiB or more");
    return QCDC_OK;
}

static QcdcStatus read_text(Reader *reader, const char *text, size_t length, QcdcPeriod period, QcdcError *error)
{
    QcdcStatus status;
    reader->arena.limit = MEMORY_LEAST + MEMORY_PER_BYTE * length;
    status = script_read(&reader->script, text, length, &reader->arena, error);
    if (status != QCDC_OK)
        return status;
    reader->own = period;
    if (reader->own.kind == QCDC_PERIOD_NONE)
        reader->own = reader_find_own_period(&reader->script);
    return reader_run(reader, error);
}

/* The old text is read by itself, held against, and forgotten. */
static QcdcStatus compare_with_old(Reader *reader, const QcdcReadOptions *options, QcdcError *error)
{
    Reader *old = calloc(1, sizeof *old);
    QcdcStatus status;
    if (old == NULL)
        return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "there is no memory to read the old text", NULL, NULL);
    old->keeps_traces = true;
    status = read_text(old, options->old_text, options->old_length, (QcdcPeriod){0}, error);
    if (status == QCDC_OK)
        status = reader_compare(reader, old, error);
    arena_clear(&old->arena);
    free(old);
    return status;
}

static QcdcStatus read_all(Reader *reader, const char *text, size_t length, const QcdcReadOptions *options, QcdcClaims *claims, QcdcError *error)
{
    QcdcStatus status;
    reader->keeps_traces = options != NULL && options->old_text != NULL;
    status = read_text(reader, text, length, options != NULL ? options->period : (QcdcPeriod){0}, error);
    if (status == QCDC_OK && reader->keeps_traces)
        status = compare_with_old(reader, options, error);
    if (status != QCDC_OK)
        return status;
    status = reader_hand_over(reader, claims);
    return status == QCDC_OK ? status : qcdc_error_set(error, status, NULL, 0, 0, "there is no memory for the places of the claims", NULL, NULL);
}

static QcdcStatus read_claims(const char *text, size_t length, const QcdcReadOptions *options, QcdcClaims **out_claims, QcdcError *error)
{
    QcdcClaims *claims = calloc(1, sizeof *claims);
    Reader *reader = calloc(1, sizeof *reader);
    QcdcStatus status = QCDC_STATUS_MEMORY;
    if (claims != NULL && reader != NULL) {
        atomic_init(&claims->references, 1);
        status = read_all(reader, text, length, options, claims, error);
    } else {
        qcdc_error_set(error, status, NULL, 0, 0, "there is no memory to read a text", NULL, NULL);
    }
    if (status == QCDC_OK) {
        *out_claims = claims;
    } else {
        if (reader != NULL)
            arena_clear(&reader->arena);
        free(claims);
    }
    free(reader);
    return status;
}

QcdcStatus qcdc_claims_read(const char *text, size_t length, const QcdcReadOptions *options, QcdcClaims **out_claims, QcdcError *error)
{
    QcdcStatus status = check_call(text, length, options, out_claims, error);
    return status == QCDC_OK ? read_claims(length > 0 ? text : "", length, options, out_claims, error) : status;
}

size_t qcdc_claims_get_count(const QcdcClaims *claims)
{
    return claims != NULL ? claims->claim_count : 0;
}

QcdcPeriod qcdc_claims_get_period(const QcdcClaims *claims)
{
    return claims != NULL ? claims->own : (QcdcPeriod){0};
}

QcdcStatus qcdc_claims_get_item(const QcdcClaims *claims, size_t index, QcdcClaim *out_claim, QcdcError *error)
{
    const Claim *claim;
    const uint32_t *place;
    if (claims == NULL || out_claim == NULL || index >= claims->claim_count)
        return qcdc_error_set_argument(error, claims == NULL || out_claim == NULL ? "a pointer is missing" : "there is no such claim");
    claim = &claims->claims[index];
    place = claims->places + 3 * index;
    *out_claim = (QcdcClaim){.start = claim->start,
                             .end = claim->end,
                             .start_char = place[0],
                             .end_char = place[1],
                             .line = place[2],
                             .kind = claim->kind,
                             .verdict = claim->verdict,
                             .cause = claim->cause,
                             .direction = claim->direction,
                             .mode = claim->mode,
                             .relation = claim->relation,
                             .hedge = claim->hedge,
                             .open_list = claim->open_list,
                             .alternative_of = claim->alternative_of,
                             .unit_start = claim->unit_start,
                             .unit_end = claim->unit_end,
                             .period = claim->period,
                             .base_period = claim->base_period,
                             .number_count = claim->number_count,
                             .expected_count = claim->expected_count};
    return QCDC_OK;
}

QcdcStatus qcdc_claims_get_number(const QcdcClaims *claims, size_t index, size_t which, QcdcClaimNumber *out_number, QcdcError *error)
{
    const Claim *claim;
    const ClaimFigure *figure;
    if (claims == NULL || out_number == NULL || index >= claims->claim_count)
        return qcdc_error_set_argument(error, claims == NULL || out_number == NULL ? "a pointer is missing" : "there is no such claim");
    claim = &claims->claims[index];
    if (which >= (size_t)claim->number_count + claim->expected_count)
        return qcdc_error_set_argument(error, "the claim has no such number");
    figure = &claims->figures[claim->first_number + which];
    *out_number = (QcdcClaimNumber){.role = figure->role,
                                    .has_value = figure->has_value,
                                    .derived = figure->derived,
                                    .percent = figure->percent,
                                    .points = figure->points,
                                    .is_old = figure->is_old,
                                    .value = {.coefficient = figure->coefficient, .decimals = figure->decimals},
                                    .start = figure->start,
                                    .end = figure->end};
    return QCDC_OK;
}

QcdcClaims *qcdc_claims_ref(QcdcClaims *claims)
{
    if (claims != NULL)
        atomic_fetch_add_explicit(&claims->references, 1, memory_order_relaxed);
    return claims;
}

void qcdc_claims_unref(QcdcClaims *claims)
{
    if (claims == NULL || atomic_fetch_sub_explicit(&claims->references, 1, memory_order_acq_rel) > 1)
        return;
    arena_clear(&claims->arena);
    free(claims);
}
