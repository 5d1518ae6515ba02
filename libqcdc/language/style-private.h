/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_STYLE_PRIVATE_H
#define QCDC_STYLE_PRIVATE_H

#include <qcdc/style.h>

/* @style, or the default style where it is NULL; NULL if an option is none of its words, own words are not terminated, or the
 * size is another. */
const QcdcStyle *qcdc_style_choose(const QcdcStyle *style);

#endif
