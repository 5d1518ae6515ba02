/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The phrase parser: a phrase → its changes and its base, told in one line.
 *
 * change: TOLD DIRECTION NUMBER ["measure"] [PERCENT%] [below] [base=VALUE] [current=VALUE], parted by "|"
 * base:   KIND PHRASE [PERIOD] [VALUED/EXPECTED] ["plan words"] [year] */

#include <qcdc/phrase.h>

#include "expect.h"
#include "suite.h"

enum {
    LINE_SIZE = 1024,
    MOST_ITEMS = 8
};

typedef struct Line {
    char text[LINE_SIZE];
    size_t length;
} Line;

static void add(Line *line, const char *text, size_t length)
{
    if (line->length + length + 1 > LINE_SIZE)
        length = LINE_SIZE - 1 - line->length;
    memcpy(line->text + line->length, text, length);
    line->length += length;
    line->text[line->length] = '\0';
}

static void add_word(Line *line, const char *word)
{
    add(line, " ", line->length > 0 ? 1 : 0);
    add(line, word, strlen(word));
}

static void add_value(Line *line, const char *name, QcdcDecimal value, const char *unit)
{
    char number[QCDC_DECIMAL_TEXT_SIZE];
    qcdc_decimal_to_text(value, number, sizeof number);
    add_word(line, name);
    add(line, number, strlen(number));
    add(line, unit, strlen(unit));
}

static void add_quoted(Line *line, const char *text, size_t start, size_t end)
{
    if (start == end)
        return;
    add_word(line, "\"");
    add(line, text + start, end - start);
    add(line, "\"", 1);
}

static void add_reading(Line *line, const char *text, const QcdcPhraseReading *reading)
{
    static const char *const told[] = { "none", "difference", "both", "percent", "points", "places",
                                        "index", "times", "attainment", "unchanged" };
    static const char *const directions[] = { "unknown", "down", "same", "up" };
    add_word(line, told[reading->told]);
    add_word(line, directions[reading->direction]);
    if (reading->told != QCDC_TOLD_UNCHANGED)
        add_value(line, "", reading->number, "");
    add_quoted(line, text, reading->measure_start, reading->measure_end);
    if (reading->told == QCDC_TOLD_BOTH)
        add_value(line, "", reading->percent, "%");
    if (reading->percent_below)
        add_word(line, "below");
    if (reading->has_base)
        add_value(line, "base=", reading->base, "");
    if (reading->has_current)
        add_value(line, "current=", reading->current, "");
}

static void add_base(Line *line, const char *text, const QcdcPhraseBaseReading *base)
{
    static const char *const kinds[] = { "none", "same", "previous", "period", "plan" };
    static const char *const phrases[] = { "", "full", "short", "abbreviated", "introduced", "dated", "year" };
    char words[64];
    add_word(line, kinds[base->base]);
    if (base->phrase != QCDC_BASE_PHRASE_DEFAULT)
        add_word(line, phrases[base->phrase]);
    if (qcdc_period_is_valid(base->period)) {
        qcdc_period_to_text(base->period, words, sizeof words);
        add_word(line, words);
    }
    if (base->valued > 0) {
        snprintf(words, sizeof words, "%u/%u", (unsigned)base->valued, (unsigned)base->expected);
        add_word(line, words);
    }
    add_quoted(line, text, base->words_start, base->words_end);
    if (base->plan_of_year)
        add_word(line, "year");
}

typedef struct ReadCase {
    const char *text, *items, *base;
} ReadCase;

static void run_row(const ReadCase *row, QcdcLanguage language)
{
    QcdcPhraseReading items[MOST_ITEMS];
    QcdcPhraseBaseReading base;
    QcdcError error = { .status = QCDC_OK };
    Line told = { "", 0 }, named = { "", 0 };
    size_t count = 0;
    QcdcStatus status = qcdc_phrase_parse(row->text, strlen(row->text), language, items, MOST_ITEMS, &count, &base, &error);
    if (!expect(status == QCDC_OK && count <= MOST_ITEMS, row->text, error.text))
        return;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            add_word(&told, "|");
        add_reading(&told, row->text, &items[i]);
    }
    add_base(&named, row->text, &base);
    expect_text(row->text, told.text, row->items);
    expect_text(row->text, named.text, row->base);
}

static void run_rows(const ReadCase *rows, size_t count, QcdcLanguage language)
{
    for (size_t i = 0; i < count; i++)
        run_row(&rows[i], language);
}

#define RUN(rows, language) run_rows(rows, sizeof(rows) / sizeof(rows)[0], language)

