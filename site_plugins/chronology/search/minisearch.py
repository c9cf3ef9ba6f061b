"""MiniSearch: the whole index is made in the browser from one JSON. For sites of up to some ten thousand events.

The JSON holds what is shared once: dates in a table, names only with the record that has them, and the addresses of
claims as anchors. Documents are numbered from 0 in the order in which they stand.

    {"words": {"kinds": {"place": "Place", ...}, "more": "..."},
     "dates": [["", ""], ["2025-03-13", "13 March 2025"], ...],
     "kinds": {"place": {"address": [...], "title": [...], "names": [[...], ...]}, "event": {...}, ...}}

A column has a value for each document of its kind and is left out where all are empty. `date` is a number in `dates`;
`by` and `linked` are lists of document numbers; `part_of` is a document number plus 1, or 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from chronology.model.date_words import in_words
from chronology.model.dates import Date
from chronology.search.documents import KINDS, SearchDocument
from chronology.search.engine import SCRIPTS, Bundle, compact_json, hashed_path

LIBRARY = Path(__file__).parent.parent / "assets" / "vendored" / "minisearch"
MORE = "{} more pages have these words. Another word narrows the search."

_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)


class MiniSearch:
    """The engine; see `chronology.search.engine.Engine`."""

    def bundle(self, documents: Sequence[SearchDocument]) -> Bundle:
        """Return one script (the library and ours), its licence, and the data."""
        ordered = sorted(documents, key=lambda document: list(KINDS).index(document.kind))
        script, data = engine_script(), compact_json(columns(ordered))
        script_path = hashed_path("search/minisearch", ".js", script)
        data_path = hashed_path("search/data", ".json", data)
        licence = ("search/minisearch-LICENSE.txt", (LIBRARY / "LICENSE.txt").read_bytes())
        return Bundle([(script_path, script), (data_path, data), licence], [script_path], data_path)


@cache
def engine_script() -> bytes:
    """Return all scripts as one, without indents and comments on lines of their own: two thirds of the library."""
    ours = ("words.js", "results.js", "minisearch-engine.js")
    files = [LIBRARY / "minisearch.umd.js", *(SCRIPTS / name for name in ours)]
    code = "\n".join(_slim(file.read_text(encoding="utf-8")) for file in files)
    return f"/*! MiniSearch (c) Luca Ongaro, MIT: see minisearch-LICENSE.txt */\n{code}".encode()


def _slim(script: str) -> str:
    """Leave out what is only there to be read. A template literal over several lines would suffer: there is none."""
    return "\n".join(filter(None, map(str.strip, _COMMENT.sub("", script).splitlines())))


def columns(documents: Sequence[SearchDocument]) -> dict[str, Any]:
    """Return the JSON described above. `documents` stand together by kind; links to none of them are left out."""
    numbers = {document.key: number for number, document in enumerate(documents)}
    by_key = {document.key: document for document in documents}
    dates = _Dates()
    kinds = {
        kind: _table([_row(document, numbers, by_key, dates) for document in group])
        for kind, group in groupby(documents, key=lambda document: document.kind)
    }
    return {"words": {"kinds": KINDS, "more": MORE}, "dates": dates.table, "kinds": kinds}


class _Dates:
    """Numbers each date once."""

    def __init__(self) -> None:
        self.table = [["", ""]]
        self._numbers: dict[str, int] = {}

    def number(self, date: Date | None) -> int:
        if date is None:
            return 0
        if date.text not in self._numbers:
            self._numbers[date.text] = len(self.table)
            self.table.append([date.text, in_words(date)])
        return self._numbers[date.text]


def _row(
    document: SearchDocument, numbers: Mapping[str, int], by_key: Mapping[str, SearchDocument], dates: _Dates
) -> dict[str, object]:
    parent = by_key.get(document.part_of or "")
    page, hash_sign, anchor = document.address.partition("#")
    in_page = parent is not None and parent.address.partition("#")[0] == page
    return {
        "address": hash_sign + anchor if in_page else document.address,
        "title": document.title,
        "text": document.text,
        "words": document.words,
        "label": document.label,
        "names": list(document.names),
        "date": dates.number(document.date),
        "by": _known(document.by, numbers),
        "linked": _known(document.linked, numbers),
        "part_of": numbers[parent.key] + 1 if parent else 0,
    }


def _known(keys: Iterable[str], numbers: Mapping[str, int]) -> list[int]:
    return [numbers[key] for key in keys if key in numbers]


def _table(rows: Sequence[Mapping[str, object]]) -> dict[str, list[object]]:
    table = {name: [row[name] or 0 for row in rows] for name in rows[0]}
    return {name: values for name, values in table.items() if name == "address" or any(values)}
