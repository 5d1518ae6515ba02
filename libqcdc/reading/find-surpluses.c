/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* "Xuất khẩu 1.118 triệu USD, nhập khẩu 1.306 triệu USD, nhập siêu 188 triệu USD": what is left of one flow by the other. */
enum {
    FIGURE_REACH = 14, /* tokens from the word to its figure */
    FLOW_REACH = 120,  /* tokens back to a flow */
    NEAR_SHARE = 4     /* what is told as left misses by this part of it at most, or is not told to */
};

/* The word of what is left, and those of the greater and the smaller flow. */
typedef struct Surplus {
    const char *word;
    const char *const *greater, *const *smaller;
    bool is_plain; /* nothing else enters into it: what is borrowed or carried over does into bội chi and kết dư */
} Surplus;

static const char *const exports[] = {"xuất khẩu", NULL}, *const imports[] = {"nhập khẩu", NULL};
static const char *const taken[] = {"thu ngân sách", "tổng thu", "thu cân đối", NULL}, *const spent[] = {"chi ngân sách", "tổng chi", "chi cân đối", NULL};
static const char *const taken_briefly[] = {"thu ngân sách", "tổng thu", "thu", NULL}, *const spent_briefly[] = {"chi", NULL};
static const char *const earned[] = {"doanh thu", "tổng doanh thu", NULL}, *const costs[] = {"chi phí", "tổng chi phí", NULL};

static const Surplus surpluses[] = {
    {"xuất siêu", exports, imports, true},
    {"nhập siêu", imports, exports, true},
    {"thặng dư", exports, imports, true},
    {"thặng dư", taken, spent, false},
    {"thâm hụt", imports, exports, true},
    {"thâm hụt", spent, taken, false},
    {"bội thu", taken, spent, false},
    {"bội chi", spent, taken, false},
    {"kết dư", taken, spent, false},
    {"kết dư", taken_briefly, spent_briefly, false}, /* "Thu 412 triệu đồng, chi 398 triệu đồng; kết dư 14 triệu đồng" */
    {"tồn quỹ", taken_briefly, spent_briefly, false},
    {"chênh lệch thu", taken, spent, true},
    {"lợi nhuận", earned, costs, false},
};

/* The first figure behind the word at @at, before any other clause; NULL if it is none that may be a flow. */
static const Mention *find_figure(const Reader *reader, size_t at)
{
    const Scene *scene = &reader->scene;
    size_t end = scene_find_clause_end(scene, at);
    const Mention *figure = scene_find_next_figure(scene, at, end < at + FIGURE_REACH ? end : at + FIGURE_REACH);
    bool is_flow = figure != NULL && operand_is_count(figure) && figure->slash == 0 && figure->first_key != 0 && !operand_is_change(reader, figure);
    return is_flow ? figure : NULL;
}

/* A flow that was found: its figure, and the token of its word. */
typedef struct Flow {
    const Mention *figure;
    size_t word;
} Flow;

/* The flow that was told last in the tokens @least … @before, of the unit of @left, by one of the words. */
static Flow find_flow(const Reader *reader, const char *const *words, size_t least, size_t before, const Mention *left)
{
    const Scene *scene = &reader->scene;
    for (size_t at = before; at-- > least;) {
        if (!scene_has_one_of(scene, at, words))
            continue;
        const Mention *figure = find_figure(reader, at);
        if (figure != NULL && figure->token < before && figure->first_key == left->first_key)
            return (Flow){figure, at};
    }
    return (Flow){NULL, 0};
}

/* Whether nothing in the tokens @from … @end narrows what is told: no partner, sector or goods; of what is left no period either. */
static bool is_of_all(const Scene *scene, size_t from, size_t end, bool may_be_dated)
{
    static const char *const words[] = {"xuất", "nhập", "khẩu", "siêu", "hàng", "hóa", "hoá", "thương", "mại", "là", "được", "ước", "trong", "tháng", "năm", "kỳ", "của", "tỉnh", "toàn",
                                        "thu", "chi", "tổng", "ngân", "sách", "nhà", "nước", "địa", "phương", "thặng", "dư", "thâm", "hụt", "chênh", "lệch", "mức", "ở", "kim", "ngạch",
                                        "cả", "trên", "bàn", "cân", "đối", "cán", "như", "vậy", "do", "đó", "nhờ", "vì", "thế", NULL};
    for (size_t at = from; at < end; at++) {
        const Token *token = &scene->tokens[at];
        bool is_dated = token->kind == TOKEN_PERIOD && may_be_dated;
        bool is_cue = token->kind == TOKEN_CUE && (token->cue == CUE_REACH || token->cue == CUE_HEDGE || token->cue == CUE_TOTAL || token->cue == CUE_OF || token->cue == CUE_AND);
        if (!is_dated && !is_cue && !scene_is_one_of(scene, at, words) && !scene_is_mark(scene, at, '-'))
            return false;
    }
    return true;
}

/* Whether the words before @at in its piece narrow nothing: "như vậy, xuất siêu …", but not "lũy kế xuất siêu …". */
static bool begins_plainly(const Scene *scene, size_t at)
{
    size_t from = at;
    while (from > 0 && at - from < FIGURE_REACH && scene->tokens[from - 1].kind != TOKEN_MARK && scene->tokens[from - 1].kind != TOKEN_NUMBER)
        from--;
    return from > 0 && scene->tokens[from - 1].kind == TOKEN_MARK && is_of_all(scene, from, at, false);
}

