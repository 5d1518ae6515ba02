/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-place-private.h"

#include <string.h>

#include "kernel/fault-private.h"

enum {
    LIST_LOOK_BACK = 24, /* tokens */
    LABEL_WORDS = 6,
    MOST_LEVEL = 9, /* "cấp 2"; but "cấp 50, thu hồi 3" */
    MOST_NAMED = 99 /* there is no village 330 */
};

static const char *const strong_names[] =
    {"mức độ", "lần thứ", "khóa", "khoá", "quốc lộ", "tỉnh lộ", "huyện lộ", "quận", "iso", "tcvn", "covid", "lớp", "tổ dân phố số",
     "chi bộ số", "km số", "đường tỉnh", "vành đai", "điện thoại", "fax", "hotline", "đt", "ql", "tl", "mã số", "kỳ họp thứ", "vùng", "q.",
         "p.", "kp.", "km",
     "thế kỷ", "những năm", "thế hệ", "báo động", "sbd", "cảnh sát biển", "độ tuổi", "kiệt", "hẻm", "ngõ", "ngách",
     "bậc thang", "top", NULL};
static const char *const levels[] =
    {"cấp", "cấp độ", "loại", "hạng", "bậc", "mũi", "liều", "giai đoạn", "bước", "phương án", "xếp loại",
     "tiểu dự án", "vòng", "nguyện vọng", "tập", "quyển", "hiệp", "lượt đi", NULL};
static const char *const weak_names[] =
    {"tổ", "thôn", "bản", "xóm", "ấp", "khu", "khu phố", "khu vực", "phố", "đội", "nhóm", "đợt", "khối", "cụm", "phòng", "tầng", "kỳ",
     "lần", "tiêu chí", "dự án", "gói", "nội dung", "chương trình", "đề án", "tổ dân phố", "chi bộ", "đường", "tuyến", "lô", "thửa", "tờ",
     "công an", "trung đoàn", "sư đoàn", "quân khu", "tiểu đoàn", "đại đội", "trạm", "trường hợp", "tiểu khu", "khoảnh", "ca", "tuần",
     "điểm cầu", "buôn", "làng", "vụ", "khóm",
     "bệnh viện", "tàu", "số hiệu", "nhà máy", "lữ đoàn", "binh đoàn", "biển số", "xe", "máy", "đảo", "cột", "lỗ",
     "nút", "sân", "cầu số", "kênh", "đội hình", "hải đội", "đồn", "chốt", "giật cấp", "gió cấp", "mạnh cấp", "bão cấp", NULL};
static const char *const units[] =
    {"huyện", "xã", "phường", "thị trấn", "thị xã", "tỉnh", "trường", "sở", "đơn vị", "quận", "thành phố", "công ty", NULL};
static const char *const programmes[] = {"chương trình", "đề án", "dự án", "nghị quyết", "mtqg", "ctmtqg", "dự án số", "bn", NULL};

/* "Chương trình 135", "Đề án 06": a great letter makes a name of it whatever follows. */
static bool names_programme(const Place *place)
{
    const char *word = scene_precedes_any(place->scene, place->at, programmes);
    bool is_plain = !place->mention->is_grouped && !place->mention->percent && place->mention->value.decimals == 0 &&
                    place->mention->scale == 0;
    if (word == NULL || !is_plain)
        return false;
    uint32_t start = place->mention->start - 1 - (uint32_t)strlen(word);
    return scene_has_capital(place->scene, start) && !(place->mention->token > 1 && place->token[-1].starts_sentence);
}

/* The longest word of the list that stands before: "hải đội" rather than "đội". */
static const char *find_longest(const Place *place, const char *const *list)
{
    const char *found = NULL;
    for (; *list != NULL; list++)
        if (scene_precedes(place->scene, place->at, *list) && (found == NULL || strlen(*list) > strlen(found)))
            found = *list;
    return found;
}

