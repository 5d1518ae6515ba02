/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "language/letters-private.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

char lexer_get_byte(const Lexer *lexer, uint32_t at)
{
    return at < lexer->length ? lexer->text[at] : '\0';
}

static bool has_digit_at(const Lexer *lexer, uint32_t at)
{
    return at < lexer->length && qcdc_letters_is_digit(lexer->text[at]);
}

static bool has_letter_at(const Lexer *lexer, uint32_t at)
{
    return at < lexer->length && qcdc_letters_has_letter(lexer->text + at, lexer->length - at);
}

/* ---- tokens ---- */

const Token *lexer_get_last(const Lexer *lexer)
{
    return lexer->scene->token_count == 0 ? NULL : &lexer->scene->tokens[lexer->scene->token_count - 1];
}

Token *lexer_add(Lexer *lexer, TokenKind kind, uint32_t length)
{
    Scene *scene = lexer->scene;
    if (!lexer->has_memory || !arena_reserve(lexer->arena, &scene->tokens, scene->token_count, &scene->token_capacity,
                                             sizeof *scene->tokens)) {
        lexer->has_memory = false;
        lexer->at += length;
        return NULL;
    }
    Token *token = &scene->tokens[scene->token_count++];
    *token = (Token){.start = scene->start + lexer->at,
                     .end = scene->start + lexer->at + length,
                     .kind = (uint8_t)kind,
                     .starts_line = lexer->starts_line,
                     .starts_sentence = lexer->starts_sentence};
    lexer->starts_line = lexer->starts_sentence = false;
    lexer->at += length;
    return token;
}

Mention *lexer_add_mention(Lexer *lexer, uint32_t length, MentionKind kind)
{
    Scene *scene = lexer->scene;
    Token *token = lexer_add(lexer, TOKEN_NUMBER, length);
    if (token == NULL)
        return NULL;
    if (!arena_reserve(lexer->arena, &scene->mentions, scene->mention_count, &scene->mention_capacity, sizeof *scene->mentions)) {
        lexer->has_memory = false;
        return NULL;
    }
    token->index = (uint32_t)scene->mention_count;
    Mention *mention = &scene->mentions[scene->mention_count++];
    *mention = (Mention){.start = token->start, .end = token->end, .token = (uint32_t)scene->token_count - 1, .kind = (uint8_t)kind};
    return mention;
}

void lexer_add_period(Lexer *lexer, uint32_t length, QcdcPeriod period)
{
    Scene *scene = lexer->scene;
    Token *token = lexer_add(lexer, TOKEN_PERIOD, length);
    if (token == NULL)
        return;
    if (!arena_reserve(lexer->arena, &scene->periods, scene->period_count, &scene->period_capacity, sizeof *scene->periods)) {
        lexer->has_memory = false;
        return;
    }
    token->index = (uint32_t)scene->period_count;
    scene->periods[scene->period_count++] = period;
}

/* ---- marks ---- */

static uint32_t count_dots(const Lexer *lexer)
{
    uint32_t count = 0;
    while (lexer_get_byte(lexer, lexer->at + count) == '.')
        count++;
    return count;
}

/* A short word before a dot that does not end a sentence: "TP. Lạng Sơn". */
static bool ends_abbreviation(const Lexer *lexer)
{
    static const char *const words[] =
        {"tp", "tx", "tt", "ts", "ths", "pgs", "gs", "st", "bs", "đ/c", "tr", "p", "q", "h", "x", "nxb", NULL};
    const Token *last = lexer_get_last(lexer);
    return last != NULL && last->kind == TOKEN_WORD && last->end == lexer->scene->start + lexer->at &&
           scene_precedes_any(lexer->scene, lexer->at, words) != NULL && scene_has_capital(lexer->scene, last->start);
}

/* A sentence ends at a dot, unless a small letter follows. */
static bool ends_sentence(const Lexer *lexer, uint32_t length)
{
    uint32_t next = lexer->at + length;
    while (next < lexer->length && (is_blank(lexer->text[next]) || lexer->text[next] == '"' || lexer->text[next] == ')'))
        next++;
    if (next < lexer->length && qcdc_letters_has_small_letter(lexer->raw + next, lexer->length - next))
        return false;
    return length > 1 || !ends_abbreviation(lexer);
}

static void cut_dots(Lexer *lexer)
{
    uint32_t count = count_dots(lexer);
    bool ends = QCDC_FAULT("scene-cut-sentence", ends_sentence(lexer, count), true);
    Token *token = lexer_add(lexer, TOKEN_MARK, count);
    if (token != NULL)
        token->mark = count > 1 ? '~' : '.';
    lexer->starts_sentence = ends;
}

static void cut_mark(Lexer *lexer)
{
    char mark = lexer->text[lexer->at];
    if (mark == '.') {
        cut_dots(lexer);
        return;
    }
    Token *token = lexer_add(lexer, TOKEN_MARK, 1);
    if (token != NULL)
        token->mark = mark == '~' ? '-' : mark; /* '~' stands for "..." */
    lexer->starts_sentence = mark == '?' || mark == '!';
}

/* "…" and "×" are marks of more than one byte. */
static bool cut_long_mark(Lexer *lexer)
{
    static const struct {
        const char *text;
        char mark;
    } marks[] = {{"\xE2\x80\xA6", '~'}, {"\xC3\x97", 'x'}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        uint32_t size = (uint32_t)strlen(marks[i].text);
        if (lexer->length - lexer->at < size || memcmp(lexer->text + lexer->at, marks[i].text, size) != 0)
            continue;
        bool ends = marks[i].mark == '~' && ends_sentence(lexer, size);
        Token *token = lexer_add(lexer, TOKEN_MARK, size);
        if (token != NULL)
            token->mark = marks[i].mark;
        lexer->starts_sentence = ends;
        return true;
    }
    return false;
}

