/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SHIFT_PRIVATE_H
#define QCDC_SHIFT_PRIVATE_H

#include "reading/attach-private.h"

/* One change as the text tells it: "tăng 42 đơn (31,8%) so với cùng kỳ năm trước (cùng kỳ 132 đơn)". */
typedef struct Shift {
    size_t verb, end;               /* tokens: of the verb, or of the bracket of "(+42)"; behind the last of its own */
    uint8_t direction;              /* a QcdcDirection */
    const Mention *delta, *percent; /* by how much; points are a delta */
    const Mention *now, *base;      /* told with the change: "(174/132)", "lên 174 đơn" */
    const Mention *after;           /* "tăng 58 cuộc, đạt 904 cuộc": the figure if none stands before */
    const Mention *either;          /* "tăng 31,8% (42 đơn)", "tăng 31,8% (132 đơn)": by how much, or the base */
    const Mention *bare;            /* "tăng 42 đơn (132 đơn)": the base, if it fits */
    const Mention *reached;         /* "tăng 1,9% so với cùng kỳ (đạt 33,8%)": the base, of a rate that is told before */
    bool is_score;                  /* "điểm" follows */
    bool is_rate;                   /* "mức giảm tỷ lệ hộ nghèo 4,62%" */
    bool is_beside;                 /* "cao hơn", "ít hơn": a change where what it is compared with is said */
    bool is_alike; /* "giảm 42,1%, tương ứng với 420 nghìn lượt": by how much, or another figure */
    bool has_compared, unit_is_read;
    Compared compared;
} Shift;

enum {
    SHIFT_MOST = 24 /* changes of one sentence whose bases are told together */
};

/* Reads the change whose verb is at @at; false if no figure says by how much. The figures that it uses are taken. */
bool shift_read(const Sentence *sentence, size_t at, Shift *out_shift);
/* "(+31,8%)", "(-42 đơn)" behind a figure: the bracket at @at. */
bool shift_read_signed(const Sentence *sentence, size_t at, Shift *out_shift);
/* ", 240 vụ việc" behind @before: the verb is the same; @shifts … are what the list told so far. */
bool shift_read_elided(const Sentence *sentence, const Shift *before, Shift *out_shift);

/* The parts of reading one. */
uint8_t shift_find_direction(const Scene *scene, size_t at);
size_t shift_skip_fillers(const Sentence *sentence, size_t at);
bool shift_can_be_delta(const Sentence *sentence, const Mention *figure);
void shift_set_delta(Shift *shift, const Mention *figure);
bool shift_is_against(const Shift *shift, uint8_t direction, int8_t sign);
bool shift_take_beside(const Sentence *sentence, Shift *shift, const Mention *figure);
bool shift_can_be_base(const Shift *shift, const Mention *base);
void shift_take_base(const Sentence *sentence, Shift *shift, const Mention *figure);
bool shift_read_compared(const Sentence *sentence, Shift *shift);
void shift_read_rest(const Sentence *sentence, Shift *shift);

/* "Năm 2023 có 98 hộ; năm 2024 giảm 5 hộ (5,1%)": the figure of another time, behind which a time of its own opens the clause of the change, is what it came
 * from; NULL where nothing says so. */
const Mention *shift_find_former(const Sentence *sentence, const Shift *shift, const Levels *levels);
/* The figures that may have changed by @shift, the best first. */
void shift_find_nows(const Sentence *sentence, const Shift *shift, Levels *levels);
/* Makes the draft of the change as one of this kind. */
void shift_fill(Draft *draft, const Sentence *sentence, const Shift *shift, QcdcClaimKind kind, const Mention *now, const Mention *base);
/* Drafts it as the words say, and keeps the better of this and the best so far. */
void shift_try(const Sentence *sentence, const Shift *shift, const Mention *now, const Mention *base, Choice *best);
/* Attaches the figure that changed, and keeps what fits best as a claim. */
QcdcStatus shift_keep(const Sentence *sentence, const Shift *shift, QcdcError *error);

#endif
