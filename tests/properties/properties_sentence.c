/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* S30 over random figures, trees and styles: every run of digits lies in exactly one span, the span's number prints the same
 * characters, and it is the figure that its role and its row say. */
#include "random.h"
#include "sentences.h"
#include "suite.h"

#include <qcdc/number.h>

enum {
    OBSERVATION_BYTES = 64 * 1024,
    STYLES_A_COMPARISON = 24
};

static const char units[] = "code;name;level;parent;kind;text_name;own_name;level_name\n"
                            "t;Tỉnh 1;0;;;toàn tỉnh số 1;;\n"
                            "h;Huyện 2;1;t;huyện;huyện 2;cơ quan huyện 2;cấp huyện\n"
                            "x;Phường 3;2;h;phường;;;cấp xã\ny;Xã Y;2;h;xã;xã Y;;\n"
                            "z;Thị xã Z;1;t;thị xã;thị xã Z;;\n";

static const char indicators[] =
    "code;name;nature;measure;decimals;formula;part_of;part_kind;sentence;clause;verb;object;joiner;rate_verb;zero_phrase\n"
    "a;Lượt 1;flow;lượt;;;;;1;k;đã tiếp;;;;\n"
    "b;Vụ 2;flow;vụ, việc;;;;;1;k;;vụ việc loại 2;với;;\n"
    "c;Đơn;flow;đơn;;;;;1;;nhận;;;;không nhận đơn\n"
    "c1;Đơn 1;flow;đơn;;;c:p;partition;1;;;đơn loại 1;;;\n"
    "c2;Đơn 2;flow;đơn;;;c:p;partition;1;;;đơn loại 2;;;\n"
    "c3;Đơn 3;flow;đơn;;;c;subset;1;;;đơn quá 30 ngày;;;\n"
    "m;Thu;flow;triệu đồng;2;;;;2;;thu;;;;\n"
    "s;Hộ;stock;hộ;;;;;2;;có;hộ nghèo;;;không còn hộ nghèo\n"
    "p;Tỷ lệ;ratio;%;0;c1 / c;;;3;;có;đơn;;;\n"
    "q;Tỷ lệ 2;ratio;%;0;c2 / c;;;3;;;;;chiếm {} của 100 đơn;\n"
    "d;Mật độ;ratio;đơn/km2;0;c / s;;;3;;;;;mật độ;\n"
    "o;Hộ nghèo;ratio;%;2;;;;4;;còn;;;;\n"
    "e;Điểm;score;điểm;2;;;;4;;đạt;;;;\n"
    "r;Hạng;rank;bậc;;;;;4;;xếp;tỉnh loại 1;;;\n";

static const char plans[] = "kh=kế hoạch 135;dt=dự toán{} số 7";

/* Values of all sizes; the zero and its neighbours often. */
static void draw_value(Random *random, char *text, size_t size)
{
    static const int64_t ends[] = {1, 9, 99, 9999, 1000000, INT64_C(1000000000000000)};
    int64_t value = random_near_edges(random, 0, ends[random_below(random, sizeof ends / sizeof ends[0])]);
    snprintf(text, size, "%" PRId64, value);
}

static void add_observation(Random *random, char *table, const char *unit, const char *indicator, const char *period,
                            const char *scenario)
{
    static const char *const statuses[] = {"", "", "", "", "E", "P", "P+B", "O", "M", "L"};
    static const char *const hedges[] = {"", "", "", "trên", "không quá"};
    const char *status = statuses[random_below(random, sizeof statuses / sizeof statuses[0])];
    bool is_absent = status[0] == 'O' || status[0] == 'M' || status[0] == 'L';
    bool is_rank = strcmp(indicator, "r") == 0;
    char value[32], line[160];
    draw_value(random, value, sizeof value);
    if (is_rank)
        snprintf(value, sizeof value, "%" PRId64, random_near_edges(random, 1, 34));
    snprintf(line, sizeof line, "%s;%s;%s;%s;%s;%s;%s;%s\n", unit, indicator, period, is_absent ? "" : value, status,
             is_absent ? "" : hedges[random_below(random, sizeof hedges / sizeof hedges[0])],
             is_rank && !random_chance(random, 4) ? (random_chance(random, 3) ? "34" : "63") : "", scenario);
    if (!random_chance(random, 6))
        strcat(table, line);
}

