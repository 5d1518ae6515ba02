/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Another unit, a mean, and percents that carry a sign or stand in words (W15 … W17). */

#include "phrase-row.h"
#include "suite.h"

static void another_unit_is_higher_or_lower(void)
{
    static const PhraseCase rows[] = {
        { "a 130 118 đơn", "unit name=Huyện_B", "percent=brackets", "cao hơn 12 đơn (10,2%) so với Huyện B" },
        { "a 118 130 đơn", "unit name=Huyện_B", "base_phrase=abbreviated", "thấp hơn 12 đơn so với Huyện B" },
        { "a 118 118 đơn", "unit name=Huyện_B", "unchanged=không_đổi", "bằng Huyện B" },
        { "a 963 1000 đơn", "unit name=Huyện_B", "form=index", "bằng 96,3% so với Huyện B" },
        { "a 174 132 đơn", "unit name=Huyện_B", "form=index", "cao hơn 31,8% so với Huyện B" },
        { "a 250 100 đơn", "unit name=Huyện_B", "form=times", "gấp 2,5 lần Huyện B" },
        { "p 80.5 79.3 %", "unit name=Huyện_B", "show_base=yes", "cao hơn 1,2 điểm phần trăm so với Huyện B (Huyện B 79,3%)" },
        { "t 209 230 xã", "unit name=Phường_5", "show_base=yes", "thấp hơn 21 xã so với Phường 5 (Phường 5: 230 xã)" },
        { "k 15/63 36/63 bậc", "unit name=Tỉnh_C", "", "cao hơn 21 bậc so với Tỉnh C" },
        { "k 15/63 15/63 bậc", "unit name=Tỉnh_C", "", "bằng Tỉnh C" },
        { "a 5 3 lượt|a 7 7 vụ", "unit name=B", "", "cao hơn 02 lượt và số vụ bằng B" },
        { "a 7 7 vụ|a 5 3 lượt", "unit name=B", "", "số vụ ngang bằng và cao hơn 02 lượt so với B" },
        { "a 7 7 vụ|p 3.0 3.0 %", "unit name=B", "", "bằng B" },
        { "p 3.0 3.0 %|k 4 4 bậc|s 5 5 điểm|a 9 8 vụ", "unit name=B", "",
          "tỷ lệ ngang bằng, thứ hạng ngang bằng, điểm số ngang bằng và cao hơn 01 vụ so với B" },
        { "a 7 7 vụ", "unit name=B", "shape=first", "so với B, số vụ ngang bằng" },
        { "a 130 118 petitions", "unit name=B", "language=en percent=brackets", "higher by 12 petitions (10.2%) than B" },
        { "a 963 1000 petitions", "unit name=B", "language=en form=index", "96.3% of B" },
        { "a 5 3 visits|a 7 7 cases", "unit name=B", "language=en", "higher by 2 visits and cases the same as B" },
        { "a 7 7 cases|a 3 5 visits", "unit name=B", "language=en", "cases the same and lower by 2 visits than B" },
    };
    PHRASE_ROW_RUN(rows);
}

