/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* What is left when some are taken out: "146 đơn; sau khi trừ 23 đơn trùng lặp, còn 123 đơn", "nếu không tính tiền sử dụng đất thì thu nội địa là
 * 39.850 triệu đồng", where both were told before. The words do not say of which figure it is taken; so only what fits is told. */
enum {
    MOST_TAKEN = 8,   /* figures that are taken out */
    LOOK_BACK = 16,   /* mentions before the words among which the whole is looked for */
    SENTENCES = 3,    /* their own and those before it, in which it stands */
    NAMED_MOST = 12,  /* tokens that name what is taken out */
    NAMED_LEAST = 2,  /* of which so many stand before its figure */
    NAMED_REACH = 12, /* tokens before its figure */
    LEAST = 100       /* what is left, without its point and the zeros at its end, where what is taken out is only named */
};

typedef struct Deduction {
    size_t at;     /* the words that say so */
    size_t end;    /* of their sentence */
    size_t start;  /* of the first sentence that is looked back over */
    const Mention *whole, *left;
    const Mention *taken[MOST_TAKEN];
    size_t count;
} Deduction;

static bool says_taken(const Scene *scene, size_t at)
{
    static const char *const words[] = {"trừ", "trừ đi", "loại trừ", "giảm trừ", "không tính", "chưa tính", "không kể", "chưa kể", "không bao gồm", "loại ra", "loại bỏ"};
    static const char *const others[] = {"khấu", "thuế", "ngoại", "phòng", "bài", "diệt", "phẩm"};
    bool is_other = at > 0 && (operand_says_any(scene, at - 1, at, others, sizeof others / sizeof others[0]) || scene_has_words(scene, at, "trừ trợ cấp"));
    return !is_other && operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

/* A level: no difference, plan or mean. */
static bool may_be(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    return operand_is_count(mention) && mention->first_key != 0 && mention->slash != 2 && mention->value.coefficient > 0 && !operand_is_change(reader, mention) &&
           !operand_is_quotient(scene, mention) && !operand_is_mean(scene, mention);
}

/* Whether it is told as what is left: "còn 123 đơn", "tổng số phải thi hành là 12.669 việc", "thì số thu là …". */
static bool is_left(const Scene *scene, size_t from, const Mention *mention)
{
    static const char *const words[] = {"thì", "tổng số", "còn", "còn lại", "số phải", "tổng"};
    for (size_t at = from; at < mention->token; at++) {
        bool is_cue = scene_is_cue(scene, at, CUE_REMAINDER) || scene_is_cue(scene, at, CUE_REMAINING) || scene_is_cue(scene, at, CUE_TOTAL);
        if (is_cue || operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]))
            return true;
    }
    return false;
}

/* Whether a figure before the words is the whole: what is left and what is taken out together. */
static bool find_whole(const Reader *reader, Deduction *deduction)
{
    const Scene *scene = &reader->scene;
    QcdcDecimal sum = deduction->left->value;
    for (size_t i = 0; i < deduction->count; i++)
        if (qcdc_decimal_add(sum, deduction->taken[i]->value, &sum, NULL) != QCDC_OK)
            return false;
    const Mention *left = deduction->left;
    for (const Mention *mention = left; mention > scene->mentions && left - mention < LOOK_BACK && mention[-1].token >= deduction->start;) {
        mention--;
        bool is_before = mention->token < deduction->at && qcdc_decimal_compare(mention->value, sum) == 0;
        if (is_before && may_be(reader, mention) && operand_shares_noun(scene, mention, left)) {
            deduction->whole = mention;
            return true;
        }
    }
    return false;
}

/* Figures behind the words, the last of which is what is left. */
static bool find_counted(const Reader *reader, Deduction *deduction)
{
    const Scene *scene = &reader->scene;
    size_t from = deduction->at;
    for (size_t at = deduction->at + 1; at < deduction->end && deduction->count < MOST_TAKEN; at = operand_step(scene, at)) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? operand_get_count(scene, at) : NULL;
        if (mention == NULL || !may_be(reader, mention))
            continue;
        deduction->left = mention;
        bool is_told = deduction->count > 0 && is_left(scene, from, mention);
        if (is_told)
            return operand_shares_noun(scene, mention, deduction->taken[0]) && find_whole(reader, deduction);
        if (deduction->count == 0 && scene_find_clause_end(scene, deduction->at) <= at)
            return false;
        deduction->taken[deduction->count++] = mention;
        from = mention_get_end(mention);
    }
    return false;
}

