/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/multiples-private.h"

#include "kernel/fault-private.h"
#include "reading/span-private.h"

enum {
    OTHERS = 12 /* figures before the nearest that are tried */
};

typedef struct Multiple {
    size_t verb, end;
    Mention times;         /* a percent, or a number of times; "gấp đôi" has no digits */
    const Mention *figure; /* that it was read from, if there is one */
    const Mention *now, *base, *after;
    bool is_growth_too; /* "tăng 2,5 lần": the base 2,5 times, or that much more (wording.md 1) */
    bool has_compared;
    Compared compared;
} Multiple;

static bool is_cue_of(const Scene *scene, size_t at, Cue first, Cue second)
{
    return scene_is_cue(scene, at, first) || scene_is_cue(scene, at, second);
}

/* "gấp đôi", "gấp ba" */
static bool read_word(const Scene *scene, size_t at, Multiple *multiple)
{
    if (!is_cue_of(scene, at, CUE_DOUBLE, CUE_TRIPLE))
        return false;
    const Token *token = &scene->tokens[at];
    multiple->times = (Mention){ .start = token->start, .end = token->end, .token = (uint32_t)at, .is_word = 1 };
    multiple->times.value.coefficient = token->cue == CUE_DOUBLE ? 2 : 3;
    multiple->end = at + 1;
    return true;
}

static const Mention *find_times(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    while (at < sentence->end && (scene_is_cue(scene, at, CUE_HEDGE) || scene_is_word(scene, at, "hơn")))
        at++;
    const Mention *figure = at < sentence->end ? scene_get_figure(scene, at) : NULL;
    return figure != NULL && figure->slash == 0 && figure->sign == 0 ? figure : NULL;
}

/* "gấp 2,5 lần", "bằng 2,5 lần", "tăng 2,5 lần" */
static bool read_times(const Sentence *sentence, size_t at, Multiple *multiple)
{
    const Scene *scene = sentence->scene;
    bool is_up = scene_is_cue(scene, at, CUE_UP);
    if (!is_up && !is_cue_of(scene, at, CUE_MULTIPLE, CUE_INDEX))
        return false;
    if (at > sentence->start && is_cue_of(scene, at - 1, CUE_LOWER, CUE_DOWN)) /* "ít hơn gấp 3 lần" */
        return false;
    size_t next = at + 1;
    next +=
        next < sentence->end && (is_cue_of(scene, next, CUE_MULTIPLE, CUE_COMPARED) ||
                                 scene_is_one_of(scene, next, (const char *const[]){ "tới", "đến", "thêm", NULL }));
    const Mention *figure = next < sentence->end ? find_times(sentence, next) : NULL;
    if (figure == NULL || figure->percent || !scene_is_cue(scene, figure->token + 1, CUE_TIMES))
        return false;
    multiple->figure = figure;
    multiple->times = *figure;
    multiple->is_growth_too = is_up && !scene_is_cue(scene, at + 1, CUE_MULTIPLE);
    multiple->end = figure->token + 2;
    return true;
}

/* "bằng 96,3%" where what it is compared with follows, at once or at the end of the list. */
static bool read_percent(const Sentence *sentence, size_t at, Multiple *multiple)
{
    const Scene *scene = sentence->scene;
    if (!is_cue_of(scene, at, CUE_INDEX, CUE_REACH))
        return false;
    const Mention *figure = find_times(sentence, at + 1);
    if (figure == NULL || !figure->percent || figure->points || attach_is_taken(sentence, figure, TAKEN_RATE))
        return false;
    multiple->figure = figure;
    multiple->times = *figure;
    multiple->end = figure->token + 1;
    return true;
}

/* "cùng kỳ", "so với năm 2021" */
static bool read_compared(const Sentence *sentence, Multiple *multiple)
{
    const Scene *scene = sentence->scene;
    size_t at = multiple->end;
    at += at < sentence->end && (scene_is_cue(scene, at, CUE_OF) || scene_is_word(scene, at, "mức"));
    if (at >= sentence->end || !attach_read_compared(sentence, at, &multiple->compared))
        return false;
    multiple->has_compared = true;
    multiple->base = multiple->compared.base;
    multiple->end = multiple->compared.end;
    bool names_base = multiple->compared.has_time || scene_is_cue(scene, multiple->verb, CUE_INDEX);
    return names_base && !multiple->compared.is_plan && !multiple->compared.is_total;
}

/* "so với cùng kỳ, số đơn bằng 96,3%; số vụ bằng 98,1%" */
static bool follows_comparison(const Sentence *sentence, size_t at, Compared *out_compared)
{
    size_t least = attach_reach_back(sentence, at, ATTACH_LOOK_BACK);
    while (at-- > least) {
        Compared compared;
        if (scene_is_cue(sentence->scene, at, CUE_COMPARED) && attach_read_compared(sentence, at, &compared) &&
            scene_is_mark(sentence->scene, compared.end, ',')) {
            *out_compared = compared;
            return !compared.is_plan && !compared.is_total;
        }
    }
    return false;
}

