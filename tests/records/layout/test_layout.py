"""What holds of every layout: it says the same, it is its own layout, and no comment is lost."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from chronology.records import yaml_positions
from chronology.records.layout import layout
from chronology.records.layout.layout import MeaningChangedError, laid_out
from chronology.records.schema.kinds import KINDS
from tests.records.case_files import BASE, read_case

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), min_size=1, max_size=200),
    st.text("ab \n#:-'\"[]{},&*!|>%@`?~\\\t", min_size=1, max_size=60),
    st.lists(st.sampled_from(["word", "Суджа", "a:", "#", "-", "'s", '"quoted"', "\u00a0", "  "]), max_size=60).map(
        " ".join
    ),
    st.sampled_from(["no", "12:30", "2025-03-13", "1_000", "0x1f", "1e3", "null", "~", "=", "<<", "---", "...", "? a"]),
).filter(lambda text: bool(text.strip()))
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)
CLAIMS = st.fixed_dictionaries(
    {
        "by": st.lists(IDS, max_size=3),
        "sources": st.lists(IDS | st.fixed_dictionaries({"source": IDS, "quote": TEXTS})),
    },
    optional={"says": TEXTS, "answer": IDS | st.just(["2025-03-11", "2025-03-12"]), "value": st.just("12")},
)
QUESTIONS = st.fixed_dictionaries(
    {"id": IDS, "claims": st.lists(CLAIMS, max_size=3)},
    optional={"ask": TEXTS, "answers": st.dictionaries(IDS | st.sampled_from(["no", "y"]), TEXTS, max_size=3)},
)
EVENTS = st.fixed_dictionaries(
    {"summary": TEXTS, "title": TEXTS},
    optional={
        "text": TEXTS,
        "places": st.lists(IDS, max_size=20),
        "unknown": TEXTS,
        "questions": st.lists(QUESTIONS, max_size=3),
        "date": st.just("2025-03-13"),
    },
)


def _data(content: bytes) -> list[Any] | None:
    """What a file says, or None where its YAML has a mistake."""
    marked = yaml_positions.read(content)
    return None if marked.faults else [document.data for document in marked.documents]


def _written(events: list[dict[str, Any]], seed: int) -> str:
    """The events as somebody may write them."""
    chance = random.Random(seed)
    return "---\n".join(
        yaml.dump(
            event,
            sort_keys=chance.random() < 0.5,
            default_flow_style=chance.choice([None, False, True]),
            width=chance.choice([20, 80, 1000]),
            indent=chance.choice([2, 4]),
            allow_unicode=True,
            default_style=chance.choice([None, None, '"', "'", "|", ">"]),
        )
        for event in events
    )


def _commented(text: str, seed: int) -> str:
    """The text with comments and empty lines anywhere."""
    chance = random.Random(seed)
    lines = []
    for number, line in enumerate(text.split("\n")):
        if chance.random() < 0.1:
            lines.append("")
        if chance.random() < 0.2:
            lines.append(" " * chance.choice([0, 2, 4, 6]) + f"# above {number}")
        lines.append(line + (f"  # beside {number}" if chance.random() < 0.2 and line.strip() else ""))
    return "\n".join(lines)


_HEADER = re.compile(r"[|>][-+0-9]*[ ]+(#.*)")


def _comments(content: bytes) -> list[str]:
    """Every comment, found without ruamel.yaml: what follows a `#` outside of the texts that PyYAML's parser sees."""
    text = content.decode()
    outside, end, found = "", 0, []
    events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
    for event in events:
        start, stop = event.start_mark.index, event.end_mark.index
        if type(event).__name__ == "ScalarEvent":
            written = text[start:stop]
            found += _HEADER.findall(written.split("\n")[0]) if event.style in ("|", ">") else []
            # A block text ends with its line, any other in it: what follows there is no line of its own.
            outside += text[end:start] + ("x\n" if written.endswith("\n") else "x")
            end = stop
    return sorted([*found, *(one.rstrip() for one in re.findall(r"(?m)(?:^|(?<=\s))#.*", outside + text[end:]))])


def _holds(content: bytes) -> None:
    before = _data(content)
    assume(before is not None)
    outcome = laid_out(content, "events")
    if outcome.faults:  # a text that a comment cuts
        assert outcome.content == content
        return
    assert _data(outcome.content) == before
    assert laid_out(outcome.content, "events").content == outcome.content
    assert _comments(outcome.content) == _comments(content)


@settings(max_examples=50)
@given(st.lists(EVENTS, min_size=1, max_size=2), st.integers(0, 1000))
@example([{"summary": "a\n\n", "title": " a"}], 0)
@example([{"summary": "a  b " * 40, "title": "a\u0085b"}], 3)
def test_a_layout_says_what_was_said(events: list[dict[str, Any]], seed: int) -> None:
    _holds(_written(events, seed).encode())


@settings(max_examples=50)
@given(st.lists(EVENTS, min_size=1, max_size=2), st.integers(0, 1000))
def test_a_layout_keeps_every_comment(events: list[dict[str, Any]], seed: int) -> None:
    _holds(_commented(_written(events, seed), seed).encode())


def _case_files() -> list[tuple[str, bytes]]:
    cases = sorted((Path(__file__).parents[1] / "cases").glob("*.case"))
    files = [(name, content) for path in cases for name, content in read_case(path).files.items() if content]
    files += [(path.relative_to(BASE).as_posix(), path.read_bytes()) for path in sorted(BASE.rglob("*.yml"))]
    return [(name, content) for name, content in files if name.split("/")[1] in KINDS and name.endswith(".yml")]


def test_a_file_with_a_mistake_in_its_yaml_is_left_alone_and_no_other() -> None:
    for name, content in _case_files():
        outcome = laid_out(content, name.split("/")[1])
        if yaml_positions.read(content).faults:
            assert outcome.faults, name
            assert outcome.content == content, name
        elif not outcome.faults:
            assert laid_out(outcome.content, name.split("/")[1]).content == outcome.content, name


def test_every_record_of_the_campaign_is_in_its_layout(project_root: Path) -> None:
    content = project_root / "content"
    for path in content.rglob("*.yml"):
        kind = path.relative_to(content).parts[0] if path.parent != content else "chronology"
        assert laid_out(path.read_bytes(), kind).content == path.read_bytes(), path


def test_a_layout_that_would_change_a_word_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "write", lambda *_: "title: another\n")
    with pytest.raises(MeaningChangedError):
        laid_out(b"title: one\n", "events")


def test_a_layout_that_would_lose_a_comment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "write", lambda *_: "title: one\n")
    with pytest.raises(MeaningChangedError):
        laid_out(b"title: one\n# a comment\n", "events")


def test_a_text_that_a_comment_cuts_is_left_alone() -> None:
    outcome = laid_out(b"title: Number #1\nsummary: A # b\n", "events")
    assert [(fault.line, fault.column, fault.message) for fault in outcome.faults] == [
        (2, 10, "the text is cut: what follows ' #' is a comment")
    ] or [(fault.line, fault.column) for fault in outcome.faults] == [(1, 8), (2, 10)]
