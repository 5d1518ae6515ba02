/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/claim.h>

#include "expect.h"
#include "suite.h"

static const char report[] = "BÁO CÁO\nKết quả năm 2023\n\nTiếp nhận 174 đơn, tăng 24,1% so với cùng kỳ (132 đơn).\nCó 200 xã, gồm: 181 xã và 19 phường.\n";

static QcdcClaims *read_text(const char *text, size_t length)
{
    QcdcClaims *claims = NULL;
    QcdcError error = {0};
    if (qcdc_claims_read(text, length, NULL, &claims, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(claims);
    return claims;
}

static void claims_by_place(void)
{
    QcdcClaims *claims = read_text(report, sizeof report - 1);
    QcdcClaim first, second;
    QcdcClaimNumber number;
    CU_ASSERT_EQUAL_FATAL(qcdc_claims_get_count(claims), 2);
    CU_ASSERT_EQUAL(qcdc_claims_get_item(claims, 0, &first, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_claims_get_item(claims, 1, &second, NULL), QCDC_OK);
    CU_ASSERT(first.start < second.start && first.start < first.end && second.end <= sizeof report - 1);
    expect_number("line", (int64_t)first.line, 4);
    expect_number("line", (int64_t)second.line, 5);
    expect_number("kind", first.kind, QCDC_CLAIM_CHANGE_REL);
    expect_number("kind", second.kind, QCDC_CLAIM_SUM_OF_PARTS);
    expect_number("verdict", first.verdict, QCDC_VERDICT_INCONSISTENT);
    expect_number("cause", first.cause, QCDC_CAUSE_DIVIDED_BY_CURRENT);
    CU_ASSERT(first.start_char < first.start && first.end_char - first.start_char < first.end - first.start);
    CU_ASSERT_EQUAL(qcdc_claims_get_number(claims, 0, 0, &number, NULL), QCDC_OK);
    CU_ASSERT(number.role == QCDC_OPERAND_NOW && number.value.coefficient == 174 && !number.percent && !number.is_old);
    CU_ASSERT_EQUAL(memcmp(report + number.start, "174", 3), 0);
    CU_ASSERT_EQUAL(qcdc_claims_get_number(claims, 0, first.number_count, &number, NULL), QCDC_OK);
    CU_ASSERT(number.derived && number.start == 0 && number.end == 0);
    qcdc_claims_unref(claims);
}

static void the_period_of_the_report(void)
{
    QcdcReadOptions options = {.size = sizeof options};
    QcdcClaims *claims = read_text(report, sizeof report - 1);
    char label[QCDC_PERIOD_TEXT_SIZE];
    qcdc_period_to_text(qcdc_claims_get_period(claims), label, sizeof label);
    expect_text("by its head", label, "2023");
    qcdc_claims_unref(claims);
    qcdc_period_parse("2024-S1", 7, &options.period, NULL);
    CU_ASSERT_EQUAL_FATAL(qcdc_claims_read(report, sizeof report - 1, &options, &claims, NULL), QCDC_OK);
    qcdc_period_to_text(qcdc_claims_get_period(claims), label, sizeof label);
    expect_text("as given", label, "2024-S1");
    qcdc_claims_unref(claims);
}

static void texts_of_nothing(void)
{
    QcdcClaims *claims = read_text(NULL, 0);
    CU_ASSERT_EQUAL(qcdc_claims_get_count(claims), 0);
    CU_ASSERT_EQUAL(qcdc_claims_get_period(claims).kind, QCDC_PERIOD_NONE);
    qcdc_claims_unref(claims);
    claims = read_text("\0\0", 2);
    CU_ASSERT_EQUAL(qcdc_claims_get_count(claims), 0);
    CU_ASSERT_PTR_EQUAL(qcdc_claims_ref(claims), claims);
    qcdc_claims_unref(claims);
    CU_ASSERT_EQUAL(qcdc_claims_get_count(claims), 0);
    qcdc_claims_unref(claims);
    claims = read_text("\u00b2\u00b3\n\n\u00b9", 8); /* nothing but marks of footnotes */
    CU_ASSERT_EQUAL(qcdc_claims_get_count(claims), 0);
    qcdc_claims_unref(claims);
    qcdc_claims_unref(NULL);
    CU_ASSERT_PTR_NULL(qcdc_claims_ref(NULL));
}

static void wrong_calls(void)
{
    QcdcReadOptions options = {.size = sizeof options}, unknown = {.size = 3};
    QcdcClaims *claims = NULL, *kept = read_text(report, sizeof report - 1);
    QcdcClaim claim = {.line = 77};
    QcdcClaimNumber number = {.role = 77};
    QcdcError error = {0};
    CU_ASSERT_EQUAL(qcdc_claims_read("x", 1, NULL, NULL, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT(error.text[0] != '\0');
    CU_ASSERT_EQUAL(qcdc_claims_read(NULL, 1, NULL, &claims, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_read("x", UINT32_MAX, NULL, &claims, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_read("x", 1, &unknown, &claims, NULL), QCDC_STATUS_ARGUMENT);
    options.old_length = 1;
    CU_ASSERT_EQUAL(qcdc_claims_read("x", 1, &options, &claims, NULL), QCDC_STATUS_ARGUMENT);
    options.old_text = "x";
    options.old_length = UINT32_MAX;
    CU_ASSERT_EQUAL(qcdc_claims_read("x", 1, &options, &claims, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(claims);
    CU_ASSERT_EQUAL(qcdc_claims_get_item(NULL, 0, &claim, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_get_item(kept, 2, &claim, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_get_item(kept, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(claim.line, 77);
    CU_ASSERT_EQUAL(qcdc_claims_get_number(NULL, 0, 0, &number, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_get_number(kept, 2, 0, &number, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_get_number(kept, 0, 99, &number, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_claims_get_number(kept, 0, 0, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(number.role, 77);
    CU_ASSERT_EQUAL(qcdc_claims_get_count(NULL), 0);
    CU_ASSERT_EQUAL(qcdc_claims_get_period(NULL).kind, QCDC_PERIOD_NONE);
    qcdc_claims_unref(kept);
}

static void names_of_what_there_is(void)
{
    for (int kind = QCDC_CLAIM_NONE + 1; kind < QCDC_CLAIM_END; kind++)
        CU_ASSERT(strcmp(qcdc_claim_kind_to_name((QcdcClaimKind)kind), "none") != 0);
    for (int operand = QCDC_OPERAND_NONE + 1; operand < QCDC_OPERAND_END; operand++)
        CU_ASSERT(strcmp(qcdc_operand_to_name((QcdcOperand)operand), "none") != 0);
    for (int verdict = 0; verdict < QCDC_VERDICT_END; verdict++)
        CU_ASSERT(strcmp(qcdc_verdict_to_name((QcdcVerdict)verdict), "unknown") != 0);
    for (int cause = QCDC_CAUSE_NONE + 1; cause < QCDC_CAUSE_END; cause++)
        CU_ASSERT_PTR_NOT_NULL(qcdc_cause_to_name((QcdcCause)cause));
    expect_text("no kind", qcdc_claim_kind_to_name((QcdcClaimKind)-1), "none");
    expect_text("no operand", qcdc_operand_to_name(QCDC_OPERAND_END), "none");
    expect_text("no verdict", qcdc_verdict_to_name(QCDC_VERDICT_END), "unknown");
    CU_ASSERT_PTR_NULL(qcdc_cause_to_name(QCDC_CAUSE_NONE));
    CU_ASSERT_PTR_NULL(qcdc_cause_to_name(QCDC_CAUSE_END));
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "claims by place", claims_by_place },
        { "the period of the report", the_period_of_the_report },
        { "texts of nothing", texts_of_nothing },
        { "wrong calls", wrong_calls },
        { "names of what there is", names_of_what_there_is },
    };
    return SUITE_RUN("claims", tests, argc, argv);
}
