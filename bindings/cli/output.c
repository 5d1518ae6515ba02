/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define _XOPEN_SOURCE 700 /* realpath */

#include "shell.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

char *make_safe(char *text)
{
    char *safe = g_utf8_make_valid(text, -1);

    for (char *byte = safe; *byte != '\0'; byte++)
        if ((unsigned char)*byte < 0x20 || *byte == 0x7F)
            *byte = '?';
    g_free(text);
    return safe;
}

ExitCode complain(ExitCode code, const char *format, ...)
{
    va_list arguments;
    char *text;

    va_start(arguments, format);
    text = make_safe(g_strdup_vprintf(format, arguments));
    va_end(arguments);
    fprintf(stderr, "qcdc: %s\n", text);
    g_free(text);
    return code;
}

/* The language of explanations: that of the style, as far as it is known. */
static QcdcLanguage language_of_words = QCDC_LANGUAGE_DEFAULT;

void explain_in(QcdcLanguage language)
{
    language_of_words = language;
}

void explain_refusal(const QcdcError *error)
{
    const char *words = qcdc_refusal_explain(error->refusal, language_of_words);

    if (words != NULL)
        complain(EXIT_REFUSED, "%s", words);
}

ExitCode complain_error(const QcdcError *error)
{
    ExitCode code = error->status == QCDC_STATUS_MEMORY ? EXIT_FAILED : EXIT_REFUSED;

    complain(code, "%s", error->text[0] != '\0' ? error->text : qcdc_status_to_name(error->status));
    explain_refusal(error);
    return code;
}

ExitCode complain_write(const QcdcError *error)
{
    ExitCode code = complain_error(error);

    return error->status == QCDC_STATUS_IO ? EXIT_FAILED : code;
}

gboolean workbook_has_place(const Request *request)
{
    if (request->format_number != FORMAT_WORKBOOK || request->output != NULL)
        return TRUE;
    complain(EXIT_REFUSED, "--format xlsx goes to a file: name it with --output FILE");
    return FALSE;
}

static ExitCode write_stdout(const char *text)
{
    gboolean is_written = fputs(text, stdout) >= 0 && fflush(stdout) == 0;

    if (is_written)
        return EXIT_FINE;
    /* a reader that has seen enough (| head) is no news to anyone */
    return errno == EPIPE ? EXIT_FAILED : complain(EXIT_FAILED, "stdout: %s", g_strerror(errno));
}

static gboolean write_whole(FILE *file, const char *text)
{
    gboolean is_written = fputs(text, file) >= 0 && fflush(file) == 0;
    int reason = errno;

    if (fclose(file) != 0 && is_written) {
        is_written = FALSE;
        reason = errno;
    }
    errno = reason;
    return is_written;
}

static gboolean write_in_place(const char *path, const char *text)
{
    FILE *file = g_fopen(path, "wb");

    return file != NULL && write_whole(file, text);
}

/* Beside under a name that nobody has, then moved, so that the old file stays until the new one is whole; it keeps its mode. */
static gboolean write_anew(const char *path, const char *text)
{
    enum { OF_OWNER = 0600, OF_NEW = 0666, OF_ALL = 07777 };
    char *beside = g_strconcat(path, ".XXXXXX", NULL);
    GStatBuf old;
    gboolean is_old = g_stat(path, &old) == 0, is_written;
    int number = g_mkstemp_full(beside, O_RDWR | O_CLOEXEC, is_old ? OF_OWNER : OF_NEW), reason;
    FILE *file = number >= 0 ? fdopen(number, "wb") : NULL;

    is_written = file != NULL && write_whole(file, text) && (!is_old || g_chmod(beside, old.st_mode & OF_ALL) == 0) &&
                 g_rename(beside, path) == 0;
    reason = errno;
    if (number >= 0 && !is_written)
        g_unlink(beside);
    g_free(beside);
    errno = reason;
    return is_written;
}

/* A device or a pipe is written to; a link stays, and what it leads to is written anew. */
ExitCode output_write(const char *path, const char *text)
{
    char *target;
    gboolean is_written;
    int reason;

    if (path == NULL)
        return write_stdout(text);
    target = realpath(path, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        is_written = write_in_place(path, text);
    else
        is_written = write_anew(target != NULL ? target : path, text);
    reason = errno;
    free(target);
    return is_written ? EXIT_FINE : complain(EXIT_FAILED, "%s: %s", path, g_strerror(reason));
}
