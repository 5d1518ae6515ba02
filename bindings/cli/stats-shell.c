/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "stats-shell.h"

#include <string.h>

const Choice stats_formats[] = { { "text", STATS_FORMAT_TEXT }, { "json", STATS_FORMAT_JSON }, { NULL, 0 } };

gboolean counted_take(const char *word, Counted *out_counted)
{
    char **halves = g_strsplit(word, "/", 2);
    gboolean is_fine = g_ascii_string_to_signed(halves[0], 10, 0, G_MAXINT64, &out_counted->count, NULL);

    out_counted->has_total = halves[0] != NULL && halves[1] != NULL;
    if (is_fine && out_counted->has_total)
        is_fine = g_ascii_string_to_signed(halves[1], 10, 0, G_MAXINT64, &out_counted->total, NULL);
    g_strfreev(halves);
    if (!is_fine)
        complain(EXIT_REFUSED, "\"%s\" is neither a count, such as 428, nor so many of so many, such as 62/77", word);
    return is_fine;
}

gboolean real_take(const char *option, const char *word, double *number)
{
    char *end;
    double value;

    if (word == NULL)
        return TRUE;
    value = g_ascii_strtod(word, &end);
    if (end == word || *end != '\0') {
        complain(EXIT_REFUSED, "--%s \"%s\" is not a number, such as 0.95", option, word);
        return FALSE;
    }
    *number = value;
    return TRUE;
}

/* The library takes 0 for its default; who writes it wants something else. */
gboolean level_take(const char *word, double *level)
{
    if (!real_take("level", word, level))
        return FALSE;
    if (word == NULL || (*level > 0 && *level < 1))
        return TRUE;
    complain(EXIT_REFUSED, "--level \"%s\" is not above 0 and below 1, such as 0.95", word);
    return FALSE;
}

gboolean language_take(const char *word, QcdcLanguage *out_language)
{
    static const Choice languages[] = { { "vi", QCDC_LANGUAGE_VI }, { "en", QCDC_LANGUAGE_EN }, { NULL, 0 } };
    int number;

    if (!choose("language", word, languages, &number))
        return FALSE;
    *out_language = (QcdcLanguage)number;
    return TRUE;
}

char *explained(Explainer explain, const void *result, QcdcLanguage language)
{
    size_t size = explain(result, language, NULL, 0) + 1;
    char *text = g_malloc(size);

    explain(result, language, text, size);
    return text;
}

ExitCode result_write(Explainer explain, Explainer write_json, const void *result, QcdcLanguage language, int format)
{
    char *text = explained(format == STATS_FORMAT_JSON ? write_json : explain, result, language);
    char *line = g_strconcat(text, "\n", NULL);
    ExitCode code = output_write(NULL, line);

    g_free(line);
    g_free(text);
    return code;
}

char *json_escape(const char *code)
{
    GString *escaped = g_string_new(NULL);

    for (; *code != '\0'; code++) {
        if (*code == '"' || *code == '\\')
            g_string_append_c(escaped, '\\');
        if ((unsigned char)*code < 0x20)
            g_string_append_printf(escaped, "\\u%04x", (unsigned)*code);
        else
            g_string_append_c(escaped, *code);
    }
    return g_string_free(escaped, FALSE);
}
