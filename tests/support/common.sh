#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# What the scripts share; sourced with `root` set to the source tree.

# Debian's own tools: another python3 or meson on PATH would not see the packages of tests/packages/debian.txt.
export PATH="/usr/bin:/bin:/usr/sbin:/sbin:$PATH"
# The same answers whoever runs it.
export PYTHONDONTWRITEBYTECODE=1
unset CFLAGS CPPFLAGS LDFLAGS

# build_tree FOLDER [meson option…]: configured once, built each time; quiet unless it fails.
# One at a time in a folder, because ninja does not guard it.
# The Python package is built in the plain tree alone: sanitizers, coverage and planted faults are for the C code. It is left out
# there too where its packages could not be had, with which tests/run goes on.
build_tree() {
    local folder=$1 log=$1/build.log python=disabled
    shift
    [ "$folder" != build ] || python=auto
    mkdir -p "$folder"
    (
        flock 9
        : >"$log"
        if [ ! -f "$folder/build.ninja" ]; then
            meson setup -Dpython="$python" "$@" "$folder" "$root" >>"$log" 2>&1 || { cat "$log" >&2; exit 1; }
        fi
        ninja -C "$folder" >>"$log" 2>&1 || { grep -v '^\[[0-9]*/[0-9]*\] [A-Z]' "$log" >&2; exit 1; }
    ) 9>"$folder/.lock"
}

# python_environment FOLDER: a virtual environment with the Python package in it, built from this tree without a network; built again
# when a source is newer. Quiet unless it fails.
python_environment() {
    local folder=$1 log=$1.log stamp=$1/.installed
    local sources=(bindings/python include libqcdc LICENSES THIRD-PARTY-NOTICES README.md meson.build meson_options.txt pyproject.toml)
    (
        flock 9
        if [ -f "$stamp" ] && [ -z "$(find "${sources[@]}" -newer "$stamp" -print -quit)" ] && "$folder/bin/python" -I -c 'import qcdc' 2>"$log"; then
            exit 0
        fi
        # The time before the build: what is changed while it runs is newer.
        : >"$folder.begun"
        {
            [ -x "$folder/bin/python" ] || /usr/bin/python3 -m venv --system-site-packages "$folder"
            "$folder/bin/python" -m pip --disable-pip-version-check --no-cache-dir install \
                --no-build-isolation --no-deps --no-index --force-reinstall "$root"
        } >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
        mv "$folder.begun" "$stamp"
    ) 9>"$folder.lock"
}

seconds_since() {
    local now=${EPOCHREALTIME/./}
    printf '%d.%01d' $(((now - $1) / 1000000)) $(((now - $1) / 100000 % 10))
}
