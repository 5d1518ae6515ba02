/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/listing-private.h"
#include "reading/rate-private.h"

enum {
    MAX_SHARES = 32,   /* shares of one sentence */
    GROWTH_REACH = 80  /* tokens between a list and the whole's rate */
};

/* 1, -1: a growth, by the verb before it; 0: a level. */
static int get_way(const Scene *scene, const Mention *mention)
{
    if (mention->sign != 0)
        return mention->sign;
    switch (operand_find_leader(scene, mention)) {
    case CUE_UP:
    case CUE_GROWTH:
        return 1;
    case CUE_DOWN:
        return -1;
    default:
        return 0;
    }
}

/* The same of a whole's rate, whose growth may be named further before it: "Tốc độ tăng trưởng GRDP đạt 8,12%". */
static int get_whole_way(const Scene *scene, const Mention *mention)
{
    int way = get_way(scene, mention);
    size_t at = mention->token;
    for (int steps = 0; way == 0 && at > 0 && steps < 12; steps++) {
        if (scene->tokens[--at].kind == TOKEN_MARK)
            return 0;
        way = scene_is_cue(scene, at, CUE_GROWTH) ? 1 : 0;
    }
    return way;
}

static Mention sign_rate(const Mention *mention, int way)
{
    Mention rate = *mention;
    if (rate.value.coefficient < 0)
        rate.value.coefficient = -rate.value.coefficient;
    if (way < 0)
        rate.value.coefficient = -rate.value.coefficient;
    return rate;
}

/* The whole's rate: the percent next before the list, at its own depth. */
static const Mention *find_whole_rate(const Reader *reader, const Listing *listing)
{
    const Scene *scene = &reader->scene;
    size_t at = listing->before, start = scene_find_sentence_start(scene, at), reach = at > GROWTH_REACH ? at - GROWTH_REACH : 0;
    while (at > start && at > reach) {
        at = operand_step_back(scene, at);
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
        if (mention != NULL)
            return mention->percent && !mention->points ? mention : NULL;
    }
    return NULL;
}

/* The rates of the pieces as parts of @whole; how many: 0 if one of them is of another sort. */
static size_t add_rates(Reader *reader, const Listing *listing, bool are_growths)
{
    const Scene *scene = &reader->scene;
    size_t count = 0;
    for (size_t i = 0; i < listing->parts.count; i++) {
        const Part *part = &listing->parts.items[i];
        if (part->rate_count == 0 || part->count_count > 0)
            return 0;
        int way = get_way(scene, part->rates[0]);
        if (are_growths != (way != 0))
            return 0;
        Mention rate = sign_rate(part->rates[0], way);
        count += operand_add(&reader->draft, QCDC_OPERAND_PART, &rate, true);
    }
    return count;
}

/* The first growth of the tokens @from … @end, brackets entered; NULL if there is none. */
static const Mention *find_growth(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
        if (mention != NULL && mention->percent && !mention->points && get_way(scene, mention) != 0)
            return mention;
    }
    return NULL;
}

/* "78.340 tấn, tăng 5,6%; trong đó khai thác 51.120 tấn (tăng 3,1%), nuôi trồng 27.220 tấn (tăng 10,8%)": the growths told beside a total and
 * beside each of its parts. Others may not be told, so that only what fits is. */
static QcdcStatus find_growths_beside(Reader *reader, const Listing *listing, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *total = listing->total_count > 0 && !listing->is_seen ? listing->totals[0] : NULL;
    const Mention *whole = total != NULL && total->token < listing->before ? find_growth(scene, total->token + 1, listing->before) : NULL;
    if (whole == NULL || listing->parts.count < 2 || listing->parts.count > MAX_SHARES)
        return QCDC_OK;
    Mention rate = sign_rate(whole, get_way(scene, whole));
    draft_begin(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS);
    operand_add(&reader->draft, QCDC_OPERAND_TOTAL, &rate, true);
    for (size_t i = 0, next; i < listing->parts.count; i = next) {
        const Part *part = &listing->parts.items[i];
        for (next = i + 1; next < listing->parts.count && listing->parts.items[next].count_count == 0;) /* ", tăng 3,1%" belongs to it */
            next++;
        const Mention *growth = find_growth(scene, part->first, listing->parts.items[next - 1].end);
        if (growth == NULL)
            return QCDC_OK;
        rate = sign_rate(growth, get_way(scene, growth));
        operand_add(&reader->draft, QCDC_OPERAND_PART, &rate, true);
    }
    reader->draft.is_rate = 1;
    reader->draft.mode = QCDC_PARTS_SUBSET;
    reader->draft.is_far = 1;
    return reader->draft.number_count > 2 ? reader_keep(reader, &reader->draft, NULL, error) : QCDC_OK;
}

