/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"
#include "reading/shift-private.h"

enum {
    OTHERS = 12 /* figures before the nearest that are tried */
};

/* A change as a claim: what it may be a change of is drafted each way that the grammar allows, and the judge's best is kept. */

/* Taken only where it fits. */
static bool try_fitting(const Sentence *sentence, const Shift *shift, const Mention *now, const Mention *base, Choice *best)
{
    Choice choice = *best;
    shift_try(sentence, shift, now, base, &choice);
    if (!verdict_fits(choice.verdict))
        return false;
    *best = choice;
    return true;
}

static bool try_bare(const Sentence *sentence, const Shift *shift, const Mention *now, Choice *best)
{
    if (shift->bare == NULL || !try_fitting(sentence, shift, now, shift->bare, best))
        return false;
    attach_take(sentence, shift->bare, TAKEN_CHANGE);
    return true;
}

/* The base that an earlier sentence tells with its time; false if none is found that fits, or is sure. */
static bool try_earlier(const Sentence *sentence, const Shift *shift, const Mention *now, Choice *best)
{
    bool is_open = shift->has_compared && !shift->compared.is_plan && !shift->compared.is_mean && !shift->compared.is_total;
    bool is_fine = shift->delta != NULL || shift->percent->last_power < 0; /* a round percent fits by chance */
    Earlier earlier;
    if (!is_open || now->slash != 0 || shift->bare != NULL)
        return false;
    attach_find_earlier(sentence, now, &shift->compared, &earlier);
    for (size_t i = 0; i < earlier.count && is_fine; i++)
        if (try_fitting(sentence, shift, now, earlier.figures[i], best))
            return true;
    if (!earlier.is_sure)
        return false;
    *best = (Choice){ 0 };
    shift_try(sentence, shift, now, earlier.figures[0], best);
    return true;
}

/* "so với cùng kỳ, số dự án tăng 19 dự án (227 dự án)": the figure that changed stands in another passage; the one that it must be. */
static bool try_far_now(const Sentence *sentence, const Shift *shift, Choice *best)
{
    const Reader *reader = sentence->reader;
    const Mention *base = shift->base != NULL ? shift->base : shift->bare, *delta = shift->delta;
    QcdcDecimal now;
    bool is_told = base != NULL && delta != NULL && shift->percent == NULL && base->first_key != 0 && base->first_key == delta->first_key && !delta->points;
    if (!is_told || (shift->direction == QCDC_DIRECTION_DECREASE ? qcdc_decimal_subtract(base->value, delta->value, &now, NULL)
                                                                 : qcdc_decimal_add(base->value, delta->value, &now, NULL)) != QCDC_OK)
        return false;
    for (size_t i = reader->sighting_count, first = reader_find_reach(reader); i > first; i--) {
        const Sighting *sighting = &reader->sightings[i - 1];
        if (!sighting->is_level || sighting->percent || sighting->first_key != base->first_key || qcdc_decimal_compare(sighting->value, now) != 0)
            continue;
        Mention far = reader_recall(sighting);
        far.hedge = QCDC_HEDGE_NONE; /* it is held against as it is printed */
        Draft *draft = best->has_one ? &sentence->reader->other : &sentence->reader->draft;
        shift_fill(draft, sentence, shift, QCDC_CLAIM_CHANGE_ABS, NULL, base);
        draft_add(draft, QCDC_OPERAND_NOW, &far, false);
        attach_choose(sentence->reader, draft, best);
        return true;
    }
    return false;
}

/* Each figure that may have changed, with the base that stands with it or with the change. */
static void try_all(const Sentence *sentence, const Shift *shift, const Levels *levels, Choice *best)
{
    for (size_t i = 0; i < levels->count; i++) {
        const Mention *now = levels->figures[i];
        BaseFound found = { .base = shift->base };
        if (found.base == NULL)
            attach_find_base_of(sentence, now, shift->verb, &found);
        if (found.base != NULL && !found.is_loose)
            attach_take(sentence, found.base, TAKEN_CHANGE);
        if (found.base == NULL && (try_bare(sentence, shift, now, best) || try_earlier(sentence, shift, now, best)))
            continue;
        shift_try(sentence, shift, now, found.base, best);
        if (found.is_loose && best->verdict != QCDC_VERDICT_CONSISTENT)
            shift_try(sentence, shift, found.base, now, best);
        if (found.is_loose && best->verdict != QCDC_VERDICT_CONSISTENT)
            *best = (Choice){ 0 }, shift_try(sentence, shift, now, NULL, best);
    }
    if (levels->count == 0 && !(QCDC_FAULT("shift-far", !levels->has_subject || shift->bare != NULL, false) && try_far_now(sentence, shift, best)))
        shift_try(sentence, shift, NULL, shift->base, best);
}

