/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PHRASE_H
#define QCDC_PHRASE_H

#include <qcdc/change.h>
#include <qcdc/contribution.h>
#include <qcdc/style.h>

QCDC_BEGIN_DECLS

/** QcdcBase: what the current figure is held against. */
typedef enum {
    QCDC_BASE_DEFAULT = 0, /**< same period last year */
    QCDC_BASE_SAME_PERIOD, /**< same label a year back (S15) */
    QCDC_BASE_PREVIOUS,    /**< one step back (S15) */
    QCDC_BASE_PERIOD,      /**< a period named by the caller */
    QCDC_BASE_PLAN,        /**< a plan (S24) */
    QCDC_BASE_UNIT,        /**< another unit in the same period (D56, W15) */
    QCDC_BASE_PARENT_MEAN, /**< the mean of the units beside it in the same period (D57, W16) */
    QCDC_BASE_END          /**< sentinel */
} QcdcBase;

/**
 * QcdcPhraseItem: one change to be told.
 * @change: as qcdc_change_measure made it
 * @measure: what stands after the number of the difference ("đơn"), in English also of one and of many ("petition|petitions"); not NULL
 * @base_hedge: (nullable) said before the base value where it is shown ("khoảng", S4)
 * @decimals: decimals the indicator prints; points of an observed ratio
 * @counted: 1 if 1 … 9 of this measure are padded under leading_zero=counts (qcdc_measure_is_counted)
 * @stock: 1 if the figure stands at a point in time: alone in its clause, show_base tells it "từ … lên …" (W6)
 * @plan_is_limit: 1 if its plan is a limit or a reduction: told by its attainment alone, whatever style.plan (W18)
 * @of_mean: 1 if the base figure is a mean of observed figures, printed with @decimals at least (D57)
 */
typedef struct QcdcPhraseItem {
    QcdcChange change;
    const char *measure, *base_hedge;
    uint8_t decimals, counted, stock, plan_is_limit, of_mean;
    uint8_t reserved[3];
} QcdcPhraseItem;

/**
 * QcdcPhraseBase: what the base of a list is and how it is called.
 * @base: a QcdcBase
 * @period: the base period; of a plan the plan's period
 * @current: the current period
 * @plan_words: (nullable) of a plan: its words, with {} for "năm" or after which it goes (W12); NULL is "kế hoạch"
 * @kinds: (nullable) of a base with other reporters (S23): their kinds
 * @valued: units with a base value, said with @expected when @kinds is not NULL
 * @expected: units that should have one; 0 where all of them have one, in both periods, and only the units are others: their number is said
 * @plan_of_year: 1 if the plan is of the containing year
 * @abbreviation_said: 1 once "(CKNT)" was introduced in this text
 * @left_out: 1 if the base phrase is not said (it was said before)
 * @several: 1 if the clause tells more values than the list has items, so that even one item is not alone in it (W4, W6)
 * @in_progress: 1 if the plan's period ends after the current one, so that it cannot be missed yet (W18)
 * @name: (nullable) of QCDC_BASE_UNIT how a sentence calls the unit, of QCDC_BASE_PARENT_MEAN how it calls the parent
 */
typedef struct QcdcPhraseBase {
    QcdcBase base;
    QcdcPeriod period, current;
    const char *plan_words, *kinds;
    uint32_t valued, expected;
    uint8_t plan_of_year, abbreviation_said, left_out, several, in_progress;
    uint8_t reserved[3];
    const char *name;
} QcdcPhraseBase;

