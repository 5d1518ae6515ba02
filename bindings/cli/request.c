/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "shell.h"

#include <string.h>

/* Every option of every command; a command names those it takes. Values are taken as "filenames", that is as bytes: GOption
 * would convert strings from the locale, and the shell answers the same in every locale. */
typedef struct OptionShape {
    const char *name;
    GOptionArg argument;
    gsize offset;
} OptionShape;

static const OptionShape shapes[] = {
    { "unit", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, unit) },
    { "period", G_OPTION_ARG_FILENAME_ARRAY, G_STRUCT_OFFSET(Request, periods) },
    { "base", G_OPTION_ARG_FILENAME_ARRAY, G_STRUCT_OFFSET(Request, bases) },
    { "by", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, by) },
    { "depth", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, depth) },
    { "indicator", G_OPTION_ARG_FILENAME_ARRAY, G_STRUCT_OFFSET(Request, indicators) },
    { "basis", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, basis) },
    { "missing", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, missing) },
    { "hierarchy", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, hierarchy) },
    { "calendar", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, calendar) },
    { "threads", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, threads) },
    { "style", G_OPTION_ARG_FILENAME_ARRAY, G_STRUCT_OFFSET(Request, styles) },
    { "format", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, format) },
    { "output", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, output) },
    { "max-findings", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, max_findings) },
    { "working-days", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, working_days) },
    { "language", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, language) },
    { "measure", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, measure) },
    { "revision", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, revision) },
    { "base-known", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, base_known) },
    { "against", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, against) },
    { "against-text", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, against_text) },
    { "level", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, level) },
    { "exposure", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, exposure) },
    { "method", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, method) },
    { "threshold", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, threshold) },
    { "unit-level", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, unit_level) },
    { "weight", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, weight) },
    { "largest", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, largest) },
    { "break", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, break_period) },
    { "order", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, order) },
    { "groups", G_OPTION_ARG_FILENAME, G_STRUCT_OFFSET(Request, groups) },
    { "all", G_OPTION_ARG_NONE, G_STRUCT_OFFSET(Request, wants_all) },
    { "help", G_OPTION_ARG_NONE, G_STRUCT_OFFSET(Request, wants_help) },
};

static gboolean is_taken(const char *name, const char *const *options)
{
    return strcmp(name, "help") == 0 || g_strv_contains(options, name);
}

