/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

ExitCode stats_run(char **argv)
{
    static const char program[] = "qcdc-stats";
    char *here = g_file_read_link("/proc/self/exe", NULL);
    char *folder = here != NULL ? g_path_get_dirname(here) : NULL;
    char *beside = folder != NULL ? g_build_filename(folder, program, NULL) : NULL;
    int reason = ENOENT;

    argv[0] = (char *)program;
    if (beside != NULL && execv(beside, argv) != 0)
        reason = errno;
    if (reason == ENOENT && execvp(program, argv) != 0)
        reason = errno;
    g_free(beside);
    g_free(folder);
    g_free(here);
    if (reason != ENOENT)
        return complain(EXIT_FAILED, "%s: %s", program, g_strerror(reason));
    return complain(EXIT_REFUSED, "stats: the program %s is not here; it comes with the library of statistics (feature stats, which needs GSL)", program);
}
