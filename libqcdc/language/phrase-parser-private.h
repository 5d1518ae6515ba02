/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_PARSER_PRIVATE_H
#define QCDC_PHRASE_PARSER_PRIVATE_H

#include <qcdc/phrase.h>

#include "language/phrase-reader-words-private.h"

/* A phrase being read, from left to right. What looks ahead looks at words and figures of bounded number, or remembers what
 * it found, so that the whole takes time in proportion to the text. Places are bytes from the start. */
typedef struct QcdcPhraseParser {
    const char *text;
    size_t length; /* without the blanks at the end */
    size_t at;     /* all before was read; where it stopped, if it did */
    QcdcLanguage language;
    const QcdcPhraseWords *words;
    const QcdcPhraseReaderWords *reader;
    bool semicolons;     /* items are joined by "; ", and measures may hold commas (W5) */
    bool has_base;       /* a base was named */
    bool grew;           /* something grew in time */
    bool takes_directly; /* a base may follow the last item without a word between */
    size_t beside;       /* where the name of another unit or a mean begins; 0 if none was read */
    size_t last_open;    /* the bracket that the last byte closes; 0 if there is none */
    size_t shown_time;   /* within it, where "a year earlier" or "in 2021" begins, which ends it; 0 if it does not */
    QcdcPhraseVerb verb; /* the last one said; END if there was none */

    size_t searched_from, searched_to; /* where the next predicate was looked for last */
    size_t found, found_end;           /* that predicate, the end of the words before it; length if there is none */

    QcdcPhraseReading *items; /* NULL while the text is only looked through */
    size_t size, count;
    QcdcPhraseReading first, spare; /* the first item; a place for one that has none */
    QcdcPhraseBaseReading base;

    QcdcStatus status; /* why it stopped */
    const char *complaint, *hint;
} QcdcPhraseParser;

/* A figure found in the text. */
typedef struct QcdcPhraseFound {
    QcdcDecimal value;
    size_t start, end;
    bool percent, below, has_sign, too_large;
} QcdcPhraseFound;

/* What may stand between two items. */
typedef enum {
    QCDC_PHRASE_JOINER_NONE,
    QCDC_PHRASE_JOINER_COMMA, /* or "và" */
    QCDC_PHRASE_JOINER_SEMICOLON
} QcdcPhraseJoiner;

/* phrase-parse-text.c: what stands at a place. Bytes are 0 where it is not there. */
size_t qcdc_phrase_skip_blanks(const QcdcPhraseParser *parser, size_t at);
size_t qcdc_phrase_match(const QcdcPhraseParser *parser, size_t at, const char *word);
/* The longest of a list that ends with NULL. */
size_t qcdc_phrase_match_any(const QcdcPhraseParser *parser, size_t at, const char *const *list);
bool qcdc_phrase_find_number(const QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_found);
/* A joiner and where what it joins begins; @at is the end of what stands before it. */
QcdcPhraseJoiner qcdc_phrase_match_joiner(const QcdcPhraseParser *parser, size_t at, size_t *out_next);
/* Stops the reading at @at; false. */
bool qcdc_phrase_fail(QcdcPhraseParser *parser, size_t at, const char *complaint, const char *hint);
/* A figure that must be there. */
bool qcdc_phrase_take_number(QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_found);

/* phrase-parse-base.c: bases, coverage and the values of the base in brackets. */
size_t qcdc_phrase_match_base(const QcdcPhraseParser *parser, size_t at, QcdcPhraseBaseReading *out_base);
/* A period's name, in English with its article. */
size_t qcdc_phrase_match_period(const QcdcPhraseParser *parser, size_t at, QcdcPeriod *out_period);
/* A word such as "so với" that a base must follow. */
size_t qcdc_phrase_match_versus(const QcdcPhraseParser *parser, size_t at);
bool qcdc_phrase_take_base(QcdcPhraseParser *parser, size_t at);
size_t qcdc_phrase_match_coverage(const QcdcPhraseParser *parser, size_t at);
bool qcdc_phrase_take_coverage(QcdcPhraseParser *parser);

/* phrase-parse-plan.c: a plan's words, which the first item that names them tells, and what is above or short of it (W18).
 * @strict where a subject may stand before it: then the words must be ones that plans are called by. */
