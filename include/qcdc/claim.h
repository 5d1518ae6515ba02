/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CLAIM_H
#define QCDC_CLAIM_H

#include <qcdc/change.h>
#include <qcdc/period.h>

QCDC_BEGIN_DECLS

/** QcdcClaimKind: what a passage of a report says about its figures. */
typedef enum {
    QCDC_CLAIM_NONE = 0,          /**< no claim */
    QCDC_CLAIM_CHANGE_ABS,        /**< "428 lượt, tăng 187 lượt so với cùng kỳ": NOW, DELTA, BASE if printed */
    QCDC_CLAIM_CHANGE_REL,        /**< "174 đơn, tăng 31,8%": NOW, BASE, DELTA as printed, PCT */
    QCDC_CLAIM_CHANGE_PP,         /**< "43,81%, giảm 4,62 điểm phần trăm": NOW, BASE if printed, DELTA */
    QCDC_CLAIM_CHANGE_RANK,       /**< "xếp thứ 15/63, tăng 21 bậc": NOW, OF, BASE if printed, DELTA */
    QCDC_CLAIM_SHARE,             /**< "51.573 đảng viên, chiếm 78,11%": PART, WHOLE, PCT as printed */
    QCDC_CLAIM_FRACTION,          /**< "144/170 đạt 84,7%": NUM, DEN, PCT if printed */
    QCDC_CLAIM_SUM_OF_PARTS,      /**< "200 đơn vị, gồm: 181 xã, 05 phường và 14 thị trấn": TOTAL, PART… */
    QCDC_CLAIM_SIGNED_SUM,        /**< a total of parts that carry signs: TOTAL, PART… */
    QCDC_CLAIM_BALANCE,           /**< TOTAL, RECEIVED, RESOLVED, REMAINING, OPENING: those printed */
    QCDC_CLAIM_PLAN_ATTAINMENT,   /**< ACTUAL, PLAN, PCT, EXCESS: those printed */
    QCDC_CLAIM_RANK,              /**< "xếp thứ 15/63": RANK, OF */
    QCDC_CLAIM_REDUCTION_FROM_TO, /**< "từ 230 xuống còn 209, giảm 21": FROM, TO, DELTA, PCT: those printed */
    QCDC_CLAIM_AVERAGE,           /**< AVERAGE, TOTAL, COUNT: those printed */
    QCDC_CLAIM_GROWTH_RATE,       /**< growth a year over a span: FROM, TO, YEARS, PCT: those printed */
    QCDC_CLAIM_DENSITY,           /**< a rate a unit, or a count times what each is worth: NUM, DEN, VALUE */
    QCDC_CLAIM_TARGET,            /**< ACTUAL, TARGET and how they stand */
    QCDC_CLAIM_COUNT_OF_LIST,     /**< a count and the names it counts: STATED, LISTED… */
    QCDC_CLAIM_INDEX,             /**< "bằng 96,3% so với cùng kỳ", "gấp 2,5 lần": NOW, BASE, PCT */
    QCDC_CLAIM_CONTRIBUTION,      /**< PART, WHOLE, POINTS or SHARE: those printed */
    QCDC_CLAIM_CROSS,             /**< one figure in two places: FIRST, SECOND; the span is the later place */
    QCDC_CLAIM_PAIR,              /**< two measures side by side: A, B */
    QCDC_CLAIM_APPROX,            /**< a hedged figure: VALUE */
    QCDC_CLAIM_SERIES,            /**< figures of one thing in a row of periods: VALUE… */
    QCDC_CLAIM_DATE,              /**< a date that no calendar has, or one document with two dates: DAY, MONTH, YEAR */
    QCDC_CLAIM_LEFTOVER,          /**< a period that is not the report's own: PRINTED, OWN as periods */
    QCDC_CLAIM_END                /**< sentinel */
} QcdcClaimKind;

/** QcdcVerdict: what recomputing a claim gave (S31). */
typedef enum {
    QCDC_VERDICT_UNCHECKABLE = 0, /**< an operand is not printed */
    QCDC_VERDICT_CONSISTENT,      /**< recomputes at the printed decimals, half away from zero */
    QCDC_VERDICT_ROUNDING,        /**< truncated, or within what the rounding of the operands allows */
    QCDC_VERDICT_INCONSISTENT,    /**< no value that rounds to the operands gives what is printed */
    QCDC_VERDICT_END              /**< sentinel */
} QcdcVerdict;

