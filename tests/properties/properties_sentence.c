/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* S30 over random figures, trees and styles: every run of digits lies in exactly one span, the span's number prints the same
 * characters, and it is the figure that its role and its row say. */
#include "draw-sentence.h"
#include "span-law.h"
#include "suite.h"

enum {
    OBSERVATION_BYTES = 64 * 1024,
    STYLES_A_COMPARISON = 24
};

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

/* Whether the parser reads what @phrase tells of. */
static bool is_read_back(const QcdcSentence *sentence, const QcdcSentencePhrase *phrase, const QcdcStyle *style)
{
    QcdcPhraseReading items[64];
    QcdcPhraseBaseReading base;
    size_t count = 0;
    const char *text = qcdc_sentence_get_text(sentence) + phrase->start;
    QcdcStatus status = qcdc_phrase_parse(text, phrase->end - phrase->start, style->language, items, 64, &count, &base, NULL);
    return status == QCDC_OK && count > 0;
}

/* S30: each phrase of the map is read back. */
static bool check_phrases(const QcdcSentence *sentence, const QcdcStyle *style)
{
    bool holds = true;
    for (size_t index = 0; holds && index < qcdc_sentence_get_phrase_count(sentence); index++) {
        QcdcSentencePhrase phrase;
        holds = qcdc_sentence_get_phrase(sentence, index, &phrase, NULL) == QCDC_OK && phrase.start < phrase.end &&
                is_read_back(sentence, &phrase, style);
        CU_ASSERT(holds);
        if (!holds)
            printf("# not read back: %.*s\n", (int)(phrase.end - phrase.start), qcdc_sentence_get_text(sentence) + phrase.start);
    }
    return holds;
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
        bool is_read = status != QCDC_OK || check_phrases(sentence, &style);
        holds = is_read && (checked > 0 || expect(status == QCDC_STATUS_OVERFLOW, "random", "a text that does not hold"));
        qcdc_sentence_unref(sentence);
    }
    return holds;
}

static FiguresAsk draw_ask(Random *random)
{
    static const char *const bases[] = {"same-period", "previous", "2021-Q3", "plan:kh", "plan:dt", "same-period;plan:kh",
                                        "previous;same-period;plan:dt", "unit:h", "parent-mean"};
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
