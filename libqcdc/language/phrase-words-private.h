/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_WORDS_PRIVATE_H
#define QCDC_PHRASE_WORDS_PRIVATE_H

#include <qcdc/phrase.h>

/* The words of a phrase, one table a language. The writer prints nothing else but these, figures, period names and the
 * people's own words; the parser reads the same table. A word has no space around it: both sides put one space between
 * neighbours, and an empty word takes none. */

/* A verb stands before the figure. */
typedef enum {
    QCDC_PHRASE_VERB_UP,       /* tăng 42 đơn */
    QCDC_PHRASE_VERB_DOWN,     /* giảm 42 đơn */
    QCDC_PHRASE_VERB_INDEX,    /* bằng 96,3% */
    QCDC_PHRASE_VERB_TIMES,    /* gấp 2,5 lần */
    QCDC_PHRASE_VERB_ATTAINED, /* đạt 100,7% kế hoạch */
    QCDC_PHRASE_VERB_END
} QcdcPhraseVerb;

/* English tells an index, a multiple and an attainment without a verb, but not after a subject or in a list. */
typedef struct QcdcPhraseVerbWords {
    const char *alone, *listed;
} QcdcPhraseVerbWords;

/* A noun that stands after a figure: of 1 and of any other. */
typedef struct QcdcPhraseNoun {
    const char *one, *many;
} QcdcPhraseNoun;

/* How a base is called (W6). */
typedef struct QcdcPhraseBaseNames {
    const char *same_full;        /* cùng kỳ năm trước */
    const char *same_short;       /* cùng kỳ */
    const char *same_abbreviated; /* CKNT */
    const char *same_introduced;  /* cùng kỳ năm trước (CKNT) */
    const char *same_dated;       /* cùng kỳ năm, before a year */
    const char *same_shown;       /* before a base value shown in brackets */
    const char *previous_year;    /* năm trước */
    const char *previous;         /* kỳ trước */
    const char *article;          /* before the name of a half or of months to date */
} QcdcPhraseBaseNames;

/* What period a plan is of goes to the {} of its words, else after them; before_year stands before them instead of before. */
typedef struct QcdcPhrasePlanWords {
    const char *words;         /* kế hoạch, where a plan has none of its own */
    const char *before;        /* đạt 100,7% … kế hoạch */
    const char *before_year;   /* the same, of a plan of the containing year */
    const char *year;          /* năm, of a plan of the containing year */
    const char *before_period; /* before the name of another period that the plan is of */
} QcdcPhrasePlanWords;

enum {
    QCDC_PHRASE_EQUAL_WORDS = 2 /* words for no change that the base follows directly */
};

typedef struct QcdcPhraseWords {
    QcdcPhraseVerbWords verbs[QCDC_PHRASE_VERB_END];
    const char *unchanged;      /* không thay đổi, where the style has none */
    const char *rank_unchanged; /* giữ nguyên thứ hạng */
    const char *below;          /* dưới 0,1% */
    bool pads_counts;           /* leading_zero=counts puts a 0 before 1 … 9 */
    QcdcPhraseNoun points;      /* điểm phần trăm */
    QcdcPhraseNoun places;      /* bậc */
    QcdcPhraseNoun times;       /* lần */

    /* W4, W7: whose change it is */
    const char *of_measure;     /* tăng 31,8% số đơn */
    const char *amount_subject; /* số đơn không thay đổi */
    const char *ratio_subject;  /* tỷ lệ tăng 1,2 điểm phần trăm */
    const char *score_subject;  /* điểm số */
    const char *rank_subject;   /* thứ hạng */
    bool subject_is_enough;     /* after "petitions up 42" the measure is not said again */

    /* W5 */
    const char *comma;     /* ", " */
    const char *last;      /* " và " */
    const char *semicolon; /* "; " */

    /* W6: what stands between the change and its base */
    const char *versus;       /* tăng 42 đơn so với cùng kỳ */
    const char *versus_index; /* bằng 96,3% so với cùng kỳ */
    const char *versus_first; /* so với cùng kỳ, số đơn tăng 42 đơn */
    const char *equal[QCDC_PHRASE_EQUAL_WORDS]; /* bằng cùng kỳ, tương đương cùng kỳ: nothing between, as after a multiple */
    QcdcPhraseBaseNames base;
    QcdcPhrasePlanWords plan;
    const char *coverage; /* , kỳ gốc theo báo cáo của 15/17 xã */

    /* show_base */
    const char *from, *rising_to, *falling_to; /* từ 79,3% lên 80,5%; từ 230 xuống còn 209 */
    const char *rank;                          /* thứ 15/63 */
    bool base_takes_colon; /* (a year earlier: 132 petitions); else only a base that ends in a digit does (W9) */
} QcdcPhraseWords;

/* The table of @language; what is not a language, and the default, is Vietnamese. */
const QcdcPhraseWords *qcdc_phrase_get_words(QcdcLanguage language);

#endif