/* Whether figures are told behind their labels here: in a bracket, behind ":" or "gồm", "trong đó". */
static bool is_in_list(const Place *place)
{
    const Token *token = place->token;
    for (uint32_t i = 0; i < LIST_LOOK_BACK && i < place->mention->token; i++) {
        token--;
        if (token->kind == TOKEN_CUE && (token->cue == CUE_COMPRISING || token->cue == CUE_OF_WHICH || token->cue == CUE_TOTAL))
            return true;
        if (token->kind == TOKEN_MARK && (token->mark == '(' || token->mark == ':'))
            return true;
        if (token->kind == TOKEN_MARK && (token->mark == ')' || token->mark == '.'))
            return false;
    }
    return false;
}

static bool parts_items(const Token *token)
{
    return (token->kind == TOKEN_MARK && (token->mark == ',' || token->mark == ';')) || (token->kind == TOKEN_CUE && token->cue == CUE_AND);
}

/* Whether another label and its number stand before or behind: "Hoàng Mai 28, Long Biên 10"; not "trong đó có chiếc iPhone 7". */
static bool has_sibling(const Place *place)
{
    const Token *token = place->token + 1;
    if (parts_items(token)) {
        unsigned words = 0;
        for (token++; words < LABEL_WORDS && token->kind == TOKEN_WORD; words++)
            token++;
        if (words > 0 && token->kind == TOKEN_NUMBER)
            return true;
    }
    uint32_t at = place->mention->token, words = 0;
    while (at > 0 && words < LABEL_WORDS && place->scene->tokens[at - 1].kind == TOKEN_WORD)
        at--, words++;
    return at > 1 && parts_items(&place->scene->tokens[at - 1]) && place->scene->tokens[at - 2].kind == TOKEN_NUMBER;
}

/* "(thôn 12, tổ dân phố 5)" are figures behind their labels, "thôn 1, thôn 2" are not. */
static bool is_labelled(const Place *place, const char *noun)
{
    const Token *next = place->token + 1;
    uint32_t at = place->mention->token;
    if (noun == NULL || !is_in_list(place) || !has_sibling(place))
        return false;
    if (parts_items(next) && scene_follows(place->scene, next[1].start, noun))
        return false;
    while (at > 0 && place->scene->tokens[at - 1].kind == TOKEN_WORD)
        at--;
    const Token *before = at > 1 ? &place->scene->tokens[at - 2] : NULL;
    return before == NULL || before->kind != TOKEN_NUMBER || !scene_precedes(place->scene, before->start - place->scene->start, noun);
}

/* "tổ 52 phường Minh Tân", "thôn 5 xã Ea Kao": where it is, and not how many. */
static bool stands_in_place(const Place *place)
{
    static const char *const places[] = {"phường", "xã", "thị trấn", "huyện", "quận", NULL};
    static const char *const parts[] = {"tổ", "thôn", "ấp", "khu phố", "tổ dân phố", "xóm", "bản", "buôn", "khóm", "làng", NULL};
    const Token *next = place_get_next(place);
    size_t words = scene_follows(place->scene, place->mention->end, "thị trấn") ? 2 : 1;
    return place_follows(place, places) && place_precedes(place, parts) && next[words].kind == TOKEN_WORD && place_count_capitals(place, &next[words]) > 0;
}

static bool is_weak_name(const Place *place)
{
    static const char *const barred[] =
        {"đã cấp", "được cấp", "thu hồi, cấp", "văn bản", "hòa giải", "đồng cấp", "phần nội dung", "cơ bản", "hải phòng", "quốc phòng",
         "dự phòng", "xuất bản", "dịch vụ", "nhiệm vụ", "phục vụ", "nghiệp vụ", "công vụ", "số vụ", "cùng kỳ", "đầu kỳ", "cuối kỳ",
         "trong kỳ", "từng lần", "bộ đội", "quân đội", "tăng lần", "một lần", "nhiều lần", NULL};
    int64_t number = place->mention->value.coefficient;
    const char *weak = find_longest(place, weak_names);
    if (is_labelled(place, weak))
        return false;
    bool is_great = weak != NULL && scene_has_capital(place->scene, place->mention->start - 1 - (uint32_t)strlen(weak));
    bool may_be = (weak != NULL && (number <= MOST_NAMED || is_great)) || (number <= MOST_LEVEL && place_precedes(place, levels));
    return QCDC_FAULT("scene-class-named", may_be, true) && place->is_small && !place->mention->is_padded &&
           !place_precedes(place, barred) && (place_counts_nothing(place) || stands_in_place(place));
}