static void changes_are_read(void)
{
    static const ReadCase rows[] = {
        { "giảm 230 lượt người và tăng 374 vụ việc so với cùng kỳ năm trước (CKNT)",
          "difference down 230 \"lượt người\" | difference up 374 \"vụ việc\"", "same introduced" },
        { "tăng 194 lượt người và tăng 187 vụ việc so với CKNT",
          "difference up 194 \"lượt người\" | difference up 187 \"vụ việc\"", "same abbreviated" },
        { "tăng 187 lượt, 240 vụ việc so với cùng kỳ",
          "difference up 187 \"lượt\" | difference up 240 \"vụ việc\"", "same short" },
        { "tăng 187 lượt và 240 vụ việc so với cùng kỳ",
          "difference up 187 \"lượt\" | difference up 240 \"vụ việc\"", "same short" },
        { "tăng 42 đơn (31,8%) so với cùng kỳ",
          "both up 42 \"đơn\" 31.8%", "same short" },
        { "tăng 06 đơn (8,5%)",
          "both up 6 \"đơn\" 8.5%", "none" },
        { "tăng 31,8% so với cùng kỳ năm trước",
          "percent up 31.8", "same full" },
        { "tăng 31,8% số đơn, 8,5% số vụ so với cùng kỳ năm trước",
          "percent up 31.8 \"đơn\" | percent up 8.5 \"vụ\"", "same full" },
        { "tăng 31,8% số đơn và giảm 7,8% số vụ so với cùng kỳ năm trước",
          "percent up 31.8 \"đơn\" | percent down 7.8 \"vụ\"", "same full" },
        { "giảm 01 đơn (dưới 0,1%) so với cùng kỳ năm trước",
          "both down 1 \"đơn\" 0.1% below", "same full" },
        { "tăng dưới 0,1% so với cùng kỳ năm trước",
          "percent up 0.1 below", "same full" },
        { "giảm 4 điểm phần trăm so với cùng kỳ năm trước",
          "points down 4", "same full" },
        { "giảm 4,62 điểm phần trăm so với năm 2021",
          "points down 4.62", "period year 2021" },
        { "tăng dưới 0,1 điểm phần trăm",
          "points up 0.1 below", "none" },
        { "tăng 3,55 điểm so với năm 2020",
          "difference up 3.55 \"điểm\"", "period year 2020" },
        { "tăng 0,3 người/hộ so với cùng kỳ năm trước",
          "difference up 0.3 \"người/hộ\"", "same full" },
        { "tăng 21 bậc so với năm 2021",
          "places up 21", "period year 2021" },
        { "tăng 8 tỷ đồng so với cùng kỳ năm trước",
          "difference up 8 \"tỷ đồng\"", "same full" },
        { "giảm 366,5 nghìn tỷ đồng",
          "difference down 366.5 \"nghìn tỷ đồng\"", "none" },
        { "tăng 123.456.788 đơn",
          "difference up 123456788 \"đơn\"", "none" },
        { "giảm 146 lượt tiếp, 127 lượt người, 07 lượt đoàn đông người so với cùng kỳ",
          "difference down 146 \"lượt tiếp\" | difference down 127 \"lượt người\" | difference down 7 \"lượt đoàn đông người\"",
          "same short" },
        { "tăng 334 vụ (20,11%), giảm 62 người chết (6,84%), tăng 431 người bị thương (38,97%)",
          "both up 334 \"vụ\" 20.11% | both down 62 \"người chết\" 6.84% | both up 431 \"người bị thương\" 38.97%", "none" },
        { "tăng 03 đơn, 10 điểm phần trăm, 4 bậc so với cùng kỳ năm trước",
          "difference up 3 \"đơn\" | points up 10 | places up 4", "same full" },
        { "giảm 464 thôn, tổ dân phố; tăng 01 xã so với cùng kỳ năm trước",
          "difference down 464 \"thôn, tổ dân phố\" | difference up 1 \"xã\"", "same full" },
        { "giảm 464 thôn, tổ dân phố so với cùng kỳ năm trước",
          "difference down 464 \"thôn, tổ dân phố\"", "same full" },
        { "giảm 464 thôn, 05 tổ dân phố; tăng 01 xã và 2 phường",
          "difference down 464 \"thôn, 05 tổ dân phố\" | difference up 1 \"xã và 2 phường\"", "none" },
        { "tăng 05 vụ ở khu 3 và tăng 06 vụ so với cùng kỳ năm trước",
          "difference up 5 \"vụ ở khu 3\" | difference up 6 \"vụ\"", "same full" },
        { "tăng 05 vụ và số người so với cùng kỳ",
          "difference up 5 \"vụ và số người\"", "same short" },
        { "tăng 05 đơn (lần đầu) (31,8%) so với CKNT",
          "both up 5 \"đơn (lần đầu)\" 31.8%", "same abbreviated" },
        { "tăng 02 vụ và việc so với cùng kỳ",
          "difference up 2 \"vụ và việc\"", "same short" },
    };
    RUN(rows, QCDC_LANGUAGE_DEFAULT);
}

