"""The options that say what is selected, read from their text, with every mistake and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronology.model import dates
from chronology.model.chronology import Chronology
from chronology.model.dates import Date, DateError, Day
from chronology.model.facets import FACETS, ORIGINS
from chronology.model.selection import Choice, Selection
from chronology.model.standing import Standing
from chronology.model.suggest import did_you_mean, nearest, one_of

VIEWS = ("list", "map", "figures")
"""What the explorer shows beside its timeline."""
LANES = ("type", "topic", "actor")
WITHIN = ("possibly", "certainly")
PRECISIONS = ("day", "month", "season", "year", "longer", "interval", "set")
OPTIONS = ("words", *FACETS, "from", "to", "within", "view", "lanes", "page", "known")
"""All names of options, in the order in which addresses have them."""

_PERIOD = "write a year, a month or a day: 2025, 2025-03 or 2025-03-13"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A part of a selection that cannot be as it is, and is left out.

    `problem` says what is wrong and `hint` what would be right: both one short clause, without a full stop. `nearest`
    is the word that was probably meant.
    """

    option: str
    value: str
    problem: str
    hint: str
    nearest: str | None = None


def parse(
    options: Iterable[tuple[str, str]], chronology: Chronology, views: Sequence[str] = VIEWS
) -> tuple[Selection, tuple[Mistake, ...]]:
    """Read options, each a name and its text, and return the selection with all mistakes.

    A facet's ids stand between commas: any of them. The option given several times: all of them. Every choice that
    the records allow is right, even if no event has it now. `views` are the words that `view` may be.
    """
    reader = _Reader(chronology)
    given: dict[str, list[str]] = {}
    for name, value in options:
        if reader.is_option(name, value):
            given.setdefault(name, []).append(value.strip())
    choices = {facet: choice for facet in FACETS if (choice := reader.choice(facet, given.pop(facet, [])))}
    single = {name: reader.single(name, values) for name, values in given.items()}
    begins, ends = reader.date("from", single.get("from")), reader.date("to", single.get("to"))
    selection = Selection(
        single.get("words") or "",
        choices,
        begins,
        reader.end(begins, ends),
        reader.word("within", single.get("within"), WITHIN) == "certainly",
        reader.word("view", single.get("view"), views) or views[0],
        reader.word("lanes", single.get("lanes"), LANES),
        reader.page(single.get("page")),
        reader.day(single.get("known")),
    )
    return selection, tuple(reader.mistakes)


class _Reader:
    """Reads one option at a time, and keeps the mistakes."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology
        self.mistakes: list[Mistake] = []

    def refuse(self, option: str, value: str, problem: str, hint: str, meant: str | None = None) -> None:
        self.mistakes.append(Mistake(option, value, problem, hint, meant))

    def is_option(self, name: str, value: str) -> bool:
        if name not in OPTIONS:
            hint = did_you_mean(name, OPTIONS, one_of(OPTIONS, len(OPTIONS)))
            self.refuse(name, value, f"there is no option '{name}'", hint, nearest(name, OPTIONS))
            return False
        if not value.strip():
            self.refuse(name, value, f"'{name}' is empty", "write a value, or leave the option out")
        return bool(value.strip())

    def choice(self, facet: str, values: list[str]) -> Choice | None:
        given = [[one.strip() for one in value.split(",") if one.strip()] for value in values]
        ids = tuple(dict.fromkeys(one for several in given for one in several))
        allowed = _allowed(self.chronology, facet) if ids else ()
        known = tuple(one for one in ids if one in allowed)
        for one in ids:
            if one not in allowed:
                self._refuse_id(facet, one, allowed)
        every = sum(map(bool, given)) > 1 and len(known) > 1
        return Choice(known, every) if known else None

    def _refuse_id(self, facet: str, one: str, allowed: Sequence[str]) -> None:
        named = f"there is no {_CALLED.get(facet, facet)} '{one}'"
        otherwise = one_of(allowed) if facet in ("standing", "precision", "origins", "type") else _ID
        self.refuse(facet, one, named, did_you_mean(one, allowed, otherwise), nearest(one, allowed))

    def single(self, name: str, values: list[str]) -> str:
        if len(values) > 1:
            self.refuse(name, values[-1], f"'{name}' is given {len(values)} times", "give it once")
        return values[0]

    def date(self, option: str, text: str | None) -> Date | None:
        if text is None:
            return None
        try:
            date = dates.parse(text)
        except DateError as error:
            self.refuse(option, text, f"'{option}': {error.problem}", error.hint)
            return None
        if date.kind in ("day", "month", "year") and not (date.approximate or date.uncertain):
            return date
        self.refuse(option, text, f"'{option}' is no year, month or day that is certain", _PERIOD)
        return None

    def end(self, begins: Date | None, ends: Date | None) -> Date | None:
        if begins and ends and begins.earliest and ends.latest and begins.earliest > ends.latest:
            self.refuse(
                "to", ends.text, "the period ends before it begins", f"write from: {ends.text}, to: {begins.text}"
            )
            return None
        return ends

    def day(self, text: str | None) -> Day | None:
        date = self.date("known", text)
        if date and date.kind != "day":
            self.refuse("known", date.text, "'known' is no day", "write a day: 2025-03-13")
            return None
        return date.earliest if date else None

    def word(self, option: str, value: str | None, words: Sequence[str]) -> str | None:
        if value is None or value in words:
            return value
        hint = did_you_mean(value, words, one_of(words))
        self.refuse(option, value, f"'{option}' cannot be '{value}'", hint, nearest(value, words))
        return None

    def page(self, value: str | None) -> int:
        if value is None:
            return 1
        if value.isascii() and value.isdigit() and len(value) <= 6 and value[0] != "0":
            return int(value)
        self.refuse("page", value, "'page' is no number of a page", "write 2 for the second page")
        return 1


_CALLED = {"origins": "number of origins"}
_ID = "an id is the name of a record's file"


def _allowed(chronology: Chronology, facet: str) -> Sequence[str]:
    match facet:
        case "type":
            return tuple(chronology.settings.types)
        case "actor":
            return tuple(chronology.actors)
        case "place":
            return tuple(chronology.places)
        case "topic":
            return tuple(chronology.topics)
        case "source":
            return tuple(chronology.sources)
        case "standing":
            return tuple(Standing)
        case "precision":
            return PRECISIONS
        case _:
            return ORIGINS
