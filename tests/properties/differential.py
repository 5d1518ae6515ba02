#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Holds the shell, the C interface and the Python package against the oracle, byte for byte, on random bundles.

differential.py [--count N] [--seed N] [--build FOLDER] [--python PROGRAM] [--host NAME] [--keep FOLDER]

For each bundle of tests/support/perturb.py each command of its case.json is answered by tests/support/oracle_text.py, by the
program qcdc, by tests/support/compare-host.c, which calls the public C functions itself, and, where the package was built, by
tests/support/python_host.py, which calls the Python face; the host in C also answers from the bundle written back and read
again. Of findings the words and places are the library's own; their order is looked at. The seed is printed. QCDC_STREW names the features of
tests/support/perturb_grammar.py that are strewn, to look at some alone. Each TAP line is one bundle and one host; what differs is shown for
the first ones.
"""

import argparse
import concurrent.futures
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUPPORT = ROOT / "tests" / "support"
SHOWN = 10  # differences told in full
FILES = ("bundle.ini", "units.csv", "indicators.csv", "observations.csv")
FINDING_KEYS = ("finding", "rule", "severity", "unit", "indicator", "period", "left", "right", "difference", "cells")
SECONDS = 60
OVERFLOW, REFUSED = "[overflow]\n", "[refused]\n"


def ask(words, command, bundle):
    """What a host prints; a refusal or a crash is its answer too."""
    with tempfile.TemporaryDirectory() as place:
        words = [word.replace("{}", place) for word in words]
        more = ["--max-findings=0"] if command[0] == "check" and words[0].endswith("/qcdc") else []  # the shell alone has a limit of its own
        ended = subprocess.run([*words, command[0], str(bundle), *command[1:], *more], capture_output=True, timeout=SECONDS)
    text = ended.stdout.decode("utf-8", "replace")
    if ended.returncode != 0:
        text += f"[exit {ended.returncode}: {ended.stderr.decode('utf-8', 'replace').strip()}]\n"
    return liken(command, text)


def liken(command, answer):
    """What a host makes of a refusal and of findings, so that it can equal the oracle's."""
    if re.search(r"^\[(exit 2|overflow)\b[^\n]*(is outside the range of a value|has more than 18 digits);[^\n]*\n\Z", answer, re.MULTILINE):
        return OVERFLOW
    if command[0] == "calendar" and re.fullmatch(r"\[(exit 2|refused)\b.*\n", answer, re.DOTALL):
        return REFUSED
    return "".join(sorted(liken_findings(answer))) if command[0] == "check" else answer


def liken_findings(answer):
    """Each finding without words and places, whose order is looked at here; a shell that told some ends with 1."""
    lines, last = answer.splitlines(keepends=True), ()
    for line in lines:
        if line.startswith("{"):
            found = json.loads(line)
            file = FILES.index(found["file"]) if found["file"] in FILES else len(FILES)
            place = (file, found["row"] or 0, found["column"] or 0, found["finding"], found["rule"] or "")
            if place < last:
                yield f"[out of order: {line.strip()}]\n"
            last = place
            found["cells"] = [{key: cell[key] for key in ("unit", "indicator", "period", "value")} for cell in found["cells"]]
            yield json.dumps({key: found[key] for key in FINDING_KEYS}, ensure_ascii=False, separators=(",", ":")) + "\n"
        elif len(lines) == 1 or line != "[exit 1: ]\n":
            yield line


def ask_each(words, commands, bundle):
    """A process a command."""
    return [ask(words, command, bundle) for command in commands]


def ask_together(words, commands, bundle):
    """One process for all commands: JSON lines in, JSON lines out."""
    asked = "".join(json.dumps([command[0], str(bundle), *command[1:]]) + "\n" for command in commands)
    ended = subprocess.run(words, input=asked, capture_output=True, encoding="utf-8", timeout=SECONDS)
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    if ended.returncode != 0:  # also of a host that answered all and could not end
        answers[len(commands) - 1:] = []
        answers += [f"[exit {ended.returncode}: {ended.stderr.strip()}]\n"] * (len(commands) - len(answers))
    return [liken(*pair) for pair in zip(commands, answers, strict=True)]