/** QcdcRole: what a printed run of digits is. */
typedef enum {
    QCDC_ROLE_NONE = 0,     /**< not a figure */
    QCDC_ROLE_CURRENT,      /**< current value */
    QCDC_ROLE_NUMERATOR,    /**< numerator of a current ratio */
    QCDC_ROLE_DENOMINATOR,  /**< denominator of a current ratio */
    QCDC_ROLE_RATE,         /**< a current ratio in % */
    QCDC_ROLE_FIELD,        /**< size of a rank's field */
    QCDC_ROLE_BASE,         /**< base value */
    QCDC_ROLE_BASE_FIELD,   /**< size of the base rank's field */
    QCDC_ROLE_DIFFERENCE,   /**< magnitude of current − base */
    QCDC_ROLE_PERCENT,      /**< growth in % */
    QCDC_ROLE_POINTS,       /**< percentage points */
    QCDC_ROLE_PLACES,       /**< places of a rank */
    QCDC_ROLE_INDEX,        /**< current in % of base */
    QCDC_ROLE_TIMES,        /**< current as a multiple of base */
    QCDC_ROLE_ATTAINMENT,   /**< current in % of plan */
    QCDC_ROLE_PERIOD,       /**< digits of the current period's name */
    QCDC_ROLE_BASE_PERIOD,  /**< digits of a base's name */
    QCDC_ROLE_VALUED,       /**< units with a value */
    QCDC_ROLE_EXPECTED,     /**< units that should have one */
    QCDC_ROLE_WORDS,        /**< digits in the people's own words (a ward's number) */
    QCDC_ROLE_PLAN,         /**< value of a plan (W18) */
    QCDC_ROLE_EXCESS,       /**< current less plan, in the measure, in points or in % of the plan (W18) */
    QCDC_ROLE_SHORTFALL,    /**< plan less current (W18) */
    QCDC_ROLE_MEAN,         /**< mean per year of a span (W19) */
    QCDC_ROLE_AVERAGE,      /**< average growth of a span in % (W19) */
    QCDC_ROLE_CONTRIBUTION, /**< contribution in percentage points (W20) */
    QCDC_ROLE_SHARE,        /**< contribution in % of the whole's change (W20) */
    QCDC_ROLE_DAY,          /**< digits of the day from which something holds (W21, W22) */
    QCDC_ROLE_END           /**< sentinel */
} QcdcRole;

/**
 * QcdcPhraseSpan: one printed figure.
 * @start: first byte
 * @end: byte after the last
 * @item: index of the item; 0 for words that belong to the list
 * @role: a QcdcRole
 */
typedef struct QcdcPhraseSpan {
    size_t start, end;
    uint32_t item;
    int32_t role;
} QcdcPhraseSpan;

/**
 * QcdcPhraseText: where a phrase is written, owned by the caller.
 * @buffer: (nullable) takes the text, terminated, cut at a character boundary
 * @size: bytes of @buffer
 * @length: out: bytes the whole text needs, without the terminator
 * @spans: (nullable) takes the spans
 * @span_size: how many @spans can hold
 * @span_count: out: how many there are
 */
typedef struct QcdcPhraseText {
    char *buffer;
    size_t size, length;
    QcdcPhraseSpan *spans;
    size_t span_size, span_count;
} QcdcPhraseText;

/** QcdcPhraseShape: which of the three shapes of W7. */
typedef enum {
    QCDC_PHRASE_SHAPE_DEFAULT = 0, /**< "tăng 42 đơn (31,8%) so với cùng kỳ" */
    QCDC_PHRASE_SHAPE_BASE_LAST,   /**< the same */
    QCDC_PHRASE_SHAPE_BASE_FIRST,  /**< "so với cùng kỳ, số đơn tăng 31,8%[, số …]" */
    QCDC_PHRASE_SHAPE_END          /**< sentinel */
} QcdcPhraseShape;

