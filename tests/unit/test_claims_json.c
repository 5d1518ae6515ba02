/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "claim-made.h"
#include "suite.h"

static const char *write_json(const MadeClaim *made, const char *text, size_t length)
{
    static char line[4096];
    size_t needed = qcdc_claims_item_to_json(&made->claims, 0, text, length, QCDC_LANGUAGE_EN, line, sizeof line);
    expect(needed == strlen(line), line, "its length");
    return line;
}

/* The value of "numbers", or of another key that is an object. */
static const char *find_object(const MadeClaim *made, const char *key)
{
    static char object[2048];
    const char *line = write_json(made, "....", 4), *start = strstr(line, key), *end = start != NULL ? strchr(start, '}') : NULL;
    object[0] = '\0';
    if (end != NULL)
        snprintf(object, sizeof object, "%.*s", (int)(end - start - strlen(key) + 1), start + strlen(key));
    return object;
}

/* As the contract has them, in its order. */
static const struct Row {
    QcdcClaimKind kind;
    const char *numbers, *wanted;
} rows[] = {
    {QCDC_CLAIM_CHANGE_ABS, "", "{\"now\":null,\"delta\":null,\"dir\":null}"},
    {QCDC_CLAIM_CHANGE_REL, "pct=24.1% now=174", "{\"now\":\"174\",\"base\":null,\"delta\":null,\"pct\":\"24.1\",\"dir\":null}"},
    {QCDC_CLAIM_CHANGE_PP, "", "{\"now\":null,\"delta\":null,\"dir\":null}"},
    {QCDC_CLAIM_CHANGE_RANK, "", "{\"now\":null,\"of\":null,\"delta\":null,\"dir\":null}"},
    {QCDC_CLAIM_FRACTION, "", "{\"num\":null,\"den\":null,\"pct\":null}"},
    {QCDC_CLAIM_SHARE, "", "{\"part\":null,\"whole\":null,\"pct\":null}"},
    {QCDC_CLAIM_SUM_OF_PARTS, "part=181 total=200 part=5", "{\"total\":\"200\",\"parts\":[\"181\",\"5\"],\"mode\":null}"},
    {QCDC_CLAIM_SIGNED_SUM, "part=-1", "{\"total\":null,\"parts\":[\"-1\"]}"},
    {QCDC_CLAIM_BALANCE, "", "{\"total\":null,\"received\":null,\"resolved\":null,\"remaining\":null}"},
    {QCDC_CLAIM_BALANCE, "resolved=1 opening=2 resolved=3",
     "{\"total\":null,\"received\":null,\"resolved\":\"1\",\"remaining\":null,\"opening\":\"2\",\"other_resolved\":[\"3\"]}"},
    {QCDC_CLAIM_PLAN_ATTAINMENT, "", "{\"actual\":null,\"plan\":null,\"pct\":null,\"relation\":null}"},
    {QCDC_CLAIM_RANK, "", "{\"rank\":null,\"of\":null}"},
    {QCDC_CLAIM_AVERAGE, "n=2 avg=1.5", "{\"avg\":\"1.5\",\"total\":null,\"n\":\"2\"}"},
    {QCDC_CLAIM_GROWTH_RATE, "", "{\"from\":null,\"to\":null,\"years\":null,\"pct\":null}"},
    {QCDC_CLAIM_REDUCTION_FROM_TO, "", "{\"from\":null,\"to\":null,\"delta\":null}"},
    {QCDC_CLAIM_CROSS, "", "{\"first\":null,\"second\":null}"},
    {QCDC_CLAIM_CROSS, "first=1^ second=2", "{\"first\":\"1\",\"second\":\"2\",\"from_old\":\"first\"}"},
    {QCDC_CLAIM_INDEX, "", "{\"now\":null,\"base\":null,\"pct\":null}"},
    {QCDC_CLAIM_CONTRIBUTION, "", "{\"part\":null,\"whole\":null,\"points\":null,\"share\":null}"},
    {QCDC_CLAIM_COUNT_OF_LIST, "stated=2 listed listed", "{\"stated\":\"2\",\"listed\":[\"..\",\"..\"]}"},
    {QCDC_CLAIM_DENSITY, "den=1 value=2", "{\"num\":null,\"den\":\"1\",\"value\":\"2\"}"},
    {QCDC_CLAIM_TARGET, "", "{\"actual\":null,\"target\":null,\"relation\":null}"},
    {QCDC_CLAIM_PAIR, "", "{\"a\":null,\"b\":null}"},
    {QCDC_CLAIM_APPROX, "", "{\"value\":null}"},
    {QCDC_CLAIM_SERIES, "value=1 value=2", "{\"values\":[\"1\",\"2\"]}"},
    {QCDC_CLAIM_DATE, "year=2022 year=2018", "{\"day\":null,\"month\":null,\"year\":\"2022\",\"other_year\":[\"2018\"]}"},
    {QCDC_CLAIM_LEFTOVER, "printed own", "{\"printed\":\"..\",\"own\":\"..\"}"},
};

static void numbers_of_each_kind(void)
{
    static MadeClaim made;
    bool is_told[QCDC_CLAIM_END] = {false};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        made_begin(&made, rows[i].kind, QCDC_VERDICT_UNCHECKABLE, rows[i].numbers, "");
        expect_text(qcdc_claim_kind_to_name(rows[i].kind), find_object(&made, "\"numbers\":"), rows[i].wanted);
        is_told[rows[i].kind] = true;
    }
    for (int kind = QCDC_CLAIM_NONE + 1; kind < QCDC_CLAIM_END; kind++)
        expect(is_told[kind], qcdc_claim_kind_to_name((QcdcClaimKind)kind), "no row");
}

