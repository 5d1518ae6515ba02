/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_ATTACH_PRIVATE_H
#define QCDC_ATTACH_PRIVATE_H

#include "reading/reader-private.h"

/* What the finders of changes, ranks, spans and plans share: sentences, brackets, phrases of comparison, and the figure that changed. */

/* One sentence of the scene. */
typedef struct Sentence {
    Reader *reader;
    const Scene *scene;
    size_t start, end; /* tokens */
    QcdcPeriod period; /* the first one named outside a comparison, else the report's own */
} Sentence;

enum {
    ATTACH_LOOK_BACK = 160, /* tokens back to the figure that changed (R10) */
    ATTACH_LOOK_AHEAD = 48, /* tokens on to a base or plan */
    ATTACH_MAX_LEVELS = 4
};

/* @read is called for each sentence of the scene, until one fails. */
QcdcStatus attach_read_sentences(Reader *reader, QcdcStatus (*read)(const Sentence *sentence, QcdcError *error), QcdcError *error);

/* "tương ứng với", "tương đương": the same said another way; "chiếm" is not. */
bool attach_is_alike(const Scene *scene, size_t at);
/* The token behind the bracket that opens at @at; @at + 1 if it has no end. */
size_t attach_skip_bracket(const Scene *scene, size_t at);
/* A number too large for a value, which may be a figure of the sentence all the same. */
bool attach_is_unheld(const Scene *scene, size_t at);
/* A bare number behind a word may be part of a name: "huyện 2", "kế hoạch 135". */
bool attach_may_be_name(const Scene *scene, const Mention *mention);
/* "(12/6)" */
bool attach_may_be_day(const Mention *upper, const Mention *lower);
/* A cue, period or year that tells when: cùng kỳ, năm trước, năm 2021. */
bool attach_is_time(const Scene *scene, size_t at);
/* The token behind the words of a figure's unit; not more than a few of them. */
size_t attach_find_noun_end(const Scene *scene, const Mention *mention);

/* The token at which a look back from @at ends: @reach before it, or where the sentence begins. */
size_t attach_reach_back(const Sentence *sentence, size_t at, size_t reach);
/* The token behind ", kỳ gốc theo báo cáo của 15/17 xã, phường" at @at (W6); @at if it is not there. */
size_t attach_skip_coverage(const Sentence *sentence, size_t at);

void attach_take(const Sentence *sentence, const Mention *mention, unsigned bit);
void attach_give_back(const Sentence *sentence, const Mention *mention, unsigned bits);
bool attach_is_taken(const Sentence *sentence, const Mention *mention, unsigned bits);

/* Adds @mention as a magnitude; the span grows. */
void attach_add(Draft *draft, QcdcOperand role, const Mention *mention);
void attach_cover_tokens(Draft *draft, const Scene *scene, size_t first, size_t end);
/* What is compared with a mean: no whole number is wanted of it, and the mean, be it printed whole, was rounded. */
void attach_drop_wholes(Draft *draft);
/* Figures before @at that are not among the operands: where the wrong denominator may be. */
void attach_add_near(Draft *draft, const Sentence *sentence, size_t at);
/* @draft is judged; if it fits better than *@best it becomes reader->draft. All-zero @best takes any. */
typedef struct Choice {
    bool has_one;
    uint8_t verdict;
} Choice;
void attach_choose(Reader *reader, Draft *draft, Choice *best);

/* "so với 132 đơn của cùng kỳ năm trước" */
typedef struct Compared {
    size_t end;          /* the token behind it */
    const Mention *base; /* a figure it names */
    QcdcPeriod period;
    bool has_time, is_plan, is_total, is_same_period;
    bool is_mean;        /* "so với bình quân chung": no whole number */
    bool is_year_before; /* cùng kỳ, năm trước, năm ngoái: not "tháng trước" */
} Compared;
/* Reads the phrase at @at, which is a CUE_COMPARED, or a time where "so với" is left out ("bằng 96% cùng kỳ"); false if there is none. */
bool attach_read_compared(const Sentence *sentence, size_t at, Compared *out_compared);
QcdcPeriod attach_find_base_period(const Sentence *sentence, const Compared *compared);

/* How many words about two figures are the same: those before each, and those of its noun behind the unit. */
size_t attach_count_alike(const Scene *scene, const Mention *one, const Mention *other);
/* Of the figures before @at that may have changed by @mention and count what it counts, the nearest of those that share most words
 * with it, if that is more than @found (nullable) shares; else @found. */
