"""The cases of cases/known.yml, derived: what tests of the model and of the scripts both use."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from chronology.model.chronology import Chronology, derive
from chronology.model.dates import parse
from chronology.model.entities.sources import Archived, Corrected, Source
from chronology.model.known import KnownEvent
from chronology.model.known_changes import KnownChange
from tests.model.build import Short, entities, read_cases

CASES = read_cases("known.yml")


def case_chronology(case: Short) -> Chronology:
    """A chronology of one event, `it`."""
    given = entities({"it": case["event"]}, sources=case["sources"])
    sources = {one: _dated(source, case["sources"].get(one, {})) for one, source in given.sources.items()}
    return derive(replace(given, sources=sources))


def told(known: KnownEvent) -> dict[str, Any]:
    """An event as known on a day, in the words of the cases."""
    claims = [claim for question in known.questions for claim in question.claims if claim.visible]
    return {
        "public": "yes" if known.public else "no",
        "standing": known.standing.value,
        "reports": str(known.reports),
        "origins": str(known.origins),
        "claims": [claim.anchor if claim.state == "stands" else f"{claim.anchor} {claim.state}" for claim in claims],
        "changes": [_told_change(change) for change in known.changes],
    }


def _told_change(change: KnownChange) -> str:
    what = [
        change.claim.anchor if change.claim else "",
        change.source or "",
        change.change.kind if change.change and change.change.kind != change.kind else "",
        "" if change.stated else "undated",
    ]
    return " ".join([change.kind, *filter(None, what)])


def _dated(source: Source, given: Short) -> Source:
    archived = Archived("https://example.org/", parse(given["archived"])) if "archived" in given else None
    corrected = Corrected("A note.", parse(given["corrected"])) if "corrected" in given else None
    return replace(source, archived=archived, corrected=corrected)
