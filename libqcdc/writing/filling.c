/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "filling-private.h"

#include <string.h>

#include "escape-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "model/findings-private.h"
#include "model/quote-private.h"
#include "template-private.h"

enum {
    MOST_FINDINGS = 1000,    /* then the rest of the template is not looked at */
    MOST_SUGGESTIONS = 20,   /* they cost a look at every name */
    MOST_BYTES = 256 << 20,  /* of a filled text */
    MOST_TEMPLATE = 64 << 20
};

/* A place that the template names. */
typedef struct PlaceState {
    TemplatePiece first; /* where it is named first; of length 0: nowhere */
    char *text;          /* what is put in */
} PlaceState;

typedef struct Filling {
    const FillRequest *request;
    QcdcFindings *findings;
    QcdcError *error;
    PlaceState *states; /* by place */
    size_t finding_count, suggestion_count;
    QcdcStatus status; /* the first that is not QCDC_OK; of faults of the template it stays QCDC_OK */
} Filling;

static void put_down(Filling *filling, const char *code, const TemplatePiece *at, const char *message, const char *value,
                     const char *hint)
{
    QcdcFinding finding = {.code = code, .severity = QCDC_SEVERITY_ERROR, .file = filling->request->source, .row = at->row,
                           .column = at->column, .message = message, .value = value, .hint = hint};
    if (filling->status == QCDC_OK)
        filling->status = findings_report(filling->findings, &finding, QCDC_STATUS_FINDINGS, filling->error);
    filling->finding_count++;
}

/* place "name" complaint; hint */
static void report(Filling *filling, const char *code, const TemplatePiece *at, const char *complaint, const char *hint)
{
    Text message = {0}, value = {0};
    text_append(&message, "place ");
    text_append_quoted(&message, at->bytes, at->length);
    text_append(&message, " ");
    text_append(&message, complaint);
    text_append_clean(&value, at->bytes, at->length < QCDC_ERROR_VALUE_SIZE ? at->length : 0);
    put_down(filling, code, at, text_get(&message), text_get(&value), hint);
    text_clear(&message);
    text_clear(&value);
}

static bool goes_on(Filling *filling, const TemplatePiece *at)
{
    if (filling->status == QCDC_OK && filling->finding_count == MOST_FINDINGS)
        put_down(filling, "QCDC-F224", at, "there are more than 1000 findings", NULL, "the rest of the template was not looked at");
    return filling->status == QCDC_OK && filling->finding_count < MOST_FINDINGS;
}

/* The bytes of the template */

static void report_bad_byte(Filling *filling, const TemplatePiece *at)
{
    static const char digits[] = "0123456789ABCDEF";
    unsigned char byte = (unsigned char)at->bytes[0];
    char message[] = "line is not UTF-8: its byte 0x..";
    char *value = message + sizeof message - 1 - strlen("0x..");
    value[2] = digits[byte >> 4];
    value[3] = digits[byte & 15];
    if (byte == 0)
        put_down(filling, "QCDC-F220", at, "line holds a NUL byte", value, "is this a text file?");
    else
        put_down(filling, "QCDC-F220", at, message, value, "save the file as UTF-8");
}

