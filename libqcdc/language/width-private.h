/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_WIDTH_PRIVATE_H
#define QCDC_WIDTH_PRIVATE_H

#include <stddef.h>
#include <stdint.h>

/* How much room text takes on a terminal, told without asking the locale. */

/* The character at @bytes and its length in *@out_length; U+FFFD for a byte that begins none. @length is not 0. */
uint32_t width_decode(const char *bytes, size_t length, size_t *out_length);
/* 0 for what stands on the letter before it, 2 for what fills two columns, else 1. */
unsigned width_of_character(uint32_t character);
/* Columns of a text. */
size_t width_of_text(const char *bytes, size_t length);

#endif
