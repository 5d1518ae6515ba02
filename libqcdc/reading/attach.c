/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/attach-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"

static bool is_compared_before(const Scene *scene, size_t at, size_t start)
{
    size_t least = at > start + 3 ? at - 3 : start;
    while (at-- > least)
        if (scene_is_cue(scene, at, CUE_COMPARED) || scene_is_cue(scene, at, CUE_SAME_PERIOD))
            return true;
    return false;
}

static QcdcPeriod find_period(const Sentence *sentence)
{
    for (size_t at = sentence->start; at < sentence->end; at++)
        if (sentence->scene->tokens[at].kind == TOKEN_PERIOD &&
            !is_compared_before(sentence->scene, at, sentence->start))
            return sentence->scene->periods[sentence->scene->tokens[at].index];
    return sentence->reader->own;
}

/* The sentence behind *@sentence, of one that has only its reader the first; false behind the last. */
static bool find_next(Sentence *sentence)
{
    sentence->scene = &sentence->reader->scene;
    sentence->start = sentence->end;
    if (sentence->start >= sentence->scene->token_count)
        return false;
    sentence->end = scene_find_sentence_end(sentence->scene, sentence->start);
    if (sentence->end <= sentence->start)
        sentence->end = sentence->start + 1;
    sentence->period = find_period(sentence);
    return true;
}

QcdcStatus attach_read_sentences(Reader *reader, QcdcStatus (*read)(const Sentence *sentence, QcdcError *error), QcdcError *error)
{
    Sentence sentence = { .reader = reader };
    QcdcStatus status = QCDC_OK;
    while (status == QCDC_OK && find_next(&sentence))
        status = read(&sentence, error);
    return status;
}

size_t attach_reach_back(const Sentence *sentence, size_t at, size_t reach)
{
    return at > sentence->start + reach ? at - reach : sentence->start;
}

bool attach_is_alike(const Scene *scene, size_t at)
{
    static const char word[] = "tương";
    const Token *token = &scene->tokens[at];
    return scene_is_cue(scene, at, CUE_SHARE) &&
           qcdc_letters_match(scene->script->bytes + token->start, token->end - token->start, word, strlen(word)) > 0;
}

size_t attach_skip_bracket(const Scene *scene, size_t at)
{
    size_t other = scene->tokens[at].index;
    return other > at ? other + 1 : at + 1;
}

enum {
    MOST_NAME = 15 /* bytes of a number that is a name */
};

bool attach_is_unheld(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    return token->kind == TOKEN_NUMBER && scene_get_figure(scene, at) == NULL && token->end - token->start > MOST_NAME;
}

bool attach_may_be_name(const Scene *scene, const Mention *mention)
{
    static const char *const joins[] = { "là", "có", "được", "còn", "mức", "đạt", NULL };
    bool is_bare = mention->first_key == 0 && !mention->percent && !mention->points && mention->scale == 0 &&
                   !mention->is_grouped && mention->value.decimals == 0 && mention->sign == 0;
    if (!is_bare || mention->token == 0)
        return false;
    size_t before = mention->token - 1;
    return scene->tokens[before].kind == TOKEN_WORD ? !scene_is_one_of(scene, before, joins)
                                                    : scene_is_cue(scene, before, CUE_PLAN);
}

bool attach_may_be_day(const Mention *upper, const Mention *lower)
{
    bool is_bare =
        upper->first_key == 0 && lower->first_key == 0 && upper->value.decimals == 0 && lower->value.decimals == 0;
    return is_bare && upper->scale == 0 && upper->value.coefficient <= 31 && lower->value.coefficient <= 12;
}

bool attach_is_time(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    if (token->kind == TOKEN_PERIOD)
        return true;
    if (token->kind == TOKEN_NUMBER)
        return scene->mentions[token->index].kind == MENTION_YEAR;
    return token->kind == TOKEN_CUE && (token->cue == CUE_SAME_PERIOD || token->cue == CUE_BEFORE);
}

size_t attach_find_noun_end(const Scene *scene, const Mention *mention)
{
    size_t end = mention->token + 1;
    if (mention->noun_end > end)
        end = mention->noun_end > end + 5 ? end + 5 : mention->noun_end;
    if (scene_is_cue(scene, end, CUE_POINTS) || scene_is_cue(scene, end, CUE_SCORE) ||
        scene_is_cue(scene, end, CUE_PLACES) || scene_is_cue(scene, end, CUE_TIMES))
        end++;
    if (scene->tokens[end].kind == TOKEN_NUMBER && scene->mentions[scene->tokens[end].index].kind == MENTION_NAME)
        end++; /* đơn loại 2 */
    if (scene_is_mark(scene, end, '/') && scene->tokens[end + 1].kind == TOKEN_WORD)
        end += 2; /* tấn/ha */
    return end;
}

/* Behind the words at @at. */
static size_t skip_words(const Sentence *sentence, size_t at)
{
    while (at < sentence->end && sentence->scene->tokens[at].kind == TOKEN_WORD)
        at++;
    return at;
}

