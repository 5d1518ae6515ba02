/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/attach-private.h"

/* A place among those ranked, "xếp thứ 15/63 tỉnh". */
typedef struct Place {
    size_t first, end; /* tokens */
    const Mention *rank, *of;
    bool is_base;  /* the place of the base: "(năm 2021: 36/63)" */
    bool has_year; /* a year stands right before it */
    bool is_used;  /* by a change of places */
} Place;

enum { PLACES_MOST = 32 };

typedef struct Places {
    Place items[PLACES_MOST];
    size_t count;
} Places;

static bool can_be_rank(const Sentence *sentence, const Mention *figure)
{
    return figure != NULL && !figure->percent && !figure->points && figure->sign == 0 && figure->slash != 2 && figure->scale == 0 &&
           figure->value.decimals == 0 && figure->value.coefficient > 0 &&
           !attach_is_taken(sentence, figure, TAKEN_RANK);
}

/* "trong 63 tỉnh", "trong tổng số 63 tỉnh" */
static const Mention *find_field(const Sentence *sentence, size_t *at)
{
    const Scene *scene = sentence->scene;
    size_t next = *at;
    if (next >= sentence->end || !(scene_is_cue(scene, next, CUE_OF) || scene_is_word(scene, next, "trong")))
        return NULL;
    next++;
    next += next < sentence->end && scene_is_word(scene, next, "số");
    next += next < sentence->end && scene_is_cue(scene, next, CUE_TOTAL);
    const Mention *figure = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    if (figure == NULL || figure->percent || figure->slash != 0 || figure->first_key == 0 ||
        scene_is_word(scene, next + 1, "năm") || scene_is_word(scene, next + 1, "tháng"))
        return NULL;
    *at = attach_find_noun_end(scene, figure);
    return figure;
}

/* "so với năm 2021 (thứ 36)" */
static bool follows_comparison(const Sentence *sentence, size_t at)
{
    size_t least = attach_reach_back(sentence, at, 6);
    while (at-- > least) {
        if (scene_is_cue(sentence->scene, at, CUE_COMPARED))
            return true;
        if (sentence->scene->tokens[at].kind == TOKEN_MARK)
            return false;
    }
    return false;
}

static bool is_of_base(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, 6);
    while (at-- > least) {
        if (scene_is_mark(scene, at, '('))
            return attach_is_time(scene, at + 1) || follows_comparison(sentence, at) ||
                   (at > sentence->start && scene_is_cue(scene, at - 1, CUE_PLACES)); /* 30 bậc (huyện 2: thứ 1/63) */
        if (scene_is_cue(scene, at, CUE_COMPARED) || scene_is_cue(scene, at, CUE_FROM) ||
            scene_is_cue(scene, at, CUE_SAME_PERIOD) || scene_is_cue(scene, at, CUE_BEFORE))
            return true;
        bool ends = scene->tokens[at].kind == TOKEN_MARK && !scene_is_mark(scene, at, ':');
        if (ends || scene_is_cue(scene, at, CUE_AND) || scene_is_word(scene, at, "lên") ||
            scene_is_word(scene, at, "xuống"))
            return false;
    }
    return false;
}

/* A bare "hạng 2" may be a class; it is a place only where "thứ" says so, or how many are ranked. */
static bool is_plain(const Scene *scene, size_t at)
{
    static const char *const plain[] = { "hạng", "vị trí", NULL };
    return scene_is_one_of(scene, at, plain);
}

static bool read_place(const Sentence *sentence, size_t at, Place *place)
{
    static const char *const joins[] = { "thứ", "số", "là", "ở", "đạt", "khoảng",
                                         "trên", "gần", "dưới", "không", "quá", "không quá", NULL };
    const Scene *scene = sentence->scene;
    static const char *const steps[] = { "lên vị trí thứ", "lên vị trí", "lên thứ",    "lên hạng", "xuống vị trí thứ",
                                         "xuống vị trí",   "xuống thứ",  "xuống hạng", NULL };
    bool is_said = scene_is_cue(scene, at, CUE_RANK) || scene_is_one_of(scene, at, steps) ||
                   scene_is_word(scene, at, "thứ") || scene_is_word(scene, at, "xếp");
    if (!is_said)
        return false;
    size_t next = at + 1;
    while (next < sentence->end && next < at + 4 &&
           (scene_is_one_of(scene, next, joins) || scene_is_cue(scene, next, CUE_RANK) ||
            scene_is_cue(scene, next, CUE_HEDGE)))
        next++;
    const Mention *figure = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    bool is_torn = can_be_rank(sentence, figure) && figure->slash == 0 && scene->tokens[next + 1].kind == TOKEN_NUMBER; /* "vị trí 6 6/190" */
    if (!can_be_rank(sentence, figure) || QCDC_FAULT("ranks-torn", is_torn, false))
        return false;
    *place = (Place){ .first = at, .rank = figure };
    size_t behind = attach_find_noun_end(scene, figure);
    if (figure->slash == 1 && figure + 1 < scene->mentions + scene->mention_count) {
        place->of = figure + 1;
        place->end = attach_find_noun_end(scene, place->of);
    } else {
        place->end = figure->token + 1;
        place->of = find_field(sentence, &behind);
        if (place->of != NULL)
            place->end = behind;
    }
    place->is_base = !scene_is_one_of(scene, at, steps) && is_of_base(sentence, at);
    if (scene_is_word(scene, at, "thứ") && place->of == NULL && !place->is_base)
        return false;
    place->has_year = at > sentence->start && attach_is_time(scene, at - 1);
    /* "từ vị trí 31 xuống vị trí 46" */
    bool is_left = at > sentence->start && scene_is_cue(scene, at - 1, CUE_FROM) && scene_is_one_of(scene, place->end, steps);
    return place->of != NULL || next > at + 1 || QCDC_FAULT("ranks-left", is_left, false) || !(is_plain(scene, at) || scene_is_word(scene, at, "xếp"));
}

