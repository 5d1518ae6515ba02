/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/attach-private.h"

/* "đóng góp 2,33 điểm phần trăm (38,24%) vào mức tăng chung 7,1%" */
typedef struct Brought {
    size_t first, end; /* tokens */
    const Mention *points, *share, *whole;
    uint8_t direction;
} Brought;

/* "vào mức tăng chung 7,1%", "trong mức tăng trưởng 7,1%": the figure, NULL if there is none; *@at takes the token behind. */
static const Mention *read_whole(const Sentence *sentence, size_t *at)
{
    static const char *const joins[] = { "vào",  "trong", "cho",    "của",   "mức",  "tốc",  "độ",
                                         "tăng", "giảm",  "trưởng", "chung", "tổng", "toàn", NULL };
    const Scene *scene = sentence->scene;
    size_t next = *at;
    bool has_growth = false;
    while (next < sentence->end && next < *at + 12) {
        bool grows = scene_is_cue(scene, next, CUE_UP) || scene_is_cue(scene, next, CUE_DOWN) ||
                     scene_is_cue(scene, next, CUE_GROWTH);
        bool is_name = has_growth && scene->tokens[next].kind == TOKEN_WORD;
        bool goes_on = grows || is_name || scene_is_one_of(scene, next, joins) || scene_is_cue(scene, next, CUE_OF) ||
                       scene_is_cue(scene, next, CUE_WITH) || scene_is_cue(scene, next, CUE_TOTAL);
        if (!goes_on)
            break;
        has_growth |= grows || scene_is_word(scene, next, "tăng") || scene_is_word(scene, next, "trưởng");
        next++;
    }
    if (!has_growth)
        return NULL;
    *at = next;
    next += next < sentence->end && scene_is_mark(scene, next, '(');
    const Mention *figure = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    if (figure == NULL || !figure->percent || figure->points)
        return NULL;
    *at = figure->token + 1;
    return figure;
}

/* "Trong mức tăng 7,1% của toàn ngành, …", told before. */
static const Mention *find_whole_before(const Sentence *sentence)
{
    const Scene *scene = sentence->scene;
    for (size_t at = sentence->start; at < sentence->end && at < sentence->start + 4; at++) {
        size_t next = at;
        if (scene_is_word(scene, at, "trong") || scene_is_word(scene, at, "mức"))
            return read_whole(sentence, &next);
    }
    return NULL;
}

static bool is_brought(const Mention *figure)
{
    return figure != NULL && figure->slash == 0 && (figure->percent || figure->points);
}

static bool set(Brought *brought, const Mention *figure)
{
    const Mention **place = figure->points ? &brought->points : &brought->share;
    if (*place != NULL)
        return false;
    *place = figure;
    return true;
}

/* "làm giảm 0,61 điểm phần trăm": what took from the whole. */
static bool is_taking(const Scene *scene, size_t at)
{
    return scene_is_cue(scene, at, CUE_DOWN) && at > 0 &&
           (scene_is_word(scene, at - 1, "làm") || scene_is_word(scene, at, "làm giảm"));
}

/* "(38,24%)", ", chiếm 40% mức tăng chung" */
static void read_other(const Sentence *sentence, Brought *brought)
{
    const Scene *scene = sentence->scene;
    Shown shown;
    if (attach_read_shown(sentence, brought->end, &shown)) {
        if (shown.count == 1 && is_brought(shown.figures[0]) && set(brought, shown.figures[0]))
            brought->end = shown.end;
        return;
    }
    size_t at = brought->end + scene_is_mark(scene, brought->end, ',');
    if (at + 1 >= sentence->end || !scene_is_cue(scene, at, CUE_SHARE))
        return;
    const Mention *figure = scene_get_figure(scene, at + 1);
    size_t behind = at + 2;
    const Mention *whole =
        is_brought(figure) && figure->percent && brought->share == NULL ? read_whole(sentence, &behind) : NULL;
    if (whole == NULL && behind == at + 2)
        return;
    set(brought, figure);
    brought->whole = whole;
    brought->end = behind;
}