/** QcdcToldAs: as what a parsed change is told. */
typedef enum {
    QCDC_TOLD_NONE = 0,   /**< nothing */
    QCDC_TOLD_DIFFERENCE, /**< tăng 42 đơn */
    QCDC_TOLD_BOTH,       /**< tăng 42 đơn (31,8%) */
    QCDC_TOLD_PERCENT,    /**< tăng 31,8% */
    QCDC_TOLD_POINTS,     /**< tăng 1,2 điểm phần trăm */
    QCDC_TOLD_PLACES,     /**< tăng 21 bậc */
    QCDC_TOLD_INDEX,      /**< bằng 96,3% */
    QCDC_TOLD_TIMES,      /**< gấp 2,5 lần */
    QCDC_TOLD_ATTAINMENT, /**< đạt 100,7% kế hoạch */
    QCDC_TOLD_UNCHANGED,  /**< không thay đổi; of a unit or a mean: bằng */
    QCDC_TOLD_EXCESS,     /**< vượt 0,7% kế hoạch */
    QCDC_TOLD_ABOVE,      /**< vượt 27 lao động so với kế hoạch (148 lao động) */
    QCDC_TOLD_SHORT,      /**< chưa đạt kế hoạch (thiếu 12 lao động) */
    QCDC_TOLD_FULFILLED,  /**< hoàn thành kế hoạch */
    QCDC_TOLD_POINTS_BROUGHT, /**< đóng góp 2,33 điểm phần trăm vào mức tăng chung */
    QCDC_TOLD_SHARE_BROUGHT,  /**< đóng góp 38,24% vào mức tăng chung */
    QCDC_TOLD_BOTH_BROUGHT,   /**< đóng góp 2,33 điểm phần trăm (38,24%) vào mức tăng chung */
    QCDC_TOLD_MEAN,           /**< bình quân mỗi năm 1.000 đơn */
    QCDC_TOLD_AVERAGE,        /**< tăng bình quân 5,2%/năm */
    QCDC_TOLD_NO_BASE,        /**< chưa có số liệu cùng kỳ để so sánh */
    QCDC_TOLD_NEW,            /**< đơn vị mới thành lập từ ngày 01/7/2025, … */
    QCDC_TOLD_ENDED,          /**< kết thúc hoạt động từ ngày 01/7/2025, không so sánh */
    QCDC_TOLD_BREAK,          /**< không so sánh do thay đổi định nghĩa, phạm vi tính */
    QCDC_TOLD_END         /**< sentinel */
} QcdcToldAs;

/* All memory is the caller's: texts are UTF-8, pointers are read during the call and not kept, and nothing here allocates or
 * looks at the locale. A function that returns a QcdcStatus leaves its outputs as they were unless it returns QCDC_OK. A
 * buffer or list of spans that is too small takes what fits and tells what is needed. */

/**
 * qcdc_phrase_write:
 * @items: the changes, in the order in which they are told
 * @count: how many @items there are, 1 … 64
 * @base: what all of them are held against
 * @style: (nullable) how they are told; NULL is the default
 * @shape: base last or base first
 * @text: takes the phrase and the spans of its figures
 * @error: (nullable) takes what is wrong
 *
 * One list of changes with its base, without the brackets or comma around it: "giảm 230 lượt người và tăng 374 vụ việc so với
 * cùng kỳ năm trước (CKNT)"; of a plan "đạt 100,7% kế hoạch". Each run of digits of the phrase lies in one span. Items without
 * a current or base value have no place in the list (W8). Source: W4, W5, W6, W7, W12, W13, W14, D26. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED when ranks stand in fields of different sizes, a plan is 0 or below or of a rank, or across a break (S8);
 * QCDC_STATUS_OVERFLOW when a result has more than 18 digits; QCDC_STATUS_ARGUMENT when a pointer is missing, an item has no
 * measured change of two values, the base has no period though only that names it, or @count, @style or @shape is out of its
 * range.
 */
QCDC_API
QcdcStatus qcdc_phrase_write(const QcdcPhraseItem *items, size_t count, const QcdcPhraseBase *base, const QcdcStyle *style,
                             QcdcPhraseShape shape, QcdcPhraseText *text, QcdcError *error);

