/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/parts-private.h"

enum {
    JOINED_MOST = 6,  /* words behind "và" that are another word for what a piece counts */
    GROUP_REACH = 80, /* tokens of what a nested "trong đó" opens */
    GRADE_REACH = 12  /* tokens from a grade to its figure, and to a better one before it */
};

static bool is_opening(const Scene *scene, size_t at)
{
    return scene_is_cue(scene, at, CUE_OF_WHICH) || scene_is_cue(scene, at, CUE_COMPRISING);
}

/* Whether @at stands between two pieces. */
static bool is_separator(const Scene *scene, size_t at)
{
    return scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, ';') || scene_is_cue(scene, at, CUE_AND);
}

static bool is_bullet(const Scene *scene, size_t at)
{
    return operand_begins_line(scene, at) || (scene_is_mark(scene, at, ';') || (at > 0 && scene_is_mark(scene, at - 1, ';')));
}

/* "tốt 97, khá 38, trung bình 03", "xuất sắc 82, tốt 301, hoàn thành 37, không hoàn thành 02": the grades of what is ranked, whose words mean
 * something else elsewhere. */
static bool is_grade(const Scene *scene, size_t at)
{
    static const char *const grades[] = {"trung bình", "hoàn thành", "không hoàn thành", "chưa hoàn thành", "đạt", "chưa đạt", "không đạt", NULL};
    static const char *const better[] = {"xuất sắc", "tốt", "giỏi", "khá"};
    const Mention *figure = scene_is_one_of(scene, at, grades) ? scene_find_next_figure(scene, at, at + GRADE_REACH) : NULL;
    return figure != NULL && !figure->percent && figure->value.decimals == 0 &&
           operand_says_any(scene, at > GRADE_REACH ? at - GRADE_REACH : 0, at, better, sizeof better / sizeof better[0]);
}

/* Whether a piece that begins at @at only says more of the one before it. */
static bool is_aside(const Scene *scene, size_t at)
{
    if (QCDC_FAULT("parts-grade", is_grade(scene, at), false))
        return false;
    if (scene_is_word(scene, at, "bằng"))
        return true;
    if (at >= scene->token_count || scene->tokens[at].kind != TOKEN_CUE)
        return false;
    switch ((Cue)scene->tokens[at].cue) {
    case CUE_WITH:
    case CUE_SHARE:
    case CUE_UP:
    case CUE_DOWN:
    case CUE_HIGHER:
    case CUE_LOWER:
    case CUE_UNCHANGED:
    case CUE_COMPARED:
    case CUE_REACH:
    case CUE_MISS:
    case CUE_INDEX:
    case CUE_MULTIPLE:
    case CUE_DOUBLE:
    case CUE_TRIPLE:
    case CUE_EXCEED:
    case CUE_CONTRIBUTE:
    case CUE_AVERAGE:
        return true;
    default:
        return false;
    }
}

/* Whether a piece of its own, without a figure, stands before the figure that begins what follows it. */
static bool has_bare_piece(const Scene *scene, const Part *part)
{
    const Mention *figure = part->count_count > 0 ? part->counts[0] : NULL;
    size_t at = figure != NULL ? figure->token : 0;
    if (figure == NULL || at <= (size_t)part->first + 1)
        return false;
    at -= scene_is_cue(scene, at - 1, CUE_HEDGE);
    if (!is_separator(scene, at - 1) || at - 1 <= part->first)
        return false;
    return !operand_is_inner_comma(scene, part->first > 0 ? part->first - 1 : 0);
}

/* Whether the last piece begins with its figure: "96 điều dưỡng". */
static bool leads_with_figure(const Scene *scene, const Parts *parts)
{
    const Part *last = parts->count > 0 ? &parts->items[parts->count - 1] : NULL;
    const Mention *figure = last != NULL && last->count_count > 0 ? last->counts[0] : NULL;
    return figure != NULL && figure->first_key != 0 && figure->token <= last->first + (size_t)scene_is_cue(scene, last->first, CUE_HEDGE);
}

