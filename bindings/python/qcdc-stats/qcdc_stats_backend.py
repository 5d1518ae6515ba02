# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Builds qcdc-stats out of the tree of libqcdc (PEP 517).

meson-python builds the tree at whose top the pyproject.toml lies, and there lies that of qcdc. So it is shown another tree, for the
time of the build: the same sources with the pyproject.toml of this folder at their top.
"""

import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile

import mesonpy

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parents[2]
# what a build of the modules reads, of a tree that may hold builds
READ = ("LICENSES", "THIRD-PARTY-NOTICES", "bindings", "include", "libqcdc", "meson.build", "meson_options.txt")

get_requires_for_build_wheel = mesonpy.get_requires_for_build_wheel
get_requires_for_build_sdist = mesonpy.get_requires_for_build_sdist


@contextlib.contextmanager
def working_in(folder):
    before = pathlib.Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def put_on_top(tree):
    """Puts the pyproject.toml of this folder at the top of a tree; this file stays where it is."""
    text = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    path = f'backend-path = ["{HERE.relative_to(TOP).as_posix()}"]'
    (tree / "pyproject.toml").write_text(text.replace('backend-path = ["."]', path), encoding="utf-8")


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    wheels = pathlib.Path(wheel_directory).resolve()
    with tempfile.TemporaryDirectory() as place:
        tree = pathlib.Path(place)
        for name in READ:
            (shutil.copytree if (TOP / name).is_dir() else shutil.copy2)(TOP / name, tree / name)
        put_on_top(tree)
        with working_in(tree):
            return mesonpy.build_wheel(os.fspath(wheels), config_settings, metadata_directory)


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    """Refused: the tree that would be pointed to is gone after the build. Without this hook an old pip makes an empty package with setuptools."""
    raise NotImplementedError("qcdc-stats is not installed with -e; pip install ./bindings/python/qcdc-stats stands beside a qcdc that is")


def build_sdist(sdist_directory, config_settings=None):
    """What is committed, and the pyproject.toml of this folder at its top; needs git, as the source archive of qcdc does."""
    archives = pathlib.Path(sdist_directory).resolve()
    author = ("-c", "user.name=qcdc-stats", "-c", "user.email=")
    with tempfile.TemporaryDirectory() as place:
        tree = pathlib.Path(place) / "tree"
        subprocess.run(["git", "clone", "-q", TOP, tree], check=True)
        put_on_top(tree)
        subprocess.run(["git", "-C", tree, *author, "commit", "-qam", "The source archive of qcdc-stats"], check=True)
        with working_in(tree):
            return mesonpy.build_sdist(os.fspath(archives), config_settings)
