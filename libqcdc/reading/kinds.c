/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/kinds-private.h"

#include "kernel/fault-private.h"

enum {
    MOST_KINDS = 32,
    KIND_TOKENS = 12, /* of one kind */
    PLAIN_TOKENS = 6, /* of one that surely is one only */
    NOUN_REACH = 9    /* tokens between a count and the list */
};

typedef struct Kind {
    uint32_t first, end; /* tokens */
    char before;         /* what parts it from the one before: ',' ';' '&' for "và" */
} Kind;

typedef struct Kinds {
    Kind items[MOST_KINDS];
    size_t count;
} Kinds;

/* Ways of cutting: "trồng và chăm sóc" may be one, so may "xã, phường". */
typedef enum Cut {
    CUT_ALL,
    CUT_COMMAS,     /* not at "và" */
    CUT_SEMICOLONS, /* at those only */
    CUT_END         /* sentinel */
} Cut;

/* The count that stands right before the list, with its noun between. */
static const Mention *find_count(const Reader *reader, size_t at)
{
    const Scene *scene = &reader->scene;
    size_t least = at > NOUN_REACH ? at - NOUN_REACH : 0;
    while (at > least && (scene->tokens[at - 1].kind == TOKEN_WORD || scene->tokens[at - 1].kind == TOKEN_CUE))
        at--;
    const Mention *count = at > 0 ? operand_get_count(scene, at - 1) : NULL;
    if (count == NULL || count->noun_end <= count->noun_first || count->slash != 0 || count->scale != 0 || count->is_measure)
        return NULL;
    bool is_small = count->value.decimals == 0 && count->value.coefficient >= 2 && count->value.coefficient <= MOST_KINDS;
    return is_small && count->hedge == QCDC_HEDGE_NONE && !operand_is_change(reader, count) ? count : NULL;
}

static char get_separator(const Scene *scene, size_t at)
{
    if (scene_is_cue(scene, at, CUE_AND))
        return '&';
    return scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, ';') ? scene->tokens[at].mark : 0;
}

