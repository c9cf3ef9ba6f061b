"""A check that knows what the last ones found says the same as one that knows nothing, whatever was changed between."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from chronology.records.load import load
from chronology.review import outcomes, review
from chronology.review.check import check
from chronology.review.reports.github import github
from chronology.review.reports.json_report import json_report
from chronology.review.reports.report import Report
from chronology.review.reports.sarif import sarif
from chronology.review.reports.text import text
from chronology.review.verdict import Verdict
from tests.records.case_files import write_project

KURSK = Path(__file__).parents[2] / "content"
KINDS = ("events", "events", "events", "actors", "places", "sources", "series", "topics")

Chance = random.Random


def shown(verdict: Verdict, root: Path) -> list[str]:
    """What a check prints in every form."""
    report = Report(verdict.problems, verdict.files, verdict.complete, 0, root)
    return [*text(report, colour=False), json_report(report), *github(report), sarif(report)]


def a_file(content: Path, chance: Chance, kind: str | None = None, having: str = "") -> Path:
    paths = sorted((content / (kind or chance.choice(KINDS))).rglob("*.yml"))
    return chance.choice([path for path in paths if having in path.read_text("utf-8")] or paths)


def replace(path: Path, pattern: str, by: str | Callable[[re.Match[str]], str]) -> None:
    path.write_text(re.sub(pattern, by, path.read_text("utf-8"), count=1, flags=re.MULTILINE), encoding="utf-8")


def remove(content: Path, chance: Chance) -> None:
    a_file(content, chance).unlink()


def rename(content: Path, chance: Chance) -> None:
    path = a_file(content, chance)
    path.rename(path.with_stem(f"{path.stem}-2"))


def rename_and_say_so(content: Path, chance: Chance) -> None:
    path = a_file(content, chance, "topics")
    path.write_text(f"{path.read_text('utf-8')}formerly: [{path.stem}]\n", encoding="utf-8")
    path.rename(path.with_stem(f"{path.stem}-2"))


def add_event(content: Path, chance: Chance) -> None:
    path = a_file(content, chance, "events")
    shutil.copy(path, path.with_stem(f"{path.stem}-again"))


def add_place(content: Path, chance: Chance) -> None:
    """Its name is a word of somebody's question: from now on it tells nothing by itself."""
    words = re.findall(r"(?<=ask: )[^\n?]+", a_file(content, chance, "events", "answers:").read_text("utf-8"))
    (content / "places/added.yml").write_text(f"name: {chance.choice(words[0].split())}\nkind: village\n", "utf-8")


def break_yaml(content: Path, chance: Chance) -> None:
    path = a_file(content, chance)
    path.write_text(f"{path.read_text('utf-8')}summary: [\n", encoding="utf-8")


def misspell_field(content: Path, chance: Chance) -> None:
    replace(a_file(content, chance), "^(title|name):", r"\1s:")


def change_title(content: Path, chance: Chance) -> None:
    replace(a_file(content, chance), '^(title|name): "?([^"\n]+)"?$', r'\1: "\2 is revealed"')


def change_date(content: Path, chance: Chance) -> None:
    replace(a_file(content, chance, "events"), "^date: .*$", f"date: 2025-01-{chance.randrange(10, 40)}")


def change_claim(content: Path, chance: Chance) -> None:
    replace(a_file(content, chance, "events", " by: ["), r"^( +- .*|) +by: \[.*\]$", "")


def change_claimant(content: Path, chance: Chance) -> None:
    other = a_file(content, chance, "actors").stem
    replace(a_file(content, chance, "events", " by: ["), r"by: \[[a-z0-9-]+", f"by: [{other}")


def change_side(content: Path, chance: Chance) -> None:
    replace(a_file(content, chance, "actors", "member_of:"), r"^member_of: .*$", "member_of: [russia]")


def change_source(content: Path, chance: Chance) -> None:
    path = a_file(content, chance, "sources", "published:")
    replace(path, "^published: .*$", chance.choice(["", "published: 2025-02-01", "origin: tass"]))


def change_series(content: Path, chance: Chance) -> None:
    replace(a_file(content, chance, "series"), "^title: .*$", "title: Something else")


def change_settings(content: Path, chance: Chance) -> None:
    pattern, by = chance.choice(
        [
            ("^language: en$", "language: uk"),
            (r"^wording:\n  loaded:$", "wording:\n  loaded:\n    village: place"),
            (r"^    title: .*$", "    title: Another side"),
            (r"^  attack: Attack$", ""),
        ]
    )
    replace(content / "chronology.yml", pattern, by)


