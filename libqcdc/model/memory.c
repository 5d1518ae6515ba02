/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "memory-private.h"

#include <glib.h>
#include <string.h>

enum {
    FIRST_CAPACITY = 16,
    CHUNK_SIZE = 64 * 1024, /* texts of units and sources are short; one block holds thousands */
    NUMBER_SIZE = 24        /* any 64-bit number with its sign */
};

QcdcStatus memory_fail(QcdcError *error)
{
    return qcdc_error_set(error, QCDC_STATUS_MEMORY, NULL, 0, 0, "out of memory", NULL, NULL);
}

void *memory_try_new(size_t count, size_t size)
{
    return g_try_malloc0_n(count > 0 ? count : 1, size > 0 ? size : 1);
}

char *memory_try_copy(const char *bytes, size_t length)
{
    char *copy = length < SIZE_MAX ? g_try_malloc0_n(length + 1, 1) : NULL;
    if (copy != NULL && length > 0)
        memcpy(copy, bytes, length);
    return copy;
}

void qcdc_free(void *memory)
{
    g_free(memory);
}

/* Arrays */

static size_t choose_capacity(size_t capacity, size_t wanted)
{
    size_t doubled = capacity <= SIZE_MAX / 2 ? 2 * capacity : SIZE_MAX;
    if (doubled < FIRST_CAPACITY)
        doubled = FIRST_CAPACITY;
    return doubled > wanted ? doubled : wanted;
}

bool array_reserve(Array *array, size_t more, size_t item_size)
{
    if (more <= array->capacity - array->count)
        return true;
    if (more > SIZE_MAX - array->count)
        return false;
    size_t capacity = choose_capacity(array->capacity, array->count + more);
    void *items = g_try_realloc_n(array->items, capacity, item_size);
    if (items == NULL)
        return false;
    array->items = items;
    array->capacity = capacity;
    return true;
}

void *array_add(Array *array, size_t item_size)
{
    if (!array_reserve(array, 1, item_size))
        return NULL;
    return memset((char *)array->items + array->count++ * item_size, 0, item_size);
}

bool array_append(Array *array, const void *items, size_t count, size_t item_size)
{
    if (!array_reserve(array, count, item_size))
        return false;
    if (count > 0)
        memcpy((char *)array->items + array->count * item_size, items, count * item_size);
    array->count += count;
    return true;
}

void *array_steal(Array *array)
{
    void *items = array->items;
    *array = (Array){0};
    return items;
}

void array_clear(Array *array)
{
    g_free(array_steal(array));
}

struct HashSlot {
    uint32_t hash;
    uint32_t item_plus_one; /* 0: a free slot */
};

static void put_in_slot(struct HashSlot *slots, size_t capacity, struct HashSlot slot)
{
    size_t place = slot.hash & (capacity - 1);
    while (slots[place].item_plus_one != 0)
        place = (place + 1) & (capacity - 1);
    slots[place] = slot;
}

/* Twice as large; the old slots are visited from the first free one on, so that equal items keep their order. */
static bool grow_slots(HashIndex *index)
{
    size_t capacity = index->capacity > 0 ? 2 * index->capacity : FIRST_CAPACITY;
    struct HashSlot *slots = g_try_malloc0_n(capacity, sizeof *slots);
    if (slots == NULL)
        return false;
    size_t start = 0;
    while (start < index->capacity && index->slots[start].item_plus_one != 0)
        start++;
    for (size_t i = 0; i < index->capacity; i++) {
        struct HashSlot slot = index->slots[(start + i) & (index->capacity - 1)];
        if (slot.item_plus_one != 0)
            put_in_slot(slots, capacity, slot);
    }
    g_free(index->slots);
    index->slots = slots;
    index->capacity = capacity;
    return true;
}

bool hash_index_add(HashIndex *index, uint32_t hash, uint32_t item)
{
    if (item == UINT32_MAX)
        return false;
    if (2 * (index->count + 1) > index->capacity && !grow_slots(index))
        return false;
    put_in_slot(index->slots, index->capacity, (struct HashSlot){hash, item + 1});
    index->count++;
    return true;
}

