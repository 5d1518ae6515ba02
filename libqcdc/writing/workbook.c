/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define _XOPEN_SOURCE 700 /* newlocale, realpath */
#include "workbook-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kernel/error-private.h"
#include "kernel/fault-private.h"

/* The file of a workbook: its formats, its sheet, and the way to its place. */

enum {
    SHEET_NAME = LXW_SHEETNAME_MAX, /* characters */
    FONT_SIZE = 12,
    MOST_INDENT = 15
};

/* Formats */

static bool is_same(const WorkbookFormat *left, const WorkbookFormat *right)
{
    return left->look == right->look && left->is_bold == right->is_bold && left->is_number == right->is_number &&
           left->is_nil_zero == right->is_nil_zero && left->level == right->level && left->decimals == right->decimals &&
           left->stars == right->stars;
}

/* #,##0.0"*";-#,##0.0"*";"-""*" — a spreadsheet writes the marks of its own language for , and . */
static void set_number(lxw_format *format, const WorkbookFormat *look)
{
    Text section = {0}, whole = {0}, stars = {0};
    for (unsigned i = 0; i < look->stars; i++)
        text_append(&stars, i == 0 ? "\"*" : "*");
    text_append(&stars, look->stars > 0 ? "\"" : "");
    text_append(&section, look->decimals > 0 ? "#,##0." : "#,##0");
    for (unsigned i = 0; i < look->decimals; i++)
        text_append(&section, "0");
    text_append(&section, text_get(&stars));
    text_append(&whole, text_get(&section));
    if (look->is_nil_zero) {
        text_append(&whole, ";-");
        text_append(&whole, text_get(&section));
        text_append(&whole, ";\"-\"");
        text_append(&whole, text_get(&stars));
    }
    format_set_num_format(format, text_get(&whole));
    text_clear(&section);
    text_clear(&whole);
    text_clear(&stars);
}

static const struct Look {
    uint8_t across;
    bool is_bold, is_italic, has_border, is_wrapped;
} looks[] = {
    [LOOK_NUMBER_OF_FORM] = {LXW_ALIGN_LEFT, true, false, false, true},
    [LOOK_TITLE] = {LXW_ALIGN_CENTER, true, false, false, true},
    [LOOK_PLACE] = {LXW_ALIGN_CENTER, false, true, false, true},
    [LOOK_HEAD] = {LXW_ALIGN_CENTER, true, false, true, true},
    [LOOK_CODE] = {LXW_ALIGN_CENTER, false, true, true, false},
    [LOOK_TEXT] = {LXW_ALIGN_CENTER, false, false, true, true},
    [LOOK_NAME] = {LXW_ALIGN_LEFT, false, false, true, true},
    [LOOK_FIGURE] = {LXW_ALIGN_RIGHT, false, false, true, false},
    [LOOK_NOTE] = {LXW_ALIGN_LEFT, false, true, false, true},
};

static void set_look(lxw_format *format, const WorkbookFormat *look)
{
    const struct Look *kind = &looks[look->look];
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, FONT_SIZE);
    format_set_align(format, kind->across);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (kind->is_bold || QCDC_FAULT("workbook-bold", look->is_bold, false))
        format_set_bold(format);
    if (kind->is_italic)
        format_set_italic(format);
    if (kind->has_border)
        format_set_border(format, LXW_BORDER_THIN);
    if (kind->is_wrapped)
        format_set_text_wrap(format);
    if (look->look == LOOK_FIGURE)
        format_set_indent(format, 1);
    if (look->level > 0)
        format_set_indent(format, look->level < MOST_INDENT ? look->level : MOST_INDENT);
    if (look->is_number)
        set_number(format, look);
}

lxw_format *workbook_format(Workbook *workbook, WorkbookFormat look)
{
    for (size_t i = 0; i < workbook->formats.count; i++) {
        const WorkbookFormat *known = &ARRAY_AT(&workbook->formats, WorkbookFormat, i);
        if (is_same(known, &look))
            return known->format;
    }
    look.format = workbook->failed ? NULL : workbook_add_format(workbook->book);
    workbook->failed = look.format == NULL || !array_append(&workbook->formats, &look, 1, sizeof look);
    if (workbook->failed)
        return NULL;
    set_look(look.format, &look);
    return look.format;
}

/* The sheet */

/* A name as Excel takes it: few characters, none of its own marks, and not that of its own sheet. */
static void append_sheet_name(const char *name, Text *out)
{
    if (g_ascii_strcasecmp(name, "history") == 0)
        text_append(out, "-");
    for (size_t count = 0; *name != '\0' && count < SHEET_NAME; count++) {
        size_t length = (size_t)(g_utf8_next_char(name) - name);
        if (strchr("[]:*?/\\'", *name) != NULL || (unsigned char)*name < 0x20)
            text_append(out, "-");
        else
            text_append_bytes(out, name, length);
        name += length;
    }
}

/* 2020-01-01 in the place of today, so that the same table makes the same bytes. */
static void set_properties(Workbook *workbook)
{
    lxw_doc_properties properties = {.created = QCDC_FAULT("workbook-created", 1577836800, 0)};
    if (workbook_set_properties(workbook->book, &properties) != LXW_NO_ERROR)
        workbook->failed = true;
}

