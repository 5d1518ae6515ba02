# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""The package as people get it: source archives, wheels built from them without a network, and the wheels where GLib and GSL are not."""

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
MONTHS = ROOT / "examples" / "data" / "tinh-a-thang"
VERSION = re.search(r"^  version: '(.*)',$", (ROOT / "meson.build").read_text(encoding="utf-8"), re.M)[1]
LIBRARY = f"libqcdc-python.so.{VERSION}"

# libc and what belongs to it
MAY_NEED = {"libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2", "ld-linux-x86-64.so.2"}
PRIVATE = ("libglib-2.0.so.0", "libpcre2-8.so.0", "libcsv.so.3")
GSL = ("libgsl.so.27", "libgslcblas.so.0")
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


def call_backend(hook, *arguments, folder, within=(), backend="mesonpy"):
    """Calls a hook of the build backend as pip does, in a folder of sources; returns the name of what it made."""
    pytest.importorskip("mesonpy", reason="python3-mesonpy is not installed")
    program = f"import json, sys, {backend}; print({backend}.{hook}(*json.loads(sys.argv[1])))"
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
def sources(archive, tmp_path_factory):
    """The unpacked archive."""
    place = tmp_path_factory.mktemp("sources")
    with tarfile.open(archive) as packed:
        packed.extractall(place)
    return place / archive.name.removesuffix(".tar.gz")


@pytest.fixture(scope="module")
def build_folder(sources):
    """As deep as where meson-python builds by itself: a compiler cache then knows the sources again when qcdc-stats is built."""
    (sources / ".mesonpy-tests" / "build").mkdir(parents=True)
    return sources / ".mesonpy-tests" / "build"


@pytest.fixture(scope="module")
def wheel(sources, build_folder, tmp_path_factory):
    """The wheel, built from the unpacked archive without a network."""
    place = tmp_path_factory.mktemp("wheel")
    return place / call_backend("build_wheel", os.fspath(place), {"builddir": os.fspath(build_folder)}, folder=sources, within=find_name_space("--net"))


@pytest.fixture(scope="module")
def stats_archive(clone, tmp_path_factory):
    """The source archive of qcdc-stats."""
    if subprocess.run(["pkg-config", "--exists", "gsl"], env=ENVIRONMENT).returncode != 0:
        pytest.skip("libgsl-dev is not installed")
    place = tmp_path_factory.mktemp("archive-stats")
    return place / call_backend("build_sdist", os.fspath(place), folder=clone / "bindings" / "python" / "qcdc-stats", backend="qcdc_stats_backend")


@pytest.fixture(scope="module")
def stats_wheel(stats_archive, tmp_path_factory):
    """The wheel of qcdc-stats, which pip builds from its archive without a network."""
    place = tmp_path_factory.mktemp("wheel-stats")
    run(*find_name_space("--net"), sys.executable, "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index", "--no-cache-dir",
        "-w", place, stats_archive)
    return next(place.iterdir())


def unpack(wheel, place):
    """Unpacks a wheel; returns the shared objects in it by their names, less the mark of a Python."""
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    return {re.sub(r"\.cpython-[^.]*", "", path.name): path for path in place.rglob("*.so*")}


@pytest.fixture(scope="module")
def modules(wheel, tmp_path_factory):
    return unpack(wheel, tmp_path_factory.mktemp("modules"))


@pytest.fixture(scope="module")
def stats_modules(stats_wheel, tmp_path_factory):
    return unpack(stats_wheel, tmp_path_factory.mktemp("modules-stats"))


def make_environment(place, *words):
    """The Python of a fresh environment with what pip installs; cffi is Debian's."""
    run(sys.executable, "-m", "venv", "--system-site-packages", "--without-pip", place)
    run(place / "bin" / "python", "-m", "pip", "install", "--no-index", *words)
    return place / "bin" / "python"


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory):
    """With qcdc alone."""
    return make_environment(tmp_path_factory.mktemp("environment"), wheel)


@pytest.fixture(scope="module")
def stats_python(wheel, stats_wheel, tmp_path_factory):
    """With what the extra asks for."""
    folders = ("--find-links", wheel.parent, "--find-links", stats_wheel.parent)
    return make_environment(tmp_path_factory.mktemp("environment-stats"), *folders, "qcdc[stats]")


