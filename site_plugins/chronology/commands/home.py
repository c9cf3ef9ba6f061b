"""Where the records are, for whoever stands in the project or in a folder of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from chronology.commands.usage import UsedWronglyError

CONTENT = "content"
_SETTINGS = "chronology.yml"
_HOST = "mkdocs.yml"
_KINDS = ("events", "actors", "places", "sources", "series", "topics")


def is_content(folder: Path) -> bool:
    """Whether a folder looks like one of records, even if its settings are missing."""
    return (folder / _SETTINGS).is_file() or any((folder / kind).is_dir() for kind in _KINDS)


def content_around(path: Path) -> Path | None:
    """The folder of records that a path is, or lies in."""
    if path.is_dir() and is_content(path):
        return path
    return next((above for above in path.resolve().parents if (above / _SETTINGS).is_file()), None)


def find_content(given: Path | None, paths: Iterable[Path] = ()) -> Path:
    """The folder of the records: the one that is given, the one that a path is or lies in, or the one around here.

    Returns it resolved. Raises UsedWronglyError where there is none.
    """
    found = given or next((one for path in paths if (one := content_around(path))), None) or content_from(Path.cwd())
    if not found.is_dir():
        raise UsedWronglyError(f"there is no folder {found}; name the folder of the records")
    return found.resolve()


def content_from(here: Path, *, missing_ok: bool = False) -> Path:
    """The folder of records of the chronology that a folder belongs to: its own, or that of a folder above.

    With `missing_ok` it may be named by mkdocs.yml and not be there. Raises UsedWronglyError where there is none.
    """
    here = here.resolve()
    if (here / CONTENT).is_dir():
        return here / CONTENT
    for folder in (here, *here.parents):
        if (folder / _SETTINGS).is_file():
            return folder
        named = _named(folder / _HOST)
        content = folder / (named or CONTENT)
        if is_content(content) or (named and (content.is_dir() or missing_ok)):
            return content
        if named:
            raise UsedWronglyError(
                f"{folder / _HOST} takes its records from the folder {named}, and there is none; "
                f"make it, with {_SETTINGS} in it, and run `chronology check` again"
            )
    if missing_ok:
        return here / CONTENT
    raise UsedWronglyError(
        f"there is no chronology in {here}, nor in a folder above it: no folder {CONTENT} with records, and no {_HOST} "
        f"with the plugin; go where they are, or name the folder of the records with --content"
    )


def _named(file: Path) -> str | None:
    """The folder that an mkdocs.yml with the plugin names. Read only where `content` is not simply there."""
    if not file.is_file():
        return None
    from chronology.hosts.mkdocs_settings import content_named_in

    return content_named_in(file)
