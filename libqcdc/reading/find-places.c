/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/names-private.h"

/* "ba huyện U Minh Thượng, Vĩnh Thuận, Gò Quao": a count of places with their names right behind it, no mark between. */
enum {
    MOST_PLACES = 24,
    HEAD_TOKENS = 4, /* words of the noun before the first name: "xã biên giới" */
    NAME_TOKENS = 5
};

/* The places in a row. Where one with a noun of its own follows ("và thành phố Rạch Giá"), the count may be of those before it. */
typedef struct Row {
    Name names[MOST_PLACES];
    size_t count, alike; /* _alike: before the first with a noun of its own */
    bool is_closed;      /* "và" before the last, and before no other */
    bool is_joined;      /* a dash or a second "và" stands in it */
} Row;

static const char *const heads[] = {"xã", "phường", "thị trấn", "huyện", "thành phố", "thị xã", "quận", "tỉnh", "thôn", "bản", "ấp", "đặc khu", "tp"};

static bool is_place_head(const Scene *scene, size_t at)
{
    return operand_says_any(scene, at, at + 1, heads, sizeof heads / sizeof heads[0]);
}

static bool is_name_word(const Scene *scene, size_t at)
{
    return at < scene->token_count && (scene->tokens[at].kind == TOKEN_WORD || scene->tokens[at].kind == TOKEN_CUE) && names_begins_with_capital(scene, at);
}

/* The token behind the name at @at, @at itself if none stands there. */
static size_t skip_name(const Scene *scene, size_t at, Row *row)
{
    size_t end = at;
    while (end < at + NAME_TOKENS && (is_name_word(scene, end) || (end > at && scene_is_mark(scene, end, '-') && is_name_word(scene, end + 1)))) {
        row->is_joined = row->is_joined || scene_is_mark(scene, end, '-');
        end++;
    }
    return end;
}

static size_t skip_head(const Scene *scene, size_t at)
{
    size_t end = at, limit = at + HEAD_TOKENS < scene->token_count ? at + HEAD_TOKENS : scene->token_count;
    while (is_place_head(scene, at) && end < limit && !is_name_word(scene, end) && scene->tokens[end].kind != TOKEN_MARK && scene->tokens[end].kind != TOKEN_NUMBER)
        end++;
    return is_name_word(scene, end) ? end : at;
}

/* Reads the names from @at on; the token behind the last one. */
static size_t read_row(const Scene *scene, size_t at, Row *row)
{
    size_t end = at;
    *row = (Row){.alike = SIZE_MAX};
    for (size_t next = at; row->count < MOST_PLACES;) {
        bool is_and = next > at && scene_is_cue(scene, next, CUE_AND);
        next += next > at;
        size_t first = skip_head(scene, next), behind = skip_name(scene, first, row);
        if (behind == first || names_is_head(scene, behind))
            break;
        if (first > next && row->count > 0 && row->alike == SIZE_MAX)
            row->alike = row->count;
        row->is_joined = row->is_joined || row->is_closed;
        row->is_closed = is_and;
        row->names[row->count++] = (Name){.first = (uint32_t)first, .end = (uint32_t)behind};
        next = end = behind;
        if (!scene_is_mark(scene, next, ',') && !scene_is_cue(scene, next, CUE_AND))
            break;
    }
    return end;
}

static void make_draft(Reader *reader, const Mention *count, const Row *row, size_t listed)
{
    const Scene *scene = &reader->scene;
    operand_begin_list(&reader->draft, scene, count);
    for (size_t i = 0; i < listed; i++)
        draft_add_place(&reader->draft, QCDC_OPERAND_LISTED, scene->tokens[row->names[i].first].start, scene->tokens[row->names[i].end - 1].end);
}

/* One of them is wanting, and nothing else explains it: a closed row of plain names, alike, behind which the sentence goes on or ends. */
static bool is_plainly_short(const Scene *scene, const Mention *count, const Row *row, size_t end)
{
    bool is_plain = row->is_closed && !row->is_joined && row->alike == SIZE_MAX && row->count >= 3;
    bool goes_on = scene_is_mark(scene, end, '(') || scene_is_mark(scene, end, '~') || scene_is_mark(scene, end, '-') || scene_is_mark(scene, end, '/');
    return is_plain && !goes_on && count->value.coefficient == (int64_t)row->count + 1;
}

static QcdcStatus read_count(Reader *reader, const Mention *count, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Row row;
    size_t first = skip_head(scene, count->token + 1);
    if (first == count->token + 1)
        return QCDC_OK;
    size_t end = read_row(scene, first, &row);
    size_t ways[] = {row.count, row.alike == SIZE_MAX ? row.count : row.alike};
    for (int way = 0; way < 2 && row.count >= 2; way++) {
        make_draft(reader, count, &row, ways[way]);
        if (ways[way] >= 2 && operand_fits(&reader->draft))
            return reader_keep(reader, &reader->draft, NULL, error);
    }
    if (!QCDC_FAULT("places-short", is_plainly_short(scene, count, &row, end), true))
        return QCDC_OK;
    make_draft(reader, count, &row, row.count);
    return reader_keep(reader, &reader->draft, NULL, error);
}

QcdcStatus reader_find_places(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < scene->mention_count && status == QCDC_OK; i++) {
        const Mention *count = &scene->mentions[i];
        bool is_small = operand_is_count(count) && count->value.decimals == 0 && count->value.coefficient >= 2 && count->value.coefficient <= MOST_PLACES;
        if (is_small && count->slash == 0 && count->scale == 0 && !operand_is_change(reader, count))
            status = read_count(reader, count, error);
    }
    return status;
}