static void other_forms_are_read(void)
{
    static const ReadCase rows[] = {
        { "không thay đổi so với cùng kỳ năm trước",
          "unchanged same", "same full" },
        { "bằng cùng kỳ năm trước",
          "unchanged same", "same full" },
        { "tương đương cùng kỳ",
          "unchanged same", "same short" },
        { "giữ nguyên thứ hạng so với năm 2022",
          "unchanged same", "period year 2022" },
        { "giảm 05 vụ, giảm 04 người chết, số người bị thương không thay đổi",
          "difference down 5 \"vụ\" | difference down 4 \"người chết\" | unchanged same \"người bị thương\"", "none" },
        { "giảm 05 vụ, số người chết không thay đổi, giảm 04 người bị thương so với cùng kỳ năm trước",
          "difference down 5 \"vụ\" | unchanged same \"người chết\" | difference down 4 \"người bị thương\"", "same full" },
        { "tăng 05 vụ và số người chết bằng cùng kỳ năm trước",
          "difference up 5 \"vụ\" | unchanged same \"người chết\"", "same full" },
        { "số người chết bằng và tăng 05 vụ so với cùng kỳ năm trước",
          "unchanged same \"người chết\" | difference up 5 \"vụ\"", "same full" },
        { "tăng 05 vụ, tỷ lệ không thay đổi, giữ nguyên thứ hạng và điểm số không thay đổi so với cùng kỳ năm trước",
          "difference up 5 \"vụ\" | unchanged same | unchanged same | unchanged same", "same full" },
        { "bằng 96,3% so với cùng kỳ năm trước",
          "index down 96.3", "same full" },
        { "bằng 96,3% CKNT",
          "index down 96.3", "same abbreviated" },
        { "bằng 96,3% số đơn, 95% số vụ, tăng 10% số đoàn so với cùng kỳ năm trước",
          "index down 96.3 \"đơn\" | index down 95 \"vụ\" | percent up 10 \"đoàn\"", "same full" },
        { "bằng 100,5% so với cùng kỳ",
          "index up 100.5", "same short" },
        { "gấp 2,5 lần cùng kỳ năm trước",
          "times up 2.5", "same full" },
        { "gấp 2,5 lần so với năm 2021",
          "times up 2.5", "period year 2021" },
        { "đạt 100,7% kế hoạch",
          "attainment up 100.7", "plan \"kế hoạch\"" },
        { "đạt 53,8% dự toán năm",
          "attainment down 53.8", "plan \"dự toán năm\" year" },
        { "đạt 53,8% dự toán năm Trung ương giao",
          "attainment down 53.8", "plan \"dự toán năm Trung ương giao\" year" },
        { "đạt 53,8% kế hoạch 6 tháng đầu năm 2022",
          "attainment down 53.8", "plan 2022-S1 \"kế hoạch 6 tháng đầu năm 2022\"" },
        { "đạt 53,8% kế hoạch năm 2022",
          "attainment down 53.8", "plan 2022 \"kế hoạch năm 2022\"" },
        { "đạt 53,8% Kế hoạch số 87, phần 2",
          "attainment down 53.8", "plan \"Kế hoạch số 87, phần 2\"" },
        { "đạt dưới 0,1% kế hoạch",
          "attainment down 0.1 below", "plan \"kế hoạch\"" },
        { "đạt -5% kế hoạch",
          "attainment down -5", "plan \"kế hoạch\"" },
        { "số đơn đạt 120% kế hoạch và số vụ đạt 90% kế hoạch",
          "attainment up 120 \"đơn\" | attainment down 90 \"vụ\"", "plan \"kế hoạch\"" },
        { "số đơn đạt 120% kế hoạch, tỷ lệ đạt 91% kế hoạch và điểm số đạt 90% kế hoạch",
          "attainment up 120 \"đơn\" | attainment down 91 | attainment down 90", "plan \"kế hoạch\"" },
    };
    RUN(rows, QCDC_LANGUAGE_DEFAULT);
}

