"""Long rows of measurements, from the CSV files beside a series' own file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chronology.model.dates import Date, DateError, parse
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.series import Reading
from chronology.model.suggest import did_you_mean
from chronology.records.collect import Collection
from chronology.records.files import shown
from chronology.records.problems import Finding, Problem
from chronology.records.raw import Raw
from chronology.records.yaml_text import Fault, decode, quoted

COLUMNS = ("date", "value", "low", "high", "said")

Rows = dict[str, dict[str, tuple[Reading, ...]]]
"""The readings of each series, by the name of their file."""

_FIGURE = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)


def read_all(collection: Collection) -> Rows:
    """The readings of all series; every mistake in them is noted in the collection."""
    rows: Rows = {}
    used: set[Path] = set()
    for key, raw in collection.records["series"].items():
        for number, file, unit in _files(raw):
            path = raw.path.parent / file
            if path not in collection.listing.csv:
                hint = did_you_mean(file, [one.name for one in collection.listing.csv], "put it beside this file")
                message = f"there is no file {quoted(file)}"
                raw.find([Finding(("readings", number, "file"), message, hint)], "readings")
                continue
            used.add(path)
            collection.files.append(path)
            faults: list[Fault] = []
            rows.setdefault(key, {})[file] = tuple(_read(path.read_bytes(), unit, faults))
            for fault in faults:
                collection.report(path, fault, "readings")
    series = collection.records["series"].values()
    all_read = not collection.unread["series"] and not any(raw.unread for raw in series)
    for path in collection.listing.csv:
        if path not in used and all_read:
            hint = "name it in `readings:` of the series that it belongs to"
            place = shown(path, collection.root)
            collection.problems.append(
                Problem(place, 1, 1, "no series has these readings", hint, "warning", "readings")
            )
    return rows


def _files(raw: Raw) -> Iterator[tuple[int, str, str]]:
    """The CSV files that a series names, with the unit of their figures."""
    listed = raw.data.get("readings")
    for number, one in enumerate(listed if isinstance(listed, list) else ()):
        file: Any = one.get("file") if isinstance(one, dict) else None
        if isinstance(file, str) and file.endswith(".csv") and "/" not in file:
            yield number, file, str(one.get("unit", ""))


def _read(content: bytes, unit: str, faults: list[Fault]) -> Iterator[Reading]:
    heading = content.split(b"\n", 1)[0]
    for sign, name in ((b"\t", "tabs"), (b";", "semicolons")):
        if sign in heading:
            faults.append(Fault(1, heading.index(sign) + 1, f"the cells are divided by {name}", "use commas"))
            return
    text = decode(content)
    faults.extend(text.faults)
    if not text.readable:
        return
    reader = csv.reader(text.text.splitlines(), strict=True)
    try:
        columns = [name.strip() for name in next(reader, [])]
        if _wrong_columns(columns, faults):
            return
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = _Row(reader.line_num, columns, cells, faults)
                if reading := row.reading(unit):
                    yield reading
    except csv.Error as error:
        faults.append(Fault(reader.line_num, 1, f"this is not CSV ({error})", "close every quotation mark"))


def _wrong_columns(columns: list[str], faults: list[Fault]) -> bool:
    before = len(faults)
    for number, name in enumerate(columns):
        if name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS, f"the columns are {', '.join(COLUMNS)}")
            faults.append(Fault(1, _column(columns, number), f"unknown column {quoted(name)}", hint))
        elif name in columns[:number]:
            faults.append(Fault(1, _column(columns, number), f"the column '{name}' is there twice", "remove one"))
    if "date" not in columns:
        faults.append(Fault(1, 1, "the column 'date' is missing", f"begin the file with a line of {','.join(COLUMNS)}"))
    elif not {"value", "low", "high"} & set(columns):
        faults.append(Fault(1, 1, "there is no column for figures", "add `value`, or `low` and `high`"))
    return len(faults) > before


class _Row:
    """One line of a CSV file below its heading."""

    def __init__(self, line: int, columns: list[str], cells: list[str], faults: list[Fault]) -> None:
        self._line = line
        self._columns = columns
        self._cells = cells
        self._faults = faults

    def reading(self, unit: str) -> Reading | None:
        """The reading of the line, or None where something is wrong with it."""
        before = len(self._faults)
        if len(self._cells) > len(self._columns):
            self._faults.append(
                Fault(self._line, 1, "the line has more cells than the heading", "write figures without commas")
            )
            return None
        date = self._date("date")
        if date is None and len(self._faults) == before:
            self._fault("date", "the line has no date", "write when the figure is about")
        said = self._date("said")
        value, low, high = (self._figure(name) for name in ("value", "low", "high"))
        if not (value or low or high) and len(self._faults) == before:
            self._fault("value", "the line has no figure", "write one, or remove the line")
        if low and high and float(low) > float(high):
            self._fault("low", f"low {low} is more than high {high}", "exchange them")
        if (low is None) != (high is None) and len(self._faults) == before:
            self._fault("low", "low and high belong together", "write both, or only `value`")
        if date is None or len(self._faults) > before:
            return None
        return Reading(date, Quantity(value, low, high, None, unit), said)

    def _cell(self, name: str) -> str:
        number = self._columns.index(name) if name in self._columns else len(self._cells)
        return self._cells[number].strip() if number < len(self._cells) else ""

    def _date(self, name: str) -> Date | None:
        text = self._cell(name)
        try:
            return parse(text) if text else None
        except DateError as error:
            self._fault(name, error.problem, error.hint)
            return None

    def _figure(self, name: str) -> str | None:
        text = self._cell(name)
        if text and not _FIGURE.fullmatch(text):
            self._fault(name, f"{quoted(text)} is not a figure", "write digits only, with a point before decimals")
            return None
        return text or None

    def _fault(self, name: str, message: str, hint: str) -> None:
        number = self._columns.index(name) if name in self._columns else 0
        self._faults.append(Fault(self._line, _column(self._cells, number), message, hint))


def _column(cells: list[str], number: int) -> int:
    """Where a cell begins in its line, counted from 1; 1 where quotation marks make that uncertain."""
    before = cells[:number]
    return 1 if any('"' in cell or "," in cell for cell in before) else sum(len(cell) + 1 for cell in before) + 1
