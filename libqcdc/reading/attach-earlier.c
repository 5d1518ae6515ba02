/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/attach-private.h"
#include "reading/operand-private.h"

/* The base of a change that the passage tells earlier, with its time: "Năm 2021 doanh thu đạt 1.580 tỷ đồng. Năm 2022 doanh thu đạt
 * 4.110 tỷ đồng, tăng 160,1% so với năm 2021". */
enum {
    MOST_WORDS = 12,   /* of a label */
    MOST_PENDING = 16, /* figures between two times that are remembered */
    COMPARED_REACH = 3 /* tokens before a time in which "so với" stands */
};

/* The words of a figure's label, without those that say nothing: "tổng số", "là", "ước đạt". */
typedef struct Label {
    uint32_t words[MOST_WORDS];
    size_t count;
} Label;

typedef struct Search {
    const Scene *scene;
    const Mention *now;
    Label label; /* of @now */
    QcdcPeriod wanted;
    const Mention *pending[MOST_PENDING]; /* figures whose time has not been read yet: it stands before them */
    size_t pending_count;
    size_t alike; /* of those found, how many have the words of @now before them */
    Earlier *earlier;
} Search;

static bool is_in_comparison(const Scene *scene, size_t at)
{
    for (size_t back = 1; back <= COMPARED_REACH && back <= at; back++) {
        const Token *token = &scene->tokens[at - back];
        if (token->kind == TOKEN_CUE && (token->cue == CUE_COMPARED || token->cue == CUE_SAME_PERIOD))
            return true;
    }
    /* "gấp 3,2 lần năm 2021" */
    return at > 0 && (scene_is_mark(scene, at - 1, '(') || scene_is_cue(scene, at - 1, CUE_TIMES));
}

static Label read_label(const Scene *scene, const Mention *figure)
{
    static const char *const small[] = { "số", "là", "có", "ước", "chỉ", "được", "còn", "đã", NULL };
    Label label = { .count = 0 };
    for (size_t at = operand_find_label(scene, figure->token); at < figure->token && label.count < MOST_WORDS; at++) {
        if (scene->tokens[at].kind == TOKEN_WORD && !scene_is_one_of(scene, at, small))
            label.words[label.count++] = scene_hash_token(scene, &scene->tokens[at]);
    }
    return label;
}

/* Whether the words before the figure that changed begin those before @other: "doanh thu" and "doanh thu từ du lịch"; not the other way round. */
static bool is_labelled_alike(const Search *search, const Mention *other)
{
    Label longer = read_label(search->scene, other);
    if (search->label.count < 2 || longer.count < search->label.count)
        return false;
    for (size_t i = 0; i < search->label.count; i++) {
        if (search->label.words[i] != longer.words[i])
            return false;
    }
    return true;
}

static bool is_candidate(const Sentence *sentence, const Search *search, const Mention *figure)
{
    const Mention *now = search->now;
    if (figure == NULL || figure->slash != 0 || figure->percent != now->percent || figure->first_key != now->first_key)
        return false;
    Sentence own = *sentence;
    own.start = scene_find_sentence_start(sentence->scene, figure->token);
    return attach_can_be_level(&own, figure, figure->percent ? LEVEL_SHARE : LEVEL_COUNT);
}

static void find_time_of_pending(Search *search, QcdcPeriod period)
{
    Earlier *earlier = search->earlier;
    bool is_wanted = qcdc_period_equals(period, search->wanted);
    for (size_t i = 0; i < search->pending_count && is_wanted; i++) {
        bool is_alike = is_labelled_alike(search, search->pending[i]);
        search->alike += is_alike;
        /* those in the same words first: they are tried before the others */
        if (is_alike && earlier->count > 0 && search->alike == 1) {
            if (earlier->count < ATTACH_MAX_LEVELS)
                earlier->figures[earlier->count++] = earlier->figures[0];
            earlier->figures[0] = search->pending[i];
        } else if (earlier->count < ATTACH_MAX_LEVELS) {
            earlier->figures[earlier->count++] = search->pending[i];
        }
    }
    search->pending_count = 0;
}

/* The time that it is compared with; none if its year is not known. */
static QcdcPeriod find_wanted(const Sentence *sentence, const Compared *compared, QcdcPeriod now)
{
    QcdcPeriod before = {.kind = QCDC_PERIOD_NONE};
    if (compared->period.kind != QCDC_PERIOD_NONE)
        return compared->is_same_period ? attach_find_base_period(sentence, compared) : compared->period;
    if (compared->is_year_before && scene_has_year(now) && qcdc_period_same_last_year(now, &before, NULL) == QCDC_OK)
        return before;
    return (QcdcPeriod){.kind = QCDC_PERIOD_NONE};
}

/* What grows at constant prices is not what its figures of two years say. */
static bool is_deflated(const Scene *scene, const Mention *now)
{
    static const char *const words[] = { "grdp", "gdp", "grdp/người", "tổng sản phẩm", "giá trị sản xuất", "giá trị tăng thêm", "giá so sánh", "giá hiện hành", "chỉ số" };
    size_t start = scene_find_sentence_start(scene, now->token), end = scene_find_sentence_end(scene, now->token);
    size_t least = now->token > start + ATTACH_LOOK_AHEAD ? now->token - ATTACH_LOOK_AHEAD : start;
    size_t most = end > now->token + ATTACH_LOOK_AHEAD ? now->token + ATTACH_LOOK_AHEAD : end;
    return operand_says_any(scene, least, most, words, sizeof words / sizeof words[0]);
}

/* A time with its year that nothing is compared with. */
static bool read_time(const Scene *scene, size_t at, QcdcPeriod *out_period)
{
    if (scene->tokens[at].kind != TOKEN_PERIOD || is_in_comparison(scene, at))
        return false;
    *out_period = scene_get_period(scene, at);
    return scene_has_year(*out_period);
}

/* The time of the figure that changed. */
static QcdcPeriod find_own_period(const Sentence *sentence, size_t at, size_t least)
{
    const Scene *scene = sentence->scene;
    while (at-- > least) {
        QcdcPeriod period;
        if (read_time(scene, at, &period))
            return period;
    }
    return sentence->reader->own;
}

void attach_find_earlier(const Sentence *sentence, const Mention *now, const Compared *compared, Earlier *out_earlier)
{
    const Scene *scene = sentence->scene;
    size_t least = now->token > 2 * OPERAND_REACH ? now->token - 2 * OPERAND_REACH : 0;
    QcdcPeriod own = find_own_period(sentence, now->token, least);
    Search search = {.scene = scene, .now = now, .wanted = find_wanted(sentence, compared, own), .earlier = out_earlier};
    *out_earlier = (Earlier){.count = 0};
    if (!scene_has_year(search.wanted) || qcdc_period_equals(search.wanted, own) || now->first_key == 0)
        return;
    search.label = read_label(scene, now);
    for (size_t at = now->token; at-- > least;) {
        QcdcPeriod period;
        if (read_time(scene, at, &period))
            find_time_of_pending(&search, period);
        const Mention *figure = scene_get_figure(scene, at);
        if (search.pending_count < MOST_PENDING && is_candidate(sentence, &search, figure))
            search.pending[search.pending_count++] = figure;
    }
    find_time_of_pending(&search, sentence->reader->own);
    out_earlier->is_sure = QCDC_FAULT("attach-earlier", search.alike == 1 && !is_deflated(scene, now), false);
}
