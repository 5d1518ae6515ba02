/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
/* Judges rows of claims (judge-row.h) from standard input: a line each of kind, verdict, cause, mode, expected; "unread" for what is no row. */
#include "judge-row.h"

int main(void)
{
    static Draft draft;
    char line[JUDGE_ROW_TEXT], expected[512];
    JudgeRow row;
    while (fgets(line, sizeof line, stdin) != NULL) {
        if (!judge_row_read(line, &row))
            continue;
        if (!judge_row_make(&row, &draft)) {
            puts("unread");
            continue;
        }
        draft_judge(&draft);
        judge_row_print_expected(&draft, expected, sizeof expected);
        printf("%s\t%s\t%s\t%d\t%s\n", qcdc_claim_kind_to_name((QcdcClaimKind)draft.kind),
               qcdc_verdict_to_name((QcdcVerdict)draft.verdict), judge_row_cause_name(&draft), draft.mode, expected);
    }
    return 0;
}
