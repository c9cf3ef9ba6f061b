"""A contested answer stated as a fact: in the title or summary, in a sentence that tells of nobody who says so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from chronology.model.chronology import ClaimView, QuestionView
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.model.standing import Standing
from chronology.review.answers import Names, telling_day, telling_figure, telling_word
from chronology.review.attribution import Attribution
from chronology.review.prose import Sentence, Word, own_words, sentences
from chronology.review.remarks import Remark, Spot

Telling = tuple[ClaimView, Word]


class Contested:
    """Looks through the titles and summaries of a chronology in English; the words that attribute are English."""

    def __init__(self, entities: Entities, loaded: Collection[str], names: Callable[[], Names]) -> None:
        """`loaded` are verbs that attribute too, if not well; `names` gathers all names, once they are needed."""
        self._entities = entities
        self._attribution = Attribution(loaded)
        self._names = names

    def remarks(self, event: Event, questions: Iterable[QuestionView]) -> Iterator[Remark]:
        """One for each contested question in the title, and one in the summary."""
        contested = [question for question in questions if question.standing is Standing.CONTESTED]
        for field, text in (("title", event.title), ("summary", event.summary)) if contested else ():
            bare = [one for one in sentences(own_words(text)) if not self._attribution.given_in(one)]
            for question in contested:
                if found := self._first(bare, question):
                    claim, word = found
                    yield Remark(
                        event.where,
                        Spot.of_word((field,), text, word.text, word.start),
                        f"the {field} states as a fact what is contested: {self._asked(question)}",
                        f"say whose word it is: {self._claimant(claim)}",
                    )

    def _first(self, bare: list[Sentence], question: QuestionView) -> Telling | None:
        rivals = [claim for claim in question.claims if claim.rivals]
        return next((found for one in bare for claim in rivals if (found := self._telling(one, claim, question))), None)

    def _telling(self, sentence: Sentence, view: ClaimView, question: QuestionView) -> Telling | None:
        claim, word = view.claim, None
        if claim.quantity:
            word = telling_figure(sentence, claim.quantity, self._entities.settings.units)
        elif claim.date:
            word = telling_day(sentence, claim.date, question.question)
        elif claim.answer in question.question.answers:
            word = telling_word(sentence, question.question, claim.answer or "", self._names())
        return (view, word) if word else None

    def _asked(self, view: QuestionView) -> str:
        question = view.question
        if question.ask:
            return f"'{question.ask}'"
        return f"the figures of '{self._entities.series[question.series].title}'" if question.series else ""

    def _claimant(self, view: ClaimView) -> str:
        """Who gives the answer, as a sentence may name it."""
        actors, sources = self._entities.actors, self._entities.sources
        if view.claim.by:
            return actors[view.claim.by[0]].name
        origin = view.claim.rests_on or view.claim.sources[0].source
        return actors[origin].name if origin in actors else sources[origin].publisher
