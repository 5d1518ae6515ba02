/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_COVERAGE_PRIVATE_H
#define QCDC_COVERAGE_PRIVATE_H

#include "reading/scene-private.h"

/* "theo báo cáo của 15/17 xã, phường", "tính trên 12 huyện có số liệu": whether the figure tells how many have reported, not what. */
bool coverage_counts(const Scene *scene, const Mention *figure);

#endif
