"""How each event's record changed, from real Git repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology.build.build import build
from chronology.build.project import Project
from chronology.records import git as asking
from chronology.review import history as telling
from tests.repositories import Repository, needs_git
from tests.review.diff_files import HERE

pytestmark = needs_git

SUDZHA = "content/events/sudzha.yml"
Told = list[tuple[str, tuple[str, ...]]]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository", tmp_path / "repository" / "site")
    made.add_records(HERE / "base")
    made.commit("2025-03-01")
    return made


def told(repository: Repository, event: str = "sudzha", cache: Path | None = None) -> Told:
    built = build(Project(repository.root, repository.root / "content", cache))
    assert built.errors == ()
    assert built.notes == ()
    return [(day.day, day.sentences) for day in built.site.history.get(event, ())]


def test_a_record_that_never_changed_was_recorded_once(repository: Repository) -> None:
    assert told(repository) == [("2025-03-01", ("First recorded.",))]


def test_each_day_tells_what_changed_the_latest_first(repository: Repository) -> None:
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-03-11/2025-03-13")
    repository.commit("2025-03-02")
    repository.edit(
        SUDZHA, "sources: [report]", "      - {answer: russia, by: [russia-mod], sources: [readout]}\nsources: [report]"
    )
    repository.commit("2025-03-03")
    claim = "New claim by Russia's Defence Ministry on who held Sudzha: “Russia”"
    assert told(repository) == [
        ("2025-03-03", (f"{claim}; standing goes from single-source to contested.",)),
        ("2025-03-02", ("Date widened from 12 March to 11–13 March 2025.",)),
        ("2025-03-01", ("First recorded.",)),
    ]


def test_readers_are_told_what_changed_and_not_what_a_reviewer_should_look_at(repository: Repository) -> None:
    claim = "{answer: russia, says: The town is ours., by: [russia-mod], said: 2025-03-12, sources: [readout]}"
    repository.edit(SUDZHA, "sources: [report]", f"      - {claim}\nsources: [report]")
    repository.commit("2025-03-02")
    repository.edit(SUDZHA, "title: Russia says it has retaken", "title: Russia has retaken")
    repository.edit(SUDZHA, "date: 2025-03-12\ntype", "date: 2025-03-10\ntype")
    repository.edit(SUDZHA, "said: 2025-03-12, ", "")
    repository.commit("2025-03-03")
    whose = "claim by Russia's Defence Ministry on who held Sudzha"
    undated = f"The day of saying of the {whose} taken out (was 12 March 2025)"
    new = f"New {whose}: “Russia” (“The town is ours.”)"
    assert told(repository)[:2] == [
        (
            "2025-03-03",
            (
                "Title changed from “Russia says it has retaken Sudzha” to “Russia has retaken Sudzha”.",
                "Date moved from 12 March to 10 March 2025.",
                f"{undated}; its source's date counts now, 13 March 2025.",
            ),
        ),
        ("2025-03-02", (f"{new}; standing goes from single-source to contested.",)),
    ]


def test_thirty_changes_are_all_told(repository: Repository) -> None:
    for number in range(1, 31):
        text = (repository.root / SUDZHA).read_text("utf-8").splitlines(keepends=True)
        repository.write(SUDZHA, "".join([f"title: The {number}th title\n", *text[1:]]))
        repository.commit(f"2025-04-{number:02d}")
    days = told(repository)
    assert len(days) == 31
    assert days[0] == ("2025-04-30", ("Title changed from “The 29th title” to “The 30th title”.",))


def test_of_several_changes_on_a_day_the_outcome_is_told(repository: Repository) -> None:
    for before, after in (("2025-03-12", "2025-03-10"), ("2025-03-10", "2025-03-14")):
        repository.edit(SUDZHA, f"date: {before}", f"date: {after}")
        repository.commit("2025-03-02")
    assert told(repository)[0] == ("2025-03-02", ("Date moved from 12 March to 14 March 2025.",))
    repository.edit(SUDZHA, "date: 2025-03-14", "date: 2025-03-12")
    repository.commit("2025-03-02")
    assert told(repository) == [("2025-03-01", ("First recorded.",))]


def test_a_change_of_layout_is_none(repository: Repository) -> None:
    repository.edit(SUDZHA, "places: [sudzha]", "places:  # where\n  - sudzha")
    repository.commit("2025-03-02")
    assert told(repository) == [("2025-03-01", ("First recorded.",))]


def test_what_is_not_committed_is_not_told(repository: Repository) -> None:
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-03-11")
    repository.commit("2025-03-02")
    repository.edit(SUDZHA, "date: 2025-03-11", "date: 2025-03-10")
    repository.write("content/events/new.yml", "title: N\ndate: 2025-03-01\nsummary: New.\nsources: [report]\n")
    assert told(repository)[0] == ("2025-03-02", ("Date moved from 12 March to 11 March 2025.",))
    assert told(repository, "new") == []


def test_a_file_is_followed_to_its_earlier_names(repository: Repository) -> None:
    repository.git("mv", f"site/{SUDZHA}", "site/content/events/sudzha-retaken.yml")
    repository.commit("2025-03-02")
    repository.edit("content/events/sudzha-retaken.yml", "date: 2025-03-12", "date: 2025-03-11")
    repository.commit("2025-03-03")
    assert told(repository, "sudzha-retaken") == [
        ("2025-03-03", ("Date moved from 12 March to 11 March 2025.",)),
        ("2025-03-01", ("First recorded.",)),
    ]


def test_events_of_one_file_have_a_history_each(repository: Repository) -> None:
    one = "title: One\ndate: 2025-03-01\nsummary: One.\nsources: [report]\n"
    repository.write("content/events/both.yml", f"id: both\n{one}")
    repository.commit("2025-03-02")
    repository.write("content/events/both.yml", f"id: both\n{one}---\nid: two\n{one}")
    repository.commit("2025-03-03")
    repository.write("content/events/both.yml", f"id: both\n{one}---\nid: two\n{one.replace('One.', 'Two.')}")
    repository.commit("2025-03-04")
    assert told(repository, "both") == [("2025-03-02", ("First recorded.",))]
    assert told(repository, "two") == [
        ("2025-03-04", ("Summary changed from “One.” to “Two.”",)),
        ("2025-03-03", ("First recorded.",)),
    ]


def test_what_was_taken_out_and_put_back_is_told(repository: Repository) -> None:
    text = (repository.root / SUDZHA).read_text("utf-8")
    (repository.root / SUDZHA).unlink()
    repository.commit("2025-03-02")
    repository.write(SUDZHA, text)
    repository.commit("2025-03-03")
    assert told(repository) == [
        ("2025-03-03", ("Put back.",)),
        ("2025-03-02", ("Taken out.",)),
        ("2025-03-01", ("First recorded.",)),
    ]


@pytest.mark.parametrize("broken", ["title: [\n", "title: No date\n"])
def test_a_version_that_cannot_be_read_says_so(repository: Repository, broken: str) -> None:
    text = (repository.root / SUDZHA).read_text("utf-8")
    repository.write(SUDZHA, broken)
    repository.commit("2025-03-02")
    repository.write(SUDZHA, text)
    repository.commit("2025-03-03")
    assert told(repository) == [
        ("2025-03-03", (telling.UNREADABLE,)),
        ("2025-03-02", (telling.UNREADABLE,)),
        ("2025-03-01", ("First recorded.",)),
    ]


def test_a_merge_is_told_on_the_day_it_came(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "mine")
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-03-11")
    repository.commit("2025-03-02")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--no-ff", "--no-edit", "mine", day="2025-03-05")
    assert [day for day, _ in told(repository)] == ["2025-03-05", "2025-03-01"]
    built = build(Project(repository.root, repository.root / "content"))
    assert built.site.changed[SUDZHA] == "2025-03-05"


def test_many_changes_of_a_day_are_counted(repository: Repository) -> None:
    claims = "".join(f"      - {{says: Word {number}., by: [isw], sources: [report]}}\n" for number in range(20))
    repository.edit(SUDZHA, "sources: [report]", f"{claims}sources: [report]")
    repository.commit("2025-03-02")
    [_, sentences] = told(repository)[0]
    assert len(sentences) == telling.MOST + 1
    assert sentences[-1] == "8 more changes."


def test_the_second_build_reads_no_earlier_version(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-03-11")
    repository.commit("2025-03-02")
    first = told(repository, cache=tmp_path / "cache")
    asked: list[str] = []

    def read_blobs(_: Path, names: list[str]) -> dict[str, bytes]:
        asked.extend(names)
        return {}

    monkeypatch.setattr(telling, "read_blobs", read_blobs)
    assert told(repository, cache=tmp_path / "cache") == first
    assert asked == []


def test_a_sentence_follows_the_names_in_it(repository: Repository, tmp_path: Path) -> None:
    repository.edit(SUDZHA, "actors: [russia-mod]", "actors: [russia-mod, isw]")
    repository.commit("2025-03-02")
    assert told(repository, cache=tmp_path)[0][1] == ("Actor added: ISW.",)
    repository.edit("content/actors/actors.yml", "name: ISW", "name: Institute for the Study of War")
    assert told(repository, cache=tmp_path)[0][1] == ("Actor added: Institute for the Study of War.",)


def test_a_standing_follows_the_sides_of_now(repository: Repository, tmp_path: Path) -> None:
    claim = "      - {answer: fought-over, by: [isw], sources: [report]}\n"
    repository.edit(SUDZHA, "sources: [report]", f"{claim}sources: [report]")
    repository.commit("2025-03-02")
    new = "New claim by ISW on who held Sudzha: “Neither in full”"
    assert told(repository, cache=tmp_path)[0][1] == (f"{new}; standing goes from single-source to agreed.",)
    repository.edit("content/actors/actors.yml", "name: ISW\n", "name: ISW\nmember_of: [deepstate]\n")
    assert told(repository, cache=tmp_path)[0][1] == (f"{new}.",)


def test_a_damaged_cache_is_not_used(repository: Repository, tmp_path: Path) -> None:
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-03-11")
    repository.commit("2025-03-02")
    first = told(repository, cache=tmp_path)
    file = tmp_path / "history.json"
    file.write_bytes(file.read_bytes().replace(b"moved", b"MOVED"))
    assert told(repository, cache=tmp_path) == first


def test_a_shallow_clone_says_so_and_goes_on(repository: Repository, tmp_path: Path) -> None:
    root = repository.clone(tmp_path / "clone", "--depth", "1") / "site"
    built = build(Project(root, root / "content"))
    assert (built.errors, built.site.history) == ((), {})
    assert built.notes == ("pages do not tell how their records changed: this is a shallow clone",)


def test_a_clone_without_earlier_versions_says_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-03-11")
    repository.commit("2025-03-02")
    monkeypatch.setattr(telling, "read_blobs", lambda root, names: {})
    built = build(Project(repository.root, repository.root / "content"))
    assert built.site.changed[SUDZHA] == "2025-03-02"
    reason = "this is a partial clone, which lacks earlier versions"
    assert built.notes == (f"pages do not tell how their records changed: {reason}",)


@pytest.mark.parametrize(
    "variable, value, reason",
    [("PATH", "", "Git is not installed"), ("GIT_DIR", "/nowhere", "this is no Git repository")],
)
def test_without_git_or_a_repository_it_says_so_and_goes_on(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, reason: str
) -> None:
    monkeypatch.setenv(variable, value)
    built = build(Project(repository.root, repository.root / "content"))
    assert (built.errors, built.site.history) == ((), {})
    assert built.notes == (f"pages do not tell how their records changed: {reason}",)


def test_a_repository_without_commits_says_so(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    made.add_records(HERE / "base")
    built = build(Project(tmp_path, tmp_path / "content"))
    assert built.notes == ("pages do not tell how their records changed: there are no commits yet",)


def test_git_that_takes_too_long_says_so(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "TIMEOUT", 0)
    built = build(Project(repository.root, repository.root / "content"))
    assert built.notes == ("pages do not tell how their records changed: Git took longer than 0 seconds",)


def test_it_can_be_left_out(repository: Repository) -> None:
    built = build(Project(repository.root, repository.root / "content", history=False))
    assert (built.site.history, built.notes) == ({}, ())
    assert built.site.changed[SUDZHA] == "2025-03-01"
