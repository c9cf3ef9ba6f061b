from __future__ import annotations

import pytest

from chronology.pages.addresses import Addresses, Here, month_name
from chronology.pages.paging import page_name


@pytest.mark.parametrize(
    "directory,name,address",
    [
        (True, "index", ""),
        (True, "events/x", "events/x/"),
        (True, "actors/index", "actors/"),
        (False, "index", "index.html"),
        (False, "events/x", "events/x.html"),
        (False, "actors/index", "actors/index.html"),
    ],
)
def test_address(directory: bool, name: str, address: str) -> None:
    assert Addresses(directory).of(name) == address


@pytest.mark.parametrize(
    "directory,here,there,link",
    [
        (True, "index", "events/x", "events/x/"),
        (True, "index", "index", "./"),
        (True, "events/y", "events/x", "../../events/x/"),
        (True, "2025/03", "index", "../../"),
        (False, "events/y", "events/x", "../events/x.html"),
        (False, "index", "index", "index.html"),
    ],
)
def test_link(directory: bool, here: str, there: str, link: str) -> None:
    assert Here.at(Addresses(directory), here).to(there) == link


def test_an_anchor_on_the_same_page_is_only_an_anchor() -> None:
    assert Here.at(Addresses(), "events/x").record("event", "x", "control") == "#control"
    assert Here.at(Addresses(), "events/y").record("event", "x", "control") == "../../events/x/#control"


@pytest.mark.parametrize(
    "year,month,name", [(2025, 3, "2025/03"), (2025, None, "2025"), (-16999, None, "-16999"), (7, 1, "0007/01")]
)
def test_name_of_a_month(year: int, month: int | None, name: str) -> None:
    assert month_name(year, month) == name


def test_further_pages_of_a_list_lie_below_the_first() -> None:
    assert [page_name("events/index", number) for number in (1, 2)] == ["events/index", "events/page/2"]
    assert page_name("2025/03", 3) == "2025/03/page/3"