def consult(command, bundle):
    """What the oracle prints."""
    sys.path.insert(0, str(SUPPORT))
    import oracle_calendar
    import oracle_text
    try:
        answer = oracle_text.main([command[0], str(bundle), *command[1:]])
        return "".join(sorted(answer.splitlines(keepends=True))) if command[0] == "check" else answer
    except OverflowError:
        return OVERFLOW
    except oracle_calendar.Refused:
        return REFUSED
    except Exception:  # an oracle that fails is a difference to be looked at
        return f"[oracle: {traceback.format_exc(limit=-2)}]\n"


def split_line(line):
    """Objects key by key, so that a difference in one of thirty keys can be seen."""
    return line.replace(',"', ',\n  "').splitlines(keepends=True) if line.startswith("{") else [line]


def show(bundle, host, command, expected, given):
    told = [f"# {bundle.name} {host}: qcdc {' '.join([command[0], bundle.name, *command[1:]])}"]
    left = [part for line in expected.splitlines(keepends=True) for part in split_line(line)]
    right = [part for line in given.splitlines(keepends=True) for part in split_line(line)]
    diff = difflib.unified_diff(left, right, "oracle", host, n=1)
    return told + ["#   " + line.rstrip("\n") for line, _ in zip(diff, range(40))]


def hold(bundle, hosts):
    """host → the commands that differ, each with how it is shown."""
    commands = json.loads((bundle / "case.json").read_text(encoding="utf-8"))
    expected = [consult(command, bundle) for command in commands]
    differences = {}
    for host, words in hosts.items():
        given = (ask_together if host == "Python" else ask_each)(words, commands, bundle)
        differences[host] = [show(bundle, host, *answers) for answers in zip(commands, expected, given, strict=True)
                             if answers[1] != answers[2]]
    return differences


def parse_arguments():
    words = argparse.ArgumentParser()
    words.add_argument("--count", type=int, default=20 if os.environ.get("QCDC_QUICK") else 200)
    words.add_argument("--seed", type=int, default=int(os.environ.get("QCDC_SEED") or 1))
    words.add_argument("--build", default=os.environ.get("QCDC_BUILD") or ROOT / "build")
    words.add_argument("--python", default="/usr/bin/python3", help="the Python that the package was built for; empty: none")
    words.add_argument("--host", action="append")
    words.add_argument("--keep", help="a folder for the bundles, which stay there")
    return words.parse_args()


def find_hosts(build, python, chosen):
    """host → the words before the command; {} is a new folder."""
    shell, host = (str(build / program) for program in ("bindings/cli/qcdc", "tests/properties/compare-host"))
    hosts = {"shell": [shell], "C": [host], "rewritten": [host, "--rewrite", "{}/bundle"]}
    if python and any((build / "bindings" / "python" / "qcdc").glob("_qcdc*.so")):
        hosts["Python"] = [python, "-B", str(SUPPORT / "python_host.py")]
    return {name: words for name, words in hosts.items() if not chosen or name in chosen}


def report(answers, bundles, hosts):
    """TAP; True if nothing differs."""
    shown = number = red = 0
    for bundle, differences in zip(bundles, answers):
        for host in hosts:
            number += 1
            red += bool(differences[host])
            print(f"{'not ok' if differences[host] else 'ok'} {number} - {host} equals the oracle on bundle {bundle.name}")
            for lines in differences[host]:
                shown += 1
                print("\n".join(lines[:None if shown <= SHOWN else 1]), flush=True)
    print(f"1..{number}")
    return red == 0


def main():
    words = parse_arguments()
    build = pathlib.Path(words.build).resolve()
    os.environ["QCDC_BUILD"] = str(build)
    hosts = find_hosts(build, words.python, words.host)
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(words.keep or place)
        subprocess.run(["/usr/bin/python3", "-B", SUPPORT / "perturb.py", "--seed", str(words.seed), "--count", str(words.count), folder], check=True, stdout=subprocess.DEVNULL)
        print(f"# seed {words.seed}, {words.count} bundles, hosts: {', '.join(hosts)}")
        bundles = sorted(path.parent for path in folder.glob("*/case.json"))
        with concurrent.futures.ProcessPoolExecutor() as pool:
            answers = pool.map(hold, bundles, [hosts] * len(bundles))
            return 0 if report(answers, bundles, hosts) else 1


if __name__ == "__main__":
    sys.exit(main())
