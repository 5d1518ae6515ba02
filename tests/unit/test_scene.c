/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "reading/scene-private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scene-rows.h"

#include "expect.h"
#include "kernel/sanitizer-private.h"
#include "language/letters-private.h"
#include "reading/cue-words-private.h"
#include "suite.h"

#if QCDC_HAS_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#define IS_FENCED(place) (__asan_address_is_poisoned(place) == 1)
#else
#define IS_FENCED(place) true
#endif

enum {
    TOLD_SIZE = 1 << 14
};

static Arena arena;
static Script script;
static Passage passage;
static Scene scene;

static const char *const cue_names[] =
    {"none", "up", "down", "higher", "lower", "unchanged", "compared", "same-period", "before", "index", "times", "multiple", "double",
     "triple", "points", "score", "places", "share", "reach", "rate", "exceed", "miss", "plan", "target", "of-which", "comprising",
     "remainder", "from", "to-up", "to-down", "into", "until", "rank", "average", "each", "per-year", "growth", "contribute", "total",
     "opening", "received", "resolved", "remaining", "hedge", "and", "with", "of"};
static const char *const kind_names[] = {"", "year", "date", "period", "document", "section", "name", "bound", "range"};
static const char *const hedge_names[] = {"", "~above", "~below", "~least", "~most", "~about", "~estimate"};

/* The scene of one passage, which @text is. */
static QcdcStatus read_text(const char *text)
{
    arena.limit = SIZE_MAX / 2;
    script = (Script){.input = text, .input_length = strlen(text), .bytes = (char *)text, .length = (uint32_t)strlen(text)};
    passage = (Passage){.start = 0, .end = script.length};
    return scene_read(&scene, &arena, &script, &passage, 0, script.length, NULL);
}

static size_t tell_period(QcdcPeriod period, char *out, size_t size)
{
    char label[QCDC_PERIOD_TEXT_SIZE];
    if (scene_has_year(period)) {
        qcdc_period_to_text(period, label, sizeof label);
        return (size_t)snprintf(out, size, "@%s", label);
    }
    return (size_t)snprintf(out, size, "@?%d+%d", (int)period.start + 1, (int)period.count);
}

/* "#187", "#31.8%", "#1648|1.648", "#5:period", "#175~above", "#62/1". A last digit that is not the value's own is told:
 * "#1500000000^8". */
static size_t tell_mention(const Mention *mention, char *out, size_t size)
{
    char value[QCDC_DECIMAL_TEXT_SIZE], other[QCDC_DECIMAL_TEXT_SIZE], power[16] = "", slash[8] = "";
    qcdc_decimal_to_text(mention->value, value, sizeof value);
    qcdc_decimal_to_text(mention->other, other, sizeof other);
    if (mention->last_power != -(int)mention->value.decimals)
        snprintf(power, sizeof power, "^%d", mention->last_power);
    if (mention->slash > 0)
        snprintf(slash, sizeof slash, "/%u", (unsigned)mention->slash);
    return (size_t)snprintf(out, size, "#%s%s%s%s%s%s%s%s%s%s%s", mention->sign > 0 ? "+" : "", value, mention->has_other ? "|" : "",
                            mention->has_other ? other : "",
                            mention->percent ? "%" : mention->points ? "pp" : "", power, mention->is_word ? "w" : "", slash,
                                hedge_names[mention->hedge],
                            mention->kind == MENTION_FIGURE ? "" : ":", kind_names[mention->kind]);
}

static size_t tell_token(const Token *token, char *out, size_t size)
{
    switch (token->kind) {
    case TOKEN_CUE:
        return (size_t)snprintf(out, size, "<%s>", cue_names[token->cue]);
    case TOKEN_NUMBER:
        return tell_mention(&scene.mentions[token->index], out, size);
    case TOKEN_PERIOD:
        return tell_period(scene.periods[token->index], out, size);
    case TOKEN_MARK:
        return (size_t)snprintf(out, size, "%c", token->mark);
    default:
        return (size_t)snprintf(out, size, "%.*s", (int)(token->end - token->start), script.bytes + token->start);
    }
}

