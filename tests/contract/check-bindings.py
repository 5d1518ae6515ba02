#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""bindings/functions.tsv is true: every exported function stands there once, in the order of names, and of each host it says
"bound" where the host calls the function and "unbound: why" where it does not.
"""

import ast
import re

import house

TABLE = house.ROOT / "bindings" / "functions.tsv"


def read_declared():
    found = []
    # those of what was not built too
    for header in [*sorted((house.ROOT / "include" / "qcdc").glob("*.h")), house.BUILD / "include" / "qcdc" / "version.h"]:
        found += re.findall(r"^QCDC_API\n[^;(]*?\b(qcdc_\w+)\(", header.read_text(encoding="utf-8"), re.M)
    return found


def read_table(text):
    """The hosts, and the rows: name, then a cell by host. Lines that begin with # are comments."""
    lines = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return lines[0][1:], lines[1:]


def find_calls_in_python(text):
    """What is looked up in lib, or in _lib, which is the same module under the name of a package's own matter."""
    return {node.attr for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("lib", "_lib")}


def find_calls_in_c(text):
    return set(re.findall(r"\bqcdc_\w+", re.sub(r"/\*.*?\*/", "", text, flags=re.S)))


HOSTS = {"shell": ("bindings/cli", "*.c", find_calls_in_c), "python": ("bindings/python/qcdc", "*.py", find_calls_in_python)}


def read_calls(host):
    folder, pattern, find = HOSTS[host]
    sources = sorted((house.ROOT / folder).rglob(pattern))
    return set().union(*(find(source.read_text(encoding="utf-8")) for source in sources))


def check_names(declared, names):
    yield from (f"{name} is not in the table" for name in sorted(set(declared) - set(names)))
    yield from (f"{name} is no exported function" for name in names if name not in declared)
    yield from (f"{name} stands twice" for name in sorted({name for name in names if names.count(name) > 1}))
    if names != sorted(names):
        yield "the functions are not in the order of their names"


def check_cell(name, host, cell, calls):
    mark, _, reason = cell.partition(": ")
    if (mark, reason) != ("bound", "") and (mark != "unbound" or not reason.strip()):
        yield f'{name}: {host} says "{cell}"; it is bound, or "unbound: " with a reason'
    elif mark == "bound" and name not in calls:
        yield f"{name} is said to be bound, and {host} does not call it"
    elif mark == "unbound" and name in calls:
        yield f"{name} is said to be unbound, and {host} calls it"


def check(declared, text, calls):
    """What is untrue in a table; @calls: host → the functions that it calls."""
    hosts, rows = read_table(text)
    if hosts != list(calls):
        yield f"the columns are function, {', '.join(hosts)}; hosts are {', '.join(calls)}"
        return
    yield from check_names(declared, [row[0] for row in rows])
    for name, *cells in rows:
        if len(cells) != len(hosts):
            yield f"{name} has {len(cells)} cells, and there are {len(hosts)} hosts"
            continue
        for host, cell in zip(hosts, cells):
            yield from check_cell(name, host, cell, calls[host])


def main():
    declared = read_declared()
    calls = {host: read_calls(host) for host in HOSTS}
    counts = ", ".join(f"{host} binds {len(found & set(declared))}" for host, found in calls.items())
    house.finish(list(check(declared, TABLE.read_text(encoding="utf-8"), calls)), f"{len(declared)} functions; {counts}")


if __name__ == "__main__":
    main()
