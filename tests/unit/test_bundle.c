/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "exchange/bundle-private.h"

/* Bundles in memory: a file is a name and a text; NULL leaves the usual text. */
typedef struct Texts {
    const char *ini, *units, *indicators, *observations, *more_name;
} Texts;

static const char usual_ini[] = "[bundle]\nformat=1\ntitle=Tỉnh A\ndefault_unit=a\ndefault_period=2022\n";
static const char usual_units[] = "code,name,level,parent\na,Tỉnh A,0,\nb,Xã B,1,a\n";
static const char usual_indicators[] = "code,name,nature,measure\nvisits,Lượt,flow,lượt\n";
static const char usual_observations[] = "unit,indicator,period,value\nb,visits,2022,12\n";

static QcdcStatus read_texts(const Texts *texts, const QcdcBundleOptions *options, QcdcFindings *findings,
                             QcdcBundle **out_bundle, QcdcError *error)
{
    BundleFile files[] = {
        { "bundle.ini", texts->ini != NULL ? texts->ini : usual_ini, 0 },
        { "units.csv", texts->units != NULL ? texts->units : usual_units, 0 },
        { "indicators.csv", texts->indicators != NULL ? texts->indicators : usual_indicators, 0 },
        { "observations.csv", texts->observations != NULL ? texts->observations : usual_observations, 0 },
        { texts->more_name != NULL ? texts->more_name : "README.md", "x\n", 0 },
    };
    BundleFolder folder = { .files = files, .file_count = G_N_ELEMENTS(files) };

    for (size_t k = 0; k < G_N_ELEMENTS(files); k++)
        files[k].length = strlen(files[k].bytes);
    return bundle_read_folder(&folder, options, findings, out_bundle, error);
}

/* The codes of what was found, "F112 F050". */
static char *read_codes(const Texts *texts, const QcdcBundleOptions *options, QcdcStatus *status)
{
    QcdcFindings *findings = NULL;
    QcdcBundle *bundle = NULL;
    GString *codes = g_string_new(NULL);

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    *status = read_texts(texts, options, findings, &bundle, NULL);
    CU_ASSERT_EQUAL(bundle != NULL, *status == QCDC_OK);
    for (size_t k = 0; k < qcdc_findings_get_count(findings); k++) {
        QcdcFinding finding;
        qcdc_findings_get_item(findings, k, &finding);
        g_string_append_printf(codes, "%s%s", k > 0 ? " " : "", finding.code + strlen("QCDC-"));
    }
    qcdc_bundle_unref(bundle);
    qcdc_findings_free(findings);
    return g_string_free(codes, FALSE);
}

static void check_codes(Texts texts, const QcdcBundleOptions *options, QcdcStatus expected_status, const char *expected)
{
    QcdcStatus status;
    char *codes = read_codes(&texts, options, &status);

    if (strcmp(codes, expected) != 0)
        printf("# expected %s, got %s\n", expected, codes);
    CU_ASSERT_EQUAL(status, expected_status);
    CU_ASSERT_STRING_EQUAL(codes, expected);
    g_free(codes);
}

#define REFUSED(expected, ...) check_codes((Texts){ __VA_ARGS__ }, NULL, QCDC_STATUS_FINDINGS, expected)
#define ACCEPTED(expected, ...) check_codes((Texts){ __VA_ARGS__ }, NULL, QCDC_OK, expected)

static void what_a_bundle_says(void)
{
    Texts texts = { .ini = "# a comment\n[bundle]\r\nformat=1\r\ntitle=Tỉnh A\ndefault_unit=a\n\n[plans]\nke-hoach=kế hoạch\n"
                           "[groups]\nmien-nui=các xã miền núi\n[style]\nverb=elide\npercent_decimals=2\n" };
    QcdcBundle *bundle = NULL;

    CU_ASSERT_EQUAL_FATAL(read_texts(&texts, NULL, NULL, &bundle, NULL), QCDC_OK);
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_title(bundle), "Tỉnh A");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_unit(bundle), "a");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_period(bundle), "");
    CU_ASSERT_EQUAL(qcdc_bundle_get_style(bundle)->verb, QCDC_VERB_ELIDE);
    CU_ASSERT_EQUAL(qcdc_bundle_get_style(bundle)->percent_decimals, 2);
    CU_ASSERT_EQUAL(qcdc_catalog_get_unit_count(qcdc_bundle_get_catalog(bundle)), 2);
    CU_ASSERT_EQUAL(qcdc_dataset_get_count(qcdc_bundle_get_dataset(bundle)), 1);
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_plan_words(qcdc_bundle_get_catalog(bundle), 0), "kế hoạch");
    CU_ASSERT_STRING_EQUAL(qcdc_catalog_get_group_name(qcdc_bundle_get_catalog(bundle), 0), "mien-nui");
    CU_ASSERT_PTR_EQUAL(qcdc_bundle_ref(bundle), bundle);
    qcdc_bundle_unref(bundle);
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_title(bundle), "Tỉnh A");
    qcdc_bundle_unref(bundle);
}

