/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/claim.h>

#include "expect.h"
#include "reading/reader-private.h"
#include "suite.h"

#define NEW_HEAD "BÁO CÁO\nKết quả năm 2023\n\n"
#define OLD_HEAD "BÁO CÁO\nKết quả năm 2022\n\n"

/* "kind verdict base" of each claim of a change and each cross, "^" behind a base of the old text. */
static const char *compare(const char *text, const char *old)
{
    static char told[1024];
    QcdcReadOptions options = {.size = sizeof options, .old_text = old, .old_length = strlen(old)};
    QcdcClaims *claims = NULL;
    size_t length = 0;
    told[0] = '\0';
    CU_ASSERT_EQUAL_FATAL(qcdc_claims_read(text, strlen(text), &options, &claims, NULL), QCDC_OK);
    for (size_t i = 0; i < qcdc_claims_get_count(claims); i++) {
        QcdcClaim claim;
        QcdcClaimNumber number;
        qcdc_claims_get_item(claims, i, &claim, NULL);
        if (claim.kind > QCDC_CLAIM_CHANGE_PP && claim.kind != QCDC_CLAIM_CROSS)
            continue;
        length += (size_t)snprintf(told + length, sizeof told - length, "%s %s", qcdc_claim_kind_to_name((QcdcClaimKind)claim.kind),
                                   qcdc_verdict_to_name((QcdcVerdict)claim.verdict));
        for (size_t n = 0; n < claim.number_count; n++) {
            qcdc_claims_get_number(claims, i, n, &number, NULL);
            if (number.is_old)
                length += (size_t)snprintf(told + length, sizeof told - length, " %.*s", (int)(number.end - number.start), old + number.start);
        }
        length += (size_t)snprintf(told + length, sizeof told - length, "; ");
    }
    qcdc_claims_unref(claims);
    return told;
}

static void expect_compared(const char *text, const char *old, const char *wanted)
{
    expect_text(text, compare(text, old), wanted);
}

static void the_figure_printed_then_is_the_base(void)
{
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 187 lượt so với cùng kỳ.", OLD_HEAD "Huyện tiếp 241 lượt.", "change_abs consistent 241; ");
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 188 lượt so với cùng kỳ.", OLD_HEAD "Huyện tiếp 241 lượt.", "change_abs inconsistent 241; ");
    expect_compared(NEW_HEAD "Tiếp nhận 174 đơn, tăng 31,8% so với cùng kỳ năm trước.", OLD_HEAD "Tiếp nhận 132 đơn.", "change_rel consistent 132; ");
    expect_compared("Huyện tiếp 428 lượt, tăng 187 lượt so với cùng kỳ.", "Huyện tiếp 241 lượt.", "change_abs consistent 241; ");
}

static void of_several_the_nearest_by_its_words(void)
{
    expect_compared(NEW_HEAD "Tiếp thường xuyên 428 lượt, tăng 187 lượt so với cùng kỳ; tiếp định kỳ 100 lượt, tăng 6 lượt so với cùng kỳ.",
                    OLD_HEAD "Tiếp thường xuyên 241 lượt; tiếp định kỳ 95 lượt.", "change_abs consistent 241; change_abs inconsistent 95; ");
    expect_compared(NEW_HEAD "Tiếp 428 lượt, tăng 188 lượt so với cùng kỳ.", OLD_HEAD "Tiếp 241 lượt. Tiếp 242 lượt.", "change_abs uncheckable; ");
    /* each is the other's nearest, or none is */
    expect_compared(NEW_HEAD "Tiếp định kỳ 100 lượt, tăng 6 lượt so với cùng kỳ; tiếp thường xuyên 428 lượt.", OLD_HEAD "Tiếp thường xuyên 241 lượt.",
                    "change_abs uncheckable; ");
}