/* Why the best does not fit: looked for in the one that was chosen only. */
static uint8_t find_cause(const Sentence *sentence, const Choice *best)
{
    if (best->verdict != QCDC_VERDICT_INCONSISTENT)
        return QCDC_CAUSE_NONE;
    draft_judge(&sentence->reader->draft);
    return sentence->reader->draft.cause;
}

static void choose(const Sentence *sentence, const Shift *shift, const Levels *levels, Choice *best)
{
    Shift reading = *shift;
    /* "tỷ lệ còn 4,5% (1.080 hộ), giảm 1,5% (360 hộ)": the bracket tells the count's difference beside that of its rate */
    bool is_of_count = shift->either != NULL && !shift->either->percent && levels->count > 0 && levels->figures[0]->percent;
    if (QCDC_FAULT("shift-of-count", is_of_count, false))
        reading.either = NULL;
    if (reading.either == NULL) {
        try_all(sentence, &reading, levels, best);
        return;
    }
    reading.base = shift->base != NULL || !shift->has_compared ? shift->base : shift->either;
    reading.delta = reading.base == shift->either ? NULL : shift->either;
    Shift other = reading;
    other.delta = reading.delta == NULL ? shift->either : NULL;
    other.base = other.delta == NULL ? shift->either : shift->base;
    try_all(sentence, &reading, levels, best);
    bool is_unexplained = best->verdict == QCDC_VERDICT_INCONSISTENT && find_cause(sentence, best) == QCDC_CAUSE_NONE;
    if (QCDC_FAULT("shift-either", true, false))
        try_all(sentence, &other, levels, best);
    if (!is_unexplained || best->verdict != QCDC_VERDICT_INCONSISTENT)
        return;
    /* neither fits: the one that a slip explains, "tăng 109,2% (4.560 triệu USD)" of 4.980 */
    *best = (Choice){ 0 };
    try_all(sentence, &other, levels, best);
    if (QCDC_FAULT("shift-explained", find_cause(sentence, best) != QCDC_CAUSE_NONE, false))
        return;
    *best = (Choice){ 0 };
    try_all(sentence, &reading, levels, best);
}

/* "tăng 15% và 20%": which is said of which is not told. */
static bool is_respective(const Sentence *sentence, const Shift *shift)
{
    const Scene *scene = sentence->scene;
    if (shift->delta != NULL || shift->percent == NULL)
        return false;
    size_t at = shift->percent->token + 1;
    const Mention *next =
        scene_is_cue(scene, at, CUE_AND) || scene_is_mark(scene, at, ',') ? scene_get_figure(scene, at + 1) : NULL;
    return next != NULL && next->percent;
}

/* "20 xã, giảm 40% giá vé": the noun behind the percent is what changed. */
static bool names_other(const Sentence *sentence, const Shift *shift)
{
    const Mention *percent = shift->percent;
    return shift->delta == NULL && percent != NULL && percent->noun_end > percent->noun_first &&
           !attach_names_unit(sentence->scene, percent);
}

/* "cao hơn 1%" of nothing that is named: a bound. */
static bool is_bound(const Shift *shift)
{
    return shift->is_beside && !shift->has_compared && shift->base == NULL;
}

/* "105.000 lượt hộ, giảm 42,1%, tương ứng với 420 nghìn lượt nhân khẩu": another figure of the same thing. */
static bool is_other_figure(const Shift *shift, const Levels *levels)
{
    if (!shift->is_alike || levels->count == 0)
        return false;
    const Mention *now = levels->figures[0], *delta = shift->delta;
    bool are_long = now->noun_end >= now->noun_first + 2 && delta->noun_end >= delta->noun_first + 2;
    return now->first_key != delta->first_key || (are_long && now->noun_key != delta->noun_key);
}

/* "giảm 50% lãi suất vay": a measure taken, not what came of it. */
static bool is_bare(const Shift *shift, const Draft *draft)
{
    const Mention *percent = shift->percent;
    return draft->number_count == 1 && percent != NULL && shift->delta == NULL && !shift->has_compared &&
           percent->noun_end > percent->noun_first;
}

