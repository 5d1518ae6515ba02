/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/share-private.h"

/* A percent that tells its part by words alone: "36.540 hồ sơ (trực tuyến 27.010, …); tỷ lệ hồ sơ trực tuyến đạt 73,9%". */
enum {
    LABEL_MOST = 8,  /* words of a label that are compared; a longer one is none */
    NOUN_MOST = 8,   /* words of a noun */
    BACK_MOST = 24,  /* figures before the percent among which part and whole are looked for, */
    AHEAD_MOST = 6,  /* and behind it: "Tỷ lệ … đạt 99,87%. Cụ thể, …" */
    SENTENCES_ON = 1 /* sentences behind that of the percent */
};

/* The words by which a percent says what it is the rate of, as hashes. */
typedef struct Label {
    uint32_t words[LABEL_MOST];
    size_t count;
} Label;

/* Words that say nothing of what is told. */
static bool is_empty(const Scene *scene, size_t at)
{
    static const char *const words[] = {"số", "các", "là", "có", "được", "đã", "tổng", "toàn", "tỉnh", "huyện", "trên", "địa", "bàn", "này", "cả", "ước", "chung"};
    return operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

/* The words before the percent in its piece, those that bring it left out; false if they tell of something else or are too many. */
static bool read_label(const Scene *scene, const Rate *rate, Label *label)
{
    label->count = 0;
    for (size_t at = rate->first; at < rate->mention->token; at++) {
        const Token *token = &scene->tokens[at];
        bool is_bringing = token->kind == TOKEN_CUE && (token->cue == CUE_RATE || token->cue == CUE_REACH || token->cue == CUE_SHARE || token->cue == CUE_INDEX || token->cue == CUE_TOTAL || token->cue == CUE_OF);
        if (is_bringing || (token->kind == TOKEN_WORD && is_empty(scene, at)))
            continue;
        bool is_word = token->kind == TOKEN_WORD || scene_is_cue(scene, at, CUE_RESOLVED) || scene_is_cue(scene, at, CUE_RECEIVED);
        if (!is_word || label->count == LABEL_MOST)
            return false;
        label->words[label->count++] = scene_hash_token(scene, token);
    }
    return label->count >= 2;
}

/* Which word of the label the token is, as a bit. */
static unsigned match_word(const Scene *scene, const Label *label, const Token *token)
{
    uint32_t word = scene_hash_token(scene, token);
    unsigned found = 0;
    for (size_t i = 0; i < label->count; i++)
        found |= label->words[i] == word ? 1u << i : 0;
    return found;
}

/* The same of the words within a cue: "đã giải quyết" holds that of "tỷ lệ giải quyết đúng hạn". */
static unsigned match_cue(const Scene *scene, const Label *label, const Token *cue)
{
    unsigned found = 0;
    Token words = *cue;
    for (uint32_t at = cue->start; at < cue->end; at++) {
        words.start = at;
        if (at == cue->start || scene->folded[at - 1 - scene->start] == ' ')
            found |= match_word(scene, label, &words);
    }
    return QCDC_FAULT("shares-cue", found, 0);
}

/* Which words of the label stand in the tokens @from … @end, as bits. */
static unsigned match_tokens(const Scene *scene, const Label *label, size_t from, size_t end)
{
    unsigned found = 0;
    for (size_t at = from; at < end; at++) {
        const Token *token = &scene->tokens[at];
        found |= scene_is_cue(scene, at, CUE_RESOLVED) ? match_cue(scene, label, token) : match_word(scene, label, token);
    }
    return found;
}

/* Which of them stand before the figure, back to a mark, or in its noun. */
static unsigned match(const Scene *scene, const Label *label, const Mention *mention)
{
    unsigned found = match_tokens(scene, label, operand_find_label(scene, mention->token), mention->token);
    size_t end = mention->noun_end < mention->noun_first + NOUN_MOST ? mention->noun_end : mention->noun_first + NOUN_MOST;
    return end > mention->noun_first ? found | match_tokens(scene, label, mention->noun_first, end) : found;
}

static unsigned count_bits(unsigned bits)
{
    unsigned count = 0;
    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
}

static bool is_level(const Reader *reader, const Mention *mention)
{
    bool is_plain = mention->hedge == QCDC_HEDGE_NONE || mention->hedge == QCDC_HEDGE_ESTIMATE;
    return operand_is_count(mention) && mention->slash == 0 && is_plain && !operand_is_taken(reader, mention, TAKEN_CHANGE | TAKEN_RATE) && !operand_is_change(reader, mention);
}

/* The figures that stand near enough to be part or whole: the mentions @first … @end of the scene. */
typedef struct Reach {
    const Mention *first, *end;
} Reach;

static Reach find_reach(const Scene *scene, const Mention *percent)
{
    size_t index = (size_t)(percent - scene->mentions), end = scene_find_sentence_end(scene, percent->token);
    Reach reach = {.first = percent - (index < BACK_MOST ? index : BACK_MOST), .end = percent + 1};
    for (int steps = 0; steps < SENTENCES_ON && end < scene->token_count; steps++)
        end = scene_find_sentence_end(scene, end + 1 < scene->token_count ? end + 1 : end);
    while (reach.end < scene->mentions + scene->mention_count && reach.end - percent < AHEAD_MOST && reach.end->token < end)
        reach.end++;
    return reach;
}

static void make_draft(Reader *reader, const Rate *rate, const Mention *part, const Mention *whole)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    size_t start = scene_find_sentence_start(scene, rate->mention->token);
    draft_begin(draft, QCDC_CLAIM_SHARE);
    operand_add(draft, QCDC_OPERAND_PART, part, part->token >= start && part < rate->mention);
    operand_add(draft, QCDC_OPERAND_WHOLE, whole, whole->token >= start && whole < rate->mention);
    operand_add(draft, QCDC_OPERAND_PCT, rate->mention, true);
    operand_set_unit(draft, scene, part);
    draft_cover(draft, scene->tokens[rate->first].start, rate->mention->end);
}