/* "bằng 98,1%; … bằng 96,3% so với cùng kỳ": the phrase at the end of the list holds for all of it. */
static bool is_in_list(const Sentence *sentence, Multiple *multiple)
{
    const Scene *scene = sentence->scene;
    bool ends = multiple->end >= sentence->end || scene_is_mark(scene, multiple->end, ';') ||
                scene_is_mark(scene, multiple->end, ',') || scene_is_mark(scene, multiple->end, '.') ||
                scene_is_mark(scene, multiple->end, '(') || scene_is_mark(scene, multiple->end, ')');
    if (!ends || !scene_is_cue(scene, multiple->verb, CUE_INDEX))
        return false;
    if (follows_comparison(sentence, multiple->verb, &multiple->compared))
        return true;
    for (size_t at = multiple->end; at < sentence->end && at < multiple->end + ATTACH_LOOK_BACK; at++)
        if (scene_is_cue(scene, at, CUE_COMPARED))
            return attach_is_time(scene, at + 1);
    return false;
}

/* "gấp 1,3 lần của tỉnh (83,5/64 triệu đồng)": an amount or a measure over another. */
static bool shows_line(const Sentence *sentence, size_t at)
{
    Shown shown;
    bool is_line = attach_read_shown(sentence, at, &shown) && shown.is_pure && attach_shows_line(&shown);
    return is_line && QCDC_FAULT("multiples-line", shown.figures[1]->scale > 0 || shown.figures[1]->is_measure, false);
}

/* "gấp 3,2 lần năm 2021 (1.620 lượt)", "gấp 2,1 lần dự toán Trung ương giao (940 tỷ đồng)": a time or a plan names the base that the bracket
 * behind it shows. The token of the bracket; multiple->end if there is none. */
static size_t skip_base_name(const Sentence *sentence, const Multiple *multiple)
{
    const Scene *scene = sentence->scene;
    bool is_named = false;
    for (size_t at = multiple->end; at < sentence->end && at < multiple->end + 8; at++) {
        if (scene_is_mark(scene, at, '('))
            return is_named || shows_line(sentence, at) ? at : multiple->end;
        if (scene->tokens[at].kind == TOKEN_PERIOD || is_cue_of(scene, at, CUE_PLAN, CUE_TARGET))
            is_named = true;
        else if (at == multiple->end && scene_is_cue(scene, at, CUE_OF))
            continue;
        else if (scene->tokens[at].kind != TOKEN_WORD || !(is_named || scene_is_cue(scene, multiple->end, CUE_OF)))
            break;
    }
    return multiple->end;
}

/* "gấp 5 lần so với năm 2000 (năm 2014 đạt 5.131 USD)" */
static bool is_of_other_year(const Multiple *multiple, const Shown *shown)
{
    QcdcPeriod told = multiple->compared.period, period = shown->period;
    bool have_both = told.kind != QCDC_PERIOD_NONE && period.kind != QCDC_PERIOD_NONE && scene_has_year(told) && scene_has_year(period);
    return have_both && !qcdc_period_contains(told, period) && !qcdc_period_contains(period, told);
}

/* "bằng 90,9% (cùng kỳ 236,2 nghìn tấn)", "bằng 104,8% (4.590 nghìn m³)": a bracket shows what is compared with; more than all is no share. */
static bool shows_base(const Sentence *sentence, const Multiple *multiple)
{
    static const QcdcDecimal hundred = { .coefficient = 100 };
    Shown shown;
    if (!scene_is_cue(sentence->scene, multiple->verb, CUE_INDEX) || !attach_read_shown(sentence, multiple->end, &shown) || shown.count != 1 || shown.has_plan ||
        shown.figures[0]->percent)
        return false;
    return shown.has_time || (shown.is_pure && qcdc_decimal_compare(multiple->times.value, hundred) > 0);
}

/* "gấp đôi, từ 11 triệu đồng lên 22 triệu đồng" */
static bool read_ends(const Sentence *sentence, Multiple *multiple)
{
    Span span;
    size_t at = multiple->end + 1;
    bool has_room = multiple->base == NULL && scene_is_mark(sentence->scene, multiple->end, ',') && at < sentence->end;
    if (!QCDC_FAULT("multiples-ends", has_room, false) || !span_read_from_to(sentence, at, &span))
        return false;
    multiple->base = span.from;
    multiple->now = span.to;
    multiple->end = span.end;
    return true;
}

