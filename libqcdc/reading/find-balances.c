/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/balance-private.h"

enum {
    MAX_TERMS = 20,  /* figures of one sentence that have a place in a balance */
    TERM_REACH = 14  /* tokens before and behind a figure in which the word stands that gives it its place */
};

/* A figure and its place in a balance. */
typedef struct Term {
    const Mention *mention;
    QcdcOperand role;
    bool is_loose; /* may be of some only: "còn 34 đơn trong hạn" */
} Term;

/* The terms of one sentence that count the same. */
typedef struct Balance {
    Term terms[MAX_TERMS];
    size_t count;
    bool is_stock; /* told from its beginning to its end: "đầu kỳ 120 hộ, … cuối kỳ còn 95 hộ" */
} Balance;

static bool is_stop(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    if (token->kind == TOKEN_NUMBER)
        return scene_get_figure(scene, at) != NULL;
    return token->kind == TOKEN_MARK && (token->mark == ',' || token->mark == ';' || token->mark == '.' || token->mark == '(' || token->mark == ')');
}

/* "phải giải quyết", "cần xử lý": all that there is to do. */
static bool says_due(const Scene *scene, size_t at)
{
    static const char *const words[] = {"đã và đang giải quyết", "lũy kế", "luỹ kế", "phải giải quyết", "phải xử lý", "cần giải quyết", "cần xử lý", "phải thi hành", "phải thụ lý", "phải xem xét"};
    return operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

static bool says_open(const Scene *scene, size_t at)
{
    static const char *const words[] = {"đang giải quyết", "chưa giải quyết", "đang xử lý", "đang xem xét", "đang thụ lý", "đang trong thời hạn", "tồn đọng",
                                        "đang tiếp tục", "đang xác minh", "chưa xử lý", "chưa hòa giải", "đang hòa giải", "chuyển kỳ sau", "chuyển sang kỳ sau"};
    return operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

static bool says_done(const Scene *scene, size_t at)
{
    static const char *const words[] = {"đã giải quyết", "đã xử lý", "giải quyết xong", "xử lý xong", "đã hòa giải thành", "đã trả kết quả", "đã hoàn thành", "đã trả lời", "trả lời", "đã thi hành"};
    return operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

static bool begins_stock(const Scene *scene, size_t at)
{
    static const char *const words[] = {"đầu kỳ", "đầu năm", "đầu tháng", "đầu quý", "đầu nhiệm kỳ"};
    bool is_span = at > 0 && (scene_is_cue(scene, at - 1, CUE_FROM) || scene_is_cue(scene, at - 1, CUE_COMPARED)); /* "từ đầu năm đến nay" */
    return !is_span && operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

static bool ends_stock(const Scene *scene, size_t at)
{
    static const char *const words[] = {"cuối kỳ", "cuối năm", "cuối tháng", "cuối quý", "cuối nhiệm kỳ", "tồn cuối kỳ"};
    bool is_compared = at > 0 && scene_is_cue(scene, at - 1, CUE_COMPARED);
    bool is_before = scene_is_cue(scene, at + 1, CUE_BEFORE) || scene_has_words(scene, at + 2, "ngoái") || scene_has_words(scene, at + 2, "trước");
    return !is_compared && !is_before && operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

/* What a stock grows by and what leaves it. */
static QcdcOperand get_stock_role(const Scene *scene, size_t at)
{
    static const char *const comes[] = {"tái nghèo", "tái cận nghèo", "phát sinh", "tuyển mới", "tuyển dụng", "kết nạp", "thành lập mới", "thành lập", "cấp mới",
                                        "nhập kho", "nhập trong kỳ", "thu trong kỳ", "thu trong năm", "tăng trong kỳ", "tăng trong năm", "chuyển đến", "nhập mới", "gia nhập"};
    static const char *const goes[] = {"thoát nghèo", "thoát cận nghèo", "thoát khỏi", "ra khỏi", "nghỉ việc", "nghỉ hưu", "thôi việc", "giải thể", "xóa tên", "từ trần",
                                       "xuất kho", "xuất trong kỳ", "chi trong kỳ", "chi trong năm", "giảm trong kỳ", "giảm trong năm", "chuyển đi", "chuyển khỏi", "xuất bán", "rời khỏi"};
    if (begins_stock(scene, at))
        return QCDC_OPERAND_OPENING;
    if (ends_stock(scene, at))
        return QCDC_OPERAND_REMAINING;
    if (operand_says_any(scene, at, at + 1, comes, sizeof comes / sizeof comes[0]))
        return QCDC_OPERAND_RECEIVED;
    return operand_says_any(scene, at, at + 1, goes, sizeof goes / sizeof goes[0]) ? QCDC_OPERAND_RESOLVED : QCDC_OPERAND_NONE;
}

/* The place that the word at @at gives, NONE if it gives none. */
static QcdcOperand get_role(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    if (says_due(scene, at))
        return QCDC_OPERAND_TOTAL;
    if (scene_has_words(scene, at, "đầu kỳ") || scene_has_words(scene, at, "đầu năm còn") || scene_has_words(scene, at, "cũ chuyển sang"))
        return QCDC_OPERAND_OPENING;
    if (says_open(scene, at))
        return QCDC_OPERAND_REMAINING;
    if (says_done(scene, at))
        return QCDC_OPERAND_RESOLVED;
    if (token->kind != TOKEN_CUE)
        return QCDC_OPERAND_NONE;
    switch ((Cue)token->cue) {
    case CUE_TOTAL:
        return QCDC_OPERAND_TOTAL;
    case CUE_OPENING:
        return QCDC_OPERAND_OPENING;
    case CUE_RECEIVED:
        return QCDC_OPERAND_RECEIVED;
    case CUE_RESOLVED:
        return QCDC_OPERAND_RESOLVED;
    case CUE_REMAINING:
    case CUE_REMAINDER:
        return QCDC_OPERAND_REMAINING;
    default:
        return QCDC_OPERAND_NONE;
    }
}

/* Which of two words in one piece decides: what is carried over, or all, whatever was done to it. */
static int rank_role(QcdcOperand role)
{
    switch (role) {
    case QCDC_OPERAND_OPENING:
        return 5;
    case QCDC_OPERAND_TOTAL:
        return 4;
    case QCDC_OPERAND_REMAINING:
        return 3;
    case QCDC_OPERAND_RESOLVED:
        return 2;
    case QCDC_OPERAND_RECEIVED:
        return 1;
    default:
        return 0;
    }
}

static void raise_role(QcdcOperand role, QcdcOperand *held)
{
    if (rank_role(role) > rank_role(*held))
        *held = role;
}

/* "tiếp nhận, giải quyết 162 hồ sơ": what was dealt with is what came in. */
static bool is_received_too(const Scene *scene, size_t at)
{
    return at >= 2 && (scene_is_mark(scene, at - 1, ',') || scene_is_cue(scene, at - 1, CUE_AND)) && scene_is_cue(scene, at - 2, CUE_RECEIVED);
}

bool balance_is_left_in_time(const Scene *scene, const Mention *mention)
{
    static const char *const words[] = {"trong hạn", "còn trong hạn", "đang trong hạn", "trong thời hạn"};
    Cue leader = operand_find_leader(scene, mention);
    return (leader == CUE_REMAINDER || leader == CUE_REMAINING) &&
           operand_says_any(scene, mention->token + 1, mention->token + 4, words, sizeof words / sizeof words[0]);
}

/* Whether the words about a figure say that it is of some only: how many were late, or in time. */
static bool is_of_some(const Scene *scene, const Mention *mention)
{
    static const char *const words[] = {"quá hạn", "đúng hạn", "trước hạn", "trễ hạn", "chậm", "trễ", "đến hạn", "sắp đến hạn", "trong hạn"};
    size_t from = mention->token, end = mention->token + 1;
    for (int steps = 0; from > 0 && steps < TERM_REACH && !is_stop(scene, from - 1); steps++)
        from--;
    for (int steps = 0; end < scene->token_count && steps < TERM_REACH && !is_stop(scene, end); steps++)
        end++;
    return operand_says_any(scene, from, end, words, sizeof words / sizeof words[0]);
}

static QcdcOperand get_any_role(const Scene *scene, size_t at, bool is_stock)
{
    QcdcOperand role = is_stock ? get_stock_role(scene, at) : QCDC_OPERAND_NONE;
    return role != QCDC_OPERAND_NONE ? role : get_role(scene, at);
}

QcdcOperand balance_find_role(const Scene *scene, const Mention *mention, bool is_stock)
{
    QcdcOperand role = QCDC_OPERAND_NONE;
    size_t at = mention->token;
    if (at > 0 && scene_is_word(scene, at - 1, "trong"))
        return QCDC_OPERAND_TOTAL;
    for (int steps = 0; at > 0 && steps < TERM_REACH && !is_stop(scene, at - 1); steps++)
        raise_role(get_any_role(scene, --at, is_stock), &role);
    if (role != QCDC_OPERAND_NONE)
        return role == QCDC_OPERAND_RESOLVED && QCDC_FAULT("balances-received", is_received_too(scene, at), false) ? QCDC_OPERAND_RECEIVED : role;
    at = mention->token + 1;
    for (int steps = 0; at < scene->token_count && steps < TERM_REACH && !is_stop(scene, at); steps++)
        raise_role(get_any_role(scene, at++, is_stock), &role);
    return role;
}

static const Mention *get_term(const Balance *balance, QcdcOperand role)
{
    for (size_t i = 0; i < balance->count; i++) {
        if (balance->terms[i].role == role)
            return balance->terms[i].mention;
    }
    return NULL;
}

static bool has_role(const Balance *balance, QcdcOperand role)
{
    return get_term(balance, role) != NULL;
}

/* "phát sinh mới 150 hộ (tái nghèo 32 hộ)", "…, trong đó tái nghèo 32 hộ": of what another term tells. */
static bool is_within(const Scene *scene, const Balance *balance, const Mention *mention)
{
    size_t at = mention->token, open = operand_find_bracket(scene, at);
    if (balance->count == 0)
        return false;
    for (int steps = 0; at > 0 && steps < TERM_REACH && !is_stop(scene, at - 1); steps++)
        if (scene_is_cue(scene, --at, CUE_OF_WHICH))
            return true;
    return open != SIZE_MAX && open > balance->terms[0].mention->token;
}

/* Adds a figure of the sentence if it has a place. */
static void add_term(const Reader *reader, Balance *balance, const Mention *mention)
{
    if (!operand_is_count(mention) || mention->slash != 0 || balance->count == MAX_TERMS || operand_is_change(reader, mention))
        return;
    if (balance->is_stock && QCDC_FAULT("balances-within", is_within(&reader->scene, balance, mention), false))
        return;
    QcdcOperand role = balance_find_role(&reader->scene, mention, balance->is_stock);
    bool is_loose = role == QCDC_OPERAND_REMAINING && balance_is_left_in_time(&reader->scene, mention);
    if (role != QCDC_OPERAND_NONE && (is_loose || !QCDC_FAULT("balances-some", is_of_some(&reader->scene, mention), false)))
        balance->terms[balance->count++] = (Term){mention, role, is_loose};
}

/* "tiếp nhận 162 đơn (kỳ trước chuyển sang 22 đơn, tiếp nhận mới 140 đơn)": of two figures received the first is all that there is. */
static void settle_received(Balance *balance)
{
    Term *first = NULL;
    if (balance->is_stock || has_role(balance, QCDC_OPERAND_TOTAL))
        return;
    for (size_t i = 0; i < balance->count; i++) {
        if (balance->terms[i].role != QCDC_OPERAND_RECEIVED)
            continue;
        if (first != NULL) {
            first->role = QCDC_OPERAND_TOTAL;
            return;
        }
        first = &balance->terms[i];
    }
}

/* Of a stock what comes and what goes may be told one by one. */
static bool may_repeat(const Balance *balance, QcdcOperand role)
{
    return balance->is_stock && (role == QCDC_OPERAND_RECEIVED || role == QCDC_OPERAND_RESOLVED);
}

/* The first term of each place; whether a place was taken twice, so that the words leave open which is meant. */
static bool make_draft(Reader *reader, const Balance *balance, uint32_t left_out)
{
    Draft *draft = &reader->draft;
    bool is_doubtful = false;
    draft_begin(draft, QCDC_CLAIM_BALANCE);
    for (size_t i = 0; i < balance->count; i++) {
        const Term *term = &balance->terms[i];
        if ((left_out >> i & 1) != 0)
            continue;
        draft->is_far = draft->is_far || term->is_loose;
        if (draft_find(draft, term->role) != NULL && !may_repeat(balance, term->role))
            is_doubtful = true;
        else
            operand_add(draft, term->role, term->mention, true);
    }
    operand_set_unit(draft, &reader->scene, balance->terms[0].mention);
    return is_doubtful;
}

/* Whether there is enough to be balanced: what was done and what is left, and something they are of; or the three figures of what came in. */
static bool is_whole(const Balance *balance)
{
    bool came = has_role(balance, QCDC_OPERAND_TOTAL) || has_role(balance, QCDC_OPERAND_RECEIVED);
    bool went = has_role(balance, QCDC_OPERAND_RESOLVED) && has_role(balance, QCDC_OPERAND_REMAINING);
    return came && went && (!balance->is_stock || has_role(balance, QCDC_OPERAND_OPENING));
}

/* Whether a stock is told in order, and every figure of it in between has its place: then it may be told to miss. */
static bool is_plain(const Reader *reader, const Balance *balance)
{
    const Term *first = &balance->terms[0], *last = &balance->terms[balance->count - 1];
    size_t count = 0;
    if (first->role != QCDC_OPERAND_OPENING || last->role != QCDC_OPERAND_REMAINING || last->mention - first->mention >= READER_LOOK_BACK)
        return false;
    for (const Mention *mention = first->mention; mention <= last->mention; mention++)
        count += operand_is_count(mention) && operand_shares_noun(&reader->scene, mention, first->mention);
    return count == balance->count;
}

/* "hòa giải thành 26 vụ; chuyển cấp trên 03 vụ, còn 02 vụ": a figure between what was done and what is left that no word gives a place. */
static bool has_unplaced(const Reader *reader, const Balance *balance)
{
    const Scene *scene = &reader->scene;
    const Mention *done = get_term(balance, QCDC_OPERAND_RESOLVED), *left = get_term(balance, QCDC_OPERAND_REMAINING);
    if (balance->is_stock || done == NULL || left == NULL || left < done || left - done > MAX_TERMS)
        return false;
    for (size_t at = done->token + 1; at < left->token; at = operand_step(scene, at)) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? operand_get_count(scene, at) : NULL;
        if (mention != NULL && operand_shares_noun(scene, mention, done) && !operand_is_change(reader, mention) &&
            balance_find_role(scene, mention, false) == QCDC_OPERAND_NONE)
            return true;
    }
    return false;
}

/* "cũ chuyển sang 1.200 việc, thụ lý mới 3.600 việc, ủy thác 60 việc, tổng phải thi hành 4.740 việc": one between what there was and all that there is. */
static bool has_unplaced_before(const Reader *reader, const Balance *balance)
{
    const Scene *scene = &reader->scene;
    const Mention *opening = get_term(balance, QCDC_OPERAND_OPENING), *total = get_term(balance, QCDC_OPERAND_TOTAL);
    if (opening == NULL || total == NULL || total < opening || total - opening > MAX_TERMS)
        return false;
    for (size_t at = opening->token + 1; at < total->token; at = operand_step(scene, at)) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? operand_get_count(scene, at) : NULL;
        if (mention != NULL && operand_shares_noun(scene, mention, total) && balance_find_role(scene, mention, balance->is_stock) == QCDC_OPERAND_NONE)
            return true;
    }
    return false;
}

/* What was done and what is left are no parts of a sum besides. */
static QcdcStatus keep(Reader *reader, const Balance *balance, QcdcError *error)
{
    bool kept = false;
    QcdcStatus status = reader_keep(reader, &reader->draft, &kept, error);
    for (size_t i = 0; i < balance->count && kept; i++) {
        QcdcOperand role = balance->terms[i].role;
        if (role == QCDC_OPERAND_RESOLVED || role == QCDC_OPERAND_REMAINING)
            operand_take(reader, balance->terms[i].mention, TAKEN_BALANCE);
    }
    return status;
}

static QcdcStatus keep_balance(Reader *reader, Balance *balance, QcdcError *error)
{
    settle_received(balance);
    if (!is_whole(balance))
        return QCDC_OK;
    bool is_doubtful = make_draft(reader, balance, 0);
    if (is_doubtful && !operand_fits(&reader->draft)) {
        /* one of the terms that share a place may be left out */
        for (size_t i = 0; i < balance->count; i++) {
            make_draft(reader, balance, (uint32_t)1 << i);
            if (operand_fits(&reader->draft))
                return keep(reader, balance, error);
        }
        return QCDC_OK;
    }
    make_draft(reader, balance, 0);
    reader->draft.is_far = reader->draft.is_far || (balance->is_stock && QCDC_FAULT("balances-plain", !is_plain(reader, balance), false));
    reader->draft.is_far = reader->draft.is_far || QCDC_FAULT("balances-unplaced", has_unplaced(reader, balance), false);
    reader->draft.is_far = reader->draft.is_far || QCDC_FAULT("balances-between", has_unplaced_before(reader, balance), false);
    return keep(reader, balance, error);
}

/* Takes out of @all the terms that count what its term @which counts; false if an earlier term counts the same. */
static bool choose_terms(const Scene *scene, const Balance *all, size_t which, Balance *balance)
{
    const Mention *chosen = all->terms[which].mention;
    balance->count = 0;
    balance->is_stock = all->is_stock;
    for (size_t i = 0; i < all->count; i++) {
        if (i < which && all->terms[i].mention->first_key == chosen->first_key)
            return false;
        if (QCDC_FAULT("balances-noun", operand_shares_noun(scene, all->terms[i].mention, chosen), true))
            balance->terms[balance->count++] = all->terms[i];
    }
    return chosen->first_key != 0 && balance->count > 2;
}

/* Whether the sentence @start … @end tells what there was at a beginning and, behind it, what there is at its end. */
static bool tells_stock(const Scene *scene, size_t start, size_t end)
{
    bool has_begun = false;
    for (size_t at = start; at < end; at++) {
        has_begun = has_begun || begins_stock(scene, at);
        if (has_begun && ends_stock(scene, at))
            return true;
    }
    return false;
}

static QcdcStatus read_sentence(Reader *reader, size_t *index, size_t end, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Balance all = {.count = 0, .is_stock = tells_stock(scene, scene_find_sentence_start(scene, scene->mentions[*index].token), end)}, balance;
    for (; *index < scene->mention_count && scene->mentions[*index].token < end; (*index)++)
        add_term(reader, &all, &scene->mentions[*index]);
    for (size_t i = 0; i < all.count; i++) {
        if (!choose_terms(scene, &all, i, &balance))
            continue;
        QcdcStatus status = keep_balance(reader, &balance, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}

QcdcStatus reader_find_balances(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    size_t index = 0;
    while (index < scene->mention_count) {
        size_t at = scene->mentions[index].token, end = scene_find_sentence_end(scene, at);
        QcdcStatus status = read_sentence(reader, &index, end > at ? end : at + 1, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