static void words_of_a_claim(void)
{
    static MadeClaim made;
    made_begin(&made, QCDC_CLAIM_SUM_OF_PARTS, QCDC_VERDICT_CONSISTENT, "", "");
    made.claim.mode = QCDC_PARTS_SUBSET;
    made.claim.open_list = 1;
    made.claim.hedge = QCDC_HEDGE_AT_LEAST;
    expect_text("subset", find_object(&made, "\"numbers\":"), "{\"total\":null,\"parts\":[],\"mode\":\"subset\",\"open\":true,\"qual\":\"at-least\"}");
    made_begin(&made, QCDC_CLAIM_CHANGE_ABS, QCDC_VERDICT_CONSISTENT, "", "");
    made.claim.direction = QCDC_DIRECTION_DECREASE;
    expect_text("decrease", find_object(&made, "\"numbers\":"), "{\"now\":null,\"delta\":null,\"dir\":\"decrease\"}");
    made.claim.direction = QCDC_DIRECTION_INCREASE;
    expect_text("increase", find_object(&made, "\"numbers\":"), "{\"now\":null,\"delta\":null,\"dir\":\"increase\"}");
    made_begin(&made, QCDC_CLAIM_TARGET, QCDC_VERDICT_CONSISTENT, "", "");
    made.claim.relation = QCDC_RELATION_MISSES;
    expect_text("misses", find_object(&made, "\"numbers\":"), "{\"actual\":null,\"target\":null,\"relation\":\"misses\"}");
    made_begin(&made, QCDC_CLAIM_SHARE, QCDC_VERDICT_UNCHECKABLE, "", "candidate=1 min=0 candidate=2");
    expect_text("expected", find_object(&made, "\"expected\":"), "{\"min\":\"0\",\"candidates\":[\"1\",\"2\"]}");
}

static void the_whole_line(void)
{
    static MadeClaim made;
    made_begin(&made, QCDC_CLAIM_FRACTION, QCDC_VERDICT_INCONSISTENT, "num=1 den=2 pct=5%", "pct=50");
    made.claim.start = 2;
    made.claim.end = 5;
    made.claim.unit_start = 4;
    made.claim.unit_end = 6;
    made.claim.cause = QCDC_CAUSE_SCALE;
    made.claim.alternative_of = 3;
    qcdc_period_parse("2023-S1", 7, &made.claim.period, NULL);
    made.places[0] = 1;
    made.places[1] = 4;
    made.places[2] = 9;
    expect_text("a claim", write_json(&made, "é\"\n\\\xff", 6),
                "{\"line\":9,\"start\":2,\"end\":5,\"start_char\":1,\"end_char\":4,\"quote\":\"\\\"\\n\\\\\",\"kind\":\"fraction\",\"numbers\":{\"num\":\"1\",\"den\":\"2\",\"pct\":\"5\"},"
                "\"unit\":\"\\\\\xEF\xBF\xBD\",\"period\":\"2023-S1\",\"base_period\":null,\"verdict\":\"inconsistent\",\"cause\":\"scale\",\"expected\":{\"pct\":\"50\"},\"alternative_of\":2,"
                "\"note\":\"does not agree, please review (another reading): 1/2 is 50%, printed is 5%; perhaps a power of ten too many or too few\"}");
    CU_ASSERT_PTR_NOT_NULL(strstr(write_json(&made, "é\xE2\x80\xA8!", 6), "\"quote\":\"\xE2\x80\xA8\"")); /* D1: U+2028 ends no line */
    CU_ASSERT_PTR_NOT_NULL(strstr(write_json(&made, "é\"", 3), "\"quote\":null"));
    CU_ASSERT_PTR_NOT_NULL(strstr(write_json(&made, NULL, 0), "\"quote\":null"));
}

/* However small the buffer, what is in it is the start of the whole line and ends between two characters. */
static void a_buffer_of_any_size(void)
{
    static MadeClaim made;
    char whole[1024], part[1024];
    size_t needed;
    made_begin(&made, QCDC_CLAIM_FRACTION, QCDC_VERDICT_UNCHECKABLE, "num=1 den=2", "");
    needed = qcdc_claims_item_to_json(&made.claims, 0, "....", 4, QCDC_LANGUAGE_VI, whole, sizeof whole);
    CU_ASSERT_FATAL(needed < sizeof whole);
    for (size_t size = 1; size <= needed + 1; size++) {
        memset(part, 'x', sizeof part);
        CU_ASSERT_EQUAL(qcdc_claims_item_to_json(&made.claims, 0, "....", 4, QCDC_LANGUAGE_VI, part, size), needed);
        CU_ASSERT(strlen(part) < size && strlen(part) + 4 >= size && strncmp(whole, part, strlen(part)) == 0);
        CU_ASSERT_EQUAL(part[size], 'x');
        CU_ASSERT(((unsigned char)whole[strlen(part)] & 0xC0) != 0x80);
    }
    CU_ASSERT_EQUAL(qcdc_claims_item_to_json(&made.claims, 1, "....", 4, QCDC_LANGUAGE_VI, part, sizeof part), 0);
    CU_ASSERT_EQUAL(qcdc_claims_item_to_json(NULL, 0, "....", 4, QCDC_LANGUAGE_VI, part, sizeof part), 0);
    expect_text("no claim", part, "");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "numbers of each kind", numbers_of_each_kind },
        { "words of a claim", words_of_a_claim },
        { "the whole line", the_whole_line },
        { "a buffer of any size", a_buffer_of_any_size },
    };
    return SUITE_RUN("claims_json", tests, argc, argv);
}
