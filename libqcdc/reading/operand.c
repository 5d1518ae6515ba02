/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/operand-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/coverage-private.h"

enum {
    PHRASE_MOST = 14, /* tokens of a noun that are shown */
    LABEL_MOST = 12,  /* tokens of a label */
    OVER_REACH = 4,   /* tokens of a noun between a figure and "trên" */
    ADDED_REACH = 30  /* tokens about a verb in which it is told how capital came about */
};

bool operand_says_any(const Scene *scene, size_t from, size_t end, const char *const *words, size_t count)
{
    for (size_t at = from; at < end; at++) {
        for (size_t i = 0; i < count; i++) {
            if (scene_has_words(scene, at, words[i]))
                return true;
        }
    }
    return false;
}

size_t operand_step(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    bool is_pair = token->kind == TOKEN_MARK && token->mark == '(' && token->index > at && token->index < scene->token_count;
    return is_pair ? (size_t)token->index + 1 : at + 1;
}

size_t operand_step_back(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at - 1];
    bool is_pair = token->kind == TOKEN_MARK && token->mark == ')' && token->index < at - 1;
    return is_pair ? token->index : at - 1;
}

bool operand_begins_line(const Scene *scene, size_t at)
{
    if (at == 0 || at >= scene->token_count)
        return false;
    for (uint32_t byte = scene->tokens[at - 1].end; byte < scene->tokens[at].start; byte++) {
        if (scene->script->bytes[byte] == '\n')
            return true;
    }
    return false;
}

size_t operand_find_bracket(const Scene *scene, size_t at)
{
    size_t from = at, reach = at > OPERAND_REACH ? at - OPERAND_REACH : 0;
    while (at > reach) {
        at = operand_step_back(scene, at);
        if (scene_is_mark(scene, at, '(') && scene->tokens[at].index > from)
            return at;
    }
    return SIZE_MAX;
}

size_t operand_find_bracket_end(const Scene *scene, size_t open)
{
    uint32_t close = scene->tokens[open].index;
    return close > open && close < scene->token_count ? close : scene->token_count;
}

/* "bằng huyện A", not "mặt bằng", "văn bằng" */
static bool says_equal(const Scene *scene, size_t at)
{
    static const char *const heads[] = {"mặt", "văn", "đồng", "công", "cân", NULL};
    bool is_noun = at > 0 && scene_is_one_of(scene, at - 1, heads);
    return scene_is_word(scene, at, "bằng") && !QCDC_FAULT("operand-equal", is_noun, false);
}

bool operand_shows_base(const Scene *scene, size_t open)
{
    size_t least = open > 10 ? open - 10 : 0;
    while (open-- > least && scene->tokens[open].kind != TOKEN_MARK)
        if (scene_is_cue(scene, open, CUE_COMPARED) || says_equal(scene, open))
            return true;
    return false;
}

int64_t operand_strip_zeros(QcdcDecimal value)
{
    int64_t digits = value.coefficient;
    while (digits != 0 && digits % 10 == 0)
        digits /= 10;
    return digits;
}

int64_t operand_raise_digits(int64_t digits, QcdcDecimal value)
{
    int64_t own = operand_strip_zeros(value);
    return own > digits ? own : digits;
}

size_t operand_find_start(const Scene *scene, size_t at, int sentences)
{
    size_t start = at;
    for (int i = 0; i < sentences && start > 0; i++)
        start = scene_find_sentence_start(scene, start - (i > 0));
    return start;
}

Mention operand_take_away(const Mention *mention)
{
    Mention less = *mention;
    less.value.coefficient = -less.value.coefficient;
    less.has_other = 0;
    return less;
}

bool operand_is_count(const Mention *mention)
{
    return mention != NULL && mention->kind == MENTION_FIGURE && !mention->percent && !mention->points;
}

const Mention *operand_get_count(const Scene *scene, size_t at)
{
    const Mention *mention = at < scene->token_count ? scene_get_figure(scene, at) : NULL;
    return operand_is_count(mention) ? mention : NULL;
}

/* Words that only join a figure to what is said of it. */
static bool is_joining(const Scene *scene, size_t at)
{
    static const char *const words[] = {"là", "có", "được", "được là", "chỉ", "mới", "đã", "khoảng", "thêm", "thêm được"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (scene_has_words(scene, at, words[i]))
            return true;
    }
    return false;
}