/* "tăng 3 bậc so với năm trước (25/63)": the line of the bracket is of the field that the place before it was told with. */
static bool shows_place(const Sentence *sentence, size_t at, const Shown *shown, const Places *places)
{
    const Place *now = &places->items[places->count - 1];
    bool is_line = shown->is_pure && attach_shows_line(shown);
    return is_line && now->of != NULL && qcdc_decimal_compare(now->of->value, shown->figures[1]->value) == 0 && follows_comparison(sentence, at);
}

/* "(năm 2021: 36/63)" behind a change of places */
static bool read_base_place(const Sentence *sentence, size_t at, const Places *places, Place *place)
{
    Shown shown;
    if (!attach_read_shown(sentence, at, &shown) || shown.count == 0 || shown.count > 2 || shown.direction != QCDC_DIRECTION_UNKNOWN ||
        !(shown.has_time || QCDC_FAULT("ranks-line", shows_place(sentence, at, &shown, places), false)))
        return false;
    const Mention *rank = shown.figures[0];
    if (!can_be_rank(sentence, rank) || scene_is_cue(sentence->scene, rank->token + 1, CUE_SCORE) || (shown.count == 2 && rank->slash != 1))
        return false;
    *place = (Place){ .first = at, .end = shown.end, .rank = rank, .is_base = true };
    place->of = shown.count == 2 ? shown.figures[1] : NULL;
    return true;
}

static QcdcStatus keep_place(const Sentence *sentence, const Place *place, QcdcError *error)
{
    Draft *draft = &sentence->reader->draft;
    draft_begin(draft, QCDC_CLAIM_RANK);
    draft->period = sentence->period;
    attach_add(draft, QCDC_OPERAND_RANK, place->rank);
    attach_add(draft, QCDC_OPERAND_OF, place->of);
    attach_cover_tokens(draft, sentence->scene, place->first, place->end);
    return reader_keep(sentence->reader, draft, NULL, error);
}

static void add(Places *places, const Place *place)
{
    if (places->count == PLACES_MOST) {
        for (size_t i = 1; i < PLACES_MOST; i++)
            places->items[i - 1] = places->items[i];
        places->count--;
    }
    places->items[places->count++] = *place;
}

/* The last place told before @at, else the first one behind it. */
static const Place *find_now(const Places *places, size_t at)
{
    const Place *found = NULL;
    for (size_t i = 0; i < places->count; i++)
        if (!places->items[i].is_base && (places->items[i].first < at || found == NULL))
            found = &places->items[i];
    return found;
}

/* "Năm 2021 xếp thứ 8/63; năm 2022 xếp thứ 13/63": of two years the earlier; where another base is named it counts if it fits. */
static const Place *find_place_before(const Places *places, const Place *now)
{
    return now != NULL && now > places->items && !now[-1].is_base && now[-1].has_year && now->has_year ? now - 1 : NULL;
}

static uint8_t find_direction(const Scene *scene, size_t at)
{
    static const char *const rising[] = { "lên", "tăng", "thăng", NULL };
    static const char *const falling[] = { "xuống", "giảm", "tụt", "lùi", "rớt", NULL };
    if (scene_is_cue(scene, at, CUE_UP) || scene_is_cue(scene, at, CUE_HIGHER) || scene_is_one_of(scene, at, rising))
        return QCDC_DIRECTION_INCREASE;
    if (scene_is_cue(scene, at, CUE_DOWN) || scene_is_cue(scene, at, CUE_LOWER) || scene_is_one_of(scene, at, falling))
        return QCDC_DIRECTION_DECREASE;
    return QCDC_DIRECTION_UNKNOWN;
}

/* "tăng 21 bậc": how many places, NULL if it is none. */
static const Mention *find_steps(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    if (find_direction(scene, at) == QCDC_DIRECTION_UNKNOWN)
        return NULL;
    size_t next = at + 1;
    while (next < sentence->end && next < at + 3 &&
           (scene_is_word(scene, next, "thêm") || scene_is_word(scene, next, "tới") ||
            scene_is_cue(scene, next, CUE_HEDGE)))
        next++;
    const Mention *figure = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    if (figure == NULL || figure->percent || figure->slash != 0)
        return NULL;
    bool counts_places = scene_is_cue(scene, figure->token + 1, CUE_PLACES) ||
                         scene_is_word(scene, figure->token + 1, "bậc") ||
                         scene_is_word(scene, figure->token + 1, "hạng");
    return counts_places ? figure : NULL;
}

