/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_ESCAPE_PRIVATE_H
#define QCDC_ESCAPE_PRIVATE_H

#include <qcdc/table.h>

#include "model/memory-private.h"

/* Texts put into running text of a format: whatever they hold is read as text there, not as markup (D66). */

/* Is what follows @bytes at the beginning of a line of Markdown, where more is markup? @before: what was true in front of them. */
bool escape_is_line_start(bool before, const char *bytes, size_t length);
/* @text, its LF a line break of the format and @line_end; other control characters become a space. @format: QCDC_TABLE_HTML,
 * QCDC_TABLE_MARKDOWN, others as they are. */
void escape_append(Text *out, const char *text, QcdcTableFormat format, const char *line_end, bool at_line_start);
/* @text as a cell of a table of QCDC_TABLE_HTML or QCDC_TABLE_MARKDOWN: no line of its own begins there. HTML keeps its line ends and
 * tabs; other control characters are allowed in neither, not even as references, and become spaces. */
void escape_append_cell(Text *out, const char *text, QcdcTableFormat format);
/* Each line of @lines by @write, @between two of them. */
typedef void EscapeLine(Text *out, const char *line);
void escape_append_each(Text *out, const char *lines, EscapeLine *write, const char *between);
/* @text as it is, but for its LF, which is @line_end. */
void escape_append_lines(Text *out, const char *text, const char *line_end);

#endif
