/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Runs a fuzz target over files instead of over a fuzzer's inventions: each argument is a file or a folder of files. So
 * the targets are ordinary programs, built and replayed by every run of the tests. */

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

static unsigned long replayed;

/* The bytes are copied to a block of exactly their size, so that a sanitizer sees a read beyond the end. */
static int replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = NULL;
    long size;
    int result = 1;

    if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 && fseek(file, 0, SEEK_SET) == 0) {
        data = malloc(size > 0 ? (size_t)size : 1);
        if (data != NULL && fread(data, 1, (size_t)size, file) == (size_t)size) {
            LLVMFuzzerTestOneInput(data, (size_t)size);
            replayed++;
            result = 0;
        }
    }
    if (result != 0)
        perror(path);
    free(data);
    if (file != NULL)
        fclose(file);
    return result;
}

static int replay_folder(const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    char name[4096];
    int result = 0;

    if (folder == NULL) {
        perror(path);
        return 1;
    }
    while (result == 0 && (entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        result = replay_file(name);
    }
    closedir(folder);
    return result;
}

int main(int argc, char **argv)
{
    int result = 0;

    for (int i = 1; i < argc && result == 0; i++) {
        struct stat what;
        if (stat(argv[i], &what) == 0 && S_ISDIR(what.st_mode))
            result = replay_folder(argv[i]);
        else
            result = replay_file(argv[i]);
    }
    printf("%lu files replayed\n", replayed);
    return result != 0 || replayed == 0;
}
