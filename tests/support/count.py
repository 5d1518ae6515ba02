#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Counts cases for tests/run.

count.py meson LOG.json    a meson test log: CUnit tests and pytest items count singly, any other test once
count.py tap FILE          a file of TAP lines

Prints "passed failed skipped" on stdout; on stderr the names of what failed, with the end of its output, and of what
was skipped, with the reason.
"""

import json
import pathlib
import re
import sys

TAP_LINE = re.compile(r"^(not )?ok\b *\d* *-? *([^#]*)(?:# *SKIP\b *(.*))?", re.IGNORECASE)
PYTEST_END = re.compile(r"^=*\s*((?:\d+ (?:passed|failed|skipped|errors?|xfailed|xpassed|deselected|warnings?)(?:, )?)+) in [\d.]+s", re.M)


class Count:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def fail(self, name, output):
        self.failed += 1
        tail = output.rstrip().splitlines()[-40:]
        print(f"FAILED  {name}", *tail, sep="\n    ", file=sys.stderr)

    def skip(self, name, reason):
        self.skipped += 1
        print(f"skipped  {name}: {reason.strip() or 'no reason given'}", file=sys.stderr)

    def add_tap(self, name, text):
        """Adds the TAP lines of `text`; says how many there were and how many failed."""
        lines = failures = 0
        notes = []
        for line in text.splitlines():
            found = TAP_LINE.match(line)
            if not found:
                notes.append(line)
                continue
            lines += 1
            title = f"{name}: {found[2].strip()}" if name else found[2].strip()
            if found[1]:
                failures += 1
                after = text[text.index(line) + len(line):].splitlines()[1:]
                detail = [l for l in after[: next((i for i, l in enumerate(after) if not l.startswith("#")), len(after))]]
                self.fail(title, "\n".join(detail))
            elif found[3] is not None:
                self.skip(title, found[3])
            else:
                self.passed += 1
        return lines, failures

    def add_pytest(self, name, summary, output):
        for number, word in re.findall(r"(\d+) (\w+)", summary):
            number = int(number)
            if word in ("passed", "xfailed"):
                self.passed += number
            elif word == "skipped":
                self.skipped += number
                print(f"skipped  {name}: {number} items", *re.findall(r"^SKIPPED.*", output, re.M), sep="\n    ", file=sys.stderr)
            elif word in ("failed", "error", "errors", "xpassed"):
                self.fail(name, output)
                self.failed += number - 1

    def add_meson(self, test):
        name, result = test["name"].rpartition(" / ")[2], test["result"]
        output = test.get("stdout", "")
        errors = test.get("stderr", "")
        good = result in ("OK", "EXPECTEDFAIL")
        items = PYTEST_END.findall(output)
        if items:
            before = self.failed
            self.add_pytest(name, items[-1], output + errors)
            if not good and result != "SKIP" and self.failed == before:
                self.fail(f"{name} ({result})", output + errors)
            return
        lines, failures = self.add_tap(name, output) if re.search(r"^# CUnit\b", output, re.M) else (0, 0)
        if lines == 0:
            if good:
                self.passed += 1
            elif result == "SKIP":
                self.skip(name, (output + errors).strip().splitlines()[-1] if (output + errors).strip() else "")
            else:
                # Of other TAP the bad lines say more than the last ones.
                bad = re.findall(r"^not ok.*(?:\n#.*)*", output, re.M)
                self.fail(f"{name} ({result})", "\n".join(bad[:20]) or output + errors)
        elif failures == 0 and not good and result != "SKIP":
            # All that was printed is well, and yet: a crash, a leak, or too few tests.
            self.fail(f"{name} ({result}, exit {test.get('returncode')})", output + errors)


def main():
    kind, path = sys.argv[1], pathlib.Path(sys.argv[2])
    count = Count()
    if kind == "meson":
        # No log: the suite has no test yet.
        if path.exists():
            for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
                count.add_meson(json.loads(line))
    else:
        lines, _ = count.add_tap("", path.read_text(encoding="utf-8", errors="replace"))
        if lines == 0:
            count.fail(path.name, "no case ran")
    print(count.passed, count.failed, count.skipped)


if __name__ == "__main__":
    main()
