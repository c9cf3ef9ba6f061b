"""Selections by chance, as addresses: of any number of facets, periods, words, days; sometimes with mistakes."""

from __future__ import annotations

import random
from typing import Any

from chronology.model.chronology import Chronology
from chronology.model.days import Day
from chronology.model.facets import FACETS, ORIGINS, has_origins


def random_selection(chance: random.Random, chronology: Chronology) -> dict[str, Any]:
    """A selection: its address's query as `search`, and as `words` what search found, or None."""
    parts = [
        part
        for facet in chance.sample(sorted(FACETS), k=chance.choice((0, 1, 1, 2, 2, 3)))
        for part in _facet(chance, chronology, facet)
    ]
    if chance.random() < 0.5:
        parts += _period(chance, chronology)
    if chance.random() < 0.1:
        days = sorted({view.known_from for view in chronology.events.values() if view.known_from})
        parts += [f"known={chance.choice(days).isoformat()}"] if days else []
    chance.shuffle(parts)
    events = sorted(chronology.events)
    words = chance.sample(events, k=chance.randrange(len(events))) if chance.random() < 0.2 else None
    return {"search": f"?{'&'.join(parts)}" if parts else "", "words": words}


def _facet(chance: random.Random, chronology: Chronology, facet: str) -> list[str]:
    counts = chronology.facets.counts[FACETS[facet]]
    choices = _reached(chronology) if facet == "origins" else [str(choice) for choice in counts]
    if not choices:
        return []
    # Frequent choices more often, so that much is left to filter.
    weights = [counts.get(choice, 1) for choice in choices]
    ids = list(dict.fromkeys(chance.choices(choices, weights, k=chance.choice((1, 1, 2, 3)))))
    if facet in ("actor", "source") and chance.random() < 0.1:
        ids.append("nobody-at-all")
    if chance.random() < 0.3:
        return [f"{facet}={one}" for one in ids]
    return [f"{facet}={','.join(ids)}"]


def _reached(chronology: Chronology) -> list[str]:
    numbers = chronology.facets.counts["origins"]
    return [choice for choice in ORIGINS if any(has_origins(int(number), choice) for number in numbers)]


def _period(chance: random.Random, chronology: Chronology) -> list[str]:
    facets = list(chronology.facets.events.values())
    ends = sorted(
        chance.choice([day for day in (one.earliest, one.latest) if day is not None])
        for one in (chance.choice(facets), chance.choice(facets))
    )
    if chance.random() < 0.05:
        ends.reverse()
    texts = [Day.from_ordinal(day + chance.choice((-1, 0, 0, 1))).isoformat() for day in ends]
    cut = [text.rsplit("-", chance.randrange(3))[0] for text in texts]
    given = chance.choice((["from"], ["to"], ["from", "to"], ["from", "to"]))
    parts = [f"{name}={text}" for name, text in zip(("from", "to"), cut, strict=True) if name in given]
    return [*parts, "within=certainly"] if chance.random() < 0.4 else parts
