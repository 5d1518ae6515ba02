/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/operand-private.h"

enum {
    FIRST_YEAR = 1900, /* four digits that are a year */
    LAST_YEAR = 2100,
    DATE_GAP = 24      /* bytes between a document's number and its date: ", ngày " */
};

/* A date as it is printed; year 0: none is. */
typedef struct PrintedDate {
    uint32_t day, month, year, start, end;
    bool is_said; /* "ngày" stands before it */
} PrintedDate;

/* The bytes of a passage that are read for dates. */
typedef struct Text {
    const char *bytes;
    uint32_t end;
} Text;

static bool has_digit(const Text *text, uint32_t at)
{
    return at < text->end && qcdc_letters_is_digit(text->bytes[at]);
}

/* The number of at most @most digits at *@at; *@at moves behind it. UINT32_MAX if there is none, or it is longer. */
static uint32_t read_number(const Text *text, uint32_t *at, uint32_t most)
{
    uint32_t value = 0, count = 0;
    while (count <= most && has_digit(text, *at + count))
        value = 10 * value + (uint32_t)(text->bytes[*at + count++] - '0');
    if (count == 0 || count > most)
        return UINT32_MAX;
    *at += count;
    return value;
}

static bool skip_word(const Text *text, uint32_t *at, const char *word)
{
    uint32_t from = *at + (uint32_t)qcdc_letters_measure_blanks(text->bytes + *at, text->end - *at);
    size_t found = qcdc_letters_match_whole(text->bytes + from, text->end - from, word);
    if (found > 0)
        *at = from + (uint32_t)found;
    return found > 0;
}

static void skip_blanks(const Text *text, uint32_t *at)
{
    *at += (uint32_t)qcdc_letters_measure_blanks(text->bytes + *at, text->end - *at);
}

/* "31/2/2016", "31-2-2016", "31/2". */
static bool read_short_date(const Text *text, uint32_t at, PrintedDate *date)
{
    date->day = read_number(text, &at, 2);
    if (date->day == UINT32_MAX || at >= text->end || (text->bytes[at] != '/' && text->bytes[at] != '-' && text->bytes[at] != '.'))
        return false;
    char mark = text->bytes[at++];
    date->month = read_number(text, &at, 2);
    if (date->month == UINT32_MAX)
        return false;
    date->end = at;
    date->year = 0;
    if (at < text->end && text->bytes[at] == mark) {
        at++;
        date->year = read_number(text, &at, 4);
        if (date->year == UINT32_MAX || date->year < FIRST_YEAR || date->year > LAST_YEAR)
            return false;
        date->end = at;
    }
    return !has_digit(text, date->end) && (date->year > 0 || mark == '/');
}

/* "31 tháng 2 năm 2016". */
static bool read_long_date(const Text *text, uint32_t at, PrintedDate *date)
{
    date->day = read_number(text, &at, 2);
    if (date->day == UINT32_MAX || !skip_word(text, &at, "tháng"))
        return false;
    skip_blanks(text, &at);
    date->month = read_number(text, &at, 2);
    date->end = at;
    date->year = 0;
    if (date->month == UINT32_MAX)
        return false;
    if (skip_word(text, &at, "năm")) {
        skip_blanks(text, &at);
        uint32_t year = read_number(text, &at, 4);
        if (year != UINT32_MAX && year >= FIRST_YEAR && year <= LAST_YEAR) {
            date->year = year;
            date->end = at;
        }
    }
    return true;
}

/* Whether the word before the digits at @at is "ngày". */
static bool is_said(const Text *text, uint32_t start, uint32_t at)
{
    static const char word[] = "ngày ";
    uint32_t size = (uint32_t)strlen(word);
    return at >= start + size && qcdc_letters_match(text->bytes + at - size, size, word, size) == size;
}

static uint32_t count_days(uint32_t month, uint32_t year)
{
    static const uint8_t days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month == 2 && !QCDC_FAULT("dates-leap", is_leap, true) ? 28 : days[month - 1];
}

