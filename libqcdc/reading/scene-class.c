/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-lexer-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "kernel/period-private.h"
#include "language/letters-private.h"

enum {
    LOOK_BACK = 64, /* tokens */
    AGE_LOOK_BACK = 8,
    MOST_LEVEL = 9, /* "cấp 2"; but "cấp 50, thu hồi 3" */
    MOST_NAMED = 99 /* there is no village 330 */
};

/* A number whose kind is asked for. */
typedef struct Place {
    const Scene *scene;
    const Mention *mention;
    const Token *token;
    uint32_t at;      /* of its first byte in the window */
    bool is_small;    /* one to three digits and nothing else: may number a thing */
} Place;

static Place find_place(const Scene *scene, const Mention *mention)
{
    Place place = {scene, mention, &scene->tokens[mention->token], mention->start - scene->start, false};
    place.is_small = mention->end - mention->start <= 3 && mention->value.decimals == 0 && !mention->percent && !mention->points &&
                     mention->sign == 0 && !mention->is_word && mention->scale == 0;
    return place;
}

static bool precedes(const Place *place, const char *const *list)
{
    return scene_precedes_any(place->scene, place->at, list) != NULL;
}

static bool follows(const Place *place, const char *const *list)
{
    return scene_follows_any(place->scene, place->mention->end, list) != NULL;
}

static const Token *get_next(const Place *place)
{
    return place->token + 1; /* the END stands behind the last */
}

static bool next_is_mark(const Place *place, char mark)
{
    return get_next(place)->kind == TOKEN_MARK && get_next(place)->mark == mark;
}

static bool previous_is_mark(const Place *place, char mark)
{
    return place->mention->token > 0 && place->token[-1].kind == TOKEN_MARK && place->token[-1].mark == mark;
}

/* Whether what follows is no noun that the number could count. */
static bool counts_nothing(const Place *place)
{
    static const char *const words[] = {"của", "là", "được", "đã", "đối", "trở", "và", "hoặc", "ở", "tại", "có", "theo", "thuộc", "để", "về", "do",
                                        "từ", "trên", "khi", "ngày", "năm", "cũng", "sẽ", "phải", "bị", "như", "với", "cho", "trong", NULL};
    const Token *next = get_next(place);
    if (next->kind == TOKEN_CUE)
        return next->cue != CUE_TIMES && next->cue != CUE_SCORE && next->cue != CUE_PLACES && next->cue != CUE_PLAN && next->cue != CUE_TARGET;
    if (next->kind == TOKEN_WORD)
        return follows(place, words) || scene_has_capital(place->scene, next->start);
    return next->kind != TOKEN_MARK || (next->mark != '/' && next->mark != '-' && next->mark != 'x' && next->mark != '=');
}

/* ---- sections ---- */

/* "1.", "2.3.", "1)", "1/" at the head of a line. */
static bool heads_line(const Place *place)
{
    const Token *next = get_next(place);
    if (!place->token->starts_line || place->mention->percent || next->kind != TOKEN_MARK || next->start != place->mention->end)
        return place->token->starts_line && place->mention->value.decimals == 1 && !place->mention->percent && next->kind == TOKEN_WORD &&
               scene_has_capital(place->scene, next->start);
    bool is_stop = next->mark == '.' || next->mark == ')' || next->mark == '/' || next->mark == '-';
    bool is_joined = next[1].kind != TOKEN_END && next[1].start == next->end && qcdc_letters_is_digit(place->scene->script->bytes[next[1].start]);
    return is_stop && !is_joined && (place->is_small || place->mention->value.decimals > 0);
}

/* "(1) …; (2) …". */
static bool is_bracketed(const Place *place)
{
    if (!place->is_small || place->mention->end - place->mention->start > 2 || place->mention->is_padded || !previous_is_mark(place, '(') || !next_is_mark(place, ')'))
        return false;
    const Token *before = place->mention->token > 1 ? place->token - 2 : NULL, *behind = get_next(place) + 1;
    bool is_free = before == NULL || (before->kind == TOKEN_MARK && before->mark != ')') || before->kind == TOKEN_CUE || place->token[-1].starts_line || place->token[-1].starts_sentence;
    return is_free && (behind->kind == TOKEN_WORD || behind->kind == TOKEN_CUE);
}

