/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_RATE_PRIVATE_H
#define QCDC_RATE_PRIVATE_H

#include "reading/operand-private.h"

/* A percent, and what the words about it say it is of. */
typedef struct Rate {
    const Mention *mention;
    size_t first;      /* first token of its piece: behind the mark, the bracket or the figure before it */
    size_t open;       /* the bracket whose first figure it is, or SIZE_MAX */
    size_t bringing;   /* first token of what brings it, or of its piece */
    Cue cue;           /* what brings it: SHARE, REACH, RATE, INDEX; NONE: nothing */
    bool begins_piece; /* what brings it is the first word of the piece: ", đạt 80%" */
    bool has_subject;  /* words of a subject of its own stand before it in its piece: "tỷ lệ hộ nghèo 5%" */
    bool has_object;   /* words behind it say what it is a percent of, and it is no share: "đạt 90% học sinh khá" */
    bool names_whole;  /* "… % tổng số hộ", "… % dân số", "so với tổng số": the whole is named behind it */
    const Mention *whole; /* the figure of that whole, if it is printed there: "… % tổng số đại biểu (420 đại biểu)", "… % tổng số 500 hộ" */
    const Mention *bracketed; /* the only figure in a bracket behind words: "… % lực lượng lao động (463.000 người)": the whole, or the part */
    bool is_of_line;   /* a change, but of a line a/b: "cắt giảm 1.250/4.180 ngày, tỷ lệ cắt giảm 29,9%" */
    bool is_other;     /* a change, a plan, a comparison with a period, a rate a year */
} Rate;

/* Reads what stands about the percent @mention. */
void rate_read(const Reader *reader, const Mention *mention, Rate *rate);
/* Whether it can only be a percent of what stands before it. */
bool rate_is_bound(const Rate *rate);
/* Whether the percent behind the verb of change at @verb is the rate of the line a/b before it: "6.887/20.254 ngày, tỷ lệ cắt giảm 34%",
 * "giảm 215/1.000 điều kiện (giảm 21,5%)". Nothing before @start is looked at. */
bool rate_is_of_line(const Scene *scene, size_t verb, size_t start);
/* Whether the words behind the percent, "… % GRDP", "… % tổng số đại biểu Quốc hội", hold one that stands neither before @figure nor in its noun:
 * what does not fit may be of another whole. */
bool rate_names_other(const Scene *scene, const Rate *rate, const Mention *figure);
/* "38,4% số doanh nghiệp có vốn nước ngoài", "1,5% tổng dư nợ của chi nhánh": whether it is of those that something else is told of than of
 * @figure; areas ("của tỉnh") are not asked about. */
bool rate_names_holder(const Scene *scene, const Rate *rate, const Mention *figure);
/* The next percent figure in the tokens @from … @end that no change or plan has taken, NULL if there is none; brackets are entered. */
const Mention *rate_find_next(const Reader *reader, size_t from, size_t end);

#endif
