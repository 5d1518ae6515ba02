/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* Templates that are filled (D66). */

#include "suite.h"

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <qcdc/template.h>

#include "exchange/bundle-private.h"
#include "expect.h"
#include "failing-memory.h"
#include "tables.h"
#include "writing/escape-private.h"

static QcdcBundle *read_bundle(const char *units, const char *places)
{
    BundleFile files[] = {
        { "bundle.ini", "[bundle]\nformat=1\n[plans]\nke-hoach=kế hoạch\n", 0 },
        { "units.csv", units, 0 },
        { "indicators.csv", "code,name,nature,measure,over_units\nn,N,flow,m,\ns,S,flow,m,refused\n", 0 },
        { "observations.csv", "unit,indicator,period,value,scenario\na,n,2022,5,\na,n,2021,12005,\na,n,2020,12006,\na,n,2022,6,ke-hoach\n", 0 },
        { "places.csv", places, 0 },
    };
    const BundleFolder folder = { .files = files, .file_count = G_N_ELEMENTS(files) };
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };
    for (size_t k = 0; k < G_N_ELEMENTS(files); k++)
        files[k].length = strlen(files[k].bytes);
    if (bundle_read_folder(&folder, NULL, NULL, &bundle, &error) != QCDC_OK)
        printf("# %s\n", error.text);
    CU_ASSERT_PTR_NOT_NULL_FATAL(bundle);
    return bundle;
}

static const char units[] = "code,name,level\na,A & B,0\n";
static const char places[] = "name,shows,indicator,base,period\nv,value,n,,\nu,unit,,,\nb,base,n,,\nd,difference,n,,\np,percent,n,,2021\n"
                             "k,percent,n,plan,\nc,change,n,previous,\nmany,sentence,n,same-period|plan,\n";

/* The filled text, or the findings as lines; freed with free(). */
static char *fill_bytes(const char *text, size_t length, const QcdcFillOptions *options)
{
    QcdcBundle *bundle = read_bundle(units, places);
    QcdcFindings *findings = NULL;
    char *filled = NULL, *answer;
    qcdc_findings_new(0, &findings, NULL);
    QcdcStatus status = qcdc_bundle_fill(bundle, options, text, length, findings, &filled, NULL);
    CU_ASSERT_EQUAL(status == QCDC_OK, filled != NULL);
    CU_ASSERT_EQUAL(status == QCDC_STATUS_FINDINGS, qcdc_findings_get_total(findings) > 0);
    answer = filled != NULL ? strcpy(malloc(strlen(filled) + 1), filled) : findings_to_lines(findings);
    qcdc_free(filled);
    qcdc_findings_free(findings);
    qcdc_bundle_unref(bundle);
    return answer;
}

static void expect_filled(const char *text, const char *wanted)
{
    char *answer = fill_bytes(text, strlen(text), NULL);
    expect_text(text, answer, wanted);
    free(answer);
}

static void places_are_filled_and_the_rest_stays(void)
{
    expect_filled("", "");
    expect_filled("{ {{v}} } {{ v\t}}{{v}}", "{ 05 } 0505");
    expect_filled("\xEF\xBB\xBF{{v}}\r\nx\ry\n", "\xEF\xBB\xBF" "05\r\nx\ry\n");
    expect_filled("{{{{v}} {{{{{{{{ }} }", "{{v}} {{{{ }} }");
    expect_filled("{{u}} {{b}} {{d}} {{k}} {{p}}", "A & B 12.005 -12.000 83,3% dưới 0,1%");
    expect_filled("{{c}}", "giảm 12.000 m so với năm trước");
    expect_filled("{{many}}", "Năm 2022, A & B: N 05 m (giảm 12.000 m so với cùng kỳ năm trước, đạt 83,3% kế hoạch).");
}