/* How many of the words that name what is taken out stand before @mention. */
static size_t count_named(const Scene *scene, size_t from, size_t end, const Mention *mention)
{
    size_t reach = mention->token > NAMED_REACH ? mention->token - NAMED_REACH : 0, same = 0;
    for (size_t word = from; word < end; word++) {
        bool is_met = false;
        for (size_t at = mention->token; at > reach && scene->tokens[at - 1].kind != TOKEN_NUMBER && !is_met; at--)
            is_met = scene_hash_token(scene, &scene->tokens[at - 1]) == scene_hash_token(scene, &scene->tokens[word]);
        same += is_met;
    }
    return same;
}

/* The words behind which what is left is told: "… thì", or a comma. */
static size_t find_named_end(const Scene *scene, const Deduction *deduction)
{
    size_t at = deduction->at + 1;
    while (at < deduction->end && at <= deduction->at + NAMED_MOST && scene->tokens[at].kind != TOKEN_MARK && scene->tokens[at].kind != TOKEN_NUMBER && !scene_is_word(scene, at, "thì"))
        at++;
    return scene_is_word(scene, at, "thì") || scene_is_mark(scene, at, ',') ? at : 0;
}

/* What is taken out is only named; its figure was told before, with the same words. */
static bool find_named(const Reader *reader, Deduction *deduction)
{
    const Scene *scene = &reader->scene;
    size_t end = find_named_end(scene, deduction);
    const Mention *left = end > 0 ? scene_find_next_figure(scene, end, deduction->end < end + NAMED_MOST ? deduction->end : end + NAMED_MOST) : NULL;
    if (left == NULL || !may_be(reader, left) || operand_strip_zeros(left->value) < LEAST)
        return false;
    deduction->left = left;
    for (const Mention *mention = left; mention > scene->mentions && left - mention < LOOK_BACK && mention[-1].token >= deduction->start;) {
        mention--;
        bool is_named = may_be(reader, mention) && operand_shares_noun(scene, mention, left) && count_named(scene, deduction->at + 1, end, mention) >= NAMED_LEAST;
        if (!is_named)
            continue;
        deduction->taken[0] = mention;
        deduction->count = 1;
        if (find_whole(reader, deduction))
            return true;
    }
    return false;
}

static QcdcStatus keep(Reader *reader, const Deduction *deduction, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    bool is_kept = false, is_named = deduction->taken[0]->token < deduction->at;
    operand_begin_sum(draft, QCDC_CLAIM_SIGNED_SUM, deduction->left, true);
    operand_add(draft, QCDC_OPERAND_PART, deduction->whole, !is_named && deduction->whole->token >= scene_find_sentence_start(scene, deduction->at));
    for (size_t i = 0; i < deduction->count; i++) {
        Mention less = operand_take_away(deduction->taken[i]);
        operand_add(draft, QCDC_OPERAND_PART, &less, !is_named);
    }
    operand_set_unit(draft, scene, deduction->left);
    QcdcStatus status = reader_keep(reader, draft, &is_kept, error);
    for (size_t i = 0; i < deduction->count && is_kept && !is_named; i++)
        operand_take(reader, deduction->taken[i], TAKEN_PART);
    if (is_kept)
        operand_take(reader, deduction->left, TAKEN_PART);
    return status;
}

QcdcStatus reader_find_deductions(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t at = 0; at < scene->token_count && status == QCDC_OK; at++) {
        if (!says_taken(scene, at))
            continue;
        Deduction deduction = {.at = at, .end = scene_find_sentence_end(scene, at), .start = operand_find_start(scene, at, SENTENCES)};
        deduction.end = deduction.end < at + OPERAND_REACH ? deduction.end : at + OPERAND_REACH;
        if (QCDC_FAULT("deductions", find_counted(reader, &deduction) || find_named(reader, &deduction), false))
            status = keep(reader, &deduction, error);
    }
    return status;
}
