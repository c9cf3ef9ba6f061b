"""What the MiniSearch engine sends to the browser, and how much."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from chronology.model.chronology import derive
from chronology.records.load import load
from chronology.search.documents import SearchDocument, documents
from chronology.search.engine import INDEX, site_files
from chronology.search.handwritten import pages_from_material
from chronology.search.minisearch import MiniSearch, columns, engine_script
from tests.search.conftest import address_of

BUDGET = 60_000  # bytes, gzip, all that search transfers
AT_PAGE_LOAD = 2_000  # of them with every page
WORKER = "assets/javascripts/workers/search.0123abcd.min.js"

Found = dict[str, SearchDocument]


def test_names_stand_once_and_others_refer_to_them(found: Found):
    kinds = columns(list(found.values()))["kinds"]
    assert kinds["place"]["names"] == [["Суджа", "Sudscha", "Suja"]]
    numbers = list(found)
    assert [numbers[number] for number in kinds["event"]["linked"][0]] == list(found["event:sudzha-retaken"].linked)
    assert json.dumps(kinds, ensure_ascii=False).count("Sudscha") == 1


def test_dates_stand_once_with_their_words(found: Found):
    data = columns(list(found.values()))
    assert data["dates"].count(["2025-03-13", "13 March 2025"]) == 1
    assert data["dates"][data["kinds"]["event"]["date"][0]] == ["2025-03-13", "13 March 2025"]


def test_what_stands_on_a_page_of_another_keeps_only_its_anchor(found: Found):
    kinds = columns(list(found.values()))["kinds"]
    assert kinds["question"]["address"] == ["#control", "#area"]
    assert kinds["claim"]["address"] == ["#control-1", "#control-2", "#control-3", "#area-1"]
    assert list(found)[kinds["claim"]["part_of"][0] - 1] == "question:sudzha-retaken#control"


def test_a_column_without_values_is_left_out(found: Found):
    assert "names" not in columns(list(found.values()))["kinds"]["event"]


def test_a_link_to_what_is_not_searched_is_left_out():
    document = SearchDocument("event:x", "event", "x/", "X", linked=("place:gone",), part_of="event:gone")
    assert columns([document])["kinds"]["event"].keys() == {"address", "title"}


def test_documents_may_come_in_any_order(found: Found):
    bundle = MiniSearch().bundle(list(reversed(found.values())))
    written = json.loads(dict(bundle.files)[bundle.data])
    assert list(written["kinds"]) == list(columns(list(found.values()))["kinds"])


def test_the_same_documents_give_the_same_files(found: Found):
    assert MiniSearch().bundle(list(found.values())) == MiniSearch().bundle(list(found.values()))


def test_the_script_keeps_the_licence_and_no_other_comments():
    script = engine_script().decode()
    assert script.startswith("/*! MiniSearch (c) Luca Ongaro, MIT")
    assert re.findall(r"^\s*(?://|/\*[^!])", script, re.MULTILINE) == []


def test_no_script_has_a_text_over_several_lines_which_slimming_would_change():
    lines = engine_script().decode().splitlines()
    assert [line for line in lines if line.count("`") % 2] == []


def hand_written(docs: Path) -> list[SearchDocument]:
    """The pages of docs/ by section, about as Material reads them: Markdown's marks weigh about what its HTML does."""
    entries = []
    for page in sorted(docs.rglob("*.md")):
        address = f"{page.relative_to(docs).with_suffix('').as_posix()}/"
        title, *sections = re.split(r"^#+ ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for number, section in enumerate([title, *sections]):
            head, _, text = section.partition("\n")
            anchor = f"#{re.sub(r'[^a-z]+', '-', head.lower())}" if number > 1 else ""
            entries.append({"location": address + anchor, "title": head, "text": text})
    return pages_from_material({"docs": entries})


def test_search_of_the_kursk_site_keeps_its_budget(project_root: Path):
    loaded = load(project_root, project_root / "content")
    assert loaded.entities is not None, loaded.problems
    found = documents(derive(loaded.entities), address_of) + hand_written(project_root / "docs")
    sizes = {
        path: len(gzip.compress(content, 9))
        for path, content in site_files(found, MiniSearch(), WORKER)
        if not path.endswith("LICENSE.txt")
    }
    assert sizes[INDEX] + sizes[WORKER] <= AT_PAGE_LOAD, sizes
    assert sum(sizes.values()) <= BUDGET, sizes
