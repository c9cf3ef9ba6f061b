"""A record file as a tree that keeps what a layout needs: how each value was written, and on which lines it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from yaml import CSafeLoader
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)


@dataclass(slots=True, eq=False)
class Scalar:
    """A text; `style` is the sign that it began with: a quotation mark, | or >, or nothing."""

    value: str
    style: str
    line: int
    end: tuple[int, int]


@dataclass(slots=True, eq=False)
class Collection:
    """A mapping, whose entries have keys, or a list. Lines and columns count from 0; `end` is just behind it."""

    is_mapping: bool
    flow: bool
    line: int
    column: int
    end: tuple[int, int]
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """Comments below the last entry."""


@dataclass(slots=True, eq=False)
class Entry:
    """A field of a mapping, or an item of a list, with its comments: on lines of their own above it, and beside it."""

    key: Scalar | None
    value: Scalar | Collection
    line: int
    column: int
    above: list[str] = field(default_factory=list)
    beside: str | None = None
    blank: bool = False
    """Whether an empty line stands before it and its comments."""


@dataclass(slots=True, eq=False)
class Document:
    """One record, on the lines from `line` to before `end`; `head` are comments that stay at its top."""

    root: Collection
    line: int
    end: int
    head: list[str] = field(default_factory=list)
    """With an empty text for an empty line."""


def read_tree(text: str) -> list[Document]:
    """The documents of a text in which `yaml_reader` or `yaml_positions` has found nothing wrong."""
    parser = CSafeLoader(text)
    events: Iterator[Any] = iter(parser.get_event, None)
    documents = []
    for event in events:
        if isinstance(event, StreamEndEvent):
            break
        if isinstance(event, DocumentStartEvent):
            mark: Any = event.start_mark
            root = _node(next(events), lambda: next(events))
            if isinstance(root, Collection):
                documents.append(Document(root, mark.line, 0))
    for document, following in zip(documents, [*documents[1:], None], strict=True):
        document.end = following.line if following else len(text.splitlines()) + 1
    return documents


def entries_of(collection: Collection) -> Iterator[tuple[Entry, tuple[Collection, ...]]]:
    """Every entry in the order of the file, with the collections that it is in, the innermost last."""
    ahead: list[tuple[Entry, tuple[Collection, ...]]] = [(entry, (collection,)) for entry in collection.entries[::-1]]
    while ahead:
        entry, inside = ahead.pop()
        yield entry, inside
        if isinstance(entry.value, Collection):
            ahead += [(below, (*inside, entry.value)) for below in entry.value.entries[::-1]]


def data_of(node: Scalar | Collection) -> Any:
    """The plain data of a tree, as the readers give it."""
    if isinstance(node, Scalar):
        return node.value
    if node.is_mapping:
        return {entry.key.value: data_of(entry.value) for entry in node.entries if entry.key}
    return [data_of(entry.value) for entry in node.entries]


def _node(event: Any, following: Callable[[], Any]) -> Scalar | Collection:
    one: Any
    start, end = event.start_mark, event.end_mark
    if isinstance(event, ScalarEvent):
        return Scalar(event.value, event.style or "", start.line, (end.line, end.column))
    is_mapping = isinstance(event, MappingStartEvent)
    found = Collection(is_mapping, bool(event.flow_style), start.line, start.column, (end.line, end.column))
    while type(one := following()) not in (MappingEndEvent, SequenceEndEvent):
        mark = one.start_mark
        node = _node(one, following)
        if is_mapping and isinstance(node, Scalar):
            found.entries.append(Entry(node, _node(following(), following), mark.line, mark.column))
        else:
            column = mark.column if found.flow else found.column
            found.entries.append(Entry(None, node, mark.line, column))
    found.end = (one.end_mark.line, one.end_mark.column)
    return found
