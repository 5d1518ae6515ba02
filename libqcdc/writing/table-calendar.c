/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "table-private.h"

#include <qcdc/calendar-table.h>
#include <qcdc/period-name.h>

#include "kernel/error-private.h"

static const char *const names[] = {"period", "first_day", "last_day", "deadline"};

typedef struct Days {
    int32_t first, last, deadline;
    bool has_deadline;
} Days;

static QcdcStatus find_days(const QcdcCatalog *catalog, QcdcPeriod period, const uint32_t *working_days, Days *out_days,
                            QcdcError *error)
{
    QcdcStatus status = qcdc_catalog_get_days(catalog, period, &out_days->first, &out_days->last, error);
    out_days->has_deadline = working_days != NULL;
    if (status == QCDC_OK && working_days != NULL)
        status = qcdc_catalog_get_deadline(catalog, period, *working_days, &out_days->deadline, error);
    return status;
}

/* People read a day as the names of periods have it. */
static void add_day(Table *table, int32_t day, QcdcLanguage language, bool for_machines)
{
    char text[QCDC_PERIOD_NAME_SIZE];
    if (for_machines)
        qcdc_day_to_text(day, text, sizeof text);
    else
        qcdc_period_to_name((QcdcPeriod){.start = day, .count = 1, .kind = QCDC_PERIOD_DAYS}, language, text, sizeof text);
    table_add_text(table, text);
}

static void add_row(Table *table, QcdcPeriod period, const Days *days, QcdcLanguage language, bool for_machines)
{
    char name[QCDC_PERIOD_NAME_SIZE];
    qcdc_period_to_name(period, language, name, sizeof name);
    if (for_machines)
        table_add_period(table, period);
    else
        table_add_text(table, name);
    add_day(table, days->first, language, for_machines);
    add_day(table, days->last, language, for_machines);
    if (days->has_deadline)
        add_day(table, days->deadline, language, for_machines);
    else
        table_add_text(table, NULL);
}

static void add_columns(Table *table, QcdcLanguage language, bool for_machines)
{
    const TableWords *words = table_words_get(language);
    const char *const captions[] = {words->period, words->first_day, words->last_day, words->deadline};
    text_append(&table->caption, words->days);
    for (size_t column = 0; column < sizeof names / sizeof names[0]; column++)
        table_add_column(table, for_machines ? names[column] : captions[column], NULL, false);
}

QcdcStatus qcdc_catalog_days_to_table(const QcdcCatalog *catalog, const QcdcPeriod *periods, size_t period_count,
                                      const uint32_t *working_days, QcdcLanguage language, QcdcTableFormat format,
                                      char **out_text, QcdcError *error)
{
    Table table = {0};
    bool for_machines = table_is_for_machines(format);
    QcdcStatus status = QCDC_OK;
    if (catalog == NULL || out_text == NULL || (period_count > 0 && periods == NULL) || (int)format < 0 ||
        format >= QCDC_TABLE_END || (int)language < 0 || language >= QCDC_LANGUAGE_END)
        return qcdc_error_set_argument(error, "no catalog, period, language, format or place for the table");
    add_columns(&table, language, for_machines);
    for (size_t index = 0; index < period_count && status == QCDC_OK; index++) {
        Days days = {0};
        status = find_days(catalog, periods[index], working_days, &days, error);
        if (status == QCDC_OK)
            add_row(&table, periods[index], &days, language, for_machines);
    }
    if (status == QCDC_OK)
        status = table_write(&table, format, out_text, error);
    table_clear(&table);
    return status;
}
