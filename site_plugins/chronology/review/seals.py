"""What a remark on a record depends on, in one word: while it stays the same, so does what the review finds.

On the record and the settings. On an event, also on every record that it names in a field, and on all that these lead
to: whom actors are members of, what sources rest on. Not on the events that it is related to, and not on the names of
all actors and places, which are everywhere: those are looked after in `outcomes`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache as once
from functools import partial

from chronology.records.load import Records
from chronology.records.raw import Raw

Key = tuple[str, str]
"""Kind and id of a record."""

_NAMED = frozenset(("actors", "places", "sources", "series", "topics"))


class Seals:
    """The seals of all records that were read."""

    def __init__(self, records: Records) -> None:
        self._raws: Mapping[str, Mapping[str, Raw]] = records.raws
        self._settings = records.raw_settings.key if records.raw_settings else ""
        self._of_kinds: dict[str, Callable[[str], str]] = {}

    def of(self, key: Key) -> str:
        """The seal of a record."""
        raw = self._raws[key[0]][key[1]]
        parts = [self._settings, raw.key, str(raw.number)]
        for kinds, names in raw.names.items() if raw.kind == "events" else ():
            if kinds not in self._of_kinds:
                self._of_kinds[kinds] = once(partial(self._of_named, _NAMED.intersection(kinds.split("|"))))
            parts += map(self._of_kinds[kinds], names)
        return _digest(parts)

    def of_names(self) -> str:
        """One for the names of all actors, places and sides together."""
        raws = [raw for kind in ("actors", "places") for raw in self._raws[kind].values()]
        return _digest([self._settings, *(f"{raw.key}{raw.number}" for raw in raws)])

    def _of_named(self, kinds: Collection[str], name: str) -> str:
        """One for what a name means, which may be of one of these kinds, with all that it leads to."""
        ahead = [(kind, name) for kind in sorted(kinds)]
        found = dict.fromkeys(ahead)
        while ahead:
            new = [one for one in self._above(ahead.pop()) if one not in found]
            found.update(dict.fromkeys(new))
            ahead += new
        return _digest([self._of_one(one) for one in found])

    def _of_one(self, key: Key) -> str:
        raw = self._raws[key[0]].get(key[1])
        return f"{raw.key}{raw.number}" if raw else ""

    def _above(self, key: Key) -> Iterator[Key]:
        kind, own_id = key
        raw = self._raws[kind].get(own_id)
        if raw and kind == "actors" and raw.has("member_of"):
            yield from (("actors", one) for one in raw.data["member_of"])
        elif raw and kind == "sources" and raw.has("origin"):
            yield from ((kind, raw.data["origin"]) for kind in ("sources", "actors"))


def _digest(parts: list[str]) -> str:
    return hashlib.blake2b(" ".join(parts).encode(), digest_size=16).hexdigest()
