# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Who keeps whom alive, and that nobody is kept for ever.

A leak is looked for by the size of the process after many calls. The same measure sees a leak of one small thing a call, which is
planted here, so that a measure that saw nothing would fail.
"""

import ctypes
import gc
import resource
import weakref

import pytest
import qcdc
import sample
from qcdc._native import ffi, lib

CYCLES = 1000 if sample.QUICK else 10_000


def collect():
    for _ in range(3):
        gc.collect()


def test_a_cube_keeps_its_dataset_alive():
    bundle = qcdc.read_bundle(sample.DATA / "tinh-a-2026")
    expected = bundle.rollup().compare(by="child").text()
    cube = bundle.rollup()
    gone = weakref.ref(bundle)
    del bundle
    collect()
    assert gone() is None
    assert cube["a", "received", "2026-Q3"].value == 246
    assert cube.compare(by="child").text() == expected
    assert "observations.csv:" in cube.explain("a", "received", "2026-Q3")


def test_a_comparison_keeps_what_it_reads_from_alive():
    bundle = qcdc.read_bundle(sample.DATA / "bac-giang-2019")
    comparison = bundle.rollup().compare(by="child")
    expected = (comparison.text(), comparison.rows(), comparison.spans(), list(comparison.arrays().current), comparison.table("html"))
    del comparison
    comparison = bundle.rollup().compare(by="child")
    del bundle
    collect()
    assert (comparison.text(), comparison.rows(), comparison.spans(), list(comparison.arrays().current), comparison.table("html")) == expected


def test_what_was_read_lives_on_alone():
    def read():
        bundle = qcdc.read_bundle(sample.DATA / "tinh-a-2026")
        cube = bundle.rollup()
        comparison = cube.compare()
        return (bundle.units, bundle.indicators, bundle.dataset.tree(), bundle.style, cube.periods, cube["a", "rate", "2026-Q3"],
                cube.read_cells("a", "received", cube.periods), comparison.rows(), comparison.spans(), comparison.arrays(), bundle.check())

    held = read()
    collect()
    for thing, other in zip(held, read()):
        assert repr(thing) == repr(other)
    assert held[2]._repr_html_() and held[3]["verb"] and held[4][0].previous()


def test_a_catalog_and_a_dataset_outlive_the_bundle():
    bundle = qcdc.read_bundle(sample.DATA / "tinh-a-2026")
    catalog, dataset = bundle.catalog, bundle.dataset
    gone = weakref.ref(bundle)
    del bundle
    collect()
    assert gone() is None
    assert [unit.code for unit in catalog.units] == ["a", "b", "c", "d"]
    assert len(qcdc.DatasetBuilder(catalog=catalog).append("b", "received", "2026-07", 1).freeze()) == 1
    assert dataset.to_bundle().default_unit == "a"


def test_columns_are_not_kept():
    entries = [5] * 10
    holder = type("Holder", (list,), {})(entries)
    builder = sample.new_builder().append_columns("b", "received", [f"20{year:02}" for year in range(10)], holder)
    gone = weakref.ref(holder)
    del holder
    assert gone() is None
    assert len(builder.freeze()) == 10


def test_objects_go_when_they_are_no_longer_held_without_a_collection():
    """No cycle: memory of C comes back at once."""
    gc.disable()
    try:
        bundle = qcdc.read_bundle(sample.DATA / "tinh-a-2026")
        cube = bundle.rollup()
        comparison = cube.compare()
        comparison.rows(), bundle.units, bundle.style
        held = [weakref.ref(thing) for thing in (bundle, bundle.dataset, bundle.catalog, cube, comparison)]
        del bundle, cube, comparison
        assert [thing() for thing in held] == [None] * 5
    finally:
        gc.enable()


def test_a_spent_builder_stays_harmless():
    builder = sample.new_builder().append("b", "received", "2022", 5)
    builder.freeze()
    for use in (builder.freeze, lambda: builder.append("b", "received", "2023", 5)):
        with pytest.raises(qcdc.ArgumentError):
            use()


class HeapCounts(ctypes.Structure):
    """struct mallinfo2 of the C library"""

    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()]


def resident_bytes():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def heap_bytes():
    """What is taken from the C library's heap; a small leak hides in what is free there, and the process does not grow yet."""
    try:
        count = ctypes.CDLL(None).mallinfo2
    except AttributeError:
        return 0
    count.restype = HeapCounts
    counts = count()
    return counts.uordblks + counts.hblkhd


def repeat(cycle, count):
    for _ in range(count):
        cycle()
    collect()
    return resident_bytes(), heap_bytes()


# What is taken once and kept, such as a bigger table of names, is no leak; and a process grows by whole pages.
ONCE = 4096
PAGES = 8 * resource.getpagesize()

# bytes a cycle; the smallest block of the C library's heap is 32
LEAST_LEAK = 24


