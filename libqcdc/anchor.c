/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* A library of archives alone has no object of its own for the linker to name; this is it. */
extern const char qcdc_library_name[];
const char qcdc_library_name[] = "libqcdc-0";
