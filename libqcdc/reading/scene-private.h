/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SCENE_PRIVATE_H
#define QCDC_SCENE_PRIVATE_H

#include "reading/arena-private.h"
#include "reading/cue-private.h"
#include "reading/mention-private.h"
#include "reading/script-private.h"

typedef enum TokenKind {
    TOKEN_END = 0, /* behind the last one; a scene always has it */
    TOKEN_WORD,    /* a word without a meaning of its own here, and letters with digits: G20, covid-19, m2 */
    TOKEN_CUE,
    TOKEN_NUMBER,
    TOKEN_PERIOD,  /* a period's name, whole: "6 tháng đầu năm 2023", "năm 2022", "2016-2020", "25/5/2020" */
    TOKEN_MARK     /* one mark: , ; : . ( ) / - = x " + and so on; "..." is one too */
} TokenKind;

typedef struct Token {
    uint32_t start, end; /* bytes of the script */
    uint8_t kind;        /* a TokenKind */
    uint8_t cue;         /* of a CUE */
    char mark;           /* of a MARK; '~' for "...", 'x' for the times of "94 người x 300.000 đồng" */
    uint8_t starts_sentence;
    uint32_t index;      /* of a NUMBER its mention, of a PERIOD its period, of a bracket the token of the other one (or itself) */
    uint32_t sentence_start, sentence_end, clause_start, clause_end; /* tokens: see scene_find_… */
    uint8_t starts_line; /* stands first in a line of the passage */
    uint8_t hedge;       /* of a CUE: the QcdcHedge that its spelling holds (ước đạt), also of a CUE_HEDGE */
} Token;

/* A short name and what its words count: "hồ sơ (HS)". */
typedef struct ShortName {
    uint32_t key, first_key, noun_key;
} ShortName;

enum {
    SCENE_SHORT_NAMES = 8 /* that are remembered: a newer one takes the place of an older */
};

/* One passage, or a window of a very long one, cut into tokens. Token and mention numbers are those of the scene.
 *
 * A name of a period that exists is one PERIOD token, with or without "ngày" or "năm" before it. Where the year is not printed
 * ("6 tháng đầu năm", "quý III", "tháng 9") the period is of year 0, which qcdc_period_is_valid() refuses: its kind, months and
 * count are as they would be (scene_has_year tells). Dates without a year (30/4, ngày 15) and those that no calendar has
 * (31/02/2022) are NUMBERs whose mention is a DATE. */
typedef struct Scene {
    const Script *script;
    const Passage *passage;
    Token *tokens;
    size_t token_count; /* without the END */
    Mention *mentions;
    size_t mention_count;
    QcdcPeriod *periods;
    size_t period_count;
    char *folded;        /* the window's bytes in small letters, as many */
    uint32_t start, end; /* the window: bytes of the script */
    ShortName short_names[SCENE_SHORT_NAMES]; /* of the passages read so far */
    size_t short_name_count;
    size_t token_capacity, mention_capacity, period_capacity, folded_capacity;
} Scene;

enum {
    SCENE_MAX_BYTES = 32768 /* a longer passage is read in windows, so that memory and look-back are bounded */
};

/* Where a window that begins at @start ends: with the passage, or behind the last full stop, or else blank, that it can hold. */
uint32_t scene_find_window_end(const Script *script, uint32_t start, uint32_t passage_end);

/* Cuts the bytes @start … @end of @passage into tokens, periods and mentions. The scene's arrays live in @arena and are used again for
 * the next passage; an all-zero scene has none yet. */
QcdcStatus scene_read(Scene *scene, Arena *arena, const Script *script, const Passage *passage, uint32_t start, uint32_t end,
                      QcdcError *error);
/* Gives the scene's arrays back; it is all-zero then. */
void scene_release(Scene *scene, Arena *arena);

/* Whether the token @at is this mark, this cue. @at may be the END, and token_count + 1 is never read. */
bool scene_is_mark(const Scene *scene, size_t at, char mark);
bool scene_is_cue(const Scene *scene, size_t at, Cue cue);
/* Whether the token @at is a word, or a cue, of this spelling, in small letters. */
bool scene_is_word(const Scene *scene, size_t at, const char *word);
/* Whether the tokens from @at on are these words, in small letters with one blank between: "toàn tỉnh". */
bool scene_has_words(const Scene *scene, size_t at, const char *words);
/* The same of one of several; the lists end with NULL. */
bool scene_is_one_of(const Scene *scene, size_t at, const char *const *words);
bool scene_has_one_of(const Scene *scene, size_t at, const char *const *words);
/* Of the token's spelling in small letters: equal words have equal ones. */
uint32_t scene_hash_token(const Scene *scene, const Token *token);
/* The same of words: @hash is that of those before. */
uint32_t scene_hash_on(const Scene *scene, const Token *token, uint32_t hash);
/* The mention of token @at if it is a figure, else NULL. */
const Mention *scene_get_figure(const Scene *scene, size_t at);
/* The mention of token @at if it is a NUMBER of any kind, else NULL. */
const Mention *scene_get_mention(const Scene *scene, size_t at);
/* The period of token @at, no period if it is none. */
QcdcPeriod scene_get_period(const Scene *scene, size_t at);
/* Whether the year of a scene's period was printed. */
bool scene_has_year(QcdcPeriod period);
/* The token behind the sentence / the clause that @at stands in, in constant time: a full stop; or also ";" or ":". A bracket is stepped
 * over: for what stands outside it, it does not end a clause. The clause of what stands in a bracket is in that bracket; its sentence is
 * the one that the bracket stands in. The ";" or ":" itself belongs to no clause but is the end of one. */
size_t scene_find_sentence_end(const Scene *scene, size_t at);
size_t scene_find_sentence_start(const Scene *scene, size_t at);
size_t scene_find_clause_end(const Scene *scene, size_t at);
size_t scene_find_clause_start(const Scene *scene, size_t at);
/* The next figure in tokens @from … @end, and the last one of tokens @start … @from (@end and @from are not itself included), NULL if
 * there is none; brackets are entered. */
const Mention *scene_find_next_figure(const Scene *scene, size_t from, size_t end);
const Mention *scene_find_previous_figure(const Scene *scene, size_t from, size_t start);

#endif
