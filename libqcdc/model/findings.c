/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "finding-codes-private.h"
#include "findings-private.h"

#include <stdlib.h>
#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "quote-private.h"

enum {
    TEXT_COUNT = 13,     /* text members of QcdcFinding */
    CELL_TEXT_COUNT = 5, /* text members of QcdcFindingCell */
    UNSORTED_ROOM = 1024 /* findings taken in beyond the capacity before the last ones are dropped */
};

/* A finding with its own copy of its cells and of all its texts. */
typedef struct StoredFinding {
    QcdcFinding finding;
    QcdcFindingCell *cells;
    char *texts;
    uint64_t serial; /* the order they came in, which settles what place and words leave open */
} StoredFinding;

struct QcdcFindings {
    size_t capacity;    /* 0: all */
    Array items;        /* StoredFinding */
    size_t sorted_count; /* so many at the start are in order */
    size_t total, error_total;
    StoredFinding first_error; /* the first in order of all, kept or not */
};

QcdcStatus qcdc_findings_new(size_t capacity, QcdcFindings **out_findings, QcdcError *error)
{
    if (out_findings == NULL)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, "out_findings", 0, 0, "out_findings is NULL", NULL, NULL);
    QcdcFindings *findings = memory_try_new(1, sizeof *findings);
    if (findings == NULL)
        return memory_fail(error);
    findings->capacity = capacity;
    *out_findings = findings;
    return QCDC_OK;
}

static void clear_stored(StoredFinding *stored)
{
    qcdc_free(stored->texts);
    qcdc_free(stored->cells);
    *stored = (StoredFinding){0};
}

void qcdc_findings_free(QcdcFindings *findings)
{
    if (findings == NULL)
        return;
    for (size_t i = 0; i < findings->items.count; i++)
        clear_stored(&ARRAY_AT(&findings->items, StoredFinding, i));
    array_clear(&findings->items);
    clear_stored(&findings->first_error);
    qcdc_free(findings);
}

/* Order: by file, row, column (contracts.md "Common"); the files of a bundle in the order of file-formats.md. */

static size_t rank_file(const char *file)
{
    static const char *const files[] = {"bundle.ini", "units.csv", "indicators.csv", "observations.csv"};
    enum { FILE_COUNT = sizeof files / sizeof files[0] };
    const char *slash = strrchr(file, '/');
    const char *name = slash != NULL ? slash + 1 : file;
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (strcmp(name, files[i]) == 0)
            return i;
    return name[0] != '\0' ? FILE_COUNT : FILE_COUNT + 1;
}

static int compare_numbers(int64_t left, int64_t right)
{
    return (left > right) - (left < right);
}

static int compare_findings(const QcdcFinding *left, const QcdcFinding *right)
{
    int order = compare_numbers((int64_t)rank_file(left->file), (int64_t)rank_file(right->file));
    if (order == 0)
        order = strcmp(left->file, right->file);
    if (order == 0)
        order = compare_numbers(left->row, right->row);
    if (order == 0)
        order = QCDC_FAULT("findings-column-order", compare_numbers(left->column, right->column), 0);
    if (order == 0)
        order = strcmp(left->code, right->code);
    if (order == 0)
        order = QCDC_FAULT("findings-rule-order", strcmp(left->rule, right->rule), 0);
    if (order == 0)
        order = strcmp(left->unit, right->unit);
    if (order == 0)
        order = strcmp(left->period, right->period);
    return order != 0 ? order : strcmp(left->message, right->message);
}

static int compare_stored(const void *left_item, const void *right_item)
{
    const StoredFinding *left = left_item, *right = right_item;
    int order = compare_findings(&left->finding, &right->finding);
    return order != 0 ? order : compare_numbers((int64_t)left->serial, (int64_t)right->serial);
}

/* Sorts what came since the last time and drops what is over the capacity. A findings object belongs to one thread, so
 * readers may call this through their const pointer. */
