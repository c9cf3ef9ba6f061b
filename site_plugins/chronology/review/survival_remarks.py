"""What an editor is told of the addresses of sources: the worst first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from chronology.model.entities.sources import Source
from chronology.model.survival import Look, Outcome, Quotation, Survey
from chronology.records.problems import Problem
from chronology.review.remarks import Remark, Spot, warnings

FAULTS = (Outcome.GONE, Outcome.CHANGED, Outcome.MOVED)
"""Outcomes that somebody should do something about."""
_LONGEST_QUOTATION = 80


def survival_problems(
    sources: Sequence[Source], survey: Survey, quotations: Mapping[str, Sequence[Quotation]], root: Path
) -> dict[str, tuple[Problem, ...]]:
    """Warnings by what they are about: 'gone', 'changed', 'moved', 'unclear', 'unarchived'; paths start from `root`."""
    remarks: dict[str, list[Remark]] = {name: [] for name in (*FAULTS, Outcome.UNCLEAR, "unarchived")}
    for source in sources:
        look = survey.of(source)
        if look and look.outcome in remarks:
            remarks[look.outcome] += _of_look(source, look, quotations.get(source.id, ()))
        if source.url and not source.archived:
            remarks["unarchived"].append(_unarchived(source, source.url))
    return {name: tuple(warnings(some, root, "survival")) for name, some in remarks.items()}


def _of_look(source: Source, look: Look, quotations: Sequence[Quotation]) -> Iterator[Remark]:
    if look.outcome is Outcome.GONE:
        hint = (
            "readers have its archived copy" if source.archived else "find an archived copy, and add it as `archived`"
        )
        yield _remark(source, f"the page is gone ({look.note}, first seen so on {look.since})", hint)
    elif look.outcome is Outcome.CHANGED:
        for words in look.missing:
            yield _remark(source, *_changed(source, words, quotations))
    elif look.outcome is Outcome.MOVED:
        yield _remark(source, "the page has moved for good", f"write {look.to}")
    else:
        yield _remark(source, f"nothing is known of the page: {look.note}", "look at it yourself")


def _changed(source: Source, words: str, quotations: Sequence[Quotation]) -> tuple[str, str]:
    shown = words if len(words) <= _LONGEST_QUOTATION else words[: _LONGEST_QUOTATION - 1] + "…"
    event = next((one.event for one in quotations if one.text == words), None)
    by = f" that the event '{event}' quotes" if event else " that a record quotes"
    hint = "compare it with the archived copy" if source.archived else "find an archived copy that has them"
    return f"the page no longer has the words{by}: “{shown}”", hint


def _unarchived(source: Source, url: str) -> Remark:
    return _remark(source, f"{url} has no archived copy", "add one as `archived`, with its address and date")


def _remark(source: Source, message: str, hint: str) -> Remark:
    return Remark(source.where, Spot(("url",)), message, hint)
