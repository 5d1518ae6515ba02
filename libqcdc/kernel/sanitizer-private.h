/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_SANITIZER_PRIVATE_H
#define QCDC_SANITIZER_PRIVATE_H

/* 1 in a build with the address sanitizer, which gcc and clang tell in ways of their own. */
#ifdef __has_feature
#define QCDC_HAS_FEATURE(name) __has_feature(name)
#else
#define QCDC_HAS_FEATURE(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || QCDC_HAS_FEATURE(address_sanitizer)
#define QCDC_HAS_ADDRESS_SANITIZER 1
#else
#define QCDC_HAS_ADDRESS_SANITIZER 0
#endif

#endif
