/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "record-private.h"

#include <qcdc/calendar.h>
#include <qcdc/text.h>
#include <string.h>

#include "findings-private.h"
#include "quote-private.h"

Report report_begin(QcdcFindings *findings, QcdcError *error)
{
    return (Report){.findings = findings, .error = error, .file = ""};
}

void report_enter(Report *report, const QcdcRecord *record)
{
    report->file = record->source != NULL ? record->source : "";
    report->row = record->row;
    report->columns = record->columns;
    report->column_count = record->value_count;
    report->unit = report->indicator = report->period = NULL;
}

static int32_t find_column(const Report *report, int field)
{
    bool is_known = report->columns != NULL && field >= 0 && (size_t)field < report->column_count;
    return is_known ? report->columns[field] : 0;
}

static void append_member(Text *text, const char *noun, const char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    text_append(text, noun);
    text_append_quoted(text, value, strlen(value));
}

/* `message (unit "x1", indicator "visits", period "2026")`, as far as they are known. */
static void append_cell(Text *text, const Report *report)
{
    if (report->unit == NULL || report->unit[0] == '\0')
        return;
    append_member(text, " (unit ", report->unit);
    append_member(text, ", indicator ", report->indicator);
    append_member(text, ", period ", report->period);
    text_append_character(text, ')');
}

static void put_down(Report *report, FindingCode code, int field, const char *message, const char *value, const char *hint)
{
    if (report->status != QCDC_OK)
        return;
    Text told = {0};
    text_append(&told, message);
    if (report->findings == NULL && report->names_cell)
        append_cell(&told, report);
    const FindingKind *kind = finding_kind(code);
    QcdcFinding finding = {
        .code = kind->code,
        .severity = QCDC_SEVERITY_ERROR,
        .file = report->file,
        .row = report->row,
        .column = find_column(report, field),
        .message = told.failed ? message : text_get(&told),
        .value = value,
        .hint = hint,
        .unit = report->unit,
        .indicator = report->indicator,
        .period = report->period,
    };
    report->status = findings_report(report->findings, &finding, kind->status, report->error);
    report->fault_count++;
    text_clear(&told);
}

void report_out_of_memory(Report *report)
{
    if (report->status == QCDC_OK)
        report->status = memory_fail(report->error);
}

void report_fault(Report *report, FindingCode code, int field, const char *noun, const char *value, const char *complaint,
                  const char *hint)
{
    Text message = {0};
    if (noun != NULL) {
        text_append(&message, noun);
        text_append_character(&message, ' ');
        text_append_quoted(&message, value, strlen(value));
        text_append_character(&message, ' ');
    }
    text_append(&message, complaint);
    if (message.failed)
        report_out_of_memory(report);
    put_down(report, code, field, text_get(&message), value, hint);
    text_clear(&message);
}

void report_fault_with(Report *report, FindingCode code, int field, const char *noun, const char *value, const char *complaint,
                       Text *hint)
{
    if (hint->failed)
        report_out_of_memory(report);
    report_fault(report, code, field, noun, value, complaint, text_get(hint));
    text_clear(hint);
}

void report_cause(Report *report, FindingCode code, int field, const char *value, const QcdcError *cause)
{
    /* The text of an error without a place is "what; hint". */
    char message[QCDC_ERROR_TEXT_SIZE];
    size_t length = strlen(cause->text), hint_length = strlen(cause->hint);
    if (hint_length > 0 && length >= hint_length + 2 && strcmp(cause->text + length - hint_length, cause->hint) == 0)
        length -= hint_length + 2;
    memcpy(message, cause->text, length);
    message[length] = '\0';
    put_down(report, code, field, message, value, cause->hint);
}

void text_append_choices(Text *text, const char *const *words)
{
    text_append(text, "one of ");
    for (size_t i = 0; words[i] != NULL; i++) {
        text_append(text, i > 0 ? ", " : "");
        text_append(text, words[i]);
    }
}

bool record_is_usable(const QcdcRecord *record)
{
    return record != NULL && (record->values != NULL || record->value_count == 0) &&
           (record->attribute_count == 0 || (record->attribute_names != NULL && record->attribute_values != NULL));
}

void record_copy_columns(const QcdcRecord *record, int32_t *columns, size_t field_count)
{
    for (size_t field = 0; field < field_count; field++)
        columns[field] = record->columns != NULL && field < record->value_count ? record->columns[field] : 0;
}

const char *record_keep_source(Report *report, StringPool *pool, const QcdcRecord *record)
{
    const char *source = record->source != NULL ? record->source : "";
    const char *kept = string_pool_keep(pool, source, strlen(source));
    if (kept == NULL)
        report_out_of_memory(report);
    return kept;
}

const char *record_get(const QcdcRecord *record, int field)
{
    const char *value = (size_t)field < record->value_count ? record->values[field] : NULL;
    return value != NULL ? value : "";
}

size_t measure_until(const char *text, char stop)
{
    const char *end = strchr(text, stop);
    return end != NULL ? (size_t)(end - text) : strlen(text);
}

/* Combining marks begin with these bytes; most texts hold none. */
static bool may_be_composable(const char *text, size_t length)
{
    return memchr(text, 0xCC, length) != NULL || memchr(text, 0xCD, length) != NULL;
}

