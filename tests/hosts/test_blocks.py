"""`::: chronology` in hand-written pages: what is refused, and what comes of the rest."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import escape
from mkdocs.exceptions import Abort

from chronology.build.build import Build, build
from chronology.build.project import Project
from chronology.hosts import blocks
from chronology.hosts.block_options import OPTIONS
from chronology.pages.addresses import Addresses, Here
from tests.sites import build_site, copy_site

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"
CASES = yaml.load((Path(__file__).parent / "block_cases.yml").read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module")
def small() -> Build:
    return build(Project(SMALL, SMALL / "content"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_every_mistake_is_reported_at_its_place(small: Build, case: dict[str, Any], tmp_path: Path) -> None:
    page = tmp_path / "docs" / "page.md"
    page.parent.mkdir()
    page.write_text(case["page"], "utf-8")
    assert small.chronology is not None
    found = [str(problem) for problem in blocks.check(small.chronology, tmp_path, [page])]
    assert found == case.get("problems", [])


def test_the_handbook_has_every_option(project_root: Path) -> None:
    text = (project_root / "docs/handbook/blocks.md").read_text("utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    assert {name for row in rows for name in re.findall(r"`([^`]+)`", row)} == set(OPTIONS)


def written(small: Build, markdown: str, name: str = "guide/page") -> str:
    """The HTML of a page that is nothing but paragraphs."""
    assert small.chronology is not None
    assert small.book is not None
    text, found = blocks.take_out(markdown, small.chronology)
    html = "\n".join(f"<p>{part.strip()}</p>" for part in text.split("\n\n") if part.strip())
    return blocks.put_back(html, found, small.book, Here.at(Addresses(), name))


def test_a_list_has_the_selected_events_with_links_from_where_it_stands(small: Build) -> None:
    html = written(small, "Before\n\n::: chronology\n    actor: harbour-office\n\nAfter")
    assert html.startswith("<p>Before</p>\n<div ")
    assert html.endswith("</div>\n<p>After</p>")
    assert html.count("<li>") == 1
    assert 'href="../../events/light-goes-out/"' in html
    assert 'href="../../?actor=harbour-office"' in html


def test_a_list_may_be_limited_and_says_of_how_many(small: Build) -> None:
    html = written(small, "::: chronology\n    limit: 2")
    assert html.count("<li>") == 2
    assert "2 of 3 events. " in html
    assert ">See all 3 in the explorer</a>" in html


def test_the_link_to_the_explorer_has_the_same_query(small: Build) -> None:
    html = written(
        small,
        "::: chronology\n    actor: {all: [harbour-master, lamp-watchers]}\n    standing: [contested, agreed]\n"
        "    from: 1911-03\n    within: certainly\n    title: Nights",
    )
    query = "?actor=harbour-master&actor=lamp-watchers&standing=contested,agreed&from=1911-03&within=certainly"
    assert f'href="../../{escape(query)}"' in html
    assert ">Nights</p>" in html


def test_a_title_is_text(small: Build) -> None:
    assert "&lt;b&gt; &amp; c" in written(small, "::: chronology\n    title: <b> & c")


def test_ids_of_blocks_on_one_page_differ(small: Build) -> None:
    html = written(small, "::: chronology\n    title: A\n\n::: chronology\n    title: B")
    assert 'id="block-1-title"' in html
    assert 'id="block-2-title"' in html


def test_a_series_with_one_figure_says_so_and_leads_to_it(small: Build) -> None:
    html = written(small, "::: chronology\n    view: series\n    series: height")
    assert "One figure is recorded." in html
    assert 'href="../../series/height/"' in html


def test_a_map_marks_places_and_says_what_it_cannot_show(small: Build) -> None:
    html = written(small, "::: chronology\n    view: map")
    assert (
        html.count('<a xlink:href="../../places/lighthouse/" aria-label="The lighthouse: 1 event">') == 2
    )  # wide, narrow
    assert "Not on the map: 1 event somewhere in The harbour; 1 event without a place." in html
    assert 'href="../../?view=map"' in html


@pytest.mark.parametrize("view", ["map", "timeline"])
def test_what_cannot_be_drawn_is_listed(small: Build, view: str) -> None:
    html = written(small, f"::: chronology\n    view: {view}\n    type: statement")
    assert "<svg viewBox" not in html.replace('<svg viewBox="0 0 12 12"', "")
    assert 'href="../../events/last/"' in html
    assert ">See it in the explorer</a>" in html


def test_a_timeline_has_the_selected_events(small: Build) -> None:
    html = written(small, "::: chronology\n    view: timeline\n    to: 1911-03")
    assert 'id="block-1-timeline"' in html
    assert {"light-goes-out", "light-returns"} == set(re.findall(r'data-event="([^"]+)"', html))


PAGE = """\
# Guide

Text with *emphasis*[^1].

::: chronology
    topic: light
    title: In the open

- a list

    ::: chronology
        limit: 1

- goes on

!!! note
    ::: chronology
        view: timeline
        title: In a note

| a | b |
|---|---|
| c | d |

```yaml
::: chronology
    topic: nothing
```

[^1]: A note.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_site(
        "small",
        tmp_path_factory.mktemp("blocks"),
        nav=None,
        markdown_extensions=["admonition", "footnotes", "tables", "pymdownx.superfences"],
    )
    (folder / "docs" / "guide.md").write_text(PAGE, "utf-8")
    return build_site(folder)


def test_a_page_keeps_its_other_markdown(site: Path) -> None:
    html = (site / "guide" / "index.html").read_text("utf-8")
    article = html[html.index("<article") : html.index("</article>")]
    assert article.count('class="chronology-block ') == 3
    assert "chronologyblock" not in html
    assert "<em>emphasis</em>" in article
    assert "<td>c</td>" in article
    assert ">nothing<" in article  # highlighted as code
    assert article.count("<ul>\n<li>") == 1
    assert article.index('class="admonition note"') < article.index("In a note") < article.index("<table>")
    assert "<p><div" not in article


def test_what_a_block_shows_is_not_found_a_second_time(site: Path) -> None:
    index = (site / "search" / "search_index.json").read_text("utf-8")
    assert "In the open" not in index


BAD = "\n::: chronology\n    actor: nobody\n"
MESSAGE = "docs/about.md:8:12: there is no actor 'nobody'; an id is the name of a record's file"


def test_a_mistake_keeps_the_last_good_site(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = copy_site("small", tmp_path)
    page = build_site(folder) / "about" / "index.html"
    before = page.read_bytes()
    source = folder / "docs" / "about.md"
    source.write_text(source.read_text("utf-8") + BAD, "utf-8")
    with pytest.raises(Abort):
        build_site(folder)
    assert MESSAGE in caplog.text
    assert page.read_bytes() == before
