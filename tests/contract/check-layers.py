#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""No layer leans on a higher one.

By the compiler's own dependency lists: no source includes a header of a higher layer, and kernel and language include
no GLib. By nm -u of each layer's archive: each undefined symbol is defined in the layer or below, or is on the short
list of layers.ini. No two layers define one name: a static library or the one of a wheel would take the first for both.
"""

import configparser
import fnmatch
import pathlib
import re

import house

# what the compiler adds by itself in test builds
INSTRUMENTS = {"b_sanitize": ("__asan_*", "__ubsan_*"), "b_coverage": ("__gcov_*",)}


def read_layers():
    layers = configparser.ConfigParser()
    layers.read(house.HERE / "layers.ini", encoding="utf-8")
    return {name: {key: layers[name][key].split() for key in ("below", "headers", "calls", "glib")} for name in layers.sections()}


def read_dependencies():
    """object file → the files it was compiled from"""
    dependencies = {}
    current = None
    for line in house.run("ninja", "-C", house.BUILD, "-t", "deps").splitlines():
        found = re.match(r"(\S.*): #deps \d+, deps mtime \d+ \((\w+)\)", line)
        if found:
            current = dependencies.setdefault(found[1], [])
        elif line.startswith("    ") and current is not None:
            current.append((house.BUILD / line.strip()).resolve())
    return dependencies


def layer_of_header(path, layers):
    """The layer of a header of ours, None for a foreign one; KeyError for one of ours that no layer claims."""
    for folder in (house.ROOT / "include" / "qcdc", house.BUILD / "include" / "qcdc"):
        if path.parent == folder:
            for name, layer in layers.items():
                if path.stem in layer["headers"]:
                    return name
            raise KeyError(path.name)
    if house.ROOT / "libqcdc" in path.parents and house.BUILD not in path.parents:
        return path.relative_to(house.ROOT / "libqcdc").parts[0]
    return None


def check_includes(layers):
    violations = []
    objects = 0
    for target, sources in read_dependencies().items():
        layer = re.search(r"libqcdc-layer-(\w+)\.a\.p/", target)
        if not layer:
            continue
        objects += 1
        layer = layer[1]
        may_see = {layer, *layers[layer]["below"]}
        for path in sources:
            try:
                owner = layer_of_header(path, layers)
            except KeyError as unknown:
                violations.append(f"{unknown}: tests/contract/layers.ini does not say to which layer it belongs")
                continue
            where = pathlib.Path(target).name
            if owner is not None and owner not in may_see:
                violations.append(f"{layer}: {where} includes {path.name} of the higher layer {owner}")
            if "glib-2.0" in path.parts and layers[layer]["glib"] != ["yes"]:
                violations.append(f"{layer}: {where} includes GLib ({path.name})")
    return sorted(set(violations)), objects


def read_symbols(archive, *options):
    lines = house.run("nm", "--format=posix", *options, archive).splitlines()
    return {line.split()[0] for line in lines if len(line.split()) > 1}


def list_defined(archives):
    return {layer: read_symbols(archive, "--defined-only", "--extern-only") for layer, archive in archives.items()}


def check_names(archives):
    seen, violations = {}, []
    for layer, symbols in list_defined(archives).items():
        violations += [f"{symbol} is defined in the layers {seen[symbol]} and {layer}" for symbol in sorted(symbols & seen.keys())]
        seen |= dict.fromkeys(symbols, layer)
    return violations


def check_calls(layers, archives):
    options = house.build_options()
    extra = [pattern for option, patterns in INSTRUMENTS.items() if options.get(option) not in ("none", False) for pattern in patterns]
    if options["faults"]:
        extra += ["getenv", "strcmp"]
    defined = list_defined(archives)
    violations = []
    for layer, archive in archives.items():
        reachable = set().union(*(defined[lower] for lower in [layer, *layers[layer]["below"]] if lower in defined))
        for symbol in sorted(read_symbols(archive, "--undefined-only") - reachable - {"_GLOBAL_OFFSET_TABLE_"}):
            if any(fnmatch.fnmatchcase(symbol, pattern) for pattern in layers[layer]["calls"] + extra):
                continue
            owner = next((name for name, symbols in defined.items() if symbol in symbols), None)
            violations.append(f"{layer} calls {symbol}, " + (f"which is of the layer {owner}" if owner else "which is not on its list in layers.ini"))
    return violations


def main():
    layers = read_layers()
    archives = {layer: house.BUILD / "libqcdc" / f"libqcdc-layer-{layer}.a" for layer in layers}
    archives = {layer: archive for layer, archive in archives.items() if archive.exists()}
    violations, objects = check_includes(layers)
    violations += check_calls(layers, archives) + check_names(archives)
    house.finish(violations, f"{objects} objects in {len(archives)} layers")


if __name__ == "__main__":
    main()
