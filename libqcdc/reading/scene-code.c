/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/text-private.h"
#include "language/letters-private.h"
#include "reading/numeral-private.h"

enum {
    FIRST_YEAR = 1900,
    LAST_YEAR = 2100,
    DAYS_LISTED = 5, /* before the month that they share */
    DAY_WORDS = 6, /* "Ngày Thương binh liệt sĩ 27/7" */
    CODE_MAX = 96 /* bytes; a longer run is no code */
};

/* Digits at @at, at most five are counted, and their number. */
static uint32_t count_digits(const Lexer *lexer, uint32_t at, unsigned *out_number)
{
    uint32_t count = 0;
    *out_number = 0;
    while (count < 5 && qcdc_letters_is_digit(lexer_get_byte(lexer, at + count)))
        *out_number = 10 * *out_number + (unsigned)(lexer_get_byte(lexer, at + count++) - '0');
    return count;
}

static bool has_letter(const Lexer *lexer, uint32_t at)
{
    return at < lexer->length && qcdc_letters_has_letter(lexer->text + at, lexer->length - at);
}

static bool has_capital(const Lexer *lexer, uint32_t at)
{
    return scene_has_capital(lexer->scene, lexer->scene->start + at);
}

static bool is_year(uint32_t digits, unsigned number)
{
    return digits == 4 && number >= FIRST_YEAR && number <= LAST_YEAR;
}

static bool is_joint(char byte)
{
    return byte == '/' || byte == '-';
}

/* ---- dates ---- */

/* "25/5/2020", "31-12-2022", "25.5.2020", whether or not the calendar has it. */
static uint32_t measure_date(const Lexer *lexer, uint32_t at)
{
    unsigned number;
    uint32_t first = count_digits(lexer, at, &number), second = count_digits(lexer, at + first + 1, &number);
    char mark = lexer_get_byte(lexer, at + first);
    uint32_t third_at = at + first + 1 + second;
    if (first > 2 || second == 0 || second > 2 || (mark != '/' && mark != '-' && mark != '.') || lexer_get_byte(lexer, third_at) != mark)
        return 0;
    uint32_t third = count_digits(lexer, third_at + 1, &number);
    return is_year(third, number) ? third_at + 1 + third - at : 0;
}

static bool counts_something(const Lexer *lexer, uint32_t end)
{
    return scene_counts(lexer->scene, lexer->scene->start + end);
}

/* The 10 of "tháng 9, 10-2016". */
static bool follows_month(const Lexer *lexer)
{
    size_t count = lexer->scene->token_count;
    QcdcPeriod period = count < 2 ? (QcdcPeriod){0} : scene_get_period(lexer->scene, count - 2);
    return period.kind == QCDC_PERIOD_MONTH && !scene_has_year(period);
}

/* "6/2019"; not "Luật số 10/2022", not "5/2000 hộ". */
static uint32_t measure_month(const Lexer *lexer, uint32_t at, MentionKind *kind)
{
    unsigned month, year;
    uint32_t first = count_digits(lexer, at, &month), second = count_digits(lexer, at + first + 1, &year), end = at + first + 1 + second;
    char next = lexer_get_byte(lexer, end);
    if (first > 2 && first < 5 && lexer_get_byte(lexer, at + first) == '/' && is_year(second, year) && scene_precedes(lexer->scene, at, "số")) {
        *kind = MENTION_DOCUMENT;
        return end - at;
    }
    bool is_joined = lexer_get_byte(lexer, at + first) == '/' || (lexer_get_byte(lexer, at + first) == '-' && follows_month(lexer));
    if (first > 2 || !is_joined || !is_year(second, year) || next == '/' || next == '-' || next == '%' || has_letter(lexer, end))
        return 0;
    if (scene_precedes(lexer->scene, at, "số"))
        *kind = MENTION_DOCUMENT;
    else if (month < 1 || month > 12 || counts_something(lexer, end))
        return 0;
    return end - at;
}