/* "96 điều dưỡng và hộ sinh, 80 cán bộ khác": behind "và" another word for what the piece before counts, up to the mark at @end. */
static bool is_joined_noun(const Scene *scene, const Parts *parts, const Part *part, size_t end)
{
    static const char *const others[] = {"các", "một", "một số", "những", "nhiều", "năm", "còn lại", "số còn lại", "phần còn lại"};
    bool is_joined = part->first > 0 && scene_is_cue(scene, part->first - 1, CUE_AND) && leads_with_figure(scene, parts) && end > part->first && end <= part->first + JOINED_MOST;
    if (!is_joined || scene_hash_token(scene, &scene->tokens[part->first]) == parts->items[parts->count - 1].counts[0]->first_key) /* "2 trạm … và trạm cầu Mới" */
        return false;
    if (operand_says_any(scene, part->first, part->first + 1, others, sizeof others / sizeof others[0]) || scene_is_word(scene, end - 1, "khác"))
        return false;
    for (size_t at = part->first; at < end; at++)
        if (scene->tokens[at].kind != TOKEN_WORD)
            return false;
    return QCDC_FAULT("parts-joined", true, false);
}

/* Whether the words before the first figure of @part only go on with the piece before. */
static bool goes_on(const Scene *scene, const Parts *parts, const Part *part)
{
    const Mention *figure = part->count_count > 0 ? part->counts[0] : NULL;
    size_t at = figure != NULL ? figure->token : 0;
    if (figure == NULL || at < (size_t)part->first + 2)
        return false;
    at -= scene_is_cue(scene, at - 1, CUE_HEDGE);
    return scene_is_mark(scene, at - 1, ',') && is_joined_noun(scene, parts, part, at - 1);
}

/* "thưởng bình quân 4,4 triệu đồng, trong đó cao nhất 900 triệu đồng": the ends of a spread are no parts. */
static bool is_extreme(const Scene *scene, const Part *part, const Mention *mention)
{
    static const char *const words[] = {"cao nhất", "thấp nhất", "lớn nhất", "nhỏ nhất", "nhiều nhất", "ít nhất", "dài nhất", "ngắn nhất"};
    size_t from = mention->token > part->first + 12u ? mention->token - 12u : part->first;
    return operand_says_any(scene, from, mention->token, words, sizeof words / sizeof words[0]);
}

/* "Trong 62 dự án mới của 120 dự án", "một trong hai bài", "trong tổng số 5 hồ sơ": what another figure is of. */
static bool is_whole_of(const Scene *scene, const Mention *mention)
{
    size_t at = mention->token;
    while (at > 0 && at + 3 > mention->token && (scene_is_cue(scene, at - 1, CUE_TOTAL) || scene_is_word(scene, at - 1, "số") || scene_is_cue(scene, at - 1, CUE_HEDGE)))
        at--;
    if (at == 0)
        return false;
    bool is_next = mention > scene->mentions && scene_is_cue(scene, at - 1, CUE_OF) && (mention - 1)->noun_end == at - 1;
    return is_next || (at > 1 && scene_is_word(scene, at - 1, "trong"));
}

/* "thu 1.250 tỷ đồng, bình quân mỗi năm 250 tỷ đồng", "đạt 65% kế hoạch 135", "4 đơn/km2", "chia theo 2 loại": a mean, a plan, a quotient, how
 * many kinds there are, ranks and what the total is of are no parts. */
static bool is_beside(const Reader *reader, const Mention *mention)
{
    static const char *const by[] = {"theo", "chia theo", NULL};
    const Scene *scene = &reader->scene;
    size_t at = mention->token;
    bool counts_kinds = at > 0 && (scene_is_one_of(scene, at - 1, by) || (scene_is_word(scene, at - 1, "cả") && !(at > 1 && scene_is_cue(scene, at - 2, CUE_COMPRISING)))); /* "xử phạt cả 18 tàu": all of it */
    return counts_kinds || operand_is_taken(reader, mention, TAKEN_RANK) || operand_is_mean(scene, mention) ||
           operand_is_quotient(scene, mention) || operand_find_leader(scene, mention) == CUE_PLAN || is_whole_of(scene, mention);
}