/* Whether what is told as left misses by a quarter at most, or by a slip of digits: else it may be something else. */
static bool is_near(Draft *draft)
{
    QcdcDecimal rest, miss, most = draft->numbers[0].value;
    draft_judge(draft);
    if (draft->cause == QCDC_CAUSE_SWAPPED_DIGITS || draft->cause == QCDC_CAUSE_SCALE)
        return true;
    if (qcdc_decimal_add(draft->numbers[1].value, draft->numbers[2].value, &rest, NULL) != QCDC_OK || qcdc_decimal_subtract(most, rest, &miss, NULL) != QCDC_OK)
        return false;
    miss.coefficient = miss.coefficient < 0 ? -miss.coefficient : miss.coefficient;
    if (miss.coefficient > INT64_MAX / NEAR_SHARE)
        return false;
    miss.coefficient *= NEAR_SHARE;
    return qcdc_decimal_compare(miss, most) <= 0;
}

/* Whether the three are told one by one of all goods or money, nothing else of their unit beside them: then it is wrong if they do not fit. */
static bool is_told(const Reader *reader, size_t at, const Mention *left, Flow greater, Flow smaller)
{
    const Scene *scene = &reader->scene;
    const Mention *first = greater.figure < smaller.figure ? greater.figure : smaller.figure, *last = greater.figure < smaller.figure ? smaller.figure : greater.figure;
    size_t end = mention_get_end(left);
    bool ends = end >= scene->token_count || scene_is_mark(scene, end, ',') || scene_is_mark(scene, end, ';') || scene_is_mark(scene, end, '.');
    if (!ends || first->token < scene_find_sentence_start(scene, at) || left < last || operand_find_bracket(scene, at) != SIZE_MAX)
        return false;
    for (const Mention *other = first; other < left; other++)
        if (other != first && other != last && (!other->percent || other->points))
            return false;
    for (size_t between = first->token; between < at; between++)
        if (scene_is_cue(scene, between, CUE_OF_WHICH))
            return false;
    return begins_plainly(scene, at) && is_of_all(scene, at, left->token, false) && is_of_all(scene, greater.word, greater.figure->token, true) &&
           is_of_all(scene, smaller.word, smaller.figure->token, true);
}

static QcdcStatus keep(Reader *reader, const Surplus *surplus, size_t at, const Mention *left, Flow greater, Flow smaller, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    Mention less = operand_take_away(smaller.figure);
    size_t start = scene_find_sentence_start(scene, at);
    bool is_beside = greater.figure->token >= start && smaller.figure->token >= start, is_kept = false;
    draft_begin(draft, QCDC_CLAIM_SIGNED_SUM);
    draft->mode = QCDC_PARTS_EXHAUSTIVE;
    operand_add(draft, QCDC_OPERAND_TOTAL, left, true);
    operand_add(draft, QCDC_OPERAND_PART, greater.figure, is_beside);
    operand_add(draft, QCDC_OPERAND_PART, QCDC_FAULT("surpluses-less", &less, smaller.figure), is_beside);
    draft_cover(draft, scene->tokens[at].start, scene->tokens[left->noun_end - 1].end);
    operand_set_unit(draft, scene, left);
    /* else it may be that of one partner, sector or period */
    draft->is_far = !(surplus->is_plain && QCDC_FAULT("surpluses-told", is_told(reader, at, left, greater, smaller), true) && is_near(draft));
    QcdcStatus status = reader_keep(reader, draft, &is_kept, error);
    if (is_kept)
        operand_take(reader, left, TAKEN_PART), operand_take(reader, smaller.figure, TAKEN_PART);
    return status;
}

/* The tokens in which its flows stand: before it, or in a bracket right behind it, "thặng dư 173,7 triệu USD (xuất khẩu …, nhập khẩu …)". */
static QcdcStatus find_flows(Reader *reader, const Surplus *surplus, size_t at, const Mention *left, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    size_t least = at > FLOW_REACH ? at - FLOW_REACH : 0, before = at, open = mention_get_end(left);
    for (int way = 0; way < 2; way++) {
        Flow greater = find_flow(reader, surplus->greater, least, before, left), smaller = find_flow(reader, surplus->smaller, least, before, left);
        if (greater.figure != NULL && smaller.figure != NULL && greater.figure != smaller.figure)
            return keep(reader, surplus, at, left, greater, smaller, error);
        if (!scene_is_mark(scene, open, '(') || operand_find_bracket_end(scene, open) > open + FLOW_REACH)
            break;
        least = open + 1;
        before = operand_find_bracket_end(scene, open);
    }
    return QCDC_OK;
}

QcdcStatus reader_find_surpluses(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t at = 0; at < scene->token_count && status == QCDC_OK; at++) {
        for (size_t i = 0; i < sizeof surpluses / sizeof surpluses[0] && status == QCDC_OK; i++) {
            const Mention *left = scene_has_words(scene, at, surpluses[i].word) ? find_figure(reader, at) : NULL;
            if (left != NULL)
                status = find_flows(reader, &surpluses[i], at, left, error);
        }
    }
    return status;
}
