"""What comes out of a content folder."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from chronology.model.clock import parse_time
from chronology.model.dates import parse
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Change, Event, Medium, Relation, Retraction
from chronology.model.entities.places import Coordinates, Place
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.questions import Claim, Question, Withdrawal
from chronology.model.entities.record import Name, SourceUse, Where
from chronology.model.entities.series import Reading
from chronology.model.entities.settings import Side
from chronology.model.entities.sources import Archived, Corrected, Source
from chronology.records.load import load
from tests.records.case_files import write_project

FULL = """\
title: "Russia says: retaken"
date: [2025-03-12, 2025-03-13]
time: 14:30~
zone: Europe/Kyiv
type: statement
places: [sudzha]
actors: [russia-mod]
topics: [campaign]
summary: >-
  One
  paragraph.
text: |
  See [it](place:sudzha).
questions:
  - id: control
    ask: Who held Sudzha?
    answers: {russia: Russia, no: Nobody}
    many: true
    claims:
      - {answer: no, by: [russia-mod], said: 2025-03-13, as_of: 2025-03-12, sources: [{source: report, quote: x}]}
      - id: second
        answer: russia
        says: More than that.
        rests_on: russia-mod
        denies: [no]
        sources: [report, readout]
        withdrawn: {date: 2025-03-20, source: report, reason: An error.}
  - id: area
    series: held-area
    claims:
      - {value: "30.50", comparator: about, sources: [report]}
      - {low: 60, high: 80, unit: mi2, sources: [report]}
  - id: when
    ask: When was it?
    about: date
    claims: [{answer: [2025-03-12..2025-03-13], sources: [report]}]
