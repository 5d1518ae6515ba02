/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/share-private.h"

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/exact-private.h"

enum {
    SHARE_REACH = 10, /* tokens behind a figure's noun to its share */
    NAME_REACH = 16,  /* tokens before a whole that may name it */
    LONGEST = 15,     /* bytes of a name that is a number; a longer one that is passed over is no name */
    WIDE_REACH = 10,  /* tokens behind a percent that may say of how much more it is */
    BOUND_WORDS = 3,  /* tokens between a noun and the measure that bounds it */
    PLAN_REACH = 64   /* tokens about a percent in which another is said to be of a plan */
};

static void add_whole(Portion *portion, const Mention *whole, bool is_bound)
{
    for (size_t i = 0; i < portion->whole_count; i++) {
        if (portion->wholes[i] == whole)
            return;
    }
    if (portion->whole_count == PORTION_WHOLES || whole == portion->part)
        return;
    portion->wholes[portion->whole_count] = whole;
    portion->is_bound[portion->whole_count++] = is_bound;
}

/* The figure that counts next before @at in the tokens from @start on; closed brackets are stepped over. */
static const Mention *find_count_before(const Reader *reader, size_t at, size_t start)
{
    size_t reach = at > OPERAND_REACH ? at - OPERAND_REACH : 0;
    while (at > start && at > reach) {
        at = operand_step_back(&reader->scene, at);
        const Mention *mention = operand_get_count(&reader->scene, at);
        if (mention != NULL && !operand_is_change(reader, mention))
            return mention;
    }
    return NULL;
}

/* Whether a number stands between that no value holds: the percent behind it is rather its own. */
static bool has_lost_number(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++)
        if (scene->tokens[at].kind == TOKEN_NUMBER && scene->tokens[at].end - scene->tokens[at].start > LONGEST)
            return true;
    return false;
}

/* "2.131 tàu dưới 15 mét": the count that a measure behind its noun bounds; @mention itself if it is none. */
static const Mention *leave_bound(const Scene *scene, const Mention *mention)
{
    const Mention *count = mention > scene->mentions ? mention - 1 : NULL;
    bool is_bound = mention->is_measure && (mention->hedge == QCDC_HEDGE_BELOW || mention->hedge == QCDC_HEDGE_ABOVE);
    bool is_counted = operand_is_count(count) && count->slash == 0 && count->noun_end > count->noun_first && !count->is_measure && count->scale < 6;
    if (!is_bound || !is_counted || mention->token > count->noun_end + BOUND_WORDS)
        return mention;
    for (size_t at = count->noun_end; at < mention->token; at++)
        if (scene->tokens[at].kind != TOKEN_WORD && !scene_is_cue(scene, at, CUE_HEDGE) && !scene_is_cue(scene, at, CUE_OF))
            return mention;
    return QCDC_FAULT("portion-bound", count, mention);
}

/* The part: the figure before the percent, in its clause. Above the line, if it is a/b: then the fraction has been read. */
static void find_part(const Reader *reader, Portion *portion)
{
    const Scene *scene = &reader->scene;
    size_t at = portion->rate.open != SIZE_MAX ? portion->rate.open : portion->rate.first;
    bool begins = at > 0 && at == scene_find_sentence_start(scene, portion->rate.mention->token) && QCDC_FAULT("portion-anew", true, false); /* "… 6 tỷ đồng (16,7%). Đến tháng 9 đạt 75%" */
    size_t start = begins ? at : scene_find_clause_start(scene, at > 0 ? at - 1 : 0);
    const Mention *part = find_count_before(reader, at, start);
    while (part != NULL && part->slash == 0 && QCDC_FAULT("portion-planned", operand_is_taken(reader, part, TAKEN_RATE), false))
        part = find_count_before(reader, part->token, start); /* "đạt 78,4% dự toán là 4.400 tỷ đồng và chiếm 86,3%": a plan is no part */
    part = part != NULL ? leave_bound(scene, part) : NULL;
    if (part != NULL && QCDC_FAULT("portion-plan-led", operand_find_leader(scene, part) == CUE_PLAN, false)) /* "(KH 20, đạt 120%)" */
        part = NULL;
    if (part != NULL && part->slash == 2)
        part--;
    if (portion->rate.open != SIZE_MAX && part != NULL && portion->rate.open > part->token + 16)
        part = NULL;
    if (part != NULL && has_lost_number(scene, part->token + 1, at))
        part = NULL;
    const Mention *before = portion->rate.mention - (portion->rate.mention > scene->mentions);
    bool is_base = portion->rate.open != SIZE_MAX && before->percent && mention_get_end(before) == portion->rate.open;
    if (QCDC_FAULT("portion-base", is_base, false)) /* "693 vụ (85,3%), hơn năm trước 3,1% (82,2%)" */
        part = NULL;
    portion->part = part;
}

