/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/vote-private.h"

#include "kernel/fault-private.h"

enum {
    BEHIND = 12 /* tokens behind a percent in which the vote may be told: "chiếm 43,09% tổng số đại biểu tán thành" */
};

bool vote_may_be_of_all(const Scene *scene, const Draft *draft, size_t from, const Mention *percent)
{
    static const char *const words[] = {"tán thành", "biểu quyết", "đồng ý", "nhất trí", "thông qua", "bỏ phiếu", NULL};
    static const char *const voters[] = {"đại biểu", "đbqh", "ý kiến", "phiếu", "ủy viên", "thành viên", NULL};
    size_t end = percent->token + 1, most = scene_find_sentence_end(scene, percent->token);
    bool is_vote = false, has_voters = false;
    if (draft->cause != QCDC_CAUSE_NONE || draft->expected_count == 0 || draft->expected->role != QCDC_OPERAND_PCT)
        return false;
    for (size_t at = from; at < most && at < end + BEHIND; at++) {
        is_vote = is_vote || scene_has_one_of(scene, at, words);
        has_voters = has_voters || scene_has_one_of(scene, at, voters);
    }
    return is_vote && has_voters && QCDC_FAULT("vote-all", qcdc_decimal_compare(percent->value, draft->expected->value) < 0, false);
}
