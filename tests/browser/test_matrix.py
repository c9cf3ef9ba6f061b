"""The claim matrix on a desktop; the same claims as cards on a phone. Both without scripts."""

from __future__ import annotations

from tests.static_host import StaticHost

EVENT = "events/gas-station/"


def test_the_matrix_sets_parties_side_by_side_on_a_desktop(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT, java_script_enabled=False).page
    table = shown.locator(".chronology-matrix table")
    heads = [head.splitlines()[0] for head in table.locator("thead th").all_inner_texts()]
    assert heads == ["Question", "Russian side", "Ukrainian side", "Meduza", "DeepState"]
    row = table.locator("tbody tr").first
    assert "Who attacked the station?" in row.locator("th").inner_text()
    assert row.locator("td").nth(0).inner_text().startswith("Ukraine")
    assert row.locator("td").nth(1).inner_text().startswith("Russia")
    row.locator("th a").click()
    assert shown.locator("section:target h2").inner_text() == "Who attacked the station?"


def test_on_a_phone_every_claim_of_the_matrix_is_a_card(page, site: StaticHost) -> None:
    shown = page(site.url + EVENT, viewport=(390, 844), java_script_enabled=False).page
    assert not shown.locator(".chronology-matrix").is_visible()
    claims = shown.locator(".chronology-matrix [data-claim]").evaluate_all("all => all.map(one => one.dataset.claim)")
    assert len(claims) == 6
    for claim in claims:
        card = shown.locator(f"tr#{claim.rpartition('#')[2]}")
        assert card.is_visible()
        assert card.bounding_box()["width"] <= 390
