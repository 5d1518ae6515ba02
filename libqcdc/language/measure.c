/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "language/measure-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "language/number-words-private.h"

static size_t match_any(const char *text, const char *const *words)
{
    size_t longest = 0;
    for (; *words != NULL; words++) {
        size_t found = qcdc_letters_match_whole(text, strlen(text), *words);
        longest = found > longest ? found : longest;
    }
    return longest;
}

/* "đồng chí" and "đồng bào" are people. */
static bool is_of_people(const char *text)
{
    static const char *const people[] = {"đồng chí", "đồng bào", "đồng đội", "đồng phạm", "đồng nghiệp", NULL};
    return match_any(text, people) > 0;
}

static size_t match_currency(const char *text, QcdcLanguage language)
{
    static const char *const vietnamese[] = {"đồng", "VNĐ", "VND", "USD", NULL};
    static const char *const english[] = {"dong", "VND", "USD", NULL};
    return is_of_people(text) ? 0 : match_any(text, language == QCDC_LANGUAGE_EN ? english : vietnamese);
}

/* "nghìn", "nghìn tỷ", and the blank behind it; "tỷ lệ" is no scale. */
static size_t match_scale(const char *text, QcdcLanguage language)
{
    size_t longest = 0;
    unsigned power = 0;
    for (const QcdcScaleWord *scale = qcdc_number_get_words(language)->scales; scale->word != NULL; scale++) {
        size_t found = qcdc_letters_match_whole(text, strlen(text), scale->word);
        power = found > longest ? scale->power : power;
        longest = found > longest ? found : longest;
    }
    size_t blanks = qcdc_letters_measure_blanks(text + longest, strlen(text + longest));
    return power > 0 && blanks > 0 ? longest + blanks : 0;
}

QcdcMeasureWords qcdc_measure_find_words(const char *measure, QcdcLanguage language, bool of_one)
{
    size_t length = strlen(measure), before = language == QCDC_LANGUAGE_EN ? 0 : length;
    while (before < length && measure[before] != '|')
        before++;
    if (before >= length || QCDC_FAULT("measure-of-one", of_one, !of_one))
        return (QcdcMeasureWords){measure, before};
    return (QcdcMeasureWords){measure + before + 1, length - before - 1};
}

QcdcMeasureSubject qcdc_measure_find_subject(const char *measure, QcdcLanguage language)
{
    QcdcMeasureWords words = qcdc_measure_find_words(measure, language, false);
    size_t scale = QCDC_FAULT("measure-scale", match_scale(words.text, language), 0);
    size_t currency = match_currency(words.text + scale, language);
    words.text += scale + currency;
    words.length -= scale + currency;
    return (QcdcMeasureSubject){.words = words, .is_money = currency > 0, .has_scale = scale > 0};
}

/* "tỉnh" does not begin with "tỉ", nor does any word with a part of its letters. */
bool qcdc_measure_is_counted(const char *measure, unsigned decimals, QcdcQuantity quantity)
{
    static const char *const sums[] = {"nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng", "%", NULL};
    if (measure == NULL || decimals > 0 || (quantity != QCDC_QUANTITY_DEFAULT && quantity != QCDC_QUANTITY_AMOUNT))
        return false;
    return QCDC_FAULT("measure-people", is_of_people(measure), false) || match_any(measure, sums) == 0;
}
