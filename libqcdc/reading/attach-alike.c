/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/attach-private.h"
#include "reading/operand-private.h"

/* Figures of one unit told apart by the words about them: "làm chết 118 người, bị thương 176 người; số người chết giảm 7 người". */
enum {
    WORDS_BEFORE = 4,
    MOST_WORDS = 8
};

typedef struct Words {
    uint32_t hashes[MOST_WORDS];
    size_t count;
} Words;

static bool says_nothing(const Scene *scene, size_t at)
{
    static const char *const small[] = { "làm", "bị", "số", "có", "là", "được", "đã", "của", "với", "vụ",
                                         "trong", "toàn", "năm", "xảy", "ra", "các", "cho", NULL };
    return scene->tokens[at].kind != TOKEN_WORD || scene_is_one_of(scene, at, small);
}

static void add_word(Words *words, const Scene *scene, size_t at)
{
    if (words->count < MOST_WORDS && !says_nothing(scene, at))
        words->hashes[words->count++] = scene_hash_token(scene, &scene->tokens[at]);
}

static bool ends_words(const Scene *scene, size_t at)
{
    const Token *token = &scene->tokens[at];
    return token->kind == TOKEN_MARK || token->kind == TOKEN_NUMBER || token->kind == TOKEN_PERIOD || scene_is_cue(scene, at, CUE_AND);
}

/* "45 buổi có số người dự …": what follows speaks of something else. */
static bool ends_noun(const Scene *scene, size_t at)
{
    static const char *const ends[] = { "có", "số", "là", "với", NULL };
    return scene_is_one_of(scene, at, ends);
}

/* Those before the figure in its stretch; a verb of change is stepped over. Those of its noun, but for the unit. */
static Words find_words(const Scene *scene, const Mention *figure)
{
    Words words = { .count = 0 };
    size_t least = figure->token > WORDS_BEFORE ? figure->token - WORDS_BEFORE : 0;
    for (size_t at = figure->token; at-- > least && !ends_words(scene, at);)
        add_word(&words, scene, at);
    for (size_t at = figure->noun_first + 1; at < figure->noun_end && !ends_noun(scene, at); at++)
        add_word(&words, scene, at);
    return words;
}

static bool has_word(const Words *words, uint32_t hash)
{
    for (size_t i = 0; i < words->count; i++)
        if (words->hashes[i] == hash)
            return true;
    return false;
}

/* How many of the words about @figure are among @words. */
static size_t count_among(const Scene *scene, const Mention *figure, const Words *words)
{
    Words own = find_words(scene, figure);
    size_t count = 0;
    for (size_t i = 0; i < own.count; i++)
        count += has_word(words, own.hashes[i]);
    return count;
}

size_t attach_count_alike(const Scene *scene, const Mention *one, const Mention *other)
{
    Words words = find_words(scene, other);
    return count_among(scene, one, &words);
}

const Mention *attach_find_alike(const Sentence *sentence, size_t at, const Mention *mention, const Mention *found)
{
    const Scene *scene = sentence->scene;
    size_t least = attach_reach_back(sentence, at, ATTACH_LOOK_BACK);
    Words wanted = find_words(scene, mention);
    size_t most = found != NULL ? count_among(scene, found, &wanted) : 0;
    for (size_t back = at; back > least && mention->first_key != 0;) {
        back = operand_step_back(scene, back);
        const Mention *figure = scene_get_figure(scene, back);
        if (figure == NULL || figure->first_key != mention->first_key || figure->slash != 0 ||
            !attach_can_be_level(sentence, figure, LEVEL_COUNT))
            continue;
        size_t count = count_among(scene, figure, &wanted);
        if (QCDC_FAULT("attach-alike", count > most, false)) {
            most = count;
            found = figure;
        }
    }
    return found;
}
