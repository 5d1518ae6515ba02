#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The checks themselves: each finds what it is there to find. A check that passes everything looks like a clean tree."""

import importlib.util
import pathlib
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem.replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


bindings = load(HERE / "check-bindings.py")
documentation = load(HERE / "check-documentation.py")
layers = load(HERE / "check-layers.py")
lists = load(HERE / "check-lists.py")
style = load(HERE / "check-style.py")
count = load(HERE.parent / "support" / "count.py")
mutants = load(HERE.parent / "support" / "mutants.py")

WELL = """
/**
 * qcdc_thing_find:
 * @thing: where to look
 * @name: the name
 * @out_found: takes what was found, owned by @thing
 * @error: (nullable) takes what is wrong
 *
 * Finds. Source: S9. Threads: any.
 *
 * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND when there is none.
 */
QCDC_API
QcdcStatus qcdc_thing_find(const QcdcThing *thing, const char *name, const QcdcItem **out_found, QcdcError *error);
"""


def faults_of_function(text):
    statuses = {"QCDC_STATUS_NOT_FOUND"}
    return [fault for _, fault, _, counted in documentation.check_functions(text, statuses) if not counted]


def test_a_documented_function_is_well():
    assert faults_of_function(WELL) == []


@pytest.mark.parametrize("old, new, fault", [
    ("/**\n", "/*\n", "no /** comment"),
    (" * qcdc_thing_find:", " * qcdc_thing_seek:", "begins with"),
    (" * @name: the name\n", "", "@name is not described"),
    (" * @name: the name\n", " * @name:\n", "@name is not described"),
    (" * @name: the name\n", " * @name: the name\n * @nobody: who\n", "@nobody is no parameter"),
    (" Threads: any.", "", "no Threads"),
    (" * Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND when there is none.\n", "", "no Returns"),
    ("Returns: QCDC_OK; QCDC_STATUS_NOT_FOUND when there is none", "Returns: nothing of interest", "QCDC_OK"),
    ("QCDC_STATUS_NOT_FOUND", "QCDC_STATUS_LOST", "QCDC_STATUS_LOST is no status"),
    (", owned by @thing", "", "who owns it"),
    ("(nullable) takes", "takes", "(nullable)"),
])
def test_a_gap_in_a_function_is_found(old, new, fault):
    broken = WELL.replace(old, new)
    assert broken != WELL
    assert any(fault in found for found in faults_of_function(broken)), faults_of_function(broken)


def test_a_returned_pointer_needs_an_owner():
    text = "/**\n * qcdc_name:\n *\n * Threads: any.\n *\n * Returns: the name.\n */\nQCDC_API\nconst char *qcdc_name(void);\n"
    assert faults_of_function(text) == ["who owns what it returns?"]
    assert faults_of_function(text.replace("the name.", "(static) the name.")) == []


TYPES = """
/** QcdcKind: kinds. */
typedef enum {
    QCDC_KIND_NONE = 0, /**< none */
    QCDC_KIND_END       /**< sentinel */
} QcdcKind;

/**
 * QcdcPair: two numbers.
 * @left: one
 * @right: other
 */
typedef struct QcdcPair {
    int32_t left, right;
    uint8_t reserved[4];
} QcdcPair;

/** QcdcThing: opaque. */
typedef struct QcdcThing QcdcThing;
"""


def faults_of_types(text):
    return [fault for _, fault, _, counted in documentation.check_types(text) if not counted]


def test_documented_types_are_well():
    assert faults_of_types(TYPES) == []


@pytest.mark.parametrize("old, new, fault", [
    (" /**< none */", "", "QCDC_KIND_NONE is not described"),
    (" /**< sentinel */", "", "QCDC_KIND_END is not described"),
    (" * @right: other\n", "", "right is not described"),
    (" * @right: other\n", " * @right: other\n * @up: none\n", "@up is no field"),
    ("/** QcdcThing: opaque. */\n", "", "no /** comment"),
    ("/** QcdcKind: kinds. */\n", "/* kinds */\n", "no /** comment"),
])
def test_a_gap_in_a_type_is_found(old, new, fault):
    broken = TYPES.replace(old, new)
    assert broken != TYPES
    assert any(fault in found for found in faults_of_types(broken)), faults_of_types(broken)