/* Whether the words behind the percent name what @whole counts, word for word: "chiếm 64% số hồ sơ trực tuyến" and "4.000 hồ sơ trực tuyến". */
static bool is_named(const Scene *scene, const Rate *rate, const Mention *whole)
{
    size_t words = whole->noun_end - whole->noun_first;
    if (!rate->names_whole || words < 3 || words > 12)
        return false;
    for (size_t at = rate->mention->token + 1; at < rate->mention->token + 5 && at < scene->token_count; at++) {
        uint32_t start = scene->tokens[whole->noun_first].start, length = scene->tokens[whole->noun_end - 1].end - start;
        const char *text = scene->script->bytes + scene->tokens[at].start;
        if (qcdc_letters_match(text, scene->passage->end - scene->tokens[at].start, scene->script->bytes + start, length) > 0)
            return true;
    }
    return false;
}

/* "giải quyết tại chỗ 1.120 ý kiến": whether the piece before @at says that something was done. */
static bool says_done(const Scene *scene, size_t at)
{
    static const char *const words[] = {"giải quyết", "xử lý", "trả lời", "hòa giải thành", "thu hồi", "khám phá", "thi hành"};
    for (int steps = 0; at > 0 && steps < 8 && scene->tokens[at - 1].kind != TOKEN_MARK && scene->tokens[at - 1].kind != TOKEN_NUMBER; steps++) {
        at--;
        if (scene_is_cue(scene, at, CUE_RESOLVED) || operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]))
            return true;
    }
    return false;
}

/* "vốn đăng ký 815 triệu USD; thực hiện 619,4 triệu USD (76%)": what was done with the amount that stands right before. */
static bool is_realised(const Scene *scene, const Portion *portion, const Mention *whole)
{
    static const char *const words[] = {"thực hiện", "giải ngân"}, *const fillers[] = {"vốn", "đã", "mới", "được", "thực", "hiện", "giải", "ngân", "số", "là"};
    const Mention *part = portion->part;
    size_t at = mention_get_end(whole), first = at + 1;
    bool is_alike = whole->first_key != 0 && whole->noun_key == part->noun_key && whole->scale == part->scale && whole->scale >= 6;
    bool is_beside = (scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, ';')) && part->token > first && part->token <= first + 5;
    if (!is_alike || !is_beside || portion->rate.names_whole || portion->rate.cue == CUE_RATE)
        return false;
    for (at = first; at < part->token; at++) { /* "thực hiện chi 619 tỷ đồng" is of something else */
        bool is_filler = operand_says_any(scene, at, at + 1, fillers, sizeof fillers / sizeof fillers[0]);
        if (!is_filler && !scene_is_cue(scene, at, CUE_REACH) && !scene_is_cue(scene, at, CUE_HEDGE))
            return false;
    }
    return QCDC_FAULT("portion-realised", operand_says_any(scene, first, part->token, words, sizeof words / sizeof words[0]), false);
}

