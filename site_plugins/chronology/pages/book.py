"""What every page is written from: the derived chronology, the site around it, and the templates."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from chronology.maps.atlas import Atlas
from chronology.maps.plane import Box
from chronology.model import dates, quantity_words
from chronology.model.chronology import Chronology, ClaimView, EventView, QuestionView
from chronology.model.corrections import corrections_of
from chronology.model.dates import Date, Day
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.questions import Claim, Question
from chronology.model.entities.record import SourceUse
from chronology.model.entities.settings import Settings
from chronology.model.entities.sources import Source
from chronology.model.standing import Standing
from chronology.pages import markdown
from chronology.pages.addresses import Here
from chronology.pages.claimants import Claimant, claimants
from chronology.pages.environment import environment
from chronology.pages.map_drawing import Ground
from chronology.pages.proper_nouns import ProperNouns
from chronology.pages.site import Site
from chronology.pages.typography import typeset

ROOT = "\ue000\ue001"
"""Stands in a fragment for the way to the site's root. Private-use characters: no record holds them by accident."""


@dataclass(frozen=True, slots=True)
class Book:
    """The chronology, its site, and its map if it has one; `render` fills a template in for one page."""

    chronology: Chronology
    site: Site
    titles: Mapping[str, Mapping[str, str]]
    questions: Mapping[tuple[str, str], QuestionView]
    proper: ProperNouns
    atlas: Atlas | None = None
    fragments: dict[tuple[str, Hashable], str] = field(default_factory=dict)
    grounds: dict[Box, Ground] = field(default_factory=dict)

    @classmethod
    def of(cls, chronology: Chronology, site: Site, atlas: Atlas | None = None) -> Book:
        """Return the book of a chronology, with the title of every record at hand."""
        titles = {
            "event": {key: view.event.title for key, view in chronology.events.items()},
            "actor": {key: view.actor.name for key, view in chronology.actors.items()},
            "place": {key: view.place.name for key, view in chronology.places.items()},
            "source": {key: view.source.title for key, view in chronology.sources.items()},
            "series": {key: view.series.title for key, view in chronology.series.items()},
            "topic": {key: view.topic.title for key, view in chronology.topics.items()},
        }
        questions = {
            (event, question.question.id): question
            for event, view in chronology.events.items()
            for question in view.questions
        }
        return cls(chronology, site, titles, questions, ProperNouns(chronology), atlas)

    def here(self, name: str) -> Here:
        """Return the page of that name as a place from which links are made."""
        return Here.at(self.site.addresses, name)

    def title(self, kind: str, record_id: str) -> str:
        """Return a record's title or name, typeset."""
        return typeset(self.titles[kind][record_id])

    def render(self, template: str, name: str, **context: Any) -> str:
        """Return the body of the page `name` from a template, which writes on the sheet `s`."""
        sheet = Sheet(self, self.here(name))
        return environment().get_template(f"{template}.html.jinja").render(s=sheet, **context)

    def fragment(self, macro: str, view: EventView | ClaimView | Source, key: Hashable) -> str:
        """Return a piece that stands on several pages, rendered once; ROOT stands where each page's root goes."""
        found = self.fragments.get((macro, key))
        if found is None:
            sheet = Sheet(self, Here(self.site.addresses, "", ROOT))
            module: Any = environment().globals["m"]
            found = self.fragments[macro, key] = str(getattr(module, macro)(sheet, view))
        return found

    def prose(self, text: str, here: Here) -> Markup:
        """Return a record's Markdown as HTML."""
        return markdown.to_html(text, here.record)

    def claimants(self, claim: Claim) -> tuple[Claimant, ...]:
        """Return who makes a claim."""
        return claimants(self.chronology, claim)

    def side_title(self, side: str) -> str | None:
        """Return the words for a side, or None for a claimant that stands for itself."""
        known = self.chronology.settings.sides.get(side)
        return known.title if known else None

    def stated(self, quantity: Quantity) -> str:
        """Return a quantity in the unit of its source."""
        return quantity_words.stated(quantity, self.chronology.settings.units)

    def converted(self, quantity: Quantity) -> str | None:
        """Return a quantity in the unit that readers also want to see."""
        return quantity_words.converted(quantity, self.chronology.settings.units)

    def ask(self, question: Question) -> str:
        """Return the question in words; a series' own title where the record asks nothing else."""
        if question.ask:
            return typeset(question.ask)
        return typeset(self.titles["series"][question.series]) if question.series else question.id

    def quotes(self, uses: tuple[SourceUse, ...]) -> tuple[SourceUse, ...]:
        """Return the uses that quote."""
        return tuple(use for use in uses if use.quote)

    def question(self, claim: ClaimView) -> QuestionView:
        """Return the question that a claim answers."""
        return self.questions[claim.event, claim.question]

    def event_date(self, event: str) -> Date:
        """Return the date of an event."""
        return self.chronology.events[event].event.date

    def day(self, day: Day | str) -> Date:
        """Return a day as a date, for writing it in words."""
        return dates.parse(day if isinstance(day, str) else day.isoformat())

    def path(self, places: tuple[str, ...]) -> str:
        """Return the places that a place lies in, nearest first."""
        return ", ".join(self.title("place", place) for place in places)

    def is_counted(self, question: Question) -> bool:
        """Tell whether a question asks for a quantity."""
        return any(claim.quantity for claim in question.claims)

    def answer_number(self, question: Question, claim: Claim) -> int:
        """Return the number of a claim's answer among its question's answers, from 1: each has a mark of its own."""
        if claim.answer and claim.answer in question.answers:
            return list(question.answers).index(claim.answer) + 1
        given = list(dict.fromkeys(other.date.text for other in question.claims if other.date))
        return given.index(claim.date.text) + 1 if claim.date else 1

    def denied(self, question: Question, claim: Claim) -> list[str]:
        """Return in words what a claim denies: an answer, or what another claimant says."""
        claims = {other.id: other for other in question.claims if other.id}
        return [
            f"“{typeset(question.answers[denied])}”"
            if denied in question.answers
            else f"what {self.claimants(claims[denied])[0].name} says"
            for denied in claim.denies
        ]

    def dispute(self, view: EventView) -> Dispute | None:
        """Return the first question on which an event's claimants gave rival answers, with one claim for each answer.

        None where there is no such question: then the event's summary says more.
        """
        for question in view.questions:
            rivals = [claim for claim in question.claims if claim.rivals]
            if question.standing == view.standing == Standing.CONTESTED and len(rivals) > 1:
                return Dispute(question, _one_each(rivals))
        return None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that is being written: the book, and the place from which links are made. Templates call it `s`."""

    book: Book
    here: Here

    @property
    def chronology(self) -> Chronology:
        """Return the chronology."""
        return self.book.chronology

    @property
    def settings(self) -> Settings:
        """Return the chronology's settings."""
        return self.book.chronology.settings

    @property
    def site(self) -> Site:
        """Return the site around the pages."""
        return self.book.site

    def link(self, kind: str, record_id: str, anchor: str | None = None) -> str:
        """Return the link to a record's page."""
        return self.here.record(kind, record_id, anchor)

    def title(self, kind: str, record_id: str) -> str:
        """Return a record's title or name."""
        return self.book.title(kind, record_id)

    def entry(self, view: EventView, level: str) -> Markup:
        """Return an event as lists show it, its title a heading of that level (`h3`, or `h2`)."""
        entry = self.book.fragment("entry", view, view.event.id)
        return self._placed(entry if level == "h3" else entry.replace("h3>", f"{level}>"))

    def line(self, view: EventView) -> Markup:
        """Return an event as one line of a list."""
        return self._placed(self.book.fragment("event_line", view, view.event.id))

    def source(self, source: Source) -> Markup:
        """Return a source as lists of sources show it."""
        return self._placed(self.book.fragment("source_line", source, source.id))

    def claim(self, view: ClaimView) -> Markup:
        """Return what a claim says, with its question and its event, as pages of actors and sources show it."""
        return self._placed(self.book.fragment("claim_cells", view, (view.event, view.anchor)))

    def _placed(self, fragment: str) -> Markup:
        return Markup(fragment.replace(ROOT, self.here.root))  # noqa: S704 (a template has escaped it)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question in dispute, and the claims that show it: one for each answer, two at least, three at most."""

    question: QuestionView
    claims: tuple[ClaimView, ...]


def _one_each(rivals: list[ClaimView]) -> tuple[ClaimView, ...]:
    first = rivals[0]
    by_number = {claim.claim.number: claim for claim in rivals}
    second = next(by_number[number] for number in first.rivals if number in by_number)
    return (first, second)


def anchors(view: EventView) -> set[str]:
    """Return what a link may name on an event's page: its questions, claims, sources and changes."""
    questions = {question.question.id for question in view.questions}
    claims = {claim.anchor for question in view.questions for claim in question.claims}
    corrections = {correction.anchor for correction in corrections_of(view.event)}
    return {"sources"} | questions | claims | corrections | {f"source-{source}" for source in view.sources}
