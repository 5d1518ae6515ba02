/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#include "layout-private.h"

#include <glib.h>
#include <string.h>

#include "kernel/error-private.h"
#include "model/catalog-private.h"
#include "model/quote-private.h"

static const char *const field_names[QCDC_LAYOUT_FIELD_END] = {
    "code", "title", "rows", "number", "unit", "by", "depth", "period", "base", "total", "total_name", "numbering", "codes", "note",
};
static const char *const line_field_names[QCDC_LAYOUT_LINE_FIELD_END] = {
    "table", "axis", "code", "title", "parent", "shows", "indicator", "base", "period",
};

const char *qcdc_layout_field_to_name(QcdcLayoutField field)
{
    return (unsigned)field < QCDC_LAYOUT_FIELD_END ? field_names[field] : NULL;
}

const char *qcdc_layout_line_field_to_name(QcdcLayoutLineField field)
{
    return (unsigned)field < QCDC_LAYOUT_LINE_FIELD_END ? line_field_names[field] : NULL;
}

bool layout_shows_figure(LayoutShows shows)
{
    return shows >= SHOWS_VALUE && shows <= SHOWS_ATTAINMENT;
}

bool layout_shows_change(LayoutShows shows)
{
    return shows >= SHOWS_BASE && shows <= SHOWS_ATTAINMENT;
}

QcdcLayout *layouts_table(const QcdcLayouts *layouts, size_t number)
{
    return &ARRAY_AT(&layouts->tables, QcdcLayout, number);
}

LayoutLine *layouts_line(const QcdcLayouts *layouts, uint32_t number)
{
    return &ARRAY_AT(&layouts->lines, LayoutLine, number);
}

QcdcLayouts *qcdc_layouts_ref(QcdcLayouts *layouts)
{
    if (layouts != NULL)
        g_atomic_int_inc(&layouts->references);
    return layouts;
}

void qcdc_layouts_unref(QcdcLayouts *layouts)
{
    if (layouts == NULL || !g_atomic_int_dec_and_test(&layouts->references))
        return;
    for (size_t i = 0; i < layouts->tables.count; i++) {
        QcdcLayout *layout = layouts_table(layouts, i);
        array_clear(&layout->lines);
        array_clear(&layout->columns);
        array_clear(&layout->row_lines);
    }
    array_clear(&layouts->tables);
    array_clear(&layouts->lines);
    attribute_table_clear(&layouts->table_attributes);
    attribute_table_clear(&layouts->line_attributes);
    string_pool_clear(&layouts->strings);
    qcdc_catalog_unref(layouts->catalog);
    qcdc_free(layouts);
}

/* Questions */

size_t qcdc_layouts_get_count(const QcdcLayouts *layouts)
{
    return layouts != NULL ? layouts->tables.count : 0;
}

const QcdcLayout *qcdc_layouts_get_item(const QcdcLayouts *layouts, size_t index)
{
    return index < qcdc_layouts_get_count(layouts) ? layouts_table(layouts, index) : NULL;
}

/* The code that was probably meant, else the first ones there are. */
static void suggest(const QcdcLayouts *layouts, const char *code, Text *hint)
{
    enum { MOST_NAMED = 8 };
    size_t count = qcdc_layouts_get_count(layouts);
    Nearest nearest = nearest_begin(code);
    for (size_t i = 0; i < count; i++)
        nearest_offer(&nearest, layouts_table(layouts, i)->texts[QCDC_LAYOUT_CODE]);
    nearest_append(&nearest, hint);
    if (hint->length > 0)
        return;
    text_append(hint, count == 0 ? "there are none: tables.csv says which" : "there are ");
    for (size_t i = 0; i < count && i < MOST_NAMED; i++) {
        text_append(hint, i > 0 ? ", " : "");
        text_append(hint, layouts_table(layouts, i)->texts[QCDC_LAYOUT_CODE]);
    }
    text_append(hint, count > MOST_NAMED ? ", …" : "");
}

QcdcStatus qcdc_layouts_find(const QcdcLayouts *layouts, const char *code, const QcdcLayout **out_layout, QcdcError *error)
{
    Text hint = {0};
    if (code == NULL || out_layout == NULL)
        return qcdc_error_set(error, QCDC_STATUS_ARGUMENT, NULL, 0, 0, "no code, or no place for the table", NULL, NULL);
    for (size_t i = 0; i < qcdc_layouts_get_count(layouts); i++)
        if (strcmp(layouts_table(layouts, i)->texts[QCDC_LAYOUT_CODE], code) == 0) {
            *out_layout = layouts_table(layouts, i);
            return QCDC_OK;
        }
    suggest(layouts, code, &hint);
    qcdc_error_set_value(error, QCDC_STATUS_NOT_FOUND, 0, "table", code, strlen(code), "is not known", text_get(&hint));
    text_clear(&hint);
    return QCDC_STATUS_NOT_FOUND;
}

const char *qcdc_layout_get_text(const QcdcLayout *layout, QcdcLayoutField field)
{
    return layout != NULL && (unsigned)field < QCDC_LAYOUT_FIELD_END ? layout->texts[field] : NULL;
}

size_t qcdc_layout_get_line_count(const QcdcLayout *layout)
{
    return layout != NULL ? layout->lines.count : 0;
}

const char *qcdc_layout_get_line_text(const QcdcLayout *layout, size_t index, QcdcLayoutLineField field)
{
    if (index >= qcdc_layout_get_line_count(layout) || (unsigned)field >= QCDC_LAYOUT_LINE_FIELD_END)
        return NULL;
    return layouts_line(layout->owner, ARRAY_AT(&layout->lines, uint32_t, index))->texts[field];
}
