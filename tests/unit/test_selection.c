/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "analysis/selection-private.h"
#include "cells.h"
#include "suite.h"

#define UNITS \
    "code;name;level;parent;kind;groups;level_name;text_name;own_name\n" \
    "p;Tỉnh A;0;;;;;toàn tỉnh;\n" \
    "d1;Huyện 1;1;p;;nui;các huyện;;văn phòng huyện\n" \
    "x1;Xã 1;2;d1;;bien|nui;;;\n" \
    "x2;Xã 2;2;d1;;;;;\n" \
    "d2;Huyện 2;1;p;;;;;\n" \
    "q;Tỉnh B;0;;;;;;\n"

#define INDICATORS \
    "code;name;nature;measure;part_of\n" \
    "all;Tất cả;flow;đơn;\n" \
    "some;Một phần;flow;đơn;all\n" \
    "few;Ít;flow;đơn;some:nhóm\n" \
    "other;Khác;flow;đơn;\n"

static const Figures figures = {UNITS, INDICATORS,
                                "unit;indicator;period;value;obs_status\nd1;all;2022;1;\nx1;all;2022;2;\np;other;2022;;O\n", NULL,
                                "bien=các đơn vị ven biển", NULL};

/* "p(p#own d1 d2)[e] …": subjects by code, then blocks as head(parts). */
static void subjects_to_text(const Subjects *subjects, char *text, size_t size)
{
    text[0] = '\0';
    for (size_t i = 0; i < subjects->count; i++) {
        strncat(text, i > 0 ? " " : "", size - strlen(text) - 1);
        strncat(text, subjects->items[i].code, size - strlen(text) - 1);
    }
    for (size_t b = 0; b < subjects->block_count; b++) {
        const Block *block = &subjects->blocks[b];
        strncat(text, " | ", size - strlen(text) - 1);
        strncat(text, subjects->items[block->head].code, size - strlen(text) - 1);
        for (size_t i = 0; i < block->part_count; i++) {
            strncat(text, i == 0 ? ": " : " ", size - strlen(text) - 1);
            strncat(text, subjects->items[subjects->parts[block->first_part + i]].code, size - strlen(text) - 1);
        }
    }
}

static void expect_subjects(const char *unit, QcdcBy by, int32_t depth, const char *expected)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcSelection selection = {.unit = unit, .by = by, .depth = depth};
    Subjects subjects = {0};
    QcdcError error = {0};
    char text[512];
    if (figures_check(selection_find_subjects(cube, &selection, cells_period("2022"), &subjects, &error), &error)) {
        subjects_to_text(&subjects, text, sizeof text);
        CU_ASSERT_STRING_EQUAL(text, expected);
        if (strcmp(text, expected) != 0)
            printf("# expected \"%s\"\n# is       \"%s\"\n", expected, text);
    }
    subjects_clear(&subjects);
    qcdc_cube_unref(cube);
}

static void without_a_unit_every_root(void)
{
    expect_subjects(NULL, QCDC_BY_NONE, 0, "p q | p | q");
    expect_subjects("x2", QCDC_BY_CHILD, 0, "x2 | x2");
}

static void own_stands_first_and_only_with_a_row(void)
{
    expect_subjects("p", QCDC_BY_CHILD, 0, "p p#own d1 d2 | p: p#own d1 d2");
    expect_subjects("p", QCDC_BY_CHILD, 2, "p p#own d1 d1#own x1 x2 d2 | p: p#own d1 d2 | d1: d1#own x1 x2");
    expect_subjects("p", QCDC_BY_CHILD, QCDC_DEPTH_ALL, "p p#own d1 d1#own x1 x2 d2 | p: p#own d1 d2 | d1: d1#own x1 x2");
}

static void levels_and_groups_are_parts(void)
{
    expect_subjects("p", QCDC_BY_LEVEL, 0, "p p#own level:1 level:2 | p: p#own level:1 level:2");
    expect_subjects("p", QCDC_BY_LEVEL, 2, "p p#own level:1 level:2 d1 d1#own level:2 | p: p#own level:1 level:2 | d1: d1#own level:2");
    expect_subjects("p", QCDC_BY_GROUP, 0, "p p#own group:bien group:nui | p: p#own group:bien group:nui");
    expect_subjects("d2", QCDC_BY_GROUP, 0, "d2 | d2");
}

static void names_come_from_the_tables(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    QcdcSelection by_level = {.unit = "p", .by = QCDC_BY_LEVEL}, by_child = {.unit = "d1", .by = QCDC_BY_CHILD};
    QcdcSelection by_group = {.unit = "p", .by = QCDC_BY_GROUP};
    Subjects subjects = {0};
    selection_find_subjects(cube, &by_level, cells_period("2022"), &subjects, NULL);
    CU_ASSERT_STRING_EQUAL(subjects.items[0].text_name, "toàn tỉnh");
    CU_ASSERT_STRING_EQUAL(subjects.items[0].name, "Tỉnh A");
    CU_ASSERT_STRING_EQUAL(subjects.items[1].name, "riêng Tỉnh A");
    CU_ASSERT_STRING_EQUAL(subjects.items[2].text_name, "các huyện");
    CU_ASSERT_STRING_EQUAL(subjects.items[3].name, "cấp 2");
    subjects_clear(&subjects);
    selection_find_subjects(cube, &by_child, cells_period("2022"), &subjects, NULL);
    CU_ASSERT_STRING_EQUAL(subjects.items[1].text_name, "văn phòng huyện");
    subjects_clear(&subjects);
    selection_find_subjects(cube, &by_group, cells_period("2022"), &subjects, NULL);
    CU_ASSERT_STRING_EQUAL(subjects.items[2].text_name, "các đơn vị ven biển");
    CU_ASSERT_STRING_EQUAL(subjects.items[3].text_name, "nui");
    subjects_clear(&subjects);
    qcdc_cube_unref(cube);
}

