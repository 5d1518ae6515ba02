# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The table of phrases, tests/golden/phrases.tsv: whole sentences written by hand from the rules, a row an outcome and style.

Columns: name; outcome; style; bundle; options, " | " between them; seen, the source of a printed phrase and the phrase, whose
words stand in the sentence, figures aside and what is in ‹›; note; sentence, "\\n" between lines. No host writes this file.
"""

import collections
import pathlib

COLUMNS = ("name", "outcome", "style", "bundle", "options", "seen", "note", "sentence")


class Row(collections.namedtuple("Row", COLUMNS)):
    @property
    def answer(self):
        """The bytes that compare prints."""
        return self.sentence.replace("\\n", "\n") + "\n"


def read(table):
    header, *lines = pathlib.Path(table).read_text(encoding="utf-8").splitlines()
    if tuple(header.split("\t")) != COLUMNS:
        raise SystemExit(f"{table}: another header")
    for line in lines:
        row = Row(*line.split("\t"))
        yield row._replace(options=row.options.split(" | ") if row.options else [])


def hold(table, answer):
    """Holds what a host answers against each sentence, byte for byte; prints how many rows of which outcome are right."""
    read_rows, right = collections.Counter(), collections.Counter()
    for row in read(table):
        answered = answer(row)
        read_rows[row.outcome] += 1
        right[row.outcome] += answered == row.answer
        if answered != row.answer:
            print(f"{row.name} differs\n  expected: {row.answer}  answered: {answered}", end="")
    for outcome, count in read_rows.items():
        print(f"{outcome}: {right[outcome]} of {count} rows")
    print(f"phrases: {read_rows.total()} read, {right.total()} right")
    return 0 if 0 < read_rows.total() == right.total() else 1
