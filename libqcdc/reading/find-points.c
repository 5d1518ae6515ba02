/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/operand-private.h"

/* "GRDP tăng 6,9%, trong đó khu vực nông nghiệp đóng góp 0,5 điểm phần trăm, … công nghiệp đóng góp 3,9 điểm phần trăm, …": what the sectors brought
 * to the growth adds up to it. Some may be left out, so that what misses is not told but of all three sectors and the product taxes. */
enum {
    LEAST_PARTS = 3,
    MOST_PARTS = 8,
    FEW = 4,         /* more of them are told only if they fit as they stand: what is rounded in each would let much else fit */
    GAP = 90,        /* tokens between two of them */
    LOOK_BACK = 16,  /* figures before the first of them among which the growth is looked for */
    SEEN_BACK = 8,   /* and figures of the passage before */
    VERB_REACH = 4   /* tokens between "đóng góp" and its figure */
};

typedef struct Points {
    const Mention *parts[MOST_PARTS];
    bool takes[MOST_PARTS]; /* "làm giảm 0,6 điểm phần trăm" */
    size_t count;
} Points;

/* The verb before @mention: 1 "đóng góp", -1 "làm giảm", 0 neither. */
static int get_sign(const Scene *scene, const Mention *mention)
{
    for (size_t at = mention->token; at > 0 && mention->token - at < VERB_REACH; at--) {
        const Token *token = &scene->tokens[at - 1];
        if (token->kind == TOKEN_MARK || token->kind == TOKEN_NUMBER)
            return 0;
        if (scene_is_word(scene, at - 1, "làm giảm") || (scene_is_cue(scene, at - 1, CUE_DOWN) && at > 1 && scene_is_word(scene, at - 2, "làm")))
            return -1;
        if (scene_is_cue(scene, at - 1, CUE_CONTRIBUTE))
            return 1;
    }
    return 0;
}

/* Whether it is told of a part of a part: in a bracket, or behind "trong đó" or "riêng" of one that is a part itself. */
static bool is_nested(const Scene *scene, const Points *points, const Mention *mention)
{
    if (points->count == 0)
        return false;
    for (size_t at = mention->token; at > points->parts[points->count - 1]->token && !scene_is_mark(scene, at, ';'); at--)
        if (scene_is_cue(scene, at, CUE_OF_WHICH))
            return true;
    return operand_find_bracket(scene, mention->token) != SIZE_MAX;
}

/* Reads what was brought from the mention @from on, as long as one follows soon upon another; the number of the mention behind. */
static size_t read(const Scene *scene, size_t from, bool skips_nested, Points *points)
{
    size_t behind = from + 1;
    *points = (Points){.count = 0};
    for (size_t i = from; i < scene->mention_count && points->count < MOST_PARTS; i++) {
        const Mention *mention = &scene->mentions[i];
        if (points->count > 0 && mention->token > points->parts[points->count - 1]->token + GAP)
            break;
        int sign = mention->kind == MENTION_FIGURE && mention->points ? get_sign(scene, mention) : 0;
        if (sign == 0 || (skips_nested && is_nested(scene, points, mention)))
            continue;
        points->takes[points->count] = sign < 0;
        points->parts[points->count++] = mention;
        behind = i + 1;
    }
    return behind;
}

static void make_draft(Reader *reader, const Points *points, const Mention *total, bool in_span)
{
    Draft *draft = &reader->draft;
    bool takes = false;
    for (size_t i = 0; i < points->count; i++)
        takes = takes || points->takes[i];
    operand_begin_sum(draft, takes ? QCDC_CLAIM_SIGNED_SUM : QCDC_CLAIM_SUM_OF_PARTS, total, in_span);
    for (size_t i = 0; i < points->count; i++) {
        Mention part = points->takes[i] ? operand_take_away(points->parts[i]) : *points->parts[i];
        operand_add(draft, QCDC_OPERAND_PART, &part, true);
    }
}

