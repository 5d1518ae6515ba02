/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/operand-private.h"

enum {
    SWAP_WORDS = 4,     /* words of the noun, all of them the same, behind figures that only two digits tell apart */
    SWAP_LEAST = 1000,
    CAPTION_LEAST = 10000,
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

/* The words that a claim covers besides the figure and what it counts: so many before it at its later place; all behind that are compared. */
typedef struct Cover {
    size_t before;
    bool is_wide;
    bool is_captioned; /* from where its caption begins: "tổng lượt khách năm 2022 là 5.184.000 lượt" */
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
    int64_t digits = operand_strip_zeros(mention->value);
    uint32_t hash = mix((uint32_t)key + 1, mention->percent);
    if (key == KEY_SIZE)
        return mix(hash, hash_size(&mention->value)) % READER_SAID_PLACES;
    hash = mix(hash, count_digits(mention->value.coefficient) - mention->value.decimals);
    hash = mix(mix(hash, (uint32_t)digits), (uint32_t)(digits >> 32));
    return (key == KEY_NOUN ? mix(hash, mention->first_key) : hash) % READER_SAID_PLACES;
}

/* Whether a figure and what it counts are the same: the fewer digits it has, the more words must be, for a small figure is the same as another
 * by chance. Where the noun is short, the words before may tell: "hộ nghèo dịp Tết Nguyên đán … 1.695 hộ". */
static bool is_same_count(const SaidFigure *said, const SaidFigure *now, Cover *cover)
{
    unsigned digits = count_digits(operand_strip_zeros(now->value));
    size_t head = around_count_head(&said->around, &now->around), lead = around_count_lead(&said->around, &now->around), far;
    bool is_large = now->value.decimals == 0 && now->value.coefficient >= LARGE;
    *cover = (Cover){.before = 0};
    if (now->percent)
        return digits >= 3 && head >= 3;
    cover->is_captioned = QCDC_FAULT("crosses-caption-same", digits >= 3 && caption_is_same(&said->caption, &now->caption), false);
    if (cover->is_captioned)
        return true;
    bool is_all = head == now->around.behind_count || head == said->around.behind_count;
    if (digits >= 3 && QCDC_FAULT("crosses-head", head >= (is_all ? 2 : 3), true))
        return true;
    if (digits >= 3)
        return head >= 1 && said->sentence_start != now->sentence_start && around_count_run_before(&now->around, &said->around, &far) >= AMOUNT_WORDS;
    return head >= 3 && QCDC_FAULT("crosses-small", head + lead >= (is_large ? 4 : 6), true);
}

/* "92/222 xã", "tỉnh có 222 ban …": the size of a group below a line is told elsewhere, of things that share some of their words. */
static bool is_same_group(const SaidFigure *said, const SaidFigure *now, Cover *cover)
{
    unsigned digits = count_digits(operand_strip_zeros(now->value));
    *cover = (Cover){.before = 0};
    if (now->percent || now->value.decimals > 0 || (said->slash == 2) == (now->slash == 2) || digits < 2)
        return false;
    return around_count_shared(&said->around, &now->around, digits > 2 ? 5 : 4) >= 3;
}

/* Shares of one thing: "100% cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức". */
static bool is_same_share(const SaidFigure *said, const SaidFigure *now, Cover *cover)
{
    *cover = (Cover){.is_wide = true};
    return now->percent && around_count_run(&now->around, &said->around) >= SHARE_WORDS;
}

/* "1.502 triệu" and "1,5 tỷ đồng", of one thing as the words before them say. */
static bool is_same_amount(const SaidFigure *said, const SaidFigure *now, Cover *cover)
{
    size_t far;
    size_t run = around_count_run_before(&now->around, &said->around, &far);
    unsigned digits = count_digits(operand_strip_zeros(said->value)), digits_now = count_digits(operand_strip_zeros(now->value));
    *cover = (Cover){.before = far};
    return said->last_power != now->last_power && digits >= 2 && digits_now >= 2 && run >= AMOUNT_WORDS;
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

/* The figure with its words, as one of the last that were said. */
static SaidFigure *remember(Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    bool is_total = mention->token > 0 && scene_is_cue(scene, mention->token - 1, CUE_TOTAL);
    size_t noun_end = operand_find_noun_end(scene, mention);
    SaidFigure *said = &reader->said[++reader->said_count % READER_SAID];
    *said = (SaidFigure){.value = mention->value,
                         .start = mention->start,
                         .end = mention->end,
                         .named_start = is_total ? scene->tokens[mention->token - 1].start : mention->start,
                         .named_end = scene->tokens[noun_end - 1].end,
                         .sentence_start = scene->tokens[scene_find_sentence_start(scene, mention->token)].start,
                         .behind_end = find_behind(scene, mention, AROUND_BEHIND),
                         .last_power = mention->last_power,
                         .percent = mention->percent,
                         .slash = mention->slash,
                         .around = around_read(scene, mention),
                         .caption = caption_read(scene, mention)};
    return said;
}

static void cover_figure(Draft *draft, const SaidFigure *said, const Cover *cover)
{
    draft->start = draft->end = 0;
    draft_cover(draft, cover->is_captioned ? said->caption.start : said->named_start, cover->is_wide ? said->behind_end : said->named_end);
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

/* A long noun, or the caption of a total, word for word, with a figure of which two digits changed places. */
static bool is_swap(const SaidFigure *said, const SaidFigure *now)
{
    if (said == NULL || !are_swapped(said->value.coefficient, now->value.coefficient))
        return false;
    bool is_large = now->value.coefficient >= CAPTION_LEAST; /* smaller ones of other places are each other's swap by chance */
    return QCDC_FAULT("crosses-caption", is_large && caption_is_same(&said->caption, &now->caption), false) ||
           QCDC_FAULT("crosses-words", around_count_head(&said->around, &now->around) >= SWAP_WORDS, true);
}

/* Tells the pair where it was first said, unless it was said before that, and where it is said now. */
static QcdcStatus keep_pair(Reader *reader, SaidFigure *said, SaidFigure *now, const Mention *mention, const Cover *cover, bool *out_kept, QcdcError *error)
{
    Draft *draft = &reader->draft;
    QcdcStatus status = QCDC_OK;
    cover_figure(draft, said, cover);
    if (said->claim == 0)
        status = reader_keep(reader, draft, out_kept, error);
    if (said->claim == 0 && *out_kept)
        said->claim = reader->claims[reader->claim_count - 1].order + 1;
    if (status != QCDC_OK || said->claim == 0)
        return status;
    now->claim = draft->told_by = said->claim;
    cover_figure(draft, now, cover);
    draft_cover(draft, find_before(&reader->scene, mention, cover->before), now->named_end);
    return reader_keep(reader, draft, out_kept, error);
}

static QcdcStatus keep_cross(Reader *reader, SaidFigure *said, SaidFigure *now, const Mention *mention, const Cover *cover, bool *out_kept, QcdcError *error)
{
    bool is_far = !is_swap(said, now); /* what does not fit is told of a swap alone */
    Mention first = {.start = said->start, .end = said->end, .value = said->value, .last_power = said->last_power, .percent = mention->percent};
    draft_begin(&reader->draft, QCDC_CLAIM_CROSS);
    operand_add(&reader->draft, QCDC_OPERAND_FIRST, &first, false);
    operand_add(&reader->draft, QCDC_OPERAND_SECOND, mention, true);
    operand_set_unit(&reader->draft, &reader->scene, mention);
    reader->draft.is_far = (uint8_t)is_far;
    QcdcStatus status = keep_pair(reader, said, now, mention, cover, out_kept, error);
    if (*out_kept && !is_far)
        operand_take(reader, mention, TAKEN_SWAP);
    return status;
}

typedef bool (*Comparison)(const SaidFigure *said, const SaidFigure *now, Cover *cover);

/* The figure of a number that is still among the last ones, else NULL. */
static SaidFigure *get_said(Reader *reader, uint32_t number)
{
    bool is_there = number > 0 && reader->said_count - number < READER_SAID;
    return is_there ? &reader->said[number % READER_SAID] : NULL;
}

/* Looks for the figure where one by @key is kept, and keeps it there, the newest first. */
static QcdcStatus look_up(Reader *reader, SaidFigure *now, const Mention *mention, Key key, Comparison is_same, bool *found, QcdcError *error)
{
    uint32_t *places = reader->said_places[find_bucket(mention, key)];
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < READER_SAID_DEPTH && !*found && status == QCDC_OK; i++) {
        SaidFigure *said = get_said(reader, places[i]);
        Cover cover;
        bool is_value = said != NULL && said->percent == now->percent && (key == KEY_SIZE || qcdc_decimal_compare(said->value, now->value) == 0);
        if (is_value && said != now && is_same(said, now, &cover)) /* a bucket of two keys may hold the figure itself */
            status = keep_cross(reader, said, now, mention, &cover, found, error);
    }
    memmove(places + 1, places, (READER_SAID_DEPTH - 1) * sizeof *places);
    places[0] = reader->said_count;
    return status;
}

static QcdcStatus see_again(Reader *reader, SaidFigure *now, const Mention *mention, bool *found, QcdcError *error)
{
    QcdcStatus status = look_up(reader, now, mention, KEY_NOUN, is_same_count, found, error);
    if (status == QCDC_OK)
        status = look_up(reader, now, mention, KEY_VALUE, mention->percent ? is_same_share : is_same_group, found, error);
    if (status == QCDC_OK && is_amount(&reader->scene, mention))
        status = look_up(reader, now, mention, KEY_SIZE, is_same_amount, found, error);
    return status;
}

/* Swapped digits: a figure whose noun, word for word, stood elsewhere with the same digits in another order */

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

/* A price is told of many things in the same words. */
static bool may_be_swapped(const Scene *scene, const Mention *mention, const Caption *caption)
{
    bool is_whole = mention->value.decimals == 0 && mention->scale == 0 && mention->value.coefficient >= SWAP_LEAST;
    return operand_is_count(mention) && is_whole && !operand_is_quotient(scene, mention) && mention->slash == 0 &&
           (caption->key != 0 || mention->noun_end >= mention->noun_first + SWAP_WORDS);
}

static QcdcStatus see_figure(Reader *reader, const Mention *mention, QcdcError *error)
{
    bool found = false;
    SaidFigure *now = remember(reader, mention);
    QcdcStatus status = see_again(reader, now, mention, &found, error);
    if (status != QCDC_OK || !may_be_swapped(&reader->scene, mention, &now->caption))
        return status;
    uint32_t *digits = &reader->said_digits[find_digits_slot(mention)];
    SaidFigure *said = get_said(reader, *digits);
    if (!found && is_swap(said, now))
        status = keep_cross(reader, said, now, mention, &(Cover){.is_captioned = caption_is_same(&said->caption, &now->caption)}, &found, error);
    *digits = reader->said_count;
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
