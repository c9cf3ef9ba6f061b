"""What a record has to be beyond the types of its fields, as far as one record alone can tell.

The rules look at plain data and pass over what has the wrong type, so that a mistake in one field hides no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from chronology.records.claims import question_findings
from chronology.records.plain import entries, mapping, strings, text
from chronology.records.problems import Finding, Loc
from chronology.records.spans import span_findings

Data = dict[str, Any]


def findings(kind: str, data: Data) -> Iterator[Finding]:
    """Everything in one record that breaks a rule of its kind."""
    yield from _twice(data)
    if rule := _RULES.get(kind):
        yield from rule(data)


def _event(event: Data) -> Iterator[Finding]:
    questions = list(entries(event, "questions"))
    if not event.get("sources") and not any(question.get("claims") for _, question in questions):
        hint = "add `sources: [id-of-a-source]`, or a question whose claims have theirs"
        yield Finding((), "the event has no source", hint, lacks=("sources", "questions"))
    if "zone" in event and "time" not in event:
        yield Finding(
            ("zone",), "a zone says nothing without a clock time", "add `time: `, or remove the line", on_key=True
        )
    yield from _own_ids(questions, ("questions",), "question")
    for number, question in questions:
        yield from question_findings(question, ("questions", number))
    yield from span_findings(event)


def _source(source: Data) -> Iterator[Finding]:
    if "url" in source and "without_url" in source:
        hint = "keep `url`, or keep the reason why there is none"
        yield Finding(("without_url",), "a source with `url` has no `without_url`", hint, on_key=True)
    elif "url" not in source and "without_url" not in source:
        hint = "add `url: `, or `without_url: ` with the reason why there is none"
        yield Finding((), "the source has no address", hint, lacks=("url", "without_url"))


def _series(series: Data) -> Iterator[Finding]:
    yield from _named_twice(series, "readings", "remove one of the two")


def _layer(layer: Data) -> Iterator[Finding]:
    yield from _named_twice(layer, "states", "give each time its own")


def _named_twice(record: Data, parts: str, hint: str) -> Iterator[Finding]:
    """What is wrong where two parts of a record name one file."""
    files: set[str] = set()
    for number, one in entries(record, parts):
        file = text(one, "file")
        if file in files:
            yield Finding((parts, number, "file"), f"the file '{file}' is named twice", hint)
        elif file:
            files.add(file)


def _settings(settings: Data) -> Iterator[Finding]:
    side_of: dict[str, str] = {}
    for side, one in mapping(settings, "sides").items():
        for number, actor in strings(one, "actors"):
            other = side_of.setdefault(actor, side)
            if other != side:
                loc: Loc = ("sides", side, "actors", number)
                yield Finding(loc, f"the actor '{actor}' is already of the side '{other}'", "leave it in one side")
    for key, unit in mapping(settings, "units").items():
        if isinstance(unit, dict) and ("to" in unit) != ("factor" in unit):
            there, missing = ("to", "factor") if "to" in unit else ("factor", "to")
            yield Finding(
                ("units", key, there), f"`{there}` says nothing without `{missing}`", f"add `{missing}: `", on_key=True
            )
        if isinstance(unit, dict) and unit.get("to") == key:
            yield Finding(
                ("units", key, "to"), "the unit is converted to itself", "name another unit, or remove the line"
            )


_RULES: dict[str, Callable[[Data], Iterator[Finding]]] = {
    "events": _event,
    "sources": _source,
    "series": _series,
    "layers": _layer,
    "chronology": _settings,
}


def _twice(data: Data) -> Iterator[Finding]:
    """Lists of ids at the top of a record that name one twice."""
    for name in ("places", "actors", "topics", "member_of", "formerly"):
        seen: set[str] = set()
        for number, item in strings(data, name):
            if item in seen:
                yield Finding((name, number), f"'{item}' is named twice in '{name}'", "remove one of the two")
            seen.add(item)


def _own_ids(listed: list[tuple[int, Data]], loc: Loc, what: str) -> Iterator[Finding]:
    """Ids that have to differ within a record."""
    seen: set[str] = set()
    for number, one in listed:
        own = text(one, "id")
        if own in seen:
            yield Finding((*loc, number, "id"), f"another {what} has the id '{own}'", "give one of the two another")
        elif own:
            seen.add(own)