/* "tỉnh 12, huyện 45": figures behind their labels. */
static bool begins_list(const Place *place, const char *unit)
{
    const Token *next = place_get_next(place);
    if (!place_next_is_mark(place, ',') || next[1].kind != TOKEN_WORD || next[2].kind != TOKEN_NUMBER)
        return false;
    return !scene_follows(place->scene, next[1].start, unit) && !scene_follows(place->scene, next[1].start, "quận");
}

/* The last byte before byte @at of the window but for a blank; 0 if there is none. */
static char get_letter_before(const Scene *scene, uint32_t at)
{
    if (at > 0 && scene->folded[at - 1] == ' ')
        at--;
    return at == 0 ? '\0' : scene->folded[at - 1];
}

/* "Phường 3 thu 23 triệu đồng", "huyện 2 có 41 hộ": who does something, before by how much. */
static bool acts(const Place *place)
{
    static const char *const deeds[] = {"thu", "chi", "tiếp", "nhận", "có", "còn", "đạt", "tăng", "giảm", "thực hiện", "tổ chức", "giải ngân", NULL};
    static const char *const leads[] = {"ước", "sơ bộ", "đã", NULL};
    const Token *next = place_get_next(place);
    if (place_follows(place, leads))
        return true;
    for (unsigned words = 0; words < 3 && (next->kind == TOKEN_WORD || next->kind == TOKEN_CUE); words++)
        next++;
    return place_follows(place, deeds) && next->kind == TOKEN_NUMBER;
}

/* "so với huyện 2", "Phường 3", "(huyện 2: 5 đơn)"; but "(tỉnh 12, huyện 45, xã 130)", "cấp xã 12". */
static bool is_unit_name(const Place *place)
{
    static const char *const towns[] = {"phường", "quận", NULL};
    static const char *const wholes[] = {"cấp", "toàn", "số", "tổng", "các", "mỗi", "từng", "trong", "ngoài", NULL};
    const char *unit = scene_precedes_any(place->scene, place->at, units);
    if (unit == NULL || !place->is_small || place->mention->is_padded || place->mention->value.coefficient > MOST_NAMED ||
        !(place_counts_nothing(place) || acts(place)))
        return false;
    uint32_t start = place->at - 1 - (uint32_t)strlen(unit);
    if (scene_precedes_any(place->scene, start, wholes) != NULL)
        return false;
    if (acts(place))
        return true;
    char before = get_letter_before(place->scene, start);
    bool opens_list = before == '(' || before == ':' || begins_list(place, unit);
    bool is_town = place_precedes(place, towns) && !opens_list; /* "phường 13, quận 4" */
    bool is_listed = !is_town && (opens_list || before == ',' || before == ';');
    return !is_listed || place_next_is_mark(place, ':') || scene_has_capital(place->scene, place->scene->start + start);
}

/* "công ty TNHH 1 thành viên": a kind of company. */
static bool counts_members(const Place *place)
{
    static const char *const kinds[] = {"tnhh", "hữu hạn", "trách nhiệm hữu hạn", NULL};
    return place_precedes(place, kinds) && scene_follows(place->scene, place->mention->end, "thành viên");
}

/* "3 cấp", "5 không 3 sạch", "4 tại chỗ": words that are counted as one. */
static bool counts_slogan(const Place *place)
{
    static const char *const behind[] = {"cấp", "tại chỗ", "sạch", "cùng", "rõ", "con số", "sao", NULL};
    const Token *next = place_get_next(place);
    static const char *const offices[] = {"cấp ủy", "cấp uỷ", "cấp trưởng", "cấp phó", NULL}; /* "9 cấp ủy viên" */
    bool is_digit = place->is_small && place->mention->end - place->mention->start == 1;
    bool is_range = place_next_is_mark(place, '-') && next[1].kind == TOKEN_NUMBER && scene_follows(place->scene, next[1].end, "sao"); /* "3 - 5 sao" */
    bool is_not = scene_follows(place->scene, place->mention->end, "không") && next->kind == TOKEN_WORD && next[1].kind != TOKEN_WORD &&
                  next[1].kind != TOKEN_CUE;
    if (QCDC_FAULT("scene-names-office", place_follows(place, offices), false))
        return false;
    return is_digit && (place_follows(place, behind) || is_not || is_range || counts_members(place));
}

