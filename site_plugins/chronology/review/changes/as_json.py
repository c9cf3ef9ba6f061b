"""What changed, for programs: a JSON document that the handbook's page on reviewing describes."""

from __future__ import annotations

import json
from typing import Any

from chronology.review.changes.change import Change, Changes, RecordChanges
from chronology.review.revisions import Side

FORMAT = 1
"""Grows when a program that reads the document would have to change."""


def as_json(changes: Changes, base: Side, head: Side) -> str:
    """The document, with a line break at its end."""
    document = {
        "format": FORMAT,
        "base": _side(base),
        "head": _side(head),
        "to_look_at": sum(len(record.changes) for record in changes.to_look_at()),
        "records": [_record(record) for record in changes.records],
        "layout": list(changes.layout),
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _side(side: Side) -> dict[str, Any]:
    return {"name": side.name, "commit": side.commit}


def _record(record: RecordChanges) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "id": record.id,
        "title": record.title,
        "path": record.path,
        "status": record.status,
        "changes": [_change(change) for change in record.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    found = {
        "kind": change.kind,
        "sentence": change.sentence,
        "advice": change.advice,
        "question": change.question,
        "claim": change.claim,
    }
    return {name: value for name, value in found.items() if value is not None}
