/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_BASE_H
#define QCDC_BASE_H

/* The base library: kernel and language, libc alone. */
#include <qcdc/calendar.h>
#include <qcdc/change.h>
#include <qcdc/contribution.h>
#include <qcdc/growth.h>
#include <qcdc/number.h>
#include <qcdc/period-name.h>
#include <qcdc/claim.h>
#include <qcdc/phrase.h>
#include <qcdc/refusal.h>
#include <qcdc/style.h>
#include <qcdc/tally.h>
#include <qcdc/text.h>
#include <qcdc/version.h>

#endif