static bool is_two_byte_text(const char *bytes, size_t length)
{
    return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static void check_bytes(Filling *filling)
{
    const FillRequest *request = filling->request;
    TemplateCursor cursor = template_begin(request->bytes, request->length);
    TemplatePiece whole = {0}, piece;
    if (request->length > MOST_TEMPLATE) {
        put_down(filling, "QCDC-F220", &whole, "template has more than 64 MiB, which is the limit", NULL, "split it");
        return;
    }
    if (is_two_byte_text(request->bytes, request->length)) {
        put_down(filling, "QCDC-F220", &whole, "template is UTF-16", NULL, "save the file as UTF-8");
        return;
    }
    while (template_next_bad_byte(&cursor, &piece) && goes_on(filling, &piece))
        report_bad_byte(filling, &piece);
}

/* Its places */

static void report_unknown(Filling *filling, const TemplatePiece *piece)
{
    const PlaceList *list = filling->request->call.list;
    Text word = {0}, hint = {0};
    text_append_bytes(&word, piece->bytes, piece->length);
    Nearest nearest = nearest_begin(text_get(&word));
    for (size_t k = 0; k < place_list_count(list) && filling->suggestion_count < MOST_SUGGESTIONS; k++)
        nearest_offer(&nearest, place_list_at(list, k)->texts[PLACE_NAME]);
    filling->suggestion_count++;
    nearest_append(&nearest, &hint);
    report(filling, "QCDC-F222", piece, "is not known",
           hint.length > 0 ? text_get(&hint) : "a name of places.csv; {{{{ writes {{");
    text_clear(&word);
    text_clear(&hint);
}

static void take_place(Filling *filling, const TemplatePiece *piece)
{
    size_t index = place_list_find(filling->request->call.list, piece->bytes, piece->length);
    if (!place_can_be_called(piece->bytes, piece->length))
        report(filling, "QCDC-F221", piece, "is no name", "letters a-z, A-Z, digits, _ and -; {{{{ writes {{");
    else if (index == SIZE_MAX)
        report_unknown(filling, piece);
    else if (filling->states[index].first.length == 0)
        filling->states[index].first = *piece;
}

static void scan(Filling *filling)
{
    TemplateCursor cursor = template_begin(filling->request->bytes, filling->request->length);
    TemplatePiece piece;
    while (filling->request->length <= MOST_TEMPLATE && template_next(&cursor, &piece) && goes_on(filling, &piece)) {
        if (piece.kind == PIECE_PLACE)
            take_place(filling, &piece);
        else if (piece.kind == PIECE_UNCLOSED)
            put_down(filling, "QCDC-F221", &piece, "place is not closed in its line", "{{", "close it with }}; {{{{ writes {{");
    }
}

/* Their texts */

/* Without a place, an error's text is "what; hint": a finding keeps the two apart. */
static void report_refused(Filling *filling, const TemplatePiece *at, QcdcError *cause)
{
    char complaint[QCDC_ERROR_TEXT_SIZE + 32] = "";
    QcdcText text = qcdc_text_begin(complaint, sizeof complaint);
    qcdc_error_place(cause, NULL, 0, 0);
    size_t length = strlen(cause->text), hint = strlen(cause->hint);
    if (hint > 0 && length > hint + 2 && strcmp(cause->text + length - hint, cause->hint) == 0)
        length -= hint + 2;
    qcdc_text_add(&text, "cannot be filled: ");
    qcdc_text_add_bytes(&text, cause->text, length);
    qcdc_text_finish(&text);
    report(filling, "QCDC-F224", at, complaint, cause->hint);
}

static void take_text(Filling *filling, PlaceState *state, Text *text, bool is_there, bool is_passage)
{
    if (!is_there)
        report(filling, "QCDC-F223", &state->first, is_passage ? "has nothing to say" : "has no figure",
               "nothing was reported, or it cannot be compared; see qcdc explain");
    else
        state->text = text_steal(text);
    if (is_there && state->text == NULL)
        filling->status = memory_fail(filling->error);
}

static void write_place(Filling *filling, size_t index)
{
    const PlaceCall *call = &filling->request->call;
    const TextPlace *place = place_list_at(call->list, index);
    PlaceState *state = &filling->states[index];
    Text text = {0};
    bool is_there = false;
    QcdcError cause = {0};
    QcdcStatus status = place_write(call, place, &text, &is_there, &cause);
    if (status == QCDC_STATUS_MEMORY)
        filling->status = memory_fail(filling->error);
    else if (status != QCDC_OK)
        report_refused(filling, &state->first, &cause);
    else
        take_text(filling, state, &text, is_there, !place_is_of_row(place->shows) || place->shows == PLACE_OF_CHANGE);
    text_clear(&text);
}

static bool is_used(const Filling *filling, size_t index)
{
    return filling->states[index].first.length > 0;
}

/* One roll-up for all places, with the periods that any of them asks for. */
static QcdcStatus make_cube(Filling *filling, FillRequest *request)
{
    Array periods = {0};
    bool is_gathered = true, is_needed = false;
    QcdcStatus status = QCDC_OK;
    for (size_t k = 0; k < place_list_count(request->call.list) && is_gathered; k++)
        if (is_used(filling, k)) {
            is_needed = true;
            is_gathered = place_gather_periods(&request->call, place_list_at(request->call.list, k), &periods);
        }
    request->rollup.periods = periods.items;
    request->rollup.period_count = periods.count;
    if (!is_gathered)
        status = memory_fail(filling->error);
    else if (is_needed)
        status = qcdc_dataset_rollup(request->call.dataset, &request->rollup, &request->call.cube, filling->error);
    array_clear(&periods);
    request->rollup.periods = NULL;
    request->rollup.period_count = 0;
    return status;
}

static void write_places(Filling *filling)
{
    for (size_t k = 0; k < place_list_count(filling->request->call.list) && filling->status == QCDC_OK; k++)
        if (is_used(filling, k) && goes_on(filling, &filling->states[k].first))
            write_place(filling, k);
}

/* The filled text */

typedef struct Output {
    Text text;
    const char *line_end;
    bool at_line_start; /* of Markdown */
} Output;

static void append_literal(const Filling *filling, Output *output, const TemplatePiece *piece)
{
    text_append_bytes(&output->text, piece->bytes, piece->length);
    if (filling->request->format == QCDC_TABLE_MARKDOWN)
        output->at_line_start = escape_is_line_start(output->at_line_start, piece->bytes, piece->length);
}

static void append_place(const Filling *filling, Output *output, const TemplatePiece *piece)
{
    const PlaceList *list = filling->request->call.list;
    size_t index = place_list_find(list, piece->bytes, piece->length);
    const char *text = filling->states[index].text;
    if (place_list_at(list, index)->shows == PLACE_OF_TABLE)
        escape_append_lines(&output->text, text, output->line_end);
    else
        escape_append(&output->text, text, filling->request->format, output->line_end, output->at_line_start);
    output->at_line_start = false;
}

static void assemble(Filling *filling, Output *output)
{
    const FillRequest *request = filling->request;
    TemplateCursor cursor = template_begin(request->bytes, request->length);
    TemplatePiece piece;
    text_append_bytes(&output->text, request->bytes, template_mark(request->bytes, request->length));
    while (filling->status == QCDC_OK && template_next(&cursor, &piece)) {
        if (piece.kind == PIECE_PLACE)
            append_place(filling, output, &piece);
        else
            append_literal(filling, output, &piece);
        if (output->text.failed)
            filling->status = memory_fail(filling->error);
        else if (output->text.length > MOST_BYTES) {
            put_down(filling, "QCDC-F224", &piece, "filled text has more than 256 MiB, which is the limit", NULL, "split the template");
            return;
        }
    }
}

static QcdcStatus hand_over(Filling *filling, size_t errors, char **out_text)
{
    Output output = {.line_end = template_line_end(filling->request->bytes, filling->request->length), .at_line_start = true};
    assemble(filling, &output);
    QcdcStatus status = filling->status;
    if (status == QCDC_OK)
        status = findings_conclude(filling->findings, errors, filling->error);
    char *text = status != QCDC_OK ? NULL : output.text.length > 0 ? text_steal(&output.text) : memory_try_copy("", 0);
    text_clear(&output.text);
    if (status != QCDC_OK)
        return status;
    if (text == NULL)
        return memory_fail(filling->error);
    *out_text = text;
    return QCDC_OK;
}

static QcdcStatus fill(Filling *filling, FillRequest *request, char **out_text)
{
    size_t errors = qcdc_findings_get_error_total(filling->findings);
    check_bytes(filling);
    scan(filling);
    if (filling->status == QCDC_OK)
        filling->status = make_cube(filling, request);
    if (filling->status == QCDC_OK)
        write_places(filling);
    if (filling->status == QCDC_OK)
        filling->status = findings_conclude(filling->findings, errors, filling->error);
    return filling->status == QCDC_OK ? hand_over(filling, errors, out_text) : filling->status;
}

QcdcStatus filling_write(FillRequest *request, QcdcFindings *findings, char **out_text, QcdcError *error)
{
    size_t count = place_list_count(request->call.list);
    Filling filling = {.request = request, .findings = findings, .error = error};
    filling.states = memory_try_new(count, sizeof *filling.states);
    if (filling.states == NULL)
        return memory_fail(error);
    QcdcStatus status = fill(&filling, request, out_text);
    for (size_t k = 0; k < count; k++)
        qcdc_free(filling.states[k].text);
    qcdc_free(filling.states);
    qcdc_cube_unref(request->call.cube);
    request->call.cube = NULL;
    return status;
}