def list_committed(clone):
    return set(run("git", "ls-files", "-z", cwd=clone).stdout.split("\0")) - {""}


@not_quick
def test_source_archive_holds_what_is_committed(clone, archive):
    with tarfile.open(archive) as packed:
        held = {name.partition("/")[2] for name in packed.getnames()} - {"", "PKG-INFO"}
    assert held == list_committed(clone)


@not_quick
def test_source_archive_of_statistics_differs_by_its_project_file(clone, stats_archive):
    with tarfile.open(stats_archive) as packed:
        held = {member.name.partition("/")[2]: packed.extractfile(member).read() for member in packed.getmembers() if member.isfile()}
    assert re.search(rb"^Name: qcdc-stats\r?$", held.pop("PKG-INFO"), re.M)
    assert held.keys() == list_committed(clone)
    assert [name for name in held if held[name] != (clone / name).read_bytes()] == ["pyproject.toml"]
    assert b'backend-path = ["bindings/python/qcdc-stats"]' in held["pyproject.toml"]


def test_statistics_are_not_installed_as_editable(clone, tmp_path):
    pytest.importorskip("mesonpy", reason="python3-mesonpy is not installed")
    folder = clone / "bindings" / "python" / "qcdc-stats"
    program = "import sys, qcdc_stats_backend; qcdc_stats_backend.build_editable(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", program, tmp_path], cwd=folder, capture_output=True, text=True, env=ENVIRONMENT)
    assert done.returncode != 0 and "qcdc-stats is not installed with -e; pip install ./bindings/python/qcdc-stats" in done.stderr
    assert list(tmp_path.iterdir()) == []


def list_sources(clone):
    """The Python files of the package, and those of its statistics, by their places in a wheel."""
    package = clone / "bindings" / "python" / "qcdc"
    every = {f"qcdc/{path.relative_to(package)}" for path in package.rglob("*") if path.suffix == ".py" or path.name == "py.typed"}
    of_stats = {name for name in every if name.startswith("qcdc/stats/")} - {"qcdc/stats/__init__.py"}
    return every - of_stats, of_stats


def check_wheel(wheel, clone, extension, files, licences):
    """Does it hold these files, one extension module, and of whom what is inside is? Returns its metadata."""
    about = re.match(r"[^-]*-[^-]*", wheel.name)[0] + ".dist-info"
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        assert packed.read(f"{about}/licenses/THIRD-PARTY-NOTICES") == (clone / "THIRD-PARTY-NOTICES").read_bytes()
        metadata = packed.read(f"{about}/METADATA").decode()
    built = {name for name in names if re.fullmatch(rf"qcdc/{extension}\.cpython-\S+\.so", name)}
    told = {f"{about}/{name}" for name in ("METADATA", "WHEEL", "RECORD", *(f"licenses/{name}" for name in licences))}
    assert len(built) == 1 and names == built | files | told | {f"qcdc/{extension}.pyi"}
    assert "\nRequires-Python: >=3.10\n" in metadata
    return metadata


@not_quick
def test_wheel_holds_the_package_and_the_notices_alone(clone, wheel):
    files = list_sources(clone)[0] | {f"qcdc/{LIBRARY}"}
    metadata = check_wheel(wheel, clone, "_qcdc", files, ("THIRD-PARTY-NOTICES", "LGPL-2.1-or-later.txt"))
    assert "\nRequires-Dist: cffi" in metadata and metadata.count("\nRequires-Dist:") == 3
    assert "\nProvides-Extra: docx\n" in metadata and re.search(r"\nRequires-Dist: python-docx.*extra == \"docx\"", metadata)
    assert "\nProvides-Extra: stats\n" in metadata and re.search(rf"\nRequires-Dist: qcdc-stats ?\(?== ?{VERSION}\)? ?; extra == \"stats\"", metadata)
    assert "\nLicense: LGPL-2.1-or-later\n" in metadata


