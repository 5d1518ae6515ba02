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
build_tree() {
    local folder=$1 log=$1/build.log
    shift
    mkdir -p "$folder"
    (
        flock 9
        : >"$log"
        if [ ! -f "$folder/build.ninja" ]; then
            meson setup "$@" "$folder" "$root" >>"$log" 2>&1 || { cat "$log" >&2; exit 1; }
        fi
        ninja -C "$folder" >>"$log" 2>&1 || { grep -v '^\[[0-9]*/[0-9]*\] [A-Z]' "$log" >&2; exit 1; }
    ) 9>"$folder/.lock"
}

seconds_since() {
    local now=${EPOCHREALTIME/./}
    printf '%d.%01d' $(((now - $1) / 1000000)) $(((now - $1) / 100000 % 10))
}
