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
    QCDC_PHRASE_VERB_HIGHER,   /* cao hơn 12 đơn, than another unit or a mean (W15) */
    QCDC_PHRASE_VERB_LOWER,    /* thấp hơn 12 đơn */
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
    /* W18. A plan is called by its words, in English with an article. */
    const char *article, *article_year; /* the plan, the year's plan */
    const char *above_before;           /* vượt 0,7% kế hoạch */
    const char *above_after;            /* 0.7% above plan */
    const char *versus;                 /* vượt 27 lao động so với kế hoạch */
    const char *value_open, *value_close; /* (148 lao động); of 148 */
    bool value_has_measure;
    const char *met_before, *met_after; /* hoàn thành kế hoạch; plan met */
    const char *missed;                 /* chưa đạt kế hoạch (thiếu 12 lao động); "" where the shortfall comes first */
    const char *short_before, *short_after; /* thiếu 12 lao động; 12 workers short of */
} QcdcPhrasePlanWords;

/* What another unit or a mean is held against (W15, W16). */
typedef struct QcdcPhraseBesideWords {
    const char *versus, *versus_index; /* so với Huyện B */
    const char *equal, *equal_listed;  /* bằng Huyện B; số vụ ngang bằng */
    const char *mean;                  /* bình quân chung toàn tỉnh */
} QcdcPhraseBesideWords;

/* A span of years (W19). */
typedef struct QcdcPhraseYearWords {
    const char *mean_before, *mean_after;         /* bình quân mỗi năm 1.000 đơn */
    const char *growth_before, *growth_after;     /* tăng bình quân 5,2%/năm */
    const char *unchanged;
} QcdcPhraseYearWords;

/* What a part brought to the change of its whole (W20); one of each pair where the whole rose, the other where it fell. */
typedef struct QcdcPhraseContributionWords {
    const char *brought, *took;                     /* đóng góp 2,33 …; làm giảm 0,61 … */
    const char *took_share;                         /* làm giảm 3,1% mức tăng chung */
    const char *brought_to[2], *brought_share_of[2]; /* vào mức tăng chung, vào mức giảm chung */
    const char *took_from[2], *took_share_of[2];    /* trong mức tăng chung; mức tăng chung */
    bool names_subject;                             /* in a list: số vụ đóng góp … */
} QcdcPhraseContributionWords;

/* Why nothing is compared (W8, W21 … W23). A base stands between before and after, a day after the other ones. */
typedef struct QcdcPhraseNoteWords {
    const char *no_base_before, *no_base_beside, *no_base_after; /* chưa có số liệu [của] … để so sánh */
    bool no_base_is_named;                      /* the base is named */
    const char *new_from, *new_before, *new_after; /* đơn vị mới thành lập từ ngày …, không có số liệu … để so sánh */
    bool new_base_is_named;
    const char *ended_from, *ended_after;
    const char *break_words;
    bool day_is_in_words; /* 1 July 2025; else 01/7/2025 */
} QcdcPhraseNoteWords;

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
    const char *percent_words, *percent_words_after; /* tăng 42 đơn, tương ứng với 31,8% (W17) */
    const char *of_measure;     /* tăng 31,8% số đơn */
    const char *amount_subject; /* số đơn không thay đổi */
    const char *money_subject;  /* số tiền tăng 8 tỷ đồng */
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
    const char *versus_unchanged; /* không thay đổi so với cùng kỳ */
    const char *versus_first; /* so với cùng kỳ, số đơn tăng 42 đơn */
    const char *equal[QCDC_PHRASE_EQUAL_WORDS]; /* bằng cùng kỳ, tương đương cùng kỳ: nothing between, as after a multiple */
    QcdcPhraseBaseNames base;
    QcdcPhrasePlanWords plan;
    QcdcPhraseBesideWords beside;
    QcdcPhraseYearWords year;
    QcdcPhraseContributionWords contribution;
    QcdcPhraseNoteWords note;
    const char *coverage, *coverage_of; /* , kỳ gốc theo báo cáo của 15/17 xã */

    /* show_base */
    const char *from, *rising_to, *falling_to; /* từ 79,3% lên 80,5%; từ 230 xuống còn 209 */
    const char *rank;                          /* thứ 15/63 */
    const char *rank_of;                       /* between a place and the size of its field */
    bool rank_is_ordinal;                      /* 15th of 63 */
    bool base_takes_colon; /* (District A: 132 petitions); else only a base that ends in a digit does (W9) */
    bool base_follows;           /* (132 petitions a year earlier), (132 petitions in 2021): a time stands after its values */
    const char *base_follows_in;
} QcdcPhraseWords;

/* The table of @language; what is not a language, and the default, is Vietnamese. */
const QcdcPhraseWords *qcdc_phrase_get_words(QcdcLanguage language);

#endif