static bool follows_date(const Lexer *lexer)
{
    const Scene *scene = lexer->scene;
    size_t count = scene->token_count;
    if (count < 2)
        return false;
    const Token *joint = &scene->tokens[count - 1], *before = &scene->tokens[count - 2];
    bool joins = (joint->kind == TOKEN_CUE && (joint->cue == CUE_AND || joint->cue == CUE_UNTIL)) ||
                 (joint->kind == TOKEN_MARK && (joint->mark == ',' || joint->mark == '-'));
    if (before->kind == TOKEN_PERIOD)
        return joins && scene->periods[before->index].kind == QCDC_PERIOD_DAYS;
    return joins && before->kind == TOKEN_NUMBER && scene->mentions[before->index].kind == MENTION_DATE;
}

/* Whether only days stand between "ngày" and the end of what was cut: "hai ngày 12 -", "3 ngày (30,". */
static bool follows_days(const Lexer *lexer)
{
    static const char *const before[] = {"ngày", "ngày (", "ngày:", "sáng", "chiều", "tối", "đêm", "từ", NULL};
    const Scene *scene = lexer->scene;
    size_t at = scene->token_count;
    for (unsigned i = 0; i < DAYS_LISTED && at >= 2; i++, at -= 2) {
        const Token *joint = &scene->tokens[at - 1], *day = joint - 1;
        bool joins = (joint->kind == TOKEN_CUE && (joint->cue == CUE_AND || joint->cue == CUE_UNTIL)) ||
                     (joint->kind == TOKEN_MARK && (joint->mark == ',' || joint->mark == '-'));
        if (!joins || day->kind != TOKEN_NUMBER || day->end - day->start > 2)
            return false;
        if (scene_precedes_any(scene, day->start - scene->start, before) != NULL)
            return true;
    }
    return false;
}

/* Days that are spoken of by their date, those whose day is greater than their month, which no fraction is. */
static bool is_feast(unsigned day, unsigned month, bool is_bare)
{
    static const uint8_t feasts[][2] = {{30, 4}, {27, 7}, {20, 11}, {22, 12}, {19, 8}, {26, 3}, {20, 10}, {3, 2}, {19, 5}, {8, 3}, {10, 3}};
    static const uint8_t bare_feasts[][2] = {{1, 5}, {2, 9}, {1, 6}}; /* may be fractions */
    for (size_t i = 0; is_bare && i < sizeof bare_feasts / sizeof bare_feasts[0]; i++)
        if (bare_feasts[i][0] == day && bare_feasts[i][1] == month)
            return true;
    for (size_t i = 0; i < sizeof feasts / sizeof feasts[0]; i++)
        if (feasts[i][0] == day && feasts[i][1] == month)
            return true;
    return false;
}

/* A feast stands free, or alone in a bracket behind a word: "tăng 50% (3/2)" is another thing. */
static bool names_feast(const Lexer *lexer, uint32_t end)
{
    const Scene *scene = lexer->scene;
    const Token *last = lexer_get_last(lexer);
    if (counts_something(lexer, end))
        return false;
    if (last == NULL)
        return true;
    if (last->kind != TOKEN_MARK || last->mark != '(')
        return last->kind == TOKEN_WORD;
    return lexer_get_byte(lexer, end) == ')' && scene->token_count > 1 && scene->tokens[scene->token_count - 2].kind == TOKEN_WORD;
}

/* "Ngày Hải quân Nga 29/7", but "ngày càng … 3/5 xã". */
static bool names_day(const Lexer *lexer, uint32_t end)
{
    const Scene *scene = lexer->scene;
    size_t at = scene->token_count;
    const Token *last = lexer_get_last(lexer);
    if (last == NULL || last->kind != TOKEN_WORD || !scene_has_capital(scene, last->start) || counts_something(lexer, end))
        return false;
    for (unsigned words = 0; words < DAY_WORDS && at > 0 && scene->tokens[at - 1].kind == TOKEN_WORD; words++, at--)
        if (scene_is_word(scene, at - 1, "ngày"))
            return true;
    return false;
}

