/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "expect.h"
#include "judge-row.h"
#include "suite.h"

static Draft draft;

static void judge_line(const char *line)
{
    JudgeRow row;
    CU_ASSERT_FATAL(judge_row_read(line, &row));
    CU_ASSERT_FATAL(judge_row_make(&row, &draft));
    draft_judge(&draft);
}

static void expect_row(const JudgeRow *row)
{
    char name[JUDGE_ROW_TEXT], expected[512];
    snprintf(name, sizeof name, "%s %s: %s", row->kind, row->told, row->numbers);
    if (!expect(judge_row_make(row, &draft), name, "cannot be read"))
        return;
    draft_judge(&draft);
    judge_row_print_expected(&draft, expected, sizeof expected);
    expect_text(name, qcdc_verdict_to_name((QcdcVerdict)draft.verdict), row->verdict);
    expect_text(name, judge_row_cause_name(&draft), row->cause);
    expect_text(name, expected, row->expected);
}

static void rows_are_judged(void)
{
    const char *source = getenv("QCDC_SOURCE");
    char path[1024], line[JUDGE_ROW_TEXT];
    snprintf(path, sizeof path, "%s/tests/unit/judge-rows.tsv", source != NULL ? source : ".");
    FILE *file = fopen(path, "r");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    JudgeRow row;
    size_t count = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        if (!judge_row_read(line, &row))
            continue;
        expect_row(&row);
        count++;
    }
    fclose(file);
    CU_ASSERT(count >= 280);
}

/* Verdicts stay when a draft is judged again. */
static void judging_again_changes_nothing(void)
{
    static const char *const lines[] = {
        "change_rel\tup\tnow 174; base 132; pct 24,1%",
        "change_rel\tup\tnow 174; pct 24,1%",
        "change_rel\tup rate\tnow 43,81%; base 40%; pct 3,81%",
        "sum_of_parts\t\ttotal 200; part 181; part 5; part 14",
        "fraction\t\tnum 299; den 213",
        "sum_of_parts\tall\ttotal 1.648|1,648; part 1,2ha; part 0,448ha",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        judge_line(lines[i]);
        uint8_t verdict = draft.verdict, cause = draft.cause, kind = draft.kind, mode = draft.mode;
        size_t expected = draft.expected_count;
        draft_judge(&draft);
        expect(draft.verdict == verdict && draft.cause == cause && draft.kind == kind && draft.mode == mode, lines[i],
               "judged again, otherwise");
        expect_number(lines[i], (int64_t)draft.expected_count, (int64_t)expected);
    }
}

/* R7, R8, 299/213: what the judge makes of a draft besides its verdict. */
static void kinds_and_modes_are_settled(void)
{
    static const struct {
        const char *line;
        uint8_t kind, mode;
    } cases[] = {
        { "change_rel\tup rate\tnow 43,81%; base 40%; pct 3,81%", QCDC_CLAIM_CHANGE_PP, QCDC_PARTS_NONE },
        { "change_rel\tup rate\tnow 44%; base 40%; pct 10%", QCDC_CLAIM_CHANGE_REL, QCDC_PARTS_NONE },
        { "change_rel\tup rate\tnow 44%; base 40%; pct 5,7%", QCDC_CLAIM_CHANGE_PP, QCDC_PARTS_NONE },
        { "change_rel\tup rate\tnow 44%; pct 4,6%", QCDC_CLAIM_CHANGE_PP, QCDC_PARTS_NONE },
        { "change_rel\tup rate\tnow 44; base 40; pct 10%", QCDC_CLAIM_CHANGE_REL, QCDC_PARTS_NONE },
        { "change_rel\tup rate\tnow 44%; base 40%; delta 4 điểm; pct 10%", QCDC_CLAIM_CHANGE_REL, QCDC_PARTS_NONE },
        { "fraction\t\tnum 299; den 213", QCDC_CLAIM_PAIR, QCDC_PARTS_NONE },
        { "fraction\t\tnum 213; den 299", QCDC_CLAIM_FRACTION, QCDC_PARTS_NONE },
        { "sum_of_parts\t\ttotal 200; part 181; part 5; part 14", QCDC_CLAIM_SUM_OF_PARTS, QCDC_PARTS_EXHAUSTIVE },
        { "sum_of_parts\t\ttotal 200; part 181; part 5", QCDC_CLAIM_SUM_OF_PARTS, QCDC_PARTS_SUBSET },
        { "sum_of_parts\tsome\ttotal 200; part 181; part 19", QCDC_CLAIM_SUM_OF_PARTS, QCDC_PARTS_EXHAUSTIVE },
        { "sum_of_parts\tall\ttotal 200; part 181; part 20", QCDC_CLAIM_SUM_OF_PARTS, QCDC_PARTS_EXHAUSTIVE },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        judge_line(cases[i].line);
        expect_number(cases[i].line, draft.kind, cases[i].kind);
        expect_number(cases[i].line, draft.mode, cases[i].mode);
    }
}

