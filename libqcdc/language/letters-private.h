/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_LETTERS_PRIVATE_H
#define QCDC_LETTERS_PRIVATE_H

#include <qcdc/types.h>

/* Words found in running text, whatever their case. Both sides are NFC; the capitals known are those of Vietnamese and
 * English. A blank is a space, a tab, a line end or U+00A0. */

bool qcdc_letters_is_digit(char byte);
/* Byte for byte: two terminated words, without strcmp, which the layer does not call. */
bool qcdc_letters_are_same(const char *left, const char *right);
/* Bytes of the blanks at @text, 0 if there are none. */
size_t qcdc_letters_measure_blanks(const char *text, size_t length);
/* True if a letter begins at @text, so that a word that ended there is only the start of a longer one. */
bool qcdc_letters_has_letter(const char *text, size_t length);
/* True if the letter that begins at @text is a small one. */
bool qcdc_letters_has_small_letter(const char *text, size_t length);
/* @text with its capitals made small, into @out, which has room for as many bytes: no letter changes its length. */
void qcdc_letters_fold(const char *text, size_t length, char *out);
/* Bytes of @text that are the @word_length bytes of @word, 0 if it is not there. One space of @word stands for any number of
 * blanks, at least one. What follows the word is not looked at. */
size_t qcdc_letters_match(const char *text, size_t length, const char *word, size_t word_length);
/* The same of a terminated word, and no letter follows. */
size_t qcdc_letters_match_whole(const char *text, size_t length, const char *word);

#endif