/* "Thứ Hai (05/6)", "chủ nhật, 12/9". */
static bool follows_weekday(const Lexer *lexer, uint32_t at)
{
    static const char *const weekdays[] =
        {"thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật", "thứ 2", "thứ 3", "thứ 4", "thứ 5", "thứ 6", "thứ 7",
         NULL};
    while (at > 0 && (lexer->text[at - 1] == '(' || lexer->text[at - 1] == ',' || lexer->text[at - 1] == ' '))
        at--;
    return scene_precedes_any(lexer->scene, at, weekdays) != NULL;
}

/* "từ 12/9 đến 20/9". */
static bool begins_days(const Lexer *lexer, uint32_t at, uint32_t end)
{
    static const char *const joints[] = {" đến ", " đến hết ", " đến ngày ", " đến hết ngày ", "-", " - "};
    unsigned number;
    for (size_t i = 0; scene_precedes(lexer->scene, at, "từ") && i < sizeof joints / sizeof joints[0]; i++) {
        uint32_t size = (uint32_t)strlen(joints[i]);
        if (lexer->length - end < size || memcmp(lexer->text + end, joints[i], size) != 0)
            continue;
        uint32_t first = count_digits(lexer, end + size, &number), second = count_digits(lexer, end + size + first + 1, &number);
        if (first > 0 && first <= 2 && lexer_get_byte(lexer, end + size + first) == '/' && second > 0 && second <= 2 &&
            !counts_something(lexer, end + size + first + 1 + second))
            return true;
    }
    return false;
}

/* "ngày 30/4", "30/4 và 1/5": a day and a month. */
static uint32_t measure_day(const Lexer *lexer, uint32_t at)
{
    static const char *const before[] =
        {"ngày", "sáng", "chiều", "tối", "đêm", "trưa", "hôm", "mùng", "lễ", "dịp", "nghỉ lễ", "quốc khánh", "giải phóng", "hết ngày",
         "sáng nay", "chiều nay", "tối nay", "hôm nay", "hôm qua", NULL};
    static const char *const perhaps[] = {"thời điểm", "tính đến", "đến hết", "trước", "kể từ", "vào", NULL};
    unsigned day, month;
    uint32_t first = count_digits(lexer, at, &day), second = count_digits(lexer, at + first + 1, &month), end = at + first + 1 + second;
    char mark = lexer_get_byte(lexer, at + first), next = lexer_get_byte(lexer, end);
    bool is_named = scene_precedes_any(lexer->scene, at, before) != NULL;
    if (first > 2 || second == 0 || second > 2 || day < 1 || day > 31 || month < 1 || month > 12 || next == '/' || next == '%' ||
        (has_letter(lexer, end) && !is_named))
        return 0;
    if (mark != '/' && !((mark == '-' || mark == '.') && is_named))
        return 0;
    if (mark == '/' && scene_precedes_any(lexer->scene, at, perhaps) != NULL && !counts_something(lexer, end))
        return end - at;
    if (mark == '/' && (names_day(lexer, end) || follows_weekday(lexer, at) || begins_days(lexer, at, end)))
        return end - at;
    return is_named || follows_date(lexer) || follows_days(lexer) ||
           (is_feast(day, month, next != ' ') && names_feast(lexer, end)) ? end - at : 0;
}

/* "2022/2021" at the head of a comparison. */
static uint32_t measure_years(const Lexer *lexer, uint32_t at)
{
    unsigned first_year, second_year;
    uint32_t first = count_digits(lexer, at, &first_year), second = count_digits(lexer, at + first + 1, &second_year),
                     end = at + first + 1 + second;
    bool are_years = is_year(first, first_year) && lexer_get_byte(lexer, at + first) == '/' && is_year(second, second_year);
    return are_years && !has_letter(lexer, end) && !is_joint(lexer_get_byte(lexer, end)) && !counts_something(lexer, end) ? end - at : 0;
}

/* ---- documents ---- */