static void settle(const QcdcFindings *const_findings)
{
    QcdcFindings *findings = (QcdcFindings *)const_findings;
    size_t count = findings->items.count;
    if (findings->sorted_count < count)
        qsort(findings->items.items, count, sizeof(StoredFinding), compare_stored);
    while (findings->capacity > 0 && findings->items.count > findings->capacity)
        clear_stored(&ARRAY_AT(&findings->items, StoredFinding, --findings->items.count));
    findings->sorted_count = findings->items.count;
}

/* Copies */

static void list_texts(QcdcFinding *finding, const char **out_texts[TEXT_COUNT])
{
    const char **texts[TEXT_COUNT] = {&finding->code, &finding->file,      &finding->rule,   &finding->message,
                                      &finding->value, &finding->hint,     &finding->unit,   &finding->indicator,
                                      &finding->period, &finding->left,    &finding->right,  &finding->difference,
                                      &finding->reading};
    memcpy(out_texts, texts, sizeof texts);
}

static void list_cell_texts(QcdcFindingCell *cell, const char **out_texts[CELL_TEXT_COUNT])
{
    const char **texts[CELL_TEXT_COUNT] = {&cell->unit, &cell->indicator, &cell->period, &cell->value, &cell->file};
    memcpy(out_texts, texts, sizeof texts);
}

static void append_member(Text *block, const char *member)
{
    if (member != NULL)
        text_append_clean(block, member, strlen(member));
    text_append_character(block, '\0');
}

/* Points a member at its copy in the block and steps over it. */
static const char *claim_member(const char **position)
{
    const char *member = *position;
    *position += strlen(member) + 1;
    return member;
}

/* The members of a finding in one block, cleaned, since they will be shown on terminals. */
static char *copy_texts(QcdcFinding *finding, QcdcFindingCell *cells)
{
    Text block = {0};
    const char **members[TEXT_COUNT], **cell_members[CELL_TEXT_COUNT];
    list_texts(finding, members);
    for (size_t i = 0; i < TEXT_COUNT; i++)
        append_member(&block, *members[i]);
    for (size_t k = 0; k < finding->cell_count; k++) {
        list_cell_texts(&cells[k], cell_members);
        for (size_t i = 0; i < CELL_TEXT_COUNT; i++)
            append_member(&block, *cell_members[i]);
    }
    char *texts = text_steal(&block);
    const char *position = texts;
    for (size_t i = 0; texts != NULL && i < TEXT_COUNT; i++)
        *members[i] = claim_member(&position);
    for (size_t k = 0; texts != NULL && k < finding->cell_count; k++) {
        list_cell_texts(&cells[k], cell_members);
        for (size_t i = 0; i < CELL_TEXT_COUNT; i++)
            *cell_members[i] = claim_member(&position);
    }
    return texts;
}

static bool store_finding(StoredFinding *stored, const QcdcFinding *finding, uint64_t serial)
{
    *stored = (StoredFinding){.finding = *finding, .serial = serial};
    if (finding->cell_count > 0) {
        stored->cells = memory_try_new(finding->cell_count, sizeof *stored->cells);
        if (stored->cells == NULL)
            return false;
        memcpy(stored->cells, finding->cells, finding->cell_count * sizeof *stored->cells);
    }
    stored->finding.cells = stored->cells;
    stored->texts = copy_texts(&stored->finding, stored->cells);
    if (stored->texts == NULL)
        clear_stored(stored);
    return stored->texts != NULL;
}

/* Taking in */

/* The first error is kept apart: the capacity may be filled by warnings that stand before it. */
static bool keep_first_error(QcdcFindings *findings, const StoredFinding *stored)
{
    StoredFinding *first = &findings->first_error;
    if (first->texts != NULL && compare_stored(first, stored) <= 0)
        return true;
    StoredFinding copy;
    if (!store_finding(&copy, &stored->finding, stored->serial))
        return false;
    clear_stored(first);
    *first = copy;
    return true;
}

