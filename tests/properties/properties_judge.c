/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Laws of judging (S31): what is right is never alarmed at, what is one digit off is never passed, a planted cause is found or left open. */

#include "law.h"
#include "reading/draft-private.h"

__extension__ typedef __int128 Wide;

/* A claim of two operands and a result: result = 100^percent × (over − less × under) / under, or over ± under where it is no quotient. */
typedef struct Shape {
    QcdcClaimKind kind;
    QcdcOperand over, under, result;
    bool is_quotient, is_percent, is_less; /* is_less: what lies above the base */
} Shape;

static const Shape shapes[] = {
    { QCDC_CLAIM_CHANGE_REL, QCDC_OPERAND_NOW, QCDC_OPERAND_BASE, QCDC_OPERAND_PCT, true, true, true },
    { QCDC_CLAIM_REDUCTION_FROM_TO, QCDC_OPERAND_TO, QCDC_OPERAND_FROM, QCDC_OPERAND_PCT, true, true, true },
    { QCDC_CLAIM_INDEX, QCDC_OPERAND_NOW, QCDC_OPERAND_BASE, QCDC_OPERAND_PCT, true, true, false },
    { QCDC_CLAIM_SHARE, QCDC_OPERAND_PART, QCDC_OPERAND_WHOLE, QCDC_OPERAND_PCT, true, true, false },
    { QCDC_CLAIM_FRACTION, QCDC_OPERAND_NUM, QCDC_OPERAND_DEN, QCDC_OPERAND_PCT, true, true, false },
    { QCDC_CLAIM_AVERAGE, QCDC_OPERAND_TOTAL, QCDC_OPERAND_COUNT, QCDC_OPERAND_AVERAGE, true, false, false },
    { QCDC_CLAIM_DENSITY, QCDC_OPERAND_NUM, QCDC_OPERAND_DEN, QCDC_OPERAND_VALUE, true, false, false },
    { QCDC_CLAIM_PLAN_ATTAINMENT, QCDC_OPERAND_ACTUAL, QCDC_OPERAND_PLAN, QCDC_OPERAND_PCT, true, true, false },
    { QCDC_CLAIM_CONTRIBUTION, QCDC_OPERAND_PART, QCDC_OPERAND_WHOLE, QCDC_OPERAND_SHARE, true, true, false },
    { QCDC_CLAIM_CHANGE_ABS, QCDC_OPERAND_NOW, QCDC_OPERAND_BASE, QCDC_OPERAND_DELTA, false, false, true },
    { QCDC_CLAIM_CHANGE_PP, QCDC_OPERAND_NOW, QCDC_OPERAND_BASE, QCDC_OPERAND_DELTA, false, false, true },
    { QCDC_CLAIM_CHANGE_RANK, QCDC_OPERAND_BASE, QCDC_OPERAND_NOW, QCDC_OPERAND_DELTA, false, false, true },
    { QCDC_CLAIM_SUM_OF_PARTS, QCDC_OPERAND_PART, QCDC_OPERAND_PART, QCDC_OPERAND_TOTAL, false, false, false },
    { QCDC_CLAIM_SIGNED_SUM, QCDC_OPERAND_PART, QCDC_OPERAND_PART, QCDC_OPERAND_TOTAL, false, false, false },
    { QCDC_CLAIM_BALANCE, QCDC_OPERAND_RESOLVED, QCDC_OPERAND_REMAINING, QCDC_OPERAND_TOTAL, false, false, false },
};

static Draft draft;

/* @over / @under in units of 10^-decimals, rounded half away from zero or cut. */
static int64_t divide(Wide over, Wide under, unsigned decimals, bool is_cut)
{
    Wide magnitude = over < 0 ? -over : over;
    for (unsigned i = 0; i < decimals; i++)
        magnitude *= 10;
    Wide whole = magnitude / under + (!is_cut && 2 * (magnitude % under) >= under);
    return (int64_t)(over < 0 ? -whole : whole);
}

static DraftNumber *add(QcdcOperand role, int64_t coefficient, unsigned decimals, int power)
{
    DraftNumber number = { .role = (uint8_t)role, .has_value = 1, .start = 1, .end = 2, .last_power = (int8_t)power };
    number.value.coefficient = coefficient;
    number.value.decimals = (uint8_t)decimals;
    draft.numbers[draft.number_count] = number;
    return &draft.numbers[draft.number_count++];
}

