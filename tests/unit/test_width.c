/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "expect.h"
#include "suite.h"
#include "language/width-private.h"

static void letters_take_their_columns(void)
{
    static const struct {
        const char *text;
        size_t width;
    } rows[] = {
        {"", 0},
        {"abc", 3},
        {"Tiếp công dân", 13},
        {"Tie\xcc\x82\xcc\x81p", 4}, /* decomposed: two marks on the e */
        {"Đặc khu", 7},
        {"漢字", 4},
        {"한글", 4},
        {"Ａ", 2},
        {"a\xe2\x80\x8bz", 2}, /* zero width space */
        {"e\xef\xb8\x8f", 1},  /* variation selector */
        {"😀", 2},
        {"km²", 3},
        {"–…", 2},
        {"\xef\xbb\xbf" "a", 1},
    };
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        expect_number(rows[row].text, (int64_t)width_of_text(rows[row].text, strlen(rows[row].text)), (int64_t)rows[row].width);
}

static void broken_bytes_take_one_column_each(void)
{
    size_t length = 0;
    CU_ASSERT_EQUAL(width_of_text("\xff\xfe", 2), 2);
    CU_ASSERT_EQUAL(width_of_text("a\xe1\xba", 3), 3);
    CU_ASSERT_EQUAL(width_decode("\xe1\xba", 2, &length), 0xFFFD);
    CU_ASSERT_EQUAL(length, 1);
    CU_ASSERT_EQUAL(width_decode("\xe1\xba\xbf", 3, &length), 0x1EBF);
    CU_ASSERT_EQUAL(length, 3);
}

static void ranges_end_where_they_end(void)
{
    CU_ASSERT_EQUAL(width_of_character(0x02FF), 1);
    CU_ASSERT_EQUAL(width_of_character(0x0300), 0);
    CU_ASSERT_EQUAL(width_of_character(0x036F), 0);
    CU_ASSERT_EQUAL(width_of_character(0x0370), 1);
    CU_ASSERT_EQUAL(width_of_character(0x10FF), 1);
    CU_ASSERT_EQUAL(width_of_character(0x1100), 2);
    CU_ASSERT_EQUAL(width_of_character(0x9FFF), 2);
    CU_ASSERT_EQUAL(width_of_character(0x3FFFD), 2);
    CU_ASSERT_EQUAL(width_of_character(0x3FFFE), 1);
    CU_ASSERT_EQUAL(width_of_character(0x10FFFF), 1);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"letters take their columns", letters_take_their_columns},
        {"broken bytes take one column each", broken_bytes_take_one_column_each},
        {"ranges end where they end", ranges_end_where_they_end},
    };
    return SUITE_RUN("width", tests, argc, argv);
}
