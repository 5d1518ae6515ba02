# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Types: a user's program, the package itself, its stub against the run time, and the oldest Python that it is for."""

import ast
import functools
import importlib.util
import inspect
import os
import pathlib
import re
import sys

import pytest
import qcdc
import sample
from qcdc import _qcdc

HERE = pathlib.Path(__file__).parent
PACKAGE = pathlib.Path(qcdc.__file__).parent
OLDEST = (3, 10)
# the version of the language of each check: the oldest, and that which runs
VERSIONS = sorted({OLDEST, sys.version_info[:2]})

if importlib.util.find_spec("mypy") is None:
    needs_mypy = pytest.mark.skip(reason="mypy is not installed")
else:
    needs_mypy = pytest.mark.skipif(sample.QUICK, reason="mypy takes half a minute; left out by --quick")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("mypy")


def run_mypy(cache, version, *arguments):
    """What mypy says of files, with the package found where it was built."""
    words = ["-m", "mypy", "--strict", "--no-error-summary", "--python-version", ".".join(map(str, version)), f"--cache-dir={cache}", *arguments]
    return sample.run_python(*words, cwd=cache)


@needs_mypy
@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_the_package_is_strictly_typed(cache, version):
    ended = run_mypy(cache, version, PACKAGE)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


@needs_mypy
@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_a_users_program_is_strictly_typed(cache, version):
    ended = run_mypy(cache, version, HERE / "user.py")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def test_the_users_program_runs():
    ended = sample.run_python(HERE / "user.py", sample.DATA / "tinh-a-2026")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Tỉnh A; Petitions received; Q3 2026: 246" in ended.stdout


def test_the_users_program_names_all_that_is_public():
    written = (HERE / "user.py").read_text(encoding="utf-8")
    # subclasses of Error are caught by Error
    names = [name for name in qcdc.__all__ if not (isinstance(getattr(qcdc, name), type) and issubclass(getattr(qcdc, name), qcdc.Error))]
    assert [name for name in names if f"qcdc.{name}" not in written] == []


@needs_mypy
@pytest.mark.parametrize("version", VERSIONS, ids=str)
def test_mistakes_of_a_user_are_found(cache, version):
    path = HERE / "wrong_user.py"
    marked = {(number, code.strip()) for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
              for code in (line.partition("# error: ")[2] or "").split(",") if code}
    ended = run_mypy(cache, version, path)
    found = {(int(number), code) for number, code in re.findall(r"wrong_user\.py:(\d+): error: .*\[([a-z-]+)\]$", ended.stdout, re.M)}
    assert len(marked) > 30 and found == marked


def list_cached_properties():
    """Patterns of what mypy 1.0 does not take for a property."""
    for kind in filter(inspect.isclass, vars(qcdc).values()):
        for name, member in vars(kind).items():
            if isinstance(member, functools.cached_property):
                yield rf"qcdc\.(\w+\.)?{kind.__name__}\.{name}"


@needs_mypy
def test_the_stub_agrees_with_the_run_time(cache):
    properties = cache / "cached-properties.txt"
    properties.write_text("\n".join(list_cached_properties()), encoding="utf-8")
    ended = sample.run_python("-m", "mypy.stubtest", "qcdc", "--concise", "--ignore-unused-allowlist",
                              "--allowlist", HERE / "stubtest-allowed.txt", "--allowlist", properties,
                              env={**os.environ, "MYPYPATH": str(PACKAGE.parent)}, cwd=cache)
    assert (ended.stdout, ended.stderr, ended.returncode) == ("", "", 0)


def read_stub():
    """The members of the class of lib in the stub: name → whether it is a function."""
    tree = ast.parse((PACKAGE / "_qcdc.pyi").read_text(encoding="utf-8"))
    library = next(node for node in tree.body if isinstance(node, ast.ClassDef))
    return {node.name if isinstance(node, ast.FunctionDef) else node.target.id: node for node in library.body}


def test_the_stub_of_the_extension_names_all_that_is_there():
    stub = read_stub()
    assert set(stub) == set(dir(_qcdc.lib)) and len(stub) > 200
    for name, node in stub.items():
        thing = getattr(_qcdc.lib, name)
        if isinstance(node, ast.FunctionDef):
            parameters = len(node.args.posonlyargs) + len(node.args.args) - 1
            assert callable(thing) and len(_qcdc.ffi.typeof(thing).args) == parameters, name
        elif name != "qcdc_python_progress":
            assert isinstance(thing, int), name


def test_the_stub_knows_what_functions_give_back():
    kinds = {"bool": ("primitive",), "float": ("primitive",), "int": ("primitive", "enum"), "_CData": ("pointer", "struct"), "None": ("void",)}
    for name, node in read_stub().items():
        if isinstance(node, ast.FunctionDef):
            given = _qcdc.ffi.typeof(getattr(_qcdc.lib, name)).result
            word = ast.unparse(node.returns)
            assert given.kind in kinds[word], name
            assert (given.cname == "_Bool") == (word == "bool") and (given.cname == "double") == (word == "float"), name


FILES = sorted([*PACKAGE.glob("*.py"), *(sample.ROOT / "bindings" / "python").glob("*.py"), *HERE.glob("*.py")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_of_the_oldest_python(path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=OLDEST)


def test_the_package_is_marked_as_typed():
    assert (PACKAGE / "py.typed").exists() and (PACKAGE / "_qcdc.pyi").exists()
