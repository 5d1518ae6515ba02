/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/decimal-private.h"
#include "kernel/fault-private.h"
#include "reading/area-private.h"
#include "reading/deed-private.h"
#include "reading/mean-private.h"
#include "reading/pace-private.h"
#include "reading/worth-private.h"

enum {
    MOST_TIMES = 4, /* as long as its own words the passage of a mean and what it is taken of */
    FAR_TOTALS = 2, /* totals that are tried with a count of another passage */
    LEAST_DIGITS = 10 /* of a mean or its total, without the zeros at the end, where only their places tie them */
};

/* "58,2 tạ/ha … 4.365 tấn": a harvest is told in the unit above that of its yield. */
static bool is_harvest(const Scene *scene, const Mean *mean, const Mention *total)
{
    return mean_find_power(scene, mean, total) == 1;
}

/* Where its words begin: a caption before a colon, "Bình quân tiêu chí/xã: 12,97 tiêu chí/xã", is none of them where the figure says all. */
static size_t find_first(const Scene *scene, const Mean *mean)
{
    size_t at = mean->average->token;
    while (at > mean->first && !scene_is_mark(scene, at - 1, ':'))
        at--;
    bool is_captioned = at > mean->first && mean->over > mean->average->token;
    if (QCDC_FAULT("averages-caption", is_captioned, false))
        return mean->average->token;
    /* of words before that are longer than the figure with its noun, as much as is as long */
    const Mention *average = mean->average;
    uint32_t end = scene->tokens[mention_get_end(average) - 1].end, most = 2 * (end - average->start);
    size_t first = mean->first;
    while (QCDC_FAULT("averages-words", !mean->is_density, false) && mean->over < average->token && first < average->token && (end - scene->tokens[first].start > most || scene_is_mark(scene, first, ',')))
        first++;
    return first;
}

/* The passage of a mean of @length reaches to a figure of its sentence where that makes it less than twice as long; towards one before it that makes it
 * at most four times as long it goes that far. */
static bool cover_operand(Reader *reader, const Mean *mean, const Mention *operand, uint32_t length)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    size_t at = mean->average->token, start = scene_find_sentence_start(scene, at), end = scene_find_sentence_end(scene, at);
    if (operand == NULL || operand->token < start || operand->token >= end)
        return false;
    uint32_t from = operand->start < draft->start ? operand->start : draft->start, to = operand->end > draft->end ? operand->end : draft->end;
    if (!QCDC_FAULT("averages-operand", to - from >= 2 * length, true)) {
        draft_cover(draft, from, to);
        return true;
    }
    if (operand->start >= draft->start || to - from > MOST_TIMES * length)
        return false;
    for (size_t first = operand->token; scene->tokens[first].start < draft->start; first++)
        if (draft->end - scene->tokens[first].start < 2 * length && !scene_is_mark(scene, first, ',')) {
            draft_cover(draft, scene->tokens[first].start, draft->end);
            return QCDC_FAULT("averages-towards", true, false);
        }
    return false;
}

/* "29.348 học sinh; bình quân 29,0 học sinh/lớp": what a mean is taken of, or over, is in its passage too where it stands beside it; both are, or
 * the nearer one. */
static void cover_operands(Reader *reader, const Mean *mean, const Mention *count, const Mention *total)
{
    uint32_t length = reader->draft.end - reader->draft.start;
    bool is_count_first = count != NULL && total != NULL && count->token < total->token;
    if (!cover_operand(reader, mean, is_count_first ? count : total, length))
        cover_operand(reader, mean, is_count_first ? total : count, length);
}