/* "1.023 hộ nghèo (chiếm 5,12%), giảm 345 hộ (1,75%)": the rate of the same thing, told beside it. */
static const Mention *find_rate_beside(const Sentence *sentence, const Shift *shift, const Mention *now)
{
    size_t end = shift->end + 12 < sentence->end ? shift->end + 12 : sentence->end;
    for (size_t at = now->token + 1; at < end; at++) {
        const Mention *figure = scene_get_figure(sentence->scene, at);
        if (scene_is_mark(sentence->scene, at, ';'))
            return NULL;
        if (figure != NULL && figure->percent && figure->slash == 0 && figure->sign == 0 &&
            !attach_is_taken(sentence, figure, TAKEN_CHANGE | TAKEN_RATE) && !attach_is_difference(sentence, at))
            return figure;
    }
    return NULL;
}

/* Then the percent beside the difference is that of the rate, in points: two changes. */
static QcdcStatus keep_both(const Sentence *sentence, const Shift *shift, const Levels *levels, const Mention *rate,
                            QcdcError *error)
{
    Shift amount = *shift, points = *shift;
    Choice best = { 0 };
    amount.percent = NULL;
    choose(sentence, &amount, levels, &best);
    QcdcStatus status = reader_keep(sentence->reader, &sentence->reader->draft, NULL, error);
    if (status != QCDC_OK)
        return status;
    points.delta = points.base = NULL;
    best = (Choice){ 0 };
    shift_try(sentence, &points, rate, NULL, &best);
    return reader_keep(sentence->reader, &sentence->reader->draft, NULL, error);
}

/* "làm chết 118 người. So với cùng kỳ (125 người), số người chết giảm 07 người (6,5%)": a loose figure is sure where it comes of base and
 * difference; then it is the percent that does not fit. */
static bool is_proven(const Sentence *sentence, const Shift *shift, const Levels *levels, Choice *best)
{
    Shift amount = *shift;
    Choice choice = { 0 };
    bool has_all = shift->delta != NULL && shift->percent != NULL && shift->base != NULL && levels->count > 0 && !shift->delta->points;
    amount.percent = NULL;
    if (!has_all)
        return false;
    shift_try(sentence, &amount, levels->figures[0], shift->base, &choice);
    bool is_proven = QCDC_FAULT("shift-proven", choice.verdict == QCDC_VERDICT_CONSISTENT, false);
    *best = (Choice){ 0 };
    shift_try(sentence, shift, levels->figures[0], shift->base, best);
    return is_proven;
}

/* Whether two figures cannot be told of one another: other nouns, a sum in tỷ and a bare number, a price and a sum. */
static bool are_unlike(const Scene *scene, const Mention *now, const Mention *other)
{
    if (other == NULL || now->percent != other->percent || now->percent)
        return false;
    bool have_nouns = now->first_key != 0 && other->first_key != 0;
    bool is_scaled = (now->scale >= 6 && other->scale == 0) || (other->scale >= 6 && now->scale == 0);
    return is_scaled || (have_nouns && !operand_shares_noun(scene, now, other));
}

/* What does not fit may be a conversion ("5,19 nghìn tỷ yên (45,76 tỷ USD)"), another thing's base or one whose scale word is left out. */
static bool has_unlike(const Sentence *sentence, const Shift *shift, const Levels *levels)
{
    const Scene *scene = sentence->scene;
    const Mention *now = levels->count > 0 ? levels->figures[0] : shift->delta;
    if (now == NULL)
        return false;
    return are_unlike(scene, now, shift->base) || are_unlike(scene, now, shift->either);
}

static void leave_unlike(const Sentence *sentence, const Shift *shift, const Levels *levels, Choice *best)
{
    Shift alone = *shift;
    alone.base = alone.either = NULL;
    *best = (Choice){ 0 };
    try_all(sentence, &alone, levels, best);
}

/* "Xảy ra 24 vụ, … Cụ thể, so với cùng kỳ số vụ giảm 59 vụ (71%)": difference and percent say of how much they are. Of the figures of the
 * same noun in the sentences before, nearest first, the one that fits both is it. */
