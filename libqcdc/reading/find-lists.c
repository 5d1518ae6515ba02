/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/kinds-private.h"
#include "reading/names-private.h"

enum {
    LABEL_REACH = 10,   /* of a group's label */
    GROUPS_REACH = 600, /* tokens of a list in groups */
    NAMES_REACH = 120,  /* tokens of names that no mark opens */
    COUNT_REACH = 26  /* tokens between a count and its list */
};

/* Nouns whose names a list gives one by one; of others (hội nghị, lớp, cuộc) a list may name only the places. */
static bool is_named_thing(const Scene *scene, const Mention *count)
{
    return count->noun_end > count->noun_first && (names_is_head(scene, count->noun_first) || scene_has_words(scene, count->noun_first, "đơn vị") ||
                                                   scene_has_words(scene, count->noun_first, "cơ quan") || scene_has_words(scene, count->noun_first, "địa phương") ||
                                                   scene_has_words(scene, count->noun_first, "doanh nghiệp"));
}

static void make_draft(Reader *reader, const Names *names, const Mention *count, bool only_sure)
{
    const Scene *scene = &reader->scene;
    operand_begin_list(&reader->draft, scene, count);
    reader->draft.open_list = (uint8_t)names->is_open;
    for (size_t i = 0; i < names->count; i++) {
        const Name *name = &names->items[i];
        uint32_t end = name->end;
        for (size_t next = i + 1; only_sure && next < names->count && !names->items[next].is_sure; next++)
            end = names->items[next].end;
        if (name->is_sure || !only_sure)
            draft_add_place(&reader->draft, QCDC_OPERAND_LISTED, scene->tokens[name->first].start, scene->tokens[end - 1].end);
    }
}

/* "3 thành phố và 7 tỉnh gồm: …": the names may be of both counts; "4 khu vực là Đông Bắc Á (Nhật Bản, Hàn Quốc)": those of a name. */
static bool may_be_of_others(const Scene *scene, const Mention *count, size_t list)
{
    bool is_joined = count->token > 0 && scene_is_cue(scene, count->token - 1, CUE_AND) && count > scene->mentions && operand_is_count(count - 1) &&
                     (count - 1)->noun_end + 1 >= count->token;
    bool is_named = false;
    for (size_t at = count->token + 1; at < list; at++)
        is_named = is_named || (scene_is_word(scene, at, "là") && at + 1 < list);
    return is_joined || (scene_is_mark(scene, list, '(') && is_named);
}