/* Whether no calendar has the date. One that is far from any is no date unless the text says so. */
static bool is_impossible(const PrintedDate *date)
{
    bool is_near = date->day >= 1 && date->day <= 31 && date->month >= 1 && date->month <= 12;
    if (!is_near)
        return date->is_said && (date->year > 0 || (date->day <= 31 && date->month <= 19));
    return date->day > count_days(date->month, date->year);
}

static void add_number(Draft *draft, QcdcOperand role, uint32_t value, uint32_t start, uint32_t end)
{
    Mention number = {.start = start, .end = end, .value = {.coefficient = value}};
    draft_add(draft, role, &number, end > start);
}

static void add_date(Draft *draft, const PrintedDate *date)
{
    add_number(draft, QCDC_OPERAND_DAY, date->day, date->start, date->end);
    add_number(draft, QCDC_OPERAND_MONTH, date->month, date->start, date->end);
    if (date->year > 0)
        add_number(draft, QCDC_OPERAND_YEAR, date->year, date->start, date->end);
}

/* Names of documents, before "số 11-QĐ/TW, ngày …". The bytes of the number, false if there is none just before the date. */
static bool find_document(const Text *text, uint32_t start, const PrintedDate *date, SeenDocument *document)
{
    uint32_t at = date->start, least = at > start + DATE_GAP ? at - DATE_GAP : start;
    static const char said[] = "ngày ";
    if (!date->is_said)
        return false;
    at -= (uint32_t)strlen(said);
    while (at > least && (text->bytes[at - 1] == ' ' || text->bytes[at - 1] == ',' || text->bytes[at - 1] == '('))
        at--;
    document->end = at;
    while (at > start && text->bytes[at - 1] != ' ' && text->bytes[at - 1] != '\n' && text->bytes[at - 1] != ':' && text->bytes[at - 1] != ',' &&
           document->end - at < 40)
        at--;
    document->start = at;
    bool has_type = false;
    for (uint32_t i = at; i < document->end; i++)
        has_type = has_type || ((text->bytes[i] == '-' || text->bytes[i] == '/') && i + 1 < document->end && !has_digit(text, i + 1));
    return document->end > at + 4 && has_digit(text, at) && has_type;
}

/* The year inside a document's number: "34/2007/PL-UBTVQH11"; 0 if there is none. */
static uint32_t find_number_year(const Text *text, const SeenDocument *document)
{
    for (uint32_t at = document->start; at + 4 < document->end; at++) {
        uint32_t behind = at + 1, year;
        if (text->bytes[at] != '/' || (year = read_number(text, &behind, 4)) == UINT32_MAX)
            continue;
        if (year >= FIRST_YEAR && year <= LAST_YEAR && behind < document->end && text->bytes[behind] == '/')
            return year;
    }
    return 0;
}

static size_t hash_bytes(const char *bytes, uint32_t start, uint32_t end)
{
    uint32_t hash = 2166136261U;
    for (uint32_t at = start; at < end; at++)
        hash = (hash ^ (unsigned char)bytes[at]) * 16777619U;
    return (hash ^ hash >> 13) % READER_SEEN;
}

/* Numbers begin anew each year: two dates of one number are a slip when they are of one year, or of one day of two years. */
static bool is_slip(const SeenDocument *before, const PrintedDate *date)
{
    bool is_same_day = before->day == date->day && before->month == date->month;
    bool is_same_year = before->year == date->year;
    return before->year > 0 && date->year > 0 && QCDC_FAULT("dates-slip", is_same_day != is_same_year, !is_same_day);
}

static QcdcStatus keep_two_dates(Reader *reader, const SeenDocument *document, const SeenDocument *before, const PrintedDate *date, QcdcError *error)
{
    Draft *draft = &reader->draft;
    draft_begin(draft, QCDC_CLAIM_DATE);
    add_date(draft, date);
    uint32_t start = draft->start, end = draft->end;
    draft_add_place(draft, QCDC_OPERAND_FIRST, before->date_start, before->date_end);
    draft->start = document->start < start ? document->start : start;
    draft->end = end;
    return reader_keep(reader, draft, NULL, error);
}