/* Whether a figure has its own share: "73,9 triệu USD, tương ứng 22%" beside which 61,5 triệu USD has another of the same whole. */
static const Mention *find_own_share(const Scene *scene, const Mention *whole, size_t end)
{
    size_t at = operand_find_noun_end(scene, whole);
    const Mention *next = scene_find_next_figure(scene, at, end < at + SHARE_REACH ? end : at + SHARE_REACH);
    if (next == NULL || !next->percent || next->points)
        return NULL;
    for (; at < next->token; at++)
        if (scene_is_cue(scene, at, CUE_SHARE) || (scene_is_mark(scene, at, '(') && at + 2 >= next->token))
            return next;
    return NULL;
}

/* Whether the part is the percent of what @whole has its own share of: "8.711 doanh nghiệp, chiếm 13%; trong đó 4.014 doanh nghiệp, chiếm 6%". */
static bool are_of_one(const Portion *portion, const Mention *whole, const Mention *share)
{
    Exact part = exact_multiply(exact_of(portion->part->value), exact_of(share->value));
    Exact other = exact_multiply(exact_of(whole->value), exact_of(portion->rate.mention->value));
    Exact tenth = exact_divide(other, exact_of_whole(10)), least = exact_subtract(other, tenth), most = exact_add(other, tenth);
    bool is_lost = exact_is_lost(part) || exact_is_lost(least) || exact_is_lost(most);
    return !is_lost && exact_compare(part, least) >= 0 && exact_compare(part, most) <= 0;
}

bool portion_names_wider(const Scene *scene, const Rate *rate, const Mention *whole)
{
    static const char *const words[] = {"cả nước", "toàn quốc", "thế giới", "toàn cầu", "toàn ngành", "toàn tỉnh", "toàn thành phố", "cả tỉnh"};
    size_t end = rate->mention->token + 1, from = whole->token > NAME_REACH ? whole->token - NAME_REACH : 0;
    while (end < scene->token_count && end < rate->mention->token + WIDE_REACH && (scene->tokens[end].kind == TOKEN_WORD || scene->tokens[end].kind == TOKEN_CUE))
        end++;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        bool is_said = operand_says_any(scene, rate->mention->token + 1, end, words + i, 1);
        if (is_said && !operand_says_any(scene, from, whole->token, words + i, 1))
            return QCDC_FAULT("portion-wider", true, false);
    }
    return false;
}

/* "thu nội địa 10.152 tỷ đồng, bằng 50,5% dự toán; thu khác 2.069 tỷ đồng, bằng 61,2%": in its sentence a percent is of a plan, and this one, which
 * no "chiếm" brings, may be too. */
static bool may_be_of_plan(const Scene *scene, const Rate *rate)
{
    size_t at = rate->mention->token, start = scene_find_sentence_start(scene, at), end = scene_find_sentence_end(scene, at);
    start = at > start + PLAN_REACH ? at - PLAN_REACH : start;
    end = end > at + PLAN_REACH ? at + PLAN_REACH : end;
    for (size_t i = start + 1; i < end && rate->cue != CUE_SHARE; i++) {
        if (!scene_is_cue(scene, i, CUE_PLAN) && !scene_is_cue(scene, i, CUE_TARGET))
            continue;
        for (size_t back = i; back > start && back + 4 > i; back--) {
            const Mention *mention = scene_get_figure(scene, back - 1);
            if (mention != NULL && mention->percent)
                return true;
        }
    }
    return false;
}

/* "tổng doanh thu 157.000 tỷ đồng, trong đó ba mã chiếm 67,6%": what is counted is no part of an amount. */
static bool are_apart(const Scene *scene, const Mention *part, const Mention *whole)
{
    bool is_amount = whole->scale >= 6, is_part_amount = part->scale >= 6;
    return part->first_key != 0 && whole->first_key != 0 && is_amount != is_part_amount && !operand_shares_noun(scene, part, whole);
}

/* "đạt tỷ lệ 82%" */
static bool says_rate(const Scene *scene, const Rate *rate)
{
    static const char *const words[] = {"đạt tỷ lệ", "đạt tỉ lệ"};
    return operand_says_any(scene, rate->bringing, rate->bringing + 1, words, sizeof words / sizeof words[0]);
}

