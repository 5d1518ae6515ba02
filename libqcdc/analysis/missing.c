/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "missing-private.h"

#include <string.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* What becomes of a value that is not complete (D43). */
typedef enum {
    KEEP_ALWAYS,
    KEEP_NEVER,
    KEEP_IF_REPORTED, /* at least one has a value, and all that reported have one: who did not report counts as 0 */
    KEEP_AS_ZERO      /* all that reported have a value, be there none */
} Keep;

static const struct {
    const char *word;
    Keep keep;
    bool drops_zero;
} modes[QCDC_MISSING_END] = {
    [QCDC_MISSING_DEFAULT] = {"", KEEP_ALWAYS, false},
    [QCDC_MISSING_PARTIAL] = {"partial", KEEP_ALWAYS, false},
    [QCDC_MISSING_STRICT] = {"strict", KEEP_NEVER, false},
    [QCDC_MISSING_CARRY] = {"carry", KEEP_ALWAYS, false},
    [QCDC_MISSING_NON_NULL] = {"non_null", KEEP_NEVER, false},
    [QCDC_MISSING_NON_ZERO] = {"non_zero", KEEP_IF_REPORTED, true},
    [QCDC_MISSING_PARTIAL_NULL] = {"partial_null", KEEP_NEVER, false},
    [QCDC_MISSING_PARTIAL_ZERO] = {"partial_zero", KEEP_IF_REPORTED, false},
    [QCDC_MISSING_ALWAYS_NULL] = {"always_null", KEEP_NEVER, false},
    [QCDC_MISSING_ALWAYS_ZERO] = {"always_zero", KEEP_AS_ZERO, false},
};

static bool keeps_incomplete(Keep keep, const Presence *presence)
{
    bool all_valued = QCDC_FAULT("missing-explicit", presence->present == presence->valued, true);
    switch (keep) {
    case KEEP_IF_REPORTED:
        return all_valued && QCDC_FAULT("missing-one-at-least", presence->valued > 0, true);
    case KEEP_AS_ZERO:
        return all_valued;
    default:
        return keep == KEEP_ALWAYS;
    }
}

static bool is_incomplete(uint8_t origin)
{
    return origin == QCDC_ORIGIN_PARTIAL || origin == QCDC_ORIGIN_CARRIED;
}

bool missing_keeps(QcdcMissing missing, const Presence *presence)
{
    if (presence->origin == QCDC_ORIGIN_NONE)
        return false;
    if (presence->origin == QCDC_ORIGIN_REPORTED_TOTAL)
        return true;
    if (modes[missing].drops_zero && presence->is_zero)
        return false;
    return !is_incomplete(presence->origin) || keeps_incomplete(modes[missing].keep, presence);
}

bool missing_keeps_term(QcdcMissing missing, uint8_t origin)
{
    return origin != QCDC_ORIGIN_NONE && (modes[missing].keep != KEEP_NEVER || !is_incomplete(origin));
}

bool missing_fills(QcdcMissing missing, const QcdcCell *cell)
{
    return modes[missing].keep == KEEP_AS_ZERO && cell->figure.state != QCDC_FIGURE_VALUED && cell->expected > 0 &&
           cell->present == 0 && cell->valued == 0;
}

QcdcStatus qcdc_missing_parse(const char *text, QcdcMissing *out_missing, QcdcError *error)
{
    if (text == NULL || out_missing == NULL)
        return qcdc_error_set_argument(error, "no text, or no place for the way");
    for (int missing = QCDC_MISSING_PARTIAL; missing < QCDC_MISSING_END; missing++) {
        if (strcmp(text, modes[missing].word) != 0)
            continue;
        *out_missing = (QcdcMissing)missing;
        return QCDC_OK;
    }
    return qcdc_error_set_value(error, QCDC_STATUS_SYNTAX, 0, "missing", text, strlen(text), "is no way to treat missing figures",
                                "partial, strict, carry, non_null, non_zero, partial_null, partial_zero, always_null or "
                                "always_zero");
}