/* Whether a bracket was opened and not closed, as far as it is looked for. */
static bool is_inside(const Place *place)
{
    const Token *token = place->token;
    for (uint32_t i = 0; i < LOOK_BACK && i < place->mention->token; i++) {
        token--;
        if (token->kind == TOKEN_MARK && (token->mark == '(' || token->mark == ')'))
            return token->mark == '(';
    }
    return false;
}

/* "1) …; 2) …" inside a line; but "(huyện: 12; xã: 15)". */
static bool closes_item(const Place *place)
{
    bool stands_free = previous_is_mark(place, ';') || previous_is_mark(place, ':') || previous_is_mark(place, '.');
    return place->is_small && next_is_mark(place, ')') && stands_free && !place->mention->is_padded && !is_inside(place);
}

/* The 12 of "Tổ chức bộ máy ........ 12". */
static bool is_page(const Place *place)
{
    const Token *before = place->token - 1, *next = get_next(place);
    bool follows_dots = place->is_small && previous_is_mark(place, '~') && before->end - before->start > 3;
    return follows_dots && (next->kind == TOKEN_END || next->starts_line || next->kind == TOKEN_NUMBER);
}

static bool is_section(const Place *place)
{
    static const char *const before[] = {"điều", "khoản", "mục", "phụ lục", "phụ lục số", "biểu", "biểu số", "biểu mẫu", "biểu mẫu số", "mẫu", "mẫu số", "bảng", "bảng số", "hình",
                                         "trang", "chương", "phần", "phần thứ", "chú thích", "sơ đồ", "đồ thị", "tập", "tiểu mục", "tiết", "cột", NULL};
    static const char *const laws[] = {"điều", "khoản", "mục", "phần", NULL};
    if (heads_line(place) || is_bracketed(place) || closes_item(place) || is_page(place))
        return true;
    if (place->is_small && scene_precedes(place->scene, place->at, "điểm") && follows(place, laws))
        return true;
    return (place->is_small || place->mention->value.decimals > 0) && !place->mention->percent && precedes(place, before) &&
           !scene_precedes(place->scene, place->at, "một phần") && !scene_precedes(place->scene, place->at, "góp phần");
}

/* ---- documents ---- */

/* "số" right before a number: of a document, a house, a form; not "tổng số 181 xã", "dân tộc thiểu số 1.089". */
static bool follows_numero(const Place *place)
{
    static const char *const others[] = {"tổng số", "trong số", "trên số", "với số", "con số", "và số", "bằng số", "nâng số", "thì số", "có số", "đưa số", "thiểu số",
                                         "đa số", "dân số", "chỉ số", "điểm số", "doanh số", "tỷ số", "tỉ số", "hệ số", "một số", "quân số", "sĩ số", "bội số", NULL};
    uint32_t at = place->at - (place->at > 0 && place->scene->folded[place->at - 1] == ' ');
    at -= at > 0 && place->scene->folded[at - 1] == ':';
    bool is_plain = !place->mention->is_grouped && place->mention->scale == 0;
    return is_plain && scene_precedes(place->scene, at, "số") && scene_precedes_any(place->scene, at, others) == NULL && !follows(place, scene_counted);
}

static const char *const document_words[] = {"nghị quyết", "nghị định", "quyết định", "kết luận", "chỉ thị", "thông tư", "pháp lệnh", "công văn", "quy định", "hướng dẫn", "công điện",
                                             "thông tri", "luật", "hiệp định", "tờ trình", "thông báo", "thông tư liên tịch", "nghị quyết trung ương", "thông báo kết luận", NULL};

/* "Quyết định 553", also of the first of two; but "đã kết luận 12 vụ". */
static bool follows_document(const Place *place)
{
    const char *word = scene_precedes_any(place->scene, place->at, document_words);
    if (word == NULL || place->mention->percent || place->mention->value.decimals > 0)
        return false;
    uint32_t start = place->mention->start - (uint32_t)strlen(word);
    start -= place->scene->folded[start - place->scene->start] == ' ' ? 0 : 1;
    return scene_has_capital(place->scene, start) || counts_nothing(place);
}