/**
 * qcdc_phrase_write_numbers:
 * @current: the number now
 * @base: the number of the same period last year
 * @measure: what is counted; a change of "%" is told in points, of "bậc" in places, whatever the case and however its marks are encoded
 * @period: the current period; all-zero is not known, which names the base only in words
 * @style: (nullable) how it is told; NULL is the default
 * @text: takes the phrase and the spans of its figures
 * @error: (nullable) takes what is wrong
 *
 * The phrase for two bare numbers, which are taken with the decimals of the finer one: "tăng 42 đơn so với cùng kỳ năm trước".
 * Source: W4, W6, contracts.md "Shell" phrase. Threads: any.
 *
 * Returns: QCDC_OK; else as qcdc_phrase_write(), QCDC_STATUS_ARGUMENT also when @style names the base by its period and there is none,
 * or @period is out of range; QCDC_STATUS_REFUSED also for the same period of a span.
 */
QCDC_API
QcdcStatus qcdc_phrase_write_numbers(QcdcDecimal current, QcdcDecimal base, const char *measure, QcdcPeriod period,
                                     const QcdcStyle *style, QcdcPhraseText *text, QcdcError *error);

/**
 * qcdc_phrase_write_base:
 * @base: a base
 * @style: (nullable) base_phrase and language; NULL is the default
 * @text: takes the name and the spans of its digits
 * @error: (nullable) takes what is wrong
 *
 * The base's name without "so với": "cùng kỳ năm trước (CKNT)", "năm 2021"; of a plan its words, "kế hoạch năm". A dated name
 * without a period to date it by is the full one. Source: W6, W12, D11. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when a pointer is missing, the base has no period though only that names it, or
 * @style is out of its range.
 */
QCDC_API
QcdcStatus qcdc_phrase_write_base(const QcdcPhraseBase *base, const QcdcStyle *style, QcdcPhraseText *text, QcdcError *error);

/**
 * qcdc_phrase_write_note:
 * @note: QCDC_TOLD_NO_BASE, QCDC_TOLD_NEW, QCDC_TOLD_ENDED or QCDC_TOLD_BREAK
 * @base: (nullable for ENDED and BREAK) the base that is not there; it is called short
 * @day: of NEW the unit's first day, of ENDED the first day after its last, as qcdc_day_from_date() has it; else not read
 * @style: (nullable) language; NULL is the default
 * @text: takes the words and the spans of their digits
 * @error: (nullable) takes what is wrong
 *
 * Why nothing is compared: "chưa có số liệu cùng kỳ để so sánh", "đơn vị mới thành lập từ ngày 01/7/2025, không có số liệu cùng kỳ để
 * so sánh", "kết thúc hoạt động từ ngày 01/7/2025, không so sánh", "không so sánh do thay đổi định nghĩa, phạm vi tính". Source: W8,
 * W21, W22, W23. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when a pointer is missing, @note is none of the four, a base that is named has no name or
 * period, @day is outside the years 1 … 9999, or @style is out of its range.
 */
QCDC_API
QcdcStatus qcdc_phrase_write_note(QcdcToldAs note, const QcdcPhraseBase *base, int32_t day, const QcdcStyle *style, QcdcPhraseText *text,
                                  QcdcError *error);

/**
 * qcdc_phrase_write_contributions:
 * @contributions: what each item brought to the change of its whole, @count of them
 * @items: the items; measure and quantity are read
 * @count: 1 … 64
 * @style: (nullable) contribution, percent_decimals, percent_trim, rounding, language; contribution none is points
 * @text: takes the phrase and the spans of its figures
 * @error: (nullable) takes what is wrong
 *
 * "đóng góp 2,33 điểm phần trăm vào mức tăng chung", "làm giảm 3,1% mức tăng chung"; several name their subject and are joined by "; ".
 * Source: S25, W20. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_REFUSED where a whole did not change or its base is 0 or below; QCDC_STATUS_OVERFLOW when a result has
 * more than 18 digits; QCDC_STATUS_ARGUMENT when a pointer is missing, or @count or @style is out of its range.
 */
QCDC_API
QcdcStatus qcdc_phrase_write_contributions(const QcdcContribution *contributions, const QcdcPhraseItem *items, size_t count,
                                           const QcdcStyle *style, QcdcPhraseText *text, QcdcError *error);