const Mention *attach_find_alike(const Sentence *sentence, size_t at, const Mention *mention, const Mention *found);

/* "(cùng kỳ 132 đơn)", "(31,8%)", "(-366 ha)", "(174/132)" */
typedef struct Shown {
    size_t end; /* the token behind the bracket */
    const Mention *figures[ATTACH_MAX_LEVELS];
    size_t count;
    uint8_t direction;                                    /* of a verb in it */
    bool has_mean;                                        /* "bình quân" */
    bool is_reached;                                      /* "(đạt 33,8%)": "đạt" and one figure, nothing more */
    bool has_time, has_line, has_span, has_plan, is_pure; /* is_pure: figures, their units and a verb, nothing more */
    QcdcPeriod period;
} Shown;
bool attach_read_shown(const Sentence *sentence, size_t at, Shown *out_shown);
/* "(174/132)": one figure over another, and no more. */
bool attach_shows_line(const Shown *shown);
/* Of the figures shown the one that counts what @mention counts, of several the one whose words are most alike; the only one if
 * there is no other. */
const Mention *attach_match_shown(const Scene *scene, const Shown *shown, const Mention *mention);

/* "nhận 1.000 đơn, bình quân mỗi năm 200 đơn, bằng 47,7% …": a mean, beside which the total may be meant. */
bool attach_is_mean(const Sentence *sentence, const Mention *figure);

/* "12 vụ (năm 2023: 10 vụ, tăng 20%)": whether the figure is what another time shows in the bracket behind one of its noun. */
bool attach_is_shown_base(const Sentence *sentence, const Mention *figure);

/* "tăng 42", "vượt 27": whether the figure at @at tells by how much, not how much. */
bool attach_is_difference(const Sentence *sentence, size_t at);

/* The figures that may have changed, the best first. */
typedef enum LevelKind {
    LEVEL_COUNT, /* of @mention's unit */
    LEVEL_ANY,   /* a percent is said of it */
    LEVEL_RATE,  /* points are said of it */
    LEVEL_SHARE  /* a percent of any kind */
} LevelKind;
typedef struct Levels {
    const Mention *figures[ATTACH_MAX_LEVELS];
    size_t count;
    bool is_weak;     /* the text joins them loosely: they must not make a claim inconsistent */
    bool has_subject; /* there are words of a subject, and no figure with them */
} Levels;
/* "1.111 lượt/1.345 người", "866 lượt/964 lượt người": one of two measures, and no line. */
bool attach_is_pair(const Scene *scene, const Mention *figure);
bool attach_can_be_level(const Sentence *sentence, const Mention *figure, LevelKind kind);
/* "chiếm 62%" */
bool attach_is_share(const Sentence *sentence, const Mention *figure);
void attach_find_levels(const Sentence *sentence, size_t at, const Mention *mention, LevelKind kind,
                        Levels *out_levels);
/* "… 174 đơn; so với cùng kỳ, số đơn tăng 31,8%", "tăng 31,8% số đơn": the figure whose unit is named, by the subject of the verb at @at or
 * behind @percent (nullable), if there is one. */
void attach_find_named(const Sentence *sentence, size_t at, const Mention *percent, Levels *levels);
/* "tăng 31,8% số đơn", "tăng 31,8% về số đơn" */
bool attach_names_unit(const Scene *scene, const Mention *percent);
/* How many words of the subject of the verb at @at, "số đơn", the noun of @figure begins with; 0 if none is named. */
size_t attach_count_subject(const Sentence *sentence, size_t at, const Mention *figure);
/* How many words of the unit named behind @percent the noun of @figure begins with; 0 if none is named there. */
size_t attach_count_named(const Scene *scene, const Mention *percent, const Mention *figure);
/* "cùng kỳ 132 đơn" that stands with the level: in a bracket behind it, or in a clause before it. */
typedef struct BaseFound {
    const Mention *base;
    bool is_loose; /* only a year says so: it counts if it fits */
} BaseFound;
/* Figures that an earlier sentence of the passage tells of the time compared with, those in the words of @now first. */
typedef struct Earlier {
    const Mention *figures[ATTACH_MAX_LEVELS];
    size_t count;
    bool is_sure; /* the first alone has its words: it may make the claim inconsistent */
} Earlier;
void attach_find_earlier(const Sentence *sentence, const Mention *now, const Compared *compared, Earlier *out_earlier);
void attach_find_base_of(const Sentence *sentence, const Mention *level, size_t at, BaseFound *out_found);

#endif