static void what_counts_only_if_it_fits(void)
{
    /* no word about them is the same */
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 188 lượt so với cùng kỳ.", OLD_HEAD "Các cơ quan đón 241 lượt.", "change_abs uncheckable; ");
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 187 lượt so với cùng kỳ.", OLD_HEAD "Các cơ quan đón 241 lượt.", "change_abs consistent 241; ");
    /* nothing says that the base is a year before */
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 188 lượt.", OLD_HEAD "Huyện tiếp 241 lượt.", "change_abs uncheckable; ");
}

static void another_period_is_not_compared(void)
{
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 187 lượt so với cùng kỳ.", "BÁO CÁO\nKết quả năm 2021\nHuyện tiếp 241 lượt.", "change_abs uncheckable; ");
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 187 lượt so với năm 2021.", OLD_HEAD "Huyện tiếp 241 lượt.", "change_abs uncheckable; ");
}

static void differences_then_are_no_base_now(void)
{
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 416 lượt so với cùng kỳ.", OLD_HEAD "Huyện tiếp công dân tăng 12 lượt so với cùng kỳ.",
                    "change_abs uncheckable; ");
}

static void a_base_that_is_printed_now(void)
{
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 188 lượt so với cùng kỳ (240 lượt).", OLD_HEAD "Huyện tiếp 241 lượt.",
                    "change_abs consistent; cross inconsistent 241; ");
    expect_compared(NEW_HEAD "Huyện tiếp 428 lượt, tăng 187 lượt so với cùng kỳ (241 lượt).", OLD_HEAD "Huyện tiếp 241 lượt.", "change_abs consistent; ");
}

static void texts_of_nothing(void)
{
    expect_compared("", "Huyện tiếp 241 lượt.", "");
    expect_compared("Huyện tiếp 428 lượt, tăng 187 lượt so với cùng kỳ.", "", "change_abs uncheckable; ");
}

/* The most memory that goes by, byte by byte less: the status says so, nothing leaks, nothing is half there. */
static void memory_that_ends(void)
{
    static const char text[] = "Huyện tiếp 428 lượt, tăng 187 lượt so với cùng kỳ.", old[] = "Huyện tiếp 241 lượt.";
    static Reader reader, before;
    bool has_failed = false;
    for (size_t limit = 0;; limit += 512) {
        QcdcStatus status;
        memset(&reader, 0, sizeof reader);
        memset(&before, 0, sizeof before);
        before.arena.limit = 1 << 22;
        reader.arena.limit = limit;
        reader.keeps_traces = before.keeps_traces = true;
        CU_ASSERT_EQUAL_FATAL(script_read(&before.script, old, sizeof old - 1, &before.arena, NULL), QCDC_OK);
        CU_ASSERT_EQUAL_FATAL(reader_run(&before, NULL), QCDC_OK);
        status = script_read(&reader.script, text, sizeof text - 1, &reader.arena, NULL);
        if (status == QCDC_OK)
            status = reader_run(&reader, NULL);
        if (status == QCDC_OK)
            status = reader_compare(&reader, &before, NULL);
        arena_clear(&reader.arena);
        arena_clear(&before.arena);
        if (status == QCDC_OK)
            break;
        has_failed = true;
        CU_ASSERT_EQUAL(status, QCDC_STATUS_MEMORY);
        CU_ASSERT_FATAL(limit < 1 << 22);
    }
    CU_ASSERT_TRUE(has_failed);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "the figure printed then is the base", the_figure_printed_then_is_the_base },
        { "of several the nearest by its words", of_several_the_nearest_by_its_words },
        { "what counts only if it fits", what_counts_only_if_it_fits },
        { "another period is not compared", another_period_is_not_compared },
        { "differences then are no base now", differences_then_are_no_base_now },
        { "a base that is printed now", a_base_that_is_printed_now },
        { "texts of nothing", texts_of_nothing },
        { "memory that ends", memory_that_ends },
    };
    return SUITE_RUN("claims_old", tests, argc, argv);
}