static void add_figure(const Reader *reader, Part *part, const Mention *mention)
{
    bool is_other = QCDC_FAULT("parts-beside", is_beside(reader, mention), false);
    bool is_change = is_other || operand_is_change(reader, mention), is_count = operand_is_count(mention) && mention->slash != 2 && !is_change;
    is_count = is_count && !QCDC_FAULT("parts-extreme", is_extreme(&reader->scene, part, mention), false);
    if (is_count && part->count_count < PARTS_FIGURES)
        part->counts[part->count_count++] = mention;
    if (mention->percent && part->rate_count < PARTS_FIGURES)
        part->rates[part->rate_count++] = mention;
    part->change_count = (uint8_t)(part->change_count | (is_change && !mention->percent));
}

/* "…, trong khi cả năm ngoái là 52 đơn", "nhưng điểm sau khi chấm lại còn 32,2 điểm": what is set against the list may be no part of it. */
static bool turns_away(const Scene *scene, size_t at)
{
    static const char *const words[] = {"trong khi", "nhưng", "tuy nhiên", "song", NULL};
    return scene_has_one_of(scene, at, words);
}

static void begin_part(const Scene *scene, Part *part, size_t at)
{
    *part = (Part){.first = (uint32_t)at, .end = (uint32_t)at};
    while (at < scene->token_count && (scene_is_mark(scene, at, '-') || scene_is_mark(scene, at, '+')))
        at++;
    part->is_aside = is_aside(scene, at);
    part->is_apart = turns_away(scene, at);
    part->is_remainder = scene_is_cue(scene, at, CUE_REMAINDER) || scene_is_cue(scene, at, CUE_REMAINING);
}

/* Keeps the piece if it has a figure; else the next one goes on from where it began. */
static void end_part(const Scene *scene, Parts *parts, Part *part, size_t at, size_t next)
{
    part->end = (uint32_t)at;
    bool has_figure = part->count_count + part->rate_count + part->change_count > 0;
    uint32_t first = has_figure ? (uint32_t)next : part->first;
    bool opens = part->opens_group, closes = false;
    if (has_figure) {
        if (parts->count == PARTS_MAX) {
            parts->is_cut = true;
            return;
        }
        if (part->opens_group && parts->count > 0 && parts->first_group == SIZE_MAX)
            parts->first_group = parts->count;
        bool is_noun = goes_on(scene, parts, part);
        parts->has_joined = parts->has_joined || is_noun;
        parts->has_bare = parts->has_bare || (!is_noun && QCDC_FAULT("parts-bare", has_bare_piece(scene, part), false));
        parts->items[parts->count++] = *part;
        parts->end = (uint32_t)at;
        opens = false;
    }
    for (size_t i = at; i < next; i++)
        closes = closes || scene_is_cue(scene, i, CUE_AND);
    begin_part(scene, part, next);
    part->first = has_figure ? part->first : first;
    part->opens_group = (uint8_t)(opens || (next > at && is_bullet(scene, next)));
    part->closes_list = (uint8_t)closes;
}

/* The token behind what an opening word at @at brings into a list: the next ";" or new line; @limit if there is none. */
static size_t find_group_end(const Scene *scene, size_t at, size_t limit)
{
    size_t reach = limit - at < GROUP_REACH ? limit : at + GROUP_REACH;
    while (at < reach && !scene_is_mark(scene, at, ';') && !operand_begins_line(scene, at))
        at = operand_step(scene, at);
    return at < reach ? at : limit;
}

static bool is_ellipsis(const Scene *scene, size_t at)
{
    bool has_others = at > 0 && scene_is_cue(scene, at - 1, CUE_AND) && scene_has_words(scene, at, "một số");
    return has_others || scene_is_mark(scene, at, '~') || scene_has_words(scene, at, "v.v") || scene_has_words(scene, at, "vv") || scene_has_words(scene, at, "vân vân");
}

static size_t skip_separators(const Scene *scene, size_t at, size_t limit)
{
    while (at < limit && is_separator(scene, at))
        at++;
    return at;
}