@not_quick
def test_wheel_of_statistics_holds_gsl_and_nothing_of_the_other(clone, wheel, stats_wheel):
    files = list_sources(clone)[1] | {f"qcdc_stats.libs/{name}" for name in GSL}
    metadata = check_wheel(stats_wheel, clone, "_qcdc_stats", files, ("THIRD-PARTY-NOTICES", "LGPL-2.1-or-later.txt", "COPYING"))
    assert re.findall(r"\nRequires-Dist: (.*)", metadata) == [f"qcdc=={VERSION}"] or re.findall(r"\nRequires-Dist: (.*)", metadata) == [f"qcdc (=={VERSION})"]
    assert "\nName: qcdc-stats\n" in metadata and "\nLicense: GPL-3.0-or-later\n" in metadata
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(stats_wheel) as other:
        assert set(one.namelist()) & set(other.namelist()) == set()


@not_quick
@pytest.mark.parametrize("file, asked", [("pyproject.toml", "qcdc-stats"), ("bindings/python/qcdc-stats/pyproject.toml", "qcdc")])
def test_the_distributions_cannot_ask_for_another_version(clone, tmp_path, file, asked):
    tree = shutil.copytree(clone, tmp_path / "tree", ignore=shutil.ignore_patterns(".git"))
    changed = (tree / file).read_text(encoding="utf-8").replace(f'"{asked} == {VERSION}"', f'"{asked} == {VERSION}.1"')
    (tree / file).write_text(changed, encoding="utf-8")
    command = ["meson", "setup", "-Dwheel=qcdc", "-Dpython=enabled", "-Dstats=disabled", tmp_path / "build", tree]
    done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT)
    assert done.returncode != 0 and f'does not ask for "{asked} == {VERSION}", the version of meson.build' in done.stdout


def read_dynamic(path, kind):
    return re.findall(rf"\({kind}\).*\[(.*)\]", run("readelf", "-dW", path).stdout)


def list_shown(path):
    return {line.split()[-1] for line in run("nm", "-D", "--defined-only", path).stdout.splitlines()}


@not_quick
def test_modules_need_libc_and_show_what_is_theirs_alone(modules, wheel, note):
    needed = {name: set(read_dynamic(path, "NEEDED")) for name, path in modules.items()}
    assert needed.keys() == {"_qcdc.so", LIBRARY} and needed["_qcdc.so"] - MAY_NEED == {LIBRARY} and needed[LIBRARY] <= MAY_NEED
    assert list_shown(modules["_qcdc.so"]) == {"PyInit__qcdc"}
    symbols = [(ROOT / "tests" / "contract" / f"symbols-{name}.txt").read_text().split() for name in ("qcdc-base-0", "qcdc-0")]
    assert list_shown(modules[LIBRARY]) == {name for names in symbols for name in names}
    note(f"wheel: {wheel.stat().st_size} bytes; " + ", ".join(f"{name}: {path.stat().st_size} bytes" for name, path in modules.items()))


@not_quick
def test_module_of_statistics_loads_the_one_library_and_the_gsl_beside_it(stats_modules, stats_wheel, note):
    assert stats_modules.keys() == {"_qcdc_stats.so", *GSL}
    path = stats_modules["_qcdc_stats.so"]
    assert set(read_dynamic(path, "NEEDED")) - MAY_NEED == {LIBRARY, *GSL}
    assert {folder.rstrip("/") for folder in read_dynamic(path, "RUNPATH")[0].split(":")} == {"$ORIGIN", "$ORIGIN/../qcdc_stats.libs"}
    assert list_shown(path) == {"PyInit__qcdc_stats"}
    # A cube is what the one library made: whoever looks into it is that library. Copied are pure functions of the base layers.
    upper = (ROOT / "tests" / "contract" / "symbols-qcdc-0.txt").read_text().split()
    assert list_defined(path) & set(upper) == set()
    note(f"wheel of statistics: {stats_wheel.stat().st_size} bytes, module: {path.stat().st_size} bytes")


def list_defined(path):
    """The names of functions that a module or an archive defines."""
    return set(re.findall(r"^\S+ [TtWi] (\S+)$", run("nm", "--defined-only", path).stdout, re.M))


def list_archives(build_folder):
    """The foreign archives that libqcdc is linked with in a wheel."""
    rules = (build_folder / "build.ninja").read_text()
    link = re.search(rf"^build \S*{re.escape(LIBRARY)}: c_LINKER.*?^ LINK_ARGS = (.*?)$", rules, re.M | re.S)[1]
    return [word for word in link.split() if word.endswith(".a") and word.startswith("/")]


