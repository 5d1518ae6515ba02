/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/script-private.h"

#include <stdio.h>
#include <string.h>

#include "expect.h"
#include "suite.h"

#define LONG_LINE "Trong năm các cơ quan, đơn vị đã tổ chức tuyên truyền pháp luật cho cán bộ và"

static Arena arena = {.limit = 1 << 24};

/* "|text|text" with "n:" before a footnote's text, "H" before a heading. */
static void describe(const Script *script, char *out, size_t size)
{
    size_t length = 0;
    out[0] = '\0';
    for (size_t i = 0; i < script->passage_count; i++) {
        const Passage *passage = &script->passages[i];
        char note[16] = "";
        if (passage->note > 0)
            snprintf(note, sizeof note, "%u:", (unsigned)passage->note);
        length += (size_t)snprintf(out + length, size - length, "|%s%s%.*s", note, passage->is_heading ? "H " : "",
                                   (int)(passage->end - passage->start), script->bytes + passage->start);
    }
}

static void expect_script(const char *input, const char *wanted)
{
    Script script;
    char told[2048];
    CU_ASSERT_EQUAL_FATAL(script_read(&script, input, strlen(input), &arena, NULL), QCDC_OK);
    describe(&script, told, sizeof told);
    expect_text(input, told, wanted);
    arena_clear(&arena);
}

static void marks_of_print_are_gone(void)
{
    expect_script("Tie\xCC\x82\xCC\x81p 758\xC2\xA0đơn", "|Tiếp 758 đơn");
    expect_script("(*giảm 230 lượt*)", "|(giảm 230 lượt)");
    expect_script("[có 5 tỉnh]", "|(có 5 tỉnh)");
    expect_script("2016 – 2020 “tốt” …", "|2016 - 2020 \"tốt\" ...");
    expect_script("30.000 lượt khách¹² đạt", "|30.000 lượt khách đạt");
    expect_script("8.310 km², 30 m³, 50m², cơ sở²", "|8.310 km², 30 m³, 50m², cơ sở");
    expect_script("  hai   \t blanks \r\n", "|hai blanks");
    expect_script("\xEF\xBB\xBFx\xFFy\xC2", "|xy");
    expect_script("", "");
    expect_script("\n\n \n", "");
}

static void lines_of_one_paragraph_are_joined(void)
{
    expect_script(LONG_LINE "\nnhân dân.", "|" LONG_LINE " nhân dân.");
    expect_script("Một.\nHai.", "|Một.|Hai.");
    expect_script("Tổng số 20 xã, gồm:\n- 15 xã loại 1;\n- 05 xã loại 2.\n- Khác", "|Tổng số 20 xã, gồm:\n- 15 xã loại 1;\n- 05 xã loại 2.|- Khác");
    expect_script("Có 31 xã.\nTrong đó: 27 xã nghèo.", "|Có 31 xã. Trong đó: 27 xã nghèo.");
    expect_script("- Có 31 xã\n\n- Bao gồm 27 xã nghèo, 04 xã khá.", "|- Có 31 xã - Bao gồm 27 xã nghèo, 04 xã khá.");
    expect_script("Có 31 xã.\nTrong đóng góp này\n- Trong", "|Có 31 xã.|Trong đóng góp này|- Trong");
    expect_script("II. SỐ XÃ\nTrong đó: 27 xã nghèo.", "|H II. SỐ XÃ|Trong đó: 27 xã nghèo.");
    expect_script("BÁO CÁO\nKết quả năm 2022", "|H BÁO CÁO|Kết quả năm 2022");
}

static void a_torn_paragraph_is_joined_over_footnotes_and_pages(void)
{
    expect_script(LONG_LINE "¹\n\n¹ Số 12 cuộc.\n\n3\n\nnhân dân.", "|" LONG_LINE " nhân dân.|1:Số 12 cuộc.");
    expect_script(LONG_LINE "¹\n\n1. Gồm 12 cuộc\n\nnhân dân.\n\n1. Mục", "|" LONG_LINE " nhân dân.|1:1. Gồm 12 cuộc|H 1. Mục");
    expect_script(LONG_LINE "\n\nNhân dân.", "|" LONG_LINE "|Nhân dân.");
}

