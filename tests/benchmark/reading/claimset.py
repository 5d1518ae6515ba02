# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Texts with known claims, and what the reader finds in them.

A set is a list of Text. A claim is a dict with start and end in code points, kind, numbers (role → list of Decimal), verdicts and causes
(what is accepted: lists). Three sources: the shared corpus, a file of JSON lines {"id", "text", "about", "claims": [{"quote", "kind",
"numbers", "verdict", "cause"}]}, and pages without claims. "verdict" and "cause" may be lists: what the pages leave open.
"""

import collections
import dataclasses
import decimal
import json
import os
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]
BUILD = pathlib.Path(os.environ.get("QCDC_BUILD", ROOT / "build"))
SHARED = pathlib.Path(os.environ.get("QCDC_SHARED", ROOT / ".." / "shared"))
HERE = pathlib.Path(__file__).resolve().parent

# keys of "numbers" that are no figures
WORDS = {"dir", "mode", "relation", "qual", "open", "integer", "digits", "scale", "canchi", "listed", "printed", "own"}
DIRECTIONS = {"increase": "increase", "decrease": "decrease", "tăng": "increase", "giảm": "decrease"}
# one role by its several names: of contracts.md, of the C names, of the corpus
ROLES = {"multiple": "pct", "result": "value", "parts": "part", "values": "value", "avg": "average", "n": "count", "d": "day", "m": "month", "y": "year"}


@dataclasses.dataclass
class Text:
    name: str
    text: str
    about: str
    expected: list


PRINTED = "printed"  # the role of digits as they stand in the text, of whatever role: "numbers" is a list


def read_numbers(numbers):
    """Role → list of Decimal; what is no figure is left out. Of a list the digits as they stand: {PRINTED: [str]}."""
    if isinstance(numbers, list):
        return {PRINTED: [str(digits) for digits in numbers]}
    roles = collections.defaultdict(list)
    for role, values in numbers.items():
        if role in WORDS or values is None:
            continue
        for value in values if isinstance(values, list) else [values]:
            try:
                roles[ROLES.get(role, role)].append(decimal.Decimal(value))
            except (decimal.InvalidOperation, TypeError):
                pass
    return dict(roles)


def as_list(value):
    return value if isinstance(value, list) else [value]


def make_claim(text, quote, offset, row):
    """A claim told in two places (quote2) is found at either, or as all from one to the other."""
    places, quotes = [(offset, offset + len(quote))], [quote]
    if row.get("quote2"):
        quotes.append(row["quote2"])
        second = row["offset2"] if "offset2" in row else text.find(row["quote2"])
        places.append((second, second + len(row["quote2"])))
        places.append((min(places)[0], max(end for _, end in places)))
    words = row["numbers"] if isinstance(row["numbers"], dict) else {}
    return {"start": offset, "end": offset + len(quote), "places": places, "quotes": quotes, "quote": quote, "kind": row["kind"],
            "numbers": read_numbers(row["numbers"]), "direction": DIRECTIONS.get(words.get("dir")), "mode": words.get("mode"),
            "verdicts": as_list(row["verdict"]), "causes": as_list(row.get("cause"))}


def load_lines(path):
    """The texts of a file of JSON lines; a quote that stands more than once is its first place."""
    texts = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        claims = []
        for claim in row["claims"]:
            offset = row["text"].find(claim["quote"])
            if offset < 0:
                raise SystemExit(f"{path}: {row['id']}: the text does not hold “{claim['quote']}”")
            claims.append(make_claim(row["text"], claim["quote"], offset, claim))
        texts.append(Text(row["id"], row["text"], row.get("about", ""), claims))
    return texts


def mend_corpus_kind(row):
    """What the corpus calls a cross, and the contract a date or a leftover."""
    values = [str(value) for value in row["numbers"].get("values", [])]
    if row["kind"] == "cross" and all(re.fullmatch(r"(19|20)\d{6}", value) for value in values):
        return dict(row, kind="date", numbers={}, verdict=["inconsistent", "uncheckable"])
    if row["kind"] == "cross" and "tháng đầu năm" in row["quote"]:
        return dict(row, kind="leftover", numbers={}, verdict=["uncheckable", "inconsistent"])
    if row["kind"] == "date":
        numbers = {key: value for key, value in row["numbers"].items() if key in ("d", "m", "y", "day", "month", "year")}
        return dict(row, numbers=numbers, verdict=["inconsistent", "uncheckable"])
    return row


def load_corpus():
    """The shared reports; none where they are not."""
    folder = SHARED / "corpus"
    if not (folder / "claims.jsonl").is_file():
        return []
    texts = {}
    for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines():
        row = mend_corpus_kind(json.loads(line))
        name = row["report"]
        if name not in texts:
            with open(folder / name, encoding="utf-8", newline="") as file:
                texts[name] = Text(name, file.read(), "", [])
        claim = make_claim(texts[name].text, row["quote"], row["offset"], row)
        claim["causes"] = None  # the corpus names none
        texts[name].expected.append(claim)
    return list(texts.values())


def command():
    """The program that reads, as a command."""
    return [str(BUILD / "bindings" / "cli" / "qcdc"), "read", "-", "--format", "json"]


def read_text(program, text):
    """The claims that the program finds in a text; a cross told at its later place has told_by, the number of that at the earlier."""
    run = subprocess.run(program, input=text.encode("utf-8"), capture_output=True)
    if run.returncode not in (0, 1):
        raise SystemExit(f"{program[0]} ended with {run.returncode}: {run.stderr.decode('utf-8', 'replace')}")
    claims = []
    for line in run.stdout.decode("utf-8").splitlines():
        if not line.strip():
            continue
        row = json.loads(line)
        told_by = row["alternative_of"] if row["kind"] == "cross" else None
        claims.append({"told_by": told_by, "start": row["start_char"], "end": row["end_char"], "quote": row["quote"], "kind": row["kind"],
                       "numbers": read_numbers(row["numbers"]), "verdict": row["verdict"], "cause": row["cause"]})
    return claims