static void make_mean(Reader *reader, const Mean *mean, const Mention *count, const Mention *total)
{
    const Scene *scene = &reader->scene;
    bool is_density = mean->is_density;
    draft_begin(&reader->draft, is_density ? QCDC_CLAIM_DENSITY : QCDC_CLAIM_AVERAGE);
    operand_add(&reader->draft, is_density ? QCDC_OPERAND_VALUE : QCDC_OPERAND_AVERAGE, mean->average, true);
    size_t end = operand_find_phrase_end(scene, mean->over); /* a word is two syllables as a rule: dự án, doanh nghiệp */
    end = end > mean->over + 2 ? mean->over + 2 : end > mean->over ? end : mean->over + 1;
    if (mean->over > mean->average->token || is_density)
        draft_cover(&reader->draft, scene->tokens[mean->over].start, scene->tokens[end - 1].end);
    draft_cover(&reader->draft, scene->tokens[find_first(scene, mean)].start, mean->average->end);
    if (mean->average->noun_end > mean->average->noun_first)
        draft_cover(&reader->draft, mean->average->start, scene->tokens[mean->average->noun_end - 1].end);
    if (total != NULL)
        operand_add(&reader->draft, is_density ? QCDC_OPERAND_NUM : QCDC_OPERAND_TOTAL, total, false);
    if (total != NULL)
        reader->draft.numbers[reader->draft.number_count - 1].unit_power = (int8_t)mean_find_power(scene, mean, total);
    if (total != NULL && mean->power > 0)
        reader->draft.numbers[reader->draft.number_count - 1].unit_power = (int8_t)mean->power;
    if (count != NULL)
        operand_add(&reader->draft, is_density ? QCDC_OPERAND_DEN : QCDC_OPERAND_COUNT, count, false);
    operand_set_unit(&reader->draft, scene, mean->average);
    if (!is_density)
        cover_operands(reader, mean, count, total);
}

/* "bình quân 15,2 tiêu chí/xã", "823 người/ha": another mean, which is no count and no total. */
static bool is_of_each(const Scene *scene, const Mention *mention)
{
    uint8_t power;
    return operand_is_mean(scene, mention) || operand_is_quotient(scene, mention) || scene_is_cue(scene, mention_get_end(mention), CUE_EACH) || operand_read_of_many(scene, mention_get_end(mention), &power) > 0;
}

/* "124 căn (bình quân 50 triệu đồng/nhà), trong đó xây mới 92 nhà": behind the mean some of its things. */
static bool is_some(const Scene *scene, const Mean *mean, const Mention *mention)
{
    for (size_t at = mean->average->token; at < mention->token; at++)
        if (scene_is_cue(scene, at, CUE_OF_WHICH))
            return QCDC_FAULT("averages-of-which", true, false);
    return false;
}

/* "bình quân mỗi người 2,8 lượt khách, trong đó có 0,39 lượt khách quốc tế": a part of the mean; "lãi 210 tỷ đồng": what is left of a total. */
static bool is_within_mean(const Scene *scene, const Mean *mean, const Mention *mention)
{
    static const char *const gains[] = {"lãi", "lỗ", "chênh lệch", "lợi nhuận"};
    size_t from = mention->token > 4 ? mention->token - 4 : 0;
    return operand_says_any(scene, from, mention->token, gains, sizeof gains / sizeof gains[0]) || is_some(scene, mean, mention);
}

/* Fewer than those to so many of whom a density is told: "1,8 hộ/10.000 hộ". */
static bool is_too_few(const Mean *mean, const Mention *count)
{
    QcdcDecimal least = {.coefficient = 1};
    for (uint8_t power = 0; power < mean->power; power++)
        least.coefficient *= 10;
    return qcdc_decimal_compare(count->value, least) < 0;
}

/* Adds @mention if it counts what the mean is taken over; above the line of "65/181 xã" stands another count of them. */
static size_t add_count(const Scene *scene, const Mean *mean, const Mention *mention, const Mention **counts, size_t found)
{
    uint8_t power;
    bool is_of_many = mention->token > 0 && operand_read_of_many(scene, mention->token - 1, &power) > 0;
    bool is_each = mention->token > 0 && scene_is_word(scene, mention->token - 1, "cứ"); /* "cứ 10.000 hộ dân có 1,8 hộ" */
    if (!operand_is_count(mention) || is_of_many || is_each || QCDC_FAULT("averages-few", is_too_few(mean, mention), false) || mention == mean->average || !mean_counts(scene, mean, mention) || is_of_each(scene, mention))
        return found;
    if (found < MEAN_FIGURES)
        counts[found++] = mention;
    bool is_bare = mention->slash == 2 && (mention - 1)->noun_end == mention->noun_end;
    if (is_bare && found < MEAN_FIGURES)
        counts[found++] = mention - 1;
    return found;
}

/* The figures behind the mean in its sentence, and those before it in the scene, that count what it is taken over; nearest first. */
static size_t gather_counts(const Scene *scene, const Mean *mean, const Mention **counts)
{
    size_t found = 0, index = (size_t)(mean->average - scene->mentions), end = scene_find_sentence_end(scene, mean->average->token);
    size_t first = index > READER_LOOK_BACK ? index - READER_LOOK_BACK : 0;
    for (size_t i = index; i > first && found < MEAN_FIGURES; i--)
        found = add_count(scene, mean, &scene->mentions[i - 1], counts, found);
    for (size_t i = index + 1; i < scene->mention_count && i < index + MEAN_FIGURES && scene->mentions[i].token < end; i++)
        found = is_some(scene, mean, &scene->mentions[i]) ? found : add_count(scene, mean, &scene->mentions[i], counts, found);
    return found;
}

