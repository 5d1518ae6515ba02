#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Times the main job from Python: a million rows in columns of numpy → roll-up → comparison of every unit → columns of changes.

    PYTHONPATH=BUILD/bindings/python python-columns.py [ROUNDS]

Prints for each step the median seconds inside our C and in Python, and rows a second. The functions of the library that the package calls
are taken through a counter, which the package does not know of; what the callback of progress takes counts as C. A program, not a test:
it looks whether the figures are right and asserts nothing about time.
"""

import collections
import gc
import statistics
import sys
import time

import numpy
import qcdc
import qcdc.progress  # noqa: F401  every module of the package is there before the counter is put in

PROVINCES, DISTRICTS, COMMUNES = 20, 200, 10_000
INDICATORS, MONTHS = 4, 25


class Counter:
    """Stands in the place of the library: its functions, each with the time that it takes."""

    def __init__(self, library):
        self._library = library
        self.seconds = 0.0
        self.calls = 0

    def __getattr__(self, name):
        found = getattr(self._library, name)
        if callable(found) and name != "qcdc_python_progress":
            found = self._count(found)
        setattr(self, name, found)
        return found

    def _count(self, function):
        def run(*arguments):
            start = time.perf_counter()
            try:
                return function(*arguments)
            finally:
                self.seconds += time.perf_counter() - start
                self.calls += 1
        return run


def put_in_counter():
    """The counter, in the place of the library in each module of the package."""
    modules = [module for name, module in sys.modules.items() if name.startswith("qcdc.") and hasattr(module, "lib") and name != "qcdc._qcdc"]
    counter = Counter(modules[0].lib)
    for module in modules:
        module.lib = counter
    return counter


def make_units():
    codes = ["top", *(f"p{n}" for n in range(PROVINCES)), *(f"d{n}" for n in range(DISTRICTS)), *(f"c{n}" for n in range(COMMUNES))]
    parents = ["", *["top"] * PROVINCES, *(f"p{n % PROVINCES}" for n in range(DISTRICTS)), *(f"d{n % DISTRICTS}" for n in range(COMMUNES))]
    levels = [0] + [1] * PROVINCES + [2] * DISTRICTS + [3] * COMMUNES
    return {"code": codes, "name": [f"Đơn vị {code}" for code in codes], "level": levels, "parent": parents}


def make_columns():
    """Units and indicators by number, months by label, values of whole numbers."""
    first = 1 + PROVINCES + DISTRICTS
    units = numpy.tile(numpy.repeat(numpy.arange(first, first + COMMUNES), INDICATORS), MONTHS)
    indicators = numpy.tile(numpy.arange(INDICATORS), COMMUNES * MONTHS)
    labels = numpy.array([f"{2020 + month // 12}-{month % 12 + 1:02}" for month in range(MONTHS)])
    values = numpy.random.default_rng(1).integers(0, 1_000_000, COMMUNES * INDICATORS * MONTHS)
    return units, indicators, labels, values


class Job:
    """The steps in their order; each leaves what the next one needs."""

    def __init__(self, tables, columns):
        self.tables = tables
        self.units, self.indicators, self.labels, self.values = columns
        self.a_month = COMMUNES * INDICATORS

    def make_builder(self):
        self.builder = qcdc.DatasetBuilder(*self.tables)

    def append_months(self):
        for month, label in enumerate(self.labels):
            rows = slice(month * self.a_month, (month + 1) * self.a_month)
            self.builder.append_columns(self.units[rows], self.indicators[rows], str(label), self.values[rows])

    def append_all(self):
        again = qcdc.DatasetBuilder(catalog=self.builder.catalog)
        again.append_columns(self.units, self.indicators, self.labels.repeat(self.a_month), self.values)

    def freeze(self):
        self.dataset = self.builder.freeze()

    def roll_up(self):
        self.cube = self.dataset.rollup(threads=1)

    def compare(self):
        self.comparison = self.cube.compare(unit="top", period=str(self.labels[-1]), by="child", depth="all")

    def read_changes(self):
        self.arrays = self.comparison.arrays()

    def read_cells(self):
        month = slice(-self.a_month, None)
        self.cells = self.cube.read_cells(self.units[month], self.indicators[month], str(self.labels[-1]))

    def look(self):
        """Whether the figures are those of numpy."""
        values = self.values.reshape(MONTHS, COMMUNES, INDICATORS)
        now, before = values[-1], values[-13]
        top = self.arrays.units == 0
        assert (self.arrays.current[top] == now.sum(axis=0)).all() and (self.arrays.base[top] == before.sum(axis=0)).all()
        communes = self.arrays.units >= self.units[0]
        assert communes.sum() == COMMUNES * INDICATORS
        assert self.arrays.differences[communes].sum() == (now - before).sum()
        assert (self.cells.coefficients == now.ravel()).all()


STEPS = {
    "units and indicators": "make_builder", "append, a label for all rows": "append_months", "append, a label for each row": "append_all",
    "freeze": "freeze", "roll-up": "roll_up", "comparison of every unit": "compare", "columns of changes": "read_changes",
    "columns of cells": "read_cells",
}


def step_is_of_the_job(name):
    """Rows are appended in two ways; one of them counts."""
    return name != "append, a label for each row"


def main(rounds):
    counter = put_in_counter()
    tables = make_units(), [{"code": f"i{n}", "name": "Chỉ tiêu", "nature": "flow", "measure": "lượt"} for n in range(INDICATORS)]
    columns = make_columns()
    seconds = collections.defaultdict(list)
    for _ in range(rounds):
        job = Job(tables, columns)
        for name, step in STEPS.items():
            counter.seconds = counter.calls = 0
            start = time.perf_counter()
            getattr(job, step)()
            whole = time.perf_counter() - start
            seconds[name].append((counter.seconds, whole - counter.seconds, counter.calls))
        job.look()
        rows, changes, cells = len(columns[-1]), len(job.comparison), len(job.cells.states)
        del job
        gc.collect()
    handled = {"append, a label for all rows": rows, "append, a label for each row": rows, "freeze": rows, "roll-up": rows,
               "comparison of every unit": changes, "columns of changes": changes, "columns of cells": cells}
    print(f"{rows} rows, {changes} changes, {cells} cells; medians of {rounds} rounds")
    print(f"{'step':30s} {'calls of C':>10s} {'s in C':>9s} {'s in Python':>12s} {'rows':>9s} {'rows/s':>12s}")
    inside_together = outside_together = 0.0
    for name, measured in seconds.items():
        inside, outside, calls = (statistics.median(column) for column in zip(*measured))
        count = handled.get(name)
        told = f"{count:9d} {count / (inside + outside):12.0f}" if count else ""
        print(f"{name:30s} {calls:10.0f} {inside:9.4f} {outside:12.4f} {told}")
        if step_is_of_the_job(name):
            inside_together += inside
            outside_together += outside
    rate = rows / (inside_together + outside_together)
    print(f"{'together, a label for all rows':30s} {'':10s} {inside_together:9.4f} {outside_together:12.4f} {rows:9d} {rate:12.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
