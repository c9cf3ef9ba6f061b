"""Layouts as data: a new one is a new file in cases/, and no new test.

    What the case is about, in one sentence.
    === events
    title: as it is written
    === right
    title: as it is laid out

The first name is the folder of the record's kind. Without a last part, the layout is right as it is.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chronology.records.layout.layout import laid_out

CASES = sorted((Path(__file__).parent / "cases").glob("*.case"))
_HEAD = re.compile(r"^=== (\S+)\n", re.MULTILINE)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path) -> None:
    _, kind, before, *rest = _HEAD.split(path.read_text("utf-8"))
    after = rest[1] if rest else before
    outcome = laid_out(before.encode(), kind)
    assert outcome.faults == ()
    assert outcome.content.decode() == after
    assert laid_out(outcome.content, kind).content == outcome.content
