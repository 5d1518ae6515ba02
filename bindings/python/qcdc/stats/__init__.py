# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Statistics for reference (ước tính tham khảo): what they tell stands in no report.

>>> from qcdc import stats
>>> print(stats.compare_counts(428, 241).text("en"))  # doctest: +SKIP

The library behind this package links GSL: what uses it is under the GNU General Public License, version 3 or later. It is a distribution of
its own, qcdc-stats; of that only this file is in qcdc, which says so where qcdc-stats is not installed.
"""

import os as _os
from importlib.util import find_spec as _find_spec

from .. import __version__ as _version
from .. import _qcdc


def _look_elsewhere() -> str:
    """Lets qcdc-stats be found where pip put it into another folder of packages than qcdc: that of a user, or of an environment over the
    system's. What is of another version stays apart, for beside it may lie the library of that version; "" or what is said of it. So
    does all of it where this qcdc is no wheel's: the module would load a second libqcdc."""
    from importlib.metadata import distributions

    from .. import __path__ as packages

    told = ""
    if not _os.path.exists(_os.path.join(_os.path.dirname(_qcdc.__file__), f"libqcdc-python.so.{_version}")):
        return told
    for one in distributions(name="qcdc-stats"):
        if one.version == _version:
            packages.append(str(one.locate_file("qcdc")))
            __path__.append(str(one.locate_file("qcdc/stats")))
            return ""
        told = told or f"{one.locate_file('')} has qcdc-stats {one.version}"
    return told


_elsewhere = _look_elsewhere() if _find_spec("qcdc._qcdc_stats") is None else ""
try:
    from .. import _qcdc_stats as _qcdc_stats
except ImportError as _missing:
    if _elsewhere == "" and _find_spec("qcdc._qcdc_stats") is None:
        raise ImportError(
            "this qcdc has no statistics: pip install 'qcdc[stats]' brings them (qcdc-stats, GPL-3.0-or-later, because it links GSL); "
            "a build of the tree has them by -Dstats=enabled", name="qcdc._qcdc_stats") from None
    raise ImportError(
        f"the statistics that are installed do not go with qcdc {_version}: {_elsewhere or _missing}; "
        f"pip install 'qcdc[stats] == {_version}' brings those that do", name="qcdc._qcdc_stats") from _missing

from .concentration import Concentration, concentration, concentration_of, lorenz_curve, lorenz_curve_of
from .interval import Interval, interval_of_proportion, interval_of_quantile, interval_of_rate
from .outlier import Outlier, Outliers, find_outliers, score_values, score_windows
from .plot import plot_curve, plot_estimate, plot_series
from .significance import Significance, changes, compare_counts, compare_proportions, compare_rates
from .trend import LevelChange, SeriesLevelChange, SeriesTrend, Trend, TrendTest, find_level_change, fit_trend, level_changes, trend_test, trends
from .year_estimate import YearEstimate, estimate_year, year_estimates

__all__ = [
    "Concentration", "Interval", "LevelChange", "Outlier", "Outliers", "SeriesLevelChange", "SeriesTrend", "Significance", "Trend", "TrendTest",
    "YearEstimate", "changes", "compare_counts", "compare_proportions", "compare_rates", "concentration", "concentration_of", "estimate_year",
    "find_level_change", "find_outliers", "fit_trend", "interval_of_proportion", "interval_of_quantile", "interval_of_rate", "level_changes",
    "lorenz_curve", "lorenz_curve_of", "plot_curve", "plot_estimate", "plot_series", "score_values", "score_windows", "trend_test", "trends",
    "year_estimates",
]