/* A count and a list: told to fit when one way of cutting it does; not to fit only when there is but one way. */
static QcdcStatus keep_list(Reader *reader, Names *names, const Mention *count, size_t list, bool is_far, QcdcError *error)
{
    names_weigh(&reader->scene, names);
    for (int only_sure = 0; only_sure < 2; only_sure++) {
        make_draft(reader, names, count, only_sure == 1);
        if (operand_fits(&reader->draft))
            return reader_keep(reader, &reader->draft, NULL, error);
    }
    if (is_far || names->sure < names->count || !is_named_thing(&reader->scene, count) || names->is_open || may_be_of_others(&reader->scene, count, list))
        return QCDC_OK;
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "05 huyện có tỷ lệ hộ nghèo trên 20% gồm: …", "4 trường đỗ 100% là …": a number that tells which of them are meant, and counts nothing. */
static bool tells_which(const Mention *mention)
{
    return mention->percent || mention->kind == MENTION_BOUND || mention->kind == MENTION_NAME;
}

/* The whole small number that a list behind @at may be the names of; *@out_far: numbers of other things stand between, so that only a count that
 * fits is told. */
static const Mention *find_count(const Reader *reader, size_t at, bool *out_far)
{
    const Scene *scene = &reader->scene;
    *out_far = false;
    for (int steps = 0; at > 0 && steps < COUNT_REACH; steps++) {
        at = operand_step_back(scene, at);
        const Token *token = &scene->tokens[at];
        if (token->kind == TOKEN_MARK && token->mark != ',' && token->mark != '/' && token->mark != '-')
            return NULL;
        const Mention *mention = operand_get_count(scene, at), *other = scene_get_mention(scene, at);
        if (mention == NULL && other != NULL && !QCDC_FAULT("lists-which", tells_which(other), false))
            return NULL;
        *out_far = *out_far || (mention == NULL && other != NULL && other->kind != MENTION_BOUND && other->hedge == QCDC_HEDGE_NONE);
        if (mention == NULL)
            continue;
        mention -= mention->slash == 2;
        bool is_small = mention->value.decimals == 0 && mention->value.coefficient >= 2 && mention->value.coefficient <= NAMES_MAX;
        return is_small && mention->scale == 0 && !operand_is_change(reader, mention) ? mention : NULL;
    }
    return NULL;
}

/* "gồm Huyện ủy: A, B": what stands before the colon names all of them. */
static size_t skip_label(const Scene *scene, size_t from, size_t end)
{
    while (from < end && (scene_is_mark(scene, from, ':') || scene_is_cue(scene, from, CUE_COMPRISING)))
        from++;
    for (size_t at = from; at < end && at < from + 5; at++) {
        if (scene_is_mark(scene, at, ','))
            break;
        if (scene_is_mark(scene, at, ':'))
            return at + 1;
    }
    while (from < end && (scene_has_words(scene, from, "các") || scene_has_words(scene, from, "có") || scene_has_words(scene, from, "đó là")))
        from++;
    return from;
}

/* The first ";" behind commas, from which on other things may be told; @end if there is none. */
static size_t find_turn(const Scene *scene, size_t from, size_t end)
{
    bool has_comma = false;
    for (size_t at = from; at < end; at++) {
        has_comma = has_comma || scene_is_mark(scene, at, ',');
        if (scene_is_mark(scene, at, ';'))
            return has_comma ? at : end;
    }
    return end;
}

static QcdcStatus read_list(Reader *reader, size_t at, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    bool is_bracket = scene_is_mark(scene, at, '(');
    size_t end = is_bracket ? operand_find_bracket_end(scene, at) : scene_find_sentence_end(scene, at), open = is_bracket ? SIZE_MAX : operand_find_bracket(scene, at);
    bool is_far;
    const Mention *count = find_count(reader, at, &is_far);
    Names names;
    if (count == NULL || (is_bracket && end == scene->token_count))
        return QCDC_OK;
    if (open != SIZE_MAX && operand_find_bracket_end(scene, open) < end)
        end = operand_find_bracket_end(scene, open);
    if (!is_bracket && end > at && scene_is_mark(scene, end - 1, '.'))
        end--;
    if (end > at + 240)
        return QCDC_OK;
    size_t first = skip_label(scene, at + 1, end), stop = find_turn(scene, first, end);
    bool is_read = names_read(scene, first, end, &names);
    if (!is_read && !is_bracket && stop < end && names_read(scene, first, stop, &names)) /* "gồm: A, B, C; huyện thấp nhất là D với 1,2%" */
        is_read = true, is_far = is_far || !scene_is_cue(scene, at, CUE_COMPRISING);
    if (!is_read || names.count < 2)
        return kinds_find(reader, at, end, error);
    return keep_list(reader, &names, count, at, is_far, error);
}

/* Where names behind @from end: before a bracket, or before the last comma or "và" in front of a figure. */
static size_t find_names_end(const Scene *scene, size_t from)
{
    size_t end = scene_find_sentence_end(scene, from), joint = from;
    for (size_t at = from; at < end && at < from + NAMES_REACH; at++) {
        if (scene_is_mark(scene, at, '(') || scene_is_mark(scene, at, ')'))
            return at;
        if (scene_is_cue(scene, at, CUE_AND) || scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, ';'))
            joint = at;
        if (scene_get_figure(scene, at) != NULL)
            return joint;
    }
    end = end < from + NAMES_REACH ? end : from;
    return end > from && scene_is_mark(scene, end - 1, '.') ? end - 1 : end;
}

/* "3 trường đỗ 100% là Trường A, THPT B và THPT C", without a colon: "là" and "như" are said of much else, so that only a count that fits is told. */
static QcdcStatus read_list_plain(Reader *reader, size_t at, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    bool is_far;
    if (at + 1 >= scene->token_count || !(names_begins_with_capital(scene, at + 1) || names_is_head(scene, at + 1)))
        return QCDC_OK;
    const Mention *count = find_count(reader, at, &is_far);
    size_t end = find_names_end(scene, at + 1);
    Names names;
    if (count == NULL || !is_named_thing(scene, count) || !names_read(scene, at + 1, end, &names) || names.is_open || names.count < 2)
        return QCDC_OK;
    return keep_list(reader, &names, count, at, true, error);
}

