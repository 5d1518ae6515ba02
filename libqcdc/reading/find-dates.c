/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/reader-private.h"

QcdcStatus reader_find_dates(Reader *reader, QcdcError *error)
{
    (void)reader, (void)error;
    return QCDC_OK;
}