/* "…, gồm có: – ": what stands between an opening word and the first piece. */
static size_t skip_opening(const Scene *scene, size_t at, size_t limit)
{
    static const char *const words[] = {"có", "như", "sau", "là", "số"};
    bool is_joining = true;
    while (at < limit && is_joining) {
        is_joining = is_separator(scene, at) || scene_is_mark(scene, at, ':') || scene_is_mark(scene, at, '-');
        for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
            is_joining = is_joining || (scene->tokens[at].kind == TOKEN_WORD && scene_has_words(scene, at, words[i]));
        at += is_joining;
    }
    return at;
}

/* Whether what begins at @at behind a ";" is a new statement, and no piece of the list. */
static bool is_new_statement(const Scene *scene, size_t at)
{
    static const char *const words[] = {"đã", "toàn", "hiện", "tính", "qua", "ngoài ra", "bên cạnh", "đến nay", "tổng", "đồng thời", "so với", "trong khi",
                                        "trong năm", "năm", "từ", "đạt", "tiếp tục", "thực hiện"};
    if (scene_is_cue(scene, at, CUE_RESOLVED) || scene_is_cue(scene, at, CUE_RECEIVED) || scene_is_cue(scene, at, CUE_TOTAL) ||
        scene_is_cue(scene, at, CUE_REACH) || scene_is_cue(scene, at, CUE_RATE) || scene_is_cue(scene, at, CUE_AVERAGE))
        return true;
    return operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

/* "(năm 2021: 5 đơn)", "xã A không có đơn (cùng kỳ 5 đơn)": what is compared with, or another year's figure. */
static bool shows_base(const Scene *scene, const Part *part, size_t open)
{
    static const char *const negations[] = {"không", "chưa"};
    const Token *token = &scene->tokens[open + 1];
    bool is_span = scene_is_cue(scene, open + 1, CUE_FROM) && scene_find_next_figure(scene, open + 2, open + 5) != NULL; /* not "(từ hồ A đến biển, 200 ha)" */
    if (part->is_aside || token->kind == TOKEN_PERIOD || is_span || scene_is_cue(scene, open + 1, CUE_SAME_PERIOD) || scene_is_cue(scene, open + 1, CUE_BEFORE))
        return true;
    /* "3 vụ, việc so với huyện A (40 lượt; 9 vụ, việc)" */
    if (QCDC_FAULT("parts-compared", operand_shows_base(scene, open), false))
        return true;
    return operand_says_any(scene, part->first, open, negations, sizeof negations / sizeof negations[0]);
}

/* The figures of a bracket count when its piece has none before it: "cấp tỉnh (15 đội)". */
static void add_bracket(const Reader *reader, Part *part, size_t open, size_t behind)
{
    const Scene *scene = &reader->scene;
    if (part->count_count > 0 || part->rate_count > 0 || behind > open + 40 || QCDC_FAULT("parts-base", shows_base(scene, part, open), false))
        return;
    part->is_in_bracket = 1;
    for (size_t at = open + 1; at + 1 < behind; at++) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
        if (mention != NULL)
            add_figure(reader, part, mention);
    }
}

/* "Bắc Ninh 545, Hải Phòng 947": a number that ends its piece and was taken for part of a name may be a part of the total. */
static bool is_doubtful(const Scene *scene, size_t at, size_t limit)
{
    if (scene->tokens[at].kind != TOKEN_NUMBER || scene->mentions[scene->tokens[at].index].kind != MENTION_NAME)
        return false;
    return at + 1 >= limit || is_separator(scene, at + 1) || scene_is_mark(scene, at + 1, '.');
}

/* Takes what stands at @at into the piece; returns the token behind it. */
static size_t read_token(const Reader *reader, Part *part, size_t at)
{
    const Scene *scene = &reader->scene;
    size_t next = operand_step(scene, at);
    const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
    if (mention != NULL)
        add_figure(reader, part, mention);
    if (next > at + 1)
        add_bracket(reader, part, at, next);
    return next;
}

/* "…, còn lại để sửa chữa", "… và các loại khác", "20 xã, 5 phường và thị trấn Tân Phú", "2 trạm trên quốc lộ 5 và trạm cầu Gianh", "… và năm
 * cá nhân": what the list ends with has no figure, but is a part. */