static bool begin(Workbook *workbook, const char *name, const char *path)
{
    Text sheet_name = {0};
    append_sheet_name(name, &sheet_name);
    workbook->book = sheet_name.failed ? NULL : workbook_new(path);
    if (workbook->book != NULL)
        workbook->sheet = workbook_add_worksheet(workbook->book, sheet_name.length > 0 ? text_get(&sheet_name) : NULL);
    text_clear(&sheet_name);
    workbook->failed = workbook->sheet == NULL;
    if (!workbook->failed)
        set_properties(workbook);
    return !workbook->failed;
}

/* The file */

static QcdcStatus fail_file(const char *path, const char *why, QcdcError *error)
{
    Text what = {0};
    text_append(&what, "cannot be written: ");
    text_append(&what, why);
    qcdc_error_set(error, QCDC_STATUS_IO, path, 0, 0, what.failed ? "cannot be written" : text_get(&what), path,
                   "is there the folder, room on the disk, leave to write?");
    text_clear(&what);
    return QCDC_STATUS_IO;
}

static QcdcStatus fail_drawing(const char *path, lxw_error wrong, QcdcError *error)
{
    if (wrong != LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        return fail_file(path, lxw_strerror(wrong), error);
    return qcdc_error_set(error, QCDC_STATUS_IO, path, 0, 0,
                          "cannot be written: a text has more than 32767 characters, the most that a cell holds", path,
                          "is it a name, a title or a note?");
}

/* Fills @beside; numbers are written by printf, which asks the locale of the thread. */
static QcdcStatus write_beside(const Table *table, const char *name, const char *path, const char *beside, QcdcError *error)
{
    Workbook workbook = {0};
    WorkbookMeasure measure = {0};
    locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (plain == (locale_t)0)
        return memory_fail(error);
    locale_t before = uselocale(plain);
    bool is_drawn = workbook_measure(table, &measure) && begin(&workbook, name, beside);
    if (is_drawn)
        workbook_draw(&workbook, table, &measure);
    lxw_error wrong = workbook.book != NULL ? workbook_close(workbook.book) : LXW_ERROR_MEMORY_MALLOC_FAILED;
    bool failed = !is_drawn || workbook.failed || wrong == LXW_ERROR_MEMORY_MALLOC_FAILED;
    uselocale(before);
    freelocale(plain);
    array_clear(&workbook.formats);
    workbook_measure_clear(&measure);
    wrong = workbook.wrong != LXW_NO_ERROR ? workbook.wrong : wrong;
    if (failed)
        return memory_fail(error);
    return wrong != LXW_NO_ERROR ? fail_drawing(path, wrong, error) : QCDC_OK;
}

enum {
    OF_NEW = 0666,     /* less what the umask of the process takes */
    OF_OWNER = 0600,
    OF_ALL = 07777
};

/* A new file of a name that nobody has: what stands beside the old one, a link too, is left as it is. @beside ends in XXXXXX; out,
 * the mode that the file shall have. libxlsxwriter would complain on stderr of a file that cannot be made. */
static bool make_beside(const char *path, char *beside, bool *out_is_old, unsigned *out_mode)
{
    struct stat old;
    *out_is_old = stat(path, &old) == 0;
    *out_mode = *out_is_old ? old.st_mode & OF_ALL : OF_NEW;
    int file = g_mkstemp_full(beside, O_RDWR | O_CLOEXEC, (int)(*out_is_old ? OF_OWNER : *out_mode));
    return file >= 0 && close(file) == 0;
}

static QcdcStatus move_to(const char *path, const char *beside, bool is_old, unsigned mode, QcdcError *error)
{
    bool is_fit = !is_old || QCDC_FAULT("workbook-mode", chmod(beside, mode), 0) == 0;
    if (is_fit && QCDC_FAULT("workbook-rename", rename(beside, path), 0) == 0)
        return QCDC_OK;
    return fail_file(path, g_strerror(errno), error);
}

static QcdcStatus write_file(const Table *table, const char *name, const char *path, char *beside, QcdcError *error)
{
    bool is_old;
    unsigned mode;
    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return fail_file(path, "it is no file", error);
    if (!make_beside(path, beside, &is_old, &mode))
        return fail_file(path, g_strerror(errno), error);
    QcdcStatus status = write_beside(table, name, path, beside, error);
    if (status == QCDC_OK)
        status = move_to(path, beside, is_old, mode, error);
    if (status != QCDC_OK)
        remove(beside);
    return status;
}

/* A link stays: what it leads to is written anew. */
static QcdcStatus write_through(const Table *table, const char *name, const char *path, QcdcError *error)
{
    char *target = realpath(path, NULL);
    Text beside = {0};
    text_append(&beside, target != NULL ? target : path);
    text_append(&beside, ".XXXXXX");
    char *place = text_steal(&beside);
    QcdcStatus status = place == NULL ? memory_fail(error) : write_file(table, name, target != NULL ? target : path, place, error);
    qcdc_free(place);
    free(target);
    return status;
}

QcdcStatus table_write_workbook(Table *table, const char *name, const char *path, QcdcError *error)
{
    bool failed = table->failed || table->bytes.failed || table->caption.failed || table->notes.failed;
    QcdcStatus status = failed ? memory_fail(error) : write_through(table, name, path, error);
    table_clear(table);
    return status;
}