static bool find_fitting(const Sentence *sentence, const Shift *shift, Choice *best)
{
    Reader *reader = sentence->reader;
    const Mention *delta = shift->delta, *first = reader->scene.mentions;
    if (delta == NULL || delta->first_key == 0 || delta->points || shift->percent == NULL || shift->base != NULL)
        return false;
    bool is_amount = delta->is_measure || delta->scale > 0 || scene_has_words(sentence->scene, delta->noun_first, "đồng"); /* of which there are many */
    if (shift->percent->value.coefficient < (is_amount ? 100 : 10))
        return false;
    for (const Mention *now = delta; now > first && delta - now < READER_LOOK_BACK;) {
        Choice choice = { 0 };
        Sentence own = *sentence;
        now--;
        own.start = scene_find_sentence_start(sentence->scene, now->token);
        own.end = scene_find_sentence_end(sentence->scene, now->token);
        if (now->token >= sentence->start || now->first_key != delta->first_key || !attach_can_be_level(&own, now, LEVEL_COUNT))
            continue;
        shift_try(sentence, shift, now, NULL, &choice);
        *best = choice;
        if (choice.verdict == QCDC_VERDICT_CONSISTENT)
            return true;
    }
    return false;
}

/* "có mặt 9.120 biên chế, …; so với năm 2021 (10.000 biên chế) giảm 4%": where the nearest misses its base, or difference and percent, the one before
 * it of the same noun that fits is meant. */
static void find_of_base(const Sentence *sentence, const Shift *shift, const Levels *levels, Choice *best)
{
    const Scene *scene = sentence->scene;
    const Mention *first = scene->mentions, *base = shift->base != NULL ? shift->base : shift->either;
    bool has_both = base == NULL && shift->delta != NULL && shift->percent != NULL && !shift->delta->points; /* of which difference and percent tell the base */
    const Mention *like = has_both ? shift->delta : base;
    bool is_open = best->verdict == QCDC_VERDICT_INCONSISTENT && like != NULL && like->first_key != 0 && (shift->delta == NULL || has_both) && levels->count > 0;
    if (!is_open)
        return;
    for (const Mention *now = levels->figures[0]; now > first && levels->figures[0] - now < OTHERS;) {
        Choice choice = { 0 };
        now--;
        if (now->token < sentence->start || now->first_key != like->first_key || !attach_can_be_level(sentence, now, LEVEL_ANY))
            continue;
        shift_try(sentence, shift, now, base, &choice);
        *best = choice;
        if (QCDC_FAULT("shift-of-base", choice.verdict == QCDC_VERDICT_CONSISTENT, false))
            return;
    }
    *best = (Choice){ 0 };
    choose(sentence, shift, levels, best);
}

/* "đạt 36,6%, tăng 1,9% so với cùng kỳ (đạt 33,8%)": the base where a rate of the same sentence changed; else the bracket tells the rate itself. */
static const Mention *find_reached(const Sentence *sentence, const Shift *shift, const Levels *levels)
{
    bool is_rate = levels->count > 0 && levels->figures[0]->percent && levels->figures[0]->token >= sentence->start && !levels->is_weak;
    return is_rate && QCDC_FAULT("shift-reached", shift->reached != NULL, false) ? shift->reached : NULL;
}

/* The figures that may have changed, and what speaks against them. */
static void find_levels(const Sentence *sentence, Shift *shift, Levels *levels)
{
    shift_find_nows(sentence, shift, levels);
    const Mention *reached = find_reached(sentence, shift, levels);
    if (reached != NULL)
        shift_take_base(sentence, shift, reached);
    if (is_respective(sentence, shift))
        levels->count = 0;
    if (names_other(sentence, shift))
        levels->is_weak = true;
}

/* Whether a figure before the change in its sentence is that of @end, an end of its line: it is then what it came to. */
static bool is_told_before(const Sentence *sentence, const Shift *shift, const Mention *end)
{
    for (size_t at = shift->verb, least = attach_reach_back(sentence, at, OPERAND_REACH); at-- > least;) {
        const Mention *figure = scene_get_figure(sentence->scene, at);
        if (figure != NULL && figure->slash == 0 && figure->sign == 0 && qcdc_decimal_compare(figure->value, end->value) == 0)
            return true;
    }
    return false;
}

/* "giảm 7 vụ (91/84)": some print first what it came from. */
static void choose_turned(const Sentence *sentence, const Shift *shift, Choice *best)
{
    bool is_line = shift->now != NULL && shift->base == shift->now + 1 && shift->now->slash == 1;
    if (!is_line || best->verdict != QCDC_VERDICT_INCONSISTENT || QCDC_FAULT("shift-line-told", is_told_before(sentence, shift, shift->now), false))
        return;
    Shift turned = *shift;
    turned.now = shift->base;
    turned.base = shift->now;
    Choice other = { 0 };
    shift_try(sentence, &turned, turned.now, turned.base, &other);
    *best = other;
    if (QCDC_FAULT("shift-line-turned", other.verdict == QCDC_VERDICT_CONSISTENT, false))
        return;
    *best = (Choice){ 0 };
    shift_try(sentence, shift, shift->now, shift->base, best);
}

