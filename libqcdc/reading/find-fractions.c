/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/coverage-private.h"
#include "reading/rate-private.h"
#include "reading/turns-private.h"
#include "reading/vote-private.h"

enum {
    MAX_RATES = 4,     /* percents behind a fraction that are tried */
    NOUN_SHOWN = 6,    /* tokens of the line's noun that its passage holds */
    RATE_REACH = 72,   /* tokens between a fraction and its percent */
    MARK_REACH = 6,    /* tokens before a bracket that may name what it is the height of */
    NOUN_REACH = 8     /* tokens behind a percent that may name what the line counts */
};

/* a/b, and the percents that may be theirs. */
typedef struct Line {
    const Mention *num, *den;
    size_t header;         /* the line of a header before it; SIZE_MAX: none */
    size_t first;          /* the token that its passage begins with */
    bool is_pair;          /* two measures: "Số buổi/số người …: 10/02" */
    bool is_mixed;         /* … because a header or their nouns say so */
    bool is_score;         /* "40,62/80 điểm" */
    bool is_change;        /* "cắt giảm 1.250/4.180 ngày": by how much of how much; told with its rate only */
    bool is_coverage;      /* "theo báo cáo của 15/17 xã": no percent is of it */
    Rate rates[MAX_RATES]; /* nearest first */
    bool is_bound[MAX_RATES];
    bool is_doubted;       /* the first one is bound, but what is told as a bound may be what each of them reached */
    size_t rate_count;
    bool is_in_turn;       /* the only one is told in turn of a row of lines: it is its percent, even where it does not fit */
} Line;

/* The line of a header that stands before @at in its sentence: "Số buổi tiếp dân/số người được tiếp: 10/02"; SIZE_MAX if there is none. */
static size_t find_header(const Scene *scene, size_t at)
{
    size_t start = scene_find_sentence_start(scene, at), reach = at > OPERAND_REACH ? at - OPERAND_REACH : 0;
    for (size_t i = at; i > start && i > reach; i--) {
        if (scene_is_mark(scene, i - 1, '/') && i < scene->token_count && scene->tokens[i].kind != TOKEN_NUMBER)
            return i - 1;
    }
    return SIZE_MAX;
}

/* Whether the header is one of two measures; of "…/tổng số" it is none. */
static bool is_pair_header(const Scene *scene, size_t line)
{
    return line != SIZE_MAX && (scene_has_words(scene, line + 1, "số") || scene_has_words(scene, line + 1, "lượt"));
}

/* Where the header "Số … /tổng số …" of @line begins that the line a/b at @at follows with nothing between but words; @at if there is none. */
static size_t find_header_start(const Scene *scene, size_t at, size_t line)
{
    size_t first = line;
    if (line == SIZE_MAX || !scene_is_cue(scene, line + 1, CUE_TOTAL) || operand_find_label(scene, at) != line + 1)
        return at;
    while (first > 0 && (first != operand_find_label(scene, first) || operand_is_inner_comma(scene, first - 1)))
        first = operand_find_label(scene, first - operand_is_inner_comma(scene, first - 1));
    return first;
}

static bool is_score(const Scene *scene, const Mention *den)
{
    return scene_is_cue(scene, den->token + 1, CUE_SCORE) || scene_has_words(scene, den->token + 1, "điểm");
}

/* Two nouns, or visits below the line: two measures side by side. */
static bool is_mixed(const Scene *scene, const Mention *num, const Mention *den)
{
    if (num->slash == 1 && num->noun_end > num->noun_first && num->noun_first < den->token && num->first_key != den->first_key)
        return true;
    return scene_has_words(scene, den->token + 1, "lượt");
}

static void add_rate(Line *line, const Rate *rate, bool is_bound)
{
    bool is_change = rate->is_other && !(rate->is_of_line && rate->mention->sign == 0);
    if (line->rate_count == MAX_RATES || is_change || (line->is_change && !rate->is_of_line))
        return;
    line->rates[line->rate_count] = *rate;
    line->is_bound[line->rate_count++] = is_bound;
}

