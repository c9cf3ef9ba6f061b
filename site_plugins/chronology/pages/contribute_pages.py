"""The pages with a form for each kind of record: one to add a record, or to change one.

The forms are made by scripts from the JSON Schema of the kind. Without scripts a page says what to do instead, with a
record of the chronology as an example.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from chronology.pages.addresses import FOLDERS, record_name
from chronology.pages.book import Book
from chronology.pages.page import Page

ONE = {
    "event": "an event",
    "actor": "an actor",
    "place": "a place",
    "source": "a source",
    "series": "a series",
    "topic": "a topic",
}
TITLES = {kind: f"Add or change {one}" for kind, one in ONE.items()}
LEADS = {
    "event": "Something that happened, or that somebody says happened.",
    "actor": "A person, body or force that acts or claims.",
    "place": "Where events were.",
    "source": "A published report, statement, data set or page.",
    "series": "A quantity counted over time, by rival counters.",
    "topic": "A subject that gathers events.",
}
LOOKED_AT = 40
"""How many records the example is chosen from: the shortest."""


@dataclass(frozen=True, slots=True)
class Example:
    """A record as it stands in its file."""

    href: str
    title: str
    path: str
    text: str


def form_name(kind: str) -> str:
    """Return the page name of the form for a kind: `contribute/event`."""
    return f"contribute/{kind}"


def add_words(kind: str) -> str:
    """Return what a link to the form for a new record says: `Add an event`."""
    return f"Add {ONE[kind]}"


def form_pages(book: Book) -> Iterable[Page]:
    """Yield the page of each form."""
    for kind, title in TITLES.items():
        yield Page(
            form_name(kind),
            "form",
            title,
            f"{title} of {book.chronology.settings.title}, in the browser.",
            partial(_body, book, kind),
            section=book.site.contribute,
            records=f"{book.site.content}/{FOLDERS[kind]}",
            changed=book.site.newest(),
        )


def _body(book: Book, kind: str) -> str:
    here = book.here(form_name(kind))
    repository = book.site.repository
    folder = f"{book.site.content}/{FOLDERS[kind]}"
    return book.render(
        "form",
        form_name(kind),
        kind=kind,
        folder=FOLDERS[kind],
        title=TITLES[kind],
        lead=LEADS[kind],
        kinds=[(one, here.to(form_name(one)), one == kind) for one in TITLES],
        files=folder,
        example=_example(book, kind),
        hosts=json.dumps(repository.patterns()) if repository else None,
        browse=repository.browse(folder) if repository else None,
        report=repository.suggest(kind, folder) if repository else None,
    )


def _example(book: Book, kind: str) -> Example | None:
    """Return the shortest of the first records of a kind, with its text."""
    if book.site.record_text is None:
        return None
    records = islice(_records(book, kind).values(), LOOKED_AT)
    texts = [(book.site.record_text(one.where), one) for one in records]
    if not texts:
        return None
    text, one = min(texts, key=lambda found: len(found[0]))
    href = book.here(form_name(kind)).to(record_name(kind, one.id))
    return Example(href, book.title(kind, one.id), one.where.path, text)


def _records(book: Book, kind: str) -> Mapping[str, Any]:
    entities = book.chronology.entities
    found: Mapping[str, Any] = getattr(entities, FOLDERS[kind])
    return found