static bool is_document(const Place *place)
{
    static const char *const always[] = {"nghị quyết số", "nghị định số", "quyết định số", "luật số", "thông tư số", "công văn số", "kế hoạch số", "báo cáo số", "đề án số", NULL};
    bool is_whole = !place->mention->percent && place->mention->value.decimals == 0 && !place->mention->is_word;
    return QCDC_FAULT("scene-class-document", is_whole, true) && (precedes(place, always) || follows_numero(place) || follows_document(place));
}

/* ---- names ---- */

static const char *const strong_names[] = {"mức độ", "lần thứ", "khóa", "khoá", "quốc lộ", "tỉnh lộ", "huyện lộ", "quận", "iso", "tcvn", "covid", "lớp", "tổ dân phố số", "chi bộ số",
                                           "km số", "đường tỉnh", "vành đai", "điện thoại", "fax", "hotline", "đt", "ql", "tl", "mã số", "kỳ họp thứ", "vùng", "bậc thang", "top", NULL};
static const char *const levels[] = {"cấp", "cấp độ", "loại", "hạng", "bậc", "mũi", "liều", "giai đoạn", "bước", "phương án", "xếp loại", "tiểu dự án", "vòng", NULL};
static const char *const weak_names[] = {"tổ", "thôn", "bản", "xóm", "ấp", "khu", "khu phố", "khu vực", "phố", "đội", "nhóm", "đợt", "khối", "cụm",
                                         "phòng", "tầng", "kỳ", "lần", "tiêu chí", "dự án", "gói", "nội dung", "chương trình", "đề án", "tổ dân phố", "chi bộ", "đường",
                                         "tuyến", "lô", "thửa", "tờ", "công an", "trung đoàn", "sư đoàn", "quân khu", "tiểu đoàn", "đại đội", "trạm",
                                         "trường hợp", "tiểu khu", "khoảnh", "ca", "tuần", "điểm cầu", "buôn", "làng", "vụ", "khóm", NULL};
static const char *const units[] = {"huyện", "xã", "phường", "thị trấn", "thị xã", "tỉnh", "trường", "sở", "đơn vị", "quận", "thành phố", "công ty", NULL};
static const char *const programmes[] = {"chương trình", "đề án", "dự án", "nghị quyết", NULL};

/* "Chương trình 135", "Đề án 06": a great letter makes a name of it whatever follows. */
static bool names_programme(const Place *place)
{
    const char *word = scene_precedes_any(place->scene, place->at, programmes);
    if (word == NULL || !place->is_small)
        return false;
    uint32_t start = place->mention->start - 1 - (uint32_t)strlen(word);
    return scene_has_capital(place->scene, start) && !(place->mention->token > 1 && place->token[-1].starts_sentence);
}

static bool is_weak_name(const Place *place)
{
    static const char *const barred[] = {"đã cấp", "được cấp", "thu hồi, cấp", "văn bản", "hòa giải", "đồng cấp", "phần nội dung", "cơ bản", "xuất bản", "một lần", "nhiều lần", NULL};
    int64_t number = place->mention->value.coefficient;
    bool may_be = (number <= MOST_NAMED && precedes(place, weak_names)) || (number <= MOST_LEVEL && precedes(place, levels));
    return QCDC_FAULT("scene-class-named", may_be, true) && place->is_small && !place->mention->is_padded && !precedes(place, barred) && counts_nothing(place);
}

/* "tỉnh 12, huyện 45": figures behind their labels. */
static bool begins_list(const Place *place, const char *unit)
{
    const Token *next = get_next(place);
    if (!next_is_mark(place, ',') || next[1].kind != TOKEN_WORD || next[2].kind != TOKEN_NUMBER)
        return false;
    return !scene_follows(place->scene, next[1].start, unit);
}

