/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include <qcdc/unit.h>

#include <string.h>

#include "catalog-layout-private.h"
#include "kernel/error-private.h"

enum {
    MOST_LEVELS = 1000000 /* rungs of a hierarchy: a limit for hostile input */
};

static const char *const field_names[QCDC_UNIT_FIELD_END] = {
    "code", "name", "level", "parent", "id", "kind", "groups", "level_name", "text_name", "own_name", "valid_from", "valid_to",
    "name_en",
};

const char *qcdc_unit_field_to_name(QcdcUnitField field)
{
    return (unsigned)field < QCDC_UNIT_FIELD_END ? field_names[field] : NULL;
}

static const char *const grouping_names[QCDC_GROUPING_END] = {[QCDC_GROUPING_OVERLAP] = "overlap",
                                                              [QCDC_GROUPING_PARTITION] = "partition"};

const char *qcdc_grouping_to_name(QcdcGrouping grouping)
{
    return (unsigned)grouping < QCDC_GROUPING_END ? grouping_names[grouping] : NULL;
}

QcdcStatus qcdc_grouping_parse(const char *text, QcdcGrouping *out_grouping, QcdcError *error)
{
    if (text == NULL || out_grouping == NULL)
        return qcdc_error_set_argument(error, "no text, or no place for the grouping");
    for (int grouping = QCDC_GROUPING_OVERLAP; grouping < QCDC_GROUPING_END; grouping++) {
        if (strcmp(text, grouping_names[grouping]) != 0)
            continue;
        *out_grouping = (QcdcGrouping)grouping;
        return QCDC_OK;
    }
    return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "grouping", text, strlen(text), "is not known",
                                "overlap or partition");
}

/* A code is printed in lists and asked for in commands: no character that ends it there, and none that marks u#own. */
static bool is_unit_code(const char *code)
{
    size_t length = strlen(code);
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)code[i] < 0x20 || code[i] == 0x7F || code[i] == '#' || code[i] == '|')
            return false;
    return length == 0 || (code[0] != ' ' && code[length - 1] != ' ');
}

static void check_code(Report *report, const UnitVersion *version, QcdcUnitField field, const char *noun)
{
    if (!is_unit_code(version->texts[field]))
        report_fault(report, FINDING_UNIT_CODE, field, noun, version->texts[field], "holds a character that codes do not hold",
                     "no #, no |, no space at either end");
}

static void check_present(Report *report, const UnitVersion *version, QcdcUnitField field)
{
    if (version->texts[field][0] == '\0')
        report_empty(report, field, field_names[field], "each unit has a code, a name and a level");
}

static void read_level(Report *report, UnitVersion *version)
{
    const char *level = version->texts[QCDC_UNIT_LEVEL];
    version->level = (int32_t)read_whole(level, MOST_LEVELS - 1);
    if (version->level < 0 && level[0] != '\0')
        report_fault(report, FINDING_LEVEL, QCDC_UNIT_LEVEL, "level", level, "is not a level",
                     "levels are 0 (top), 1, 2, 3 …");
}

static void read_interval(Report *report, UnitVersion *version)
{
    version->first_day = read_day(report, QCDC_UNIT_VALID_FROM, version->texts[QCDC_UNIT_VALID_FROM], INT32_MIN);
    version->last_day = read_day(report, QCDC_UNIT_VALID_TO, version->texts[QCDC_UNIT_VALID_TO], INT32_MAX);
    if (version->first_day <= version->last_day)
        return;
    report_fault(report, FINDING_INTERVAL, QCDC_UNIT_VALID_FROM, "valid_from", version->texts[QCDC_UNIT_VALID_FROM],
                 "is after valid_to", "valid_to is the last day, itself included");
    version->last_day = version->first_day;
}

void unit_read_record(Report *report, StringPool *strings, const QcdcRecord *record, UnitVersion *out_version)
{
    UnitVersion version = {.unit = (QcdcUnitId)QCDC_ID_NONE, .parent = (QcdcUnitId)QCDC_ID_NONE, .row = record->row};
    for (int field = 0; field < QCDC_UNIT_FIELD_END; field++)
        version.texts[field] = record_keep(report, strings, record, field, field_names[field]);
    report->unit = version.texts[QCDC_UNIT_CODE];
    check_present(report, &version, QCDC_UNIT_CODE);
    check_present(report, &version, QCDC_UNIT_NAME);
    check_present(report, &version, QCDC_UNIT_LEVEL);
    check_code(report, &version, QCDC_UNIT_CODE, "code");
    check_code(report, &version, QCDC_UNIT_IDENTITY, "id");
    read_level(report, &version);
    read_interval(report, &version);
    *out_version = version;
}
