/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_H
#define QCDC_H

/* Everything at once. A program that needs the base library alone includes <qcdc/qcdc-base.h>. */
#include <qcdc/audit.h>
#include <qcdc/bundle.h>
#include <qcdc/calendar-table.h>
#include <qcdc/comparison.h>
#include <qcdc/features.h>
#include <qcdc/layout.h>
#include <qcdc/memory.h>
#include <qcdc/qcdc-base.h>
#include <qcdc/ranking.h>
#include <qcdc/sentence.h>
#include <qcdc/table.h>
#include <qcdc/template.h>

#endif
