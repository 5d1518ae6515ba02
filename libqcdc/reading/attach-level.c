/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/attach-private.h"
#include "reading/operand-private.h"

/* From a verb of change back to the figure that changed: first in the verb's own stretch between two commas, then in those before it. A
 * bracket that lies on the way is stepped over, one that the verb stands in is left. */
typedef struct Walk {
    const Sentence *sentence;
    const Mention *mention; /* by how much */
    LevelKind kind;
    size_t verb;
    unsigned words, behind_time; /* of the stretch; of them those behind its last time */
    bool is_own;                 /* the verb's own stretch */
    bool has_figure, has_name;   /* of the stretch: a figure; words that name another subject */
    bool passed_change;          /* another change stands between */
    bool passed_words;           /* words of no figure stand between */
    bool has_step;               /* of the stretch: a figure that tells by how much */
    bool is_shown;               /* the base in the verb's bracket has but a time: it may be a part of what stands before it */
    const Mention *base;         /* what a time shows in the verb's bracket: what counts the same has changed */
    bool crossed;                /* a semicolon has been crossed */
    bool is_mean;                /* the nearest is a mean beside a total, and either may be meant */
    const Mention *loose;        /* the nearest figure, of another unit */
    const Mention *share;        /* the nearest share: "chiếm 62%, tăng 12%" is rather said of what has the share */
    Levels *levels;
} Walk;

static bool is_small_word(const Scene *scene, size_t at)
{
    static const char *const words[] = { "ước",   "cùng",  "cũng", "đã",   "đều",  "là",   "tức",  "nghĩa",
                                         "nhưng", "song",  "khi",  "chỉ",  "bị",   "được", "mức",  "hiện",
                                         "nay",   "tương", "ứng",  "đồng", "thời", "lần",  "lượt", "vẫn",  NULL };
    return scene_is_one_of(scene, at, words);
}

static bool is_word(const Scene *scene, size_t at)
{
    return scene->tokens[at].kind == TOKEN_WORD && !is_small_word(scene, at);
}

/* Whether a figure of another subject begins here: "10 xã có số vụ tăng 5%". */
static bool names_subject(const Walk *walk, size_t at)
{
    const Token *token = &walk->sentence->scene->tokens[at];
    if (token->kind == TOKEN_CUE)
        return token->cue == CUE_TOTAL ||
               ((token->cue == CUE_RATE || token->cue == CUE_AVERAGE) && at + 1 < walk->verb);
    return scene_is_word(walk->sentence->scene, at, "số");
}

/* The mention that carries the unit: of 62/77 đơn the lower one. */
static const Mention *find_unit(const Walk *walk, const Mention *figure)
{
    const Scene *scene = walk->sentence->scene;
    bool has_lower =
        figure->slash == 1 && figure->first_key == 0 && figure + 1 < scene->mentions + scene->mention_count;
    return has_lower ? figure + 1 : figure;
}

static bool is_long_noun(const Mention *mention)
{
    return mention->noun_end >= mention->noun_first + 2;
}

static void push(Levels *levels, const Mention *figure)
{
    if (levels->count < ATTACH_MAX_LEVELS)
        levels->figures[levels->count++] = figure;
}

/* "180.000 tỷ đồng, bình quân 36.000 tỷ đồng/năm, gấp 1,5 lần …": the total before it may be meant. */
static bool may_be_mean(const Sentence *sentence, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t at = figure->token, least = attach_reach_back(sentence, at, 2), behind = attach_find_noun_end(scene, figure);
    bool is_over = operand_is_quotient(scene, figure) || scene_is_cue(scene, behind, CUE_PER_YEAR);
    while (is_over && at-- > least)
        if (scene_is_cue(scene, at, CUE_AVERAGE))
            return QCDC_FAULT("attach-level-mean", true, false);
    return attach_is_mean(sentence, figure);
}