/* "so với huyện 2", "Phường 3", "(huyện 2: 5 đơn)"; but "(tỉnh 12, huyện 45, xã 130)", "cấp xã 12". */
static bool is_unit_name(const Place *place)
{
    static const char *const wholes[] = {"cấp", "toàn", "số", "tổng", "các", "mỗi", "từng", "trong", "ngoài", NULL};
    const char *unit = scene_precedes_any(place->scene, place->at, units);
    if (unit == NULL || !place->is_small || place->mention->is_padded || place->mention->value.coefficient > MOST_NAMED || !counts_nothing(place))
        return false;
    uint32_t start = place->at - 1 - (uint32_t)strlen(unit);
    if (scene_precedes_any(place->scene, start, wholes) != NULL)
        return false;
    char before = start < 1 ? '\0' : place->scene->folded[start - 1] == ' ' && start > 1 ? place->scene->folded[start - 2] : place->scene->folded[start - 1];
    bool is_listed = before == ',' || before == ';' || before == ':' || before == '(' || begins_list(place, unit);
    return !is_listed || next_is_mark(place, ':') || scene_has_capital(place->scene, place->scene->start + start);
}

/* "3 cấp", "5 không 3 sạch", "4 tại chỗ": words that are counted as one. */
static bool counts_slogan(const Place *place)
{
    static const char *const behind[] = {"cấp", "tại chỗ", "sạch", "cùng", "rõ", "con số", NULL};
    const Token *next = get_next(place);
    bool is_digit = place->is_small && place->mention->end - place->mention->start == 1;
    bool is_not = scene_follows(place->scene, place->mention->end, "không") && next->kind == TOKEN_WORD && next[1].kind != TOKEN_WORD && next[1].kind != TOKEN_CUE;
    return is_digit && (follows(place, behind) || is_not);
}

/* "con thứ 3"; a rank is a figure: "xếp thứ 3", "thứ 3/10", "(thứ 36)". */
static bool is_ordinal(const Place *place)
{
    static const char *const ranks[] = {"từ thứ", "lên thứ", "xuống thứ", "ở thứ", "là thứ", "hạng thứ", "và thứ", NULL};
    const Token *before = place->token - 1;
    if (!place->is_small || !scene_precedes(place->scene, place->at, "thứ") || before->kind != TOKEN_WORD || next_is_mark(place, '/') || precedes(place, ranks))
        return false;
    return place->mention->token < 2 || before[-1].kind != TOKEN_MARK || before[-1].mark != '(';
}

/* Seven digits without a dot that count nothing. */
static bool is_phone(const Place *place)
{
    uint32_t length = place->mention->end - place->mention->start;
    bool is_plain = length >= 7 && !place->mention->is_grouped && place->mention->value.decimals == 0 && place->mention->scale == 0 && !place->mention->percent && !place->mention->is_word;
    return is_plain && get_next(place)->kind != TOKEN_WORD;
}

static bool is_name(const Place *place)
{
    static const char *const phones[] = {"điện thoại:", "đt:", "fax:", "hotline:", "sđt:", "tel:", "điện thoại", "điện thoại số", "đường dây nóng", "đường dây nóng:", "địa chỉ:", NULL};
    bool numbers = place->is_small && precedes(place, strong_names);
    return numbers || is_ordinal(place) || is_phone(place) || precedes(place, phones) || scene_precedes(place->scene, place->at, "iso") || names_programme(place) || is_weak_name(place) || is_unit_name(place) || counts_slogan(place);
}

/* ---- times ---- */

static bool joins(const Token *joint)
{
    return (joint->kind == TOKEN_MARK && (joint->mark == ',' || joint->mark == '-')) || (joint->kind == TOKEN_CUE && (joint->cue == CUE_AND || joint->cue == CUE_UNTIL));
}

/* "05 năm", "6 tháng": a length of time; "trong 3 năm", "5 năm 2016-2020". */
static bool is_duration(const Place *place)
{
    static const char *const behind[] = {"năm", "tháng", "thập kỷ", "nhiệm kỳ", "quý", "tuần", NULL};
    const Token *next = get_next(place);
    bool is_span = next->kind != TOKEN_PERIOD || place->scene->periods[next->index].kind == QCDC_PERIOD_SPAN;
    return !place->mention->percent && !place->mention->points && is_span && follows(place, behind);
}

