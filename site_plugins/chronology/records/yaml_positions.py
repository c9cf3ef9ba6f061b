"""Strict YAML, read slowly: the same as `yaml_reader`, with the place of every value and a reason for every refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from yaml import CSafeLoader, YAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from chronology.records import yaml_messages as messages
from chronology.records import yaml_syntax
from chronology.records.problems import Loc
from chronology.records.yaml_reader import DEPTH, NOT_ALLOWED, NULLS
from chronology.records.yaml_repairs import repairable, restored
from chronology.records.yaml_syntax import Slip
from chronology.records.yaml_text import Fault, decode, lines_of, stopping

MOST_FAULTS = 200
"""Faults that are reported of one file; a file with more is usually not what it was meant to be."""
MOST_REPAIRS = 20
"""Mistakes of grammar in one file that are put right for reading on."""

_COMMENT = re.compile(r"[ \t]+#")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value begins, and its key; lines and columns from 1, `index` in characters from 0."""

    line: int
    column: int
    index: int
    end: int
    key: tuple[int, int]


@dataclass(slots=True)
class MarkedDocument:
    """A document with the place of each of its values.

    `unread` are values that could not be read, so that nothing more need be said about them;
    `cut` are unquoted texts that end at a comment; `repaired` are texts that were read as they were probably meant.
    """

    data: Any
    line: int
    places: dict[Loc, Place] = field(default_factory=dict)
    unread: set[Loc] = field(default_factory=set)
    cut: list[Loc] = field(default_factory=list)
    repaired: dict[Loc, str] = field(default_factory=dict)


@dataclass(slots=True)
class MarkedFile:
    """What could be read of a file; `complete` is False where the rest of it could not."""

    text: str
    documents: list[MarkedDocument] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    complete: bool = True


def read(content: bytes) -> MarkedFile:
    """Read any bytes as a record file. Never raises: what is wrong is among the faults."""
    decoded = decode(content)
    marked = MarkedFile(decoded.text, faults=list(decoded.faults), complete=decoded.readable)
    if decoded.readable:
        _read_repaired(marked)
    more = len(marked.faults) - MOST_FAULTS
    if more > 0:
        marked.faults[MOST_FAULTS:] = [replace(marked.faults[MOST_FAULTS], message=f"and {more} more")]
    if decoded.readable:
        lines = lines_of(marked.text)
        marked.faults = [_inside(fault, lines) for fault in marked.faults]
    return marked


def _read_repaired(marked: MarkedFile) -> None:
    """Read the text; what stops the parser is put right, for this reading only, and the text is read again."""
    slips: list[Slip] = []
    text: str | None = marked.text
    while text is not None:
        reader = _Reader(text)
        slip = reader.read()
        text = _next_text(text, slips, slip) if slip else None
    faults = [one.fault for one in slips]
    if not reader.complete:
        stopped = faults if slip else reader.faults
        stopped[-1] = _unread(stopped[-1], marked.text)
    marked.documents, marked.complete = reader.documents, reader.complete
    marked.faults += [*faults, *reader.faults]


def _next_text(text: str, slips: list[Slip], slip: Slip) -> str | None:
    """The text without a slip, which joins the others; None where the file can be read no further."""
    if slips and slips[-1].repair and slip.at < slips[-1].repair.end:
        return None  # The repair was none: what is wrong now is wrong because of it.
    slips.append(slip)
    possible = len(slips) <= MOST_REPAIRS and (len(slips) > 1 or repairable(text))
    return slip.repair.made(text) if slip.repair and possible else None


def _unread(fault: Fault, text: str) -> Fault:
    """The fault at which reading ended, with word of that, if anything else is in the file."""
    others = (line for number, line in enumerate(lines_of(text), 1) if number != fault.line)
    return stopping(fault) if any(line.strip() for line in others) else fault


def _inside(fault: Fault, lines: list[str]) -> Fault:
    """The parser names the line after the last one as the place of what is missing at the end."""
    if fault.line > len(lines):
        return replace(fault, line=len(lines), column=len(lines[-1]) + 1)
    return fault


class _Stop(Exception):  # noqa: N818 - the fault is already noted
    """The rest of the file is not read."""


