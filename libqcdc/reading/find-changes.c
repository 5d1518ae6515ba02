/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/multiples-private.h"
#include "reading/operand-private.h"
#include "reading/shift-private.h"
#include "reading/unchanged-private.h"

/* The changes of one sentence, and the phrases of comparison that hold for several of them. */
typedef struct Telling {
    const Sentence *sentence;
    Shift shifts[SHIFT_MOST];
    size_t count;
    size_t settled; /* those before it get no base any more: another comparison or a list of parts begins behind them */
    bool has_lead; /* "So với cùng kỳ năm 2021, …" */
    Compared lead;
    Shown shown;
} Telling;

/* A phrase of comparison holds for what stands before it and has none, or has none behind it (phrases.md 11.6). */
static void spread_compared(Telling *telling)
{
    const Compared *behind = NULL;
    for (size_t i = telling->count; i-- > 0;) {
        Shift *shift = &telling->shifts[i];
        if (shift->has_compared)
            behind = &shift->compared;
        else if (QCDC_FAULT("changes-scope", behind != NULL, false))
            shift->compared = *behind, shift->compared.base = NULL, shift->has_compared = true;
    }
    const Compared *before = telling->has_lead ? &telling->lead : NULL;
    for (size_t i = 0; i < telling->count; i++) {
        Shift *shift = &telling->shifts[i];
        if (shift->has_compared)
            before = &shift->compared;
        else if (before != NULL)
            shift->compared = *before, shift->has_compared = true;
    }
}

/* Percents that follow as many differences: "giảm 18 vụ, tăng 14 người so với cùng kỳ, tương ứng giảm 10% và tăng 11,7%". */
typedef struct Row {
    size_t amounts;    /* shifts that have one */
    size_t percents;   /* those that have a percent alone, behind them */
    bool has_first;    /* the last amount has been given the first percent */
} Row;

static Row find_row(const Telling *telling)
{
    Row row = { .amounts = 0 };
    while (row.amounts < telling->count && telling->shifts[row.amounts].delta != NULL)
        row.amounts++;
    row.percents = telling->count - row.amounts;
    row.has_first = row.amounts > 0 && telling->shifts[row.amounts - 1].percent != NULL;
    return row;
}

/* The shift that read the percent of amount @i. */
static const Shift *get_percent(const Telling *telling, const Row *row, size_t i)
{
    return &telling->shifts[row->amounts + i - row->has_first];
}

static bool is_respective(const Telling *telling, const Row *row)
{
    if (row->amounts < 2 || row->percents + row->has_first != row->amounts)
        return false;
    for (size_t i = 0; i < row->amounts; i++) {
        const Shift *amount = &telling->shifts[i], *percent = get_percent(telling, row, i);
        bool has_own = amount->percent != NULL && !(row->has_first && i + 1 == row->amounts);
        if (has_own || percent->percent == NULL || percent->direction != amount->direction)
            return false;
    }
    size_t first = get_percent(telling, row, 0)->percent->token, least = first > 4 ? first - 4 : 0;
    while (first-- > least)
        if (attach_is_alike(telling->sentence->scene, first))
            return true;
    return false;
}

static void pair_respective(Telling *telling)
{
    Row row = find_row(telling);
    const Mention *percents[SHIFT_MOST];
    if (!QCDC_FAULT("changes-respective", is_respective(telling, &row), false))
        return;
    for (size_t i = 0; i < row.amounts; i++)
        percents[i] = get_percent(telling, &row, i)->percent;
    for (size_t i = row.amounts; i-- > 0;) { /* the first percent may stand with the last amount: it is overwritten last */
        const Shift *percent = get_percent(telling, &row, i);
        if (percent->has_compared && !telling->shifts[i].has_compared)
            telling->shifts[i].compared = percent->compared, telling->shifts[i].compared.base = NULL, telling->shifts[i].has_compared = true;
    }
    for (size_t i = 0; i < row.amounts; i++) {
        telling->shifts[i].percent = percents[i];
        telling->shifts[i].end = attach_find_noun_end(telling->sentence->scene, percents[i]);
    }
    telling->count = row.amounts;
}

