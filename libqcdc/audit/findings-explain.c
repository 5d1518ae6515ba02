/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <qcdc/audit.h>
#include <qcdc/number.h>
#include <qcdc/period-name.h>
#include <string.h>

#include "audit/finding-words-private.h"
#include "kernel/error-private.h"
#include "kernel/fault-private.h"
#include "model/catalog-private.h"
#include "model/quote-private.h"

/* A finding being put in words. */
typedef struct Explaining {
    const QcdcCatalog *catalog; /* (nullable) */
    QcdcLanguage language;
    const FindingWords *words;
    QcdcFinding finding;
    QcdcPeriod period; /* kind NONE: none */
    Text text;
} Explaining;

/* Cleaned: names and messages of the bundle will be shown on terminals, a line a finding. */
static void say(Explaining *explaining, const char *words)
{
    text_append_clean(&explaining->text, words, strlen(words));
}

static void say_place(Explaining *explaining)
{
    const QcdcFinding *finding = &explaining->finding;

    if (finding->file[0] == '\0')
        return;
    say(explaining, finding->file);
    if (finding->row > 0) {
        say(explaining, ":");
        text_append_number(&explaining->text, finding->row);
    }
    if (finding->row > 0 && finding->column > 0) {
        say(explaining, ":");
        text_append_number(&explaining->text, finding->column);
    }
    say(explaining, ": ");
}

/* As people write it; what is no number stays as it is. */
static void say_number(Explaining *explaining, const char *canonical)
{
    QcdcNumberFormat format = { .language = explaining->language };
    char buffer[QCDC_NUMBER_TEXT_SIZE];
    QcdcDecimal value;

    if (qcdc_decimal_parse(canonical, strlen(canonical), &value, NULL) != QCDC_OK) {
        say(explaining, canonical);
        return;
    }
    qcdc_number_to_text(value, &format, buffer, sizeof buffer);
    say(explaining, buffer);
}

static const char *find_unit_name(const Explaining *explaining)
{
    const char *code = explaining->finding.unit;
    QcdcUnitId unit;

    if (explaining->catalog == NULL || qcdc_catalog_find_unit(explaining->catalog, code, explaining->period, &unit, NULL) != QCDC_OK)
        return code;
    return qcdc_catalog_get_unit_text(explaining->catalog, unit, explaining->period, QCDC_UNIT_NAME);
}

static const char *find_indicator_name(const Explaining *explaining)
{
    const char *code = explaining->finding.indicator;
    QcdcIndicatorId indicator;

    if (explaining->catalog == NULL || qcdc_catalog_find_indicator(explaining->catalog, code, &indicator, NULL) != QCDC_OK)
        return code;
    return catalog_indicator_words(explaining->catalog, indicator, QCDC_INDICATOR_NAME,
                                   explaining->language == QCDC_LANGUAGE_EN);
}

/* Tỉnh A, năm 2022, Lượt tiếp: */
static void say_subject(Explaining *explaining)
{
    char name[QCDC_PERIOD_NAME_SIZE] = "";
    const char *parts[] = { "", name, "" };
    bool is_first = true;

    if (explaining->finding.unit[0] != '\0')
        parts[0] = find_unit_name(explaining);
    if (explaining->period.kind != QCDC_PERIOD_NONE)
        qcdc_period_to_name(explaining->period, explaining->language, name, sizeof name);
    if (explaining->finding.indicator[0] != '\0')
        parts[2] = find_indicator_name(explaining);
    for (size_t k = 0; k < sizeof parts / sizeof parts[0]; k++) {
        if (parts[k][0] == '\0')
            continue;
        say(explaining, is_first ? "" : ", ");
        say(explaining, parts[k]);
        is_first = false;
    }
    say(explaining, is_first ? "" : ": ");
}

static void say_side(Explaining *explaining, const char *noun, const char *value)
{
    say(explaining, noun);
    if (strcmp(noun, "1") == 0)
        return;
    say(explaining, " ");
    say_number(explaining, value);
}

static const Rule *find_own_rule(const Explaining *explaining)
{
    return explaining->catalog != NULL ? catalog_find_rule(explaining->catalog, explaining->finding.rule) : NULL;
}

/* Of an operator that is not "=" equal sides too can be what does not fit. */
static bool is_condition_of_bundle(const Explaining *explaining)
{
    const Rule *rule = find_own_rule(explaining);

    return rule != NULL && rule->left != NULL && rule->comparison != FORM_EQUAL;
}

