/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef STATS_SHELL_H
#define STATS_SHELL_H

/* What the commands of qcdc-stats share, besides what the shell does. */

#include "shell.h"

#include <qcdc/qcdc-stats.h>

extern const Command stats_compare_command, stats_interval_command, stats_changes_command, stats_trends_command, stats_level_changes_command,
    stats_estimates_command, stats_outliers_command, stats_concentration_command;

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
/* A level of --option: above 0, below 1; *@level stays as it is where @word is NULL. */
gboolean level_take(const char *word, double *level);
/* The language of --language. */
gboolean language_take(const char *word, QcdcLanguage *out_language);

/* A text that a function of the library fills into a buffer; freed with g_free(). */
typedef size_t (*Explainer)(const void *result, QcdcLanguage language, char *buffer, size_t size);
char *explained(Explainer explain, const void *result, QcdcLanguage language);

/* Writes one result, as a line of text or of JSON, to stdout. */
ExitCode result_write(Explainer explain, Explainer write_json, const void *result, QcdcLanguage language, int format);

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
/* What a result is of; the unit has the code of the period @at. @name is its member in JSON. */
typedef struct Told {
    QcdcUnitId unit;
    QcdcIndicatorId indicator;
    QcdcPeriod period, at;
    const char *name;
} Told;
/* Adds a result: as text a line of codes and its own line below, which may be "", as JSON an object. Both texts are given up. */
void told_add(GString *told, const Opened *opened, const Told *of, char *text, char *json, int format);

/* A statistic of series: one result for each unit and indicator that --unit, --by, --depth and --indicator name. */
typedef struct Series {
    const QcdcCube *cube;
    const QcdcUnitId *units;
    const QcdcIndicatorId *indicators; /* an entry a series, as @units */
    size_t count;
    const QcdcPeriod *periods; /* of --period */
    QcdcPeriod break_period;   /* of --break */
    double level;
    uint32_t threads;
    int method; /* of --method */
} Series;
typedef struct Statistic {
    const char *name; /* of its member in JSON */
    size_t size;      /* of a result */
    QcdcStatus (*read)(const Series *series, void *results, QcdcError *error);
    Explainer explain, write_json;
} Statistic;
/* Reads and writes the results of all series. @series says what is asked besides units and indicators, which are those of @period; a result is told with
 * @told_period. */
ExitCode statistic_tell(const Statistic *statistic, const Opened *opened, Series *series, QcdcPeriod period, QcdcPeriod told_period, const Request *request);
/* The same of what lies between the two periods of --period, told with the last one, or the break. @take reads the options that @command alone has; it
 * complains and gives false where one is wrong. */
ExitCode span_tell(const Statistic *statistic, const char *command, gboolean (*take)(const Request *request, Series *series), const Request *request);

#endif
