/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/spoken-private.h"

#include <string.h>

#include "kernel/fault-private.h"
#include "language/letters-private.h"
#include "reading/numeral-private.h"
#include "reading/scene-lexer-private.h"

/* The words of an indicator found before a number: where the verb or name ends, and how much of it was found. */
typedef struct Evidence {
    QcdcIndicatorId indicator;
    uint32_t start, end; /* bytes of the verb or name */
    uint32_t lead;       /* of a rate, whose percent has words of its own: where the verb of its clause begins; else start */
    size_t length;       /* of all words found */
    bool is_follower, is_term, has_rest; /* has_rest: the noun goes on with words of its own */
    bool is_doubtful;    /* another indicator has as much */
} Evidence;

/* Byte @at of the script as it is in small letters. */
static char byte_at(const Scene *scene, uint32_t at)
{
    return scene->folded[at - scene->start];
}

static bool begins_word(const Scene *scene, uint32_t at)
{
    char before = at > scene->start ? byte_at(scene, at - 1) : ' ';

    return strchr(" \n(,;:.\"/-", before) != NULL && byte_at(scene, at) != ' ';
}

/* The last place of @words in @start … @end, or @end. */
static uint32_t find_last(const Scene *scene, uint32_t start, uint32_t end, const char *words)
{
    size_t length = strlen(words);

    if (length == 0 || end - start < length)
        return end;
    for (uint32_t at = end - (uint32_t)length + 1; at-- > start;)
        if (byte_at(scene, at) == words[0] && begins_word(scene, at) && scene_follows(scene, at, words))
            return at;
    return end;
}

/* The noun begins with @words: their bytes, 0 if not. */
static size_t match_noun(const Scene *scene, const Mention *mention, const char *words)
{
    return words[0] != '\0' && scene_follows(scene, mention->end, words) ? strlen(words) : 0;
}

static bool has_word_behind(const Scene *scene, const Mention *mention, size_t length)
{
    uint32_t at = mention->end + 1 + (uint32_t)length + 1; /* a blank before the noun, and one behind it */

    return at < scene->end && byte_at(scene, at - 1) == ' ' && qcdc_letters_has_letter(scene->folded + (at - scene->start), scene->end - at) &&
           mention->noun_end > mention->noun_first && at < scene->tokens[mention->noun_end - 1].end;
}

/* What stands behind the number is the indicator's: its object, its measure, or its short measure; of a percent nothing. */
static bool find_measure(const Scene *scene, const Mention *mention, const Naming *naming, bool is_ratio, Evidence *evidence)
{
    size_t object = match_noun(scene, mention, naming->object), measure = match_noun(scene, mention, naming->measure);
    size_t short_measure = match_noun(scene, mention, naming->short_measure), most = object > measure ? object : measure;

    evidence->is_term = is_ratio && mention->slash == 1;
    if (mention->slash != 0 && !evidence->is_term)
        return false;
    if (evidence->is_term)
        return true;
    if (mention->percent || naming->is_percent)
        return mention->percent && naming->is_percent && !mention->points;
    if ((naming->power > 0) != (mention->scale > 0) && naming->power > 0)
        return false;
    most = most > short_measure ? most : short_measure;
    evidence->length += most;
    evidence->has_rest = most > 0 && has_word_behind(scene, mention, most);
    return most > 0;
}

/* The verb, name or rate's verb that stands nearest before the number, in its clause. */
static bool find_words(const Scene *scene, const Mention *mention, uint32_t start, const Naming *naming, Evidence *evidence)
{
    const char *const words[] = { naming->verb, naming->name, naming->rate_verb };
    uint32_t end = mention->start;

    evidence->start = evidence->end = 0;
    evidence->lead = end;
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
        uint32_t found = find_last(scene, start, end, words[k]), found_end = found + (uint32_t)strlen(words[k]);
        if (found == end || found_end > end)
            continue;
        evidence->length += strlen(words[k]);
        evidence->lead = naming->is_percent && found < evidence->lead ? found : evidence->lead;
        if (found_end > evidence->end) {
            evidence->start = found;
            evidence->end = found_end;
            evidence->is_follower = k == 0 && naming->is_follower;
        }
    }
    evidence->lead = evidence->lead < evidence->start ? evidence->lead : evidence->start;
    return evidence->end > 0;
}

static bool is_better(const Evidence *evidence, const Evidence *best)
{
    if (evidence->end != best->end)
        return evidence->end > best->end;
    return evidence->length > best->length;
}

static Evidence find_evidence(const Namings *namings, const QcdcCatalog *catalog, const Scene *scene, const Mention *mention, uint32_t start)
{
    Evidence best = { .indicator = (QcdcIndicatorId)QCDC_ID_NONE };

    for (size_t k = 0; k < namings->indicators.count; k++) {
        const Naming *naming = namings_get(namings, (QcdcIndicatorId)k);
        Evidence evidence = { .indicator = (QcdcIndicatorId)k };
        bool is_ratio = catalog_indicator(catalog, (QcdcIndicatorId)k)->is_fraction;
        if (!find_measure(scene, mention, naming, is_ratio, &evidence) || !find_words(scene, mention, start, naming, &evidence))
            continue;
        if (best.indicator == (QcdcIndicatorId)QCDC_ID_NONE || is_better(&evidence, &best))
            best = evidence;
        else if (!is_better(&best, &evidence))
            best.is_doubtful = true;
    }
    return best;
}

