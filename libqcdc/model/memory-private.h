/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_MEMORY_PRIVATE_H
#define QCDC_MEMORY_PRIVATE_H

#include <qcdc/decimal.h>
#include <qcdc/memory.h>
#include <qcdc/types.h>

/* Memory whose size depends on people's data. Every call here can fail and says so; none aborts. All-zero structs are
 * empty and may be cleared; clearing twice is harmless. A failed call leaves the object as it was. */

/* The error "out of memory"; returns QCDC_STATUS_MEMORY, so that a function can end in it. */
QcdcStatus memory_fail(QcdcError *error);
/* What these hand over is given back with qcdc_free(). @count zeroed items of @size bytes; NULL if there is no memory or the
 * product is too large. Never NULL for a count of 0. */
void *memory_try_new(size_t count, size_t size);
/* A terminated copy of @length bytes, or NULL. */
char *memory_try_copy(const char *bytes, size_t length);

/* A growable array of items of one size. Items move when it grows: keep numbers, not pointers. */
typedef struct Array {
    void *items;
    size_t count, capacity;
} Array;

/* The item @index of an array of @type, as an lvalue. */
#define ARRAY_AT(array, type, index) (((type *)(array)->items)[index])
/* A new zeroed last item, or NULL. */
#define ARRAY_ADD(array, type) ((type *)array_add(array, sizeof(type)))

bool array_reserve(Array *array, size_t more, size_t item_size);
void *array_add(Array *array, size_t item_size);
bool array_append(Array *array, const void *items, size_t count, size_t item_size);
/* Hands the items over (qcdc_free) and leaves the array empty. */
void *array_steal(Array *array);
void array_clear(Array *array);

/* Numbers by hash: open addressing over 32-bit hashes. What a number stands for, and equality, are the caller's. */
typedef struct HashIndex {
    struct HashSlot *slots;
    size_t count, capacity;
} HashIndex;

/* Is the item numbered @item of @context equal to @key? */
typedef bool (*HashIndexEquals)(const void *context, uint32_t item, const void *key);

bool hash_index_add(HashIndex *index, uint32_t hash, uint32_t item);
/* The number added first among the equal ones, or UINT32_MAX. */
uint32_t hash_index_find(const HashIndex *index, uint32_t hash, HashIndexEquals equals, const void *context, const void *key);
void hash_index_clear(HashIndex *index);
/* Keyed by @seed (draw one with hash_draw_seed), so that no file can be made whose texts all fall into one slot. */
uint32_t hash_bytes(uint64_t seed, const void *bytes, size_t length);
uint64_t hash_draw_seed(void);

/* Texts kept once each, numbered from 1 in the order they came; 0 is "". Pointers hold until the pool is cleared. */
typedef struct StringPool {
    Array chunks;  /* char *: blocks of texts */
    Array strings; /* struct PooledString */
    HashIndex index;
    uint64_t seed;
    char *free_bytes;
    size_t free_count;
} StringPool;

bool string_pool_intern(StringPool *pool, const char *bytes, size_t length, uint32_t *out_id);
/* The pooled copy of @bytes, or NULL. */
const char *string_pool_keep(StringPool *pool, const char *bytes, size_t length);
/* The number of a text that may be in the pool, or UINT32_MAX. */
uint32_t string_pool_find(const StringPool *pool, const char *bytes, size_t length);
const char *string_pool_get(const StringPool *pool, uint32_t id);
size_t string_pool_count(const StringPool *pool); /* "" included */
void string_pool_clear(StringPool *pool);

/* A growable text. Appending after a failure does nothing; ask for the failure once, at the end. */
typedef struct Text {
    char *bytes; /* NULL while empty; else terminated */
    size_t length, capacity;
    bool failed;
} Text;

void text_append(Text *text, const char *terminated);
void text_append_bytes(Text *text, const char *bytes, size_t length);
void text_append_character(Text *text, char character);
void text_append_number(Text *text, int64_t number);
void text_append_decimal(Text *text, QcdcDecimal value);
/* Makes it @length bytes long again, to write on from there. */
void text_cut(Text *text, size_t length);
/* Terminated, owned by the text; "" while empty and after a failure. */
const char *text_get(const Text *text);
/* Hands the text over (qcdc_free) and leaves an empty one; NULL after a failure. */
char *text_steal(Text *text);
void text_clear(Text *text);

#endif
