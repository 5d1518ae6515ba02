# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

"""Value objects: attributes that do not change, compared and hashed by them. Private.

What a frozen dataclass is, without the time that making one takes at every import.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Arrays", "Record"]


class Record:
    """A value whose attributes are its ``__slots__``."""

    __slots__: tuple[str, ...] = ()

    def __init__(self, **members: Any) -> None:
        try:
            for name in self.__slots__:
                object.__setattr__(self, name, members.pop(name))
        except KeyError:
            raise TypeError(f"{type(self).__name__} is without {name}; it is made of {', '.join(self.__slots__)}") from None
        if members:
            raise TypeError(f"{type(self).__name__} has no {', '.join(members)}")

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def to_dict(self) -> dict[str, Any]:
        """The attributes by name."""
        return {name: getattr(self, name) for name in self.__slots__}

    def _members(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or type(other) is not type(self):
            return NotImplemented
        return self._members() == other._members()

    def __hash__(self) -> int:
        return hash(self._members())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.to_dict().items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.to_dict())


class Arrays(Record):
    """Arrays by name, each of which is only itself: arrays have no one answer to whether they are equal."""

    __slots__ = ()

    __eq__ = object.__eq__
    __hash__ = object.__hash__


def _rebuild(kind: type[Record], members: dict[str, Any]) -> Record:
    return kind(**members)