static void no_bundle(void)
{
    CU_ASSERT_PTR_NULL(qcdc_bundle_ref(NULL));
    qcdc_bundle_unref(NULL);
    CU_ASSERT_PTR_NULL(qcdc_bundle_get_dataset(NULL));
    CU_ASSERT_PTR_NULL(qcdc_bundle_get_catalog(NULL));
    CU_ASSERT_PTR_NULL(qcdc_bundle_get_style(NULL));
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_title(NULL), "");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_unit(NULL), "");
    CU_ASSERT_STRING_EQUAL(qcdc_bundle_get_default_period(NULL), "");
}

static void settings_that_are_refused(void)
{
    REFUSED("F129", .ini = "[bundle]\ntitle=x\n");
    REFUSED("F126", .ini = "[bundle]\nformat=2\n");
    REFUSED("F122", .ini = "[bundle]\nformat=1\nformat=1\n");
    REFUSED("F123", .ini = "[bundle]\nformat=1\n[style]\nverb=elide\n[bundle]\n");
    REFUSED("F124", .ini = "[bundle]\nformat=1\n[plan]\nx=y\n");
    REFUSED("F125", .ini = "[bundle]\nformat=1\nformats=1\n");
    REFUSED("F125", .ini = "[bundle]\nformat=1\ntitle[vi]=x\n");
    REFUSED("F125", .ini = "[bundle]\nformat=1\n[style]\nverbs=elide\n");
    REFUSED("F126", .ini = "[bundle]\nformat=1\nnumber_format=en\n");
    REFUSED("F126", .ini = "[bundle]\nformat=1\nseparator=|\n");
    REFUSED("F126", .ini = "[bundle]\nformat=1\ngroups=some\n");
    REFUSED("F130", .ini = "[bundle]\nformat=1\n[groups]\n*=x\n");
    REFUSED("F126", .ini = "[bundle]\nformat=1\ndefault_period=2022-Q5\n");
    REFUSED("F132", .ini = "[bundle]\nformat=1\ncalendar=decree-9\n");
    REFUSED("F128", .ini = "[bundle]\nformat=1\n[style]\nverb=twice\n");
    REFUSED("F130", .ini = "[bundle]\nformat=1\n[plans]\nactual=x\n");
    REFUSED("F131", .ini = "[bundle]\nformat=1\ndefault_unit=z\n");
    REFUSED("F121", .ini = "[bundle]\nformat=1\ntitle=a\\qb\n");
    REFUSED("F120", .ini = "format=1\n");
    REFUSED("F120", .ini = "[bundle]\nformat=1\nfree words\n");
    REFUSED("F120", .ini = "[bundle\nformat=1\n");
    REFUSED("F106", .ini = "[bundle]\nformat=1\ntitle=\xFF\n");
    REFUSED("F101", .ini = "");
}