static void draw_observations(Random *random, char *table)
{
    static const char *const places[] = {"h", "x", "y", "z"};
    static const char *const codes[] = {"a", "b", "c", "c1", "c2", "c3", "m", "s", "o", "e", "r"};
    static const char *const periods[] = {"2022-Q3", "2021-Q3", "2022-Q2"};
    strcpy(table, "unit;indicator;period;value;obs_status;hedge;field;scenario\n");
    for (size_t place = 0; place < 4; place++)
        for (size_t code = 0; code < sizeof codes / sizeof codes[0]; code++) {
            for (size_t period = 0; period < 3; period++)
                add_observation(random, table, places[place], codes[code], periods[period], "");
            add_observation(random, table, places[place], codes[code], "2022-Q3", "kh");
            add_observation(random, table, places[place], codes[code], "2022", "dt");
        }
}

static QcdcStyle draw_style(Random *random)
{
    QcdcStyle style = {.language = (QcdcLanguage)random_below(random, QCDC_LANGUAGE_END),
                       .base_phrase = (QcdcBasePhrase)random_below(random, QCDC_BASE_PHRASE_END),
                       .verb = (QcdcVerb)random_below(random, QCDC_VERB_END),
                       .percent = (QcdcPercent)random_below(random, QCDC_PERCENT_END),
                       .percent_decimals = (int32_t)random_below(random, 3),
                       .percent_keep_zeros = (int32_t)random_below(random, 2),
                       .show_base = (int32_t)random_below(random, 2),
                       .form = (QcdcForm)random_below(random, QCDC_FORM_END),
                       .change = (QcdcChangePlace)random_below(random, QCDC_CHANGE_PLACE_END),
                       .leading_zero = (QcdcLeadingZero)random_below(random, QCDC_LEADING_ZERO_END),
                       .rounding = (QcdcRounding)random_below(random, QCDC_ROUND_END)};
    if (random_chance(random, 4))
        strcpy(style.unchanged, "bằng");
    return style;
}

/* What a role says of a row */

static bool is_number(QcdcDecimal number, QcdcDecimal wanted)
{
    wanted.coefficient = wanted.coefficient < 0 && number.coefficient >= 0 ? -wanted.coefficient : wanted.coefficient;
    return qcdc_decimal_compare(number, wanted) == 0;
}

static bool is_count(QcdcDecimal number, int64_t wanted)
{
    return is_number(number, (QcdcDecimal){.coefficient = wanted});
}

typedef QcdcStatus Quotient(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                            QcdcError *error);

static QcdcStatus get_rate(const QcdcFigure *figure, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value)
{
    QcdcFraction fraction = {figure->value, figure->denominator};
    return qcdc_fraction_to_decimal(fraction, figure->power, decimals, rounding, out_value, NULL);
}

static QcdcStatus get_current_rate(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                                   QcdcError *error)
{
    (void)error;
    return get_rate(&change->current, decimals, rounding, out_value);
}

static QcdcStatus get_base_rate(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                                QcdcError *error)
{
    (void)error;
    return get_rate(&change->base, decimals, rounding, out_value);
}

static QcdcStatus get_times(const QcdcChange *change, unsigned decimals, QcdcRounding rounding, QcdcDecimal *out_value,
                            QcdcError *error)
{
    QcdcFraction fraction = {change->current.value, change->base.value};
    return qcdc_fraction_to_decimal(fraction, 0, decimals, rounding, out_value, error);
}

/* Nine decimals that still read 100: then the last of them says that it is not. */
static bool is_beside_hundred(QcdcDecimal number, QcdcDecimal rounded)
{
    int64_t hundred = INT64_C(100000000000000000);
    bool is_hundred = rounded.decimals == QCDC_DECIMAL_MAX_PRINTED && (rounded.coefficient == hundred || rounded.coefficient == -hundred);
    return is_hundred && number.decimals == QCDC_DECIMAL_MAX_PRINTED && (number.coefficient == hundred - 1 || number.coefficient == hundred + 1);
}

