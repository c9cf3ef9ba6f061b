"""What a new record can name: ids, words of vocabularies, names; also while other records have errors."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from chronology.records.load import Loaded


def vocabulary(loaded: Loaded, name: str) -> Collection[str] | None:
    """The words of a vocabulary of chronology.yml, such as `types`; None where it cannot be read."""
    if loaded.entities:
        words: Collection[str] = getattr(loaded.entities.settings, name)
        return words
    given = loaded.settings.get(name)
    return given if isinstance(given, dict) else None


def ids(loaded: Loaded, kind: str) -> Collection[str]:
    """The ids of the records of a kind."""
    found: Collection[str] = getattr(loaded.entities, kind) if loaded.entities else loaded.records.get(kind, {})
    return found


def name_of(loaded: Loaded, kind: str, own_id: str) -> str:
    """The name or title of a record; empty where it has none."""
    if loaded.entities:
        record = getattr(loaded.entities, kind).get(own_id)
        return str(getattr(record, "name", None) or getattr(record, "title", ""))
    data = loaded.records.get(kind, {}).get(own_id, {})
    return next((one for field in ("name", "title") if isinstance(one := data.get(field), str)), "")


def publishers(loaded: Loaded) -> Iterator[str]:
    """The publisher of each source."""
    if loaded.entities:
        yield from (source.publisher for source in loaded.entities.sources.values())
    for data in loaded.records.get("sources", {}).values():
        if isinstance(publisher := data.get("publisher"), str):
            yield publisher
