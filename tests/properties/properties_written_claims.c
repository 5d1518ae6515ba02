/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* S30, of reports: what writing can write is read as claims, none of which is inconsistent, and each change told with a number is one. */

#include <qcdc/claim.h>

#include "draw-round-trip.h"
#include "suite.h"

enum {
    STYLES_A_COMPARISON = 24,
    SENTENCES = 40000,
    MISSES_PRINTED = 3
};

/* What a change is told with, and how often it was, and was read. */
static const struct {
    QcdcRole role;
    const char *name;
} told_roles[] = {
    {QCDC_ROLE_DIFFERENCE, "difference"}, {QCDC_ROLE_PERCENT, "percent"}, {QCDC_ROLE_POINTS, "points"},         {QCDC_ROLE_PLACES, "places"},
    {QCDC_ROLE_INDEX, "index"},           {QCDC_ROLE_TIMES, "times"},     {QCDC_ROLE_ATTAINMENT, "attainment"}, {QCDC_ROLE_EXCESS, "excess"},
    {QCDC_ROLE_SHORTFALL, "shortfall"},
};

#define TOLD_ROLES (sizeof told_roles / sizeof told_roles[0])

typedef struct Tally {
    unsigned long sentences, claims, verdicts[QCDC_VERDICT_END], told[TOLD_ROLES], read[TOLD_ROLES];
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

static bool check_claims(const QcdcClaims *claims, const char *text, Tally *tally)
{
    bool holds = true;
    for (size_t index = 0; index < qcdc_claims_get_count(claims); index++) {
        QcdcClaim claim;
        char words[512];
        if (qcdc_claims_get_item(claims, index, &claim, NULL) != QCDC_OK)
            return false;
        tally->claims++;
        tally->verdicts[claim.verdict]++;
        if (claim.verdict != QCDC_VERDICT_INCONSISTENT)
            continue;
        qcdc_claims_explain(claims, index, QCDC_LANGUAGE_EN, words, sizeof words);
        printf("# %s, of “%.*s”: %s\n", qcdc_claim_kind_to_name((QcdcClaimKind)claim.kind), (int)(claim.end - claim.start),
               text + claim.start, words);
        print_line_of(text, claim.start);
        holds = false;
    }
    return holds;
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

static void count_span(const QcdcClaims *claims, const char *text, const QcdcSpan *span, Tally *tally)
{
    for (size_t role = 0; role < TOLD_ROLES; role++) {
        if (told_roles[role].role != span->role)
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
    bool holds = qcdc_claims_read(text, strlen(text), NULL, &claims, NULL) == QCDC_OK && check_claims(claims, text, tally);
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
        is_all = is_all && tally->read[role] == tally->told[role];
    }
    printf("# %lu sentences, %lu claims: %lu consistent, %lu by rounding, %lu inconsistent, %lu not checkable\n", tally->sentences, tally->claims,
           tally->verdicts[QCDC_VERDICT_CONSISTENT], tally->verdicts[QCDC_VERDICT_ROUNDING], tally->verdicts[QCDC_VERDICT_INCONSISTENT],
           tally->verdicts[QCDC_VERDICT_UNCHECKABLE]);
    return is_all;
}

static void what_is_written_is_read(void)
{
    unsigned long wanted = suite_get_cases(SENTENCES);
    Random random = random_begin(suite_get_seed());
    static Tally tally;
    static Drawn drawn;
    bool holds = true;
    drawn.is_coherent = true;
    while (tally.sentences < wanted && holds) {
        QcdcComparison *comparison = draw_comparison(&random, &drawn);
        holds = comparison != NULL && check_styles(&random, comparison, &tally);
        qcdc_comparison_unref(comparison);
    }
    bool is_all_read = print_tally(&tally);
    CU_ASSERT(holds);
    CU_ASSERT(is_all_read);
    CU_ASSERT(tally.sentences >= wanted);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"what is written is read", what_is_written_is_read},
    };
    return SUITE_RUN("written-claims-laws", tests, argc, argv);
}