/* Whether another figure that counts stands between: then a percent behind it is more likely its own. */
static bool has_count_between(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end; at = operand_step(scene, at)) {
        if (operand_get_count(scene, at) != NULL)
            return true;
    }
    return false;
}

static bool has_percent_between(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end; at = operand_step(scene, at)) {
        const Mention *mention = scene_get_figure(scene, at);
        if (mention != NULL && mention->percent)
            return true;
    }
    return false;
}

static bool is_hundred(const Mention *mention)
{
    static const QcdcDecimal hundred = {.coefficient = 100};
    return qcdc_decimal_compare(mention->value, hundred) == 0;
}

/* Whether all figures that count between two places are lines too: "35/35 cơ quan, 48/48 trường học, đạt 100%" is said of each. */
static bool do_lines_lead(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end; at = operand_step(scene, at)) {
        const Mention *mention = operand_get_count(scene, at);
        if (mention != NULL && mention->slash == 0)
            return false;
    }
    return true;
}

/* "160/262 xã có cử tri đi bầu đạt tỷ lệ 100%": so many reached it; of the line itself it is told behind a comma or in a bracket. */
static bool is_reached(const Line *line, const Rate *rate)
{
    bool is_all = qcdc_decimal_compare(line->num->value, line->den->value) == 0;
    return is_hundred(rate->mention) && !is_all && rate->open == SIZE_MAX && !rate->begins_piece;
}

/* A bound, not brought by "chiếm": "đạt trên 80%", "(gần 90%)". */
static bool is_limit(const Mention *mention)
{
    return mention->hedge != QCDC_HEDGE_NONE && mention->hedge != QCDC_HEDGE_ABOUT && mention->hedge != QCDC_HEDGE_ESTIMATE;
}

/* Whether what the percent is of is told by none, or by the words of what the line counts: "đạt trên 80% số doanh nghiệp", "… công đoàn của các doanh
 * nghiệp"; a noun of one word ("xã") is found in too many names ("tiêu chí cấp xã") but where it comes first. */
static bool names_counted(const Scene *scene, const Line *line, const Mention *percent)
{
    size_t at = percent->token + 1, noun = line->den->token + 1, most = at + NOUN_REACH;
    bool is_long = line->den->noun_end > noun + 1;
    while (at < most && (scene_is_cue(scene, at, CUE_TOTAL) || scene_is_word(scene, at, "số") || scene_is_word(scene, at, "các")))
        at++;
    if (scene->tokens[at].kind != TOKEN_WORD && scene->tokens[at].kind != TOKEN_CUE)
        return true;
    for (; at < most && scene->tokens[at].kind == TOKEN_WORD; at++) {
        bool is_same = scene_hash_token(scene, &scene->tokens[at]) == line->den->first_key;
        if (is_same && (!is_long || scene_hash_token(scene, &scene->tokens[at + 1]) == scene_hash_token(scene, &scene->tokens[noun + 1])))
            return true;
        if (!is_long)
            return false;
    }
    return false;
}

/* Whether words between the line and the percent have a percent of their own: "9/12 xã có số hộ dùng nước sạch đạt trên 80%". */
static bool has_owner(const Scene *scene, size_t from, size_t end)
{
    static const char *const words[] = {"có", "với"};
    for (size_t at = from; at < end; at++) {
        if (scene_is_cue(scene, at, CUE_RATE) || operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]))
            return true;
    }
    return false;
}

/* "đạt tỷ lệ dưới 3%" is of a rate that each has. */
static bool is_brought_alone(const Scene *scene, const Rate *rate)
{
    static const char *const rates[] = {"đạt tỷ lệ", "đạt tỉ lệ"};
    bool has_rate = operand_says_any(scene, rate->bringing, rate->bringing + 1, rates, sizeof rates / sizeof rates[0]);
    return rate->cue == CUE_REACH && !rate->begins_piece && operand_find_leader(scene, rate->mention) == CUE_REACH && !QCDC_FAULT("fractions-limit-rate", has_rate, false);
}

