# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Styles: mappings of the keys of [style] that do not change."""

import pickle
from collections.abc import Mapping

import pytest
import qcdc
from qcdc import Style

KEYS = ["base_phrase", "verb", "percent", "percent_decimals", "percent_trim", "show_base", "form", "change", "leading_zero", "rounding",
        "language", "unchanged", "value_joiner", "plan", "per_year", "contribution", "as_of"]


def test_a_style_is_a_mapping_of_all_keys():
    style = Style()
    assert isinstance(style, Mapping)
    assert list(style) == KEYS and len(style) == len(KEYS)
    assert style["base_phrase"] == "full" and style["percent"] == "none" and style["percent_decimals"] == "1"
    assert dict(style) == {key: style[key] for key in KEYS}
    assert "verb" in style and "nothing" not in style and style.get("nothing") is None


def test_keys_come_as_keywords_as_a_mapping_or_as_another_style():
    style = Style(percent="brackets", percent_decimals=2)
    assert style["percent"] == "brackets" and style["percent_decimals"] == "2"
    assert Style({"percent": "brackets", "percent_decimals": 2}) == style
    assert Style(style) == style and Style(style) is not style
    assert Style(style, percent="alone")["percent"] == "alone" and style["percent"] == "brackets"
    assert Style({"percent": "none"}, percent="alone")["percent"] == "alone"
    assert Style(unchanged="giữ nguyên")["unchanged"] == "giữ nguyên"


def test_or_makes_another_one():
    style = Style(percent="brackets")
    english = style | {"language": "en"}
    assert english["language"] == "en" and english["percent"] == "brackets" and style["language"] == "vi"
    assert (style | Style(verb="elide"))["verb"] == "elide"


def test_equal_styles_are_equal_and_hash_alike():
    assert Style(percent="brackets") == Style({"percent": "brackets"}) != Style()
    assert hash(Style(percent="brackets")) == hash(Style(percent="brackets"))
    assert Style() == dict(Style()) and Style() != {} and Style() != 5
    assert len({Style(), Style(percent="none"), Style(percent="alone")}) == 2


def test_repr_shows_what_is_not_the_default():
    assert repr(Style()) == "Style()"
    style = Style(unchanged="giữ nguyên", percent="brackets")
    assert repr(style) == "Style(percent='brackets', unchanged='giữ nguyên')"
    assert eval(repr(style)) == style
    assert pickle.loads(pickle.dumps(style)) == style


def test_a_style_does_not_change():
    with pytest.raises(TypeError):
        Style()["percent"] = "alone"
    with pytest.raises(AttributeError):
        Style().percent = "alone"


def test_what_is_no_key_or_word_of_it():
    with pytest.raises(qcdc.NotFoundError) as caught:
        Style(percents="alone")
    assert caught.value.hint.split(", ")[0] == "base_phrase"
    with pytest.raises(qcdc.FormatError) as caught:
        Style(percent="many")
    assert (caught.value.value, caught.value.hint) == ("many", "none, brackets, alone, signed or words")
    with pytest.raises(qcdc.NotFoundError):
        Style()["percents"]


def test_a_style_of_the_bundle_a_parameter_and_single_keys(bundle):
    cube = bundle.rollup()
    assert dict(bundle.style)["percent"] == "brackets"
    assert cube.compare().style == bundle.style
    assert cube.compare(style={"percent": "none"}).style == bundle.style | {"percent": "none"}
    assert cube.compare(style=Style(percent="none")).style == Style(percent="none")
    assert cube.compare(style={"percent": "none"}, percent="alone").style["percent"] == "alone"
    comparison = cube.compare(percent="none")
    assert "%)" in comparison.text(percent="brackets") and "%)" not in comparison.text()
    assert comparison.text(style=bundle.style) == cube.compare().text()


@pytest.mark.parametrize("settings", ["en", 5, ["language"]], ids=repr)
def test_what_is_no_mapping_is_no_style(settings, cube):
    for use in (lambda: qcdc.Style(settings), lambda: qcdc.Style() | settings, lambda: cube.compare(style=settings)):
        with pytest.raises(TypeError, match="a style is"):
            use()
