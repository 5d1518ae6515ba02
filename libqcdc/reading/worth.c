/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/worth-private.h"

#include "kernel/fault-private.h"
#include "reading/mean-private.h"

enum {
    REST_REACH = 24 /* tokens behind a worth in which the rest of the amount is told */
};

/* What one of them is worth, as told: "mỗi suất trị giá 500.000 đồng", "500.000 đồng/suất", "x 300.000 đồng". */
typedef struct Worth {
    const Mention *count;  /* the figure before it */
    const Mention *amount; /* "45 hộ với tổng kinh phí 2,25 tỷ đồng, mỗi hộ 50 triệu đồng": all of it, between the two; else NULL */
    size_t each;           /* the word behind the line or "mỗi"; 0: none */
    size_t behind;         /* 0: it is not said to be of each */
} Worth;

/* The figure before the worth @mention, and whether a word between them says "each". */
static void find_worth(const Scene *scene, const Mention *mention, Worth *worth)
{
    size_t at = mention->token, end = mention_get_end(mention);
    bool is_each = scene_is_mark(scene, end, '/') && end + 1 < scene->token_count && scene->tokens[end + 1].kind == TOKEN_WORD;
    *worth = (Worth){.each = is_each ? end + 1 : 0};
    for (int steps = 0; at > 0 && steps < 24; steps++) {
        const Token *token = &scene->tokens[--at];
        bool says_each = token->kind == TOKEN_CUE && token->cue == CUE_EACH;
        worth->each = says_each ? at + 1 : worth->each;
        is_each = is_each || says_each || (token->kind == TOKEN_MARK && token->mark == 'x');
        if (token->kind == TOKEN_MARK && (token->mark == ';' || token->mark == '.'))
            return;
        if (token->kind == TOKEN_CUE && token->cue == CUE_COMPRISING)
            return; /* "mỗi suất gồm 500.000 đồng và …": a part of what each gets */
        const Mention *count = operand_get_count(scene, at);
        if (token->kind == TOKEN_NUMBER && count == NULL)
            return;
        if (count != NULL) {
            worth->count = count;
            worth->behind = is_each && count->slash == 0 ? end : 0;
            return;
        }
    }
}

/* What a word says to be an amount of money or goods altogether. */
static bool says_amount(const Scene *scene, const Mention *mention)
{
    static const char *const words[] = {"tổng trị giá", "trị giá", "tổng số tiền", "tổng kinh phí", "số tiền", "kinh phí", "tổng giá trị", "thành tiền",
                                        "giá trị", "tổng cộng", "tổng"};
    size_t from = mention->token > 6 ? mention->token - 6 : 0;
    for (size_t at = mention->token; at > from; at--) {
        if (scene->tokens[at - 1].kind == TOKEN_NUMBER || scene_is_mark(scene, at - 1, ';') || scene_is_mark(scene, at - 1, '.'))
            return false;
        if (operand_says_any(scene, at - 1, at, words, sizeof words / sizeof words[0]) || scene_is_mark(scene, at - 1, '='))
            return true;
    }
    return false;
}

/* "tổng kinh phí huy động 5,2 tỷ đồng", "3,6 tỷ đồng (gồm cả đối ứng của gia đình)": with what others gave. */
static bool has_more(const Scene *scene, const Mention *mention)
{
    static const char *const raised[] = {"huy động", "xã hội hóa"}, *const all[] = {"cả", "đối ứng"};
    size_t from = mention->token > 6 ? mention->token - 6 : 0, end = mention_get_end(mention), last = end + 5 < scene->token_count ? end + 5 : scene->token_count;
    bool is_open = scene_is_mark(scene, end, '(') && operand_says_any(scene, end, last, all, sizeof all / sizeof all[0]);
    return is_open || operand_says_any(scene, from, mention->token, raised, sizeof raised / sizeof raised[0]);
}

/* The amount altogether behind @from in the sentence, NULL if there is none. */
static const Mention *find_amount(const Scene *scene, size_t from, uint32_t unit_key)
{
    size_t open = operand_find_bracket(scene, from);
    from = open != SIZE_MAX ? operand_find_bracket_end(scene, open) + 1 : from;
    if (from >= scene->token_count)
        return NULL;
    size_t end = scene_find_clause_end(scene, from);
    const Mention *mention = scene_find_next_figure(scene, from, end < from + 24 ? end : from + 24);
    bool is_amount = operand_is_count(mention) && mention->slash == 0 && mention->first_key == unit_key && says_amount(scene, mention);
    return is_amount && !QCDC_FAULT("worth-raised", has_more(scene, mention), false) ? mention : NULL;
}

