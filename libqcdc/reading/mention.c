/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/mention-private.h"

bool mention_shares_noun(const Mention *left, const Mention *right)
{
    return left->first_key == right->first_key || left->first_key == 0 || right->first_key == 0;
}

size_t mention_get_end(const Mention *mention)
{
    return mention->noun_end > mention->token ? mention->noun_end : mention->token + 1;
}
