/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PORTION_PRIVATE_H
#define QCDC_PORTION_PRIVATE_H

#include "reading/rate-private.h"

enum {
    PORTION_WHOLES = 8 /* figures that are tried as the whole of one part */
};

/* A percent, its part, and the figures that the part may be of. */
typedef struct Portion {
    Rate rate;
    const Mention *part; /* NULL: none is printed */
    const Mention *wholes[PORTION_WHOLES]; /* of the sentence: likeliest first */
    bool is_bound[PORTION_WHOLES];         /* the words say that it is the whole */
    size_t whole_count;
    const Mention *front; /* "trong tổng số 1.200 hộ, … chiếm 15%": the whole before the percent; then the part is one of these: */
    const Mention *front_parts[PORTION_WHOLES]; /* nearest first */
    size_t front_part_count;
    bool is_behind;      /* the part stands behind the percent, in a bracket: "97,5% (1.170 hồ sơ)"; its last token is then */
    size_t end;
    bool is_front_bound; /* the first of them stands right before it: "180 hộ trong tổng số 1.200 hộ" */
    size_t opening;       /* the "trong đó" or "gồm" that the part stands behind, or SIZE_MAX */
    const Mention *named; /* the whole whose very words stand behind the percent: no other is tried */
} Portion;

/* Reads the percent @mention, the part it is of, and the figures of the sentence that the part may be of. */
void portion_read(const Reader *reader, const Mention *mention, Portion *portion);
/* The same without the figures of the sentence that the part may be of, but for a part behind the percent; whether there may be such. */
bool portion_read_part(const Reader *reader, const Mention *mention, Portion *portion);
/* "trực tuyến 1.488 hồ sơ, đạt 80,0% hồ sơ tiếp nhận": the part whose noun the words behind the percent begin with, and the figures of which it may be
 * where that fits; false if there is none. */
bool portion_read_object(const Reader *reader, Portion *portion);
/* The whole that is told as all of them in the piece before the percent, and the figures that may be its part. */
void portion_read_front(const Reader *reader, Portion *portion);
/* The part in the bracket behind a percent with words of its own, and the figures that it may be of; false if there is none. */
bool portion_read_behind(const Reader *reader, Portion *portion);
/* Adds the figures before the part that it may be of. */
void portion_add_wholes(const Reader *reader, Portion *portion);
/* The "trong đó" or "gồm" before @at in its sentence, SIZE_MAX if there is none. */
size_t portion_find_opening(const Scene *scene, size_t at);
/* How far the words tie a share to the figure that can be its whole. */
typedef enum Tie {
    TIE_FITS, /* it is only where it fits, */
    TIE_SLIP, /* or where a slip of digits explains why it does not */
    TIE_SURE
} Tie;
/* The only figure of the sentences before the part that can be its whole, NULL if there is none or another one might be. */
const Mention *portion_find_told(const Reader *reader, const Portion *portion, Tie *out_tie);
/* Whether the words behind the percent begin the words before @whole, and those say that it is all of it. */
bool portion_is_labelled(const Scene *scene, const Portion *portion, const Mention *whole);
/* "chiếm 13,0% tổng dư nợ" and "dư nợ cho vay ước đạt 84.200 tỷ đồng": whether those words are the first of more before @whole. */
bool portion_begins_label(const Scene *scene, const Portion *portion, const Mention *whole);
/* The whole of a share that stands beside this one in its sentence, if this one may be of it too. */
const Mention *portion_find_sibling(const Reader *reader, const Portion *portion);
/* The figure before the sentence of which several of its shares are, this one or not; false if there is none. If this one is not, it may be told
 * so only where that *@out_is_sure: where most others are. */
bool portion_find_voted(const Reader *reader, const Portion *portion, Mention *out_whole, bool *out_is_sure);
/* "…, năm 2022: 1.788 hộ, tỷ lệ 3,64%; 864 hộ cận nghèo, chiếm 3,3%": whether a time inside the sentence dates the part alone. */
bool portion_has_own_time(const Scene *scene, const Mention *part);
/* "chiếm 18% kim ngạch xuất khẩu của cả nước": of more than the text tells of, unless the whole is told of the same. */
bool portion_names_wider(const Scene *scene, const Rate *rate, const Mention *whole);
/* Whether the percent is of more than @whole, or of those that another holds. */
bool portion_is_of_another(const Scene *scene, const Portion *portion, const Mention *whole);
/* Whether the shares in brackets about this one make more than half as much again as all, so that each is of a whole of its own. */
bool portion_exceeds_together(const Reader *reader, const Portion *portion);
/* Whether a share that is not that of @whole may be of something else. */
bool portion_is_doubtful(const Reader *reader, const Portion *portion, const Mention *whole);
/* The figure in whose noun the part stands, which may be meant: "1.604 công ty 2 thành viên (39,5%)"; NULL if it stands in none. */
const Mention *portion_find_outer(const Scene *scene, const Portion *portion);
/* Whether a ";" outside brackets parts the tokens @from and @end. */
bool portion_has_break(const Scene *scene, size_t from, size_t end);

#endif
