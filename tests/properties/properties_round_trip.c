/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* S30 over whole sentences: what a phrase of the map is read as is what its rows say, of every kind of comparison. */
#include "draw-round-trip.h"
#include "phrase-law.h"
#include "suite.h"

enum {
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
        QcdcError error = {0};
        QcdcStatus status = qcdc_comparison_write(comparison, &style, &sentence, &error);
        /* A percent beyond 10^18 is an overflow, and said to be one. */
        holds = status == QCDC_OK ? check_text(comparison, sentence, &style, tally)
                                  : expect(status == QCDC_STATUS_OVERFLOW, "random", error.text);
        qcdc_sentence_unref(sentence);
    }
    return holds;
}

enum {
    IN_TIME = 1 << QCDC_BASE_SAME_PERIOD | 1 << QCDC_BASE_PREVIOUS | 1 << QCDC_BASE_PERIOD,
    OF_SPAN = 1 << QCDC_BASE_PREVIOUS | 1 << QCDC_BASE_PERIOD,
    OF_PLAN = 1 << QCDC_BASE_PLAN,
    OF_UNIT = 1 << QCDC_BASE_UNIT,
    OF_MEAN = 1 << QCDC_BASE_PARENT_MEAN
};

/* Against which bases a row can be told so; against others it never is. */
static const struct {
    const char *name;
    unsigned bases;
} kinds[QCDC_TOLD_END] = {
    [QCDC_TOLD_DIFFERENCE] = {"difference", IN_TIME | OF_UNIT | OF_MEAN},
    [QCDC_TOLD_BOTH] = {"difference and percent", IN_TIME | OF_UNIT},
    [QCDC_TOLD_PERCENT] = {"percent", IN_TIME | OF_UNIT},
    [QCDC_TOLD_POINTS] = {"points", IN_TIME | OF_UNIT | OF_MEAN},
    [QCDC_TOLD_PLACES] = {"places", IN_TIME | OF_UNIT},
    [QCDC_TOLD_INDEX] = {"index", IN_TIME | OF_UNIT | OF_MEAN},
    [QCDC_TOLD_TIMES] = {"times", IN_TIME | OF_UNIT | OF_MEAN},
    [QCDC_TOLD_ATTAINMENT] = {"attainment", OF_PLAN},
    [QCDC_TOLD_UNCHANGED] = {"unchanged", IN_TIME | OF_UNIT | OF_MEAN},
    [QCDC_TOLD_EXCESS] = {"excess", OF_PLAN},
    [QCDC_TOLD_ABOVE] = {"above", OF_PLAN},
    [QCDC_TOLD_SHORT] = {"short", OF_PLAN},
    [QCDC_TOLD_FULFILLED] = {"fulfilled", OF_PLAN},
    [QCDC_TOLD_POINTS_BROUGHT] = {"points brought", IN_TIME},
    [QCDC_TOLD_SHARE_BROUGHT] = {"share brought", IN_TIME},
    [QCDC_TOLD_BOTH_BROUGHT] = {"points and share brought", IN_TIME},
    [QCDC_TOLD_MEAN] = {"mean", OF_SPAN | OF_PLAN | OF_UNIT | OF_MEAN},
    [QCDC_TOLD_AVERAGE] = {"average growth", OF_SPAN | OF_PLAN | OF_UNIT | OF_MEAN},
    [QCDC_TOLD_NO_BASE] = {"no base", IN_TIME | OF_UNIT},
    [QCDC_TOLD_NEW] = {"new", IN_TIME},
    [QCDC_TOLD_ENDED] = {"ended", IN_TIME},
    [QCDC_TOLD_BREAK] = {"break", IN_TIME},
};

/* Whether each kind that there is occurred in both languages, and no other. */
static bool print_kind(const Tally *tally, size_t told, size_t base)
{
    static const char *const bases[] = {"", "same-period", "previous", "period", "plan", "unit", "parent-mean"};
    const unsigned long *counts = tally->kinds[told][base];
    bool is_known = (kinds[told].bases >> base & 1) != 0;
    if (is_known || counts[0] + counts[1] > 0)
        printf("# %s, %s: %lu vi, %lu en\n", kinds[told].name, bases[base], counts[0], counts[1]);
    return is_known ? counts[0] > 0 && counts[1] > 0 : counts[0] + counts[1] == 0;
}

static bool print_tally(const Tally *tally)
{
    bool is_whole = true;
    for (size_t told = 0; told < QCDC_TOLD_END; told++)
        for (size_t base = 0; base < QCDC_BASE_END; base++)
            is_whole = print_kind(tally, told, base) && is_whole;
    printf("# %lu sentences, %lu phrases\n", tally->sentences, tally->phrases);
    return is_whole;
}

static void every_phrase_is_read_back(void)
{
    unsigned long wanted = suite_get_cases(SENTENCES);
    Random random = random_begin(suite_get_seed());
    static Tally tally;
    static Drawn drawn;
    bool holds = true;
    while (tally.sentences < wanted && holds) {
        QcdcComparison *comparison = draw_comparison(&random, &drawn);
        holds = comparison != NULL && check_styles(&random, comparison, &tally);
        if (!holds)
            printf("# period %s, bases %s, by %d, depth %d, basis %d\n", drawn.ask.period, drawn.ask.bases, (int)drawn.ask.by,
                   drawn.ask.depth, (int)drawn.ask.basis);
        qcdc_comparison_unref(comparison);
    }
    bool is_whole = print_tally(&tally);
    CU_ASSERT(is_whole || wanted < SENTENCES); /* a quick run need not meet each kind */
    CU_ASSERT(holds && tally.sentences >= wanted);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"every phrase is read back", every_phrase_is_read_back},
    };
    return SUITE_RUN("round-trip-laws", tests, argc, argv);
}
