# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Pickles: equal answers after a round trip, here and in another process; and bytes that are no bundle."""

import copy
import multiprocessing
import os
import pickle
import random

import pytest
import qcdc
import sample

PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)


def answer(thing):
    """What an object says, in ways that a difference would show in."""
    if isinstance(thing, qcdc.Bundle):
        return thing.to_bytes(), thing.title, thing.default_unit, thing.default_period, thing.style, answer(thing.dataset)
    if isinstance(thing, qcdc.Dataset):
        return thing.units, thing.indicators, len(thing), thing.catalog.plans, thing.to_bundle().to_bytes(), answer(thing.rollup())
    if isinstance(thing, qcdc.Cube):
        return list(map(str, thing.periods)), thing.table(format="json", by="child", depth="all"), thing.compare().text()
    if isinstance(thing, qcdc.Comparison):
        return thing.rows(), thing.text(), thing.text("en"), thing.spans(), thing.style, list(thing.arrays().current), thing.cube.table()
    return thing


def make_things():
    bundle = qcdc.read_bundle(sample.DATA / "tinh-a-2026")
    own = sample.new_dataset()
    cube = bundle.rollup(periods=["2024", qcdc.Period("2026")], indicators=["rate", "received"], missing="strict", threads=1)
    comparison = cube.compare(unit="a", period=qcdc.Period("2026-Q3"), base=["same-period", "2026-07"], by="child", depth="all",
                              indicators=["received"], style={"percent": "none"}, verb="elide")
    builder = sample.new_builder().append_columns(["b", "c"], "received", "2022", [1, 2]).append("a", "received", "2022", 5, scope="total")
    contradictions = builder.freeze().check()
    return {
        "bundle": bundle, "dataset of a bundle": bundle.dataset, "dataset of one's own": own, "cube": cube, "cube of defaults": own.rollup(),
        "comparison": comparison, "comparison of defaults": own.rollup().compare(), "period": qcdc.Period("2026-01/P9M"),
        "style": bundle.style, "unit": bundle.units[1], "units": own.units, "indicator": bundle.indicators[0], "cell": cube["a", "rate", "2026-Q3"],
        "change": comparison[0], "span": comparison.spans()[0], "findings": contradictions, "finding": contradictions[0],
        "finding's cell": contradictions[0].cells[0],
    }


THINGS = make_things()


@pytest.mark.parametrize("name", THINGS)
def test_a_round_trip_gives_equal_answers(name):
    thing = THINGS[name]
    for protocol in PROTOCOLS:
        other = pickle.loads(pickle.dumps(thing, protocol))
        assert type(other) is type(thing) and answer(other) == answer(thing)
    assert answer(copy.deepcopy(thing)) == answer(copy.copy(thing)) == answer(thing)


def answer_there(thing):
    """Run by another process: the answer, and the thing sent back."""
    return answer(thing), thing


def test_other_processes_give_equal_answers():
    things = list(THINGS.values())
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        for thing, (there, back) in zip(things, pool.map(answer_there, things)):
            assert there == answer(thing) == answer(back)


def test_arrays_travel():
    arrays = THINGS["comparison"].arrays()
    other = pickle.loads(pickle.dumps(arrays))
    assert all(list(getattr(other, name)) == list(getattr(arrays, name)) for name in arrays.__slots__ if name != "percent_decimals")


def test_things_that_are_sent_together_stay_together():
    cube = THINGS["cube"]
    other_cube, other_comparison = pickle.loads(pickle.dumps((cube, cube.compare())))
    assert other_comparison.cube is other_cube and answer(other_comparison) == answer(cube.compare())


def test_a_builder_is_not_sent():
    with pytest.raises((TypeError, pickle.PicklingError)):
        pickle.dumps(sample.new_builder())


def pack_small():
    """The smallest bundle that has something of each file."""
    builder = qcdc.DatasetBuilder([{"code": "a", "name": "A", "level": 0}], [{"code": "n", "name": "N", "nature": "flow", "measure": "x"}])
    return builder.append("a", "n", "2022", 5).freeze().to_bundle(title="t").to_bytes()


def take(packed):
    """Reads hostile bytes: an answer or an Error, nothing else."""
    try:
        bundle = qcdc.Bundle.from_bytes(packed)
    except qcdc.Error as error:
        assert str(error)
        return type(error)
    assert bundle.to_bytes().startswith(b"QBDL") and bundle.rollup().table() is not None and repr(bundle)
    return None


def test_every_cut_of_a_bundle_is_an_error():
    packed = pack_small()
    assert take(packed) is None
    for length in range(len(packed)):
        assert take(packed[:length]) is not None
    assert take(packed + b"\0") is not None


def test_every_flip_of_a_bundle_is_an_answer_or_an_error():
    packed = pack_small()
    outcomes = set()
    for place in range(len(packed)):
        for bit in range(8):
            flipped = bytearray(packed)
            flipped[place] ^= 1 << bit
            outcomes.add(take(bytes(flipped)))
    assert outcomes >= {None, qcdc.FormatError, qcdc.RefusedError, qcdc.FindingsError}


def test_bytes_of_every_kind_are_an_answer_or_an_error():
    seed = os.environ.get("QCDC_SEED") or "1"
    print("seed", seed)
    source = random.Random(seed)
    packed = qcdc.read_bundle(sample.DATA / "tinh-a-2026").to_bytes()
    for _ in range(200 if sample.QUICK else 2000):
        spoilt = bytearray(packed)
        for _ in range(source.randint(1, 5)):
            place = source.randrange(len(spoilt))
            deed = source.randrange(4)
            if deed == 0:
                spoilt[place] = source.randrange(256)
            elif deed == 1:
                del spoilt[place:place + source.randint(1, 20)]
            elif deed == 2:
                spoilt[place:place] = bytes(source.choices(b"0123456789,\"\n-.Q\xff\0", k=source.randint(1, 8)))
            else:
                spoilt[place:place] = spoilt[source.randrange(len(spoilt)):][:source.randint(1, 40)]
        take(bytes(spoilt))


@pytest.mark.parametrize("packed", [b"", b"Q", b"QBDL", b"QBDL\xff\xff\xff\xff", b"\0" * 1000, b"QBDL\1" + b"\xff" * 64, b"x" * 100_000])
def test_bytes_that_are_no_bundle(packed):
    assert take(packed) is not None


def test_a_spoilt_pickle_is_an_error_of_the_library():
    thing = pickle.dumps(THINGS["dataset of one's own"])
    assert thing.count(b"QBDL") == 1
    with pytest.raises(qcdc.Error):
        pickle.loads(thing.replace(b"QBDL", b"QBDX"))
