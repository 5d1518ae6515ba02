/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* places.csv of a bundle (D65). */

#include "suite.h"

#include <string.h>

#include <glib.h>

#include "exchange/bundle-private.h"
#include "exchange/places-private.h"
#include "expect.h"
#include "failing-memory.h"
#include "tables.h"

#define HEADER "name,shows,unit,indicator,period,base,by,depth,basis,table,style\n"

static QcdcStatus read_places(const char *units, const char *places, QcdcFindings *findings, QcdcBundle **out_bundle)
{
    BundleFile files[] = {
        { "bundle.ini", "[bundle]\nformat=1\n[plans]\nke-hoach=kế hoạch\n[style]\npercent=alone\n", 0 },
        { "units.csv", units != NULL ? units : "code,name,level\na,A,0\n", 0 },
        { "indicators.csv", "code,name,nature,measure,formula\nn,N,flow,m,\nd,D,flow,m,\nr,R,ratio,%,n / d\n", 0 },
        { "observations.csv", "unit,indicator,period,value\n", 0 },
        { "places.csv", places, 0 },
    };
    const BundleFolder folder = { .files = files, .file_count = G_N_ELEMENTS(files) };
    for (size_t k = 0; k < G_N_ELEMENTS(files); k++)
        files[k].length = strlen(files[k].bytes);
    return bundle_read_folder(&folder, NULL, findings, out_bundle, NULL);
}

static void expect_found(const char *units, const char *places, const char *wanted)
{
    QcdcFindings *findings = NULL;
    QcdcBundle *bundle = NULL;
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    QcdcStatus status = read_places(units, places, findings, &bundle);
    CU_ASSERT_EQUAL(status, wanted[0] != '\0' ? QCDC_STATUS_FINDINGS : QCDC_OK);
    CU_ASSERT_EQUAL(bundle != NULL, status == QCDC_OK);
    char *lines = findings_to_lines(findings);
    expect_lines(lines, wanted);
    free(lines);
    qcdc_bundle_unref(bundle);
    qcdc_findings_free(findings);
}

static void names_are_names_and_each_is_one_place(void)
{
    expect_found(NULL, HEADER "a,unit,,,,,,,,,\n,unit,,,,,,,,,\nb c,unit,,,,,,,,,\na,period,,,,,,,,,\nđ,unit,,,,,,,,,\n"
                 "A-z_09,unit,,,,,,,,,\n"
                 "a234567890123456789012345678901234567890123456789012345678901234,unit,,,,,,,,,\n"
                 "a2345678901234567890123456789012345678901234567890123456789012345,unit,,,,,,,,,\n",
                 "F150 places.csv:3:1: name \"\" is no name of a place; 1 to 64 letters a-z, A-Z, digits, _ and -\n"
                 "F150 places.csv:4:1: name \"b c\" is no name of a place; 1 to 64 letters a-z, A-Z, digits, _ and -\n"
                 "F151 places.csv:5:1: name \"a\" is there already; each place has a name of its own\n"
                 "F150 places.csv:6:1: name \"đ\" is no name of a place; 1 to 64 letters a-z, A-Z, digits, _ and -\n"
                 "F150 places.csv:9:1: name \"a2345678901234567890123456789012345678901234567890123456789012345\" is no name of a place; 1 to 64 "
                 "letters a-z, A-Z, digits, _ and -\n");
}

static void what_a_place_names_is_there(void)
{
    expect_found(NULL, HEADER "a,sentense,,,,,,,,,\nb,unit,x,,,,,,,,\nc,value,,x,,,,,,,\nd,value,,n,2022-13,,,,,,\n"
                 "e,sentence,,n|x||d,,same|plan:y,,,,,\nf,sentence,,,,,kid,0,commun,,\ng,table,,,,,,,,b1,\nh,unit,,,,,,,,,percent|verb=repead\n",
                 "F152 places.csv:2:2: shows \"sentense\" is not known; did you mean \"sentence\"?\n"
                 "F153 places.csv:3:3: unit \"x\" is not known; a code or id of units.csv\n"
                 "F154 places.csv:4:4: indicator \"x\" is not known; a code of indicators.csv\n"
                 "F155 places.csv:5:5: period \"2022-13\" is not a period; months are 2022-01 … 2022-12\n"
                 "F154 places.csv:6:4: indicator \"\" is not known; a code of indicators.csv\n"
                 "F154 places.csv:6:4: indicator \"x\" is not known; a code of indicators.csv\n"
                 "F155 places.csv:6:6: base \"same\" is not a base; same-period, previous, plan[:NAME], unit:CODE, parent-mean or a period such as 2022 or 2022-S1\n"
                 "F155 places.csv:6:6: base \"same|plan:y\" names a plan that is not declared; plans stand under [plans] of bundle.ini\n"
                 "F156 places.csv:7:7: by \"kid\" is not known; known: none, child, level, group, indicator\n"
                 "F156 places.csv:7:8: depth \"0\" is no depth; 1, 2, 3 … or all\n"
                 "F156 places.csv:7:9: basis \"commun\" is not known; did you mean \"common\"?\n"
                 "F157 places.csv:8:10: table \"b1\" is not known; there are none: tables.csv says which\n"
                 "F158 places.csv:9:11: style \"percent|verb=repead\" holds what is not KEY=VALUE; KEY=VALUE, several joined by |\n"
                 "F158 places.csv:9:11: verb \"repead\" is not one of its values; repeat or elide\n");
}

