/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_FINDING_CODES_PRIVATE_H
#define QCDC_FINDING_CODES_PRIVATE_H

#include <qcdc/findings.h>

/* The stable codes of the model, QCDC-F001 … F099, and of forms, F140 … F149; docs/findings.md tells people what each means. A
 * number is never used for another fault. Exchange has the others of F100 … F199, audit F200 … F299. */
typedef enum {
    FINDING_EMPTY = 1,                 /* a mandatory field is empty */
    FINDING_ENCODING = 2,              /* not UTF-8 */
    FINDING_WORD = 3,                  /* not one of the words a column takes */
    FINDING_DATE = 4,                  /* not a day */
    FINDING_INTERVAL = 5,              /* valid_from after valid_to */
    FINDING_UNIT_CODE = 10,            /* characters a code or id may not hold */
    FINDING_LEVEL = 11,                /* not a rung number */
    FINDING_LEVEL_ORDER = 12,          /* not below the parent's */
    FINDING_PARENT_UNKNOWN = 13,
    FINDING_PARENT_NOT_IN_FORCE = 14,  /* not during all of the row's interval */
    FINDING_PARENT_CYCLE = 15,
    FINDING_CODE_TWICE = 16,           /* one code, two units, one day */
    FINDING_UNIT_TWICE = 17,           /* one unit, two rows, one day */
    FINDING_INDICATOR_CODE = 30,       /* syntax */
    FINDING_INDICATOR_TWICE = 31,
    FINDING_DECIMALS = 32,             /* not 0 … 9 */
    FINDING_FORMULA = 33,              /* syntax */
    FINDING_FORMULA_UNKNOWN = 34,      /* names no indicator */
    FINDING_FORMULA_CYCLE = 35,
    FINDING_FORMULA_NESTED = 36,       /* a quotient inside a form */
    FINDING_FORMULA_DECIMALS = 37,     /* the indicator cannot hold its terms */
    FINDING_FORMULA_NATURE = 38,       /* quotient and nature ratio do not go together */
    FINDING_NESTING = 39,              /* formulas or parts too deep */
    FINDING_PART_UNKNOWN = 40,
    FINDING_PART_CYCLE = 41,
    FINDING_REPORTERS = 42,            /* no level, kind or group */
    FINDING_UNIVERSES = 43,            /* a formula or part over two universes */
    FINDING_OBSERVED_UNIT = 50,        /* unknown unit */
    FINDING_UNIT_NOT_IN_FORCE = 51,
    FINDING_UNIT_AMBIGUOUS = 52,       /* another unit held the code earlier in the period */
    FINDING_OBSERVED_INDICATOR = 53,   /* unknown indicator */
    FINDING_PERIOD = 54,
    FINDING_NUMBER = 55,               /* not a number */
    FINDING_NUMBER_FORMAT = 56,        /* a number in the other writing */
    FINDING_TOO_MANY_DECIMALS = 57,
    FINDING_RANGE = 58,                /* |v| >= 10^18 */
    FINDING_VALUE_EMPTY = 59,          /* neither a value nor M, O, L */
    FINDING_VALUE_AND_ABSENCE = 60,    /* both */
    FINDING_STATUS = 61,               /* obs_status */
    FINDING_SCENARIO = 62,             /* no declared plan */
    FINDING_RANK = 63,                 /* place or field of a rank */
    FINDING_FIELD_NOT_RANK = 64,
    FINDING_HEDGE = 65,
    FINDING_DUPLICATE = 66,            /* a key that is there already */
    FINDING_COLUMN_NUMBER = 67,        /* a number of append_columns or append_table outside its range */
    FINDING_CALENDAR_KIND = 70,        /* no kind of label */
    FINDING_CALENDAR_OFFSET = 71,      /* months not −12 … 12 */
    FINDING_CALENDAR_DAY = 72,         /* not 1 … 31 */
    FINDING_CALENDAR_INTERVAL = 73,    /* a label would begin after its last day */
    FINDING_CALENDAR_OVERLAP = 74,     /* two rows of one kind on one day */
    FINDING_HOLIDAY_TWICE = 75,
    FINDING_CALENDAR_NAME = 76,        /* characters a name may not hold */
    FINDING_CALENDAR_ROWS = 77,        /* more than there may be */
    FINDING_EXCEPTION_UNIT = 80,       /* unknown unit */
    FINDING_EXCEPTION_NOT_IN_FORCE = 81, /* on no day of the exception */
    FINDING_EXCEPTION_INDICATOR = 82,  /* unknown indicator */
    FINDING_RULE = 85,                 /* syntax */
    FINDING_RULE_UNKNOWN = 86,         /* names no indicator */
    FINDING_RULE_TERMS = 87,           /* a quotient, or nothing of the period itself */
    FINDING_RULE_TOLERANCE = 88,       /* not a number, or negative */
    FINDING_RULE_CODE = 89,            /* there already; a built-in rule with a rule, another without */
    FINDING_HIERARCHY_TANGLED = 96,    /* parents change too often to be looked through */
    FINDING_LAYOUT_CODE = 140,         /* of a table or line: there already, or characters it may not hold */
    FINDING_LAYOUT_TABLE = 141,        /* a line of no table */
    FINDING_LAYOUT_PARENT = 142,       /* no line, or one that stands over none */
    FINDING_LAYOUT_CYCLE = 143,
    FINDING_LAYOUT_DEPTH = 144,
    FINDING_LAYOUT_INDICATOR = 145,    /* unknown, missing, or where none belongs */
    FINDING_LAYOUT_SHOWS = 146,        /* does not go with the axis, or with the rows of the table */
    FINDING_LAYOUT_BASE = 147,         /* base or period: none, or where none belongs */
    FINDING_LAYOUT_ROWS = 148,         /* unit, depth, numbering: none, or beside other rows */
    FINDING_LAYOUT_LIMIT = 149         /* no columns, too many columns, lines or tables */
} FindingCode;

typedef struct FindingKind {
    FindingCode number;
    const char *code; /* "QCDC-F017" */
    QcdcStatus status; /* the status of the call when there is no findings object */
} FindingKind;

/* All kinds in the order of their numbers; NULL past the end. All are of severity error: the data cannot be built. */
const FindingKind *finding_kind_at(size_t index);
const FindingKind *finding_kind(FindingCode number);

#endif
