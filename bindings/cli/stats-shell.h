/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef STATS_SHELL_H
#define STATS_SHELL_H

/* What the commands of qcdc-stats share, besides what the shell does. */

#include "shell.h"

#include <qcdc/qcdc-stats.h>

extern const Command stats_compare_command, stats_interval_command, stats_changes_command, stats_trends_command, stats_estimates_command,
    stats_outliers_command, stats_concentration_command;

enum { STATS_FORMAT_TEXT, STATS_FORMAT_JSON };
extern const Choice stats_formats[];

/* "62/77", or "428", of which the total is 0; complains and gives false for anything else. */
typedef struct Counted {
    gint64 count, total;
    gboolean has_total;
} Counted;
gboolean counted_take(const char *word, Counted *out_counted);
/* A number of --option in canonical writing; *@number stays as it is where @word is NULL. */
gboolean real_take(const char *option, const char *word, double *number);
/* The language of --language. */
gboolean language_take(const char *word, QcdcLanguage *out_language);

/* A text that a function of the library fills into a buffer; freed with g_free(). */
typedef size_t (*Explainer)(const void *result, QcdcLanguage language, char *buffer, size_t size);
char *explained(Explainer explain, const void *result, QcdcLanguage language);

/* A code between the quotes of JSON; freed with g_free(). */
char *json_escape(const char *code);

/* A cube of a bundle and what is asked of it. */
typedef struct Opened {
    QcdcBundle *bundle;
    QcdcDataset *dataset;
    QcdcCube *cube;
    Selected selected;
    QcdcLanguage language;
    double level;
} Opened;
/* Opens the bundle of the first argument and rolls it up with @periods (nullable: QcdcPeriod); complains and gives false if that cannot be. */
gboolean opened_take(Opened *opened, const Request *request, const GArray *periods, ExitCode *out_code);
void opened_clear(Opened *opened);
/* The id of a code of --indicator; complains and gives false if it is none. */
gboolean indicator_take(const Opened *opened, const char *code, QcdcIndicatorId *out_indicator);
/* The units and indicators that --unit, --by, --depth and --indicator name, an entry a series, of the figures in @period. */
typedef struct Series {
    GArray *units, *indicators; /* QcdcUnitId, QcdcIndicatorId */
} Series;
gboolean series_take(Series *series, const Opened *opened, QcdcPeriod period, ExitCode *out_code);
void series_clear(Series *series);

/* What a result is of; @name is its member in JSON. */
typedef struct Told {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period;
    const char *name;
} Told;
/* Adds a result: as text a line of codes and its own line below, which may be "", as JSON an object. Both texts are given up. */
void told_add(GString *told, const Opened *opened, const Told *of, char *text, char *json, int format);

#endif