/* True when the search is over. */
static bool take_count(Walk *walk, const Mention *figure)
{
    const Mention *unit = find_unit(walk, figure), *wanted = walk->mention;
    Levels *levels = walk->levels;
    /* "thu 18 tỷ; … giảm 40 vụ": money that leaves out its unit */
    if (QCDC_FAULT("attach-level-money", unit->first_key == 0 && unit->scale >= 9 && wanted->first_key != 0 && wanted->scale == 0 && !wanted->is_measure, false))
        return false;
    if (wanted->first_key == 0 || unit->first_key == 0) {
        levels->is_weak |= unit->first_key == 0 && wanted->first_key != 0 && figure->scale == 0;
        if (levels->count == 0)
            push(levels, figure);
        return true;
    }
    if (QCDC_FAULT("attach-level-unit", unit->first_key != wanted->first_key, false)) {
        if (walk->loose == NULL && !walk->passed_change)
            walk->loose = figure;
        return false;
    }
    bool is_same = unit->noun_key == wanted->noun_key || !is_long_noun(wanted);
    bool is_open = !is_same && !is_long_noun(unit); /* "chết 45 người" may be "05 người chết" */
    if (is_same && levels->count > 0 && !walk->is_mean)
        *levels = (Levels){ .figures = { figure }, .count = 1 };
    else if (levels->count == 0 || walk->is_mean || is_open)
        push(levels, figure);
    walk->is_mean = is_same && may_be_mean(walk->sentence, figure);
    return is_same && !walk->is_mean;
}

static unsigned count_noun_words(const Walk *walk, const Mention *figure)
{
    unsigned count = 0;
    for (size_t at = figure->token + 1; at < figure->noun_end && at < walk->verb; at++)
        count += is_word(walk->sentence->scene, at);
    return count;
}

/* "đạt 1.200 tỷ đồng tăng 12%", without a comma: what is said of a subject, not "tại 47 quốc gia đã tăng 12%". */
static bool is_predicate(const Walk *walk, const Mention *figure)
{
    static const char *const joins[] = { "là", "có", "được", NULL };
    const Sentence *sentence = walk->sentence;
    const Scene *scene = sentence->scene;
    size_t at = figure->token;
    while (at > sentence->start && scene_is_cue(scene, at - 1, CUE_HEDGE))
        at--;
    bool is_said =
        at > sentence->start && (scene_is_cue(scene, at - 1, CUE_REACH) || scene_is_cue(scene, at - 1, CUE_INDEX) ||
                                 scene_is_cue(scene, at - 1, CUE_REMAINDER) || scene_is_one_of(scene, at - 1, joins));
    return is_said && figure->noun_end <= figure->token + 4 && figure->noun_end + 2 >= walk->verb;
}

static bool visit_figure(Walk *walk, const Mention *figure)
{
    unsigned own_words = count_noun_words(walk, figure);
    bool first = !walk->has_figure;
    walk->has_figure = true;
    walk->words = walk->words > own_words ? walk->words - own_words : 0;
    if (attach_is_taken(walk->sentence, figure, TAKEN_CHANGE))
        walk->passed_change = true;
    if (attach_is_difference(walk->sentence, figure->token))
        walk->has_step = true;
    if (walk->kind == LEVEL_ANY && attach_is_share(walk->sentence, figure)) {
        walk->share = walk->share == NULL ? figure : walk->share;
        walk->has_name = false;
        return false;
    }
    if (walk->is_own && first && QCDC_FAULT("attach-level-subject", walk->has_name, false)) {
        walk->levels->has_subject = true;
        return true;
    }
    bool is_other = walk->base != NULL && QCDC_FAULT("attach-level-base", !mention_shares_noun(walk->base, figure), false);
    if (is_other || !attach_can_be_level(walk->sentence, figure, walk->kind)) {
        walk->is_shown = walk->is_shown || attach_is_shown_base(walk->sentence, figure);
        return false;
    }
    if (walk->kind == LEVEL_COUNT)
        return take_count(walk, figure);
    if (walk->kind == LEVEL_ANY && walk->is_own && !is_predicate(walk, figure) && walk->verb > figure->noun_end &&
        walk->verb > attach_find_noun_end(walk->sentence->scene, figure)) {
        walk->levels->has_subject = true;
        return true;
    }
    push(walk->levels, figure);
    if (walk->kind == LEVEL_ANY && (walk->has_step || (walk->is_own && !is_predicate(walk, figure))))
        walk->levels->is_weak = true;
    walk->is_mean = may_be_mean(walk->sentence, figure);
    return walk->kind != LEVEL_ANY;
}

