/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/share-private.h"
#include "reading/vote-private.h"

/* When a share that does not fit its whole is no evidence: part, whole or percent may be of something else. */
enum {
    TOTAL_REACH = 8 /* tokens before a part in which it is told to be a total itself */
};

/* "44 ha" and "11.400 m2"; "311 triệu cổ phiếu" and "13.170 tỷ đồng". */
static bool have_other_units(const Scene *scene, const Mention *part, const Mention *whole)
{
    bool is_amount = whole->scale > 0 || whole->is_measure || part->scale > 0 || part->is_measure;
    bool is_bare = part->first_key == 0 && part->scale == 0 && whole->scale >= 6; /* "3,5 tỷ đồng; …: đất đai 148, giao thông 96" */
    if (QCDC_FAULT("portion-bare", is_bare, false))
        return true;
    return is_amount && part->first_key != 0 && whole->first_key != 0 && !operand_shares_noun(scene, part, whole);
}

/* "4 đảo" of "% tổng diện tích 4 đảo": a measure is named, and the figure counts. */
static bool names_measure(const Scene *scene, const Rate *rate, const Mention *whole)
{
    static const char *const measures[] = {"diện tích", "tổng diện tích", "doanh thu", "sản lượng", "vốn", "giá trị", "kim ngạch", "dân số"};
    size_t from = rate->mention->token + 1, count = sizeof measures / sizeof measures[0];
    count -= operand_counts_people(scene, whole); /* whom a population counts */
    return whole->token > from && !whole->is_measure && whole->scale == 0 && operand_says_any(scene, from, whole->token, measures, count);
}

/* "A có tổng vốn 5,08 tỷ USD, B có tổng vốn 2,62 tỷ USD, chiếm 15,7%", "trên tổng số hơn 44 ha": the part is a total too. */
static bool is_total_itself(const Scene *scene, const Mention *part)
{
    size_t from = part->token > TOTAL_REACH ? part->token - TOTAL_REACH : 0;
    for (size_t at = part->token; at > from; at--) {
        const Token *token = &scene->tokens[at - 1];
        if (token->kind == TOKEN_CUE && token->cue == CUE_TOTAL)
            return true;
        if (token->kind == TOKEN_MARK || token->kind == TOKEN_NUMBER)
            return false;
    }
    return false;
}

/* "bán 1,2 triệu cổ phiếu trong tổng số 2,2 triệu cổ phiếu, còn 988.080 cổ phiếu, tỷ lệ 0,03%": the whole is that of another part, or is one. */
static bool is_of_line(const Reader *reader, const Mention *part, const Mention *whole)
{
    return operand_is_taken(reader, whole, TAKEN_LINE) && whole->slash == 0 && part + 1 != whole;
}

/* "tại A 4.000 người (92%), tại B 300 người (92%)": shares of one whole are no more than all of it; these are each of its own. */
static bool exceed_together(const Reader *reader, const Portion *portion)
{
    static const QcdcDecimal most = {.coefficient = 150}; /* one of them may be a slip */
    const Scene *scene = &reader->scene;
    const Mention *percent = portion->rate.mention;
    size_t start = scene_find_sentence_start(scene, percent->token), end = scene_find_sentence_end(scene, percent->token);
    size_t index = (size_t)(percent - scene->mentions), first = index > READER_LOOK_BACK / 2 ? index - READER_LOOK_BACK / 2 : 0;
    QcdcDecimal sum = {0};
    if (portion->rate.open == SIZE_MAX || portion->rate.names_whole)
        return false;
    for (size_t i = first; i < scene->mention_count && i < index + READER_LOOK_BACK / 2 && scene->mentions[i].token < end; i++) {
        const Mention *mention = &scene->mentions[i];
        bool is_alike = mention->percent && !mention->points && mention->token > start && scene_is_mark(scene, mention->token - 1, '(') && scene_is_mark(scene, mention->token + 1, ')');
        if (is_alike && qcdc_decimal_add(sum, mention->value, &sum, NULL) != QCDC_OK)
            return false;
    }
    return qcdc_decimal_compare(sum, most) > 0;
}

/* "24 doanh nghiệp (kế hoạch là 20, đạt 120%)": what reached more than all is no share, if no slip explains it. */
static bool is_more_than_all(const Reader *reader, const Portion *portion, const Mention *whole)
{
    static const QcdcDecimal all = {.coefficient = 100};
    bool is_more = portion->rate.cue == CUE_REACH && qcdc_decimal_compare(portion->rate.mention->value, all) > 0 && qcdc_decimal_compare(portion->part->value, whole->value) < 0;
    return is_more && QCDC_FAULT("portion-more", reader->draft.cause == QCDC_CAUSE_NONE, false);
}