static bool is_rest(const Scene *scene, const Parts *parts, const Part *part, size_t end)
{
    static const char *const rests[] = {"còn lại", "số còn lại", "phần còn lại"};
    static const char *const joined[] = {"các", "một số", "những", "nhiều", "năm", "thị trấn", "phường", "xã", "huyện", "thị xã", "thành phố", "quận", "đặc khu"};
    if (end <= part->first || part->first >= scene->token_count || part->count_count + part->rate_count + part->change_count > 0)
        return false;
    const Mention *last = parts->count > 0 && parts->items[parts->count - 1].count_count > 0 ? parts->items[parts->count - 1].counts[0] : NULL;
    bool is_same = last != NULL && last->first_key != 0 && scene_hash_token(scene, &scene->tokens[part->first]) == last->first_key;
    bool is_told = scene->tokens[part->first].kind == TOKEN_WORD && !is_new_statement(scene, part->first);
    bool is_joined = part->closes_list && !part->is_aside && (is_told || operand_says_any(scene, part->first, part->first + 1, joined, sizeof joined / sizeof joined[0]));
    bool ends_in_others = scene_is_word(scene, end - 1, "khác");
    return is_same || is_joined || part->is_remainder || ends_in_others || operand_says_any(scene, part->first, part->first + 1, rests, sizeof rests / sizeof rests[0]);
}

void parts_read(const Reader *reader, size_t from, size_t limit, size_t most, Parts *parts)
{
    const Scene *scene = &reader->scene;
    Part part;
    *parts = (Parts){.first_group = SIZE_MAX, .end = (uint32_t)from};
    size_t at = from = skip_opening(scene, from, limit);
    begin_part(scene, &part, from);
    while (at < limit && !parts->is_cut && parts->count < most) {
        size_t next = at;
        if (at > from && is_opening(scene, at)) {
            next = skip_separators(scene, find_group_end(scene, at + 1, limit), limit);
            /* "gồm khu A 209 ha; vùng ven bao gồm …": the figure of that piece stands in what it opens */
            parts->has_bare = parts->has_bare || part.count_count + part.rate_count + part.change_count == 0;
            end_part(scene, parts, &part, at, next);
            parts->is_cut = parts->is_cut || next >= limit;
            part.opens_group = 1;
        } else if (is_separator(scene, at)) {
            next = skip_separators(scene, at, limit);
            bool ends_group = scene_is_mark(scene, at, ';') && is_rest(scene, parts, &part, at); /* "…, còn lại các đối tượng khác; kinh phí …" */
            parts->has_bare = parts->has_bare || QCDC_FAULT("parts-group-rest", ends_group, false);
            if (parts->count + part.count_count > 0 && scene_is_mark(scene, at, ';') && QCDC_FAULT("parts-statement", is_new_statement(scene, next), false))
                limit = at;
            end_part(scene, parts, &part, at, next < limit ? next : limit);
        } else if ((operand_begins_line(scene, at) || turns_away(scene, at)) && at > part.first && part.end != at) {
            end_part(scene, parts, &part, at, at);
            part.end = (uint32_t)at;
        } else {
            parts->is_open = parts->is_open || is_ellipsis(scene, at);
            parts->has_bare = parts->has_bare || (part.count_count == 0 && QCDC_FAULT("parts-doubtful", is_doubtful(scene, at, limit), false));
            next = read_token(reader, &part, at);
        }
        at = next;
    }
    parts->is_cut = parts->is_cut || parts->count == most;
    size_t end = at < limit ? at : limit;
    bool is_noun = part.count_count + part.rate_count + part.change_count == 0 && is_joined_noun(scene, parts, &part, end - (end > from && scene_is_mark(scene, end - 1, '.')));
    parts->has_joined = parts->has_joined || is_noun;
    parts->has_bare = parts->has_bare || (!is_noun && QCDC_FAULT("parts-rest", is_rest(scene, parts, &part, end), false));
    if (!parts->is_cut && part.count_count + part.rate_count + part.change_count > 0)
        end_part(scene, parts, &part, end, end);
    if (parts->first_group == SIZE_MAX)
        parts->first_group = parts->count;
}
