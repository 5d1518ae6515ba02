/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_RECORD_PRIVATE_H
#define QCDC_RECORD_PRIVATE_H

#include "finding-codes-private.h"
#include "memory-private.h"

/* Reading a row of a table that people made, and telling what is wrong with it. */

/* Where the faults of one call go. The first status that is not QCDC_OK stays, and what is reported after it is lost: a
 * reader may go on through a whole row and look at @status once. */
typedef struct Report {
    QcdcFindings *findings; /* (nullable) */
    QcdcError *error;       /* (nullable) */
    QcdcStatus status;
    size_t fault_count;     /* put down in @findings */
    const char *file;       /* of the row at hand, or "" */
    int32_t row;
    const int32_t *columns; /* (nullable) field number by field */
    size_t column_count;
    const char *unit, *indicator, *period; /* (nullable) what the row is about */
    bool names_cell;        /* an error without findings names it too: the row is of an array, where nobody sees row numbers */
} Report;

enum {
    FIELD_NONE = -1 /* the fault is of the row, or of the call */
};

Report report_begin(QcdcFindings *findings, QcdcError *error);
/* The faults from here on are of this row. */
void report_enter(Report *report, const QcdcRecord *record);
/* `noun "value" complaint`, hint. NULL @noun: the complaint alone. NULL @hint: none. */
void report_fault(Report *report, FindingCode code, int field, const char *noun, const char *value, const char *complaint,
                  const char *hint);
/* A mandatory field is empty. */
void report_empty(Report *report, int field, const char *noun, const char *hint);
/* What another layer said of a value, in its words. */
void report_cause(Report *report, FindingCode code, int field, const char *value, const QcdcError *cause);
void report_out_of_memory(Report *report);

/* "one of a, b, c" from a NULL-terminated list, for a hint. */
void text_append_choices(Text *text, const char *const *words);

/* A fault whose hint is a text being made; the text is cleared. */
void report_fault_with(Report *report, FindingCode code, int field, const char *noun, const char *value, const char *complaint,
                       Text *hint);

/* Is it one, with what its counts promise? */
bool record_is_usable(const QcdcRecord *record);
/* The column of each field where the record stood; 0 of fields that it does not have. */
void record_copy_columns(const QcdcRecord *record, int32_t *columns, size_t field_count);
/* The name of its file, kept by the pool. */
const char *record_keep_source(Report *report, StringPool *pool, const QcdcRecord *record);
/* The field as it came; "" if it is not there. */
const char *record_get(const QcdcRecord *record, int field);
/* Bytes before the first @stop, or all. */
size_t measure_until(const char *text, char stop);
/* NFC; @text itself where there is nothing to compose, else the content of @scratch. NULL when out of memory. */
const char *compose_text(const char *text, size_t length, Text *scratch, size_t *out_length);
/* The field in NFC, kept by the pool; what is not UTF-8 is a fault. */
const char *record_keep(Report *report, StringPool *pool, const QcdcRecord *record, int field, const char *noun);
/* @text is one of @words (NULL-terminated): its number; else a fault with the words as hint, and -1. "" is -1 without a fault. */
int read_word(Report *report, int field, const char *noun, const char *text, const char *const *words);
/* A day; @default_day if @text is "", or with a fault if it is no day. */
int32_t read_day(Report *report, int field, const char *text, int32_t default_day);
/* A whole number 0 … @most without sign, space or leading zero; -1 if it is none. */
int64_t read_whole(const char *text, int64_t most);

/* Columns of other programs (x_…), carried with the row they came with. */
typedef struct Attribute {
    uint32_t owner; /* row number in its table */
    const char *name, *value;
} Attribute;

typedef struct AttributeTable {
    Array items; /* Attribute, by owner */
    Array names; /* const char *: each once, in the order they came first */
    size_t next; /* of them, the one that probably comes next: rows have their columns in one order */
} AttributeTable;

bool attribute_table_add(AttributeTable *table, StringPool *pool, uint32_t owner, const QcdcRecord *record);
/* The attributes of a row, in the order they came. */
const Attribute *attribute_table_get(const AttributeTable *table, uint32_t owner, size_t *out_count);
/* The value of a row, "" where it has none. */
const char *attribute_table_find(const AttributeTable *table, uint32_t owner, const char *name);
/* NULL past the end */
const char *attribute_table_name(const AttributeTable *table, size_t index);
void attribute_table_clear(AttributeTable *table);

#endif
