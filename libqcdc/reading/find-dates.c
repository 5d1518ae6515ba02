/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/printed-date-private.h"

#include <string.h>

#include "kernel/fault-private.h"

enum {
    DATE_GAP = 24 /* bytes between a document's number and its date: ", ngày " */
};

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
static bool find_document(const DateText *text, uint32_t start, const PrintedDate *date, SeenDocument *document)
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
        has_type = has_type || ((text->bytes[i] == '-' || text->bytes[i] == '/') && i + 1 < document->end && !date_has_digit(text, i + 1));
    return document->end > at + 4 && date_has_digit(text, at) && has_type;
}

/* The year inside a document's number: "34/2007/PL-UBTVQH11"; 0 if there is none. */
static uint32_t find_number_year(const DateText *text, const SeenDocument *document)
{
    for (uint32_t at = document->start; at + 4 < document->end; at++) {
        uint32_t behind = at + 1, year;
        if (text->bytes[at] != '/' || (year = date_read_number(text, &behind, 4)) == UINT32_MAX)
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

static QcdcStatus see_document(Reader *reader, const DateText *text, uint32_t start, const PrintedDate *date, QcdcError *error)
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

static QcdcStatus read_date(Reader *reader, const DateText *text, uint32_t start, PrintedDate *date, QcdcError *error)
{
    if (!date_is_impossible(date))
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

static uint32_t find_word(const DateText *text, uint32_t *at, const char *const *words, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (date_skip_word(text, at, words[i]))
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

static QcdcStatus read_lunar_year(Reader *reader, const DateText *text, uint32_t start, QcdcError *error)
{
    uint32_t at = start, stem = find_word(text, &at, stems, 10);
    if (stem == 10)
        return QCDC_OK;
    uint32_t branch = find_word(text, &at, branches, 12), name_end = at;
    if (branch == 12)
        return QCDC_OK;
    bool has_word = date_skip_word(text, &at, "năm");
    date_skip_blanks(text, &at);
    if (!has_word && at < text->end && (text->bytes[at] == '-' || text->bytes[at] == '('))
        at++;
    date_skip_blanks(text, &at);
    uint32_t digits = at, year = date_read_number(text, &at, 4);
    if (year == UINT32_MAX || year < FIRST_YEAR || year > LAST_YEAR || date_has_digit(text, at))
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
static QcdcStatus read_place(Reader *reader, const DateText *text, uint32_t start, uint32_t at, QcdcError *error)
{
    PrintedDate date;
    if (!date_has_digit(text, at))
        return read_lunar_year(reader, text, at, error);
    if (at > start && (date_has_digit(text, at - 1) || text->bytes[at - 1] == '/' || text->bytes[at - 1] == '.' || text->bytes[at - 1] == '-'))
        return QCDC_OK;
    if (date_read(text, start, at, &date))
        return read_date(reader, text, start, &date, error);
    return QCDC_OK;
}

static QcdcStatus read_dates(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    if (scene->token_count == 0)
        return QCDC_OK;
    uint32_t start = scene->tokens[0].start;
    DateText text = {scene->script->bytes, scene->tokens[scene->token_count - 1].end};
    QcdcStatus status = QCDC_OK;
    for (uint32_t at = start; at < text.end && status == QCDC_OK; at++) {
        bool begins = at == start || text.bytes[at - 1] == ' ' || text.bytes[at - 1] == '\n' || text.bytes[at - 1] == '(' || text.bytes[at - 1] == '"';
        if (begins)
            status = read_place(reader, &text, start, at, error);
    }
    return status;
}

QcdcStatus reader_find_dates(Reader *reader, QcdcError *error)
{
    QcdcStatus status = read_dates(reader, error);
    return status == QCDC_OK ? reader_find_leftovers(reader, error) : status;
}
