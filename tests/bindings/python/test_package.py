# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The package as people get it: a source archive, a wheel built from it without a network, and the wheel where GLib is not."""

import ast
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import zipfile

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "bindings" / "python" / "qcdc"
BUILT = pathlib.Path(os.environ.get("QCDC_BUILD", ROOT / "build")) / "bindings" / "python"
BUNDLE = ROOT / "examples" / "data" / "bac-giang-2019"

# libc and what belongs to it
MAY_NEED = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "ld-linux-x86-64.so.2"}
PRIVATE = ("libglib-2.0.so.0", "libpcre2-8.so.0", "libcsv.so.3")
# What an import can do without, and what is slow to import.
NOT_AT_IMPORT = {"asyncio", "ctypes", "dataclasses", "html", "inspect", "json", "logging", "numpy", "pandas", "tqdm", "typing"}

not_quick = pytest.mark.skipif("QCDC_QUICK" in os.environ, reason="building a wheel takes too long for the quick run")

# As people's machines are: Debian's tools, none of the settings of this run.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "CFLAGS", "LDFLAGS"))}
ENVIRONMENT["PATH"] = "/usr/bin:/bin:/usr/sbin:/sbin"


def run(*command, **options):
    done = subprocess.run([os.fspath(word) for word in command], capture_output=True, text=True, env=ENVIRONMENT, **options)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done


# Puts nothing in the place of files and runs a command. Not mount(8), which needs libpcre2 itself.
HIDE = """
import ctypes, os, sys
MS_BIND = 4096
count = int(sys.argv[1])
for path in sys.argv[2:2 + count]:
    if ctypes.CDLL(None).mount(b"/dev/null", os.fsencode(path), None, MS_BIND, None) != 0:
        sys.exit(f"cannot hide {path}")
os.execvp(sys.argv[2 + count], sys.argv[2 + count:])
"""


def find_name_space(kind, *command):
    """The command that runs another in a name space of its own, where `command` can be run; () where that is not allowed."""
    for words in (("unshare", kind), ("unshare", "--map-root-user", kind)):
        if subprocess.run([*words, *command, "true"], capture_output=True, env=ENVIRONMENT).returncode == 0:
            return (*words, *command)
    return ()


def list_installed(names):
    """The files of shared libraries, where this machine has them."""
    known = re.findall(r"^\s*(\S+) .* => (\S+)$", run("ldconfig", "-p").stdout, re.M)
    return [path for name, path in known if name in names]


@pytest.fixture
def note(capsys):
    """Prints what is no verdict, past pytest's capture."""
    def tell(words):
        with capsys.disabled():
            print(f"\n# {words}")
    return tell


def call_backend(hook, *arguments, folder, within=()):
    """Calls a hook of the build backend as pip does, in a folder of sources; returns the name of what it made."""
    pytest.importorskip("mesonpy", reason="python3-mesonpy is not installed")
    program = f"import json, sys, mesonpy; print(mesonpy.{hook}(*json.loads(sys.argv[1])))"
    return run(*within, sys.executable, "-c", program, json.dumps(arguments), cwd=folder).stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """What is committed, and nothing of the work at hand."""
    place = tmp_path_factory.mktemp("clone") / "libqcdc"
    if shutil.which("git") is None or subprocess.run(["git", "clone", "-q", ROOT, place], capture_output=True).returncode != 0:
        pytest.skip("git is not installed, or this is no clone")
    return place


@pytest.fixture(scope="module")
def archive(clone, tmp_path_factory):
    """The source archive."""
    place = tmp_path_factory.mktemp("archive")
    return place / call_backend("build_sdist", os.fspath(place), folder=clone)


@pytest.fixture(scope="module")
def build_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("build")


@pytest.fixture(scope="module")
def wheel(archive, build_folder, tmp_path_factory):
    """The wheel, built from the unpacked archive without a network."""
    place = tmp_path_factory.mktemp("wheel")
    with tarfile.open(archive) as packed:
        packed.extractall(place)
    name = call_backend("build_wheel", os.fspath(place), {"builddir": os.fspath(build_folder)},
                        folder=place / archive.name.removesuffix(".tar.gz"), within=find_name_space("--net"))
    return place / name


@pytest.fixture(scope="module")
def module(wheel, tmp_path_factory):
    """The extension module of the wheel."""
    with zipfile.ZipFile(wheel) as packed:
        inside = [name for name in packed.namelist() if name.endswith(".so")]
        assert len(inside) == 1
        return pathlib.Path(packed.extract(inside[0], tmp_path_factory.mktemp("module")))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """The Python of a fresh environment with the wheel; cffi is Debian's."""
    place = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--system-site-packages", "--without-pip", place)
    run(place / "bin" / "python", "-m", "pip", "install", "--no-index", "--no-deps", wheel)
    return place / "bin" / "python"


@not_quick
def test_source_archive_holds_what_is_committed(clone, archive):
    with tarfile.open(archive) as packed:
        held = {name.partition("/")[2] for name in packed.getnames()} - {"", "PKG-INFO"}
    assert held == set(run("git", "ls-files", "-z", cwd=clone).stdout.split("\0")) - {""}