/* At a comma or at the bracket's beginning; true when the search is over. */
static bool leave_stretch(Walk *walk)
{
    if (walk->kind == LEVEL_ANY && walk->levels->count > 0 && !walk->is_mean)
        return true;
    walk->is_mean = walk->is_mean && walk->kind != LEVEL_ANY;
    if (walk->is_own && !walk->has_figure && (walk->words > 0 || walk->has_name)) {
        walk->levels->has_subject = true;
        if (walk->words > 3 || walk->has_name)
            return true;
        walk->levels->is_weak = true;
    }
    walk->passed_words |= walk->words > 0 || walk->has_name;
    walk->is_own = walk->has_figure = walk->has_name = walk->has_step = false;
    walk->words = walk->behind_time = 0;
    return false;
}

/* "… trong khi doanh thu chỉ tăng 56%": a clause with a subject of its own. */
static bool begins_clause(const Walk *walk, size_t at)
{
    static const char *const words[] = { "trong khi", "khi", "nhưng", "còn", "song", "đồng thời", "kéo theo", NULL };
    return walk->is_own && walk->words > 0 && scene_is_one_of(walk->sentence->scene, at, words);
}

static void visit_word(Walk *walk, size_t at)
{
    const Scene *scene = walk->sentence->scene;
    if (names_subject(walk, at))
        walk->has_name = true;
    if (is_word(scene, at))
        walk->words++;
    else if (attach_is_time(scene, at))
        walk->behind_time = walk->words;
    else if (scene_is_cue(scene, at, CUE_COMPARED))
        walk->words = walk->behind_time;
}

/* "45 vụ, 20 người chết; giảm 05 vụ, giảm 04 người chết": a clause of changes alone speaks of the one before. */
static bool cross_semicolon(Walk *walk)
{
    if (QCDC_FAULT("attach-level-semicolon", walk->crossed, true) || walk->passed_words || walk->words > 0 ||
        walk->has_name)
        return true;
    walk->crossed = true;
    return leave_stretch(walk);
}

/* "12 vụ (năm 2023: 10 vụ, tăng 20%)": the colon behind the time that opens the bracket. */
static bool heads_bracket(const Sentence *sentence, size_t at)
{
    size_t time = at;
    while (time > sentence->start && time + 3 > at && attach_is_time(sentence->scene, time - 1))
        time--;
    const Mention *shown = time < at ? scene_find_next_figure(sentence->scene, at, sentence->end) : NULL;
    return time < at && time > sentence->start && (scene_is_mark(sentence->scene, time - 1, '(') || (shown != NULL && attach_is_shown_base(sentence, shown)));
}

/* True when the search is over. */
static bool visit(Walk *walk, size_t *at, size_t least)
{
    const Scene *scene = walk->sentence->scene;
    const Token *token = &scene->tokens[*at];
    if (token->kind == TOKEN_NUMBER) {
        const Mention *figure = scene_get_figure(scene, *at);
        if (figure != NULL)
            return visit_figure(walk, figure);
        if (attach_is_unheld(scene, *at) || scene->mentions[token->index].kind == MENTION_RANGE)
            return true;
    }
    if (token->kind == TOKEN_CUE && (token->cue == CUE_OF_WHICH || token->cue == CUE_COMPRISING))
        return true;
    if (token->kind == TOKEN_CUE && token->cue == CUE_AND) {
        walk->has_name |= walk->is_own && !walk->has_figure && walk->words > 0;
        return walk->is_own && !walk->has_figure && walk->words > 0 ? leave_stretch(walk) : false;
    }
    if (token->kind != TOKEN_MARK) {
        if (begins_clause(walk, *at)) {
            walk->levels->has_subject = true;
            return true;
        }
        visit_word(walk, *at);
        return false;
    }
    switch (token->mark) {
    case ')':
        if (QCDC_FAULT("attach-level-bracket", token->index < *at && token->index >= least, false))
            *at = token->index;
        return false;
    case '(':
    case ',':
    case '-':
        return leave_stretch(walk);
    case ';':
        return cross_semicolon(walk);
    case ':':
        walk->base = heads_bracket(walk->sentence, *at) ? scene_find_next_figure(scene, *at, walk->verb) : NULL;
        return !QCDC_FAULT("attach-level-time", walk->base != NULL, false);
    case '.':
    case '~':
        return true;
    default:
        return false;
    }
}

