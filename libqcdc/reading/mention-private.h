/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_MENTION_PRIVATE_H
#define QCDC_MENTION_PRIVATE_H

#include <qcdc/claim.h>

/* What digits are. Only a FIGURE is an operand; the others are told so that nothing takes them for one; their value may be 0. */
typedef enum MentionKind {
    MENTION_FIGURE = 0,
    MENTION_YEAR,     /* school years: "năm học 2022-2023"; others are PERIOD tokens */
    MENTION_DATE,     /* without a year (30/4, ngày 15), or one that no calendar has (31/02/2022); others are PERIOD tokens */
    MENTION_PERIOD,   /* a length of time: the 05 of "05 năm", the 6 of "trong 6 tháng" (value 5, 6) */
    MENTION_DOCUMENT, /* 34/2007/PL-UBTVQH11, số 11-CTr/HU, Luật số 10 */
    MENTION_SECTION,  /* 1., 2.3., a), Điều 5, khoản 2, phụ lục 1, biểu 2 */
    MENTION_NAME,     /* ISO 9001:2008, Chương trình 135, mức độ 3, loại 1, khóa XI, lần thứ 5, covid-19, quốc lộ 1A */
    MENTION_BOUND,    /* of a class: the 10 of "doanh nghiệp có trên 10 lao động", "từ 03 ngày trở lên" */
    MENTION_RANGE     /* one end of "06-09", "từ 25 - 30%" */
} MentionKind;

/* A number where it stands in the text. */
typedef struct Mention {
    uint32_t start, end;   /* bytes of the script: sign, digits, %, scale word */
    uint32_t token;        /* its token in the scene */
    QcdcDecimal value;     /* scale word applied; a percent is not divided by 100 */
    QcdcDecimal other;     /* the second reading, if has_other: 1.648 is 1648 or 1,648; 12,345 is 12,345 or 12345 */
    int8_t last_power;     /* power of ten of the last printed digit, scale applied: 84,7 has -1, 1,5 tỷ has 8, 18 tỷ has 9, 147 has 0 */
    int8_t sign;           /* 1 of "+…", -1 of "-…", else 0; the value carries it */
    uint8_t kind;          /* a MentionKind */
    uint8_t percent;       /* 1: % or "phần trăm" follows */
    uint8_t points;        /* 1: "điểm phần trăm" or "điểm %" follows */
    uint8_t hedge;         /* a QcdcHedge */
    uint8_t has_other;
    uint8_t is_padded, is_grouped, is_word; /* 05; 1.648; "hai", "mười" */
    uint8_t is_measure;    /* 1: what it counts can be divided (ha, km, tấn, m², kg, lít, giờ, điểm, USD): no whole number is wanted of it
                            * */
    uint8_t is_rounded;    /* 1: whole, but no count: "2 đơn/km2" stands for what rounds to it */
    uint8_t scale;         /* power of ten of the scale word, 0 if none */
    uint8_t slash;         /* 1: above the line of a/b, which is the next mention; 2: below it. The upper one may have a noun (866 lượt/964
                            * lượt người) */
    uint32_t noun_first, noun_end; /* tokens of the words after it, its unit and what it counts, up to a mark, cue or number. Of a count
                                    * the first may be a cue that is a unit (lần, điểm, bậc, kế hoạch) */
    uint32_t noun_key;     /* hash of the first one or two words of the noun, folded: lượt and lượt người share the first_key */
    uint32_t first_key;    /* hash of the first word alone; 0: no noun */
} Mention;

/* Whether two mentions count the same kind of thing, as far as their nouns say: the first words are the same, or one has none. */
bool mention_shares_noun(const Mention *left, const Mention *right);
/* The token behind its noun; behind itself if it has none. */
size_t mention_get_end(const Mention *mention);

#endif
