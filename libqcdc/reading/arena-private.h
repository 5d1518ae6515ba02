/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_ARENA_PRIVATE_H
#define QCDC_ARENA_PRIVATE_H

#include <qcdc/types.h>

/* All memory of one reading: blocks that are freed together, none of which may make the whole exceed a limit. All-zero but the limit is
 * an empty arena. */
typedef struct ArenaBlock ArenaBlock;
typedef struct Arena {
    ArenaBlock *blocks;
    size_t used, limit; /* bytes, the blocks' own heads included */
} Arena;

/* @memory (NULL: a new block) as a block of @count × @size bytes, its contents kept, what is new of it not set; NULL, and @memory as it was,
 * when there is no memory, the product overflows or the limit would be exceeded. */
void *arena_resize(Arena *arena, void *memory, size_t count, size_t size);
/* Room for one item more than @count of @size bytes in the block *@memory of *@capacity items, which grows by half; false if there is none. */
bool arena_reserve(Arena *arena, void *memory, size_t count, size_t *capacity, size_t size);
/* In a build with the address sanitizer a touch of the items from @count to @capacity of @size bytes is an error from now on, until
 * arena_open(): room that was reserved and is not used hides a step behind the end. In other builds both do nothing. */
void arena_fence(const void *memory, size_t count, size_t capacity, size_t size);
void arena_open(const void *memory, size_t capacity, size_t size);
void arena_release(Arena *arena, void *memory);
void arena_clear(Arena *arena);

#endif