uint32_t hash_index_find(const HashIndex *index, uint32_t hash, HashIndexEquals equals, const void *context, const void *key)
{
    if (index->capacity == 0)
        return UINT32_MAX;
    for (size_t place = hash & (index->capacity - 1);; place = (place + 1) & (index->capacity - 1)) {
        struct HashSlot slot = index->slots[place];
        if (slot.item_plus_one == 0)
            return UINT32_MAX;
        if (slot.hash == hash && equals(context, slot.item_plus_one - 1, key))
            return slot.item_plus_one - 1;
    }
}

void hash_index_clear(HashIndex *index)
{
    g_free(index->slots);
    *index = (HashIndex){0};
}

/* SipHash-1-3 (Aumasson and Bernstein, 2012), its result folded to 32 bits. */
typedef struct SipState {
    uint64_t a, b, c, d;
} SipState;

static uint64_t rotate(uint64_t word, unsigned bits)
{
    return word << bits | word >> (64 - bits);
}

static void stir(SipState *state)
{
    state->a += state->b;
    state->c += state->d;
    state->b = rotate(state->b, 13) ^ state->a;
    state->d = rotate(state->d, 16) ^ state->c;
    state->a = rotate(state->a, 32) + state->d;
    state->c += state->b;
    state->d = rotate(state->d, 21) ^ state->a;
    state->b = rotate(state->b, 17) ^ state->c;
    state->c = rotate(state->c, 32);
}

static void absorb(SipState *state, uint64_t word)
{
    state->d ^= word;
    stir(state);
    state->a ^= word;
}

uint32_t hash_bytes(uint64_t seed, const void *bytes, size_t length)
{
    SipState state = {UINT64_C(0x736f6d6570736575) ^ seed, UINT64_C(0x646f72616e646f6d), UINT64_C(0x6c7967656e657261) ^ seed,
                      UINT64_C(0x7465646279746573)};
    const unsigned char *byte = bytes;
    uint64_t word;
    size_t left = length;
    for (; left >= sizeof word; left -= sizeof word, byte += sizeof word) {
        memcpy(&word, byte, sizeof word);
        absorb(&state, word);
    }
    word = (uint64_t)length << 56;
    for (size_t i = 0; i < left; i++)
        word |= (uint64_t)byte[i] << (8 * i);
    absorb(&state, word);
    state.c ^= 0xff;
    for (int i = 0; i < 3; i++)
        stir(&state);
    uint64_t hash = state.a ^ state.b ^ state.c ^ state.d;
    return (uint32_t)(hash ^ hash >> 32);
}

uint64_t hash_draw_seed(void)
{
    return (uint64_t)g_random_int() << 32 | g_random_int();
}

/* String pool */

struct PooledString {
    const char *bytes;
    size_t length;
};

static bool pooled_equals(const void *context, uint32_t item, const void *key)
{
    const StringPool *pool = context;
    const struct PooledString *left = &ARRAY_AT(&pool->strings, struct PooledString, item), *right = key;
    return left->length == right->length && memcmp(left->bytes, right->bytes, right->length) == 0;
}

/* Room for @size bytes in the last block, or in a new one. */
static bool find_room(StringPool *pool, size_t size)
{
    if (size <= pool->free_count)
        return true;
    size_t chunk_size = size > CHUNK_SIZE ? size : CHUNK_SIZE;
    if (!array_reserve(&pool->chunks, 1, sizeof(char *)))
        return false;
    char *chunk = g_try_malloc0_n(chunk_size, 1);
    if (chunk == NULL)
        return false;
    array_append(&pool->chunks, &chunk, 1, sizeof chunk);
    pool->free_bytes = chunk;
    pool->free_count = chunk_size;
    return true;
}

static uint32_t hash_string(const StringPool *pool, const char *bytes, size_t length)
{
    return hash_bytes(pool->seed, bytes, length);
}

static bool add_string(StringPool *pool, const char *bytes, size_t length, uint32_t *out_id)
{
    if (pool->strings.count >= UINT32_MAX - 1 || length == SIZE_MAX || !find_room(pool, length + 1) ||
        !array_reserve(&pool->strings, 1, sizeof(struct PooledString)) ||
        !hash_index_add(&pool->index, hash_string(pool, bytes, length), (uint32_t)pool->strings.count))
        return false;
    memcpy(pool->free_bytes, bytes, length);
    struct PooledString added = {pool->free_bytes, length};
    pool->free_bytes += length + 1; /* blocks are zeroed: the terminator is there */
    pool->free_count -= length + 1;
    array_append(&pool->strings, &added, 1, sizeof added);
    *out_id = (uint32_t)pool->strings.count;
    return true;
}

