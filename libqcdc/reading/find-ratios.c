/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/fault-private.h"
#include "reading/area-private.h"
#include "reading/operand-private.h"

/* "113,5 bé trai/100 bé gái": so many of one sex to a hundred of the other, and the two counts that it comes of. */
enum {
    RATIO_FIGURES = 24, /* figures before a ratio among which its counts are looked for */
    NOUN_MOST = 4       /* words of a noun in which the sex is named */
};

typedef enum Sex {
    SEX_UNKNOWN = 0,
    SEX_MALE,
    SEX_FEMALE
} Sex;

static Sex read_word(const Scene *scene, size_t at)
{
    if (scene_is_word(scene, at, "nam") || scene_is_word(scene, at, "trai"))
        return SEX_MALE;
    return scene_is_word(scene, at, "nữ") || scene_is_word(scene, at, "gái") ? SEX_FEMALE : SEX_UNKNOWN;
}

/* "758 trẻ em nam", "trẻ em nam 758", "nam: 758 trẻ" */
static Sex find_sex(const Scene *scene, const Mention *mention)
{
    size_t end = mention->noun_end < mention->noun_first + NOUN_MOST ? mention->noun_end : mention->noun_first + NOUN_MOST;
    for (size_t at = mention->noun_first; at < end; at++) {
        Sex sex = read_word(scene, at);
        if (sex != SEX_UNKNOWN)
            return sex;
    }
    size_t at = mention->token;
    while (at > 0 && at + 3 > mention->token && (scene_is_mark(scene, at - 1, ':') || scene_is_word(scene, at - 1, "là") || scene_is_word(scene, at - 1, "có")))
        at--;
    return at > 0 ? read_word(scene, at - 1) : SEX_UNKNOWN;
}

typedef struct Ratio {
    const Mention *value, *hundred;
    const Mention *males, *females; /* the nearest counts before it */
    bool is_open;                   /* there are others */
} Ratio;

/* A line over a hundred whose ends are of two sexes; false if it is none. */
static bool read_ratio(const Scene *scene, const Mention *value, Ratio *ratio)
{
    const Mention *hundred = value + 1;
    bool is_line = operand_is_count(value) && value->slash == 1 && hundred->slash == 2 && hundred->value.coefficient == 100 && hundred->value.decimals == 0;
    if (!is_line || find_sex(scene, value) != SEX_MALE || find_sex(scene, hundred) != SEX_FEMALE)
        return false;
    *ratio = (Ratio){.value = value, .hundred = hundred};
    return true;
}

static bool is_level(const Reader *reader, const Mention *mention)
{
    return operand_is_count(mention) && mention->slash == 0 && mention->scale == 0 && mention->hedge == QCDC_HEDGE_NONE && !mention->is_measure &&
           !operand_is_change(reader, mention) && !operand_is_mean(&reader->scene, mention);
}

static void find_counts(const Reader *reader, Ratio *ratio)
{
    const Scene *scene = &reader->scene;
    for (const Mention *mention = ratio->value; mention > scene->mentions && ratio->value - mention < RATIO_FIGURES;) {
        mention--;
        Sex sex = is_level(reader, mention) ? find_sex(scene, mention) : SEX_UNKNOWN;
        const Mention **found = sex == SEX_MALE ? &ratio->males : &ratio->females;
        if (sex == SEX_UNKNOWN)
            continue;
        ratio->is_open = ratio->is_open || *found != NULL;
        *found = *found == NULL ? mention : *found;
    }
}

/* "2.170 nam, 2.000 nữ; tỷ số giới tính khi sinh 112,3 bé trai/100 bé gái": a ratio at birth is not that of all who live there. */
static bool is_of_births(const Scene *scene, size_t from, const Ratio *ratio, size_t counts)
{
    static const char *const born[] = {"trẻ", "bé", "trẻ em", "sơ sinh", "số sinh", "sinh ra", "được sinh", "ca sinh", "mới sinh"};
    static const char *const birth[] = {"khi sinh"};
    return operand_says_any(scene, from, ratio->value->token, birth, 1) && !operand_says_any(scene, counts, from, born, sizeof born / sizeof born[0]);
}

/* Whether the ratio is told of others than the two counts: of another area, or of those born. */
static bool is_of_others(const Scene *scene, const Ratio *ratio, const Mention *second)
{
    const Mention *first = ratio->males < ratio->females ? ratio->males : ratio->females;
    size_t start = scene_find_sentence_start(scene, first->token), from = operand_find_noun_end(scene, second);
    return area_is_another(scene, start, ratio->value, ratio->value->token) || QCDC_FAULT("ratios-births", is_of_births(scene, from, ratio, start), false);
}

/* Whether the two counts stand side by side and nothing else can be meant: then what does not fit is told too. */
static bool is_sure(const Scene *scene, const Ratio *ratio)
{
    const Mention *first = ratio->males < ratio->females ? ratio->males : ratio->females;
    const Mention *second = first == ratio->males ? ratio->females : ratio->males;
    size_t before = scene_find_sentence_start(scene, ratio->value->token);
    before = before > 0 ? scene_find_sentence_start(scene, before - 1) : before;
    return !ratio->is_open && second == first + 1 && first->token >= before && ratio->value == second + 1 && !is_of_others(scene, ratio, second);
}

static void make_ratio(Reader *reader, const Ratio *ratio)
{
    const Scene *scene = &reader->scene;
    Draft *draft = &reader->draft;
    size_t first = operand_find_label(scene, ratio->value->token), end = operand_find_noun_end(scene, ratio->hundred);
    draft_begin(draft, QCDC_CLAIM_DENSITY);
    operand_add(draft, QCDC_OPERAND_VALUE, ratio->value, true);
    operand_add(draft, QCDC_OPERAND_NUM, ratio->males, false);
    draft->numbers[draft->number_count - 1].unit_power = 2; /* to a hundred */
    operand_add(draft, QCDC_OPERAND_DEN, ratio->females, false);
    draft_cover(draft, scene->tokens[first].start, scene->tokens[end - 1].end);
    operand_set_unit(draft, scene, ratio->value);
}

QcdcStatus reader_find_ratios(Reader *reader, QcdcError *error)
{
    const Scene *scene = &reader->scene;
    for (size_t i = 0; i + 1 < scene->mention_count; i++) {
        Ratio ratio;
        if (!read_ratio(scene, &scene->mentions[i], &ratio))
            continue;
        find_counts(reader, &ratio);
        if (ratio.males == NULL || ratio.females == NULL)
            continue;
        make_ratio(reader, &ratio);
        if (!operand_fits(&reader->draft) && !QCDC_FAULT("ratios-sure", is_sure(scene, &ratio), true))
            continue;
        operand_take(reader, ratio.value, TAKEN_LINE);
        operand_take(reader, ratio.hundred, TAKEN_LINE);
        QcdcStatus status = reader_keep(reader, &reader->draft, NULL, error);
        if (status != QCDC_OK)
            return status;
    }
    return QCDC_OK;
}