/* "thụ lý 8.640 việc, trong đó có điều kiện thi hành 6.480 việc; đã thi hành xong 5.508 việc, đạt 85%": what stands between the two is enough for
 * the part, and may be what it was done of. */
static bool has_nearer(const Scene *scene, const Mention *part, const Mention *whole)
{
    size_t opening = portion_find_opening(scene, part->token);
    for (const Mention *between = part; --between > whole;) {
        bool is_alike = operand_is_count(between) && between->first_key == part->first_key && opening != SIZE_MAX && between->token > opening;
        if (is_alike && qcdc_decimal_compare(between->value, part->value) >= 0)
            return QCDC_FAULT("portion-nearer", true, false);
    }
    return false;
}

/* Whether @whole is said to be the whole of the part: a total, or the part is "trong đó", or the next figure of the same noun of which it was done. */
static bool is_said(const Reader *reader, const Portion *portion, const Mention *whole)
{
    const Scene *scene = &reader->scene;
    if (portion->rate.names_whole && whole->first_key != portion->part->first_key)
        return false;
    if (portion_names_wider(scene, &portion->rate, whole))
        return false;
    if (is_realised(scene, portion, whole))
        return true;
    const Mention *share = find_own_share(scene, whole, portion->part->token);
    bool is_open = portion->opening != SIZE_MAX && whole->token < portion->opening;
    if (QCDC_FAULT("portion-sibling", share != NULL && (!is_open || are_of_one(portion, whole, share)), false))
        return false;
    if (operand_is_total(scene, whole) && !are_apart(scene, portion->part, whole))
        return true;
    Cue leader = operand_find_leader(scene, portion->part);
    bool is_same = whole->first_key != 0 && operand_shares_noun(scene, whole, portion->part);
    /* "trong đó thu nội địa 10.152 tỷ đồng, đạt 50,51%" is of a plan that is not named */
    bool may_be_planned = QCDC_FAULT("portion-plan", portion->rate.cue == CUE_REACH && portion->rate.open == SIZE_MAX && !says_rate(scene, &portion->rate), false);
    if (is_same && !may_be_planned && portion->opening != SIZE_MAX && whole->token < portion->opening && portion->opening < whole->token + 40u)
        return true;
    bool is_done = leader == CUE_RESOLVED || (portion->rate.cue == CUE_REACH && says_done(scene, portion->part->token));
    return is_same && ((is_done && !has_nearer(scene, portion->part, whole)) || leader == CUE_OF_WHICH) && !portion->rate.names_whole;
}

size_t portion_find_opening(const Scene *scene, size_t at)
{
    size_t start = scene_find_sentence_start(scene, at), reach = at > OPERAND_REACH ? at - OPERAND_REACH : 0;
    while (at > start && at > reach) {
        at = operand_step_back(scene, at);
        if (scene_is_cue(scene, at, CUE_OF_WHICH) || scene_is_cue(scene, at, CUE_COMPRISING))
            return at;
    }
    return SIZE_MAX;
}

bool portion_has_break(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end; at = operand_step(scene, at)) {
        if (scene_is_mark(scene, at, ';'))
            return true;
    }
    return false;
}

/* Whether the percent is plainly a share of what was counted before: by "chiếm" or a bracket of its own. "đạt 98%" may be of those that were due,
 * "tương đương tỷ lệ 59%" of the whole capital, "(người Việt chiếm 75%)" is of the part. */
static bool is_plain(const Scene *scene, const Rate *rate)
{
    bool is_brought = rate->cue == CUE_SHARE && scene_has_words(scene, rate->bringing, "chiếm");
    if (rate->open == SIZE_MAX)
        return is_brought;
    for (size_t at = rate->open; at > 0 && at + 5 > rate->open && scene->tokens[at - 1].kind != TOKEN_NUMBER && scene->tokens[at - 1].kind != TOKEN_MARK; at--)
        if (scene_is_cue(scene, at - 1, CUE_RATE) || scene_is_cue(scene, at - 1, CUE_REACH))
            return false; /* "đạt tỷ lệ khá cao (73,6%)" */
    return rate->first == rate->mention->token || (is_brought && rate->bringing == rate->open + 1);
}