/* "1.234 hộ (12,5%), giảm 2 điểm phần trăm" */
static const Mention *find_rate_in_bracket(const Walk *walk, size_t close)
{
    const Scene *scene = walk->sentence->scene;
    size_t open = scene->tokens[close].index;
    if (open + 2 != close)
        return NULL;
    const Mention *figure = scene_get_figure(scene, open + 1);
    return figure != NULL && figure->percent && figure->sign == 0 &&
                   !attach_is_taken(walk->sentence, figure, TAKEN_CHANGE | TAKEN_RATE)
               ? figure
               : NULL;
}

/* "48 giải: 2 giải nhất, …": the colon right behind a figure of the same noun. */
static bool opens_by_colon(const Scene *scene, size_t at, const Mention *part)
{
    const Mention *whole = scene_is_mark(scene, at, ':') ? scene_find_previous_figure(scene, at, at > 6 ? at - 6 : 0) : NULL;
    return whole != NULL && whole->first_key != 0 && whole->first_key == part->first_key && whole->noun_end == at && !whole->percent;
}

/* The word that opens the list which @figure stands in, "gồm" or "trong đó"; the figure's own token if there is none. */
static size_t find_list_cue(const Sentence *sentence, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    size_t at = figure->token,
           least = attach_reach_back(sentence, at, ATTACH_LOOK_AHEAD);
    while (at-- > least) {
        if (scene_is_mark(scene, at, ';') || scene_is_mark(scene, at, '('))
            break;
        if (QCDC_FAULT("attach-level-colon", opens_by_colon(scene, at, figure), false))
            return at;
        if (scene_is_cue(scene, at, CUE_COMPRISING) || scene_is_cue(scene, at, CUE_OF_WHICH))
            return at;
    }
    return figure->token;
}

/* "41 giải, gồm 02 giải nhất, 08 giải nhì, 31 giải ba, tăng 06 giải": a list that is told whole is left behind. */
static bool closes_list(const Scene *scene, size_t cue, size_t verb, const Mention *whole)
{
    QcdcDecimal sum = { 0 };
    size_t count = 0;
    if (!(scene_is_cue(scene, cue, CUE_COMPRISING) || scene_is_mark(scene, cue, ':')) || !scene_is_mark(scene, verb - 1, ','))
        return false;
    for (size_t at = cue; at < verb; at++) {
        const Mention *part = scene_get_figure(scene, at);
        if (part == NULL)
            continue;
        if (part->first_key != whole->first_key || part->slash != 0 || qcdc_decimal_add(sum, part->value, &sum, NULL) != QCDC_OK)
            return false;
        count++;
    }
    return count >= 2 && qcdc_decimal_compare(sum, whole->value) == 0;
}

/* "67 vị trí gồm 55 vị trí ngày và 12 vị trí đêm, tăng 18 vị trí", "197 lượt, trong đó: 52 lượt …, 132 lượt … (giảm 160 lượt)": of the
 * last part, or of the whole. */
static void add_whole_of_list(const Sentence *sentence, size_t verb, Levels *levels)
{
    const Scene *scene = sentence->scene;
    const Mention *part = levels->figures[0];
    size_t cue = find_list_cue(sentence, part);
    if (cue == part->token)
        return;
    const Mention *whole = scene_find_previous_figure(scene, cue, sentence->start);
    /* "Trong đó, đường bộ xảy ra 916 vụ, giảm 99 vụ": what opens its sentence has no whole there */
    levels->is_weak = whole != NULL || QCDC_FAULT("attach-level-opening", cue > sentence->start, true);
    if (whole == NULL || part->first_key == 0 || !QCDC_FAULT("attach-level-whole", whole->first_key == part->first_key, false))
        return;
    if (QCDC_FAULT("attach-level-list", closes_list(scene, cue, verb, whole), false))
        *levels = (Levels){ .figures = { whole }, .count = 1 };
    else
        push(levels, whole);
}

