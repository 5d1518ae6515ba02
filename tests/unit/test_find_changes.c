/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "expect.h"
#include "find-changes-rows.h"
#include "find-comparisons-rows.h"
#include "find-multiples-rows.h"
#include "find-percents-rows.h"
#include "find-plans-rows.h"
#include "suite.h"

static bool is_change(uint8_t kind)
{
    switch (kind) {
    case QCDC_CLAIM_CHANGE_ABS:
    case QCDC_CLAIM_CHANGE_REL:
    case QCDC_CLAIM_CHANGE_PP:
    case QCDC_CLAIM_CHANGE_RANK:
    case QCDC_CLAIM_PLAN_ATTAINMENT:
    case QCDC_CLAIM_RANK:
    case QCDC_CLAIM_REDUCTION_FROM_TO:
    case QCDC_CLAIM_GROWTH_RATE:
    case QCDC_CLAIM_TARGET:
    case QCDC_CLAIM_INDEX:
    case QCDC_CLAIM_CONTRIBUTION:
        return true;
    default:
        return false;
    }
}

static void difference_are_read(void)
{
    claim_rows_check(difference_rows, sizeof difference_rows / sizeof difference_rows[0], is_change);
}

static void percent_are_read(void)
{
    claim_rows_check(percent_rows, sizeof percent_rows / sizeof percent_rows[0], is_change);
}

static void point_are_read(void)
{
    claim_rows_check(point_rows, sizeof point_rows / sizeof point_rows[0], is_change);
}

static void rank_are_read(void)
{
    claim_rows_check(rank_rows, sizeof rank_rows / sizeof rank_rows[0], is_change);
}

static void span_are_read(void)
{
    claim_rows_check(span_rows, sizeof span_rows / sizeof span_rows[0], is_change);
}

static void plan_are_read(void)
{
    claim_rows_check(plan_rows, sizeof plan_rows / sizeof plan_rows[0], is_change);
}

static void index_are_read(void)
{
    claim_rows_check(index_rows, sizeof index_rows / sizeof index_rows[0], is_change);
}

static void comparison_are_read(void)
{
    claim_rows_check(comparison_rows, sizeof comparison_rows / sizeof comparison_rows[0], is_change);
}

/* What changed is shown only if it stands in the sentence that tells how. */
static void passages_are_shown(void)
{
    static const PassageRow rows[] = {
        {"Toàn tỉnh tiếp nhận 174 đơn. Số đơn tăng 42 đơn (31,8%).", "tăng 42 đơn (31,8%)"},
        {"Toàn tỉnh tiếp nhận 174 đơn, tăng 42 đơn (31,8%).", "174 đơn, tăng 42 đơn (31,8%)"},
        /* a line that is cut short: nothing behind the sentence is of it */
        {"Có 20 vụ, gấp 2 lần cùng kỳ, kỳ gốc theo báo cáo của 15/\nCó", "20 vụ, gấp 2 lần cùng kỳ, kỳ gốc theo báo cáo của 15"},
        {"Có 20 vụ, gấp 2 lần cùng kỳ, kỳ gốc theo báo cáo của 15/", "20 vụ, gấp 2 lần cùng kỳ, kỳ gốc theo báo cáo của 15"},
        {"Có 20 vụ, gấp 2 lần cùng kỳ, kỳ gốc theo báo cáo của 15/17 xã.", "20 vụ, gấp 2 lần cùng kỳ, kỳ gốc theo báo cáo của 15/17 xã"},
    };
    passage_rows_check(rows, sizeof rows / sizeof rows[0], is_change);
}

/* Of a report of the first half of 2022: the periods that a change speaks of. */
static void periods_are_told(void)
{
    static const struct {
        const char *text, *period, *base;
    } cases[] = {
        {"Tiếp nhận 174 đơn, tăng 42 đơn so với cùng kỳ.", "2022-S1", "2021-S1"},
        {"Tiếp nhận 174 đơn, tăng 42 đơn so với cùng kỳ năm 2021.", "2022-S1", "2021-S1"},
        {"Tiếp nhận 174 đơn, tăng 42 đơn so với năm 2020.", "2022-S1", "2020"},
        {"Quý I năm 2022, tiếp nhận 174 đơn, tăng 42 đơn so với cùng kỳ năm trước.", "2022-Q1", "2021-Q1"},
        {"So với cùng kỳ, số đơn tăng 31,8%, số vụ giảm 2%.", "2022-S1", "2021-S1"},
        {"Tiếp nhận 174 đơn, tăng 42 đơn.", "2022-S1", ""},
        {"Tiếp nhận 174 đơn, tăng 42 đơn, giảm 5% số vụ so với năm 2020.", "2022-S1", "2020"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        QcdcReadOptions options = {.size = sizeof options};
        QcdcClaims *claims = NULL;
        QcdcClaim claim;
        char label[QCDC_PERIOD_TEXT_SIZE];
        CU_ASSERT_EQUAL_FATAL(qcdc_period_parse("2022-S1", 7, &options.period, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_claims_read(cases[i].text, strlen(cases[i].text), &options, &claims, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(qcdc_claims_get_item(claims, 0, &claim, NULL), QCDC_OK);
        qcdc_period_to_text(claim.period, label, sizeof label);
        expect_text(cases[i].text, label, cases[i].period);
        qcdc_period_to_text(claim.base_period, label, sizeof label);
        expect_text(cases[i].text, label, cases[i].base);
        qcdc_claims_unref(claims);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"differences, bases beside them, several measures", difference_are_read},
        {"percents and what they are of; where nothing is told", percent_are_read},
        {"points", point_are_read},
        {"places", rank_are_read},
        {"from and to, growth a year", span_are_read},
        {"plans and targets", plan_are_read},
        {"multiples and contributions", index_are_read},
        {"several comparisons", comparison_are_read},
        {"passages begin at what changed in its sentence", passages_are_shown},
        {"periods", periods_are_told},
    };
    return SUITE_RUN("find_changes", tests, argc, argv);
}
