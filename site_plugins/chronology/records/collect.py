"""All files of the content folder, read and checked one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from chronology.records import rules, yaml_reader
from chronology.records.cache import Cache, Kept
from chronology.records.contents import NOTHING_SEEN, Contents, Progress, Seen, no_progress
from chronology.records.files import NEEDED, Listing, listing, shown
from chronology.records.lists import as_lists
from chronology.records.names import names_in
from chronology.records.problems import Finding, Loc, Problem, Rule
from chronology.records.raw import Places, Raw
from chronology.records.schema.kinds import KINDS, MODELS, SETTINGS
from chronology.records.schema.record import Record
from chronology.records.sealed import as_json
from chronology.records.shape import form_at, shape_of
from chronology.records.validate import validate
from chronology.records.yaml_positions import MarkedDocument
from chronology.records.yaml_reader import Document
from chronology.records.yaml_text import EMPTY, Fault, quoted

_OWN_ID = re.compile(r"^id: *([a-z0-9-]+) *$", re.MULTILINE)
_FORMERLY = re.compile(r"^formerly:(.*(?:\n[ -].*)*)", re.MULTILINE)
_WORD = re.compile(r"[a-z0-9-]+")


@dataclass(slots=True)
class Collection:
    """What the files hold.

    `nameless` are records without an id of their own. `unread` are ids, by kind, that files seem to hold which could
    not be read; `earlier` are the earlier ids in files with mistakes of YAML.
    """

    root: Path
    listing: Listing
    settings: Raw | None = None
    records: dict[str, dict[str, Raw]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    nameless: list[Raw] = field(default_factory=list)
    unread: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})
    earlier: dict[str, set[str]] = field(default_factory=lambda: {kind: set() for kind in KINDS})
    problems: list[Problem] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    places: Places = field(default_factory=Places)

    def all(self) -> list[Raw]:
        """Every record, and the settings."""
        settings = [self.settings] if self.settings else []
        return [*settings, *(raw for records in self.records.values() for raw in records.values()), *self.nameless]

    def known(self, kind: str) -> set[str]:
        """The ids of a kind, with those that only seem to be there: they are no reason for a second complaint."""
        return self.records[kind].keys() | self.unread[kind]

    def report(self, path: Path, fault: Fault, rule: Rule = "yaml") -> None:
        """Note a mistake in a file whose place is known."""
        place = shown(path, self.root)
        self.problems.append(Problem(place, fault.line, fault.column, fault.message, fault.hint, rule=rule))

    def all_problems(self) -> list[Problem]:
        """The mistakes of all files, and those of records at their places."""
        wrong = [raw for raw in self.all() if raw.findings]
        return [
            *self.problems,
            *(one for raw in wrong for one in self.places.problems(shown(raw.path, self.root), raw)),
        ]


def collect(
    root: Path,
    content: Path,
    cache: Cache,
    progress: Progress = no_progress,
    seen: Seen = NOTHING_SEEN,
) -> Collection:
    """Read every file of the content folder; the options are as in `load`."""
    found = listing(root, content)
    for kind, path in seen.added:
        found.records[kind].append(path)
    collection = Collection(root, found, problems=found.problems, places=Places(seen.contents))
    files = Contents(found, cache, progress, seen)
    if found.settings:
        settings = _read(collection, SETTINGS, found.settings, files)
        # Of settings that could be read only in part nobody can say which words they have.
        if settings and not settings[0].unread:
            collection.settings = settings[0]
        else:
            collection.nameless += settings
    for kind, paths in found.records.items():
        for path in paths:
            raws = _read(collection, kind, path, files)
            for raw in raws:
                _take_in(collection, raw, several=len(raws) > 1)
    return collection


def _read(collection: Collection, kind: str, path: Path, files: Contents) -> list[Raw]:
    """The records of a file, each checked for itself."""
    collection.files.append(path)
    try:
        content = files.content(kind, path)
    except OSError as error:
        fault = Fault(1, 1, f"the file cannot be read ({error.strerror})", "check its permissions")
        collection.report(path, fault, "file")
        return []
    return _known(kind, path, files) or _look_closer(collection, kind, path, content, files)


def _known(kind: str, path: Path, files: Contents) -> list[Raw]:
    """The records of a file that was read before, or ahead; none where it has to be looked at."""
    if not (entry := files.entry(path)):
        return []
    files.keep(path, entry)
    stem, key = path.stem, files.key(path)
    return [
        Raw(kind, stem, path, key, number, one.line, one.given_id, one.names, one.text)
        for number, one in enumerate(entry)
    ]


def _look_closer(collection: Collection, kind: str, path: Path, content: bytes, files: Contents) -> list[Raw]:
    raws, sound = _parse(collection, kind, path, content, files.key(path))
    for raw in raws:
        outcome = validate(MODELS[kind], raw.data)
        if isinstance(outcome, Record):
            raw.model = outcome
        else:
            raw.find(outcome)
            _find_in_lists(raw)
        raw.find((one for one in rules.findings(kind, raw.data) if not raw.leaves_open(one.loc)), "rule")
    if sound and not any(raw.findings for raw in raws):
        files.keep(path, [Kept(raw.line, raw.data.get("id"), raw.names, as_json(raw.data)) for raw in raws])
    return raws


def _parse(collection: Collection, kind: str, path: Path, content: bytes, key: str) -> tuple[list[Raw], bool]:
    """The records of a file, and whether its YAML was sound."""
    try:
        documents = yaml_reader.read(content)
    except yaml_reader.Unclear:
        marked = collection.places.read(path, content)
        for fault in marked.faults:
            collection.report(path, _of_settings(fault) if kind == SETTINGS else fault)
        if not (marked.complete and marked.documents) and kind in KINDS:
            collection.unread[kind] |= {path.stem, *_OWN_ID.findall(marked.text)}
        if marked.faults and kind in KINDS:
            collection.earlier[kind].update(*(_WORD.findall(one) for one in _FORMERLY.findall(marked.text)))
        raws = _raws(kind, path, key, marked.documents)
        for raw, document in zip(raws, marked.documents, strict=True):
            raw.find((_cut(loc) for loc in document.cut if _is_prose(kind, loc)), "yaml")
            raw.unread = [loc for loc, text in document.repaired.items() if not _fits(kind, loc, text)]
            document.unread.update(raw.unread)
        return raws, not marked.faults
    return _raws(kind, path, key, documents), True


def _of_settings(fault: Fault) -> Fault:
    """What is wrong with the settings' file. Without them there is no chronology: an empty one is to be filled."""
    return replace(fault, hint=f"write {NEEDED}") if fault.message == EMPTY else fault


