#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Every public declaration is documented (the house form stands in docs/architecture.md).

A function: a /** … */ comment right above it that begins with its name, names each parameter on a line `@name: …` and no
other, says `Threads: …`, says `Returns: …` unless it returns nothing, names QCDC_OK and each status it can give where it
returns a QcdcStatus, marks @error (nullable), and says who owns a pointer that it hands out.
A type: a comment that begins with its name; each field but
`reserved`, which is zero everywhere, `@field: …`, each constant `/**< … */` or `@CONSTANT: …`.
"""

import dataclasses
import re
import sys

import house

OWNERSHIP = re.compile(r"\((static|transfer \w+)\)|\bown(s|ed)?\b|\bfree[ds]?\b|\b\w+_(free|unref)\b|belongs? to|lives as long", re.I)
COMMENT = re.compile(r"/\*.*?\*/", re.S)


@dataclasses.dataclass
class Doc:
    """A comment: its first word, the texts of its @names, and all of it."""
    name: str
    names: dict
    text: str

    @classmethod
    def read(cls, comment):
        lines = [re.sub(r"^\s*\*? ?", "", line) for line in comment[3:-2].splitlines()]
        names, current = {}, None
        for line in lines:
            found = re.match(r"@(\w+): *(.*)", line)
            if found:
                current = found[1]
                names[current] = found[2]
            elif not line.strip():
                current = None
            elif current:
                names[current] += " " + line.strip()
        text = "\n".join(lines).strip()
        first = re.match(r"(\w+):", text)
        return cls(first[1] if first else "", names, text)

    def after(self, word):
        """What follows `word:` up to the next empty line."""
        found = re.search(rf"\b{word}:\s*(.*?)(?:\n\s*\n|\Z)", self.text, re.S)
        return found[1] if found else None


def doc_above(text, position):
    """The /** comment that ends right above a position, or None."""
    before = text[:position].rstrip()
    if not before.endswith("*/"):
        return None
    start = before.rfind("/*")
    return Doc.read(before[start:]) if before.startswith("/**", start) and not before.startswith("/**<", start) else None


def split_list(text):
    """Splits at commas that stand in no brackets."""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    return [part.strip() for part in parts + [text[start:]] if part.strip()]


def name_of(declarator):
    pointer = re.search(r"\(\s*\*\s*(\w+)\s*\)", declarator)
    return pointer[1] if pointer else re.findall(r"\w+", re.sub(r"\[.*?\]", "", declarator))[-1]


def check_function(name, result, parameters, doc, statuses):
    if doc is None:
        yield "has no /** comment right above it"
        return
    if doc.name != name:
        yield f'its comment begins with "{doc.name}"'
    given = {name_of(parameter): parameter for parameter in parameters}
    for parameter, declaration in given.items():
        words = doc.names.get(parameter)
        if not words:
            yield f"@{parameter} is not described"
            continue
        if parameter == "error" and "(nullable)" not in words:
            yield "@error is not marked (nullable)"
        # A caller gets a pointer it did not have: whose is it?
        if re.search(r"\*\s*\*\s*out_\w+$", declaration) and not OWNERSHIP.search(words + (doc.after("Returns") or "") + doc.text):
            yield f"@{parameter}: who owns it?"
    yield from (f"@{other} is no parameter" for other in doc.names if other not in given)
    if doc.after("Threads") is None:
        yield "no Threads: line"
    returns = doc.after("Returns")
    if result == "void":
        if returns is not None:
            yield "returns nothing, and says what it returns"
        return
    if returns is None:
        yield "no Returns: line"
        return
    if "*" in result and not OWNERSHIP.search(returns):
        yield "who owns what it returns?"
    named = set(re.findall(r"\b(?:QCDC_)?(?:STATUS_[A-Z_]+|OK)\b", returns))
    if result == "QcdcStatus" and "@status" not in returns and not (named & {"QCDC_OK", "OK"}):
        yield "Returns: does not name QCDC_OK and the statuses it can give"
    yield from (f"{status} is no status" for status in re.findall(r"\bQCDC_STATUS_[A-Z_]+\b", doc.text) if status not in statuses)


