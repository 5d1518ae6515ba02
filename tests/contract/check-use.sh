#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# Programs of users find us: through pkg-config with nothing but our .pc files visible, through CMake, and as a meson
# subproject. Argument: pkg-config, cmake or subproject.
set -eu
way=$1
source=${QCDC_SOURCE:?} build=${QCDC_BUILD:?}
user=$source/tests/contract/user
place=$build/contract/$way
mkdir -p "$place"

# installed: the tree under $place/root, and pkg-config seeing it and no other .pc file (no GLib, no libcsv)
installed() {
    rm -rf "$place/root"
    meson install -C "$build" --no-rebuild --quiet --destdir "$place/root" >/dev/null
    PKG_CONFIG_SYSROOT_DIR=$place/root
    PKG_CONFIG_LIBDIR=$(dirname "$(find "$place/root" -name qcdc-0.pc)")
    LD_LIBRARY_PATH=$(dirname "$(find "$place/root" -name libqcdc-0.so.0)")
    export PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_LIBDIR LD_LIBRARY_PATH
    unset PKG_CONFIG_PATH
}

# says PROGRAM WORDS: what the program must print
says() {
    local printed
    printed=$("$1")
    [ "$printed" = "$2" ] || { printf '%s printed "%s", not "%s"\n' "$1" "$printed" "$2"; exit 1; }
}

version=$(meson introspect --projectinfo "$build" | sed 's/.*"version": "\([^"]*\)".*/\1/')

case $way in
    pkg-config)
        installed
        packages='qcdc-base-0 qcdc-0'
        [ ! -e "$build/libqcdc/libqcdc-stats-0.so.0" ] || packages+=' qcdc-stats-0'
        # shellcheck disable=SC2086
        [ "$(pkg-config --list-all | wc -l)" -eq "$(printf '%s\n' $packages | wc -l)" ] || { printf 'other .pc files are visible:\n'; pkg-config --list-all; exit 1; }
        for package in $packages; do
            [ "$(pkg-config --modversion $package)" = "$version" ]
            # shellcheck disable=SC2046
            gcc -std=c99 -pedantic -Wall -Wextra -Werror "$user/$package.c" -o "$place/$package" $(pkg-config --cflags --libs $package)
            says "$place/$package" "$package $version"
        done
        ;;
    cmake)
        command -v cmake >/dev/null || { echo 'cmake is not installed'; exit 77; }
        installed
        rm -rf "$place/build"
        cmake -G Ninja -S "$user" -B "$place/build" -DCMAKE_BUILD_TYPE=Release >"$place/log" 2>&1 \
            && cmake --build "$place/build" >>"$place/log" 2>&1 || { cat "$place/log"; exit 1; }
        says "$place/build/program" "qcdc-0 $version"
        ;;
    subproject)
        mkdir -p "$place/project/subprojects"
        cp "$user/meson.build" "$user/qcdc-0.c" "$place/project"
        # A link would make the build folder, which lies in the source tree, part of the subproject.
        [ -e "$place/project/subprojects/libqcdc" ] || mkdir "$place/project/subprojects/libqcdc"
        cp -u "$source/meson.build" "$source/meson_options.txt" "$place/project/subprojects/libqcdc"
        cp -ru "$source/include" "$source/libqcdc" "$place/project/subprojects/libqcdc"
        [ -f "$place/build/build.ninja" ] || meson setup "$place/build" "$place/project" >"$place/log" 2>&1 || { cat "$place/log"; exit 1; }
        ninja -C "$place/build" >"$place/log" 2>&1 || { cat "$place/log"; exit 1; }
        says "$place/build/program" "qcdc-0 $version"
        ;;
esac
