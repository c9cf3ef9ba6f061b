"""Hand-written pages, as Material's search plugin has read them."""

from __future__ import annotations

from chronology.search.handwritten import EXCERPT, SHARE, pages_from_material

INDEX = {
    "config": {},
    "docs": [
        {"location": "about/", "title": "About &amp; <code>why</code>", "text": "<p>What this is.</p>"},
        {
            "location": "about/#doubt",
            "title": "Doubt",
            "text": "<p>1 &lt; 2</p> " + "<p>words of doubt stand here</p> " * 20,
        },
        {"location": "events/x/", "title": "A record", "text": ""},
    ],
}


def test_sections_stand_under_their_page_and_records_are_left_out():
    page, section = pages_from_material(INDEX, exclude={"events/x/"})
    assert (page.key, page.kind, page.part_of) == ("page:about/", "page", None)
    assert (section.address, section.part_of) == ("about/#doubt", "page:about/")


def test_titles_and_texts_are_plain():
    page, section = pages_from_material(INDEX, exclude={"events/x/"})
    assert (page.title, page.text) == ("About & why", "What this is.")
    assert section.text.startswith("1 < 2 words of doubt")


def test_of_a_long_section_the_beginning_is_kept_and_each_further_word_once():
    section = pages_from_material(INDEX)[1]
    assert len(section.text) <= EXCERPT
    assert sorted(section.words.split()) == ["doubt", "here", "stand", "words"]


def test_pages_near_the_root_are_searched_in_full_before_those_further_down():
    def section(location: str) -> dict[str, str]:
        return {
            "location": location,
            "title": location,
            "text": " ".join(f"word{len(location)}of{n}" for n in range(SHARE // 5)),
        }

    locations = ["handbook/deep/", "about/", "about/#more"]
    deep, about, more = pages_from_material({"docs": [section(location) for location in locations]})
    assert [page.key for page in (deep, about, more)] == [f"page:{location}" for location in locations]
    assert about.words
    assert (deep.title, deep.text, deep.words) == ("handbook/deep/", "", "")


def test_an_index_of_our_own_has_no_pages():
    assert pages_from_material({"config": {"chronology": {}}, "docs": []}) == []
