"""A part of the chronology in a hand-written page: events as a list, a timeline or a map, or the figure of a series."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from chronology.model.chronology import EventView
from chronology.model.selection import Selection, select
from chronology.pages.addresses import Here
from chronology.pages.block_map import block_map
from chronology.pages.book import Book
from chronology.pages.figures import Figures
from chronology.pages.paging import PAGE_LENGTH
from chronology.pages.selection_address import address_of
from chronology.pages.timeline_figure import timeline


@dataclass(frozen=True, slots=True)
class Block:
    """What a block shows. `limit` is how many events a list has at most; `series` the id of one."""

    view: str = "list"
    selection: Selection = field(default_factory=Selection)
    series: str | None = None
    title: str | None = None
    limit: int = PAGE_LENGTH


def render_block(book: Book, here: Here, block: Block, number: int) -> str:
    """Return a block's HTML on a page. `number` is unique among the page's blocks: ids are made from it."""
    id_ = f"block-{number}"
    if block.view == "series":
        return book.render("block", here.name, block=block, id=id_, **_series(book, block, id_))
    events = select(book.chronology, block.selection)
    shown = events[: block.limit] if block.view == "list" else events
    return book.render(
        "block",
        here.name,
        block=block,
        id=id_,
        events=shown,
        total=len(events),
        explorer=here.to("index") + address_of(block.selection),
        **_DRAWN[block.view](book, here, events),
    )


def _series(book: Book, block: Block, id_: str) -> dict[str, Any]:
    view = book.chronology.series[block.series or ""]
    figure = Figures(book).of_series(view, in_text=True)
    return {"view": view, "figure": figure and replace(figure, id=f"{id_}-{figure.id}")}


def _list(_: Book, __: Here, ___: Sequence[EventView]) -> dict[str, Any]:
    return {}


def _timeline(book: Book, here: Here, events: Sequence[EventView]) -> dict[str, Any]:
    return {"timeline": timeline(book, here, events)}


def _map(book: Book, _: Here, events: Sequence[EventView]) -> dict[str, Any]:
    return {"map": block_map(book, events)}


_DRAWN: Mapping[str, Callable[[Book, Here, Sequence[EventView]], dict[str, Any]]] = {
    "list": _list,
    "timeline": _timeline,
    "map": _map,
}
VIEWS = (*_DRAWN, "series")
"""The views that a block may have."""