/* "500.000 đồng"; "01 triệu/suất", "1 triệu" are money too: nothing else is told by its scale alone. */
static bool is_money(const Scene *scene, const Mention *mention)
{
    bool is_scaled = mention->scale >= 3 && mention->noun_end <= mention->noun_first;
    return is_scaled || (mention->noun_end > mention->noun_first && scene_has_words(scene, mention->noun_first, "đồng"));
}

/* What is counted has a noun, or a name: "02 “Mái ấm công đoàn”". */
static bool is_thing(const Scene *scene, const Mention *count)
{
    return count->noun_end > count->noun_first || scene_is_mark(scene, count->token + 1, '"');
}

/* Those among whom something is shared out: "cho 1.506 hộ", "cho 45 học sinh"; NULL if none follow @mention. */
static const Mention *find_receivers(const Scene *scene, const Mention *mention)
{
    static const char *const nouns[] = {"hộ", "gia đình", "khẩu", "nhân khẩu", "trường hợp", "đối tượng", "suất", "lượt"};
    size_t at = mention_get_end(mention);
    const Mention *count = scene_is_cue(scene, at, CUE_WITH) && scene_has_words(scene, at, "cho") ? operand_get_count(scene, at + 1) : NULL;
    bool is_plain = count != NULL && count->slash == 0 && count->value.coefficient > 1 && count->hedge == QCDC_HEDGE_NONE;
    if (!is_plain)
        return NULL;
    Worth worth;
    find_worth(scene, mention, &worth); /* "mỗi suất 500.000 đồng cho 19 công nhân": what each gets is not all of it */
    bool is_one = worth.behind == 0 && (operand_counts_people(scene, count) || operand_says_any(scene, count->noun_first, count->noun_first + 1, nouns, sizeof nouns / sizeof nouns[0]));
    return is_one ? count : NULL;
}

/* What is weighed out or paid: tấn, kg, lít, đồng. */
static bool is_shared_out(const Scene *scene, const Mention *mention)
{
    static const char *const units[] = {"tấn", "tạ", "kg", "lít", "ha", "m2", "m²"};
    bool is_goods = mention->noun_end > mention->noun_first && operand_says_any(scene, mention->noun_first, mention->noun_first + 1, units, sizeof units / sizeof units[0]);
    return is_goods || is_money(scene, mention);
}

/* Whether the worth follows the amount at once: behind "trong đó ngân sách hỗ trợ mỗi hộ" it is of something else. */
static bool follows_amount(const Scene *scene, const Mention *amount, const Mention *mention)
{
    size_t at = mention_get_end(amount);
    at += scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '(');
    return scene_is_cue(scene, at, CUE_EACH) || at == mention->token;
}

/* An amount altogether that stands before what each gets: then the count stands before the amount, and counts what each is. */
static void step_over_amount(const Scene *scene, const Mention *mention, Worth *worth)
{
    const Mention *amount = worth->count;
    if (amount == NULL || worth->behind == 0 || !is_money(scene, amount) || !says_amount(scene, amount))
        return;
    Worth before;
    find_worth(scene, amount, &before);
    bool is_told = before.count != NULL && before.behind == 0 && follows_amount(scene, amount, mention);
    worth->amount = amount;
    worth->count = is_told && worth->each > 0 && mean_counts(scene, &(Mean){.average = mention, .over = worth->each}, before.count) ? before.count : NULL;
}

/* "60 triệu đồng/nhà xây mới, 30 triệu đồng/nhà sửa chữa": of two worths neither need be of all. */
static bool is_one_of_two(const Scene *scene, const Mention *mention)
{
    const Mention *next = mention + 1;
    Worth worth;
    if (next >= scene->mentions + scene->mention_count || next->token >= scene_find_sentence_end(scene, mention->token) || !is_money(scene, next))
        return false;
    find_worth(scene, next, &worth);
    return worth.behind > 0;
}

