/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* "Khu vực công có 3.120 người (60%). … Khu vực tư có 2.080 người (40%).": shares of one whole that were told in several sentences and are all of
 * it. Nothing says so but that both the parts and the percents add up; or the parts alone, of which one percent is wrong. */
enum {
    MOST_SHARES = 8,
    LEAST_PROVED = 3 /* parts that add up to a whole are all of it */
};

/* A share that was kept: its three numbers. */
typedef struct Share {
    const ClaimFigure *part, *whole, *percent;
} Share;

static Share get_share(const Reader *reader, const Claim *claim)
{
    Share share = {NULL, NULL, NULL};
    if (claim->kind != QCDC_CLAIM_SHARE)
        return share;
    for (size_t i = 0; i < claim->number_count; i++) {
        const ClaimFigure *figure = &reader->figures[claim->first_number + i];
        bool is_printed = figure->has_value && !figure->is_old && figure->end > figure->start;
        if (is_printed && figure->role == QCDC_OPERAND_PART)
            share.part = figure;
        if (is_printed && figure->role == QCDC_OPERAND_WHOLE)
            share.whole = figure;
        if (is_printed && figure->role == QCDC_OPERAND_PCT)
            share.percent = figure;
    }
    return share;
}

static bool is_complete(const Share *share)
{
    return share->part != NULL && share->whole != NULL && share->percent != NULL;
}

static Mention make_mention(const ClaimFigure *figure)
{
    return (Mention){.start = figure->start, .end = figure->end, .value = {.coefficient = figure->coefficient, .decimals = figure->decimals},
                     .last_power = (int8_t)-figure->decimals, .percent = figure->percent};
}

/* The shares of the whole of @last among the claims before it; how many with it. */
static size_t gather(const Reader *reader, size_t last, Share *shares)
{
    size_t count = 0;
    shares[count++] = get_share(reader, &reader->claims[last]);
    for (size_t i = last; i > 0 && last - i < READER_LOOK_BACK && count < MOST_SHARES; i--) {
        Share share = get_share(reader, &reader->claims[i - 1]);
        bool is_new = is_complete(&share) && share.whole->start == shares[0].whole->start;
        for (size_t n = 0; n < count && is_new; n++)
            is_new = share.part->start != shares[n].part->start;
        if (is_new)
            shares[count++] = share;
    }
    return count;
}

/* Makes the draft of the parts, or of the percents, in the order of the text. */
static void make_draft(Reader *reader, const Share *shares, size_t count, bool of_percents)
{
    Draft *draft = &reader->draft;
    Mention total = of_percents ? (Mention){.value = {.coefficient = 100}, .percent = 1} : make_mention(shares[0].whole);
    draft_begin(draft, QCDC_CLAIM_SUM_OF_PARTS);
    draft->mode = QCDC_PARTS_EXHAUSTIVE;
    operand_add(draft, QCDC_OPERAND_TOTAL, &total, false);
    for (size_t i = count; i > 0; i--) {
        Mention part = make_mention(of_percents ? shares[i - 1].percent : shares[i - 1].part);
        operand_add(draft, QCDC_OPERAND_PART, &part, i == 1 || i == count);
    }
    if (!of_percents)
        draft_cover(draft, shares[0].part->start, shares[0].percent->end);
}

/* Whether @part, a count or a percent, was told as one of a sum by other words. */
static bool is_told_already(const Reader *reader, const ClaimFigure *part, const ClaimFigure *whole)
{
    size_t least = reader->claim_count > READER_LOOK_BACK ? reader->claim_count - READER_LOOK_BACK : 0;
    for (size_t i = reader->claim_count; i > least; i--) {
        const Claim *claim = &reader->claims[i - 1];
        bool has_whole = whole == NULL, has_part = false;
        for (size_t n = 0; claim->kind == QCDC_CLAIM_SUM_OF_PARTS && n < claim->number_count; n++) {
            const ClaimFigure *figure = &reader->figures[claim->first_number + n];
            has_whole = has_whole || (figure->role == QCDC_OPERAND_TOTAL && figure->start == whole->start);
            has_part = has_part || (figure->role == QCDC_OPERAND_PART && figure->start == part->start);
        }
        if (has_part && (has_whole || claim->number_count > 2))
            return true;
    }
    return false;
}

static bool adds_up(Reader *reader, const Share *shares, size_t count, bool of_percents)
{
    make_draft(reader, shares, count, of_percents);
    return operand_fits(&reader->draft) && reader->draft.verdict == QCDC_VERDICT_CONSISTENT;
}

/* How many of the @count shares, the last ones, are all of their whole; 0 if none are. Parts that add up prove it, though a percent be wrong,
 * where all the parts are the list, three at least. */
static size_t find_all(Reader *reader, const Share *shares, size_t count)
{
    for (size_t all = QCDC_FAULT("complements-last", 2, count > 2 ? count : 2); all <= count; all++) {
        if (!adds_up(reader, shares, all, false))
            continue;
        if (adds_up(reader, shares, all, true) || QCDC_FAULT("complements-proved", all == count && all >= LEAST_PROVED, false))
            return all;
    }
    return 0;
}

static QcdcStatus read_share(Reader *reader, size_t which, QcdcError *error)
{
    Share shares[MOST_SHARES];
    Share last = get_share(reader, &reader->claims[which]);
    size_t count = is_complete(&last) ? gather(reader, which, shares) : 0;
    size_t all = find_all(reader, shares, count);
    QcdcStatus status = QCDC_OK;
    for (int of_percents = 0; of_percents < 2 && all > 0 && status == QCDC_OK; of_percents++) {
        /* keeping a claim may move the others */
        gather(reader, which, shares);
        if (is_told_already(reader, of_percents ? shares[0].percent : shares[0].part, of_percents ? NULL : shares[0].whole))
            continue;
        make_draft(reader, shares, all, of_percents == 1);
        status = reader_keep(reader, &reader->draft, NULL, error);
    }
    return status;
}

QcdcStatus reader_find_complements(Reader *reader, QcdcError *error)
{
    size_t first = reader->claim_count, end = reader->claim_count;
    QcdcStatus status = QCDC_OK;
    while (first > 0 && reader->claims[first - 1].start >= reader->scene.start)
        first--;
    for (size_t i = first; i < end && status == QCDC_OK; i++)
        status = read_share(reader, i, error);
    return status;
}
