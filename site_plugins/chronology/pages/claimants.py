"""Who makes a claim, in words and links."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.chronology import Chronology
from chronology.model.entities.questions import Claim


@dataclass(frozen=True, slots=True)
class Claimant:
    """A claimant: an actor, or a source that speaks for itself."""

    kind: str
    id: str
    name: str


def claimants(chronology: Chronology, claim: Claim) -> tuple[Claimant, ...]:
    """Return the actors that make a claim; without any, the sources that it stands in, by their publishers."""
    if claim.by:
        return tuple(Claimant("actor", actor, chronology.actors[actor].actor.name) for actor in claim.by)
    by_publisher = {chronology.sources[use.source].source.publisher: use.source for use in reversed(claim.sources)}
    return tuple(Claimant("source", source, publisher) for publisher, source in reversed(by_publisher.items()))
