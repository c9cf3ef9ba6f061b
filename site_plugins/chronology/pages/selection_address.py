"""A selection as the query of an address, written as `writeSelection` in selection.js writes it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote_plus

from chronology.model.facets import FACETS
from chronology.model.selection import Selection


def address_of(selection: Selection) -> str:
    """Return the query: empty, or `?actor=russia-mod,deepstate&from=2025-03`. What is as usual is left out."""
    parts = [f"{name}={quote_plus(value, safe=',')}" for name, value in _parts(selection)]
    return f"?{'&'.join(parts)}" if parts else ""


def _parts(selection: Selection) -> Iterator[tuple[str, str]]:
    if selection.words:
        yield "words", selection.words
    for facet in FACETS:
        choice = selection.choices.get(facet)
        if choice and choice.all and len(choice.ids) > 1:
            yield from ((facet, one) for one in choice.ids)
        elif choice and choice.ids:
            yield facet, ",".join(choice.ids)
    if selection.begins:
        yield "from", selection.begins.text
    if selection.ends:
        yield "to", selection.ends.text
    if selection.certainly:
        yield "within", "certainly"
    if selection.view != "list":
        yield "view", selection.view
    if selection.lanes:
        yield "lanes", selection.lanes
    if selection.page > 1:
        yield "page", str(selection.page)
    if selection.known:
        yield "known", selection.known.isoformat()
