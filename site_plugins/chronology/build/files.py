"""The files of a site that are no pages: data, schemas, feeds, records, redirects, pictures."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any

from chronology.build.feeds import feeds
from chronology.build.project import Project
from chronology.exchange.events_json import events_json
from chronology.exchange.events_schema import SCHEMA
from chronology.model.entities.record import Where
from chronology.pages.addresses import FOLDERS, record_name
from chronology.pages.book import Book
from chronology.pages.page import OutFile
from chronology.pages.redirects import redirects
from chronology.records.json_schema import schemas
from chronology.records.names import ONE


def files(book: Book, project: Project) -> Iterable[OutFile]:
    """Yield them all."""
    chronology, address = book.chronology, project.address
    yield OutFile("data/events.json", partial(events_json, chronology, address, project.url))
    yield _json("data/schema/events.json", SCHEMA)
    for name, schema in record_schemas().items():
        yield _json(f"data/schema/{name}", schema)
    yield from feeds(book, project)
    yield from _record_files(book, project)
    yield from redirects(book)
    for file in dict.fromkeys(medium.file for view in chronology.events.values() for medium in view.event.media):
        yield OutFile(f"media/{file}", (project.media / file).read_bytes())


def _record_files(book: Book, project: Project) -> Iterable[OutFile]:
    """Yield each record as it stands in its file, for the forms, which change a copy of it."""
    for kind, folder in FOLDERS.items():
        for one in getattr(book.chronology.entities, folder).values():
            read = partial(_record_bytes, project, one.where)
            yield OutFile(f"data/records/{record_name(kind, one.id)}.yml", read)


def _record_bytes(project: Project, where: Where) -> bytes:
    return project.text(where).encode()


def record_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of record by its file name: `event.json`, `chronology.json`."""
    return {f"{ONE.get(kind, kind)}.json": schema for kind, schema in schemas().items()}


def _json(path: str, document: object) -> OutFile:
    return OutFile(path, (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())
