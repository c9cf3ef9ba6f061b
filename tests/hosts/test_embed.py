"""The page for frames on other sites, the script that sizes them, and oEmbed."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from chronology.build.build import build
from chronology.build.project import Project
from tests.sites import build_site, copy_site

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"
SITE = "https://example.org/harbour/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_site(copy_site("small", tmp_path_factory.mktemp("embed")))


@pytest.fixture(scope="module")
def page(site: Path) -> str:
    return (site / "embed" / "index.html").read_text("utf-8")


def test_it_is_complete_without_scripts(page: str) -> None:
    listed = re.findall(r'<article class="chronology-entry" data-event="([^"]+)"', page)
    assert sorted(listed) == ["last", "light-goes-out", "light-returns"]
    assert '<a class="chronology-sign' in page
    first = "<cite>The harbour light</cite> <span>3 events</span> "
    assert f'{first}<a href="../">Open in the chronology</a>' in page
    assert page.index("<cite>") < page.index("<chronology-timeline")


def test_nothing_stands_around_it(page: str) -> None:
    assert "md-" not in re.sub(r"data-md-|--md-", "", page)
    assert re.findall(r"<(header|footer|nav|form)\b", page) == []
    scripts = re.findall(r"<script[^>]*>", page)
    assert len(scripts) == 2
    assert all(' type="module" src="../assets/chronology/scripts/' in script for script in scripts)
    assert re.findall(r"<[a-z][^>]*\s(?:style|on[a-z]+)=", page) == []


def test_search_engines_are_sent_to_the_chronology(site: Path, page: str) -> None:
    assert '<meta name="robots" content="noindex">' in page
    assert f'<link rel="canonical" href="{SITE}">' in page
    assert "/embed/" not in (site / "sitemap.xml").read_text("utf-8")
    assert '"embed/' not in (site / "search" / "search_index.json").read_text("utf-8")


def test_links_open_beside_the_page_that_the_frame_is_on(page: str) -> None:
    assert '<base target="_blank">' in page
    for link in re.findall(r"<a\b[^>]*>", page):
        assert ('href="#' in link) == ('target="_self"' in link)


@pytest.mark.parametrize("flat", [False, True], ids=["folders", "flat"])
def test_every_file_that_it_names_is_there(flat: bool, tmp_path: Path) -> None:
    site = build_site(copy_site("small", tmp_path, use_directory_urls=not flat))
    path = site / ("embed.html" if flat else "embed/index.html")
    html = path.read_text("utf-8")
    named = [one for one in re.findall(r'(?:src|href)="([^"#?]+)', html) if not one.startswith("https:")]
    assert named
    for one in named:
        target = (path.parent / one).resolve()
        assert target.is_file() or (target / "index.html").is_file(), one
    assert (site / "embed.js").is_file()


def documents(site: Path) -> dict[str, dict[str, object]]:
    folder = site / "oembed"
    return {
        path.relative_to(folder).with_suffix("").as_posix(): json.loads(path.read_text("utf-8"))
        for path in folder.rglob("*.json")
    }


def test_oembed_is_there_for_the_chronology_and_what_selects_events(site: Path) -> None:
    assert set(documents(site)) == {
        "index",
        "actors/harbour-master",
        "actors/harbour-office",
        "actors/lamp-watchers",
        "places/harbour",
        "places/lighthouse",
        "topics/light",
    }


def test_oembed_has_what_version_one_asks_of_a_rich_type(site: Path) -> None:
    for name, document in documents(site).items():
        assert document["version"] == "1.0"
        assert document["type"] == "rich"
        assert document["provider_url"] == SITE
        assert isinstance(document["width"], int)
        assert isinstance(document["height"], int)
        assert isinstance(document["cache_age"], int)
        html = str(document["html"])
        frame = urlsplit(unescape(re.findall(r'<iframe src="([^"]+)"', html)[0]))
        assert f"{frame.scheme}://{frame.netloc}{frame.path}" == f"{SITE}embed/"
        folder, _, record = name.rpartition("/")
        assert parse_qs(frame.query) == ({folder.removesuffix("s"): [record]} if folder else {})
        assert f'<script src="{SITE}embed.js" async></script>' in html


def test_titles_in_oembed_are_escaped(site: Path) -> None:
    document = documents(site)["actors/lamp-watchers"]
    assert document["title"] == 'Lamp Watchers <"R&D">: The harbour light'
    assert 'title="Lamp Watchers &lt;&quot;R&amp;D&quot;&gt;: The harbour light"' in str(document["html"])


@pytest.mark.parametrize("name", ["", "actors/lamp-watchers/", "places/harbour/", "topics/light/"])
def test_a_page_names_its_oembed(site: Path, name: str) -> None:
    html = (site / name / "index.html").read_text("utf-8")
    [link] = re.findall(r'<link rel="alternate " type="application/json\+oembed"[^>]*>', html)
    address = re.findall(r'href="([^"]+)"', link)[0]
    assert address == f"{SITE}oembed/{name.rstrip('/') or 'index'}.json"
    assert (site / address.removeprefix(SITE)).is_file()


def test_without_a_published_address_there_is_no_oembed(tmp_path: Path) -> None:
    site = build_site(copy_site("small", tmp_path, site_url=None))
    assert not (site / "oembed").exists()
    assert "oembed" not in (site / "index.html").read_text("utf-8")
    assert (site / "embed" / "index.html").is_file()
    built = build(Project(SMALL, SMALL / "content"))
    assert all(page.oembed is None for page in built.pages)