static QcdcStatus see_document(Reader *reader, const Text *text, uint32_t start, const PrintedDate *date, QcdcError *error)
{
    SeenDocument document = {0};
    QcdcStatus status = QCDC_OK;
    if (date->year == 0 || !find_document(text, start, date, &document))
        return QCDC_OK;
    uint32_t year = find_number_year(text, &document), length = document.end - document.start;
    if (year > 0 && year != date->year) {
        draft_begin(&reader->draft, QCDC_CLAIM_DATE);
        add_date(&reader->draft, date);
        draft_add_place(&reader->draft, QCDC_OPERAND_FIRST, document.start, document.end);
        return reader_keep(reader, &reader->draft, NULL, error);
    }
    SeenDocument *slot = &reader->seen_documents[hash_bytes(text->bytes, document.start, document.end)];
    bool is_same = slot->end > 0 && slot->end - slot->start == length && memcmp(text->bytes + slot->start, text->bytes + document.start, length) == 0;
    if (is_same && is_slip(slot, date))
        status = keep_two_dates(reader, &document, slot, date, error);
    document.day = date->day;
    document.month = date->month;
    document.year = date->year;
    document.date_start = date->start;
    document.date_end = date->end;
    *slot = document;
    return status;
}

static QcdcStatus read_date(Reader *reader, const Text *text, uint32_t start, PrintedDate *date, QcdcError *error)
{
    date->is_said = is_said(text, start, date->start);
    if (!is_impossible(date))
        return date->day >= 1 && date->month >= 1 && date->month <= 12 ? see_document(reader, text, start, date, error) : QCDC_OK;
    if (date->year == 0 && !date->is_said)
        return QCDC_OK;
    draft_begin(&reader->draft, QCDC_CLAIM_DATE);
    add_date(&reader->draft, date);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* A year of the sixty-year round that is named with another year of ours: "Tết Mậu Tuất năm 2022". */
static const char *const stems[] = {"giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"};
static const char *const branches[] = {"tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi"};

static uint32_t find_word(const Text *text, uint32_t *at, const char *const *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (skip_word(text, at, words[i]))
            return i;
    }
    return count;
}

/* The year nearest to @year whose stem and branch these are; 0 if no year has both. */
static uint32_t find_lunar_year(uint32_t stem, uint32_t branch, uint32_t year)
{
    for (uint32_t distance = 0; distance <= 30; distance++) {
        for (int way = 0; way < 2; way++) {
            uint32_t other = way == 0 ? year - distance : year + distance;
            if ((other + 6) % 10 == stem && (other + 8) % 12 == branch)
                return other;
        }
    }
    return 0;
}

static QcdcStatus read_lunar_year(Reader *reader, const Text *text, uint32_t start, QcdcError *error)
{
    uint32_t at = start, stem = find_word(text, &at, stems, 10);
    if (stem == 10)
        return QCDC_OK;
    uint32_t branch = find_word(text, &at, branches, 12), name_end = at;
    if (branch == 12)
        return QCDC_OK;
    bool has_word = skip_word(text, &at, "năm");
    skip_blanks(text, &at);
    if (!has_word && at < text->end && (text->bytes[at] == '-' || text->bytes[at] == '('))
        at++;
    skip_blanks(text, &at);
    uint32_t digits = at, year = read_number(text, &at, 4);
    if (year == UINT32_MAX || year < FIRST_YEAR || year > LAST_YEAR || has_digit(text, at))
        return QCDC_OK;
    uint32_t lunar = find_lunar_year(stem, branch, year);
    if (QCDC_FAULT("dates-lunar", lunar, lunar == year ? 0 : year) == year || (stem + branch) % 2 != 0)
        return QCDC_OK;
    draft_begin(&reader->draft, QCDC_CLAIM_DATE);
    add_number(&reader->draft, QCDC_OPERAND_YEAR, year, digits, at);
    draft_add_place(&reader->draft, QCDC_OPERAND_FIRST, start, name_end);
    return reader_keep(reader, &reader->draft, NULL, error);
}