/* ---- words ---- */

static bool is_word_byte(char byte)
{
    return (unsigned char)byte >= 0x80 || qcdc_letters_is_digit(byte) || (byte >= 'a' && byte <= 'z') || byte == '@' || byte == '_';
}

/* A mark inside a name: laichau.gov.vn, covid-19, PM2.5, Km12+300; not "30 m2.500 hộ". */
static bool joins_word(const Lexer *lexer, uint32_t at)
{
    char mark = lexer_get_byte(lexer, at);
    if (mark == '-')
        return has_digit_at(lexer, at + 1);
    if ((mark == '.' || mark == '+') && has_digit_at(lexer, at + 1) && has_digit_at(lexer, at - 1))
        return scene_has_capital(lexer->scene, lexer->scene->start + lexer->at);
    return mark == '.' && at + 1 < lexer->length && qcdc_letters_has_small_letter(lexer->raw + at + 1, lexer->length - at - 1);
}

static uint32_t measure_word(const Lexer *lexer)
{
    uint32_t at = lexer->at;
    if (!has_letter_at(lexer, at))
        return (uint32_t)qcdc_text_measure_character(lexer->text + at, lexer->length - at);
    while (at < lexer->length && (is_word_byte(lexer->text[at]) || (at > lexer->at && joins_word(lexer, at)))) {
        size_t size = qcdc_text_measure_character(lexer->text + at, lexer->length - at);
        at += size == 0 ? 1 : (uint32_t)size;
    }
    return at - lexer->at;
}

/* The x of "62 người x 2.000.000 đồng". */
static bool is_times(const Lexer *lexer, uint32_t length)
{
    return length == 1 && lexer->raw[lexer->at] == 'x' && lexer_get_byte(lexer, lexer->at + 1) == ' ' && has_digit_at(lexer, lexer->at + 2);
}

static void cut_word(Lexer *lexer)
{
    uint32_t length = measure_word(lexer);
    bool times = is_times(lexer, length);
    Token *token = lexer_add(lexer, times ? TOKEN_MARK : TOKEN_WORD, length == 0 ? 1 : length);
    if (token != NULL && times)
        token->mark = 'x';
}

/* A cue at a place where its spelling is one whatever follows; the others are looked at when all tokens are there. */
static bool cut_cue(Lexer *lexer)
{
    if (lexer->at < lexer->quiet_end)
        return false;
    const CueWord *word = cue_find_word(lexer->text + lexer->at, lexer->length - lexer->at);
    if (word == NULL)
        return false;
    uint32_t length = (uint32_t)strlen(word->text);
    if (word->cue == CUE_NONE) {
        lexer->quiet_end = lexer->at + length;
        return false;
    }
    Token *token = lexer_add(lexer, TOKEN_CUE, length);
    if (token != NULL) {
        token->cue = word->cue;
        token->hedge = word->hedge;
        token->index = word->place;
    }
    return true;
}

static bool is_quiet(const Lexer *lexer)
{
    return lexer->at < lexer->quiet_end;
}

static void cut_letters(Lexer *lexer)
{
    if (scene_cut_period(lexer) || cut_cue(lexer) || (!is_quiet(lexer) && scene_cut_number_words(lexer)))
        return;
    cut_word(lexer);
}

/* ---- numbers ---- */

/* A sign belongs to the number when nothing else could be meant: "(-366 ha)", "đạt -5%"; not "06-09", "- 12 hộ", or the dash of a list. */
static bool begins_signed(const Lexer *lexer)
{
    char sign = lexer_get_byte(lexer, lexer->at);
    const Token *last = lexer_get_last(lexer);
    if ((sign != '-' && sign != '+') || !has_digit_at(lexer, lexer->at + 1) || last == NULL || lexer->starts_line)
        return false;
    bool stands_free = lexer->at == 0 || is_blank(lexer->text[lexer->at - 1]) || lexer->text[lexer->at - 1] == '(';
    bool is_number = last->kind == TOKEN_NUMBER || last->kind == TOKEN_PERIOD;
    bool is_stop = last->kind == TOKEN_MARK && (last->mark == ';' || last->mark == '.' || last->mark == '~' || last->mark == '-' ||
                                                last->mark == '+');
    return QCDC_FAULT("scene-cut-sign", stands_free && !is_number && !is_stop, stands_free);
}

/* Signs that may be cues: "/năm", "~30%", ">80%". */
static bool is_sign(char byte)
{
    return byte == '/' || byte == '~' || byte == '<' || byte == '>';
}

static void cut_one(Lexer *lexer)
{
    if (has_digit_at(lexer, lexer->at) || begins_signed(lexer))
        scene_cut_number(lexer);
    else if (is_sign(lexer_get_byte(lexer, lexer->at)) && cut_cue(lexer))
        return;
    else if (has_letter_at(lexer, lexer->at))
        cut_letters(lexer);
    else if (cut_long_mark(lexer))
        return;
    else if (is_word_byte(lexer->text[lexer->at])) {
        if (!cut_cue(lexer))
            cut_word(lexer);
    }
    else
        cut_mark(lexer);
}

void scene_cut(Lexer *lexer)
{
    lexer->starts_line = lexer->starts_sentence = true;
    while (lexer->at < lexer->length && lexer->has_memory) {
        if (!is_blank(lexer->text[lexer->at])) {
            cut_one(lexer);
            continue;
        }
        lexer->starts_line = lexer->starts_line || lexer->text[lexer->at] == '\n';
        lexer->at++;
    }
}