static QcdcStatus keep_all(Telling *telling, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    pair_respective(telling);
    spread_compared(telling);
    for (size_t i = 0; i < telling->count && status == QCDC_OK; i++)
        status = shift_keep(telling->sentence, &telling->shifts[i], error);
    telling->count = telling->settled = 0;
    return status;
}

/* "giảm 23 trường hợp so với năm 2018: 210": a bare number is told in the unit of the only change. */
static bool is_bare_base(const Telling *telling, const Mention *delta, const Mention *figure)
{
    bool is_alone = telling->count == 1 && figure->first_key == 0 && !figure->percent && !figure->points;
    return is_alone && figure->scale == 0 && delta->scale == 0 && delta->first_key != 0;
}

static bool wants_base(const Telling *telling, const Shift *shift, const Mention *figure)
{
    const Mention *delta = shift->delta;
    if (shift->base != NULL || shift->either != NULL)
        return false;
    if (delta == NULL && attach_names_unit(telling->sentence->scene, shift->percent))
        return attach_count_named(telling->sentence->scene, shift->percent, figure) > 0;
    if (delta == NULL || delta->points)
        return telling->count == 1 && (delta == NULL || figure->percent);
    if (QCDC_FAULT("changes-bare-base", is_bare_base(telling, delta, figure), false))
        return true;
    return delta->first_key == figure->first_key && (delta->first_key != 0 || telling->count == 1);
}

/* "96.000 người, tăng 4.000 người (4,3%); hưởng trợ cấp 6.000 người, giảm 20% so với cùng kỳ: 7.500 người": whether a level of the unit of @figure
 * stands behind the change @i, so that the comparison is of that. */
static bool has_level_behind(const Telling *telling, size_t i, const Mention *figure)
{
    const Sentence *sentence = telling->sentence;
    size_t at = telling->shifts[i].end, end = telling->shifts[telling->count - 1].verb;
    for (end = end < at + ATTACH_LOOK_AHEAD ? end : at + ATTACH_LOOK_AHEAD; at < end; at = operand_step(sentence->scene, at)) {
        const Mention *level = operand_get_count(sentence->scene, at);
        if (level != NULL && level->first_key == figure->first_key && attach_can_be_level(sentence, level, LEVEL_ANY))
            return QCDC_FAULT("changes-level", true, false);
    }
    return false;
}

/* Of the changes whose base is not told, and of its unit, the one whose words are most alike gets it, else the last. */
static void give_base(Telling *telling, const Mention *figure)
{
    Shift *best = NULL;
    size_t most = 0;
    if (figure == NULL || (figure->slash != 0 && !attach_is_pair(telling->sentence->scene, figure)) || figure->sign != 0 ||
        attach_is_taken(telling->sentence, figure, TAKEN_CHANGE))
        return;
    for (size_t i = telling->count; i-- > QCDC_FAULT("changes-settled", telling->settled, 0);) {
        Shift *shift = &telling->shifts[i];
        /* a list that has its own comparison ends there; "cao hơn 6 đơn; tăng 2 vụ so với năm trước (…)" are two lists */
        bool is_other = QCDC_FAULT("changes-beside", shift->is_beside != telling->shifts[telling->count - 1].is_beside, false);
        if ((shift->has_compared && i + 1 < telling->count) || is_other)
            break;
        if (!wants_base(telling, shift, figure) || (figure->first_key != 0 && has_level_behind(telling, i, figure)))
            continue;
        size_t alike = attach_count_alike(telling->sentence->scene, figure, shift->delta != NULL ? shift->delta : shift->percent);
        if (best != NULL && alike <= most)
            continue;
        best = shift;
        most = alike;
    }
    if (best == NULL)
        return;
    best->base = figure;
    attach_take(telling->sentence, figure, TAKEN_CHANGE);
}

