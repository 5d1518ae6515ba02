/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of composed text, held against a table of the Vietnamese vowels that is written out here. */

#include <qcdc/text.h>
#include <string.h>

#include "law.h"

enum {
    TONE_COUNT = 6,
    VOWEL_COUNT = 24,
    TEXT_SIZE = 512
};

/* A vowel: its plain letter, the mark that makes it another letter, and the letter with each tone. */
static const struct Vowel {
    const char *plain, *mark, *toned[TONE_COUNT]; /* level, grave, acute, hook above, tilde, dot below */
} vowels[VOWEL_COUNT] = {
    { "a", "", { "a", "à", "á", "ả", "ã", "ạ" } },       { "a", "\xCC\x86", { "ă", "ằ", "ắ", "ẳ", "ẵ", "ặ" } },
    { "a", "\xCC\x82", { "â", "ầ", "ấ", "ẩ", "ẫ", "ậ" } }, { "e", "", { "e", "è", "é", "ẻ", "ẽ", "ẹ" } },
    { "e", "\xCC\x82", { "ê", "ề", "ế", "ể", "ễ", "ệ" } }, { "i", "", { "i", "ì", "í", "ỉ", "ĩ", "ị" } },
    { "o", "", { "o", "ò", "ó", "ỏ", "õ", "ọ" } },       { "o", "\xCC\x82", { "ô", "ồ", "ố", "ổ", "ỗ", "ộ" } },
    { "o", "\xCC\x9B", { "ơ", "ờ", "ớ", "ở", "ỡ", "ợ" } }, { "u", "", { "u", "ù", "ú", "ủ", "ũ", "ụ" } },
    { "u", "\xCC\x9B", { "ư", "ừ", "ứ", "ử", "ữ", "ự" } }, { "y", "", { "y", "ỳ", "ý", "ỷ", "ỹ", "ỵ" } },
    { "A", "", { "A", "À", "Á", "Ả", "Ã", "Ạ" } },       { "A", "\xCC\x86", { "Ă", "Ằ", "Ắ", "Ẳ", "Ẵ", "Ặ" } },
    { "A", "\xCC\x82", { "Â", "Ầ", "Ấ", "Ẩ", "Ẫ", "Ậ" } }, { "E", "", { "E", "È", "É", "Ẻ", "Ẽ", "Ẹ" } },
    { "E", "\xCC\x82", { "Ê", "Ề", "Ế", "Ể", "Ễ", "Ệ" } }, { "I", "", { "I", "Ì", "Í", "Ỉ", "Ĩ", "Ị" } },
    { "O", "", { "O", "Ò", "Ó", "Ỏ", "Õ", "Ọ" } },       { "O", "\xCC\x82", { "Ô", "Ồ", "Ố", "Ổ", "Ỗ", "Ộ" } },
    { "O", "\xCC\x9B", { "Ơ", "Ờ", "Ớ", "Ở", "Ỡ", "Ợ" } }, { "U", "", { "U", "Ù", "Ú", "Ủ", "Ũ", "Ụ" } },
    { "U", "\xCC\x9B", { "Ư", "Ừ", "Ứ", "Ử", "Ữ", "Ự" } }, { "Y", "", { "Y", "Ỳ", "Ý", "Ỷ", "Ỹ", "Ỵ" } },
};
static const char *const tones[TONE_COUNT] = { "", "\xCC\x80", "\xCC\x81", "\xCC\x89", "\xCC\x83", "\xCC\xA3" };
static const char *const others[] = { "b", "đ", "Đ", " ", "7", "%", "€", "ng", "😀", "—" };

/* One letter in any of the writings that mean it: composed, partly, or in marks. A tone that shares its place with the vowel's mark
 * comes after it; the dot below and the horn may come before. */
