/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The golden rows, answered in C through the public functions.
 *
 *     rows-c [--update] TABLE
 *
 * Each line of TABLE but the first is a row: name, command, bundle and options, a tab between them. Its answer is held against
 * rows/NAME.out beside the table; --update writes that file instead: read the difference before you commit it. */

#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 16, LINE_SIZE = 1024 };

static void stop_with(const char *words)
{
    fprintf(stderr, "rows-c: %s\n", words);
    exit(2);
}

static FILE *open_file(const char *path, const char *mode)
{
    FILE *file = fopen(path, mode);

    if (file == NULL)
        stop_with(path);
    return file;
}

/* The whole file, terminated; the caller frees it. */
static char *read_file(const char *path)
{
    FILE *file = open_file(path, "rb");
    size_t size = 0, capacity = 1 << 16;
    char *text = malloc(capacity);

    while (text != NULL && (size += fread(text + size, 1, capacity - size, file)) == capacity)
        text = realloc(text, capacity *= 2);
    if (text == NULL || ferror(file))
        stop_with(path);
    fclose(file);
    text[size] = '\0';
    return text;
}

/* What was printed, and a line of the status where it is another than OK. */
static char *write_answer(const HostRequest *request)
{
    QcdcError error = { 0 };
    char *text = NULL, *answer;
    QcdcStatus status = host_answer(request, &text, &error);
    size_t size = (text != NULL ? strlen(text) : 0) + sizeof error.text + 64;

    answer = malloc(size);
    if (answer == NULL)
        stop_with("no memory");
    snprintf(answer, size, "%s", text != NULL ? text : "");
    if (status != QCDC_OK)
        snprintf(answer + strlen(answer), size - strlen(answer), "[%s] %s\n", qcdc_status_to_name(status), error.text);
    free(text);
    return answer;
}

/* Cuts a line into its fields and them into a request; gives the row's name. */
static const char *read_row(char *line, HostRequest *request, HostOption *options)
{
    char *fields[MOST + 3];
    size_t count = 0;

    line[strcspn(line, "\n")] = '\0';
    for (char *field = line; field != NULL; count++) {
        char *tab = strchr(field, '\t');
        if (count == MOST + 3)
            stop_with(line);
        fields[count] = field;
        field = tab != NULL ? tab + 1 : NULL;
        if (tab != NULL)
            *tab = '\0';
    }
    if (count < 3)
        stop_with(line);
    *request = (HostRequest){ .command = fields[1], .bundle = fields[2], .options = options, .option_count = count - 3 };
    for (size_t k = 3; k < count; k++)
        if (!host_split(fields[k], &options[k - 3]))
            stop_with(fields[k]);
    return fields[0];
}

static bool is_right(const char *name, const char *path, const char *answer)
{
    char *expected = read_file(path);
    size_t place = 0, start = 0;

    for (; expected[place] != '\0' && expected[place] == answer[place]; place++)
        if (expected[place] == '\n')
            start = place + 1;
    if (expected[place] == answer[place]) {
        free(expected);
        return true;
    }
    printf("%s differs from byte %zu on\n  expected: %.*s\n  answered: %.*s\n", name, place,
           (int)strcspn(expected + start, "\n"), expected + start, (int)strcspn(answer + start, "\n"), answer + start);
    free(expected);
    return false;
}

static bool hold(const char *folder, char *line, bool is_update)
{
    HostOption options[MOST];
    HostRequest request;
    const char *name = read_row(line, &request, options);
    char path[2 * LINE_SIZE], *answer = write_answer(&request); /* of a folder and a name of one line each */
    bool right = true;

    snprintf(path, sizeof path, "%s/%s.out", folder, name);
    if (is_update) {
        FILE *file = open_file(path, "wb");
        if (fputs(answer, file) < 0 || fclose(file) != 0)
            stop_with(path);
    } else {
        right = is_right(name, path, answer);
    }
    free(answer);
    return right;
}

int main(int argc, char **argv)
{
    bool is_update = argc > 1 && strcmp(argv[1], "--update") == 0;
    const char *table = argc == 2 + is_update ? argv[1 + is_update] : NULL;
    char folder[LINE_SIZE], line[LINE_SIZE];
    int count = -1, right = 0; /* the first line is the header */
    FILE *file;

    if (table == NULL || strlen(table) < 5 || strlen(table) > sizeof folder / 2)
        stop_with("[--update] TABLE");
    file = open_file(table, "rb");
    snprintf(folder, sizeof folder, "%.*s", (int)strlen(table) - 4, table); /* rows.tsv → rows */
    for (; fgets(line, sizeof line, file) != NULL; count++)
        if (count >= 0)
            right += hold(folder, line, is_update);
    fclose(file);
    printf("golden rows: %d read, %d right\n", count, right);
    return count > 0 && count == right ? 0 : 1;
}