/* "con thứ 3"; a rank is a figure: "xếp thứ 3", "thứ 3/10", "(thứ 36)". */
static bool is_ordinal(const Place *place)
{
    static const char *const ranks[] = {"từ thứ", "lên thứ", "xuống thứ", "ở thứ", "là thứ", "hạng thứ", "và thứ", "khoảng thứ", "trên thứ",
                                        "dưới thứ", "gần thứ", "quá thứ", NULL};
    const Token *before = place->token - 1;
    if (!place->is_small || !scene_precedes(place->scene, place->at, "thứ") || before->kind != TOKEN_WORD ||
        place_next_is_mark(place, '/') || place_precedes(place, ranks))
        return false;
    bool is_of_base = place->mention->token > 1 && before[-1].kind == TOKEN_CUE && (before[-1].cue == CUE_SAME_PERIOD || before[-1].cue == CUE_BEFORE);
    if (is_of_base) /* (kỳ trước thứ 15) */
        return false;
    return place->mention->token < 2 || before[-1].kind != TOKEN_MARK || (before[-1].mark != '(' && before[-1].mark != ':');
}

static bool joins(const Token *joint)
{
    return (joint->kind == TOKEN_MARK && (joint->mark == ',' || joint->mark == '-')) ||
           (joint->kind == TOKEN_CUE && (joint->cue == CUE_AND || joint->cue == CUE_UNTIL));
}

/* The 2 of "loại 1, 2"; not of "Power 6/55, 2 vị khách". */
static bool follows_name(const Place *place)
{
    uint32_t at = place->mention->token;
    if (!place->is_small || at < 2 || !joins(&place->token[-1]) || place->token[-2].kind != TOKEN_NUMBER ||
        scene_counts(place->scene, place->mention->end))
        return false;
    const Mention *before = &place->scene->mentions[place->token[-2].index];
    bool is_number = before->kind == MENTION_DOCUMENT && before->value.coefficient > 0;
    bool is_named = before->kind == MENTION_NAME || before->kind == MENTION_SECTION || is_number;
    bool is_next = place->token[-1].start == before->end + (place->token[-1].kind == TOKEN_CUE);
    bool is_line = memchr(place->scene->folded + (before->start - place->scene->start), '/', before->end - before->start) != NULL;
    return is_named && is_next && !is_line && before->value.decimals == 0;
}

/* A letter alone, or a capital inside the word: "đường N 7", "xăng E 5", "iPhone 7". */
static bool is_code_word(const Scene *scene, const Token *token, unsigned capitals)
{
    return capitals > 0 && (token->end - token->start == 1 || !scene_has_capital(scene, token->start));
}

/* Nothing is counted, or a dash and a word go on with the name: "RON 95 - III". */
static bool ends_name(const Place *place)
{
    return place_counts_nothing(place) || (place_next_is_mark(place, '-') && place->token[2].kind == TOKEN_WORD);
}

/* "tàu SAR 411 đưa …": behind capitals alone only what is surely counted, or money, is a figure. */
static bool is_acronym(const Place *place, const Token *before, unsigned capitals)
{
    const Token *next = place_get_next(place);
    return capitals > 1 && capitals == before->end - before->start && !scene_counts(place->scene, place->mention->end) &&
           !scene_is_measure(place->scene, place->mention) && next->kind == TOKEN_WORD && place_count_capitals(place, next) == 0;
}

