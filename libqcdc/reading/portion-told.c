/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/share-private.h"

/* The whole of a share that an earlier sentence has told: "Xảy ra 125 vụ tai nạn. Do rượu bia có 31 vụ, chiếm 24,8%". */
enum {
    SENTENCES_BACK = 2, /* sentences before that of the part in which a whole is looked for that the percent does not name */
    NOUN_MOST = 6       /* words of a noun that are compared */
};

/* Where the words of what is counted end, and what is told of it begins: "trường | đang hoạt động", "vụ | do rượu bia". */
static size_t find_name_end(const Scene *scene, const Mention *mention)
{
    static const char *const words[] = {"có", "do", "là", "đã", "đang", "được", "hoạt động", "xảy ra", "trên", "trong", "tại", "ở", "toàn", "của", "thuộc",
                                        "hiện", "với", "còn", "tham gia", "này"};
    size_t at = mention->noun_first, most = at + NOUN_MOST < mention->noun_end ? at + NOUN_MOST : mention->noun_end;
    while (at < most && scene->tokens[at].kind == TOKEN_WORD && (at == mention->noun_first || !operand_says_any(scene, at, at + 1, words, sizeof words / sizeof words[0])))
        at++;
    return at;
}

/* How many words the tokens from @left and from @right on have in common, before their ends. */
static size_t count_common(const Scene *scene, size_t left, size_t left_end, size_t right, size_t right_end)
{
    size_t count = 0;
    while (left + count < left_end && right + count < right_end &&
           scene_hash_token(scene, &scene->tokens[left + count]) == scene_hash_token(scene, &scene->tokens[right + count]))
        count++;
    return count;
}

/* Whether one noun is the other with words before which it ends: vụ and vụ tai nạn; not doanh nghiệp giải thể and doanh nghiệp mới. */
static bool are_of_one_kind(const Scene *scene, const Mention *part, const Mention *whole)
{
    size_t part_end = find_name_end(scene, part), whole_end = find_name_end(scene, whole);
    size_t words = part_end - part->noun_first, whole_words = whole_end - whole->noun_first;
    return count_common(scene, part->noun_first, part_end, whole->noun_first, whole_end) == (words < whole_words ? words : whole_words);
}

/* The words of the whole behind the percent, "… % tổng số | trường": from the first to *@out_end, which equals it if none is named. */
static size_t find_named(const Scene *scene, const Rate *rate, size_t *out_end)
{
    static const char *const ends[] = {"toàn", "cả", "của", "trong", "trên", "này", "và", "đã", "được", "còn", "có", "thuộc", "tại", "ở", "do", "theo", "bị"};
    size_t at = rate->mention->token + 1, most = at + 4;
    while (at < scene->token_count && at < most &&
           (scene_is_cue(scene, at, CUE_TOTAL) || scene_is_cue(scene, at, CUE_OF) || scene_is_cue(scene, at, CUE_COMPARED) ||
            scene_is_word(scene, at, "số") || scene_is_word(scene, at, "các")))
        at++;
    size_t end = at;
    while (end < scene->token_count && end < at + NOUN_MOST && scene->tokens[end].kind == TOKEN_WORD &&
           !operand_says_any(scene, end, end + 1, ends, sizeof ends / sizeof ends[0]))
        end++;
    *out_end = end;
    return at;
}

/* Whether the words behind the percent are what @whole counts, no more and no less. */
static bool is_named(const Scene *scene, const Rate *rate, const Mention *whole)
{
    size_t end, first = find_named(scene, rate, &end);
    size_t whole_end = find_name_end(scene, whole), words = end - first;
    return words > 0 && whole_end - whole->noun_first == words && count_common(scene, first, end, whole->noun_first, whole_end) == words;
}

static bool is_time(const Scene *scene, size_t at)
{
    return scene->tokens[at].kind == TOKEN_PERIOD || scene_is_cue(scene, at, CUE_BEFORE) || scene_is_cue(scene, at, CUE_SAME_PERIOD);
}

/* Whether a time stands in the tokens @from … @end. */
static bool has_time(const Scene *scene, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++) {
        if (is_time(scene, at))
            return true;
    }
    return false;
}

