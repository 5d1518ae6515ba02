/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The table of phrases (tests/support/phrases.py says what it is), answered in C through the public functions.
 *
 *     phrases-c TABLE */

#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME, OUTCOME, STYLE, BUNDLE, OPTIONS, SEEN, NOTE, SENTENCE, COLUMNS, MOST = 16, LINE_SIZE = 4096, OUTCOMES = 256 };

/* The rows of one outcome. */
typedef struct Count {
    char outcome[64];
    int read, right;
} Count;

static void stop_with(const char *words)
{
    fprintf(stderr, "phrases-c: %s\n", words);
    exit(2);
}

/* Cuts @text at each @mark; false unless there are at most @most pieces. */
static bool cut(char *text, const char *mark, char **pieces, size_t most, size_t *out_count)
{
    size_t count = 0;

    for (char *piece = text; piece != NULL; count++) {
        char *end = strstr(piece, mark);
        if (count == most)
            return false;
        if (end != NULL)
            *end = '\0';
        pieces[count] = piece;
        piece = end != NULL ? end + strlen(mark) : NULL;
    }
    *out_count = count;
    return true;
}

/* "\n" in the table stands for a new line; a line ends the last sentence too. */
static void read_sentence(const char *written, char *sentence)
{
    for (; *written != '\0'; written++) {
        bool is_line = written[0] == '\\' && written[1] == 'n';
        *sentence++ = is_line ? '\n' : *written;
        written += is_line;
    }
    strcpy(sentence, "\n");
}

static bool is_right(char **fields)
{
    char *words[MOST], *text = NULL, sentence[LINE_SIZE];
    HostOption options[MOST];
    size_t count = 0;
    QcdcError error = { 0 };
    HostRequest request = { .command = "compare", .bundle = fields[BUNDLE], .options = options };
    bool right;

    read_sentence(fields[SENTENCE], sentence);
    if (fields[OPTIONS][0] != '\0' && !cut(fields[OPTIONS], " | ", words, MOST, &count))
        stop_with(fields[NAME]);
    for (request.option_count = 0; request.option_count < count; request.option_count++)
        if (!host_split(words[request.option_count], &options[request.option_count]))
            stop_with(fields[NAME]);
    right = host_answer(&request, &text, &error) == QCDC_OK && text != NULL && strcmp(text, sentence) == 0;
    if (!right)
        printf("%s differs\n  expected: %s  answered: %s%s\n", fields[NAME], sentence, text != NULL ? text : "", error.text);
    free(text);
    return right;
}

static Count *find_count(Count *counts, const char *outcome)
{
    Count *count = counts;

    while (count->read > 0 && strcmp(count->outcome, outcome) != 0)
        count++;
    if (count == counts + OUTCOMES - 1 || strlen(outcome) >= sizeof count->outcome)
        stop_with(outcome);
    strcpy(count->outcome, outcome);
    return count;
}

static void hold(char *line, Count *counts)
{
    char *fields[COLUMNS];
    size_t count = 0;
    Count *place;

    line[strcspn(line, "\n")] = '\0';
    if (!cut(line, "\t", fields, COLUMNS, &count) || count != COLUMNS)
        stop_with(line);
    place = find_count(counts, fields[OUTCOME]);
    place->read++;
    place->right += is_right(fields);
}

int main(int argc, char **argv)
{
    static Count counts[OUTCOMES];
    char line[LINE_SIZE];
    int read = 0, right = 0;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;

    if (file == NULL || fgets(line, sizeof line, file) == NULL)
        stop_with("TABLE");
    while (fgets(line, sizeof line, file) != NULL)
        hold(line, counts);
    fclose(file);
    for (const Count *count = counts; count->read > 0; count++) {
        printf("%s: %d of %d rows\n", count->outcome, count->right, count->read);
        read += count->read;
        right += count->right;
    }
    printf("phrases: %d read, %d right\n", read, right);
    return read > 0 && read == right ? 0 : 1;
}
