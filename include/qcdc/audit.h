/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_AUDIT_H
#define QCDC_AUDIT_H

#include <qcdc/claim.h>
#include <qcdc/cube.h>
#include <qcdc/findings.h>

QCDC_BEGIN_DECLS

/** QcdcFindingsFormat: a form of findings. */
typedef enum {
    QCDC_FINDINGS_DEFAULT = 0, /**< text */
    QCDC_FINDINGS_TEXT,        /**< a line a finding: file:row:column: message; hint */
    QCDC_FINDINGS_JSON,        /**< JSON lines of the contract */
    QCDC_FINDINGS_END          /**< sentinel */
} QcdcFindingsFormat;

/**
 * qcdc_cube_check:
 * @cube: rolled-up figures
 * @findings: takes what is found, after what it holds already
 * @error: (nullable) what went wrong
 *
 * Runs the built-in rules and those of the catalog over all units, indicators, periods and scenarios of the cube's dataset. Each finding
 * names its rule, the cells, both sides, their difference and the rows; docs/findings.md says what each rule holds. A rule of the catalog
 * with the name of a built-in one sets its severity and tolerance, or turns it off. Figures with words such as "trên" are held at their
 * printed points, and the message tells the other reading too. Source: S4, S6, S7, S11, S16, S17, D46 … D50. Threads: any, each with its
 * own @findings.
 *
 * Returns: QCDC_OK, whatever was found; QCDC_STATUS_ARGUMENT for NULL; QCDC_STATUS_OVERFLOW when a sum is outside the range of a
 * value (S1), or quotients and a tolerance outside that of an exact comparison; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_cube_check(const QcdcCube *cube, QcdcFindings *findings, QcdcError *error);

/**
 * qcdc_findings_to_text:
 * @findings: what was found
 * @format: a form
 * @out_text: (transfer full) the lines, each ended with LF, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * All findings that are kept, in file order. Source: D1 of docs/decisions/0001, docs/file-formats.md. Threads: one a findings object.
 *
 * Returns: QCDC_OK, or QCDC_STATUS_ARGUMENT for NULL or an unknown @format; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_findings_to_text(const QcdcFindings *findings, QcdcFindingsFormat format, char **out_text, QcdcError *error);

/**
 * qcdc_findings_explain:
 * @findings: what was found
 * @catalog: (nullable) for names of units and indicators, and for rules.csv; without it there are codes
 * @language: language of the words
 * @out_text: (transfer full) the lines, each ended with LF, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong
 *
 * All findings that are kept, a line each in file order, for people: where, what does not match, with numbers as the language writes
 * them, and what the rule means. What checking did not find (faults of files) is told as qcdc_findings_to_text() tells it. Source: S31,
 * D48, D49. Threads: one a findings object.
 *
 * Returns: QCDC_OK, or QCDC_STATUS_ARGUMENT for NULL or an unknown @language; QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_findings_explain(const QcdcFindings *findings, const QcdcCatalog *catalog, QcdcLanguage language, char **out_text,
                                 QcdcError *error);

/**
 * QcdcClaimCheckOptions: how a text is held against data; all-zero but @size is the default.
 * @size: sizeof(QcdcClaimCheckOptions)
 * @source: (nullable) what findings call the text's file; NULL is "text"
 * @unit: (nullable) code of the unit that the report is of where it names none; NULL and "": the only one at the top
 * @period: the report's own where neither the text nor the claims tell it
 */
typedef struct QcdcClaimCheckOptions {
    size_t size;
    const char *source, *unit;
    QcdcPeriod period;
} QcdcClaimCheckOptions;

/**
 * qcdc_claims_check:
 * @claims: what qcdc_claims_read() found in @text
 * @text: (nullable) that text
 * @length: bytes of @text, below 4 GiB
 * @cube: rolled-up figures
 * @options: (nullable) NULL is the default
 * @findings: takes what is found, after what it holds already
 * @out_compared: (nullable) takes how many figures were held against the data
 * @error: (nullable) what went wrong
 *
 * Finds the figures of which the words say what they are: a unit and an indicator by names of the catalog, and a period. Each is held against the
 * cell. It agrees if the cell's value is printed so, rounded or cut off; a figure with words such as "trên" if the value lies there. What
 * does not is a finding with the line of the text, both figures, and the row of the data; one that may be meant otherwise is none. Source: S31, R12
 * of docs/decisions/0005. Threads: any, each with its own @findings.
 *
 * Returns: QCDC_OK, whatever was found; QCDC_STATUS_ARGUMENT when a pointer is missing, @length is 4 GiB or more, or @options are of no known
 * size; QCDC_STATUS_NOT_FOUND for a unit that the catalog does not have; QCDC_STATUS_OVERFLOW when a formula leaves the range of a value;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_claims_check(const QcdcClaims *claims, const char *text, size_t length, const QcdcCube *cube, const QcdcClaimCheckOptions *options,
                             QcdcFindings *findings, size_t *out_compared, QcdcError *error);

/**
 * qcdc_claims_check_summarize:
 * @compared: how many figures were held against data
 * @differing: how many of them differ
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * What qcdc_claims_check() did, on one line. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator.
 */
QCDC_API
size_t qcdc_claims_check_summarize(size_t compared, size_t differing, QcdcLanguage language, char *buffer, size_t size);

QCDC_END_DECLS

#endif
