/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SENTENCE_PRIVATE_H
#define QCDC_SENTENCE_PRIVATE_H

#include "writer-private.h"

/* Takes over the text and its spans, which are empty afterwards. */
QcdcStatus sentence_take(Prose *prose, QcdcSentence **out_sentence, QcdcError *error);

#endif