class _Reader:
    """Composes documents from the parser's events, noting places and faults on the way."""

    def __init__(self, text: str) -> None:
        self.documents: list[MarkedDocument] = []
        self.faults: list[Fault] = []
        self.complete = True
        self._text = text
        self._parser = CSafeLoader(text)
        self._document = MarkedDocument(None, 1)
        self._last: Any = None

    def read(self) -> Slip | None:
        """Read to the end, or to the mistake of grammar that is returned."""
        try:
            for event in self._events():
                if isinstance(event, DocumentStartEvent):
                    self._read_document(event)
            if not self.documents and not self.faults:
                self._fault_at(1, 1, *messages.EMPTY)
        except YAMLError as error:
            self.complete = False
            return yaml_syntax.explain(lines_of(self._text), error, self._last)
        except _Stop:
            self.complete = False
        return None

    def _events(self) -> Iterator[Any]:
        while event := self._parser.get_event():
            self._last = event
            yield event

    def _next(self) -> Any:
        return next(self._events(), StreamEndEvent())

    def _read_document(self, start: Any) -> None:
        if start.version or start.tags:
            self._fault(start, *messages.DIRECTIVE)
        root = self._next()
        self._document = MarkedDocument(None, root.start_mark.line + 1)
        self._document.data = self._value(root, (), root, 0)
        while not isinstance(self._next(), DocumentEndEvent | StreamEndEvent):
            pass
        # Only now: text that is no record often ends in an error of grammar, which says more.
        if isinstance(root, MappingStartEvent):
            self.documents.append(self._document)
        elif () not in self._document.unread:
            self._fault(root, *messages.not_a_record(root))

    def _value(self, event: Any, loc: Loc, key: Any, depth: int) -> Any:
        """The value that begins with an event, and its place."""
        start, end = event.start_mark, event.end_mark
        key_mark = key.start_mark
        self._document.places[loc] = Place(
            start.line + 1, start.column + 1, start.index, end.index, (key_mark.line + 1, key_mark.column + 1)
        )
        if depth >= DEPTH and not isinstance(event, ScalarEvent | AliasEvent):
            self._fault(event, *messages.TOO_DEEP)
            raise _Stop
        if refusal := messages.refused(event):
            self._fault(event, *refusal)
            self._document.unread.add(loc)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, loc)
        if isinstance(event, MappingStartEvent):
            return self._mapping(loc, depth, flow=bool(event.flow_style))
        return self._list(loc, depth) if isinstance(event, SequenceStartEvent) else None

    def _scalar(self, event: Any, loc: Loc) -> str:
        plain = not event.style
        if plain and _COMMENT.match(self._text, event.end_mark.index):
            self._document.cut.append(loc)
        if found := NOT_ALLOWED.search(event.value):
            self._fault(event, *messages.escaped(found[0]))
            self._document.unread.add(loc)
        value = restored(event.value)
        if value != event.value:
            self._document.repaired[loc] = value
        return value

    def _list(self, loc: Loc, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), CollectionEndEvent | StreamEndEvent):
            here = (*loc, len(items))
            items.append(self._value(event, here, event, depth + 1))
            if _is_null(event) and here not in self._document.unread:
                self._fault(event, *messages.EMPTY_ENTRY)
                self._document.unread.add(here)
        return items

    def _mapping(self, loc: Loc, depth: int, *, flow: bool) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while not isinstance(event := self._next(), CollectionEndEvent | StreamEndEvent):
            name = self._key(event, loc, depth)
            earlier = self._document.places.get((*loc, name)) if name in fields else None
            # The first of two fields of one name is kept; the second is read all the same, for the faults in it.
            here: Loc = (*loc, name) if earlier is None else (*loc, name, "again")
            value_event = self._next()
            value = self._value(value_event, here, event, depth + 1)
            if earlier:
                self._fault(event, *messages.duplicate(name, earlier.key[0]))
            else:
                fields[name] = value
            if _is_null(value_event) and here not in self._document.unread:
                self._no_value(event, value_event, name, flow=flow)
                self._document.unread.add(here)
        return fields

    def _key(self, event: Any, loc: Loc, depth: int) -> str:
        if isinstance(event, ScalarEvent) and event.value != "<<":
            if refusal := messages.refused(event):
                self._fault(event, *refusal)
            return restored(event.value)
        self._fault(event, *messages.KEY)
        if not isinstance(event, ScalarEvent | AliasEvent):
            self._value(event, (*loc, "?"), event, depth + 1)
        name = f"?{len(self._document.unread)}"
        self._document.unread.add((*loc, name))
        return name

    def _no_value(self, key: Any, value: Any, name: str, *, flow: bool) -> None:
        after_key = self._text[key.end_mark.index :].lstrip()
        if flow and not after_key.startswith(":"):
            self._fault(key, *messages.alone(name))
        else:
            line_end = self._text[value.end_mark.index :].split("\n", 1)[0]
            self._fault(key, *messages.no_value(name, line_end))

    def _fault(self, event: Any, message: str, hint: str) -> None:
        self._fault_at(event.start_mark.line + 1, event.start_mark.column + 1, message, hint)

    def _fault_at(self, line: int, column: int, message: str, hint: str) -> None:
        self.faults.append(Fault(line, column, message, hint))


def _is_null(event: Any) -> bool:
    return isinstance(event, ScalarEvent) and not event.style and event.value in NULLS
