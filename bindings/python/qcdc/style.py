# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""How sentences are written: the keys of [style]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ._native import call, ffi, lib, text, to_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Style", "StyleLike"]

_VALUE_SIZE = lib.QCDC_STYLE_VALUE_SIZE


class Style(Mapping[str, str]):
    """A style: a mapping from the keys of [style] to their words, which does not change.

    ``Style(percent="brackets", base_phrase="short")``; ``style | {"language": "en"}`` is another one. A key that was not given
    has its default.
    """

    __slots__ = ("_native",)

    def __init__(self, settings: StyleLike | None = None, /, **keys: str | int) -> None:
        self._native: Any = ffi.new("QcdcStyle *", {"size": ffi.sizeof("QcdcStyle")})
        if isinstance(settings, Style):
            self._native[0] = settings._native[0]
            settings = None
        _check(settings)
        for key, value in {**(settings or {}), **keys}.items():
            call(lib.qcdc_style_set, self._native, to_bytes(key, "a style key"), to_bytes(str(value), key))

    @classmethod
    def _wrap(cls, native: Any) -> Style:
        """A Style of a const QcdcStyle *, which is copied."""
        style = cls()
        style._native[0] = native[0]
        return style

    def __getitem__(self, key: str) -> str:
        buffer = ffi.new("char[]", _VALUE_SIZE)
        call(lib.qcdc_style_get, self._native, to_bytes(key, "a style key"), buffer, _VALUE_SIZE)
        return text(buffer)

    def __iter__(self) -> Iterator[str]:
        index = 0
        while (key := lib.qcdc_style_get_key(index)) != ffi.NULL:
            yield text(key)
            index += 1

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __or__(self, other: StyleLike) -> Style:
        _check(other)
        return Style(self, **dict(other))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self) == dict(other)

    def __hash__(self) -> int:
        return hash(tuple(self.items()))

    def __repr__(self) -> str:
        defaults = Style()
        return f"Style({', '.join(f'{key}={value!r}' for key, value in self.items() if value != defaults[key])})"

    def __reduce__(self) -> tuple[Any, ...]:
        defaults = Style()
        return Style, ({key: value for key, value in self.items() if value != defaults[key]},)


def _check(settings: object) -> None:
    if not isinstance(settings, (Mapping, type(None))):
        raise TypeError(f'a style is a Style or a mapping, {{"language": "en"}}, not a {type(settings).__name__}')


#: what a parameter ``style`` takes
StyleLike = Style | Mapping[str, "str | int"]


def make_style(base: Style, style: StyleLike | None, keys: Mapping[str, str | int]) -> Style:
    """The style of a call: what the figures came with, or instead of it a Style, over it a mapping, over that single keys."""
    made = base if style is None else style if isinstance(style, Style) else base | style
    return made | keys if keys else made
