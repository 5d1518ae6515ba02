/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/text.h>

#include <stdlib.h>

#include "expect.h"
#include "suite.h"

#define GRAVE "\xCC\x80"
#define ACUTE "\xCC\x81"
#define CIRCUMFLEX "\xCC\x82"
#define TILDE "\xCC\x83"
#define BREVE "\xCC\x86"
#define HOOK "\xCC\x89"
#define HORN "\xCC\x9B"
#define DOT "\xCC\xA3"
#define TONE_GRAVE "\xCD\x80" /* U+0340 */
#define TONE_ACUTE "\xCD\x81" /* U+0341 */
#define CEDILLA "\xCC\xA7"

static void expect_composed(const char *text, const char *wanted)
{
    char buffer[256];
    size_t length = qcdc_text_compose(text, strlen(text), buffer, sizeof buffer);
    expect_text(text, buffer, wanted);
    expect_number(text, (int64_t)length, (int64_t)strlen(wanted));
}

static void letters_and_marks_become_one_letter(void)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        { "", "" },
        { "Tie" CIRCUMFLEX ACUTE "p co" CIRCUMFLEX "ng da" CIRCUMFLEX "n", "Tiếp công dân" },
        { "e" CIRCUMFLEX DOT, "ệ" },
        { "e" DOT CIRCUMFLEX, "ệ" },
        { "ẹ" CIRCUMFLEX, "ệ" },
        { "ê" DOT, "ệ" },
        { "u" HORN HOOK, "ử" },
        { "u" HOOK HORN, "ử" },
        { "o" HORN TILDE DOT, "ợ" TILDE },
        { "A" BREVE GRAVE, "Ằ" },
        { "a" TONE_ACUTE, "á" },
        { "a" TONE_GRAVE DOT, "ạ" GRAVE },
        { "ế" ACUTE, "ế" ACUTE },
        { "a" ACUTE CIRCUMFLEX, "á" CIRCUMFLEX },
        { "đ" ACUTE, "đ" ACUTE },
        { "x" ACUTE DOT, "x" DOT ACUTE },
        { "7" TILDE, "7" TILDE },
        { "c" CEDILLA ACUTE, "c" CEDILLA ACUTE },
        { ACUTE "a", ACUTE "a" },
        { "tỷ lệ 84,7%", "tỷ lệ 84,7%" },
        { "e\xCC", "e\xCC" },
        { "\xFF" ACUTE, "\xFF" ACUTE },
        { "€" ACUTE, "€" ACUTE },
        { "😀" ACUTE, "😀" ACUTE },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        expect_composed(cases[i].text, cases[i].wanted);
}

static void a_text_that_does_not_fit_is_cut_between_characters(void)
{
    char buffer[8] = "";
    CU_ASSERT_EQUAL(qcdc_text_compose("lê" DOT "ê" DOT, strlen("lê" DOT "ê" DOT), buffer, 6), 7);
    CU_ASSERT_STRING_EQUAL(buffer, "lệ");
    CU_ASSERT_EQUAL(qcdc_text_compose("e" ACUTE, 3, NULL, 0), 2);
    CU_ASSERT_EQUAL(qcdc_text_compose(NULL, 0, buffer, sizeof buffer), 0);
    CU_ASSERT_STRING_EQUAL(buffer, "");
}

static void a_letter_with_a_million_marks_is_done_soon(void)
{
    enum { MARKS = 1000000 };
    char *text = malloc(1 + 2 * MARKS), *composed = malloc(2 + 2 * MARKS);
    text[0] = 'o';
    for (size_t i = 0; i < MARKS; i++)
        memcpy(text + 1 + 2 * i, i % 3 == 0 ? ACUTE : i % 3 == 1 ? DOT : HORN, 2);
    size_t length = qcdc_text_compose(text, 1 + 2 * MARKS, composed, 2 + 2 * MARKS);
    CU_ASSERT_EQUAL(memcmp(composed, "ợ", 3), 0);
    CU_ASSERT_EQUAL(length, 3 + 2 * (MARKS - 2));
    free(text);
    free(composed);
}

static void utf8_is_told_from_other_bytes(void)
{
    static const char *const good[] = { "", "a", "đơn", "€", "😀", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF" };
    static const char *const bad[] = { "\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80", "\xE1\xBB",
                                       "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xFEz" };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        expect(qcdc_text_is_utf8(good[i], strlen(good[i])), good[i], "is UTF-8");
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect(!qcdc_text_is_utf8(bad[i], strlen(bad[i])), bad[i], "is not UTF-8");
    CU_ASSERT(qcdc_text_is_utf8("a\0b", 3));
    CU_ASSERT(qcdc_text_is_utf8(NULL, 0));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "letters and marks become one letter", letters_and_marks_become_one_letter },
        { "a text that does not fit is cut between characters", a_text_that_does_not_fit_is_cut_between_characters },
        { "a letter with a million marks is done soon", a_letter_with_a_million_marks_is_done_soon },
        { "UTF-8 is told from other bytes", utf8_is_told_from_other_bytes },
    };
    return SUITE_RUN("text", tests, argc, argv);
}