/* What the text was cut into, one blank between. */
static const char *tell(const char *text)
{
    static char told[TOLD_SIZE];
    size_t length = 0;
    told[0] = '\0';
    CU_ASSERT_EQUAL_FATAL(read_text(text), QCDC_OK);
    for (size_t i = 0; i < scene.token_count && length < sizeof told - 256; i++) {
        if (i > 0)
            told[length++] = ' ';
        length += tell_token(&scene.tokens[i], told + length, sizeof told - length);
    }
    return told;
}

static void expect_rows(const SceneRow *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (getenv("SCENE_PRINT") != NULL)
            printf("# %s\n#   %s\n", rows[i].text, tell(rows[i].text));
        else
            expect_text(rows[i].text, tell(rows[i].text), rows[i].wanted);
    }
}

#define EXPECT_ROWS(rows) expect_rows((rows), sizeof(rows) / sizeof(rows)[0])

static void numbers_are_read(void)
{
    EXPECT_ROWS(number_rows);
}

static void hedges_are_bound(void)
{
    EXPECT_ROWS(hedge_rows);
}

static void what_is_no_figure_is_told(void)
{
    EXPECT_ROWS(other_rows);
}

static void periods_are_whole(void)
{
    EXPECT_ROWS(period_rows);
}

static void cues_are_found(void)
{
    EXPECT_ROWS(cue_rows);
}

static void lines_and_ranges_are_bound(void)
{
    EXPECT_ROWS(line_rows);
}

/* ---- nouns ---- */

static const Mention *find_figure(size_t number)
{
    for (size_t i = 0; i < scene.mention_count; i++)
        if (scene.mentions[i].kind == MENTION_FIGURE && number-- == 0)
            return &scene.mentions[i];
    return NULL;
}

static void expect_noun(const char *text, size_t number, const char *wanted)
{
    char noun[256] = "";
    size_t length = 0;
    CU_ASSERT_EQUAL_FATAL(read_text(text), QCDC_OK);
    const Mention *mention = find_figure(number);
    CU_ASSERT_PTR_NOT_NULL_FATAL(mention);
    for (uint32_t at = mention->noun_first; at < mention->noun_end; at++)
        length += (size_t)snprintf(noun + length, sizeof noun - length, "%s%.*s", length > 0 ? " " : "",
                                   (int)(scene.tokens[at].end - scene.tokens[at].start),
                                   script.bytes + scene.tokens[at].start);
    expect_text(text, noun, wanted);
}

static void nouns_follow_their_numbers(void)
{
    expect_noun("tiếp 428 lượt người với 426 vụ việc", 0, "lượt người");
    expect_noun("tiếp 428 lượt người với 426 vụ việc", 1, "vụ việc");
    expect_noun("62/77 đơn, đạt 80,5%", 0, "đơn");
    expect_noun("62/77 đơn, đạt 80,5%", 1, "đơn");
    expect_noun("866 lượt/964 lượt người", 0, "lượt");
    expect_noun("139ha cây thảo quả, 22ha", 0, "ha cây thảo quả");
    expect_noun("ban hành 12 kế hoạch; 05 quyết định", 0, "kế hoạch");
    expect_noun("tăng 21 bậc so với năm 2021", 0, "bậc");
    expect_noun("tổ chức 03 lần", 0, "lần");
    expect_noun("đạt 100,7% kế hoạch", 0, "");
    expect_noun("đạt 80,5%", 0, "");
    expect_noun("12 xã năm 2022", 0, "xã");
    expect_noun("12 điểm cầu", 0, "điểm cầu");
}