/* Whether @mention measures what the mean measures, and may be what the mean was taken of: "5.250 tấn lúa … 5,25 tấn/ha". */
static bool is_total(const Reader *reader, const Mean *mean, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    bool is_same = mean_has_unit(scene, mean, mention);
    bool is_above = mention->slash == 1 && mention->noun_end == (mention + 1)->noun_end; /* not "567 tổ/126 thôn" */
    bool is_below = mention->slash == 2 && ((mention - 1)->first_key == 0 || (mention - 1)->first_key == mention->first_key); /* not "9 hộ/36 khẩu" */
    bool is_change = operand_is_change(reader, mention) && !mean_is_beside(scene, mean, mention);
    return mention != mean->average && operand_is_count(mention) && !is_below && !is_above && is_same && !is_change &&
           !is_of_each(scene, mention) && !is_within_mean(scene, mean, mention);
}

/* The totals before the mean, nearest first, and behind it in its sentence. */
static size_t gather_totals(const Reader *reader, const Mean *mean, const Mention **totals)
{
    const Scene *scene = &reader->scene;
    size_t found = 0, index = (size_t)(mean->average - scene->mentions), end = scene_find_sentence_end(scene, mean->average->token);
    size_t first = index > 2 * MEAN_FIGURES ? index - 2 * MEAN_FIGURES : 0;
    for (size_t i = index; i > first && found < MEAN_FIGURES; i--)
        if (is_total(reader, mean, &scene->mentions[i - 1]))
            totals[found++] = &scene->mentions[i - 1];
    for (size_t i = index + 1; i < scene->mention_count && i < index + MEAN_FIGURES && scene->mentions[i].token < end && found < MEAN_FIGURES; i++)
        if (is_total(reader, mean, &scene->mentions[i]))
            totals[found++] = &scene->mentions[i];
    return found;
}

/* Where what a mean is taken of stands beside it: the clause, of a bracket the one that the bracket stands in. */
static size_t find_near(const Scene *scene, const Mean *mean)
{
    size_t open = operand_find_bracket(scene, mean->average->token);
    return scene_find_clause_start(scene, open != SIZE_MAX ? open : mean->average->token);
}

/* Whether a ";" stands between: "cả tỉnh đạt 9,5 bác sĩ/vạn dân; huyện có 95 bác sĩ". */
static bool is_parted(const Scene *scene, const Mean *mean, const Mention *mention)
{
    for (size_t at = mean->average->token; at < mention->token; at++)
        if (scene_is_mark(scene, at, ';'))
            return QCDC_FAULT("averages-parted", true, false);
    return false;
}

/* The only one of @figures that stands in the mean's clause before it; else the only one of its sentence; NULL if there are several. */
static const Mention *find_only(const Scene *scene, const Mean *mean, const Mention *const *figures, size_t count)
{
    size_t near = find_near(scene, mean), start = scene_find_sentence_start(scene, mean->average->token);
    const Mention *beside = NULL, *only = NULL;
    size_t beside_count = 0, count_all = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = figures[i]->token;
        if (at >= near && at < mean->average->token) {
            beside = figures[i];
            beside_count++;
        }
        bool is_here = at >= start && !is_parted(scene, mean, figures[i]);
        only = is_here ? figures[i] : only;
        count_all += is_here;
    }
    if (beside_count == 1)
        return beside;
    return QCDC_FAULT("averages-two", count_all == 1, count_all > 0) ? only : NULL;
}

/* Drafts the mean of the first count and total that fit together; false if none do. */
static bool find_fitting(Reader *reader, const Mean *mean, const Mention *const *counts, size_t count, const Mention *const *totals, size_t total_count)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < total_count; k++) {
            if (totals[k] != NULL && !mean_is_likely(scene, mean, counts[i], totals[k]))
                continue;
            make_mean(reader, mean, counts[i], totals[k]);
            if (!operand_fits(&reader->draft))
                continue;
            operand_take(reader, counts[i], TAKEN_LINE);
            return true;
        }
    return false;
}

