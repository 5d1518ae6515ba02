/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include "audit/check-private.h"
#include "kernel/fault-private.h"

/* group-partition F208 (S10, D45): groups that are declared a partition, and a unit in two of them. */

/* A tree of the cube being walked in pre-order. */
typedef struct GroupWalk {
    Check *check;
    const UnitTree *tree;
    const char **groups; /* [positions] the group of the unit, or of the nearest above it; NULL */
    uint8_t *told;       /* [versions in file order] */
} GroupWalk;

/* A row has no period: its place is that of units.csv. */
static QcdcStatus tell(const GroupWalk *walk, const UnitVersion *version, const char *one, const char *other)
{
    Check *check = walk->check;
    const char *code = version->texts[QCDC_UNIT_CODE];
    Text message = { 0 };
    QcdcStatus status;

    text_append(&message, "unit \"");
    text_append(&message, code);
    text_append(&message, "\" is in two groups of a partition, \"");
    text_append(&message, one);
    text_append(&message, "\" and \"");
    text_append(&message, other);
    text_append(&message, "\"");
    status = message.failed ? memory_fail(check->error) :
                              check_put_down(check, &(QcdcFinding){ .file = version->file,
                                                                    .row = version->row,
                                                                    .message = text_get(&message),
                                                                    .value = version->texts[QCDC_UNIT_GROUPS],
                                                                    .hint = "leave one of them, or say groups=overlap in bundle.ini",
                                                                    .unit = code });
    text_clear(&message);
    return status;
}

/* The first of its groups that is not @known: told once a row, however many periods have it. */
static QcdcStatus visit(const GroupWalk *walk, size_t position)
{
    const UnitVersion *version = walk->tree->versions[position];
    uint32_t parent = walk->tree->parents[position];
    const char *known = parent != POSITION_NONE && QCDC_FAULT("check-groups-above", true, false) ? walk->groups[parent] : NULL;
    const char *group;
    size_t place = 0, row = catalog_version_row(walk->check->catalog, version);

    walk->groups[position] = known;
    while ((group = catalog_next_group(walk->check->catalog, version, &place)) != NULL) {
        if (known != NULL && strcmp(group, known) != 0 && walk->told[row]++ == 0)
            return tell(walk, version, known, group);
        walk->groups[position] = known = group;
    }
    return QCDC_OK;
}

static QcdcStatus walk_tree(GroupWalk *walk)
{
    QcdcStatus status = QCDC_OK;

    for (size_t position = 0; position < walk->tree->count && status == QCDC_OK; position++)
        status = visit(walk, position);
    return status;
}

QcdcStatus check_groups(Check *check)
{
    const Forest *forest = &check->cube->forest;
    GroupWalk walk = { .check = check };
    QcdcStatus status = QCDC_OK;

    if (!catalog_is_partition(check->catalog))
        return QCDC_OK;
    walk.groups = memory_try_new(check->cube->unit_count, sizeof *walk.groups);
    walk.told = memory_try_new(catalog_version_count(check->catalog), sizeof *walk.told);
    if (walk.groups == NULL || walk.told == NULL)
        status = memory_fail(check->error);
    for (size_t k = 0; k < forest->count && status == QCDC_OK; k++) {
        walk.tree = forest->trees[k];
        status = walk_tree(&walk);
    }
    qcdc_free(walk.groups);
    qcdc_free(walk.told);
    return status;
}