/* Letters of offices, "NĐ-CP", "PL-UBTVQH11", "CTr/HU": two capitals at least. Bytes of the run at @at, 0 if it is none. */
static uint32_t measure_offices(const Lexer *lexer, uint32_t at)
{
    uint32_t end = at, capitals = 0;
    if (!has_capital(lexer, at))
        return 0;
    while (end < lexer->length && end - at < CODE_MAX) {
        char byte = lexer->text[end];
        bool joins = (byte == '-' || byte == '/' || byte == '&') && has_capital(lexer, end + 1);
        if (!joins && !qcdc_letters_is_digit(byte) && !has_letter(lexer, end))
            break;
        capitals += has_capital(lexer, end);
        size_t size = qcdc_text_measure_character(lexer->text + end, lexer->length - end);
        end += size == 0 ? 1 : (uint32_t)size;
    }
    return capitals >= 2 ? end - at : 0;
}

/* Whether a joint stands in the run. */
static bool has_joint(const Lexer *lexer, uint32_t at, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++)
        if (is_joint(lexer->text[at + i]))
            return true;
    return false;
}

/* "34/2007/PL-UBTVQH11", "217 - QĐ/TW", "11-CTr/HU", "113a-KH/ĐTN", "10/2022/QH15". */
static uint32_t measure_document(const Lexer *lexer, uint32_t at)
{
    unsigned number;
    uint32_t end = at;
    while (qcdc_letters_is_digit(lexer_get_byte(lexer, end)))
        end++;
    if (lexer_get_byte(lexer, end) == '^') /* a raised letter, scanned */
        end++;
    if (has_letter(lexer, end) && (unsigned char)lexer_get_byte(lexer, end) < 0x80 && is_joint(lexer_get_byte(lexer, end + 1)))
        end++;
    if (is_joint(lexer_get_byte(lexer, end)) && count_digits(lexer, end + 1, &number) == 4 && is_joint(lexer_get_byte(lexer, end + 5)))
        end += 5;
    uint32_t offices = is_joint(lexer_get_byte(lexer, end)) ? measure_offices(lexer, end + 1) : 0;
    if (offices > 0)
        return end + 1 + offices - at;
    offices = lexer_get_byte(lexer, end) == ' ' && is_joint(lexer_get_byte(lexer, end + 1)) &&
              lexer_get_byte(lexer, end + 2) == ' ' ? measure_offices(lexer, end + 3) : 0;
    return offices > 0 && has_joint(lexer, end + 3, offices) ? end + 3 + offices - at : 0;
}

/* ---- times and codes ---- */

/* "8h30", "8h", "08:30", "9001:2015". */
static uint32_t measure_time(const Lexer *lexer, uint32_t at)
{
    unsigned number, unused;
    uint32_t first = count_digits(lexer, at, &number), second = count_digits(lexer, at + first + 1, &unused);
    char mark = lexer_get_byte(lexer, at + first);
    uint32_t end = at + first + 1 + second;
    if (mark == ':' && second > 0)
        return (first <= 2 && second == 2) || second == 4 ? end - at : 0;
    if ((mark != 'h' && !(mark == 'g' && second == 2)) || first > 2 || number > 24 || second == 1 || second > 2 || has_letter(lexer, end))
        return 0;
    return end - at;
}

/* "Km 12+300", "phút 90+2". */
static uint32_t measure_milestone(const Lexer *lexer, uint32_t at)
{
    static const char *const before[] = {"km", "lý trình", "cọc h", "phút", NULL};
    unsigned number;
    uint32_t mark = at + count_digits(lexer, at, &number);
    mark += lexer_get_byte(lexer, mark) == ' ';
    uint32_t second = mark + 1 + (lexer_get_byte(lexer, mark + 1) == ' '), length = count_digits(lexer, second, &number);
    bool is_one = lexer_get_byte(lexer, mark) == '+' && length > 0 && length <= 3 && scene_precedes_any(lexer->scene, at, before) != NULL;
    return is_one ? second + length - at : 0;
}

