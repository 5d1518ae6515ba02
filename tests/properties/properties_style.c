/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of styles: what is set is got, and no key touches another. */

#include <string.h>

#include <qcdc/style.h>

#include "law.h"

static const char *const values[] = {
    "full",  "short",  "abbreviated", "full-then-abbreviated", "dated",  "year", "repeat",    "elide",     "none",
    "alone", "1",      "2",           "whole",                 "no",     "yes",  "growth",    "index",     "times",
    "auto",  "comma",  "brackets",    "first",                 "counts", "off",  "all",       "half-away", "half-even",
    "vi",    "en",     "truncate",    "",                      "bằng",   " và ", "tương đương", "a\tb",      "3",
};

static size_t count_keys(void)
{
    size_t count = 0;
    while (qcdc_style_get_key(count) != NULL)
        count++;
    return count;
}

static bool is_got(const QcdcStyle *style, const char *key, const char *wanted)
{
    char value[QCDC_STYLE_VALUE_SIZE];
    return qcdc_style_get(style, key, value, sizeof value, NULL) == QCDC_OK && strcmp(value, wanted) == 0;
}

/* A style set at random is the same style when each of its values is set anew. */
static bool what_is_set_is_got(Random *dice)
{
    QcdcStyle style = { .size = 0 }, again = { .size = 0 };
    size_t keys = count_keys();
    for (int i = 0; i < 40; i++) {
        const char *key = qcdc_style_get_key(random_below(dice, keys));
        const char *value = values[random_below(dice, sizeof values / sizeof values[0])];
        if (qcdc_style_set(&style, key, value, NULL) == QCDC_OK && !is_got(&style, key, value)) {
            printf("# %s=%s\n", key, value);
            return false;
        }
    }
    for (size_t i = 0; i < keys; i++) {
        char value[QCDC_STYLE_VALUE_SIZE];
        const char *key = qcdc_style_get_key(i);
        if (qcdc_style_get(&style, key, value, sizeof value, NULL) != QCDC_OK ||
            qcdc_style_set(&again, key, value, NULL) != QCDC_OK || !is_got(&again, key, value))
            return false;
    }
    return strcmp(style.unchanged, again.unchanged) == 0 && strcmp(style.value_joiner, again.value_joiner) == 0;
}

/* A refused value leaves every byte as it was, an accepted one changes no other key. */
static bool no_key_touches_another(Random *dice)
{
    QcdcStyle style = { .size = 0 };
    size_t keys = count_keys(), chosen = random_below(dice, keys);
    QcdcStyle before;
    for (int i = 0; i < 10; i++)
        qcdc_style_set(&style, qcdc_style_get_key(random_below(dice, keys)),
                       values[random_below(dice, sizeof values / sizeof values[0])], NULL);
    before = style;
    bool taken = qcdc_style_set(&style, qcdc_style_get_key(chosen),
                                values[random_below(dice, sizeof values / sizeof values[0])], NULL) == QCDC_OK;
    if (!taken)
        return memcmp(&before, &style, sizeof style) == 0;
    for (size_t i = 0; i < keys; i++) {
        char value[QCDC_STYLE_VALUE_SIZE];
        const char *key = qcdc_style_get_key(i);
        if (i != chosen && (qcdc_style_get(&before, key, value, sizeof value, NULL) != QCDC_OK || !is_got(&style, key, value)))
            return false;
    }
    return true;
}

LAW(what_is_set_is_got)
LAW(no_key_touches_another)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "what is set is got", check_what_is_set_is_got },
        { "no key touches another", check_no_key_touches_another },
    };
    return SUITE_RUN("style laws", tests, argc, argv);
}
