/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SETTINGS_WRITER_PRIVATE_H
#define QCDC_SETTINGS_WRITER_PRIVATE_H

#include <stdio.h>

#include "exchange/bundle-private.h"

/* bundle.ini; IO if @file takes no more. */
QcdcStatus settings_write(FILE *file, const QcdcBundle *bundle);

#endif