@not_quick
def test_wheel_holds_the_package_and_the_notices_alone(clone, wheel):
    about = re.match(r"qcdc-[^-]*", wheel.name)[0] + ".dist-info"
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        assert packed.read(f"{about}/licenses/THIRD-PARTY-NOTICES") == (clone / "THIRD-PARTY-NOTICES").read_bytes()
        metadata = packed.read(f"{about}/METADATA").decode()
    extension = {name for name in names if re.fullmatch(r"qcdc/_qcdc\.cpython-\S+\.so", name)}
    package = clone / "bindings" / "python" / "qcdc"
    sources = {f"qcdc/{path.relative_to(package)}" for path in package.rglob("*") if path.suffix == ".py" or path.name == "py.typed"}
    told = {f"{about}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "licenses/THIRD-PARTY-NOTICES", "licenses/LGPL-2.1-or-later.txt")}
    assert len(extension) == 1 and names == extension | sources | told | {"qcdc/_qcdc.pyi"}
    assert "\nRequires-Dist: cffi" in metadata and metadata.count("\nRequires-Dist:") == 2
    assert "\nProvides-Extra: docx\n" in metadata and re.search(r"\nRequires-Dist: python-docx.*extra == \"docx\"", metadata)
    assert "\nLicense: LGPL-2.1-or-later\n" in metadata and "\nRequires-Python: >=3.10\n" in metadata


@not_quick
def test_module_needs_libc_and_shows_its_entry_alone(module, wheel, note):
    needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", run("readelf", "-dW", module).stdout))
    assert needed <= MAY_NEED
    shown = [line.split()[-1] for line in run("nm", "-D", "--defined-only", module).stdout.splitlines()]
    assert shown == ["PyInit__qcdc"]
    note(f"wheel: {wheel.stat().st_size} bytes, module: {module.stat().st_size} bytes, needs {' '.join(sorted(needed))}")


def list_defined(path):
    """The names of functions that a module or an archive defines."""
    return set(re.findall(r"^\S+ [TtWi] (\S+)$", run("nm", "--defined-only", path).stdout, re.M))


@not_quick
def test_notices_name_every_library_inside(clone, module, build_folder):
    rules = (build_folder / "build.ninja").read_text()
    link = re.search(rf"^build \S*{re.escape(module.name)}: c_LINKER.*?^ LINK_ARGS = (.*?)$", rules, re.M | re.S)[1]
    archives = [word for word in link.split() if word.endswith(".a") and word.startswith("/")]
    held = list_defined(module)
    inside = {pathlib.Path(path).name for path in archives if len(held & list_defined(path)) > 0}
    named = set(re.findall(r"^\S.* \((\S+\.a)\)$", (clone / "THIRD-PARTY-NOTICES").read_text(encoding="utf-8"), re.M))
    assert {"libglib-2.0.a", "libcsv.a"} <= inside <= named
    assert {pathlib.Path(path).name for path in archives} <= named


PROGRAM = """
import ctypes, json, re, sys

def can_load(name):
    try:
        return bool(ctypes.CDLL(name))
    except OSError:
        return False

import qcdc
print(qcdc.read_bundle(sys.argv[1]).rollup().compare(by="child"), end="")
with open("/proc/self/maps") as maps:
    loaded = sorted(set(re.findall(r"/([^/\\n]*\\.so[^/\\n]*)$", maps.read(), re.M)))
found = [name for name in sys.argv[2:] if can_load(name)]
json.dump({"file": qcdc.__file__, "loaded": loaded, "found": found}, sys.stderr)
"""


@not_quick
def test_wheel_does_the_main_job_where_glib_is_not(python, tmp_path, note):
    files = list_installed(PRIVATE)
    hidden = find_name_space("--mount", sys.executable, "-I", "-c", HIDE, str(len(files)), *files)
    if not hidden:
        note("name spaces are not allowed here: GLib is only seen not to be loaded, not hidden")
    done = run(*hidden, python, "-I", "-c", PROGRAM, BUNDLE, *PRIVATE, cwd=tmp_path)
    expected = (ROOT / "examples" / "run.expected").read_text(encoding="utf-8").splitlines()
    assert done.stdout.rstrip("\n") == expected[expected.index(next(line for line in expected if "Bắc Giang, 2019" in line)) + 1]
    told = json.loads(done.stderr)
    assert pathlib.Path(told["file"]).is_relative_to(python.parents[1])
    assert not any(re.match(r"lib(glib|pcre2|csv|qcdc)", name) for name in told["loaded"])
    assert told["found"] == [] or not hidden


def test_import_is_light(note):
    """No verdict on the time, which a busy machine stretches; a verdict on what makes it long."""
    program = ("import sys, time; sys.path.insert(0, sys.argv[1]); begun = time.perf_counter(); import qcdc; "
               "print(round(1000 * (time.perf_counter() - begun), 1), *sorted(sys.modules))")
    answers = [run(sys.executable, "-I", "-c", program, BUILT).stdout.split() for _ in range(5)]
    assert NOT_AT_IMPORT & set(answers[0][1:]) == set()
    note(f"import qcdc: {statistics.median(float(answer[0]) for answer in answers)} ms")


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.name)
def test_sources_are_python_3_10(path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 10))
