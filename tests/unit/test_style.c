/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/style.h>

#include "expect.h"
#include "suite.h"

/* contracts.md [style], the first value is the default. */
static const struct {
    const char *key;
    const char *values[7];
} options[] = {
    { "base_phrase", { "full", "short", "abbreviated", "full-then-abbreviated", "dated", "year" } },
    { "verb", { "repeat", "elide" } },
    { "percent", { "none", "brackets", "alone", "signed", "words" } },
    { "percent_decimals", { "1", "2" } },
    { "percent_trim", { "whole", "none" } },
    { "show_base", { "no", "yes" } },
    { "form", { "growth", "index", "times" } },
    { "change", { "auto", "brackets", "comma", "first" } },
    { "leading_zero", { "counts", "off", "all" } },
    { "rounding", { "half-away", "half-even", "truncate" } },
    { "language", { "vi", "en" } },
    { "unchanged", { NULL } },
    { "value_joiner", { NULL } },
    { "plan", { "attainment", "excess", "difference" } },
    { "per_year", { "none", "growth", "mean", "both" } },
    { "contribution", { "none", "points", "share", "both" } },
    { "as_of", { "no", "yes" } },
};

enum {
    OPTION_COUNT = sizeof options / sizeof options[0]
};

static void expect_value(const QcdcStyle *style, const char *key, const char *wanted)
{
    char value[QCDC_STYLE_VALUE_SIZE];
    expect_number(key, qcdc_style_get(style, key, value, sizeof value, NULL), QCDC_OK);
    expect_text(key, value, wanted);
}

static void keys_stand_in_their_order(void)
{
    for (size_t i = 0; i < OPTION_COUNT; i++)
        expect_text("key", qcdc_style_get_key(i), options[i].key);
    CU_ASSERT_PTR_NULL(qcdc_style_get_key(OPTION_COUNT));
    CU_ASSERT_PTR_NULL(qcdc_style_get_key((size_t)-1));
}

static void nothing_set_is_the_default(void)
{
    QcdcStyle style = { .size = 0 };
    for (size_t i = 0; i < OPTION_COUNT; i++)
        expect_value(&style, options[i].key, options[i].values[0] != NULL ? options[i].values[0] : "");
}

static void what_is_set_is_got(void)
{
    QcdcStyle style = { .size = sizeof style };
    for (size_t i = 0; i < OPTION_COUNT; i++)
        for (size_t j = 0; options[i].values[j] != NULL; j++) {
            expect_number(options[i].key, qcdc_style_set(&style, options[i].key, options[i].values[j], NULL), QCDC_OK);
            expect_value(&style, options[i].key, options[i].values[j]);
        }
    CU_ASSERT_EQUAL(style.base_phrase, QCDC_BASE_PHRASE_YEAR);
    CU_ASSERT_EQUAL(style.verb, QCDC_VERB_ELIDE);
    CU_ASSERT_EQUAL(style.percent, QCDC_PERCENT_WORDS);
    CU_ASSERT_EQUAL(style.percent_decimals, 2);
    CU_ASSERT_EQUAL(style.percent_keep_zeros, 1);
    CU_ASSERT_EQUAL(style.show_base, 1);
    CU_ASSERT_EQUAL(style.form, QCDC_FORM_TIMES);
    CU_ASSERT_EQUAL(style.change, QCDC_CHANGE_PLACE_FIRST);
    CU_ASSERT_EQUAL(style.leading_zero, QCDC_LEADING_ZERO_ALL);
    CU_ASSERT_EQUAL(style.rounding, QCDC_ROUND_TRUNCATE);
    CU_ASSERT_EQUAL(style.language, QCDC_LANGUAGE_EN);
}

