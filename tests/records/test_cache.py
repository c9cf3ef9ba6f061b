"""The cache costs time where it is wrong, and never correctness."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from chronology.records import cache, code, yaml_reader
from chronology.records.load import load
from tests.records.case_files import write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, {})
    load(tmp_path, tmp_path / "content", tmp_path / "cache")
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The contents that are read as YAML from now on."""
    contents: list[bytes] = []
    reader = yaml_reader.read

    def reading(content: bytes) -> list[yaml_reader.Document]:
        contents.append(content)
        return reader(content)

    monkeypatch.setattr(yaml_reader, "read", reading)
    return contents


def cached(project: Path) -> Path:
    return project / "cache" / cache.NAME


def test_second_run_reads_no_yaml_and_finds_the_same(project: Path, read: list[bytes]) -> None:
    again = load(project, project / "content", project / "cache")
    assert read == []
    assert again == load(project, project / "content")


def test_changed_file_is_read_again(project: Path, read: list[bytes]) -> None:
    path = project / "content/places/sudzha.yml"
    path.write_text("name: Sudzha today\n")
    found = load(project, project / "content", project / "cache")
    assert read == [b"name: Sudzha today\n"]
    assert found.entities
    assert found.entities.places["sudzha"].name == "Sudzha today"


def test_same_text_is_another_record_in_another_folder(project: Path) -> None:
    text = (project / "content/places/sudzha.yml").read_bytes()
    (project / "content/actors/sudzha.yml").write_bytes(text)
    problems = load(project, project / "content", project / "cache").problems
    assert {problem.path for problem in problems} == {"content/actors/sudzha.yml"}


def test_file_with_a_problem_is_not_kept(project: Path) -> None:
    (project / "content/events/a.yml").write_text("title: x\nsumary: y\n")
    first = load(project, project / "content", project / "cache")
    assert load(project, project / "content", project / "cache").problems == first.problems
    assert "sumary" not in cached(project).read_text()


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00\xff", b"0\n{}", b"[" * 100_000])
def test_damaged_cache_is_not_used(project: Path, damage: bytes) -> None:
    before = cached(project).read_bytes()
    cached(project).write_bytes(damage)
    assert load(project, project / "content", project / "cache").entities
    assert cached(project).read_bytes() == before


def test_changed_byte_in_the_cache_is_noticed(project: Path, read: list[bytes]) -> None:
    cached(project).write_bytes(cached(project).read_bytes().replace(b"Kursk region", b"Kursk legion"))
    found = load(project, project / "content", project / "cache")
    assert found.entities
    assert found.entities.places["kursk-region"].name == "Kursk region"
    assert read


def test_kept_record_that_no_longer_fits_its_model_is_read_anew(
    project: Path, read: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (project / "content/places/sudzha.yml").read_bytes()
    forged = cache.Cache(project / "cache")
    forged.put(forged.key("places", content), [cache.Kept(1, None, {}, b'{"nme":"Sudzha"}')])
    forged.save()
    found = load(project, project / "content", project / "cache")
    assert found == load(project, project / "content")
    assert content in read


def test_few_new_readings_are_not_worth_writing_all(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cached(project).read_bytes()
    (project / "content/places/sudzha.yml").write_text("name: Sudzha today\n")
    monkeypatch.setattr(cache, "FEW", 2)
    load(project, project / "content", project / "cache")
    assert cached(project).read_bytes() == before
    monkeypatch.setattr(cache, "FEW", 100)
    load(project, project / "content", project / "cache")
    assert "Sudzha today" in cached(project).read_text()


def test_other_version_reads_everything_again(
    project: Path, read: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "version", lambda: b"another")
    assert load(project, project / "content", project / "cache").entities
    assert read


@pytest.mark.parametrize("part", ["records/schema/events.py", "model/entities/events.py", "model/dates.py"])
def test_version_depends_on_the_code_of_records_and_model(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Path(cache.__file__).parent.parent
    for folder in ("records", "model"):
        shutil.copytree(package / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(code, "__file__", str(tmp_path / "records" / "code.py"))

    monkeypatch.setattr(code, "_digest_of_part", code._digest_of_part.__wrapped__)
    monkeypatch.setattr(code, "digest_of_code", code.digest_of_code.__wrapped__)
    monkeypatch.setattr(cache, "digest_of_code", code.digest_of_code)
    before = cache.version()
    with (tmp_path / part).open("a") as module:
        module.write("# changed\n")
    assert cache.version() != before


def test_cache_folder_that_cannot_be_written_is_no_problem(project: Path) -> None:
    (project / "file").write_text("x")
    assert load(project, project / "content", project / "file").problems == ()


def test_readings_that_are_no_longer_used_are_dropped(project: Path) -> None:
    (project / "content/topics/campaign.yml").unlink()
    load(project, project / "content", project / "cache")
    assert "The campaign" not in cached(project).read_text()
    assert [path.name for path in (project / "cache").iterdir()] == [cache.NAME]
