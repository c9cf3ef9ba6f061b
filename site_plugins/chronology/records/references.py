"""Names between records: every id, vocabulary word and picture that a record names has to be there.

Runs over all records in every build, so it first asks only whether there is anything to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from chronology.model.suggest import Suggestions, one_of, word_of
from chronology.records.collect import Collection
from chronology.records.cycles import cycle_findings
from chronology.records.names import LINKS, ONE, PAGELESS, links
from chronology.records.plain import entries, mapping, strings, text
from chronology.records.problems import Finding, Loc
from chronology.records.raw import Raw
from chronology.records.schema.kinds import MODELS
from chronology.records.shape import Shape, shape_of, texts
from chronology.records.yaml_text import quoted

MEDIA = "media"
_KIND_OF = {one: kind for kind, one in ONE.items() if kind not in PAGELESS}


def check(collection: Collection) -> None:
    """Note in each record what it names and nobody knows, and cycles and clashes between records."""
    known = _Known(collection)
    for raw in collection.all():
        if any(not known.has(key, names) or raw.id in names for key, names in raw.names.items()):
            for loc, name, shape in texts(raw.data, shape_of(MODELS[raw.kind])):
                if raw.hopeless:
                    break
                if not raw.said_of(loc):
                    raw.find(known.findings(raw, loc, name, shape), "reference")
        if raw.has("formerly"):
            raw.find(known.former(raw), "reference")
        if "series" in raw.names:
            raw.find(known.units(raw), "reference")
    cycle_findings(collection)


class _Known:
    """All that records can name, by what `names_in` calls it."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._words: dict[str, set[str]] = {kind: collection.known(kind) for kind in collection.records}
        self._words[MEDIA] = set(collection.listing.media)
        self._words[LINKS] = {f"{one}:{name}" for one, kind in _KIND_OF.items() for name in self._words[kind]}
        self._words["sources|actors"] = self._words["sources"] ^ self._words["actors"]
        self._suggestions: dict[str, Suggestions] = {}
        self._former: dict[tuple[str, str], Raw] = {}

    def has(self, key: str, names: list[str]) -> bool:
        """Whether all these names are known."""
        return self._of(key).issuperset(names)

    def findings(self, raw: Raw, loc: Loc, name: str, shape: Shape) -> Iterator[Finding]:
        """What is wrong with one text that names something."""
        if not shape.names:
            for target in dict.fromkeys(links(name)):
                yield from self._link(loc, target)
        elif shape.names[0].startswith("="):
            yield from self._word(loc, name, shape.names[0][1:])
        elif shape.names == (MEDIA,):
            if name not in self._words[MEDIA]:
                message = f"there is no picture {quoted(name)} under content/media"
                yield Finding(loc, message, self._hint(MEDIA, name), missing=(f"{MEDIA}/{name}",))
        else:
            yield from self._id(raw, loc, name, shape.names)

    def former(self, raw: Raw) -> Iterator[Finding]:
        """Earlier ids that are in use: as the id of a record, or as the earlier id of another."""
        for number, name in strings(raw.data, "formerly"):
            loc: Loc = ("formerly", number)
            if name in self._words[raw.kind]:
                message = f"'{name}' is the id of {'this' if name == raw.id else 'another'} {ONE[raw.kind]} today"
                yield Finding(loc, message, "remove it: its address leads there already")
            elif self._former.setdefault((raw.kind, name), raw) is not raw:
                other = self._former[raw.kind, name].id
                yield Finding(loc, f"'{name}' is already an earlier id of '{other}'", "keep it in one of the two")

    def units(self, raw: Raw) -> Iterator[Finding]:
        """Figures of a series whose unit does not convert to the series' own."""
        for number, question in entries(raw.data, "questions"):
            series = self._collection.records["series"].get(text(question, "series") or "")
            for position, claim in entries(question, "claims"):
                wanted, given = series and text(series.data, "unit"), text(claim, "unit")
                if wanted and given and not self.converts(given, wanted):
                    loc: Loc = ("questions", number, "claims", position, "unit")
                    yield Finding(
                        loc, f"'{given}' does not convert to '{wanted}', the series' unit", "correct one of them"
                    )

    def converts(self, given: str, wanted: str) -> bool:
        """Whether chronology.yml says how; a unit that is not there is another mistake."""
        settings = self._collection.settings
        units = mapping(settings.data, "units") if settings else {}
        if given == wanted or given not in units or wanted not in units:
            return True
        return text(units[given], "to") == wanted or text(units[wanted], "to") == given

    def _of(self, key: str) -> set[str]:
        if key not in self._words and key.startswith("="):
            settings = self._collection.settings
            self._words[key] = set(mapping(settings.data, key[1:])) if settings else set()
        return self._words[key]

    def _id(self, raw: Raw, loc: Loc, name: str, kinds: tuple[str, ...]) -> Iterator[Finding]:
        there = [kind for kind in kinds if name in self._words[kind]]
        if len(there) > 1:
            message = f"'{name}' is both {_a(there[0])} and {_a(there[1])}"
            yield Finding(loc, message, "rename one of the two, so that it is clear which is meant")
        elif there == [raw.kind] and name == raw.id:
            yield Finding(loc, f"the {ONE[raw.kind]} names itself in '{_field(loc)}'", "name another, or remove it")
        elif not there:
            yield self._unknown(loc, name, kinds)

    def _unknown(self, loc: Loc, name: str, kinds: tuple[str, ...], needle: str | None = None) -> Finding:
        message = f"there is no {' or '.join(ONE[kind] for kind in kinds)} {quoted(name)}"
        elsewhere = [kind for kind in ONE if kind not in kinds and name in self._words[kind]]
        if elsewhere:
            hint = f"it is the id of {_a(elsewhere[0])}"
        else:
            near = [found for kind in kinds if (found := self._suggestion(kind).nearest(name))]
            hint = (
                f"did you mean '{near[0]}'?" if near else f"add content/{kinds[0]}/{_slug(name)}.yml, or correct the id"
            )
        return Finding(loc, message, hint, needle=needle, missing=tuple(f"{kind}/{name}" for kind in kinds))

    def _word(self, loc: Loc, name: str, vocabulary: str) -> Iterator[Finding]:
        key = f"={vocabulary}"
        if self._collection.settings and name not in self._of(key):
            message = f"{quoted(name)} is not one of the `{vocabulary}` of chronology.yml"
            yield Finding(loc, message, self._hint(key, name), missing=(f"{key}/{name}",))

    def _link(self, loc: Loc, target: str) -> Iterator[Finding]:
        one, _, name = target.partition(":")
        if one not in _KIND_OF:
            hint = f"write one of {', '.join(f'{known}:' for known in _KIND_OF)}, or a web address with https://"
            near = Suggestions(_KIND_OF).nearest(one)
            hint = f"did you mean '{near}:{name}'?" if near else hint
            yield Finding(loc, f"the link {quoted(target)} leads to no kind of record", hint, needle=target)
        elif name not in self._words[_KIND_OF[one]]:
            yield self._unknown(loc, name, (_KIND_OF[one],), needle=target)

    def _hint(self, key: str, name: str) -> str:
        near = self._suggestion(key).nearest(name)
        if near:
            return f"did you mean '{near}'?"
        return word_of(key[1:], self._of(key)) if key.startswith("=") else one_of(sorted(self._of(key)))

    def _suggestion(self, key: str) -> Suggestions:
        if key not in self._suggestions:
            self._suggestions[key] = Suggestions(self._of(key))
        return self._suggestions[key]


def _a(kind: str) -> str:
    return f"{'an' if ONE[kind][0] in 'ae' else 'a'} {ONE[kind]}"


def _field(loc: Loc) -> str:
    return next(step for step in reversed(loc) if isinstance(step, str))


def _slug(name: str) -> str:
    return name if name.replace("-", "").isalnum() and name.isascii() else "ID"
