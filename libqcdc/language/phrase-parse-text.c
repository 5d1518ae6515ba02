/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include <qcdc/number.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/phrase-parser-private.h"

size_t qcdc_phrase_skip_blanks(const QcdcPhraseParser *parser, size_t at)
{
    return at + qcdc_letters_measure_blanks(parser->text + at, parser->length - at);
}

/* Most words that are tried begin with another letter: of ASCII that is seen without folding. */
static bool may_match(const QcdcPhraseParser *parser, size_t at, const char *word)
{
    unsigned char first = at < parser->length ? (unsigned char)parser->text[at] : 0, wanted = (unsigned char)word[0];
    return (first >= 0x80 && wanted >= 0x80) || (first | 0x20) == (wanted | 0x20);
}

size_t qcdc_phrase_match(const QcdcPhraseParser *parser, size_t at, const char *word)
{
    if (!may_match(parser, at, word))
        return 0;
    return qcdc_letters_match_whole(parser->text + at, parser->length - at, word);
}

size_t qcdc_phrase_match_any(const QcdcPhraseParser *parser, size_t at, const char *const *list)
{
    size_t longest = 0;
    for (; *list != NULL; list++) {
        size_t found = qcdc_phrase_match(parser, at, *list);
        if (found > longest)
            longest = found;
    }
    return longest;
}

static bool is_digit(const QcdcPhraseParser *parser, size_t at)
{
    return at < parser->length && qcdc_letters_is_digit(parser->text[at]);
}

static size_t measure_sign(const QcdcPhraseParser *parser, size_t at)
{
    static const char *const signs[] = {"-", "+", "\xE2\x88\x92"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        size_t size = strlen(signs[i]);
        if (parser->length - at > size && memcmp(parser->text + at, signs[i], size) == 0)
            return size;
    }
    return 0;
}

/* Digits with their separators. What stands behind is not the number's: "8 tỷ đồng" is 8 in the measure "tỷ đồng". */
static size_t measure_digits(const QcdcPhraseParser *parser, size_t at)
{
    size_t first = at;
    while (is_digit(parser, at) || (at < parser->length && (parser->text[at] == '.' || parser->text[at] == ',')))
        at++;
    return at - first;
}

bool qcdc_phrase_find_number(const QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_found)
{
    size_t start = at, below = qcdc_phrase_match(parser, at, parser->words->below);
    at = below > 0 ? qcdc_phrase_skip_blanks(parser, at + below) : at;
    size_t sign = measure_sign(parser, at);
    if (!is_digit(parser, at + sign))
        return false;
    size_t digits = sign + measure_digits(parser, at + sign);
    bool closed = at + digits < parser->length && parser->text[at + digits] == '%';
    QcdcNumberReading reading = {.length = digits};
    QcdcStatus status = qcdc_number_parse(parser->text + at, digits + closed, parser->language, &reading, NULL);
    QcdcPhraseFound found = {reading.value, start, at + reading.length, reading.percent, below > 0, sign > 0, status != QCDC_OK};
    size_t after = qcdc_phrase_skip_blanks(parser, found.end);
    if (!found.percent && after < parser->length && parser->text[after] == '%') {
        found.percent = true;
        found.end = after + 1;
    }
    *out_found = found;
    return true;
}

QcdcPhraseJoiner qcdc_phrase_match_joiner(const QcdcPhraseParser *parser, size_t at, size_t *out_next)
{
    const char *const joiners[] = {parser->words->comma, parser->words->last};
    size_t longest = 0;
    if (at < parser->length && parser->text[at] == ';') {
        *out_next = qcdc_phrase_skip_blanks(parser, at + 1);
        return QCDC_PHRASE_JOINER_SEMICOLON;
    }
    for (size_t i = 0; i < sizeof joiners / sizeof joiners[0]; i++) {
        size_t found = qcdc_letters_match(parser->text + at, parser->length - at, joiners[i], strlen(joiners[i]));
        longest = found > longest ? found : longest;
    }
    for (const char *const *joiner = parser->reader->joiners; *joiner != NULL; joiner++) {
        size_t found = qcdc_letters_match(parser->text + at, parser->length - at, *joiner, strlen(*joiner));
        longest = found > longest ? found : longest;
    }
    *out_next = at + longest;
    return longest > 0 ? QCDC_PHRASE_JOINER_COMMA : QCDC_PHRASE_JOINER_NONE;
}

bool qcdc_phrase_fail(QcdcPhraseParser *parser, size_t at, const char *complaint, const char *hint)
{
    parser->status = QCDC_STATUS_SYNTAX;
    parser->at = at;
    parser->complaint = complaint;
    parser->hint = hint;
    return false;
}

bool qcdc_phrase_take_number(QcdcPhraseParser *parser, size_t at, QcdcPhraseFound *out_found)
{
    if (!qcdc_phrase_find_number(parser, at, out_found))
        return qcdc_phrase_fail(parser, at, "has no number where one is needed", parser->reader->number_hint);
    if (!out_found->too_large)
        return true;
    qcdc_phrase_fail(parser, at, "holds a number outside the range of a value",
                     "at most 18 digits, 9 of them decimals (15 of a percent)");
    parser->status = QCDC_STATUS_OVERFLOW;
    return false;
}
