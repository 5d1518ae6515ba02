/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/arena-private.h"

#include <stdlib.h>
#include <string.h>

#include "kernel/sanitizer-private.h"

#if QCDC_HAS_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(memory, size) ((void)(memory), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(memory, size) ((void)(memory), (void)(size))
#endif

/* Its head stands before the memory that is handed out, which is as well aligned as malloc's. */
struct ArenaBlock {
    ArenaBlock *next, *previous;
    size_t size; /* of the whole block */
    size_t reserved;
};

static ArenaBlock *block_of(void *memory)
{
    return memory == NULL ? NULL : (ArenaBlock *)memory - 1;
}

static void relink(Arena *arena, ArenaBlock *block)
{
    if (block->next != NULL)
        block->next->previous = block;
    if (block->previous != NULL)
        block->previous->next = block;
    else
        arena->blocks = block;
}

void *arena_resize(Arena *arena, void *memory, size_t count, size_t size)
{
    ArenaBlock *old = block_of(memory), *block;
    size_t before = old == NULL ? 0 : old->size, wanted;
    if (size > 0 && count > (SIZE_MAX - sizeof(ArenaBlock)) / size)
        return NULL;
    wanted = sizeof(ArenaBlock) + count * size;
    if (wanted > arena->limit || arena->used - before > arena->limit - wanted)
        return NULL;
    block = realloc(old, wanted);
    if (block == NULL)
        return NULL;
    if (old == NULL) {
        block->previous = NULL;
        block->next = arena->blocks;
    }
    block->size = wanted;
    relink(arena, block);
    arena->used += wanted - before;
    return block + 1;
}

bool arena_reserve(Arena *arena, void *memory, size_t count, size_t *capacity, size_t size)
{
    void *old, *grown;
    size_t wanted = *capacity + *capacity / 2 + 16;
    if (count < *capacity)
        return true;
    memcpy(&old, memory, sizeof old);
    grown = arena_resize(arena, old, wanted, size);
    if (grown == NULL)
        return false;
    memcpy(memory, &grown, sizeof grown);
    *capacity = wanted;
    return true;
}

void arena_fence(const void *memory, size_t count, size_t capacity, size_t size)
{
    if (memory != NULL && count < capacity)
        ASAN_POISON_MEMORY_REGION((const char *)memory + count * size, (capacity - count) * size);
}

void arena_open(const void *memory, size_t capacity, size_t size)
{
    if (memory != NULL)
        ASAN_UNPOISON_MEMORY_REGION(memory, capacity * size);
}

void arena_release(Arena *arena, void *memory)
{
    ArenaBlock *block = block_of(memory);
    if (block == NULL)
        return;
    if (block->next != NULL)
        block->next->previous = block->previous;
    if (block->previous != NULL)
        block->previous->next = block->next;
    else
        arena->blocks = block->next;
    arena->used -= block->size;
    free(block);
}

void arena_clear(Arena *arena)
{
    while (arena->blocks != NULL)
        arena_release(arena, arena->blocks + 1);
}
