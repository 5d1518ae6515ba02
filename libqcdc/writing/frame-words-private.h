/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FRAME_WORDS_PRIVATE_H
#define QCDC_FRAME_WORDS_PRIVATE_H

#include <qcdc/types.h>

/* The words around the figures and their changes, one table a language (the words of the changes themselves belong to the
 * language layer). No space stands at the end of a word; the writers put it. None of them praises or blames. */
typedef struct FrameWords {
    /* W1 */
    const char *reported_by; /* theo báo cáo của 15/17 xã */
    const char *of;          /* between the two counts */
    const char *common_before, *common_after; /* tính trên 15/17 xã có số liệu của cả hai kỳ (W24) */
    const char *no_figures;  /* chưa có số liệu */
    const char *no_common;   /* after them where the basis is common: của cả hai kỳ (W24) */
    /* W2, W3 */
    const char *estimated;   /* ước */
    const char *provisional; /* sơ bộ */
    const char *has;         /* có, where there is no verb */
    const char *past;        /* đã, dropped after ước and in a list */
    const char *none;        /* in the place of 0 counted things; NULL where 0 is said */
    const char *rank;        /* thứ 15/63 */
    const char *rate;        /* đạt tỷ lệ 80,5% */
    /* W9 */
    const char *also;                                       /* cũng không phát sinh */
    const char *field_changed_before, *field_changed_after; /* không so sánh số bậc do số … được xếp hạng thay đổi */
    const char *units;                                      /* what is ranked, where nothing says so */
    /* W9 of "none" */
    const char *earlier, *in;  /* (3 a year earlier), (3 in 2021) */
    const char *as;            /* none, as a year earlier */
    /* W27 */
    const char *as_of, *as_of_day; /* Tính đến hết năm 2022, */
    /* W10, W11 */
    const char *comprising;     /* gồm: */
    const char *comprising_again; /* of another partition of the same total */
    const char *of_which;       /* trong đó có 77 đơn */
    const char *of_which_units; /* trong đó: xã A … */
    const char *and;            /* before the last of a list */
    /* W12, of plans of different periods in one clause */
    const char *amount_subject, *ratio_subject, *score_subject; /* số đơn, tỷ lệ, điểm số đạt … kế hoạch */
    /* D26: each figure is led by the indicator's name, each unit by a colon, and the people's Vietnamese words are not used */
    bool names_lead;
} FrameWords;

/* Captions of tables for people. */
typedef struct TableWords {
    const char *comparison, *figures;     /* captions */
    const char *unit, *indicator, *measure, *period;
    const char *now, *base, *change;      /* groups of columns */
    const char *value, *reports, *called; /* of now and of base */
    const char *difference, *percent, *attainment;
    const char *expected, *valued, *status, *origin;
    const char *ranking, *place, *group; /* of a ranking; the first is the caption */
    const char *days, *first_day, *last_day, *deadline; /* of a calendar; the first is the caption */
} TableWords;

/* The table of @language; what is not a language, and the default, is Vietnamese. */
const FrameWords *frame_words_get(QcdcLanguage language);
/* A hedge as it came, in English what it means where that is known; (nullable). */
const char *frame_words_hedge(const char *hedge, QcdcLanguage language);
const TableWords *table_words_get(QcdcLanguage language);
/* The name of a line for people: @name, but of "group:*" the words for all others (D45). */
const char *frame_words_call(const char *code, const char *name, QcdcLanguage language);

#endif
