# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Frozen objects used by several threads at once, and the interpreter's lock while C works."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import qcdc
import sample

THREADS = 8
ROUNDS = 2 if sample.QUICK else 25


def answer(dataset, cube, comparison):
    """What the frozen objects say, in every way."""
    rows = comparison.rows()
    return (
        [cube[unit, indicator, period] for unit in dataset.units for indicator in dataset.indicators for period in cube.periods],
        list(cube.read_cells(dataset.units[0], dataset.indicators[0], cube.periods).coefficients), cube.table(format="json", by="child"),
        cube.explain(dataset.units[0], dataset.indicators[0], cube.periods[-1]), rows, [str(row) for row in rows], comparison.text(), comparison.text("en"), comparison.spans(), comparison.table("html"),
        list(comparison.arrays().current), dataset.units, dataset.catalog.plans, str(dataset.tree()), len(dataset), dataset.latest_period,
        dataset.rollup(threads=2).compare(by="child").text(), cube.compare(percent="brackets").text(), str(dataset.check()), dataset.to_bundle().to_bytes(),
    )


@pytest.fixture(params=sample.BUNDLES)
def example(request):
    return request.param


def test_frozen_objects_give_eight_threads_equal_answers(example):
    expected = answer(*make(example))
    dataset, cube, comparison = make(example)  # nothing of these was asked before
    together = threading.Barrier(THREADS)

    def ask(_):
        together.wait()
        return [answer(dataset, cube, comparison) for _ in range(ROUNDS)]

    with ThreadPoolExecutor(THREADS) as pool:
        for answers in pool.map(ask, range(THREADS)):
            assert all(one == expected for one in answers)


def make(name):
    dataset = qcdc.read_bundle(sample.DATA / name).dataset
    cube = dataset.rollup()
    return dataset, cube, cube.compare(by="child")


def test_a_dataset_is_dropped_while_other_threads_make_cubes_of_it():
    def work(_):
        for _ in range(ROUNDS):
            dataset = sample.new_dataset()
            cubes = [dataset.rollup() for _ in range(3)]
            del dataset
            assert [cube["a", "received", "2022"].value for cube in cubes] == [53] * 3

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, range(THREADS)))


def test_errors_of_threads_do_not_mix(dataset):
    def ask(number):
        for _ in range(ROUNDS * 10):
            with pytest.raises(qcdc.NotFoundError) as caught:
                dataset.rollup().compare(unit=f"nowhere-{number}")
            assert caught.value.value == f"nowhere-{number}"

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(ask, range(THREADS)))


def count_beside(call):
    """How often another thread comes to run during a call, when the interpreter never takes the lock from the one that has it.

    With a switch interval longer than the test, a thread runs only when another gives its turn away: by sleeping, or by going into C
    with the lock given back.
    """
    counted, goes_on = 0, True

    def run():
        nonlocal counted
        while goes_on:
            counted += 1
            time.sleep(0.0005)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(600)
    beside = threading.Thread(target=run)
    try:
        beside.start()
        before = counted
        call()
        return counted - before
    finally:
        goes_on = False
        sys.setswitchinterval(interval)
        beside.join()


def gives_the_lock_back(call):
    """Whether the other thread ran; once more on a machine so busy that it did not come to run at all."""
    return any(count_beside(call) > 2 for _ in range(5))


def test_the_lock_is_given_back_in_a_long_roll_up():
    assert gives_the_lock_back(sample.long_dataset(units=5000).rollup)


def test_the_lock_is_given_back_in_the_other_long_calls(tmp_path):
    years, units = [str(2000 + number) for number in range(10)], 10_000
    table = {"code": [f"u{number}" for number in range(units)], "name": ["Đơn vị"] * units, "level": [0] * units}
    columns = (list(range(units)) * len(years), "received", [year for year in years for _ in range(units)], [5] * units * len(years))
    builder = qcdc.DatasetBuilder(table, sample.INDICATORS).append_columns(*columns)
    assert gives_the_lock_back(lambda: qcdc.DatasetBuilder(catalog=builder.catalog).append_columns(*columns))
    dataset = builder.freeze()
    bundle = dataset.to_bundle()
    packed, cube = bundle.to_bytes(), dataset.rollup()
    assert gives_the_lock_back(lambda: qcdc.DatasetBuilder(catalog=builder.catalog).append_columns(*columns).freeze())
    assert gives_the_lock_back(bundle.to_bytes)
    assert gives_the_lock_back(lambda: qcdc.Bundle.from_bytes(packed))
    numbers = iter(range(5))
    assert gives_the_lock_back(lambda: bundle.write(tmp_path / f"bundle{next(numbers)}"))
    assert gives_the_lock_back(lambda: qcdc.read_bundle(tmp_path / "bundle0"))
    assert gives_the_lock_back(lambda: cube.compare(base=["same-period", "previous"]))
    assert gives_the_lock_back(cube.table)


def test_the_count_sees_a_lock_that_is_held():
    """A long call that holds the lock lets nobody run: what the tests above would count if C were called without giving it back."""
    assert not gives_the_lock_back(lambda: sum(range(5_000_000)))


def test_several_threads_roll_one_long_dataset_up_at_once():
    dataset = sample.long_dataset(units=1000, indicators=20)
    expected = dataset.rollup()["top", "i3", "2004-12"]
    with ThreadPoolExecutor(4) as pool:
        cubes = list(pool.map(lambda _: dataset.rollup(threads=2), range(4)))
    assert expected.value == 59 and [cube["top", "i3", "2004-12"] for cube in cubes] == [expected] * 4