static void draw_letter(Random *dice, char *text, char *composed)
{
    const struct Vowel *vowel = &vowels[random_below(dice, VOWEL_COUNT)];
    size_t tone = random_below(dice, TONE_COUNT);
    strcat(composed, vowel->toned[tone]);
    bool is_horn = strcmp(vowel->mark, "\xCC\x9B") == 0, is_dot = tone == 5;
    switch (random_below(dice, 4)) {
    case 0:
        strcat(text, vowel->toned[tone]);
        break;
    case 1:
        strcat(strcat(text, vowel->toned[0]), tones[tone]);
        break;
    case 2:
        strcat(strcat(strcat(text, vowel->plain), vowel->mark), tones[tone]);
        break;
    default:
        if (is_horn || is_dot)
            strcat(strcat(strcat(text, vowel->plain), tones[tone]), vowel->mark);
        else
            strcat(text, vowel->toned[tone]);
    }
}

static void draw_text(Random *dice, char *text, char *composed)
{
    text[0] = composed[0] = '\0';
    for (uint64_t letters = random_below(dice, 12); letters > 0; letters--) {
        if (random_chance(dice, 3)) {
            const char *other = others[random_below(dice, sizeof others / sizeof others[0])];
            strcat(text, other);
            strcat(composed, other);
        } else {
            draw_letter(dice, text, composed);
        }
    }
}

static bool every_writing_of_a_text_composes_to_one(Random *dice)
{
    char text[TEXT_SIZE], wanted[TEXT_SIZE], composed[TEXT_SIZE];
    draw_text(dice, text, wanted);
    size_t length = qcdc_text_compose(text, strlen(text), composed, sizeof composed);
    bool holds = strcmp(composed, wanted) == 0 && length == strlen(wanted);
    if (!holds)
        printf("# %s: %s instead of %s\n", text, composed, wanted);
    return holds;
}
LAW(every_writing_of_a_text_composes_to_one)

/* Any bytes, many of them letters and marks. */
static size_t draw_bytes(Random *dice, char *bytes)
{
    static const char *const pieces[] = { "a", "ẹ", "ơ", "x", "\xCC\x80", "\xCC\x81", "\xCC\x82", "\xCC\x83", "\xCC\x86", "\xCC\x89",
                                          "\xCC\x9B", "\xCC\xA3", "\xCD\x80", "\xCD\x81", "\xCC\xA7", "\xCC", "\xE1\xBB", "\xFF" };
    bytes[0] = '\0';
    for (uint64_t count = random_below(dice, 24); count > 0; count--)
        strcat(bytes, pieces[random_below(dice, sizeof pieces / sizeof pieces[0])]);
    return strlen(bytes);
}

static bool composing_again_changes_nothing(Random *dice)
{
    char bytes[TEXT_SIZE], once[TEXT_SIZE], twice[TEXT_SIZE];
    size_t length = draw_bytes(dice, bytes);
    size_t once_length = qcdc_text_compose(bytes, length, once, sizeof once);
    size_t twice_length = qcdc_text_compose(once, once_length, twice, sizeof twice);
    bool holds = once_length <= length && once_length == twice_length && memcmp(once, twice, once_length) == 0 &&
                 (!qcdc_text_is_utf8(bytes, length) || qcdc_text_is_utf8(once, once_length));
    if (!holds)
        printf("# %s: %s, then %s\n", bytes, once, twice);
    return holds;
}
LAW(composing_again_changes_nothing)

static bool a_short_buffer_holds_the_start_of_the_text(Random *dice)
{
    char text[TEXT_SIZE], wanted[TEXT_SIZE], buffer[TEXT_SIZE];
    draw_text(dice, text, wanted);
    size_t size = 1 + random_below(dice, strlen(wanted) + 2);
    size_t length = qcdc_text_compose(text, strlen(text), buffer, size);
    size_t kept = strlen(buffer);
    bool is_all = length < size;
    bool holds = length == strlen(wanted) && kept < size && memcmp(buffer, wanted, kept) == 0 && qcdc_text_is_utf8(buffer, kept) &&
                 (is_all ? kept == length : kept + 4 >= size);
    if (!holds)
        printf("# %s in %zu bytes: %s\n", text, size, buffer);
    return holds;
}
LAW(a_short_buffer_holds_the_start_of_the_text)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "every writing of a text composes to one", check_every_writing_of_a_text_composes_to_one },
        { "composing again changes nothing", check_composing_again_changes_nothing },
        { "a short buffer holds the start of the text", check_a_short_buffer_holds_the_start_of_the_text },
    };
    return SUITE_RUN("text-laws", tests, argc, argv);
}
