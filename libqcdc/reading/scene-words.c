/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include <string.h>

#include "kernel/text-private.h"
#include "language/letters-private.h"

/* Whether a letter or digit ends at byte @at of the window. */
static bool ends_word(const Scene *scene, uint32_t at)
{
    if (at == 0)
        return false;
    unsigned char byte = (unsigned char)scene->folded[at - 1];
    return byte >= 0x80 || qcdc_letters_is_digit((char)byte) || (byte >= 'a' && byte <= 'z');
}

static bool begins_word(const Scene *scene, uint32_t at)
{
    uint32_t length = scene->end - scene->start;
    return at < length && (qcdc_letters_is_digit(scene->folded[at]) || qcdc_letters_has_letter(scene->folded + at, length - at));
}

bool scene_precedes(const Scene *scene, uint32_t at, const char *words)
{
    uint32_t size = (uint32_t)strlen(words);
    if (at > 0 && scene->folded[at - 1] == ' ')
        at--;
    return at >= size && memcmp(scene->folded + at - size, words, size) == 0 && !ends_word(scene, at - size);
}

bool scene_follows(const Scene *scene, uint32_t at, const char *words)
{
    uint32_t size = (uint32_t)strlen(words), length = scene->end - scene->start;
    at -= scene->start;
    if (at < length && scene->folded[at] == ' ')
        at++;
    return length - at >= size && memcmp(scene->folded + at, words, size) == 0 && !begins_word(scene, at + size);
}

const char *scene_precedes_any(const Scene *scene, uint32_t at, const char *const *list)
{
    for (; *list != NULL; list++)
        if (scene_precedes(scene, at, *list))
            return *list;
    return NULL;
}

const char *scene_follows_any(const Scene *scene, uint32_t at, const char *const *list)
{
    for (; *list != NULL; list++)
        if (scene_follows(scene, at, *list))
            return *list;
    return NULL;
}

bool scene_has_capital(const Scene *scene, uint32_t at)
{
    size_t size = at < scene->end ? qcdc_text_measure_character(scene->script->bytes + at, scene->end - at) : 0;
    return size > 0 && memcmp(scene->script->bytes + at, scene->folded + (at - scene->start), size) != 0;
}

/* "3 Nam Phước" counts no men. */
bool scene_counts(const Scene *scene, uint32_t at)
{
    uint32_t word = at + (at < scene->end && scene->script->bytes[at] == ' ');
    return scene_follows_any(scene, at, scene_counted) != NULL && !scene_has_capital(scene, word);
}
