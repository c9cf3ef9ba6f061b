"""What became of the sources, as people and programs read it: text, JSON, GitHub's workflow commands, Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chronology.model.entities.sources import Source
from chronology.model.survival import Coverage, Look, Outcome, Survey
from chronology.model.survival_words import copies_in_words, looks_in_words
from chronology.records.problems import Problem
from chronology.review.reports.report import Report

FORMAT = 1
_HEADINGS = {
    Outcome.GONE: "Gone",
    Outcome.CHANGED: "Changed",
    Outcome.MOVED: "Moved",
    Outcome.UNCLEAR: "Unclear",
    "unarchived": "Without an archived copy",
}
_MOST = 200
"""Lines under a heading: code hosts cut long texts off."""


@dataclass(slots=True)
class SurvivalReport(Report):
    """A report of warnings that ends with how well the sources are kept."""

    closing: str = ""

    def summary(self) -> str:
        """How well the sources are kept, in one line."""
        return self.closing


def closing(coverage: Coverage) -> str:
    """Copies and looks, in one line."""
    return " ".join(filter(None, (copies_in_words(coverage), looks_in_words(coverage)))) or "No source has an address."


def markdown(coverage: Coverage, problems: Mapping[str, Sequence[Problem]]) -> Iterator[str]:
    """A text for a pull request or an issue; nothing of what a page or a server said can become markup."""
    yield closing(coverage)
    for name, heading in _HEADINGS.items():
        some = problems[name]
        if not some:
            continue
        yield ""
        yield f"### {heading}: {len(some)}"
        yield ""
        for problem in some[:_MOST]:
            said = f"{problem.message}; {problem.hint}"
            yield f"- {_code(f'{problem.path}:{problem.line}')} {_code(said)}"
        if len(some) > _MOST:
            yield f"- and {len(some) - _MOST} more"


def _code(text: str) -> str:
    return f"`{text.replace('`', chr(39))}`"


def survival_json(sources: Sequence[Source], survey: Survey, coverage: Coverage) -> str:
    """One JSON object; its fields are documented in docs/handbook/sources.md."""
    document = {
        "format": FORMAT,
        "addresses": coverage.addresses,
        "archived": coverage.archived,
        "percent": coverage.percent,
        "looked": coverage.looked,
        "outcomes": {str(outcome): coverage.outcomes.get(outcome, 0) for outcome in Outcome},
        "sources": [_source(source, survey.of(source)) for source in sources if source.url],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _source(source: Source, look: Look | None) -> dict[str, object]:
    return {
        "source": source.id,
        "path": source.where.path,
        "url": source.url,
        "archived": source.archived.url if source.archived else None,
        "outcome": look.outcome if look else None,
        "looked": look.looked if look else None,
        "since": look.since if look else None,
        "status": look.status if look else None,
        "to": look.to if look else None,
        "missing": list(look.missing) if look else [],
        "note": look.note if look else "",
    }