/* Whether the words from @from to the percent speak of another place than what stands before. */
static bool speaks_of_another(const Scene *scene, const Portion *portion, size_t from)
{
    static const char *const places[] = {"huyện", "thị xã", "thành phố", "thị trấn", "quận", "phường", "xã", "tỉnh", "vùng", "khu vực", "địa bàn", "khối", "ngành",
                                         "cấp", "công ty", "nước", "trường", "riêng", "nhóm", "ngoài", "khác"};
    for (size_t at = from; at < portion->rate.mention->token; at++) {
        bool is_counted = at >= portion->part->token && at < portion->part->noun_end;
        if (!is_counted && operand_says_any(scene, at, at + 1, places, sizeof places / sizeof places[0]))
            return true;
    }
    return false;
}

/* Whether it says how many there are: no part of a list, no plan, no base, no mean. */
static bool is_level(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    bool is_plain = mention->hedge == QCDC_HEDGE_NONE || mention->hedge == QCDC_HEDGE_ESTIMATE;
    return operand_is_count(mention) && mention->slash != 1 && is_plain && !operand_is_taken(reader, mention, TAKEN_CHANGE | TAKEN_RATE) &&
           !operand_is_change(reader, mention) && !operand_is_quotient(scene, mention) && !operand_is_mean(scene, mention);
}

/* "65/181 xã": one of the two may be the whole. */
static bool may_be_either(const Mention *whole, const Mention *part)
{
    const Mention *upper = whole - 1;
    return whole->slash == 2 && qcdc_decimal_compare(upper->value, whole->value) != 0 && qcdc_decimal_compare(upper->value, part->value) >= 0;
}

/* Whether a word tells how many there are of something, or came in: "xảy ra 125 vụ", "toàn tỉnh có 518 trường", "phát hiện 86 cơ sở"; what else
 * is done with some of them is no whole of the next figure. */
static bool is_told(const Scene *scene, const Mention *mention)
{
    static const char *const words[] = {"có", "xảy ra", "tổng số", "phát hiện", "ghi nhận", "khảo sát", "xem xét", "tiếp nhận", "nhận", "thụ lý", "phát ra", "thu về", "lấy",
                                        "kiểm tra", "rà soát", "quản lý", "hiện có", "là"};
    size_t from = mention->token > 4 ? mention->token - 4 : 0;
    for (size_t at = mention->token; at > from; at--) {
        if (scene->tokens[at - 1].kind == TOKEN_NUMBER || scene->tokens[at - 1].kind == TOKEN_MARK)
            break;
        if (operand_says_any(scene, at - 1, at, words, sizeof words / sizeof words[0]))
            return true;
    }
    return mention->slash == 2;
}

/* Whether a figure has a share of its own behind it, and so is a sibling of the part. */
static bool has_share(const Reader *reader, const Mention *mention)
{
    const Scene *scene = &reader->scene;
    const Mention *next = mention + 1;
    bool has_percent = next < scene->mentions + scene->mention_count && next->percent && !next->points && next->token < mention->token + 24u;
    return has_percent && !QCDC_FAULT("portion-growth", operand_is_taken(reader, next, TAKEN_CHANGE), false);
}

/* Whether it is told as a share before: "326 người (chiếm 51%). Có 234 người (36%)" are both of a third. */
static bool tells_share(const Reader *reader, const Mention *mention)
{
    static const char *const rates[] = {"đạt tỷ lệ", "đạt tỉ lệ"};
    const Scene *scene = &reader->scene;
    const Mention *next = mention + 1;
    size_t from = mention_get_end(mention);
    if (!has_share(reader, mention) || next->token >= scene_find_sentence_end(scene, mention->token))
        return false;
    for (size_t at = next->token; at > from && at + 4 > next->token; at--)
        if (scene_is_cue(scene, at - 1, CUE_SHARE) || scene_is_cue(scene, at - 1, CUE_RATE) || scene_is_mark(scene, at - 1, '(') ||
            operand_says_any(scene, at - 1, at, rates, sizeof rates / sizeof rates[0]))
            return true;
    return false;
}

static bool is_amount(const Mention *mention)
{
    return mention->scale > 0 || mention->is_measure;
}

