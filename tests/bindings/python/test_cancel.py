# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Progress of a long roll-up, and how it is stopped: by the callable, by an exception, by Ctrl-C."""

import importlib.util
import json
import os
import pathlib
import signal
import statistics
import sys

import pytest
import qcdc
import sample

ROUNDS = 3 if sample.QUICK else 21
# what was asked of the library, in seconds
ASKED = 0.2


@pytest.fixture(scope="module")
def long_dataset():
    return sample.long_dataset(units=2500, indicators=20)


def rolls_up_rightly(dataset):
    cube = dataset.rollup()
    return cube["top", "i3", "2004-12"].value == 59 and cube["top", "i3", "2004"].value == sum(range(48, 60))


def test_the_parts_done_rise_to_the_whole(long_dataset):
    told = []
    cube = long_dataset.rollup(progress=told.append)
    assert len(told) > 20 and told == sorted(told) and len(set(told)) > len(told) // 2
    assert all(isinstance(part, float) and 0 <= part <= 1 for part in told)
    assert told[0] < 0.1 and told[-1] == 1.0
    assert cube.table(unit="top", format="csv") == long_dataset.rollup().table(unit="top", format="csv")


def test_a_small_roll_up_tells_its_end(dataset):
    told = []
    dataset.rollup(progress=told.append)
    assert told[-1] == 1.0


def test_only_false_stops(dataset):
    for answer in (None, 0, "", [], True, 1):
        assert dataset.rollup(progress=lambda part, answer=answer: answer)["a", "received", "2022"].value == 53


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9, 1.0])
def test_false_is_a_cancelled_error(long_dataset, part):
    asked = []

    def ask(fraction):
        asked.append(fraction)
        return fraction < part

    with pytest.raises(qcdc.CancelledError) as caught:
        long_dataset.rollup(progress=ask)
    assert caught.value.status == "cancelled" and str(caught.value)
    assert asked[-1] >= part and all(fraction < part for fraction in asked[:-1])
    assert rolls_up_rightly(long_dataset)


class OwnException(Exception):
    pass


@pytest.mark.parametrize("kind", [OwnException, ZeroDivisionError, KeyboardInterrupt, SystemExit, qcdc.FormatError, MemoryError, StopIteration])
def test_an_exception_of_the_callable_comes_out_as_it_is(long_dataset, kind):
    raised, calls = kind("from within"), []

    def fail(fraction):
        calls.append(fraction)
        if fraction > 0.2:
            raise raised

    with pytest.raises(kind) as caught:
        long_dataset.rollup(progress=fail)
    assert caught.value is raised
    assert any(entry.name == "fail" for entry in caught.traceback)
    assert sum(fraction > 0.2 for fraction in calls) == 1
    assert rolls_up_rightly(long_dataset)


def test_an_exception_prints_nothing_of_its_own(long_dataset, capfd):
    with pytest.raises(OwnException):
        long_dataset.rollup(progress=lambda fraction: (_ for _ in ()).throw(OwnException()))
    assert capfd.readouterr() == ("", "")


def test_a_callable_may_use_the_dataset_meanwhile(dataset):
    inner = []
    dataset.rollup(progress=lambda fraction: inner.append(dataset.rollup()["a", "received", "2022"].value))
    assert set(inner) == {53}


def test_what_is_no_progress(dataset):
    for progress in (None, False):
        assert dataset.rollup(progress=progress)["a", "received", "2022"].value == 53
    for progress in ("bar", 5):
        with pytest.raises(TypeError):
            dataset.rollup(progress=progress)


def test_check_and_the_bundle_take_progress_too(bundle):
    told = []
    assert bundle.check(progress=told.append) == bundle.dataset.check(progress=told.append) == []
    bundle.rollup(progress=told.append)
    assert told.count(1.0) == 3
    with pytest.raises(qcdc.CancelledError):
        bundle.check(progress=lambda fraction: False)


def test_progress_true_draws_a_bar(long_dataset, capfd):
    pytest.importorskip("tqdm", reason="python3-tqdm is not installed")
    assert long_dataset.rollup(progress=True) is not None
    out, err = capfd.readouterr()
    # how often the bar is drawn anew in between is up to the clock and to tqdm
    assert out == "" and "100%" in err and "|" in err and err.count("\r") >= 2


def test_progress_true_draws_a_line_without_tqdm(long_dataset, capfd, monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert long_dataset.rollup(progress=True) is not None
    out, err = capfd.readouterr()
    assert out == "" and err.startswith("\r") and err.endswith("\r100%\n") and "|" not in err


@pytest.mark.parametrize("blocked", [False, True], ids=["tqdm", "without tqdm"])
def test_a_bar_that_is_stopped_leaves_the_line(long_dataset, capfd, monkeypatch, blocked):
    if blocked:
        monkeypatch.setitem(sys.modules, "tqdm", None)
        monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    elif importlib.util.find_spec("tqdm") is None:
        pytest.skip("python3-tqdm is not installed")
    catalog = long_dataset.catalog
    overflowing = qcdc.DatasetBuilder(catalog=catalog).append_columns(["u1", "u2"], "i1", "2022", "9" * 18).freeze()
    with pytest.raises(qcdc.RangeError):
        overflowing.rollup(progress=True)
    err = capfd.readouterr().err
    assert err.endswith("\n") and err.count("\n") == 1


def test_ctrl_c_stops_a_long_roll_up():
    """Measured in a process of its own, many times.

    The verdict is on the seconds that the process works from the signal on, which are those of the clock where it is alone: on a busy
    machine the clock measures the others. That memory is filled as it is freed (meson's MALLOC_PERTURB_) is no work of ours.
    """
    environment = {name: value for name, value in os.environ.items() if name != "MALLOC_PERTURB_"}
    ended = sample.run_python(pathlib.Path(__file__).with_name("interrupted.py"), ROUNDS, env=environment)
    assert (ended.returncode, ended.stderr) == (0, "")
    clocked, worked = zip(*json.loads(ended.stdout))
    for words, seconds in (("by the clock", clocked), ("of work", worked)):
        print(f"\nfrom Ctrl-C to KeyboardInterrupt {words}: median {statistics.median(seconds) * 1000:.1f} ms, "
              f"longest {max(seconds) * 1000:.1f} ms of {len(seconds)}")
    assert len(worked) == ROUNDS and statistics.median(worked) < ASKED


def test_a_signal_handler_of_ones_own_is_heard_and_the_call_goes_on(long_dataset):
    heard = []

    def tell(fraction):
        if fraction > 0.3 and not heard:
            signal.raise_signal(signal.SIGUSR1)

    before = signal.signal(signal.SIGUSR1, lambda number, frame: heard.append(number))
    try:
        assert long_dataset.rollup(progress=tell)["top", "i3", "2004-12"].value == 59
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert heard == [signal.SIGUSR1]


def test_ctrl_c_with_a_callable_is_no_cancelled_error(long_dataset):
    def tell(fraction):
        if fraction > 0.3:
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        long_dataset.rollup(progress=tell)
    assert rolls_up_rightly(long_dataset)