static bool share_noun(const char *text, size_t left, size_t right)
{
    CU_ASSERT_EQUAL_FATAL(read_text(text), QCDC_OK);
    return mention_shares_noun(find_figure(left), find_figure(right));
}

static void nouns_are_compared_by_their_first_word(void)
{
    CU_ASSERT(share_noun("487 lượt người, tăng 194 lượt", 0, 1));
    CU_ASSERT(share_noun("487 Lượt người, tăng 194 LƯỢT", 0, 1));
    CU_ASSERT(share_noun("487 lượt người, tăng 194", 0, 1));
    CU_ASSERT_FALSE(share_noun("487 lượt người với 480 vụ việc", 0, 1));
    CU_ASSERT_EQUAL_FATAL(read_text("3 đơn khiếu nại, 5 đơn tố cáo, 8 đơn khiếu nại"), QCDC_OK);
    CU_ASSERT_EQUAL(scene.mentions[0].noun_key, scene.mentions[2].noun_key);
    CU_ASSERT_NOT_EQUAL(scene.mentions[0].noun_key, scene.mentions[1].noun_key);
}

static void measures_are_told(void)
{
    static const struct {
        const char *text;
        bool measure;
    } cases[] =
        {{"139ha", true}, {"366 ha", true}, {"98,82 tấn cho", true}, {"12 km đường", true}, {"50 m² sàn", true}, {"69 điểm", true},
         {"174 đơn", false}, {"1 đơn/km2", true}, {"174 đơn/5 xã", false},
                 {"12 hộ", false}, {"12 kế hoạch", false}, {"5 mẫu vật", true}, {"30 halogen", false}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        CU_ASSERT_EQUAL_FATAL(read_text(cases[i].text), QCDC_OK);
        expect_number(cases[i].text, scene.mentions[0].is_measure, cases[i].measure);
    }
}

/* ---- brackets, sentences, clauses ---- */

static void brackets_are_linked(void)
{
    static const char text[] = "12 (3 (4) 5)) ( 6";
    CU_ASSERT_EQUAL_FATAL(read_text(text), QCDC_OK);
    static const size_t partners[][2] = {{1, 7}, {3, 5}, {5, 3}, {7, 1}, {8, 8}, {9, 9}};
    for (size_t i = 0; i < sizeof partners / sizeof partners[0]; i++)
        expect_number(text, scene.tokens[partners[i][0]].index, (int64_t)partners[i][1]);
}

static void labels_close_no_bracket(void)
{
    CU_ASSERT_EQUAL_FATAL(read_text("(gồm:\na) 3 xã;\n1) 4 phường)"), QCDC_OK);
    CU_ASSERT_EQUAL(scene.tokens[0].index, scene.token_count - 1);
    CU_ASSERT_EQUAL_FATAL(read_text("a) Xã (3 hộ)"), QCDC_OK);
    CU_ASSERT_EQUAL(scene.tokens[1].index, 1);
}

/* The tokens of the sentence and of the clause of token @at, as "a-b c-d". */
static void expect_bounds(const char *text, size_t at, const char *wanted)
{
    char told[64];
    CU_ASSERT_EQUAL_FATAL(read_text(text), QCDC_OK);
    snprintf(told, sizeof told, "%zu-%zu %zu-%zu", scene_find_sentence_start(&scene, at), scene_find_sentence_end(&scene, at),
             scene_find_clause_start(&scene, at),
             scene_find_clause_end(&scene, at));
    expect_text(text, told, wanted);
}