static void print_draft(const char *what)
{
    printf("# %s: kind %u direction %u verdict %u cause %u:", what, draft.kind, draft.direction, draft.verdict,
           draft.cause);
    for (size_t i = 0; i < draft.number_count; i++)
        printf(" %u=%lld/%u^%d%s", draft.numbers[i].role, (long long)draft.numbers[i].value.coefficient,
               draft.numbers[i].value.decimals, draft.numbers[i].last_power, draft.numbers[i].percent ? "%" : "");
    puts("");
}

static bool fails(const char *what)
{
    print_draft(what);
    return false;
}

typedef struct Case {
    Shape shape;
    int64_t over, under;
    unsigned decimals; /* of the result */
} Case;

static Case draw_case(Random *dice)
{
    Case drawn = { .shape = shapes[random_below(dice, sizeof shapes / sizeof shapes[0])] };
    int64_t most = random_chance(dice, 2) ? 300 : random_chance(dice, 2) ? 20000 : 3000000;
    drawn.over = random_between(dice, 1, most);
    drawn.under = random_between(dice, 1, most);
    if (random_chance(dice, 2))
        drawn.under = drawn.over * random_between(dice, 60, 160) / 100 + 1;
    drawn.decimals = drawn.shape.is_quotient ? (unsigned)random_below(dice, 3) : 0;
    return drawn;
}

/* The result above the line, in units that the line divides. */
static Wide get_over(const Case *drawn)
{
    const Shape *shape = &drawn->shape;
    if (!shape->is_quotient)
        return shape->is_less ? drawn->over - drawn->under : drawn->over + drawn->under;
    Wide over = shape->is_less ? drawn->over - drawn->under : drawn->over;
    return shape->is_percent ? 100 * over : over;
}

static int64_t get_result(const Case *drawn, bool is_cut)
{
    return divide(get_over(drawn), drawn->shape.is_quotient ? drawn->under : 1, drawn->decimals, is_cut);
}

/* The draft of the case with @result; a change that goes down says so, and is told by its magnitude. */
static DraftNumber *make_draft(const Case *drawn, int64_t result)
{
    const Shape *shape = &drawn->shape;
    draft_begin(&draft, shape->kind);
    draft.mode = QCDC_PARTS_EXHAUSTIVE;
    bool is_down = shape->is_less && drawn->over < drawn->under;
    if (shape->is_less)
        draft.direction = is_down ? QCDC_DIRECTION_DECREASE : QCDC_DIRECTION_INCREASE;
    bool is_points = shape->kind == QCDC_CLAIM_CHANGE_PP;
    add(shape->over, drawn->over, is_points, -(int)is_points)->percent = is_points;
    add(shape->under, drawn->under, is_points, -(int)is_points)->percent = is_points;
    unsigned decimals = is_points ? 1 : drawn->decimals;
    DraftNumber *printed = add(shape->result, is_down && result < 0 ? -result : result, decimals, -(int)decimals);
    printed->percent = shape->is_percent;
    printed->points = is_points;
    return printed;
}

static bool what_is_right_is_consistent(Random *dice)
{
    Case drawn = draw_case(dice);
    make_draft(&drawn, get_result(&drawn, false));
    draft_judge(&draft);
    return draft.verdict == QCDC_VERDICT_CONSISTENT || fails("right and not consistent");
}
LAW(what_is_right_is_consistent)

static bool what_is_a_digit_off_is_not_consistent(Random *dice)
{
    Case drawn = draw_case(dice);
    if (drawn.shape.kind == QCDC_CLAIM_CHANGE_PP)
        drawn.shape.kind = QCDC_CLAIM_CHANGE_ABS; /* points of printed percents are rounded */
    bool is_part = drawn.shape.kind == QCDC_CLAIM_SHARE || drawn.shape.kind == QCDC_CLAIM_FRACTION;
    if (is_part && drawn.over > drawn.under) /* no part at all, R13 */
        return true;
    int64_t result = get_result(&drawn, false);
    int64_t off = result + (random_chance(dice, 2) || result == 0 ? 1 : -1) * (result < 0 ? -1 : 1);
    make_draft(&drawn, off);
    draft_judge(&draft);
    if (draft.verdict == QCDC_VERDICT_CONSISTENT)
        return fails("a digit off and consistent");
    if (draft.verdict != QCDC_VERDICT_ROUNDING)
        return draft.verdict == QCDC_VERDICT_INCONSISTENT || fails("a digit off and not judged");
    return (draft.cause == QCDC_CAUSE_TRUNCATED && off == get_result(&drawn, true)) ||
           fails("a digit off and rounding");
}
LAW(what_is_a_digit_off_is_not_consistent)