static bool fits(Reader *reader, const Points *points)
{
    return operand_fits(&reader->draft) && (points->count <= FEW || reader->draft.verdict == QCDC_VERDICT_CONSISTENT);
}

static bool is_growth(const Mention *mention)
{
    return mention->kind == MENTION_FIGURE && mention->percent && !mention->points && mention->slash == 0;
}

/* Whether the sectors are all of the product: the three of them, and the taxes. */
static bool are_all(const Scene *scene, size_t from, const Points *points)
{
    static const char *const words[] = {"thuế sản phẩm", "thuế nhập khẩu", "thuế"};
    size_t end = points->parts[points->count - 1]->token;
    bool has_farming = false, has_industry = false, has_services = false, has_taxes = false;
    for (size_t at = from; at < end; at++) {
        has_farming = has_farming || scene_is_word(scene, at, "nông") || scene_has_words(scene, at, "nông nghiệp") || scene_has_words(scene, at, "nông, lâm");
        has_industry = has_industry || scene_has_words(scene, at, "công nghiệp");
        has_services = has_services || scene_has_words(scene, at, "dịch vụ");
        has_taxes = has_taxes || operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]);
    }
    return points->count == 4 && has_farming && has_industry && has_services && has_taxes;
}

/* The growth that opens the sentence of the first of them, of all sectors: it is told even where a swap of digits explains what misses. */
static bool is_slip(Reader *reader, const Points *points)
{
    const Scene *scene = &reader->scene;
    size_t start = scene_find_sentence_start(scene, points->parts[0]->token);
    const Mention *total = scene_find_next_figure(scene, start, points->parts[0]->token);
    bool is_sentence = points->parts[points->count - 1]->token < scene_find_sentence_end(scene, start);
    if (total == NULL || !is_growth(total) || !is_sentence || (operand_find_leader(scene, total) != CUE_UP && operand_find_leader(scene, total) != CUE_GROWTH) || !are_all(scene, total->token, points))
        return false;
    make_draft(reader, points, total, true);
    reader->draft.is_far = 0;
    draft_judge(&reader->draft);
    return reader->draft.verdict == QCDC_VERDICT_INCONSISTENT && reader->draft.cause == QCDC_CAUSE_SWAPPED_DIGITS;
}

/* Makes the draft of the growth that they are all of, the nearest first, in this passage or the one before. */
static bool find_total(Reader *reader, const Points *points)
{
    const Scene *scene = &reader->scene;
    const Mention *first = points->parts[0];
    for (const Mention *mention = first; mention > scene->mentions && first - mention < LOOK_BACK;) {
        mention--;
        if (!is_growth(mention))
            continue;
        make_draft(reader, points, mention, mention->token >= scene_find_sentence_start(scene, first->token));
        if (fits(reader, points))
            return true;
    }
    size_t last = reader->sighting_count, least = last > SEEN_BACK ? last - SEEN_BACK : 0;
    for (size_t i = last; i > least; i--) {
        Mention mention = reader_recall(&reader->sightings[i - 1]);
        if (!is_growth(&mention))
            continue;
        make_draft(reader, points, &mention, false);
        if (fits(reader, points))
            return true;
    }
    return false;
}

QcdcStatus reader_find_points(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = QCDC_OK;
    for (size_t i = 0; i < scene->mention_count && status == QCDC_OK;) {
        size_t behind = i + 1; /* what was brought may be told before, of one sector */
        bool is_found = false;
        for (int way = 0; way < 2 && !is_found && scene->mentions[i].points; way++) {
            Points points;
            size_t end = read(scene, i, way == 1, &points);
            is_found = points.count >= LEAST_PARTS && QCDC_FAULT("points-total", find_total(reader, &points) || is_slip(reader, &points), false);
            behind = is_found ? end : behind;
        }
        if (is_found)
            status = reader_keep(reader, &reader->draft, NULL, error);
        i = behind;
    }
    return status;
}
