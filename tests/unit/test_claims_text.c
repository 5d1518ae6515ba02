/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "claim-made.h"
#include "suite.h"

#define NOTE "\n   khớp: 1/2 là 50%"
#define WORDS "một hai ba bốn năm sáu bảy tám chín mười "

/* The claim is what stands between < and > of the text, which are taken out. */
static const char *show(const char *marked)
{
    static char text[4096], shown[8192];
    static MadeClaim made;
    size_t length = 0;
    made_begin(&made, QCDC_CLAIM_FRACTION, QCDC_VERDICT_CONSISTENT, "num=1 den=2 pct=50%", "pct=50");
    made.places[2] = 7;
    for (; *marked != '\0'; marked++) {
        if (*marked == '<')
            made.claim.start = (uint32_t)length;
        else if (*marked == '>')
            made.claim.end = (uint32_t)length;
        else
            text[length++] = *marked;
    }
    expect(qcdc_claims_item_to_text(&made.claims, 0, text, length, QCDC_LANGUAGE_VI, shown, sizeof shown) == strlen(shown), text, "its length");
    return shown;
}

static void expect_shown(const char *marked, const char *wanted)
{
    expect_text(marked, show(marked), wanted);
}

static void the_line_and_what_is_under_it(void)
{
    expect_shown("a <1/2 b> c", "7: a 1/2 b c\n     ^^^^^" NOTE);
    expect_shown("x\na <b>\ny", "7: a b\n     ^" NOTE);
    expect_shown("<a>", "7: a\n   ^" NOTE);
    expect_shown("  a \t <b\nc> d", "7: a b c d\n     ^^^" NOTE);
    expect_shown("a\xC2\xA0<b>\x1b[0m", "7: a b [0m\n     ^" NOTE);
}

static void columns_are_those_of_a_terminal(void)
{
    expect_shown("Tiếp <ế> x", "7: Tiếp ế x\n        ^" NOTE);
    expect_shown("Tie\xCC\x82\xCC\x81p <e\xCC\x82\xCC\x81> x", "7: Tie\xCC\x82\xCC\x81p e\xCC\x82\xCC\x81 x\n        ^" NOTE);
    expect_shown("\xFF <b>", "7: \xEF\xBF\xBD b\n     ^" NOTE);
    expect_shown("文 <b>", "7: 文 b\n      ^" NOTE);
}

static void long_lines_are_cut_between_words(void)
{
    expect_shown(WORDS WORDS "<x> " WORDS WORDS,
                 "7: … hai ba bốn năm sáu bảy tám chín mười x một hai ba bốn năm sáu bảy tám chín …\n"
                 "                                          ^" NOTE);
    expect_shown("<" WORDS WORDS WORDS WORDS "x>",
                 "7: một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười một hai … hai ba bốn năm sáu bảy tám chín mười x\n"
                 "   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^" NOTE);
}

/* A line of one word, or of marks without a column, has an end all the same. */
static void long_words_are_cut_anywhere(void)
{
    char marked[3000] = "<x>";
    for (int i = 0; i < 900; i++)
        strcat(marked, "\xCC\x81");
    CU_ASSERT(strlen(show(marked)) < 1000);
    memset(marked + 3, 'y', 2000);
    marked[2003] = '\0';
    CU_ASSERT(strlen(show(marked)) < 200);
    memset(marked, 'y', 2000);
    strcpy(marked + 2000, "<x>");
    CU_ASSERT(strlen(show(marked)) < 200);
}

static void of_another_text_the_words_alone(void)
{
    static MadeClaim made;
    char shown[256];
    made_begin(&made, QCDC_CLAIM_FRACTION, QCDC_VERDICT_CONSISTENT, "num=1 den=2 pct=50%", "pct=50");
    made.places[2] = 7;
    made.claim.start = 5;
    made.claim.end = 9;
    qcdc_claims_item_to_text(&made.claims, 0, "short", 5, QCDC_LANGUAGE_VI, shown, sizeof shown);
    expect_text("too short", shown, "7: " NOTE);
    qcdc_claims_item_to_text(&made.claims, 0, NULL, 0, QCDC_LANGUAGE_VI, shown, sizeof shown);
    expect_text("none", shown, "7: " NOTE);
    CU_ASSERT_EQUAL(qcdc_claims_item_to_text(&made.claims, 1, "short", 5, QCDC_LANGUAGE_VI, shown, sizeof shown), 0);
    CU_ASSERT_EQUAL(qcdc_claims_item_to_text(NULL, 0, "short", 5, QCDC_LANGUAGE_VI, NULL, 0), 0);
}