/* What a token may begin: a date at digits, a year's name at a word. */
static QcdcStatus read_place(Reader *reader, const Text *text, uint32_t start, uint32_t at, QcdcError *error)
{
    PrintedDate date = {.start = at};
    if (!has_digit(text, at))
        return read_lunar_year(reader, text, at, error);
    if (at > start && (has_digit(text, at - 1) || text->bytes[at - 1] == '/' || text->bytes[at - 1] == '.' || text->bytes[at - 1] == '-'))
        return QCDC_OK;
    if (read_short_date(text, at, &date) || read_long_date(text, at, &date))
        return read_date(reader, text, start, &date, error);
    return QCDC_OK;
}

static QcdcStatus read_dates(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    if (scene->token_count == 0)
        return QCDC_OK;
    uint32_t start = scene->tokens[0].start;
    Text text = {scene->script->bytes, scene->tokens[scene->token_count - 1].end};
    QcdcStatus status = QCDC_OK;
    for (uint32_t at = start; at < text.end && status == QCDC_OK; at++) {
        bool begins = at == start || text.bytes[at - 1] == ' ' || text.bytes[at - 1] == '\n' || text.bytes[at - 1] == '(' || text.bytes[at - 1] == '"';
        if (begins)
            status = read_place(reader, &text, start, at, error);
    }
    return status;
}

/* Words by which a period of the year is spoken of by right: an event, a comparison, a plan. */
static bool is_by_right(const Scene *scene, size_t at)
{
    static const char *const words[] = {"sơ kết", "hội nghị", "báo cáo", "kế hoạch", "so với", "cùng kỳ", "từ", "nghị quyết", "phương hướng",
                                        "quyết định", "kỳ họp", "cuối năm", "kết luận", "thông báo", "giao ban", "tiếp tục", "trong tháng"};
    size_t start = scene_find_sentence_start(scene, at), end = scene_find_sentence_end(scene, at);
    size_t from = at > start + 14 ? at - 14 : start, to = end < at + 14 ? end : at + 14;
    if (operand_says_any(scene, from, to, words, sizeof words / sizeof words[0]))
        return true;
    for (size_t i = from; i < to; i++) {
        if (i != at && scene->tokens[i].kind == TOKEN_PERIOD)
            return true;
    }
    return false;
}

static bool is_part_of_year(uint8_t kind)
{
    return kind == QCDC_PERIOD_HALF || kind == QCDC_PERIOD_QUARTER || kind == QCDC_PERIOD_TO_DATE;
}

/* A part of the year in the report of a year, or a longer one than the report's own: left over from the report before. */
static QcdcStatus read_leftover(Reader *reader, size_t at, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    const QcdcPeriod *period = &scene->periods[scene->tokens[at].index];
    bool is_same_start = period->start == 0 || period->start == reader->own.start;
    bool is_other = reader->own.kind == QCDC_PERIOD_YEAR || period->count > reader->own.count;
    if (!is_part_of_year(period->kind) || !is_same_start || !is_other || is_by_right(scene, at))
        return QCDC_OK;
    draft_begin(&reader->draft, QCDC_CLAIM_LEFTOVER);
    draft_add_place(&reader->draft, QCDC_OPERAND_PRINTED, scene->tokens[at].start, scene->tokens[at].end);
    reader->draft.period = *period;
    reader->draft.base_period = reader->own;
    return reader_keep(reader, &reader->draft, NULL, error);
}

QcdcStatus reader_find_dates(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    QcdcStatus status = read_dates(reader, error);
    if (reader->own.kind != QCDC_PERIOD_YEAR && !is_part_of_year(reader->own.kind))
        return status;
    for (size_t at = 0; at < scene->token_count && status == QCDC_OK; at++) {
        if (scene->tokens[at].kind == TOKEN_PERIOD)
            status = read_leftover(reader, at, error);
    }
    return status;
}