/** QcdcCause: why a claim does not fit; named only when the arithmetic leaves one (S31). */
typedef enum {
    QCDC_CAUSE_NONE = 0,            /**< none, or more than one */
    QCDC_CAUSE_DIVIDED_BY_CURRENT,  /**< the change was divided by the current figure */
    QCDC_CAUSE_TRUNCATED,           /**< digits were cut, not rounded */
    QCDC_CAUSE_PERCENT_FOR_POINTS,  /**< points were wanted, or a percent for points */
    QCDC_CAUSE_INDEX_FOR_GROWTH,    /**< the index stands for the growth, or the other way */
    QCDC_CAUSE_SCALE,               /**< a power of ten too many or too few */
    QCDC_CAUSE_SWAPPED_DIGITS,      /**< two digits that stand side by side changed places */
    QCDC_CAUSE_WRONG_DENOMINATOR,   /**< the percent is of another figure that stands near */
    QCDC_CAUSE_END                  /**< sentinel */
} QcdcCause;

/** QcdcOperand: what a number is in its claim, or in what recomputing it gave. */
typedef enum {
    QCDC_OPERAND_NONE = 0, /**< not a role */
    QCDC_OPERAND_NOW,      /**< the figure that changed */
    QCDC_OPERAND_BASE,     /**< what it is compared with */
    QCDC_OPERAND_DELTA,    /**< by how much, a magnitude */
    QCDC_OPERAND_PCT,      /**< a percent; of GROWTH_RATE a year */
    QCDC_OPERAND_OF,       /**< how many are ranked */
    QCDC_OPERAND_RANK,     /**< the place */
    QCDC_OPERAND_PART,     /**< one part; there may be many */
    QCDC_OPERAND_WHOLE,    /**< what it is part of */
    QCDC_OPERAND_NUM,      /**< above the line */
    QCDC_OPERAND_DEN,      /**< below it */
    QCDC_OPERAND_TOTAL,    /**< a total */
    QCDC_OPERAND_OPENING,  /**< carried over from before */
    QCDC_OPERAND_RECEIVED, /**< new in the period */
    QCDC_OPERAND_RESOLVED, /**< done with in the period */
    QCDC_OPERAND_REMAINING, /**< left at its end */
    QCDC_OPERAND_ACTUAL,   /**< what was reached */
    QCDC_OPERAND_PLAN,     /**< what was planned */
    QCDC_OPERAND_EXCESS,   /**< by how much a plan was exceeded or missed, a magnitude */
    QCDC_OPERAND_TARGET,   /**< what was aimed at */
    QCDC_OPERAND_AVERAGE,  /**< a mean */
    QCDC_OPERAND_COUNT,    /**< by how many a total is divided */
    QCDC_OPERAND_FROM,     /**< before */
    QCDC_OPERAND_TO,       /**< after */
    QCDC_OPERAND_YEARS,    /**< length of a span */
    QCDC_OPERAND_STATED,   /**< a count that stands before a list */
    QCDC_OPERAND_LISTED,   /**< one name of the list: a place in the text, no value */
    QCDC_OPERAND_POINTS,   /**< percentage points brought to a growth */
    QCDC_OPERAND_SHARE,    /**< percent of a growth that was brought */
    QCDC_OPERAND_FIRST,    /**< the earlier place */
    QCDC_OPERAND_SECOND,   /**< the later place */
    QCDC_OPERAND_A,        /**< first of a pair */
    QCDC_OPERAND_B,        /**< second of a pair */
    QCDC_OPERAND_VALUE,    /**< any value */
    QCDC_OPERAND_DAY,      /**< of a date */
    QCDC_OPERAND_MONTH,    /**< of a date */
    QCDC_OPERAND_YEAR,     /**< of a date */
    QCDC_OPERAND_PRINTED,  /**< a period that is printed: a place in the text, no value */
    QCDC_OPERAND_OWN,      /**< the report's own: a place in the text, no value */
    QCDC_OPERAND_SUM,      /**< recomputed: what the parts add up to */
    QCDC_OPERAND_DIFFERENCE, /**< recomputed: printed less recomputed */
    QCDC_OPERAND_LOWEST,   /**< recomputed: least value that fits */
    QCDC_OPERAND_HIGHEST,  /**< recomputed: greatest value that fits */
    QCDC_OPERAND_CANDIDATE, /**< recomputed: a whole number that fits; there may be several */
    QCDC_OPERAND_LISTED_COUNT, /**< recomputed: how many names the list has */
    QCDC_OPERAND_END       /**< sentinel */
} QcdcOperand;

