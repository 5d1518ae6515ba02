/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/operand-private.h"
#include "reading/printed-date-private.h"

/* Words by which a period of the year is spoken of by right: an event, a comparison, a plan. */
static bool is_by_right(const Scene *scene, size_t at)
{
    static const char *const words[] = {"sơ kết", "hội nghị", "báo cáo", "kế hoạch", "so với", "cùng kỳ", "từ", "nghị quyết", "phương hướng",
                                        "quyết định", "kỳ họp", "cuối năm", "kết luận", "thông báo", "giao ban", "tiếp tục", "trong tháng"};
    size_t start = scene_find_sentence_start(scene, at), end = scene_find_sentence_end(scene, at);
    size_t from = at > start + 14 ? at - 14 : start, to = end < at + 14 ? end : at + 14;
    if (operand_says_any(scene, from, to, words, sizeof words / sizeof words[0]))
        return true;
    for (size_t i = from; i < to; i++) {
        if (i != at && scene->tokens[i].kind == TOKEN_PERIOD)
            return true;
    }
    return false;
}

static bool is_part_of_year(uint8_t kind)
{
    return kind == QCDC_PERIOD_HALF || kind == QCDC_PERIOD_QUARTER || kind == QCDC_PERIOD_TO_DATE;
}

/* A part of the year in the report of a year, or a longer one than the report's own: left over from the report before. */
static QcdcStatus read_leftover(Reader *reader, size_t at, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const QcdcPeriod *period = &scene->periods[scene->tokens[at].index];
    bool is_same_start = period->start == 0 || period->start == reader->own.start;
    bool is_other = reader->own.kind == QCDC_PERIOD_YEAR || period->count > reader->own.count;
    if (!is_part_of_year(period->kind) || !is_same_start || !is_other || is_by_right(scene, at))
        return QCDC_OK;
    draft_begin(&reader->draft, QCDC_CLAIM_LEFTOVER);
    draft_add_place(&reader->draft, QCDC_OPERAND_PRINTED, scene->tokens[at].start, scene->tokens[at].end);
    reader->draft.period = *period;
    reader->draft.base_period = reader->own;
    return reader_keep(reader, &reader->draft, NULL, error);
}

QcdcStatus reader_find_leftovers(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    if (reader->own.kind != QCDC_PERIOD_YEAR && !is_part_of_year(reader->own.kind))
        return QCDC_OK;
    for (size_t at = 0; at < scene->token_count && status == QCDC_OK; at++) {
        if (scene->tokens[at].kind == TOKEN_PERIOD)
            status = read_leftover(reader, at, error);
    }
    return status;
}
