/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/period-name.h>
#include <qcdc/phrase.h>
#include <string.h>

#include "kernel/civil-private.h"
#include "kernel/error-private.h"
#include "language/letters-private.h"
#include "language/phrase-base-private.h"
#include "language/style-private.h"

/* Why nothing is compared (W8, W21 … W23). */

/* "01/7/2025", "1 July 2025": the name of one day begins with its first digit, past the noun. */
static void put_day(QcdcPhraseWriter *writer, int32_t day)
{
    QcdcPeriod period = {.start = day, .count = 1, .kind = QCDC_PERIOD_DAYS};
    char name[QCDC_PERIOD_NAME_SIZE];
    const char *date = name;
    qcdc_period_to_name(period, writer->style->language, name, sizeof name);
    while (*date != '\0' && !qcdc_letters_is_digit(*date))
        date++;
    qcdc_phrase_put_words(writer, date, strlen(date), QCDC_ROLE_DAY);
}

static void put_no_base(QcdcPhraseWriter *writer, const QcdcPhraseBase *base)
{
    const QcdcPhraseNoteWords *words = &writer->words->note;
    qcdc_phrase_put(writer, words->no_base_before);
    if (!words->no_base_is_named)
        return;
    qcdc_phrase_put(writer, qcdc_phrase_is_beside(base) ? words->no_base_beside : "");
    qcdc_phrase_put_short_base(writer, base);
    qcdc_phrase_put(writer, words->no_base_after);
}

static void put_new(QcdcPhraseWriter *writer, const QcdcPhraseBase *base, int32_t day)
{
    const QcdcPhraseNoteWords *words = &writer->words->note;
    qcdc_phrase_put(writer, words->new_from);
    put_day(writer, day);
    qcdc_phrase_close(writer, words->new_before);
    if (!words->new_base_is_named)
        return;
    qcdc_phrase_put_short_base(writer, base);
    qcdc_phrase_put(writer, words->new_after);
}

static void put_ended(QcdcPhraseWriter *writer, int32_t day)
{
    qcdc_phrase_put(writer, writer->words->note.ended_from);
    put_day(writer, day);
    qcdc_phrase_close(writer, writer->words->note.ended_after);
}

static void put_note(QcdcPhraseWriter *writer, QcdcToldAs note, const QcdcPhraseBase *base, int32_t day)
{
    switch (note) {
    case QCDC_TOLD_NO_BASE:
        put_no_base(writer, base);
        break;
    case QCDC_TOLD_NEW:
        put_new(writer, base, day);
        break;
    case QCDC_TOLD_ENDED:
        put_ended(writer, day);
        break;
    default:
        qcdc_phrase_put(writer, writer->words->note.break_words);
    }
}

static bool names_base(QcdcToldAs note)
{
    return note == QCDC_TOLD_NO_BASE || note == QCDC_TOLD_NEW;
}

static bool has_day(QcdcToldAs note)
{
    return note == QCDC_TOLD_NEW || note == QCDC_TOLD_ENDED;
}

/* A plan is missing, not compared with; nothing is said of it. */
static bool is_base(const QcdcPhraseBase *base)
{
    return base != NULL && qcdc_phrase_base_is_valid(base) && base->base != QCDC_BASE_PLAN;
}

QcdcStatus qcdc_phrase_write_note(QcdcToldAs note, const QcdcPhraseBase *base, int32_t day, const QcdcStyle *style, QcdcPhraseText *text,
                                  QcdcError *error)
{
    style = qcdc_style_choose(style);
    if ((int)note < QCDC_TOLD_NO_BASE || note > QCDC_TOLD_BREAK)
        return qcdc_error_set_argument(error, "not a note: no base, new, ended or break");
    if (text == NULL || style == NULL || (names_base(note) && !is_base(base)))
        return qcdc_error_set_argument(error, "no base or text, or a style out of range");
    if (has_day(note) && (day < QCDC_DAY_FIRST || day > QCDC_DAY_LAST))
        return qcdc_error_set_argument(error, "a day outside the years 1 to 9999");
    QcdcPhraseWriter writer = qcdc_phrase_begin(text, style);
    put_note(&writer, note, base, day);
    qcdc_phrase_finish(&writer);
    return QCDC_OK;
}
