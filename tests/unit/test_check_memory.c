/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "failing-memory.h"
#include "suite.h"

#include <qcdc/memory.h>

#include "checks.h"

#define UNITS "code,name,level,parent\np,Tỉnh A,0,\nu,Xã A,1,p\nv,Xã B,1,p\n"
#define INDICATORS                                                                                                                  \
    "code,name,nature,measure,decimals,formula,part_of,part_kind\nin,I,opening,m,,,,\nnew,N,flow,m,,,,\ndone,D,flow,m,,,,\n"         \
    "left,L,closing,m,,,,\ntodo,T,flow,m,,in + new,,\nshare,S,ratio,%,1,done / new,,\npart,P,flow,m,,,new:x,partition\n"
#define RULES "code,rule,severity,message\nr,todo = done + left,error,m\ns,new <= 2*prev(new),,\n"
#define OBSERVATIONS                                                                                                                \
    "unit,indicator,period,value,scope,hedge\nu,in,2021,1,,\nu,left,2021,2,,\nu,in,2022,3,,hơn\nu,new,2022,4,,\nu,done,2022,9,,\n"    \
    "u,left,2022,1,,\nu,todo,2022,1,,\nu,share,2022,10.1,,\nu,part,2022,3,,\nu,new,2022-Q1,1,,\nu,new,2022-Q2,1,,\nu,new,2022-Q3,1,,\n" \
    "u,new,2022-Q4,2,,\nv,new,2022,1,,\np,new,2022,9,total,\n"

/* Each allocation fails in its turn; then the check says so and nothing leaks, or it never came to it. */
static void every_failure_is_told(void)
{
    QcdcDataset *dataset = checks_make_dataset(UNITS, INDICATORS, RULES, OBSERVATIONS);
    QcdcCube *cube = NULL;
    QcdcStatus status = QCDC_STATUS_MEMORY;
    size_t found = 0;

    CU_ASSERT_EQUAL_FATAL(qcdc_dataset_rollup(dataset, NULL, &cube, NULL), QCDC_OK);
    for (long turn = 0; turn < 100000 && status != QCDC_OK; turn++) {
        QcdcFindings *findings = NULL;
        CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
        allowed = turn;
        status = qcdc_cube_check(cube, findings, NULL);
        allowed = -1;
        CU_ASSERT(status == QCDC_OK || status == QCDC_STATUS_MEMORY);
        found = qcdc_findings_get_count(findings);
        qcdc_findings_free(findings);
    }
    CU_ASSERT_EQUAL(status, QCDC_OK);
    CU_ASSERT(found >= 6);
    qcdc_cube_unref(cube);
    qcdc_dataset_unref(dataset);
}

static void an_explanation_without_memory(void)
{
    QcdcDataset *dataset = checks_make_dataset(UNITS, INDICATORS, RULES, OBSERVATIONS);
    QcdcFindings *findings = NULL;
    QcdcStatus status = QCDC_STATUS_MEMORY;

    CU_ASSERT_EQUAL_FATAL(qcdc_findings_new(0, &findings, NULL), QCDC_OK);
    CU_ASSERT_EQUAL(checks_run(dataset, findings, NULL), QCDC_OK);
    qcdc_findings_get_count(findings);
    for (long turn = 0; turn < 1000 && status != QCDC_OK; turn++) {
        char *text = NULL;
        allowed = turn;
        status = qcdc_findings_explain(findings, qcdc_dataset_get_catalog(dataset), QCDC_LANGUAGE_VI, &text, NULL);
        allowed = -1;
        CU_ASSERT_EQUAL(text != NULL, status == QCDC_OK);
        qcdc_free(text);
    }
    CU_ASSERT_EQUAL(status, QCDC_OK);
    qcdc_findings_free(findings);
    qcdc_dataset_unref(dataset);
}

int main(int argc, char **argv)
{
    static const SuiteTest tests[] = {
        { "every failure is told", every_failure_is_told },
        { "an explanation without memory", an_explanation_without_memory },
    };

    return SUITE_RUN("check_memory", tests, argc, argv);
}
