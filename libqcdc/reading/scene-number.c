/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/numeral-private.h"

static uint32_t measure_text(const Lexer *lexer, uint32_t at, const char *text)
{
    size_t size = strlen(text);
    if (at >= lexer->length || lexer->length - at < size || memcmp(lexer->text + at, text, size) != 0)
        return 0;
    bool goes_on = qcdc_letters_has_letter(lexer->text + at + size, lexer->length - at - size);
    return goes_on ? 0 : (uint32_t)size;
}

/* Bytes of the sign of a percent behind a number, a blank before it included. */
static uint32_t measure_percent(const Lexer *lexer, uint32_t at)
{
    static const char *const signs[] = {"%", " %", " phần trăm"};
    uint32_t found = 0;
    for (size_t i = 0; found == 0 && i < sizeof signs / sizeof signs[0]; i++)
        found = measure_text(lexer, at, signs[i]);
    if (found == 0 && at < lexer->length && lexer->text[at] == '%')
        found = 1;
    return found;
}

static bool has_points(const Lexer *lexer, uint32_t at)
{
    return measure_text(lexer, at, " điểm phần trăm") > 0 || measure_text(lexer, at, " điểm %") > 0;
}

/* "2 tỷ 350 triệu 046 nghìn": a smaller scale that goes on where the greater one ended. */
static uint32_t measure_rest(const Lexer *lexer, uint32_t at, unsigned power, QcdcDecimal *value, unsigned *out_power)
{
    uint32_t word;
    if (at + 1 >= lexer->length || lexer->text[at] != ' ' || !qcdc_letters_is_digit(lexer->text[at + 1]))
        return 0;
    Numeral rest = numeral_read(lexer->text + at + 1, lexer->length - at - 1);
    unsigned smaller = numeral_find_scale(lexer->text + at + 1 + rest.length, lexer->length - at - 1 - rest.length, &word);
    QcdcDecimal added = rest.value, limit = {1, 0, {0}}, sum;
    if (!rest.is_number || !rest.is_plain || smaller == 0 || smaller >= power || !numeral_scale(&added, smaller) ||
        !numeral_scale(&limit, power))
        return 0;
    if (qcdc_decimal_compare(added, limit) >= 0 || qcdc_decimal_add(*value, added, &sum, NULL) != QCDC_OK)
        return 0;
    *value = sum;
    *out_power = smaller;
    return 1 + rest.length + word;
}

static QcdcDecimal negate(QcdcDecimal value, bool is_negative)
{
    if (is_negative)
        value.coefficient = -value.coefficient;
    return value;
}

/* Telephone numbers and the like: "0269 3716046", "0912.345.678", "1900.545454", an account. */
static bool is_no_count(const Numeral *numeral)
{
    bool is_hotline = numeral->digits == 4 && numeral->value.decimals > 3;
    return is_hotline || !numeral->is_number || (numeral->starts_zero && (numeral->digits > 2 || numeral->is_grouped)) ||
           (numeral->is_plain && numeral->digits > 13);
}

static void fill_numeral(Mention *mention, const Numeral *numeral)
{
    mention->value = numeral->value;
    mention->other = numeral->other;
    mention->has_other = numeral->has_other;
    mention->is_grouped = numeral->is_grouped;
    mention->is_padded = numeral->starts_zero && numeral->digits == 2 && numeral->is_plain && numeral->value.coefficient > 0;
    mention->last_power = (int8_t)-(int)numeral->value.decimals;
}

/* What stands behind the digits and belongs to them: scale word, percent. Bytes. */
static uint32_t take_tail(const Lexer *lexer, uint32_t at, Mention *mention)
{
    uint32_t word, rest = 0;
    unsigned power = numeral_find_scale(lexer->text + at, lexer->length - at, &word), last = power;
    if (power > 0) {
        bool fits = numeral_scale(&mention->value, power);
        mention->has_other = mention->has_other && numeral_scale(&mention->other, power);
        mention->kind = fits ? MENTION_FIGURE : MENTION_NAME;
        mention->scale = (uint8_t)power;
        mention->last_power = (int8_t)(mention->last_power + (int)power);
        for (uint32_t more; (more = measure_rest(lexer, at + word + rest, last, &mention->value, &last)) > 0; mention->last_power = (int8_t)last)
            rest += more;
    }
    uint32_t percent = measure_percent(lexer, at + word + rest);
    mention->percent = percent > 0;
    mention->points = has_points(lexer, at + word + rest + percent);
    if (mention->percent && !mention->points)
        mention->points = measure_text(lexer, at + word + rest + percent, " điểm") > 0;
    if (mention->points)
        mention->percent = 0;
    return word + rest + percent;
}

