"""All that the review has to say of a chronology's wording. Nothing of it is an error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from chronology.model.chronology import view_questions
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.model.entities.settings import Settings
from chronology.model.sides import Sides
from chronology.records.problems import Problem, in_order
from chronology.records.processes import share
from chronology.review.contested import Contested
from chronology.review.counts import uncounted
from chronology.review.loaded import LOADED, Loaded, Record
from chronology.review.one_sided import one_sided
from chronology.review.remarks import Remark, warnings

MOST = 200
"""Loaded words that are shown of one record."""


def review(entities: Entities, root: Path) -> tuple[Problem, ...]:
    """The warnings, by path, line and column. `root` is the folder that the paths of the records start from."""
    return in_order(warnings(_remarks(entities), root))


def _remarks(entities: Entities) -> Iterator[Remark]:
    """What is remarked on, record by record. Tombstones are left alone: what is wrong with them is said already."""
    events = [event for event in entities.events.values() if event.retracted is None]
    for _, remarks in share(lambda some: list(_of_events(some, entities)), events):
        yield from remarks
    loaded = Loaded(loaded_words(entities.settings))
    others: tuple[Record, ...] = (
        *entities.actors.values(), *entities.places.values(), *entities.sources.values(), *entities.series.values(),
        *entities.topics.values(),
    )  # fmt: skip
    for record in others:
        yield from islice(loaded.remarks(record), MOST)


def _of_events(events: Sequence[Event], entities: Entities) -> Iterator[Remark]:
    settings = entities.settings
    words = loaded_words(settings)
    contested = Contested(entities, words) if _is_english(settings) else None
    loaded = Loaded(words)
    sides = Sides(settings.sides, entities.actors)
    for event, questions in view_questions(entities, events):
        yield from contested.remarks(event, questions) if contested else ()
        yield from one_sided(event, questions, settings, sides)
        yield from uncounted(event, questions)
        yield from islice(loaded.remarks(event), MOST)


def loaded_words(settings: Settings) -> dict[str, str]:
    """The loaded words of a site: ours, which are English, as its settings add to them or take off them."""
    built_in = LOADED if _is_english(settings) else {}
    return {word: plain for word, plain in {**built_in, **settings.wording.loaded}.items() if word != plain}


def _is_english(settings: Settings) -> bool:
    return settings.language.partition("-")[0] == "en"