/* Rounded once, to the decimals asked for or to as many more as it takes not to read 100; below the last of them, that one. */
static bool is_rounded(const QcdcSpan *span, Quotient *quotient, const QcdcChange *change, const QcdcStyle *style, bool is_below)
{
    unsigned decimals = style->percent_decimals == 2 ? 2 : 1;
    QcdcDecimal wanted;
    QcdcDecimal least = {.coefficient = 1, .decimals = (uint8_t)decimals};
    if (is_below)
        return quotient(change, decimals, style->rounding, &wanted, NULL) == QCDC_OK && wanted.coefficient == 0 &&
               is_number(span->number, least);
    for (; decimals <= QCDC_DECIMAL_MAX_PRINTED; decimals++)
        if (quotient(change, decimals, style->rounding, &wanted, NULL) == QCDC_OK && is_number(span->number, wanted))
            return true;
    return is_beside_hundred(span->number, wanted);
}

static bool is_value(const QcdcSpan *span, const QcdcFigure *figure, Quotient *quotient, const QcdcChange *change,
                     const QcdcStyle *style, bool is_below)
{
    return figure->is_fraction ? is_rounded(span, quotient, change, style, is_below) : is_number(span->number, figure->value);
}

static bool is_difference(const QcdcSpan *span, const QcdcChange *change, const QcdcStyle *style, bool is_below)
{
    if (change->current.is_fraction || change->base.is_fraction)
        return is_rounded(span, qcdc_change_get_points, change, style, is_below);
    return is_number(span->number, change->difference);
}

static bool says_role(const QcdcSpan *span, const QcdcComparisonRow *row, const QcdcStyle *style, bool is_below)
{
    const QcdcChange *change = &row->change;
    int64_t places = 0;
    switch (span->role) {
    case QCDC_ROLE_CURRENT:
    case QCDC_ROLE_RATE:
        return is_value(span, &change->current, get_current_rate, change, style, is_below);
    case QCDC_ROLE_NUMERATOR:
        return is_number(span->number, change->current.value);
    case QCDC_ROLE_DENOMINATOR:
        return is_number(span->number, change->current.denominator);
    case QCDC_ROLE_FIELD:
        return is_count(span->number, change->current.field);
    case QCDC_ROLE_BASE:
        return is_value(span, &change->base, get_base_rate, change, style, is_below);
    case QCDC_ROLE_BASE_FIELD:
        return is_count(span->number, change->base.field);
    case QCDC_ROLE_DIFFERENCE:
    case QCDC_ROLE_POINTS:
        return is_difference(span, change, style, is_below);
    case QCDC_ROLE_PERCENT:
        return is_rounded(span, qcdc_change_get_percent, change, style, is_below);
    case QCDC_ROLE_PLACES:
        return qcdc_change_get_places(change, &places, NULL) == QCDC_OK && is_count(span->number, places);
    case QCDC_ROLE_INDEX:
    case QCDC_ROLE_ATTAINMENT:
        return is_rounded(span, qcdc_change_get_index, change, style, is_below);
    case QCDC_ROLE_TIMES:
        return is_rounded(span, get_times, change, style, is_below);
    case QCDC_ROLE_VALUED:
        return is_count(span->number, row->units_valued) || is_count(span->number, row->base_units_valued);
    case QCDC_ROLE_EXPECTED:
        return is_count(span->number, row->units_expected) || is_count(span->number, row->base_units_expected);
    default:
        return false;
    }
}

/* How it is printed */

static bool has_percent_sign(QcdcRole role, const QcdcComparisonRow *row)
{
    bool is_percentage = row->change.quantity == QCDC_QUANTITY_PERCENTAGE;
    bool is_figure = role == QCDC_ROLE_RATE || role == QCDC_ROLE_BASE || role == QCDC_ROLE_CURRENT;
    return role == QCDC_ROLE_PERCENT || role == QCDC_ROLE_INDEX || role == QCDC_ROLE_ATTAINMENT || (is_figure && is_percentage);
}

static bool prints_same(const char *text, const QcdcSpan *span, const QcdcComparisonRow *row, const QcdcStyle *style)
{
    QcdcNumberFormat format = {.language = style->language, .percent = has_percent_sign(span->role, row)};
    char plain[QCDC_NUMBER_TEXT_SIZE], padded[QCDC_NUMBER_TEXT_SIZE];
    qcdc_number_to_text(span->number, &format, plain, sizeof plain);
    format.pad = 1;
    qcdc_number_to_text(span->number, &format, padded, sizeof padded);
    return strcmp(text, plain) == 0 || strcmp(text, padded) == 0;
}

