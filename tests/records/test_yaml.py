"""The two readers of YAML: they agree, they refuse what is hostile at once, and nothing makes them raise."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chronology.records import yaml_positions, yaml_reader
from chronology.records.load import load
from chronology.records.yaml_text import lines_of
from tests.records.case_files import write_project

EVENT = b"""title: Russia says it has retaken Sudzha
date: 2025-03-13              # when it happened
time: 14:30~
places: [sudzha]
summary: "One paragraph."
text: |
  A [place](place:sudzha).

  More.
questions:
  - id: control
    ask: Who held Sudzha?
    answers: {russia: Russia, no: 'Not stated'}
    claims:
      - {answer: russia, by: [russia-mod], sources: [{source: report, quote: "x"}]}
sources: [report]
"""

PIECES = [
    *("title: ", "date: ", "summary: ", "questions:\n", "  - ", "- ", "id: ", "claims:", "\n", "\n  ", "\n    ", " "),
    *("a", "no", "2025-03-13", "[", "]", "{", "}", ",", ", ", ": ", ":", "#", " #", "'", '"', "\\", "|", ">", "|\n"),
    *("&a", "*a", "!t", "!!str ", "%", "@", "`", "?", "? ", "---\n", "...\n", "~", "null", "<<: ", "\t", "\r\n", "\r"),
    *("\x00", "\x85", "\u2028", "\ufeff", "é", "Суджа", "\U0001f600", "--- ", "%YAML 1.1\n", '"\\u0000"', '"\\x85"'),
]
yaml_like = st.lists(st.sampled_from(PIECES), max_size=25).map(lambda pieces: "".join(pieces).encode())
mutations = st.lists(
    st.tuples(st.integers(0, len(EVENT)), st.integers(0, 12), st.sampled_from(PIECES) | st.binary(max_size=3)),
    max_size=4,
)


def mutated(changes: list[tuple[int, int, str | bytes]]) -> bytes:
    content = EVENT
    for start, length, piece in changes:
        inserted = piece.encode() if isinstance(piece, str) else piece
        content = content[:start] + inserted + content[start + length :]
    return content


def check_that_readers_agree(content: bytes) -> None:
    marked = yaml_positions.read(content)
    try:
        documents = yaml_reader.read(content)
    except yaml_reader.Unclear:
        clear = not marked.faults and not {"\\", "\t"} & set(marked.text) and " #" not in marked.text
        assert not clear
        return
    assert not marked.faults
    assert [(one.data, one.line) for one in documents] == [(one.data, one.line) for one in marked.documents]
    assert [one.data for one in documents] == list(yaml.load_all(content, yaml.CBaseLoader))


def check_places(content: bytes) -> None:
    marked = yaml_positions.read(content)
    lines = lines_of(content.decode(errors="replace")) or [""]
    for fault in marked.faults:
        assert 1 <= fault.line <= len(lines)
        assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1
        assert fault.message
        assert fault.hint


@settings(max_examples=400)
@given(yaml_like)
def test_readers_agree_on_anything_like_yaml(content: bytes) -> None:
    check_that_readers_agree(content)
    check_places(content)


@settings(max_examples=400)
@given(mutations)
def test_readers_agree_on_damaged_records(changes: list[tuple[int, int, str | bytes]]) -> None:
    check_that_readers_agree(mutated(changes))
    check_places(mutated(changes))


quoting = st.lists(
    st.sampled_from(('"a" b', "a: b", "'It's'", "@a", "- a", '"a', "|a", "[a] b", '"\\q"', "*a b: c")),
    min_size=1,
    max_size=20,
)


@given(quoting)
def test_mistakes_of_quoting_are_reported_each_once_and_hide_nothing(texts: list[str]) -> None:
    fields = [f"a{number}: {text}\nb{number}: c" for number, text in enumerate(texts)]
    marked = yaml_positions.read("\n".join(fields).encode())
    assert [fault.line for fault in marked.faults] == list(range(1, 2 * len(texts), 2))
    assert not any("not checked" in fault.hint for fault in marked.faults)
    (document,) = marked.documents
    assert [document.places[f"b{number}",].line for number in range(len(texts))] == list(
        range(2, 2 * len(texts) + 1, 2)
    )


@settings(max_examples=200)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    check_that_readers_agree(content)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(yaml_like | mutations.map(mutated))
def test_loading_never_raises(tmp_path: Path, content: bytes) -> None:
    if not (tmp_path / "content").exists():
        write_project(tmp_path, {})
    for name in ("events/a.yml", "sources/b.yml", "series/c.yml", "series/d.csv", "chronology.yml"):
        (tmp_path / "content" / name).write_bytes(content)
    found = load(tmp_path, tmp_path / "content")
    assert found.entities or found.problems
    for problem in found.problems:
        assert "\n" not in str(problem)


@pytest.mark.timeout(30)  # PyYAML reads some of these for more than a minute
@pytest.mark.parametrize(
    "content",
    [
        b"a: " + b"[" * 200_000,
        b"a: " + b"{a: " * 200_000,
        b"- " * 200_000,
        b"? " * 200_000,
        b"a: " + b"[" * 200_000 + b"]" * 200_000,
        b"a: &a [*a, *a]\n" * 50_000,
        b"a" * 900_000,
        b"a: '" + b"x\n" * 400_000,
        b"a:" * 300_000,
        b"[a, " * 13,
        b"x" * 1_000_001,
        b"a: [" + b"{}," * 300_000 + b"]",
    ],
    ids=lambda content: f"{content[:12]!r}",
)
def test_hostile_files_are_refused_at_once(content: bytes) -> None:
    marked = yaml_positions.read(content)
    with pytest.raises(yaml_reader.Unclear) if marked.faults else pytest.MonkeyPatch.context():
        yaml_reader.read(content)
    assert len(marked.faults) <= yaml_positions.MOST_FAULTS + 1


@pytest.mark.timeout(10)  # composing it first crashes; reading all of it takes more than a minute
def test_nesting_is_refused_at_the_bound() -> None:
    content = b"a: " + b"[" * 200_000
    (fault,) = yaml_positions.read(content).faults
    assert fault.message == "this is nested too deeply"


def test_scalars_stay_the_text_that_stands_there() -> None:
    content = b"a: no\nb: 12:30\nc: 2025-03\nd: 1e3\ne: 'null'\nf: \"\"\ng: 0o7\nh: .inf\n"
    (document,) = yaml_reader.read(content)
    assert document.data == {
        "a": "no", "b": "12:30", "c": "2025-03", "d": "1e3", "e": "null", "f": "", "g": "0o7", "h": ".inf"
    }  # fmt: skip


def test_documents_begin_at_their_lines() -> None:
    documents = yaml_reader.read(b"# first\na: b\n---\n\nc: d\n")
    assert [document.line for document in documents] == [2, 5]