void qcdc_phrase_set_plan(QcdcPhraseParser *parser, size_t start, size_t end);
bool qcdc_phrase_begins_plan_told(const QcdcPhraseParser *parser, size_t at, bool strict);
bool qcdc_phrase_take_plan_told(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t at);

/* phrase-parse-beside.c: another unit or a mean (W15, W16). */
bool qcdc_phrase_verb_grows(QcdcPhraseVerb verb);
bool qcdc_phrase_verb_is_beside(QcdcPhraseVerb verb);
bool qcdc_phrase_may_be_beside(const QcdcPhraseParser *parser);
size_t qcdc_phrase_match_beside_versus(const QcdcPhraseParser *parser, size_t at);
size_t qcdc_phrase_match_beside_equal(const QcdcPhraseParser *parser, size_t at);
bool qcdc_phrase_take_beside(QcdcPhraseParser *parser, size_t at);
bool qcdc_phrase_take_beside_first(QcdcPhraseParser *parser, size_t at);
size_t qcdc_phrase_match_beside_shown(const QcdcPhraseParser *parser, size_t at);

/* Another unit, or the mean of those beside it, by the words from @start to @end (W15, W16). */
void qcdc_phrase_set_beside(QcdcPhraseParser *parser, size_t start, size_t end);

/* phrase-parse-note.c, phrase-parse-year.c, phrase-parse-contribution.c: phrases that are no list of changes. */
bool qcdc_phrase_begins_note(const QcdcPhraseParser *parser);
bool qcdc_phrase_take_note(QcdcPhraseParser *parser);
bool qcdc_phrase_begins_year(const QcdcPhraseParser *parser);
bool qcdc_phrase_take_year(QcdcPhraseParser *parser);
bool qcdc_phrase_begins_contribution(const QcdcPhraseParser *parser);
bool qcdc_phrase_take_contributions(QcdcPhraseParser *parser);

/* phrase-parse-shown.c: the values of the base in brackets. */
bool qcdc_phrase_begins_shown(const QcdcPhraseParser *parser, size_t at);
size_t qcdc_phrase_find_shown_time(const QcdcPhraseParser *parser);
/* A value behind its hedge. */
bool qcdc_phrase_begins_value(const QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_number);
bool qcdc_phrase_take_shown(QcdcPhraseParser *parser);

/* phrase-parse-predicate.c: where an item begins and ends. */
bool qcdc_phrase_is_equal(const QcdcPhraseParser *parser, size_t at);
size_t qcdc_phrase_match_unchanged(const QcdcPhraseParser *parser, size_t at);
size_t qcdc_phrase_match_multiple(const QcdcPhraseParser *parser, size_t at, uint8_t *out_times);
size_t qcdc_phrase_match_verb(const QcdcPhraseParser *parser, size_t at, QcdcPhraseVerb *out_verb);
size_t qcdc_phrase_match_times(const QcdcPhraseParser *parser, size_t at);
bool qcdc_phrase_begins_predicate(const QcdcPhraseParser *parser, size_t at);
bool qcdc_phrase_begins_item(QcdcPhraseParser *parser, size_t at, QcdcPhraseJoiner joiner);
/* Looks for the verb of a subject that begins at @at: found is set. */
void qcdc_phrase_search_predicate(QcdcPhraseParser *parser, size_t at, bool to_comma);
/* "(31,8%)" or ", tương ứng với 31,8%" after a difference. */
size_t qcdc_phrase_match_percent(const QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_percent);
/* Where the words that begin at @at end. */
size_t qcdc_phrase_find_end(QcdcPhraseParser *parser, size_t at);

/* phrase-parse-item.c */
bool qcdc_phrase_take_item(QcdcPhraseParser *parser);
/* "số đơn" is the measure "đơn"; "tỷ lệ" names none. */
void qcdc_phrase_take_subject(QcdcPhraseParser *parser, QcdcPhraseReading *reading, size_t start, size_t end);
/* Is the measure of @reading percentage points, which are none (S22)? */
bool qcdc_phrase_is_in_points(const QcdcPhraseParser *parser, const QcdcPhraseReading *reading);
/* The next item of those that are told. */
void qcdc_phrase_add_reading(QcdcPhraseParser *parser, const QcdcPhraseReading *reading);
/* The reading of item @index, or a spare place where there is none for it. */
QcdcPhraseReading *qcdc_phrase_get_reading(QcdcPhraseParser *parser, size_t index);

#endif
