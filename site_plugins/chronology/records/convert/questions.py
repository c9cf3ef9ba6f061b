"""Questions of an event and their claims."""

from __future__ import annotations

from collections.abc import Mapping

from chronology.model.dates import parse
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.questions import Claim, Question, Withdrawal
from chronology.records.convert.record import date, uses
from chronology.records.schema.questions import ClaimRecord, QuestionRecord, WithdrawalRecord

Units = Mapping[str, str]
"""The unit of each series, which its figures have where they name none."""


def question(record: QuestionRecord, units: Units) -> Question:
    """The question of a record, its claims counted from 1."""
    about_date = record.about == "date"
    unit = units.get(record.series) if record.series else None
    return Question(
        id=record.id,
        ask=record.ask,
        answers=record.answers,
        many=record.many,
        series=record.series,
        about_date=about_date,
        claims=tuple(
            _claim(claim, number, unit, about_date=about_date) for number, claim in enumerate(record.claims, 1)
        ),
    )


def _claim(record: ClaimRecord, number: int, unit: str | None, *, about_date: bool) -> Claim:
    return Claim(
        number=number,
        id=record.id,
        answer=record.answer,
        date=parse(record.answer) if about_date and record.answer else None,
        says=record.says,
        quantity=_quantity(record, unit),
        by=tuple(record.by),
        rests_on=record.rests_on,
        said=date(record.said),
        as_of=date(record.as_of),
        sources=uses(record.sources),
        denies=tuple(record.denies),
        withdrawn=_withdrawal(record.withdrawn),
    )


def _quantity(record: ClaimRecord, unit: str | None) -> Quantity | None:
    if record.value is None and record.low is None and record.high is None:
        return None
    return Quantity(record.value, record.low, record.high, record.comparator, record.unit or unit)


def _withdrawal(record: WithdrawalRecord | None) -> Withdrawal | None:
    return Withdrawal(date(record.date), record.source, record.reason) if record else None
