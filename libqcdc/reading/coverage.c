/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/coverage-private.h"

#include "kernel/fault-private.h"

enum {
    LEAD = 4,  /* words before "báo cáo" by which what follows is drawn from it */
    OWNERS = 12 /* tokens between a figure and "có số liệu" */
};

/* "theo báo cáo của", "tổng hợp báo cáo của"; what was received or drawn up is itself counted: "nhận báo cáo của 15 xã". */
static bool is_drawn_from(const Scene *scene, size_t at)
{
    static const char *const sources[] = {"báo cáo của", "số liệu của", "báo cáo từ", "số liệu từ", NULL};
    static const char *const leads[] = {"theo", "tổng hợp", "qua", "trên cơ sở", "căn cứ", NULL};
    if (at < 3 || (!scene_has_one_of(scene, at - 2, sources) && !scene_has_one_of(scene, at - 3, sources)))
        return false;
    for (size_t back = 2; back <= LEAD + 2 && back <= at; back++)
        if (scene_has_one_of(scene, at - back, leads))
            return true;
    return false;
}

/* "tính trên 12/15 huyện có số liệu". */
static bool has_data(const Scene *scene, size_t at, size_t behind)
{
    if (at == 0 || !(scene_is_word(scene, at - 1, "tính trên") || (at > 1 && scene_is_word(scene, at - 2, "tính"))))
        return false;
    for (size_t end = behind + OWNERS; behind < end && behind < scene->token_count; behind++)
        if (scene_has_words(scene, behind, "có số liệu") || scene_has_words(scene, behind, "có báo cáo"))
            return true;
    return false;
}

bool coverage_counts(const Scene *scene, const Mention *figure)
{
    const Mention *first = figure->slash == 2 ? figure - 1 : figure;
    bool counts = is_drawn_from(scene, first->token) || has_data(scene, first->token, figure->token + 1);
    return QCDC_FAULT("coverage-counts", counts, false);
}
