"""How well sources are kept, in sentences: the same on the site and in the command's report."""

from __future__ import annotations

from chronology.model import date_words, dates
from chronology.model.survival import Coverage, Outcome

_WORDS = {
    Outcome.ANSWERS: ("answers", "answer"),
    Outcome.MOVED: ("has moved", "have moved"),
    Outcome.GONE: ("is gone", "are gone"),
    Outcome.CHANGED: ("has changed", "have changed"),
    Outcome.UNCLEAR: ("is unclear", "are unclear"),
}


def copies_in_words(coverage: Coverage) -> str:
    """What share has an archived copy, in a sentence; '' where no source has an address."""
    many = coverage.addresses
    if not many:
        return ""
    if coverage.archived == many:
        return f"{'The source' if many == 1 else f'All {many:,} sources'} with a public address {_has(many)}."
    if not coverage.archived:
        sources = "The source" if many == 1 else f"None of the {many:,} sources"
        return f"{sources} with a public address has {'no' if many == 1 else 'an'} archived copy yet."
    return f"{coverage.percent} % of the {many:,} sources with a public address have an archived copy."


def _has(many: int) -> str:
    return "has an archived copy" if many == 1 else "have an archived copy"


def looks_in_words(coverage: Coverage) -> str:
    """What the last looks showed, in a sentence; '' where nobody ever looked."""
    if coverage.looked is None:
        return ""
    counted = [(coverage.outcomes.get(outcome, 0), *words) for outcome, words in _WORDS.items()]
    told = [f"{number:,} {one if number == 1 else many}" for number, one, many in counted if number]
    first, rest = told[0], told[1:]
    number, _, verb = first.partition(" ")
    first = f"{number} {'page' if number == '1' else 'pages'} {verb}"
    unseen = coverage.addresses - sum(coverage.outcomes.values())
    if unseen:
        rest.append(f"{unseen:,} {'was' if unseen == 1 else 'were'} never looked at")
    day = date_words.in_words(dates.parse(coverage.looked))
    return f"Last looked at on {day}: {', '.join([first, *rest])}."