static void the_base_first_is_read(void)
{
    static const ReadCase rows[] = {
        { "so với cùng kỳ năm 2021, số đơn tăng 31,8%",
          "percent up 31.8 \"đơn\"", "same dated 2021" },
        { "So với cùng kỳ năm 2021, số lượt tiếp tăng 71,5%, số vụ việc tăng 63%",
          "percent up 71.5 \"lượt tiếp\" | percent up 63 \"vụ việc\"", "same dated 2021" },
        { "so với cùng kỳ năm trước, số đơn tăng 42 đơn (31,8%)",
          "both up 42 \"đơn\" 31.8%", "same full" },
        { "so với cùng kỳ, số đơn không thay đổi, số vụ không thay đổi",
          "unchanged same \"đơn\" | unchanged same \"vụ\"", "same short" },
        { "so với cùng kỳ, tỷ lệ tăng 25 điểm phần trăm, thứ hạng tăng 6 bậc, điểm số tăng 0,5 điểm, tỷ lệ tăng 0,5 người/hộ",
          "points up 25 | places up 6 | difference up 0.5 \"điểm\" | difference up 0.5 \"người/hộ\"", "same short" },
        { "so với năm 2022, giữ nguyên thứ hạng",
          "unchanged same", "period year 2022" },
        { "so với cùng kỳ, số đơn gấp 2,5 lần",
          "times up 2.5 \"đơn\"", "same short" },
        { "so với cùng kỳ, số đơn bằng 95%",
          "index down 95 \"đơn\"", "same short" },
        { "so với cùng kỳ, số thôn, tổ dân phố tăng 01 thôn, tổ dân phố; số xã giảm 04 xã",
          "difference up 1 \"thôn, tổ dân phố\" | difference down 4 \"xã\"", "same short" },
        { "so với cùng kỳ, số thôn, tổ dân phố tăng 01 thôn, tổ dân phố",
          "difference up 1 \"thôn, tổ dân phố\"", "same short" },
        { "so với cùng kỳ, số đơn giảm 05 đơn, kỳ gốc theo báo cáo của 3/4 xã (cùng kỳ 100 đơn)",
          "difference down 5 \"đơn\" base=100", "same short 3/4" },
        { "số xã đạt 19 tiêu chí tăng 3 xã so với năm 2021",
          "difference up 3 \"xã\"", "period year 2021" },
        { "So với tháng 4/2025 tương đương",
          "unchanged same", "period year 2025-04" },
    };
    RUN(rows, QCDC_LANGUAGE_DEFAULT);
}

