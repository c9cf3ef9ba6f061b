"""Long lists on several pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from chronology.pages.addresses import Here

PAGE_LENGTH = 200
"""How many entries a list shows on one page."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to one page of a list."""

    title: str
    href: str
    current: bool


def page_name(base: str, number: int) -> str:
    """Return the name of the page of that number of a list whose first page is `base`."""
    if number == 1:
        return base
    stem = base.removesuffix("index").rstrip("/")
    return f"{stem}/page/{number}" if stem else f"page/{number}"


def slices(items: Sequence[T], length: int = PAGE_LENGTH) -> list[Sequence[T]]:
    """Cut a list into pages; an empty list still has one."""
    return [items[start : start + length] for start in range(0, len(items), length)] or [items]


def links(base: str, number: int, total: int, here: Here) -> tuple[PageLink, ...]:
    """Return the links between the pages of a list; none where it has only one."""
    if total < 2:
        return ()
    return tuple(
        PageLink(str(other), here.to(page_name(base, other)), other == number) for other in range(1, total + 1)
    )