static void choose_reading(const Sentence *sentence, const Shift *shift, const Levels *levels, Choice *best)
{
    choose(sentence, shift, levels, best);
    choose_turned(sentence, shift, best);
    if (best->verdict != QCDC_VERDICT_INCONSISTENT || !is_other_figure(shift, levels))
        return;
    Shift alone = *shift;
    alone.delta = NULL;
    *best = (Choice){ 0 };
    choose(sentence, &alone, levels, best);
}

/* The rate beside what does not fit, of which the percent may be the points; NULL if there is none. */
static const Mention *find_points(const Sentence *sentence, const Shift *shift, const Levels *levels)
{
    if (shift->delta == NULL || shift->percent == NULL || levels->count == 0)
        return NULL;
    const Mention *rate = find_rate_beside(sentence, shift, levels->figures[0]);
    bool is_more = rate != NULL && shift->direction == QCDC_DIRECTION_INCREASE && qcdc_decimal_compare(shift->percent->value, rate->value) > 0;
    return is_more ? NULL : rate;
}

/* "còn 1.350 hộ nghèo (6,75%), giảm 2,25% so với đầu năm": of a count for which no base fits, and beside which its rate stands, the percent is the rate's, in
 * points; the rate, NULL if there is none. */
static const Mention *find_rate_of_count(const Sentence *sentence, const Shift *shift, const Levels *levels, const Choice *best)
{
    const Draft *draft = &sentence->reader->draft;
    bool is_open = best->verdict == QCDC_VERDICT_INCONSISTENT && shift->delta == NULL && shift->percent != NULL && levels->count > 0 &&
                   draft_find(draft, QCDC_OPERAND_BASE) == NULL && draft_find(draft, QCDC_OPERAND_NOW) != NULL;
    for (size_t at = is_open ? levels->figures[0]->token + 1 : shift->verb; at < shift->verb; at++) {
        const Mention *rate = scene_get_figure(sentence->scene, at);
        if (rate != NULL && rate->slash != 2)
            return rate->percent && rate->slash == 0 && rate->sign == 0 && !attach_is_difference(sentence, at) ? QCDC_FAULT("shift-rate-of", rate, NULL) : NULL;
    }
    return NULL;
}

/* Of poor households the percent of the rate is told, of which it is points, though no rate is printed: "còn 1.351 hộ nghèo, giảm 2,25%". */
static bool counts_poor(const Sentence *sentence, const Shift *shift, const Levels *levels)
{
    const Mention *now = levels->count > 0 ? levels->figures[0] : NULL;
    static const char *const poor[] = { "nghèo", "cận nghèo" };
    bool is_poor = now != NULL && !now->percent && operand_says_any(sentence->scene, now->noun_first, now->noun_end, poor, 2);
    return is_poor && shift->delta == NULL && QCDC_FAULT("shift-poor", draft_find(&sentence->reader->draft, QCDC_OPERAND_BASE) == NULL, false);
}

/* "kết nạp 74 đảng viên, chuyển đi 38, …, cuối kỳ tăng 51 đảng viên so với đầu kỳ (591 đảng viên)": whether base and difference come to less than half of
 * @now or more than twice as much, and no slip explains it: then something else is what changed. */
static bool is_far_off(const Sentence *sentence, const Shift *shift, const Levels *levels)
{
    QcdcDecimal came, twice_came, twice_now;
    const Mention *now = levels->count == 1 ? levels->figures[0] : NULL;
    if (now == NULL || shift->base == NULL || shift->delta == NULL || shift->percent != NULL || shift->delta->points || sentence->reader->draft.cause != QCDC_CAUSE_NONE)
        return false;
    bool is_up = shift->direction == QCDC_DIRECTION_INCREASE;
    QcdcStatus status = (is_up ? qcdc_decimal_add : qcdc_decimal_subtract)(shift->base->value, shift->delta->value, &came, NULL);
    if (status != QCDC_OK || qcdc_decimal_add(came, came, &twice_came, NULL) != QCDC_OK || qcdc_decimal_add(now->value, now->value, &twice_now, NULL) != QCDC_OK)
        return false;
    bool is_other = qcdc_decimal_compare(twice_now, came) < 0 || qcdc_decimal_compare(now->value, twice_came) > 0;
    return QCDC_FAULT("shift-far-off", came.coefficient > 0 && is_other, false);
}