static void bases_and_their_values_are_read(void)
{
    static const ReadCase rows[] = {
        { "tăng 02 vụ so với cùng kỳ năm 2021",
          "difference up 2 \"vụ\"", "same dated 2021" },
        { "tăng 02 vụ so với 6 tháng đầu năm 2022",
          "difference up 2 \"vụ\"", "period year 2022-S1" },
        { "tăng 02 vụ so với từ ngày 15/12/2018 đến ngày 14/12/2019",
          "difference up 2 \"vụ\"", "period year 2018-12-15/2019-12-14" },
        { "tăng 02 vụ so với năm trước",
          "difference up 2 \"vụ\"", "previous full" },
        { "tăng 02 vụ so với kỳ trước",
          "difference up 2 \"vụ\"", "previous full" },
        { "tăng 02 vụ so với giai đoạn 2011-2015",
          "difference up 2 \"vụ\"", "period year 2011/P5Y" },
        { "tăng 02 vụ so với cùng kỳ, kỳ gốc theo báo cáo của 15/17 xã, thị trấn",
          "difference up 2 \"vụ\"", "same short 15/17" },
        { "tăng 02 vụ so với cùng kỳ, kỳ gốc theo báo cáo của 15 xã", "difference up 2 \"vụ\"", "same short 15/0" },
        { "tăng 02 vụ, kỳ gốc theo báo cáo của 5/7 khối 1",
          "difference up 2 \"vụ\"", "none 5/7" },
        { "tăng 42 đơn so với cùng kỳ năm trước (cùng kỳ 132 đơn)",
          "difference up 42 \"đơn\" base=132", "same full" },
        { "tăng 02 vụ, giảm 04 người, số đoàn không thay đổi so với cùng kỳ (cùng kỳ 03 vụ, 06 người và 01 đoàn)",
          "difference up 2 \"vụ\" base=3 | difference down 4 \"người\" base=6 | unchanged same \"đoàn\" base=1", "same short" },
        { "tăng 01 thôn, tổ dân phố; giảm 04 xã so với cùng kỳ (cùng kỳ 03 thôn, tổ dân phố; 06 xã)",
          "difference up 1 \"thôn, tổ dân phố\" base=3 | difference down 4 \"xã\" base=6", "same short" },
        { "tăng 1,2 điểm phần trăm so với cùng kỳ (từ 79,3% lên 80,5%)",
          "points up 1.2 base=79.3 current=80.5", "same short" },
        { "tăng 1,2 điểm phần trăm so với cùng kỳ (cùng kỳ 79,3%)",
          "points up 1.2 base=79.3", "same short" },
        { "giảm 21 xã so với cùng kỳ (từ 230 xuống còn 209)",
          "difference down 21 \"xã\" base=230 current=209", "same short" },
        { "giảm 21 đơn vị (từ 230 đơn vị xuống còn 209)",
          "difference down 21 \"đơn vị\" base=230 current=209", "none" },
        { "tăng 0,3 người/hộ so với cùng kỳ (từ 3,2 người/hộ lên 3,5 người/hộ)",
          "difference up 0.3 \"người/hộ\" base=3.2 current=3.5", "same short" },
        { "tăng 21 bậc so với cùng kỳ (cùng kỳ thứ 36/63)",
          "places up 21 base=36", "same short" },
        { "tăng 42 đơn so với năm 2020 (năm 2020: 132 đơn)",
          "difference up 42 \"đơn\" base=132", "period year 2020" },
        { "tăng 42 đơn so với năm 2021 (năm trước 132 đơn)",
          "difference up 42 \"đơn\" base=132", "period year 2021" },
        { "tăng 42 đơn so với cùng kỳ năm trước (cùng kỳ khoảng 132 đơn)",
          "difference up 42 \"đơn\" base=132", "same full" },
        { "không thay đổi so với cùng kỳ (cùng kỳ 04 vụ và 07 người)",
          "unchanged same \"vụ\" base=4 | unchanged same \"người\" base=7", "same short" },
        { "tăng 31,8% so với cùng kỳ (cùng kỳ 132 đơn)",
          "percent up 31.8 \"đơn\" base=132", "same short" },
        { "tăng 5 tỷ đồng so với từ ngày 15/12/2018 đến ngày 14/12/2019 (từ ngày 15/12/2018 đến ngày 14/12/2019: -3 tỷ đồng)",
          "difference up 5 \"tỷ đồng\" base=-3", "period year 2018-12-15/2019-12-14" },
    };
    RUN(rows, QCDC_LANGUAGE_DEFAULT);
}

static void what_reports_write_besides_is_read(void)
{
    static const ReadCase rows[] = {
        { "TĂNG 42 ĐƠN SO VỚI CÙNG KỲ",
          "difference up 42 \"ĐƠN\"", "same short" },
        { "tăng  42   đơn  so  với  cùng  kỳ ",
          "difference up 42 \"đơn\"", "same short" },
        { "tăng 42 đơn, tương ứng với 31,8% so với cùng kỳ",
          "both up 42 \"đơn\" 31.8%", "same short" },
        { "tăng 42 đơn (+31,8%)",
          "both up 42 \"đơn\" 31.8%", "none" },
        { "giảm 159 lượt người (-18,6%)",
          "both down 159 \"lượt người\" 18.6%", "none" },
        { "giảm 1,1% (-366 ha)",
          "both down 366 \"ha\" 1.1%", "none" },
        { "tăng 14,6% (+18,3 ha) so với năm 2021",
          "both up 18.3 \"ha\" 14.6%", "period year 2021" },
        { "tăng 42 đơn so cùng kỳ",
          "difference up 42 \"đơn\"", "same short" },
        { "tăng 42 đơn so với cùng kỳ năm ngoái",
          "difference up 42 \"đơn\"", "same full" },
        { "tăng 42 đơn so với cùng kỳ tháng 9 năm 2021",
          "difference up 42 \"đơn\"", "same dated 2021-09" },
        { "tăng 42 đơn so với tháng trước",
          "difference up 42 \"đơn\"", "previous full" },
        { "tăng 1,2 điểm % so với cùng kỳ",
          "points up 1.2", "same short" },
        { "tăng gấp đôi so với cùng kỳ",
          "times up 2", "same short" },
        { "gấp đôi cùng kỳ",
          "times up 2", "same short" },
        { "bằng 2,5 lần cùng kỳ",
          "times up 2.5", "same short" },
        { "lên 21 bậc so với năm 2021",
          "places up 21", "period year 2021" },
        { "giảm được 161 đơn vị",
          "difference down 161 \"đơn vị\"", "none" },
        { "giữ nguyên 80,5%",
          "unchanged same current=80.5", "none" },
        { "không tăng, không giảm so với cùng kỳ",
          "unchanged same", "same short" },
        { "không đổi",
          "unchanged same", "none" },
        { "đạt 100% KH",
          "attainment same 100", "plan \"KH\"" },
        { "bằng 67,12% kế hoạch",
          "attainment down 67.12", "plan \"kế hoạch\"" },
        { "ước đạt 53,8% dự toán năm",
          "attainment down 53.8", "plan \"dự toán năm\" year" },
        { "ước tăng 12% so với cùng kỳ năm trước",
          "percent up 12", "same full" },
        { "tổng số đơn tăng 42 đơn",
          "difference up 42 \"đơn\"", "none" },
        { "tỷ lệ hộ nghèo giảm 4,62 điểm phần trăm so với năm 2021",
          "points down 4.62 \"tỷ lệ hộ nghèo\"", "period year 2021" },
        { "diện tích tăng 8ha",
          "difference up 8 \"ha\"", "none" },
        { "tăng 25,5 % so với cùng kỳ",
          "percent up 25.5", "same short" },
        { "tăng 2258 cuộc",
          "difference up 2258 \"cuộc\"", "none" },
        { "tăng 05 vụ, 03 người, và 2 nhà",
          "difference up 5 \"vụ\" | difference up 3 \"người\" | difference up 2 \"nhà\"", "none" },
        { "tăng 42 so với cùng kỳ",
          "difference up 42", "same short" },
    };
    RUN(rows, QCDC_LANGUAGE_DEFAULT);
}