static void sentences_and_clauses_are_bounded(void)
{
    /* 0 Có 1 3 2 xã 3 ; 4 5 5 hộ 6 . 7 Thêm 8 2 9 . */
    expect_bounds("Có 3 xã; 5 hộ. Thêm 2.", 1, "0-7 0-3");
    expect_bounds("Có 3 xã; 5 hộ. Thêm 2.", 4, "0-7 4-7");
    expect_bounds("Có 3 xã; 5 hộ. Thêm 2.", 8, "7-10 7-10");
    /* 0 Có 1 3 2 xã 3 ( 4 a 5 ; 6 b 7 ) 8 và 9 5 */
    expect_bounds("Có 3 xã (a; b) và 5", 1, "0-10 0-10");
    expect_bounds("Có 3 xã (a; b) và 5", 9, "0-10 0-10");
    expect_bounds("Có 3 xã (a; b) và 5", 4, "0-10 4-5");
    expect_bounds("Có 3 xã (a; b) và 5", 6, "0-10 6-7");
    /* a full stop in a bracket ends no sentence outside it */
    expect_bounds("Có 3 (a. Xã) và 5", 1, "0-9 0-9");
    expect_bounds("Có 3 (a. Xã) và 5", 8, "0-9 0-9");
    expect_bounds("", 0, "0-0 0-0");
}

static void sentences_end_at_full_stops(void)
{
    static const struct {
        const char *text;
        size_t sentences;
    } cases[] =
        {{"Một. Hai. Ba", 3}, {"TP. Lạng Sơn. Tp. Pleiku", 2}, {"xã, phường... Qua đó", 2}, {"xã, phường... được", 1},
         {"đạt 84,7%. 12 xã", 2}, {"laichau.gov.vn và", 1},
                 {"Có không? Có! Có", 3}, {"(Hết.) Sau đó", 2}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t count = 0;
        CU_ASSERT_EQUAL_FATAL(read_text(cases[i].text), QCDC_OK);
        for (size_t at = 0; at < scene.token_count; at++)
            count += scene.tokens[at].starts_sentence;
        expect_number(cases[i].text, (int64_t)count, (int64_t)cases[i].sentences);
    }
}

static void lines_are_told(void)
{
    CU_ASSERT_EQUAL_FATAL(read_text("Gồm:\n- 3 xã;\n- 4 phường"), QCDC_OK);
    CU_ASSERT(scene.tokens[2].starts_line && scene.tokens[6].starts_line);
    CU_ASSERT_FALSE(scene.tokens[3].starts_line || scene.tokens[2].starts_sentence);
}

static void tokens_are_asked_for(void)
{
    CU_ASSERT_EQUAL_FATAL(read_text("Toàn tỉnh có 5 xã, năm 2022 (số 3)"), QCDC_OK);
    CU_ASSERT(scene_is_word(&scene, 0, "toàn") && scene_has_words(&scene, 0, "toàn tỉnh"));
    CU_ASSERT_FALSE(scene_is_word(&scene, 0, "toà") || scene_has_words(&scene, 0, "toàn tỉ") || scene_has_words(&scene, 0, "tỉnh"));
    CU_ASSERT(scene_get_figure(&scene, 3) != NULL && scene_get_figure(&scene, 2) == NULL && scene_get_figure(&scene, 99) == NULL);
    CU_ASSERT(scene_get_figure(&scene, 9) == NULL && scene_get_mention(&scene, 9) != NULL);
    CU_ASSERT_EQUAL(scene_get_period(&scene, 6).kind, QCDC_PERIOD_YEAR);
    CU_ASSERT_EQUAL(scene_get_period(&scene, 5).kind, QCDC_PERIOD_NONE);
    CU_ASSERT_PTR_EQUAL(scene_find_next_figure(&scene, 0, scene.token_count), &scene.mentions[0]);
    CU_ASSERT_PTR_NULL(scene_find_next_figure(&scene, 4, scene.token_count));
    CU_ASSERT_PTR_EQUAL(scene_find_previous_figure(&scene, scene.token_count, 0), &scene.mentions[0]);
    CU_ASSERT_PTR_NULL(scene_find_previous_figure(&scene, 3, 0));
    CU_ASSERT(scene_is_mark(&scene, 5, ',') && !scene_is_mark(&scene, scene.token_count, ','));
}

/* ---- cues ---- */