static void what_is_wrong_has_a_place(void)
{
    expect_filled("a\r\n\r{{w}}\n{{v", "F222 template:3:1: place \"w\" is not known; a name of places.csv; {{{{ writes {{\n"
                  "F221 template:4:1: place is not closed in its line; close it with }}; {{{{ writes {{\n");
    expect_filled("\xEF\xBB\xBFđ {{v {{u}} {{}} {{{v}}", "F221 template:1:4: place is not closed in its line; close it with }}; {{{{ writes {{\n"
                  "F221 template:1:14: place \"\" is no name; letters a-z, A-Z, digits, _ and -; {{{{ writes {{\n"
                  "F221 template:1:19: place \"{v\" is no name; letters a-z, A-Z, digits, _ and -; {{{{ writes {{\n");
    expect_filled("ok\n\xE9\xE9\n\xE9 {{w}}", "F220 template:2:1: line is not UTF-8: its byte 0xE9; save the file as UTF-8\n"
                  "F220 template:3:1: line is not UTF-8: its byte 0xE9; save the file as UTF-8\n"
                  "F222 template:3:3: place \"w\" is not known; a name of places.csv; {{{{ writes {{\n");
    expect_filled("\xFF\xFE{", "F220 template: template is UTF-16; save the file as UTF-8\n");
    char *answer = fill_bytes("x\0y", 3, NULL);
    expect_text("NUL", answer, "F220 template:1:2: line holds a NUL byte; is this a text file?\n");
    free(answer);
    const QcdcFillOptions early = { .size = sizeof early, .period = "2019", .source = "x.txt" };
    answer = fill_bytes("{{v}} {{v}}{{c}}", 16, &early);
    expect_text("absent", answer, "F223 x.txt:1:1: place \"v\" has no figure; nothing was reported, or it cannot be compared; see qcdc explain\n"
                "F223 x.txt:1:12: place \"c\" has nothing to say; nothing was reported, or it cannot be compared; see qcdc explain\n");
    free(answer);
    const QcdcFillOptions first = { .size = sizeof first, .period = "0001" };
    answer = fill_bytes("{{c}}", 5, &first);
    expect_text("refused", answer, "F224 template:1:1: place \"c\" cannot be filled: period \"0001\" has no previous period; years are 0001 … 9999\n");
    free(answer);
}

static void the_format_is_asked_for_or_the_name_s(void)
{
    static const struct {
        const char *source;
        QcdcTemplateFormat format;
        const char *wanted;
    } rows[] = { { NULL, QCDC_TEMPLATE_DEFAULT, "A & B" },        { "x.html", QCDC_TEMPLATE_DEFAULT, "A &amp; B" },
                 { "x.HTM", QCDC_TEMPLATE_DEFAULT, "A &amp; B" }, { "x.md", QCDC_TEMPLATE_DEFAULT, "A &amp; B" },
                 { "x.html", QCDC_TEMPLATE_TEXT, "A & B" },       { "html", QCDC_TEMPLATE_DEFAULT, "A & B" },
                 { "x", QCDC_TEMPLATE_HTML, "A &amp; B" } };
    for (size_t k = 0; k < G_N_ELEMENTS(rows); k++) {
        const QcdcFillOptions options = { .size = sizeof options, .source = rows[k].source, .format = rows[k].format };
        char *answer = fill_bytes("{{u}}", 5, &options);
        expect_text(rows[k].source != NULL ? rows[k].source : "", answer, rows[k].wanted);
        free(answer);
    }
}

static void expect_escaped(QcdcTableFormat format, bool at_start, const char *text, const char *wanted)
{
    Text out = { 0 };
    escape_append(&out, text, format, "\r\n", at_start);
    expect_text(text, text_get(&out), wanted);
    text_clear(&out);
}

static void what_is_put_in_is_no_markup(void)
{
    expect_escaped(QCDC_TABLE_TEXT, true, "a<b>\t&\n*c*", "a<b> &\r\n*c*");
    expect_escaped(QCDC_TABLE_HTML, true, "<a href='x'>\"&\"\n\x07", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;<br>\r\n ");
    expect_escaped(QCDC_TABLE_MARKDOWN, false, "# \\`*_[x]|~<&>-\n- 1.", "# \\\\\\`\\*\\_\\[x\\]\\|\\~&lt;&amp;>-\\\r\n\\- 1.");
    expect_escaped(QCDC_TABLE_MARKDOWN, true, "# x", "\\# x");
    expect_escaped(QCDC_TABLE_MARKDOWN, true, "12) x\n3.5\n2022", "12\\) x\\\r\n3\\.5\\\r\n2022");
    expect_escaped(QCDC_TABLE_MARKDOWN, true, "    x", "&#32;   x");
    CU_ASSERT(escape_is_line_start(true, "> 1. - ", 7));
    CU_ASSERT_FALSE(escape_is_line_start(true, "> x ", 4));
    CU_ASSERT_FALSE(escape_is_line_start(false, "- ", 2));
    CU_ASSERT(escape_is_line_start(false, "x\r  ", 4));
}

static void several_units_at_the_top_are_no_one_unit(void)
{
    QcdcBundle *bundle = read_bundle("code,name,level\na,A,0\nb,B,0\n", places);
    QcdcError error = { 0 };
    char *filled = NULL;
    const QcdcFillOptions options = { .size = sizeof options, .unit = "a" };
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, NULL, "{{v}}", 5, NULL, &filled, &error), QCDC_STATUS_FINDINGS);
    expect_text("several", error.text, "template:1:1: place \"v\" cannot be filled: is for one unit, and several stand at the top; name the "
                "unit in places.csv, in default_unit, or in the call");
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, &options, "{{v}}", 5, NULL, &filled, &error), QCDC_OK);
    qcdc_free(filled);
    qcdc_bundle_unref(bundle);
}

