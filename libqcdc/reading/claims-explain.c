/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/number.h>
#include <qcdc/period-name.h>
#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "reading/claims-look-private.h"
#include "reading/claims-words-private.h"

enum {
    SHOWN_TERMS = 12 /* of a sum; of more, the first ones and the last */
};

/* An explanation being said. */
typedef struct Saying {
    const QcdcClaims *claims;
    const Claim *claim;
    const ClaimWords *words;
    QcdcText text;
    size_t since; /* length of the text where the part before the last | began */
    bool separates; /* a comma is due before the next words */
} Saying;

/* A run of a way: from its first byte up to its last. */
typedef struct Run {
    const char *start, *end;
} Run;

static const ClaimFigure *find_printed(const Saying *saying, QcdcOperand operand, size_t which)
{
    return claims_find_printed(saying->claims, saying->claim, operand, which);
}

static const ClaimFigure *find_expected(const Saying *saying, QcdcOperand operand, size_t which)
{
    return claims_find_expected(saying->claims, saying->claim, operand, which);
}

static void say_bytes(Saying *saying, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    if (saying->separates && bytes[0] != ';' && bytes[0] != ':')
        qcdc_text_add(&saying->text, ", ");
    saying->separates = false;
    qcdc_text_add_bytes(&saying->text, bytes, length);
}

static void say(Saying *saying, const char *words)
{
    say_bytes(saying, words, strlen(words));
}

static bool is_word(Run name, const char *word)
{
    size_t length = (size_t)(name.end - name.start);
    return strlen(word) == length && memcmp(name.start, word, length) == 0;
}

static bool is_part_of_date(QcdcOperand operand)
{
    return operand == QCDC_OPERAND_DAY || operand == QCDC_OPERAND_MONTH || operand == QCDC_OPERAND_YEAR;
}

/* The printed figure that tells of a worked-out one whether it is a percent or points: the same, or what it is held against. */
static const ClaimFigure *find_kin(const Saying *saying, QcdcOperand operand)
{
    static const struct Kin {
        QcdcOperand of, like;
    } kin[] = {{QCDC_OPERAND_BASE, QCDC_OPERAND_NOW},     {QCDC_OPERAND_NOW, QCDC_OPERAND_BASE},     {QCDC_OPERAND_SUM, QCDC_OPERAND_PART},
               {QCDC_OPERAND_LOWEST, QCDC_OPERAND_PART},  {QCDC_OPERAND_HIGHEST, QCDC_OPERAND_PART}, {QCDC_OPERAND_TARGET, QCDC_OPERAND_ACTUAL},
               {QCDC_OPERAND_DIFFERENCE, QCDC_OPERAND_SECOND}};
    bool is_result = saying->claim->verdict == QCDC_VERDICT_ROUNDING && (operand == QCDC_OPERAND_LOWEST || operand == QCDC_OPERAND_HIGHEST);
    const ClaimFigure *same = find_printed(saying, is_result ? QCDC_OPERAND_PCT : operand, 0);
    for (size_t i = 0; same == NULL && i < sizeof kin / sizeof kin[0]; i++)
        if (kin[i].of == operand)
            same = find_printed(saying, kin[i].like, 0);
    return same;
}

static bool is_percent(const Saying *saying, const ClaimFigure *figure)
{
    const ClaimFigure *kin = figure->derived ? find_kin(saying, (QcdcOperand)figure->role) : figure;
    if (kin == NULL)
        return figure->role == QCDC_OPERAND_PCT || figure->role == QCDC_OPERAND_SHARE;
    return kin->percent && !kin->points;
}

static bool is_points(const Saying *saying, const ClaimFigure *figure)
{
    const ClaimFigure *kin = figure->derived ? find_kin(saying, (QcdcOperand)figure->role) : figure;
    bool changes_rate = saying->claim->kind == QCDC_CLAIM_CHANGE_PP && figure->role == QCDC_OPERAND_DELTA && figure->derived;
    return changes_rate || figure->role == QCDC_OPERAND_POINTS || (kin != NULL && kin->points);
}

/* What is worked out has a sign where it goes the other way than is said; the words tell the way. */
static bool is_magnitude(const Saying *saying, QcdcOperand operand)
{
    uint8_t kind = saying->claim->kind;
    bool is_change = kind == QCDC_CLAIM_CHANGE_REL || kind == QCDC_CLAIM_REDUCTION_FROM_TO || kind == QCDC_CLAIM_GROWTH_RATE;
    return operand == QCDC_OPERAND_DELTA || operand == QCDC_OPERAND_DIFFERENCE || operand == QCDC_OPERAND_EXCESS ||
           (is_change && operand == QCDC_OPERAND_PCT);
}

