/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/corrections-private.h"

#include <glib.h>
#include <string.h>

#include "kernel/fault-private.h"

static const char hint[] = "1, 2, 3 …: which correction it is, in time; the figures of observations.csv are 0";

const char *correction_field_to_name(size_t field)
{
    return field == CORRECTION_REVISION ? "revision" :
                                          qcdc_observation_field_to_name((QcdcObservationField)(field - CORRECTION_OBSERVATION));
}

/* Of a text that is not empty. */
static bool is_number(const char *text)
{
    return (text[0] != '0' || text[1] == '\0') && strspn(text, "0123456789") == strlen(text);
}

static QcdcStatus refuse_revision(const FaultReport *report, const QcdcRecord *record, const char *text)
{
    int32_t column = record->columns != NULL ? record->columns[CORRECTION_REVISION] : 0;

    if (text[0] == '\0')
        return report_message(report, "QCDC-F001", record->row, column, "revision is empty", hint);
    if (is_number(text))
        return report_value(report, "QCDC-F091", record->row, column, "revision", text, strlen(text),
                            "is out of the range 1 … 2147483647", hint);
    return report_value(report, "QCDC-F090", record->row, column, "revision", text, strlen(text), "is not a revision number", hint);
}

QcdcStatus correction_read(const FaultReport *report, const QcdcRecord *record, QcdcRecord *out_observation, uint32_t *out_revision)
{
    const char *text = record->values[CORRECTION_REVISION];
    int64_t revision = read_whole(text, INT32_MAX);

    *out_observation = *record;
    out_observation->values += CORRECTION_OBSERVATION;
    out_observation->value_count -= CORRECTION_OBSERVATION;
    if (record->columns != NULL)
        out_observation->columns += CORRECTION_OBSERVATION;
    *out_revision = (uint32_t)revision;
    if (revision >= QCDC_FAULT("revision-least", 1, 0))
        return QCDC_OK;
    *out_revision = UINT32_MAX - (uint32_t)record->row;
    return refuse_revision(report, record, text);
}

const char *correction_name_revision(uint32_t revision, char *buffer, size_t size)
{
    g_snprintf(buffer, size, "%u", (unsigned)revision);
    return buffer;
}