static void english_is_read(void)
{
    static const ReadCase rows[] = {
        { "up 187 visits on the same period last year",
          "difference up 187 \"visits\"", "same full" },
        { "up 187 visits (77.6%) on the same period of 2021",
          "both up 187 \"visits\" 77.6%", "same dated 2021" },
        { "up 1,424 visits and down 6 cases on the same period last year",
          "difference up 1424 \"visits\" | difference down 6 \"cases\"", "same full" },
        { "unchanged from the same period last year",
          "unchanged same", "same full" },
        { "96.3% of the same period last year",
          "index down 96.3", "same full" },
        { "2.5 times the same period last year",
          "times up 2.5", "same full" },
        { "up 1.2 percentage points on the same period last year",
          "points up 1.2", "same full" },
        { "up 1 percentage point",
          "points up 1", "none" },
        { "up 21 places on 2021",
          "places up 21", "period year 2021" },
        { "down 1 place on the previous year",
          "places down 1", "previous full" },
        { "rank unchanged from the previous period",
          "unchanged same", "previous full" },
        { "100.7% of plan",
          "attainment up 100.7", "plan \"plan\"" },
        { "53.8% of the year's plan",
          "attainment down 53.8", "plan \"plan\" year" },
        { "53.8% of plan for the first half of 2022",
          "attainment down 53.8", "plan 2022-S1 \"plan for the first half of 2022\"" },
        { "jobs at 120% of plan and cases at 90% of plan",
          "attainment up 120 \"jobs\" | attainment down 90 \"cases\"", "plan \"plan\"" },
        { "at 96.3% in jobs and at 90% in cases of the same period last year",
          "index down 96.3 \"jobs\" | index down 90 \"cases\"", "same full" },
        { "at 96.3% in jobs, 90% in cases of the same period last year",
          "index down 96.3 \"jobs\" | index down 90 \"cases\"", "same full" },
        { "up less than 0.1% on the same period last year",
          "percent up 0.1 below", "same full" },
        { "jobs unchanged and down 1 cases on the first half of 2022",
          "unchanged same \"jobs\" | difference down 1 \"cases\"", "period year 2022-S1" },
        { "compared with the same period last year, jobs down 2 (28.6%), cases down 1 (10%)",
          "both down 2 \"jobs\" 28.6% | both down 1 \"cases\" 10%", "same full" },
        { "compared with the same period last year, villages, hamlets up 1; communes down 4",
          "difference up 1 \"villages, hamlets\" | difference down 4 \"communes\"", "same full" },
        { "up 42 petitions on the same period last year, base from 15 of 17 communes (132 petitions a year earlier)",
          "difference up 42 \"petitions\" base=132", "same full 15/17" },
        { "down 9 petitions on the previous period (the previous period: không quá 132 petitions)",
          "difference down 9 \"petitions\" base=132", "previous full" },
        { "up 1.2 percentage points on the same period last year (from 79.3% to 80.5%)",
          "points up 1.2 base=79.3 current=80.5", "same full" },
        { "the same as the same period last year",
          "unchanged same", "same full" },
        { "jobs about the same as and up 5 cases on 2021",
          "unchanged same \"jobs\" | difference up 5 \"cases\"", "period year 2021" },
        { "up 5 cases of fire on 2 roads on the same period last year",
          "difference up 5 \"cases of fire on 2 roads\"", "same full" },
        { "up 5 trade and transport firms on 2021 (2021: 3 trade and transport firms)",
          "difference up 5 \"trade and transport firms\" base=3", "period year 2021" },
        { "jobs at 2.5 times the same period last year",
          "times up 2.5 \"jobs\"", "same full" },
        { "96.3%",
          "index down 96.3", "none" },
        { "increased by 5 cases compared to the previous month",
          "difference up 5 \"cases\"", "previous full" },
        { "Up 5 fires, 3 cases, 1,000 jobs over the same period last year",
          "difference up 5 \"fires\" | difference up 3 \"cases\" | difference up 1000 \"jobs\"", "same full" },
    };
    RUN(rows, QCDC_LANGUAGE_EN);
}