/* "thị lực 20/400", "Power 6/55". */
static uint32_t measure_rating(const Lexer *lexer, uint32_t at)
{
    static const char *const before[] = {"thị lực", "power", "mega", "huyết áp", NULL};
    unsigned number;
    uint32_t first = count_digits(lexer, at, &number), second = count_digits(lexer, at + first + 1, &number);
    bool is_one = lexer_get_byte(lexer, at + first) == '/' && second > 0 && scene_precedes_any(lexer->scene, at, before) != NULL;
    return is_one ? first + 1 + second : 0;
}

/* "24/24h", "24/7". */
static uint32_t measure_clock(const Lexer *lexer, uint32_t at)
{
    static const char *const clocks[] = {"24/24h", "24/24 h", "24/24 giờ", "24/7", "24h/24h"};
    for (size_t i = 0; i < sizeof clocks / sizeof clocks[0]; i++)
        if (qcdc_letters_match_whole(lexer->text + at, lexer->length - at, clocks[i]) > 0 &&
            !qcdc_letters_is_digit(lexer_get_byte(lexer, at + (uint32_t)strlen(clocks[i]))))
            return (uint32_t)strlen(clocks[i]);
    return 0;
}

static uint32_t measure_letters(const Lexer *lexer, uint32_t at, uint32_t *out_letters, uint32_t *out_capitals)
{
    uint32_t end = at;
    *out_letters = *out_capitals = 0;
    while (end < lexer->length && (has_letter(lexer, end) || qcdc_letters_is_digit(lexer->text[end]))) {
        *out_letters += 1;
        *out_capitals += has_capital(lexer, end);
        size_t size = qcdc_text_measure_character(lexer->text + end, lexer->length - end);
        end += size == 0 ? 1 : (uint32_t)size;
    }
    return end - at;
}

/* Letters that are a unit though they look like part of a name; "5g" is a weight, "5G" none. */
static bool is_unit(const Lexer *lexer, uint32_t at, uint32_t length)
{
    if (length == 1 && has_capital(lexer, at))
        return false;
    static const char *const units[] =
        {"m", "g", "l", "đ", "ha", "m2", "m3", "km", "km2", "kg", "cm", "mm", "mw", "kw", "kwh", "kv", "usd", "vnd", "tr", "tỷ", "tỉ"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (strlen(units[i]) == length && memcmp(units[i], lexer->text + at, length) == 0)
            return true;
    return false;
}

/* "1A", "30a", "5G", "135CP": digits and letters that are one name; not "8ha", "300.000đồng". */
static uint32_t measure_name(const Lexer *lexer, uint32_t at)
{
    uint32_t end = at, letters, capitals;
    while (qcdc_letters_is_digit(lexer_get_byte(lexer, end)))
        end++;
    uint32_t length = measure_letters(lexer, end, &letters, &capitals);
    if (length == 0 || is_unit(lexer, end, length) || (letters > 1 && capitals < 2))
        return 0;
    return end + length - at;
}

uint32_t scene_measure_code(const Lexer *lexer, uint32_t at, MentionKind *out_kind)
{
    uint32_t length;
    *out_kind = MENTION_DATE;
    if ((length = measure_document(lexer, at)) > 0)
        *out_kind = MENTION_DOCUMENT;
    else if ((length = measure_date(lexer, at)) > 0 || (length = measure_month(lexer, at, out_kind)) > 0)
        return length;
    else if ((length = measure_years(lexer, at)) > 0)
        *out_kind = MENTION_YEAR;
    else if ((length = measure_clock(lexer, at)) > 0 || (length = measure_milestone(lexer, at)) > 0 ||
             (length = measure_rating(lexer, at)) > 0 || (length = measure_time(lexer, at)) > 0)
        *out_kind = MENTION_NAME;
    else if ((length = measure_day(lexer, at)) > 0)
        return length;
    else if ((length = measure_name(lexer, at)) > 0)
        *out_kind = MENTION_NAME;
    return length;
}