/* The 7 of "tháng 5-7", "tháng 5, 6 và 7". */
static bool is_month(const Place *place)
{
    const Token *tokens = place->scene->tokens;
    uint32_t at = place->mention->token;
    if (!place->is_small || place->mention->value.coefficient < 1 || place->mention->value.coefficient > 12 || at < 2 || !joins(&tokens[at - 1]) || follows(place, scene_counted))
        return false;
    if (tokens[at - 2].kind == TOKEN_NUMBER)
        return place->scene->mentions[tokens[at - 2].index].kind == MENTION_DATE && counts_nothing(place);
    QcdcPeriod period = scene_get_period(place->scene, at - 2);
    return period.kind == QCDC_PERIOD_MONTH && !scene_has_year(period) && counts_nothing(place);
}

/* "ngày 15", "mùng 3", "30/4": without a year. */
static bool is_date(const Place *place)
{
    static const char *const before[] = {"ngày", "mùng", "mồng", "hôm", "rạng sáng", NULL};
    static const char *const barred[] = {"mỗi ngày", "một ngày", "hàng ngày", "hằng ngày", "trong ngày", "bình quân ngày", NULL};
    return place->is_small && place->mention->value.coefficient >= 1 && place->mention->value.coefficient <= 31 && precedes(place, before) && !precedes(place, barred);
}

/* "7 giờ 30", "lúc 7 giờ". */
static bool is_time(const Place *place)
{
    static const char *const before[] = {"lúc", "vào", "vào lúc", "hồi", "vào khoảng", "lúc khoảng", NULL};
    static const char *const days[] = {"giờ ngày", "giờ sáng", "giờ chiều", "giờ tối", "giờ đêm", "giờ trưa", "giờ hằng ngày", "giờ hàng ngày", NULL};
    if (!place->is_small)
        return false;
    bool is_hour = scene_follows(place->scene, place->mention->end, "giờ") && (precedes(place, before) || follows(place, days) || (get_next(place)->kind != TOKEN_END && get_next(place)[1].kind == TOKEN_NUMBER));
    return is_hour || (scene_precedes(place->scene, place->at, "giờ") && place->mention->token > 1 && place->token[-2].kind == TOKEN_NUMBER);
}

/* Four digits that stand for a year: what may be one, where a year is spoken of or nothing is counted. */
static bool looks_like_year(const Place *place)
{
    const Mention *mention = place->mention;
    return mention->end - mention->start == 4 && mention->value.decimals == 0 && !mention->is_grouped && !mention->percent && !mention->points && mention->value.coefficient >= 1900 &&
           mention->value.coefficient <= 2100;
}

static bool follows_year(const Place *place)
{
    uint32_t at = place->mention->token;
    const Token *tokens = place->scene->tokens;
    return at > 1 && tokens[at - 2].kind == TOKEN_PERIOD && joins(&tokens[at - 1]);
}

static bool is_year(const Place *place)
{
    static const char *const before[] = {"năm", "tết", "xuân", "hè", "thu", "đông", "đầu", "cuối", "từ", "đến", "tới", "so với", "giữa", "vụ", "nhiệm kỳ", "mùa", "kỳ", "niên", "tính từ", "sau", "trước",
                                         "các năm", "những năm", "trong", "hết", "kể từ", "nguyên đán", "hai năm", "với", NULL};
    if (!looks_like_year(place) || QCDC_FAULT("scene-class-year", follows(place, scene_counted), false))
        return false;
    bool is_free = counts_nothing(place) || next_is_mark(place, '-');
    if (next_is_mark(place, ':') && !previous_is_mark(place, ':'))
        return true;
    return follows_year(place) || (is_free && precedes(place, before)) ||
           (is_free && (place->mention->token == 0 || (place->token[-1].kind == TOKEN_WORD && scene_has_capital(place->scene, place->token[-1].start))));
}

static void make_year(Lexer *lexer, Mention *mention)
{
    Scene *scene = lexer->scene;
    mention->kind = MENTION_YEAR;
    if (!arena_reserve(lexer->arena, &scene->periods, scene->period_count, &scene->period_capacity, sizeof *scene->periods)) {
        lexer->has_memory = false;
        return;
    }
    Token *token = &scene->tokens[mention->token];
    token->kind = TOKEN_PERIOD;
    token->index = (uint32_t)scene->period_count;
    scene->periods[scene->period_count++] = qcdc_period_make(QCDC_PERIOD_YEAR, (int32_t)(12 * mention->value.coefficient), 12);
}

/* ---- bounds ---- */