/* Words whose number stands before another one: "tổ 5 120 hộ", "ngày 15 350 người". */
static bool is_name_before(const Lexer *lexer)
{
    static const char *const words[] = {"tổ",   "đợt", "khóa", "lần",  "khu",   "thôn", "xã",  "ấp",  "loại", "nhóm", "cấp",  "lớp",  "khối", "mức",  "bước",  "điều", "khoản",
                                        "mục",  "lục", "biểu", "bảng", "ngày",  "tháng", "năm", "quý", "thứ",  "hạng", "số",   "đội",  "cụm",  "vùng", "quận",  "phường", "covid",
                                        "điểm", "hình", NULL};
    return scene_precedes_any(lexer->scene, lexer->at, words) != NULL;
}

/* Bytes of the groups of three that begin at @at, 0 if there is one alone. What ends a run ends it for each of its groups, so that a long run
 * that is no number is measured once. */
static size_t measure_groups(Lexer *lexer, uint32_t at)
{
    bool is_inside = at < lexer->blanks_end && (lexer->blanks_end - at) % 4 == 3;
    if (is_inside)
        return lexer->blanks_end - at > 3 && lexer->text[at] != '0' ? lexer->blanks_end - at : 0;
    size_t size = numeral_measure_blanks(lexer->text + at, lexer->length - at);
    lexer->blanks_end = at + (uint32_t)size;
    return size;
}

/* "1 284 888 lượt", "9 428/9 905 trẻ": blanks between the groups, where something is counted and no number or its name stands before. Bytes
 * of the digits, 0 if there are none. */
static size_t measure_blanks(Lexer *lexer, uint32_t at)
{
    size_t size = measure_groups(lexer, at);
    uint32_t end = at + (uint32_t)size;
    const Token *last = lexer_get_last(lexer);
    bool is_first = lexer->starts_line || last == NULL || last->kind == TOKEN_NUMBER;
    if (size == 0 || (is_first && size < 9) || is_name_before(lexer))
        return 0;
    bool counts = lexer_get_byte(lexer, end) == ' ' && qcdc_letters_has_letter(lexer->text + end + 1, lexer->length - end - 1);
    bool is_line = lexer_get_byte(lexer, end) == '/' && qcdc_letters_is_digit(lexer_get_byte(lexer, end + 1));
    return QCDC_FAULT("scene-number-blanks", counts || is_line, false) ? size : 0;
}

static void cut_figure(Lexer *lexer, uint32_t sign)
{
    uint32_t at = lexer->at + sign;
    size_t blanks = measure_blanks(lexer, at);
    Numeral numeral = blanks > 0 ? numeral_read_blanks(lexer->text + at, blanks) : numeral_read(lexer->text + at, lexer->length - at);
    Mention made = {.kind = is_no_count(&numeral) ? MENTION_NAME : MENTION_FIGURE};
    uint32_t length = sign + numeral.length;
    bool is_negative = sign > 0 && lexer->text[lexer->at] == '-';
    if (made.kind == MENTION_FIGURE) {
        fill_numeral(&made, &numeral);
        length += take_tail(lexer, lexer->at + length, &made);
        made.value = negate(made.value, QCDC_FAULT("scene-number-sign", is_negative, false));
        made.other = negate(made.other, is_negative);
        made.sign = (int8_t)(sign == 0 ? 0 : is_negative ? -1 : 1);
    }
    Mention *mention = lexer_add_mention(lexer, length, (MentionKind)made.kind);
    if (mention == NULL)
        return;
    made.start = mention->start;
    made.end = mention->end;
    made.token = mention->token;
    *mention = made;
}

void scene_cut_number(Lexer *lexer)
{
    uint32_t sign = !qcdc_letters_is_digit(lexer->text[lexer->at]);
    MentionKind kind;
    if (sign == 0 && (scene_cut_period(lexer) || scene_cut_years(lexer)))
        return;
    uint32_t code = sign == 0 ? scene_measure_code(lexer, lexer->at, &kind) : 0;
    if (code == 0)
        cut_figure(lexer, sign);
    else if (kind != MENTION_DATE || !scene_cut_date(lexer, code))
        lexer_add_mention(lexer, code, kind);
}