def compile_archive(folder, name, source):
    (folder / f"{name}.c").write_text(source)
    subprocess.run(["gcc", "-c", f"{name}.c", "-o", f"{name}.o"], cwd=folder, check=True)
    subprocess.run(["ar", "rcs", f"{name}.a", f"{name}.o"], cwd=folder, check=True)
    return folder / f"{name}.a"


def test_a_call_upwards_and_a_foreign_call_are_found(tmp_path, monkeypatch):
    monkeypatch.setattr(layers.house, "build_options", lambda: {"b_sanitize": "none", "b_coverage": False, "faults": False})
    rules = {"low": {"below": [], "calls": ["memcpy"]}, "high": {"below": ["low"], "calls": ["g_*"]}}
    archives = {
        "low": compile_archive(tmp_path, "low", "void *malloc(unsigned long); void up(void); void *memcpy(void *, const void *, unsigned long);"
                               "void low(void *p, void *q, unsigned long n) { memcpy(p, q, n); up(); malloc(n); }"),
        "high": compile_archive(tmp_path, "high", "void low(void *, void *, unsigned long); void g_free(void *);"
                                "void up(void) { low(0, 0, 0); g_free(0); }"),
    }
    assert layers.check_calls(rules, archives) == ["low calls malloc, which is not on its list in layers.ini", "low calls up, which is of the layer high"]


def test_a_name_of_two_layers_is_found(tmp_path):
    archives = {name: compile_archive(tmp_path, name, f"static int own; int {name}; int both(void) {{ return own; }}") for name in ("low", "high")}
    assert layers.check_names(archives) == ["both is defined in the layers low and high"]


def test_an_include_upwards_and_glib_are_found(monkeypatch):
    root = layers.house.ROOT
    monkeypatch.setattr(layers, "read_dependencies", lambda: {"libqcdc/libqcdc-layer-kernel.a.p/kernel_x.c.o": [
        root / "libqcdc/model/form-private.h", root / "include/qcdc/phrase.h", root / "include/qcdc/status.h",
        root / "include/qcdc/nobodys.h", pathlib.Path("/usr/include/glib-2.0/glib.h")]})
    violations, objects = layers.check_includes(layers.read_layers())
    assert objects == 1
    assert violations == [
        "'nobodys.h': tests/contract/layers.ini does not say to which layer it belongs",
        "kernel: kernel_x.c.o includes GLib (glib.h)",
        "kernel: kernel_x.c.o includes form-private.h of the higher layer model",
        "kernel: kernel_x.c.o includes phrase.h of the higher layer language",
    ]


MARKED = b"/* " + style.MARK + b" X */"


@pytest.mark.parametrize("data, fault", [
    (MARKED + b"\nint x; \n", "white space"),
    (MARKED + b"\n\tint x;\n", "a tab"),
    (MARKED + b"\nint x;", "no newline"),
    (b"int x;\n", "no SPDX"),
    (MARKED + b"\n" + 600 * b"int x;\n", "601 lines"),
    (MARKED + b"\r\n", "carriage returns"),
])
def test_a_slip_of_style_is_found(data, fault):
    assert any(fault in found for found in style.look_at("x.c", data, []))
    assert list(style.look_at("x.c", MARKED + b"\nint x;\n", [])) == []


DECLARED = ["qcdc_free", "qcdc_thing_find", "qcdc_thing_ref"]
CALLS = {"shell": {"qcdc_free"}, "python": {"qcdc_free", "qcdc_thing_find", "QCDC_OK"}}
BOUND = """# a comment
function\tshell\tpython
qcdc_free\tbound\tbound
qcdc_thing_find\tunbound: it looks for nothing\tbound
qcdc_thing_ref\tunbound: one owner\tunbound: Python counts
"""


