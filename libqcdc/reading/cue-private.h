/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CUE_PRIVATE_H
#define QCDC_CUE_PRIVATE_H

#include <qcdc/types.h>

/* A word, or some words, that tell what the figures about them are. One cue has many spellings (tỷ lệ, tỉ lệ; kế hoạch, KH). */
typedef enum Cue {
    CUE_NONE = 0,
    CUE_UP,          /* tăng, tăng thêm, ước tăng, tăng được, lên (before places) */
    CUE_DOWN,        /* giảm, giảm được, cắt giảm, hạ, mức giảm, tỷ lệ giảm */
    CUE_HIGHER,      /* cao hơn, nhiều hơn, lớn hơn */
    CUE_LOWER,       /* thấp hơn, ít hơn, kém */
    CUE_UNCHANGED,   /* không đổi, không thay đổi, giữ nguyên, không tăng không giảm */
    CUE_COMPARED,    /* so với, so, so sánh với */
    CUE_SAME_PERIOD, /* cùng kỳ, cùng kỳ năm trước, cùng kỳ năm ngoái, CKNT, CK, cùng kỳ năm (the year follows as a period) */
    CUE_BEFORE,      /* năm trước, năm ngoái, tháng trước, kỳ trước, quý trước, tuần trước, năm học trước */
    CUE_INDEX,       /* bằng (a percent or times follows) */
    CUE_TIMES,       /* lần */
    CUE_MULTIPLE,    /* gấp, tăng gấp, gấp hơn */
    CUE_DOUBLE,      /* gấp đôi; CUE_TRIPLE gấp ba */
    CUE_TRIPLE,
    CUE_POINTS,      /* điểm phần trăm, điểm % */
    CUE_SCORE,       /* điểm */
    CUE_PLACES,      /* bậc, hạng */
    CUE_SHARE,       /* chiếm, chiếm tỷ lệ, chiếm tỷ trọng, tương ứng, tương đương (a percent follows) */
    CUE_REACH,       /* đạt, đạt tỷ lệ, ước đạt, hoàn thành */
    CUE_RATE,        /* tỷ lệ, tỷ trọng, tỷ suất, chỉ số, mức độ hài lòng: what follows or precedes is a rate */
    CUE_EXCEED,      /* vượt */
    CUE_MISS,        /* chưa đạt, không đạt, thiếu, hụt */
    CUE_PLAN,        /* kế hoạch, KH, kế hoạch giao, kế hoạch năm, dự toán */
    CUE_TARGET,      /* mục tiêu, chỉ tiêu, nghị quyết */
    CUE_OF_WHICH,    /* trong đó, trong đó có, trong số đó, riêng */
    CUE_COMPRISING,  /* gồm, bao gồm, gồm có, cụ thể, chia ra, cụ thể như sau */
    CUE_REMAINDER,   /* còn lại, còn, số còn lại */
    CUE_FROM,        /* từ */
    CUE_TO_UP,       /* lên, lên thành, nâng lên, tăng lên */
    CUE_TO_DOWN,     /* xuống, xuống còn, giảm còn, giảm xuống còn, nay còn, đến nay còn */
    CUE_INTO,        /* thành */
    CUE_UNTIL,       /* đến (in ranges, or from … đến) */
    CUE_RANK,        /* xếp thứ, xếp hạng, thứ hạng, đứng thứ, vị trí thứ, vị trí, hạng */
    CUE_AVERAGE,     /* bình quân, trung bình, mỗi … bình quân */
    CUE_EACH,        /* mỗi */
    CUE_PER_YEAR,    /* /năm, mỗi năm, một năm, hằng năm, hàng năm */
    CUE_GROWTH,      /* tốc độ tăng, tốc độ tăng trưởng, tăng trưởng */
    CUE_CONTRIBUTE,  /* đóng góp */
    CUE_TOTAL,       /* tổng số, tổng, tổng cộng, tổng thu, tổng chi, toàn tỉnh có… only the words */
    CUE_OPENING,     /* kỳ trước chuyển sang, năm trước chuyển sang, tồn, tồn đầu kỳ */
    CUE_RECEIVED,    /* tiếp nhận, nhận, phát sinh, thụ lý, tiếp nhận mới, trong kỳ */
    CUE_RESOLVED,    /* đã giải quyết, giải quyết xong, giải quyết được, đã xử lý, hòa giải thành, đã xét xử */
    CUE_REMAINING,   /* còn lại, đang giải quyết, chưa giải quyết, chuyển kỳ sau, tồn cuối kỳ */
    CUE_HEDGE,       /* trên, hơn, gần, khoảng, dưới, …: only before a number; which one stands at the mention */
    CUE_AND,         /* và */
    CUE_WITH,        /* với, cho: joins two measures */
    CUE_OF,          /* trên, của, trong: "65 xã trên tổng số 181 xã" */
    CUE_END
} Cue;

/* The cue at the start of @text, folded NFC, whole words only, the longest spelling; its bytes into *@out_length, 0 if there is none. */
Cue cue_find(const char *text, size_t length, size_t *out_length);

#endif