/* Without the word before it, "dưới 0,1%" or "less than 0.1%". */
static const char *skip_word(const char *text, bool *out_is_below)
{
    const char *digits = text + strcspn(text, "-+0123456789");
    *out_is_below = digits != text;
    return digits + (digits[0] == '+'); /* W17 */
}

static bool check_span(const QcdcComparison *comparison, const char *text, const QcdcSpan *span, const QcdcStyle *style)
{
    char own[96] = "";
    bool is_below = false;
    QcdcComparisonRow row;
    bool is_name =
        span->role == QCDC_ROLE_PERIOD || span->role == QCDC_ROLE_BASE_PERIOD || span->role == QCDC_ROLE_WORDS;
    if (is_name)
        return span->row == SIZE_MAX && span->number.coefficient == 0;
    if (span->end - span->start >= sizeof own || qcdc_comparison_read_rows(comparison, span->row, 1, &row, NULL) != QCDC_OK)
        return false;
    memcpy(own, text + span->start, span->end - span->start);
    const char *digits = skip_word(own, &is_below);
    return prints_same(digits, span, &row, style) && says_role(span, &row, style, is_below);
}

static unsigned long check_sentence(const QcdcComparison *comparison, const QcdcSentence *sentence, const QcdcStyle *style)
{
    const char *text = qcdc_sentence_get_text(sentence);
    size_t count = qcdc_sentence_get_span_count(sentence);
    if (!sentences_check_spans("random", sentence))
        return 0;
    for (size_t index = 0; index < count; index++) {
        QcdcSpan span;
        bool holds = qcdc_sentence_get_span(sentence, index, &span, NULL) == QCDC_OK && check_span(comparison, text, &span, style);
        CU_ASSERT(holds);
        if (!holds) {
            printf("# role %d at %zu-%zu (%.*s) of: %s\n", (int)span.role, span.start, span.end, (int)(span.end - span.start),
                   text + span.start, text);
            return 0;
        }
    }
    return count;
}

/* Adds to *@spans; false at the first miss. */
static bool check_styles(Random *random, const QcdcComparison *comparison, unsigned long *spans)
{
    bool holds = true;
    for (unsigned number = 0; number < STYLES_A_COMPARISON && holds; number++) {
        QcdcStyle style = draw_style(random);
        QcdcSentence *sentence = NULL;
        QcdcError error = {0};
        /* A percent beyond 10^18 is an overflow, and said to be one. */
        QcdcStatus status = qcdc_comparison_write(comparison, &style, &sentence, &error);
        unsigned long checked = status == QCDC_OK ? check_sentence(comparison, sentence, &style) : 0;
        *spans += checked;
        holds = checked > 0 || expect(status == QCDC_STATUS_OVERFLOW, "random", "a text that does not hold");
        qcdc_sentence_unref(sentence);
    }
    return holds;
}

static FiguresAsk draw_ask(Random *random)
{
    static const char *const bases[] = {"same-period", "previous", "2021-Q3", "plan:kh", "plan:dt", "same-period;plan:kh",
                                        "previous;same-period;plan:dt"};
    return (FiguresAsk){.unit = random_chance(random, 3) ? "h" : NULL,
                        .period = "2022-Q3",
                        .bases = bases[random_below(random, sizeof bases / sizeof bases[0])],
                        .by = (QcdcBy)random_below(random, QCDC_BY_GROUP),
                        .depth = random_chance(random, 2) ? 2 : 0};
}

static void every_digit_has_its_span(void)
{
    unsigned long wanted = suite_get_cases(100000), spans = 0;
    Random random = random_begin(suite_get_seed());
    static char observations[OBSERVATION_BYTES];
    bool holds = true;
    while (spans < wanted && holds) {
        Figures figures = {.units = units, .indicators = indicators, .observations = observations, .plans = plans};
        FiguresAsk ask = draw_ask(&random);
        draw_observations(&random, observations);
        QcdcComparison *comparison = figures_compare(&figures, &ask);
        holds = comparison != NULL && check_styles(&random, comparison, &spans);
        qcdc_comparison_unref(comparison);
    }
    printf("# %lu spans\n", spans);
    CU_ASSERT(spans >= wanted);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"every digit has its span", every_digit_has_its_span},
    };
    return SUITE_RUN("sentence-laws", tests, argc, argv);
}