/* "bình quân 4 người/dự án" of 984 người beside it and of 246 dự án in an earlier passage: a count far away is only one that fits. */
static bool fits_far_count(Reader *reader, const Mean *mean, const Mention *total)
{
    const Scene *scene = &reader->scene;
    uint32_t key = scene_hash_token(scene, &scene->tokens[mean->over]);
    for (size_t i = reader->sighting_count, first = reader_find_reach(reader); i > first; i--) {
        const Sighting *sighting = &reader->sightings[i - 1];
        bool is_counted = sighting->first_key == key || QCDC_FAULT("averages-population", mean->is_density && sighting->counts_people && mean_is_over_people(scene, mean), false);
        if (sighting->percent || !sighting->is_level || !is_counted || sighting->hedge != QCDC_HEDGE_NONE)
            continue;
        Mention far = reader_recall(sighting);
        make_mean(reader, mean, NULL, total);
        reader->draft.is_far = 1;
        operand_add(&reader->draft, mean->is_density ? QCDC_OPERAND_DEN : QCDC_OPERAND_COUNT, &far, false);
        if (QCDC_FAULT("averages-far", operand_fits(&reader->draft), false))
            return true;
    }
    return false;
}

/* Of the total beside the mean, or, if it is fine enough not to fit by chance, of one of the nearest. */
static bool find_far_count(Reader *reader, const Mean *mean, const Mention *total, const Mention *const *totals, size_t total_count)
{
    int64_t digits = mean->average->value.coefficient;
    if (total != NULL && digits >= 10 && fits_far_count(reader, mean, total))
        return true;
    for (size_t k = 0; k < total_count && k < FAR_TOTALS && digits >= 100; k++) {
        if (totals[k] != total && fits_far_count(reader, mean, totals[k]))
            return true;
    }
    return false;
}

/* What a mean is told against if nothing fits. */
typedef struct Against {
    const Mention *count, *total;
} Against;

/* The only ones beside it; one that only the passage tells is evidence where both are the only ones of it, and the total is told to be one. An amount of another sentence may be of
 * something else: the receipts of a province, and the income of its people. */
static Against find_against(const Reader *reader, const Mean *mean, const Mention *const *counts, size_t count, const Mention *const *totals, size_t total_count)
{
    const Scene *scene = &reader->scene;
    Against near = {find_only(scene, mean, counts, count), find_only(scene, mean, totals, total_count)}, told = near;
    if (near.count != NULL && mean_is_loose(scene, mean, near.count))
        return (Against){NULL, NULL};
    if (near.count != NULL && near.total != NULL)
        return near;
    told.count = near.count == NULL && count == 1 && !is_parted(scene, mean, counts[0]) ? counts[0] : near.count;
    told.total = near.total == NULL && total_count == 1 && totals[0]->scale < 6 && !is_parted(scene, mean, totals[0]) ? totals[0] : near.total;
    bool has_both = told.count != NULL && told.total != NULL;
    bool is_all = has_both && (mean->is_density || mean_find_power(scene, mean, told.total) > 0 || QCDC_FAULT("averages-all", operand_is_total(scene, told.total), true));
    return is_all && mean_is_only(reader, mean, told.count, false) && mean_is_only(reader, mean, told.total, true) ? told : near;
}

/* Whether one of both is more than one and a half times the other. */
static bool is_far_from(QcdcDecimal one, QcdcDecimal other)
{
    QcdcDecimal less = qcdc_decimal_compare(one, other) < 0 ? one : other, more = qcdc_decimal_compare(one, other) < 0 ? other : one;
    QcdcStatus status = qcdc_decimal_add(more, more, &more, NULL);
    QcdcDecimal twice;
    if (status == QCDC_OK)
        status = qcdc_decimal_add(less, less, &twice, NULL);
    if (status == QCDC_OK)
        status = qcdc_decimal_add(twice, less, &less, NULL);
    return status == QCDC_OK && qcdc_decimal_compare(more, less) > 0;
}

/* "96 bác sĩ tuyến huyện; toàn tỉnh đạt 8,5 bác sĩ/vạn dân": the mean is told of a whole area, and they of another. */
static bool is_of_another_area(const Scene *scene, const Mean *mean, const Mention *count, const Mention *total)
{
    size_t nearer = count->token < total->token ? count->token : total->token;
    return nearer < mean->average->token && area_is_another(scene, scene_find_sentence_start(scene, nearer), mean->average, mean->average->token);
}

