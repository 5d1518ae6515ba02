/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_LISTING_PRIVATE_H
#define QCDC_LISTING_PRIVATE_H

#include "reading/parts-private.h"

enum {
    LISTING_TOTALS = 8 /* figures before a list that are tried as its total */
};

/* What opens a list of parts, and how far its word speaks for their being all of them. */
typedef enum Opener {
    OPENER_COMPRISING, /* gồm, bao gồm, chia ra */
    OPENER_OF_WHICH,   /* trong đó */
    OPENER_LOOSE,      /* cụ thể, riêng, ":": the parts of a total, or something else */
    OPENER_BRACKET,    /* a bracket without such a word */
    OPENER_IN,         /* "Trong 640 phiếu: 352 phiếu đồng ý, …" */
    OPENER_FOR,        /* "500 suất quà cho 300 hộ nghèo và 200 hộ cận nghèo" */
    OPENER_AFTER       /* "…, tổng cộng 200 máy": the total behind its parts */
} Opener;

/* Which figures of the pieces are taken. */
typedef enum Choice {
    CHOICE_SAME_NOUN, /* those that count what the total counts, or say nothing */
    CHOICE_FIRST,     /* the first of each piece: "200 đơn vị: 181 xã, 05 phường" */
    CHOICE_END        /* sentinel */
} Choice;

/* A list of parts that is being read, and the totals that it may have. */
typedef struct Listing {
    Opener opener;
    size_t from, limit; /* tokens of the list */
    size_t before;      /* its total stands before this token */
    bool is_nested;     /* stands inside a list that ";" divides */
    bool is_far;        /* its total stands in another sentence */
    bool is_seen;       /* … in another passage: only parts of its own noun that are all of it are told */
    bool is_certain;    /* of a total behind: it is said of nothing else */
    bool in_bracket;
    const Mention *chosen[CHOICE_END][PARTS_MAX]; /* of each piece, by each choice: for the total that is being tried */
    QcdcDecimal sums[CHOICE_END][PARTS_MAX + 1]; /* … of all pieces before each; of the first @sum_counts of them, behind which they overflow */
    size_t sum_counts[CHOICE_END];
    Mention seen[LISTING_TOTALS]; /* totals of a passage before this one */
    const Mention *totals[LISTING_TOTALS];
    size_t total_count;
    Parts parts;
} Listing;

/* The list that the token @at opens, its pieces and the totals it may have; @nested_end is where the list that it stands in ends. False if
 * it opens none. */
bool listing_read(const Reader *reader, size_t at, size_t nested_end, Listing *listing);

/* What each piece gives for @total, by each choice: found once, and used for every end that the list may have. */
void listing_choose(const Reader *reader, Listing *listing, const Mention *total);
/* The same, and the sums of it up to each piece. */
void listing_prepare(const Reader *reader, Listing *listing, const Mention *total);
/* @figure as it is told of @total: "2.450 tỷ đồng, gồm cấp mới 1.900, …", a bare number among the parts is in the unit of the total. */
Mention listing_make_part(const Mention *total, const Mention *figure);

/* Words by which an amount counts against another: of such parts no total is the plain sum. */
bool listing_has_signs(const Scene *scene, const Listing *listing);
/* "…, trong đó 320 ca cộng đồng; huyện A 412 ca, huyện B 833 ca": commas on both sides of a ";" part two lists. */
bool listing_is_two(const Listing *listing);
/* Whether a greater figure of the same noun stands further before the list, of which the parts may be. */
bool listing_has_other_total(const Listing *listing, const Mention *total);

/* Whether the parts in the reader's draft, of the first @count pieces, exceed their @total for another reason than a slip: some of them are
 * no parts of it. */
bool listing_is_doubtful(const Reader *reader, const Listing *listing, const Mention *total, size_t count);

/* Whether parts that ought to be all of @total need not add up: they count things of another kind than it, some of them are parts of another
 * part, or the list has a subject of its own. @are_first: they are the first figures of their pieces, whatever they count. */
bool listing_is_uneven(const Reader *reader, const Listing *listing, const Mention *total, bool are_first);

/* "120 triệu tấn toàn cầu, bao gồm 44 triệu tấn ở A, 22 triệu tấn ở B", "113 ổ dịch, gồm 2 ổ hồi tháng 3, 7 ổ hồi tháng 2": the places or times that
 * are told may be some of them. */
bool listing_tells_places(const Scene *scene, const Listing *listing, size_t count);
/* "năm 2021 có 12 vụ, năm 2022 có 15 vụ; năm 2023 có 9 vụ; cộng 36 vụ": a figure of the total's noun that is no part stands between them and it. */
bool listing_leaves_one(const Listing *listing, const Mention *total, size_t count, Choice choice);

/* Whether @sum misses @total by a @share-th of it at most. */
bool listing_is_close(QcdcDecimal total, QcdcDecimal sum, int64_t share);
/* Whether the parts of @draft miss of its total at most a @share-th of it. */
bool listing_is_near_miss(const Draft *draft, int64_t share);
/* Whether the parts of @draft are more than its total. */
bool listing_exceeds(const Draft *draft);
/* Whether no other figure before the list may be its total. */
bool listing_is_only_total(const Listing *listing, const Mention *total);
/* "tỉnh thụ lý 469 vụ, đã giải quyết 356 vụ, còn lại 113 vụ" is a balance, and no list: of a total before it the first may be a part, in a table. */
bool listing_is_balance(const Reader *reader, const Listing *listing);

/* Parts of several totals of one noun, each told in the words of its own: "kiểm tra 120 cuộc, giám sát 45 cuộc; trong đó cấp tỉnh kiểm tra 20 cuộc,
 * giám sát 5 cuộc". Their noun is added to the @count keys of nouns that are settled. */
QcdcStatus listing_find_parallel(Reader *reader, const Listing *listing, uint32_t *settled, size_t *count, QcdcError *error);

/* "12 người chết, 30 người bị thương (huyện A: chết 8, bị thương 22; …)": whether a piece repeats the words of another figure of the total's noun
 * before the list, more than its own. */
bool listing_names_others(const Reader *reader, const Listing *listing, const Mention *total);

/* Changes of the parts that add up to the change of the total: "tăng 374 vụ, trong đó: A tăng 187 vụ; B giảm 253 vụ". @is_whole: their
 * figures do, so that a sum that misses is told. */
QcdcStatus listing_find_signed(Reader *reader, const Listing *listing, bool is_whole, QcdcError *error);
/* Rates of the parts: growths between which the whole's lies; shares that close to the whole's. */
QcdcStatus listing_find_rates(Reader *reader, const Listing *listing, QcdcError *error);
/* Whether figures behind @total add up to it though nothing opens them all: "Trong đó, khách quốc tế 2,03 triệu lượt. Khách nội địa 10,3 triệu
 * lượt". They are found as such (find-implied.c). */
bool reader_adds_up(const Reader *reader, const Mention *total);
/* Shares of one sentence that close to a hundred, whatever opens them. */
QcdcStatus reader_find_closing(Reader *reader, QcdcError *error);

#endif