/* "mức đề nghị 1.200 tỷ đồng, sau thẩm tra 1.140 tỷ đồng, cắt giảm 60 tỷ đồng, chiếm 5%": what stands between the part and the percent is that of it. */
static bool is_of_difference(const Portion *portion, const Mention *whole)
{
    const Mention *part = portion->part, *percent = portion->rate.mention;
    for (const Mention *between = part + 1; between < percent; between++)
        if (operand_is_count(between) && between != whole && between->slash == 0 && qcdc_decimal_compare(whole->value, between->value) > 0 &&
            share_rounds_to(between->value, whole->value, percent->value))
            return QCDC_FAULT("portion-difference", true, false);
    return false;
}

/* "460 đại biểu tham gia biểu quyết, trong đó 455 đại biểu tán thành với tỷ lệ 91,55%": of all of them. */
static bool is_of_all_voters(const Reader *reader, const Portion *portion, const Mention *whole)
{
    size_t from = whole->token < portion->part->token ? whole->token : portion->part->token;
    return vote_may_be_of_all(&reader->scene, &reader->draft, from, portion->rate.mention);
}

/* "Trong đó 8.792 nhiệm vụ đã hoàn thành, 265 nhiệm vụ quá hạn (chiếm 2,9%)": what was late, or in time, is a share of what was due; figures of its
 * noun between it and the whole may be that. */
static bool is_of_due(const Reader *reader, const Portion *portion, const Mention *whole)
{
    static const char *const due[] = {"quá hạn", "trễ hạn", "chậm hạn", "đúng hạn", "trước hạn", "đúng thời hạn", "quá thời hạn"};
    const Scene *scene = &reader->scene;
    const Mention *part = portion->part;
    bool is_late = operand_says_any(scene, part->token > 4 ? part->token - 4 : 0, portion->rate.mention->token, due, sizeof due / sizeof due[0]);
    for (const Mention *between = part - 1; is_late && between > whole; between--)
        if (operand_is_count(between) && between->first_key == part->first_key && between->token > whole->token)
            return QCDC_FAULT("portion-due", true, false);
    return false;
}

/* "giải ngân 412,6 tỷ đồng, đạt 47,7%, trong đó đầu tư 298,4 tỷ đồng (61,4%)": what a part of it reached may be of a plan of its own too. */
static bool is_reached_too(const Reader *reader, const Portion *portion, const Mention *whole)
{
    const Scene *scene = &reader->scene;
    size_t at = mention_get_end(whole), opening = portion->opening;
    if (opening == SIZE_MAX || whole->token >= opening || portion->rate.cue == CUE_SHARE || reader->draft.cause != QCDC_CAUSE_NONE)
        return false;
    at += scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '(');
    const Mention *rate = scene_is_cue(scene, at, CUE_REACH) ? scene_find_next_figure(scene, at + 1, at + 4) : NULL;
    return QCDC_FAULT("portion-reached", rate != NULL && rate->percent && rate->token < opening, false);
}

bool portion_exceeds_together(const Reader *reader, const Portion *portion)
{
    return exceed_together(reader, portion);
}

bool portion_is_of_another(const Scene *scene, const Portion *portion, const Mention *whole)
{
    return QCDC_FAULT("portion-holder", rate_names_holder(scene, &portion->rate, whole), false) || portion_names_wider(scene, &portion->rate, whole);
}

bool portion_is_doubtful(const Reader *reader, const Portion *portion, const Mention *whole)
{
    const Scene *scene = &reader->scene;
    const Rate *rate = &portion->rate;
    return have_other_units(scene, portion->part, whole) || names_measure(scene, rate, whole) || is_total_itself(scene, portion->part) ||
           is_of_line(reader, portion->part, whole) || exceed_together(reader, portion) || (rate->whole == NULL && rate_names_other(scene, rate, whole)) ||
           portion_is_of_another(scene, portion, whole) || is_of_all_voters(reader, portion, whole) || is_of_due(reader, portion, whole) || is_more_than_all(reader, portion, whole) || is_of_difference(portion, whole) || is_reached_too(reader, portion, whole);
}

/* Whether only words stand between the figure before and the part: "1.604 công ty TNHH 1 thành viên", "56 bài điểm 0". */
const Mention *portion_find_outer(const Scene *scene, const Portion *portion)
{
    const Mention *part = portion->part, *outer = part > scene->mentions ? part - 1 : NULL;
    if (!operand_is_count(outer) || outer->slash != 0 || outer->noun_end <= outer->noun_first)
        return NULL;
    static const char *const verbs[] = {"có", "là", "đã", "được", "thì", "chỉ", NULL};
    for (size_t at = outer->token + 1; at < part->token; at++)
        if (scene->tokens[at].kind == TOKEN_MARK || scene->tokens[at].kind == TOKEN_PERIOD || scene_is_one_of(scene, at, verbs) || scene_is_cue(scene, at, CUE_AND) ||
            scene_is_cue(scene, at, CUE_OF) || scene_is_cue(scene, at, CUE_WITH) || scene_is_cue(scene, at, CUE_REACH) || scene_is_cue(scene, at, CUE_OF_WHICH))
            return NULL;
    return operand_is_total(scene, outer) ? NULL : outer;
}
