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
    TOKEN_WORD,    /* a word without a meaning of its own here */
    TOKEN_CUE,
    TOKEN_NUMBER,
    TOKEN_PERIOD,  /* a period's name, whole: "6 tháng đầu năm 2023", "năm 2022" */
    TOKEN_MARK     /* one mark: , ; : . ( ) / - = x " + and "…" for three dots */
} TokenKind;

typedef struct Token {
    uint32_t start, end; /* bytes of the script */
    uint8_t kind;        /* a TokenKind */
    uint8_t cue;         /* of a CUE */
    char mark;           /* of a MARK; '~' for "..." */
    uint8_t starts_sentence;
    uint32_t index;      /* of a NUMBER its mention, of a PERIOD its period, of a bracket the token of the other one (or itself) */
} Token;

/* One passage, or a window of a very long one, cut into tokens. Token and mention numbers are those of the scene. */
typedef struct Scene {
    const Script *script;
    const Passage *passage;
    Token *tokens;
    size_t token_count; /* without the END */
    Mention *mentions;
    size_t mention_count;
    QcdcPeriod *periods;
    size_t period_count;
} Scene;

enum {
    SCENE_MAX_BYTES = 32768 /* a longer passage is read in windows, so that memory and look-back are bounded */
};

/* Cuts the bytes @start … @end of @passage into tokens, periods and mentions. The scene's arrays live in @arena and are used again for
 * the next passage; an all-zero scene has none yet. */
QcdcStatus scene_read(Scene *scene, Arena *arena, const Script *script, const Passage *passage, uint32_t start, uint32_t end, QcdcError *error);

/* Whether the token @at is this mark, this cue. @at may be the END, and token_count + 1 is never read. */
bool scene_is_mark(const Scene *scene, size_t at, char mark);
bool scene_is_cue(const Scene *scene, size_t at, Cue cue);
/* The mention of token @at if it is a figure, else NULL. */
const Mention *scene_get_figure(const Scene *scene, size_t at);
/* The token behind the sentence / the clause that @at stands in: a full stop; or also ";" or ":" outside brackets. Brackets are stepped over. */
size_t scene_find_sentence_end(const Scene *scene, size_t at);
size_t scene_find_sentence_start(const Scene *scene, size_t at);
size_t scene_find_clause_end(const Scene *scene, size_t at);
size_t scene_find_clause_start(const Scene *scene, size_t at);
/* The next / the previous figure in @first … @last (not itself included), NULL if none; brackets are entered. */
const Mention *scene_find_next_figure(const Scene *scene, size_t from, size_t end);
const Mention *scene_find_previous_figure(const Scene *scene, size_t from, size_t start);

#endif
