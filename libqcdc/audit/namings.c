/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "audit/namings-private.h"

#include <qcdc/text.h>
#include <stdlib.h>
#include <string.h>

#include "language/letters-private.h"
#include "reading/numeral-private.h"
#include "reading/scene-lexer-private.h"

/* A text of the catalog composed and in small letters, kept by the namings; NULL when there is no memory. */
static const char *keep_folded(Namings *namings, const char *words)
{
    size_t length = qcdc_text_compose(words, strlen(words), NULL, 0);
    char *composed = memory_try_new(length + 1, 2);
    const char *kept = NULL;

    if (composed == NULL)
        return NULL;
    qcdc_text_compose(words, strlen(words), composed, length + 1);
    qcdc_letters_fold(composed, length, composed + length + 1);
    kept = string_pool_keep(&namings->strings, composed + length + 1, length);
    qcdc_free(composed);
    return kept;
}

/* Without the scale word, whose power is told. */
static const char *skip_scale(const char *measure, uint8_t *out_power)
{
    uint32_t length = 0;
    unsigned power = numeral_find_scale(measure, strlen(measure), &length);

    if (power == 0 || measure[length] != ' ')
        return measure;
    *out_power = (uint8_t)power;
    return measure + length + 1;
}

static bool is_same_clause(const Indicator *indicator, const Indicator *before)
{
    const char *clause = indicator->texts[QCDC_INDICATOR_CLAUSE];

    return before != NULL && clause[0] != '\0' && strcmp(clause, "-") != 0 && strcmp(clause, before->texts[QCDC_INDICATOR_CLAUSE]) == 0;
}

static QcdcStatus add_indicator(Namings *namings, const QcdcCatalog *catalog, QcdcIndicatorId id, QcdcError *error)
{
    const Indicator *indicator = catalog_indicator(catalog, id), *before = id > 0 ? catalog_indicator(catalog, id - 1) : NULL;
    Naming *naming = ARRAY_ADD(&namings->indicators, Naming);
    uint8_t short_power = 0;

    if (naming == NULL)
        return memory_fail(error);
    naming->measure = keep_folded(namings, indicator->texts[QCDC_INDICATOR_MEASURE]);
    naming->short_measure = keep_folded(namings, indicator->texts[QCDC_INDICATOR_SHORT_MEASURE]);
    naming->verb = keep_folded(namings, indicator->texts[QCDC_INDICATOR_VERB]);
    naming->rate_verb = keep_folded(namings, indicator->texts[QCDC_INDICATOR_RATE_VERB]);
    naming->name = keep_folded(namings, indicator->texts[QCDC_INDICATOR_NAME]);
    naming->object = keep_folded(namings, indicator->texts[QCDC_INDICATOR_OBJECT]);
    if (naming->measure == NULL || naming->short_measure == NULL || naming->verb == NULL || naming->rate_verb == NULL || naming->name == NULL ||
        naming->object == NULL)
        return memory_fail(error);
    naming->is_percent = strcmp(naming->measure, "%") == 0;
    naming->measure = skip_scale(naming->measure, &naming->power);
    naming->short_measure = skip_scale(naming->short_measure, &short_power);
    if (strncmp(naming->verb, "đã ", strlen("đã ")) == 0) /* lists leave it out */
        naming->verb += strlen("đã ");
    if (naming->verb[0] == '\0' && is_same_clause(indicator, before)) {
        naming->verb = naming[-1].verb;
        naming->is_follower = true;
    }
    return QCDC_OK;
}

static bool is_word_byte(char byte)
{
    return (unsigned char)byte >= 0x80 || qcdc_letters_is_digit(byte) || (byte >= 'a' && byte <= 'z');
}

static uint32_t hash_first_word(const char *words)
{
    uint32_t hash = UINT32_C(2166136261);

    for (; is_word_byte(*words); words++)
        hash = (hash ^ (unsigned char)*words) * UINT32_C(16777619);
    return hash;
}