static QcdcDecimal value_of(const DraftNumber *number)
{
    QcdcDecimal none = { -1, 0, { 0 } };
    return number != NULL ? number->value : none;
}

static void second_readings_are_taken_when_they_fit(void)
{
    judge_line("change_abs\tup\tnow 1.648|1,648; base 1,2ha; delta 0,448ha");
    CU_ASSERT_EQUAL(value_of(draft_find(&draft, QCDC_OPERAND_NOW)).decimals, 3);
    CU_ASSERT_EQUAL(draft_find(&draft, QCDC_OPERAND_NOW)->last_power, -3);
    judge_line("change_abs\tup\tnow 12,345|12345; base 12.000; delta 345");
    CU_ASSERT_EQUAL(value_of(draft_find(&draft, QCDC_OPERAND_NOW)).coefficient, 12345);
    CU_ASSERT_EQUAL(draft_find(&draft, QCDC_OPERAND_NOW)->last_power, 0);
    judge_line("change_abs\tup\tnow 1.648|1,648; base 1.200|1,200; delta 999");
    CU_ASSERT_EQUAL(draft.verdict, QCDC_VERDICT_INCONSISTENT);
    CU_ASSERT_EQUAL(value_of(draft_find(&draft, QCDC_OPERAND_NOW)).coefficient, 1648);
}

/* No cause is sought for what was looked for elsewhere: it is dropped. */
static void far_figures_have_no_cause(void)
{
    JudgeRow row;
    CU_ASSERT_FATAL(judge_row_read("change_rel\tup\tnow 174; base 132; pct 24,1%", &row));
    CU_ASSERT_FATAL(judge_row_make(&row, &draft));
    draft.is_far = 1;
    draft_judge(&draft);
    CU_ASSERT_EQUAL(draft.verdict, QCDC_VERDICT_INCONSISTENT);
    CU_ASSERT_EQUAL(draft.cause, QCDC_CAUSE_NONE);
}

/* Largest values, longest lists, kinds that do not exist: a verdict, whatever it is. */
static void anything_is_judged(void)
{
    static const QcdcDecimal largest = { INT64_C(999999999999999999), 0, { 0 } }, smallest = { 1, 9, { 0 } };
    for (int kind = 0; kind <= QCDC_CLAIM_END + 1; kind++) {
        for (int turn = 0; turn < 64; turn++) {
            draft_begin(&draft, (QcdcClaimKind)kind);
            draft.direction = (uint8_t)(turn % QCDC_DIRECTION_END);
            draft.mode = (uint8_t)(turn % QCDC_PARTS_END);
            for (int i = 0; i < (turn % 8 == 7 ? DRAFT_MAX_NUMBERS : turn % 8); i++) {
                DraftNumber number = { .role = (uint8_t)((i * (turn + 1)) % (QCDC_OPERAND_END + 1)),
                                       .has_value = (uint8_t)(i % 5 != 4) };
                number.value = (i + turn) % 3 == 0   ? largest
                               : (i + turn) % 3 == 1 ? smallest
                                                     : (QcdcDecimal){ -turn, 0, { 0 } };
                number.last_power = (int8_t)((i + turn) % 3 == 1 ? -9 : turn - 32);
                number.percent = (uint8_t)(turn & 1);
                number.end = 1;
                draft.numbers[draft.number_count++] = number;
            }
            draft_judge(&draft);
            CU_ASSERT(draft.verdict < QCDC_VERDICT_END && draft.cause < QCDC_CAUSE_END &&
                      draft.expected_count <= DRAFT_MAX_EXPECTED);
        }
    }
}

