"""Which things of two states are the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
MOST = 20_000
"""Pairs of things that are compared for likeness: of more, those without a like stay apart."""


def pair(
    before: Sequence[T],
    after: Sequence[T],
    same: Callable[[T, T], bool] | None,
    alike: Callable[[T, T], float],
    enough: float,
) -> list[tuple[T | None, T | None]]:
    """What was with what is: first what is the `same`, then what is most alike, if `enough`; the rest is gone or new.

    In the order of the later state; what is gone comes last.
    """
    partner: dict[int, int] = {}
    left = dict(enumerate(before))
    for number, now in enumerate(after if same else ()):
        found = next((one for one, was in left.items() if same and same(was, now)), None)
        if found is not None:
            partner[number] = found
            del left[found]
    waiting = [number for number in range(len(after)) if number not in partner]
    if len(left) * len(waiting) <= MOST:
        likes = [(alike(was, after[number]), number, one) for number in waiting for one, was in left.items()]
        for points, number, one in sorted(likes, key=lambda like: (-like[0], like[1], like[2])):
            if points >= enough and number not in partner and one in left:
                partner[number] = one
                del left[one]
    found_pairs: list[tuple[T | None, T | None]] = [
        (before[partner[number]] if number in partner else None, now) for number, now in enumerate(after)
    ]
    return [*found_pairs, *((was, None) for was in left.values())]
