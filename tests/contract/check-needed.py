#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""What each library needs at run time: the base library libc only, the library libc, GLib, libcsv, the base, and with
the feature xlsx libxlsxwriter. GSL is loaded by the library of statistics and by no other."""

import re

import house

MAY_NEED = {
    "qcdc-base-0": {"libc.so.6"},
    "qcdc-0": {"libc.so.6", "libqcdc-base-0.so.0", "libglib-2.0.so.0", "libcsv.so.3", "libxlsxwriter.so.4"},
    "qcdc-stats-0": {"libc.so.6", "libm.so.6", "libqcdc-base-0.so.0", "libqcdc-0.so.0", "libglib-2.0.so.0", "libgsl.so.27", "libgslcblas.so.0"},
}


def main():
    if house.build_options()["b_sanitize"] != "none":
        house.skip("a sanitizer's build needs the sanitizer")
    violations = []
    for name in house.LIBRARIES:
        dynamic = house.run("readelf", "-dW", house.shared_library(name))
        needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic))
        violations += [f"lib{name} needs {other}" for other in sorted(needed - MAY_NEED[name])]
        if f"[lib{name}.so.0]" not in dynamic:
            violations.append(f"lib{name} has another soname than lib{name}.so.0")
    house.finish(violations, f"{len(house.LIBRARIES)} libraries")


if __name__ == "__main__":
    main()
