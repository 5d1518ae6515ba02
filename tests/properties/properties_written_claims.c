/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* S30, of reports: what writing can write is read as claims, none of which is inconsistent, and each change told with a number is one. */

#include <qcdc/claim.h>

#include "draw-round-trip.h"
#include "suite.h"

enum {
    STYLES_A_COMPARISON = 24,
    SENTENCES = 5000, /* of each seed: other seeds draw other units and figures */
    SEEDS = 8,
    MISSES_PRINTED = 3
};

/* What a change is told with, and how many of 1000 such numbers must be read at least. */
static const struct {
    QcdcRole role;
    const char *name;
    unsigned least;
} told_roles[] = {
    {QCDC_ROLE_DIFFERENCE, "difference", 980}, {QCDC_ROLE_PERCENT, "percent", 920}, {QCDC_ROLE_POINTS, "points", 990},
    {QCDC_ROLE_PLACES, "places", 980},         {QCDC_ROLE_INDEX, "index", 900},     {QCDC_ROLE_TIMES, "times", 990},
    {QCDC_ROLE_ATTAINMENT, "attainment", 990}, {QCDC_ROLE_EXCESS, "excess", 980},   {QCDC_ROLE_SHORTFALL, "shortfall", 980},
};

#define TOLD_ROLES (sizeof told_roles / sizeof told_roles[0])

/* No name ends in a number, as names of units here do: "tỷ lệ 2 chiếm 30% của 100 đơn" is itself a claim. */
static const char told_indicators[] =
    "code;name;nature;measure;decimals;formula;part_of;part_kind;sentence;clause;verb;object;joiner;rate_verb;zero_phrase;short_measure;"
    "plan_direction\n"
    "a;Lượt tiếp;flow;lượt;;;;;1;k;đã tiếp;;;;;;\n"
    "b;Vụ việc;flow;vụ, việc;;;;;1;k;;vụ việc loại 2;với;;;;at-most\n"
    "c;Đơn;flow;đơn;;;;;1;;nhận;;;;không nhận đơn;đơn;reduce-by\n"
    "c1;Đơn khiếu nại;flow;đơn;;;c:p;partition;1;;;đơn khiếu nại;;;;;at-least\n"
    "c2;Đơn phản ánh;flow;đơn;;;c:p;partition;1;;;đơn phản ánh;;;;đơn phản ánh;\n"
    "c3;Đơn quá hạn;flow;đơn;;;c;subset;1;;;đơn quá 30 ngày;;;;;\n"
    "m;Thu;flow;triệu đồng;2;;;;2;;thu;;;;;;\n"
    "s;Hộ;stock;hộ;;;;;5;;có;hộ nghèo;;;không còn hộ nghèo;;\n"
    "n;Nợ;closing;tỷ đồng;1;;;;5;;còn;;;;;;\n"
    "p;Tỷ lệ khiếu nại;ratio;%;0;c1 / c;;;3;;có;đơn;;;;;\n"
    "q;Tỷ lệ phản ánh;ratio;%;0;c2 / c;;;3;;;;;chiếm {} tổng số đơn;;;\n"
    "d;Mật độ;ratio;đơn/km2;0;c / s;;;3;;;;;mật độ;;;\n"
    "o;Hộ nghèo;ratio;%;2;;;;4;;còn;;;;;;\n"
    "e;Điểm;score;điểm;2;;;;4;;đạt;;;;;;\n"
    "r;Hạng;rank;bậc;;;;;4;;xếp;tỉnh loại 1;;;;;\n";

typedef struct Tally {
    unsigned long sentences, claims, verdicts[QCDC_VERDICT_END], inconsistent[QCDC_CLAIM_END], told[TOLD_ROLES], read[TOLD_ROLES];
} Tally;

/* The line of @text in which the byte @at stands. */
static void print_line_of(const char *text, size_t at)
{
    size_t start = at, end = at;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    while (text[end] != '\0' && text[end] != '\n')
        end++;
    printf("#   %.*s\n", (int)(end - start), text + start);
}

static void print_inconsistent(const QcdcClaims *claims, size_t index, const QcdcClaim *claim, const char *text)
{
    char words[512];
    qcdc_claims_explain(claims, index, QCDC_LANGUAGE_EN, words, sizeof words);
    printf("# %s, of “%.*s”: %s\n", qcdc_claim_kind_to_name((QcdcClaimKind)claim->kind), (int)(claim->end - claim->start), text + claim->start,
           words);
    print_line_of(text, claim->start);
}

static void count_claims(const QcdcClaims *claims, const char *text, Tally *tally)
{
    for (size_t index = 0; index < qcdc_claims_get_count(claims); index++) {
        QcdcClaim claim;
        if (qcdc_claims_get_item(claims, index, &claim, NULL) != QCDC_OK)
            continue;
        tally->claims++;
        tally->verdicts[claim.verdict]++;
        if (claim.verdict == QCDC_VERDICT_INCONSISTENT && tally->inconsistent[claim.kind]++ < MISSES_PRINTED)
            print_inconsistent(claims, index, &claim, text);
    }
}