/* Whether a word of the list stands among the words of some piece before its rate. */
static bool names_branch(const Scene *scene, const Parts *parts, const char *const *words)
{
    for (size_t i = 0; i < parts->count; i++) {
        const Part *part = &parts->items[i];
        for (size_t at = part->first; part->rate_count > 0 && at < part->rates[0]->token; at++)
            if (scene_has_one_of(scene, at, words))
                return true;
    }
    return false;
}

/* Whether the pieces name all branches of industry, or of the economy; *@out_is_open: taxes less subsidies on products are left out. */
static bool are_all_branches(const Scene *scene, const Parts *parts, bool *out_is_open)
{
    static const char *const farming[] = {"nông", "khu vực i", NULL}, *const industry[] = {"công nghiệp", "khu vực ii", NULL}, *const services[] = {"dịch vụ", "khu vực iii", NULL};
    static const char *const mining[] = {"khai khoáng", "khai thác mỏ", NULL}, *const making[] = {"chế biến", NULL}, *const power[] = {"điện", NULL}, *const water[] = {"nước", NULL};
    static const char *const taxes[] = {"thuế", NULL};
    *out_is_open = false;
    if (names_branch(scene, parts, mining) && names_branch(scene, parts, making) && names_branch(scene, parts, power) && names_branch(scene, parts, water))
        return true;
    *out_is_open = !names_branch(scene, parts, taxes);
    return names_branch(scene, parts, farming) && names_branch(scene, parts, industry) && names_branch(scene, parts, services);
}

/* Whether the whole's rate lies beyond all rates of the draft by half a point: taxes less subsidies weigh little. */
static bool lies_far_out(const Draft *draft)
{
    static const QcdcDecimal half = {.coefficient = 5, .decimals = 1};
    const QcdcDecimal whole = draft->numbers[0].value;
    bool is_above = true, is_below = true;
    for (size_t i = 1; i < draft->number_count; i++) {
        QcdcDecimal above, below, part = draft->numbers[i].value;
        if (qcdc_decimal_subtract(whole, part, &above, NULL) != QCDC_OK || qcdc_decimal_subtract(part, whole, &below, NULL) != QCDC_OK)
            return false;
        is_above = is_above && qcdc_decimal_compare(above, half) >= 0;
        is_below = is_below && qcdc_decimal_compare(below, half) >= 0;
    }
    return is_above || is_below;
}

