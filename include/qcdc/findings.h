/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FINDINGS_H
#define QCDC_FINDINGS_H

#include <qcdc/period.h>

QCDC_BEGIN_DECLS

/** QcdcSeverity: how much a finding weighs. */
typedef enum {
    QCDC_SEVERITY_NONE = 0, /**< not a severity */
    QCDC_SEVERITY_ERROR,    /**< the data cannot be built */
    QCDC_SEVERITY_WARNING,  /**< to be looked at; the data is built */
    QCDC_SEVERITY_END       /**< sentinel */
} QcdcSeverity;

/**
 * QcdcRecord: one row of a table as text, given to a builder. Nothing is kept of it after the call.
 * @values: a text by field (QcdcUnitField, QcdcIndicatorField, QcdcExceptionField, QcdcObservationField); NULL or "" is empty
 * @value_count: how many @values there are; further fields are empty
 * @attribute_names: (nullable) names of carried attributes ("x_phone")
 * @attribute_values: (nullable) their values
 * @attribute_count: how many
 * @source: (nullable) file the row came from, for findings
 * @row: its line, 1 is the header; 0 unknown
 * @columns: (nullable) field number in the file by field, 0 unknown
 */
typedef struct QcdcRecord {
    const char *const *values;
    size_t value_count;
    const char *const *attribute_names;
    const char *const *attribute_values;
    size_t attribute_count;
    const char *source;
    int32_t row;
    const int32_t *columns;
} QcdcRecord;

/**
 * QcdcFindingCell: a figure a finding is about.
 * @unit: unit code
 * @indicator: indicator code
 * @period: label
 * @value: canonical decimal, or "" if absent
 * @file: file of the row it came from, or ""
 * @row: its line, 0 if it came from several
 */
typedef struct QcdcFindingCell {
    const char *unit, *indicator, *period, *value, *file;
    int32_t row;
} QcdcFindingCell;

/**
 * QcdcFinding: something that does not fit in people's data. Texts belong to the findings object; none is NULL.
 * @code: stable code, "QCDC-F017"
 * @severity: a QcdcSeverity
 * @file: file, or ""
 * @row: line, 0 unknown
 * @column: field number, 0 unknown
 * @rule: name of the rule that found it, or ""
 * @message: what is wrong, with the value in it, without place and hint
 * @value: the value at fault, or ""
 * @hint: what to do, or ""
 * @unit: unit code, or ""
 * @indicator: indicator code, or ""
 * @period: label, or ""
 * @left: left side, canonical decimal, or ""
 * @right: right side, or ""
 * @difference: left − right, or ""
 * @cells: the figures it is about
 * @cell_count: how many
 * @reading: "bounds-can-hold" or "bounds-cannot-hold" where figures with words such as "trên" are held at their printed points (S4):
 *   whether, read as bounds, they can fit; "cut-off" of a quotient that was cut off instead of rounded; else ""
 */
typedef struct QcdcFinding {
    const char *code;
    QcdcSeverity severity;
    const char *file;
    int32_t row, column;
    const char *rule, *message, *value, *hint, *unit, *indicator, *period, *left, *right, *difference;
    const QcdcFindingCell *cells;
    size_t cell_count;
    const char *reading;
} QcdcFinding;

/**
 * qcdc_findings_new:
 * @capacity: how many are kept, the first in order; 0 keeps all, up to memory
 * @out_findings: (transfer full) a sink without findings; freed with qcdc_findings_free()
 * @error: (nullable) what went wrong
 *
 * A sink for what is wrong with people's data, handed to the calls that read it. Findings are in the order of files (bundle.ini,
 * units.csv, indicators.csv, observations.csv, others by name), rows and columns. Source: design.md §3.4. Threads: one a findings
 * object.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without a place for it; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_findings_new(size_t capacity, QcdcFindings **out_findings, QcdcError *error);

/**
 * qcdc_findings_free:
 * @findings: (nullable) (transfer full) the sink with all its texts
 *
 * Threads: one a findings object. Source: design.md §3.3.
 */
QCDC_API
void qcdc_findings_free(QcdcFindings *findings);

/**
 * qcdc_findings_merge:
 * @findings: takes copies of what @other keeps, in the order of files, rows and columns
 * @other: (nullable) another sink; it stays as it is
 * @error: (nullable) what went wrong
 *
 * Totals are added too, kept or not. What reading said and what checking said become one list. Source: design.md §3.4. Threads: one a
 * findings object, @other too: it is put in order first.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT without @findings, or if both are the same; QCDC_STATUS_MEMORY, with @findings as it was.
 */
QCDC_API
QcdcStatus qcdc_findings_merge(QcdcFindings *findings, const QcdcFindings *other, QcdcError *error);

/**
 * qcdc_findings_get_count:
 * @findings: (nullable) a sink
 *
 * How many findings are kept: the total, or the capacity if that is less. Source: design.md §3.4. Threads: one a findings object.
 *
 * Returns: the count; 0 without findings.
 */
QCDC_API
size_t qcdc_findings_get_count(const QcdcFindings *findings);

/**
 * qcdc_findings_get_total:
 * @findings: (nullable) a sink
 *
 * How many findings there were, kept or not, warnings included. Source: design.md §3.4. Threads: one a findings object.
 *
 * Returns: the count; 0 without findings.
 */
QCDC_API
size_t qcdc_findings_get_total(const QcdcFindings *findings);

/**
 * qcdc_findings_get_error_total:
 * @findings: (nullable) a sink
 *
 * How many findings of severity error there were, kept or not. Source: design.md §3.4. Threads: one a findings object.
 *
 * Returns: the count; 0 without findings.
 */
QCDC_API
size_t qcdc_findings_get_error_total(const QcdcFindings *findings);

/**
 * qcdc_findings_get_item:
 * @findings: a sink
 * @index: 0 … count − 1, in order of file, row and column
 * @out_finding: the finding; its texts and cells belong to @findings and hold until the next finding is put down or it is freed
 *
 * Source: design.md §3.4. Threads: one a findings object.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT for an index past the end, or without findings or a place.
 */
QCDC_API
QcdcStatus qcdc_findings_get_item(const QcdcFindings *findings, size_t index, QcdcFinding *out_finding);

/**
 * qcdc_findings_item_to_text:
 * @findings: a sink
 * @index: 0 … count − 1
 * @buffer: (nullable) takes the text, terminated, cut between two characters if it does not fit
 * @size: bytes of @buffer; 0 to learn the length
 *
 * The finding as one line: file:row:column: message; hint. What is not known is left out. Source: design.md §3.5. Threads: one a
 * findings object.
 *
 * Returns: the bytes the whole text takes, without the terminator; 0 for an index past the end.
 */
QCDC_API
size_t qcdc_findings_item_to_text(const QcdcFindings *findings, size_t index, char *buffer, size_t size);

QCDC_END_DECLS

#endif