static void headers(void)
{
    REFUSED("F112", .units = "code,name,level,parrent\na,A,0,\n");
    REFUSED("F113", .units = "code,name,level,name\na,A,0,\n");
    REFUSED("F113", .units = "code,name,level,x_a,x_a\na,A,0,1,2\n");
    REFUSED("F112", .units = "code,name,level,x_\na,A,0,\n");
    REFUSED("F112", .units = "code,name,level,\na,A,0,\n");

    REFUSED("F114 F114 F112 F112", .indicators = "code,name,natures,mesure\nv,V,flow,lượt\n");
    ACCEPTED("", .units = "code,name,level,parent.health\na,A,0,\nb,B,0,a\n");
    ACCEPTED("", .units = "code,name,parent.health,level,parent.thuế\na,A,,0,\nb,B,a,0,-\n");
    REFUSED("F113", .units = "code,name,level,parent.health,parent.health\na,A,0,,\n");
    REFUSED("F095", .units = "code,name,level,parent.parent\na,A,0,\n");
    REFUSED("F095", .units = "code,name,level,parent.x \na,A,0,\n");
    REFUSED("F112", .units = "code,name,level,parent.\na,A,0,\n");
    REFUSED("F112", .indicators = "code,name,nature,measure,parent.health\nvisits,V,flow,lượt,\n");
    REFUSED("F013", .units = "code,name,level,parent.health\na,A,0,z\nb,B,0,\n");
    ACCEPTED("", .units = "x_phone,level,name,code\n1,0,A,a\n2,0,B,b\n");
}

static void files_of_later_versions(void)
{
    ACCEPTED("F116", .more_name = "history.csv");
    ACCEPTED("", .more_name = "notes.csv");
}

static void faults_of_all_files_in_file_order(void)
{
    REFUSED("F125 F015 F033 F050", .ini = "[bundle]\nformat=1\ntitel=x\n", .units = "code,name,level,parent\na,A,0,a\n",
            .indicators = "code,name,nature,measure,formula\nvisits,V,flow,lượt,\nw,W,flow,lượt,+\n",
            .observations = "unit,indicator,period,value\nz,visits,2022,1\n");
}

static void a_lost_row_is_one_fault(void)
{
    REFUSED("F111", .units = "code,name,level,parent\na,A,0,\nb,B,1\n");
    REFUSED("F111 F053", .units = "code,name,level,parent\na,A,0,\nb,B,1\n",
            .observations = "unit,indicator,period,value\nb,visits,2022,1\na,visit,2022,1\n");
    REFUSED("F110", .indicators = "code,name,nature,measure\nvisits,L\"ượt,flow,lượt\n");
}

static void numbers_are_declared(void)
{
    QcdcBundleOptions options = { .size = sizeof options, .number_writing = QCDC_NUMBER_WRITING_VI };
    Texts texts = { .observations = "unit,indicator,period,value\nb,visits,2022,1.234\n" };

    check_codes(texts, NULL, QCDC_STATUS_FINDINGS, "F056");
    check_codes(texts, &options, QCDC_OK, "");
    texts.ini = "[bundle]\nformat=1\nnumber_format=vi\n";
    check_codes(texts, NULL, QCDC_OK, "");
}

static void limits_are_options(void)
{
    QcdcBundleOptions options = { .size = sizeof options, .max_rows = 1 };

    check_codes((Texts){ .ini = NULL }, &options, QCDC_STATUS_FINDINGS, "F104");
    options = (QcdcBundleOptions){ .size = sizeof options, .max_field_bytes = 9 };
    check_codes((Texts){ .units = "code,name,level\na,Tỉnh A1,0\nb,Tỉnh AB2,0\n" }, &options, QCDC_STATUS_FINDINGS, "F105");
    options = (QcdcBundleOptions){ .size = sizeof options, .max_file_bytes = 60 };
    check_codes((Texts){ .observations = "unit,indicator,period,value\nb,visits,2022,12\nb,visits,2021,12\n" }, &options,
                QCDC_STATUS_FINDINGS, "F103");
}

static void without_findings_the_first_fault_is_the_error(void)
{
    Texts texts = { .units = "code,name,level,parent\na,A,0,z\n", .ini = "[bundle]\nformat=1\ntitel=x\n" };
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL(read_texts(&texts, NULL, NULL, &bundle, &error), QCDC_STATUS_FINDINGS);
    CU_ASSERT_PTR_NULL(bundle);
    CU_ASSERT_STRING_EQUAL(error.source, "bundle.ini");
    CU_ASSERT_EQUAL(error.row, 3);
    CU_ASSERT_PTR_NOT_NULL(strstr(error.text, "[bundle] titel is not known; did you mean \"title\"?"));
}