/* "120 suất quà, mỗi suất 500.000 đồng, 60 sổ, mỗi sổ 2 triệu đồng, tổng trị giá 180 triệu đồng": behind two worths the amount may be of both. */
static bool is_second_of_two(const Scene *scene, const Mention *mention)
{
    const Mention *before = mention - 2;
    Worth worth;
    if (mention < scene->mentions + 2 || before->token < scene_find_sentence_start(scene, mention->token) || !is_money(scene, before))
        return false;
    find_worth(scene, before, &worth);
    return QCDC_FAULT("worth-second", worth.behind > 0, false);
}

/* "xây 60 nhà, sửa 40 nhà (mỗi nhà 40 triệu đồng), tổng kinh phí 6,4 tỷ đồng": the amount behind may be of both. */
static bool is_second_count(const Scene *scene, const Mention *count)
{
    const Mention *before = count - 1;
    bool is_alike = count > scene->mentions && operand_is_count(before) && before->slash == 0 && before->first_key == count->first_key &&
                    before->token >= scene_find_clause_start(scene, count->token);
    return is_alike && QCDC_FAULT("worth-two-counts", scene_is_mark(scene, mention_get_end(before), ',') || scene_is_cue(scene, mention_get_end(before), CUE_AND), false);
}

/* "mỗi hộ 50 triệu đồng, phần còn lại chi tập huấn": something of the amount is left for others. */
static bool leaves_rest(const Scene *scene, const Mention *mention)
{
    size_t end = scene_find_sentence_end(scene, mention->token), from = mention_get_end(mention);
    end = end < from + REST_REACH ? end : from + REST_REACH;
    for (size_t at = from; at < end; at++)
        if (scene_has_words(scene, at, "còn lại"))
            return true;
    return false;
}

/* "51.000 đồng/tháng": the amount may be of a year. */
static bool is_of_time(const Scene *scene, const Worth *worth)
{
    static const char *const times[] = {"tháng", "năm", "ngày", "quý", "giờ", "tuần", "vụ"};
    size_t end = worth->behind;
    return scene_is_mark(scene, end, '/') && operand_says_any(scene, end + 1, end + 2, times, sizeof times / sizeof times[0]);
}

/* The token behind the "mỗi" that stands before a figure, without a mark or number between; 0 if there is none. */
static size_t find_each_word(const Scene *scene, const Mention *figure)
{
    for (size_t at = figure->token; at > 0 && at + 8 > figure->token && scene->tokens[at - 1].kind != TOKEN_MARK && scene->tokens[at - 1].kind != TOKEN_NUMBER; at--)
        if (scene_is_cue(scene, at - 1, CUE_EACH))
            return at;
    return 0;
}

/* "mỗi tỉnh được phân bổ 100 suất, mỗi suất 3 triệu đồng": so many to each, and not in all. */
static bool is_count_of_each(const Scene *scene, const Mention *count)
{
    return find_each_word(scene, count) > 0;
}

static QcdcStatus keep_worth(Reader *reader, const Worth *worth, const Mention *mention, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *amount = worth->amount != NULL ? worth->amount : find_amount(scene, worth->behind, mention->first_key);
    draft_begin(&reader->draft, QCDC_CLAIM_DENSITY);
    if (amount != NULL)
        operand_add(&reader->draft, QCDC_OPERAND_NUM, amount, true);
    operand_add(&reader->draft, QCDC_OPERAND_DEN, worth->count, true);
    operand_add(&reader->draft, QCDC_OPERAND_VALUE, mention, true);
    reader->draft.numbers[reader->draft.number_count - 1].last_power = 0; /* what each gets is set, not rounded */
    operand_set_unit(&reader->draft, scene, mention);
    reader->draft.is_far = amount != NULL && (is_one_of_two(scene, mention) || (amount > mention && (is_second_of_two(scene, mention) || is_second_count(scene, worth->count))) || is_of_time(scene, worth) || is_count_of_each(scene, worth->count) || QCDC_FAULT("worth-rest", leaves_rest(scene, mention), false));
    if (scene_is_mark(scene, worth->behind, '/'))
        draft_cover(&reader->draft, mention->start, scene->tokens[worth->each].end);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* Whether a mean or a worth follows in the sentence: then the amount is told with it. */
static bool has_mean_behind(const Scene *scene, const Mention *mention)
{
    size_t end = scene_find_clause_end(scene, mention->token);
    for (const Mention *next = mention + 1; next < scene->mentions + scene->mention_count && next < mention + 3 && next->token < end; next++) {
        Worth worth;
        Mean mean;
        find_worth(scene, next, &worth);
        if ((is_money(scene, next) && worth.behind > 0) || mean_read(scene, next, &mean))
            return true;
    }
    return false;
}

/* "46.350 kg gạo cho 3.090 khẩu, mỗi khẩu 15 kg": what each of those gets of the goods, in the same unit; NULL if it is not told. */
static const Mention *find_each(const Scene *scene, const Mention *count, const Mention *amount)
{
    size_t at = operand_find_phrase_end(scene, count->token + 1), most;
    at += scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '(');
    if (count < amount || !scene_is_cue(scene, at, CUE_EACH) || !mean_counts(scene, &(Mean){.average = amount, .over = at + 1}, count))
        return NULL;
    most = at + 6;
    while (at < most && at < scene->token_count && scene->tokens[at].kind != TOKEN_NUMBER && scene->tokens[at].kind != TOKEN_MARK)
        at++;
    const Mention *each = operand_get_count(scene, at);
    bool is_same = each != NULL && each->slash == 0 && each->sign == 0 && each->first_key != 0 && each->first_key == amount->first_key;
    bool is_plain = is_same && (each->noun_end == each->noun_first + 1 || each->noun_key == amount->noun_key);
    return QCDC_FAULT("worth-each", is_plain, false) ? each : NULL;
}