QcdcStatus listing_find_rates(Reader *reader, const Listing *listing, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    if (listing->parts.count > 0 && listing->parts.items[0].count_count > 0)
        return QCDC_FAULT("rates-beside", find_growths_beside(reader, listing, error), QCDC_OK);
    const Mention *whole = find_whole_rate(reader, listing);
    if (whole == NULL || listing->parts.count < 2)
        return QCDC_OK;
    int way = get_whole_way(scene, whole);
    Mention rate = sign_rate(whole, way);
    draft_begin(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS);
    operand_add(&reader->draft, QCDC_OPERAND_TOTAL, &rate, true);
    if (add_rates(reader, listing, way != 0) < 2)
        return QCDC_OK;
    reader->draft.is_rate = way != 0;
    reader->draft.mode = way != 0 && listing->opener != OPENER_COMPRISING ? QCDC_PARTS_SUBSET : QCDC_PARTS_EXHAUSTIVE;
    /* of some parts the others may lie on the other side; levels add up, or are of other wholes */
    bool is_all = QCDC_FAULT("rates-all", listing->opener == OPENER_COMPRISING, true) && !listing->parts.is_open && !listing->parts.is_cut;
    reader->draft.is_far = way == 0 || !is_all;
    bool is_open;
    if (way != 0 && !listing->parts.is_open && !listing->parts.is_cut && !listing->is_far && QCDC_FAULT("rates-branches", are_all_branches(scene, &listing->parts, &is_open), false) &&
        (!is_open || lies_far_out(&reader->draft))) {
        reader->draft.mode = QCDC_PARTS_EXHAUSTIVE;
        reader->draft.is_far = 0;
    }
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* Whether a percent is a share: nothing says that it is a change or a plan, and something that it is part of a whole. */
static bool is_share(const Reader *reader, const Mention *mention, bool is_structure)
{
    Rate rate;
    if (mention->kind != MENTION_FIGURE || !mention->percent || mention->points || operand_is_taken(reader, mention, TAKEN_CHANGE) ||
        mention->hedge != QCDC_HEDGE_NONE || mention->value.coefficient <= 0)
        return false;
    rate_read(reader, mention, &rate);
    bool is_other = get_way(&reader->scene, mention) != 0 || rate.cue == CUE_INDEX;
    return !is_other && (is_structure || rate.cue == CUE_SHARE || rate.open != SIZE_MAX);
}

/* Whether shares of a structure may be of several, or of several times: the first of them close to a hundred and the others divide them
 * again, or something is compared with, aimed at or named as a year among them. */
static bool are_of_several(const Scene *scene, const Mention *const *shares, size_t count)
{
    static const QcdcDecimal least = {.coefficient = 995, .decimals = 1}, most = {.coefficient = 1005, .decimals = 1};
    static const char *const words[] = {"trong khi", "trong đó", "chỉ tiêu", "mục tiêu", "dự toán", "đóng góp", "tạo ra"};
    size_t from = shares[0]->token, end = shares[count - 1]->token;
    QcdcDecimal sum = {0};
    for (size_t i = 0; i + 1 < count; i++)
        if (qcdc_decimal_add(sum, shares[i]->value, &sum, NULL) != QCDC_OK || (qcdc_decimal_compare(sum, least) > 0 && qcdc_decimal_compare(sum, most) < 0))
            return true;
    for (size_t at = from; at < end; at++) {
        const Token *token = &scene->tokens[at];
        bool is_other = token->kind == TOKEN_CUE && (token->cue == CUE_COMPARED || token->cue == CUE_HIGHER || token->cue == CUE_LOWER || token->cue == CUE_BEFORE);
        if (is_other || token->kind == TOKEN_PERIOD)
            return true;
    }
    return operand_says_any(scene, from, end, words, sizeof words / sizeof words[0]);
}

static QcdcStatus keep_closing(Reader *reader, const Mention *const *shares, size_t count, bool is_structure, QcdcError *error)
{
    Mention whole = {.value = {.coefficient = 100}, .percent = 1};
    QcdcDecimal sum = {0}, most = {.coefficient = 100}, far = {.coefficient = 130};
    Draft *draft = &reader->draft;
    draft_begin(draft, QCDC_CLAIM_SUM_OF_PARTS);
    draft->mode = QCDC_PARTS_EXHAUSTIVE;
    operand_add(draft, QCDC_OPERAND_TOTAL, &whole, false);
    for (size_t i = 0; i < count; i++) {
        operand_add(draft, QCDC_OPERAND_PART, shares[i], true);
        if (qcdc_decimal_add(sum, shares[i]->value, &sum, NULL) != QCDC_OK)
            return QCDC_OK;
    }
    /* a structure may leave out a part (taxes less subsidies), but hardly has more than all */
    bool is_told = is_structure && qcdc_decimal_compare(sum, most) > 0 && qcdc_decimal_compare(sum, far) < 0;
    draft->is_far = !is_told || are_of_several(&reader->scene, shares, count);
    return reader_keep(reader, draft, NULL, error);
}

/* The shares of the mentions @first … @end, all of which are to be shares of one whole; that they are more is told where the sentence @leads with that. */
static QcdcStatus read_clause(Reader *reader, size_t first, size_t end, bool is_structure, bool leads, QcdcError *error)
{
    const Mention *shares[MAX_SHARES];
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        const Mention *mention = &reader->scene.mentions[i];
        if (count < MAX_SHARES && is_share(reader, mention, is_structure))
            shares[count++] = mention;
    }
    return count >= 2 && count < MAX_SHARES ? keep_closing(reader, shares, count, is_structure && leads, error) : QCDC_OK;
}

/* Product taxes less subsidies are the last of the four that make a growth of GRDP: where they are told, all are. Other percents beside
 * the points are the growths of the four, and the first need not be the whole's. */
static bool tells_all(const Scene *scene, size_t first, size_t end, size_t percents, size_t count)
{
    static const char *const last[] = {"thuế sản phẩm", "thuế nhập khẩu", "thuế"};
    return percents == 1 && count >= 4 && operand_says_any(scene, scene->mentions[first].token, scene->mentions[end - 1].token, last, sizeof last / sizeof last[0]);
}

