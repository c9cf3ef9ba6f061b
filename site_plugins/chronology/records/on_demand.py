"""Entities that are made when they are asked for: a check after one change asks for few of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from chronology.records.raw import Raw

E = TypeVar("E")


class OnDemand(Mapping[str, E]):
    """The entities of a kind, by id, in the order of their ids."""

    def __init__(self, raws: Mapping[str, Raw], make: Callable[[Raw], E]) -> None:
        """`make` is called once for each entity that is asked for."""
        self._raws = raws
        self._order = sorted(raws)
        self._make = make
        self._made: dict[str, E] = {}

    def __getitem__(self, key: str) -> E:
        """The entity with an id."""
        if key not in self._made:
            self._made[key] = self._make(self._raws[key])
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        """Whether there is an entity of that id; nothing is made for that."""
        return key in self._raws

    def __iter__(self) -> Iterator[str]:
        """The ids in order."""
        return iter(self._order)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._order)