static void read_base(const Sentence *sentence, Multiple *multiple)
{
    Shown shown;
    if (read_ends(sentence, multiple))
        return;
    size_t named = multiple->has_compared ? multiple->end : skip_base_name(sentence, multiple);
    multiple->has_compared |= named > multiple->end;
    multiple->end = attach_skip_coverage(sentence, named);
    if (multiple->base != NULL || !attach_read_shown(sentence, multiple->end, &shown) || shown.has_plan)
        return;
    if (shown.count == 2 && shown.has_span) {
        multiple->base = shown.figures[0];
        multiple->now = shown.figures[1];
    } else if (attach_shows_line(&shown)) {
        multiple->now = shown.figures[0];
        multiple->base = shown.figures[1];
    } else if (shown.count == 1 && (shown.has_time || multiple->has_compared) && !shown.figures[0]->percent && shown.direction == QCDC_DIRECTION_UNKNOWN &&
               !is_of_other_year(multiple, &shown)) {
        multiple->base = shown.figures[0];
    } else {
        return;
    }
    multiple->end = shown.end;
}

/* ", đạt 200 tỷ đồng", "lên 200 tỷ đồng" */
static void read_after(const Sentence *sentence, Multiple *multiple)
{
    const Scene *scene = sentence->scene;
    size_t at = multiple->end + scene_is_mark(scene, multiple->end, ',');
    if (at + 1 >= sentence->end || !is_cue_of(scene, at, CUE_REACH, CUE_TO_UP))
        return;
    const Mention *figure = find_times(sentence, at + 1);
    if (figure == NULL || figure->percent)
        return;
    multiple->after = figure;
    multiple->end = attach_find_noun_end(scene, figure);
}

static bool read(const Sentence *sentence, size_t at, Multiple *multiple)
{
    const Scene *scene = sentence->scene;
    *multiple = (Multiple){ .verb = at };
    if (read_word(scene, at, multiple) || read_times(sentence, at, multiple)) {
        size_t behind = multiple->end;
        bool fits = read_compared(sentence, multiple);
        if (!fits && (multiple->compared.is_plan || multiple->compared.is_total))
            return false;
        if (!fits && scene_is_cue(scene, at, CUE_INDEX))
            return false;
        if (!fits && !multiple->has_compared) {
            multiple->end = behind;
            multiple->compared = (Compared){ 0 };
            follows_comparison(sentence, at, &multiple->compared);
        }
    } else if (!read_percent(sentence, at, multiple)) {
        return false;
    } else if (!read_compared(sentence, multiple)) {
        multiple->has_compared = is_in_list(sentence, multiple) || QCDC_FAULT("multiples-bracket", shows_base(sentence, multiple), false);
        if (!multiple->has_compared)
            return false;
    }
    read_base(sentence, multiple);
    read_after(sentence, multiple);
    return true;
}

static void fill(Draft *draft, const Sentence *sentence, const Multiple *multiple, QcdcClaimKind kind,
                 const Mention *now)
{
    Mention percent = multiple->times;
    draft_begin(draft, kind);
    draft->period = sentence->period;
    draft->base_period = attach_find_base_period(sentence, &multiple->compared);
    attach_add(draft, QCDC_OPERAND_NOW, now);
    attach_add(draft, QCDC_OPERAND_BASE, multiple->base);
    if (kind == QCDC_CLAIM_CHANGE_REL) {
        bool fits = percent.value.coefficient < INT64_MAX / 1000 && percent.last_power > INT8_MIN + 3;
        percent.value.coefficient *= fits ? 100 : 1;
        percent.last_power += 2;
        percent.percent = 1;
        percent.has_other = 0;
        draft->direction = QCDC_DIRECTION_INCREASE;
    }
    attach_add(draft, QCDC_OPERAND_PCT, &percent);
    if (multiple->compared.is_mean || !multiple->times.percent)
        attach_drop_wholes(draft);
    attach_cover_tokens(draft, sentence->scene, multiple->verb, multiple->end);
    attach_add_near(draft, sentence, multiple->verb);
}

/* "từ 10,8 triệu đồng lên 24,6 triệu đồng, tăng gấp 2,3 lần": where the figure that changed came from; with a comparison of its own only
 * if it fits. */
static void find_start(const Sentence *sentence, const Multiple *multiple, const Mention *now, BaseFound *found)
{
    Span span;
    size_t least = attach_reach_back(sentence, now->token, ATTACH_LOOK_AHEAD);
    for (size_t at = now->token; at-- > least;) {
        if (!scene_is_cue(sentence->scene, at, CUE_FROM))
            continue;
        if (span_read_from_to(sentence, at, &span) && span.to == now)
            *found = (BaseFound){ .base = span.from, .is_loose = multiple->has_compared };
        return;
    }
}

