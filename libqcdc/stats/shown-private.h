/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SHOWN_PRIVATE_H
#define QCDC_SHOWN_PRIVATE_H

#include "kernel/text-private.h"

/* A number worked out by statistics, as people read it: three digits and all whole ones, thousands grouped, "∞"; the locale has no say. */
void shown_add(QcdcText *text, QcdcLanguage language, double number);
/* With so many decimals. */
void shown_add_fixed(QcdcText *text, QcdcLanguage language, double number, int decimals);
/* "95%". */
void shown_add_level(QcdcText *text, QcdcLanguage language, double level);
/* "p = 0,359" or "p < 0,001". */
void shown_add_chance(QcdcText *text, QcdcLanguage language, double chance);
/* "khoảng tin cậy 95%: 0,62 đến 5,14"; a bound that there is none of is told. */
void shown_add_interval(QcdcText *text, QcdcLanguage language, double low, double high, double level);

#endif
