/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Laws of numbers in text: what was printed is read again. */

#include <inttypes.h>
#include <string.h>

#include <qcdc/number.h>

#include "draw-decimal.h"
#include "law.h"

static QcdcNumberFormat draw_format(Random *dice)
{
    static const uint8_t scales[] = { 0, 0, 0, 3, 6, 9, 12 };
    QcdcNumberFormat format = { QCDC_LANGUAGE_DEFAULT, 0, 0, 0, 0 };
    format.language = (QcdcLanguage)random_below(dice, QCDC_LANGUAGE_END);
    format.pad = random_chance(dice, 2);
    format.trim = random_chance(dice, 2);
    format.scale = scales[random_below(dice, sizeof scales)];
    format.percent = format.scale == 0 && random_chance(dice, 3);
    return format;
}

static bool fail(QcdcDecimal value, const char *text)
{
    printf("# %" PRId64 " of %u decimals: \"%s\"\n", value.coefficient, value.decimals, text);
    return false;
}

static bool what_is_printed_is_read(Random *dice)
{
    QcdcDecimal value = draw_decimal(dice);
    QcdcNumberFormat format = draw_format(dice);
    char text[QCDC_NUMBER_TEXT_SIZE];
    QcdcNumberReading reading;
    size_t length = qcdc_number_to_text(value, &format, text, sizeof text);
    if (length != strlen(text) || qcdc_number_parse(text, length, format.language, &reading, NULL) != QCDC_OK)
        return fail(value, text);
    bool same_decimals = format.trim || format.scale > 0 || reading.value.decimals == value.decimals;
    bool same = qcdc_decimal_compare(reading.value, value) == 0 && same_decimals && reading.length == length &&
                reading.percent == format.percent && reading.scale == format.scale;
    return same || fail(value, text);
}

/* Words after a number do not change it, unless they are its sign or its scale. */
static bool what_follows_does_not_matter(Random *dice)
{
    static const char *const tails[] = { " đơn", ", tăng", ".", ";", ")", " tỷ lệ", "/77", " - 5", "đồng", " nghìnx", ",", " " };
    QcdcDecimal value = draw_decimal(dice);
    QcdcNumberFormat format = { QCDC_LANGUAGE_VI, 0, 0, 0, 0 };
    char text[QCDC_NUMBER_TEXT_SIZE + 16];
    QcdcNumberReading reading;
    size_t length = qcdc_number_to_text(value, &format, text, QCDC_NUMBER_TEXT_SIZE);
    strcpy(text + length, tails[random_below(dice, sizeof tails / sizeof tails[0])]);
    if (qcdc_number_parse(text, strlen(text), format.language, &reading, NULL) != QCDC_OK)
        return fail(value, text);
    return (qcdc_decimal_compare(reading.value, value) == 0 && reading.length == length) || fail(value, text);
}

static bool data_are_read_as_printed(Random *dice)
{
    QcdcDecimal value = draw_decimal(dice), again;
    QcdcNumberFormat format = { QCDC_LANGUAGE_DEFAULT, 0, 0, 0, 0 };
    char text[QCDC_NUMBER_TEXT_SIZE];
    format.language = (QcdcLanguage)random_below(dice, QCDC_LANGUAGE_END);
    size_t length = qcdc_number_to_text(value, &format, text, sizeof text);
    if (qcdc_number_parse_value(text, length, format.language, &again, NULL) != QCDC_OK)
        return fail(value, text);
    return (again.coefficient == value.coefficient && again.decimals == value.decimals) || fail(value, text);
}

LAW(what_is_printed_is_read)
LAW(what_follows_does_not_matter)
LAW(data_are_read_as_printed)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "what is printed is read", check_what_is_printed_is_read },
        { "what follows does not matter", check_what_follows_does_not_matter },
        { "data are read as printed", check_data_are_read_as_printed },
    };
    return SUITE_RUN("number laws", tests, argc, argv);
}
