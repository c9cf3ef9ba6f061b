"""All that the review has to say of a chronology's wording. Nothing of it is an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache as once
from itertools import chain, islice
from pathlib import Path

from chronology.model.chronology import view_questions
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.model.sides import Sides
from chronology.records.load import Records
from chronology.records.problems import Problem, in_order
from chronology.records.processes import share
from chronology.review.answers import Names
from chronology.review.contested import Contested
from chronology.review.counts import uncounted
from chronology.review.loaded import Loaded, is_english, loaded_words
from chronology.review.one_sided import one_sided
from chronology.review.outcomes import Outcomes
from chronology.review.remarks import NOTHING, Remark, warnings
from chronology.review.seals import Key

MOST = 200
"""Loaded words that are shown of one record."""

KINDS = ("events", "actors", "places", "sources", "series", "topics")
"""Whose words are looked at."""


def review(
    records: Records, entities: Entities, root: Path, cache: Path | None = None, seen: Mapping[str, bytes] = NOTHING
) -> tuple[Problem, ...]:
    """The warnings, by path, line and column. `root` is the folder that the paths of the records start from.

    `entities` are those of the records. `cache` is a folder for what may be kept until the next run; `seen` are
    contents of files, by path, as they were read.
    """
    names = once(lambda: Names.of(entities))
    outcomes = Outcomes(cache, root, records, names)
    keys = [(kind, one) for kind in KINDS for one in getattr(entities, kind)]
    found = {key: outcomes.get(key) for key in keys}
    unknown = [key for key, problems in found.items() if problems is None]
    for key, problems in _look_at(unknown, entities, names, root, seen).items():
        outcomes.put(key, problems)
        found[key] = problems
    outcomes.save()
    return in_order(one for problems in found.values() for one in problems or ())


def _look_at(
    keys: Sequence[Key], entities: Entities, names: Callable[[], Names], root: Path, seen: Mapping[str, bytes]
) -> dict[Key, list[Problem]]:
    """The warnings of each of these records."""
    found: dict[Key, list[Problem]] = {key: [] for key in keys}
    shared = share(lambda some: list(_remarks(some, entities, names)), keys)
    remarks = [one for _, several in shared for one in several]
    problems = warnings((remark for _, remark in remarks), root, seen=seen)
    for (key, _), problem in zip(remarks, problems, strict=True):
        found[key].append(problem)
    return found


def _remarks(keys: Sequence[Key], entities: Entities, names: Callable[[], Names]) -> Iterator[tuple[Key, Remark]]:
    """What is remarked on, record by record. Tombstones are left alone: what is wrong with them is said already."""
    records = [(key, getattr(entities, key[0])[key[1]]) for key in keys]
    events = [one for _, one in records if isinstance(one, Event) and one.retracted is None]
    for event, remark in _of_events(events, entities, names):
        yield ("events", event.id), remark
    loaded = Loaded(loaded_words(entities.settings))
    for key, record in records:
        if not isinstance(record, Event):
            yield from ((key, remark) for remark in islice(loaded.remarks(record), MOST))


def _of_events(
    events: Sequence[Event], entities: Entities, names: Callable[[], Names]
) -> Iterator[tuple[Event, Remark]]:
    settings = entities.settings
    words = loaded_words(settings)
    contested = Contested(entities, words, names) if is_english(settings) else None
    loaded = Loaded(words)
    sides = Sides(settings.sides, entities.actors)
    for event, questions in view_questions(entities, events):
        remarks = chain(
            contested.remarks(event, questions) if contested else (),
            one_sided(event, questions, settings, sides),
            uncounted(event, questions),
            islice(loaded.remarks(event), MOST),
        )
        yield from ((event, remark) for remark in remarks)