/* Whether count and total are of something else than the mean, which no slip explains: they miss it by far ("62 triệu đồng/người" beside
 * the receipts of the province), or were sown, of which less may be harvested. */
static bool is_of_others(Reader *reader, const Mean *mean, const Mention *count, const Mention *total)
{
    const Draft *draft = &reader->draft;
    make_mean(reader, mean, count, total);
    draft_judge(&reader->draft);
    if (draft->verdict == QCDC_VERDICT_INCONSISTENT && is_of_another_area(&reader->scene, mean, count, total))
        return true;
    if (draft->verdict != QCDC_VERDICT_INCONSISTENT || draft->cause != QCDC_CAUSE_NONE || draft->expected_count == 0)
        return false;
    if (QCDC_FAULT("averages-others", is_far_from(draft->expected[0].value, mean->average->value), false))
        return true;
    bool is_less = qcdc_decimal_compare(draft->expected[0].value, mean->average->value) < 0;
    return is_harvest(&reader->scene, mean, total) && QCDC_FAULT("averages-harvest", is_less, true);
}

/* Whether a slip of digits explains why mean, count and total do not fit. */
static bool is_slip(Reader *reader, const Mean *mean, const Mention *count, const Mention *total)
{
    make_mean(reader, mean, count, total);
    draft_judge(&reader->draft);
    return QCDC_FAULT("averages-slip", reader->draft.cause == QCDC_CAUSE_SCALE || reader->draft.cause == QCDC_CAUSE_SWAPPED_DIGITS, true);
}

/* "2.184 tỷ đồng/45.500 khách hàng, dư nợ bình quân 48 triệu đồng/hộ": an amount and those that have it, whatever the mean calls them. */
static bool find_line(Reader *reader, const Mean *mean, const Mention *const *totals, size_t total_count)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i < total_count && mean->average->value.coefficient >= 10; i++) {
        const Mention *total = totals[i], *count = total + 1;
        size_t at = mention_get_end(total);
        bool is_amount = total->scale >= 6 && total < mean->average && count < mean->average;
        bool is_joined = scene_is_mark(scene, at, '/') || scene_is_cue(scene, at, CUE_WITH);
        if (!is_amount || !is_joined || count->token != at + 1 || !operand_is_count(count) || count->is_measure || count->scale >= 6 || count->hedge != QCDC_HEDGE_NONE)
            continue;
        if (!mean_is_likely(scene, mean, count, total))
            continue;
        make_mean(reader, mean, count, total);
        if (QCDC_FAULT("averages-line", operand_fits(&reader->draft), false))
            return true;
    }
    return false;
}

/* "có 8 xã đạt chuẩn; bình quân toàn huyện đạt 17,83 tiêu chí/xã": without a total, a count that no whole fits is no evidence where it is told of some
 * only, or the mean of all. */
static bool is_over_others(Reader *reader, const Mean *mean, const Mention *count)
{
    static const char *const all[] = {"toàn", "cả", "chung"};
    const Scene *scene = &reader->scene;
    size_t end = scene_find_sentence_end(scene, count->token);
    bool is_of_all = operand_says_any(scene, mean->first, mean->average->token, all, sizeof all / sizeof all[0]);
    if (!is_of_all && !deed_is_told(scene, count, end))
        return false;
    make_mean(reader, mean, count, NULL);
    draft_judge_verdict(&reader->draft);
    return QCDC_FAULT("averages-some", reader->draft.verdict == QCDC_VERDICT_INCONSISTENT, false);
}

/* Whether @count stands right beside @total, in its sentence and before the mean, and may be what the mean is over by another name. */
static bool is_beside(const Reader *reader, const Mean *mean, const Mention *total, const Mention *count)
{
    const Scene *scene = &reader->scene;
    bool is_there = count >= scene->mentions && count < mean->average && count->token >= scene_find_sentence_start(scene, total->token);
    if (!is_there || !operand_is_count(count) || count->is_measure || count->scale >= 6 || count->slash != 0 || count->hedge != QCDC_HEDGE_NONE || is_of_each(scene, count))
        return false;
    return count->first_key != 0 && !mean_has_unit(scene, mean, count) && !operand_is_change(reader, count);
}

/* "24 xã, phường với 120 thành viên, bình quân 5 thành viên/ban"; "12.406 lượt bệnh nhân với 69.474 ngày điều trị, bình quân 5,6 ngày/đợt": of a mean
 * over what nothing counts, the figure right before what it is taken of, where the two fit as printed. */
