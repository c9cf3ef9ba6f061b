"""What the checks of pull and merge requests find: their own lines, in repositories as hosts check them out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.automation.conftest import BROKEN, CHECK, EVENT, MEANING, ROOT, Done, Host, run_on_github, run_on_gitlab
from tests.repositories import needs_git

pytestmark = [
    needs_git,
    pytest.mark.skipif(not (ROOT / ".github").is_dir(), reason="the source distribution has no .github/"),
]

LAYOUT = "Look at the layout of what has changed"
GONE = (
    "::error file=content/events/old.yml,line=1,col=1,title=An address that was published leads nowhere::"
    "the event 'old' was published, and its address leads nowhere now; "
    "keep its record with `retracted`, or add the id to the `formerly` of the event that it became"
)
LOADED = EVENT.format("Russia admits it")
LOOSE = EVENT.format("A drone was shot down").replace("  - report", "- report")


def gitlab(host: Host) -> tuple[Done, list[dict[str, object]], Path]:
    """The job `check` of a merge request, its Code Quality report, and the folder that it ran in."""
    checkout, base = host.branch()
    done = run_on_gitlab("check", checkout, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    return done, json.loads((checkout / "gl-code-quality-report.json").read_text("utf-8")), checkout


# --- records that are gone


def delete(host: Host) -> None:
    host.fork.git("rm", "--quiet", "content/events/old.yml")


def rename(host: Host) -> None:
    host.fork.git("mv", "content/events/old.yml", "content/events/new.yml")


def rename_with_its_earlier_id(host: Host) -> None:
    rename(host)
    host.fork.write("content/events/new.yml", f"formerly: [old]\n{EVENT.format('What is old')}")


def retract(host: Host) -> None:
    retracted = "retracted:\n  date: 2025-03-18\n  reason: It did not happen.\n"
    host.fork.write("content/events/old.yml", EVENT.format("What is old") + retracted)


def merge(host: Host) -> None:
    merged = (
        "retracted:\n  date: 2025-03-18\n  reason: Told twice.\n  replaced_by: other\n"
        "history:\n  - date: 2025-03-18\n    kind: merged\n    reason: Told twice.\n"
    )
    host.fork.write("content/events/old.yml", EVENT.format("What is old") + merged)


def test_a_deleted_record_fails_the_check_of_a_forks_pull_request(host: Host) -> None:
    delete(host)
    host.fork.commit()
    done = run_on_github(host.checkout())
    assert done[CHECK].status == 1
    assert done[CHECK].commands == [GONE]


def test_a_deleted_record_fails_the_check_of_a_forks_merge_request(host: Host) -> None:
    delete(host)
    host.fork.commit()
    done, report, _ = gitlab(host)
    assert done.status == 1
    assert "content/events/old.yml:1:1: the event 'old' was published, and its address leads nowhere now; " in done.out
    assert [(one["check_name"], one["severity"]) for one in report] == [("published", "major")]


def test_a_renamed_record_fails_the_check_at_its_new_file(host: Host) -> None:
    rename(host)
    host.fork.commit()
    [command] = run_on_github(host.checkout())[CHECK].commands
    assert command.startswith("::error file=content/events/new.yml,line=1,")
    assert command.endswith("if this is the same event, add 'old' to its `formerly`")


@pytest.mark.parametrize("change", [rename_with_its_earlier_id, retract, merge])
def test_a_record_that_leads_somewhere_still_passes(host: Host, change) -> None:
    change(host)
    host.fork.commit()
    done = run_on_github(host.checkout())[CHECK]
    assert (done.status, done.commands) == (0, [])


def test_an_earlier_id_may_not_go_either(host: Host) -> None:
    host.project.write("content/events/old.yml", f"formerly: [oldest]\n{EVENT.format('What is old')}")
    host.project.commit()
    host.fork.git("pull", "--quiet", "--ff-only", host.project.folder.as_uri(), "main")
    host.fork.write("content/events/old.yml", EVENT.format("What is old"))
    host.fork.commit()
    [command] = run_on_github(host.checkout())[CHECK].commands
    assert "the event 'oldest' was published" in command


def test_a_mistake_on_main_hides_no_record_that_the_pull_request_deletes(host: Host) -> None:
    delete(host)
    host.fork.commit()
    host.project.write("content/events/of-main.yml", BROKEN.format("What is broken"))
    host.project.commit("2025-03-14")
    done = run_on_github(host.checkout())[CHECK]
    assert (done.status, done.commands) == (1, [GONE])


# --- a main branch that has moved on


def move_on(host: Host) -> None:
    """Main gets a record, loses one, and has remarks and a layout that are not the pull request's."""
    host.project.write("content/events/of-main.yml", EVENT.format("Kyiv boasts of a raid").replace("03-13", "03-02"))
    host.project.write("content/events/loose.yml", LOOSE)
    host.project.git("rm", "--quiet", "content/events/other.yml")
    host.project.commit("2025-03-14")