typedef struct FailCase {
    const char *text;
    QcdcLanguage language;
    QcdcStatus status;
    const char *rest; /* what stands from the byte where it stopped */
} FailCase;

static void run_failure(const FailCase *row)
{
    QcdcPhraseReading item, before;
    QcdcPhraseBaseReading base, base_before;
    QcdcError error = { .status = QCDC_OK };
    size_t count = 77, length = strlen(row->text);
    memset(&item, 'x', sizeof item);
    memset(&base, 'x', sizeof base);
    before = item;
    base_before = base;
    QcdcStatus status = qcdc_phrase_parse(row->text, length, row->language, &item, 1, &count, &base, &error);
    expect_number(row->text, status, row->status);
    expect_number(row->text, error.column, (int64_t)(length - strlen(row->rest)) + 1);
    expect(error.text[0] != '\0' && error.value[0] == row->text[0], row->text, "no message");
    expect(count == 77 && memcmp(&item, &before, sizeof item) == 0 && memcmp(&base, &base_before, sizeof base) == 0, row->text,
           "an output was touched");
}

static void what_is_no_phrase_is_refused_where_it_stops(void)
{
    static const FailCase rows[] = {
        { "", 0, QCDC_STATUS_SYNTAX, "" },
        { "số đơn", 0, QCDC_STATUS_SYNTAX, "số đơn" },
        { "tăng", 0, QCDC_STATUS_SYNTAX, "" },
        { "tăng đơn", 0, QCDC_STATUS_SYNTAX, "đơn" },
        { "42 đơn", 0, QCDC_STATUS_SYNTAX, "42 đơn" },
        { "tăng 42 đơn so với", 0, QCDC_STATUS_SYNTAX, "" },
        { "tăng 42 đơn so với tổng số hộ", 0, QCDC_STATUS_SYNTAX, "tổng số hộ" },
        { "tăng 42 đơn so với cùng kỳ và hơn nữa", 0, QCDC_STATUS_SYNTAX, "và hơn nữa" },
        { "tăng 42 đơn so với cùng kỳ, giảm", 0, QCDC_STATUS_SYNTAX, ", giảm" },
        { "so với năm nay, số đơn tăng 5", 0, QCDC_STATUS_SYNTAX, "năm nay, số đơn tăng 5" },
        { "so với cùng kỳ, số đơn", 0, QCDC_STATUS_SYNTAX, "số đơn" },
        { "tăng -5 đơn", 0, QCDC_STATUS_SYNTAX, "-5 đơn" },
        { "bằng 96,3", 0, QCDC_STATUS_SYNTAX, "" },
        { "gấp 2,5 cùng kỳ", 0, QCDC_STATUS_SYNTAX, " cùng kỳ" },
        { "đạt 80,5%", 0, QCDC_STATUS_SYNTAX, "" },
        { "đạt 81,6% so với tổng số hộ", 0, QCDC_STATUS_SYNTAX, "so với tổng số hộ" },
        { "tăng 42 đơn so với cùng kỳ (cùng kỳ 132 đơn", 0, QCDC_STATUS_SYNTAX, "" },
        { "tăng 42 đơn so với cùng kỳ (cùng kỳ 132 đơn và 5 vụ)", 0, QCDC_STATUS_SYNTAX, "5 vụ)" },
        { "tăng 42 đơn so với cùng kỳ (từ 132)", 0, QCDC_STATUS_SYNTAX, ")" },
        { "tăng 5 đơn (từ 62/77 lên 63/77)", 0, QCDC_STATUS_SYNTAX, "/77 lên 63/77)" },
        { "tăng 42 đơn so với cùng kỳ (cùng kỳ 62/77 đơn)", 0, QCDC_STATUS_SYNTAX, "/77 đơn)" },
        { "tăng 42 đơn so với cùng kỳ, kỳ gốc theo báo cáo của xã", 0, QCDC_STATUS_SYNTAX, "xã" },
        { "tăng 42 đơn so với cùng kỳ, kỳ gốc theo báo cáo của 15/1,5 xã", 0, QCDC_STATUS_SYNTAX, "1,5 xã" },
        { "so với cùng kỳ, số đơn đạt 5% kế hoạch", 0, QCDC_STATUS_SYNTAX, "kế hoạch" },
        { "giảm 1,1% (-366 ha", 0, QCDC_STATUS_SYNTAX, "" },
        { "tăng 9999999999999999999 đơn", 0, QCDC_STATUS_OVERFLOW, "9999999999999999999 đơn" },
        { "bằng 1,2345678901234567%", 0, QCDC_STATUS_OVERFLOW, "1,2345678901234567%" },
        { "up 187 visits", 0, QCDC_STATUS_SYNTAX, "up 187 visits" },
        { "tăng 42 đơn", QCDC_LANGUAGE_EN, QCDC_STATUS_SYNTAX, "tăng 42 đơn" },
        { "42 petitions", QCDC_LANGUAGE_EN, QCDC_STATUS_SYNTAX, " petitions" },
        { "up petitions on 2021", QCDC_LANGUAGE_EN, QCDC_STATUS_SYNTAX, "petitions on 2021" },
        { "unchanged since 2021", QCDC_LANGUAGE_EN, QCDC_STATUS_SYNTAX, "since 2021" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        run_failure(&rows[i]);
}

static void hostile_bytes_are_refused_or_kept_in_a_measure(void)
{
    static const char bad[] = "tăng 5 \xFF\xFE\x00\x80 so với CKNT";
    QcdcPhraseReading item;
    size_t count = 0;
    CU_ASSERT_EQUAL(qcdc_phrase_parse(bad, sizeof bad - 1, 0, &item, 1, &count, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(item.measure_end - item.measure_start, 4);
    CU_ASSERT_EQUAL(qcdc_phrase_parse("\xC2\xA0", 2, 0, &item, 1, &count, NULL, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_phrase_parse("\xFF", 1, 0, &item, 1, &count, NULL, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_phrase_parse("t\xC4", 2, 0, &item, 1, &count, NULL, NULL), QCDC_STATUS_SYNTAX);
}

static void a_list_that_is_too_small_takes_what_fits(void)
{
    static const char text[] = "tăng 1 a, 2 b, 3 c so với CKNT";
    QcdcPhraseReading items[3];
    size_t count = 0;
    memset(items, 'x', sizeof items);
    CU_ASSERT_EQUAL(qcdc_phrase_parse(text, sizeof text - 1, 0, items, 2, &count, NULL, NULL), QCDC_OK);
    CU_ASSERT(count == 3 && items[1].number.coefficient == 2 && items[2].told == 'x');
    CU_ASSERT_EQUAL(qcdc_phrase_parse(text, sizeof text - 1, 0, NULL, 0, &count, NULL, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(count, 3);
}

static void a_missing_place_is_an_argument(void)
{
    QcdcPhraseReading item;
    QcdcPhraseBaseReading base;
    size_t count = 77;
    QcdcError error = { .status = QCDC_OK };
    CU_ASSERT_EQUAL(qcdc_phrase_parse(NULL, 0, 0, &item, 1, &count, &base, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT(error.text[0] != '\0');
    CU_ASSERT_EQUAL(qcdc_phrase_parse("x", 1, 0, NULL, 1, &count, &base, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_parse("x", 1, 0, &item, 1, NULL, &base, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_phrase_parse("x", 1, QCDC_LANGUAGE_END, &item, 1, &count, &base, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(count, 77);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "changes are read", changes_are_read },
        { "other forms are read", other_forms_are_read },
        { "the base first is read", the_base_first_is_read },
        { "bases and their values are read", bases_and_their_values_are_read },
        { "what reports write besides is read", what_reports_write_besides_is_read },
        { "english is read", english_is_read },
        { "what is no phrase is refused where it stops", what_is_no_phrase_is_refused_where_it_stops },
        { "hostile bytes are refused or kept in a measure", hostile_bytes_are_refused_or_kept_in_a_measure },
        { "a list that is too small takes what fits", a_list_that_is_too_small_takes_what_fits },
        { "a missing place is an argument", a_missing_place_is_an_argument },
    };
    return SUITE_RUN("phrase-parse", tests, argc, argv);
}
