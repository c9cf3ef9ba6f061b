"""The explorer of the real site against a plain oracle: by address, and by what a reader clicks."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.explorer.chronologies import read
from tests.explorer.oracle import FACETS, Oracle
from tests.explorer.random_selections import random_selection
from tests.static_host import StaticHost

# What a reader sees: the entries in their order, the sentence that counts them, and each choice of the open panel with
# the number beside it. To ask what is visible has the browser style the whole page: of many queries it is asked of one
# in ten, and of all what is marked as left out, which must come to the same.
SEEN = """(number = 0) => {
  const all = [...document.querySelectorAll("article[data-event]")];
  const entries = all.filter((one) => !one.closest("[hidden], [data-out]"));
  if (number % 10 === 0) {
    const visible = all.filter((one) => one.checkVisibility());
    if (visible.length !== entries.length || visible.some((one, index) => one !== entries[index])) {
      throw new Error(`marked as shown: ${entries.length}; visible: ${visible.length}`);
    }
  }
  const rows = [...document.querySelectorAll(".chronology-choices li")];
  return {
    ids: entries.map((one) => one.dataset.event),
    count: document.querySelector(".chronology-shown").textContent,
    choices: rows.map((row) => [row.closest("[data-facet]").dataset.facet, row.querySelector("input").value,
      parseInt(row.querySelector(".chronology-choice-count").firstChild.data.replaceAll(",", ""))]),
  };
}"""
# As a link or Back would lead there, without loading the page anew.
VISIT = f"""(queries) => queries.map((query, number) => {{
  history.pushState(null, "", location.pathname + query);
  dispatchEvent(new PopStateEvent("popstate"));
  return ({SEEN})(number);
}})"""
# Choices change places as others are chosen: each is drawn from those that are there then.
CLICK = f"""(drawn) => {{
  const chosen = drawn.map((fraction) => {{
    const boxes = [...document.querySelectorAll(".chronology-choices input[type=checkbox]:not(:checked)")];
    const box = boxes[Math.floor(fraction * boxes.length)];
    box.click();
    return [box.closest("[data-facet]").dataset.facet, box.value];
  }});
  const seen = {{ chosen, query: location.search, ...({SEEN})() }};
  document.querySelector(".chronology-outcome .chronology-quiet-button").click();
  return {{ ...seen, after: location.search }};
}}"""


@pytest.fixture(scope="module")
def oracle(project_root: Path) -> Oracle:
    return Oracle(read(project_root))


@pytest.fixture
def shown(page, site: StaticHost) -> Page:
    """The chronology with the panel of filters and all its groups open."""
    opened: Page = page(site.url).page
    expect(opened.locator(".chronology-shown")).not_to_be_empty()
    opened.get_by_role("button", name="More filters").click()
    opened.evaluate("for (const one of document.querySelectorAll('[data-facet]')) one.open = true")
    opened.locator('[data-facet="source"] .chronology-choices li').first.wait_for()
    return opened


def _check(oracle: Oracle, query: str, seen: dict[str, Any]) -> None:
    answer = oracle.answer(query)
    assert seen["ids"] == answer.ids, query
    size = len(oracle.views)
    assert seen["count"] == (f"{size} events" if len(answer.ids) == size else f"{len(answer.ids)} of {size} events"), (
        query
    )
    assert {facet for facet, _, _ in seen["choices"]} == set(FACETS)
    assert [one for one in seen["choices"] if one[2] != answer.counts[one[0]][one[1]]] == [], query


def _check_all(oracle: Oracle, queries: list[str], page: Page) -> None:
    for query, seen in zip(queries, page.evaluate(VISIT, queries), strict=True):
        _check(oracle, query, seen)


def test_every_choice_of_every_facet_by_address(shown: Page, oracle: Oracle) -> None:
    queries = [f"?{facet}={choice}" for facet in FACETS for choice in sorted(oracle.choices[facet])]
    assert len(queries) > 200
    _check_all(oracle, queries, shown)


def test_filters_combined_by_chance_by_address(shown: Page, oracle: Oracle) -> None:
    chance = random.Random(4)
    drawn = (random_selection(chance, oracle.chronology)["search"] for _ in range(400))
    # As known on a day, the page is another one: see test_explorer.py.
    _check_all(oracle, [query for query in drawn if "known=" not in query], shown)


def test_what_is_clicked_is_in_the_address_and_is_what_the_oracle_finds(shown: Page, oracle: Oracle) -> None:
    chance = random.Random(4)
    for _ in range(60):
        seen = shown.evaluate(CLICK, [chance.random() for _ in range(chance.choice((1, 2, 2, 3)))])
        facets = {facet: [value for one, value in seen["chosen"] if one == facet] for facet in FACETS}
        query = "?" + "&".join(f"{facet}={','.join(values)}" for facet, values in facets.items() if values)
        assert (seen["query"], seen["after"]) == (query, "")
        _check(oracle, query, seen)


def test_back_undoes_each_choice_and_forward_brings_it_again(shown: Page, oracle: Oracle) -> None:
    queries = ["?type=statement", "?type=statement&standing=contested", "?type=statement&standing=contested&from=2025"]
    queries = [query for query in queries if oracle.answer(query).ids]
    assert len(queries) == 3
    _check_all(oracle, queries, shown)
    for query in reversed(["", *queries[:-1]]):
        shown.go_back()
        _check(oracle, query, shown.evaluate(SEEN))
    for query in queries:
        shown.go_forward()
        _check(oracle, query, shown.evaluate(SEEN))