/* What does not fit, and need not be of these figures, is told without them; what stands alone finds its figure if one fits. */
static void loosen(const Sentence *sentence, const Shift *shift, const Levels *levels, bool is_by_now, Choice *best)
{
    const Draft *draft = &sentence->reader->draft;
    bool is_loose = levels->is_weak && best->verdict == QCDC_VERDICT_INCONSISTENT && !(is_by_now && levels->figures[0]->token >= sentence->start) && !is_proven(sentence, shift, levels, best);
    if (best->verdict == QCDC_VERDICT_INCONSISTENT && has_unlike(sentence, shift, levels)) {
        leave_unlike(sentence, shift, levels, best);
        is_loose = levels->is_weak && best->verdict == QCDC_VERDICT_INCONSISTENT;
    }
    is_loose = is_loose || (best->verdict == QCDC_VERDICT_INCONSISTENT && is_far_off(sentence, shift, levels));
    if (QCDC_FAULT("shift-loose", is_loose, false)) {
        *best = (Choice){ 0 };
        shift_try(sentence, shift, NULL, shift->base, best);
    }
    bool is_alone = draft_find(draft, QCDC_OPERAND_NOW) == NULL && draft_find(draft, QCDC_OPERAND_BASE) == NULL;
    if (is_alone && !QCDC_FAULT("shift-fitting", find_fitting(sentence, shift, best), false)) {
        *best = (Choice){ 0 };
        shift_try(sentence, shift, NULL, NULL, best);
    }
}

/* Of a change from a figure of another time: that is its base if it fits, and none of its figures if not. */
static QcdcStatus keep_former(const Sentence *sentence, const Shift *shift, const Mention *former, QcdcError *error)
{
    Choice best = { 0 };
    shift_try(sentence, shift, NULL, former, &best);
    if (best.verdict != QCDC_VERDICT_CONSISTENT) {
        best = (Choice){ 0 };
        shift_try(sentence, shift, NULL, NULL, &best);
    }
    return is_bare(shift, &sentence->reader->draft) ? QCDC_OK : reader_keep(sentence->reader, &sentence->reader->draft, NULL, error);
}

QcdcStatus shift_keep(const Sentence *sentence, const Shift *told, QcdcError *error)
{
    Choice best = { 0 };
    Levels levels;
    Shift shift = *told;
    find_levels(sentence, &shift, &levels);
    if (is_bound(&shift))
        return QCDC_OK;
    const Mention *former = shift_find_former(sentence, &shift, &levels);
    if (QCDC_FAULT("shift-former", former != NULL, false))
        return keep_former(sentence, &shift, former, error);
    choose_reading(sentence, &shift, &levels, &best);
    find_of_base(sentence, &shift, &levels, &best);
    /* "tăng 143 chiếc (7,63%)" of 1.874 chiếc: divided by what it is now, whatever share stands beside it */
    bool is_by_now = find_cause(sentence, &best) == QCDC_CAUSE_DIVIDED_BY_CURRENT && shift.percent != NULL && shift.percent->value.coefficient >= 100;
    bool may_be_points = best.verdict == QCDC_VERDICT_INCONSISTENT && !QCDC_FAULT("shift-by-now", is_by_now, false);
    const Mention *rate = may_be_points ? find_points(sentence, &shift, &levels) : NULL;
    if (rate != NULL)
        return keep_both(sentence, &shift, &levels, rate, error);
    const Mention *beside = find_rate_of_count(sentence, &shift, &levels, &best);
    if (beside != NULL || (best.verdict == QCDC_VERDICT_INCONSISTENT && counts_poor(sentence, &shift, &levels))) {
        best = (Choice){ 0 };
        shift_try(sentence, &shift, beside, NULL, &best);
        return reader_keep(sentence->reader, &sentence->reader->draft, NULL, error);
    }
    loosen(sentence, &shift, &levels, is_by_now, &best);
    if (is_bare(&shift, &sentence->reader->draft))
        return QCDC_OK;
    return reader_keep(sentence->reader, &sentence->reader->draft, NULL, error);
}