static bool is_behind_last(const Telling *telling, size_t at)
{
    return telling->count > 0 && at == telling->shifts[telling->count - 1].end;
}

/* "số lượt bằng 90%; số vụ tăng 12% (cùng kỳ 132 lượt, 94 vụ)": of several figures a percent takes the one that its subject names. */
static bool can_be_given(const Telling *telling, const Shown *shown, const Mention *figure)
{
    const Shift *only = &telling->shifts[0];
    if (shown->count == 1 || telling->count > 1 || only->delta != NULL || attach_names_unit(telling->sentence->scene, only->percent))
        return true;
    return attach_count_subject(telling->sentence, only->verb, figure) > 0;
}

/* "số lượt giảm 42 lượt; số vụ không thay đổi (kỳ trước 132 lượt, 94 vụ)": what did not change closes the list of changes. */
static bool is_behind_unchanged(const Telling *telling, size_t at)
{
    const Scene *scene = telling->sentence->scene;
    size_t from = telling->count > 0 ? telling->shifts[telling->count - 1].end : at;
    from = at > from + ATTACH_LOOK_AHEAD ? at : from;
    bool is_unchanged = false;
    for (; from < at && scene->tokens[from].kind != TOKEN_NUMBER && !(is_unchanged && scene->tokens[from].kind == TOKEN_MARK); from++)
        is_unchanged = is_unchanged || scene_is_cue(scene, from, CUE_UNCHANGED);
    return from == at && QCDC_FAULT("changes-unchanged", is_unchanged, false);
}

/* "(cùng kỳ 132 đơn và 94 vụ)" behind a list of changes: each takes the base of its unit, and later brackets are of later changes. */
static bool read_shown(Telling *telling, size_t *at)
{
    Shown shown;
    bool is_list = scene_is_mark(telling->sentence->scene, *at, '(') && is_behind_unchanged(telling, *at);
    if ((!is_list && !is_behind_last(telling, *at)) || !attach_read_shown(telling->sentence, *at, &shown) || !shown.has_time ||
        shown.count == 0 || shown.direction != QCDC_DIRECTION_UNKNOWN || shown.has_plan || shown.has_span ||
        shown.has_line)
        return false;
    for (size_t i = 0; i < shown.count && (!is_list || shown.count > 1); i++) /* a single figure is of what did not change */
        if (QCDC_FAULT("changes-several", can_be_given(telling, &shown, shown.figures[i]), true))
            give_base(telling, shown.figures[i]);
    if (is_list)
        telling->settled = telling->count;
    *at = shown.end;
    return true;
}

/* "so với cùng kỳ năm 2020: 108 vụ, 08 người", ", năm trước 500 người" */
static bool read_named(Telling *telling, size_t *at)
{
    const Sentence *sentence = telling->sentence;
    const Scene *scene = sentence->scene;
    size_t next = *at + 1;
    bool is_told = scene_is_mark(scene, *at, ':') && *at > sentence->start && attach_is_time(scene, *at - 1);
    if (scene_is_mark(scene, *at, ',') && next < sentence->end &&
        (scene_is_cue(scene, next, CUE_BEFORE) || scene_is_cue(scene, next, CUE_SAME_PERIOD))) {
        while (next < sentence->end &&
               (attach_is_time(scene, next) || scene_is_word(scene, next, "là") || scene_is_word(scene, next, "có")))
            next++;
        is_told = true;
    }
    if (!is_behind_last(telling, *at) || !is_told || next >= sentence->end || scene_get_figure(scene, next) == NULL)
        return false;
    for (unsigned steps = 0; steps < 4 && next < sentence->end; steps++) {
        const Mention *figure = scene_get_figure(scene, next);
        if (figure == NULL)
            break;
        give_base(telling, figure);
        *at = attach_find_noun_end(scene, figure);
        next = *at + (scene_is_mark(scene, *at, ',') || scene_is_cue(scene, *at, CUE_AND));
    }
    return true;
}