static void columns_go_with_what_is_shown(void)
{
    expect_found(NULL, HEADER "a,value,,,,,,,,,\nb,value,,n,,2022,child,1,common,,\nc,change,,n|d,,previous|plan,,,,,\n"
                 "d,unit,,n,,,,,,,\ne,period,a,,,,,,,,\nf,base-period,,,,plan,,,,,\ng,rate,,n,,,,,,,\nh,table,,,,,,,,,\n",
                 "F159 places.csv:2:4: indicator \"\" is empty, and value needs it; a code of indicators.csv\n"
                 "F159 places.csv:3:6: base \"2022\" has no meaning where shows is value; leave it empty\n"
                 "F159 places.csv:3:7: by \"child\" has no meaning where shows is value; leave it empty\n"
                 "F159 places.csv:3:8: depth \"1\" has no meaning where shows is value; leave it empty\n"
                 "F159 places.csv:3:9: basis \"common\" has no meaning where shows is value; leave it empty\n"
                 "F159 places.csv:4:4: indicator \"n|d\" names several indicators; a place for one figure has one indicator\n"
                 "F159 places.csv:4:6: base \"previous|plan\" names several bases; sentence and paragraph alone take several\n"
                 "F159 places.csv:5:4: indicator \"n\" has no meaning where shows is unit; leave it empty\n"
                 "F159 places.csv:6:3: unit \"a\" has no meaning where shows is period; leave it empty\n"
                 "F159 places.csv:7:6: base \"plan\" has no period of its own; a base in time\n"
                 "F154 places.csv:8:4: indicator \"n\" is no ratio by formula; shows=value prints the figure of any indicator\n"
                 "F159 places.csv:9:10: table \"\" is empty, and table needs it; a code of tables.csv\n");
}

/* A unit in a row that could not be read is not the place's fault. */
static void what_is_lost_is_told_once(void)
{
    expect_found("code,name,level\na,A,0\nb,B\n", HEADER "a,unit,b,,,,,,,,\n",
                 "F111 units.csv:3:1: row has 2 fields, the header has 3; a field that holds the separator stands in quotes\n");
}

static void there_are_ten_thousand_at_most(void)
{
    GString *rows = g_string_new("name,shows\n");
    for (int k = 0; k <= PLACES_MOST_ROWS; k++)
        g_string_append_printf(rows, "p%d,unit\n", k);
    expect_found(NULL, rows->str,
                 "F104 places.csv:10002:1: file has more than 10000 rows, which is the limit; split the file, or raise the limit\n");
    g_string_free(rows, TRUE);
}

