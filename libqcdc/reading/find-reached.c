/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

enum {
    REACHED_REACH = 32, /* tokens between what there was and what was done of it */
    PIECE_REACH = 14    /* tokens of a piece that are looked at */
};

/* Words of a piece that say that its figure was done: of what there was before. */
static bool is_done_word(const Scene *scene, size_t at)
{
    static const char *const words[] = {"hòa giải thành", "hoà giải thành", "giải quyết", "xử lý", "trả lời", "thi hành xong", "khám phá", "khắc phục", "được công nhận"};
    return scene_is_cue(scene, at, CUE_RESOLVED) || operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
}

/* Whether such a word stands before the figure in its piece, or "số hộ đạt danh hiệu" names those that reached something. */
static bool is_done(const Scene *scene, const Mention *mention)
{
    bool is_reached = false;
    size_t at = mention->token;
    for (int steps = 0; at > 0 && steps < PIECE_REACH && scene->tokens[at - 1].kind != TOKEN_NUMBER && scene->tokens[at - 1].kind != TOKEN_MARK; steps++) {
        at--;
        if (is_done_word(scene, at))
            return true;
        is_reached = is_reached || (scene_has_words(scene, at, "đạt") && at + 1 < mention->token);
    }
    return is_reached && scene_has_words(scene, at, "số");
}

/* Whether another kind of claim is made of the two: parts of a total, what stands behind a full stop or a ";". */
static bool are_parted(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++) {
        const Token *token = &scene->tokens[at];
        if (token->kind == TOKEN_CUE && (token->cue == CUE_OF_WHICH || token->cue == CUE_COMPRISING || token->cue == CUE_REMAINDER || token->cue == CUE_AND))
            return true;
        if (token->kind == TOKEN_MARK && token->mark != ',' && token->mark != '/' && token->mark != '"')
            return true;
    }
    return false;
}

static bool is_plain(const Reader *reader, const Mention *mention)
{
    return operand_is_count(mention) && mention->slash == 0 && mention->hedge == QCDC_HEDGE_NONE && mention->first_key != 0 && mention->value.decimals == 0 &&
           !operand_is_taken(reader, mention, ~0U) && !operand_is_change(reader, mention);
}

/* Whether a percent, or another figure of the same noun, follows @part in its sentence: then it is told with that. */
static bool is_told_on(const Scene *scene, const Mention *part)
{
    const Mention *next = part + 1;
    bool follows = next < scene->mentions + scene->mention_count && next->token < scene_find_sentence_end(scene, part->token);
    return follows && (next->percent || mention_shares_noun(part, next));
}

/* "Tiếp nhận 651 vụ việc, đã hòa giải thành 528 vụ việc": a share whose percent is not printed. */
QcdcStatus reader_find_reached(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 1; i < scene->mention_count; i++) {
        const Mention *whole = &scene->mentions[i - 1], *part = whole + 1;
        if (!is_plain(reader, whole) || !is_plain(reader, part) || part->token > whole->token + REACHED_REACH || are_parted(scene, whole->token, part->token))
            continue;
        bool is_part = operand_shares_noun(scene, whole, part) && qcdc_decimal_compare(part->value, whole->value) <= 0;
        if (!is_part || !is_done(scene, part) || QCDC_FAULT("reached-done", is_done(scene, whole), false) || is_told_on(scene, part))
            continue;
        draft_begin(&reader->draft, QCDC_CLAIM_SHARE);
        operand_add(&reader->draft, QCDC_OPERAND_PART, part, true);
        operand_add(&reader->draft, QCDC_OPERAND_WHOLE, whole, true);
        operand_set_unit(&reader->draft, scene, part);
        draft_cover(&reader->draft, whole->start, scene->tokens[operand_find_phrase_end(scene, part->token + 1) - 1].end);
        QcdcStatus status = reader_keep(reader, &reader->draft, NULL, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