bool string_pool_intern(StringPool *pool, const char *bytes, size_t length, uint32_t *out_id)
{
    if (length > 0 && pool->seed == 0)
        pool->seed = hash_draw_seed() | 1;
    uint32_t known = string_pool_find(pool, bytes, length);
    if (known == UINT32_MAX)
        return add_string(pool, bytes, length, out_id);
    *out_id = known;
    return true;
}

const char *string_pool_keep(StringPool *pool, const char *bytes, size_t length)
{
    uint32_t id;
    return string_pool_intern(pool, bytes, length, &id) ? string_pool_get(pool, id) : NULL;
}

uint32_t string_pool_find(const StringPool *pool, const char *bytes, size_t length)
{
    if (length == 0)
        return 0;
    struct PooledString key = {bytes, length};
    uint32_t item = hash_index_find(&pool->index, hash_string(pool, bytes, length), pooled_equals, pool, &key);
    return item == UINT32_MAX ? UINT32_MAX : item + 1;
}

const char *string_pool_get(const StringPool *pool, uint32_t id)
{
    return id == 0 || id > pool->strings.count ? "" : ARRAY_AT(&pool->strings, struct PooledString, id - 1).bytes;
}

size_t string_pool_count(const StringPool *pool)
{
    return pool->strings.count + 1;
}

void string_pool_clear(StringPool *pool)
{
    for (size_t i = 0; i < pool->chunks.count; i++)
        g_free(ARRAY_AT(&pool->chunks, char *, i));
    array_clear(&pool->chunks);
    array_clear(&pool->strings);
    hash_index_clear(&pool->index);
    *pool = (StringPool){0};
}

/* Text */

static bool make_room(Text *text, size_t more)
{
    if (text->failed)
        return false;
    if (more < text->capacity - text->length) /* one more for the terminator */
        return true;
    char *bytes = NULL;
    size_t capacity = 0;
    if (more < SIZE_MAX - text->length) {
        capacity = choose_capacity(text->capacity, text->length + more + 1);
        bytes = g_try_realloc_n(text->bytes, capacity, 1);
    }
    text->failed = bytes == NULL;
    if (text->failed)
        return false;
    text->bytes = bytes;
    text->capacity = capacity;
    return true;
}

void text_append_bytes(Text *text, const char *bytes, size_t length)
{
    if (!make_room(text, length))
        return;
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void text_append(Text *text, const char *terminated)
{
    text_append_bytes(text, terminated, strlen(terminated));
}

void text_append_character(Text *text, char character)
{
    text_append_bytes(text, &character, 1);
}

void text_append_number(Text *text, int64_t number)
{
    char digits[NUMBER_SIZE];
    size_t start = sizeof digits;
    uint64_t magnitude = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--start] = (char)('0' + magnitude % 10);
        magnitude /= 10;
    } while (magnitude > 0);
    if (number < 0)
        digits[--start] = '-';
    text_append_bytes(text, digits + start, sizeof digits - start);
}

void text_append_decimal(Text *text, QcdcDecimal value)
{
    char digits[QCDC_DECIMAL_TEXT_SIZE];
    text_append_bytes(text, digits, qcdc_decimal_to_text(value, digits, sizeof digits));
}

void text_cut(Text *text, size_t length)
{
    if (length < text->length) {
        text->length = length;
        text->bytes[length] = '\0';
    }
}

const char *text_get(const Text *text)
{
    return text->bytes == NULL || text->failed ? "" : text->bytes;
}

char *text_steal(Text *text)
{
    if (text->bytes == NULL && !text->failed)
        text_append_bytes(text, "", 0);
    char *bytes = text->failed ? NULL : text->bytes;
    if (text->failed)
        g_free(text->bytes);
    *text = (Text){0};
    return bytes;
}

void text_clear(Text *text)
{
    g_free(text->bytes);
    *text = (Text){0};
}
