from __future__ import annotations

import pytest

from chronology.pages.repository import Repository

PATH = "content/events/2025/x.yml"


@pytest.mark.parametrize(
    "url,edit,report",
    [
        (
            "https://github.com/a/b",
            "/edit/main/" + PATH,
            "/issues/new?title=X+%26+Y&body=content%2Fevents%2F2025%2Fx.yml",
        ),
        (
            "https://gitlab.com/a/b/",
            "/-/edit/main/" + PATH,
            "/-/issues/new?issue%5Btitle%5D=X+%26+Y&issue%5Bdescription%5D=content%2Fevents%2F2025%2Fx.yml",
        ),
        (
            "https://codeberg.org/a/b",
            "/_edit/main/" + PATH,
            "/issues/new?title=X+%26+Y&body=content%2Fevents%2F2025%2Fx.yml",
        ),
    ],
)
def test_addresses_for_changing_a_record(url: str, edit: str, report: str) -> None:
    repository = Repository(url)
    assert repository.edit(PATH) == url.rstrip("/") + edit
    assert repository.report("X & Y", PATH) == url.rstrip("/") + report


def test_patterns_for_scripts_to_fill_in() -> None:
    assert Repository("https://github.com/a/b/").patterns() == {
        "host": "GitHub",
        "edit": "https://github.com/a/b/edit/main/{path}",
        "issue": "https://github.com/a/b/issues/new?title={title}&body={text}",
        "new": "https://github.com/a/b/new/main?filename={path}&value={text}",
    }
    gitlab = Repository("https://gitlab.com/a/b", "trunk").patterns()
    assert gitlab["new"] == "https://gitlab.com/a/b/-/new/trunk/{folder}?file_name={file}&content={text}"
    assert (
        gitlab["issue"] == "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}"
    )
    codeberg = Repository("https://codeberg.org/a/b").patterns()
    assert codeberg["host"] == "Codeberg"
    assert codeberg["new"] == "https://codeberg.org/a/b/_new/main/{folder}?filename={file}&value={text}"
    assert Repository("https://git.example.org/a/b").patterns()["host"] == "git.example.org"
    assert "new" not in Repository("https://bitbucket.org/a/b").patterns()
