/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Times the main job on one bundle, step by step: load, roll-up, comparison of every unit, sentences.
 *     main-job BUNDLE [ROUNDS]
 * Prints a line a step: median and least seconds of the rounds, and nanoseconds an observation of the median. A program, not a test: it
 * asserts nothing about time. */

#define _POSIX_C_SOURCE 200809L
#include <qcdc/qcdc.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

enum { STEP_LOAD, STEP_COLUMNS, STEP_ROLLUP, STEP_COMPARE, STEP_SENTENCE, STEP_END, MAX_ROUNDS = 101 };

static const char *const step_names[STEP_END] = { "load", "columns", "roll-up", "compare", "sentence" };
static double seconds[STEP_END][MAX_ROUNDS];

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static void stop_with(const QcdcError *error)
{
    fprintf(stderr, "%s\n", error->text);
    exit(2);
}

/* The other way in: the same observations handed over as columns, as a binding does. */
static double time_columns(const QcdcDataset *dataset)
{
    size_t count = qcdc_dataset_get_count(dataset);
    QcdcUnitId *units = malloc(count * sizeof *units);
    QcdcIndicatorId *indicators = malloc(count * sizeof *indicators);
    QcdcPeriod *periods = malloc(count * sizeof *periods);
    int64_t *coefficients = malloc(count * sizeof *coefficients);
    QcdcError error = { 0 };
    QcdcDatasetBuilder *builder = NULL;
    QcdcDataset *copy = NULL;
    double start, end;

    if (!units || !indicators || !periods || !coefficients)
        exit(3);
    for (size_t k = 0; k < count; k++) {
        QcdcObservation observation;
        if (qcdc_dataset_get_observation(dataset, k, &observation, &error))
            stop_with(&error);
        units[k] = observation.unit;
        indicators[k] = observation.indicator;
        periods[k] = observation.period;
        coefficients[k] = observation.value.coefficient;
    }
    QcdcColumns columns = { .size = sizeof columns, .count = count, .units = units, .indicators = indicators,
                            .periods = periods, .coefficients = coefficients };
    start = now();
    if (qcdc_dataset_builder_new(qcdc_dataset_get_catalog(dataset), 0, &builder, &error)
        || qcdc_dataset_builder_append_columns(builder, &columns, NULL, &error)
        || qcdc_dataset_builder_freeze(builder, NULL, &copy, &error))
        stop_with(&error);
    end = now();
    qcdc_dataset_builder_free(builder);
    qcdc_dataset_unref(copy);
    free(units);
    free(indicators);
    free(periods);
    free(coefficients);
    return end - start;
}

static void run_round(const char *path, int round, size_t *out_rows, size_t *out_bytes, size_t *out_observations)
{
    QcdcError error = { 0 };
    QcdcBundle *bundle = NULL;
    QcdcCube *cube = NULL;
    QcdcComparison *comparison = NULL;
    QcdcSentence *sentence = NULL;
    QcdcSelection selection = { .size = sizeof selection, .by = QCDC_BY_CHILD, .depth = QCDC_DEPTH_ALL };
    double start = now();

    if (qcdc_bundle_read(path, NULL, NULL, &bundle, &error))
        stop_with(&error);
    seconds[STEP_LOAD][round] = now() - start;
    seconds[STEP_COLUMNS][round] = time_columns(qcdc_bundle_get_dataset(bundle));
    start = now();
    if (qcdc_dataset_rollup(qcdc_bundle_get_dataset(bundle), NULL, &cube, &error))
        stop_with(&error);
    seconds[STEP_ROLLUP][round] = now() - start;
    start = now();
    if (qcdc_cube_compare(cube, &selection, &comparison, &error))
        stop_with(&error);
    seconds[STEP_COMPARE][round] = now() - start;
    start = now();
    if (qcdc_comparison_write(comparison, qcdc_bundle_get_style(bundle), &sentence, &error))
        stop_with(&error);
    seconds[STEP_SENTENCE][round] = now() - start;
    *out_rows = qcdc_comparison_get_count(comparison);
    *out_bytes = strlen(qcdc_sentence_get_text(sentence));
    *out_observations = qcdc_dataset_get_count(qcdc_bundle_get_dataset(bundle));
    qcdc_sentence_unref(sentence);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
    qcdc_bundle_unref(bundle);
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? atoi(argv[2]) : 5;
    size_t rows = 0, bytes = 0, observations = 0;
    struct rusage usage;

    if (argc < 2 || rounds < 1 || rounds > MAX_ROUNDS) {
        fprintf(stderr, "usage: main-job BUNDLE [ROUNDS]\n");
        return 2;
    }
    for (int round = 0; round < rounds; round++)
        run_round(argv[1], round, &rows, &bytes, &observations);
    getrusage(RUSAGE_SELF, &usage);
    printf("%zu observations, %zu rows compared, %zu bytes of sentences, %d rounds, peak %ld MB\n", observations, rows, bytes,
           rounds, usage.ru_maxrss / 1024);
    for (int step = 0; step < STEP_END; step++) {
        qsort(seconds[step], (size_t)rounds, sizeof seconds[step][0], by_size);
        printf("%-9s median %9.4f s   least %9.4f s   %8.1f ns an observation\n", step_names[step], seconds[step][rounds / 2],
               seconds[step][0], 1e9 * seconds[step][rounds / 2] / (double)(observations ? observations : 1));
    }
    return 0;
}