@pytest.mark.parametrize("old, new, fault", [
    ("qcdc_free\tbound\tbound\n", "", "qcdc_free is not in the table"),
    ("qcdc_thing_ref\t", "qcdc_thing_seek\t", "qcdc_thing_seek is no exported function"),
    ("qcdc_thing_ref\tunbound: one owner\tunbound: Python counts\n", 2 * "qcdc_thing_ref\tunbound: one owner\tunbound: Python counts\n", "stands twice"),
    ("qcdc_free\tbound\tbound\n", "qcdc_thing_find\tunbound: no\tbound\nqcdc_free\tbound\tbound\n", "order"),
    ("one owner\tunbound: Python counts", "one owner\tbound", "said to be bound, and python does not call it"),
    ("qcdc_free\tbound\t", "qcdc_free\tunbound: no need\t", "said to be unbound, and shell calls it"),
    ("unbound: one owner", "unbound", "with a reason"),
    ("unbound: one owner", "unbound: ", "with a reason"),
    ("unbound: one owner", "later", "with a reason"),
    ("\tunbound: one owner", "", "has 1 cells"),
    ("\tpython\n", "\truby\n", "the columns are"),
])
def test_an_untrue_list_of_bound_functions_is_found(old, new, fault):
    assert list(bindings.check(DECLARED, BOUND, CALLS)) == []
    broken = BOUND.replace(old, new)
    assert broken != BOUND
    assert any(fault in found for found in bindings.check(DECLARED, broken, CALLS)), list(bindings.check(DECLARED, broken, CALLS))


def test_calls_are_found_and_mentions_are_not():
    assert bindings.find_calls_in_python('"""lib.qcdc_a"""\ncall(lib.qcdc_b, 1)  # lib.qcdc_c\n_lib.qcdc_d()\nother.qcdc_e()\n') == {"qcdc_b", "qcdc_d"}
    assert bindings.find_calls_in_c("/* qcdc_a() */ qcdc_b(1); call(qcdc_c);") == {"qcdc_b", "qcdc_c"}


def counted(result, stdout, code=0):
    counter = count.Count()
    counter.add_meson({"name": "t", "result": result, "stdout": stdout, "returncode": code})
    return counter.passed, counter.failed, counter.skipped


@pytest.mark.parametrize("result, stdout, expected", [
    ("OK", "# CUnit 2.1-3\n1..2\nok 1 - a\nok 2 - b # SKIP no data\n", (1, 0, 1)),
    ("FAIL", "# CUnit 2.1-3\n1..2\nok 1 - a\nnot ok 2 - b\n# x.c:1: no\n", (1, 1, 0)),
    ("ERROR", "# CUnit 2.1-3\n1..2\nok 1 - a\n", (1, 1, 0)),
    ("OK", "....s\n4 passed, 1 skipped in 0.10s\n", (4, 0, 1)),
    ("FAIL", "F..\n1 failed, 2 passed in 0.10s\n", (2, 1, 0)),
    ("OK", "anything\n", (1, 0, 0)),
    ("OK", "1..2\nok 1 - a bundle\nok 2 - another\n", (1, 0, 0)),
    ("FAIL", "1..2\nok 1 - a bundle\nnot ok 2 - another\n", (0, 1, 0)),
    ("TIMEOUT", "", (0, 1, 0)),
    ("SKIP", "g++ is not installed\n", (0, 0, 1)),
])
def test_cases_are_counted(result, stdout, expected, capsys):
    assert counted(result, stdout) == expected


def test_an_empty_log_is_a_failure(tmp_path):
    log = tmp_path / "empty.tap"
    log.write_text("")
    printed = subprocess.run([sys.executable, HERE.parent / "support" / "count.py", "tap", log], capture_output=True, text=True)
    assert printed.stdout.split() == ["0", "1", "0"]


def test_a_fault_that_nothing_kills_survives(tmp_path):
    (tmp_path / "blind").write_text("#!/bin/sh\nexit 0\n")
    (tmp_path / "blind").chmod(0o755)
    test = {"name": "blind", "cmd": [str(tmp_path / "blind")], "env": {}, "workdir": str(tmp_path), "suite": ["libqcdc:unit"]}
    assert mutants.kill("any", "kernel/x.c:1", [test], {"blind": 60}) is None
    (tmp_path / "blind").write_text("#!/bin/sh\n[ -z \"$QCDC_FAULT\" ]\n")
    assert mutants.kill("any", "kernel/x.c:1", [test], {"blind": 60}) == "blind"


def test_every_planted_fault_has_a_name_of_its_own():
    """The list of mutants is run on request only: two faults of one name would stop it, unseen until then."""
    assert len(mutants.find_faults()) > 500


def test_a_decision_has_a_number_of_its_own():
    assert lists.find_decisions_told_twice(["- **D1** *One.* As D2.\n- **D2 Two**: of D1.\n", "- **D10** three: **D1**\n"]) == []
    assert lists.find_decisions_told_twice(["- **D1** one\n- **D2** two\n", "text\n- **D1 another**\n"]) == ["D1"]