/* A figure without a hedge and with a noun, and a percent that has no whole of its own. */
static bool can_be_told(const Reader *reader, const Portion *portion)
{
    const Mention *part = portion->part, *percent = portion->rate.mention;
    bool is_plain = part->first_key != 0 && part->slash == 0 && part->hedge == QCDC_HEDGE_NONE && percent->hedge == QCDC_HEDGE_NONE;
    if (!is_plain || portion->rate.whole != NULL || operand_is_change(reader, part))
        return false;
    for (const Mention *between = part + 1; between < percent; between++) {
        if (between->percent)
            return false; /* "6.936 vụ (85,4%), hơn năm trước 3,2% (82,2%)" */
    }
    return true;
}

/* "chiếm …%" of a count, or of an amount whose whole is named: nothing else is evidence. */
static bool is_sure_share(const Portion *portion, bool names)
{
    bool is_share = portion->rate.cue == CUE_SHARE || (portion->rate.cue == CUE_RATE && portion->rate.open == SIZE_MAX);
    return is_share && !portion->is_behind && (names || !is_amount(portion->part));
}

/* The sentences in which it is looked for: if the percent names it, all of the passage. */
static size_t find_least(const Scene *scene, size_t own, bool names)
{
    size_t least = names ? 0 : own;
    for (int steps = 0; least > 0 && steps < SENTENCES_BACK; steps++)
        least = scene_find_sentence_start(scene, least - 1);
    return least;
}

/* Whether @whole is a figure of the part's noun that is more than it, and neither beside it nor part of a list. */
static bool is_candidate(const Reader *reader, const Portion *portion, const Mention *whole, size_t own, bool names)
{
    const Scene *scene = &reader->scene;
    bool is_more = is_level(reader, whole) && operand_shares_noun(scene, portion->part, whole) && qcdc_decimal_compare(whole->value, portion->part->value) > 0;
    bool is_sibling = whole->token >= own ? has_share(reader, whole) : !names && QCDC_FAULT("portion-told-sibling", tells_share(reader, whole), false);
    /* "độ tuổi bình quân là 52,43. Có 38 người (chiếm 1,08%)" */
    bool is_broken = whole->first_key == 0 && whole->scale == 0 && whole->value.decimals > 0 && !is_amount(portion->part);
    if (QCDC_FAULT("portion-told-broken", is_broken, false))
        return false;
    return is_more && !is_sibling && !(names && portion_find_opening(scene, whole->token) != SIZE_MAX);
}

/* Whether the words say that @whole is of what the part is: by name; else by its noun alone. */
static bool is_of_part(const Scene *scene, const Portion *portion, const Mention *whole, bool names)
{
    if (names)
        return is_named(scene, &portion->rate, whole) || portion_is_labelled(scene, portion, whole);
    bool are_people = operand_counts_people(scene, portion->part) && operand_counts_people(scene, whole);
    return (!is_amount(portion->part) || portion->rate.mention->last_power < 0) && (are_people || are_of_one_kind(scene, portion->part, whole));
}

const Mention *portion_find_told(const Reader *reader, const Portion *portion, Tie *out_tie)
{
    const Scene *scene = &reader->scene;
    const Mention *part = portion->part, *only = NULL;
    size_t own = scene_find_sentence_start(scene, part->token);
    bool names = portion->rate.names_whole;
    if (portion->opening != SIZE_MAX || !can_be_told(reader, portion))
        return NULL;
    bool is_sure = is_sure_share(portion, names) && !speaks_of_another(scene, portion, own);
    *out_tie = is_amount(part) && !names ? TIE_FITS : is_sure ? TIE_SURE : TIE_SLIP;
    size_t least = find_least(scene, own, names);
    for (const Mention *mention = part; mention > scene->mentions && part - mention < READER_LOOK_BACK && (mention - 1)->token >= least; mention--) {
        const Mention *whole = mention - 1;
        if (!is_candidate(reader, portion, whole, own, names))
            continue;
        bool is_whole = is_of_part(scene, portion, whole, names), is_other = only != NULL && qcdc_decimal_compare(only->value, whole->value) != 0;
        if (!is_whole && names && portion_begins_label(scene, portion, whole)) {
            is_whole = true;
            *out_tie = TIE_SLIP;
        }
        if (!is_whole && names && is_amount(part))
            continue; /* an amount of something else */
        if (!is_whole || is_other || (!names && may_be_either(whole, part)))
            return NULL;
        only = whole;
        if (*out_tie == TIE_SURE && !names && !(is_told(scene, whole) && are_of_one_kind(scene, part, whole)))
            *out_tie = TIE_SLIP;
    }
    /* a time before both holds for both */
    size_t from = only != NULL && QCDC_FAULT("portion-since", only->token > own, false) ? only->token : own;
    if (has_time(scene, from, portion->rate.mention->token))
        *out_tie = TIE_FITS;
    return QCDC_FAULT("portion-told", only, NULL);
}

