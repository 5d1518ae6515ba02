/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib.h>

#include "expect.h"
#include "model/catalog-private.h"
#include "model/memory-private.h"
#include "suite.h"
#include "tables.h"

/* The layer's allocations come here, since a program's own functions go before those of a library. The one whose turn it is
 * fails; live blocks are counted. */
enum {
    MOST_BYTES = 1 << 30 /* as if there were no more memory than this */
};

static long allowed = -1; /* -1: all */
static long live;

static bool is_allowed(size_t count, size_t size)
{
    if (allowed == 0 || (size > 0 && count > MOST_BYTES / size))
        return false;
    allowed -= allowed > 0;
    return true;
}

gpointer g_try_malloc0_n(gsize count, gsize size)
{
    gpointer block = is_allowed(count, size) ? calloc(count, size) : NULL;
    live += block != NULL;
    return block;
}

gpointer g_try_realloc_n(gpointer block, gsize count, gsize size)
{
    gpointer moved = is_allowed(count, size) ? realloc(block, count * size) : NULL;
    live += moved != NULL && block == NULL;
    return moved;
}

void(g_free)(gpointer block)
{
    live -= block != NULL;
    free(block);
}

static void arrays_grow(void)
{
    Array array = { 0 };
    for (int i = 0; i < 1000; i++) {
        int *item = ARRAY_ADD(&array, int);
        CU_ASSERT_PTR_NOT_NULL_FATAL(item);
        CU_ASSERT_EQUAL(*item, 0);
        *item = i;
    }
    int more[] = { 7, 8 };
    CU_ASSERT(array_append(&array, more, 2, sizeof more[0]));
    CU_ASSERT_EQUAL(array.count, 1002);
    CU_ASSERT_EQUAL(ARRAY_AT(&array, int, 999), 999);
    CU_ASSERT_EQUAL(ARRAY_AT(&array, int, 1001), 8);
    array_clear(&array);
    array_clear(&array);
    CU_ASSERT_EQUAL(array.count, 0);
    CU_ASSERT_EQUAL(live, 0);
}

static void sizes_that_overflow_are_refused(void)
{
    Array array = { 0 };
    Text text = { 0 };
    CU_ASSERT_PTR_NULL(memory_try_new(SIZE_MAX / 2, 4));
    CU_ASSERT_PTR_NULL(memory_try_copy("", SIZE_MAX));
    CU_ASSERT_FALSE(array_reserve(&array, SIZE_MAX, 1));
    CU_ASSERT_FALSE(array_reserve(&array, SIZE_MAX / 2, 8));
    CU_ASSERT_PTR_NOT_NULL_FATAL(array_add(&array, 8));
    CU_ASSERT_FALSE(array_reserve(&array, SIZE_MAX, 8));
    text_append(&text, "a");
    text_append_bytes(&text, "b", SIZE_MAX - 1);
    CU_ASSERT(text.failed);
    text_append(&text, "c");
    CU_ASSERT_STRING_EQUAL(text_get(&text), "");
    CU_ASSERT_PTR_NULL(text_steal(&text));
    array_clear(&array);
    CU_ASSERT_EQUAL(live, 0);
}

static bool is_number(const void *context, uint32_t item, const void *key)
{
    return ((const int *)context)[item] == *(const int *)key;
}

static void an_index_finds_the_first_of_equal_ones(void)
{
    enum { COUNT = 5000 };
    static int numbers[COUNT];
    HashIndex index = { 0 };
    int key = 3;
    CU_ASSERT_EQUAL(hash_index_find(&index, 0, is_number, numbers, &key), UINT32_MAX);
    for (int i = 0; i < COUNT; i++) {
        numbers[i] = i % 1000;
        /* few hashes, so that places are fought for, at the end of the table too */
        CU_ASSERT_FATAL(hash_index_add(&index, UINT32_MAX - (uint32_t)(i % 10), (uint32_t)i));
    }
    for (key = 0; key < 1000; key++)
        CU_ASSERT_EQUAL(hash_index_find(&index, UINT32_MAX - (uint32_t)(key % 10), is_number, numbers, &key), (uint32_t)key);
    key = 1000;
    CU_ASSERT_EQUAL(hash_index_find(&index, UINT32_MAX, is_number, numbers, &key), UINT32_MAX);
    CU_ASSERT_FALSE(hash_index_add(&index, 0, UINT32_MAX));
    hash_index_clear(&index);
}

