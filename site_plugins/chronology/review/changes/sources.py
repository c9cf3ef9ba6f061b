"""Sources: what became of one, and whether a new one will last."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from chronology.model import date_words
from chronology.model.entities.sources import Source
from chronology.review.changes.change import Change
from chronology.review.changes.dates import date_change, on
from chronology.review.changes.fields import field_change, value_changes
from chronology.review.changes.names import Names
from chronology.review.changes.wording import text_change
from chronology.review.changes.words import named, quoted

_VALUES = {
    "publisher": "Publisher",
    "author": "Author",
    "url": "Address",
    "language": "Language",
    "grade": "Grade",
    "access": "Note on access",
}
_TITLES_FROM = {"page": "as printed", "address": "read off its address", "us": "ours"}


def new_source(source: Source, names: Names) -> Iterator[Change]:
    """What a new source brings."""
    told = f"New source: {named(source.publisher)}, {_published(source)}"
    if source.origin:
        told += f"; it rests on {names.origin(source.origin)}"
    if source.archived:
        told += f"; archived {date_words.in_words(source.archived.date)}"
    elif source.url is None:
        told += "; it has no public address"
    yield Change("record-new", f"{told}.")
    if source.url and source.archived is None:
        advice = "pages vanish: have it archived, and add `archived`"
        yield Change("not-archived", "The new source has no archived copy.", advice)


def source_changes(was: Source, now: Source, names: Names) -> Iterator[Change]:
    """What became of a source."""
    if title := text_change("title", "Title", was.title, now.title):
        yield title
    told = [_TITLES_FROM.get(one.title_from, one.title_from) for one in (was, now)]
    if change := field_change("Where the title comes from", told):
        yield change
    kinds = [names.word("source_kinds", one.kind) for one in (was, now)]
    if change := field_change("Kind", kinds):
        yield change
    yield from value_changes(was, now, _VALUES)
    if was.url and now.url and urlsplit(was.url).hostname != urlsplit(now.url).hostname:
        hosts = f"from `{urlsplit(was.url).hostname}` to `{urlsplit(now.url).hostname}`"
        advice = "see whether the same report stands there, by the same publisher"
        yield Change("host", f"The address leads to another host: {hosts}.", advice)
    if date := date_change("Day of publication", was.published, now.published):
        yield date
    yield from _archived(was, now)
    if was.origin != now.origin:
        yield Change("origin", _origin(was.origin, now.origin, names))
    yield from _corrected(was, now)
    for label, one, other in (
        ("Note", was.note, now.note),
        ("Reason for having no address", was.without_url, now.without_url),
    ):
        if text := text_change("text", label, one, other):
            yield text


def _published(source: Source) -> str:
    return date_words.in_words(source.published) if source.published else "date not stated"


def _archived(before: Source, after: Source) -> Iterator[Change]:
    was, now = before.archived, after.archived
    if was == now:
        return
    if now is None:
        yield Change("archived", "The archived copy is no longer named.", "a copy that was there is worth keeping")
    elif was is None:
        yield Change("archived", f"Now archived: a copy of {date_words.in_words(now.date)}.")
    else:
        told = f"{quoted(now.url)} of {date_words.in_words(now.date)}"
        instead = f"{quoted(was.url)} of {date_words.in_words(was.date)}"
        yield Change("archived", f"Archived copy changed from {instead} to {told}.")


def _origin(before: str | None, after: str | None, names: Names) -> str:
    if after is None:
        return f"No longer said to rest on {names.origin(before or '')}."
    instead = f", no longer on {names.origin(before)}" if before else ""
    return f"Now said to rest on {names.origin(after)}{instead}."


def _corrected(before: Source, after: Source) -> Iterator[Change]:
    was, now = before.corrected, after.corrected
    if was == now:
        return
    if now is None:
        yield Change("corrected", "It is no longer said that its publisher corrected it.", "see why")
        return
    day = on(now.date) if now.date else ""
    begin = "Corrected by its publisher" if was is None else "What is told of its publisher's correction changed"
    yield Change("corrected", f"{begin}{day}: {quoted(now.note)}.")