/* Whether the percent, by its words, may be of what @key counts. */
static bool may_be_of(const Scene *scene, const Rate *rate, uint32_t key)
{
    size_t end, first = find_named(scene, rate, &end);
    return first == end || (end == first + 1 && scene_hash_token(scene, &scene->tokens[first]) == key);
}

/* "- Cấp huyện: giải quyết 81.114 hồ sơ, quá hạn 1.906 hồ sơ (2,35%); - Cấp xã: giải quyết 157.914 hồ sơ, quá hạn 213 hồ sơ (1,35%)": items of one form,
 * each with its whole; the figure that stands before the part as the sibling's whole does before its part; NULL if there is none. */
static const Mention *find_parallel(const Scene *scene, const Sibling *sibling, const Mention *part)
{
    const Mention *whole = scene_get_mention(scene, sibling->whole.token), *other = scene_get_mention(scene, sibling->part.token);
    size_t parted = 0;
    if (whole == NULL || other == NULL || whole >= other || other >= part || part - scene->mentions < other - whole || part->token > whole->token + OPERAND_REACH)
        return NULL;
    for (size_t at = whole->token + 1; at < part->token; at = operand_step(scene, at)) {
        bool is_break = scene_is_mark(scene, at, ';') || operand_begins_line(scene, at);
        if (is_break && at < other->token)
            return NULL;
        parted = is_break ? at : parted;
    }
    const Mention *own = part - (other - whole);
    bool is_like = parted > 0 && own->token > parted && operand_is_count(own) && own->first_key == whole->first_key && qcdc_decimal_compare(own->value, part->value) >= 0;
    return QCDC_FAULT("portion-parallel", is_like, false) ? own : NULL;
}

bool portion_has_own_time(const Scene *scene, const Mention *part)
{
    size_t start = scene_find_sentence_start(scene, part->token), from = part->token > start + 4 ? part->token - 3 : start + 2;
    return QCDC_FAULT("portion-dated", from < part->token && has_time(scene, from, part->token), false);
}

const Mention *portion_find_sibling(const Reader *reader, const Portion *portion)
{
    const Scene *scene = &reader->scene;
    const Sibling *sibling = &reader->sibling;
    const Mention *part = portion->part;
    bool is_here = sibling->whole.noun_end > sibling->whole.noun_first;
    bool is_beside = sibling->end > 0 && sibling->sentence == scene->tokens[scene_find_sentence_start(scene, part->token)].start;
    if (!is_beside || sibling->part.first_key != part->first_key || !can_be_told(reader, portion) || !may_be_of(scene, &portion->rate, part->first_key) ||
        qcdc_decimal_compare(sibling->whole.value, part->value) < 0 || sibling->part.start == part->start ||
        portion->opening != portion_find_opening(scene, sibling->part.token) ||
        !(are_of_one_kind(scene, part, is_here ? &sibling->whole : &sibling->part) || QCDC_FAULT("portion-kinds", are_of_one_kind(scene, part, &sibling->part), false)))
        return NULL;
    /* between the two, of which either may stand first */
    for (size_t at = portion->rate.mention->token; at > 0 && scene->tokens[at].start >= sibling->end; at--) {
        if (is_time(scene, at))
            return NULL;
    }
    for (size_t at = part->token; at < scene->token_count && scene->tokens[at].start < sibling->end; at++) {
        if (is_time(scene, at))
            return NULL;
    }
    if (sibling->end > part->start && portion_has_own_time(scene, part))
        return NULL;
    const Mention *parallel = is_here ? find_parallel(scene, sibling, part) : NULL;
    return QCDC_FAULT("portion-sibling-whole", parallel != NULL ? parallel : &sibling->whole, NULL);
}
