/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TEMPLATE_H
#define QCDC_TEMPLATE_H

#include <qcdc/bundle.h>
#include <qcdc/cube.h>

QCDC_BEGIN_DECLS

/** QcdcTemplateFormat: what a template is written in. */
typedef enum {
    QCDC_TEMPLATE_DEFAULT = 0, /**< by the name of its file: .md and .markdown, .html and .htm, else text */
    QCDC_TEMPLATE_TEXT,        /**< text: what is put in stays as it is */
    QCDC_TEMPLATE_MARKDOWN,    /**< Markdown */
    QCDC_TEMPLATE_HTML,        /**< HTML */
    QCDC_TEMPLATE_END          /**< sentinel */
} QcdcTemplateFormat;

/**
 * QcdcFillOptions: all-zero is the default.
 * @size: sizeof (QcdcFillOptions)
 * @source: (nullable) file of the template, for findings and its format; NULL is "template"
 * @unit: (nullable) code, of places that name no unit; NULL is the bundle's default_unit, else every root
 * @period: (nullable) label, of places that name no period; NULL is the bundle's default_period, else the latest
 * @format: a QcdcTemplateFormat
 * @missing: a QcdcMissing
 * @threads: of the roll-up; 0 is 1
 * @hierarchy: (nullable) as in QcdcRollupOptions
 */
typedef struct QcdcFillOptions {
    size_t size;
    const char *source, *unit, *period;
    QcdcTemplateFormat format;
    QcdcMissing missing;
    uint32_t threads;
    const char *hierarchy;
} QcdcFillOptions;

/**
 * qcdc_bundle_fill:
 * @bundle: whose places.csv says what the places are
 * @options: (nullable) NULL is the default of everything
 * @text: (nullable if @length is 0) the template: UTF-8, 64 MiB at most
 * @length: bytes of @text
 * @findings: (nullable) takes all that is wrong with the template, by row and byte of the row
 * @out_text: (transfer full) the filled text, freed with qcdc_free(); untouched on failure
 * @error: (nullable) what went wrong; of findings the first and how many there are
 *
 * Puts into each {{name}} what the place of that name shows, and writes {{ for {{{{. The template itself stays as it is, a byte order mark
 * and its line ends too; what is put in is escaped for the format and not read again for places. All places share one roll-up. Source: D65,
 * D66, docs/templates.md. Threads: any, each with its own @findings.
 *
 * Returns: QCDC_OK; QCDC_STATUS_FINDINGS for a template that is not UTF-8, for a place that is not closed or not known, and for one whose
 * figure is not there or that cannot be filled; QCDC_STATUS_NOT_FOUND for a unit or hierarchy in @options that is not there;
 * QCDC_STATUS_SYNTAX for a period in @options that is none; QCDC_STATUS_ARGUMENT when a pointer is missing or options are out of range;
 * QCDC_STATUS_MEMORY.
 */
QCDC_API
QcdcStatus qcdc_bundle_fill(const QcdcBundle *bundle, const QcdcFillOptions *options, const char *text, size_t length,
                            QcdcFindings *findings, char **out_text, QcdcError *error);

QCDC_END_DECLS

#endif