/* 14 against 25/2 = 12,5; 43,1 % against (40 + 45,5)/2. */
static void a_mean_has_no_percent(void)
{
    static const PhraseCase rows[] = {
        { "m 14 25/2 đơn", "mean name=toàn_tỉnh", "percent=brackets", "cao hơn 1,5 đơn so với bình quân chung toàn tỉnh" },
        { "m 14 25/2 đơn", "mean name=toàn_tỉnh", "percent=alone show_base=yes",
          "cao hơn 1,5 đơn so với bình quân chung toàn tỉnh (bình quân chung toàn tỉnh 12,5 đơn)" },
        { "m 12 25/2 đơn", "mean name=toàn_tỉnh", "form=index", "bằng 96% so với bình quân chung toàn tỉnh" },
        { "m 13 25/2 đơn", "mean name=toàn_tỉnh", "form=index", "cao hơn 0,5 đơn so với bình quân chung toàn tỉnh" },
        { "m 25 25/2 đơn", "mean name=toàn_tỉnh", "form=times", "gấp 2 lần bình quân chung toàn tỉnh" },
        { "m 24 25/2 đơn", "mean name=toàn_tỉnh", "form=times", "cao hơn 11,5 đơn so với bình quân chung toàn tỉnh" },
        { "m 10 31/3 đơn", "mean name=toàn_tỉnh", "", "thấp hơn 0,3 đơn so với bình quân chung toàn tỉnh" },
        { "m 10.000 31/3 tỷ đồng", "mean name=toàn_tỉnh", "", "thấp hơn 0,333 tỷ đồng so với bình quân chung toàn tỉnh" },
        { "m 10 20/2 đơn", "mean name=toàn_tỉnh", "", "bằng bình quân chung toàn tỉnh" },
        { "m 10 1000001/100000 đơn", "mean name=toàn_tỉnh", "", "thấp hơn dưới 0,1 đơn so với bình quân chung toàn tỉnh" },
        { "q 43.10 85.50/2 %", "mean name=toàn_tỉnh", "", "cao hơn 0,35 điểm phần trăm so với bình quân chung toàn tỉnh" },
        { "n 69.03 131.06/2 điểm", "mean name=toàn_tỉnh", "show_base=yes",
          "cao hơn 3,50 điểm so với bình quân chung toàn tỉnh (bình quân chung toàn tỉnh 65,53 điểm)" },
        { "m 14 25/2 petitions", "mean name=Tỉnh_A", "language=en", "higher by 1.5 petitions than the mean for Tỉnh A" },
    };
    PHRASE_ROW_RUN(rows);
}

static void percents_have_a_sign_or_words(void)
{
    static const PhraseCase rows[] = {
        { "a 698 857 lượt người", "same", "percent=signed base_phrase=short", "giảm 159 lượt người (-18,6%) so với cùng kỳ" },
        { "a 174 132 đơn", "same", "percent=signed base_phrase=short", "tăng 42 đơn (+31,8%) so với cùng kỳ" },
        { "a 10001 10000 đơn", "same", "percent=signed base_phrase=short", "tăng 01 đơn (tăng dưới 0,1%) so với cùng kỳ" },
        { "a 5 0 đơn", "same", "percent=signed base_phrase=short", "tăng 05 đơn so với cùng kỳ" },
        { "a 174 132 đơn", "same", "percent=words base_phrase=short", "tăng 42 đơn, tương ứng với 31,8% so với cùng kỳ" },
        { "a 174 132 đơn|a 60 71 vụ", "same", "percent=words base_phrase=short verb=elide",
          "tăng 42 đơn, tương ứng với 31,8%; giảm 11 vụ, tương ứng với 15,5% so với cùng kỳ" },
        { "a 174 132 đơn|a 180 171 vụ", "same", "percent=words base_phrase=short verb=elide shape=first",
          "so với cùng kỳ, số đơn tăng 42 đơn, tương ứng với 31,8%; số vụ tăng 09 vụ, tương ứng với 5,3%" },
        { "a 5 5 đơn|a 60 60 vụ", "same", "percent=words base_phrase=short", "không thay đổi so với cùng kỳ" },
        { "a 174 132 petitions", "same", "percent=words language=en", "up 42 petitions, or 31.8%, on the same period last year" },
        { "a 174 132 petitions", "same out", "percent=words language=en", "up 42 petitions, or 31.8%" },
        { "a 174 132 petitions", "same", "percent=signed language=en", "up 42 petitions (+31.8%) on the same period last year" },
    };
    PHRASE_ROW_RUN(rows);
}

static void who_is_beside_needs_a_name(void)
{
    PhraseRow row;
    char buffer[PHRASE_ROW_TEXT] = "as it was";
    QcdcPhraseText text = { .buffer = buffer, .size = sizeof buffer };
    phrase_row_read(&row, "a 3 2 đơn", "unit", "");
    expect_number("no name", phrase_row_write(&row, &text, NULL), QCDC_STATUS_ARGUMENT);
    expect_text("untouched", buffer, "as it was");
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "another unit is higher or lower (W15)", another_unit_is_higher_or_lower },
        { "a mean has no percent (W16)", a_mean_has_no_percent },
        { "percents have a sign or words (W17)", percents_have_a_sign_or_words },
        { "who is beside needs a name", who_is_beside_needs_a_name },
    };
    return SUITE_RUN("phrase-beside", tests, argc, argv);
}
