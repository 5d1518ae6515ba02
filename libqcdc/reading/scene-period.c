/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include <string.h>

#include <qcdc/period-name.h>

#include "kernel/fault-private.h"
#include "kernel/period-private.h"
#include "language/letters-private.h"

enum {
    NAME_MAX = 160,  /* bytes looked at for a name */
    SAMPLE_YEAR = 2001,
    BUFFER_SIZE = 64
};

static bool has_digit(const Lexer *lexer, uint32_t at)
{
    return at < lexer->length && qcdc_letters_is_digit(lexer->text[at]);
}

static bool has_text(const Lexer *lexer, uint32_t at, const char *text)
{
    size_t size = strlen(text);
    return at <= lexer->length && lexer->length - at >= size && memcmp(lexer->text + at, text, size) == 0;
}

static uint32_t count_digits(const Lexer *lexer, uint32_t at)
{
    uint32_t count = 0;
    while (count < 5 && has_digit(lexer, at + count))
        count++;
    return count;
}

/* The year of four digits at @at that is no start of a longer number, 0 if there is none. */
static int read_year(const Lexer *lexer, uint32_t at)
{
    int year = 0;
    if (count_digits(lexer, at) != 4)
        return 0;
    for (uint32_t i = 0; i < 4; i++)
        year = 10 * year + (lexer->text[at + i] - '0');
    bool goes_on = at + 5 < lexer->length && (lexer->text[at + 4] == '.' || lexer->text[at + 4] == ',') && has_digit(lexer, at + 5);
    return year >= 1900 && year <= 2100 && !goes_on ? year : 0;
}

/* Bytes of the "-" at @at with or without blanks, 0 if there is none. */
static uint32_t measure_dash(const Lexer *lexer, uint32_t at)
{
    static const char *const dashes[] = {" - ", "-", " -", "- "};
    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++)
        if (has_text(lexer, at, dashes[i]) && has_digit(lexer, at + (uint32_t)strlen(dashes[i])))
            return (uint32_t)strlen(dashes[i]);
    return 0;
}

/* The years @first, which ends at @at, to the one behind a dash there. */
static uint32_t measure_span(const Lexer *lexer, int first, uint32_t at, QcdcPeriod *period)
{
    uint32_t dash = measure_dash(lexer, at);
    int last = dash > 0 ? read_year(lexer, at + dash) : 0;
    if (first == 0 || last <= first)
        return 0;
    *period = qcdc_period_make(QCDC_PERIOD_SPAN, 12 * first, 12 * (last - first + 1));
    return dash + 4;
}

/* Whether a name may begin here: the parser tries many. */
static bool may_begin(const Lexer *lexer)
{
    static const char *const firsts[] =
        {"năm ", "tháng ", "quý ", "giai đoạn ", "từ ", "ngày ", "cả năm ", "nửa ", "ba tháng ", "sáu tháng ", "chín tháng ", "hai tháng "};
    for (size_t i = 0; i < sizeof firsts / sizeof firsts[0]; i++)
        if (has_text(lexer, lexer->at, firsts[i]))
            return true;
    uint32_t digits = count_digits(lexer, lexer->at);
    return digits > 0 && digits <= 2 && has_text(lexer, lexer->at + digits, " tháng");
}

/* "tháng 5-7" names no month of the year 7. */
static bool is_likely(QcdcPeriod period)
{
    return period.kind == QCDC_PERIOD_DAYS || (period.start >= 12 * 1000 && period.start < 12 * 2101);
}

static uint32_t find_named(const Lexer *lexer, QcdcPeriod *period)
{
    size_t most = lexer->length - lexer->at < NAME_MAX ? lexer->length - lexer->at : NAME_MAX, length;
    if (qcdc_period_name_parse(lexer->text + lexer->at, most, QCDC_LANGUAGE_VI, period, &length, NULL) != QCDC_OK)
        return 0;
    uint32_t end = lexer->at + (uint32_t)length;
    if (!is_likely(*period))
        return 0;
    bool goes_on = has_digit(lexer, end) || (end < lexer->length && qcdc_letters_has_letter(lexer->text + end, lexer->length - end));
    return goes_on ? 0 : (uint32_t)length;
}

/* ---- names without a year ---- */

/* "9 tháng 7.800 tỷ đồng", "11 tháng 12 vụ": behind so many months a figure, which ends at @end as far as it was read. */
static bool is_figure_of_months(const Lexer *lexer, uint32_t end)
{
    bool goes_on = end < lexer->length && (lexer->text[end] == '.' || lexer->text[end] == ',') && has_digit(lexer, end + 1);
    const Token *last = lexer_get_last(lexer);
    bool has_number = last != NULL && last->kind == TOKEN_NUMBER && !scene_precedes(lexer->scene, last->start - lexer->scene->start, "ngày");
    return goes_on || (has_number && scene_counts(lexer->scene, lexer->scene->start + end));
}

