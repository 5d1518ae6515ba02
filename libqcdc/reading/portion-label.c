/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "reading/portion-private.h"

/* A whole that the percent names by the words before its figure: "… chiếm 1,5% tổng dư nợ" and "Tổng dư nợ đạt 52.000 tỷ đồng". */
enum {
    NAME_MOST = 6 /* tokens of a name */
};

/* Bytes of the scene's small letters. */
typedef struct Words {
    const char *text;
    size_t length;
    bool has_total; /* "tổng" stood before them */
} Words;

static bool drop_front(Words *words, const char *front)
{
    size_t length = strlen(front);
    if (words->length <= length || memcmp(words->text, front, length) != 0)
        return false;
    words->text += length;
    words->length -= length;
    return true;
}

static Words get_words(const Scene *scene, size_t first, size_t end)
{
    Words words = {.length = 0};
    if (end <= first)
        return words;
    words.text = scene->folded + (scene->tokens[first].start - scene->start);
    words.length = scene->tokens[end - 1].end - scene->tokens[first].start;
    words.has_total = drop_front(&words, "tổng số ") || drop_front(&words, "tổng ");
    drop_front(&words, "số ");
    return words;
}

/* What stands behind the percent up to where its name ends. */
static Words find_name(const Scene *scene, const Rate *rate)
{
    static const char *const ends[] = {"toàn", "cả", "trong", "trên", "này", "và", "đã", "được", "còn", "thuộc", "tại", "ở", "do", "theo", "của"};
    size_t at = rate->mention->token + 1, end;
    at += scene_is_cue(scene, at, CUE_OF) || scene_is_cue(scene, at, CUE_COMPARED);
    for (end = at; end < scene->token_count && end < at + NAME_MOST; end++) {
        bool is_name = scene->tokens[end].kind == TOKEN_WORD || (end == at && scene_is_cue(scene, end, CUE_TOTAL));
        if (!is_name || operand_says_any(scene, end, end + 1, ends, sizeof ends / sizeof ends[0]))
            break;
    }
    return get_words(scene, at, end);
}

/* Whether the tokens @from … @end say only that the figure is how much it was, or where. */
static bool tells_only(const Scene *scene, size_t from, size_t end)
{
    static const char *const words[] = {"là", "có", "ước", "được", "đã", "toàn", "tỉnh", "huyện", "thành", "phố", "trên", "địa", "bàn", "của", "hiện", "nay", "cả", "năm"};
    for (size_t at = from; at < end; at++) {
        bool is_cue = scene_is_cue(scene, at, CUE_REACH) || scene_is_cue(scene, at, CUE_HEDGE) || scene_is_cue(scene, at, CUE_OF);
        if (!is_cue && !operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0]))
            return false;
    }
    return true;
}

/* The words of the name that begin the words before @whole, and where those go on: @from of the tokens; false if they do not. */
static bool begins_label(const Scene *scene, const Words *name, const Mention *whole, Words *label, size_t *out_behind)
{
    size_t behind = operand_find_label(scene, whole->token);
    *label = get_words(scene, behind, whole->token);
    bool begins = name->length > 0 && label->length >= name->length && memcmp(label->text, name->text, name->length) == 0 &&
                  (label->length == name->length || label->text[name->length] == ' ');
    while (begins && behind < whole->token && scene->folded + (scene->tokens[behind].start - scene->start) < name->length + label->text)
        behind++;
    *out_behind = behind;
    return begins;
}

static bool is_long(const Words *name)
{
    return memchr(name->text, ' ', name->length) != NULL;
}

bool portion_is_labelled(const Scene *scene, const Portion *portion, const Mention *whole)
{
    Words name = find_name(scene, &portion->rate), label;
    size_t behind;
    if (!begins_label(scene, &name, whole, &label, &behind))
        return false;
    return QCDC_FAULT("portion-label", label.has_total || (is_long(&name) && tells_only(scene, behind, whole->token)), true);
}

bool portion_begins_label(const Scene *scene, const Portion *portion, const Mention *whole)
{
    Words name = find_name(scene, &portion->rate), label;
    size_t behind;
    bool begins = name.has_total && begins_label(scene, &name, whole, &label, &behind) && is_long(&name);
    return QCDC_FAULT("portion-begins", begins, false);
}