/**
 * qcdc_phrase_write_mean:
 * @total: the figure of a span of years
 * @years: how many years it has, 1 … QCDC_GROWTH_MAX_YEARS
 * @item: the indicator: measure and decimals are read
 * @style: (nullable) percent_decimals, percent_trim, rounding, language
 * @text: takes the phrase and its span
 * @error: (nullable) takes what is wrong
 *
 * "bình quân mỗi năm 1.000,4 đơn": @total / @years, rounded once to the item's decimals, at least to percent_decimals. Source: S25,
 * W19. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when the mean has more than 18 digits; QCDC_STATUS_ARGUMENT when a pointer is missing, or a
 * value, @years, the item or @style is out of its range.
 */
QCDC_API
QcdcStatus qcdc_phrase_write_mean(QcdcDecimal total, uint32_t years, const QcdcPhraseItem *item, const QcdcStyle *style,
                                  QcdcPhraseText *text, QcdcError *error);

/**
 * qcdc_phrase_write_average:
 * @first: the figure of the year before a span, above 0
 * @last: the figure of its last year, above 0
 * @years: how many years lie between, 1 … QCDC_GROWTH_MAX_YEARS
 * @style: (nullable) percent_decimals, percent_trim, rounding, language
 * @text: takes the phrase and its span
 * @error: (nullable) takes what is wrong
 *
 * "tăng bình quân 5,2%/năm", the average growth as qcdc_growth_average() has it; equal figures have "bình quân mỗi năm không thay đổi".
 * Source: S25, W19. Threads: any.
 *
 * Returns: QCDC_OK; otherwise as qcdc_growth_average(), and QCDC_STATUS_ARGUMENT when @text is missing or @style is out of its range.
 */
QCDC_API
QcdcStatus qcdc_phrase_write_average(QcdcDecimal first, QcdcDecimal last, uint32_t years, const QcdcStyle *style, QcdcPhraseText *text,
                                     QcdcError *error);

/**
 * qcdc_phrase_write_figure:
 * @figure: a current or base value
 * @item: the indicator it belongs to: decimals, counted and the quantity of change are read
 * @rate: of a ratio by formula: false prints its terms "62/77", true the ratio "80,5%" or, in another measure, the number
 * @style: (nullable) how numbers are printed; NULL is the default
 * @text: takes the figure and its spans, with the roles of a current value
 * @error: (nullable) takes what is wrong
 *
 * A value as it stands in a sentence, without hedge and object: "7.570", "06", "43,81%", "15/63" of a rank. Both terms of a
 * ratio are padded as counts. Source: W3, W13. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_OVERFLOW when a ratio has more than 18 digits; QCDC_STATUS_ARGUMENT when a pointer is missing,
 * @figure has no value, or the item or @style is out of its range.
 */
QCDC_API
QcdcStatus qcdc_phrase_write_figure(const QcdcFigure *figure, const QcdcPhraseItem *item, bool rate, const QcdcStyle *style,
                                    QcdcPhraseText *text, QcdcError *error);

/**
 * qcdc_measure_is_counted:
 * @measure: (nullable) what stands after the number
 * @decimals: decimals the indicator prints
 * @quantity: what kind of figure it is
 *
 * True of an amount without decimals whose measure does not begin with one of the words nghìn, triệu, tỷ, đồng or with %, but for
 * people ("đồng chí", "đồng bào"): its numbers 1 … 9 take a 0 under leading_zero=counts. Source: W13. Threads: any.
 *
 * Returns: true if a number in this measure is a count; false also when there is no measure.
 */
QCDC_API
bool qcdc_measure_is_counted(const char *measure, unsigned decimals, QcdcQuantity quantity);

