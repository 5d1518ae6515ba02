/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_CHECK_PRIVATE_H
#define QCDC_CHECK_PRIVATE_H

#include <qcdc/cube.h>
#include <qcdc/findings.h>

#include "analysis/cube-private.h"
#include "analysis/trace-private.h"
#include "model/catalog-private.h"
#include "model/dataset-private.h"

struct Places;

/* The checks of a cube, a file each: check-<noun>.c. check.c lists them and lets them run one after the other. */

typedef struct Check {
    const QcdcCube *cube;
    const QcdcDataset *dataset;
    const QcdcCatalog *catalog;
    const DatasetColumns *columns;
    QcdcFindings *findings;
    QcdcError *error;
    struct Places *places; /* NULL until a rule walks over them */
    /* of the check that runs */
    const char *rule, *code;
    QcdcSeverity severity;
    QcdcDecimal tolerance;
} Check;

/* A check walks over what it looks at and puts down what it finds; it stops at the first status that is not QCDC_OK. */
typedef QcdcStatus (*CheckRun)(Check *check);

QcdcStatus check_totals(Check *check); /* F200 */
QcdcStatus check_coarse(Check *check); /* F201 */
QcdcStatus check_calendars(Check *check); /* F207 */
QcdcStatus check_groups(Check *check); /* F208 */
QcdcStatus check_revised(Check *check); /* F209 */
QcdcStatus check_parts(Check *check);  /* F202 */
QcdcStatus check_part_above(Check *check); /* F203 */
QcdcStatus check_fractions(Check *check); /* F204 */
QcdcStatus check_openings(Check *check); /* F205 */
QcdcStatus check_derived(Check *check); /* F206 */
QcdcStatus check_rules(Check *check);  /* F210 */

/* The name of a built-in rule and its finding code; NULL past the end. */
const char *check_builtin_at(size_t index, const char **out_code);

/* What checks share. */

/* Each row with a value, in the order of the dataset. */
typedef QcdcStatus (*CheckRow)(Check *check, size_t row);
QcdcStatus check_each_row(Check *check, CheckRow visit);
/* The cell that a row was reported for. */
CellKey check_row_key(const Check *check, size_t row);
QcdcDecimal check_row_value(const Check *check, size_t row);
/* A cell by its key, as the roll-up has it. */
QcdcStatus check_read_cell(const Check *check, const CellKey *key, QcdcCell *out_cell);
QcdcPeriod check_period(const Check *check, const CellKey *key);
const char *check_unit_code(const Check *check, const CellKey *key);
/* Has the cell a number that nothing is missing of (D47)? */
bool check_is_usable(const QcdcCell *cell);
/* Is the indicator in force on the last day of the key's period? */
bool check_is_in_force(const Check *check, const CellKey *key, QcdcIndicatorId indicator);
/* The indicators themselves, and those whose rows a formula of theirs takes in the same period; each once, by number. */
QcdcStatus check_gather_behind(const Check *check, const QcdcIndicatorId *indicators, size_t count, Array *out_indicators);
const char *check_indicator_code(const Check *check, const CellKey *key);
/* Puts the finding down with the name and code of the check that runs, and its severity unless the finding has one. */
QcdcStatus check_put_down(Check *check, QcdcFinding *finding);
/* The error says first where it was. */
void check_place_error(const Check *check, const char *place);

#endif
