"""All that the review has to say of a chronology's wording. Nothing of it is an error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from chronology.model.chronology import Chronology
from chronology.model.entities import Settings
from chronology.records.problems import Problem, in_order
from chronology.review.contested import Contested
from chronology.review.counts import uncounted
from chronology.review.loaded import LOADED, Loaded, Record
from chronology.review.one_sided import one_sided
from chronology.review.remarks import Remark, warnings

MOST = 200
"""Loaded words that are shown of one record."""


def review(chronology: Chronology, root: Path) -> tuple[Problem, ...]:
    """The warnings, by path, line and column. `root` is the folder that the paths of the records start from."""
    return in_order(warnings(_remarks(chronology), root))


def _remarks(chronology: Chronology) -> Iterator[Remark]:
    """What is remarked on, record by record. Tombstones are left alone: what is wrong with them is said already."""
    settings, entities = chronology.settings, chronology.entities
    words = loaded_words(settings)
    contested = Contested(chronology, words) if _is_english(settings) else None
    loaded = Loaded(words)
    for view in chronology.events.values():
        if view.event.retracted is None:
            yield from contested.remarks(view) if contested else ()
            yield from one_sided(view, chronology)
            yield from uncounted(view)
            yield from islice(loaded.remarks(view.event), MOST)
    kinds: tuple[Mapping[str, Record], ...] = (
        entities.actors, entities.places, entities.sources, entities.series, entities.topics,
    )  # fmt: skip
    for records in kinds:
        for record in records.values():
            yield from islice(loaded.remarks(record), MOST)


def loaded_words(settings: Settings) -> dict[str, str]:
    """The loaded words of a site: ours, which are English, as its settings add to them or take off them."""
    built_in = LOADED if _is_english(settings) else {}
    return {word: plain for word, plain in {**built_in, **settings.wording.loaded}.items() if word != plain}


def _is_english(settings: Settings) -> bool:
    return settings.language.partition("-")[0] == "en"