/* "So với cùng kỳ năm 2021 (846 cuộc), …" */
static void read_lead_shown(Telling *telling, size_t *at)
{
    Shown shown;
    if (!attach_read_shown(telling->sentence, *at, &shown) || shown.count == 0 || shown.has_line ||
        shown.direction != QCDC_DIRECTION_UNKNOWN)
        return;
    for (size_t i = 0; i < shown.count; i++)
        if (attach_is_taken(telling->sentence, shown.figures[i], TAKEN_CHANGE))
            return;
    telling->shown = shown;
    for (size_t i = 0; i < shown.count; i++)
        attach_take(telling->sentence, shown.figures[i], TAKEN_CHANGE);
    *at = shown.end;
}

/* What stands in the middle of a clause speaks of something that is no change: "không thay đổi so với cùng kỳ". */
static bool begins_clause(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    if (at == sentence->start)
        return true;
    /* "tăng 3 đơn (2%) so với …" is rather said of what stands before */
    bool is_behind_mark = scene->tokens[at - 1].kind == TOKEN_MARK &&
                          QCDC_FAULT("changes-behind-bracket", scene->tokens[at - 1].mark != ')' && scene->tokens[at - 1].mark != '%', true);
    return is_behind_mark || scene_is_cue(scene, at - 1, CUE_AND);
}

static bool read_lead(Telling *telling, size_t *at)
{
    Compared compared;
    size_t from = *at;
    if (!scene_is_cue(telling->sentence->scene, *at, CUE_COMPARED) ||
        !attach_read_compared(telling->sentence, *at, &compared))
        return false;
    *at = compared.end > *at ? compared.end : *at + 1;
    if (compared.is_plan || compared.is_total)
        return true;
    bool leads = from > 0 && scene_is_mark(telling->sentence->scene, from - 1, ';') && scene_is_mark(telling->sentence->scene, *at, ',');
    bool is_unchanged = false;
    for (size_t i = telling->count > 0 ? telling->shifts[telling->count - 1].end : from; i < from; i++)
        is_unchanged = is_unchanged || scene_is_cue(telling->sentence->scene, i, CUE_UNCHANGED);
    if (is_unchanged) /* "giảm 67 đồng; giá dầu không đổi so với kỳ trước là 17.086 đồng": of what did not change */
        return true;
    if (telling->count > 0 && !leads && !telling->shifts[telling->count - 1].has_compared) {
        telling->shifts[telling->count - 1].compared = compared;
        telling->shifts[telling->count - 1].has_compared = true;
        give_base(telling, compared.base);
        return true;
    }
    if (!begins_clause(telling->sentence, from))
        return true;
    if (compared.base != NULL && attach_is_taken(telling->sentence, compared.base, TAKEN_CHANGE))
        compared.base = NULL;
    attach_take(telling->sentence, compared.base, TAKEN_CHANGE);
    telling->lead = compared;
    telling->has_lead = true;
    telling->settled = telling->count;
    read_lead_shown(telling, at);
    return true;
}

/* What the phrase before the changes showed of the base, to the first change of its unit. */
static void take_lead_base(Telling *telling, Shift *shift)
{
    const Mention *first = shift->delta != NULL ? shift->delta : shift->percent, *base = telling->lead.base;
    bool has_unit = shift->delta != NULL && !shift->delta->points;
    if (shift->base != NULL || !telling->has_lead)
        return;
    if (base == NULL && (has_unit || telling->shown.count == 1))
        base = has_unit ? attach_match_shown(telling->sentence->scene, &telling->shown, first) : telling->shown.figures[0];
    bool is_named = shift->delta == NULL && attach_names_unit(telling->sentence->scene, first);
    if (base == NULL || (has_unit && !mention_shares_noun(base, first)) ||
        (is_named && attach_count_named(telling->sentence->scene, first, base) == 0))
        return;
    shift->base = base;
    telling->lead.base = NULL;
    for (size_t i = 0; i < telling->shown.count; i++)
        if (telling->shown.figures[i] == base)
            telling->shown.figures[i] = telling->shown.figures[--telling->shown.count];
}

