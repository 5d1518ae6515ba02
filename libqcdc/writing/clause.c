/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "annual-private.h"

#include <string.h>

#include "kernel/fault-private.h"

/* The first indicator of the clause with a value. */
static size_t find_first_valued(const Writer *writer, const Turn *turn, const OutlineClause *clause)
{
    for (size_t index = 0; index < clause->count; index++) {
        size_t indicator = writer_figure(writer, clause, index);
        if (writer_valued_row(writer, turn->subject, indicator, NULL) != NULL)
            return indicator;
    }
    return writer_figure(writer, clause, 0);
}

/* W2: the verb is that of the first indicator, valued or not; where that has neither verb nor object, a name stands for it.
 * So the clause speaks alike of every unit, whatever a unit did not report. */
static bool is_led_by_name(const Writer *writer, const OutlineClause *clause)
{
    size_t first = writer_figure(writer, clause, 0);
    return writer->words->names_lead || (writer_text(writer, first, QCDC_INDICATOR_VERB)[0] == '\0' &&
                                         writer_text(writer, first, QCDC_INDICATOR_OBJECT)[0] == '\0');
}

static const char *choose_verb(const Writer *writer, const Run *run, const OutlineClause *clause)
{
    const char *verb = writer_text(writer, writer_figure(writer, clause, 0), QCDC_INDICATOR_VERB);
    if (verb[0] != '\0')
        return verb;
    return run->is_comprising ? "" : writer->words->has;
}

/* W2: one estimate makes the clause an estimate; else one provisional value makes it provisional. */
static const char *choose_hedge(const Writer *writer, const Turn *turn, const OutlineClause *clause)
{
    const char *hedge = "";
    for (size_t index = 0; index < clause->count; index++) {
        const QcdcComparisonRow *row =
            writer_valued_row(writer, turn->subject, writer_figure(writer, clause, index), NULL);
        unsigned code = row != NULL ? row->change.current.status & QCDC_OBSERVATION_CODE_MASK : QCDC_OBSERVATION_NORMAL;
        if (code == QCDC_FAULT("clause-estimated", QCDC_OBSERVATION_ESTIMATED, QCDC_OBSERVATION_PROVISIONAL))
            return writer->words->estimated;
        if (code == QCDC_OBSERVATION_PROVISIONAL)
            hedge = writer->words->provisional;
    }
    return hedge;
}

/* W26: is every value of the clause hedged as the total was? */
static bool is_hedge_said(const Writer *writer, const Turn *turn, const Run *run, const OutlineClause *clause, const char *hedge)
{
    if (hedge[0] == '\0' || run->said != hedge)
        return false;
    unsigned said = hedge == writer->words->estimated ? QCDC_OBSERVATION_ESTIMATED : QCDC_OBSERVATION_PROVISIONAL;
    for (size_t index = 0; index < clause->count; index++) {
        const QcdcComparisonRow *row =
            writer_valued_row(writer, turn->subject, writer_figure(writer, clause, index), NULL);
        if (row != NULL && (row->change.current.status & QCDC_OBSERVATION_CODE_MASK) != said)
            return QCDC_FAULT("clause-hedge-said", false, true);
    }
    return true;
}

/* Words after what is there, parted by a space unless nothing is there yet. */
static void add_apart(Prose *out, const char *words)
{
    if (words[0] == '\0')
        return;
    if (!prose_is_empty(out))
        prose_add(out, " ");
    prose_add(out, words);
}

/* W2: after "ước" and in a unit list a leading "đã" is dropped. */
static const char *drop_past(const Writer *writer, const Turn *turn, const char *hedge, const char *verb)
{
    size_t length = strlen(writer->words->past);
    bool is_dropped = (turn->in_list || hedge[0] != '\0') && strncmp(verb, writer->words->past, length) == 0;
    return is_dropped ? verb + length : verb;
}

/* The name of the figure that follows it: before another's figure a name would be false. */
static void write_name(const Writer *writer, const Turn *turn, Run *run, const OutlineClause *clause, const char *hedge,
                       Prose *out)
{
    bool is_english = writer->words->names_lead;
    size_t named = QCDC_FAULT("clause-name", find_first_valued(writer, turn, clause), writer_figure(writer, clause, 0));
    add_apart(out, is_english ? "" : hedge);
    add_apart(out, writer_name(writer, named));
    add_apart(out, is_english ? hedge : "");
    run->opens_with_name = run->opens_with_name || run->is_first;
    run->verb = NULL;
}

/* A verb that an estimate or its absence tells apart from the one before is another verb. */
static bool is_verb_said(const Run *run, const char *verb, const char *hedge)
{
    return QCDC_FAULT("clause-verb-said", run->verb != NULL && strcmp(run->verb, verb) == 0 && run->hedge == hedge, false);
}

