/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/operand-private.h"

enum {
    SWAP_WORDS = 4,     /* words of the noun, all of them the same, behind figures that only two digits tell apart */
    SWAP_LEAST = 1000,
    NOUN_WORDS = 4,     /* words of the noun that must be the same, or as many as there are, two at least */
    LARGE = 100,        /* a figure of so much is worth more than its digits: 300, 2.500 */
    SHARE_WORDS = 6,    /* words in a row that say of two shares that they are of one thing, */
    AMOUNT_WORDS = 5    /* and of two amounts */
};

/* By what a figure is looked up. */
typedef enum Key {
    KEY_NOUN,  /* value and the first word of what it counts */
    KEY_VALUE, /* value alone */
    KEY_SIZE   /* of an amount: how large it is, for it may be printed in fewer digits */
} Key;

/* The words that a claim covers: from so many words before its figure to the end of its noun, or so many behind. */
typedef struct Cover {
    size_t before, behind;
} Cover;

static uint32_t mix(uint32_t hash, uint32_t value)
{
    hash = (hash ^ value) * UINT32_C(0x9E3779B1);
    return hash ^ hash >> 15;
}

static unsigned count_digits(int64_t number)
{
    unsigned digits = 0;
    for (; number != 0; number /= 10)
        digits++;
    return digits;
}

/* The digits of a value without the zeros at its end. */
static int64_t strip_zeros(int64_t coefficient)
{
    while (coefficient != 0 && coefficient % 10 == 0)
        coefficient /= 10;
    return coefficient;
}

static bool is_amount(const Scene *scene, const Mention *mention)
{
    bool is_money = mention->noun_end > mention->noun_first && scene_has_words(scene, mention->noun_first, "đồng");
    return !mention->percent && (mention->scale > 0 || is_money);
}

/* How many digits an amount has before its point, and the first of them when two are kept. */
static uint32_t hash_size(const QcdcDecimal *value)
{
    int64_t first = value->coefficient;
    unsigned digits = count_digits(first);
    int64_t half = 5;
    for (unsigned i = 3; i < digits; i++)
        half *= 10;
    first += digits > 2 && first <= INT64_MAX - half ? half : 0;
    digits = count_digits(first);
    while (first >= 10)
        first /= 10;
    return mix(digits - value->decimals, (uint32_t)first);
}

static size_t find_bucket(const Mention *mention, Key key)
{
    int64_t digits = strip_zeros(mention->value.coefficient);
    uint32_t hash = mix((uint32_t)key + 1, mention->percent);
    if (key == KEY_SIZE)
        return mix(hash, hash_size(&mention->value)) % READER_SAID;
    hash = mix(hash, count_digits(mention->value.coefficient) - mention->value.decimals);
    hash = mix(mix(hash, (uint32_t)digits), (uint32_t)(digits >> 32));
    return (key == KEY_NOUN ? mix(hash, mention->first_key) : hash) % READER_SAID;
}

/* Whether a figure and what it counts are the same: the fewer digits it has, the more words must be, for a small figure is the same as another
 * by chance. */
static bool is_same_count(const SaidFigure *said, const Mention *mention, const Around *around, Cover *cover)
{
    unsigned digits = count_digits(strip_zeros(mention->value.coefficient));
    size_t head = around_count_head(&said->around, around), lead = around_count_lead(&said->around, around);
    bool is_large = mention->value.decimals == 0 && mention->value.coefficient >= LARGE;
    *cover = (Cover){0, 0};
    if (mention->percent)
        return digits >= 3 && head >= 3;
    bool is_all = head == around->behind_count || head == said->around.behind_count;
    if (digits >= 3)
        return QCDC_FAULT("crosses-head", head >= (is_all ? 2 : 3), true);
    *cover = (Cover){lead, 0};
    return head >= 3 && QCDC_FAULT("crosses-small", head + lead >= (is_large ? 4 : 6), true);
}

/* "92/222 xã", "tỉnh có 222 ban …": the size of a group below a line is told elsewhere, of things that share some of their words. */
static bool is_same_group(const SaidFigure *said, const Mention *mention, const Around *around, Cover *cover)
{
    unsigned digits = count_digits(strip_zeros(mention->value.coefficient));
    *cover = (Cover){0, 0};
    if (mention->percent || mention->value.decimals > 0 || (said->slash == 2) == (mention->slash == 2) || digits < 2)
        return false;
    return around_count_shared(&said->around, around) >= 3;
}

