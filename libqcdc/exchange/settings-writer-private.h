/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SETTINGS_WRITER_PRIVATE_H
#define QCDC_SETTINGS_WRITER_PRIVATE_H

#include "exchange/bundle-private.h"
#include "exchange/sink-private.h"

/* bundle.ini; IO if @sink takes no more. */
QcdcStatus settings_write(const ByteSink *sink, const QcdcBundle *bundle, QcdcError *error);

#endif
