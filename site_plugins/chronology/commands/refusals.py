"""What is wrong with a draft, at the option that says it: there is no file yet for anybody to look into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chronology.commands.fields import fields_of
from chronology.records.problems import Loc, Problem
from chronology.records.yaml_positions import read


def refusals(kind: str, draft: str, problems: Iterable[Problem]) -> Iterator[str]:
    """A line for each problem of the draft of a record, which begins with the option to give otherwise."""
    [document] = read(draft.encode()).documents
    begin = {loc: min(place.key, (place.line, place.column)) for loc, place in document.places.items()}
    for problem in problems:
        says = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
        before = [loc for loc, start in begin.items() if start <= (problem.line, problem.column)]
        option = _option(kind, max(before, key=lambda loc: (begin[loc], len(loc))))
        yield f"{option}: {says}" if option else says


def _option(kind: str, loc: Loc) -> str | None:
    """The option of the field at a place, or of the first one in it; None for the record itself."""
    own = [field for field in fields_of(kind) if loc[: len(field.way)] == field.way]
    inner = [field for field in fields_of(kind) if loc and field.way[: len(loc)] == loc]
    return next((field.option for field in (*own, *inner)), None)