/* Words that begin a remark, and no list of what is counted. */
static bool begins_remark(const Scene *scene, size_t at)
{
    static const char *const words[] = {"như", "ví dụ", "chủ yếu", "nhất là", "trong đó", "trong năm", "theo", "tại", "ở", "do", "kể cả", "kể từ", "không", "chưa", "trừ", "mỗi",
                                        "trước đây", "trước đó", "trước khi", "nay", "cũ", "nguyên là", "tương đương", "tương ứng", "sau khi", "sau đó", "hiện", "đã", "đang",
                                        "sẽ", "với", "so với", "bằng", "từ", "có", "vì", "để", "nhằm", "nếu", "tính đến", "tính cả", "tính riêng", "khoảng", "viết tắt", "gọi",
                                        "thuộc", "của", "riêng", "kèm", "chiếm", "cao nhất", "thấp nhất", "thêm", "còn", "đến", "thay cho", "thay vì"};
    bool is_change = scene_is_cue(scene, at, CUE_UP) || scene_is_cue(scene, at, CUE_DOWN) || scene_is_cue(scene, at, CUE_REACH) || scene_is_cue(scene, at, CUE_EXCEED);
    return is_change || operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

/* Cuts the tokens @from … @end at each comma, semicolon and "và"; false if something in it is more than words. */
static bool read_kinds(const Scene *scene, size_t from, size_t end, Kinds *kinds)
{
    char before = 0;
    kinds->count = 0;
    while (from < end) {
        size_t at = from;
        while (at < end && get_separator(scene, at) == 0) {
            const Token *token = &scene->tokens[at];
            bool is_word = token->kind == TOKEN_WORD || token->kind == TOKEN_CUE || scene_is_mark(scene, at, '-') || scene_is_mark(scene, at, '"');
            if (!is_word || scene_has_words(scene, at, "v.v"))
                return false;
            at++;
        }
        if (at == from || at > from + KIND_TOKENS || kinds->count == MOST_KINDS)
            return false;
        kinds->items[kinds->count++] = (Kind){(uint32_t)from, (uint32_t)at, before};
        before = at < end ? get_separator(scene, at) : 0;
        for (from = at; from < end && get_separator(scene, from) != 0; from++)
            ;
    }
    return kinds->count >= 2;
}

static bool is_cut(const Kind *kind, Cut cut)
{
    return kind->before == 0 || cut == CUT_ALL || kind->before == ';' || (cut == CUT_COMMAS && kind->before == ',');
}

static void make_draft(Reader *reader, const Kinds *kinds, const Mention *count, Cut cut, size_t close)
{
    const Scene *scene = &reader->scene;
    operand_begin_list(&reader->draft, scene, count);
    for (size_t i = 0; i < kinds->count;) {
        size_t last = i;
        while (last + 1 < kinds->count && !is_cut(&kinds->items[last + 1], cut))
            last++;
        draft_add_place(&reader->draft, QCDC_OPERAND_LISTED, scene->tokens[kinds->items[i].first].start, scene->tokens[kinds->items[last].end - 1].end);
        i = last + 1;
    }
    if (scene_is_mark(scene, close, ')'))
        draft_cover(&reader->draft, reader->draft.start, scene->tokens[close].end);
}

/* Nouns of kinds, which a list gives one by one; of others (lớp, cuộc) it may tell only what they were about. */
static bool counts_kinds(const Scene *scene, const Mention *count)
{
    static const char *const nouns[] = {"cây", "vật nuôi", "mặt hàng", "chỉ số", "chỉ tiêu", "tiêu chí", "lĩnh vực", "ngành", "nhóm", "loại", "khâu", "trụ cột", "đột phá",
                                        "mũi nhọn", "nhiệm vụ trọng tâm", "hình thức"};
    return operand_says_any(scene, count->noun_first, count->noun_first + 1, nouns, sizeof nouns / sizeof nouns[0]);
}

/* Whether the list is plainly one of single things, joined by commas and one "và" before its last, and one of them is wanting. */
static bool is_plainly_short(const Scene *scene, const Kinds *kinds, const Mention *count)
{
    static const char *const others[] = {"các", "một số", "những", "khác", "nhiều", "cùng"};
    if (count->value.coefficient != (int64_t)kinds->count + 1 || kinds->count < 3 || !counts_kinds(scene, count))
        return false;
    for (size_t i = 0; i < kinds->count; i++) {
        const Kind *kind = &kinds->items[i];
        bool is_joined = kind->before == ';' || (kind->before == '&' && i + 1 < kinds->count);
        if (is_joined || kind->end > kind->first + PLAIN_TOKENS || operand_says_any(scene, kind->first, kind->end, others, sizeof others / sizeof others[0]))
            return false;
        for (size_t at = kind->first; at < kind->end; at++)
            if (scene->tokens[at].kind == TOKEN_MARK)
                return false;
    }
    return true;
}

QcdcStatus kinds_find(Reader *reader, size_t at, size_t end, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *count = find_count(reader, at);
    Kinds kinds;
    bool is_bracket = scene_is_mark(scene, at, '(');
    size_t from = at + 1;
    from += from < end && (scene_is_cue(scene, from, CUE_COMPRISING) || scene_is_word(scene, from, "là"));
    if (count == NULL || begins_remark(scene, from) || !read_kinds(scene, from, end, &kinds))
        return QCDC_OK;
    for (Cut cut = CUT_ALL; cut < CUT_END; cut++) {
        make_draft(reader, &kinds, count, cut, end);
        if (operand_fits(&reader->draft))
            return reader_keep(reader, &reader->draft, NULL, error);
    }
    make_draft(reader, &kinds, count, CUT_ALL, end);
    bool is_told = is_bracket && QCDC_FAULT("kinds-short", is_plainly_short(scene, &kinds, count), true);
    return is_told ? reader_keep(reader, &reader->draft, NULL, error) : QCDC_OK;
}