const char *compose_text(const char *text, size_t length, Text *scratch, size_t *out_length)
{
    *out_length = length;
    if (!may_be_composable(text, length))
        return text;
    text_cut(scratch, 0);
    text_append_bytes(scratch, text, length);
    if (scratch->failed)
        return NULL;
    *out_length = qcdc_text_compose(text, length, scratch->bytes, length + 1);
    return scratch->bytes;
}

/* What is not UTF-8 is told once and kept cleaned: an empty text would be a second fault. */
static const char *keep_cleaned(Report *report, StringPool *pool, const char *value, size_t length)
{
    Text cleaned = {0};
    text_append_clean(&cleaned, value, length);
    const char *kept = cleaned.failed ? NULL : string_pool_keep(pool, text_get(&cleaned), cleaned.length);
    text_clear(&cleaned);
    if (kept == NULL)
        report_out_of_memory(report);
    return kept != NULL ? kept : "";
}

const char *record_keep(Report *report, StringPool *pool, const QcdcRecord *record, int field, const char *noun)
{
    const char *value = record_get(record, field);
    size_t length = strlen(value);
    if (length == 0)
        return "";
    if (!qcdc_text_is_utf8(value, length)) {
        report_fault(report, FINDING_ENCODING, field, noun, value, "is not UTF-8", "save the file as UTF-8");
        return keep_cleaned(report, pool, value, length);
    }
    Text scratch = {0};
    const char *composed = compose_text(value, length, &scratch, &length);
    const char *kept = composed != NULL ? string_pool_keep(pool, composed, length) : NULL;
    text_clear(&scratch);
    if (kept == NULL)
        report_out_of_memory(report);
    return kept != NULL ? kept : "";
}

int read_word(Report *report, int field, const char *noun, const char *text, const char *const *words)
{
    if (text[0] == '\0')
        return -1;
    for (int i = 0; words[i] != NULL; i++)
        if (strcmp(text, words[i]) == 0)
            return i;
    Text hint = {0};
    text_append_choices(&hint, words);
    report_fault_with(report, FINDING_WORD, field, noun, text, "is not known", &hint);
    return -1;
}

int32_t read_day(Report *report, int field, const char *text, int32_t default_day)
{
    int32_t day = default_day;
    QcdcError cause = {0};
    if (text[0] != '\0' && qcdc_day_parse(text, strlen(text), &day, &cause) != QCDC_OK)
        report_cause(report, FINDING_DATE, field, text, &cause);
    return day;
}

int64_t read_whole(const char *text, int64_t most)
{
    int64_t number = 0;
    if (text[0] == '\0' || (text[0] == '0' && text[1] != '\0'))
        return -1;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9' || number > (most - (*text - '0')) / 10)
            return -1;
        number = 10 * number + (*text - '0');
    }
    return number;
}

void report_empty(Report *report, int field, const char *noun, const char *hint)
{
    Text complaint = {0};
    text_append(&complaint, noun);
    text_append(&complaint, " is empty");
    report_fault(report, FINDING_EMPTY, field, NULL, "", text_get(&complaint), hint);
    text_clear(&complaint);
}

/* Attributes */

static bool note_name(AttributeTable *table, const char *name)
{
    size_t count = table->names.count;
    for (size_t i = 0; i < count; i++) {
        size_t at = (table->next + i) % count;
        if (ARRAY_AT(&table->names, const char *, at) != name) /* equal texts of a pool are one text */
            continue;
        table->next = at + 1;
        return true;
    }
    table->next = count + 1;
    return array_append(&table->names, &name, 1, sizeof name);
}

static bool add_attribute(AttributeTable *table, StringPool *pool, uint32_t owner, const char *name, const char *value)
{
    const char *kept_name = string_pool_keep(pool, name, strlen(name));
    const char *kept_value = string_pool_keep(pool, value, strlen(value));
    Attribute added = {owner, kept_name, kept_value};
    return kept_name != NULL && kept_value != NULL && note_name(table, kept_name) &&
           array_append(&table->items, &added, 1, sizeof added);
}

bool attribute_table_add(AttributeTable *table, StringPool *pool, uint32_t owner, const QcdcRecord *record)
{
    for (size_t i = 0; i < record->attribute_count; i++) {
        const char *value = record->attribute_values[i];
        bool is_empty = value == NULL || value[0] == '\0';
        if (!is_empty && !add_attribute(table, pool, owner, record->attribute_names[i], value))
            return false;
    }
    return true;
}

const Attribute *attribute_table_get(const AttributeTable *table, uint32_t owner, size_t *out_count)
{
    const Attribute *items = table->items.items;
    size_t low = 0, high = table->items.count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (items[middle].owner < owner)
            low = middle + 1;
        else
            high = middle;
    }
    size_t end = low;
    while (end < table->items.count && items[end].owner == owner)
        end++;
    *out_count = end - low;
    return end > low ? items + low : NULL;
}

const char *attribute_table_find(const AttributeTable *table, uint32_t owner, const char *name)
{
    size_t count;
    const Attribute *attributes = attribute_table_get(table, owner, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(attributes[i].name, name) == 0)
            return attributes[i].value;
    return "";
}

const char *attribute_table_name(const AttributeTable *table, size_t index)
{
    return index < table->names.count ? ARRAY_AT(&table->names, const char *, index) : NULL;
}

void attribute_table_clear(AttributeTable *table)
{
    array_clear(&table->names);
    array_clear(&table->items);
}
