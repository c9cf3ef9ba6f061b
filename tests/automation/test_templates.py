"""What GitHub asks whoever reports or proposes something, GitLab asks too: its templates are read beside the forms."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB, GITLAB = ROOT / ".github", ROOT / ".gitlab"
pytestmark = pytest.mark.skipif(not GITLAB.is_dir(), reason="the source distribution has no .gitlab/")

KINDS = ["correction", "event", "source"]


def form(kind: str) -> dict[str, Any]:
    document = yaml.safe_load((GITHUB / f"ISSUE_TEMPLATE/{kind}.yml").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


def template(kind: str) -> str:
    return (GITLAB / f"issue_templates/{kind.title()}.md").read_text(encoding="utf-8")


def test_there_is_a_template_for_every_form() -> None:
    assert sorted(path.stem for path in GITHUB.glob("ISSUE_TEMPLATE/*.yml")) == ["config", *KINDS]
    assert sorted(path.name for path in GITLAB.glob("issue_templates/*")) == [f"{kind.title()}.md" for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_asks_what_the_form_asks(kind: str) -> None:
    """Its questions in its order, each with its explanation, its choices and a star where an answer is required."""
    introduction, *asked = re.split(r"^## ", template(kind), flags=re.MULTILINE)
    assert form(kind)["description"] in introduction
    fields = form(kind)["body"]
    assert len(asked) == len(fields)
    for text, field in zip(asked, fields, strict=True):
        attributes = field["attributes"]
        star = " *" if field.get("validations", {}).get("required") else ""
        assert text.splitlines()[0] == attributes["label"] + star
        assert attributes.get("description", "") in text
        assert attributes.get("placeholder", "") in text
        assert re.findall(r"^- \[ \] (.+)$", text, re.MULTILINE) == attributes.get("options", [])


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_sets_the_label_of_the_form(kind: str) -> None:
    assert template(kind).splitlines()[-1].split() == ["/label", *(f"~{label}" for label in form(kind)["labels"])]


def test_a_merge_request_starts_as_a_pull_request_does() -> None:
    ours = (GITLAB / "merge_request_templates/Default.md").read_text(encoding="utf-8")
    theirs = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    assert _below_the_note(ours) == _below_the_note(theirs)
    assert "merge request" in ours.splitlines()[0]
    assert "pull request" not in ours


def _below_the_note(text: str) -> str:
    """All but the first line, which tells what the host will show, and where."""
    note, _, rest = text.partition("\n")
    assert note.startswith("<!-- One change of fact a ")
    assert "## " in rest
    return rest


def _owners(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def test_the_examples_of_owners_name_the_same_paths_but_for_the_hosts_own() -> None:
    github, gitlab = (_owners(folder / "CODEOWNERS.example") for folder in (GITHUB, GITLAB))
    assert gitlab == [[path.replace("/.github/", "/.gitlab/"), *names] for path, *names in github]
    assert all((ROOT / path.lstrip("/")).exists() for path, *_ in gitlab)