/* "Mỗi suất quà trị giá 500.000 đồng, tặng 1.200 suất, tổng trị giá 600 triệu đồng": what each gets, told before the count; NULL if it is not. */
static const Mention *find_each_before(const Scene *scene, const Mention *count, const Mention *amount)
{
    const Mention *each = count > scene->mentions && count < amount ? count - 1 : NULL;
    if (each == NULL || !operand_is_count(each) || !is_money(scene, each) || !is_money(scene, amount) || each->slash != 0 || each->hedge != QCDC_HEDGE_NONE)
        return NULL;
    size_t over = find_each_word(scene, each);
    bool is_of_these = over > 0 && mean_counts(scene, &(Mean){.average = each, .over = over}, count);
    return QCDC_FAULT("worth-before", is_of_these, false) ? each : NULL;
}

/* Told as a worth only where it fits. */
static bool make_each(Reader *reader, const Mention *each, const Mention *count, const Mention *amount)
{
    draft_begin(&reader->draft, QCDC_CLAIM_DENSITY);
    operand_add(&reader->draft, QCDC_OPERAND_NUM, amount, true);
    operand_add(&reader->draft, QCDC_OPERAND_DEN, count, true);
    operand_add(&reader->draft, QCDC_OPERAND_VALUE, each, true);
    operand_set_unit(&reader->draft, &reader->scene, each);
    return operand_fits(&reader->draft);
}

/* The mean of @amount over @count, with what each gets if that is told (nullable). */
static void make_average(Reader *reader, const Mention *each, const Mention *count, const Mention *amount)
{
    draft_begin(&reader->draft, QCDC_CLAIM_AVERAGE);
    if (each != NULL)
        operand_add(&reader->draft, QCDC_OPERAND_AVERAGE, each, true);
    operand_add(&reader->draft, QCDC_OPERAND_TOTAL, amount, true);
    operand_add(&reader->draft, QCDC_OPERAND_COUNT, count, true);
    operand_set_unit(&reader->draft, &reader->scene, amount);
}