/**
 * QcdcPhraseReading: one change read back.
 * @told: a QcdcToldAs
 * @direction: a QcdcDirection; of an index, a multiple and an attainment what 100% or 1 makes of it; of a mean and a note unknown
 * @percent_below: 1 for "dưới 0,1%", also of points and other quotients
 * @has_base: 1 if the base value is shown; of ABOVE the plan
 * @number: the difference, points or places (magnitude), index, times or attainment; of PERCENT the percent; of EXCESS, ABOVE and
 *   SHORT what is above or lacks; what was brought, of BOTH_BROUGHT in points; the mean; of AVERAGE the percent
 * @percent: of BOTH the percent; of BOTH_BROUGHT the share
 * @base: the base value shown; of ABOVE the plan
 * @current: with "từ … lên …" the current value; decimals and value as printed
 * @has_current: 1 if @current was read
 * @measure_start: first byte of the measure's words in the text
 * @measure_end: byte after the last; equal to start if there are none
 * @day: of NEW and ENDED the day, as qcdc_day_from_date() has it
 * @whole: of what was brought the QcdcDirection of the whole
 * @number_below: of what was brought 1 for "dưới 0,1 điểm phần trăm"
 * @more_reserved: 0
 */
typedef struct QcdcPhraseReading {
    uint8_t told, direction, percent_below, has_base, has_current;
    uint8_t reserved[3];
    QcdcDecimal number, percent, base, current;
    size_t measure_start, measure_end;
    int32_t day;
    uint8_t whole, number_below;
    uint8_t more_reserved[2];
} QcdcPhraseReading;

/**
 * QcdcPhraseBaseReading: a base read back.
 * @base: a QcdcBase; DEFAULT when the text names none
 * @period: the period named, or of a dated base the base year; none if not named
 * @valued: of a base with other reporters
 * @expected: of a base with other reporters; 0 if not said
 * @words_start: of a plan: first byte of its words; of another unit or a mean: of the name of the unit or the parent
 * @words_end: byte after the last
 * @phrase: the QcdcBasePhrase it was called by
 * @plan_of_year: 1 if "năm" was said of a plan
 */
typedef struct QcdcPhraseBaseReading {
    QcdcBase base;
    QcdcPeriod period;
    uint32_t valued, expected;
    size_t words_start, words_end;
    QcdcBasePhrase phrase;
    uint8_t plan_of_year;
    uint8_t reserved[3];
} QcdcPhraseBaseReading;

/**
 * qcdc_phrase_parse:
 * @text: one list of changes with its base, one list of contributions, one mean or average growth, or one note, and nothing else
 * @length: bytes of @text
 * @language: whose words and separators; the default is Vietnamese
 * @out_items: (nullable) takes the changes in their order, as many as fit
 * @size: how many @out_items can hold
 * @out_count: takes how many changes there are
 * @out_base: (nullable) takes the base
 * @error: (nullable) takes what is wrong, as column the byte where the reading stopped
 *
 * The inverse of qcdc_phrase_write(), base last or first, and of the calls that write contributions, means, average growth and notes,
 * in any case of letters; and what reports write besides: "so cùng
 * kỳ", "tăng 42 đơn, tương ứng với 31,8%", "giảm 1,1% (-366 ha)", "giữ nguyên 80,5%", "tăng gấp đôi". A verb that is left out
 * is the one before. What is all equal and said once is one change, or as many as base values are shown. The words of a
 * measure are any; they hold a comma before what could begin a change only where "; " joins the changes. The name of another unit
 * is any words too; in English, where "96.3% of" stands before a plan as well, words that begin with a capital and not as plans do. Source: S30, W4,
 * W5, W6, W7, W12, D26. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_SYNTAX where @text is no such phrase; QCDC_STATUS_OVERFLOW when a number has more than 18 digits
 * or 9 decimals; QCDC_STATUS_ARGUMENT when a pointer is missing or @language is not a QcdcLanguage.
 */
QCDC_API
QcdcStatus qcdc_phrase_parse(const char *text, size_t length, QcdcLanguage language, QcdcPhraseReading *out_items, size_t size,
                             size_t *out_count, QcdcPhraseBaseReading *out_base, QcdcError *error);

QCDC_END_DECLS

#endif
