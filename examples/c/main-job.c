/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* The main job: figures in, exact sums, the same period last year, the official sentence out. */

#include <qcdc/qcdc.h>

#include <stdio.h>

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "examples/data/bac-giang-2019";
    QcdcBundle *bundle = NULL;
    QcdcCube *cube = NULL;
    QcdcComparison *comparison = NULL;
    QcdcSentence *sentence = NULL;
    QcdcError error = { 0 };
    QcdcSelection selection = { .size = sizeof selection, .by = QCDC_BY_CHILD };

    int failed = qcdc_bundle_read(path, NULL, NULL, &bundle, &error)
              || qcdc_dataset_rollup(qcdc_bundle_get_dataset(bundle), NULL, &cube, &error)
              || qcdc_cube_compare(cube, &selection, &comparison, &error)
              || qcdc_comparison_write(comparison, qcdc_bundle_get_style(bundle), &sentence, &error);
    fputs(failed ? error.text : qcdc_sentence_get_text(sentence), failed ? stderr : stdout);

    qcdc_sentence_unref(sentence);
    qcdc_comparison_unref(comparison);
    qcdc_cube_unref(cube);
    qcdc_bundle_unref(bundle);
    return failed != 0;
}