/* "222 suất quà với tổng số tiền 111.000.000 đồng", "98,82 tấn gạo cho 1.506 hộ": a mean that is not printed. */
static QcdcStatus keep_amount(Reader *reader, const Mention *count, const Mention *amount, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    if (has_mean_behind(scene, amount < count ? count : amount))
        return QCDC_OK;
    const Mention *before = find_each_before(scene, count, amount);
    if (before != NULL && make_each(reader, before, count, amount))
        return reader_keep(reader, &reader->draft, NULL, error);
    make_average(reader, find_each(scene, count, amount), count, amount);
    if (count > amount)
        draft_cover(&reader->draft, amount->start, scene->tokens[operand_find_phrase_end(scene, count->token + 1) - 1].end);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "84 lớp cho 3.360 người, mỗi lớp 40 người": the things first, and behind them those that each of them got. */
static const Mention *find_each_of_first(const Scene *scene, const Mention *things, const Mention *total)
{
    size_t at = mention_get_end(total);
    at += scene_is_mark(scene, at, ',') || scene_is_mark(scene, at, '(');
    const Mention *each = total + 1;
    bool is_there = each < scene->mentions + scene->mention_count && scene_is_cue(scene, at, CUE_EACH) && each->token > at + 1 && each->token <= at + 3;
    if (!is_there || !operand_is_count(each) || each->slash != 0 || each->first_key == 0 || each->first_key != total->first_key)
        return NULL;
    bool is_of_these = mean_counts(scene, &(Mean){.average = each, .over = at + 1}, things);
    return QCDC_FAULT("worth-first", is_of_these, false) ? each : NULL;
}

/* "864 mẫu nước tại 36 trạm (mỗi trạm 24 mẫu)": things shared out evenly, told where it fits. */
static QcdcStatus find_even(Reader *reader, const Mention *count, bool *out_is_told, QcdcError *error)
{
    static const char *const joins[] = {"tại", "cho", "ở", "của"};
    const Scene *scene = &reader->scene;
    const Mention *total = count > scene->mentions ? count - 1 : NULL;
    size_t join = count->token > 0 ? count->token - 1 : 0;
    bool is_joined = operand_is_count(total) && total->slash == 0 && count->slash == 0 && total->first_key != 0 && !is_money(scene, total) && mention_get_end(total) >= join &&
                     operand_says_any(scene, join, join + 1, joins, sizeof joins / sizeof joins[0]);
    const Mention *each = is_joined ? find_each(scene, count, total) : NULL, *first = is_joined && each == NULL ? find_each_of_first(scene, total, count) : NULL;
    *out_is_told = each != NULL || first != NULL;
    if (each != NULL)
        make_average(reader, each, count, total);
    else if (first != NULL)
        make_average(reader, first, total, count);
    else
        return QCDC_OK;
    reader->draft.is_far = 1;
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* "7.200 tấn, giá 8.000 đồng/kg": the worth is of another measure than the figure. */
static bool is_of_another_measure(const Scene *scene, const Worth *worth)
{
    static const char *const units[] = {"tấn", "tạ", "kg", "lít", "ha", "m2", "m²", "m3", "m³", "kwh"};
    size_t count = sizeof units / sizeof units[0];
    const Mention *figure = worth->count;
    bool is_measured = worth->each > 0 && operand_says_any(scene, worth->each, worth->each + 1, units, count) && figure->noun_end > figure->noun_first &&
                       operand_says_any(scene, figure->noun_first, figure->noun_first + 1, units, count);
    return is_measured && QCDC_FAULT("worth-measure", scene_hash_token(scene, &scene->tokens[worth->each]) != figure->first_key, false);
}

static QcdcStatus read_money(Reader *reader, const Mention *mention, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    Worth worth;
    find_worth(scene, mention, &worth);
    step_over_amount(scene, mention, &worth);
    const Mention *count = worth.count;
    if (count == NULL || count->slash != 0 || is_money(scene, count) || operand_is_change(reader, count) || operand_is_change(reader, mention))
        return QCDC_OK;
    /* "720 tấn (20 kg/đàn), giá 120.000 đồng/kg" */
    bool is_of_each = QCDC_FAULT("worth-quotient", operand_is_quotient(scene, count), false);
    if (worth.behind > 0 && (is_of_each || is_of_another_measure(scene, &worth)))
        return QCDC_OK;
    if (worth.behind > 0)
        return keep_worth(reader, &worth, mention, error);
    bool is_gift = is_thing(scene, count) && says_amount(scene, mention);
    return is_gift ? keep_amount(reader, count, mention, error) : QCDC_OK;
}

QcdcStatus worth_find(Reader *reader, const Mention *mention, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const Mention *receivers = is_shared_out(scene, mention) && !operand_is_change(reader, mention) ? find_receivers(scene, mention) : NULL;
    if (receivers != NULL)
        return keep_amount(reader, receivers, mention, error);
    bool is_told = false;
    QcdcStatus status = mention > scene->mentions && !is_shared_out(scene, mention - 1) && QCDC_FAULT("worth-even", true, false) ? find_even(reader, mention, &is_told, error) : QCDC_OK;
    if (is_told || status != QCDC_OK)
        return status;
    return is_money(scene, mention) ? read_money(reader, mention, error) : QCDC_OK;
}