static void equal_bytes_have_one_hash_under_one_key(void)
{
    static const char text[] = "đơn khiếu nại, tố cáo";
    for (size_t length = 0; length < sizeof text; length++) {
        char copy[sizeof text + 1];
        memcpy(copy + 1, text, length);
        CU_ASSERT_EQUAL(hash_bytes(1, text, length), hash_bytes(1, copy + 1, length));
        CU_ASSERT_NOT_EQUAL(hash_bytes(1, text, length), hash_bytes(2, text, length));
    }
}

static void texts_are_kept_once(void)
{
    StringPool pool = { 0 };
    uint32_t first, again, other, empty;
    CU_ASSERT_FATAL(string_pool_intern(&pool, "đơn vị", strlen("đơn vị"), &first));
    CU_ASSERT_FATAL(string_pool_intern(&pool, "đơn vị khác", strlen("đơn vị"), &again));
    CU_ASSERT_FATAL(string_pool_intern(&pool, "đơn", strlen("đơn"), &other));
    CU_ASSERT_FATAL(string_pool_intern(&pool, "", 0, &empty));
    CU_ASSERT_EQUAL(first, again);
    CU_ASSERT_NOT_EQUAL(first, other);
    CU_ASSERT_EQUAL(empty, 0);
    CU_ASSERT_EQUAL(string_pool_count(&pool), 3);
    CU_ASSERT_STRING_EQUAL(string_pool_get(&pool, first), "đơn vị");
    CU_ASSERT_STRING_EQUAL(string_pool_get(&pool, 0), "");
    CU_ASSERT_STRING_EQUAL(string_pool_get(&pool, 99), "");
    CU_ASSERT_EQUAL(string_pool_find(&pool, "x", 1), UINT32_MAX);
    CU_ASSERT_PTR_EQUAL(string_pool_keep(&pool, "đơn", strlen("đơn")), string_pool_get(&pool, other));
    string_pool_clear(&pool);
    CU_ASSERT_EQUAL(live, 0);
}

static void a_text_larger_than_a_block_is_kept(void)
{
    enum { LENGTH = 300000 };
    StringPool pool = { 0 };
    char *large = calloc(LENGTH, 1);
    memset(large, 'x', LENGTH);
    const char *small = string_pool_keep(&pool, "small", 5), *kept = string_pool_keep(&pool, large, LENGTH);
    CU_ASSERT_PTR_NOT_NULL_FATAL(kept);
    CU_ASSERT_EQUAL(strlen(kept), LENGTH);
    CU_ASSERT_STRING_EQUAL(string_pool_keep(&pool, "after", 5), "after");
    CU_ASSERT_STRING_EQUAL(small, "small");
    string_pool_clear(&pool);
    free(large);
}

static void texts_are_built(void)
{
    Text text = { 0 };
    CU_ASSERT_STRING_EQUAL(text_get(&text), "");
    text_append(&text, "số ");
    text_append_number(&text, INT64_MIN);
    text_append_character(&text, ' ');
    text_append_number(&text, 0);
    text_append_character(&text, ' ');
    text_append_decimal(&text, (QcdcDecimal){ .coefficient = -5, .decimals = 2 });
    CU_ASSERT_STRING_EQUAL(text_get(&text), "số -9223372036854775808 0 -0.05");
    text_cut(&text, strlen("số"));
    text_cut(&text, 100);
    char *stolen = text_steal(&text);
    CU_ASSERT_STRING_EQUAL(stolen, "số");
    CU_ASSERT_STRING_EQUAL(text_get(&text), "");
    qcdc_free(stolen);
    char *empty = text_steal(&text);
    CU_ASSERT_STRING_EQUAL(empty, "");
    qcdc_free(empty);
    qcdc_free(NULL);
    CU_ASSERT_EQUAL(live, 0);
}

