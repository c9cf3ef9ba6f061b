"""The rights of the workflows, and what they run: rules that a change to them must not break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml

from chronology.pages.repository import Repository
from tools.site_checks import automation

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
pytestmark = pytest.mark.skipif(not GITHUB.is_dir(), reason="the source distribution has no .github/")

WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
RIGHTS = {
    ("check", "check"): {"contents": "read"},
    ("deploy", "build"): {"contents": "read", "pages": "read"},
    ("deploy", "deploy"): {"pages": "write", "id-token": "write"},
    ("report", "comment"): {"actions": "read", "contents": "read", "pull-requests": "write"},
    ("sources", "look"): {"contents": "read"},
    ("sources", "propose"): {"contents": "write", "pull-requests": "write", "issues": "write"},
    ("test", "test"): {"contents": "read"},
}
_PINNED = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def read(path: Path) -> dict[Any, Any]:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


def jobs() -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield (path.stem, name), job


def steps() -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    yield from ((job, step) for job, found in jobs() for step in found["steps"])


def triggers(path: Path) -> dict[str, Any]:
    found = read(path)[True]  # YAML 1.1 reads `on` so
    assert isinstance(found, dict)
    return found


def test_every_job_has_the_rights_that_are_listed_here_and_no_others() -> None:
    assert {job: found["permissions"] for job, found in jobs()} == RIGHTS
    assert all(read(path)["permissions"] == {} for path in WORKFLOWS)


def test_what_runs_the_code_of_a_pull_request_may_only_read() -> None:
    theirs = [path.stem for path in WORKFLOWS if "pull_request" in triggers(path)]
    assert theirs == ["check", "test"]
    assert all(set(found["permissions"].values()) == {"read"} for (workflow, _), found in jobs() if workflow in theirs)


def test_no_workflow_runs_for_a_pull_request_with_rights() -> None:
    assert not [path for path in WORKFLOWS if "pull_request_target" in triggers(path)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_workflow_uses_a_secret(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets" not in text
    assert "github.token" not in text or path.stem == "report"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_its_hash_with_its_version_beside(path: Path) -> None:
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()]
    uses = [line for line in lines if line.startswith("uses:")]
    assert uses
    assert all(_PINNED.fullmatch(line) for line in uses)


def test_an_action_has_one_pin_everywhere() -> None:
    pins = {step["uses"] for _, step in steps() if "uses" in step}
    assert len({pin.partition("@")[0] for pin in pins}) == len(pins)


def test_nothing_is_put_into_a_script() -> None:
    """An expression in a script is code of whoever wrote the value; in `env`, it is a value."""
    scripts = [step.get("run", "") + step.get("with", {}).get("script", "") for _, step in steps()]
    assert not [script for script in scripts if "${{" in script]


def test_no_checkout_keeps_its_credentials() -> None:
    checkouts = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) == 6
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_trusted_workflow_gets_its_scripts_from_the_default_branch_and_installs_nothing() -> None:
    report = [step for (workflow, _), step in steps() if workflow == "report"]
    assert report[0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert report[0]["with"]["sparse-checkout"] == ".github/scripts"
    assert not [step for step in report if "run" in step]


def test_every_job_has_a_time_limit_and_every_workflow_its_turn() -> None:
    assert all(found["timeout-minutes"] <= 180 for _, found in jobs())
    assert all(read(path)["concurrency"]["group"] for path in WORKFLOWS)


def test_the_report_waits_for_the_check() -> None:
    assert triggers(GITHUB / "workflows/report.yml")["workflow_run"]["workflows"] == [
        read(GITHUB / "workflows/check.yml")["name"]
    ]


def test_all_of_the_history_is_there_where_a_site_is_built() -> None:
    depths = {
        job: step["with"].get("fetch-depth") for job, step in steps() if "checkout" in step.get("uses", "")
    }  # fmt: skip
    assert depths["check", "check"] == depths["deploy", "build"] == depths["test", "test"] == 0


def test_every_command_of_ours_exists_with_its_options(capsys: pytest.CaptureFixture[str]) -> None:
    from chronology import cli

    scripts = [step["run"] for _, step in steps() if "run" in step]
    gitlab = (ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8")
    commands = set(re.findall(r"\.venv/bin/chronology ([^>|\n]+)", "\n".join([*scripts, gitlab])))
    assert len(commands) >= 5
    for command in commands:
        words = command.split(" -- ")[0].split()
        with pytest.raises(SystemExit):
            cli.main([words[0], "--help"])
        shown = capsys.readouterr().out
        assert all(word in shown for word in words if word.startswith("--")), command


def test_every_target_of_make_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {one for _, step in steps() for one in re.findall(r"\bmake (\S+)", step.get("run", ""))}
    assert targets == {".venv/.site", "site"}
    assert "\nsite:" in makefile
    assert "\n$(SITE):" in makefile


# --- forms, owners, GitLab


@pytest.mark.parametrize("path", sorted(GITHUB.glob("ISSUE_TEMPLATE/*.yml")), ids=lambda path: path.stem)
def test_issue_forms_have_what_the_host_requires(path: Path) -> None:
    if path.stem == "config":
        assert read(path) == {"blank_issues_enabled": True}
        return
    form = read(path)
    assert form["name"]
    assert form["description"]
    ids = [field["id"] for field in form["body"]]
    assert len(ids) == len(set(ids))
    for field in form["body"]:
        assert field["type"] in {"input", "textarea", "dropdown"}
        assert field["attributes"]["label"]
    assert any(field.get("validations", {}).get("required") for field in form["body"])


def test_the_site_fills_in_only_fields_that_the_issue_forms_have() -> None:
    forms = {path.name: read(path) for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml")}
    repository = Repository("https://github.com/a/b", "main", "github", frozenset(forms))
    patterns = repository.patterns()
    asked = [patterns["correction"], patterns["event"], repository.report("X", "content/x.yml")]
    for address in asked:
        query = dict(parse_qsl(urlsplit(address).query))
        ids = {field["id"] for field in forms[query.pop("template")]["body"]}
        assert query.keys() - {"title"} <= ids
        assert "title" not in ids  # the parameter of that name is the title of the issue


def test_the_labels_of_the_issue_forms_are_in_the_list_of_what_to_set_up() -> None:
    handbook = (ROOT / "docs/handbook/automation.md").read_text(encoding="utf-8")
    named = {label for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml") for label in read(path).get("labels", [])}
    assert named
    assert set(re.findall(r"^gh label create (\S+) ", handbook, re.MULTILINE)) == named
    workflows = [path.read_text(encoding="utf-8") for path in (*WORKFLOWS, *GITHUB.glob("scripts/*.mjs"))]
    assert not [text for text in workflows if "label" in text.lower()]
    assert all("labels" not in update for update in read(GITHUB / "dependabot.yml")["updates"])


def test_the_example_of_owners_names_paths_that_are_there() -> None:
    lines = (GITHUB / "CODEOWNERS.example").read_text(encoding="utf-8").splitlines()
    named = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert named
    assert all((ROOT / path.lstrip("/")).exists() for path in named)


def test_gitlab_gives_its_one_secret_to_a_scheduled_job_alone() -> None:
    document = read(ROOT / ".gitlab-ci.yml")
    jobs = {name: job for name, job in document.items() if isinstance(job, dict) and "script" in job}
    with_secret = {name for name, job in jobs.items() if "SOURCES_TOKEN" in str(job["script"])}
    assert with_secret == {"propose sources"}
    assert all('"schedule"' in rule["if"] for rule in jobs["propose sources"]["rules"])
    assert {job["stage"] for job in jobs.values()} == set(document["stages"])


def test_gitlabs_main_branch_is_checked_in_a_stage_before_it_is_published() -> None:
    document = read(ROOT / ".gitlab-ci.yml")
    stages = document["stages"]
    before, after = document["check everything"], document["pages"]
    assert stages.index(before["stage"]) < stages.index(after["stage"])
    assert before["rules"] == after["rules"]
    assert not before.get("allow_failure")
    assert "needs" not in after


def test_a_merge_request_on_gitlab_shows_the_meaning_with_one_link() -> None:
    """With one path the link leads to the file itself; a folder needs its slash to be shown at all."""
    document = read(ROOT / ".gitlab-ci.yml")
    assert document["check"]["artifacts"]["paths"] == ["meaning.md"]
    assert document["preview"]["artifacts"]["paths"] == ["site/"]
    assert document["layout"]["allow_failure"] is True
    reports = {
        name for name, job in document.items() if isinstance(job, dict) and "reports" in job.get("artifacts", {})
    }
    assert reports == {"check", "layout", "check everything"}


def test_the_jobs_of_gitlab_are_documented() -> None:
    handbook = (ROOT / "docs/handbook/automation.md").read_text(encoding="utf-8")
    document = read(ROOT / ".gitlab-ci.yml")
    jobs = {name for name, job in document.items() if isinstance(job, dict) and "script" in job}
    table = handbook.partition("| Job | When |")[2].partition("\n\n")[0]
    assert set(re.findall(r"(?:^\| |, )\*([a-z ]+)\*(?=,| \|)", table, re.MULTILINE)) == jobs


# --- the check of them

ZIZMOR = [
    {
        "ident": "artipacked",
        "desc": "credential persistence",
        "ignored": False,
        "locations": [
            {"symbolic": {"kind": "Related"}},
            {
                "symbolic": {"kind": "Primary", "key": {"Local": {"verbatim_path": ".github/workflows/a.yml"}}},
                "concrete": {"location": {"start_point": {"row": 5, "column": 8}}},
            },
        ],
    },
    {"ident": "dangerous-triggers", "ignored": True},
]


def test_what_the_checkers_say_is_told_by_line(monkeypatch, tmp_path: Path, capsys) -> None:
    import json

    (tmp_path / "workflows").mkdir()
    (tmp_path / "workflows/a.yml").write_text("on: push\n")
    said = {
        "zizmor": "note\n" + json.dumps(ZIZMOR),
        "node": json.dumps([{"file": "a.yml", "line": 1, "column": 2, "message": "it is wrong"}]),
    }
    monkeypatch.setattr("tools.site_checks.npm.install", lambda _: Path("node_modules"))
    monkeypatch.setattr("tools.node.find_or_install", lambda _: "node")
    monkeypatch.setattr(automation, "run", lambda command, *_: said[Path(command[0]).name])
    assert automation.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "a.yml:1:2: it is wrong",
        ".github/workflows/a.yml:6:9: artipacked: credential persistence",
        "Automation: 1 workflows, 2 problems",
    ]


def test_a_folder_that_is_not_there_is_wrong_use(capsys) -> None:
    assert automation.main(["no-such-folder"]) == 2
