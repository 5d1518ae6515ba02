/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SCENE_LEXER_PRIVATE_H
#define QCDC_SCENE_LEXER_PRIVATE_H

#include "reading/cue-words-private.h"
#include "reading/scene-private.h"

/* A scene in the making. Places are bytes of the window, whose first is 0; those of tokens and mentions are bytes of the script.
 * It is made in these steps: scene_cut() (tokens, and numbers that show by their shape what they are), scene_settle() (cues),
 * scene_class() (what the words
 * around a number make of it), scene_bind() (hedges, ranges, lines a/b, nouns), scene_bound() (brackets, sentences, clauses). */
typedef struct Lexer {
    Scene *scene;
    Arena *arena;
    const char *text; /* the window in small letters */
    const char *raw;  /* the window as it is */
    uint32_t length, at;
    uint32_t quiet_end;   /* no cue begins before this place */
    uint32_t blanks_end;  /* behind the groups of three digits that were measured last: "1 284 888" */
    bool starts_line, starts_sentence, has_memory;
} Lexer;

/* The byte at @at of the window in small letters; NUL behind its end. */
char lexer_get_byte(const Lexer *lexer, uint32_t at);

void scene_cut(Lexer *lexer);
/* The number that begins at lexer->at, which is a digit or a sign before one. */
void scene_cut_number(Lexer *lexer);
/* Number words at lexer->at that count something; false if there are none. */
bool scene_cut_number_words(Lexer *lexer);
/* A period's name at lexer->at; false if there is none. */
bool scene_cut_period(Lexer *lexer);
/* The same of years without a word before them: "2016-2020". */
bool scene_cut_years(Lexer *lexer);
/* The @length digits and marks at lexer->at as a PERIOD, if the calendar has that day or month; else false. */
bool scene_cut_date(Lexer *lexer, uint32_t length);
/* Bytes of the date, document number, time or code made with the digits at byte @at of the window, and what it is; 0 if it is none. */
uint32_t scene_measure_code(const Lexer *lexer, uint32_t at, MentionKind *out_kind);
/* Words for what is counted, so that a number before them counts; and whether one, in small letters, stands at byte @at of the script. */
extern const char *const scene_counted[];
bool scene_counts(const Scene *scene, uint32_t at);
/* Cues whose spelling is one only where a figure follows. */
void scene_settle(Scene *scene);
void scene_class(Lexer *lexer);
/* AT_LEAST or AT_MOST of "từ 500 triệu đồng/năm trở lên", "9 tiêu chí trở xuống": the words stand behind the noun. */
QcdcHedge scene_find_upward(const Scene *scene, const Mention *mention);
/* Whether a number counts what may be had in parts (ha, tấn; "tạ/ha" begins with one too), so that it need not be whole. */
bool scene_is_measure(const Scene *scene, const Mention *mention);
void scene_bind(Scene *scene);
/* Nouns that are short names count what their words do. */
void scene_short(Scene *scene);
void scene_bound(Scene *scene);

/* A token of @length bytes at lexer->at, which it is moved behind; NULL without memory. */
Token *lexer_add(Lexer *lexer, TokenKind kind, uint32_t length);
/* The same of a NUMBER, with a mention that is all-zero but its places. */
Mention *lexer_add_mention(Lexer *lexer, uint32_t length, MentionKind kind);
void lexer_add_period(Lexer *lexer, uint32_t length, QcdcPeriod period);
const Token *lexer_get_last(const Lexer *lexer); /* NULL before the first */

/* Whether the words end at byte @at of the window, where a word begins; a blank between them and @at is stepped over. */
bool scene_precedes(const Scene *scene, uint32_t at, const char *words);
/* Whether the words begin at byte @at of the script, or behind a blank there. */
bool scene_follows(const Scene *scene, uint32_t at, const char *words);
/* The same of a list that ends with NULL; the one that was found, else NULL. */
const char *scene_precedes_any(const Scene *scene, uint32_t at, const char *const *list);
const char *scene_follows_any(const Scene *scene, uint32_t at, const char *const *list);
/* Whether a capital stands at byte @at of the script. */
bool scene_has_capital(const Scene *scene, uint32_t at);

#endif