static QcdcStatus add(Telling *telling, const Shift *shift, QcdcError *error)
{
    QcdcStatus status = telling->count == SHIFT_MOST ? keep_all(telling, error) : QCDC_OK;
    telling->shifts[telling->count] = *shift;
    take_lead_base(telling, &telling->shifts[telling->count++]);
    return status;
}

/* "giảm 36 vụ so với tháng 3 và tăng 28 vụ so với tháng 4 (tháng 3: 178 vụ; tháng 4: 114 vụ)": as many bases of one unit as changes, in
 * turn. */
static bool give_in_turn(Telling *telling, const Shown *shown)
{
    if (shown->count < 2 || shown->count != telling->count - telling->settled)
        return false;
    for (size_t i = 0; i < shown->count; i++) {
        const Shift *shift = &telling->shifts[telling->settled + i];
        bool is_own = shift->either == NULL && shift->delta != NULL && !shift->delta->points;
        if (!is_own || shift->delta->first_key == 0 || shown->figures[i]->first_key != shift->delta->first_key || shown->figures[i]->slash != 0 ||
            shift->delta->first_key != telling->shifts[telling->settled].delta->first_key)
            return false;
    }
    for (size_t i = 0; i < shown->count; i++) {
        telling->shifts[telling->settled + i].base = shown->figures[i];
        attach_take(telling->sentence, shown->figures[i], TAKEN_CHANGE);
    }
    return true;
}

/* "tăng 12 lượt và giảm 3 vụ (cùng kỳ 132 lượt, 40 vụ)": the bracket was read with the last one, and shows the bases of those before. */
static void share_shown(Telling *telling, const Shift *last)
{
    const Scene *scene = telling->sentence->scene;
    size_t close = last->end - 1;
    Shown shown;
    if (telling->count < 2 || last->base == NULL || !scene_is_mark(scene, close, ')') || scene->tokens[close].index >= close ||
        !attach_read_shown(telling->sentence, scene->tokens[close].index, &shown) || QCDC_FAULT("changes-turn", give_in_turn(telling, &shown), false))
        return;
    for (size_t i = 0; i < shown.count; i++)
        give_base(telling, shown.figures[i]);
}

static QcdcStatus read_list(Telling *telling, Shift *shift, size_t *at, QcdcError *error)
{
    Shift next;
    QcdcStatus status = add(telling, shift, error);
    bool has_verb = !scene_is_mark(telling->sentence->scene, shift->verb, '(');
    while (status == QCDC_OK && has_verb && shift_read_elided(telling->sentence, shift, &next)) {
        *shift = next;
        status = add(telling, shift, error);
    }
    share_shown(telling, shift);
    *at = shift->end > *at ? shift->end : *at + 1;
    return status;
}

static QcdcStatus read_shifts(const Sentence *sentence, QcdcError *error)
{
    Telling telling = { .sentence = sentence };
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Shift shift;
        if (scene_is_cue(sentence->scene, at, CUE_OF_WHICH) || scene_is_cue(sentence->scene, at, CUE_COMPRISING))
            telling.settled = telling.count;
        if (shift_read(sentence, at, &shift) || shift_read_signed(sentence, at, &shift))
            status = read_list(&telling, &shift, &at, error);
        else if (!read_shown(&telling, &at) && !read_named(&telling, &at) && !read_lead(&telling, &at))
            at++;
    }
    return status == QCDC_OK ? keep_all(&telling, error) : status;
}

static QcdcStatus read_sentence(const Sentence *sentence, QcdcError *error)
{
    QcdcStatus status = multiples_find(sentence, error);
    if (status == QCDC_OK)
        status = unchanged_find(sentence, error);
    return status == QCDC_OK ? read_shifts(sentence, error) : status;
}

QcdcStatus reader_find_changes(Reader *reader, QcdcError *error)
{
    return attach_read_sentences(reader, read_sentence, error);
}