static void write_verb(const Writer *writer, const Turn *turn, Run *run, const OutlineClause *clause, Prose *out)
{
    const char *hedge = choose_hedge(writer, turn, clause);
    const char *written = is_hedge_said(writer, turn, run, clause, hedge) ? "" : hedge;
    if (is_led_by_name(writer, clause)) {
        write_name(writer, turn, run, clause, written, out);
        return;
    }
    const char *verb = choose_verb(writer, run, clause);
    add_apart(out, written);
    if (!is_verb_said(run, verb, hedge))
        add_apart(out, drop_past(writer, turn, hedge, verb));
    run->verb = verb;
    run->hedge = hedge;
}

/* W3: the percent of a form/form ratio, its words before it or around it. */
static void write_rate(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator, Prose *out)
{
    const char *words = writer_text(writer, indicator, QCDC_INDICATOR_RATE_VERB);
    if (words[0] == '\0' || writer->words->names_lead)
        words = writer->words->rate;
    const char *place = strstr(words, "{}");
    prose_add_bytes(out, words, place != NULL ? (size_t)(place - words) : strlen(words));
    if (place == NULL && words[0] != '\0')
        prose_add(out, " ");
    writer_add_figure(writer, row, row_index, indicator, false, true, out);
    if (row->change.quantity != QCDC_QUANTITY_PERCENTAGE)
        prose_add_measure(out, writer_measure(writer, indicator), writer->style.language);
    if (place != NULL)
        prose_add(out, place + 2);
}

/* "62/77 đơn, đạt tỷ lệ 80,5%" */
static bool is_fraction_of_objects(const Writer *writer, const QcdcComparisonRow *row, size_t indicator)
{
    return row->change.current.is_fraction && !writer->words->names_lead && writer_text(writer, indicator, QCDC_INDICATOR_OBJECT)[0] != '\0';
}

static void write_fraction(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator, Prose *out)
{
    const char *object = writer_text(writer, indicator, QCDC_INDICATOR_OBJECT);
    if (is_fraction_of_objects(writer, row, indicator)) {
        writer_add_figure(writer, row, row_index, indicator, false, false, out);
        prose_add_word(out, object);
        prose_add(out, ", ");
    }
    write_rate(writer, row, row_index, indicator, out);
}

static bool is_rank(const QcdcComparisonRow *row)
{
    return row->change.quantity == QCDC_QUANTITY_RANK || row->change.quantity == QCDC_QUANTITY_RANK_RISING;
}

/* W3: what is ranked, if that is known; an observed ratio in % carries its measure in its figure. */
static const char *words_after_figure(const Writer *writer, const QcdcComparisonRow *row, size_t indicator)
{
    if (is_rank(row))
        return writer->words->names_lead ? "" : writer_text(writer, indicator, QCDC_INDICATOR_OBJECT);
    if (row->change.quantity == QCDC_QUANTITY_PERCENTAGE)
        return "";
    return row->change.quantity == QCDC_QUANTITY_RATIO ? writer_measure(writer, indicator) : writer_object(writer, indicator);
}

/* "[hedge ]number object", of a rank "thứ 15/63 object" (S4). */
static void write_amount(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator, Prose *out)
{
    const char *object = words_after_figure(writer, row, indicator);
    if (writer_says_none(writer, row, indicator)) {
        prose_add(out, writer->words->none);
        return;
    }
    prose_add_hedge(out, frame_words_hedge(row->current_cell.hedge, writer->style.language));
    prose_add_hedge(out, is_rank(row) ? writer->words->rank : "");
    writer_add_figure(writer, row, row_index, indicator, false, true, out);
    if (object[0] != '\0')
        prose_add_measure(out, object, writer->style.language);
}

static void write_value(Writer *writer, const QcdcComparisonRow *row, size_t row_index, size_t indicator, Prose *out)
{
    if (row->change.current.is_fraction)
        write_fraction(writer, row, row_index, indicator, out);
    else
        write_amount(writer, row, row_index, indicator, out);
}

/* What parts values that hold commas (W3). */
typedef enum Commas {
    COMMAS_NONE,
    COMMAS_OF_RATES,  /* "62/77 đơn, đạt tỷ lệ 80,5%": a joiner of the people's own may part them */
    COMMAS_OF_OBJECTS /* nothing but ";" does */
} Commas;

static Commas find_commas(const Writer *writer, const Turn *turn, const OutlineClause *clause)
{
    Commas commas = COMMAS_NONE;
    for (size_t index = 0; index < clause->count; index++) {
        size_t indicator = writer_figure(writer, clause, index);
        const QcdcComparisonRow *row = writer_valued_row(writer, turn->subject, indicator, NULL);
        if (row != NULL && strchr(writer_object(writer, indicator), ',') != NULL)
            return COMMAS_OF_OBJECTS;
        if (row != NULL && QCDC_FAULT("clause-fractions", is_fraction_of_objects(writer, row, indicator), false))
            commas = COMMAS_OF_RATES;
    }
    return commas;
}

