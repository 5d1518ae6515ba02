#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""A binding generator can read the headers.

As the generators do: preprocess, keep the lines whose marker points into qcdc/, parse them as C. Every declaration marked
QCDC_API must come out as a function.
"""

import re
import subprocess

import house

try:
    import pycparser
except ImportError:
    house.skip("python3-pycparser is not installed")

# The types that come from libc's headers, whose lines are left out.
FOREIGN = """
typedef _Bool bool; typedef unsigned long size_t;
typedef signed char int8_t; typedef short int16_t; typedef int int32_t; typedef long int64_t;
typedef unsigned char uint8_t; typedef unsigned short uint16_t; typedef unsigned int uint32_t; typedef unsigned long uint64_t;
"""


def keep_ours(preprocessed):
    kept = []
    ours = False
    for line in preprocessed.splitlines():
        marker = re.match(r'# \d+ "(.*?)"', line)
        if marker:
            ours = "/qcdc/" in marker[1]
        elif ours:
            kept.append(line)
    return "\n".join(kept).replace('__attribute__((visibility("default")))', "")


def main():
    headers = house.public_headers()
    program = "".join(f"#include <qcdc/{header.name}>\n" for header in headers)
    preprocessed = subprocess.run(["gcc", "-E", f"-I{house.ROOT}/include", f"-I{house.BUILD}/include", "-"], input=program,
                                  check=True, capture_output=True, text=True).stdout
    tree = pycparser.CParser().parse(FOREIGN + keep_ours(preprocessed))
    parsed = {node.name for node in tree.ext if isinstance(node, pycparser.c_ast.Decl) and isinstance(node.type, pycparser.c_ast.FuncDecl)}
    declared = set()
    for header in headers:
        declared |= set(re.findall(r"^QCDC_API\n[^;(]*?\b(qcdc_\w+)\(", header.read_text(encoding="utf-8"), re.M))
    violations = [f"{name} is marked QCDC_API and was not parsed as a function" for name in sorted(declared - parsed)]
    violations += [f"{name} is declared without QCDC_API on a line of its own" for name in sorted(parsed - declared)]
    violations += [f"{node.name or 'a declaration'} is a function with a body or a variable" for node in tree.ext
                   if not isinstance(node, pycparser.c_ast.Typedef) and not (isinstance(node, pycparser.c_ast.Decl)
                   and isinstance(node.type, (pycparser.c_ast.FuncDecl, pycparser.c_ast.Enum, pycparser.c_ast.Struct)))]
    house.finish(violations, f"{len(parsed)} functions in {len(headers)} headers")


if __name__ == "__main__":
    main()
