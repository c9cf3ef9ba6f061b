"""The rules for questions and their claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from chronology.model.dates import DateError, parse
from chronology.model.suggest import did_you_mean, one_of
from chronology.records.plain import entries, mapping, strings, text
from chronology.records.problems import Finding, Loc
from chronology.records.values import joined
from chronology.records.yaml_text import quoted

FIGURES = ("value", "low", "high")
_FIGURE = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?", re.ASCII)

Data = dict[str, Any]


def question_findings(question: Data, loc: Loc) -> Iterator[Finding]:
    """Everything in one question that breaks a rule."""
    if "ask" not in question and "series" not in question:
        yield Finding(
            loc,
            "the question asks nothing",
            "add `ask: ` with the question, or `series: `",
            on_key=True,
            lacks=("ask", "series"),
        )
    if "about" in question:
        for name in ("answers", "series", "many"):
            if name in question:
                message = f"a question about the date has no `{name}`"
                yield Finding((*loc, name), message, "each claim's `answer` is a date", on_key=True)
    answers = mapping(question, "answers")
    ids: set[str] = set()
    for number, claim in entries(question, "claims"):
        here: Loc = (*loc, "claims", number)
        yield from _claim_id(claim, here, ids, answers)
        yield from _substance(claim, here)
        yield from _answer(claim, here, question, answers)
        yield from _figures(claim, here, has_series="series" in question)
    for number, claim in entries(question, "claims"):
        yield from _denials(claim, (*loc, "claims", number), {*answers, *ids})


def _claim_id(claim: Data, loc: Loc, ids: set[str], answers: Data) -> Iterator[Finding]:
    own = text(claim, "id")
    if own is None:
        return
    if own in ids:
        yield Finding((*loc, "id"), f"another claim has the id '{own}'", "give one of the two another")
    elif own in answers:
        yield Finding((*loc, "id"), f"the id '{own}' is also an answer", "give the claim another id")
    ids.add(own)


def _substance(claim: Data, loc: Loc) -> Iterator[Finding]:
    substance = ("answer", "says", *FIGURES)
    if not any(name in claim for name in substance):
        hint = "add `answer: `, `says: ` or a figure (`value: `, or `low: ` and `high: `)"
        yield Finding(loc, "the claim says nothing", hint, on_key=True, lacks=substance)


def _answer(claim: Data, loc: Loc, question: Data, answers: Data) -> Iterator[Finding]:
    if "answer" not in claim:
        return
    given = joined(claim["answer"])
    if not isinstance(given, str):
        return
    here: Loc = (*loc, "answer")
    if question.get("about") == "date":
        try:
            parse(given)
        except DateError as error:
            yield Finding(here, error.problem, error.hint)
    elif not answers:
        hint = "add `answers: {key: words}` to the question, or write what is claimed in `says`"
        yield Finding(here, "the question has no answers to choose from", hint)
    elif given not in answers:
        hint = did_you_mean(given, answers, one_of(answers))
        yield Finding(here, f"{quoted(given)} is not one of the question's answers", hint)


def _figures(claim: Data, loc: Loc, *, has_series: bool) -> Iterator[Finding]:
    given = [name for name in FIGURES if name in claim]
    if not given:
        for name in ("unit", "comparator"):
            if name in claim:
                hint = "add `value: `, or `low: ` and `high: `"
                yield Finding((*loc, name), f"`{name}` says nothing without a figure", hint, on_key=True)
        return
    if "unit" not in claim and not has_series:
        hint = "add `unit: `, or `series: ` to the question"
        yield Finding((*loc, given[0]), "the figure has no unit", hint, on_key=True)
    if ("low" in claim) != ("high" in claim):
        name = "low" if "low" in claim else "high"
        hint = f"write both, or `value: ` with `comparator: {'at-least' if name == 'low' else 'at-most'}`"
        yield Finding((*loc, name), "`low` and `high` belong together", hint, on_key=True)
    yield from _order(claim, loc)


def _order(claim: Data, loc: Loc) -> Iterator[Finding]:
    value, low, high = (_number(claim.get(name)) for name in FIGURES)
    if low is not None and high is not None and low > high:
        yield Finding((*loc, "low"), f"low {claim['low']} is more than high {claim['high']}", "exchange them")
    elif value is not None and ((low is not None and value < low) or (high is not None and value > high)):
        message = f"the value {claim['value']} lies outside {claim.get('low', '')} to {claim.get('high', '')}"
        yield Finding((*loc, "value"), message, "write the figures as the source has them, or leave `value` out")


def _denials(claim: Data, loc: Loc, known: set[str]) -> Iterator[Finding]:
    for number, denied in strings(claim, "denies"):
        here: Loc = (*loc, "denies", number)
        if denied in (text(claim, "answer"), text(claim, "id")):
            yield Finding(here, "the claim denies itself", "name another answer, or the id of another claim")
        elif denied not in known:
            hint = did_you_mean(denied, known, one_of(sorted(known)) if known else "give the denied claim an id")
            yield Finding(here, f"{quoted(denied)} is no answer and no claim of this question", hint)


def _number(figure: object) -> float | None:
    return float(figure) if isinstance(figure, str) and _FIGURE.fullmatch(figure) else None