/* Whether a claim holds the number of this span. */
static bool is_read(const QcdcClaims *claims, const QcdcSpan *span)
{
    for (size_t index = 0; index < qcdc_claims_get_count(claims); index++) {
        QcdcClaim claim;
        QcdcClaimNumber number;
        if (qcdc_claims_get_item(claims, index, &claim, NULL) != QCDC_OK || claim.end <= span->start || claim.start >= span->end)
            continue;
        for (size_t which = 0; which < claim.number_count; which++)
            if (qcdc_claims_get_number(claims, index, which, &number, NULL) == QCDC_OK && number.start < span->end && number.end > span->start)
                return true;
    }
    return false;
}

/* With a scale word a number of twelve digits may leave the range of a value; it is no figure then. */
static bool is_too_large(const QcdcSpan *span)
{
    return span->number.coefficient >= INT64_C(100000000000);
}

static void count_span(const QcdcClaims *claims, const char *text, const QcdcSpan *span, Tally *tally)
{
    for (size_t role = 0; role < TOLD_ROLES; role++) {
        if (told_roles[role].role != span->role || is_too_large(span))
            continue;
        bool was_read = is_read(claims, span);
        tally->told[role]++;
        tally->read[role] += was_read;
        if (!was_read && tally->told[role] - tally->read[role] <= MISSES_PRINTED) {
            printf("# not read, %s: %.*s\n", told_roles[role].name, (int)(span->end - span->start), text + span->start);
            print_line_of(text, span->start);
        }
    }
}

static bool check_text(const QcdcSentence *sentence, Tally *tally)
{
    const char *text = qcdc_sentence_get_text(sentence);
    QcdcClaims *claims = NULL;
    QcdcSpan span;
    bool holds = qcdc_claims_read(text, strlen(text), NULL, &claims, NULL) == QCDC_OK;
    count_claims(claims, text, tally);
    for (const char *at = text; *at != '\0'; at++)
        tally->sentences += *at == '\n';
    for (size_t index = 0; index < qcdc_sentence_get_span_count(sentence); index++)
        if (qcdc_sentence_get_span(sentence, index, &span, NULL) == QCDC_OK)
            count_span(claims, text, &span, tally);
    qcdc_claims_unref(claims);
    return holds;
}

static bool check_styles(Random *random, const QcdcComparison *comparison, Tally *tally)
{
    bool holds = true;
    for (unsigned number = 0; number < STYLES_A_COMPARISON && holds; number++) {
        QcdcStyle style = draw_style(random);
        QcdcSentence *sentence = NULL;
        style.language = QCDC_LANGUAGE_VI;
        style.unchanged[0] = '\0';
        if (qcdc_comparison_write(comparison, &style, &sentence, NULL) == QCDC_OK)
            holds = check_text(sentence, tally);
        qcdc_sentence_unref(sentence);
    }
    return holds;
}

static bool print_tally(const Tally *tally)
{
    bool is_all = true;
    for (size_t role = 0; role < TOLD_ROLES; role++) {
        printf("# %s: %lu of %lu read\n", told_roles[role].name, tally->read[role], tally->told[role]);
        is_all = is_all && 1000 * tally->read[role] >= told_roles[role].least * tally->told[role];
    }
    for (size_t kind = 0; kind < QCDC_CLAIM_END; kind++)
        if (tally->inconsistent[kind] > 0)
            printf("# inconsistent, %s: %lu\n", qcdc_claim_kind_to_name((QcdcClaimKind)kind), tally->inconsistent[kind]);
    printf("# %lu sentences, %lu claims: %lu consistent, %lu by rounding, %lu inconsistent, %lu not checkable\n", tally->sentences, tally->claims,
           tally->verdicts[QCDC_VERDICT_CONSISTENT], tally->verdicts[QCDC_VERDICT_ROUNDING], tally->verdicts[QCDC_VERDICT_INCONSISTENT],
           tally->verdicts[QCDC_VERDICT_UNCHECKABLE]);
    return is_all;
}

/* Adds @wanted sentences of one seed to the tally. */
static bool check_seed(uint64_t seed, unsigned long wanted, Tally *tally)
{
    static Drawn drawn;
    Random random = random_begin(seed);
    unsigned long end = tally->sentences + wanted;
    bool holds = true;
    drawn.is_coherent = true;
    drawn.indicators = told_indicators;
    while (tally->sentences < end && holds) {
        QcdcComparison *comparison = draw_comparison(&random, &drawn);
        /* groups share units, so that what they come to rightly exceeds the total */
        bool is_told = drawn.ask.by != QCDC_BY_GROUP;
        holds = comparison != NULL && (!is_told || check_styles(&random, comparison, tally));
        qcdc_comparison_unref(comparison);
    }
    return holds;
}

static void what_is_written_is_read(void)
{
    unsigned long wanted = suite_get_cases(SENTENCES);
    uint64_t first = suite_get_seed();
    static Tally tally;
    bool holds = true;
    for (unsigned seed = 0; seed < SEEDS && holds; seed++)
        holds = check_seed(first + seed, wanted, &tally);
    bool is_read_enough = print_tally(&tally);
    CU_ASSERT(holds);
    CU_ASSERT_EQUAL(tally.verdicts[QCDC_VERDICT_INCONSISTENT], 0);
    CU_ASSERT(is_read_enough);
    CU_ASSERT(tally.sentences >= SEEDS * wanted);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"what is written is read", what_is_written_is_read},
    };
    return SUITE_RUN("written-claims-laws", tests, argc, argv);
}