/* "11/14 doanh nghiệp đạt trên 80%", "9/12 xã (trên 80%)": so many are said to be so much, or each of them to have reached it. */
static bool is_told_as_limit(const Scene *scene, const Line *line, const Rate *rate)
{
    bool is_bracket = rate->open != SIZE_MAX && rate->bringing == rate->open + 1 && (rate->cue == CUE_NONE || rate->cue == CUE_REACH);
    if (!is_limit(rate->mention) || rate->is_other || rate->has_subject || rate->whole != NULL || line->is_pair)
        return false;
    if (is_bracket)
        return true;
    bool has_other = QCDC_FAULT("fractions-limit-owner", has_owner(scene, line->den->token + 1, rate->mention->token), false);
    return is_brought_alone(scene, rate) && !has_other && QCDC_FAULT("fractions-limit-object", names_counted(scene, line, rate->mention), true);
}

static void gather_behind(const Reader *reader, Line *line)
{
    const Scene *scene = &reader->scene;
    size_t from = line->den->token + 1, end = scene_find_sentence_end(scene, from);
    size_t clause = scene_find_clause_end(scene, from), open = operand_find_bracket(scene, line->num->token);
    if (end > from + RATE_REACH)
        end = from + RATE_REACH;
    for (int tries = 0; tries < 2 * MAX_RATES; tries++) {
        const Mention *mention = rate_find_next(reader, from, end);
        Rate rate;
        if (mention == NULL)
            return;
        from = mention->token + 1;
        rate_read(reader, mention, &rate);
        /* "617/748 đơn vị có lợi nhuận tăng gần 24%, giảm so với quý trước (27%)": a bracket is of the percent next before it */
        bool is_left = rate.open != SIZE_MAX && QCDC_FAULT("fractions-bracket", has_percent_between(scene, line->den->token + 1, rate.open), false);
        bool is_near = mention->token < clause && !has_count_between(scene, line->den->token + 1, mention->token) && line->rate_count == 0;
        is_near = is_near || (is_hundred(mention) && do_lines_lead(scene, line->den->token + 1, mention->token) && line->rate_count == 0);
        bool is_inside = operand_find_bracket(scene, mention->token) == open || rate.open != SIZE_MAX;
        is_left = is_left || QCDC_FAULT("fractions-reached", is_reached(line, &rate), false);
        bool is_next = is_near && is_inside && !is_left, is_told = is_next && is_told_as_limit(scene, line, &rate);
        if (is_limit(mention) && rate.has_subject && QCDC_FAULT("fractions-limit-subject", rate.first == line->den->token + 1, false))
            continue; /* a bound on something else is met by chance: "10/12 xã có tỷ lệ hộ khá đạt trên 80%" */
        line->is_doubted = line->is_doubted || is_told;
        /* of a whole of its own it is a second percent */
        if (rate.whole == NULL || qcdc_decimal_compare(rate.whole->value, line->den->value) == 0)
            add_rate(line, &rate, is_next && (is_told || rate_is_bound(&rate) || (line->is_change && rate.is_of_line)));
    }
}

/* "1.604/1.655 và 903/1.021 trẻ, lần lượt đạt 96,9% và 91,1%" */
static bool gather_in_turn(const Reader *reader, Line *line)
{
    const Mention *percent = turns_find_percent(reader, line->num);
    if (percent == NULL)
        return false;
    rate_read(reader, percent, &line->rates[0]);
    line->is_bound[0] = line->is_in_turn = true;
    line->rate_count = 1;
    return true;
}

