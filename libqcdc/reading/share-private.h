/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SHARE_PRIVATE_H
#define QCDC_SHARE_PRIVATE_H

#include "reading/portion-private.h"

/* A share being made in the reader's draft: what finds its whole, and what keeps it, share this. */

/* Drafts the part, its percent and @whole (nullable). */
void share_make_draft(Reader *reader, const Portion *portion, const Mention *whole);
/* The figures that stand near: what is printed may be the percent of another of them. */
void share_add_near(Reader *reader, const Portion *portion, const Mention *whole);
/* Whether @part of @whole is the percent, give or take one of its last digit: what is not need not be judged. */
bool share_is_likely(QcdcDecimal part, QcdcDecimal whole, QcdcDecimal percent);
/* Whether it is the percent and nothing is left over. */
bool share_is_even(QcdcDecimal part, QcdcDecimal whole, QcdcDecimal percent);
/* Whether it is the percent, rounded. */
bool share_rounds_to(QcdcDecimal part, QcdcDecimal whole, QcdcDecimal percent);
/* The whole that the sentence tells: one that fits, else one that is said to be it; NULL if there is none. */
const Mention *share_choose_whole(Reader *reader, const Portion *portion);
/* The whole of a share whose sentence does not print it: drafted if it is told before; false if none is. */
bool share_find_told_whole(Reader *reader, const Portion *portion);
/* "tỷ lệ hồ sơ trực tuyến đạt 73,9%": part and whole that the words of the percent name, drafted where they fit; false if there are none. */
bool share_find_labelled(Reader *reader, const Rate *rate);
/* "chi giáo dục 2.208 tỷ đồng, bằng 41% chi thường xuyên": of the figure that these words stand before, drafted where it fits; false if there is none. */
bool share_find_named(Reader *reader, const Rate *rate);
/* The measure that stands right before the part, with a comma, "và", "với" or a verb between: "212 vụ, bắt 385 đối tượng"; NULL if there is none. */
const Mention *share_find_beside(const Scene *scene, const Mention *part);
/* "212 vụ, 385 đối tượng (đạt 86,5%)": the percent is of the first of two measures side by side, where that fits a whole; drafted then. */
bool share_find_twin(Reader *reader, const Portion *portion);
/* Remembers the whole of the share in the reader's draft for those that stand beside it. A round percent fits many. */
void share_remember_whole(Reader *reader, const Portion *portion, const Mention *whole);

#endif