/* How many figures of the part's noun stand in the tokens @from … @end. */
static size_t count_rivals(const Reader *reader, const Mention *part, size_t from, size_t end)
{
    size_t count = 0;
    for (const Mention *mention; (mention = find_count_before(reader, end, from)) != NULL && count < PORTION_WHOLES; end = mention->token)
        count += mention->first_key == part->first_key;
    return count;
}

/* "… 330 vụ việc. Trong đó, hòa giải thành 264 vụ (80%)": of two such figures in the sentence before, @from … @end, either may be meant. */
static void settle_sentence_before(const Reader *reader, Portion *portion, size_t from, size_t end)
{
    bool is_sure = QCDC_FAULT("portion-before", is_plain(&reader->scene, &portion->rate) && count_rivals(reader, portion->part, from, end) < 2, true);
    size_t said = 0;
    for (size_t i = 0; i < portion->whole_count; i++)
        said += portion->is_bound[i] && portion->wholes[i]->token < end;
    for (size_t i = 0; i < portion->whole_count; i++)
        portion->is_bound[i] = portion->is_bound[i] && ((said == 1 && is_sure) || portion->wholes[i]->token >= end);
}

void portion_add_wholes(const Reader *reader, Portion *portion)
{
    const Scene *scene = &reader->scene;
    size_t at = portion->part->token, own = scene_find_sentence_start(scene, at);
    bool goes_on = own > 0 && scene_is_cue(scene, own, CUE_OF_WHICH) && QCDC_FAULT("portion-goes-on", true, false);
    size_t start = goes_on ? scene_find_sentence_start(scene, own - 1) : own;
    bool is_of_plan = QCDC_FAULT("portion-of-plan", may_be_of_plan(scene, &portion->rate), false);
    portion->opening = portion_find_opening(scene, at);
    for (int tries = 0; tries < PORTION_WHOLES; tries++) {
        const Mention *whole = find_count_before(reader, at, start);
        if (whole == NULL)
            break;
        at = whole->token;
        bool is_less = qcdc_decimal_compare(whole->value, portion->part->value) < 0;
        if (is_less && !(tries == 0 && scene_has_words(scene, at - (at > 0), "trong")))
            continue;
        if (portion->named == NULL && is_named(scene, &portion->rate, whole))
            portion->named = whole;
        bool is_said_so = !is_of_plan && is_said(reader, portion, whole), is_listed = portion->opening != SIZE_MAX && at < portion->opening;
        is_listed = is_listed || (is_said_so && is_realised(scene, portion, whole));
        bool is_parted = portion_has_break(scene, is_listed ? portion->opening : at, portion->part->token) && !(is_listed && is_said_so);
        /* a round percent of a figure in another statement fits by chance, but that of a list, to the last digit */
        bool is_even = is_listed && QCDC_FAULT("portion-even", share_is_even(portion->part->value, whole->value, portion->rate.mention->value), false);
        if (is_parted && portion->rate.mention->last_power >= 0 && !is_said_so && !portion->rate.names_whole && !is_even)
            continue;
        add_whole(portion, whole, (tries < 4 || is_listed) && whole->slash == 0 && !is_parted && is_said_so);
    }
    if (goes_on)
        settle_sentence_before(reader, portion, start, own);
}