size_t attach_skip_coverage(const Sentence *sentence, size_t at)
{
    const Scene *scene = sentence->scene;
    size_t next = at + 1, most = at + 10 < sentence->end ? at + 10 : sentence->end;
    if (!scene_is_mark(scene, at, ',') || next + 1 >= most || !scene_is_word(scene, next, "kỳ") ||
        !scene_is_word(scene, next + 1, "gốc"))
        return at;
    while (next < most && scene->tokens[next].kind != TOKEN_NUMBER)
        next++;
    if (next >= most)
        return at;
    bool is_line = scene_is_mark(scene, next + 1, '/') && next + 2 < sentence->end && scene_get_mention(scene, next + 2) != NULL; /* it may be cut short: "15/" */
    next = skip_words(sentence, next + (is_line ? 3 : 1));
    for (unsigned kinds = 0; kinds < 6 && scene_is_mark(scene, next, ',') && !scene_is_word(scene, next + 1, "số");
         kinds++) {
        size_t behind = skip_words(sentence, next + 1);
        bool is_kind = behind > next + 1 && (behind >= sentence->end || scene->tokens[behind].kind == TOKEN_MARK);
        if (!is_kind)
            break;
        next = behind;
    }
    return next;
}

bool attach_is_mean(const Sentence *sentence, const Mention *figure)
{
    size_t at = figure->token, least = attach_reach_back(sentence, at, 3);
    bool is_yearly = false;
    while (at-- > least) {
        is_yearly |= scene_is_cue(sentence->scene, at, CUE_PER_YEAR) || scene_is_cue(sentence->scene, at, CUE_EACH);
        if (scene_is_cue(sentence->scene, at, CUE_AVERAGE))
            return is_yearly;
    }
    return false;
}

void attach_take(const Sentence *sentence, const Mention *mention, unsigned bit)
{
    if (mention != NULL)
        sentence->reader->taken[mention - sentence->scene->mentions] |= (uint8_t)bit;
}

void attach_give_back(const Sentence *sentence, const Mention *mention, unsigned bits)
{
    if (mention != NULL)
        sentence->reader->taken[mention - sentence->scene->mentions] &= (uint8_t)~bits;
}

bool attach_is_taken(const Sentence *sentence, const Mention *mention, unsigned bits)
{
    return (sentence->reader->taken[mention - sentence->scene->mentions] & bits) != 0;
}

static QcdcDecimal drop_sign(QcdcDecimal value)
{
    if (value.coefficient < 0)
        value.coefficient = -value.coefficient;
    return value;
}

void attach_add(Draft *draft, QcdcOperand role, const Mention *mention)
{
    if (mention == NULL)
        return;
    Mention magnitude = *mention;
    magnitude.value = drop_sign(magnitude.value);
    magnitude.other = drop_sign(magnitude.other);
    draft_add(draft, role, &magnitude, true);
}

void attach_cover_tokens(Draft *draft, const Scene *scene, size_t first, size_t end)
{
    if (end > first)
        draft_cover(draft, scene->tokens[first].start, scene->tokens[end - 1].end);
}

void attach_drop_wholes(Draft *draft)
{
    for (size_t i = 0; i < draft->number_count; i++) {
        DraftNumber *number = &draft->numbers[i];
        number->is_measure = 1;
        number->is_rounded |= QCDC_FAULT("attach-mean-rounded", number->role == QCDC_OPERAND_BASE, false);
    }
}

static bool is_operand(const Draft *draft, const Mention *mention)
{
    for (size_t i = 0; i < draft->number_count; i++)
        if (draft->numbers[i].end > mention->start && draft->numbers[i].start < mention->end)
            return true;
    return false;
}

static DraftNumber make_near(const Mention *mention)
{
    return (DraftNumber){ .has_value = 1,
                          .percent = mention->percent,
                          .points = mention->points,
                          .hedge = mention->hedge,
                          .last_power = mention->last_power,
                          .has_other = mention->has_other,
                          .value = mention->value,
                          .other = mention->other,
                          .start = mention->start,
                          .end = mention->end };
}

void attach_add_near(Draft *draft, const Sentence *sentence, size_t at)
{
    size_t least = attach_reach_back(sentence, at, ATTACH_LOOK_BACK);
    size_t most = sizeof draft->near / sizeof draft->near[0];
    while (at-- > least && draft->near_count < most) {
        const Mention *mention = scene_get_figure(sentence->scene, at);
        if (mention != NULL && !is_operand(draft, mention))
            draft->near[draft->near_count++] = make_near(mention);
    }
}

static unsigned rank_verdict(uint8_t verdict)
{
    switch (verdict) {
    case QCDC_VERDICT_CONSISTENT:
        return 3;
    case QCDC_VERDICT_ROUNDING:
        return 2;
    case QCDC_VERDICT_UNCHECKABLE:
        return 1;
    default:
        return 0;
    }
}

void attach_choose(Reader *reader, Draft *draft, Choice *best)
{
    draft_judge_verdict(draft);
    if (best->has_one && rank_verdict(draft->verdict) <= rank_verdict(best->verdict))
        return;
    *best = (Choice){ true, draft->verdict };
    if (draft != &reader->draft)
        reader->draft = *draft;
}