/* D23: levels are own figures; groups take the topmost members, whole */
static void parts_have_cells(void)
{
    static const Figures more = {UNITS, INDICATORS,
                                 "unit;indicator;period;value\nd1;all;2022;1\nx1;all;2022;20\nx2;all;2022;300\nd2;all;2022;4000\n", NULL, NULL, NULL};
    static const struct {
        QcdcBy by;
        size_t subject;
        int64_t value;
        uint32_t valued, expected;
    } cases[] = {
        {QCDC_BY_LEVEL, 1, 4001, 1, 1}, {QCDC_BY_LEVEL, 2, 320, 2, 2}, {QCDC_BY_GROUP, 1, 321, 2, 2}, {QCDC_BY_GROUP, 2, 20, 1, 1},
    };
    QcdcCube *cube = figures_make_cube(&more, QCDC_MISSING_DEFAULT);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcSelection selection = {.unit = "p", .by = cases[i].by};
        Subjects subjects = {0};
        QcdcCell cell = {0};
        selection_find_subjects(cube, &selection, cells_period("2022"), &subjects, NULL);
        CU_ASSERT_EQUAL(subject_read_cell(cube, &subjects.items[cases[i].subject], 0, cells_period("2022"), 0, &cell, NULL), QCDC_OK);
        CU_ASSERT_EQUAL(cell.figure.value.coefficient, cases[i].value);
        CU_ASSERT_EQUAL(cell.valued, cases[i].valued);
        CU_ASSERT_EQUAL(cell.expected, cases[i].expected);
        subjects_clear(&subjects);
    }
    qcdc_cube_unref(cube);
}

static void expect_indicators(const char *const *codes, size_t count, QcdcBy by, int32_t depth, const char *expected)
{
    QcdcDataset *dataset = figures_make_dataset(&figures);
    const QcdcCatalog *catalog = qcdc_dataset_get_catalog(dataset);
    QcdcSelection selection = {.indicators = codes, .indicator_count = count, .by = by, .depth = depth};
    QcdcIndicatorId *indicators = NULL;
    bool *named = NULL;
    size_t found = 0;
    char text[128] = "";
    CU_ASSERT_EQUAL(selection_find_indicators(catalog, &selection, &indicators, &named, &found, NULL), QCDC_OK);
    for (size_t i = 0; i < found; i++) {
        strcat(text, i > 0 ? " " : "");
        strcat(text, qcdc_catalog_get_indicator_text(catalog, indicators[i], QCDC_INDICATOR_CODE));
        strcat(text, named[i] ? "*" : "");
    }
    CU_ASSERT_STRING_EQUAL(text, expected);
    qcdc_free(indicators);
    qcdc_free(named);
    qcdc_dataset_unref(dataset);
}

static void by_indicator_adds_the_parts(void)
{
    static const char *const all[] = {"all"}, *const two[] = {"other", "some"};
    expect_indicators(NULL, 0, QCDC_BY_NONE, 0, "all some few other");
    expect_indicators(all, 1, QCDC_BY_NONE, 0, "all*");
    expect_indicators(all, 1, QCDC_BY_INDICATOR, 0, "all* some");
    expect_indicators(all, 1, QCDC_BY_INDICATOR, 2, "all* some few");
    expect_indicators(all, 1, QCDC_BY_INDICATOR, QCDC_DEPTH_ALL, "all* some few");
    expect_indicators(two, 2, QCDC_BY_NONE, 0, "some* other*");
}

static void what_is_not_there_is_said(void)
{
    QcdcCube *cube = figures_make_cube(&figures, QCDC_MISSING_DEFAULT);
    static const char *const codes[] = {"nothing"};
    QcdcSelection no_unit = {.unit = "zz"}, no_indicator = {.indicators = codes, .indicator_count = 1};
    Subjects subjects = {0};
    QcdcIndicatorId *indicators = NULL;
    bool *named = NULL;
    size_t count = 0;
    QcdcError error = {0};
    CU_ASSERT_EQUAL(selection_find_subjects(cube, &no_unit, cells_period("2022"), &subjects, &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(selection_find_indicators(qcdc_dataset_get_catalog(qcdc_cube_get_dataset(cube)), &no_indicator, &indicators, &named, &count, &error), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(selection_find_subjects(cube, &no_unit, cells_period("1999"), &subjects, &error), QCDC_STATUS_NOT_FOUND);
    qcdc_cube_unref(cube);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"without a unit every root", without_a_unit_every_root},
        {"u#own stands first and only with a row (S11, W11)", own_stands_first_and_only_with_a_row},
        {"levels and groups are parts (D23)", levels_and_groups_are_parts},
        {"names come from the tables", names_come_from_the_tables},
        {"parts have cells (D23)", parts_have_cells},
        {"by indicator adds the parts (W11)", by_indicator_adds_the_parts},
        {"what is not there is said", what_is_not_there_is_said},
    };
    return SUITE_RUN("selection", tests, argc, argv);
}
