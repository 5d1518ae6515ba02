# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Pictures of what statistics tell, by matplotlib where it is there. Each takes and gives an Axes; nothing is shown or saved.

A picture is for reference as its numbers are: "ước tính tham khảo" stands in its title.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence

from .._native import number_of
from .trend import Trend
from .year_estimate import YearEstimate

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .outlier import Outlier

__all__ = ["plot_curve", "plot_estimate", "plot_series"]

_WORDS = {
    "vi": {"reference": "ước tính tham khảo", "trend": "xu hướng", "band": "khoảng tin cậy", "ordinary": "mức thường gặp", "review": "cần rà soát",
           "even": "chia đều", "units": "tỷ trọng đơn vị", "figures": "tỷ trọng số liệu", "past": "các năm trước", "now": "năm nay", "estimate": "cả năm",
           "prediction": "khoảng dự báo"},
    "en": {"reference": "for reference only", "trend": "trend", "band": "confidence band", "ordinary": "ordinary", "review": "to be reviewed",
           "even": "even", "units": "share of units", "figures": "share of figures", "past": "past years", "now": "this year", "estimate": "full year",
           "prediction": "prediction interval"},
}
_COLOURS = {"values": "#1f4e79", "trend": "#7f7f7f", "review": "#c55a11", "estimate": "#548235"}


def _find_words(language: str) -> Mapping[str, str]:
    number_of("QcdcLanguage", language, "language")
    return _WORDS[language]


def _axes(ax: Any) -> Any:
    if ax is not None:
        return ax
    try:
        pyplot: Any = importlib.import_module("matplotlib.pyplot")
    except ImportError:
        raise ImportError("pictures are drawn by matplotlib, which is not here") from None
    return pyplot.figure(figsize=(8, 4.2), layout="constrained").add_subplot()


def _finish(ax: Any, title: str | None, words: Mapping[str, str]) -> Any:
    ax.set_title(f"{title} ({words['reference']})" if title else words["reference"], fontsize=11)
    ax.spines[["top", "right"]].set_visible(False)
    if ax.get_legend_handles_labels()[0]:
        ax.legend(frameon=False, fontsize=9)
    return ax


def _draw_trend(ax: Any, trend: Trend, count: int, words: Mapping[str, str]) -> None:
    """The line, and the fan of slopes about the middle of the series."""
    middle = (count - 1) / 2
    level = trend.intercept + trend.slope * middle
    times = [0, middle, count - 1]
    ax.plot(times, [trend.intercept + trend.slope * time for time in times], color=_COLOURS["trend"], label=words["trend"])
    bounds = [[level + slope * (time - middle) for time in times] for slope in (trend.low, trend.high)]
    if all(abs(value) != float("inf") for bound in bounds for value in bound):
        ax.fill_between(times, [min(pair) for pair in zip(*bounds)], [max(pair) for pair in zip(*bounds)], color=_COLOURS["trend"], alpha=0.2, linewidth=0,
                        label=f"{words['band']} {100 * trend.level:g}%")


def _draw_outliers(ax: Any, outliers: Sequence[Outlier], labels: Sequence[str], words: Mapping[str, str]) -> None:
    places = [(labels.index(str(outlier.period)), outlier) for outlier in outliers if str(outlier.period) in labels]
    for number, (place, outlier) in enumerate(places):
        ax.vlines(place, outlier.low, outlier.high, color=_COLOURS["review"], alpha=0.35, linewidth=6, label=None if number else words["ordinary"])
        ax.plot(place, outlier.typical, marker="_", color=_COLOURS["review"], markersize=12)
    if places:
        ax.plot([place for place, _ in places], [float(outlier.value) for _, outlier in places], linestyle="none", marker="o", markersize=9,
                markerfacecolor="none", color=_COLOURS["review"], label=words["review"])


def plot_series(values: Sequence[float | None], labels: Sequence[str] | None = None, *, trend: Trend | None = None, outliers: Sequence[Outlier] = (),
                title: str | None = None, language: str = "vi", ax: Any = None) -> Any:
    """A series, with the line and band of its trend and with the figures that are to be looked at again, each with what would be ordinary.

    ``labels`` are the periods, "2026-01"; outliers of other periods are left out, those of other units and indicators are for the caller to leave out.
    """
    words, ax = _find_words(language), _axes(ax)
    names = [str(label) for label in labels] if labels is not None else [str(number) for number in range(len(values))]
    ax.plot(range(len(values)), [float("nan") if value is None else float(value) for value in values], marker=".", color=_COLOURS["values"])
    if trend is not None:
        _draw_trend(ax, trend, len(values), words)
    _draw_outliers(ax, outliers, names, words)
    step = max(1, len(names) // 8)
    ax.set_xticks(range(0, len(names), step), names[::step], rotation=30, ha="right", fontsize=8)
    return _finish(ax, title, words)


def _running(year: Sequence[float | None]) -> list[float]:
    sums, total = [], 0.0
    for value in year:
        total += float("nan") if value is None else float(value)
        sums.append(total)
    return sums


def plot_estimate(estimate: YearEstimate, years: Sequence[Sequence[float | None]], current: Sequence[float | None], *, title: str | None = None,
                  language: str = "vi", ax: Any = None) -> Any:
    """The year so far among past years, month by month added up, and the full year with its interval."""
    words, ax = _find_words(language), _axes(ax)
    for number, year in enumerate(years):
        ax.plot(range(1, len(year) + 1), _running(year), color=_COLOURS["trend"], alpha=0.6, label=None if number else words["past"])
    so_far, end = _running(current), estimate.parts_of_year
    ax.plot(range(1, len(so_far) + 1), so_far, marker=".", color=_COLOURS["values"], label=words["now"])
    if estimate.state == "given":
        ax.plot([len(so_far), end], [so_far[-1], estimate.estimate], color=_COLOURS["estimate"], linestyle="--")
        upper = estimate.high - estimate.estimate if estimate.high != float("inf") else 0
        ax.errorbar(end, estimate.estimate, yerr=[[estimate.estimate - estimate.low], [upper]], fmt="o", capsize=5, color=_COLOURS["estimate"],
                    label=f"{words['estimate']}, {words['prediction']} {100 * estimate.level:g}%")
    ax.set_xticks(range(1, end + 1))
    return _finish(ax, title, words)


def plot_curve(points: Sequence[tuple[float, float]], *, title: str | None = None, language: str = "vi", ax: Any = None) -> Any:
    """The curve of Lorenz against the diagonal, on which all units have the same."""
    words, ax = _find_words(language), _axes(ax)
    ax.plot([0, 1], [0, 1], color=_COLOURS["trend"], linestyle="--", label=words["even"])
    ax.plot([units for units, _ in points], [figures for _, figures in points], color=_COLOURS["values"])
    ax.fill_between([units for units, _ in points], [figures for _, figures in points], [units for units, _ in points], color=_COLOURS["values"], alpha=0.12)
    ax.set(xlabel=words["units"], ylabel=words["figures"], xlim=(0, 1), ylim=(0, 1), aspect="equal")
    return _finish(ax, title, words)