/* "dưới 16 tuổi", "trẻ 5 tuổi"; what is told of lives is a figure: "tuổi thọ bình quân 73 tuổi". */
static bool is_age(const Place *place)
{
    if (!place->is_small || !scene_follows(place->scene, place->mention->end, "tuổi"))
        return false;
    const Token *token = place->token;
    for (uint32_t i = 0; i < AGE_LOOK_BACK && i < place->mention->token; i++) {
        token--;
        bool is_mean = token->kind == TOKEN_CUE && token->cue == CUE_AVERAGE;
        if (is_mean || scene_follows(place->scene, token->start, "thọ"))
            return false;
    }
    return true;
}

/* Whether what a number bounds ends at byte @at: a class by its noun, or places that are counted or many: "12 xã", "các đơn vị". */
static bool names_class(const Scene *scene, uint32_t at)
{
    static const char *const classes[] = {"doanh nghiệp", "chi bộ", "cơ sở", "hộ", "đảng bộ", "công ty", "trang trại", "hợp tác xã", "gia đình", "tổ dân phố", "khu dân cư", "cơ sở sản xuất", "tổ hợp tác",
                                          "dự án", "công trình", "người", NULL};
    static const char *const places[] = {"xã", "huyện", "phường", "thị trấn", "thôn", "bản", "đơn vị", "cơ quan", "tổ chức", "địa phương", "trường", "trường học", NULL};
    static const char *const many[] = {"các", "những", "mỗi", "số", "loại", "nhiều", NULL};
    const char *place = scene_precedes_any(scene, at, places);
    if (place == NULL || at < strlen(place) + 2)
        return scene_precedes_any(scene, at, classes) != NULL;
    uint32_t start = at - (uint32_t)strlen(place) - (scene->folded[at - 1] == ' ');
    return scene_precedes_any(scene, start, many) != NULL || (start > 1 && qcdc_letters_is_digit(scene->folded[start - 2]));
}

/* "chi bộ trên 50 đảng viên", "doanh nghiệp có trên 10 lao động", "12 xã đạt dưới 10 tiêu chí": what the class is, not how many there are. */
static bool bounds_class(const Place *place)
{
    static const char *const hedges[] = {"trên", "dưới", "từ", "không quá", "ít nhất", "tối thiểu", NULL};
    static const char *const verbs[] = {"có", "đạt", "sử dụng", NULL};
    const char *hedge = scene_precedes_any(place->scene, place->at, hedges);
    if (hedge == NULL || !place->is_small || get_next(place)->kind != TOKEN_WORD)
        return false;
    uint32_t at = place->at - 1 - (uint32_t)strlen(hedge);
    const char *verb = scene_precedes_any(place->scene, at, verbs);
    if (verb != NULL && at > strlen(verb) + 1)
        at -= 1 + (uint32_t)strlen(verb);
    return names_class(place->scene, at);
}

static bool is_bound(const Place *place)
{
    return is_age(place) || bounds_class(place) || scene_find_upward(place->scene, place->mention) != QCDC_HEDGE_NONE;
}

/* The order matters: "Điều 5 năm 2022" is a section. */
static MentionKind find_kind(const Place *place)
{
    static const struct {
        bool (*is)(const Place *place);
        MentionKind kind;
    } kinds[] = {
        {is_section, MENTION_SECTION}, {is_year, MENTION_YEAR},     {is_document, MENTION_DOCUMENT}, {is_name, MENTION_NAME},
        {is_time, MENTION_NAME},       {is_date, MENTION_DATE},     {is_month, MENTION_DATE},        {is_duration, MENTION_PERIOD},
        {is_bound, MENTION_BOUND},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (kinds[i].is(place))
            return kinds[i].kind;
    return MENTION_FIGURE;
}

void scene_class(Lexer *lexer)
{
    Scene *scene = lexer->scene;
    for (size_t i = 0; i < scene->mention_count && lexer->has_memory; i++) {
        Mention *mention = &scene->mentions[i];
        if (mention->kind != MENTION_FIGURE)
            continue;
        Place place = find_place(scene, mention);
        MentionKind kind = find_kind(&place);
        mention->kind = (uint8_t)kind;
        if (kind == MENTION_YEAR)
            make_year(lexer, mention);
    }
}
