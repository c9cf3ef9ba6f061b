"""Events and their questions, with everything that is derived for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from chronology.model.claims import ClaimReader, ClaimView, name_anchors
from chronology.model.days import Day
from chronology.model.entities.events import Event
from chronology.model.entities.questions import Claim, Question
from chronology.model.entities.series import Series
from chronology.model.origins import Carried, Origins, independent
from chronology.model.rivals import Comparable
from chronology.model.standing import Standing, standing_of_event, standing_of_question


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question about an event, with its claims in the record's order."""

    event: str
    question: Question
    standing: Standing
    claims: tuple[ClaimView, ...]
    reports: int
    """Sources that its claims, whether they stand or not, are known from."""
    origins: tuple[str, ...]
    """The independent origins of these claims, by their first word; never more than reports."""


@dataclass(frozen=True, slots=True)
class Links:
    """How an event stands to others: its neighbours in order, and (event id, kind) of the relations that lead to it."""

    previous: str | None = None
    next: str | None = None
    incoming: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EventView:
    """An event, with everything that its page shows."""

    event: Event
    standing: Standing
    questions: tuple[QuestionView, ...]
    reports: int
    """As many as `sources`."""
    origins: tuple[str, ...]
    """The independent origins of all claims, and of what sources say beside them; never more than reports."""
    carried: tuple[Carried, ...]
    """Every origin with every report that carries it: what `origins` is counted from."""
    known_from: Day | None
    sources: tuple[str, ...]
    """Every source cited on the page, by first citation: of the claims, of the event, of the changes to the record."""
    previous: str | None
    next: str | None
    incoming: tuple[tuple[str, str], ...]
    participants: tuple[str, ...]
    """The actors who act or claim, each once: first the event's own."""


def cited_by_claim(claim: Claim) -> list[str]:
    """The sources that a claim cites, and the one that reports that it was withdrawn, each once."""
    cited = [use.source for use in claim.sources]
    if claim.withdrawn and claim.withdrawn.source:
        cited.append(claim.withdrawn.source)
    return cited if len(cited) == 1 else list(dict.fromkeys(cited))


def cited_by_event(event: Event) -> list[str]:
    """The sources that an event cites beside its claims, each once."""
    cited = [use.source for use in event.sources]
    cited += [change.source for change in event.history if change.source]
    return list(dict.fromkeys(cited))


class EventReader:
    """Derives the views of events, one at a time."""

    def __init__(self, claims: ClaimReader, series: Mapping[str, Series]) -> None:
        self.claims = claims
        self._origins: Origins = claims.origins
        self._series = series

    def view(self, event: Event, links: Links) -> EventView:
        """Everything that is derived for an event. `links` are found beforehand, from all events."""
        return self.view_read(event, links, self.read(event), name_anchors(event.questions))

    def read(self, event: Event) -> tuple[tuple[Comparable, ...], ...]:
        """The claims of each question, prepared for comparison."""
        return tuple([self._read_question(question, event) for question in event.questions])

    def view_read(
        self,
        event: Event,
        links: Links,
        compared: tuple[tuple[Comparable, ...], ...],
        anchors: Mapping[tuple[str, int], str],
    ) -> EventView:
        """The same from claims that `read` has prepared, as many of them as `event` has, and their anchors."""
        questions = self._view_questions(event, compared, anchors)
        claims = [claim for question in event.questions for claim in question.claims]
        cited = chain.from_iterable(map(cited_by_claim, claims))
        sources = tuple(dict.fromkeys((*cited, *cited_by_event(event))))
        carried = self._gather_carried(event, [one for several in compared for one in several])
        return EventView(
            event,
            standing_of_event((view.standing for view in questions), carried),
            questions,
            len(sources),
            independent(carried),
            carried,
            self._find_known_from(event, sources, questions),
            sources,
            links.previous,
            links.next,
            links.incoming,
            tuple(dict.fromkeys(chain(event.actors, chain.from_iterable(claim.by for claim in claims)))),
        )

    def view_questions(self, event: Event) -> tuple[QuestionView, ...]:
        """What is derived for an event's questions alone: half of the work, for who needs nothing else."""
        return self._view_questions(event, self.read(event), name_anchors(event.questions))

    def _view_questions(
        self, event: Event, compared: tuple[tuple[Comparable, ...], ...], anchors: Mapping[tuple[str, int], str]
    ) -> tuple[QuestionView, ...]:
        return tuple(
            self._view_question(question, event, claims, anchors)
            for question, claims in zip(event.questions, compared, strict=True)
        )

    def _read_question(self, question: Question, event: Event) -> tuple[Comparable, ...]:
        return self.claims.read(question, event, self._series.get(question.series or ""))

    def _view_question(
        self, question: Question, event: Event, compared: tuple[Comparable, ...], anchors: Mapping[tuple[str, int], str]
    ) -> QuestionView:
        claims = self.claims.view(compared, question, event.id, anchors)
        pairs = list(zip(claims, compared, strict=True))
        standing = standing_of_question(
            question,
            event.date,
            [one for view, one in pairs if view.state == "stands"],
            [one for view, one in pairs if view.state != "stands"],
            contested=any(view.rivals for view in claims),
        )
        reports = {source for claim in question.claims for source in cited_by_claim(claim)}
        carried = [carried for one in compared for carried in one.carried]
        return QuestionView(event.id, question, standing, claims, len(reports), independent(carried))

    def _gather_carried(self, event: Event, claims: list[Comparable]) -> tuple[Carried, ...]:
        """The origins of an event with their reports.

        A source of the event that already carries a claim, or reprints one that does, is no further origin.
        """
        found = dict.fromkeys([carried for one in claims for carried in one.carried])
        reports = {report for _, report in found}
        own = (self._origins.carried_by(use.source) for use in event.sources)
        found.update((carried, None) for carried in own if carried[1] not in reports)
        return tuple(found)

    def _find_known_from(
        self, event: Event, sources: tuple[str, ...], questions: tuple[QuestionView, ...]
    ) -> Day | None:
        """The first day by which a source or a claim had certainly made the event public; None if none is dated.

        What was said before the event began, of other times or of what was to come, did not make it public; if nothing
        was said later, it was known from its beginning.
        """
        published = [date for source in sources if (date := self.claims.published(source))]
        said = [claim.said for question in questions for claim in question.claims if claim.said]
        days = [date.latest for date in (*published, *said) if date.latest]
        beginning = event.date.earliest
        if not days or beginning is None:
            return min(days, default=None)
        return min((day for day in days if day >= beginning), default=beginning)
