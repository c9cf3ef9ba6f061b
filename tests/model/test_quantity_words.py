"""The record's own unit first; the converted figure is never more precise."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from chronology.model import quantity_words
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.settings import Settings
from chronology.records.load import load

CASES = yaml.safe_load((Path(__file__).with_name("cases") / "quantity-words.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def settings(project_root: Path) -> Settings:
    entities = load(project_root, project_root / "content", None).entities
    assert entities is not None
    return entities.settings


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["stated"])
def test_quantity_in_words(case: dict[str, Any], settings: Settings) -> None:
    quantity = Quantity(**case["given"])
    assert quantity_words.stated(quantity, settings.units) == case["stated"]
    assert quantity_words.converted(quantity, settings.units) == case["converted"]


@given(some.decimals("0.1", "99999", places=1), some.sampled_from([0.386102, 2.589988, 3.28084]), some.booleans())
def test_a_converted_figure_has_no_more_digits_than_the_stated_one(
    value: Decimal, factor: float, qualified: bool
) -> None:
    text = f"{value.normalize():f}"
    shown = quantity_words.converted_figure(text, factor, qualified=qualified).replace(",", "")
    if shown != "less than 1":
        stated = Decimal(text).as_tuple()
        found = Decimal(shown).normalize().as_tuple()
        assert len(found.digits) <= len(text.replace(".", "").lstrip("0"))
        assert int(found.exponent) >= min(int(stated.exponent), 0)
        assert abs(float(shown) / (float(text) * factor) - 1) < 1
