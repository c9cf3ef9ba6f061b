"""The command: what it prints, and how it ends. What it finds in records is in tests/records and tests/review."""

from __future__ import annotations

from pathlib import Path

import pytest


def test_schema_is_stale_until_it_is_written(project: Path, run) -> None:
    page = project / "records.md"
    assert run("schema", "--check", "--reference", str(page))[0] == 1
    assert run("schema", "--reference", str(page))[0] == 0
    assert run("schema", "--check", "--reference", str(page)) == (0, [], [])


def test_the_schemas_are_written_where_that_is_asked(project: Path, run) -> None:
    run("schema", "--reference", str(project / "records.md"), "--to", str(project / "schemas"))
    assert "event.json" in {path.name for path in (project / "schemas").iterdir()}


@pytest.mark.parametrize("arguments", [(), ("sing",), ("check", "--loud")])
def test_what_the_command_does_not_know_is_used_wrongly(run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2