def list_inside(path, archives):
    """Those of which something is in a shared object."""
    held = list_defined(path)
    return {pathlib.Path(archive).name for archive in archives if len(held & list_defined(archive)) > 0}


@not_quick
def test_notices_name_every_library_inside(clone, modules, build_folder):
    archives = list_archives(build_folder)
    heads = re.findall(r"^\S.* \((\S+\.a)\)$", (clone / "THIRD-PARTY-NOTICES").read_text(encoding="utf-8"), re.M)
    assert {"libglib-2.0.a", "libcsv.a"} <= list_inside(modules[LIBRARY], archives) <= {pathlib.Path(path).name for path in archives} <= set(heads)


@not_quick
def test_notices_name_what_the_statistics_bring(clone, stats_modules, build_folder):
    assert list_inside(stats_modules["_qcdc_stats.so"], list_archives(build_folder)) == {"libglib-2.0.a"}
    assert f"\nGSL ({', '.join(GSL)})\n" in (clone / "THIRD-PARTY-NOTICES").read_text(encoding="utf-8")


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


def hide(names, note):
    """The command that runs another where these libraries are not; () where that is not allowed."""
    files = list_installed(names)
    hidden = find_name_space("--mount", sys.executable, "-I", "-c", HIDE, str(len(files)), *files)
    if not hidden:
        note(f"name spaces are not allowed here: {', '.join(names)} are only seen not to be loaded, not hidden")
    return hidden


@not_quick
def test_wheel_does_the_main_job_where_glib_is_not(python, tmp_path, note):
    hidden = hide(PRIVATE, note)
    done = run(*hidden, python, "-I", "-c", PROGRAM, BUNDLE, *PRIVATE, cwd=tmp_path)
    expected = (ROOT / "examples" / "run.expected").read_text(encoding="utf-8").splitlines()
    assert done.stdout.rstrip("\n") == expected[expected.index(next(line for line in expected if "Bắc Giang, 2019" in line)) + 1]
    told = json.loads(done.stderr)
    assert pathlib.Path(told["file"]).is_relative_to(python.parents[1])
    assert not any(re.match(r"lib(glib|pcre2|csv|gsl)|libqcdc-(?!python)", name) for name in told["loaded"])
    assert told["found"] == [] or not hidden


# Text that tells the layers apart: "quốc lộ 1" is a name, no figure, and only if the right function was linked.
READING = "import qcdc, sys; print(qcdc.read_claims('Tỉnh có quốc lộ 1 tăng 50% so với cùng kỳ (4 km).').text(all=True))"


@not_quick
def test_wheel_reads_as_the_build_tree_does(python, tmp_path):
    path = f"import sys; sys.path.insert(0, {os.fspath(BUILT)!r}); "
    assert run(python, "-I", "-c", READING, cwd=tmp_path).stdout == run(sys.executable, "-I", "-c", path + READING).stdout


# What a person sees, and whether GSL was loaded on the way.
ASKING = """
import qcdc
try:
    import qcdc.stats
except ImportError as error:
    print(error)
with open("/proc/self/maps") as maps:
    print("libgsl" in maps.read())
"""


@not_quick
def test_wheel_alone_tells_how_to_get_statistics(python, tmp_path):
    words, gsl = run(python, "-I", "-c", ASKING, cwd=tmp_path).stdout.splitlines()
    assert words.startswith("this qcdc has no statistics: pip install 'qcdc[stats]' brings them") and gsl == "False"


# Cubes and texts of one module in the hands of the other, in threads, and back.
STATISTICS = """
import re, sys
import qcdc
from qcdc import stats
cube = qcdc.read_bundle(sys.argv[1]).rollup()
units = [unit for unit in "abcdeghik"]
received = ["received"] * len(units)
for found in (stats.find_outliers(cube, threads=2), stats.trends(cube, units, received, "2022-01", "2026-05"),
              stats.year_estimates(cube, units, received, "2026-01/P5M"), stats.changes(cube.compare(by="child"))):
    print(found, [one and str(one) for one in found])
print(stats.concentration_of(cube, "received", "2025", weight="people", largest=2))
try:
    stats.trends(cube, ["nobody"], ["received"], "2022-01", "2026-05")
except qcdc.Error as error:
    print(repr(error), error.hint)
with open("/proc/self/maps") as maps:
    print(*sorted(set(re.findall(r"/\\S*/lib(?:gsl|qcdc|glib)\\S*", maps.read()))), file=sys.stderr)
"""