def check_functions(text, statuses):
    for found in re.finditer(r"^QCDC_API\n(.*?);", text, re.M | re.S):
        declaration = " ".join(COMMENT.sub("", found[1]).split())
        parts = re.match(r"(.*?)\b(\w+)\((.*)\)$", declaration)
        if not parts:
            yield declaration[:40], "is not understood as a function", found.start(), False
            continue
        result, name, inside = parts[1].strip(), parts[2], parts[3].strip()
        parameters = [] if inside == "void" else split_list(inside)
        for fault in check_function(name, result, parameters, doc_above(text, found.start()), statuses):
            yield name, fault, found.start(), False
        yield name, "", found.start(), True


def check_members(body, doc, what):
    """Constants or fields: each described by its own comment or by a line of the type's comment."""
    described = dict(doc.names) if doc else {}
    bare = COMMENT.sub(lambda comment: " " * len(comment[0]), body)
    separator = "," if what == "constant" else ";"
    start = 0
    for piece in (bare + separator).split(separator)[:-1]:
        for member in split_list(piece) if re.search(r"\w", piece) else []:
            name = re.match(r"\w+", member)[0] if what == "constant" else name_of(member)
            # Its own comment follows on the same line.
            line = body[start + re.search(rf"\b{name}\b", piece).start():].partition("\n")[0]
            if name not in described and name != "reserved" and "/**<" not in line:
                yield f"{what} {name} is not described"
            described.pop(name, None)
        start += len(piece) + 1
    yield from (f"@{name} is no {what}" for name in described)


TYPE = re.compile(
    r"^typedef\s+(?:(?P<kind>struct|enum|union)\s*(?P<tag>\w+)?\s*\{(?P<body>[^{}]*)\}\s*(?P<name>\w+)"
    r"|struct\s+\w+\s+(?P<opaque>\w+)"
    r"|[\w\s*]+?\(\s*\*\s*(?P<callback>\w+)\s*\)\s*\((?P<inside>[^;]*)\)"
    r"|[\w\s]+?\s(?P<plain>\w+));"
    r"|^enum\s*\{(?P<constants>[^{}]*)\};",
    re.M)


def check_types(text):
    for found in TYPE.finditer(text):
        doc = doc_above(text, found.start())
        name = found["name"] or found["opaque"] or found["callback"] or found["plain"]
        if found["constants"] is not None:
            for fault in check_members(found["constants"], doc, "constant"):
                yield "enum", fault, found.start(), False
            continue
        yield name, "", found.start(), True
        if doc is None:
            yield name, "has no /** comment right above it", found.start(), False
        elif doc.name != name:
            yield name, f'its comment begins with "{doc.name}"', found.start(), False
        if found["body"] is not None:
            for fault in check_members(found["body"], doc, "constant" if found["kind"] == "enum" else "field"):
                yield name, fault, found.start(), False
        if found["callback"] and doc is not None:
            for parameter in split_list(found["inside"]):
                if parameter != "void" and name_of(parameter) not in doc.names:
                    yield name, f"@{name_of(parameter)} is not described", found.start(), False


def check_macros(text):
    for found in re.finditer(r"^#define (\w+)(.*)$", text, re.M):
        if found[1].endswith("_H") or found[1] in ("QCDC_API", "QCDC_BEGIN_DECLS", "QCDC_END_DECLS"):
            continue
        if doc_above(text, found.start()) is None and "/**<" not in found[2]:
            yield found[1], "a macro without a /** comment right above it", found.start(), False


def main():
    headers = house.public_headers()
    chosen = sys.argv[1:]
    statuses = set(re.findall(r"\bQCDC_STATUS_[A-Z_]+\b", (house.ROOT / "include/qcdc/status.h").read_text(encoding="utf-8")))
    violations = []
    declarations = 0
    for header in headers:
        if chosen and header.name not in chosen:
            continue
        # Punctuation of C inside comments would mislead the search for declarations.
        text = COMMENT.sub(lambda comment: re.sub("[{};]", " ", comment[0]), header.read_text(encoding="utf-8"))
        faults = [*check_functions(text, statuses), *check_types(text), *check_macros(text)]
        for name, fault, position, counted in sorted(faults, key=lambda fault: fault[2]):
            declarations += counted
            if not counted:
                violations.append(f"{header.name}:{text.count(chr(10), 0, position) + 1}: {name}: {fault}")
    house.finish(violations, f"{declarations} declarations in {len(headers)} headers")


if __name__ == "__main__":
    main()