/* Whether another change of places is told between the two tokens. */
static bool has_steps_between(const Sentence *sentence, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++)
        if (scene_is_mark(sentence->scene, at, ';') || find_steps(sentence, at) != NULL)
            return true;
    return false;
}

/* Places are compared in one field (S22). */
static bool shares_field(const Place *place, const Place *now)
{
    return now == NULL || place->of == NULL || now->of == NULL ||
           qcdc_decimal_compare(place->of->value, now->of->value) == 0;
}

/* The place of the base behind the change, else the nearest before it; behind another place a base is that one's. */
static Place *find_base(const Sentence *sentence, Places *places, const Place *now, size_t at)
{
    Place *before = NULL;
    bool has_other = false;
    for (size_t i = 0; i < places->count; i++) {
        Place *place = &places->items[i];
        has_other = has_other || (!place->is_base && place != now && place->first > at);
        if (QCDC_FAULT("ranks-other", has_other, false))
            return before;
        if (!place->is_base || place == now || place->is_used || !shares_field(place, now))
            continue;
        if (place->first > at)
            return place->first - at < ATTACH_LOOK_AHEAD && !has_steps_between(sentence, at + 1, place->first) ? place
                                                                                                               : before;
        if (at - place->first < ATTACH_LOOK_AHEAD && !has_steps_between(sentence, place->end, at))
            before = place;
    }
    return before;
}

typedef struct Steps {
    size_t at; /* of the verb */
    const Mention *steps;
    const Place *now, *base;
} Steps;

static void fill(Draft *draft, const Sentence *sentence, const Steps *steps)
{
    const Scene *scene = sentence->scene;
    Compared compared = { .end = steps->steps->token + 2 };
    if (compared.end < sentence->end && scene_is_cue(scene, compared.end, CUE_COMPARED))
        attach_read_compared(sentence, compared.end, &compared);
    draft_begin(draft, QCDC_CLAIM_CHANGE_RANK);
    draft->period = sentence->period;
    draft->base_period = attach_find_base_period(sentence, &compared);
    draft->direction = QCDC_FAULT("ranks-direction", find_direction(scene, steps->at), QCDC_DIRECTION_INCREASE);
    attach_cover_tokens(draft, scene, steps->at, compared.end);
    if (steps->now != NULL) {
        attach_add(draft, QCDC_OPERAND_NOW, steps->now->rank);
        attach_add(draft, QCDC_OPERAND_OF, steps->now->of);
    }
    if (steps->base != NULL)
        attach_add(draft, QCDC_OPERAND_BASE, steps->base->rank);
    attach_add(draft, QCDC_OPERAND_DELTA, steps->steps);
}

static QcdcStatus keep_steps(const Sentence *sentence, Places *places, size_t at, const Mention *count,
                             QcdcError *error)
{
    Draft *draft = &sentence->reader->draft;
    Steps steps = { .at = at, .steps = count, .now = find_now(places, at) };
    Place *base = find_base(sentence, places, steps.now, at);
    bool is_loose = base == NULL && scene_is_cue(sentence->scene, count->token + 2, CUE_COMPARED);
    if (base != NULL)
        base->is_used = true;
    steps.base = base != NULL ? base : find_place_before(places, steps.now);
    fill(draft, sentence, &steps);
    if (is_loose && steps.base != NULL) {
        draft_judge(draft);
        steps.base = NULL;
        if (draft->verdict != QCDC_VERDICT_CONSISTENT)
            fill(draft, sentence, &steps);
    }
    attach_take(sentence, count, TAKEN_RANK | TAKEN_CHANGE);
    return reader_keep(sentence->reader, draft, NULL, error);
}

static QcdcStatus read_places(const Sentence *sentence, Places *places, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Place place;
        bool is_said = read_place(sentence, at, &place);
        bool is_base = !is_said && places->count > 0 && read_base_place(sentence, at, places, &place);
        if (!is_said && !is_base) {
            at++;
            continue;
        }
        attach_take(sentence, place.rank, TAKEN_RANK);
        if (place.of != NULL)
            attach_take(sentence, place.of, TAKEN_RANK);
        add(places, &place);
        if (is_said && !place.is_base)
            status = keep_place(sentence, &place, error);
        at = place.end > at ? place.end : at + 1;
    }
    return status;
}

static QcdcStatus read_sentence(const Sentence *sentence, QcdcError *error)
{
    Places places = { .count = 0 };
    QcdcStatus status = read_places(sentence, &places, error);
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK; at++) {
        const Mention *steps = find_steps(sentence, at);
        if (steps != NULL)
            status = keep_steps(sentence, &places, at, steps, error);
    }
    return status;
}

QcdcStatus reader_find_ranks(Reader *reader, QcdcError *error)
{
    return attach_read_sentences(reader, read_sentence, error);
}