/* "trung bình có 25 người chết mỗi ngày, nhưng đã giảm 120 vụ, giảm 64 người chết": of the total, which stands elsewhere. */
static bool is_average(const Sentence *sentence, const Mention *figure)
{
    size_t at = figure->token, least = attach_reach_back(sentence, at, 3);
    while (at-- > least)
        if (scene_is_cue(sentence->scene, at, CUE_AVERAGE))
            return true;
    return false;
}

/* "286 đơn, nhãn hiệu 264, kiểu dáng 14, sáng chế 8, tăng 15,3%": the last of bare numbers in a row is rather a part. */
static bool ends_row(const Sentence *sentence, const Mention *figure)
{
    const Mention *before = scene_find_previous_figure(sentence->scene, figure->token, attach_reach_back(sentence, figure->token, 16));
    bool is_bare = figure->first_key == 0 && figure->scale == 0 && figure->percent == 0 && figure->slash == 0 && figure->value.decimals == 0;
    bool is_row = is_bare && before != NULL && before->first_key == 0 && before->scale == 0 && operand_is_count(before) && before->slash == 0;
    return QCDC_FAULT("attach-level-row", is_row && before->value.decimals == 0, false);
}

/* "…: A 1.042 người, B 264 người, C 172 người; so với cùng kỳ (3.126 người) giảm 8,4%": the last of a row of one noun in another statement is rather a part. */
static bool ends_list(const Sentence *sentence, size_t at, const Mention *figure)
{
    const Scene *scene = sentence->scene;
    const Mention *first = figure - (figure - scene->mentions >= 2 ? 2 : 0);
    bool is_row = figure->first_key != 0 && first < figure && first->token >= sentence->start;
    for (const Mention *part = first; is_row && part < figure; part++)
        is_row = operand_is_count(part) && part->first_key == figure->first_key && !scene_is_mark(scene, part->noun_end, ';');
    size_t end = mention_get_end(figure);
    return QCDC_FAULT("attach-level-listed", is_row && end < at && scene_is_mark(scene, end, ';'), false);
}

void attach_find_levels(const Sentence *sentence, size_t at, const Mention *mention, LevelKind kind, Levels *out_levels)
{
    *out_levels = (Levels){ .count = 0 };
    Walk walk = {
        .sentence = sentence, .mention = mention, .kind = kind, .verb = at, .is_own = true, .levels = out_levels
    };
    size_t least = attach_reach_back(sentence, at, ATTACH_LOOK_BACK);
    bool is_over = false;
    while (at > least && !is_over) {
        at--;
        if (kind == LEVEL_RATE && scene_is_mark(sentence->scene, at, ')')) {
            const Mention *rate = find_rate_in_bracket(&walk, at);
            if (rate != NULL) {
                push(out_levels, rate);
                return;
            }
        }
        is_over = visit(&walk, &at, least);
    }
    if (!is_over)
        leave_stretch(&walk);
    if (out_levels->count == 1 && (attach_is_mean(sentence, out_levels->figures[0]) || (walk.passed_change && is_average(sentence, out_levels->figures[0]))))
        out_levels->is_weak = true;
    if (out_levels->count == 1 && mention != NULL && mention->percent && (ends_row(sentence, out_levels->figures[0]) || ends_list(sentence, walk.verb, out_levels->figures[0])))
        out_levels->is_weak = true;
    if (out_levels->count == 1)
        add_whole_of_list(sentence, walk.verb, out_levels);
    out_levels->is_weak = out_levels->is_weak || QCDC_FAULT("attach-level-shown", walk.is_shown, false);
    if (out_levels->count == 0 && walk.share != NULL)
        push(out_levels, walk.share);
    if (out_levels->count == 0 && walk.loose != NULL) {
        push(out_levels, walk.loose);
        out_levels->is_weak = true;
    }
}
