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
     "đại biểu", "ý kiến", "nhiệm vụ", "nội dung", "chương trình", "công chức", "viên chức", "lao động", "trẻ em", "em", "bệnh nhân",
     "ca", "trạm", "chợ", "cầu", "đề án", "đề tài", "sáng kiến", "tin", "bài", "tin bài", "đơn vị", "trường hợp", "thí sinh", "đối tượng",
     "trẻ", "nam", "nữ", "phụ nữ", "đàn ông", "hành khách", "thành viên", "nhân viên", "cảnh sát", "binh sĩ", "chiến sĩ", "chiến sỹ",
     "công nhân", "kỹ sư", "bác sĩ", "luật sư", "chuyên gia", "thẩm phán", "thư ký", "hội thẩm", "nghi phạm", "bị cáo", "nghi can",
     "con tin", "vận động viên", "cầu thủ", "sinh viên", "chiếc", "xe", "tàu", "máy bay", "ô tô", "ôtô", "quốc gia", "nạn nhân", "cháu",
     "bé", "nhà thầu", "ngôi nhà", "căn nhà", "căn hộ", "căn", "phương tiện", "đại lý", "cửa hàng", "nhà máy", "huy chương", "cuốn",
     "suất ăn", "trạm thu phí", "giáo sư", "phi công", "tiếp viên", "lính", "dân quân", "đoàn tàu", "toa", "container", "ngân hàng",
     "khách", "du khách", "lượt khách", "hộ dân", "cư dân", "người lớn", NULL};

/* "một" is more often an article: it counts only what is counted in this way. */
static const char *const counted_one[] =
    {"cuộc kiểm tra", "cuộc họp", "cuộc", "vụ", "buổi", "hội nghị", "phiên", "trường hợp", "người", "em", "cháu", "bé", "ca", "nạn nhân",
     "trẻ", "nam", "nữ", "phụ nữ", "đàn ông", "hành khách", "thành viên", "nhân viên", "cảnh sát", "chiến sĩ", "công nhân", "sinh viên",
     "học sinh", "giáo viên", "xã", "phường", "thị trấn", "thị xã", "thành phố", "huyện", "quận", "cử nhân", "chiếc", "xe", "tàu", NULL};

enum {
    LIST_LOOK_BACK = 12 /* tokens */
};

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

/* "một" counts as one of several: "gồm …, một trẻ nhỏ và 8 thành viên". */
static bool stands_in_list(const Lexer *lexer)
{
    const Token *last = lexer_get_last(lexer);
    if (last == NULL)
        return false;
    if (last->kind == TOKEN_MARK)
        return last->mark == ',' || last->mark == ';' || last->mark == '(' || last->mark == ':';
    return last->kind == TOKEN_CUE && (last->cue == CUE_AND || last->cue == CUE_COMPRISING || last->cue == CUE_OF_WHICH);
}

/* Whether a figure was told not long before, so that the words go on with the list. */
static bool continues_list(const Lexer *lexer)
{
    const Scene *scene = lexer->scene;
    for (size_t i = 1; i <= LIST_LOOK_BACK && i <= scene->token_count; i++) {
        const Token *token = &scene->tokens[scene->token_count - i];
        if (token->kind == TOKEN_NUMBER)
            return stands_in_list(lexer);
        if (token->starts_sentence)
            break;
    }
    return false;
}

/* "…, hai thành viên và một nhà báo": in a list any small word may be counted, but these. */
static bool counts_in_list(const Lexer *lexer, uint32_t end)
{
    static const char *const others[] =
        {"trong", "số", "phần", "cửa", "là", "bên", "cách", "khi", "vài", "chút", "mặt", "nửa", "cấp", "mình", "đời", "loạt", "thời",
         "nước", "con số", "lĩnh vực", "nội dung", "nhóm", "loại", "mục", "khâu", "bước", "khu vực", "ngành", "môn", "giai đoạn",
             "hình thức", "yếu tố", "và", "hay", "hoặc", "để", "của", "bộ phận", "lúc", "mực", "khác", NULL};
    uint32_t next = end + 1;
    bool is_word = next < lexer->length && lexer->text[end] == ' ' &&
                   qcdc_letters_has_small_letter(lexer->raw + next, lexer->length - next);
    return is_word && continues_list(lexer) && scene_follows_any(lexer->scene, lexer->scene->start + end, others) == NULL;
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
    if (power == 0 && counts_in_list(words->lexer, words->at))
        return true;
    if (is_one && !stands_in_list(words->lexer))
        return false;
    if (is_one)
        return QCDC_FAULT("scene-number-one", scene_follows_any(scene, end, counted_one) != NULL,
                          scene_counts(scene, end));
    return scene_counts(scene, end);
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