/* "đạt 80,5% (62/77 đơn)", "đạt tỷ lệ 80,5%, với 62/77 đơn". */
static void gather_before(const Reader *reader, Line *line)
{
    const Scene *scene = &reader->scene;
    size_t start = scene_find_sentence_start(scene, line->num->token);
    const Mention *mention = scene_find_previous_figure(scene, line->num->token, start);
    if (mention == NULL || !mention->percent || line->num->token > mention->token + 24)
        return;
    Rate rate;
    rate_read(reader, mention, &rate);
    bool is_bracket = scene_is_mark(scene, line->num->token - 1, '(');
    add_rate(line, &rate, is_bracket && rate.cue != CUE_NONE);
}

/* The token behind the first words of what the line counts: "17/17 xã, thị trấn đạt chuẩn tiếp cận". */
static size_t find_shown_end(const Scene *scene, const Mention *den)
{
    size_t end = operand_find_noun_end(scene, den), most = den->token + NOUN_SHOWN;
    for (size_t at = den->token + 1; at < end; at++)
        most = operand_is_inner_comma(scene, at) ? at + NOUN_SHOWN : most;
    return end < most ? end : most;
}

static void make_draft(Reader *reader, const Line *line, const Rate *rate)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    draft_begin(draft, QCDC_CLAIM_FRACTION);
    operand_add(draft, QCDC_OPERAND_NUM, line->num, true);
    operand_add(draft, QCDC_OPERAND_DEN, line->den, true);
    if (rate != NULL)
        operand_add(draft, QCDC_OPERAND_PCT, rate->mention, true);
    draft->is_doubted = line->is_doubted && rate == &line->rates[0];
    operand_set_unit(draft, scene, line->den);
    draft_cover(draft, scene->tokens[line->first].start, scene->tokens[find_shown_end(scene, line->den) - 1].end);
}

/* The percent that fits, bound ones before others; else the first bound one; NULL if there is none. */
static const Rate *choose_rate(Reader *reader, const Line *line)
{
    for (int bound = 1; bound >= 0; bound--) {
        for (size_t i = 0; i < line->rate_count; i++) {
            if (line->is_bound[i] != (bound == 1))
                continue;
            make_draft(reader, line, &line->rates[i]);
            if (operand_fits(&reader->draft))
                return &line->rates[i];
        }
    }
    for (size_t i = 0; i < line->rate_count; i++) {
        if (line->is_bound[i])
            return &line->rates[i];
    }
    return NULL;
}

/* "hơn 2/3 giá trị giỏ hàng", "1/2 diện tích": a proportion in words, and no count of so many. */
static bool is_proportion(const Scene *scene, const Line *line)
{
    static const char *const masses[] = {"giá trị", "diện tích", "dân số", "số", "tổng", "chiều", "khối lượng", "thời gian", "quân số", "doanh thu", "chi phí", "vốn", "lượng", "sản lượng"};
    size_t at = line->den->token + 1;
    bool is_small = line->num->value.coefficient < 10 && line->den->value.coefficient < 10 && !line->num->is_padded && !line->den->is_padded && line->num->slash == 1;
    return is_small && (line->num->hedge != QCDC_HEDGE_NONE || scene_is_word(scene, at, "của") || operand_says_any(scene, at, at + 1, masses, sizeof masses / sizeof masses[0]));
}

/* Whether the percent is that of the others: "còn 5/630 hộ chưa giao đất, tỷ lệ hoàn thành 99,2%". */
static bool is_of_rest(Reader *reader, const Line *line, const Rate *rate)
{
    static const QcdcDecimal hundred = {.coefficient = 100};
    Mention rest = *rate->mention;
    Rate other = *rate;
    if (qcdc_decimal_subtract(hundred, rest.value, &rest.value, NULL) != QCDC_OK || rest.value.coefficient <= 0)
        return false;
    rest.hedge = QCDC_HEDGE_NONE;
    rest.has_other = 0;
    other.mention = &rest;
    make_draft(reader, line, &other);
    return operand_fits(&reader->draft);
}

