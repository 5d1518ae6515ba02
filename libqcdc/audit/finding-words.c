/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/finding-words-private.h"

#include <string.h>

/* Never "sai" or "bất thường": the library does not know which of two figures is right (S31, wording.md §6). */

static const struct CodeWords {
    const char *code;
    RuleWords vietnamese, english;
} rules[] = {
    { "QCDC-F200",
      { "số tổng đơn vị báo cáo", "tổng số liệu của chính đơn vị và các đơn vị trực thuộc", false,
        "Số tổng báo cáo phải bằng tổng số liệu của chính đơn vị và các đơn vị trực thuộc khi các số đó đã có đủ." },
      { "the total reported", "the sum of the unit's own and its subordinate units' figures", false,
        "Where there are figures of the unit itself and of those below it, a reported total equals what they add up to." } },
    { "QCDC-F201",
      { "số liệu báo cáo của kỳ", "số liệu từ các kỳ ngắn hơn", false,
        "Số phát sinh của một kỳ bằng tổng của các kỳ ngắn hơn khi đã có đủ; số đầu kỳ, cuối kỳ và lũy kế bằng số của kỳ ngắn hơn cùng ngày đầu hoặc "
        "ngày cuối; số của kỳ ngắn hơn là số được sử dụng." },
      { "the figure reported for the period", "the figure from shorter periods", false,
        "A flow equals the sum of its shorter periods where all are there; an opening, closing or to-date figure equals that of the shorter period with "
        "the same first or last day. The shorter periods are what is used." } },
    { "QCDC-F202",
      { "số tổng", "tổng các thành phần", false, "Các thành phần của một cách phân chia đầy đủ phải cộng lại bằng số tổng." },
      { "the total", "the sum of its parts", false, "The parts of a complete partition add up to their total." } },
    { "QCDC-F203",
      { "số của phần trong đó", "số tổng", true, "Phần \"trong đó\" không lớn hơn số tổng của nó." },
      { "the part", "its total", true, "A part is not larger than its total." } },
    { "QCDC-F204",
      { "tỷ số", "1", true, "Một phần so với toàn bộ cùng đơn vị tính không lớn hơn 1 (100%)." },
      { "the quotient", "1", true, "A share of a whole of the same measure is not above 1 (100%)." } },
    { "QCDC-F205",
      { "số kỳ trước chuyển sang", "số còn lại cuối kỳ trước", false, "Số kỳ trước chuyển sang phải bằng số còn lại cuối kỳ trước của cùng đơn vị." },
      { "the opening figure", "the closing figure of the period before", false,
        "What is carried over equals what remained at the end of the period before, in the same unit." } },
    { "QCDC-F206",
      { "số liệu nhập", "số tính theo công thức", false, "Chỉ tiêu này có công thức; số nhập phải bằng kết quả tính, sau khi làm tròn." },
      { "the figure typed", "what the formula gives", false, "The indicator has a formula; a typed figure equals its result, rounded." } },
    { "QCDC-F207",
      { "ngày chốt số liệu khác cùng kỳ năm trước", "", false, "Kỳ này và cùng kỳ năm trước theo hai lịch chốt số liệu khác nhau nên khi so sánh cần lưu ý thời điểm chốt số liệu." },
      { "cut off otherwise than a year back", "", false, "This period and the same one a year back follow two calendars; mind the cut-off days when they are compared." } },
    { "QCDC-F208",
      { "thuộc hai nhóm", "", false, "Các nhóm được khai là phân chia đầy đủ nên mỗi đơn vị chỉ thuộc một nhóm." },
      { "lies in two groups", "", false, "The groups are declared a partition, so a unit lies in one group alone." } },
    { "QCDC-F209",
      { "số liệu hiện nay", "số liệu công bố lần đầu", false, "Số liệu đã được điều chỉnh sau khi công bố; khi so sánh cần nêu rõ dùng số nào." },
      { "the figure as known now", "the figure as first published", false,
        "The figure was corrected after it was published; a comparison says which of the two it takes." } },
    { "QCDC-F210",
      { "vế trái", "vế phải", false, "" },
      { "the left side", "the right side", false, "" } },
    { "QCDC-F211",
      { "số ghi trong văn bản", "số liệu", false, "Văn bản nêu đơn vị, chỉ tiêu và kỳ này bằng lời; số ghi kèm theo là số liệu của ô đó, có thể đã làm tròn." },
      { "the figure printed in the text", "the data", false,
        "The text names this unit, indicator and period; the figure printed with them is the one of the data, rounded perhaps." } },
};

static const FindingWords vietnamese = {
    .differs = " chưa khớp với ",
    .above = " lớn hơn ",
    .against = " so với ",
    .unmet = " chưa thỏa quy tắc",
    .difference = "chênh lệch ",
    .differs_alone = "chưa khớp",
    .review = ", đề nghị rà soát.",
    .rule = "Quy tắc của bộ dữ liệu: ",
    .can_hold = "Đối chiếu theo đúng số in; nếu hiểu các từ như \"trên\", \"dưới\" là giới hạn thì các số này vẫn có thể khớp.",
    .cannot_hold = "Đối chiếu theo đúng số in; nếu hiểu các từ như \"trên\", \"dưới\" là giới hạn thì các số này vẫn chưa khớp.",
    .cut_off = "Số nhập đã bỏ bớt chữ số thập phân, chưa làm tròn.",
    .data_at = "Số liệu ở ",
};

static const FindingWords english = {
    .differs = " does not match ",
    .above = " is above ",
    .against = " against ",
    .unmet = " does not meet the rule",
    .difference = "a difference of ",
    .differs_alone = "does not match",
    .review = "; please review.",
    .rule = "Rule of the bundle: ",
    .can_hold = "This is by the printed figures; read as bounds, words such as \"over\" and \"under\" leave room for them to fit.",
    .cannot_hold = "This is by the printed figures; read as bounds, words such as \"over\" and \"under\" leave no room for them to fit.",
    .cut_off = "The typed figure was cut off instead of rounded.",
    .data_at = "The row is ",
};

const RuleWords *rule_words(const char *code, QcdcLanguage language)
{
    for (size_t k = 0; k < sizeof rules / sizeof rules[0]; k++)
        if (strcmp(rules[k].code, code) == 0)
            return language == QCDC_LANGUAGE_EN ? &rules[k].english : &rules[k].vietnamese;
    return NULL;
}

const FindingWords *finding_words(QcdcLanguage language)
{
    return language == QCDC_LANGUAGE_EN ? &english : &vietnamese;
}