/* "iPhone 7", "RON 95", "THPT Tương Dương 2": behind a word with a capital, or an acronym, what counts nothing is part of the name. */
static bool follows_capital(const Place *place)
{
    if (!place->is_small || place->mention->is_padded || place->mention->token == 0)
        return false;
    const Token *before = place->token - 1;
    unsigned capitals = before->kind == TOKEN_WORD ? place_count_capitals(place, before) : 0;
    if (ends_name(place) && is_code_word(place->scene, before, capitals))
        return true;
    if (is_acronym(place, before, capitals) && !is_in_list(place))
        return true;
    if (!ends_name(place))
        return false;
    /* "ASX 200 của Úc", "BIM 1 30 MWp" */
    if (capitals > 1 && (scene_follows(place->scene, place->mention->end, "của") || place_get_next(place)->kind == TOKEN_NUMBER))
        return true;
    bool is_name = capitals > 1 || (capitals == 1 && !before->starts_sentence && !before->starts_line);
    return is_name && !(is_in_list(place) && (has_sibling(place) || place_next_is_mark(place, ')')));
}

/* Seven digits without a dot that count nothing. */
static bool is_phone(const Place *place)
{
    uint32_t length = place->mention->end - place->mention->start;
    bool is_plain = length >= 7 && !place->mention->is_grouped && place->mention->value.decimals == 0 && place->mention->scale == 0 &&
                    !place->mention->percent && !place->mention->is_word;
    return is_plain && place_get_next(place)->kind != TOKEN_WORD;
}

/* "công nghiệp 4.0". */
static bool is_version(const Place *place)
{
    const char *text = place->scene->folded + place->at;
    return place->mention->end - place->mention->start == 3 && place->mention->value.decimals == 1 && text[1] == '.' && text[2] == '0' &&
           !scene_counts(place->scene, place->mention->end) && !place->mention->percent;
}

/* The 2.000 of "top 1.500-2.000". */
static bool ends_ranking(const Place *place)
{
    uint32_t at = place->mention->token;
    if (at < 2 || !place_previous_is_mark(place, '-') || place->token[-2].kind != TOKEN_NUMBER ||
        place->token[-2].end != place->token[-1].start)
        return false;
    return place->scene->mentions[place->token[-2].index].kind == MENTION_NAME && place->token[-1].end == place->mention->start;
}

/* The 694 and 888 of "0903 694 888". */
static bool continues_phone(const Place *place)
{
    const Token *before = place->mention->token == 0 ? NULL : place->token - 1;
    if (before == NULL || before->kind != TOKEN_NUMBER || before->end + 1 != place->mention->start)
        return false;
    return place->is_small && place->scene->mentions[before->index].kind == MENTION_NAME && place_counts_nothing(place);
}

/* "quốc lộ 1", "ĐT 741"; not behind "Sở GD-ĐT", "Sở KH&ĐT", whose last letters are no word. */
static bool is_strong_name(const Place *place)
{
    const char *word = scene_precedes_any(place->scene, place->at, strong_names);
    if (word == NULL || !place->is_small)
        return false;
    uint32_t start = place->at - (uint32_t)strlen(word);
    start -= place->scene->folded[place->at - 1] == ' ';
    if (QCDC_FAULT("names-each", scene_precedes(place->scene, start, "mỗi"), false)) /* "mỗi lớp 40 người" */
        return false;
    return start == 0 || QCDC_FAULT("names-joined", memchr("-&", place->scene->folded[start - 1], 2) == NULL, true);
}

bool place_is_name(const Place *place)
{
    static const char *const phones[] =
        {"điện thoại:", "đt:", "fax:", "hotline:", "sđt:", "tel:", "điện thoại", "điện thoại số", "đường dây nóng", "đường dây nóng:",
         "địa chỉ:", NULL};
    static const char *const tops[] = {"top", "tốp", NULL};
    if (is_version(place) || continues_phone(place))
        return true;
    bool numbers = is_strong_name(place) || place_precedes(place, tops) || ends_ranking(place);
    return numbers || is_ordinal(place) || is_phone(place) || place_precedes(place, phones) ||
           scene_precedes(place->scene, place->at, "iso") || names_programme(place) || is_weak_name(place) || is_unit_name(place) ||
           counts_slogan(place) || follows_name(place) || follows_capital(place);
}