static void places_lead_back_to_the_input(void)
{
    static const char input[] = "*Tie\xCC\x82\xCC\x81p¹ 758\xC2\xA0đơn";
    Script script;
    size_t start, end;
    CU_ASSERT_EQUAL_FATAL(script_read(&script, input, sizeof input - 1, &arena, NULL), QCDC_OK);
    script_locate(&script, 0, 6, &start, &end); /* Tiếp */
    expect_number("start", (int64_t)start, 1);
    expect_number("end", (int64_t)end, 9);
    script_locate(&script, 2, 5, &start, &end); /* ế */
    expect_number("start of a letter", (int64_t)start, 3);
    expect_number("end of a letter", (int64_t)end, 8);
    script_locate(&script, 7, 10, &start, &end); /* 758 */
    expect_number("start behind a mark", (int64_t)start, 12);
    expect_number("end behind a mark", (int64_t)end, 15);
    arena_clear(&arena);
}

static void tears_are_remembered(void)
{
    static const char input[] = LONG_LINE "\n\n3\n\nnhân dân.\n\nHai.";
    Script script;
    CU_ASSERT_EQUAL_FATAL(script_read(&script, input, sizeof input - 1, &arena, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(script.tear_count, 1);
    expect_number("where the page ended", (int64_t)script.tears[0], (int64_t)sizeof LONG_LINE - 1);
    arena_clear(&arena);
}

static void places_of_marks_are_remembered(void)
{
    static const char input[] = "Có 84 giếng¹ nước² sạch.\n\n¹ Gồm giếng đào.\n\n2. Nước máy.\n\n³ Không dấu.";
    Script script;
    CU_ASSERT_EQUAL_FATAL(script_read(&script, input, sizeof input - 1, &arena, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(script.passage_count, 4);
    expect_number("of the first note", script.passages[1].mark, (int64_t)sizeof "Có 84 giếng" - 1);
    expect_number("of the second note", script.passages[2].mark, (int64_t)sizeof "Có 84 giếng nước" - 1);
    expect_number("of a note without a mark", script.passages[3].mark, 0);
    expect_number("of the body", script.passages[0].mark, 0);
    arena_clear(&arena);
}

static void an_arena_holds_its_limit(void)
{
    Arena small = {.limit = 4096};
    Script script;
    QcdcError error = {0};
    void *block = arena_resize(&small, NULL, 10, 100);
    CU_ASSERT_PTR_NOT_NULL_FATAL(block);
    CU_ASSERT_PTR_NULL(arena_resize(&small, NULL, 4000, 1));
    CU_ASSERT_PTR_NULL(arena_resize(&small, block, SIZE_MAX / 2, 4));
    CU_ASSERT_PTR_NOT_NULL_FATAL(block = arena_resize(&small, block, 3900, 1));
    arena_release(&small, block);
    expect_number("nothing is used", (int64_t)small.used, 0);
    small.limit = 100;
    CU_ASSERT_EQUAL(script_read(&script, "Tiếp 758 đơn", 14, &small, &error), QCDC_STATUS_MEMORY);
    expect_number("nothing is kept", (int64_t)small.used, 0);
    arena_clear(&small);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "marks of print are gone", marks_of_print_are_gone },
        { "lines of one paragraph are joined", lines_of_one_paragraph_are_joined },
        { "a torn paragraph is joined over footnotes and pages", a_torn_paragraph_is_joined_over_footnotes_and_pages },
        { "places lead back to the input", places_lead_back_to_the_input },
        { "tears are remembered", tears_are_remembered },
        { "places of marks are remembered", places_of_marks_are_remembered },
        { "an arena holds its limit", an_arena_holds_its_limit },
    };
    return SUITE_RUN("script", tests, argc, argv);
}