static void say_figure(Saying *saying, const ClaimFigure *figure)
{
    QcdcNumberFormat format = {.language = saying->words->language, .trim = figure->derived, .percent = is_percent(saying, figure) && !is_points(saying, figure)};
    QcdcDecimal value = claim_figure_get_value(figure);
    char buffer[QCDC_NUMBER_TEXT_SIZE];
    if (figure->derived && is_magnitude(saying, (QcdcOperand)figure->role) && value.coefficient < 0)
        value.coefficient = -value.coefficient;
    if (is_part_of_date((QcdcOperand)figure->role))
        qcdc_decimal_to_text(value, buffer, sizeof buffer);
    else
        qcdc_number_to_text(value, &format, buffer, sizeof buffer);
    say(saying, buffer);
    if (is_points(saying, figure))
        say(saying, saying->words->points);
}

static size_t count_printed(const Saying *saying, QcdcOperand operand)
{
    size_t count = 0;
    while (find_printed(saying, operand, count) != NULL)
        count++;
    return count;
}

/* 181 + 5 + 14; of terms with signs 12 - 3. */
static void say_terms(Saying *saying, QcdcOperand operand, const char *joiner)
{
    size_t count = count_printed(saying, operand);
    for (size_t i = 0; i < count; i++) {
        ClaimFigure term = *find_printed(saying, operand, i);
        bool is_below = i > 0 && term.coefficient < 0 && operand == QCDC_OPERAND_PART;
        if (count > SHOWN_TERMS && i == SHOWN_TERMS - 2) {
            say(saying, joiner);
            say(saying, "…");
        }
        if (count > SHOWN_TERMS && i >= SHOWN_TERMS - 2 && i < count - 1)
            continue;
        if (is_below)
            term.coefficient = -term.coefficient;
        say(saying, i == 0 ? "" : is_below ? " - " : joiner);
        say_figure(saying, &term);
    }
}

/* 264 hoặc 265; từ 788.346 đến 789.288. */
static void say_fits(Saying *saying)
{
    const ClaimFigure *figure = find_expected(saying, QCDC_OPERAND_CANDIDATE, 0);
    if (figure == NULL) {
        say(saying, saying->words->from);
        say_figure(saying, find_expected(saying, QCDC_OPERAND_LOWEST, 0));
        say(saying, saying->words->to);
        say_figure(saying, find_expected(saying, QCDC_OPERAND_HIGHEST, 0));
        return;
    }
    for (size_t i = 0; figure != NULL; i++) {
        const ClaimFigure *next = find_expected(saying, QCDC_OPERAND_CANDIDATE, i + 1);
        say(saying, i == 0 ? "" : next != NULL ? ", " : saying->words->last_or);
        say_figure(saying, figure);
        figure = next;
    }
}

static bool has_fits(const Saying *saying)
{
    return find_expected(saying, QCDC_OPERAND_CANDIDATE, 0) != NULL ||
           (find_expected(saying, QCDC_OPERAND_LOWEST, 0) != NULL && find_expected(saying, QCDC_OPERAND_HIGHEST, 0) != NULL);
}

/* What is now, and what it was before, of the printed ones. */
static void find_sides(const Saying *saying, const ClaimFigure **out_now, const ClaimFigure **out_before)
{
    *out_now = find_printed(saying, QCDC_OPERAND_NOW, 0);
    *out_before = find_printed(saying, QCDC_OPERAND_BASE, 0);
    if (*out_now == NULL && *out_before == NULL) {
        *out_now = find_printed(saying, QCDC_OPERAND_TO, 0);
        *out_before = find_printed(saying, QCDC_OPERAND_FROM, 0);
    }
}

static bool has_sides(const Saying *saying)
{
    const ClaimFigure *now, *before;
    find_sides(saying, &now, &before);
    return now != NULL && before != NULL;
}

/* The direction from the figure before to the one now; of places the smaller number is the higher one. */
static QcdcDirection find_way(const Saying *saying)
{
    const ClaimFigure *now, *before;
    int order;
    find_sides(saying, &now, &before);
    order = qcdc_decimal_compare(claim_figure_get_value(now), claim_figure_get_value(before));
    if (saying->claim->kind == QCDC_CLAIM_CHANGE_RANK)
        order = QCDC_FAULT("claims-explain-rank-way", -order, order);
    return order > 0 ? QCDC_DIRECTION_INCREASE : order < 0 ? QCDC_DIRECTION_DECREASE : QCDC_DIRECTION_UNCHANGED;
}

static void say_date(Saying *saying, size_t which)
{
    static const QcdcOperand parts[] = {QCDC_OPERAND_DAY, QCDC_OPERAND_MONTH, QCDC_OPERAND_YEAR};
    bool is_first = true;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const ClaimFigure *part = find_printed(saying, parts[i], which);
        if (part == NULL)
            continue;
        say(saying, is_first ? "" : "/");
        say_figure(saying, part);
        is_first = false;
    }
}