/* "408/450 đại biểu tán thành (chiếm 84,3%)": of those present, and the percent of all; no slip explains it. */
static bool is_of_all_voters(const Reader *reader, const Line *line, const Rate *rate)
{
    return reader->draft.verdict == QCDC_VERDICT_INCONSISTENT && vote_may_be_of_all(&reader->scene, &reader->draft, line->num->token, rate->mention);
}

/* "9/11 huyện vượt tiến độ dự toán (66,7%)", "… cao hơn bình quân chung (72,5%)": the bracket says what they are above or below. */
static bool is_of_mark(const Scene *scene, const Line *line, const Rate *rate)
{
    static const char *const sides[] = {"vượt", "cao hơn", "thấp hơn", "trên", "dưới", "hơn"};
    static const char *const marks[] = {"kế hoạch", "dự toán", "tiến độ", "chỉ tiêu", "mục tiêu", "bình quân", "trung bình", "mức chung", "mặt bằng"};
    if (rate->open == SIZE_MAX || rate->open <= line->den->token)
        return false;
    size_t from = line->den->token + 1, near = rate->open > from + MARK_REACH ? rate->open - MARK_REACH : from;
    bool has_mark = operand_says_any(scene, near, rate->open, marks, sizeof marks / sizeof marks[0]);
    return QCDC_FAULT("fractions-mark", has_mark && operand_says_any(scene, from, rate->open, sides, sizeof sides / sizeof sides[0]), false);
}

/* Whether a percent that does not fit may be of something else than the line. */
static bool is_doubtful(Reader *reader, const Line *line, const Rate *rate)
{
    bool is_all = is_hundred(rate->mention) && qcdc_decimal_compare(line->num->value, line->den->value) < 0, has_words = false;
    for (size_t at = rate->bringing; at < rate->mention->token; at++)
        has_words = has_words || reader->scene.tokens[at].kind == TOKEN_WORD;
    /* "10/23 trường đạt mức tốt nghiệp 100%" */
    return (is_all && has_words) || is_of_all_voters(reader, line, rate) || is_of_mark(&reader->scene, line, rate) || is_proportion(&reader->scene, line) || rate_names_other(&reader->scene, rate, line->den) || is_of_rest(reader, line, rate);
}