/* "… vào mức tăng chung 7,2%, tức 42,5%": the share of it that the points are, told last. */
static void read_told_last(const Sentence *sentence, Brought *brought)
{
    static const char *const joins[] = { "tức", "là", "hay", "tương đương", "tương ứng", "tương đương với", "tương ứng với", NULL };
    const Scene *scene = sentence->scene;
    size_t at = brought->end + scene_is_mark(scene, brought->end, ','), first = at;
    if (brought->share != NULL || brought->whole == NULL || brought->points == NULL)
        return;
    while (at < sentence->end && at < first + 3 && scene_is_one_of(scene, at, joins))
        at++;
    const Mention *figure = at > first && at < sentence->end ? scene_get_figure(scene, at) : NULL;
    bool ends = at + 1 >= sentence->end || scene->tokens[at + 1].kind == TOKEN_MARK || scene_has_words(scene, at + 1, "mức tăng") ||
                scene_has_words(scene, at + 1, "tăng trưởng");
    if (!is_brought(figure) || figure->points || !ends)
        return;
    set(brought, figure);
    brought->end = at + 1;
}

static bool read(const Sentence *sentence, size_t at, Brought *brought)
{
    static const char *const fillers[] = { "tới", "khoảng", "được", "vào", NULL };
    const Scene *scene = sentence->scene;
    bool takes = is_taking(scene, at);
    if (!scene_is_cue(scene, at, CUE_CONTRIBUTE) && !takes)
        return false;
    *brought = (Brought){ .first = at, .direction = takes ? QCDC_DIRECTION_DECREASE : QCDC_DIRECTION_INCREASE };
    size_t next = at + 1;
    while (next < sentence->end && next < at + 3 &&
           (scene_is_cue(scene, next, CUE_HEDGE) || scene_is_one_of(scene, next, fillers)))
        next++;
    const Mention *figure = next < sentence->end ? scene_get_figure(scene, next) : NULL;
    if (!is_brought(figure) || attach_is_taken(sentence, figure, TAKEN_CHANGE))
        return false;
    set(brought, figure);
    brought->end = attach_find_noun_end(scene, figure);
    read_other(sentence, brought);
    size_t behind = brought->end;
    if (brought->whole == NULL)
        brought->whole = read_whole(sentence, &behind);
    bool says_growth = behind > brought->end || brought->whole != NULL;
    bool is_of_other = figure->noun_end > figure->noun_first || scene_is_cue(scene, brought->end, CUE_OF) ||
                       scene_is_cue(scene, brought->end, CUE_TOTAL);
    brought->end = behind;
    read_told_last(sentence, brought);
    if (!takes && figure->percent && !says_growth && is_of_other)
        return false; /* "đóng góp 54% sản lượng lúa" is a share */
    return !takes || (figure->points && says_growth);
}

static QcdcStatus keep(const Sentence *sentence, const Brought *brought, QcdcError *error)
{
    Draft *draft = &sentence->reader->draft;
    draft_begin(draft, QCDC_CLAIM_CONTRIBUTION);
    draft->period = sentence->period;
    draft->direction = brought->direction;
    attach_add(draft, QCDC_OPERAND_WHOLE, brought->whole);
    attach_add(draft, QCDC_OPERAND_POINTS, brought->points);
    attach_add(draft, QCDC_OPERAND_SHARE, brought->share);
    attach_cover_tokens(draft, sentence->scene, brought->first, brought->end);
    return reader_keep(sentence->reader, draft, NULL, error);
}

static QcdcStatus read_sentence(const Sentence *sentence, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;
    for (size_t at = sentence->start; at < sentence->end && status == QCDC_OK;) {
        Brought brought;
        if (!read(sentence, at, &brought)) {
            at++;
            continue;
        }
        if (brought.whole == NULL)
            brought.whole = find_whole_before(sentence);
        if (brought.whole != NULL)
            attach_take(sentence, brought.whole, TAKEN_CHANGE);
        attach_take(sentence, brought.points, TAKEN_CHANGE);
        attach_take(sentence, brought.share, TAKEN_CHANGE | TAKEN_RATE);
        status = keep(sentence, &brought, error);
        at = brought.end > at ? brought.end : at + 1;
    }
    return status;
}

QcdcStatus reader_find_contributions(Reader *reader, QcdcError *error)
{
    return attach_read_sentences(reader, read_sentence, error);
}