static QcdcStatus add_unit_words(Namings *namings, QcdcUnitId unit, const char *words, QcdcError *error)
{
    const char *folded = keep_folded(namings, words);
    UnitNaming *naming;

    if (folded == NULL)
        return memory_fail(error);
    if (folded[0] == '\0')
        return QCDC_OK;
    naming = ARRAY_ADD(&namings->units, UnitNaming);
    if (naming == NULL)
        return memory_fail(error);
    *naming = (UnitNaming){ hash_first_word(folded), folded, strlen(folded), unit };
    return QCDC_OK;
}

static QcdcStatus add_unit(Namings *namings, const QcdcCatalog *catalog, QcdcUnitId unit, QcdcPeriod at, QcdcError *error)
{
    QcdcStatus status = add_unit_words(namings, unit, qcdc_catalog_get_unit_text(catalog, unit, at, QCDC_UNIT_NAME), error);

    if (status == QCDC_OK)
        status = add_unit_words(namings, unit, qcdc_catalog_get_unit_text(catalog, unit, at, QCDC_UNIT_TEXT_NAME), error);
    return status;
}

static int compare_units(const void *left, const void *right)
{
    const UnitNaming *a = left, *b = right;

    if (a->hash != b->hash)
        return a->hash > b->hash ? 1 : -1;
    if (a->length != b->length)
        return a->length < b->length ? 1 : -1;
    return memcmp(a->words, b->words, a->length);
}

QcdcStatus namings_make(Namings *namings, const QcdcCatalog *catalog, QcdcPeriod at, QcdcError *error)
{
    QcdcStatus status = QCDC_OK;

    /* so that the one before stays in its place while the next is made */
    if (!array_reserve(&namings->indicators, catalog_indicator_count(catalog), sizeof(Naming)))
        return memory_fail(error);
    for (size_t k = 0; k < catalog_indicator_count(catalog) && status == QCDC_OK; k++)
        status = add_indicator(namings, catalog, (QcdcIndicatorId)k, error);
    for (size_t k = 0; k < catalog_unit_count(catalog) && status == QCDC_OK; k++)
        status = add_unit(namings, catalog, (QcdcUnitId)k, at, error);
    if (namings->units.count > 0)
        qsort(namings->units.items, namings->units.count, sizeof(UnitNaming), compare_units);
    return status;
}

void namings_clear(Namings *namings)
{
    array_clear(&namings->indicators);
    array_clear(&namings->units);
    string_pool_clear(&namings->strings);
}

const Naming *namings_get(const Namings *namings, QcdcIndicatorId indicator)
{
    return &ARRAY_AT(&namings->indicators, Naming, indicator);
}

static size_t find_hash(const Namings *namings, uint32_t hash)
{
    size_t low = 0, high = namings->units.count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ARRAY_AT(&namings->units, UnitNaming, middle).hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether another unit is called the same: it stands beside in the order. */
static bool is_shared(const Namings *namings, size_t index)
{
    const UnitNaming *naming = &ARRAY_AT(&namings->units, UnitNaming, index);

    for (size_t k = index + 1; k < namings->units.count; k++) {
        const UnitNaming *next = &ARRAY_AT(&namings->units, UnitNaming, k);
        if (compare_units(naming, next) != 0)
            return false;
        if (next->unit != naming->unit)
            return true;
    }
    return false;
}

QcdcUnitId namings_find_unit(const Namings *namings, const Scene *scene, uint32_t at, uint32_t *out_end)
{
    uint32_t hash = hash_first_word(scene->folded + (at - scene->start));

    *out_end = at;
    for (size_t k = find_hash(namings, hash); k < namings->units.count; k++) {
        const UnitNaming *naming = &ARRAY_AT(&namings->units, UnitNaming, k);
        if (naming->hash != hash)
            break;
        if (!scene_follows(scene, at, naming->words))
            continue;
        *out_end = at + (uint32_t)naming->length;
        return is_shared(namings, k) ? (QcdcUnitId)QCDC_ID_NONE : naming->unit;
    }
    return (QcdcUnitId)QCDC_ID_NONE;
}
