"""The options of a `::: chronology` block: strict YAML, as in the records, with every mistake at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from chronology.hosts.block_text import BlockText
from chronology.model.chronology import Chronology
from chronology.model.facets import FACETS
from chronology.model.selection_options import Mistake, parse
from chronology.model.suggest import did_you_mean, one_of
from chronology.pages.blocks import VIEWS, Block
from chronology.records import yaml_positions
from chronology.records.problems import Loc
from chronology.records.yaml_positions import MarkedDocument
from chronology.records.yaml_text import Fault

SELECTING = (*FACETS, "from", "to", "within")
"""The options that say which events are shown, as addresses of the explorer have them."""
OPTIONS = ("view", *SELECTING, "series", "title", "limit")

_PLACE_FOR_TEXT = "write a text; one with a colon or a # goes in quotes"


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A block as read: None if anything is wrong with it. The faults' lines and columns are those of the page."""

    block: Block | None
    faults: tuple[Fault, ...]


def read_block(text: BlockText, chronology: Chronology) -> ReadBlock:
    """Read a block. Never raises: what is wrong is among the faults."""
    outside = list(_around(text))
    if not text.options.strip():
        return ReadBlock(None if outside else Block(), tuple(outside))
    marked = yaml_positions.read(text.options.encode())
    faults = list(marked.faults)
    block = Block()
    if len(marked.documents) == 1:
        reader = _Reader(chronology, marked.documents[0], marked.text)
        block = reader.block()
        faults += reader.faults
    elif marked.documents:
        second = marked.documents[1].line
        faults.append(Fault(second, 1, "a block has its options once", "take out the line ---"))
    faults += outside
    return ReadBlock(None if faults else block, tuple(sorted(faults, key=lambda one: (one.line, one.column))))


def _around(text: BlockText) -> Iterator[Fault]:
    if text.rest:
        hint = "write the options in the lines below, indented by four spaces"
        yield Fault(text.line, text.column, f"'{text.rest}' cannot stand beside ::: chronology", hint)
    if text.closed:
        yield Fault(text.closed, 1, "a block ends with its indented lines", "take out this line :::")


@dataclass(slots=True)
class _Reader:
    """Reads the options of one block, and keeps the faults."""

    chronology: Chronology
    document: MarkedDocument
    text: str
    faults: list[Fault] = field(default_factory=list)

    def block(self) -> Block:
        """Return the block, as far as it can be read."""
        given = {name: value for name, value in self.document.data.items() if self._is_option(name)}
        pairs = [pair for name in (*SELECTING, "view") if name in given for pair in self._pairs(name, given[name])]
        selection, mistakes = parse(pairs, self.chronology, VIEWS)
        for mistake in mistakes:
            self._mistaken(mistake)
        view = selection.view
        self._check_together(view, given)
        return Block(
            view=view,
            selection=replace(selection, view="map" if view == "map" else "list"),
            series=self._series(given["series"]) if "series" in given else None,
            title=self._title(given["title"]) if "title" in given else None,
            limit=self._limit(given["limit"]) if "limit" in given else Block().limit,
        )

    def _is_option(self, name: str) -> bool:
        if name not in OPTIONS and (name,) not in self.document.unread:
            hint = did_you_mean(name, OPTIONS, one_of(OPTIONS, len(OPTIONS)))
            self._fault_on_key((name,), f"a block has no option '{name}'", hint)
        return name in OPTIONS and not any(loc[:1] == (name,) for loc in self.document.unread)

    def _pairs(self, name: str, value: Any) -> Iterable[tuple[str, str]]:
        """An option as addresses have it: several ids with commas are any of them, an option repeated all of them."""
        if isinstance(value, str):
            return [(name, value)]
        if name not in FACETS:
            self._fault((name,), f"'{name}' has one value", "write it behind the colon, without brackets")
        elif isinstance(value, list):
            return [(name, ",".join(ids))] if (ids := self._ids((name,), value)) else []
        elif list(value) == ["all"] and isinstance(value["all"], list):
            return [(name, one) for one in self._ids((name, "all"), value["all"])]
        else:
            hint = f"write {name}: [one, other] for events with any of them, {name}: {{all: [one, other]}} for all"
            self._fault((name,), f"'{name}' is neither an id nor a list of ids", hint)
        return []

    def _ids(self, loc: Loc, values: list[Any]) -> list[str]:
        for number, one in enumerate(values):
            if not isinstance(one, str):
                self._fault((*loc, number), "this is no id", "write the name of a record's file, without its ending")
        return [one for one in values if isinstance(one, str)]

    def _mistaken(self, mistake: Mistake) -> None:
        line, column = next(self._places_of(mistake), self.document.places[mistake.option,].key)
        self.faults.append(Fault(line, column, mistake.problem, mistake.hint))

    def _places_of(self, mistake: Mistake) -> Iterator[tuple[int, int]]:
        """Where the words of a mistake stand: in the option's text, or in that of one entry of its list."""
        for loc, place in self.document.places.items():
            at = self.text.find(mistake.value, place.index, place.end) if loc[:1] == (mistake.option,) else -1
            if at >= 0:
                yield self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at)

    def _check_together(self, view: str, given: dict[str, Any]) -> None:
        if view == "series":
            if "series" not in given:
                place = self.document.places["view",]
                hint = "add series: with the id of one, such as " + (next(iter(self.chronology.series), None) or "area")
                self.faults.append(Fault(place.line, place.column, "view: series shows one series", hint))
            idle = [name for name in given if name in (*SELECTING, "limit")]
        else:
            idle = [name for name in given if name == "series" or (name == "limit" and view != "list")]
        for name in idle:
            hint = "write view: series, or leave it out" if name == "series" else "leave it out"
            self._fault_on_key((name,), f"'{name}' does nothing with view: {view}", hint)

    def _series(self, value: Any) -> str | None:
        if isinstance(value, str) and value in self.chronology.series:
            return value
        hint = did_you_mean(str(value), self.chronology.series, "write the id of a series")
        self._fault(("series",), f"there is no series '{value}'" if isinstance(value, str) else "this is no id", hint)
        return None

    def _title(self, value: Any) -> str | None:
        if ("title",) in self.document.cut:
            self._fault(("title",), "what stands behind the # would be lost", 'put the title in quotes: title: "…"')
        elif not isinstance(value, str) or not value.strip():
            self._fault(("title",), "'title' is no text", _PLACE_FOR_TEXT)
        return value if isinstance(value, str) else None

    def _limit(self, value: Any) -> int:
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 6 and int(value) > 0:
            return int(value)
        self._fault(("limit",), "'limit' is no number of events", "write a number from 1 on")
        return Block().limit

    def _fault(self, loc: Loc, message: str, hint: str) -> None:
        place = self.document.places[loc]
        self.faults.append(Fault(place.line, place.column, message, hint))

    def _fault_on_key(self, loc: Loc, message: str, hint: str) -> None:
        self.faults.append(Fault(*self.document.places[loc].key, message, hint))