/** QcdcPartsMode: whether the parts of a total are all of them. */
typedef enum {
    QCDC_PARTS_NONE = 0,   /**< no parts */
    QCDC_PARTS_EXHAUSTIVE, /**< all */
    QCDC_PARTS_SUBSET,     /**< some */
    QCDC_PARTS_END         /**< sentinel */
} QcdcPartsMode;

/** QcdcRelation: how a figure is said to stand to a plan or target. */
typedef enum {
    QCDC_RELATION_NONE = 0, /**< nothing said */
    QCDC_RELATION_REACHES,  /**< đạt, hoàn thành */
    QCDC_RELATION_EXCEEDS,  /**< vượt, cao hơn */
    QCDC_RELATION_MISSES,   /**< chưa đạt, thấp hơn, thiếu */
    QCDC_RELATION_END       /**< sentinel */
} QcdcRelation;

/** QcdcHedge: what a word before or after a figure makes of it. */
typedef enum {
    QCDC_HEDGE_NONE = 0, /**< as it stands */
    QCDC_HEDGE_ABOVE,    /**< trên, hơn: also before exact figures */
    QCDC_HEDGE_BELOW,    /**< dưới, gần */
    QCDC_HEDGE_AT_LEAST, /**< ít nhất, tối thiểu, trở lên */
    QCDC_HEDGE_AT_MOST,  /**< không quá, tối đa, trở xuống */
    QCDC_HEDGE_ABOUT,    /**< khoảng, xấp xỉ */
    QCDC_HEDGE_ESTIMATE, /**< ước */
    QCDC_HEDGE_END       /**< sentinel */
} QcdcHedge;

/**
 * QcdcClaimNumber: one number of a claim, or of what recomputing it gave.
 * @role: a QcdcOperand
 * @has_value: 0 for a name of a list and for a period
 * @derived: 1 if it is not printed but worked out
 * @percent: 1 if % or "phần trăm" follows it
 * @points: 1 if "điểm phần trăm" follows it
 * @is_old: 1 if it is printed in the old text, whose bytes @start and @end count then
 * @value: the number, its scale word applied
 * @start: first byte of where it is printed; of what is worked out 0
 * @end: byte after the last
 */
typedef struct QcdcClaimNumber {
    uint8_t role, has_value, derived, percent, points, is_old;
    uint8_t reserved[2];
    QcdcDecimal value;
    size_t start, end;
} QcdcClaimNumber;

/**
 * QcdcClaim: one quantitative claim of a text, and what became of it.
 * @start: first byte of its passage in the text
 * @end: byte after the last
 * @start_char: the same in code points
 * @end_char: the same in code points
 * @line: line of @start, from 1
 * @kind: a QcdcClaimKind
 * @verdict: a QcdcVerdict
 * @cause: a QcdcCause
 * @direction: a QcdcDirection: of a change what its verb says
 * @mode: a QcdcPartsMode
 * @relation: a QcdcRelation
 * @hedge: a QcdcHedge: of its leading figure
 * @open_list: 1 if the list of parts or names ends in "..."
 * @alternative_of: 0, or 1 + the number of the claim of which this is another reading; of a cross, of the one that tells it at its earlier place
 * @unit_start: first byte of the words of its unit; equal to @unit_end if there are none
 * @unit_end: byte after the last
 * @period: the period it speaks of; none if not known
 * @base_period: the period it compares with; none if not known
 * @number_count: how many numbers it holds
 * @expected_count: how many numbers recomputing it gave
 */
typedef struct QcdcClaim {
    size_t start, end, start_char, end_char, line;
    uint8_t kind, verdict, cause, direction, mode, relation, hedge, open_list;
    uint32_t alternative_of;
    uint8_t reserved[4];
    size_t unit_start, unit_end;
    QcdcPeriod period, base_period;
    size_t number_count, expected_count;
} QcdcClaim;

