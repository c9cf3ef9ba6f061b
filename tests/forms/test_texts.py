"""Whatever is typed into a form, the strict reader reads it in the text that the form writes, to the letter."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from chronology.records import yaml_positions
from chronology.records.json_schema import schemas
from tools.machine import Machine
from tools.node import find_or_install

RECORD = Path(__file__).parent.parent.parent / "content/events/2025/gas-station.yml"
TEXTS = (
    "no", "Yes", "ON", "null", "~", "NaN", ".inf", "-.5", "0x1", "0o7", "1_000", "1e3", "+1", "12:30", "12:30:45",
    "2024-08-06", "2024-08-06T12:00:00Z", "2025-03", "<<", "=", "- x", "-", "--- x", "---", "...", "? x", "?x", "?",
    ": x", ":x", "x:", "x: y", "x:y", "a : b", "#", "# x", "x #", "x # y", "x#y", "[x", "{x}", "]", "}", ",x", "x, y",
    "&x", "*x", "!x", "!!str x", "|", "|-", "> x", ">-", "%x", "@x", "\x60x\x60", "'", "''", "it's", "'x'", '"', '"x"',
    '"x" y', 'x "y": z', "x 'y': z", "\\", "\\n", 'back\\slash "and" quote: both', "'single' # and \"double\"",
    "trailing ", "  leading", " ", "a\tb", "\ttab", "tab\t", "two\nlines", "\nfirst empty", "last\n", "last\n\n\n",
    "a\n\n\nb", "  indented\nless", "less\n  more: x\n- y\n# z\n", "a \nb", "a\n \nb", "a\r\nb\rc", "\n", "x\n---\ny",
    "x\n...\ny", "\N{GRINNING FACE}\N{FAMILY}", "\N{WOMAN}\u200d\N{ROCKET}", "e\u0301", "\u00a0x\u00a0", "\u3000x",
    "x\u2003: y", "\u0421\u0443\u0434\u0436\u0430: «взято»", "\u05e9\u05dc\u05d5\u05dd: \u05e2\u05d5\u05dc\u05dd",
    "\u200fمرحبا # x", "x\u200b", "\u2028x\u2029", "\ufeffx", "\u202ex", "a\u0085b", "a\x0bb\x00", "\ud83d",
    "x: " * 60 + "y", "word " * 400, "unbroken" * 300, "wörter - " * 50 + "end", ("a" * 118) + " # b: c", "a  b " * 60,
    "x" * 119 + " " + "# not a comment", ("long " * 22) + "- dash " + ("long " * 22),
    ("long " * 23) + "--- " + "x " * 80,
)  # fmt: skip


@pytest.fixture(scope="module")
def written() -> list[dict[str, Any]]:
    given = {
        "schema": schemas()["events"],
        "place": schemas()["places"],
        "record": RECORD.read_text("utf-8"),
        "texts": TEXTS,
    }
    script = Path(__file__).parent / "write_texts.mjs"
    command = [find_or_install(Machine()), str(script)]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def strict(text: str) -> Any:
    """The record as the check reads it: one document, with nothing wrong and nothing repaired in it."""
    marked = yaml_positions.read(text.encode())
    assert (marked.complete, marked.faults) == (True, []), text
    [document] = marked.documents
    assert (document.cut, document.repaired, document.unread) == ([], {}, set()), text
    return document.data


@pytest.mark.parametrize("way", ["anew", "there", "named"])
def test_texts_are_read_as_they_were_typed(written: list[dict[str, Any]], way: str) -> None:
    for typed, one in zip(TEXTS, written, strict=True):
        assert strict(one[way]["text"]) == one[way]["record"], typed


def test_a_record_keeps_its_layout_whatever_is_typed(written: list[dict[str, Any]]) -> None:
    rewritten = [typed for typed, one in zip(TEXTS, written, strict=True) if not one["there"]["inPlace"]]
    assert rewritten == []