static void own_words_are_kept(void)
{
    char longest[QCDC_STYLE_WORDS_SIZE + 1];
    QcdcStyle style = { .size = 0 };
    memset(longest, 'x', sizeof longest);
    longest[QCDC_STYLE_WORDS_SIZE] = '\0';
    CU_ASSERT_EQUAL(qcdc_style_set(&style, "unchanged", longest, NULL), QCDC_STATUS_SYNTAX);
    longest[QCDC_STYLE_WORDS_SIZE - 1] = '\0';
    CU_ASSERT_EQUAL(qcdc_style_set(&style, "unchanged", longest, NULL), QCDC_OK);
    expect_value(&style, "unchanged", longest);
    CU_ASSERT_EQUAL(qcdc_style_set(&style, "unchanged", "giữ nguyên", NULL), QCDC_OK);
    expect_value(&style, "unchanged", "giữ nguyên");
    CU_ASSERT_EQUAL(style.unchanged[QCDC_STYLE_WORDS_SIZE - 2], '\0');
    CU_ASSERT_EQUAL(qcdc_style_set(&style, "value_joiner", "cùng với", NULL), QCDC_OK);
    expect_value(&style, "value_joiner", "cùng với");
    CU_ASSERT_EQUAL(qcdc_style_set(&style, "value_joiner", "", NULL), QCDC_OK);
    expect_value(&style, "value_joiner", "");
}

static void expect_refused(const char *key, const char *value, QcdcStatus wanted, const char *hint)
{
    QcdcStyle style = { .verb = QCDC_VERB_ELIDE }, before = style;
    QcdcError error = { .status = QCDC_OK };
    expect_number(key, qcdc_style_set(&style, key, value, &error), wanted);
    expect_text(key, error.hint, hint);
    expect(memcmp(&style, &before, sizeof style) == 0, key, "the style was touched");
}

static void what_is_not_a_value_is_refused(void)
{
    static const char words[] = "words of at most 95 bytes, without control characters";
    static const char keys[] = "base_phrase, verb, percent, percent_decimals, percent_trim, show_base, form, change, "
                               "leading_zero, rounding, language, unchanged, value_joiner, plan, per_year, contribution or as_of";
    expect_refused("verb", "repeated", QCDC_STATUS_SYNTAX, "repeat or elide");
    expect_refused("verb", "elid", QCDC_STATUS_SYNTAX, "repeat or elide");
    expect_refused("verb", "", QCDC_STATUS_SYNTAX, "repeat or elide");
    expect_refused("verb", "ELIDE", QCDC_STATUS_SYNTAX, "repeat or elide");
    expect_refused("percent_decimals", "3", QCDC_STATUS_SYNTAX, "1 or 2");
    expect_refused("base_phrase", "Full", QCDC_STATUS_SYNTAX,
                   "full, short, abbreviated, full-then-abbreviated, dated or year");
    expect_refused("unchanged", "a\nb", QCDC_STATUS_SYNTAX, words);
    expect_refused("unchanged", "\x7F", QCDC_STATUS_SYNTAX, words);
    expect_refused("unchanged", "a\xC3", QCDC_STATUS_SYNTAX, words);
    expect_refused("verbs", "elide", QCDC_STATUS_NOT_FOUND, keys);
    expect_refused("", "elide", QCDC_STATUS_NOT_FOUND, keys);
}

static void bad_arguments_are_errors(void)
{
    QcdcStyle style = { .size = 0 }, other = { .size = 12 }, broken = { .verb = (QcdcVerb)3 };
    char value[QCDC_STYLE_VALUE_SIZE] = "as it was";
    CU_ASSERT_EQUAL(qcdc_style_set(NULL, "verb", "elide", NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_set(&style, NULL, "elide", NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_set(&style, "verb", NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_set(&other, "verb", "elide", NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_get(NULL, "verb", value, sizeof value, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_get(&style, NULL, value, sizeof value, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_get(&style, "verb", NULL, 0, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_get(&style, "verb", value, strlen("repeat"), NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_get(&other, "verb", value, sizeof value, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_get(&broken, "verb", value, sizeof value, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_style_get(&style, "verbs", value, sizeof value, NULL), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_STRING_EQUAL(value, "as it was");
    CU_ASSERT_EQUAL(qcdc_style_get(&style, "verb", value, sizeof "repeat", NULL), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(value, "repeat");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "keys stand in their order", keys_stand_in_their_order },
        { "nothing set is the default", nothing_set_is_the_default },
        { "what is set is got", what_is_set_is_got },
        { "own words are kept", own_words_are_kept },
        { "what is not a value is refused", what_is_not_a_value_is_refused },
        { "bad arguments are errors", bad_arguments_are_errors },
    };
    return SUITE_RUN("style", tests, argc, argv);
}
