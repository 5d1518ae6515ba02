/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "exchange/bundle-private.h"

#include <glib.h>

#include "exchange/table-reader-private.h"
#include "kernel/error-private.h"

/* bundle.ini, then the tables. */
static const TableShape *const shapes[] = { &units_shape, &indicators_shape, &observations_shape, &exceptions_shape,
                                            &revisions_shape, &rules_shape, &calendars_shape, &holidays_shape, &layouts_shape,
                                            &layout_lines_shape, &places_shape };

enum { SHAPE_COUNT = sizeof shapes / sizeof shapes[0] };

const char *bundle_file_at(size_t index)
{
    if (index == 0)
        return SETTINGS_FILE;
    return index <= SHAPE_COUNT ? shapes[index - 1]->file : NULL;
}

bool bundle_file_is_optional(size_t index)
{
    return index > 0 && index <= SHAPE_COUNT && shapes[index - 1]->is_optional;
}

QcdcStatus bundle_gather_corrections(QcdcBundle *bundle, QcdcError *error)
{
    bundle->corrections.dataset = bundle->dataset;
    if (!dataset_list_corrections(bundle->dataset, &bundle->corrections.places))
        return memory_fail(error);
    return qcdc_dataset_at_revision(bundle->dataset, 0, &bundle->first, error);
}

QcdcBundle *qcdc_bundle_ref(QcdcBundle *bundle)
{
    if (bundle != NULL)
        g_atomic_int_inc(&bundle->references);
    return bundle;
}

void qcdc_bundle_unref(QcdcBundle *bundle)
{
    if (bundle == NULL || !g_atomic_int_dec_and_test(&bundle->references))
        return;
    qcdc_dataset_unref(bundle->dataset);
    qcdc_dataset_unref(bundle->first);
    array_clear(&bundle->corrections.places);
    qcdc_layouts_unref(bundle->layouts);
    place_list_clear(&bundle->places);
    qcdc_catalog_unref(bundle->catalog);
    settings_clear(&bundle->settings);
    qcdc_free(bundle);
}

QcdcDataset *qcdc_bundle_get_dataset(const QcdcBundle *bundle)
{
    return bundle != NULL ? bundle->dataset : NULL;
}

QcdcCatalog *qcdc_bundle_get_catalog(const QcdcBundle *bundle)
{
    return bundle != NULL ? bundle->catalog : NULL;
}

size_t qcdc_bundle_get_layout_count(const QcdcBundle *bundle)
{
    return bundle != NULL ? qcdc_layouts_get_count(bundle->layouts) : 0;
}

const QcdcLayout *qcdc_bundle_get_layout(const QcdcBundle *bundle, size_t index)
{
    return bundle != NULL ? qcdc_layouts_get_item(bundle->layouts, index) : NULL;
}

QcdcStatus qcdc_bundle_find_layout(const QcdcBundle *bundle, const char *code, const QcdcLayout **out_layout, QcdcError *error)
{
    if (bundle == NULL)
        return qcdc_error_set_argument(error, "no bundle");
    return qcdc_layouts_find(bundle->layouts, code, out_layout, error);
}

const QcdcStyle *qcdc_bundle_get_style(const QcdcBundle *bundle)
{
    return bundle != NULL ? &bundle->settings.style : NULL;
}

const char *qcdc_bundle_get_title(const QcdcBundle *bundle)
{
    return bundle != NULL ? bundle->settings.title : "";
}

const char *qcdc_bundle_get_default_unit(const QcdcBundle *bundle)
{
    return bundle != NULL ? bundle->settings.default_unit : "";
}

const char *qcdc_bundle_get_default_period(const QcdcBundle *bundle)
{
    return bundle != NULL ? bundle->settings.default_period : "";
}
