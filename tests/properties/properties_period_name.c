/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The law of period names: the name of any period is read as that period. */

#include <string.h>

#include <qcdc/period-name.h>

#include "law.h"

/* Starts and lengths of each kind over the years 1 … 9999; not every draw is a period. */
static QcdcPeriod draw_parts(Random *dice)
{
    static const uint8_t months[QCDC_PERIOD_END] = { [QCDC_PERIOD_MONTH] = 1, [QCDC_PERIOD_QUARTER] = 3,
                                                     [QCDC_PERIOD_HALF] = 6,  [QCDC_PERIOD_YEAR] = 12 };
    QcdcPeriod period = { 0, 0, (uint8_t)random_between(dice, QCDC_PERIOD_MONTH, QCDC_PERIOD_DAYS), { 0 } };
    int64_t year = random_near_edges(dice, 1, 9999);
    int64_t month = 12 * year + random_between(dice, 0, 11);
    switch (period.kind) {
    case QCDC_PERIOD_TO_DATE:
        period.start = (int32_t)(12 * year);
        period.count = (int32_t)random_between(dice, 2, 11);
        break;
    case QCDC_PERIOD_SPAN:
        period.start = (int32_t)(random_chance(dice, 2) ? 12 * year : month);
        period.count = (int32_t)(12 * random_near_edges(dice, 2, 9999));
        break;
    case QCDC_PERIOD_DAYS:
        period.start = (int32_t)random_near_edges(dice, -719162, 2932896);
        period.count = (int32_t)(random_chance(dice, 3) ? 1 : random_near_edges(dice, 1, 3652059));
        break;
    default:
        period.count = months[period.kind];
        period.start = (int32_t)(month - month % period.count);
    }
    return period;
}

static QcdcPeriod draw_period(Random *dice)
{
    QcdcPeriod period;
    do
        period = draw_parts(dice);
    while (!qcdc_period_is_valid(period));
    return period;
}

static bool reads_back(QcdcPeriod period, QcdcLanguage language, const char *tail)
{
    char name[QCDC_PERIOD_NAME_SIZE + 16];
    QcdcPeriod again = { 0, 0, 0, { 0 } };
    size_t read = 0;
    size_t length = qcdc_period_to_name(period, language, name, QCDC_PERIOD_NAME_SIZE);
    bool fits = length > 0 && length < QCDC_PERIOD_NAME_SIZE;
    strcpy(name + length, tail);
    if (fits && qcdc_period_name_parse(name, strlen(name), language, &again, &read, NULL) == QCDC_OK && read == length &&
        qcdc_period_equals(again, period))
        return true;
    printf("# \"%s\": kind %u, start %d, count %d\n", name, period.kind, (int)period.start, (int)period.count);
    return false;
}

static bool a_name_is_read_as_its_period(Random *dice)
{
    static const char *const tails[] = { "", ",", " tăng", ".", ")", ";", " (CKNT)", ", 5 vụ" };
    QcdcPeriod period = draw_period(dice);
    const char *tail = tails[random_below(dice, sizeof tails / sizeof tails[0])];
    return reads_back(period, QCDC_LANGUAGE_VI, tail) && reads_back(period, QCDC_LANGUAGE_EN, tail);
}

/* Letters without marks change their case here and there. */
static bool case_does_not_matter(Random *dice)
{
    QcdcPeriod period = draw_period(dice), again = { 0, 0, 0, { 0 } };
    char name[QCDC_PERIOD_NAME_SIZE];
    size_t read = 0, length = qcdc_period_to_name(period, QCDC_LANGUAGE_VI, name, sizeof name);
    for (size_t i = 0; i < length; i++)
        if (name[i] >= 'a' && name[i] <= 'z' && random_chance(dice, 2))
            name[i] = (char)(name[i] - 'a' + 'A');
    bool holds = qcdc_period_name_parse(name, length, QCDC_LANGUAGE_VI, &again, &read, NULL) == QCDC_OK && read == length &&
                 qcdc_period_equals(again, period);
    if (!holds)
        printf("# \"%s\"\n", name);
    return holds;
}

LAW(a_name_is_read_as_its_period)
LAW(case_does_not_matter)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "a name is read as its period", check_a_name_is_read_as_its_period },
        { "case does not matter", check_case_does_not_matter },
    };
    return SUITE_RUN("period-name laws", tests, argc, argv);
}