static void spellings_are_in_order(void)
{
    size_t count;
    const CueWord *words = cue_get_words(&count);
    for (size_t i = 1; i < count; i++)
        expect(strcmp(words[i - 1].text, words[i].text) < 0, words[i].text, "stands behind a greater one");
}

static void every_spelling_is_found(void)
{
    size_t count, length;
    const CueWord *words = cue_get_words(&count);
    for (size_t i = 0; i < count; i++) {
        const CueWord *found = cue_find_word(words[i].text, strlen(words[i].text));
        expect(found == &words[i], words[i].text, "is not found");
        expect_number(words[i].text, cue_find(words[i].text, strlen(words[i].text), &length), words[i].cue);
    }
}

static void cues_are_whole_words(void)
{
    size_t length;
    CU_ASSERT_EQUAL(cue_find("tăng thêm 3", strlen("tăng "), &length), CUE_UP);
    CU_ASSERT_EQUAL(length, strlen("tăng"));
    CU_ASSERT_EQUAL(cue_find("tăngthêm", strlen("tăngthêm"), &length), CUE_NONE);
    CU_ASSERT_EQUAL(length, 0);
    CU_ASSERT_EQUAL(cue_find("kh5", 3, &length), CUE_NONE);
    CU_ASSERT_EQUAL(cue_find("", 0, &length), CUE_NONE);
    CU_ASSERT_EQUAL(cue_find("đặc điểm", strlen("đặc điểm"), &length), CUE_NONE);
}

static void capitals_are_folded(void)
{
    static const char text[] = "AZ ĂÂĐÊÔƠƯ ÀẢÃÁẠ ỲỶỸÝỴ ƯỜ 5%\xFF", wanted[] = "az ăâđêôơư àảãáạ ỳỷỹýỵ ườ 5%\xFF";
    char folded[sizeof text] = "";
    CU_ASSERT_EQUAL(sizeof text, sizeof wanted);
    qcdc_letters_fold(text, sizeof text - 1, folded);
    expect_text(text, folded, wanted);
}

/* ---- anything ---- */

/* A scene is read again and again in the same arrays, and nothing of the passage before is left. */
static void a_scene_is_used_again(void)
{
    CU_ASSERT_EQUAL_FATAL(read_text("Năm 2021: 3 xã (gồm 4 thôn), tăng 5,5% so với năm 2020"), QCDC_OK);
    expect_text("again", tell("5 xã"), "#5 xã");
    CU_ASSERT_EQUAL(scene.mention_count, 1);
    CU_ASSERT_EQUAL(scene.period_count, 0);
    CU_ASSERT_EQUAL(scene.tokens[scene.token_count].kind, TOKEN_END);
}

static void check_tokens(const char *text)
{
    uint32_t end = 0;
    for (size_t i = 0; i < scene.token_count; i++) {
        const Token *token = &scene.tokens[i];
        expect(token->start >= end && token->end > token->start && token->end <= scene.end, text, "tokens overlap");
        expect(token->sentence_start <= i && token->sentence_end > i && token->clause_start <= i, text, "bounds");
        end = token->end;
    }
    for (size_t i = 0; i < scene.mention_count; i++) {
        const Mention *mention = &scene.mentions[i];
        expect(mention->token < scene.token_count && mention->noun_first <= mention->noun_end && mention->noun_end <= scene.token_count,
               text, "mention");
        expect(mention->slash != 1 || (i + 1 < scene.mention_count && mention[1].slash == 2), text, "a line without its lower side");
        expect(mention->kind != MENTION_FIGURE || qcdc_decimal_is_valid(mention->value), text, "value");
    }
}

