"""Mappings and sequences with changes on top of a base that stays as it is and is not gone
through: a few names more cost little on top of many thousands.
"""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from typing import Generic, TypeVar, overload

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Changed(MutableMapping[_Key, _Value], Generic[_Key, _Value]):
    """A mapping, and what differs from it."""

    def __init__(self, base: Mapping[_Key, _Value]) -> None:
        self._base = base
        self._own: dict[_Key, _Value] = {}
        self._gone: set[_Key] = set()

    def __getitem__(self, key: _Key) -> _Value:
        try:
            return self._own[key]
        except KeyError:
            if key in self._gone:
                raise
            return self._base[key]

    def __setitem__(self, key: _Key, value: _Value) -> None:
        self._own[key] = value
        self._gone.discard(key)

    def __delitem__(self, key: _Key) -> None:
        if key not in self:
            raise KeyError(key)
        self._own.pop(key, None)
        self._gone.add(key)

    def __iter__(self) -> Iterator[_Key]:
        yield from (key for key in self._base if key not in self._own and key not in self._gone)
        yield from self._own

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Grown(Sequence[_Value], Generic[_Value]):
    """A sequence, what stands in the place of some of its items, and what follows them."""

    def __init__(self, base: Sequence[_Value]) -> None:
        self._base = base
        self._many = len(base)
        self._own: dict[int, _Value] = {}
        self._more: list[_Value] = []

    def append(self, value: _Value) -> None:
        """Add an item at the end."""
        self._more.append(value)

    def __setitem__(self, at: int, value: _Value) -> None:
        if at < self._many:
            self._own[at] = value
        else:
            self._more[at - self._many] = value

    @overload
    def __getitem__(self, at: int) -> _Value: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Value]: ...
    def __getitem__(self, at: int | slice) -> _Value | list[_Value]:
        if isinstance(at, slice):
            return list(self)[at]
        if at >= self._many:
            return self._more[at - self._many]
        return self._own[at] if at in self._own else self._base[at]

    def __iter__(self) -> Iterator[_Value]:
        own = self._own
        for at, value in enumerate(self._base):
            yield own.get(at, value)
        yield from self._more

    def __len__(self) -> int:
        return self._many + len(self._more)


class Seen(Sequence[_Value], Generic[_Value]):
    """A sequence, each of its items as ``look`` makes it."""

    def __init__(self, base: Sequence[_Value], look: Callable[[_Value], _Value]) -> None:
        self._base = base
        self._look = look

    @overload
    def __getitem__(self, at: int) -> _Value: ...
    @overload
    def __getitem__(self, at: slice) -> list[_Value]: ...
    def __getitem__(self, at: int | slice) -> _Value | list[_Value]:
        if isinstance(at, slice):
            return list(map(self._look, self._base[at]))
        return self._look(self._base[at])

    def __iter__(self) -> Iterator[_Value]:
        return map(self._look, self._base)

    def __len__(self) -> int:
        return len(self._base)