def test_only_the_pull_requests_own_changes_are_reported(host: Host) -> None:
    host.fork.write("content/events/mine.yml", LOADED)
    host.fork.commit()
    move_on(host)
    checkout = host.checkout()
    done = run_on_github(checkout)
    assert [one.partition(",")[0] for one in done[CHECK].commands] == ["::warning file=content/events/mine.yml"]
    assert done[LAYOUT].commands == []
    meaning = (checkout / "meaning/meaning.md").read_text("utf-8")
    assert "`mine`" in meaning
    assert not [word for word in ("of-main", "loose", "other") if word in meaning]
    assert {name: one.status for name, one in done.items()} == dict.fromkeys(done, 0)


def test_a_mistake_on_main_is_not_the_pull_requests(host: Host) -> None:
    host.fork.write("content/events/mine.yml", EVENT.format("What is mine"))
    host.fork.commit()
    host.project.write("content/events/of-main.yml", BROKEN.format("What is broken"))
    host.project.commit("2025-03-14")
    done = run_on_github(host.checkout())
    assert (done[CHECK].status, done[CHECK].commands) == (0, [])
    assert done[MEANING].status == 0


def test_a_merge_request_is_compared_with_where_it_left_main(host: Host) -> None:
    host.fork.write("content/events/mine.yml", LOADED)
    host.fork.commit()
    move_on(host)
    done, _, checkout = gitlab(host)
    assert done.status == 0
    assert "content/events/mine.yml:1:15: warning: 'admits' is a loaded word" in done.out
    meaning = (checkout / "meaning.md").read_text("utf-8")
    assert "`mine`" in meaning
    assert not [word for word in ("of-main", "loose", "other") if word in meaning]


def test_a_pipeline_of_the_merged_result_is_compared_with_main_as_it_is(host: Host) -> None:
    host.fork.write("content/events/mine.yml", LOADED)
    host.fork.commit()
    left = host.project.git("rev-parse", "main").strip()
    move_on(host)
    checkout = host.checkout()
    now = host.project.git("rev-parse", "main").strip()
    values = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": left, "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": now}
    done = run_on_gitlab("check", checkout, **values)
    assert done.status == 0
    assert [line for line in done.out.splitlines() if line.startswith("content/")] == [
        "content/events/mine.yml:1:15: warning: 'admits' is a loaded word; write instead: say, or acknowledge"
    ]
    assert "of-main" not in (checkout / "meaning.md").read_text("utf-8")


# --- the layout


def test_another_layout_is_remarked_on_and_fails_nothing(host: Host) -> None:
    host.fork.write("content/events/mine.yml", LOOSE)
    host.fork.commit()
    done = run_on_github(host.checkout())
    assert (done[CHECK].status, done[LAYOUT].status) == (0, 0)
    assert done[LAYOUT].commands == [
        (
            "::warning file=content/events/mine.yml,line=1,col=1,title=A file has another layout than `chronology fmt` "
            "gives it::the layout is not the canonical one; run `chronology fmt content/events/mine.yml`"
        )
    ]


def test_another_layout_is_a_remark_on_gitlab(host: Host) -> None:
    host.fork.write("content/events/mine.yml", LOOSE)
    host.fork.commit()
    checkout, base = host.branch()
    done = run_on_gitlab("layout", checkout, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.status == 1  # the job may fail: it is shown in orange, and fails no pipeline
    [one] = json.loads((checkout / "gl-code-quality-report.json").read_text("utf-8"))
    assert (one["check_name"], one["severity"]) == ("layout", "minor")
    assert one["location"] == {"path": "content/events/mine.yml", "lines": {"begin": 1}}


def test_a_layout_that_cannot_be_looked_at_fails(host: Host) -> None:
    checkout = host.checkout()
    (checkout / ".git/HEAD").write_text("ref: refs/heads/none\n")
    assert run_on_github(checkout)[LAYOUT].status == 1


# --- the main branch, on GitLab


def test_gitlabs_main_branch_is_checked_before_the_site_is_built(host: Host) -> None:
    host.fork.write("content/events/mine.yml", BROKEN.format("What is mine"))
    host.fork.commit()
    checkout, _ = host.branch()
    done = run_on_gitlab("check everything", checkout)
    assert done.status == 1
    [one] = json.loads((checkout / "gl-code-quality-report.json").read_text("utf-8"))
    assert one["description"] == "there is no source 'reprot'; did you mean 'report'?"