/* The whole of @part, which some words of the label name: a figure of its noun that holds the others, and lacks one of those of the part. */
static bool find_whole(Reader *reader, const Rate *rate, const Label *label, const Reach *reach, const Mention *part)
{
    const Scene *scene = &reader->scene;
    unsigned own = match(scene, label, part), all = (1u << label->count) - 1;
    for (const Mention *whole = reach->end; whole > reach->first; whole--) {
        const Mention *mention = whole - 1;
        if (mention == part || !is_level(reader, mention) || !operand_shares_noun(scene, part, mention) || !share_is_likely(part->value, mention->value, rate->mention->value))
            continue;
        unsigned others = match(scene, label, mention);
        if ((own | others) != all || (own & ~others) == 0)
            continue;
        make_draft(reader, rate, part, mention);
        if (operand_fits(&reader->draft) && reader->draft.verdict == QCDC_VERDICT_CONSISTENT)
            return true;
    }
    return false;
}

bool share_find_labelled(Reader *reader, const Rate *rate)
{
    const Scene *scene = &reader->scene;
    const Mention *percent = rate->mention;
    Label label;
    bool is_fine = percent->last_power < 0 && percent->value.coefficient >= 50 && percent->hedge == QCDC_HEDGE_NONE; /* a round one fits by chance */
    if (rate->is_other || rate->whole != NULL || rate->open != SIZE_MAX || !is_fine || !read_label(scene, rate, &label))
        return false;
    Reach reach = find_reach(scene, percent);
    for (const Mention *part = reach.end; part > reach.first; part--) {
        if (!is_level(reader, part - 1) || count_bits(match(scene, &label, part - 1)) < 2)
            continue;
        if (QCDC_FAULT("shares-labelled", find_whole(reader, rate, &label, &reach, part - 1), false))
            return true;
    }
    return false;
}