static void say_period(Saying *saying, QcdcPeriod period)
{
    char buffer[QCDC_PERIOD_NAME_SIZE];
    qcdc_period_to_name(period, saying->words->language, buffer, sizeof buffer);
    say(saying, buffer);
}

static bool is_below_zero(const ClaimFigure *figure)
{
    return figure != NULL && figure->coefficient < 0;
}

static bool has_old(const Saying *saying)
{
    const ClaimFigure *figures = saying->claims->figures + saying->claim->first_number;
    for (size_t i = 0; i < saying->claim->number_count; i++)
        if (figures[i].is_old)
            return true;
    return false;
}

static bool holds(const Saying *saying, Run word)
{
    const Claim *claim = saying->claim;
    const ClaimFigure *figure;
    if (is_word(word, "misfit"))
        return claim->verdict == QCDC_VERDICT_INCONSISTENT;
    if (is_word(word, "consistent"))
        return claim->verdict == QCDC_VERDICT_CONSISTENT;
    if (is_word(word, "unsure"))
        return QCDC_FAULT("claims-explain-unsure", claim->verdict == QCDC_VERDICT_UNCHECKABLE, false);
    if (is_word(word, "subset"))
        return claim->mode == QCDC_PARTS_SUBSET;
    if (is_word(word, "open"))
        return claim->open_list;
    if (is_word(word, "over"))
        return is_below_zero(find_expected(saying, QCDC_OPERAND_DIFFERENCE, 0));
    if (is_word(word, "incoming"))
        return find_printed(saying, QCDC_OPERAND_RESOLVED, 0) == NULL || find_printed(saying, QCDC_OPERAND_REMAINING, 0) == NULL;
    if (is_word(word, "old"))
        return has_old(saying);
    if (is_word(word, "dates"))
        return find_printed(saying, QCDC_OPERAND_DAY, 1) != NULL;
    if (is_word(word, "rate"))
        return has_fits(saying) && find_expected(saying, QCDC_OPERAND_SUM, 0) == NULL;
    figure = find_printed(saying, is_word(word, "times") ? QCDC_OPERAND_PCT : QCDC_OPERAND_TOTAL, 0);
    return figure != NULL && (is_word(word, "times") ? !figure->percent : figure->derived);
}

/* The places that are no operands. */
static bool can_say_other(const Saying *saying, Run name)
{
    if (is_word(name, "way"))
        return has_sides(saying);
    if (is_word(name, "rel"))
        return saying->claim->relation != QCDC_RELATION_NONE;
    if (is_word(name, "fits"))
        return has_fits(saying);
    if (is_word(name, "parts"))
        return find_printed(saying, QCDC_OPERAND_PART, 0) != NULL;
    if (is_word(name, "values"))
        return find_printed(saying, QCDC_OPERAND_VALUE, 0) != NULL;
    if (is_word(name, "printed"))
        return saying->claim->period.kind != QCDC_PERIOD_NONE;
    if (is_word(name, "own"))
        return saying->claims->own.kind != QCDC_PERIOD_NONE;
    if (is_word(name, "year2"))
        return find_printed(saying, QCDC_OPERAND_YEAR, 1) != NULL;
    return true;
}

static bool is_valued(const ClaimFigure *figure)
{
    return figure != NULL && figure->has_value;
}

static bool can_say(const Saying *saying, Run name)
{
    char mark = *name.start;
    Run rest = {name.start + (mark == '=' || mark == '!' || mark == '?'), name.end};
    QcdcOperand operand = claims_find_operand(rest.start, (size_t)(rest.end - rest.start));
    if (mark == '?')
        return holds(saying, rest);
    if (mark == '=')
        return is_valued(find_expected(saying, operand, 0));
    if (operand == QCDC_OPERAND_NONE || operand == QCDC_OPERAND_PRINTED || operand == QCDC_OPERAND_OWN)
        return can_say_other(saying, rest);
    return is_valued(find_printed(saying, operand, 0));
}

static void say_other(Saying *saying, Run name)
{
    if (is_word(name, "way"))
        say(saying, saying->words->directions[find_way(saying)]);
    else if (is_word(name, "dir"))
        say(saying, saying->words->directions[saying->claim->direction < QCDC_DIRECTION_END ? saying->claim->direction : 0]);
    else if (is_word(name, "rel"))
        say(saying, saying->words->relations[saying->claim->relation]);
    else if (is_word(name, "fits"))
        say_fits(saying);
    else if (is_word(name, "parts"))
        say_terms(saying, QCDC_OPERAND_PART, " + ");
    else if (is_word(name, "values"))
        say_terms(saying, QCDC_OPERAND_VALUE, "; ");
    else if (is_word(name, "printed"))
        say_period(saying, saying->claim->period);
    else if (is_word(name, "own"))
        say_period(saying, saying->claims->own);
    else if (is_word(name, "year2"))
        say_figure(saying, find_printed(saying, QCDC_OPERAND_YEAR, 1));
    else
        say_date(saying, is_word(name, "date2"));
}

