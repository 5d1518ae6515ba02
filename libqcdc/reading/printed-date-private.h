/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_PRINTED_DATE_PRIVATE_H
#define QCDC_PRINTED_DATE_PRIVATE_H

#include "reading/reader-private.h"

enum {
    FIRST_YEAR = 1900, /* four digits that are a year */
    LAST_YEAR = 2100
};

/* A date as it is printed; year 0: none is. */
typedef struct PrintedDate {
    uint32_t day, month, year, start, end;
    bool is_said; /* "ngày" stands before it */
} PrintedDate;

/* The bytes of a passage that are read for dates. */
typedef struct DateText {
    const char *bytes;
    uint32_t end;
} DateText;

bool date_has_digit(const DateText *text, uint32_t at);
/* The number of at most @most digits at *@at; *@at moves behind it. UINT32_MAX if there is none, or it is longer. */
uint32_t date_read_number(const DateText *text, uint32_t *at, uint32_t most);
/* Moves *@at behind the word that follows it, blanks passed over; false if it is not there. */
bool date_skip_word(const DateText *text, uint32_t *at, const char *word);
void date_skip_blanks(const DateText *text, uint32_t *at);

/* The date at @at: "31/2/2016", "31-2-2016", "31/2", "31 tháng 2 năm 2016"; @start is where the passage begins. False if there is none. */
bool date_read(const DateText *text, uint32_t start, uint32_t at, PrintedDate *date);
/* Whether no calendar has the date. One that is far from any is no date unless the text says so. */
bool date_is_impossible(const PrintedDate *date);

/* Periods that are not the report's own. */
QcdcStatus reader_find_leftovers(Reader *reader, QcdcError *error);

#endif
