/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* S30 over whole sentences: what a phrase of the map is read as is what its rows say, of every kind of comparison. */
#include "draw-sentence.h"
#include "phrase-law.h"
#include "suite.h"

enum {
    OBSERVATION_BYTES = 64 * 1024,
    STYLES_A_COMPARISON = 24,
    SENTENCES = 100000
};

/* How often each was read: as what it is told, against what, in which language. */
typedef struct Tally {
    unsigned long sentences, phrases, kinds[QCDC_TOLD_END][QCDC_BASE_END][2];
} Tally;

static void count_phrase(const Phrase *phrase, Tally *tally)
{
    tally->phrases++;
    for (size_t index = 0; index < phrase->count; index++) {
        QcdcBase base = phrase->rows[index].base == QCDC_BASE_DEFAULT ? QCDC_BASE_SAME_PERIOD : phrase->rows[index].base;
        tally->kinds[phrase->items[index].told][base][phrase_is_english(phrase)]++;
    }
}

/* A base named in one sentence is not named in the next. */
static void begin_sentences(const char *text, size_t from, size_t to, bool *said)
{
    if (memchr(text + from, '\n', to - from) != NULL)
        memset(said, 0, PHRASE_LAW_BASES * sizeof *said);
}

static bool check_phrases(const QcdcComparison *comparison, const QcdcSentence *sentence, const QcdcStyle *style, Tally *tally)
{
    bool said[PHRASE_LAW_BASES] = {false}, holds = true;
    static Phrase phrase;
    phrase = (Phrase){.comparison = comparison, .style = style, .said = said};
    size_t at = 0, count = qcdc_sentence_get_phrase_count(sentence);
    for (size_t index = 0; holds && index < count; index++) {
        holds = phrase_read(&phrase, sentence, index);
        begin_sentences(qcdc_sentence_get_text(sentence), at, holds ? phrase.map.start : at, said);
        holds = holds && phrase_holds(&phrase);
        at = holds ? phrase.map.end : at;
        if (holds)
            count_phrase(&phrase, tally);
    }
    return holds;
}

static bool check_spans(const QcdcComparison *comparison, const QcdcSentence *sentence, const QcdcStyle *style)
{
    const char *text = qcdc_sentence_get_text(sentence);
    size_t count = qcdc_sentence_get_span_count(sentence);
    bool holds = sentences_check_spans("random", sentence);
    for (size_t index = 0; holds && index < count; index++) {
        QcdcSpan span;
        holds = qcdc_sentence_get_span(sentence, index, &span, NULL) == QCDC_OK && check_span(comparison, text, &span, style);
        if (!holds)
            printf("# role %d (%.*s) of: %s\n", (int)span.role, (int)(span.end - span.start), text + span.start, text);
    }
    return holds;
}

static bool check_text(const QcdcComparison *comparison, const QcdcSentence *sentence, const QcdcStyle *style, Tally *tally)
{
    for (const char *text = qcdc_sentence_get_text(sentence); *text != '\0'; text++)
        tally->sentences += *text == '\n';
    return check_spans(comparison, sentence, style) && check_phrases(comparison, sentence, style, tally);
}

static bool check_styles(Random *random, const QcdcComparison *comparison, Tally *tally)
{
    bool holds = true;
    for (unsigned number = 0; number < STYLES_A_COMPARISON && holds; number++) {
        QcdcStyle style = draw_style(random);
        QcdcSentence *sentence = NULL;
        QcdcStatus status = qcdc_comparison_write(comparison, &style, &sentence, NULL);
        /* A percent beyond 10^18 is an overflow, and said to be one. */
        holds = status == QCDC_OK ? check_text(comparison, sentence, &style, tally)
                                  : expect(status == QCDC_STATUS_OVERFLOW, "random", "a text that is not written");
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

static void print_tally(const Tally *tally)
{
    static const char *const bases[] = {"", "same-period", "previous", "period", "plan", "unit", "parent-mean"};
    for (size_t told = 0; told < QCDC_TOLD_END; told++)
        for (size_t base = 0; base < QCDC_BASE_END; base++)
            if (tally->kinds[told][base][0] + tally->kinds[told][base][1] > 0)
                printf("# told %zu %s: %lu vi, %lu en\n", told, bases[base], tally->kinds[told][base][0], tally->kinds[told][base][1]);
    printf("# %lu sentences, %lu phrases\n", tally->sentences, tally->phrases);
}

static void every_phrase_is_read_back(void)
{
    unsigned long wanted = suite_get_cases(SENTENCES);
    Random random = random_begin(suite_get_seed());
    static char observations[OBSERVATION_BYTES];
    static Tally tally;
    bool holds = true;
    while (tally.sentences < wanted && holds) {
        Figures figures = {.units = units, .indicators = indicators, .observations = observations, .plans = plans};
        FiguresAsk ask = draw_ask(&random);
        draw_observations(&random, observations);
        QcdcComparison *comparison = figures_compare(&figures, &ask);
        holds = comparison != NULL && check_styles(&random, comparison, &tally);
        qcdc_comparison_unref(comparison);
    }
    print_tally(&tally);
    CU_ASSERT(holds && tally.sentences >= wanted);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"every phrase is read back", every_phrase_is_read_back},
    };
    return SUITE_RUN("round-trip-laws", tests, argc, argv);
}
