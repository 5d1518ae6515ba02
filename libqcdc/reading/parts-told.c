/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/deed-private.h"
#include "reading/parts-private.h"

/* What the words of the pieces say of their being all of a total, or one beside another. */

static bool says_quality(const Scene *scene, size_t from, size_t end)
{
    static const char *const qualities[] = {
        "nữ", "phụ nữ", "dân tộc", "dân tộc thiểu số", "dtts", "đảng viên", "trẻ tuổi", "tuổi trẻ", "trẻ em", "tôn giáo", "ngoài đảng", "tái cử",
        "lần đầu", "có đạo", "khuyết tật", "cao tuổi", "người cao tuổi", "gia đình chính sách", "hộ chính sách", "người có công", "đoàn viên",
        "trên đại học", "dưới 35 tuổi", "tự ứng cử", "biên giới", "đặc biệt khó khăn",
        "bhyt", "bảo hiểm y tế", "thẻ bhyt", "liên quan", "vừa", "sau đó", "ngày thường", "ngày lễ", "cuối tuần", "chủ nhật", "ban ngày", "ban đêm",
    };
    return operand_says_any(scene, from, end, qualities, sizeof qualities / sizeof qualities[0]);
}

static bool tells_deed(const Scene *scene, const Part *part)
{
    return part->count_count > 0 && deed_is_told(scene, part->counts[0], part->end);
}

/* The same ones can do several of them. */
static bool say_deeds(const Scene *scene, const Parts *parts, size_t count)
{
    size_t deeds = 0;
    for (size_t i = 0; i < count; i++)
        deeds += tells_deed(scene, &parts->items[i]);
    return QCDC_FAULT("parts-deeds", deeds > 1, false);
}

bool parts_may_overlap(const Scene *scene, const Parts *parts, size_t count)
{
    return count > 0 && (says_quality(scene, parts->items[0].first, parts->items[count - 1].end) || say_deeds(scene, parts, count));
}

bool parts_begin_with_qualities(const Scene *scene, const Parts *parts, size_t count)
{
    size_t qualities = 0;
    for (size_t i = 0; i < count; i++)
        qualities += says_quality(scene, parts->items[i].first, parts->items[i].first + 1);
    return qualities > 1;
}

bool parts_has_quality(const Scene *scene, const Part *part)
{
    return says_quality(scene, part->first, part->end) || tells_deed(scene, part);
}

/* "cá nhân trong nước" and "tổ chức nước ngoài" are two of four. */
static bool are_crossed(const Scene *scene, const Part *left, const Part *right)
{
    static const char *const persons[] = {"cá nhân"}, *const bodies[] = {"tổ chức", "doanh nghiệp"};
    return operand_says_any(scene, left->first, left->end, persons, 1) && operand_says_any(scene, right->first, right->end, bodies, 2);
}

/* Whether two pieces are each other's rest: what is not in one is in the other. */
static bool are_halves(const Scene *scene, const Part *left, const Part *right)
{
    static const char *const pairs[][2] = {
        {"thành thị", "nông thôn"}, {"nam", "nữ"},
        {"trong nước", "nước ngoài"}, {"trong nước", "ngoài nước"},
        {"đạt", "chưa đạt"}, {"đạt", "không đạt"},
        {"trung ương", "địa phương"}, {"xây mới", "sửa chữa"},
        {"trực tiếp", "gián tiếp"}, {"công lập", "ngoài công lập"},
        {"ngắn hạn", "trung và dài hạn"}, {"khai thác", "nuôi trồng"},
        {"theo kế hoạch", "đột xuất"}, {"nội địa", "quốc tế"},
        {"tập thể", "cá nhân"}, {"thành công", "không thành"},
    };
    if (are_crossed(scene, left, right) || are_crossed(scene, right, left))
        return false;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        for (int way = 0; way < 2; way++) {
            if (operand_says_any(scene, left->first, left->end, &pairs[i][way], 1) && operand_says_any(scene, right->first, right->end, &pairs[i][1 - way], 1))
                return true;
        }
    }
    return false;
}

/* Whether the percents among the pieces, and in their brackets, are as many as they and close to a hundred. */
static bool do_shares_close(const Reader *reader, const Parts *parts, size_t count, size_t counted)
{
    static const QcdcDecimal least = {.coefficient = 995, .decimals = 1}, most = {.coefficient = 1005, .decimals = 1};
    const Scene *scene = &reader->scene;
    QcdcDecimal sum = {0};
    size_t percents = 0, end = parts->items[count - 1].end;
    for (size_t at = parts->items[0].first; at < end && at < scene->token_count; at++) {
        const Mention *mention = scene->tokens[at].kind == TOKEN_NUMBER ? scene_get_figure(scene, at) : NULL;
        if (mention == NULL || !mention->percent || operand_is_change(reader, mention))
            continue;
        percents++;
        if (qcdc_decimal_add(sum, mention->value, &sum, NULL) != QCDC_OK)
            return false;
    }
    return percents == counted && qcdc_decimal_compare(sum, least) > 0 && qcdc_decimal_compare(sum, most) < 0;
}

bool parts_have_undone(const Scene *scene, const Parts *parts, size_t count)
{
    bool is_undone = false;
    for (size_t i = 0; i < count; i++) {
        const Part *part = &parts->items[i];
        for (size_t at = part->first; at < part->end && at < part->first + 8u; at++)
            if (scene_is_cue(scene, at, CUE_RESOLVED))
                return false;
        is_undone = is_undone || (i > 0 && part->opens_group && scene_is_cue(scene, part->first, CUE_REMAINING));
    }
    return QCDC_FAULT("parts-undone", is_undone, false);
}

/* "…, không hoàn thành nhiệm vụ 02 chi bộ": the worst of the grades, behind which there is none. */
static bool is_worst_grade(const Scene *scene, const Part *part)
{
    static const char *const words[] = {"không hoàn thành", "yếu", "kém", "yếu kém", "yếu, kém", "không đạt", "chưa đạt", "không xếp loại"};
    return operand_says_any(scene, part->first, part->first + 2, words, sizeof words / sizeof words[0]);
}

bool parts_are_all(const Reader *reader, const Parts *parts, size_t count)
{
    const Part *counted[2] = {NULL, NULL}, *last = NULL;
    size_t found = 0;
    if (parts_have_undone(&reader->scene, parts, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        const Part *part = &parts->items[i];
        if (part->is_remainder && part->count_count > 0)
            return true;
        if (part->is_aside || part->count_count == 0)
            continue;
        if (found < 2)
            counted[found] = part;
        found++;
        last = part;
    }
    if (found > 2 && QCDC_FAULT("parts-worst", is_worst_grade(&reader->scene, last), false))
        return true;
    return found >= 2 && ((found == 2 && are_halves(&reader->scene, counted[0], counted[1])) || do_shares_close(reader, parts, count, found));
}
