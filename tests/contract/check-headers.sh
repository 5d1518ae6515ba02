#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# Every public header compiles alone, and twice, as strict C99 and as C++98, and is in the list that is installed.
set -u
command -v g++ >/dev/null || { echo 'g++ is not installed'; exit 77; }
source=${QCDC_SOURCE:?} build=${QCDC_BUILD:?}
bad=0 checked=0

# compile HEADER COMPILER OPTION…
compile() {
    local header=$1
    shift
    # The use of a type afterwards makes the unit non-empty, which pedantic C demands.
    if ! printf '#include <qcdc/%s>\n#include <qcdc/%s>\ntypedef int used;\n' "$header" "$header" \
        | "$@" -fsyntax-only -I"$source/include" -I"$build/include" -; then
        printf '%s does not compile alone as %s\n' "$header" "$*"
        bad=1
    fi
}

installed=$(meson introspect --installed "$build")
for path in "$source"/include/qcdc/*.h "$build/include/qcdc/version.h"; do
    header=$(basename "$path")
    checked=$((checked + 1))
    [[ $installed == *"qcdc-0/qcdc/$header\""* ]] || { printf '%s is not in the list of include/qcdc/meson.build\n' "$header"; bad=1; }
    glib=()
    # shellcheck disable=SC2207
    [ "$header" != qcdc-glib.h ] || glib=($(pkg-config --cflags glib-2.0 | sed 's/-I/-isystem /g'))
    compile "$header" gcc -x c -std=c99 -pedantic -Wall -Wextra -Werror ${glib[@]+"${glib[@]}"}
    compile "$header" g++ -x c++ -std=c++98 -Wall -Wextra -Werror ${glib[@]+"${glib[@]}"}
done
printf '%d headers\n' "$checked"
[ "$bad" -eq 0 ] && [ "$checked" -gt 0 ]
