/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <math.h>

#include <glib.h>

#include "kernel/text-private.h"

#include <qcdc/number.h>
#include <qcdc/outlier.h>

size_t qcdc_outlier_explain(const QcdcOutlier *outlier, QcdcLanguage language, char *buffer, size_t size)
{
    QcdcText text = qcdc_text_begin(buffer, size);
    (void)outlier, (void)language;
    return qcdc_text_finish(&text);
}
