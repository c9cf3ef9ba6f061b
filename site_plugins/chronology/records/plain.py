"""Looking into plain data that may have any shape: what has the wrong type is passed over, the schema reports it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def text(data: Any, name: str) -> str | None:
    """The text of a field, or None."""
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, str) else None


def mapping(data: Any, name: str) -> dict[str, Any]:
    """The mapping of a field, or an empty one."""
    value = data.get(name) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}


def entries(data: Any, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The mappings in a field's list, each with its number."""
    value = data.get(name) if isinstance(data, dict) else None
    for number, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, dict):
            yield number, item


def strings(data: Any, name: str) -> Iterator[tuple[int, str]]:
    """The texts in a field's list, each with its number."""
    value = data.get(name) if isinstance(data, dict) else None
    for number, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item, str):
            yield number, item