static bool cut_digits_are_told(Random *dice)
{
    Case drawn = draw_case(dice);
    int64_t cut = get_result(&drawn, true);
    if (cut == get_result(&drawn, false))
        return true;
    make_draft(&drawn, cut);
    draft_judge(&draft);
    return (draft.verdict == QCDC_VERDICT_ROUNDING && draft.cause == QCDC_CAUSE_TRUNCATED) || fails("cut and not told");
}
LAW(cut_digits_are_told)

/* Operands of three decimals more, printed without them. */
static bool rounded_operands_are_no_mistake(Random *dice)
{
    Case drawn = draw_case(dice);
    drawn.over += 1000;
    drawn.under += 1000;
    unsigned hidden = (unsigned)random_between(dice, 1, 2), shown = (unsigned)random_between(dice, 1, 2);
    int64_t step = hidden == 1 ? 10 : 100;
    Case printed = drawn;
    printed.over = divide(drawn.over, step, 0, false);
    printed.under = divide(drawn.under, step, 0, false);
    int64_t result = get_result(&drawn, false);
    if (!drawn.shape.is_quotient) /* the result has the units of the operands */
        result = divide(result, step, 0, false);
    DraftNumber *told = make_draft(&printed, result);
    for (size_t i = 0; i < draft.number_count; i++)
        if (&draft.numbers[i] != told || !drawn.shape.is_quotient) {
            draft.numbers[i].value.decimals = (uint8_t)shown;
            draft.numbers[i].last_power = (int8_t) - (int)shown;
        }
    if (drawn.shape.is_less && drawn.over < drawn.under)
        draft.direction = QCDC_DIRECTION_DECREASE;
    else if (drawn.shape.is_less)
        draft.direction = QCDC_DIRECTION_INCREASE;
    if (told->value.coefficient < 0)
        told->value.coefficient = -told->value.coefficient;
    draft_judge(&draft);
    return draft.verdict == QCDC_VERDICT_CONSISTENT || draft.verdict == QCDC_VERDICT_ROUNDING ||
           fails("rounded operands and alarmed at");
}
LAW(rounded_operands_are_no_mistake)

/* A base that is not printed is never missed. */
static bool a_silent_whole_number_is_among_the_candidates(Random *dice)
{
    Case drawn = draw_case(dice);
    if (!drawn.shape.is_percent || drawn.shape.kind == QCDC_CLAIM_CONTRIBUTION)
        return true;
    bool hides_over = random_chance(dice, 2);
    int64_t hidden = hides_over ? drawn.over : drawn.under;
    if (get_result(&drawn, false) == 0 || (drawn.shape.kind == QCDC_CLAIM_REDUCTION_FROM_TO))
        return true;
    make_draft(&drawn, get_result(&drawn, false));
    draft.numbers[hides_over ? 0 : 1] = draft.numbers[2];
    draft.number_count = 2;
    draft_judge(&draft);
    if (draft.verdict == QCDC_VERDICT_INCONSISTENT || draft.verdict == QCDC_VERDICT_ROUNDING)
        return fails("a whole number fits and is not found");
    int64_t low = INT64_MAX, high = INT64_MIN;
    for (size_t i = 0; i < draft.expected_count; i++) {
        int64_t value = draft.expected[i].value.coefficient;
        bool is_end = draft.expected[i].role == QCDC_OPERAND_CANDIDATE ||
                      draft.expected[i].role == QCDC_OPERAND_LOWEST || draft.expected[i].role == QCDC_OPERAND_HIGHEST;
        low = is_end && value < low ? value : low;
        high = is_end && value > high ? value : high;
    }
    return low > high || (low <= hidden && hidden <= high) || fails("the hidden number is no candidate");
}
LAW(a_silent_whole_number_is_among_the_candidates)

/* Planted causes */

static bool swap_digits(Random *dice, DraftNumber *number)
{
    int64_t place = 1, digits = number->value.coefficient;
    for (uint64_t i = random_below(dice, 4); i > 0; i--)
        place *= 10;
    int64_t low = digits / place % 10, high = digits / place / 10 % 10;
    if (digits < 0 || digits / place < 10 || low == high || (low == 0 && digits / place < 100))
        return false;
    number->value.coefficient += (low - high) * 9 * place;
    return true;
}

