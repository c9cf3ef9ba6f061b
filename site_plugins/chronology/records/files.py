"""Which files of the content folder are records, and what else lies there."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path

from chronology.model.suggest import did_you_mean, id_like
from chronology.records.problems import Level, Problem
from chronology.records.schema.kinds import KINDS
from chronology.records.values import ID_PATTERN
from chronology.records.yaml_text import quoted

SETTINGS = "chronology.yml"
NEEDED = "`title: `, `name: ` and `scope: `"
"""What the settings cannot be without."""
BESIDE = ("media",)
"""Folders of the content that hold no records."""
GEOGRAPHY = ("places", "layers")
"""Kinds whose records may name GeoJSON files beside them."""
_ID = re.compile(ID_PATTERN)


@dataclass(slots=True)
class Listing:
    """The files of a content folder, by what they are, in order. Media by their names under content/media."""

    settings: Path | None = None
    records: dict[str, list[Path]] = field(default_factory=dict)
    csv: list[Path] = field(default_factory=list)
    geojson: list[Path] = field(default_factory=list)
    media: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def shown(path: Path, root: Path) -> str:
    """A path as messages write it: from the project's root, with forward slashes."""
    text, folder = str(path), f"{root}{os.sep}"
    return text.removeprefix(folder).replace(os.sep, "/")


def listing(root: Path, content: Path) -> Listing:
    """Look through the content folder. A folder that is missing is a problem, not an exception."""
    found = Listing(records={kind: [] for kind in KINDS})
    if not content.is_dir():
        message = "the content folder is missing"
        found.problems.append(
            Problem(shown(content, root), 1, 1, message, f"create it, with {SETTINGS} in it", rule="file")
        )
        return found
    look = _Look(root, content, found)
    look.walk()
    for paths in (*found.records.values(), found.csv, found.geojson):
        paths.sort(key=_by_parts)
    if found.settings is None:
        message = "the chronology's settings are missing"
        hint = f"write a file with {NEEDED}"
        found.problems.append(Problem(shown(content / SETTINGS, root), 1, 1, message, hint, rule="file"))
    return found


def _by_parts(path: Path) -> tuple[str, ...]:
    """Paths in their own order; comparing them themselves would take four times as long."""
    return path.parts


@dataclass(slots=True)
class _Look:
    root: Path
    content: Path
    found: Listing

    def walk(self) -> None:
        """Go through all folders, and sort in their files."""
        ahead: list[tuple[Path, tuple[str, ...]]] = [(self.content, ())]
        while ahead:
            folder, parts = ahead.pop()
            for entry in self._entries(folder):
                path, inside = folder / entry.name, (*parts, entry.name)
                if entry.is_symlink():
                    # It could publish a file from elsewhere.
                    self._problem(path, "this is a symbolic link", "put the file itself here")
                elif entry.is_dir():
                    if parts or self._known_folder(path):
                        ahead.append((path, inside))
                elif entry.is_file():
                    self._sort_in(path, inside)

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            self._problem(folder, f"the folder cannot be read ({error.strerror})", "check its permissions")
            return []

    def _sort_in(self, path: Path, parts: tuple[str, ...]) -> None:
        folder = parts[0]
        if len(parts) == 1:
            self._at_the_top(path)
        elif folder == "media":
            self.found.media.add("/".join(parts[1:]))
        elif folder in KINDS and parts[-1].endswith(".yml"):
            self._record(path, folder)
        elif folder in KINDS:
            self._no_record(path, folder)

    def _record(self, path: Path, kind: str) -> None:
        if not _ID.fullmatch(path.name[:-4]):
            near = id_like(path.stem)
            hint = f"rename it to {near}.yml" if near else "use lower-case letters a to z, digits and single hyphens"
            self._problem(path, f"{quoted(path.stem)} is not an id, and a file's name is its record's id", hint)
        self.found.records[kind].append(path)

    def _no_record(self, path: Path, kind: str) -> None:
        suffix = path.suffix.lower()
        if suffix in (".yaml", ".yml"):
            self._problem(path, "a record's file ends in .yml", f"rename it to {path.stem}.yml")
        elif suffix == ".csv" and kind == "series":
            self.found.csv.append(path)
        elif suffix == ".geojson" and kind in GEOGRAPHY:
            self.found.geojson.append(path)
        elif suffix != ".md":
            self._problem(path, "this file is no record, and is not published", "move it elsewhere", "warning")

    def _at_the_top(self, path: Path) -> None:
        if path.name == SETTINGS:
            self.found.settings = path
        elif path.stem.lower() == "chronology" and path.suffix.lower() in (".yaml", ".yml"):
            self._problem(path, "the settings' file has another name", f"rename it to {SETTINGS}")
        elif path.suffix.lower() in (".yaml", ".yml"):
            self._problem(path, "a record lies in the folder of its kind", f"move it to one of {', '.join(KINDS)}")
        elif path.suffix.lower() != ".md":
            self._problem(path, "this file is no record, and is not published", "move it elsewhere", "warning")

    def _known_folder(self, path: Path) -> bool:
        known = (*KINDS, *BESIDE)
        if path.name in known:
            return True
        hint = did_you_mean(path.name, known, f"the folders are {', '.join(known)}")
        self._problem(path, f"there are no records of a kind {quoted(path.name)}", hint)
        return False

    def _problem(self, path: Path, message: str, hint: str, level: Level = "error") -> None:
        self.found.problems.append(Problem(shown(path, self.root), 1, 1, message, hint, level, "file"))