/* "107.721 người …, đạt 23,3% lực lượng lao động (463.000 người)": the bracket shows the whole of a smaller figure of its noun. */
static bool read_bracketed(const Reader *reader, Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Rate *rate = &portion->rate;
    const Mention *whole = rate->bracketed;
    bool is_brought = rate->cue == CUE_SHARE || rate->cue == CUE_REACH || rate->cue == CUE_RATE || rate->cue == CUE_INDEX;
    if (whole == NULL || rate->is_other || !is_brought || rate->mention->hedge != QCDC_HEDGE_NONE)
        return false;
    find_part(reader, portion);
    const Mention *part = portion->part;
    size_t at = part != NULL ? operand_find_noun_end(scene, part) : rate->first;
    while (at < rate->first && (scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '(')))
        at = operand_step(scene, at);
    if (at < rate->first || part == NULL || (part->hedge != QCDC_HEDGE_NONE && part->hedge != QCDC_HEDGE_ESTIMATE)) {
        portion->part = NULL;
        return false;
    }
    bool is_of_it = part->slash == 0 && part->first_key != 0 && whole->first_key != 0 && operand_shares_noun(scene, part, whole) &&
                    !are_apart(scene, part, whole) && qcdc_decimal_compare(part->value, whole->value) < 0;
    if (!QCDC_FAULT("portion-bracketed", is_of_it, false)) {
        portion->part = NULL;
        return false;
    }
    portion->named = portion->rate.whole = whole;
    return true;
}

bool portion_read_part(const Reader *reader, const Mention *mention, Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Rate *rate = &portion->rate;
    *portion = (Portion){.opening = SIZE_MAX};
    rate_read(reader, mention, &portion->rate);
    portion_read_front(reader, portion);
    if (portion->front != NULL || read_bracketed(reader, portion) || portion_read_behind(reader, portion) || rate->is_other || !rate_is_bound(rate))
        return false;
    if (rate->open == SIZE_MAX || rate->cue != CUE_NONE || rate->first == mention->token)
        find_part(reader, portion);
    /* "16.818 bài (19,78%), 68.218 điểm khá (80,22%)": a part that has its percent in a bracket of its own has no other in one */
    const Mention *own = portion->part != NULL && rate->open != SIZE_MAX ? find_own_share(scene, portion->part, rate->open) : NULL;
    if (own != NULL && own->token + 1 < rate->open && scene_is_mark(scene, own->token + 1, ')'))
        portion->part = NULL;
    return portion->part != NULL;
}

bool portion_read_object(const Reader *reader, Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Rate *rate = &portion->rate;
    bool is_open = (rate->has_object || rate->names_whole) && !rate->is_other && rate->open == SIZE_MAX && rate->begins_piece && rate->mention->last_power < 0;
    if (!is_open || portion->part != NULL || (rate->has_subject && !rate->names_whole))
        return false;
    find_part(reader, portion);
    uint32_t object = scene_hash_token(scene, &scene->tokens[rate->mention->token + 1]);
    bool is_same = portion->part != NULL && portion->part->slash == 0 && (portion->part->first_key == object || rate->names_whole);
    if (!QCDC_FAULT("portion-object", is_same, false)) {
        portion->part = NULL;
        return false;
    }
    portion_add_wholes(reader, portion);
    for (size_t i = 0; i < portion->whole_count; i++)
        portion->is_bound[i] = false;
    return true;
}

/* "1.240 hộ nghèo với 4.960 khẩu, chiếm 3,1% tổng số hộ (40.000 hộ)": of two measures side by side the part is that of the whole's noun. */
static void name_whole(const Scene *scene, Portion *portion)
{
    const Mention *whole = portion->named = portion->rate.whole;
    const Mention *first = operand_shares_noun(scene, portion->part, whole) ? NULL : share_find_beside(scene, portion->part);
    if (first != NULL && QCDC_FAULT("portion-beside", operand_shares_noun(scene, first, whole), false))
        portion->part = first;
}

void portion_read(const Reader *reader, const Mention *mention, Portion *portion)
{
    if (!portion_read_part(reader, mention, portion))
        return;
    /* a part above a line has its percent already; this one is of another whole */
    if (portion->part->slash != 1)
        portion_add_wholes(reader, portion);
    if (portion->rate.whole != NULL)
        name_whole(&reader->scene, portion);
}
