"""The text of one record, as it stands in its file."""

from __future__ import annotations

import re
from pathlib import Path

_SEPARATOR = re.compile(r"^---(?: .*)?$", re.MULTILINE)


def record_text(path: Path, line: int) -> str:
    """Return the record that begins on a line (from 1) of a file: all of it, or one of its YAML documents.

    Comments between the separator and the record's first line are its own.
    """
    text = path.read_text(encoding="utf-8")
    if "\n---" not in text:
        return text
    cuts = [(found.start(), found.end() + 1) for found in _SEPARATOR.finditer(text)]
    begins = sum(map(len, text.splitlines(keepends=True)[: line - 1]))
    start = max((end for _, end in cuts if end <= begins), default=0)
    end = min((start_of_next for start_of_next, _ in cuts if start_of_next > begins), default=len(text))
    return text[start:end]