/* One run of the whole layer, with faults in it; what it comes to when an allocation fails is MEMORY, not a crash. */
static QcdcStatus run_layer(QcdcFindings *findings)
{
    static const char units[] = "code,name,level,parent,id,valid_from,valid_to,groups,x_phone\n"
                                "t,Tỉnh,0,,,,,,123\na,Xã A,1,t,,,2021-06-30,một|hai,\nb,Xã B,1,t,,,,,\na,Xã A2,1,t,k,2021-07-01,,,\n"
                                "c,C,1,nowhere,,,,,\n";
    static const char indicators[] = "code,name,nature,measure,formula,part_of,reporters\n"
                                     "x,X,flow,đơn,,,1\ny,Y,flow,đơn,x + prev(x),x:kind,một\nr,R,ratio,%,x / (y + 2*x),,\n";
    static const char rows[] = "unit,indicator,period,value,hedge,source,x_note\n"
                               "b,x,2022,7,hơn,S1,n\nb,x,2022,8,,S1,\nb,x,2021-Q1,9,,S2,n\nnowhere,x,2022,1,,,\n";
    QcdcCatalogBuilder *catalogs = NULL;
    QcdcDatasetBuilder *datasets = NULL;
    QcdcCatalog *catalog = NULL;
    QcdcDataset *dataset = NULL;
    QcdcStatus status = qcdc_catalog_builder_new(&catalogs, NULL);
    if (status == QCDC_OK)
        status = table_add("units.csv", units, table_unit_field, QCDC_UNIT_FIELD_END, table_add_unit, catalogs, findings, NULL);
    if (status == QCDC_OK)
        status = table_add("indicators.csv", indicators, table_indicator_field, QCDC_INDICATOR_FIELD_END, table_add_indicator,
                           catalogs, findings, NULL);
    if (status == QCDC_OK)
        status = qcdc_catalog_builder_add_plan(catalogs, "central", "kế hoạch", NULL);
    if (status == QCDC_OK)
        status = catalog_builder_freeze_for_checks(catalogs, findings, &catalog, NULL);
    if (catalog != NULL)
        status = qcdc_dataset_builder_new(catalog, 0, &datasets, NULL);
    if (status == QCDC_OK && datasets != NULL)
        status = tables_add_observations(datasets, rows, findings, NULL);
    if (status == QCDC_OK && datasets != NULL)
        status = qcdc_dataset_builder_freeze(datasets, findings, &dataset, NULL);
    qcdc_catalog_builder_free(catalogs);
    qcdc_dataset_builder_free(datasets);
    qcdc_catalog_unref(catalog);
    qcdc_dataset_unref(dataset);
    return status;
}

static void every_failed_allocation_is_told_and_nothing_is_lost(void)
{
    long count = 0;
    QcdcStatus status = QCDC_STATUS_MEMORY;
    for (; status == QCDC_STATUS_MEMORY && count < 10000; count++) {
        QcdcFindings *findings = NULL;
        allowed = count;
        status = qcdc_findings_new(0, &findings, NULL);
        if (status == QCDC_OK)
            status = run_layer(findings);
        allowed = -1;
        qcdc_findings_free(findings);
        CU_ASSERT_EQUAL_FATAL(live, 0);
    }
    printf("# %ld allocations\n", count - 1);
    CU_ASSERT(count > 50);
    CU_ASSERT_EQUAL(status, QCDC_STATUS_FINDINGS);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "arrays grow", arrays_grow },
        { "sizes that overflow are refused", sizes_that_overflow_are_refused },
        { "an index finds the first of equal ones", an_index_finds_the_first_of_equal_ones },
        { "equal bytes have one hash under one key", equal_bytes_have_one_hash_under_one_key },
        { "texts are kept once", texts_are_kept_once },
        { "a text larger than a block is kept", a_text_larger_than_a_block_is_kept },
        { "texts are built", texts_are_built },
        { "every failed allocation is told and nothing is lost", every_failed_allocation_is_told_and_nothing_is_lost },
    };
    return SUITE_RUN("memory", tests, argc, argv);
}
