/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_GSL_GUARD_PRIVATE_H
#define QCDC_GSL_GUARD_PRIVATE_H

/* GSL ends the process on an error unless told otherwise, and what it is told holds for the whole process. Between these two, which nest
 * and may run in any thread, it tells its errors to the caller alone; what the host had set stands again when the last one leaves. */
void gsl_guard_enter(void);
void gsl_guard_leave(void);

#endif