/* "các xã A, B, C tổ chức 03 hội nghị": names before a count of what each of them did; told only when they are as many. */
static QcdcStatus read_list_before(Reader *reader, size_t at, QcdcError *error)
{
    static const char *const verbs[] = {"tổ chức", "thành lập", "ban hành", "xây dựng", "mở", "triển khai", "thực hiện"};
    const Scene *scene = &reader->scene;
    size_t end = at;
    Names names;
    if (!scene_has_words(scene, at, "các") || at + 1 >= scene->token_count || !names_is_head(scene, at + 1))
        return QCDC_OK;
    while (end < scene->token_count && end < at + 60 && !operand_says_any(scene, end, end + 1, verbs, sizeof verbs / sizeof verbs[0]))
        end++;
    const Mention *count = NULL;
    for (size_t i = end; i < end + 5 && i < scene->token_count && count == NULL; i++)
        count = operand_get_count(scene, i);
    if (count == NULL || count->slash != 0 || !names_read(scene, at + 1, end, &names) || names.count < 2)
        return QCDC_OK;
    names_weigh(scene, &names);
    make_draft(reader, &names, count, false);
    reader->draft.is_far = 1;
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "Tổng số đơn vị được kiểm tra: 24": where the words begin that say what is counted. */
static size_t find_count_label(const Scene *scene, const Mention *count)
{
    size_t at = count->token;
    at -= at > 0 && scene_is_mark(scene, at - 1, ':');
    return count->noun_end > count->noun_first ? count->token : operand_find_label(scene, at);
}

/* The names of one group: behind its colon, and behind "tại" where that follows soon. */
static size_t find_group_names(const Scene *scene, size_t from, size_t end)
{
    size_t colon = from;
    while (colon < end && colon < from + LABEL_REACH && !scene_is_mark(scene, colon, ':'))
        colon++;
    if (!scene_is_mark(scene, colon, ':'))
        return SIZE_MAX;
    for (size_t at = colon + 1; at < end && at < colon + LABEL_REACH && !scene_is_mark(scene, at, ','); at++) {
        if (scene_has_words(scene, at, "tại"))
            return at + 1;
    }
    return colon + 1;
}

/* Adds the names of a group; false if it is none. */
static bool add_group(const Scene *scene, size_t from, size_t end, Names *all)
{
    Names names;
    size_t first = find_group_names(scene, from, end), last = end;
    while (last > from && (scene_is_mark(scene, last - 1, '.') || scene_is_mark(scene, last - 1, '~'))) {
        last--;
        all->is_open = all->is_open || scene_is_mark(scene, last, '~') || last + 1 < end;
    }
    if (last == from)
        return true; /* "; …" */
    if (first == SIZE_MAX || !names_read(scene, first, last, &names) || all->count + names.count > NAMES_MAX)
        return false;
    names_weigh(scene, &names);
    for (size_t i = 0; i < names.count; i++)
        all->items[all->count++] = names.items[i];
    all->sure += names.sure;
    return true;
}

/* "24 đơn vị (năm 2016: Huyện ủy A, Sở B; năm 2017: Huyện ủy C; …)": names in groups, each behind its label. The passage is the count, not the
 * long list. */
static QcdcStatus read_groups(Reader *reader, size_t open, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    size_t end = operand_find_bracket_end(scene, open), from = open + 1, groups = 0;
    bool is_far;
    const Mention *count = scene->tokens[from].kind == TOKEN_PERIOD ? find_count(reader, open, &is_far) : NULL;
    Names names = {.count = 0};
    if (count == NULL || end == scene->token_count || end > open + GROUPS_REACH)
        return QCDC_OK;
    for (size_t at = from; at <= end; at++) {
        if (at < end && !scene_is_mark(scene, at, ';'))
            continue;
        if (!add_group(scene, from, at, &names))
            return QCDC_OK;
        groups++;
        from = at + 1;
    }
    for (int only_sure = 0; groups >= 2 && names.count >= 2 && only_sure < 2; only_sure++) {
        make_draft(reader, &names, count, only_sure == 1);
        reader->draft.start = scene->tokens[find_count_label(scene, count)].start;
        reader->draft.end = scene->tokens[open + 1].end;
        if (operand_fits(&reader->draft))
            return reader_keep(reader, &reader->draft, NULL, error);
    }
    return QCDC_OK;
}

QcdcStatus reader_find_lists(Reader *reader, QcdcError *error)
{
    static const char *const joins[] = {"là", "như", "cao nhất là", "thấp nhất là", "nhiều nhất là", "ít nhất là", NULL};
    const Scene *scene = &reader->scene;
    for (size_t at = 0; at < scene->token_count; at++) {
        bool opens = (scene_is_mark(scene, at, '(') && scene->tokens[at].index > at) || scene_is_cue(scene, at, CUE_COMPRISING) ||
                     (at > 0 && scene_is_mark(scene, at, ':') && !scene_is_cue(scene, at - 1, CUE_COMPRISING));
        if (scene->tokens[at].kind == TOKEN_WORD) {
            bool is_plain = scene_is_one_of(scene, at, joins);
            QcdcStatus found = is_plain ? read_list_plain(reader, at, error) : read_list_before(reader, at, error);
            if (found != QCDC_OK)
                return found;
        }
        if (!opens || (at > 0 && scene_is_cue(scene, at, CUE_COMPRISING) && scene_is_mark(scene, at - 1, '(')))
            continue;
        QcdcStatus status = read_list(reader, at, error);
        if (status == QCDC_OK && scene_is_mark(scene, at, '('))
            status = read_groups(reader, at, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
