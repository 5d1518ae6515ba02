# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Progress of long calls, and Ctrl-C inside them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable

from ._native import call, ffi, lib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Progress"]

#: what a parameter ``progress`` takes: True for a bar, or a callable that takes the part done, 0 … 1, and may return False to stop
Progress = bool | Callable[[float], object] | None


class _Line:
    """A bar without tqdm: the percent done, on one line."""

    def update(self, fraction: float) -> None:
        print(f"\r{fraction:4.0%}", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        print(file=sys.stderr, flush=True)


class _Bar:
    """A bar of tqdm, in a notebook one of its widgets."""

    def __init__(self) -> None:
        self._bar = importlib.import_module("tqdm.auto").tqdm(total=100, unit="%", bar_format="{l_bar}{bar}| {elapsed}")

    def update(self, fraction: float) -> None:
        self._bar.update(int(fraction * 100) - self._bar.n)

    def close(self) -> None:
        self._bar.close()


def _make_bar() -> _Bar | _Line:
    try:
        return _Bar()
    except ImportError:
        return _Line()


class _Watch:
    """What the C callback asks: goes on unless a signal handler or the caller's function raised or said False."""

    def __init__(self, progress: Progress) -> None:
        self._bar = _make_bar() if progress is True else None
        self._tell: Callable[[float], object] | None = None
        if self._bar is not None:
            self._tell = self._bar.update
        elif callable(progress):
            self._tell = progress
        elif progress:
            raise TypeError(f"progress is True or a callable, not {type(progress).__name__}")
        self.exception: BaseException | None = None

    def goes_on(self, fraction: float) -> bool:
        return self._tell is None or self._tell(fraction) is not False

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _keep_exception(kind: Any, exception: BaseException, trace: Any) -> bool:
    """An exception in the callback, Ctrl-C too: kept for the caller, and the call is asked to stop."""
    ffi.from_handle(trace.tb_frame.f_locals["data"]).exception = exception.with_traceback(trace)
    return False


def _goes_on(fraction: float, data: Any) -> bool:
    """The callback of every long call. That Python code runs at all lets signal handlers run."""
    return bool(ffi.from_handle(data).goes_on(fraction))


ffi.def_extern(name="qcdc_python_progress", onerror=_keep_exception)(_goes_on)


def call_watched(function: Callable[..., int], options: Any, progress: Progress, *arguments: Any) -> None:
    """Calls a function whose options have a progress callback; ``arguments`` end before the error."""
    watch = _Watch(progress)
    handle = ffi.new_handle(watch)
    options.progress, options.progress_data = lib.qcdc_python_progress, handle
    try:
        call(function, *arguments)
    except Exception:
        if watch.exception is None:
            raise
    finally:
        watch.close()
    if watch.exception is not None:
        raise watch.exception
