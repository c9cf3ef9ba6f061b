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