static bool slip(Random *dice, DraftNumber *number)
{
    static const int8_t powers[] = { 1, 2, 3, 6 };
    int power = powers[random_below(dice, 4)];
    bool is_whole = number->last_power == 0 && !number->percent;
    for (int i = 0; i < power; i++) {
        if (is_whole || number->value.decimals == 0)
            number->value.coefficient *= 10;
        else
            number->value.decimals--;
    }
    number->last_power = (int8_t)(is_whole ? 0 : number->last_power + power);
    return number->value.coefficient > 0;
}

static QcdcCause plant(Random *dice, Case *drawn)
{
    int64_t result = get_result(drawn, false);
    Wide over = get_over(drawn);
    switch (random_below(dice, 6)) {
    case 0:
        if (drawn->shape.kind != QCDC_CLAIM_CHANGE_REL && drawn->shape.kind != QCDC_CLAIM_REDUCTION_FROM_TO)
            return QCDC_CAUSE_NONE;
        make_draft(drawn, divide(over, drawn->over, drawn->decimals, false));
        return QCDC_CAUSE_DIVIDED_BY_CURRENT;
    case 1:
        if (drawn->shape.kind == QCDC_CLAIM_CHANGE_REL)
            make_draft(drawn, divide(100 * (Wide)drawn->over, drawn->under, drawn->decimals, false));
        else if (drawn->shape.kind == QCDC_CLAIM_INDEX && drawn->over != drawn->under)
            make_draft(drawn, divide(100 * (Wide)(drawn->over > drawn->under ? drawn->over - drawn->under
                                                                             : drawn->under - drawn->over),
                                     drawn->under, drawn->decimals, false));
        else
            return QCDC_CAUSE_NONE;
        return QCDC_CAUSE_INDEX_FOR_GROWTH;
    case 2:
        if (drawn->shape.kind != QCDC_CLAIM_CHANGE_PP)
            return QCDC_CAUSE_NONE;
        make_draft(drawn, divide(100 * over, drawn->under, 1, false));
        return QCDC_CAUSE_PERCENT_FOR_POINTS;
    case 3:
        make_draft(drawn, result);
        return slip(dice, &draft.numbers[random_below(dice, 3)]) ? QCDC_CAUSE_SCALE : QCDC_CAUSE_NONE;
    case 4:
        make_draft(drawn, result);
        return swap_digits(dice, &draft.numbers[random_below(dice, 3)]) ? QCDC_CAUSE_SWAPPED_DIGITS : QCDC_CAUSE_NONE;
    default:
        if (!drawn->shape.is_percent || drawn->shape.kind == QCDC_CLAIM_REDUCTION_FROM_TO)
            return QCDC_CAUSE_NONE;
        int64_t right = drawn->under;
        make_draft(drawn, result);
        draft.numbers[1].value.coefficient = right + random_between(dice, 1, right + 5);
        draft.near[draft.near_count] = draft.numbers[1];
        draft.near[draft.near_count++].value.coefficient = right;
        return QCDC_CAUSE_WRONG_DENOMINATOR;
    }
}

static bool a_planted_cause_is_found_or_left_open(Random *dice)
{
    Case drawn = draw_case(dice);
    QcdcCause cause = plant(dice, &drawn);
    if (cause == QCDC_CAUSE_NONE || (drawn.shape.kind == QCDC_CLAIM_CHANGE_RANK))
        return true;
    draft_judge(&draft);
    if (draft.verdict != QCDC_VERDICT_INCONSISTENT || draft.cause == cause || draft.cause == QCDC_CAUSE_NONE)
        return true;
    printf("# planted %d\n", (int)cause);
    return fails("another cause");
}
LAW(a_planted_cause_is_found_or_left_open)

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "what is right is consistent", check_what_is_right_is_consistent },
        { "what is a digit off is not consistent", check_what_is_a_digit_off_is_not_consistent },
        { "cut digits are told", check_cut_digits_are_told },
        { "rounded operands are no mistake", check_rounded_operands_are_no_mistake },
        { "a silent whole number is among the candidates", check_a_silent_whole_number_is_among_the_candidates },
        { "a planted cause is found or left open", check_a_planted_cause_is_found_or_left_open },
    };
    return SUITE_RUN("judge-laws", tests, argc, argv);
}
