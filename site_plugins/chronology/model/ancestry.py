"""Who belongs to whom: actors that are members of others, places that lie within others."""

from __future__ import annotations

from collections.abc import Mapping


class Ancestry:
    """What stands above and below each record, through any number of steps.

    `parents` gives what stands directly above each id. An id is never its own ancestor, even in a circle.
    """

    def __init__(self, parents: Mapping[str, tuple[str, ...]]) -> None:
        self._above = {one: _climb(one, parents) for one in sorted(parents)}
        below: dict[str, list[str]] = {}
        for one, ancestors in self._above.items():
            for ancestor in ancestors:
                below.setdefault(ancestor, []).append(one)
        self._below = {one: tuple(others) for one, others in below.items()}

    def above(self, one: str) -> tuple[str, ...]:
        """All ancestors, nearest first; those equally near by their id."""
        return self._above.get(one, ())

    def below(self, one: str) -> tuple[str, ...]:
        """All descendants, by their id."""
        return self._below.get(one, ())

    def with_ancestors(self, several: tuple[str, ...]) -> tuple[str, ...]:
        """The given ids and all their ancestors, each once: the given ones first."""
        if len(several) == 1:
            return (several[0], *self.above(several[0]))
        found = dict.fromkeys(several)
        for one in several:
            found.update(dict.fromkeys(self.above(one)))
        return tuple(found)


def _climb(one: str, parents: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    generation = parents[one]
    while generation:
        new = sorted({parent for parent in generation if parent not in found and parent != one})
        found.update(dict.fromkeys(new))
        generation = tuple(above for parent in new for above in parents.get(parent, ()))
    return tuple(found)