CHANGES = (
    remove, rename, rename_and_say_so, add_event, add_place, break_yaml, misspell_field, change_title, change_date,
    change_claim, change_claimant, change_side, change_source, change_series, change_settings,
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Kursk records, with titles that state what is contested and words that are loaded, so that much is found."""
    root = tmp_path_factory.mktemp("worded")
    shutil.copytree(KURSK, root / "content")
    entities = load(root, root / "content").entities
    assert entities
    for event in entities.events.values():
        stated = [f"{next(iter(one.answers.values()))}: {one.ask}" for one in event.questions if one.answers]
        for words in stated[:1]:
            title = re.sub(r'["?\\]', "", words)[:250]
            replace(root / event.where.path, "^title: .*$", f'title: "{title}"')
    settings = root / "content/chronology.yml"
    settings.write_text(
        f"{settings.read_text('utf-8')}wording:\n  loaded:\n    say: state\n    hold: have\n", encoding="utf-8"
    )
    return root


@pytest.fixture
def root(loaded_words: Path, tmp_path: Path) -> Path:
    shutil.copytree(loaded_words / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The records that the review looks at from now on."""
    keys: list[tuple[str, str]] = []
    look = review._remarks

    def looking(some, *others):
        keys.extend(some)
        return look(some, *others)

    monkeypatch.setattr(review, "_remarks", looking)
    return keys


def test_whatever_changes_the_outcome_is_that_of_a_check_that_knows_nothing(root: Path, loaded_words: Path) -> None:
    chance = random.Random(5)
    content, cache = root / "content", root / "cache"
    before = check(root, content, cache)
    assert len(before.problems) > 100
    assert sum("states as a fact" in problem.message for problem in before.problems) > 5
    for change in chance.sample(CHANGES, len(CHANGES)):
        change(content, chance)
        fresh, again = check(root, content), check(root, content, cache)
        assert shown(again, root) == shown(fresh, root), change.__name__
        assert check(root, content, cache) == fresh
        if not fresh.complete:  # or errors would hide from now on what the review finds
            shutil.rmtree(content)
            shutil.copytree(loaded_words / "content", content)
            assert check(root, content, cache) == before


TOWN = """\
title: Sudzha held
date: 2025-03-12
summary: Who held the town is told below.
sources: [report]
actors: [russia-mod]
questions:
  - id: control
    ask: Who held Sudzha?
    answers: {russia: Russia, ukraine: Ukraine}
    claims:
      - {answer: russia, by: [russia-mod], sources: [report]}
      - {answer: ukraine, rests_on: readout, sources: [report]}
"""
BORDER = "title: Quiet at the border\ndate: 2025-03-11\nsummary: Nothing is known.\nsources: [report]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The base of the cases with two more events, checked once."""
    write_project(tmp_path, {"content/events/town.yml": TOWN.encode(), "content/events/border.yml": BORDER.encode()})
    check(tmp_path, tmp_path / "content", tmp_path / "cache")
    return tmp_path


CASES = [
    ("nothing that is read", "topics/notes.md", "Notes.", []),
    ("an event", "events/border.yml", "text: Quiet.\n", ["border"]),
    ("a source of all", "sources/report.yml", "note: Ours.\n", ["border", "incursion", "town", "report"]),
    ("a source that a claim rests on", "sources/readout.yml", "note: Ours.\n", ["town", "readout"]),
    ("whom a claimant is a member of", "actors/russia.yml", "summary: A state.\n", ["town", "russia"]),
    ("a name of no word that is asked for", "actors/analyst.yml", "name: An expert\nkind: analyst\n", ["analyst"]),
    ("a name of a word that is asked for", "actors/analyst.yml", "name: An hold\nkind: analyst\n", ["town", "analyst"]),
    ("a new name of a word that is asked for", "places/new.yml", "name: Held\n", ["town", "new"]),
    ("a topic that nobody names", "topics/campaign.yml", "text: More.\n", ["campaign"]),
]


@pytest.mark.parametrize("path, content, again", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_depends_on_a_change_is_looked_at_again(
    path: str, content: str, again: list[str], project: Path, looked_at: list[tuple[str, str]]
) -> None:
    file = project / "content" / path
    before = file.read_text("utf-8") if file.exists() and not content.startswith("name") else ""
    file.write_text(before + content, encoding="utf-8")
    known = check(project, project / "content", project / "cache")
    assert [one for _, one in looked_at] == again
    assert known == check(project, project / "content")


def test_changed_settings_have_everything_looked_at_again(project: Path, looked_at: list[tuple[str, str]]) -> None:
    settings = project / "content/chronology.yml"
    settings.write_text(f"{settings.read_text('utf-8')}wording: {{loaded: {{tell: say}}}}\n", encoding="utf-8")
    check(project, project / "content", project / "cache")
    assert len(looked_at) == 13


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00\xff", b"[" * 100_000])
def test_damaged_outcomes_are_not_used(damage: bytes, project: Path, looked_at: list[tuple[str, str]]) -> None:
    kept, border = project / "cache" / outcomes.NAME, project / "content/events/border.yml"
    kept.write_bytes(damage)
    border.write_text(f"{BORDER}# Nothing else.\n", encoding="utf-8")
    check(project, project / "content", project / "cache")
    assert len(looked_at) == 13
    border.write_text(BORDER, encoding="utf-8")
    check(project, project / "content", project / "cache")
    assert looked_at[13:] == [("events", "border")]


def test_other_code_has_everything_looked_at_again(
    project: Path, looked_at: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "digest_of_review", lambda: b"another")
    (project / "content/events/border.yml").write_text(f"{BORDER}# Nothing else.\n", encoding="utf-8")
    check(project, project / "content", project / "cache")
    assert len(looked_at) == 13


def test_errors_between_two_checks_lose_no_outcome(project: Path, looked_at: list[tuple[str, str]]) -> None:
    border = project / "content/events/border.yml"
    for record in (f"{BORDER}sumary: x\n", BORDER.replace("Quiet", "Calm")):
        border.write_text(record, encoding="utf-8")
        check(project, project / "content", project / "cache")
    assert looked_at == [("events", "border")]
