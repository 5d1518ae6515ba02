/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/area-private.h"

#include "kernel/fault-private.h"

enum {
    PIECE_MOST = 24, /* tokens of a piece that are looked at */
    BEFORE_MOST = 96 /* and of what stands before it */
};

/* Areas and what is like one, by their size: one bit each. */
static unsigned read_size(const Scene *scene, size_t at)
{
    static const char *const words[] = {"tỉnh", "huyện", "xã", "phường", "quận", "thị xã", "thành phố", "cả nước", "toàn quốc", "vùng", "trường", "lớp", "thôn", "thị trấn"};
    static const char *const towns[] = {"xã hội", "xã viên", NULL};
    if (scene_has_one_of(scene, at, towns))
        return 0;
    for (unsigned i = 0; i < sizeof words / sizeof words[0]; i++)
        if (scene_has_words(scene, at, words[i]))
            return 1u << i;
    return 0;
}

static unsigned read_sizes(const Scene *scene, size_t from, size_t end)
{
    unsigned sizes = 0;
    for (size_t at = from; at < end && at < scene->token_count; at++)
        sizes |= scene->tokens[at].kind == TOKEN_WORD || scene->tokens[at].kind == TOKEN_CUE ? read_size(scene, at) : 0;
    return sizes;
}

bool area_is_another(const Scene *scene, size_t first, const Mention *figure, size_t end)
{
    size_t piece = figure->token;
    while (piece > first && piece + PIECE_MOST > figure->token && scene->tokens[piece - 1].kind != TOKEN_NUMBER &&
           (scene->tokens[piece - 1].kind != TOKEN_MARK || scene_is_mark(scene, piece - 1, '/')))
        piece--;
    size_t from = piece > first + BEFORE_MOST ? piece - BEFORE_MOST : first;
    unsigned own = read_sizes(scene, piece, end), before = read_sizes(scene, from, piece);
    return QCDC_FAULT("area-another", own != 0 && before != 0 && (own & before) == 0, false);
}
