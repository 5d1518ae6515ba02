/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

/* read-claims [FILE…]: reads each report (standard input if none is named) and prints its claims as JSON lines, as `qcdc read
 * --format json` does; behind those of one file stands an empty line. For the programs that measure the reader: one process reads a
 * whole set. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <qcdc/claim.h>

/* A report and where its claims lie. */
typedef struct Report {
    char *text;
    size_t length;
    QcdcClaims *claims;
} Report;

static bool load_stream(FILE *stream, Report *report)
{
    size_t room = 0, got;

    do {
        if (report->length + 65536 > room) {
            room = 2 * room + 65536;
            char *larger = realloc(report->text, room);
            if (larger == NULL)
                return false;
            report->text = larger;
        }
        got = fread(report->text + report->length, 1, room - report->length, stream);
        report->length += got;
    } while (got > 0);
    return !ferror(stream);
}

static void print_string(const char *text, size_t length)
{
    putchar('"');
    for (size_t k = 0; k < length; k++) {
        unsigned char byte = (unsigned char)text[k];
        if (byte == '"' || byte == '\\')
            printf("\\%c", byte);
        else if (byte < 0x20)
            printf("\\u%04x", byte);
        else
            putchar(byte);
    }
    putchar('"');
}

static void print_value(const Report *report, const QcdcClaimNumber *number)
{
    char digits[QCDC_DECIMAL_TEXT_SIZE];

    if (!number->has_value) {
        print_string(report->text + number->start, number->end - number->start);
        return;
    }
    qcdc_decimal_to_text(number->value, digits, sizeof digits);
    printf("\"%s\"", digits);
}

/* Numbers first … end, each role once: as one value, or as a list where it comes again or is one of many by its nature. */
static void print_numbers(const Report *report, size_t index, size_t first, size_t end)
{
    const char *joiner = "";

    putchar('{');
    for (int role = QCDC_OPERAND_NONE + 1; role < QCDC_OPERAND_END; role++) {
        size_t found = 0;
        for (size_t which = first; which < end; which++) {
            QcdcClaimNumber number;
            if (qcdc_claims_get_number(report->claims, index, which, &number, NULL) != QCDC_OK || number.role != role)
                continue;
            if (found++ == 0)
                printf("%s\"%s\":[", joiner, qcdc_operand_to_name((QcdcOperand)role));
            else
                putchar(',');
            print_value(report, &number);
            joiner = ",";
        }
        if (found > 0)
            putchar(']');
    }
    putchar('}');
}

static void print_claim(const Report *report, size_t index)
{
    static const char *const modes[] = {"", "exhaustive", "subset"};
    QcdcClaim claim;

    if (qcdc_claims_get_item(report->claims, index, &claim, NULL) != QCDC_OK)
        return;
    printf("{\"line\":%zu,\"start\":%zu,\"end\":%zu,\"start_char\":%zu,\"end_char\":%zu,\"quote\":", claim.line, claim.start, claim.end,
           claim.start_char, claim.end_char);
    print_string(report->text + claim.start, claim.end - claim.start);
    printf(",\"kind\":\"%s\",\"numbers\":", qcdc_claim_kind_to_name((QcdcClaimKind)claim.kind));
    print_numbers(report, index, 0, claim.number_count);
    const char *cause = qcdc_cause_to_name((QcdcCause)claim.cause);
    printf(",\"mode\":\"%s\",\"verdict\":\"%s\",\"cause\":%s%s%s,\"expected\":", claim.mode < QCDC_PARTS_END ? modes[claim.mode] : "",
           qcdc_verdict_to_name((QcdcVerdict)claim.verdict), cause != NULL ? "\"" : "", cause != NULL ? cause : "null",
           cause != NULL ? "\"" : "");
    print_numbers(report, index, claim.number_count, claim.number_count + claim.expected_count);
    printf(",\"alternative_of\":%" PRIu32 "}\n", claim.alternative_of);
}

static bool read_report(FILE *stream, const char *name)
{
    Report report = {NULL, 0, NULL};
    QcdcError error = {0};
    bool is_read = load_stream(stream, &report) && qcdc_claims_read(report.text, report.length, NULL, &report.claims, &error) == QCDC_OK;

    if (!is_read)
        fprintf(stderr, "%s: %s\n", name, error.text[0] != '\0' ? error.text : "cannot be read");
    for (size_t index = 0; is_read && index < qcdc_claims_get_count(report.claims); index++)
        print_claim(&report, index);
    putchar('\n');
    qcdc_claims_unref(report.claims);
    free(report.text);
    return is_read;
}

int main(int argc, char **argv)
{
    bool is_read = argc > 1 || read_report(stdin, "-");

    for (int k = 1; k < argc; k++) {
        FILE *stream = fopen(argv[k], "rb");
        if (stream == NULL)
            perror(argv[k]);
        is_read = stream != NULL && read_report(stream, argv[k]) && is_read;
        if (stream != NULL)
            fclose(stream);
    }
    return is_read ? 0 : 3;
}