def measure_leak(cycle, count):
    """By how many bytes a cycle the process grows while something is done that often, after it was done half as often.

    An interpreter takes memory in steps of its own; what grows once is measured again, because a leak grows each time.
    """
    before = repeat(cycle, count // 2)
    leaks = []
    while len(leaks) < 5 and (not leaks or leaks[-1] >= LEAST_LEAK):
        after = repeat(cycle, count)
        leaks.append(max(after[0] - before[0] - PAGES, after[1] - before[1] - ONCE) / count)
        before = after
    return min(leaks)


def fail_in_every_way(bundle):
    cube, dataset = bundle.rollup(), bundle.dataset
    faulty = bundle.to_bytes().replace(b"2026-Q3", b"2026-Q5")

    def fails(function, *arguments, **keys):
        def run():
            try:
                function(*arguments, **keys)
            except qcdc.Error:
                return
            raise AssertionError("this call was to fail")
        return run

    def spoil_builder():
        sample.new_builder().append_columns(["b", "c"], "received", "2022", [1, 2]).append("b", "received", "2022", 1).freeze()

    return {
        "period": fails(qcdc.Period, "2022-Q5"),
        "folder": fails(qcdc.read_bundle, "nowhere"),
        "bytes": fails(qcdc.Bundle.from_bytes, b"QBDL"),
        "faulty bytes": fails(qcdc.Bundle.from_bytes, faulty),
        "style": fails(qcdc.Style, percent="x"),
        "cell": fails(cube.__getitem__, ("a", "nothing", "2026-Q3")),
        "cells": fails(cube.read_cells, ["a", "nowhere"], "received", "2026-Q3"),
        "comparison": fails(cube.compare, unit="nowhere"),
        "base": fails(cube.compare, base="unit:nowhere"),
        "roll-up": fails(dataset.rollup, progress=lambda fraction: False),
        "hierarchy": fails(dataset.rollup, hierarchy="x"),
        "column": fails(sample.new_builder().append_columns, "b", "received", "2022", [1, "x"]),
        "duplicate": fails(spoil_builder),
        "units": fails(qcdc.DatasetBuilder, [{"code": "a"}]),
        "table": fails(cube.table, format="x"),
        "number": fails(qcdc.parse_number, "x"),
        "bundle": fails(dataset.to_bundle, default_unit="nowhere"),
    }


def test_ten_thousand_failing_calls_do_not_grow_the_process(bundle):
    calls = fail_in_every_way(bundle)
    assert len(calls) == 17
    leak = measure_leak(lambda: [call() for call in calls.values()], CYCLES // len(calls))
    assert leak < LEAST_LEAK, {name: measure_leak(call, CYCLES) for name, call in calls.items()}


def create_and_drop(packed):
    """Makes one of each and drops it."""
    bundle = qcdc.Bundle.from_bytes(packed)
    cube = bundle.rollup(threads=1)
    comparison = cube.compare()
    comparison.text(), comparison.spans(), comparison.rows(), comparison.arrays(), bundle.check()
    cube["a", "rate", "2026-Q3"], cube.explain("a", "received", "2026-Q3"), bundle.dataset.tree(), qcdc.Period("2022-Q3").name()


@pytest.mark.parametrize("name", ["bundle", "builder", "cube", "comparison", "packed", "values"])
def test_ten_thousand_objects_made_and_dropped_do_not_grow_the_process(name, bundle):
    packed, dataset, cube = bundle.to_bytes(), bundle.dataset, bundle.rollup()
    cycles = {
        "bundle": lambda: qcdc.Bundle.from_bytes(packed).dataset.catalog,
        "builder": lambda: qcdc.DatasetBuilder(catalog=dataset.catalog).append("b", "received", "2026-07", 1).freeze(),
        "cube": lambda: dataset.rollup(threads=1, progress=lambda fraction: True)["a", "rate", "2026-Q3"],
        "comparison": lambda: cube.compare().text(),
        "packed": bundle.to_bytes,
        "values": lambda: (qcdc.Period("2022-Q3").name(), qcdc.Style(verb="elide") | {"percent": "alone"}, qcdc.phrase(1, 2, "đơn")),
    }
    leak = measure_leak(cycles[name], CYCLES)
    assert leak < LEAST_LEAK


def test_everything_made_and_dropped_does_not_grow_the_process(bundle):
    packed = bundle.to_bytes()
    leak = measure_leak(lambda: create_and_drop(packed), CYCLES // 10)
    assert leak < LEAST_LEAK


def forget_a_reference(dataset):
    """What the package would do if it had forgotten one unref: the small dataset of each cycle stays."""
    made = qcdc.DatasetBuilder(catalog=dataset.catalog).freeze()
    lib.qcdc_dataset_ref(made._native)


def forget_a_text(cube):
    """What the package would do if it had forgotten to give one short text back."""
    place = ffi.new("char **")
    lib.qcdc_cube_to_table(cube._native, ffi.NULL, ffi.NULL, 0, ffi.NULL, lib.QCDC_TABLE_CSV, place, ffi.NULL)
    assert place[0] != ffi.NULL


@pytest.mark.parametrize("forgotten", ["reference", "text"])
def test_the_measure_sees_a_leak_of_one_small_thing_a_cycle(forgotten):
    """The limit of the tests above is crossed by the planted leak."""
    dataset = sample.new_builder().append("b", "received", "2022", 1).freeze()
    cube = dataset.rollup()
    cycle = (lambda: forget_a_reference(dataset)) if forgotten == "reference" else (lambda: forget_a_text(cube))
    leak = measure_leak(cycle, CYCLES)
    assert leak > LEAST_LEAK


def test_the_measure_sees_the_smallest_leak():
    """One block of 24 bytes a cycle."""
    allocate = ctypes.CDLL(None).malloc
    allocate.restype = ctypes.c_void_p

    def cycle():
        ctypes.memset(allocate(24), 1, 24)

    leak = measure_leak(cycle, CYCLES)
    assert leak > LEAST_LEAK