/**
 * QcdcReadOptions: how a text is read; all-zero but @size is the default.
 * @size: sizeof(QcdcReadOptions)
 * @period: the report's own period; none: it is found in the head of the text
 * @old_text: (nullable) the report of a year before: a figure printed there is the base that a change implies
 * @old_length: bytes of @old_text
 */
typedef struct QcdcReadOptions {
    size_t size;
    QcdcPeriod period;
    const char *old_text;
    size_t old_length;
} QcdcReadOptions;

/**
 * qcdc_claims_read:
 * @text: a report's text, UTF-8 of any normal form; bytes that are not UTF-8 are passed over
 * @length: bytes of @text, below 4 GiB
 * @options: (nullable) how it is read
 * @out_claims: takes the claims; free with qcdc_claims_unref()
 * @error: (nullable) takes what is wrong
 *
 * Finds every claim about figures, in the order of their places, recomputes those whose operands are printed, and says what does not
 * fit. Nothing of the text is kept but the places. Time is linear in @length; memory at most 64 MiB and 16 bytes a byte of text.
 * Source: S30, S31. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_MEMORY when there is none or the limit is reached; QCDC_STATUS_ARGUMENT when a pointer is missing,
 * @length is 4 GiB or more, or @options are of no known size.
 */
QCDC_API
QcdcStatus qcdc_claims_read(const char *text, size_t length, const QcdcReadOptions *options, QcdcClaims **out_claims, QcdcError *error);

/**
 * qcdc_claims_get_count:
 * @claims: (nullable) claims
 *
 * Threads: any.
 *
 * Returns: how many there are.
 */
QCDC_API
size_t qcdc_claims_get_count(const QcdcClaims *claims);

/**
 * qcdc_claims_get_period:
 * @claims: (nullable) claims
 *
 * The report's own period, as given or as its head says. Threads: any.
 *
 * Returns: the period; none if it is not known.
 */
QCDC_API
QcdcPeriod qcdc_claims_get_period(const QcdcClaims *claims);

/**
 * qcdc_claims_get_item:
 * @claims: claims
 * @index: 0 … count − 1
 * @out_claim: takes the claim
 * @error: (nullable) takes what is wrong
 *
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when a pointer is missing or @index is too large.
 */
QCDC_API
QcdcStatus qcdc_claims_get_item(const QcdcClaims *claims, size_t index, QcdcClaim *out_claim, QcdcError *error);

/**
 * qcdc_claims_get_number:
 * @claims: claims
 * @index: 0 … count − 1
 * @which: 0 … number_count + expected_count − 1: those printed first, then those worked out
 * @out_number: takes the number
 * @error: (nullable) takes what is wrong
 *
 * Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_ARGUMENT when a pointer is missing or a number is too large.
 */
QCDC_API
QcdcStatus qcdc_claims_get_number(const QcdcClaims *claims, size_t index, size_t which, QcdcClaimNumber *out_number, QcdcError *error);

/**
 * qcdc_claims_explain:
 * @claims: (nullable) claims
 * @index: 0 … count − 1
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * The verdict in the words of S31, and the arithmetic behind it: "chưa khớp, đề nghị rà soát: 174 so với 132 là tăng 31,8%, văn bản ghi
 * 24,1%; có thể đã chia cho số kỳ này". Never "sai". Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", when there is no such claim.
 */