/* Words that add nothing to what is counted. */
static bool is_plain(const Scene *scene, size_t token)
{
    static const char *const words[] = { "đã", "được", "là", "có", "số", "tổng", "tổng số", "đạt", "kết quả", "đồng thời", "trong", "kỳ", "cũng", NULL };
    const Token *at = &scene->tokens[token];

    if (at->kind == TOKEN_PERIOD || (at->kind == TOKEN_MARK && strchr(",:", at->mark) != NULL))
        return true;
    if (at->kind == TOKEN_CUE)
        return at->cue == CUE_HEDGE || at->cue == CUE_TOTAL || at->cue == CUE_AND || scene_is_one_of(scene, token, words);
    return at->kind == TOKEN_WORD && scene_is_one_of(scene, token, words);
}

/* Between the figure before and this one, of a clause that counts two things, only figures and nouns. */
static bool is_plain_between(const Scene *scene, size_t token, bool is_follower)
{
    const Token *at = &scene->tokens[token];

    if (!is_follower || is_plain(scene, token))
        return is_plain(scene, token);
    return at->kind == TOKEN_WORD || at->kind == TOKEN_NUMBER || (at->kind == TOKEN_CUE && (at->cue == CUE_WITH || at->cue == CUE_RESOLVED)) ||
           (at->kind == TOKEN_MARK && at->mark == '/');
}

static bool are_plain(const Scene *scene, uint32_t start, uint32_t end, bool is_follower)
{
    size_t low = 0, high = scene->token_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (scene->tokens[middle].start < start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < scene->token_count && scene->tokens[low].end <= end; low++) /* "đã giải quyết" is one token, the verb its end */
        if (!is_plain_between(scene, low, is_follower))
            return false;
    return true;
}

/* The last unit named in @start … @end, and where its name ends. */
static QcdcUnitId find_unit(const Namings *namings, const Scene *scene, uint32_t start, uint32_t end, uint32_t *out_end, bool *out_is_named)
{
    QcdcUnitId unit = (QcdcUnitId)QCDC_ID_NONE;

    *out_is_named = false;
    for (uint32_t at = start, behind; at < end; at = behind > at ? behind : at + 1) {
        behind = at;
        if (!begins_word(scene, at))
            continue;
        QcdcUnitId found = namings_find_unit(namings, scene, at, &behind);
        if (behind == at || behind > end)
            continue;
        unit = found;
        *out_end = behind;
        *out_is_named = true;
    }
    return unit;
}

static QcdcPeriod find_period(const Scene *scene, size_t first, size_t token)
{
    for (size_t at = token; at-- > first;) {
        QcdcPeriod period = scene_get_period(scene, at);
        if (period.kind != QCDC_PERIOD_NONE && scene_has_year(period))
            return period;
    }
    return (QcdcPeriod){ 0 };
}

/* Whether nothing but the words of the unit and the indicator stands about the number. */
static bool is_sure(const Scene *scene, const Mention *mention, const Evidence *evidence, uint32_t subject)
{
    if (evidence->is_doubtful || evidence->has_rest || evidence->lead < subject)
        return false;
    return are_plain(scene, subject, evidence->lead, false) && are_plain(scene, evidence->lead, evidence->start, true) &&
           are_plain(scene, evidence->end, mention->start, evidence->is_follower);
}

Spoken spoken_find(const Namings *namings, const QcdcCatalog *catalog, const Scene *scene, const Mention *mention)
{
    size_t first = scene_find_sentence_start(scene, mention->token), clause = scene_find_clause_start(scene, mention->token);
    uint32_t sentence_start = scene->tokens[first].start, clause_start = scene->tokens[clause].start, subject;
    Evidence evidence = find_evidence(namings, catalog, scene, mention, clause_start);
    Spoken spoken = { .unit = (QcdcUnitId)QCDC_ID_NONE, .indicator = evidence.indicator };
    bool is_named;

    if (evidence.indicator == (QcdcIndicatorId)QCDC_ID_NONE)
        return spoken;
    subject = sentence_start;
    spoken.unit = find_unit(namings, scene, sentence_start, evidence.start, &subject, &is_named);
    if (is_named && spoken.unit == (QcdcUnitId)QCDC_ID_NONE)
        spoken.indicator = (QcdcIndicatorId)QCDC_ID_NONE;
    subject = subject > clause_start || !is_named ? subject : clause_start;
    spoken.period = find_period(scene, first, mention->token);
    spoken.power = namings_get(namings, evidence.indicator)->power;
    spoken.is_term = evidence.is_term;
    spoken.is_sure = QCDC_FAULT("spoken-sure", is_sure(scene, mention, &evidence, subject), true);
    return spoken;
}