/* What a longer text left behind the end is out of reach of a shorter one: only the sanitizers' build can tell. */
static void room_behind_the_end_is_fenced(void)
{
    CU_ASSERT_FATAL(read_text("Năm 2023 có 12 hộ, năm 2024 có 15 hộ, tăng 3 hộ.") == QCDC_OK);
    CU_ASSERT_FATAL(read_text("Có 7 hộ.") == QCDC_OK && scene.token_capacity > scene.token_count + 1 && scene.mention_capacity > scene.mention_count);
    CU_ASSERT(scene.tokens[scene.token_count].kind == TOKEN_END);
    CU_ASSERT(IS_FENCED(&scene.tokens[scene.token_count + 1]));
    CU_ASSERT(IS_FENCED(&scene.mentions[scene.mention_count]));
    CU_ASSERT(IS_FENCED(&scene.periods[scene.period_count]));
    CU_ASSERT(IS_FENCED(&scene.folded[strlen("Có 7 hộ.") + 1]));
}

/* Pieces that begin something, in every order of three. */
static void no_bytes_break_it(void)
{
    static const char *const pieces[] =
        {"5", "-", "/", ".", ",", " ", "%", "(", ")", "năm", "2022", "\n", "\xE1\xBB", "\xFF", "+", "tỷ", ":", "h", "QĐ", "từ", "điểm",
         "999999999999999999", "0", "số", "…", "x", "tháng 9", "\""};
    enum { COUNT = sizeof pieces / sizeof pieces[0] };
    for (size_t i = 0; i < (size_t)COUNT * COUNT * COUNT; i++) {
        char text[96];
        snprintf(text, sizeof text, "%s%s%s%s", pieces[i % COUNT], pieces[i / COUNT % COUNT], pieces[i / COUNT / COUNT], pieces[i % COUNT]);
        if (!expect(read_text(text) == QCDC_OK, text, "is not read"))
            return;
        check_tokens(text);
    }
}

static void memory_that_fails_is_told(void)
{
    static const char text[] = "Năm 2022 có 3 xã (gồm 4 thôn), tăng 5,5% so với 2021";
    for (size_t limit = 0; limit < 16384; limit += 64) {
        Arena small = {.limit = limit};
        Scene made = {0};
        QcdcError error = {0};
        script = (Script){.input = text, .input_length = sizeof text - 1, .bytes = (char *)text, .length = sizeof text - 1};
        QcdcStatus status = scene_read(&made, &small, &script, &passage, 0, script.length, &error);
        expect(status == QCDC_OK || (status == QCDC_STATUS_MEMORY && error.status == status && made.token_count == 0), text, "memory");
        scene_release(&made, &small);
        CU_ASSERT_EQUAL(small.used, 0);
    }
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        {"numbers are read", numbers_are_read},
        {"hedges are bound", hedges_are_bound},
        {"what is no figure is told", what_is_no_figure_is_told},
        {"periods are whole", periods_are_whole},
        {"cues are found", cues_are_found},
        {"lines and ranges are bound", lines_and_ranges_are_bound},
        {"nouns follow their numbers", nouns_follow_their_numbers},
        {"nouns are compared by their first word", nouns_are_compared_by_their_first_word},
        {"measures are told", measures_are_told},
        {"brackets are linked", brackets_are_linked},
        {"labels close no bracket", labels_close_no_bracket},
        {"sentences and clauses are bounded", sentences_and_clauses_are_bounded},
        {"sentences end at full stops", sentences_end_at_full_stops},
        {"lines are told", lines_are_told},
        {"tokens are asked for", tokens_are_asked_for},
        {"spellings are in order", spellings_are_in_order},
        {"every spelling is found", every_spelling_is_found},
        {"cues are whole words", cues_are_whole_words},
        {"capitals are folded", capitals_are_folded},
        {"a scene is used again", a_scene_is_used_again},
        {"room behind the end is fenced", room_behind_the_end_is_fenced},
        {"no bytes break it", no_bytes_break_it},
        {"memory that fails is told", memory_that_fails_is_told},
    };
    int result = SUITE_RUN("scene", tests, argc, argv);
    scene_release(&scene, &arena);
    return result;
}