static bool find_beside(Reader *reader, const Mean *mean, const Mention *const *totals, size_t total_count)
{
    const Scene *scene = &reader->scene;
    const Mention *total = total_count > 0 ? totals[0] : NULL;
    if (total == NULL || total >= mean->average || total->token < find_near(scene, mean) || mean->is_density || mean->power > 0)
        return false;
    int64_t digits = operand_raise_digits(operand_strip_zeros(mean->average->value), total->value);
    const Mention *count = total - 1;
    if (digits < LEAST_DIGITS || mean->average - total > 1 || !is_beside(reader, mean, total, count) || !mean_is_likely(scene, mean, count, total))
        return false;
    make_mean(reader, mean, count, total);
    return QCDC_FAULT("averages-beside", operand_fits(&reader->draft), false) && reader->draft.verdict == QCDC_VERDICT_CONSISTENT;
}

/* "… bình quân mỗi xã đạt 18,6 tiêu chí. Tỉnh có 185 trong tổng số 220 xã …": the next sentence may count what the mean is over; only where that fits. */
static bool find_behind(Reader *reader, const Mean *mean, const Mention *const *totals, size_t total_count)
{
    const Scene *scene = &reader->scene;
    const Mention *counts[MEAN_FIGURES];
    size_t end = scene_find_sentence_end(scene, mean->average->token), found = 0;
    size_t least = end, most = least < scene->token_count ? scene_find_sentence_end(scene, least + 1) : least;
    for (const Mention *mention = mean->average + 1; mention < scene->mentions + scene->mention_count && mention->token < most && found < MEAN_FIGURES; mention++)
        if (mention->token > least)
            found = add_count(scene, mean, mention, counts, found);
    bool is_fine = operand_strip_zeros(mean->average->value) >= LEAST_DIGITS;
    return is_fine && total_count > 0 && QCDC_FAULT("averages-behind", find_fitting(reader, mean, counts, found, totals, 1), false) &&
           reader->draft.verdict == QCDC_VERDICT_CONSISTENT;
}

static QcdcStatus keep_mean(Reader *reader, const Mean *mean, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *counts[MEAN_FIGURES], *totals[MEAN_FIGURES], *none = NULL;
    size_t count = mean_drop_taken(reader, mean, counts, gather_counts(scene, mean, counts));
    size_t total_count = mean_drop_taken(reader, mean, totals, gather_totals(reader, mean, totals));
    Against against = find_against(reader, mean, counts, count, totals, total_count);
    const Mention *only = against.count, *total = against.total;
    if (find_fitting(reader, mean, counts, count, totals, total_count) ||
        (total == NULL && find_fitting(reader, mean, counts, count, &none, 1)) ||
        find_line(reader, mean, totals, total_count) || (count == 0 && find_beside(reader, mean, totals, total_count)) ||
        (count == 0 && find_behind(reader, mean, totals, total_count)) || find_far_count(reader, mean, total, totals, total_count))
        return reader_keep(reader, &reader->draft, NULL, error);
    if (only != NULL && total != NULL && is_of_others(reader, mean, only, total))
        total = NULL;
    if (only != NULL && total != NULL && mean_has_turns(scene, mean, total) && !is_slip(reader, mean, only, total))
        total = NULL; /* each may have come more than once */
    total = QCDC_FAULT("averages-rough", mean->is_rough, false) ? NULL : total;
    if (only != NULL && total == NULL && is_over_others(reader, mean, only))
        only = NULL;
    make_mean(reader, mean, only, only != NULL ? total : NULL);
    if (only != NULL)
        operand_take(reader, only, TAKEN_LINE);
    return reader_keep(reader, &reader->draft, NULL, error);
}

QcdcStatus reader_find_averages(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i < scene->mention_count; i++) {
        const Mention *mention = &scene->mentions[i];
        Mean mean;
        QcdcStatus status = QCDC_OK;
        bool is_of_many = mention->slash == 1 && operand_read_of_many(scene, mention_get_end(mention), &mean.power) > 0;
        if (!operand_is_count(mention) || (mention->slash != 0 && !is_of_many))
            continue;
        if (is_of_many)
            operand_take(reader, mention, TAKEN_LINE), operand_take(reader, mention + 1, TAKEN_LINE);
        if (pace_find(reader, mention))
            status = reader_keep(reader, &reader->draft, NULL, error);
        else if (mean_read(scene, mention, &mean))
            status = keep_mean(reader, &mean, error);
        else
            status = worth_find(reader, mention, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
