#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Does every planted fault turn a test red?

mutants.py BUILD [NAME…]

BUILD is a build with -Dfaults=true. Each fault (QCDC_FAULT("name", good, bad) in libqcdc/) is chosen by the environment
variable QCDC_FAULT, and the tests run one by one, those of the fault's own noun first, until one fails or does not end
(in ten times what it takes without a fault).
Prints a table (# fault, place, killed by) and one TAP line a fault.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLANTED = re.compile(r'QCDC_FAULT\(\s*"([^"]+)"')
SUITES = ("unit", "fuzz", "properties", "golden", "bindings")  # quick ones first
PATIENCE = 10  # a fault may turn a loop endless: a test has this many times what it takes without a fault,
LEAST = 30  # and never fewer seconds than this; slow on a busy machine must not pass for killed


def find_faults():
    """name → 'file:line'; a name that stands twice could hide a fault that nothing kills."""
    faults = {}
    for path in sorted((ROOT / "libqcdc").rglob("*.[ch]")):
        if path.name in ("fault-private.h", "fault.c"):
            continue
        text = path.read_text(encoding="utf-8")
        for found in PLANTED.finditer(text):
            place = f"{path.relative_to(ROOT / 'libqcdc')}:{text.count(chr(10), 0, found.start()) + 1}"
            if found[1] in faults:
                sys.exit(f'fault "{found[1]}" stands at {faults[found[1]]} and at {place}')
            faults[found[1]] = place
    return faults


def find_tests(build):
    meson = shutil.which("meson")
    listed = json.loads(subprocess.run([meson, "introspect", "--tests", str(build)], check=True, capture_output=True).stdout)
    tests = []
    for test in listed:
        suites = [suite.split(":")[-1] for suite in test["suite"]]
        rank = min((SUITES.index(suite) for suite in suites if suite in SUITES), default=None)
        if rank is not None:
            tests.append((rank, dict(test, workdir=test["workdir"] or str(build))))  # where meson starts it
    return [test for _, test in sorted(tests, key=lambda pair: pair[0])]


def run(test, fault, seconds=None):
    """None if the test passes, else what went wrong; seconds: how long it may take (None: as long as it wants)."""
    environment = dict(os.environ, **test["env"], QCDC_FAULT=fault, QCDC_QUICK="1")
    try:
        ended = subprocess.run(test["cmd"], cwd=test["workdir"] or ROOT, env=environment, timeout=seconds,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except subprocess.TimeoutExpired:
        return f"{test['name']}: does not end"
    if ended.returncode in (0, 77):
        return None
    red = re.search(rb"^not ok \d+ - (.*)$", ended.stdout, re.M)
    if red:
        return red[1].decode("utf-8", "replace")
    return f"{test['name']}: signal {-ended.returncode}" if ended.returncode < 0 else test["name"]


def measure(tests):
    """The limit of each test by name, in seconds; a test that is red without a fault kills nothing and has none."""
    limits = {}
    for test in tests:
        start = time.monotonic()
        red = run(test, "")
        if red:
            print(f"# {test['name']} is red without a fault: {red}", flush=True)
            continue
        limits[test["name"]] = max(LEAST, PATIENCE * (time.monotonic() - start))
    return limits


def kill(fault, place, tests, limits):
    noun = pathlib.Path(place.split(":")[0]).stem.replace("-", "_")
    near = sorted(tests, key=lambda test: test["name"].replace("-", "_").split("_")[0] != noun.split("_")[0])
    for test in near:
        killer = run(test, fault, limits[test["name"]])
        if killer:
            return killer
    return None


def main():
    faults = find_faults()
    if len(sys.argv) > 2:
        faults = {name: place for name, place in faults.items() if name in sys.argv[2:]}
    tests = find_tests(pathlib.Path(sys.argv[1]).resolve())
    limits = measure(tests)
    red = [test["name"] for test in tests if test["name"] not in limits]
    tests = [test for test in tests if test["name"] in limits]
    survivors = 0
    width = max((len(name) for name in faults), default=5)
    print(f"# {'fault':{width}}  {'place':36}  killed by")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        killers = pool.map(lambda item: kill(*item, tests, limits), faults.items())
        for number, ((name, place), killer) in enumerate(zip(faults.items(), killers), 1):
            print(f"{'ok' if killer else 'not ok'} {number} - fault {name}")
            print(f"# {name:{width}}  {place:36}  {killer or 'NOTHING'}", flush=True)
            survivors += killer is None
    for number, name in enumerate(red, len(faults) + 1):
        print(f"not ok {number} - {name} without a fault")
    print(f"1..{len(faults) + len(red)}")
    return 1 if survivors or red else 0


if __name__ == "__main__":
    sys.exit(main())