static bool take_in(QcdcFindings *findings, const QcdcFinding *finding)
{
    StoredFinding stored;
    if (!array_reserve(&findings->items, 1, sizeof stored) || !store_finding(&stored, finding, findings->total))
        return false;
    bool is_error = finding->severity == QCDC_SEVERITY_ERROR;
    if (is_error && !keep_first_error(findings, &stored)) {
        clear_stored(&stored);
        return false;
    }
    array_append(&findings->items, &stored, 1, sizeof stored);
    findings->total++;
    findings->error_total += is_error;
    if (findings->capacity > 0 && findings->items.count - findings->sorted_count > UNSORTED_ROOM + findings->capacity)
        settle(findings);
    return true;
}

static QcdcStatus set_error(const QcdcFinding *finding, QcdcStatus status, QcdcError *error)
{
    qcdc_error_set(error, status, finding->file, finding->row, finding->column, finding->message, finding->value,
                   finding->hint);
    if (finding->code != NULL && strcmp(finding->code, finding_kind(FINDING_UNIVERSES)->code) == 0)
        qcdc_error_refuse(error, QCDC_REFUSAL_UNIVERSES);
    return status;
}

QcdcStatus findings_report(QcdcFindings *findings, const QcdcFinding *finding, QcdcStatus status, QcdcError *error)
{
    if (findings != NULL)
        return take_in(findings, finding) ? QCDC_OK : memory_fail(error);
    return finding->severity == QCDC_SEVERITY_ERROR ? set_error(finding, status, error) : QCDC_OK;
}

static void append_count(QcdcError *error, size_t count)
{
    Text words = {0};
    text_append(&words, " (the first of ");
    text_append_number(&words, (int64_t)count);
    text_append(&words, " errors)");
    size_t length = strlen(error->text);
    if (!words.failed && length + words.length < sizeof error->text)
        memcpy(error->text + length, words.bytes, words.length + 1);
    text_clear(&words);
}

QcdcStatus findings_conclude(const QcdcFindings *findings, size_t errors_before, QcdcError *error)
{
    if (findings == NULL || findings->error_total <= errors_before)
        return QCDC_OK;
    set_error(&findings->first_error.finding, QCDC_STATUS_FINDINGS, error);
    if (error != NULL && findings->error_total > 1)
        append_count(error, findings->error_total);
    return QCDC_STATUS_FINDINGS;
}

/* Copies of what @other keeps and of its first error, all or none. Ties are settled as if they came after all of @findings. */
static bool copy_findings(const QcdcFindings *other, uint64_t serial_start, StoredFinding *copies, StoredFinding *first_error)
{
    const StoredFinding *first = &other->first_error;
    bool is_copied = first->texts == NULL || store_finding(first_error, &first->finding, serial_start + first->serial);
    for (size_t i = 0; i < other->items.count && is_copied; i++) {
        const StoredFinding *item = &ARRAY_AT(&other->items, StoredFinding, i);
        is_copied = store_finding(&copies[i], &item->finding,
                                  QCDC_FAULT("findings-merge-serial", serial_start, 0) + item->serial);
    }
    return is_copied;
}

/* Nothing here can fail: the room is there. */
static void add_copies(QcdcFindings *findings, const QcdcFindings *other, StoredFinding *copies, StoredFinding *first_error)
{
    StoredFinding *first = &findings->first_error;
    array_append(&findings->items, copies, other->items.count, sizeof *copies);
    bool has_both = first->texts != NULL && first_error->texts != NULL;
    if (has_both ? QCDC_FAULT("findings-merge-first-error", compare_stored(first_error, first) < 0, true) : first->texts == NULL) {
        StoredFinding behind = *first;
        *first = *first_error;
        *first_error = behind;
    }
    findings->total += other->total;
    findings->error_total += other->error_total;
    settle(findings);
}

