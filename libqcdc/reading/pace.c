/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/pace-private.h"

#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"

enum {
    WORDS_BEFORE = 10, /* tokens between "bình quân" and the figure, */
    SENTENCES = 3,     /* its own and those before it: where the time and the total are told, */
    MOST_TIMES = 4,    /* and the nearest of them that are tried */
    MOST_TOTALS = 6,
    LEAST_DIGITS = 10, /* of the mean, without its point and the zeros at its end: less fits by chance */
    MONTHS_A_YEAR = 12
};

typedef struct Pace {
    const Mention *average;
    size_t first;        /* token of "bình quân" */
    int months;          /* of each: 12 of "mỗi năm" */
    Mention times[MOST_TIMES];
    size_t time_count;
} Pace;

/* How many months the word for a time at @at has, 0 if it is none. */
static int count_months(const Scene *scene, size_t at)
{
    if (scene_is_word(scene, at, "tháng"))
        return 1;
    if (scene_is_word(scene, at, "quý"))
        return 3;
    return scene_is_word(scene, at, "năm") ? MONTHS_A_YEAR : 0;
}

/* "mỗi năm", "mỗi tháng" at @at, or "/tháng". */
static int read_each(const Scene *scene, size_t at)
{
    if (scene_is_cue(scene, at, CUE_PER_YEAR))
        return MONTHS_A_YEAR;
    bool is_each = scene_is_cue(scene, at, CUE_EACH) || scene_is_mark(scene, at, '/') || scene_is_word(scene, at, "một");
    return is_each && at + 1 < scene->token_count ? count_months(scene, at + 1) : 0;
}

static bool read_pace(const Scene *scene, const Mention *mention, Pace *pace)
{
    size_t least = mention->token > WORDS_BEFORE ? mention->token - WORDS_BEFORE : 0;
    bool is_mean = false;
    *pace = (Pace){.average = mention, .months = read_each(scene, mention_get_end(mention))};
    for (size_t at = mention->token; at > least && !is_mean; at--) {
        const Token *token = &scene->tokens[at - 1];
        int months = read_each(scene, at - 1);
        if (token->kind == TOKEN_NUMBER || (token->kind == TOKEN_MARK && token->mark != '/'))
            return false;
        pace->months = months > 0 ? months : pace->months;
        is_mean = token->kind == TOKEN_CUE && token->cue == CUE_AVERAGE;
        pace->first = at - 1;
    }
    return is_mean && pace->months > 0;
}

static void add_time(Pace *pace, const Token *token, int months)
{
    if (months < 2 * pace->months || months % pace->months != 0 || pace->time_count == MOST_TIMES)
        return;
    pace->times[pace->time_count++] = (Mention){.start = token->start, .end = token->end, .value = {.coefficient = months / pace->months}, .kind = MENTION_PERIOD};
}

/* "6 tháng", "5 năm" as a length of time. */
static void add_length(const Scene *scene, size_t at, Pace *pace)
{
    const Mention *mention = &scene->mentions[scene->tokens[at].index];
    bool is_length = mention->kind == MENTION_PERIOD && mention->value.decimals == 0 && mention->value.coefficient > 0 && mention->value.coefficient < 100;
    if (is_length)
        add_time(pace, &scene->tokens[at], (int)mention->value.coefficient * count_months(scene, at + 1));
}

/* The times of the passage before the mean, nearest first. From the figure of one year to that of another so many years have passed. */
static void find_times(const Scene *scene, size_t least, Pace *pace)
{
    int64_t year = 0;
    for (size_t at = pace->first; at > least; at--) {
        const Token *token = &scene->tokens[at - 1];
        QcdcPeriod period = scene_get_period(scene, at - 1);
        if (token->kind == TOKEN_NUMBER)
            add_length(scene, at - 1, pace);
        if (period.kind == QCDC_PERIOD_NONE || period.kind == QCDC_PERIOD_DAYS)
            continue;
        add_time(pace, token, (int)period.count);
        if (period.kind == QCDC_PERIOD_SPAN)
            add_time(pace, token, (int)period.count - MONTHS_A_YEAR);
        if (period.kind == QCDC_PERIOD_YEAR && year > period.start)
            add_time(pace, token, (int)(year - period.start));
        year = period.kind == QCDC_PERIOD_YEAR ? period.start : year;
    }
}

static bool may_be_total(const Scene *scene, const Pace *pace, const Mention *mention)
{
    const Mention *average = pace->average;
    bool is_plain = mention->kind == MENTION_FIGURE && mention->slash == 0 && mention->hedge == QCDC_HEDGE_NONE && mention != average;
    if (!is_plain || qcdc_decimal_compare(mention->value, average->value) <= 0 || operand_is_quotient(scene, mention))
        return false;
    if (average->percent)
        return mention->percent;
    return operand_is_count(mention) && mention->first_key != 0 && (mention->first_key == average->first_key || operand_shares_noun(scene, mention, average));
}

static void make(Reader *reader, const Pace *pace, const Mention *total, const Mention *time)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    draft_begin(draft, QCDC_CLAIM_AVERAGE);
    operand_add(draft, QCDC_OPERAND_AVERAGE, pace->average, true);
    size_t end = mention_get_end(pace->average);
    end += read_each(scene, end) == 0 ? 0 : scene_is_cue(scene, end, CUE_PER_YEAR) ? 1 : 2; /* "85 lượt/tháng" */
    draft_cover(draft, scene->tokens[pace->first].start, scene->tokens[end - 1].end);
    uint32_t length = draft->end - draft->start;
    operand_add(draft, QCDC_OPERAND_TOTAL, total, false);
    if (total->token >= scene_find_sentence_start(scene, pace->first) && total->start < draft->start && draft->end - total->start < 2 * length)
        draft_cover(draft, total->start, draft->end);
    draft_add(draft, QCDC_OPERAND_COUNT, time, false);
    operand_set_unit(draft, scene, pace->average);
}

bool pace_find(Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    Pace pace;
    bool is_plain = mention->kind == MENTION_FIGURE && mention->slash == 0 && mention->hedge == QCDC_HEDGE_NONE;
    if (!is_plain || operand_strip_zeros(mention->value) < LEAST_DIGITS || !read_pace(scene, mention, &pace))
        return false;
    size_t least = operand_find_start(scene, pace.first, SENTENCES), totals = 0;
    least = pace.first > least + OPERAND_REACH ? pace.first - OPERAND_REACH : least;
    find_times(scene, least, &pace);
    for (const Mention *total = mention; pace.time_count > 0 && total > scene->mentions && (total - 1)->token >= least && totals < MOST_TOTALS; total--) {
        if (!may_be_total(scene, &pace, total - 1))
            continue;
        totals++;
        for (size_t i = 0; i < pace.time_count; i++) {
            make(reader, &pace, total - 1, &pace.times[i]);
            if (QCDC_FAULT("pace-fit", operand_fits(&reader->draft), false) && reader->draft.verdict == QCDC_VERDICT_CONSISTENT)
                return true;
        }
    }
    return false;
}
