/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/script-private.h"

#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "reading/script-lines-private.h"

enum {
    TORN_REACH = 24 /* lines looked over, footnotes and page numbers, for the rest of a torn paragraph */
};

/* A script being put together out of cleaned lines. */
typedef struct Assembly {
    const Cleaner *cleaner;
    Line *lines;
    size_t line_count;
    Script *script;
    uint32_t marks[CLEANER_MAX_NOTE + 1]; /* of each footnote: where in the script its mark stood last */
} Assembly;

/* Whether nothing of the last passage is written yet. */
static bool begins_passage(const Script *script)
{
    return script->length == script->passages[script->passage_count - 1].start;
}

/* The line's bytes at the script's end, without the marks of footnotes. */
static void append_line(Assembly *assembly, Line *line)
{
    const Cleaner *cleaner = assembly->cleaner;
    Script *script = assembly->script;
    for (uint32_t at = line->start; at < line->end; at++) {
        if (cleaner->bytes[at] == CLEANER_MARK && at + 1 < line->end) {
            if (at++ > line->start)
                assembly->marks[(unsigned char)cleaner->bytes[at] & 0x7F] = script->length;
            continue;
        }
        if (cleaner->bytes[at] == ' ' && begins_passage(script))
            continue;
        script->bytes[script->length] = cleaner->bytes[at];
        script->origins[script->length++] = cleaner->origins[at];
    }
    line->is_taken = 1;
}

static void append_joint(Assembly *assembly, char joint, const Line *next)
{
    Script *script = assembly->script;
    script->bytes[script->length] = joint;
    script->origins[script->length++] = assembly->cleaner->origins[next->start];
}

/* The next line of the body after @at that goes on with a torn one; line_count if there is none. */
static size_t find_rest(const Assembly *assembly, size_t at)
{
    size_t end = assembly->line_count - at > TORN_REACH ? at + TORN_REACH : assembly->line_count;
    for (size_t next = at + 1; next < end; next++) {
        const Line *line = &assembly->lines[next];
        if (line->note > 0 || line->is_page || line->is_taken)
            continue;
        return line_goes_on(assembly->cleaner, line) ? next : assembly->line_count;
    }
    return assembly->line_count;
}

/* The line that the passage goes on with after @at, and what joins them; line_count if it ends there. */
static size_t find_next(const Assembly *assembly, size_t at, char *out_joint)
{
    const Line *line = &assembly->lines[at], *next = line + 1;
    *out_joint = ' ';
    if (at + 1 == assembly->line_count)
        return assembly->line_count;
    bool runs_on = line_runs_on(assembly->cleaner, line, next) || QCDC_FAULT("script-divides", line_divides(assembly->cleaner, line, next), false);
    if (!next->is_taken && runs_on)
        return at + 1;
    *out_joint = '\n';
    if (!next->is_taken && next->is_item && !next->is_heading && line_opens_list(assembly->cleaner, line))
        return at + 1;
    *out_joint = ' ';
    return line->note == 0 && line_is_torn(assembly->cleaner, line) ? find_rest(assembly, at) : assembly->line_count;
}

static void assemble_passage(Assembly *assembly, size_t at)
{
    Script *script = assembly->script;
    Line *first = &assembly->lines[at];
    Passage *passage = &script->passages[script->passage_count++];
    size_t next;
    char joint;
    *passage = (Passage){.start = script->length, .mark = first->note > 0 ? assembly->marks[first->note] : 0, .note = first->note, .is_heading = first->is_heading, .is_item = first->is_item};
    append_line(assembly, first);
    for (; (next = find_next(assembly, at, &joint)) < assembly->line_count; at = next) {
        if (next > at + 1)
            script->tears[script->tear_count++] = script->length;
        append_joint(assembly, joint, &assembly->lines[next]);
        append_line(assembly, &assembly->lines[next]);
    }
    passage->end = script->length;
}

static QcdcStatus assemble(Script *script, const Cleaner *cleaner, Arena *arena)
{
    Assembly assembly = {.cleaner = cleaner, .script = script, .line_count = lines_count(cleaner->bytes, cleaner->length)};
    assembly.lines = arena_resize(arena, NULL, assembly.line_count, sizeof *assembly.lines);
    script->bytes = arena_resize(arena, NULL, cleaner->length + (size_t)1, 1);
    script->origins = arena_resize(arena, NULL, cleaner->length + (size_t)1, sizeof *script->origins);
    script->passages = arena_resize(arena, NULL, assembly.line_count, sizeof *script->passages);
    script->tears = arena_resize(arena, NULL, cleaner->length / LINE_WRAPPED_LENGTH + 1, sizeof *script->tears);
    if (assembly.lines == NULL || script->tears == NULL || script->bytes == NULL || script->origins == NULL || script->passages == NULL)
        return QCDC_STATUS_MEMORY;
    lines_find(cleaner, assembly.lines);
    for (size_t at = 0; at < assembly.line_count; at++)
        if (!assembly.lines[at].is_taken && !assembly.lines[at].is_page)
            assemble_passage(&assembly, at);
    script->origins[script->length] = (uint32_t)script->input_length;
    arena_release(arena, assembly.lines);
    return QCDC_OK;
}

QcdcStatus script_read(Script *script, const char *input, size_t length, Arena *arena, QcdcError *error)
{
    Cleaner cleaner = {.input = input, .input_length = length};
    QcdcStatus status = QCDC_STATUS_MEMORY;
    *script = (Script){.input = input, .input_length = length};
    cleaner.bytes = arena_resize(arena, NULL, length + 1, 1);
    cleaner.origins = arena_resize(arena, NULL, length + 1, sizeof *cleaner.origins);
    if (cleaner.bytes != NULL && cleaner.origins != NULL) {
        cleaner_run(&cleaner);
        status = assemble(script, &cleaner, arena);
    }
    arena_release(arena, cleaner.bytes);
    arena_release(arena, cleaner.origins);
    return status == QCDC_OK ? status : qcdc_error_set(error, status, NULL, 0, 0, "the text is too long for the memory there is", NULL, "read it in parts");
}

/* Bytes of the input from @at to the end of the character there with the marks that combine with it. */
static size_t measure_cluster(const Script *script, size_t at)
{
    size_t size = qcdc_text_measure_character(script->input + at, script->input_length - at), end = at + size;
    while (end + 1 < script->input_length && ((unsigned char)script->input[end] == 0xCC || (unsigned char)script->input[end] == 0xCD) &&
           (size = qcdc_text_measure_character(script->input + end, script->input_length - end)) == 2)
        end += size;
    return end - at;
}

void script_locate(const Script *script, uint32_t start, uint32_t end, size_t *out_start, size_t *out_end)
{
    uint32_t last = script->origins[end - 1];
    *out_start = script->origins[start];
    *out_end = last + measure_cluster(script, last);
}
