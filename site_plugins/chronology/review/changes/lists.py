"""Lists of a record: what was added to them, taken out, or put in another order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from chronology.model.entities.record import SourceUse
from chronology.review.changes.change import Change
from chronology.review.changes.names import Names
from chronology.review.changes.words import distinct, listing, quoted

T = TypeVar("T")
MOST = 8


def list_changes(
    nouns: tuple[str, str], before: Sequence[T], after: Sequence[T], tell: Callable[[T], str]
) -> Iterator[Change]:
    """One change for what was added to a list, one for what was taken out; else one for another order.

    `nouns` name one entry, and several, at the beginning of a sentence: 'Place', 'Places'.
    """
    if before == after:
        return
    one, many = nouns
    for verb, some in (("added", _without(after, before)), ("taken out", _without(before, after))):
        if some:
            told = distinct(tell(entry) for entry in some)
            yield Change("list", f"{one if len(some) == 1 else many} {verb}: {listing(told, MOST)}.")
    if sorted(map(repr, before)) == sorted(map(repr, after)):
        yield Change("list", f"{many} put in another order, {tell(after[0])} first.")
    elif not _without(after, before) and not _without(before, after):
        yield Change("list", f"{many} named more than once, or no longer.")


def use_changes(
    claim: str | None, before: Sequence[SourceUse], after: Sequence[SourceUse], names: Names
) -> Iterator[Change]:
    """What became of the cited sources and of what is quoted from them.

    `claim` are the words for the claim that cites them, 'claim by X on …'; None: the event does.
    """
    was, now = _quotes(before), _quotes(after)
    new, gone = [one for one in now if one not in was], [one for one in was if one not in now]
    if new:
        told = listing([names.source(one) for one in new], MOST)
        yield Change("sources", f"The {claim} also cites {told}." if claim else f"{_sources(new)} added: {told}.")
    if gone:
        told = listing([names.source(one) for one in gone], MOST)
        text = f"The {claim} no longer cites {told}." if claim else f"{_sources(gone)} taken out: {told}."
        yield Change("sources", text)
    if not new and not gone and list(was) != list(now):
        text = f"The {claim} cites its sources" if claim else "Sources put"
        yield Change("sources", f"{text} in another order, {names.source(next(iter(now)))} first.")
    whose = f" for the {claim}" if claim else ""
    for source in now:
        yield from _quotations(names.source(source), whose, was.get(source, []), now[source])


def _quotations(source: str, whose: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Changed quotations, in the order in which they stand: the first that is gone became the first that is new."""
    gone, new = _without(before, after), _without(after, before)
    for was, now in zip(gone, new, strict=False):
        told = f"The quotation from {source}{whose} changed from {quoted(was)} to {quoted(now)}."
        yield Change("quotation", told, "compare it with the source, word for word")
    for was in gone[len(new) :]:
        told = f"The quotation from {source}{whose} was taken out: {quoted(was)}."
        yield Change("quotation", told, "see whether what is claimed rests on these words")
    for now in new[len(gone) :]:
        yield Change("quotation", f"Quoted from {source}{whose}: {quoted(now)}.")


def _quotes(uses: Sequence[SourceUse]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for use in uses:
        found.setdefault(use.source, []).extend([use.quote] if use.quote else [])
    return found


def _sources(some: Sequence[str]) -> str:
    return "Source" if len(some) == 1 else "Sources"


def _without(some: Sequence[T], others: Sequence[T]) -> list[T]:
    return [one for one in some if one not in others]