static void say_place(Saying *saying, Run name)
{
    char mark = *name.start;
    QcdcOperand operand = claims_find_operand(name.start + (mark == '='), (size_t)(name.end - name.start) - (mark == '='));
    if (mark == '?' || mark == '!')
        return;
    if (operand == QCDC_OPERAND_NONE || operand == QCDC_OPERAND_PRINTED || operand == QCDC_OPERAND_OWN)
        say_other(saying, name);
    else
        say_figure(saying, mark == '=' ? find_expected(saying, operand, 0) : find_printed(saying, operand, 0));
}

/* The bracket that closes the one at @start, or the brace. */
static const char *find_close(const char *start)
{
    int depth = 0;
    for (const char *at = start;; at++) {
        depth += (*at == '[' || *at == '<' || *at == '{') - (*at == ']' || *at == '>' || *at == '}');
        if (depth == 0)
            return at;
    }
}

static bool is_open(char byte)
{
    return byte == '[' || byte == '<';
}

/* Whether all places outside brackets can be filled. */
static bool can_say_run(const Saying *saying, Run run)
{
    for (const char *at = run.start; at < run.end; at++) {
        if (*at == '{' && !can_say(saying, (Run){at + 1, find_close(at)}))
            return false;
        if (*at == '{' || is_open(*at))
            at = find_close(at);
    }
    return true;
}

static void separate(Saying *saying)
{
    saying->separates = saying->separates || saying->text.length > saying->since;
    saying->since = saying->text.length;
}

/* Brackets nest once at most: this calls itself twice at most. */
static void say_run(Saying *saying, Run run)
{
    for (const char *at = run.start; at < run.end; at++) {
        const char *end = *at == '{' || is_open(*at) ? find_close(at) : at;
        Run inner = {at + 1, end};
        bool is_told = *at != '<' || saying->claim->verdict != QCDC_VERDICT_CONSISTENT;
        if (*at == '{')
            say_place(saying, inner);
        else if (is_open(*at) && is_told && can_say_run(saying, inner))
            say_run(saying, inner);
        else if (*at == '|')
            separate(saying);
        else if (!is_open(*at))
            say_bytes(saying, at, 1);
        at = end;
    }
}

static void say_arithmetic(Saying *saying)
{
    const char *const *ways = saying->words->ways[saying->claim->kind];
    for (size_t i = 0; i < CLAIM_WAYS && ways[i] != NULL; i++) {
        Run way = {ways[i], ways[i] + strlen(ways[i])};
        if (!can_say_run(saying, way))
            continue;
        say(saying, ": ");
        saying->since = saying->text.length;
        say_run(saying, way);
        return;
    }
}

/* What a result may be when its operands were rounded: of claims that recompute only so. */
static void say_allowed(Saying *saying)
{
    if (saying->claim->verdict != QCDC_VERDICT_ROUNDING || find_expected(saying, QCDC_OPERAND_LOWEST, 0) == NULL || !has_fits(saying))
        return;
    say(saying, "; ");
    say(saying, saying->words->allowed);
    say_fits(saying);
}

static void say_verdict(Saying *saying)
{
    bool has_verdict = saying->claim->kind != QCDC_CLAIM_DATE && saying->claim->kind != QCDC_CLAIM_LEFTOVER;
    say(saying, has_verdict ? saying->words->verdicts[saying->claim->verdict] : saying->words->review);
    if (saying->claim->alternative_of == 0 || claim_is_told_again(saying->claim))
        return;
    say(saying, " (");
    say(saying, saying->words->alternative);
    say(saying, ")");
}

size_t qcdc_claims_explain(const QcdcClaims *claims, size_t index, QcdcLanguage language, char *buffer, size_t size)
{
    Saying saying = {.claims = claims,
                     .words = language == QCDC_LANGUAGE_EN ? &claim_words_english : &claim_words_vietnamese,
                     .text = qcdc_text_begin(buffer, size)};
    if (claims == NULL || index >= claims->claim_count)
        return qcdc_text_finish(&saying.text);
    saying.claim = &claims->claims[index];
    say_verdict(&saying);
    say_arithmetic(&saying);
    say_allowed(&saying);
    if (saying.claim->kind != QCDC_CLAIM_CROSS && has_old(&saying))
        say(&saying, saying.words->from_old);
    if (saying.claim->cause != QCDC_CAUSE_NONE && saying.words->causes[saying.claim->cause] != NULL) {
        say(&saying, "; ");
        say(&saying, saying.words->causes[saying.claim->cause]);
    }
    return qcdc_text_finish(&saying.text);
}
