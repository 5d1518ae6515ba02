/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TEXT_H
#define QCDC_TEXT_H

#include <qcdc/types.h>

QCDC_BEGIN_DECLS

/**
 * qcdc_text_is_utf8:
 * @text: (nullable) bytes; NULL is no text
 * @length: how many
 *
 * UTF-8 by The Unicode Standard, table 3-7: no overlong form, no surrogate, nothing above U+10FFFF. Source: RFC 3629.
 * Threads: any.
 *
 * Returns: true if all of @text is UTF-8; of no bytes too.
 */
QCDC_API
bool qcdc_text_is_utf8(const char *text, size_t length);

/**
 * qcdc_text_compose:
 * @text: (nullable) bytes; what is not UTF-8 is copied as it is
 * @length: how many
 * @buffer: (nullable) takes the composed text, terminated, cut between two characters if it does not fit; may not overlap @text
 * @size: bytes of @buffer; 0 to learn the length
 *
 * Normalization form C of Vietnamese and other Latin letters: a base letter followed by combining grave, acute, tilde, hook
 * above, dot below, circumflex, breve or horn (U+0300, 0301, 0303, 0309, 0323, 0302, 0306, 031B, and the tone marks U+0340,
 * U+0341), in any order that means the same. Other marks stand as they are. The result is never longer than the text, and composing it again
 * changes nothing. Source: The Unicode Standard, annex 15. Threads: any.
 *
 * Returns: the bytes the whole result takes, without the terminator.
 */
QCDC_API
size_t qcdc_text_compose(const char *text, size_t length, char *buffer, size_t size);

QCDC_END_DECLS

#endif
