/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_EXPORT_H
#define QCDC_EXPORT_H

/* Stands on a line of its own before every public declaration: the one mark that binding
 * generators, the documentation checker and the list of exported symbols read. */
#if defined(__GNUC__) || defined(__clang__)
#define QCDC_API __attribute__((visibility("default")))
#else
#define QCDC_API
#endif

#ifdef __cplusplus
#define QCDC_BEGIN_DECLS extern "C" {
#define QCDC_END_DECLS }
#else
#define QCDC_BEGIN_DECLS
#define QCDC_END_DECLS
#endif

#endif