/* Bytes of a name that wants but a year, and what to put before the year. */
static uint32_t measure_yearless(const Lexer *lexer, const char **out_joint)
{
    static const char *const counts[] = {"hai", "ba", "sáu", "chín", "nửa"};
    static const char *const ends[] = {" tháng đầu năm", " tháng cuối năm", " đầu năm", " cuối năm"};
    static const char *const quarters[] = {"quý iii", "quý iv", "quý ii", "quý i", "quý 1", "quý 2", "quý 3", "quý 4"};
    uint32_t at = lexer->at, head = count_digits(lexer, at);
    *out_joint = " năm ";
    for (size_t i = 0; i < sizeof quarters / sizeof quarters[0]; i++)
        if (qcdc_letters_match_whole(lexer->text + at, lexer->length - at, quarters[i]) > 0 &&
            !has_digit(lexer, at + (uint32_t)strlen(quarters[i])))
            return (uint32_t)strlen(quarters[i]);
    uint32_t month = has_text(lexer, at, "tháng ") ? count_digits(lexer, at + (uint32_t)strlen("tháng ")) : 0;
    bool is_month = month == 1 || month == 2;
    if (is_month && !QCDC_FAULT("scene-period-figure", is_figure_of_months(lexer, at + (uint32_t)strlen("tháng ") + month), false))
        return (uint32_t)strlen("tháng ") + month;
    *out_joint = " ";
    for (size_t i = 0; head == 0 && i < sizeof counts / sizeof counts[0]; i++)
        head = has_text(lexer, at, counts[i]) ? (uint32_t)strlen(counts[i]) : 0;
    for (size_t i = has_text(lexer, at, "nửa") ? 2 : 0; head > 0 && i < sizeof ends / sizeof ends[0]; i++)
        if (qcdc_letters_match_whole(lexer->text + at + head, lexer->length - at - head, ends[i]) > 0)
            return head + (uint32_t)strlen(ends[i]);
    return 0;
}

static uint32_t find_yearless(const Lexer *lexer, QcdcPeriod *period)
{
    char name[BUFFER_SIZE + 16];
    const char *joint;
    uint32_t length = measure_yearless(lexer, &joint);
    if (length == 0 || length > BUFFER_SIZE)
        return 0;
    size_t size = length, read;
    memcpy(name, lexer->text + lexer->at, length);
    memcpy(name + size, joint, strlen(joint));
    size += strlen(joint);
    memcpy(name + size, "2001", 4);
    size += 4;
    if (qcdc_period_name_parse(name, size, QCDC_LANGUAGE_VI, period, &read, NULL) != QCDC_OK || read != size)
        return 0;
    period->start -= 12 * SAMPLE_YEAR;
    return length;
}

/* What the names lack that newspapers write: "tháng 7.2022", "8 tháng 2016". */
static uint32_t find_loose(const Lexer *lexer, QcdcPeriod *period)
{
    char name[BUFFER_SIZE];
    const char *joint = " năm ";
    uint32_t digits = count_digits(lexer, lexer->at), head = 0;
    const uint32_t gap = 1; /* the blank or dot before the year */
    if (digits > 0 && digits <= 2 && has_text(lexer, lexer->at + digits, " tháng "))
        head = digits + (uint32_t)strlen(" tháng");
    else if (has_text(lexer, lexer->at, "tháng ") && (digits = count_digits(lexer, lexer->at + (uint32_t)strlen("tháng "))) > 0 &&
             digits <= 2 &&
             has_text(lexer, lexer->at + (uint32_t)strlen("tháng ") + digits, "."))
        head = (uint32_t)strlen("tháng ") + digits;
    int year = head > 0 ? read_year(lexer, lexer->at + head + gap) : 0;
    if (year == 0)
        return 0;
    size_t size = head, read;
    memcpy(name, lexer->text + lexer->at, head);
    memcpy(name + size, joint, strlen(joint));
    size += strlen(joint);
    memcpy(name + size, lexer->text + lexer->at + head + gap, 4);
    size += 4;
    return qcdc_period_name_parse(name, size, QCDC_LANGUAGE_VI, period, &read, NULL) == QCDC_OK && read == size ? head + gap + 4 : 0;
}

bool scene_cut_period(Lexer *lexer)
{
    QcdcPeriod period;
    if (!may_begin(lexer))
        return false;
    uint32_t length = find_named(lexer, &period);
    if (length > 0 && period.kind == QCDC_PERIOD_YEAR)
        length += measure_span(lexer, period.start / 12, lexer->at + length, &period);
    if (length == 0)
        length = find_loose(lexer, &period);
    if (length == 0)
        length = find_yearless(lexer, &period);
    if (length > 0)
        lexer_add_period(lexer, length, period);
    return length > 0;
}

/* "2016-2020"; of a school year it is no span of years. */
bool scene_cut_years(Lexer *lexer)
{
    QcdcPeriod period;
    int year = read_year(lexer, lexer->at);
    uint32_t span = measure_span(lexer, year, lexer->at + 4, &period);
    bool is_school = scene_precedes(lexer->scene, lexer->at, "năm học") || scene_precedes(lexer->scene, lexer->at, "niên khóa") ||
                     scene_precedes(lexer->scene, lexer->at, "niên khoá");
    if (year > 0 && is_school)
        lexer_add_mention(lexer, 4 + span, MENTION_YEAR);
    else if (span > 0)
        lexer_add_period(lexer, 4 + span, period);
    return (year > 0 && is_school) || span > 0;
}

/* A day or a month as digits, if there is one: "25/5/2020", "6/2019". */
bool scene_cut_date(Lexer *lexer, uint32_t length)
{
    char name[BUFFER_SIZE];
    size_t size, read, marks = 0;
    QcdcPeriod period;
    for (uint32_t i = 0; i < length; i++)
        marks += !has_digit(lexer, lexer->at + i);
    const char *word = marks == 2 ? "ngày " : "tháng ";
    size = strlen(word);
    if (length > BUFFER_SIZE - 16 || length < 6 || count_digits(lexer, lexer->at + length - 4) != 4)
        return false;
    memcpy(name, word, size);
    for (uint32_t i = 0; i < length; i++)
        name[size++] = lexer->text[lexer->at + i] == '.' ? '/' : lexer->text[lexer->at + i];
    if (qcdc_period_name_parse(name, size, QCDC_LANGUAGE_VI, &period, &read, NULL) != QCDC_OK || read != size)
        return false;
    lexer_add_period(lexer, length, period);
    return true;
}