static void what_is_shown_and_counted(void)
{
    static MadeClaim made;
    char text[256];
    made_begin(&made, QCDC_CLAIM_FRACTION, QCDC_VERDICT_CONSISTENT, "", "");
    CU_ASSERT_FALSE(qcdc_claims_item_needs_review(&made.claims, 0));
    made.claim.verdict = QCDC_VERDICT_ROUNDING;
    CU_ASSERT_FALSE(qcdc_claims_item_needs_review(&made.claims, 0));
    made.claim.cause = QCDC_CAUSE_TRUNCATED;
    CU_ASSERT_TRUE(qcdc_claims_item_needs_review(&made.claims, 0));
    qcdc_claims_summarize(&made.claims, QCDC_LANGUAGE_EN, text, sizeof text);
    expect_text("one", text, "1 claim: 0 consistent, 1 consistent by rounding, 0 inconsistent, 0 not checkable");
    made.claim.verdict = QCDC_VERDICT_INCONSISTENT;
    CU_ASSERT_TRUE(qcdc_claims_item_needs_review(&made.claims, 0));
    CU_ASSERT_EQUAL(qcdc_claims_count_verdict(&made.claims, QCDC_VERDICT_INCONSISTENT), 1);
    made.claim.kind = QCDC_CLAIM_CROSS;
    CU_ASSERT_TRUE(qcdc_claims_item_needs_review(&made.claims, 0));
    CU_ASSERT_FALSE(qcdc_claims_item_is_repeated(&made.claims, 0));
    made.claim.alternative_of = 1;
    CU_ASSERT_TRUE(qcdc_claims_item_is_repeated(&made.claims, 0));
    CU_ASSERT_FALSE(qcdc_claims_item_is_repeated(&made.claims, 1));
    CU_ASSERT_FALSE(qcdc_claims_item_is_repeated(NULL, 0));
    CU_ASSERT_FALSE(qcdc_claims_item_needs_review(&made.claims, 0));
    CU_ASSERT_EQUAL(qcdc_claims_count_verdict(&made.claims, QCDC_VERDICT_INCONSISTENT), 0);
    qcdc_claims_summarize(&made.claims, QCDC_LANGUAGE_EN, text, sizeof text);
    expect_text("told again", text, "0 claims: 0 consistent, 0 consistent by rounding, 0 inconsistent, 0 not checkable");
    made_begin(&made, QCDC_CLAIM_FRACTION, QCDC_VERDICT_UNCHECKABLE, "", "");
    made.claim.alternative_of = 1; /* another reading is no repetition */
    CU_ASSERT_FALSE(qcdc_claims_item_is_repeated(&made.claims, 0));
    made.claim.alternative_of = 0;
    CU_ASSERT_FALSE(qcdc_claims_item_needs_review(&made.claims, 0));
    made.claim.kind = QCDC_CLAIM_LEFTOVER;
    CU_ASSERT_TRUE(qcdc_claims_item_needs_review(&made.claims, 0));
    CU_ASSERT_EQUAL(qcdc_claims_count_verdict(&made.claims, QCDC_VERDICT_UNCHECKABLE), 0);
    qcdc_claims_summarize(&made.claims, QCDC_LANGUAGE_VI, text, sizeof text);
    expect_text("a leftover", text, "0 nhận định về số liệu: 0 khớp, 0 khớp do làm tròn, 0 chưa khớp, 0 chưa đủ căn cứ đối chiếu; 1 ngày hoặc kỳ đề nghị rà soát");
    CU_ASSERT_FALSE(qcdc_claims_item_needs_review(&made.claims, 1));
    CU_ASSERT_FALSE(qcdc_claims_item_needs_review(NULL, 0));
    CU_ASSERT_EQUAL(qcdc_claims_count_verdict(NULL, QCDC_VERDICT_CONSISTENT), 0);
    CU_ASSERT(qcdc_claims_summarize(NULL, QCDC_LANGUAGE_VI, NULL, 0) > 0);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "the line and what is under it", the_line_and_what_is_under_it },
        { "columns are those of a terminal", columns_are_those_of_a_terminal },
        { "long lines are cut between words", long_lines_are_cut_between_words },
        { "long words are cut anywhere", long_words_are_cut_anywhere },
        { "of another text the words alone", of_another_text_the_words_alone },
        { "what is shown and counted", what_is_shown_and_counted },
    };
    return SUITE_RUN("claims_text", tests, argc, argv);
}