/* Shares of one thing: "100% cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức". */
static bool is_same_share(const SaidFigure *said, const Mention *mention, const Around *around, Cover *cover)
{
    *cover = (Cover){0, AROUND_BEHIND};
    return mention->percent && around_count_run(around, &said->around) >= SHARE_WORDS;
}

/* "1.502 triệu" and "1,5 tỷ đồng", of one thing as the words before them say. */
static bool is_same_amount(const SaidFigure *said, const Mention *mention, const Around *around, Cover *cover)
{
    size_t far;
    size_t run = around_count_run_before(around, &said->around, &far);
    unsigned digits = count_digits(strip_zeros(said->value.coefficient)), digits_now = count_digits(strip_zeros(mention->value.coefficient));
    *cover = (Cover){far, 0};
    return said->last_power != mention->last_power && digits >= 2 && digits_now >= 2 && run >= AMOUNT_WORDS;
}

/* A figure that is looked for again: exact, and no difference, base or bound. */
static bool is_worth_seeing(const Reader *reader, const Mention *mention)
{
    return mention->kind == MENTION_FIGURE && !mention->points && !mention->is_word && mention->value.coefficient > 1 && mention->hedge == QCDC_HEDGE_NONE &&
           !operand_is_change(reader, mention);
}

/* The byte where the word begins that stands @count words before @mention, and the one behind as many words. */
static uint32_t find_before(const Scene *scene, const Mention *mention, size_t count)
{
    uint32_t start = mention->start;
    for (size_t at = mention->token; at > 0 && count > 0; at--) {
        const Token *token = &scene->tokens[at - 1];
        bool is_word = token->kind == TOKEN_WORD || (token->kind == TOKEN_CUE && token->cue != CUE_HEDGE);
        start = is_word ? token->start : start;
        count -= is_word;
    }
    return start;
}

static uint32_t find_behind(const Scene *scene, const Mention *mention, size_t count)
{
    uint32_t end = mention->end;
    for (size_t at = mention->token + 1; at < scene->token_count && count > 0; at++) {
        const Token *token = &scene->tokens[at];
        bool is_word = token->kind == TOKEN_WORD || (token->kind == TOKEN_CUE && token->cue != CUE_HEDGE);
        if (!is_word && token->mark != ',')
            break;
        end = is_word ? token->end : end;
        count -= is_word;
    }
    return end;
}

static QcdcStatus keep_cross(Reader *reader, const SaidFigure *said, const Mention *mention, const Cover *cover, bool *out_kept, QcdcError *error)
{
    Mention first = {.start = said->start, .end = said->end, .value = said->value, .last_power = said->last_power, .percent = mention->percent};
    draft_begin(&reader->draft, QCDC_CLAIM_CROSS);
    operand_add(&reader->draft, QCDC_OPERAND_FIRST, &first, false);
    operand_add(&reader->draft, QCDC_OPERAND_SECOND, mention, true);
    operand_set_unit(&reader->draft, &reader->scene, mention);
    draft_cover(&reader->draft, find_before(&reader->scene, mention, cover->before), find_behind(&reader->scene, mention, cover->behind));
    if (cover->behind == 0 && mention->noun_end > mention->noun_first)
        draft_cover(&reader->draft, mention->start, reader->scene.tokens[mention->noun_end - 1].end);
    reader->draft.is_far = 1;
    return reader_keep(reader, &reader->draft, out_kept, error);
}

typedef bool (*Comparison)(const SaidFigure *said, const Mention *mention, const Around *around, Cover *cover);

/* Looks for the figure where one by @key is kept, and keeps it there, the newest first. */
static QcdcStatus look_up(Reader *reader, const SaidFigure *now, const Mention *mention, Key key, Comparison is_same, bool *found, QcdcError *error)
{
    SaidFigure *bucket = reader->said[find_bucket(mention, key)];
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < READER_SAID_DEPTH && !*found && status == QCDC_OK; i++) {
        Cover cover;
        bool is_value = bucket[i].end > 0 && bucket[i].percent == mention->percent &&
                        (key == KEY_SIZE || qcdc_decimal_compare(bucket[i].value, mention->value) == 0);
        if (is_value && is_same(&bucket[i], mention, &now->around, &cover))
            status = keep_cross(reader, &bucket[i], mention, &cover, found, error);
    }
    memmove(bucket + 1, bucket, (READER_SAID_DEPTH - 1) * sizeof *bucket);
    bucket[0] = *now;
    return status;
}

