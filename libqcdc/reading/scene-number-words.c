/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/numeral-private.h"

const char *const scene_counted[] =
    {"cuộc", "vụ", "người", "đơn", "xã", "huyện", "thôn", "bản", "hộ", "trường", "cơ quan", "buổi", "hội nghị", "lớp", "đoàn", "tổ",
     "cán bộ", "đồng chí", "mô hình", "công trình", "dự án", "doanh nghiệp", "lượt", "tỉnh", "thành phố", "phường", "thị trấn", "thị xã",
     "quận", "chi bộ", "đảng bộ", "tổ chức", "kỳ họp", "phiên", "ngày", "tháng", "năm", "tuần", "giờ", "lần", "bậc", "điểm", "tiêu chí",
     "chỉ tiêu", "nhà", "suất", "hồ sơ", "văn bản", "đảng viên", "học sinh", "giáo viên", "hội viên", "đoàn viên", "công dân", "nhóm",
     "tập thể", "cá nhân", "ha", "km", "tấn", "con", "cây", "phòng", "sở", "thủ tục", "dịch vụ", "kế hoạch", "nghị quyết", "quyết định",
     "báo cáo", "xóm", "ấp", "khu", "tổ dân phố", "khẩu", "đồng", "giấy", "thẻ", "sản phẩm", "hợp tác xã", "cơ sở", "đội", "câu lạc bộ",
     "đại biểu", "ý kiến", "nhiệm vụ", "nội dung", "chương trình", "công chức", "viên chức", "lao động", "trẻ em", "em", "bệnh nhân", "ca",
     "trạm", "chợ", "cầu", "đề án", "đề tài", "sáng kiến", "tin", "bài", "tin bài", "đơn vị", "trường hợp", "thí sinh", "đối tượng", NULL};

/* "một" is more often an article: it counts only what is counted in this way. */
static const char *const counted_one[] = {"cuộc kiểm tra", "cuộc họp", "cuộc", "vụ", "buổi", "hội nghị", "phiên", "trường hợp", "người", "em", "cháu", "bé", "ca", "nạn nhân", NULL};

typedef struct Words {
    const Lexer *lexer;
    uint32_t at;
    int64_t value;
    unsigned words;
} Words;

typedef struct NumberWord {
    const char *word;
    uint8_t value;
} NumberWord;

static const NumberWord units[] =
    {{"một", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"năm", 5}, {"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9}, {NULL, 0}};
/* behind "mươi" and "mười" */
static const NumberWord last_units[] =
    {{"mốt", 1}, {"một", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"tư", 4}, {"lăm", 5}, {"nhăm", 5}, {"sáu", 6}, {"bảy", 7}, {"bẩy", 7},
     {"tám", 8}, {"chín", 9}, {NULL, 0}};

/* Bytes of @word at @at, a blank before it included, 0 if another word stands there. */
static uint32_t measure_word(const Lexer *lexer, uint32_t at, const char *word)
{
    uint32_t blank = at < lexer->length && lexer->text[at] == ' ', size = (uint32_t)strlen(word);
    if (at + blank >= lexer->length || lexer->length - at - blank < size || memcmp(lexer->text + at + blank, word, size) != 0)
        return 0;
    at += blank + size;
    bool goes_on = at < lexer->length && (qcdc_letters_is_digit(lexer->text[at]) ||
                                          qcdc_letters_has_letter(lexer->text + at, lexer->length - at));
    return goes_on ? 0 : blank + size;
}

static bool take(Words *words, const char *word)
{
    uint32_t length = measure_word(words->lexer, words->at, word);
    words->at += length;
    words->words += length > 0;
    return length > 0;
}

static bool take_one_of(Words *words, const NumberWord *list, int64_t *out_value)
{
    for (; list->word != NULL; list++) {
        if (!take(words, list->word))
            continue;
        *out_value = list->value;
        return true;
    }
    return false;
}

/* "mười", "mười lăm", "hai mươi", "hai mươi lăm"; @unit was read already, 0 if none was. */
static void take_tens(Words *words, int64_t unit)
{
    int64_t last = 0;
    bool is_ten = unit == 0 ? take(words, "mười") : take(words, "mươi");
    if (is_ten)
        take_one_of(words, last_units, &last);
    words->value += is_ten ? 10 * (unit == 0 ? 1 : unit) + last : unit;
}

/* Up to 999. */
static bool take_hundreds(Words *words)
{
    int64_t unit = 0, hundreds = 0;
    take_one_of(words, units, &unit);
    if (unit > 0 && take(words, "trăm")) {
        hundreds = 100 * unit;
        unit = 0;
        bool skips = take(words, "linh") || take(words, "lẻ");
        take_one_of(words, units, &unit);
        if (skips) {
            words->value = hundreds + unit;
            return true;
        }
    }
    take_tens(words, unit);
    words->value += hundreds;
    return words->value > 0;
}

/* Before words of a number that is none: thứ hai, hàng trăm, vài chục, mỗi một. */
static bool is_barred(const Lexer *lexer)
{
    static const char *const before[] =
        {"thứ", "hàng", "vài", "mấy", "mỗi", "từng", "phần", "quý", "khóa", "khoá", "tháng", "số", "nhiều", "chia", "trong một", "cũng là",
         "lớp", "tổ", NULL};
    return scene_precedes_any(lexer->scene, lexer->at, before) != NULL;
}

static bool counts(const Words *words, unsigned power)
{
    const Scene *scene = words->lexer->scene;
    uint32_t end = scene->start + words->at;
    bool is_one = words->value == 1 && power == 0;
    if (scene_follows(scene, end, "phần trăm"))
        return true;
    if (scene_follows(scene, end, "con số"))
        return false;
    if (is_one)
        return QCDC_FAULT("scene-number-one", scene_follows_any(scene, end, counted_one) != NULL,
                          scene_follows_any(scene, end, scene_counted) != NULL);
    return scene_follows_any(scene, end, scene_counted) != NULL;
}

/* "năm" alone is the year: "năm cuộc" is not met. */
static bool is_year_word(const Words *words)
{
    return words->words == 1 && words->value == 5;
}

bool scene_cut_number_words(Lexer *lexer)
{
    Words words = {lexer, lexer->at, 0, 0};
    uint32_t scale_length, percent;
    char first = lexer->text[lexer->at];
    if ((first != 'm' && first != 'h' && first != 'b' && first != 'n' && first != 's' && first != 't' && first != 'c') || is_barred(lexer))
        return false;
    if (!take_hundreds(&words))
        return false;
    unsigned power = numeral_find_scale(lexer->text + words.at, lexer->length - words.at, &scale_length);
    words.at += scale_length;
    QcdcDecimal value = {words.value, 0, {0}};
    if ((is_year_word(&words) && power == 0) || !numeral_scale(&value, power) || !counts(&words, power))
        return false;
    percent = measure_word(lexer, words.at, "phần trăm");
    Mention *mention = lexer_add_mention(lexer, words.at + percent - lexer->at, MENTION_FIGURE);
    if (mention == NULL)
        return true;
    mention->value = value;
    mention->is_word = 1;
    mention->percent = percent > 0;
    mention->scale = (uint8_t)power;
    mention->last_power = (int8_t)power;
    return true;
}