Cue operand_find_leader(const Scene *scene, const Mention *mention)
{
    size_t at = mention->token;
    for (int steps = 0; at > 0 && steps < 3; steps++) {
        const Token *token = &scene->tokens[--at];
        if (token->kind == TOKEN_CUE && token->cue != CUE_HEDGE)
            return (Cue)token->cue;
        if (token->kind != TOKEN_CUE && !(token->kind == TOKEN_WORD && is_joining(scene, at)))
            return CUE_NONE;
    }
    return CUE_NONE;
}

/* Whether capital is told by how it came about @at: newly licensed, or paid in. */
static bool tells_capital(const Scene *scene, size_t at)
{
    static const char *const words[] = {"cấp mới", "cấp phép mới", "đăng ký mới", "đăng ký cấp mới", "góp vốn", "mua cổ phần"};
    size_t start = scene_find_sentence_start(scene, at), end = scene_find_sentence_end(scene, at);
    size_t from = at > start + ADDED_REACH ? at - ADDED_REACH : start;
    return operand_says_any(scene, from, end < at + ADDED_REACH ? end : at + ADDED_REACH, words, sizeof words / sizeof words[0]);
}

bool operand_tells_added(const Scene *scene, size_t at)
{
    static const char *const names[] = {"vốn", "vốn đăng ký", "đăng ký", "điều chỉnh", "cấp"};
    size_t start = scene_find_sentence_start(scene, at);
    if (!scene_is_cue(scene, at, CUE_UP) || at == start)
        return false;
    if (scene_has_words(scene, at, "tăng thêm"))
        return operand_says_any(scene, at > start + 2 ? at - 2 : start, at, names, sizeof names / sizeof names[0]);
    bool is_adjusted = at > start + 1 && scene_has_words(scene, at - 2, "điều chỉnh");
    return is_adjusted && tells_capital(scene, at);
}

/* Whether the verb before @mention tells how much was added. */
static bool is_added(const Scene *scene, const Mention *mention)
{
    for (size_t at = mention->token; at > 0 && at + 3 > mention->token; at--)
        if (scene_is_cue(scene, at - 1, CUE_UP))
            return operand_tells_added(scene, at - 1);
    return false;
}

bool operand_is_change(const Reader *reader, const Mention *mention)
{
    if (operand_is_taken(reader, mention, TAKEN_CHANGE) || coverage_counts(&reader->scene, mention))
        return true;
    switch (operand_find_leader(&reader->scene, mention)) {
    case CUE_UP:
        return !QCDC_FAULT("operand-added", is_added(&reader->scene, mention), false);
    case CUE_DOWN:
    case CUE_HIGHER:
    case CUE_LOWER:
    case CUE_COMPARED:
    case CUE_SAME_PERIOD:
    case CUE_BEFORE:
    case CUE_EXCEED:
        return true;
    default:
        return mention->sign != 0;
    }
}

/* "14.700 đồng một cổ phiếu", "500.000 đồng mỗi suất" */
static bool is_price(const Scene *scene, const Mention *mention)
{
    size_t at = mention->noun_first;
    bool is_money = mention->noun_end > at && (scene_is_word(scene, at, "đồng") || scene_is_word(scene, at, "usd"));
    return is_money && (scene_is_word(scene, at + 1, "một") || scene_is_cue(scene, at + 1, CUE_EACH)) && at + 2 < scene->token_count;
}

/* "1,74 người ứng cử trên 1 đại biểu": so many to each one */
static bool is_to_one(const Scene *scene, const Mention *mention)
{
    size_t at = mention->noun_end;
    bool is_over = at > mention->noun_first && (scene_is_cue(scene, at, CUE_OF) || scene_is_word(scene, at, "trên"));
    const Mention *one = is_over ? operand_get_count(scene, at + 1) : NULL;
    return one != NULL && one->value.coefficient == 1 && one->value.decimals == 0 && !one->is_measure; /* not "ngập trên 1 m" */
}

