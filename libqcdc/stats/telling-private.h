/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_TELLING_PRIVATE_H
#define QCDC_TELLING_PRIVATE_H

#include "kernel/text-private.h"

/* How numbers of statistics are told: to people in a few digits, to programs in all that a double has. */

/* By a format of printf(), with the point of the language. */
void telling_add_number(QcdcText *text, QcdcLanguage language, double number, const char *format);
/* In three digits or all before the point: 0,000123 is 1,2e-04. */
void telling_add_figure(QcdcText *text, QcdcLanguage language, double number);
/* ", khoảng tin cậy 95%: 0,62 đến 5,14", opened by @before; a bound that there is none of is told. */
void telling_add_interval(QcdcText *text, QcdcLanguage language, const char *before, double low, double high, double level);

/* "name":0.95 with a comma before it unless it is the first; null of what is no finite number. */
void telling_add_member(QcdcText *text, const char *name, double number, bool is_first);

#endif