@not_quick
def test_statistics_of_the_extra_are_those_of_the_build_tree_where_gsl_is_not(stats_python, tmp_path, note):
    if not list((BUILT / "qcdc").glob("_qcdc_stats.*.so")):
        pytest.skip("built without the feature stats")
    done = run(*hide(PRIVATE + GSL, note), stats_python, "-I", "-c", STATISTICS, MONTHS, cwd=tmp_path)
    path = f"import sys; sys.path.insert(0, {os.fspath(BUILT)!r})"
    assert done.stdout == run(sys.executable, "-I", "-c", path + STATISTICS, MONTHS).stdout and "rà soát" in done.stdout
    loaded = [pathlib.Path(name) for name in done.stderr.split()]
    assert {path.name for path in loaded} == {LIBRARY, *GSL}
    assert all(path.is_relative_to(stats_python.parents[1]) for path in loaded)


@not_quick
@pytest.mark.parametrize("place", ["0", "len(sys.path)"], ids=["before", "behind"])
def test_statistics_in_another_folder_of_packages_are_found(python, stats_wheel, tmp_path, place):
    """A user's beside the system's, whichever is looked into first. Those of another version are told of and not loaded."""
    if not list((BUILT / "qcdc").glob("_qcdc_stats.*.so")):
        pytest.skip("built without the feature stats")
    unpack(stats_wheel, tmp_path)
    program = "import sys; sys.path.insert({}, {!r}); "
    done = run(python, "-I", "-c", program.replace("{}", place, 1).format(os.fspath(tmp_path)) + STATISTICS, MONTHS)
    assert done.stdout == run(sys.executable, "-I", "-c", program.format(0, os.fspath(BUILT)) + STATISTICS, MONTHS).stdout
    assert sorted(pathlib.Path(name).name for name in done.stderr.split()) == sorted((LIBRARY, *GSL))
    # a build of the tree has its libqcdc elsewhere, and would get a second one
    built = "import qcdc._qcdc; qcdc._qcdc.__file__ = '/built/qcdc/_qcdc.so'; "
    words, gsl = run(python, "-I", "-c", program.replace("{}", place, 1).format(os.fspath(tmp_path)) + built + ASKING).stdout.splitlines()
    assert words.startswith("this qcdc has no statistics: ") and gsl == "False"
    metadata = next(tmp_path.glob("*.dist-info")) / "METADATA"
    metadata.write_text(metadata.read_text(encoding="utf-8").replace(f"\nVersion: {VERSION}\n", "\nVersion: 9.9\n"), encoding="utf-8")
    words, gsl = run(python, "-I", "-c", program.replace("{}", place, 1).format(os.fspath(tmp_path)) + ASKING).stdout.splitlines()
    assert words.startswith(f"the statistics that are installed do not go with qcdc {VERSION}: {tmp_path} has qcdc-stats 9.9; ") and gsl == "False"


@not_quick
def test_statistics_of_another_version_are_refused(stats_python, tmp_path):
    """The library that the module asks for has its version in its name."""
    place = next(stats_python.parents[1].glob("lib/python*/site-packages"))
    shutil.copytree(place / "qcdc", tmp_path / "qcdc")
    module = next((tmp_path / "qcdc").glob("_qcdc_stats.*.so"))
    module.write_bytes(module.read_bytes().replace(LIBRARY.encode(), LIBRARY[:-1].encode() + b"9"))
    program = f"import sys; sys.path.insert(0, {os.fspath(tmp_path)!r})" + ASKING
    words = run(sys.executable, "-I", "-c", program).stdout
    assert words.startswith(f"the statistics that are installed do not go with qcdc {VERSION}: {LIBRARY[:-1]}9: cannot open shared object file")
    assert f"pip install 'qcdc[stats] == {VERSION}' brings those that do" in words


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