static void places_are_kept_as_they_were_written(void)
{
    static const char places[] = "name,shows,indicator,base,basis,style,x_note\na,sentence,n|d,same-period|plan:ke-hoach,as-reported,verb=elide|language=en,x\n"
                                 "b,unit,,,,,\n";
    QcdcBundle *bundle = NULL, *again = NULL;
    QcdcFindings *findings = NULL;
    uint8_t *bytes = NULL;
    size_t length = 0, count = 0;
    Text text = { 0 };
    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(read_places(NULL, places, findings, &bundle), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_pack(bundle, &bytes, &length, NULL), QCDC_OK);
    CU_ASSERT_EQUAL_FATAL(qcdc_bundle_unpack(bytes, length, NULL, NULL, &again, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(bundle_write_file(again, "places.csv", &(ByteSink){ .text = &text }, NULL), QCDC_OK);
    expect_lines(text_get(&text), places);
    const TextPlace *place = place_list_at(&again->places, 0);
    CU_ASSERT_EQUAL(place_list_find(&again->places, "b", 1), 1);
    CU_ASSERT_EQUAL(place_list_find(&again->places, "c", 1), SIZE_MAX);
    CU_ASSERT_EQUAL(place_list_find(&again->places, "", 0), SIZE_MAX);
    CU_ASSERT_EQUAL(place->indicator_count, 2);
    CU_ASSERT_EQUAL(place->base_count, 2);
    CU_ASSERT_EQUAL(place->basis, QCDC_BASIS_AS_REPORTED);
    /* over the style of the bundle */
    CU_ASSERT_EQUAL(place->style.percent, QCDC_PERCENT_ALONE);
    CU_ASSERT_EQUAL(place->style.verb, QCDC_VERB_ELIDE);
    CU_ASSERT_STRING_EQUAL(place_list_attributes(&again->places, 0, &count)->value, "x");
    text_clear(&text);
    qcdc_free(bytes);
    qcdc_bundle_unref(again);
    qcdc_bundle_unref(bundle);
    qcdc_findings_free(findings);
}

static void bases_and_words_are_those_of_a_comparison(void)
{
    QcdcBundle *bundle = NULL;
    CU_ASSERT_EQUAL_FATAL(read_places(NULL, HEADER "a,change,,n,,unit:a,,,as-reported,,\n", NULL, &bundle), QCDC_OK);
    CU_ASSERT_EQUAL(place_list_at(&bundle->places, 0)->basis, QCDC_BASIS_AS_REPORTED);
    qcdc_bundle_unref(bundle);
    expect_found(NULL, HEADER "a,change,,n,,unit:zz,,,,,\nb,change,,n,,unit:,,,,,\nc,change,,n,,plan:x,,,,,\n",
                 "F155 places.csv:2:6: unit \"zz\" is not known; a code or id of units.csv\n"
                 "F155 places.csv:3:6: base \"unit:\" is not a base; same-period, previous, plan[:NAME], unit:CODE, parent-mean or a period "
                 "such as 2022 or 2022-S1\n"
                 "F155 places.csv:4:6: base \"plan:x\" names a plan that is not declared; plans stand under [plans] of bundle.ini\n");
}

/* W24: what every comparison on the common set would refuse is a fault of the place. */
static void a_common_set_is_of_one_base_in_time(void)
{
    QcdcBundle *bundle = NULL;
    CU_ASSERT_EQUAL_FATAL(read_places(NULL, HEADER "a,change,,n,,,,,common,,\nb,change,,n,,previous,,,common,,\nc,change,,n,,2021,,,common,,\n",
                                      NULL, &bundle), QCDC_OK);
    CU_ASSERT_EQUAL(place_list_at(&bundle->places, 0)->basis, QCDC_BASIS_COMMON);
    qcdc_bundle_unref(bundle);
    expect_found(NULL, HEADER "a,change,,n,,plan,,,common,,\nb,change,,n,,parent-mean,,,common,,\nc,sentence,,n,,previous|2021,,,common,,\n",
                 "F159 places.csv:2:9: basis \"common\" needs one base in time; same-period, previous or a period\n"
                 "F159 places.csv:3:9: basis \"common\" needs one base in time; same-period, previous or a period\n"
                 "F159 places.csv:4:9: basis \"common\" needs one base in time; same-period, previous or a period\n");
}

/* Each allocation fails in turn: a call that has no memory says so and leaves nothing behind. */
static void no_memory_is_told(void)
{
    static const char places[] = "name,shows,unit,indicator,base,basis,style,x_note\n"
                                 "a,sentence,a,n|d,same-period|plan:ke-hoach|unit:a,as-reported,verb=elide|language=en,x\nb,value,,r,,,,\n";
    QcdcStatus status = QCDC_STATUS_MEMORY;
    long turn = 0;
    for (; status == QCDC_STATUS_MEMORY && turn < 20000; turn++) {
        QcdcBundle *bundle = NULL;
        allowed = turn;
        status = read_places(NULL, places, NULL, &bundle);
        allowed = -1;
        CU_ASSERT_EQUAL(bundle != NULL, status == QCDC_OK);
        qcdc_bundle_unref(bundle);
    }
    CU_ASSERT_EQUAL(status, QCDC_OK);
    CU_ASSERT(turn > 50);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "names are names, and each is one place", names_are_names_and_each_is_one_place },
        { "what a place names is there", what_a_place_names_is_there },
        { "columns go with what is shown", columns_go_with_what_is_shown },
        { "what is lost is told once", what_is_lost_is_told_once },
        { "there are ten thousand at most", there_are_ten_thousand_at_most },
        { "bases and words are those of a comparison", bases_and_words_are_those_of_a_comparison },
        { "a common set is of one base in time (W24)", a_common_set_is_of_one_base_in_time },
        { "no memory is told", no_memory_is_told },
        { "places are kept as they were written", places_are_kept_as_they_were_written },
    };

    return SUITE_RUN("places", tests, argc, argv);
}