/* số tổng đơn vị báo cáo 31 chưa khớp với tổng số liệu … 30 (chênh lệch 1), đề nghị rà soát. */
static void say_figures(Explaining *explaining, const RuleWords *rule)
{
    const QcdcFinding *finding = &explaining->finding;

    bool is_condition = is_condition_of_bundle(explaining);

    if (rule->right[0] == '\0') {
        say(explaining, rule->left);
    } else if (finding->left[0] == '\0' || finding->right[0] == '\0') {
        say(explaining, explaining->words->differs_alone);
    } else {
        say_side(explaining, rule->left, finding->left);
        say(explaining, is_condition   ? explaining->words->against :
                        rule->is_above ? explaining->words->above :
                                         explaining->words->differs);
        say_side(explaining, rule->right, finding->right);
        say(explaining, " (");
        say(explaining, explaining->words->difference);
        say_number(explaining, finding->difference);
        say(explaining, ")");
        say(explaining, is_condition ? explaining->words->unmet : "");
    }
    if (rule->is_above && explaining->language != QCDC_LANGUAGE_EN) {
        say(explaining, ", ");
        say(explaining, explaining->words->differs_alone);
    }
    say(explaining, explaining->words->review);
}

static void say_sentence(Explaining *explaining, const char *sentence)
{
    if (sentence[0] == '\0')
        return;
    say(explaining, " ");
    say(explaining, sentence);
}

static bool ends_sentence(const char *words)
{
    size_t length = strlen(words);

    return length > 0 && strchr(".!?", words[length - 1]) != NULL;
}

/* A rule of rules.csv means what it says: its message and its two forms. */
static void say_own_rule(Explaining *explaining)
{
    const Rule *rule = find_own_rule(explaining);

    if (rule == NULL)
        return;
    say_sentence(explaining, explaining->words->rule);
    say(explaining, rule->texts[QCDC_RULE_RULE]);
    say(explaining, ".");
    if (rule->texts[QCDC_RULE_MESSAGE][0] == '\0')
        return;
    say_sentence(explaining, rule->texts[QCDC_RULE_MESSAGE]);
    say(explaining, QCDC_FAULT("explain-full-stop", ends_sentence(rule->texts[QCDC_RULE_MESSAGE]), false) ? "" : ".");
}

/* Where the data of a text's figure stand, if they are one row's: the finding's own place is in the text. */
static void say_cells(Explaining *explaining)
{
    const QcdcFinding *finding = &explaining->finding;

    if (finding->cell_count == 0 || finding->cells[0].file[0] == '\0')
        return;
    say_sentence(explaining, explaining->words->data_at);
    say(explaining, finding->cells[0].file);
    say(explaining, ":");
    text_append_number(&explaining->text, finding->cells[0].row);
    say(explaining, ".");
}

static void say_reading(Explaining *explaining)
{
    const char *reading = explaining->finding.reading;

    if (strcmp(reading, "bounds-can-hold") == 0)
        say_sentence(explaining, QCDC_FAULT("explain-reading", explaining->words->can_hold, explaining->words->cannot_hold));
    else if (strcmp(reading, "bounds-cannot-hold") == 0)
        say_sentence(explaining, explaining->words->cannot_hold);
    else if (strcmp(reading, "cut-off") == 0)
        say_sentence(explaining, explaining->words->cut_off);
}

/* What is no rule's: as its line has it. */
static void say_message(Explaining *explaining)
{
    say(explaining, explaining->finding.message);
    if (explaining->finding.hint[0] != '\0')
        say(explaining, "; ");
    say(explaining, explaining->finding.hint);
}

static void explain(Explaining *explaining)
{
    const QcdcFinding *finding = &explaining->finding;
    const RuleWords *rule = rule_words(finding->code, explaining->language);

    explaining->period = (QcdcPeriod){ 0 };
    if (qcdc_period_parse(finding->period, strlen(finding->period), &explaining->period, NULL) != QCDC_OK)
        explaining->period = (QcdcPeriod){ 0 };
    say_place(explaining);
    if (rule == NULL) {
        say_message(explaining);
    } else {
        say_subject(explaining);
        say_figures(explaining, rule);
        say_sentence(explaining, rule->meaning);
        if (strcmp(finding->code, "QCDC-F210") == 0)
            say_own_rule(explaining);
        if (strcmp(finding->code, "QCDC-F211") == 0)
            say_cells(explaining);
        say_reading(explaining);
    }
    text_append(&explaining->text, "\n");
}

QcdcStatus qcdc_findings_explain(const QcdcFindings *findings, const QcdcCatalog *catalog, QcdcLanguage language, char **out_text,
                                 QcdcError *error)
{
    Explaining explaining = { .catalog = catalog, .language = language, .words = finding_words(language) };
    char *whole;

    if (findings == NULL || out_text == NULL || (int)language < 0 || language >= QCDC_LANGUAGE_END)
        return qcdc_error_set_argument(error, "no findings, nowhere to put the text, or an unknown language");
    text_append(&explaining.text, ""); /* so that there is a text where nothing was found */
    for (size_t k = 0; k < qcdc_findings_get_count(findings); k++)
        if (qcdc_findings_get_item(findings, k, &explaining.finding) == QCDC_OK)
            explain(&explaining);
    whole = text_steal(&explaining.text);
    text_clear(&explaining.text);
    if (whole == NULL)
        return memory_fail(error);
    *out_text = whole;
    return QCDC_OK;
}