/* "360.000 lượt …; Đài Loan 36.000 lượt, gấp 1,5 lần cùng kỳ (240.000 lượt)": where the nearest misses the base, the one before it of the base's noun
 * that fits is meant. */
static bool choose_fitting(const Sentence *sentence, const Multiple *multiple, QcdcClaimKind kind, const Mention *nearest)
{
    Draft *other = &sentence->reader->other;
    const Mention *base = multiple->base;
    for (const Mention *now = nearest; now > sentence->scene->mentions && nearest - now < OTHERS;) {
        now--;
        if (now->token < sentence->start || now->first_key != base->first_key || !attach_can_be_level(sentence, now, LEVEL_ANY))
            continue;
        fill(other, sentence, multiple, kind, now);
        draft_judge_verdict(other);
        if (QCDC_FAULT("multiples-fitting", other->verdict == QCDC_VERDICT_CONSISTENT, false)) {
            sentence->reader->draft = *other;
            return true;
        }
    }
    return false;
}

static void choose(const Sentence *sentence, const Multiple *multiple, QcdcClaimKind kind, Choice *best)
{
    Reader *reader = sentence->reader;
    Levels levels;
    attach_find_levels(sentence, multiple->verb, &multiple->times, LEVEL_ANY, &levels);
    if (levels.count == 0 && levels.has_subject)
        attach_find_named(sentence, multiple->verb, NULL, &levels);
    if (multiple->now != NULL || (levels.count == 0 && multiple->after != NULL))
        levels = (Levels){ .figures = { multiple->now != NULL ? multiple->now : multiple->after }, .count = 1 };
    for (size_t i = 0; i < levels.count; i++) {
        const Mention *now = levels.figures[i];
        if (multiple->base != NULL && multiple->base->percent != now->percent)
            continue;
        Multiple shown = *multiple;
        BaseFound found = { .base = shown.base };
        if (found.base == NULL)
            attach_find_base_of(sentence, now, multiple->verb, &found);
        if (found.base == NULL && multiple->verb > now->token && QCDC_FAULT("multiples-start", true, false))
            find_start(sentence, multiple, now, &found);
        shown.base = found.is_loose ? NULL : found.base;
        fill(&reader->other, sentence, &shown, kind, now);
        attach_choose(reader, &reader->other, best);
    }
    bool is_open = best->has_one && best->verdict == QCDC_VERDICT_INCONSISTENT && multiple->base != NULL && multiple->base->first_key != 0;
    if (is_open && choose_fitting(sentence, multiple, kind, levels.figures[0])) {
        best->verdict = QCDC_VERDICT_CONSISTENT;
        return;
    }
    if (best->has_one && !(levels.is_weak && best->verdict == QCDC_VERDICT_INCONSISTENT))
        return;
    *best = (Choice){ 0 };
    fill(&reader->other, sentence, multiple, kind, NULL);
    attach_choose(reader, &reader->other, best);
}

/* Both readings are kept where the arithmetic does not choose one. */
static QcdcStatus keep(const Sentence *sentence, const Multiple *multiple, QcdcError *error)
{
    Reader *reader = sentence->reader;
    Choice as_index = { 0 }, as_growth = { 0 };
    choose(sentence, multiple, QCDC_CLAIM_INDEX, &as_index);
    if (!QCDC_FAULT("multiples-readings", multiple->is_growth_too, false))
        return reader_keep(reader, &reader->draft, NULL, error);
    QcdcStatus status = QCDC_OK;
    choose(sentence, multiple, QCDC_CLAIM_CHANGE_REL, &as_growth);
    if (verdict_fits(as_growth.verdict) && !verdict_fits(as_index.verdict))
        return reader_keep(reader, &reader->draft, NULL, error);
    as_index = (Choice){ 0 };
    choose(sentence, multiple, QCDC_CLAIM_INDEX, &as_index);
    status = reader_keep(reader, &reader->draft, NULL, error);
    if (status != QCDC_OK || as_index.verdict != QCDC_VERDICT_UNCHECKABLE)
        return status;
    choose(sentence, multiple, QCDC_CLAIM_CHANGE_REL, &(Choice){ 0 });
    reader->draft.is_alternative = 1;
    return reader_keep(reader, &reader->draft, NULL, error);
}

QcdcStatus multiples_find(const Sentence *sentence, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Multiple multiple;
        if (!read(sentence, at, &multiple)) {
            at++;
            continue;
        }
        attach_take(sentence, multiple.figure, TAKEN_CHANGE);
        attach_take(sentence, multiple.base, TAKEN_CHANGE);
        status = keep(sentence, &multiple, error);
        at = multiple.end > at ? multiple.end : at + 1;
    }
    return status;
}
