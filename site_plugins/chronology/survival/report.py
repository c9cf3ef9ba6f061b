"""The file of the last looks, `sources-report.json`, documented in docs/handbook/sources.md.

It goes into the repository, so that builds need no network; the cache under `.cache/` has the same form.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from chronology.model.survival import Look, Outcome, Survey

NAME = "sources-report.json"
"""The report's name in the folder that holds the content folder."""
FORMAT = 1
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


class DamagedReportError(Exception):
    """A report cannot be read; the text says why, as a clause."""


def read_report(path: Path) -> Survey:
    """The looks of a report, none where there is no such file. Raises DamagedReportError."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Survey()
    except OSError as error:
        raise DamagedReportError(f"it cannot be read ({error.strerror})") from error
    try:
        document = json.loads(content)
        if document["format"] != FORMAT:
            raise DamagedReportError(f"its format is not {FORMAT}")
        return Survey({_text(source): _look(one) for source, one in document["sources"].items()})
    except (ValueError, RecursionError) as error:
        raise DamagedReportError("it is no JSON, or a value has another form than it has to have") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise DamagedReportError("a field is missing or has another form than it has to have") from error


def _look(one: Mapping[str, Any]) -> Look:
    moved = one.get("to")
    return Look(
        url=_text(one["url"]),
        looked=_day(one["looked"]),
        outcome=Outcome(one["outcome"]),
        since=_day(one["since"]),
        status=_number(one["status"]) if "status" in one else None,
        to=_address(moved) if moved is not None else None,
        quotations=_text(one.get("quotations", "")),
        missing=tuple(_text(each) for each in one.get("missing", [])),
        note=_text(one.get("note", "")),
        failures=_number(one.get("failures", 0)),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _day(value: object) -> str:
    return date.fromisoformat(_text(value)).isoformat()


def _address(value: object) -> str:
    if not _ADDRESS.fullmatch(_text(value)):
        raise ValueError
    return str(value)


def write_report(path: Path, survey: Survey) -> None:
    """Write a report in one step: by source, each with the fields that say something. Raises OSError."""
    document = {
        "format": FORMAT,
        "sources": {source: _document(look) for source, look in sorted(survey.looks.items())},
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(document, indent=1, ensure_ascii=False) + "\n")
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _document(look: Look) -> dict[str, object]:
    fields: dict[str, object] = {
        "url": look.url,
        "looked": look.looked,
        "outcome": str(look.outcome),
        "since": look.since,
        "status": look.status,
        "to": look.to,
        "quotations": look.quotations,
        "missing": list(look.missing),
        "note": look.note,
        "failures": look.failures,
    }
    return {name: value for name, value in fields.items() if value not in (None, "", [], 0)}