static void add_joiner(Prose *out, const char *joiner)
{
    if (joiner[0] != ',' && joiner[0] != ';')
        prose_add(out, " ");
    prose_add(out, joiner);
    prose_add(out, " ");
}

static void join_values(const Writer *writer, size_t indicator, bool is_last, Commas commas, Prose *out)
{
    const char *joiner = writer_text(writer, indicator, QCDC_INDICATOR_JOINER);
    if (joiner[0] == '\0')
        joiner = writer->style.value_joiner;
    if (commas == COMMAS_OF_OBJECTS || (commas == COMMAS_OF_RATES && joiner[0] == '\0'))
        prose_add(out, "; ");
    else if (joiner[0] != '\0')
        add_joiner(out, joiner);
    else
        add_joiner(out, is_last ? writer->words->and : ",");
}

static void write_values(Writer *writer, const Turn *turn, const OutlineClause *clause, Prose *out)
{
    size_t count = writer_count_values(writer, turn->subject, clause), written = 0;
    Commas commas = find_commas(writer, turn, clause);
    for (size_t index = 0; index < clause->count; index++) {
        size_t indicator = writer_figure(writer, clause, index), row_index = 0;
        const QcdcComparisonRow *row = writer_valued_row(writer, turn->subject, indicator, &row_index);
        if (row == NULL)
            continue;
        if (written++ > 0)
            join_values(writer, indicator, written == count, commas, out);
        write_value(writer, row, row_index, indicator, out);
    }
}

/* W9: the whole words for 0 stand for verb and value, and the next clause must say its verb again. */
static void write_zero(const Writer *writer, const Turn *turn, Run *run, const OutlineClause *clause, Prose *out)
{
    size_t indicator = find_first_valued(writer, turn, clause);
    const char *hedge = choose_hedge(writer, turn, clause);
    add_apart(out, is_hedge_said(writer, turn, run, clause, hedge) ? "" : hedge);
    add_apart(out, writer_text(writer, indicator, QCDC_INDICATOR_ZERO_PHRASE));
    run->verb = NULL;
}

/* "verb value[ joiner value…]" */
static void write_head(Writer *writer, const Turn *turn, Run *run, const OutlineClause *clause, Prose *out)
{
    Prose values = {0};
    if (!writer->words->names_lead && zero_replaces_value(writer, turn->subject, clause)) {
        write_zero(writer, turn, run, clause, out);
        return;
    }
    write_verb(writer, turn, run, clause, out);
    write_values(writer, turn, clause, &values);
    if (!prose_is_empty(out))
        prose_add(out, " ");
    prose_append(out, &values);
    prose_clear(&values);
}

static void write_clause(Writer *writer, Turn *turn, Run *run, const OutlineClause *clause, Prose *out)
{
    write_head(writer, turn, run, clause, out);
    run->part_hedge = choose_hedge(writer, turn, clause);
    annual_write(writer, turn->subject, clause, out);
    unsigned told = changes_write(writer, turn, clause, out);
    bool needs_semicolon = writer_parts_need_semicolon(writer, told);
    run->told |= told;
    if (parts_write(writer, turn, run, clause, needs_semicolon, out))
        run->verb = NULL;
    run->is_first = false;
}

/* The clauses that stand for parts whose total has no value: nothing that was reported is left out. */
static void gather_parts(Writer *writer, Turn *turn, Run *run, const OutlineClause *clause, Array *texts)
{
    run->verb = NULL;
    for (size_t list = 0; list < clause->list_count; list++) {
        const OutlineList *parts = writer_list(writer, clause, list);
        clauses_gather(writer, turn, run, parts->first_clause, parts->clause_count, texts);
    }
    run->verb = NULL;
}

void clauses_gather(Writer *writer, Turn *turn, Run *run, size_t first, size_t count, Array *texts)
{
    for (size_t number = first; number < first + count; number++) {
        const OutlineClause *clause = writer_clause(writer, number);
        if (writer_count_values(writer, turn->subject, clause) == 0) {
            gather_parts(writer, turn, run, clause, texts);
            continue;
        }
        Prose *text = ARRAY_ADD(texts, Prose);
        Prose own = {0};
        if (text == NULL) {
            writer_fail(writer, memory_fail(writer->error));
            return;
        }
        write_clause(writer, turn, run, clause, &own);
        *text = own;
    }
}

void clauses_join(Array *texts, const char *separator, const char *last, Prose *out)
{
    for (size_t index = 0; index < texts->count; index++) {
        Prose *text = &ARRAY_AT(texts, Prose, index);
        if (index > 0)
            prose_add(out, index + 1 == texts->count ? last : separator);
        prose_append(out, text);
        prose_clear(text);
    }
    array_clear(texts);
}
