/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <signal.h>
#include <string.h>

#include <qcdc/version.h>

static const char help[] =
    "qcdc adds up what offices report, compares it with the same period last year,\n"
    "and writes the sentence that an official report uses.\n"
    "\n"
    "  qcdc compare BUNDLE    the sentence, or the same figures as a table\n"
    "  qcdc rollup BUNDLE     the sums, and what is missing in them\n"
    "  qcdc rank BUNDLE       units in the order of their figures\n"
    "  qcdc table BUNDLE CODE a table in the shape of a form\n"
    "  qcdc check BUNDLE      what does not fit in the data\n"
    "  qcdc explain BUNDLE    where one figure comes from\n"
    "  qcdc calendar BUNDLE   first day, last day and deadline of periods\n"
    "  qcdc phrase NOW BEFORE the words for one change\n"
    "  qcdc fill TEMPLATE BUNDLE  a text with its figures put in\n"
    "  qcdc read FILE         what does not agree in a report's text\n"
    "  qcdc stats COMMAND     is a change more than chance, between what bounds (the program qcdc-stats)\n"
    "\n"
    "A bundle is a folder: bundle.ini, units.csv, indicators.csv, observations.csv.\n"
    "\n"
    "  qcdc compare examples/data/bac-giang-2019 --by child\n"
    "  qcdc compare examples/data/lang-son-2023-s1 --base previous --format json\n"
    "  qcdc phrase 174 132 --measure đơn --style percent=brackets\n"
    "\n"
    "qcdc COMMAND --help tells the options of a command; qcdc --version the version.\n"
    "Exit: 0 fine; 1 findings (check, read); 2 bad input or usage; 3 out of memory or a failed write.\n";

static const Command *const commands[] = {
    &compare_command, &rollup_command, &check_command, &explain_command, &calendar_command, &phrase_command, &table_command,
    &fill_command, &read_command, &rank_command,
};

/* Commands of the contract that belong to later versions. */
static const char *const later_commands[] = { "units", "history", "import", NULL };

static ExitCode refuse(const char *name)
{
    const char *names[G_N_ELEMENTS(commands) + 2] = { NULL };

    if (g_strv_contains(later_commands, name))
        return complain(EXIT_REFUSED, "command \"%s\" is not offered in this version", name);
    for (gsize k = 0; k < G_N_ELEMENTS(commands); k++)
        names[k] = commands[k]->name;
    names[G_N_ELEMENTS(commands)] = "stats";
    return refuse_command(name, names, "qcdc --help");
}

static ExitCode write_version(void)
{
    char *text = g_strdup_printf("qcdc %s\n", qcdc_version_to_text());
    ExitCode code = output_write(NULL, text);

    g_free(text);
    return code;
}

/* No setlocale(): the shell answers the same everywhere. */
int main(int argc, char **argv)
{
    /* a reader that went away is a failed write, not a death */
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2) {
        fputs(help, stderr);
        return EXIT_REFUSED;
    }
    if (strcmp(argv[1], "--version") == 0)
        return write_version();
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0)
        return output_write(NULL, help);
    for (gsize k = 0; k < G_N_ELEMENTS(commands); k++)
        if (strcmp(argv[1], commands[k]->name) == 0)
            return command_run(commands[k], argc - 1, argv + 1);
    if (strcmp(argv[1], "stats") == 0)
        return stats_run(argv + 1);
    return refuse(argv[1]);
}
