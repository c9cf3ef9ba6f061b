"""What changed, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chronology.records.problems import printable
from chronology.review.changes.change import Changes, RecordChanges
from chronology.review.changes.names import called
from chronology.review.changes.summary import layout, summary
from chronology.review.changes.words import quoted

_BOLD, _YELLOW, _PLAIN = "\x1b[1m", "\x1b[33m", "\x1b[0m"


def as_text(changes: Changes, *, colour: bool = False) -> str:
    """The changes in lines: what to look at first, then the plain ones, each under its record."""
    lines = [_in(_BOLD, summary(changes), colour)]
    looks, plain = list(changes.to_look_at()), list(changes.plain())
    if looks:
        lines += ["", _in(_YELLOW, "To look at", colour), *_records(looks, colour=colour)]
    if plain:
        lines += ["", *(["Changes"] if looks else []), *_records(plain, colour=colour)]
    if told := layout(changes):
        lines += ["", told]
    return "\n".join(lines) + "\n"


def _records(records: Iterable[RecordChanges], *, colour: bool) -> Iterator[str]:
    for number, record in enumerate(records):
        if number:
            yield ""
        yield "  " + _in(_BOLD, heading(record), colour)
        for change in record.changes:
            told = f"{change.sentence} → {change.advice}" if change.advice else change.sentence
            yield "  - " + printable(told)


def heading(record: RecordChanges) -> str:
    """A record at the head of its changes: 'Event “Russia says …” (`sudzha-retaken`)'."""
    title = f"{called(record.kind)} {quoted(record.title)}"
    return f"{title} (`{record.id}`)" if record.id else title


def _in(colour: str, text: str, wanted: bool) -> str:
    return f"{colour}{text}{_PLAIN}" if wanted else text