/* Drafts */

static Mention mention_at(uint32_t start, uint32_t end)
{
    Mention mention = { .start = start, .end = end, .value = { 847, 1, { 0 } }, .last_power = -1, .percent = 1 };
    return mention;
}

static void drafts_are_gathered(void)
{
    Mention first = mention_at(20, 25), second = mention_at(4, 9);
    first.hedge = QCDC_HEDGE_ABOVE;
    second.is_measure = 1;
    draft.number_count = 7;
    draft_begin(&draft, QCDC_CLAIM_SHARE);
    CU_ASSERT_EQUAL(draft.number_count, 0);
    CU_ASSERT(draft_add(&draft, QCDC_OPERAND_PCT, &first, true));
    CU_ASSERT_EQUAL(draft.start, 20);
    CU_ASSERT(draft_add(&draft, QCDC_OPERAND_PART, &second, false));
    CU_ASSERT_EQUAL(draft.start, 20);
    CU_ASSERT(draft_add_place(&draft, QCDC_OPERAND_LISTED, 30, 33));
    draft_cover(&draft, 2, 5);
    CU_ASSERT_EQUAL(draft.start, 2);
    CU_ASSERT_EQUAL(draft.end, 33);
    CU_ASSERT_EQUAL(draft.hedge, QCDC_HEDGE_ABOVE);
    CU_ASSERT_EQUAL(draft_find(&draft, QCDC_OPERAND_PCT)->last_power, -1);
    CU_ASSERT_EQUAL(draft_find(&draft, QCDC_OPERAND_PART)->is_measure, 1);
    CU_ASSERT_EQUAL(draft_find(&draft, QCDC_OPERAND_LISTED)->has_value, 0);
    CU_ASSERT_PTR_NULL(draft_find(&draft, QCDC_OPERAND_WHOLE));
}

static void a_full_draft_takes_no_more(void)
{
    Mention mention = mention_at(1, 2);
    QcdcDecimal value = { 1, 0, { 0 } };
    draft_begin(&draft, QCDC_CLAIM_SUM_OF_PARTS);
    for (size_t i = 0; i < DRAFT_MAX_NUMBERS; i++)
        CU_ASSERT(draft_add(&draft, QCDC_OPERAND_PART, &mention, true));
    CU_ASSERT_FALSE(draft_add(&draft, QCDC_OPERAND_PART, &mention, true));
    CU_ASSERT_FALSE(draft_add_place(&draft, QCDC_OPERAND_LISTED, 8, 9));
    CU_ASSERT_EQUAL(draft.end, 2);
    for (size_t i = 0; i < DRAFT_MAX_EXPECTED + 3; i++)
        draft_expect(&draft, QCDC_OPERAND_SUM, value);
    CU_ASSERT_EQUAL(draft.expected_count, DRAFT_MAX_EXPECTED);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "rows are judged", rows_are_judged },
        { "judging again changes nothing", judging_again_changes_nothing },
        { "kinds and modes are settled", kinds_and_modes_are_settled },
        { "second readings are taken when they fit", second_readings_are_taken_when_they_fit },
        { "far figures have no cause", far_figures_have_no_cause },
        { "anything is judged", anything_is_judged },
        { "drafts are gathered", drafts_are_gathered },
        { "a full draft takes no more", a_full_draft_takes_no_more },
    };
    return SUITE_RUN("judge", tests, argc, argv);
}
