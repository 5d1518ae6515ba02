/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SHELL_H
#define SHELL_H

/* What the commands of the shell share. The shell is a host like any other: it sees <qcdc/...> alone, calculates nothing and
 * has no words of a sentence. */

#include <glib.h>
#include <stdio.h>

#include <qcdc/qcdc.h>

/* Exit codes (contracts.md). */
typedef enum {
    EXIT_FINE = 0,
    EXIT_FINDINGS = 1, /* findings, warnings included */
    EXIT_REFUSED = 2,  /* bad input or usage */
    EXIT_FAILED = 3    /* out of memory, or a failed write */
} ExitCode;

/* A command line, taken apart. Texts and lists are NULL where an option was not given. */
typedef struct Request {
    char *unit, *by, *depth, *basis, *missing, *hierarchy, *calendar, *threads, *format, *output, *max_findings, *measure, *revision, *base_known;
    char *working_days, *language, *against, *against_text, *level, *exposure, *method, *threshold, *unit_level, *weight, *largest, *break_period, *order, *groups;
    char **periods, **bases, **indicators, **styles;
    gboolean wants_help, wants_all;
    int format_number; /* of the command's formats */
    char **arguments;  /* what is not an option */
} Request;

/* A word of an option and the number it stands for; a word of a later version has the number NOT_OFFERED. */
enum { NOT_OFFERED = -1 };
/* Of formats: xlsx, which is no text. */
enum { FORMAT_WORKBOOK = -3 };
typedef struct Choice {
    const char *word;
    int number;
} Choice;

/* The number of @word (NULL: of the first choice); complains and gives false if there is none. */
gboolean choose(const char *option, const char *word, const Choice *choices, int *out_number);
/* Puts a number of an option in *@number, which stays as it is where @word is NULL. */
gboolean number_take(const char *option, const char *word, guint64 least, guint64 most, guint64 *number);

/* What a command takes, and what it does with it. */
typedef struct Command {
    const char *name, *help;
    const char *const *options; /* "unit" …, NULL at the end */
    guint argument_count;
    const Choice *formats; /* NULL: it has one alone */
    ExitCode (*run)(const Request *request);
    guint optional_count; /* arguments that may follow */
    const char *wants;    /* what is said where arguments are missing */
} Command;

extern const Command compare_command, rollup_command, rank_command, check_command, explain_command, calendar_command, phrase_command, table_command, fill_command,
    read_command;

/* Runs @command with its arguments; errors speak the language of --style. */
ExitCode command_run(const Command *command, int argc, char **argv);

/* What a command is asked to show, in the library's terms; texts belong to the request and the bundle. */
typedef struct Selected {
    QcdcSelection selection;
    QcdcRollupOptions rollup;
    QcdcStyle style;
    GArray *bases; /* QcdcBaseOption */
} Selected;

gboolean selected_take(Selected *selected, const Request *request, const QcdcBundle *bundle);
void selected_clear(Selected *selected);

/* Fills *@bases, which the caller gives back, with a QcdcBaseOption a word; complains and gives false if one is none. */
gboolean bases_take(GArray **bases, char **words);

/* Reads the bundle, by its own calendar if @calendar is NULL; findings go to stderr and with errors among them the answer is false. */
gboolean bundle_open(const char *path, const char *calendar, QcdcBundle **out_bundle, ExitCode *out_code);
/* A line each on stderr. */
void findings_show(const QcdcFindings *findings);
/* The bundle's figures as they were known at --revision: the last one without it. */
gboolean dataset_open(const Request *request, const QcdcBundle *bundle, QcdcDataset **out_dataset, ExitCode *out_code);
/* Appends a QcdcPeriod for each of @words (NULL: none). */
gboolean periods_take(char **words, GArray *periods);
gboolean style_take(QcdcStyle *style, char **settings);
/* The language alone, for what goes wrong before there is a style. */
void style_peek(char **settings);

/* "qcdc: …" on stderr, made safe for a terminal. Returns @code, so that a command can end in it. */
ExitCode complain(ExitCode code, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* One line of valid UTF-8 in the place of @text, which is given up: a name from a file must not be able to steer a terminal. */
char *make_safe(char *text);
/* What the library said, in a second line why where that has no meaning, and the exit code that belongs to it. */
ExitCode complain_error(const QcdcError *error);
/* The second line alone. */
void explain_refusal(const QcdcError *error);
/* In what language; style_take() says it as soon as the style is known. */
void explain_in(QcdcLanguage language);
/* " did you mean …?" or "": for messages; freed with g_free. */
char *suggest(const char *word, const char *prefix, const char *const *known);
/* Complains of a word that is none of the commands @known, or no option; where none is near, @help is where they stand. */
ExitCode refuse_command(const char *word, const char *const *known, const char *help);
/* Is there a file for a workbook to go to, where one is asked for? Complains and gives false if not. */
gboolean workbook_has_place(const Request *request);
/* What the library said of a file that it was to write. */
ExitCode complain_write(const QcdcError *error);
/* All of a file, or of stdin for "-", and of more than @most bytes as much as tells so; NULL with a complaint. */
GString *input_read(const char *path, gsize most);
/* Whole to @path, or to stdout if NULL: a failed write leaves no half file. */
ExitCode output_write(const char *path, const char *text);

/* Hands the command line of "qcdc stats …" to the program qcdc-stats, which stands beside this one or on the path: it alone loads GSL.
 * Comes back only where there is none. */
ExitCode stats_run(char **argv);

#endif
