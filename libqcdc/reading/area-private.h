/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_AREA_PRIVATE_H
#define QCDC_AREA_PRIVATE_H

#include "reading/scene-private.h"

/* "96 bác sĩ tuyến huyện; toàn tỉnh đạt 8,5 bác sĩ/vạn dân", "trường có 450 nam, 420 nữ; tỷ số giới tính của tỉnh là …": whether the piece that
 * @figure stands in, or the words right behind it up to @end, tell of an area of another size than what stands before the piece, from @first on. Of a piece that names no
 * area nothing is said. */
bool area_is_another(const Scene *scene, size_t first, const Mention *figure, size_t end);

#endif
