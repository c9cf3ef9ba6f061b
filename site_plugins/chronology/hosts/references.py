"""References to records in hand-written pages: `[text](event:sudzha-retaken)`.

They are checked before MkDocs empties the old site, and resolved when a page's HTML is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from chronology.model.chronology import Chronology
from chronology.model.suggest import did_you_mean
from chronology.pages.addresses import Here
from chronology.pages.book import anchors
from chronology.pages.markdown import REFERENCE
from chronology.records.problems import Problem

_FENCE = re.compile(r"^\s{0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?:(?!\1).)+\1")
_LINK = re.compile(r"\]\(\s*<?((?:event|actor|place|source|series|topic):[^)\s>]*)>?")
_HREF = re.compile(r'href="((?:event|actor|place|source|series|topic):[^"]*)"')


def check(chronology: Chronology, root: Path, pages: Iterable[Path]) -> list[Problem]:
    """Return a problem for every reference in hand-written Markdown that names no record, or no place on its page."""
    problems = []
    for page in pages:
        path = page.relative_to(root).as_posix() if page.is_relative_to(root) else str(page)
        for line, column, target in _targets(page.read_text(encoding="utf-8", errors="replace")):
            problem = _problem(chronology, target)
            if problem:
                problems.append(Problem(path, line, column, *problem))
    return problems


def _targets(text: str) -> Iterable[tuple[int, int, str]]:
    fence: str | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        opened = _FENCE.match(line)
        if opened and (fence is None or opened[1].startswith(fence)):
            fence = None if fence else opened[1]
        elif fence is None:
            for match in _LINK.finditer(_CODE.sub(lambda code: " " * len(code[0]), line)):
                yield number, match.start(1) + 1, match[1]


def _problem(chronology: Chronology, target: str) -> tuple[str, str] | None:
    reference = REFERENCE.match(target)
    if reference is None:
        return f"'{target}' is no reference to a record", "write `event:its-id`, the id being the record's file name"
    kind, record_id, anchor = reference.groups()
    known = known_ids(chronology, kind)
    if record_id not in known:
        return f"no {kind} has the id '{record_id}'", did_you_mean(record_id, list(known), f"write the id of a {kind}")
    if anchor and kind == "event" and anchor not in anchors(chronology.events[record_id]):
        return f"the event '{record_id}' has nothing called '{anchor}'", did_you_mean(
            anchor, anchors(chronology.events[record_id]), "leave out the part after #"
        )
    return None


def known_ids(chronology: Chronology, kind: str) -> Iterable[str]:
    """Return the ids of all records of a kind."""
    return {
        "event": chronology.events,
        "actor": chronology.actors,
        "place": chronology.places,
        "source": chronology.sources,
        "series": chronology.series,
        "topic": chronology.topics,
    }[kind]


def resolve(html: str, here: Here) -> str:
    """Return a hand-written page's HTML with its references to records turned into links."""

    def link(match: re.Match[str]) -> str:
        reference = REFERENCE.match(match[1])
        return f'href="{here.record(reference[1], reference[2], reference[3])}"' if reference else match[0]

    return _HREF.sub(link, html)