def _raws(kind: str, path: Path, key: str, documents: Sequence[Document | MarkedDocument]) -> list[Raw]:
    shape = shape_of(MODELS[kind])
    raws = []
    for number, one in enumerate(documents):
        names = names_in(one.data, shape)
        raws.append(Raw(kind, path.stem, path, key, number, one.line, one.data.get("id"), names, one.data))
    return raws


def _find_in_lists(raw: Raw) -> None:
    """Note what is wrong inside of values that stand where a list of such values is wanted, from the outer on."""
    model = MODELS[raw.kind]
    while True:
        known = len(raw.wrapped)
        raw.content = as_lists(raw.data, shape_of(model), raw.wrapped)
        if len(raw.wrapped) == known:
            break
        outcome = validate(model, raw.data)
        if not isinstance(outcome, Record):
            raw.find(one for one in outcome if one not in raw.findings)
    raw.names = names_in(raw.data, shape_of(model))


def _is_prose(kind: str, loc: Loc) -> bool:
    form = form_at(shape_of(MODELS[kind]).at(loc))
    return bool(form and form.prose)


def _fits(kind: str, loc: Loc, text: str) -> bool:
    """Whether a repaired text may be meant at a place: not where a list or fields are wanted, or seem to be there.

    Where nothing may stand it may: what is wrong then is the field's name.
    """
    here = shape_of(MODELS[kind]).at(loc)
    if here is None or _is_prose(kind, loc):
        return True
    return (here.kind == "text" or here.shorthand is not None) and not text.startswith(("[", "{"))


def _cut(loc: Loc) -> Finding:
    name = next(step for step in reversed(loc) if isinstance(step, str))
    hint = "put the whole text in quotation marks, or the comment on a line of its own"
    return Finding(loc, f"the text of {name} ends here: what follows ' #' is a comment", hint, needle=" #")


def _take_in(collection: Collection, raw: Raw, *, several: bool) -> None:
    """Give a record its id: its own where the file holds several, else the file's name."""
    given = raw.given_id
    if several:
        if not isinstance(given, str):
            hint = "add `id: `, because the file holds several records"
            raw.find([Finding((), "the field 'id' is missing", hint)], "rule")
            collection.nameless.append(raw)
            return
        raw.id = given
    elif isinstance(given, str) and given != raw.id:
        message = f"the id {quoted(given)} is not the file's name"
        raw.find([Finding(("id",), message, f"remove the line, or rename the file to {given}.yml")], "rule")
    first = collection.records[raw.kind].setdefault(raw.id, raw)
    if first is not raw:
        collection.nameless.append(raw)
        message = f"the id '{raw.id}' is already that of {shown(first.path, collection.root)}"
        raw.find([Finding(("id",), message, "give one of the two another")], "rule")
