/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

#include <signal.h>
#include <string.h>

static const char help[] =
    "usage: qcdc stats COMMAND …\n"
    "Statistics for reference: what they tell stands in no report.\n"
    "\n"
    "  qcdc stats compare NOW BEFORE  is the difference of two figures more than chance\n"
    "  qcdc stats changes BUNDLE      the same of every row of a comparison\n"
    "  qcdc stats interval COUNT      between what bounds a proportion or a rate lies\n"
    "  qcdc stats outliers BUNDLE     which figures are to be looked at again\n"
    "  qcdc stats trends BUNDLE       whether and by how much figures rise or fall\n"
    "  qcdc stats level-changes BUNDLE  how far their level moved at a known time\n"
    "  qcdc stats estimates BUNDLE    what the full year may come to\n"
    "  qcdc stats concentration BUNDLE  how unevenly a figure is spread between units\n"
    "\n"
    "qcdc stats COMMAND --help tells the options of a command.\n"
    "This program, qcdc-stats, links GSL: it is under the GNU General Public License, version 3 or later.\n";

static const Command *const commands[] = { &stats_compare_command,   &stats_changes_command,   &stats_interval_command,     &stats_outliers_command,
                                          &stats_trends_command,    &stats_level_changes_command, &stats_estimates_command, &stats_concentration_command };

/* The command's name behind "stats ". */
static const char *get_short_name(const Command *command)
{
    return strrchr(command->name, ' ') + 1;
}

static ExitCode refuse(const char *name)
{
    const char *names[G_N_ELEMENTS(commands) + 1] = { NULL };

    for (gsize k = 0; k < G_N_ELEMENTS(commands); k++)
        names[k] = get_short_name(commands[k]);
    return refuse_command(name, names, "qcdc stats --help");
}

int main(int argc, char **argv)
{
    /* a reader that went away is a failed write, not a death */
    signal(SIGPIPE, SIG_IGN);
    if (argc < 2) {
        fputs(help, stderr);
        return EXIT_REFUSED;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 || strcmp(argv[1], "help") == 0)
        return output_write(NULL, help);
    for (gsize k = 0; k < G_N_ELEMENTS(commands); k++)
        if (strcmp(argv[1], get_short_name(commands[k])) == 0)
            return command_run(commands[k], argc - 1, argv + 1);
    return refuse(argv[1]);
}