/* "652 tấn/ngày", "36.000 m³/ngày đêm": what is told by the day adds up as what is told at all. */
static bool is_by_time(const Scene *scene, size_t at)
{
    static const char *const words[] = {"ngày", "ngày đêm", "giờ", "tuần", "tháng", "quý", "năm"};
    return operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

bool operand_is_quotient(const Scene *scene, const Mention *mention)
{
    size_t at = mention->noun_end;
    bool is_line = at > mention->noun_first && mention->slash == 0 && scene_is_mark(scene, at, '/') && scene->tokens[at + 1].kind == TOKEN_WORD &&
                   !QCDC_FAULT("operand-by-time", is_by_time(scene, at + 1), false);
    uint8_t power; /* "62 lượt khám/1.000 dân" */
    bool is_of_many = at > mention->noun_first && operand_read_of_many(scene, at, &power) > 0;
    return is_line || QCDC_FAULT("operand-of-many", is_of_many, false) || is_price(scene, mention) || is_to_one(scene, mention);
}

bool operand_is_mean(const Scene *scene, const Mention *mention)
{
    bool is_said = mention->token > 0 && scene_has_words(scene, mention->token - 1, "bình quân");
    return is_said || operand_find_leader(scene, mention) == CUE_PER_YEAR;
}

bool operand_is_inner_comma(const Scene *scene, size_t at)
{
    static const char *const nouns[] = {
        "thị trấn", "phường", "thị xã", "thành phố", "tổ dân phố", "khu phố", "bản", "tổ", "ban", "ngành", "đoàn thể", "đơn vị", "khối phố", "ấp",
        "buôn", "làng", "chống", "công chức", "viên chức", "người lao động", "tố cáo", "kiến nghị", "phản ánh", "tổ chức", "doanh nghiệp", "địa phương",
        "thành ủy", "đảng ủy", "hội viên", "đặc khu", "thôn", "xóm", "khóm", "sóc", "huyện", "quận",
    };
    if (!scene_is_mark(scene, at, ','))
        return false;
    bool is_noun = operand_says_any(scene, at + 1, at + 2, nouns, sizeof nouns / sizeof nouns[0]);
    return is_noun && (at + 2 >= scene->token_count || scene->tokens[at + 2].kind != TOKEN_NUMBER);
}

size_t operand_find_noun_end(const Scene *scene, const Mention *mention)
{
    size_t at = mention_get_end(mention);
    while (at < scene->token_count && operand_is_inner_comma(scene, at)) {
        for (at++; at < scene->token_count && scene->tokens[at].kind == TOKEN_WORD && at < (size_t)mention->noun_end + 12;)
            at++;
    }
    return at;
}

/* Words with which something else begins to be told of what was counted. */
static bool tells_on(const Scene *scene, size_t at)
{
    static const char *const words[] = {"theo", "nhằm", "để", "góp phần", "do", "vì", "nên", "qua đó", "từ đó", "đã", "đang", "sẽ", "được", "bị",
                                        "tham gia", "tham dự", "đáp ứng", "bảo đảm", "đảm bảo", "phục vụ", "trong khi"};
    return operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

size_t operand_find_phrase_end(const Scene *scene, size_t from)
{
    size_t at = from;
    for (; at < scene->token_count && at < from + PHRASE_MOST; at++) {
        const Token *token = &scene->tokens[at];
        bool joins = token->kind == TOKEN_CUE && (token->cue == CUE_TOTAL || token->cue == CUE_COMPARED || token->cue == CUE_OF);
        if ((token->kind != TOKEN_WORD && !joins && !operand_is_inner_comma(scene, at)) || tells_on(scene, at))
            break;
    }
    return at;
}

size_t operand_find_label(const Scene *scene, size_t at)
{
    for (int steps = 0; at > 0 && steps < LABEL_MOST; steps++) {
        TokenKind kind = (TokenKind)scene->tokens[at - 1].kind;
        if (kind == TOKEN_MARK || kind == TOKEN_NUMBER || kind == TOKEN_PERIOD || scene_is_cue(scene, at - 1, CUE_AND) || operand_begins_line(scene, at))
            break;
        at--;
    }
    return at;
}

/* Nouns of people: "3.650 giáo viên, trong đó 3.212 người". */
static bool counts_people(const Scene *scene, const Mention *mention, bool *out_plainly)
{
    static const char *const plain[] = {"người", "đồng chí", "em", "cháu", "ông", "bà"};
    static const char *const people[] = {
        "giáo viên", "cán bộ", "công chức", "viên chức", "học sinh", "sinh viên", "học viên", "đảng viên", "hội viên", "đoàn viên", "lao động", "người lao động",
        "đại biểu", "bệnh nhân", "công dân", "chiến sĩ", "chiến sỹ", "thanh niên", "phụ nữ", "trẻ em", "công nhân", "bác sĩ", "đối tượng", "thành viên",
        "tình nguyện viên", "thí sinh", "vận động viên", "cử tri", "hòa giải viên", "nhân viên", "biên chế",
    };
    size_t at = mention->noun_first;
    if (mention->noun_end <= mention->noun_first)
        return false;
    *out_plainly = operand_says_any(scene, at, at + 1, plain, sizeof plain / sizeof plain[0]);
    return *out_plainly || operand_says_any(scene, at, at + 1, people, sizeof people / sizeof people[0]);
}

bool operand_counts_people(const Scene *scene, const Mention *mention)
{
    bool is_plain;
    return counts_people(scene, mention, &is_plain);
}

/* Whether the second syllables part two nouns that begin alike: đảng bộ and đảng viên, đơn and đơn vị; but not xã miền núi and xã biên giới. */
static bool are_parted(const Scene *scene, const Mention *left, const Mention *right)
{
    static const char *const bound[] = {"đảng", "chi", "cán", "hội", "công", "học", "đoàn", "đồng", "đại", "cơ", "thành", "doanh", "hợp", "văn", "kiến",
                                        "thanh", "nhân", "trung", "giáo", "bệnh", "lao", "chương", "dự", "mô"};
    static const struct Second {
        const char *word;
        bool parts_alone; /* it is another thing than its first syllable alone too */
    } seconds[] = {{"tổ chức", true}, {"đơn vị", true}, {"ban hành", true}, {"khu phố", false}, {"điểm cầu", false},
                 {"nhà đầu tư", true}, {"nhà thầu", true}, {"nhà máy", true}, {"nhà khoa học", true}, {"nhà văn hóa", true}};
    const Mention *pair[] = {left, right};
    size_t first = left->noun_first, count = sizeof bound / sizeof bound[0];
    bool is_one_word = left->noun_end == left->noun_first + 1 || right->noun_end == right->noun_first + 1;
    if (left->noun_end <= left->noun_first || right->noun_end <= right->noun_first || left->noun_key == right->noun_key)
        return false;
    if (operand_says_any(scene, first, first + 1, bound, count))
        return true;
    for (size_t i = 0; i < sizeof seconds / sizeof seconds[0]; i++) {
        bool says[2];
        for (int side = 0; side < 2; side++)
            says[side] = scene_has_words(scene, pair[side]->noun_first, seconds[i].word);
        if (says[0] != says[1] && (!is_one_word || seconds[i].parts_alone))
            return true;
    }
    return false;
}

/* Whether the tokens from @at on name those to so many of whom a density is told; not one sex, of which a ratio is told. */
static bool names_people(const Scene *scene, size_t at, bool is_hundred)
{
    static const char *const people[] = {"dân", "người", "hộ", "trẻ", "phụ nữ", "học sinh", "lao động"}, *const sexes[] = {"nam", "nữ", "trai", "gái", NULL};
    size_t count = is_hundred ? 3 : sizeof people / sizeof people[0];
    return operand_says_any(scene, at, at + 1, people, count) && !scene_is_one_of(scene, at + 1, sexes);
}

/* "đạt 32 giường bệnh trên 10.000 dân": a line in words; "12 xã trên 10.000 dân" have more. */
static bool is_over_in_words(const Scene *scene, size_t at)
{
    size_t from = at > OVER_REACH ? at - OVER_REACH : 0;
    if (!scene_has_words(scene, at, "trên"))
        return false;
    while (at > from && scene->tokens[at - 1].kind == TOKEN_WORD)
        at--;
    bool is_figure = at >= 2 && scene->tokens[at - 1].kind == TOKEN_NUMBER;
    return is_figure && QCDC_FAULT("operand-over", scene_is_cue(scene, at - 2, CUE_REACH) || scene_is_cue(scene, at - 2, CUE_RATE) || scene_is_cue(scene, at - 2, CUE_AVERAGE), false);
}

size_t operand_read_of_many(const Scene *scene, size_t at, uint8_t *out_power)
{
    bool is_line = scene_is_mark(scene, at, '/') || is_over_in_words(scene, at);
    const Mention *many = is_line ? operand_get_count(scene, at + 1) : NULL;
    int64_t value = many != NULL && many->value.decimals == 0 ? many->value.coefficient : 0;
    *out_power = value == 100 ? 2 : value == 1000 ? 3 : value == 10000 ? 4 : value == 100000 ? 5 : 0;
    if (is_line && scene_has_words(scene, at + 1, "vạn dân"))
        *out_power = 4;
    bool are_people = names_people(scene, at + 2, QCDC_FAULT("operand-hundred", value == 100, false));
    *out_power = are_people ? *out_power : 0;
    return *out_power > 0 ? at + 2 : 0;
}

bool operand_shares_noun(const Scene *scene, const Mention *left, const Mention *right)
{
    const Mention *pair[] = {left, right};
    bool is_plain = false, is_plain_too = false;
    if (counts_people(scene, left, &is_plain) && counts_people(scene, right, &is_plain_too) && (is_plain || is_plain_too))
        return true;
    if (mention_shares_noun(left, right))
        return QCDC_FAULT("operand-parted", !are_parted(scene, left, right), true);
    for (int i = 0; i < 2; i++) {
        const Mention *turns = pair[i], *plain = pair[1 - i];
        if (turns->noun_end < turns->noun_first + 2 || plain->noun_end <= plain->noun_first || !scene_has_words(scene, turns->noun_first, "lượt"))
            continue;
        const Token *word = &scene->tokens[turns->noun_first + 1], *first = &scene->tokens[plain->noun_first];
        size_t length = word->end - word->start;
        if (length == first->end - first->start &&
            qcdc_letters_match(scene->script->bytes + word->start, length, scene->script->bytes + first->start, length) == length)
            return true;
    }
    return false;
}

bool operand_is_total(const Scene *scene, const Mention *mention)
{
    size_t at = mention->token;
    for (int steps = 0; at > 0 && steps < 16; steps++) {
        at = operand_step_back(scene, at);
        const Token *token = &scene->tokens[at];
        if (token->kind == TOKEN_CUE && token->cue == CUE_TOTAL)
            return true;
        /* "trong đó" begins with that word too */
        if (steps == 0 && scene_has_words(scene, at, "trong") && !QCDC_FAULT("operand-of-which", scene_is_cue(scene, at, CUE_OF_WHICH), false))
            return true;
        if (token->kind == TOKEN_NUMBER && scene_get_figure(scene, at) != NULL)
            return false;
        if (token->kind == TOKEN_MARK && (token->mark == ';' || token->mark == '.' || token->mark == '('))
            return false;
    }
    return false;
}

bool operand_is_taken(const Reader *reader, const Mention *mention, unsigned bits)
{
    return reader->taken != NULL && (reader->taken[mention - reader->scene.mentions] & bits) != 0;
}

void operand_take(Reader *reader, const Mention *mention, unsigned bits)
{
    if (reader->taken != NULL)
        reader->taken[mention - reader->scene.mentions] |= (uint8_t)bits;
}

bool operand_may_add_up(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    return operand_is_count(mention) && mention->first_key != 0 && mention->value.coefficient >= 0 && !mention->is_word &&
           !operand_is_taken(reader, mention, TAKEN_CHANGE | TAKEN_PART) && !operand_is_change(reader, mention) && !operand_is_quotient(scene, mention) &&
           !operand_is_mean(scene, mention);
}

void operand_set_unit(Draft *draft, const Scene *scene, const Mention *mention)
{
    if (mention->noun_end <= mention->noun_first)
        return;
    draft->unit_start = scene->tokens[mention->noun_first].start;
    draft->unit_end = scene->tokens[mention->noun_end - 1].end;
}

bool operand_add(Draft *draft, QcdcOperand role, const Mention *mention, bool in_span)
{
    if (!draft_add(draft, role, mention, in_span))
        return false;
    bool is_counted = !mention->is_measure && mention->scale == 0;
    if (is_counted || mention->value.coefficient % 10 == 0 || mention->other.coefficient % 10 == 0)
        draft->numbers[draft->number_count - 1].has_other = 0;
    return true;
}

void operand_begin_sum(Draft *draft, QcdcClaimKind kind, const Mention *total, bool in_span)
{
    draft_begin(draft, kind);
    draft->mode = QCDC_PARTS_EXHAUSTIVE;
    draft->is_far = 1;
    operand_add(draft, QCDC_OPERAND_TOTAL, total, in_span);
}

void operand_begin_list(Draft *draft, const Scene *scene, const Mention *count)
{
    draft_begin(draft, QCDC_CLAIM_COUNT_OF_LIST);
    operand_add(draft, QCDC_OPERAND_STATED, count, true);
    operand_set_unit(draft, scene, count);
}

void operand_add_near(Draft *draft, const Mention *mention)
{
    if (draft->near_count == sizeof draft->near / sizeof draft->near[0])
        return;
    draft->near[draft->near_count++] = (DraftNumber){.has_value = 1,
                                                     .hedge = mention->hedge,
                                                     .last_power = mention->last_power,
                                                     .is_measure = mention->is_measure,
                                                     .value = mention->value,
                                                     .start = mention->start,
                                                     .end = mention->end};
}

bool operand_fits(Draft *draft)
{
    draft_judge_verdict(draft);
    return verdict_fits(draft->verdict);
}
