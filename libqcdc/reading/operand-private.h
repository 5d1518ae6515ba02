/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_OPERAND_PRIVATE_H
#define QCDC_OPERAND_PRIVATE_H

#include "reading/reader-private.h"

/* What finders ask of the tokens about a figure before they take it for an operand. */

/* Whether one of the @count words, in small letters, stands in the tokens @from … @end. */
bool operand_says_any(const Scene *scene, size_t from, size_t end, const char *const *words, size_t count);
/* The token behind @at, a bracket that opens there stepped over whole. */
size_t operand_step(const Scene *scene, size_t at);
/* The token before @at (> 0), a bracket that closes there stepped over whole. */
size_t operand_step_back(const Scene *scene, size_t at);
/* Whether @at is the first token of a line that is not the first of its passage. */
bool operand_begins_line(const Scene *scene, size_t at);
/* The bracket that @at stands in, as the token of its "(", or SIZE_MAX; looked for in the OPERAND_REACH tokens before it. */
size_t operand_find_bracket(const Scene *scene, size_t at);
/* The token of the ")" of the bracket @open, or the end of the scene. */
size_t operand_find_bracket_end(const Scene *scene, size_t open);

/* Whether the bracket at @open shows what is compared with: "so với huyện A (80 đơn)", "bằng huyện A (80 đơn)". */
bool operand_shows_base(const Scene *scene, size_t open);

/* The digits of a value as a number, without the zeros at its end: the fewer they are, the sooner it is met by chance. */
int64_t operand_strip_zeros(QcdcDecimal value);
/* The greater of @digits and those of @value: the finest of several figures tells whether they add up by chance. */
int64_t operand_raise_digits(int64_t digits, QcdcDecimal value);
/* Where the sentence of @at begins, and those before it: @sentences of them in all. */
size_t operand_find_start(const Scene *scene, size_t at, int sentences);
/* @mention as what is taken away from a total. */
Mention operand_take_away(const Mention *mention);

enum {
    OPERAND_REACH = 320 /* tokens a finder looks back at most (R10) */
};

/* A figure that counts or measures: no percent, no points. */
bool operand_is_count(const Mention *mention);
/* The figure of @at if it counts or measures, else NULL. */
const Mention *operand_get_count(const Scene *scene, size_t at);
/* The cue before a figure, with hedges and words that only join ("là", "có", "được", "với") between; CUE_NONE if there is none. */
Cue operand_find_leader(const Scene *scene, const Mention *mention);
/* "tổng vốn đăng ký tăng thêm 2,63 tỷ USD"; "cấp mới 1.900 tỷ đồng, điều chỉnh tăng 450 tỷ đồng và góp vốn 100 tỷ đồng": so much was added, which
 * is how much there is of it, and not by how much it changed. @at is the verb. */
bool operand_tells_added(const Scene *scene, size_t at);
/* Whether it is by how much something changed, what it is compared with, or how many have reported: no level of its own. */
bool operand_is_change(const Reader *reader, const Mention *mention);
/* "4 đơn/km2", "12 tiêu chí/xã": how many of one to each of another. */
bool operand_is_quotient(const Scene *scene, const Mention *mention);
/* "bình quân mỗi năm 250 tỷ đồng"; "trung bình 15 tổ chức" may be a class. */
bool operand_is_mean(const Scene *scene, const Mention *mention);
/* "/10.000 dân", "/vạn dân" at @at: of how many people a density is told, as a power of ten; the token of the people, 0 if that does not
 * stand there. */
size_t operand_read_of_many(const Scene *scene, size_t at, uint8_t *out_power);
/* Whether both count the same kind of thing, a leading "lượt" left out: "1.445 lượt thủ tục" and "946 thủ tục". */
bool operand_shares_noun(const Scene *scene, const Mention *left, const Mention *right);
/* Whether it counts people: người, giáo viên, cán bộ. */
bool operand_counts_people(const Scene *scene, const Mention *mention);
/* The token behind the noun of @mention, commas inside it stepped over: "17 xã, thị trấn". */
size_t operand_find_noun_end(const Scene *scene, const Mention *mention);
/* The token behind the words of a noun from @from on, totals and commas inside it stepped over: "tổng số hộ trên toàn huyện"; before what tells
 * on: "theo", "góp phần", "tham gia". */
size_t operand_find_phrase_end(const Scene *scene, size_t from);
/* The first token of the words that stand right before @at, up to a mark, a number, a period, "và" or the line's beginning: a label. */
size_t operand_find_label(const Scene *scene, size_t at);
/* Whether the comma at @at stands inside a noun: "xã, phường, thị trấn", "cán bộ, công chức". */
bool operand_is_inner_comma(const Scene *scene, size_t at);
/* Whether words that say total stand before it: "tổng số hộ là 4.099", "trong tổng số 4.099 hộ", "Trong 4.099 hộ". */
bool operand_is_total(const Scene *scene, const Mention *mention);

bool operand_is_taken(const Reader *reader, const Mention *mention, unsigned bits);
void operand_take(Reader *reader, const Mention *mention, unsigned bits);

/* Whether @mention is a figure of its own that may be added up though no word says so: no change, mean or quotient, and no part that was told. */
bool operand_may_add_up(const Reader *reader, const Mention *mention);

/* The words of what @mention counts as the unit of the draft; they are covered too when @covers. */
void operand_set_unit(Draft *draft, const Scene *scene, const Mention *mention);
/* Adds @mention as @role, without a second reading that nobody means: 9.600 triệu is not 9,6 triệu, 1.120 lượt not 1,12 lượt. */
bool operand_add(Draft *draft, QcdcOperand role, const Mention *mention, bool in_span);
/* Begins the draft of a sum that is told only where it fits: @total is all of its parts. */
void operand_begin_sum(Draft *draft, QcdcClaimKind kind, const Mention *total, bool in_span);
/* Begins the draft of a list that @count counts. */
void operand_begin_list(Draft *draft, const Scene *scene, const Mention *count);
/* A figure that stands near: what does not fit may be of it. */
void operand_add_near(Draft *draft, const Mention *mention);
/* Judges the draft, but looks for no cause. True if it fits, be it by rounding. */
bool operand_fits(Draft *draft);

#endif
