/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PARTS_PRIVATE_H
#define QCDC_PARTS_PRIVATE_H

#include "reading/operand-private.h"

enum {
    PARTS_MAX = 64,  /* pieces of one list; a longer one is no list of parts */
    PARTS_FIGURES = 4 /* figures of one piece that are looked at */
};

/* One piece of a list: "181 xã", "Hội thi cấp tỉnh: 15 đội". A piece without a figure belongs to the one behind it. */
typedef struct Part {
    uint32_t first, end; /* tokens */
    const Mention *counts[PARTS_FIGURES];
    const Mention *rates[PARTS_FIGURES]; /* percents, those in a bracket of the piece left out */
    uint8_t count_count, rate_count;
    uint8_t change_count; /* figures by which something changed: not kept */
    uint8_t opens_group;  /* ";" or a new line stands before it */
    uint8_t closes_list;  /* "và" stands before it: the last, as a rule */
    uint8_t is_remainder; /* "còn lại …" */
    uint8_t is_in_bracket; /* its figures stand in a bracket: "tài sản cố định (637 tỷ đồng)" */
    uint8_t is_apart;     /* begins with what sets it against the list: trong khi, nhưng */
    uint8_t is_aside;     /* begins with what belongs to the piece before: với, chiếm, đạt, tăng */
} Part;

/* The pieces between an opening word and where its sentence or bracket ends. */
typedef struct Parts {
    Part items[PARTS_MAX];
    size_t count;
    size_t first;       /* pieces before it are left out */
    size_t first_group; /* pieces before the first ";" or new line behind a comma list; count if there is none */
    uint32_t end;       /* token behind the last one */
    bool is_open;       /* ends in "..." or "v.v." */
    bool has_bare;      /* a piece without a number stands among pieces that begin with theirs: "gồm chủ tịch xã, 5 trưởng thôn", or may have one: "Bắc Ninh 545" */
    bool has_joined;    /* "và" and words stand behind a piece that begins with its figure: they say what it counts, or another part: "96 điều dưỡng và hộ sinh" */
    bool is_cut;        /* another opening word stands behind it, or there are too many */
} Parts;

/* Cuts the tokens @from … @limit into @most pieces (at most PARTS_MAX), and is_cut if there are more. Brackets are stepped over; what a nested "trong đó" opens is left out up to the next ";". */
void parts_read(const Reader *reader, size_t from, size_t limit, size_t most, Parts *parts);

/* Whether the label of the piece names such a quality, or a deed. */
bool parts_has_quality(const Scene *scene, const Part *part);

/* Whether the labels of the first @count pieces name qualities that one person or household can have at once (nữ, dân tộc, đảng viên), or two of
 * them deeds of some: "35 doanh nghiệp ký thỏa ước", "45 trường có bếp ăn". */
bool parts_may_overlap(const Scene *scene, const Parts *parts, size_t count);

/* Whether two of the first @count pieces begin with such qualities: "nữ 412, dân tộc 64". */
bool parts_begin_with_qualities(const Scene *scene, const Parts *parts, size_t count);

/* Whether behind a ";" stands what is not done yet, and no piece was done: "giải quyết 477.210 hồ sơ, trong đó đúng hạn 474.347 hồ sơ; đang
 * giải quyết 9.090 hồ sơ". It is no part then. */
bool parts_have_undone(const Scene *scene, const Parts *parts, size_t count);

/* Whether the words of the pieces say that there are no others: "còn lại", or a pair such as thành thị and nông thôn, or shares behind
 * them that close to a hundred. */
bool parts_are_all(const Reader *reader, const Parts *parts, size_t count);

#endif
