"""`chronology new`: what it writes passes the check, and what is there already stays as it is."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from chronology.commands.fields import field_parser, fields_of
from chronology.commands.new import KINDS
from chronology.records.schema.kinds import KINDS as MODELS

EVENT = ["--title", "Troops leave the town", "--date", "2025-03-12", "--summary", "They left.", "--source", "report"]
COMPLETE = {
    "event": [
        *EVENT, "--time", "14:30~", "--type", "attack", "--place", "sudzha", "--place", "kursk-region", "--actor",
        "russia-mod", "--topic", "campaign", "--text", "One.\n\nTwo: three.",
    ],
    "actor": ["--name", "A brigade", "--kind", "military", "--member-of", "ukraine", "--also-written", "Brig: A"],
    "place": [
        "--name", "Глушково", "--kind", "town", "--within", "kursk-region", "--coordinates-latitude", "51.34",
        "--coordinates-longitude", "34.63", "--coordinates-precision", "settlement", "--also-known-as", "Hlushkove",
    ],
    "source": [
        "--title", "A: b # c", "--publisher", "Kyiv Independent", "--kind", "newspaper", "--published", "2025-03-12",
        "--url", "https://example.org/new", "--archived-url", "https://archive.example.org/x", "--archived-date",
        "2025-03-13", "--grade", "B2",
    ],
    "topic": ["--title", "The border", "--summary", "All that happened there, " * 10],
    "series": ["--title", "Prisoners", "--unit", "people", "--counts", "Prisoners taken", "--place", "sudzha"],
}  # fmt: skip
WRITTEN = {
    "event": "content/events/2025/troops-leave-town.yml",
    "actor": "content/actors/brigade.yml",
    "place": "content/places/glushkovo.yml",
    "source": "content/sources/ki-0312.yml",
    "topic": "content/topics/border.yml",
    "series": "content/series/prisoners.yml",
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_passes_the_check_and_has_its_layout(project: Path, run, kind: str) -> None:
    assert run("new", kind, *COMPLETE[kind]) == (0, [f"Written: {WRITTEN[kind]}"], [])
    assert run("check", "--strict") == (0, ["13 files: 0 errors, 0 warnings"], [])
    assert run("fmt", "--check") == (0, ["13 files: 0 would change"], [])


def test_an_event_is_written_in_the_style_of_the_house(project: Path, run) -> None:
    run("new", "event", *COMPLETE["event"])
    assert (project / WRITTEN["event"]).read_text() == (
        "title: Troops leave the town\n"
        "date: 2025-03-12\n"
        "time: 14:30~\n"
        "type: attack\n"
        "places:\n  - sudzha\n  - kursk-region\n"
        "actors:\n  - russia-mod\n"
        "topics:\n  - campaign\n"
        "summary: They left.\n"
        "text: |-\n  One.\n\n  Two: three.\n"
        "sources:\n  - report\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_record_has_an_option_or_is_added_later(kind: str) -> None:
    ways = {field.way[0] for field in fields_of(KINDS[kind])}
    later = {"id", "questions", "relations", "media", "history", "retracted", "readings", "formerly"}
    names = {info.alias or name for name, info in MODELS[KINDS[kind]].model_fields.items()}
    assert names - ways <= later
    assert not ways & later


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_help_of_its_own(run, kind: str) -> None:
    status, out, _ = run("new", kind, "--help")
    assert status == 0
    assert out[0].startswith(f"usage: chronology new {kind} ")


def test_a_dry_run_writes_nothing(project: Path, run) -> None:
    status, out, _ = run("new", "topic", "--title", "Border", "--summary", "S.", "--dry-run")
    assert (status, out) == (0, ["# content/topics/border.yml", "title: Border", "summary: S."])
    assert not (project / "content/topics/border.yml").exists()


def test_what_would_not_pass_the_check_is_not_written(project: Path, run) -> None:
    status, out, _ = run("new", "event", *EVENT, "--place", "sudja", "--type", "atack")
    assert (status, out) == (
        1,
        [
            "--type: 'atack' is not one of the `types` of chronology.yml; did you mean 'attack'?",
            "--place: there is no place 'sudja'; did you mean 'sudzha'?",
            "Nothing was written.",
        ],
    )
    assert not (project / "content/events/2025").exists()


def test_what_is_wrong_is_said_of_its_option(project: Path, run) -> None:
    event = ["--title", "A", "--date", "2024-13-45", "--summary", "S.", "--source", "report", "--source", "nope"]
    place = ["--name", "A", "--kind", "town", "--coordinates-latitude", "99", "--coordinates-longitude", "10"]
    assert run("new", "event", *event, "--text", "One.\n\nSee [it](place:nowhere).", "--id", "a")[:2] == (
        1,
        [
            "--date: there is no month 13; months are 01 to 12",
            "--text: there is no place 'nowhere'; add content/places/nowhere.yml, or correct the id",
            "--source: there is no source 'nope'; add content/sources/nope.yml, or correct the id",
            "Nothing was written.",
        ],
    )
    assert run("new", "place", *place, "--coordinates-precision", "settlement")[1] == [
        "--coordinates-latitude: latitude is 99.0; it has to be at most 90",
        "Nothing was written.",
    ]


def test_an_id_that_is_none_is_refused(project: Path, run) -> None:
    message = "chronology new: 'A B' is not an id; use up to 80 lower-case letters a to z, digits and hyphens"
    assert run("new", "event", *EVENT, "--id", "A B") == (2, [], [message])


def test_nothing_is_overwritten(project: Path, run) -> None:
    before = (project / "content/places/sudzha.yml").read_bytes()
    status, _, err = run("new", "place", "--name", "Another", "--id", "sudzha", "--anyway")
    assert (status, err) == (2, ["chronology new: there is already a record 'sudzha'; choose another id with --id"])
    assert (project / "content/places/sudzha.yml").read_bytes() == before


def test_an_id_that_was_another_record_s_is_not_given_again(project: Path, run) -> None:
    with (project / "content/places/sudzha.yml").open("a") as file:
        file.write("formerly: [suja]\n")
    assert run("new", "place", "--name", "Another", "--id", "suja")[0] == 2


def test_a_likely_duplicate_is_named_and_not_written(project: Path, run) -> None:
    again = ["--title", "The incursion begins", "--date", "2024-08-07", "--summary", "S.", "--source", "report"]
    status, out, _ = run("new", "event", *again)
    assert (status, out) == (
        1,
        [
            "This may be there already:",
            "  event incursion: The incursion begins (same title, dates close to each other)",
            "Add --anyway to write it all the same.",
            "Nothing was written.",
        ],
    )
    assert run("new", "event", *again, "--anyway")[0] == 0


@pytest.mark.parametrize(
    "arguments, reason",
    [
        (["source", "--title", "T", "--publisher", "P", "--kind", "official", "--url", "http://www.example.org/report/"],
         "same address"),
        (["place", "--name", "Суджа"], "same name"),
        (["actor", "--name", "Russias Ministry of Defense", "--kind", "military"], "is written alike"),
    ],
)  # fmt: skip
def test_other_records_have_duplicates_too(project: Path, run, arguments: list[str], reason: str) -> None:
    status, out, _ = run("new", *arguments)
    assert status == 1
    assert reason in out[1]


@pytest.mark.parametrize(
    "arguments, message",
    [
        ([], "say what to write: event, actor, place, source, topic, series"),
        (["song"], "there is no kind of record 'song'; write one of event, actor, place, source, topic, series"),
        (["events", "--title", "T"],
         ("there is no kind of record 'events'; did you mean 'event'? "
          "The kinds are event, actor, place, source, topic, series")),
        (["source", "--from-url", "https://example.org/new"],
         "--from-url fetches nothing; save the page from your browser first, then give the file: --from-url page.html"),
        (["place", "--name", "北京"], "no id can be made of its name; choose one with --id"),
        (["place", "--from-url", "x"], "--from-url is for sources and events"),
        (["source", "--from-url", "none.html"], "none.html cannot be read (No such file or directory)"),
        (["topic", "--content", "none"], "there is no folder none; name the folder of the records"),
    ],
)  # fmt: skip
def test_what_cannot_begin_is_used_wrongly(project: Path, run, arguments: list[str], message: str) -> None:
    assert run("new", *arguments) == (2, [], [f"chronology new: {message}"])


def test_mistakes_of_other_records_do_not_keep_a_new_one_from_mending_them(project: Path, run) -> None:
    event = project / "content/events/a.yml"
    event.write_text("title: T\ndate: 2025-03-13\nsummary: S.\nsources: [missing]\n")
    source = ["--title", "T", "--publisher", "P", "--kind", "official", "--without-url", "Seen on paper."]
    assert run("new", "source", "--id", "missing", *source) == (0, ["Written: content/sources/missing.yml"], [])
    event.write_text("title: T\ndate: 2025-03-13\nsummary: S.\nsources: [other]\n")
    status, out, _ = run("new", "source", "--id", "third", *source)
    assert (status, out[0]) == (0, "Other records have 1 error; no duplicates were looked for.")


def test_all_that_is_missing_is_named_at_once_with_what_may_stand_there(project: Path, run) -> None:
    status, out, err = run("new", "event", "--type", "atack", "--date", "10.08.2024", "--place", "sudja")
    assert (status, out) == (2, [])
    assert err == [
        "chronology new: without a terminal nothing can be asked; these options are missing:",
        "  --title  A headline, attributed where it is a claim",
        "  --summary  One paragraph of plain text",
        (
            "  --source  At least one, unless every question's claims have theirs; may be repeated; "
            "write one of readout, report"
        ),
        "what was given cannot stand:",
        "  --date  '10.08.2024' is not how a date is written here; write 2024-08-10",
        "  --type  'atack' is not one of the `types` of chronology.yml; did you mean 'attack'?",
        "  --place  'sudja' is not there; did you mean 'sudzha'?",
        "these may be added:",
        "  --time  Clock time, `14:30` or `14:30~`",
        "  --actor  Who acts or speaks; may be repeated; write one of analyst, russia, russia-mod, ukraine",
        "  --topic  Subjects that the event belongs to; may be repeated; write campaign",
    ]


def test_of_two_options_one_is_enough(project: Path, run) -> None:
    lines = ["  --url  Its public address", "  or --without-url  Why there is none. Required without `url`"]
    both = run("new", "source", "--title", "T", "--publisher", "P", "--kind", "official")[2]
    assert [line for line in both if "url" in line] == lines
    assert "  --url" not in "\n".join(run("new", "source", "--title", "T", "--url", "https://example.org/new")[2])


def test_parts_of_a_place_s_coordinates_belong_together(project: Path, run) -> None:
    err = run("new", "place", "--name", "N", "--coordinates-latitude", "51")[2]
    assert [line.split()[0] for line in err[1:3]] == ["--coordinates-longitude", "--coordinates-precision"]
    assert err[2].endswith("write one of district, exact, region, settlement")


def test_of_many_ids_some_are_named(project: Path, run) -> None:
    for number in range(40):
        (project / f"content/actors/unit-{number:02}.yml").write_text(f"name: Unit {number}\nkind: military\n")
    [line] = [one for one in run("new", "event")[2] if one.startswith("  --actor")]
    assert line.endswith(
        "write one of analyst, russia, russia-mod, ukraine, unit-00, unit-01, unit-02, unit-03 and 36 more"
    )


def test_mistakes_of_other_records_do_not_hide_what_may_stand(project: Path, run) -> None:
    before = run("new", "event", "--type", "atack")[2]
    (project / "content/actors/ukraine.yml").write_text("name: Ukraine\nkind: stat\n")
    assert run("new", "event", "--type", "atack")[2] == before
    assert any("ukraine" in line for line in before)
    assert any("did you mean 'attack'?" in line for line in before)
    (project / "content/chronology.yml").unlink()
    assert "  --type  One of the `types` of chronology.yml" not in before
    assert "  --date  When it happened (see Dates)" in run("new", "event")[2]


def test_in_a_new_chronology_it_is_said_how_its_first_words_are_defined(
    tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/chronology.yml").write_text("title: A town\nname: Town\nscope: Its days.\n")
    arguments = ["new", "source", "--title", "T", "--publisher", "P", "--kind", "newspaper"]
    message = "'newspaper' is not one of the `source_kinds` of chronology.yml; none is defined yet; "
    message += "add `source_kinds: ` there, with ids and their words"
    assert f"  --kind  {message}" in run(*arguments)[2]
    assert run(*arguments, "--without-url", "On paper.", "--published", "2025")[1][0].endswith(message)


# --- the spelling of a publisher


NEW = ["new", "source", "--title", "T", "--kind", "official", "--published", "2025-03-12", "--without-url", "On paper."]


def test_another_spelling_of_a_publisher_is_noted(project: Path, run) -> None:
    usual = yaml.safe_load((project / "content/sources/report.yml").read_text())["publisher"]
    status, out, err = run(*NEW, "--publisher", f"The {usual.upper()}", "--dry-run")
    assert (status, out[2]) == (0, f"publisher: The {usual.upper()}")
    assert err == [
        f"1 other source has “{usual}” as publisher, and this one “The {usual.upper()}”;",
        f'if it is the same, write --publisher "{usual}"',
    ]
    assert run(*NEW, "--publisher", usual, "--dry-run")[2] == []
    (project / "content/events/b.yml").write_text("title: T\n")
    assert run(*NEW, "--publisher", f"The {usual.upper()}", "--dry-run")[2] == err


@pytest.mark.parametrize("answer, takes", [("\n", True), ("y\n", True), ("n\n", False)])
def test_at_a_terminal_the_usual_spelling_is_proposed(project: Path, answer: str, *, takes: bool) -> None:
    usual = yaml.safe_load((project / "content/sources/report.yml").read_text())["publisher"]
    arguments = [*NEW[1:], "--publisher", f"The {usual}", "--id", "another"]
    status, shown = _at_a_terminal(project, arguments, f"\n\n\n{answer}\x04")
    assert status == 0, shown
    assert f"1 other source has “{usual}” as publisher, and this one “The {usual}”." in shown
    assert f"Write “{usual}”? [Y/n] " in shown
    written = yaml.safe_load((project / "content/sources/another.yml").read_text())["publisher"]
    assert written == (usual if takes else f"The {usual}")


# --- from a saved page


PAGE = """\
<html lang="en"><head><title>Troops leave the town</title><meta property="og:site_name" content="Kyiv Independent">
<meta property="article:published_time" content="2025-03-12T08:00:00Z">
<link rel="canonical" href="https://example.org/new"></head></html>
"""


def test_a_source_is_taken_from_a_saved_page(project: Path, run) -> None:
    (project / "page.html").write_text(PAGE)
    assert run("new", "source", "--from-url", "page.html", "--kind", "newspaper")[0] == 0
    assert (project / "content/sources/ki-0312.yml").read_text() == (
        "title: Troops leave the town\npublisher: Kyiv Independent\nkind: newspaper\npublished: 2025-03-12\n"
        "url: https://example.org/new\nlanguage: en\n"
    )


def test_an_event_cites_the_source_that_the_page_is(project: Path, run) -> None:
    (project / "page.html").write_text(PAGE)
    arguments = ["new", "event", "--from-url", "page.html", "--summary", "They left."]
    message = "the page is no source here yet; run `chronology new source --from-url page.html` first"
    assert run(*arguments) == (2, [], [f"chronology new: {message}"])
    run("new", "source", "--from-url", "page.html", "--kind", "newspaper")
    assert run(*arguments)[0] == 0
    assert (project / WRITTEN["event"]).read_text() == (
        "title: Troops leave the town\ndate: 2025-03-12\nsummary: They left.\nsources:\n  - ki-0312\n"
    )


# --- at a terminal


def _at_a_terminal(project: Path, arguments: list[str], answers: str) -> tuple[int, str]:
    """Run the command at a terminal of its own, with what a person types there."""
    main, side = pty.openpty()
    command = [sys.executable, "-m", "chronology.cli", "new", *arguments]
    process = subprocess.Popen(command, cwd=project, stdin=side, stdout=side, stderr=side, close_fds=True)
    os.close(side)
    os.write(main, answers.encode())
    shown = b""
    while True:
        try:
            part = os.read(main, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(main)
    return process.wait(60), shown.decode("utf-8", "replace").replace("\r\n", "\n")


def test_at_a_terminal_what_is_missing_is_asked_for(project: Path) -> None:
    answers = "Troops leave\n2025-03-32\n[2025-03-11..2025-03-13]\n\n\nsudja\nsudzha\n\n\n\nThey left.\nreport\n\n"
    status, shown = _at_a_terminal(project, ["event"], answers)
    assert status == 0, shown
    assert "understood as: a day between 11 and 13 March 2025" in shown
    assert "'sudja' is not there; did you mean 'sudzha'?" in shown
    assert "  this is required" in shown
    assert "Id [troops-leave]: " in shown
    assert (project / "content/events/2025/troops-leave.yml").read_text() == (
        'title: Troops leave\ndate: "[2025-03-11..2025-03-13]"\nplaces:\n  - sudzha\nsummary: They left.\n'
        "sources:\n  - report\n"
    )


def test_of_many_ids_those_with_some_letters_are_listed(project: Path) -> None:
    for number in range(40):
        (project / f"content/places/village-{number:02}.yml").write_text(f"name: Село {number}\nkind: town\n")
    arguments = ["event", "--title", "T", "--date", "2025-03-12", "--time", "12:00", "--type", "attack", "--actor"]
    arguments += ["russia", "--topic", "campaign", "--summary", "S.", "--source", "report", "--id", "it"]
    status, shown = _at_a_terminal(project, arguments, "?selo 3\n?nowhere\nvillage-31\n\x04")
    assert status == 0, shown
    assert "42 are there; ? and some letters lists those with them" in shown
    assert "  village-31  Село 31\n" in shown
    assert "  none has that\n" in shown
    assert "village-02" not in shown


def test_at_a_terminal_what_the_page_says_is_shown_first(project: Path) -> None:
    (project / "page.html").write_text(PAGE)
    arguments = ["source", "--from-url", "page.html", "--kind", "official"]
    status, shown = _at_a_terminal(project, arguments, "\n\n\n\x04")
    assert status == 0, shown
    assert (
        "From the page:\n  title: Troops leave the town\n  publisher: Kyiv Independent\n  published: 2025-03-12\n"
        "  url: https://example.org/new\n  language: en\n\nEnter alone leaves out what is not required."
    ) in shown
    (project / "empty.html").write_text("")
    assert (
        "The page says nothing of itself.\n"
        in _at_a_terminal(project, ["source", "--from-url", "empty.html"], "\x04")[1]
    )


def test_a_source_is_asked_why_it_has_no_address(project: Path) -> None:
    status, shown = _at_a_terminal(
        project, ["source", "--title", "T"], "P\nofficial\n\n2025\n\nOn paper.\n\n\nmy id\nmy-id\n"
    )
    assert status == 0, shown
    assert "write my-id" in shown
    assert "without_url: On paper.\n" in (project / "content/sources/my-id.yml").read_text()


@pytest.mark.parametrize("answer, status", [("y\n", 0), ("\n", 1)])
def test_a_likely_duplicate_is_asked_about(project: Path, answer: str, status: int) -> None:
    arguments = ["place", "--name", "Суджа", "--kind", "town", "--id", "another"]
    found, shown = _at_a_terminal(project, arguments, f"\n\n{answer}")
    assert "This may be there already:" in shown
    assert found == status, shown
    assert (project / "content/places/another.yml").exists() is (status == 0)


def test_whoever_leaves_writes_nothing(project: Path) -> None:
    status, shown = _at_a_terminal(project, ["topic"], "Title\n\x04")
    assert status == 1
    assert shown.endswith("Nothing was written.\n")


# --- its documentation


@pytest.mark.parametrize("kind", KINDS)
def test_every_option_of_a_kind_is_documented(project_root: Path, kind: str) -> None:
    page = (project_root / "docs/handbook/new.md").read_text(encoding="utf-8")
    options = {one for action in field_parser(kind, KINDS[kind])._actions for one in action.option_strings}
    assert {one for one in options - {"-h", "--help"} if f"`{one}" not in page} == set()
