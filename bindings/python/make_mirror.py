#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Writes the mirror of the C interface: the C source of the extension module _qcdc, and its type stub.

    make_mirror.py --cc CC --include FOLDER… [--stats] --source OUT.c --stub OUT.pyi

With --stats it is that of the library of statistics, _qcdc_stats, which shares the types of _qcdc.

The declarations are those of the public headers, preprocessed by the compiler that builds the module; none is written by hand,
so none can be stale. Added is one callback, through which a long call asks whether to go on.
"""

import argparse
import pathlib
import re
import subprocess

import cffi
import pycparser
from pycparser import c_ast

PREAMBLE = "#include <qcdc/qcdc.h>\n"
STATS_PREAMBLE = PREAMBLE + "#include <qcdc/qcdc-stats.h>\n"
CALLBACK = 'extern "Python" bool qcdc_python_progress(double fraction, void *data);\n'

# The types of libc's headers, whose lines are left out; cffi knows them by itself, pycparser does not.
FOREIGN = "typedef int " + ", ".join(
    ["bool", "size_t", *(f"{sign}int{bits}_t" for sign in ("", "u") for bits in (8, 16, 32, 64))]) + ";\n"


def read_declarations(compiler, folders, preamble=PREAMBLE):
    """What the headers declare, as the compiler sees it, without the lines of other headers."""
    command = [*compiler, "-E", "-x", "c", *(f"-I{folder}" for folder in folders), "-"]
    lines = subprocess.run(command, input=preamble, check=True, capture_output=True, text=True).stdout.splitlines()
    kept, is_ours = [], False
    for line in lines:
        marker = re.match(r'# \d+ "(.*?)"', line)
        if marker:
            is_ours = "/qcdc/" in marker[1]
        elif is_ours:
            kept.append(line)
    return re.sub(r'__attribute__\(\(visibility\("default"\)\)\)', "", "\n".join(kept))


def make_core(declarations):
    mirror = cffi.FFI()
    mirror.cdef(declarations + CALLBACK)
    mirror.set_source("qcdc._qcdc", PREAMBLE)
    return mirror


def make_stats(core, declarations):
    mirror = cffi.FFI()
    mirror.include(make_core(core))
    mirror.cdef(declarations)
    mirror.set_source("qcdc._qcdc_stats", STATS_PREAMBLE)
    return mirror


PYTHON_TYPES = {"_Bool": "bool", "bool": "bool", "double": "float", "void": "None"}


def name_type(node):
    """The Python type of a value that comes out of C."""
    if isinstance(node, c_ast.PtrDecl):
        return "_CData"
    name = node.type.names[0] if isinstance(node.type, c_ast.IdentifierType) else ""
    if name in PYTHON_TYPES:
        return PYTHON_TYPES[name]
    return "int"


def list_structs(tree):
    return {node.name for node in tree.ext if isinstance(node, c_ast.Typedef) and isinstance(node.type.type, c_ast.Struct)}


def describe_function(node, structs):
    parameters = [parameter for parameter in node.type.args.params if parameter.name] if node.type.args else []
    result = node.type.type
    is_struct = isinstance(result, c_ast.TypeDecl) and getattr(result.type, "names", [""])[0] in structs
    names = ", ".join(f"__{parameter.name}: Any" for parameter in parameters)
    return f"    def {node.name}(self, {names}) -> {'_CData' if is_struct else name_type(result)}: ..."


def list_constants(tree):
    """The constants of all enumerations, in the order of the headers."""
    found = []

    class Visitor(c_ast.NodeVisitor):
        def visit_Enumerator(self, node):
            found.append(node.name)

    Visitor().visit(tree)
    return found


def write_stub(declarations, path, core=""):
    """The types of @core are known; what it declares is not told."""
    tree = pycparser.CParser().parse(FOREIGN + core + declarations)
    tree.ext = tree.ext[len(pycparser.CParser().parse(FOREIGN + core).ext):]
    structs = list_structs(tree)
    functions = [node for node in tree.ext if isinstance(node, c_ast.Decl) and isinstance(node.type, c_ast.FuncDecl)]
    lines = [
        "# Made from the public headers of libqcdc by bindings/python/make_mirror.py.",
        "from typing import Any",
        "",
        "_CData = Any",
        "",
        "class _Library:",
        *([] if core else ["    qcdc_python_progress: _CData"]),
        *(f"    {name}: int" for name in list_constants(tree)),
        *(describe_function(node, structs) for node in functions),
        "",
        "lib: _Library",
        "ffi: Any",
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--cc", nargs="+", required=True)
    words.add_argument("--include", nargs="+", required=True)
    words.add_argument("--stats", action="store_true")
    words.add_argument("--source", type=pathlib.Path, required=True)
    words.add_argument("--stub", type=pathlib.Path, required=True)
    asked = words.parse_args()
    core = read_declarations(asked.cc, asked.include)
    if not asked.stats:
        make_core(core).emit_c_code(str(asked.source))
        write_stub(core, asked.stub)
        return
    stats = read_declarations(asked.cc, asked.include, STATS_PREAMBLE).removeprefix(core)
    make_stats(core, stats).emit_c_code(str(asked.source))
    write_stub(stats, asked.stub, core)


if __name__ == "__main__":
    main()