static QcdcStatus keep_pair(Reader *reader, const Line *line, QcdcError *error)
{
    draft_begin(&reader->draft, QCDC_CLAIM_PAIR);
    operand_add(&reader->draft, QCDC_OPERAND_A, line->num, true);
    operand_add(&reader->draft, QCDC_OPERAND_B, line->den, true);
    operand_set_unit(&reader->draft, &reader->scene, line->den);
    if (is_pair_header(&reader->scene, line->header))
        draft_cover(&reader->draft, reader->scene.tokens[operand_find_label(&reader->scene, line->num->token)].start, line->num->start);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* The figures of the sentence, before the line: the percent may be of one of them. */
static void add_near(Reader *reader, const Line *line)
{
    const Scene *scene = &reader->scene;
    size_t start = scene_find_sentence_start(scene, line->num->token);
    for (const Mention *mention = line->num; mention > scene->mentions && (mention - 1)->token >= start && line->num - mention < MAX_RATES; mention--) {
        if (operand_is_count(mention - 1))
            operand_add_near(&reader->draft, mention - 1);
    }
}

static QcdcStatus keep_line(Reader *reader, const Line *line, QcdcError *error)
{
    const Rate *rate = choose_rate(reader, line);
    bool is_odd = line->is_pair || line->is_score;
    bool may_exceed = line->is_pair && !line->is_score && !line->is_mixed && rate != NULL && rate_is_bound(rate);
    if (rate != NULL && is_odd && !may_exceed) {
        make_draft(reader, line, rate);
        if (!operand_fits(&reader->draft))
            rate = NULL;
    }
    if (rate != NULL) {
        make_draft(reader, line, rate);
        draft_judge(&reader->draft);
        bool is_of_other = reader->draft.verdict == QCDC_VERDICT_INCONSISTENT && !line->is_in_turn && is_doubtful(reader, line, rate);
        bool is_open = reader->draft.verdict == QCDC_VERDICT_UNCHECKABLE && reader->draft.is_doubted;
        if (is_of_other || (is_open && is_of_rest(reader, line, rate))) {
            operand_take(reader, rate->mention, TAKEN_RATE);
            rate = NULL;
        }
    }
    if (rate == NULL && line->is_change)
        return QCDC_OK;
    operand_take(reader, line->num, TAKEN_LINE);
    operand_take(reader, line->den, TAKEN_LINE);
    if (rate == NULL && line->is_score)
        return QCDC_OK;
    if (rate == NULL && line->is_pair)
        return keep_pair(reader, line, error);
    if (rate != NULL && rate == &line->rates[0])
        operand_take(reader, rate->mention, TAKEN_RATE);
    make_draft(reader, line, rate);
    add_near(reader, line);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "96 tuyến phố văn minh trên tổng số 120 tuyến phố", "65 xã trên 181 xã": a line in words. */
static bool is_line_in_words(const Scene *scene, const Mention *num, const Mention *den)
{
    size_t at = operand_find_noun_end(scene, num);
    if (num->slash != 0 || den->slash != 0 || den->token < at || den->token > at + 4 || qcdc_decimal_compare(num->value, den->value) > 0)
        return false;
    bool says_on = scene_has_words(scene, at, "trên"), says_in = scene_has_words(scene, at, "trong");
    if (!says_on && !says_in)
        return false;
    for (size_t i = at + 1; i < den->token; i++) {
        if (!scene_is_cue(scene, i, CUE_TOTAL) && !scene_has_words(scene, i, "số") && !scene_is_cue(scene, i, CUE_HEDGE))
            return false;
    }
    return den->token > at + 1 || (says_on && num->first_key != 0 && num->first_key == den->first_key);
}

static bool begin_line(const Reader *reader, size_t index, Line *line)
{
    const Scene *scene = &reader->scene;
    line->num = &scene->mentions[index];
    line->den = line->num + 1;
    if (index + 1 >= scene->mention_count || !operand_is_count(line->num) || line->den->percent || line->den->points)
        return false;
    /* "trên 151 xã" looks like the bound of a class, but stands behind "65 xã" */
    bool is_line = line->num->slash == 1 && line->den->slash == 2, is_bound = !is_line && line->den->kind == MENTION_BOUND;
    if (line->den->kind != MENTION_FIGURE && !is_bound)
        return false;
    if (!is_line && !is_line_in_words(scene, line->num, line->den))
        return false;
    if (line->den->value.coefficient <= 0 || line->num->value.coefficient < 0 || line->num->sign != 0)
        return false;
    line->is_coverage = is_line && coverage_counts(scene, line->num);
    line->is_change = !line->is_coverage && operand_is_change(reader, line->num);
    return !operand_is_taken(reader, line->num, TAKEN_LINE | TAKEN_RANK | TAKEN_CHANGE | TAKEN_SPAN);
}

QcdcStatus reader_find_fractions(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i < scene->mention_count; i++) {
        Line line = {0};
        uint8_t power;
        if (!begin_line(reader, i, &line) || operand_read_of_many(scene, line.den->token - 1, &power) > 0)
            continue;
        line.header = find_header(scene, line.num->token);
        line.first = find_header_start(scene, line.num->token, line.header);
        line.is_mixed = QCDC_FAULT("fractions-header", is_pair_header(scene, line.header), false) || is_mixed(scene, line.num, line.den);
        line.is_pair = line.is_mixed || qcdc_decimal_compare(line.num->value, line.den->value) > 0;
        line.is_score = is_score(scene, line.den);
        if (!line.is_coverage && !gather_in_turn(reader, &line)) {
            gather_behind(reader, &line);
            gather_before(reader, &line);
        }
        QcdcStatus status = keep_line(reader, &line, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