static void callers_mistakes_are_told(void)
{
    QcdcBundle *bundle = read_bundle(units, places);
    char *filled = NULL;
    const QcdcFillOptions other = { .size = 3 }, none = { .format = QCDC_TEMPLATE_END }, unit = { .unit = "z" }, period = { .period = "z" };
    CU_ASSERT_EQUAL(qcdc_bundle_fill(NULL, NULL, "", 0, NULL, &filled, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, NULL, NULL, 1, NULL, &filled, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, NULL, "", 0, NULL, NULL, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, &other, "", 0, NULL, &filled, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, &none, "", 0, NULL, &filled, NULL), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, &unit, "", 0, NULL, &filled, NULL), QCDC_STATUS_NOT_FOUND);
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, &period, "", 0, NULL, &filled, NULL), QCDC_STATUS_SYNTAX);
    CU_ASSERT_EQUAL(qcdc_bundle_fill(bundle, NULL, NULL, 0, NULL, &filled, NULL), QCDC_OK);
    expect_text("empty", filled, "");
    qcdc_free(filled);
    qcdc_bundle_unref(bundle);
}

/* Time goes with the length, whatever stands in it. */
static void templates_may_be_large(void)
{
    static const char *const pieces[] = { "{{v}}", "{{", "{{v", "{", "}}", "{{{{" };
    const size_t count = 1000000;
    for (size_t k = 0; k < G_N_ELEMENTS(pieces); k++) {
        GString *text = g_string_new(NULL);
        for (size_t i = 0; i < count; i++)
            g_string_append(text, pieces[k]);
        char *answer = fill_bytes(text->str, text->len, NULL);
        CU_ASSERT(answer[0] != '\0');
        if (k == 0)
            CU_ASSERT_EQUAL(strlen(answer), 2 * count);
        free(answer);
        g_string_free(text, TRUE);
    }
}

static void there_are_limits(void)
{
    GString *text = g_string_new(NULL);
    for (int k = 0; k < 1200; k++)
        g_string_append(text, "{{w}}\n");
    char *answer = fill_bytes(text->str, text->len, NULL), *line = g_strrstr(answer, "F224");
    expect_text("findings", line, "F224 template:1000:6: there are more than 1000 findings; the rest of the template was not looked at\n");
    free(answer);
    g_string_set_size(text, (64 << 20) + 1);
    memset(text->str, 'x', text->len);
    answer = fill_bytes(text->str, text->len, NULL);
    expect_text("size", answer, "F220 template: template has more than 64 MiB, which is the limit; split it\n");
    free(answer);
    g_string_set_size(text, 0);
    for (int k = 0; k < 4000000; k++)
        g_string_append(text, "{{many}}");
    answer = fill_bytes(text->str, text->len, NULL);
    CU_ASSERT(strstr(answer, "filled text has more than 256 MiB, which is the limit; split the template") != NULL);
    free(answer);
    g_string_free(text, TRUE);
}

static void a_failed_allocation_is_told(void)
{
    static const char text[] = "{{v}} {{u}} {{b}} {{d}} {{k}} {{c}} {{many}} {{{{";
    QcdcBundle *bundle = read_bundle(units, places);
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long count = 0;
    for (; status == QCDC_STATUS_MEMORY && count < 3000; count++) {
        char *filled = NULL;
        allowed = count;
        status = qcdc_bundle_fill(bundle, NULL, text, strlen(text), NULL, &filled, NULL);
        allowed = -1;
        CU_ASSERT_EQUAL(filled != NULL, status == QCDC_OK);
        qcdc_free(filled);
    }
    CU_ASSERT(count > 100);
    CU_ASSERT_EQUAL(status, QCDC_OK);
    qcdc_bundle_unref(bundle);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "places are filled, and the rest stays", places_are_filled_and_the_rest_stays },
        { "what is wrong has a place", what_is_wrong_has_a_place },
        { "the format is asked for, or the name's", the_format_is_asked_for_or_the_name_s },
        { "what is put in is no markup", what_is_put_in_is_no_markup },
        { "several units at the top are no one unit", several_units_at_the_top_are_no_one_unit },
        { "callers' mistakes are told", callers_mistakes_are_told },
        { "templates may be large", templates_may_be_large },
        { "there are limits", there_are_limits },
        { "a failed allocation is told", a_failed_allocation_is_told },
    };

    return SUITE_RUN("template", tests, argc, argv);
}