relations: [{event: incursion, as: part-of}]
sources: [report, {source: readout, quote: y}]
media: [{file: map.png, alt: a, credit: b, licence: c}]
history: [{date: 2025-03-18, kind: re-dated, reason: z, source: report}]
retracted: {date: 2025-03-19, reason: w, replaced_by: incursion}
formerly: [old]
"""


def events_of(root: Path, files: dict[str, bytes | None]) -> Entities:
    write_project(root, files)
    found = load(root, root / "content")
    assert found.problems == ()
    assert found.entities
    return found.entities


def test_every_field_of_an_event_reaches_its_entity(tmp_path: Path) -> None:
    found = events_of(tmp_path, {"content/events/2025/full.yml": FULL.encode()})
    when = parse("[2025-03-12,2025-03-13]")
    report = (SourceUse("report"),)
    assert found.events["full"] == Event(
        id="full",
        where=Where("content/events/2025/full.yml", 1),
        title="Russia says: retaken",
        date=when,
        summary="One paragraph.",
        time=parse_time("14:30~"),
        zone="Europe/Kyiv",
        type="statement",
        places=("sudzha",),
        actors=("russia-mod",),
        topics=("campaign",),
        text="See [it](place:sudzha).\n",
        questions=(
            Question(
                id="control",
                ask="Who held Sudzha?",
                answers={"russia": "Russia", "no": "Nobody"},
                many=True,
                claims=(
                    Claim(
                        number=1,
                        answer="no",
                        by=("russia-mod",),
                        said=parse("2025-03-13"),
                        as_of=parse("2025-03-12"),
                        sources=(SourceUse("report", "x"),),
                    ),
                    Claim(
                        number=2,
                        id="second",
                        answer="russia",
                        says="More than that.",
                        rests_on="russia-mod",
                        denies=("no",),
                        sources=(SourceUse("report"), SourceUse("readout")),
                        withdrawn=Withdrawal(parse("2025-03-20"), "report", "An error."),
                    ),
                ),
            ),
            Question(
                id="area",
                series="held-area",
                claims=(
                    Claim(1, quantity=Quantity("30.50", None, None, "about", "km2"), sources=report),
                    Claim(2, quantity=Quantity(None, "60", "80", None, "mi2"), sources=report),
                ),
            ),
            Question(
                id="when",
                ask="When was it?",
                about_date=True,
                claims=(
                    Claim(
                        1,
                        answer="[2025-03-12..2025-03-13]",
                        date=parse("[2025-03-12..2025-03-13]"),
                        sources=report,
                    ),
                ),
            ),
        ),
        relations=(Relation("incursion", "part-of"),),
        sources=(SourceUse("report"), SourceUse("readout", "y")),
        media=(Medium("map.png", "a", "b", "c"),),
        history=(Change(parse("2025-03-18"), "re-dated", "z", "report"),),
        retracted=Retraction(parse("2025-03-19"), "w", "incursion"),
        formerly=("old",),
    )


def test_other_kinds_reach_their_entities(tmp_path: Path) -> None:
    place = (
        "name: Sudzha\nkind: town\nwithin: kursk-region\nsummary: A town.\nalso_written: [Sudža]\n"
        "coordinates: {latitude: 51.19, longitude: 35.27, precision: settlement, source: report}\n"
        "names: [Суджа, {name: Суджа, language: uk}]\n"
    )
    source = (
        "title: T\ntitle_from: address\npublisher: P\nkind: official\nauthor: A\npublished: 2025-03\nlanguage: en\n"
        "url: https://example.org/\narchived: {url: https://example.org/a, date: 2025-03-14}\norigin: russia-mod\n"
        "corrected: {note: N, date: 2025-03-15, url: https://example.org/c}\ngrade: B2\naccess: Paid.\nnote: R\n"
    )
    found = events_of(
        tmp_path, {"content/places/sudzha.yml": place.encode(), "content/sources/full.yml": source.encode()}
    )
    assert found.places["sudzha"] == Place(
        id="sudzha",
        where=Where("content/places/sudzha.yml"),
        name="Sudzha",
        kind="town",
        within="kursk-region",
        coordinates=Coordinates(51.19, 35.27, "settlement", "report"),
        summary="A town.",
        names=(Name("Суджа"), Name("Суджа", "uk")),
        also_written=("Sudža",),
    )
    assert found.sources["full"] == Source(
        id="full",
        where=Where("content/sources/full.yml"),
        title="T",
        publisher="P",
        kind="official",
        title_from="address",
        author="A",
        published=parse("2025-03"),
        url="https://example.org/",
        archived=Archived("https://example.org/a", parse("2025-03-14")),
        language="en",
        origin="russia-mod",
        corrected=Corrected("N", parse("2025-03-15"), "https://example.org/c"),
        grade="B2",
        access="Paid.",
        note="R",
    )
    assert found.settings.units["km2"].factor == 0.386102
    assert found.settings.sides["russia"] == Side("russia", "Russian side", ("russia",))
    assert found.actors["russia-mod"].member_of == ("russia",)


def test_readings_come_with_their_series(tmp_path: Path) -> None:
    series = (
        b"title: x\nunit: km2\ncounts: y\n"
        b"readings: [{file: daily.csv, by: [analyst], sources: [report], unit: mi2, caution: Rough.}]\n"
    )
    rows = b"\ndate,value,low,high,said\n"[1:] + b"2025-03-13,30.50,,,2025-03-14\n2025-03,,60,80,\n"
    found = events_of(tmp_path, {"content/series/daily.yml": series, "content/series/daily.csv": rows})
    (readings,) = found.series["daily"].readings
    assert readings.caution == "Rough."
    assert readings.rows == (
        Reading(parse("2025-03-13"), Quantity("30.50", None, None, None, "mi2"), parse("2025-03-14")),
        Reading(parse("2025-03"), Quantity(None, "60", "80", None, "mi2"), None),
    )


def test_documents_of_one_file_have_their_ids_and_lines(tmp_path: Path) -> None:
    text = "id: one\nname: One\nkind: state\n---\n# Two\nid: two\nname: Two\nkind: state\n"
    found = events_of(tmp_path, {"content/actors/several.yml": text.encode()})
    assert found.actors["two"].where == Where("content/actors/several.yml", 6)
    assert list(found.actors) == sorted(found.actors)


def test_warnings_keep_no_entities_back(tmp_path: Path) -> None:
    write_project(tmp_path, {"content/notes.txt": b"x"})
    found = load(tmp_path, tmp_path / "content")
    assert [problem.level for problem in found.problems] == ["warning"]
    assert found.entities


def test_files_that_were_read_are_told(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    content = tmp_path / "content"
    assert set(load(tmp_path, content).files) == set(content.rglob("*.yml"))


def test_symbolic_links_are_refused(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    try:
        (tmp_path / "content/media/elsewhere.png").symlink_to(Path(__file__))
    except OSError:
        pytest.skip("this system has no symbolic links")
    (problem,) = load(tmp_path, tmp_path / "content").problems
    assert str(problem) == "content/media/elsewhere.png:1:1: this is a symbolic link; put the file itself here"


def test_many_problems_of_one_file_are_cut_off(tmp_path: Path) -> None:
    write_project(
        tmp_path, {"content/events/a.yml": b"title: [" + b"a b," * 100_000 + b"]\nplaces: [" + b"A," * 100_000 + b"]"}
    )
    assert 10 < len(load(tmp_path, tmp_path / "content").problems) < 1000


def test_collector_is_left_as_it_was(tmp_path: Path) -> None:
    gc.disable()
    try:
        load(tmp_path, tmp_path / "content")
        assert not gc.isenabled()
    finally:
        gc.enable()
    load(tmp_path, tmp_path / "content")
    assert gc.isenabled()
