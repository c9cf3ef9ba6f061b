"""Which actors speak with one voice."""

from __future__ import annotations

from collections.abc import Mapping

from chronology.model.ancestry import Ancestry
from chronology.model.entities.actors import Actor
from chronology.model.entities.settings import Side


class Sides:
    """The side of each actor: a side of chronology.yml, or the actor on whose behalf it speaks, or itself."""

    def __init__(self, sides: Mapping[str, Side], actors: Mapping[str, Actor]) -> None:
        self.ancestry = Ancestry({actor.id: actor.member_of for actor in actors.values()})
        listed = {actor: side for side in sorted(sides, reverse=True) for actor in sides[side].actors}
        self._of = {actor: self._find_side(actor, listed) for actor in actors}

    def __contains__(self, actor: str) -> bool:
        return actor in self._of

    def of(self, actor: str) -> str:
        """The side's key: an id from `sides`, or an actor's id."""
        return self._of.get(actor, actor)

    def of_all(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The sides of several actors, sorted, each once."""
        if len(actors) == 1:
            return (self.of(actors[0]),)
        return tuple(sorted({self.of(actor) for actor in actors}))

    def _find_side(self, actor: str, listed: Mapping[str, str]) -> str:
        """The side that lists the actor or its nearest ancestor; else its topmost ancestor, by id if several."""
        above = self.ancestry.above(actor)
        for one in (actor, *above):
            if one in listed:
                return listed[one]
        return min((one for one in above if not self.ancestry.above(one)), default=actor)