QCDC_API
size_t qcdc_claims_explain(const QcdcClaims *claims, size_t index, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_claims_item_is_repeated:
 * @claims: (nullable) claims
 * @index: 0 … count − 1
 *
 * Whether it is a cross at the later of its two places, which another claim tells at the earlier one: alternative_of says which. Both are
 * claims; what counts them, or shows them as text, leaves the later one out.
 * Threads: any.
 *
 * Returns: true if so; false when there is no such claim.
 */
QCDC_API
bool qcdc_claims_item_is_repeated(const QcdcClaims *claims, size_t index);

/**
 * qcdc_claims_item_needs_review:
 * @claims: (nullable) claims
 * @index: 0 … count − 1
 *
 * Whether a reader of the text should look at it: what is inconsistent, what fits only by rounding and has a cause, dates and leftovers. A
 * cross is looked at where it is told first.
 * Threads: any.
 *
 * Returns: true if so; false when there is no such claim.
 */
QCDC_API
bool qcdc_claims_item_needs_review(const QcdcClaims *claims, size_t index);

/**
 * qcdc_claims_item_to_text:
 * @claims: (nullable) claims
 * @index: 0 … count − 1
 * @text: (nullable) the text they were read from
 * @length: bytes of @text
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * Three lines for people, without a line end behind the last: the number of the line and the words about the claim, ^ below its own, and
 * qcdc_claims_explain(). Long lines are cut between words. One line for a text the claim does not lie in. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator; 0, and "", when there is no such claim.
 */
QCDC_API
size_t qcdc_claims_item_to_text(const QcdcClaims *claims, size_t index, const char *text, size_t length, QcdcLanguage language, char *buffer,
                                size_t size);

/**
 * qcdc_claims_item_to_json:
 * @claims: (nullable) claims
 * @index: 0 … count − 1
 * @text: (nullable) the text they were read from; without it quote, unit and names are null
 * @length: bytes of @text
 * @language: of the note; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the line: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * One JSON object on one line, without a line end, with the keys of docs/reading.md. Bytes that are not UTF-8 are U+FFFD in it. Source:
 * contracts.md. Threads: any.
 *
 * Returns: bytes the whole line needs, without the terminator; 0, and "", when there is no such claim.
 */
QCDC_API
size_t qcdc_claims_item_to_json(const QcdcClaims *claims, size_t index, const char *text, size_t length, QcdcLanguage language, char *buffer,
                                size_t size);

/**
 * qcdc_claims_count_verdict:
 * @claims: (nullable) claims
 * @verdict: a verdict
 *
 * Dates and leftovers have none, and a cross counts at its earlier place. Threads: any.
 *
 * Returns: how many claims have it.
 */
QCDC_API
size_t qcdc_claims_count_verdict(const QcdcClaims *claims, QcdcVerdict verdict);

/**
 * qcdc_claims_summarize:
 * @claims: (nullable) claims
 * @language: of the words; what is not a QcdcLanguage is Vietnamese
 * @buffer: (nullable) takes the text: terminated, cut at a character boundary
 * @size: bytes of @buffer
 *
 * How many there are of each verdict, on one line. Threads: any.
 *
 * Returns: bytes the whole text needs, without the terminator.
 */
QCDC_API
size_t qcdc_claims_summarize(const QcdcClaims *claims, QcdcLanguage language, char *buffer, size_t size);

/**
 * qcdc_claims_ref:
 * @claims: claims
 *
 * Threads: any.
 *
 * Returns: (transfer full) @claims, held once more; NULL for NULL.
 */
QCDC_API
QcdcClaims *qcdc_claims_ref(QcdcClaims *claims);

/**
 * qcdc_claims_unref:
 * @claims: (nullable) claims, held once less; the last frees them
 *
 * Threads: any.
 */
QCDC_API
void qcdc_claims_unref(QcdcClaims *claims);

/**
 * qcdc_claim_kind_to_name:
 * @kind: any number
 *
 * Threads: any.
 *
 * Returns: (static) the name in data: "change_abs" … "leftover"; "none" for what is no kind.
 */
QCDC_API
const char *qcdc_claim_kind_to_name(QcdcClaimKind kind);

/**
 * qcdc_verdict_to_name:
 * @verdict: any number
 *
 * Threads: any.
 *
 * Returns: (static) the name in data: "uncheckable", "consistent", "rounding", "inconsistent"; "unknown" for what is no verdict.
 */
QCDC_API
const char *qcdc_verdict_to_name(QcdcVerdict verdict);

/**
 * qcdc_cause_to_name:
 * @cause: any number
 *
 * Threads: any.
 *
 * Returns: (static) (nullable) the name in data: "divided-by-current" …; NULL for none.
 */
QCDC_API
const char *qcdc_cause_to_name(QcdcCause cause);

/**
 * qcdc_operand_to_name:
 * @role: any number
 *
 * Threads: any.
 *
 * Returns: (static) the name in data: "now", "base", "delta" …; "none" for what is no role.
 */
QCDC_API
const char *qcdc_operand_to_name(QcdcOperand role);

QCDC_END_DECLS

#endif