static void wrong_calls_are_refused(void)
{
    QcdcBundleOptions options = { .size = 3 };
    Texts texts = { .ini = NULL };
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL(read_texts(&texts, &options, NULL, &bundle, &error), QCDC_STATUS_ARGUMENT);
    options = (QcdcBundleOptions){ .size = sizeof options, .number_writing = QCDC_NUMBER_WRITING_END };
    CU_ASSERT_EQUAL(read_texts(&texts, &options, NULL, &bundle, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_read(NULL, NULL, NULL, &bundle, &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_EQUAL(qcdc_bundle_read("/nowhere/at/all", NULL, NULL, &bundle, &error), QCDC_STATUS_IO);
    CU_ASSERT_EQUAL(qcdc_bundle_write(NULL, "/tmp", &error), QCDC_STATUS_ARGUMENT);
    CU_ASSERT_PTR_NULL(bundle);
}

/* Writing: into a folder of its own that goes with the test. */

static const char *const file_names[] = { "bundle.ini", "units.csv", "indicators.csv", "observations.csv" };

static void remove_folder(char *folder)
{
    for (size_t k = 0; k < G_N_ELEMENTS(file_names); k++) {
        char *path = g_build_filename(folder, file_names[k], NULL);
        g_unlink(path);
        g_free(path);
    }
    CU_ASSERT_EQUAL(g_rmdir(folder), 0); /* nothing else may lie there */
    g_free(folder);
}

static char *read_file(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL), *text = NULL;

    CU_ASSERT_TRUE(g_file_get_contents(path, &text, NULL, NULL));
    g_free(path);
    return text;
}

static void check_file(const char *folder, const char *name, const char *expected)
{
    char *text = read_file(folder, name);

    if (g_strcmp0(text, expected) != 0)
        printf("# %s: expected:\n%s# got:\n%s", name, expected, text);
    CU_ASSERT_STRING_EQUAL(text, expected);
    g_free(text);
}

static const Texts rich = {
    .ini = "[bundle]\nformat=1\ntitle=\\s Tỉnh A; B\nnumber_format=vi\ndefault_unit=a\ndefault_period=2022\n[plans]\nke-hoach=kế hoạch{}\n"
           "[groups]\nnui=miền núi\n[style]\nvalue_joiner=\\svới\nverb=repeat\npercent=alone\n",
    .units = "code;name;level;parent;id;groups;x_note;valid_from;valid_to\na;Tỉnh A;0;;;;;;\nb;\"Xã B; \"\"cũ\"\"\";1;a;u-b;nui;\"hai\ndòng\";;2020-12-31\n"
             "b2;Xã B, mới;1;a;u-b;nui;;2021-01-01;\n",
    .indicators = "code;name;nature;measure;decimals;formula\nvisits;Lượt;flow;lượt;;\nmoney;Thu;flow;tỷ đồng;2;\nrate;Tỷ lệ;ratio;%;;visits / money\n"
                  "place;Hạng;rank;bậc;;\n",
    .observations = "unit;indicator;period;value;obs_status;scope;scenario;hedge;field;origin;source;x_by\n"
                    "u-b;visits;2020;1.234;P+B;own;actual;trên;;derived;\"sổ \"\"A\"\", tờ 2\";Lan\nb2;money;2022;1,5;;;;;;;;\na;money;2022;;O;total;;;;;;\n"
                    "a;visits;2022-01/P10M;-0;;;ke-hoach;;;reported;;\na;place;2022;15;;;;;63;;;\n",
};

static QcdcBundle *read_rich(void)
{
    QcdcBundle *bundle = NULL;
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL_FATAL(read_texts(&rich, NULL, NULL, &bundle, &error), QCDC_OK);
    return bundle;
}

static void what_is_written(void)
{
    QcdcBundle *bundle = read_rich();
    char *folder = g_dir_make_tmp("qcdc-XXXXXX", NULL);

    CU_ASSERT_EQUAL(qcdc_bundle_write(bundle, folder, NULL), QCDC_OK);
    check_file(folder, "bundle.ini", "[bundle]\nformat=1\ntitle=\\s\\sTỉnh A; B\nnumber_format=canonical\nseparator=,\ndefault_unit=a\ndefault_period=2022\n"
                                     "\n[plans]\nke-hoach=kế hoạch{}\n\n[groups]\nnui=miền núi\n\n[style]\npercent=alone\nvalue_joiner=\\svới\n");
    check_file(folder, "units.csv", "code,name,level,parent,id,groups,valid_from,valid_to,x_note\na,Tỉnh A,0,,,,,,\n"
                                    "b,\"Xã B; \"\"cũ\"\"\",1,a,u-b,nui,,2020-12-31,\"hai\ndòng\"\nb2,\"Xã B, mới\",1,a,u-b,nui,2021-01-01,,\n");
    check_file(folder, "indicators.csv", "code,name,nature,measure,decimals,formula\nvisits,Lượt,flow,lượt,,\nmoney,Thu,flow,tỷ đồng,2,\n"
                                         "rate,Tỷ lệ,ratio,%,,visits / money\nplace,Hạng,rank,bậc,,\n");
    check_file(folder, "observations.csv",
               "unit,indicator,period,value,obs_status,scope,scenario,hedge,field,origin,source,x_by\n"
               "u-b,visits,2020,1234,P+B,,,trên,,derived,\"sổ \"\"A\"\", tờ 2\",Lan\nu-b,money,2022,1.50,,,,,,,,\na,money,2022,,O,total,,,,,,\n"
               "a,visits,2022-01/P10M,0,,,ke-hoach,,,,,\na,place,2022,15,,,,,63,,,\n");
    qcdc_bundle_unref(bundle);
    remove_folder(folder);
}

static void written_and_read_is_written_the_same(void)
{
    QcdcBundle *bundle = read_rich(), *again = NULL;
    char *first = g_dir_make_tmp("qcdc-XXXXXX", NULL), *place = g_dir_make_tmp("qcdc-XXXXXX", NULL);
    char *second = g_build_filename(place, "made", NULL);

    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_write(bundle, first, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_read(first, NULL, NULL, &again, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(qcdc_bundle_write(again, second, NULL), QCDC_OK);
    for (size_t k = 0; k < G_N_ELEMENTS(file_names); k++) {
        char *text = read_file(first, file_names[k]);
        check_file(second, file_names[k], text);
        g_free(text);
    }
    qcdc_bundle_unref(bundle);
    qcdc_bundle_unref(again);
    remove_folder(first);
    remove_folder(second);
    g_rmdir(place);
    g_free(place);
}

static void a_bundle_is_not_written_over(void)
{
    QcdcBundle *bundle = read_rich();
    char *folder = g_dir_make_tmp("qcdc-XXXXXX", NULL);
    char *path = g_build_filename(folder, "units.csv", NULL);
    QcdcError error = { 0 };

    CU_ASSERT_TRUE(g_file_set_contents(path, "kept", -1, NULL));
    CU_ASSERT_EQUAL(qcdc_bundle_write(bundle, folder, &error), QCDC_STATUS_DUPLICATE);
    check_file(folder, "units.csv", "kept");
    g_unlink(path);
    CU_ASSERT_EQUAL(qcdc_bundle_write(bundle, path, &error), QCDC_OK); /* the folder is made */
    remove_folder(path);
    qcdc_bundle_unref(bundle);
    CU_ASSERT_EQUAL(g_rmdir(folder), 0);
    g_free(folder);
}

static void a_folder_that_cannot_be_made(void)
{
    QcdcBundle *bundle = read_rich();
    QcdcError error = { 0 };

    CU_ASSERT_EQUAL(qcdc_bundle_write(bundle, "/nowhere/at/all", &error), QCDC_STATUS_IO);
    CU_ASSERT_STRING_EQUAL(error.source, "/nowhere/at/all");
    qcdc_bundle_unref(bundle);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "what a bundle says", what_a_bundle_says },
        { "no bundle is asked nothing", no_bundle },
        { "settings that are refused", settings_that_are_refused },
        { "header rows", headers },
        { "files of later versions give a warning", files_of_later_versions },
        { "faults of all files in file order", faults_of_all_files_in_file_order },
        { "a lost row is one fault", a_lost_row_is_one_fault },
        { "the writing of numbers is declared", numbers_are_declared },
        { "limits are options", limits_are_options },
        { "without findings the first fault is the error", without_findings_the_first_fault_is_the_error },
        { "wrong calls are refused", wrong_calls_are_refused },
        { "what is written", what_is_written },
        { "what was written and read is written the same", written_and_read_is_written_the_same },
        { "a bundle is not written over", a_bundle_is_not_written_over },
        { "a folder that cannot be made", a_folder_that_cannot_be_made },
    };

    return SUITE_RUN("bundle", tests, argc, argv);
}
