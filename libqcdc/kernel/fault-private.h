/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FAULT_PRIVATE_H
#define QCDC_FAULT_PRIVATE_H

/* A planted fault shows that some test would notice a mistake at this place:
 *
 *     if (QCDC_FAULT("decimal-round-half", 2 * rest >= divisor, 2 * rest > divisor))
 *
 * The normal build contains only `good`. A build with -Dfaults=true uses `bad` when the environment variable
 * QCDC_FAULT holds the name; `tests/run mutants` sets each name in turn and expects a red test. A name is a literal,
 * stands in one place only, and starts with the noun of its file. Both expressions need the same type. */
#ifdef QCDC_WITH_FAULTS
int qcdc_fault_is(const char *name);
#define QCDC_FAULT(name, good, bad) (qcdc_fault_is(name) ? (bad) : (good))
#else
#define QCDC_FAULT(name, good, bad) (good)
#endif

#endif