/* "Trong mức tăng chung 6,5%, nông nghiệp đóng góp 0,6 điểm phần trăm, …": points that add up to the growth they are brought to. */
static QcdcStatus read_points(Reader *reader, size_t first, size_t end, size_t percents, QcdcError *error)
{
    const Mention *whole = NULL;
    size_t count = 0;
    draft_begin(&reader->draft, QCDC_CLAIM_SUM_OF_PARTS);
    for (size_t i = first; i < end; i++) {
        const Mention *mention = &reader->scene.mentions[i];
        if (mention->kind == MENTION_FIGURE && mention->percent && !mention->points && whole == NULL) {
            whole = mention;
            operand_add(&reader->draft, QCDC_OPERAND_TOTAL, whole, true);
        } else if (mention->kind == MENTION_FIGURE && mention->points && whole != NULL) {
            Mention points = sign_rate(mention, get_way(&reader->scene, mention));
            count += operand_add(&reader->draft, QCDC_OPERAND_PART, &points, true);
        }
    }
    reader->draft.mode = QCDC_PARTS_EXHAUSTIVE;
    /* else other branches may bring the rest */
    reader->draft.is_far = QCDC_FAULT("rates-points", !tells_all(&reader->scene, first, end, percents, count), true);
    return count >= 2 ? reader_keep(reader, &reader->draft, NULL, error) : QCDC_OK;
}

/* "… chiếm tỷ trọng lớn trong cơ cấu kinh tế, trong đó công nghiệp chiếm 54% giá trị của ngành": behind "trong đó" some are told of. */
static bool says_structure(const Scene *scene, size_t from, size_t end)
{
    static const char *const words[] = {"cơ cấu", "tỷ trọng", "tỉ trọng"}, *const combined[] = {"kết hợp"}; /* of which one can have several */
    if (QCDC_FAULT("rates-combined", operand_says_any(scene, from, end, combined, 1), false))
        return false;
    for (size_t at = from; at < end; at++)
        from = QCDC_FAULT("rates-structure", scene_is_cue(scene, at, CUE_OF_WHICH), false) ? at : from;
    return operand_says_any(scene, from, end, words, sizeof words / sizeof words[0]);
}

/* "Tăng trưởng đạt 8,4%; cơ cấu kinh tế: nông nghiệp 22,5%, công nghiệp 41,3%, dịch vụ 36,2%": a structure behind ";" among the mentions @first … @end of a
 * sentence, up to the next one. */
static QcdcStatus read_later(Reader *reader, size_t first, size_t end, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = first + 1; i < end; i++) {
        size_t from = mention_get_end(&scene->mentions[i - 1]), at = from;
        while (at < scene->mentions[i].token && !scene_is_mark(scene, at, ';'))
            at++;
        if (at >= scene->mentions[i].token || !QCDC_FAULT("rates-later", says_structure(scene, at, scene->mentions[i].token), false))
            continue;
        size_t limit = scene_find_sentence_end(scene, at), last = i;
        for (size_t next = at + 1; next < limit; next = operand_step(scene, next))
            limit = scene_is_mark(scene, next, ';') ? next : limit;
        while (last < end && scene->mentions[last].token < limit)
            last++;
        return read_clause(reader, i, last, true, false, error);
    }
    return QCDC_OK;
}

QcdcStatus reader_find_closing(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    size_t index = 0;
    while (index < scene->mention_count) {
        size_t at = scene->mentions[index].token, start = scene_find_sentence_start(scene, at), end = scene_find_sentence_end(scene, at), first = index;
        size_t percents = 0, points = 0;
        for (; index < scene->mention_count && (scene->mentions[index].token < end || index == first); index++)
            percents += scene->mentions[index].percent, points += scene->mentions[index].points;
        if (points >= 2 && index - first <= 2 * MAX_SHARES) {
            QcdcStatus status = read_points(reader, first, index, percents, error);
            if (status != QCDC_OK)
                return status;
        }
        if (percents < 2 || index - first > 2 * MAX_SHARES)
            continue;
        bool leads = says_structure(scene, start, at);
        QcdcStatus status = read_clause(reader, first, index, leads, true, error);
        if (status == QCDC_OK && !leads)
            status = read_later(reader, first, index, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