static GOptionContext *make_context(Request *request, const char *const *options)
{
    GOptionContext *context = g_option_context_new(NULL);
    GOptionEntry entries[G_N_ELEMENTS(shapes) + 1] = { { 0 } };
    gsize count = 0;

    for (gsize k = 0; k < G_N_ELEMENTS(shapes); k++) {
        if (!is_taken(shapes[k].name, options))
            continue;
        entries[count++] = (GOptionEntry){ .long_name = shapes[k].name,
                                           .short_name = strcmp(shapes[k].name, "help") == 0 ? 'h' : 0,
                                           .arg = shapes[k].argument,
                                           .arg_data = (char *)request + shapes[k].offset };
    }
    g_option_context_add_main_entries(context, entries, NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_ignore_unknown_options(context, TRUE);
    return context;
}

static gboolean refuse_option(const char *option, const char *const *options)
{
    const char *dashes = g_str_has_prefix(option, "--") ? "--" : "-";
    char **halves = g_strsplit(option + strlen(dashes), "=", 2);
    char *hint = suggest(halves[0], "--", options);

    complain(EXIT_REFUSED, "unknown option %s%s%s", dashes, halves[0],
             hint[0] != '\0' ? hint : g_ascii_isdigit(halves[0][0]) ? "; a negative number stands after --" : "; see --help");
    g_free(hint);
    g_strfreev(halves);
    return FALSE;
}

/* What the parser left: unknown options, arguments, and perhaps the -- between them. */
static gboolean take_arguments(Request *request, const char *const *options, int argc, char **argv)
{
    GPtrArray *arguments = g_ptr_array_new();
    gboolean are_options_over = FALSE, is_fine = TRUE;

    for (int k = 1; k < argc && is_fine; k++) {
        if (!are_options_over && strcmp(argv[k], "--") == 0)
            are_options_over = TRUE;
        else if (!are_options_over && argv[k][0] == '-' && argv[k][1] != '\0')
            is_fine = refuse_option(argv[k], options);
        else
            g_ptr_array_add(arguments, g_strdup(argv[k]));
    }
    g_ptr_array_add(arguments, NULL);
    request->arguments = (char **)g_ptr_array_free(arguments, FALSE);
    return is_fine;
}

static gboolean count_arguments(const Request *request, const Command *command)
{
    guint given = g_strv_length(request->arguments), wanted = command->argument_count, most = wanted + command->optional_count;

    if (given > most)
        complain(EXIT_REFUSED, "%s: one argument too many: \"%s\"; see qcdc %s --help", command->name, request->arguments[most], command->name);
    else if (given < wanted)
        complain(EXIT_REFUSED, "%s: %s; see qcdc %s --help", command->name, command->wants, command->name);
    return given >= wanted && given <= most;
}

static gboolean choose_format(Request *request, const Choice *formats)
{
    return formats == NULL || choose("format", request->format, formats, &request->format_number);
}

/* Fills @request with what @command takes. True: go on. False: @out_code says how the program ends; help was printed, or what is
 * wrong. */
static gboolean request_parse(Request *request, const Command *command, int argc, char **argv, ExitCode *out_code)
{
    GOptionContext *context = make_context(request, command->options);
    GError *error = NULL;
    gboolean goes_on = FALSE;

    *out_code = EXIT_REFUSED;
    if (!g_option_context_parse(context, &argc, &argv, &error))
        complain(EXIT_REFUSED, "%s; see qcdc %s --help", error->message, command->name);
    else if (request->wants_help)
        *out_code = output_write(NULL, command->help);
    else if (take_arguments(request, command->options, argc, argv))
        goes_on = count_arguments(request, command) && choose_format(request, command->formats);
    g_clear_error(&error);
    g_option_context_free(context);
    return goes_on;
}

static void request_clear(Request *request)
{
    for (gsize k = 0; k < G_N_ELEMENTS(shapes); k++) {
        void *member = (char *)request + shapes[k].offset;
        if (shapes[k].argument == G_OPTION_ARG_FILENAME)
            g_free(*(char **)member);
        else if (shapes[k].argument == G_OPTION_ARG_FILENAME_ARRAY)
            g_strfreev(*(char ***)member);
    }
    g_strfreev(request->arguments);
}

static char *list_words(const Choice *choices)
{
    GString *list = g_string_new(NULL);

    for (; choices->word != NULL; choices++)
        if (choices->number != NOT_OFFERED)
            g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", choices->word);
    return g_string_free(list, FALSE);
}

gboolean choose(const char *option, const char *word, const Choice *choices, int *out_number)
{
    const Choice *choice = choices;
    char *list;

    while (word != NULL && choice->word != NULL && strcmp(choice->word, word) != 0)
        choice++;
    if (choice->word != NULL && choice->number != NOT_OFFERED) {
        *out_number = choice->number;
        return TRUE;
    }
    list = list_words(choices);
    complain(EXIT_REFUSED, "--%s \"%s\" is %s; it takes: %s", option, word,
             choice->word != NULL ? "not offered in this version" : "not known", list);
    g_free(list);
    return FALSE;
}

gboolean number_take(const char *option, const char *word, guint64 least, guint64 most, guint64 *number)
{
    if (word == NULL || g_ascii_string_to_unsigned(word, 10, least, most, number, NULL))
        return TRUE;
    complain(EXIT_REFUSED, "--%s \"%s\" is not a number from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT, option, word,
             least, most);
    return FALSE;
}

ExitCode command_run(const Command *command, int argc, char **argv)
{
    Request request = { 0 };
    ExitCode code;

    if (request_parse(&request, command, argc, argv, &code)) {
        style_peek(request.styles);
        code = command->run(&request);
    }
    request_clear(&request);
    return code;
}
