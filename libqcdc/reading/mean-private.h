/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_MEAN_PRIVATE_H
#define QCDC_MEAN_PRIVATE_H

#include "reading/operand-private.h"

enum {
    MEAN_FIGURES = 8 /* figures that are tried as the number of things a mean is taken over, or as what it is taken of */
};

/* A mean, and the word of what it is taken over: "12,97 tiêu chí/xã". */
typedef struct Mean {
    const Mention *average;
    size_t over;       /* token of the word behind the line or "mỗi"; 0: none */
    size_t first;      /* token of the word that says so */
    size_t unit, unit_end; /* tokens of the words before the line where the figure has none: "tỷ lệ bác sĩ/vạn dân đạt 8,4"; else 0 */
    bool is_rough;     /* it is told only if it fits */
    bool is_density;   /* "mật độ 160 người/km²" */
    uint8_t power;     /* of ten, of how many it is told: 4 of "8,1 bác sĩ/10.000 dân", "bác sĩ/vạn dân" */
} Mean;

/* Whether @mention counts what the mean is taken over. */
bool mean_counts(const Scene *scene, const Mean *mean, const Mention *mention);
/* Whether it may count others than those, so that it is their count only where it fits: "1.240 lượt hộ", "96 đơn vị cấp xã". */
bool mean_is_loose(const Scene *scene, const Mean *mean, const Mention *count);
/* Whether @total counts how often what the mean counts was there: "9.675 lượt học viên … 45 học viên/lớp". */
bool mean_has_turns(const Scene *scene, const Mean *mean, const Mention *total);
/* "8,1 bác sĩ/vạn dân", "52 triệu đồng/người" */
bool mean_is_over_people(const Scene *scene, const Mean *mean);
/* "bình quân 12,97 tiêu chí/xã", "bình quân mỗi xã đạt 12,97 tiêu chí", "tỷ lệ bác sĩ/vạn dân đạt 8,4": false if @mention is no mean over
 * something. */
bool mean_read(const Scene *scene, const Mention *mention, Mean *mean);
/* "(171 tiêu chí, bình quân 7,1 tiêu chí/xã)": whether @mention stands before the mean in its bracket. */
bool mean_is_beside(const Scene *scene, const Mean *mean, const Mention *mention);
/* By which power of ten the unit of @total is above that of the mean: 1 of tấn and tạ, 3 of tấn and kg; 0 if they are not such. */
unsigned mean_find_power(const Scene *scene, const Mean *mean, const Mention *total);
/* Whether @mention measures what the mean does, be it in a unit above, or counts those that the words before it name: "số học sinh 224.480 em". */
bool mean_has_unit(const Scene *scene, const Mean *mean, const Mention *mention);
/* Those that are plans or bases are left out, if others remain, and none stands beside the mean. */
size_t mean_drop_taken(const Reader *reader, const Mean *mean, const Mention **figures, size_t count);
/* Whether mean and count make about @total, so that it is worth judging: each is tried with each. */
bool mean_is_likely(const Scene *scene, const Mean *mean, const Mention *count, const Mention *total);
/* Whether @only is the only figure of the passage before the mean that counts what it is over, or is what it @is_total of, and no time stands
 * between. */
bool mean_is_only(const Reader *reader, const Mean *mean, const Mention *only, bool is_total);

#endif
