/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_OPTIONS_PRIVATE_H
#define QCDC_OPTIONS_PRIVATE_H

#include <stddef.h>
#include <string.h>

/* Copies the options of a caller, which begin with their size, into @read of @room bytes. Those of an older library are shorter: what they
 * do not have stays as it is, as does all of it where @options is NULL. A size of 0 is that of today. */
static inline void options_copy(void *read, size_t room, const void *options)
{
    size_t size;
    if (options == NULL)
        return;
    memcpy(&size, options, sizeof size);
    memcpy(read, options, size > 0 && size < room ? size : room);
}

#endif