QcdcStatus qcdc_findings_merge(QcdcFindings *findings, const QcdcFindings *other, QcdcError *error)
{
    if (findings == NULL || findings == other)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, "findings", 0, 0, "no findings, or the same twice", NULL, NULL);
    if (other == NULL)
        return QCDC_OK;
    settle(other);
    size_t count = other->items.count;
    StoredFinding first_error = {0}, *copies = memory_try_new(count, sizeof *copies);
    bool is_done = copies != NULL && other->total <= SIZE_MAX - findings->total &&
                   array_reserve(&findings->items, count, sizeof *copies) &&
                   copy_findings(other, findings->total, copies, &first_error);
    if (is_done)
        add_copies(findings, other, copies, &first_error);
    for (size_t i = 0; copies != NULL && !is_done && i < count; i++)
        clear_stored(&copies[i]);
    clear_stored(&first_error);
    qcdc_free(copies);
    return is_done ? QCDC_OK : memory_fail(error);
}

/* Reading */

size_t qcdc_findings_get_count(const QcdcFindings *findings)
{
    if (findings == NULL)
        return 0;
    settle(findings);
    return findings->items.count;
}

size_t qcdc_findings_get_total(const QcdcFindings *findings)
{
    return findings == NULL ? 0 : findings->total;
}

size_t qcdc_findings_get_error_total(const QcdcFindings *findings)
{
    return findings == NULL ? 0 : findings->error_total;
}

QcdcStatus qcdc_findings_get_item(const QcdcFindings *findings, size_t index, QcdcFinding *out_finding)
{
    if (findings == NULL || out_finding == NULL || index >= qcdc_findings_get_count(findings))
        return QCDC_STATUS_ARGUMENT;
    *out_finding = ARRAY_AT(&findings->items, StoredFinding, index).finding;
    return QCDC_OK;
}

/* A line in the caller's buffer; what does not fit is counted. */
typedef struct Line {
    char *buffer;
    size_t size, length;
} Line;

static void add_to_line(Line *line, const char *words)
{
    for (; *words != '\0'; words++, line->length++)
        if (line->length < line->size)
            line->buffer[line->length] = *words;
}

static void add_number_to_line(Line *line, int32_t number)
{
    char digits[12];
    size_t start = sizeof digits;
    digits[--start] = '\0';
    for (; number > 0; number /= 10)
        digits[--start] = (char)('0' + number % 10);
    add_to_line(line, digits + start);
}

static size_t finish_line(Line *line)
{
    size_t end = line->length;
    if (line->size == 0)
        return end;
    if (end >= line->size)
        for (end = line->size - 1; end > 0 && ((unsigned char)line->buffer[end] & 0xC0) == 0x80;)
            end--;
    line->buffer[end] = '\0';
    return line->length;
}

static void add_place(Line *line, const QcdcFinding *finding)
{
    if (finding->file[0] == '\0')
        return;
    add_to_line(line, finding->file);
    if (finding->row > 0) {
        add_to_line(line, ":");
        add_number_to_line(line, finding->row);
    }
    if (finding->row > 0 && finding->column > 0) {
        add_to_line(line, ":");
        add_number_to_line(line, finding->column);
    }
    add_to_line(line, ": ");
}

size_t qcdc_findings_item_to_text(const QcdcFindings *findings, size_t index, char *buffer, size_t size)
{
    Line line = {buffer, buffer == NULL ? 0 : size, 0};
    QcdcFinding finding;
    if (qcdc_findings_get_item(findings, index, &finding) != QCDC_OK)
        return finish_line(&line);
    add_place(&line, &finding);
    add_to_line(&line, finding.message);
    if (finding.hint[0] != '\0') {
        add_to_line(&line, "; ");
        add_to_line(&line, finding.hint);
    }
    return finish_line(&line);
}