static QcdcStatus see_again(Reader *reader, const Mention *mention, bool *found, QcdcError *error)
{
    SaidFigure now = {mention->value, mention->start, mention->end, mention->last_power, mention->percent, mention->slash,
                      around_read(&reader->scene, mention)};
    QcdcStatus status = look_up(reader, &now, mention, KEY_NOUN, is_same_count, found, error);
    if (status == QCDC_OK)
        status = look_up(reader, &now, mention, KEY_VALUE, mention->percent ? is_same_share : is_same_group, found, error);
    if (status == QCDC_OK && is_amount(&reader->scene, mention))
        status = look_up(reader, &now, mention, KEY_SIZE, is_same_amount, found, error);
    return status;
}

/* Swapped digits: a figure whose noun, word for word, stood elsewhere with the same digits in another order */

static SeenFigure describe(const Scene *scene, const Mention *mention)
{
    uint32_t last = mention->noun_first + NOUN_WORDS < mention->noun_end ? mention->noun_first + NOUN_WORDS : mention->noun_end;
    return (SeenFigure){mention->value, mention->start, mention->end, scene->tokens[mention->noun_first].start, scene->tokens[last - 1].end};
}

/* The slot of all figures that have the same digits in any order. */
static size_t find_digits_slot(const Mention *mention)
{
    uint32_t hash = mention->noun_key, counts[10] = {0};
    for (int64_t rest = mention->value.coefficient; rest > 0; rest /= 10)
        counts[rest % 10]++;
    for (size_t digit = 0; digit < 10; digit++)
        hash = mix(hash, counts[digit]);
    return hash % READER_SEEN;
}

/* Whether two digits that stand side by side changed places, and nothing else. */
static bool are_swapped(int64_t left, int64_t right)
{
    for (int64_t power = 1; power <= left / 10; power *= 10) {
        int64_t low = left / power % 10, high = left / power / 10 % 10;
        if (low != high && left + (low - high) * 9 * power == right)
            return true;
    }
    return false;
}

static bool has_same_words(const Script *script, const SeenFigure *left, const SeenFigure *right)
{
    size_t length = right->noun_end - right->noun_start;
    const char *words = script->bytes + right->noun_start;
    return length == left->noun_end - left->noun_start && qcdc_letters_match(script->bytes + left->noun_start, length, words, length) == length;
}

/* A long noun, word for word, with a figure of which two digits changed places. */
static bool is_swap(const Reader *reader, const SeenFigure *seen, const SeenFigure *now, const Mention *mention)
{
    return seen->end > 0 && are_swapped(seen->value.coefficient, mention->value.coefficient) &&
           QCDC_FAULT("crosses-words", has_same_words(&reader->script, seen, now), true);
}

static QcdcStatus keep_swap(Reader *reader, const SeenFigure *seen, const Mention *mention, QcdcError *error)
{
    Mention first = {.start = seen->start, .end = seen->end, .value = seen->value};
    draft_begin(&reader->draft, QCDC_CLAIM_CROSS);
    operand_add(&reader->draft, QCDC_OPERAND_FIRST, &first, false);
    operand_add(&reader->draft, QCDC_OPERAND_SECOND, mention, true);
    operand_set_unit(&reader->draft, &reader->scene, mention);
    draft_cover(&reader->draft, mention->start, reader->scene.tokens[mention->noun_end - 1].end);
    return reader_keep(reader, &reader->draft, NULL, error);
}

static bool may_be_swapped(const Mention *mention)
{
    bool is_whole = mention->value.decimals == 0 && mention->scale == 0 && mention->value.coefficient >= SWAP_LEAST;
    return operand_is_count(mention) && is_whole && mention->slash == 0 && mention->noun_end >= mention->noun_first + SWAP_WORDS;
}

static QcdcStatus see_figure(Reader *reader, const Mention *mention, QcdcError *error)
{
    bool found = false;
    QcdcStatus status = see_again(reader, mention, &found, error);
    if (status != QCDC_OK || !may_be_swapped(mention))
        return status;
    SeenFigure now = describe(&reader->scene, mention), *digits = &reader->seen_digits[find_digits_slot(mention)];
    if (!found && is_swap(reader, digits, &now, mention))
        status = keep_swap(reader, digits, mention, error);
    *digits = now;
    return status;
}

QcdcStatus reader_find_crosses(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < scene->mention_count && status == QCDC_OK; i++) {
        if (is_worth_seeing(reader, &scene->mentions[i]))
            status = see_figure(reader, &scene->mentions[i], error);
    }
    return status;
}
