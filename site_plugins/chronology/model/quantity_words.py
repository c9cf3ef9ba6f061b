"""Quantities in words: the record's own unit first, a converted one after it that is never more precise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from chronology.model.entities.quantities import Quantity
from chronology.model.entities.settings import Unit

QUALIFIERS = {
    None: "",
    "about": "about ",
    "at-least": "at least ",
    "at-most": "at most ",
    "more-than": "more than ",
    "less-than": "less than ",
}


def figure(text: str) -> str:
    """Return a figure with thousands separated: `1294` is `1,294`."""
    return f"{Decimal(text):,f}".replace("-", "−")


def converted_figure(text: str, factor: float, *, qualified: bool) -> str:
    """Convert a figure and round it so that it is never more precise than the one it comes from.

    It keeps at most as many significant digits as the figure was written with, two where the figure is qualified
    ("about", "more than"), and no more decimals than the figure has.
    """
    stated = Decimal(text)
    value = stated * Decimal(repr(factor))
    if not value:
        return "0"
    written = len(text.lstrip("-0.").replace(".", "")) or 1
    digits = min(written, 2) if qualified else written
    leading = value.adjusted()
    exponent = max(leading - max(digits, 1) + 1, int(stated.as_tuple().exponent))
    rounded = value.quantize(Decimal(1).scaleb(exponent), rounding=ROUND_HALF_UP)
    return figure(f"{rounded:f}") if rounded else "less than 1"


def _with_unit(text: str, unit: Unit | None, *, single: bool) -> str:
    if unit is None:
        return text
    if unit.symbol == "%":
        return f"{text} %"
    return f"{text} {unit.symbol or (unit.one if single else unit.many)}"


def _span(quantity: Quantity, write: Callable[[str], str]) -> str:
    if quantity.low and quantity.high:
        if quantity.value:
            return f"{write(quantity.value)} ({write(quantity.low)} to {write(quantity.high)})"
        return f"{write(quantity.low)} to {write(quantity.high)}"
    return write(quantity.value or quantity.low or quantity.high or "0")


def _qualifier(quantity: Quantity) -> str | None:
    if quantity.comparator:
        return quantity.comparator
    if quantity.value is None and (quantity.low is None) != (quantity.high is None):
        return "at-least" if quantity.low else "at-most"
    return None


def stated(quantity: Quantity, units: Mapping[str, Unit]) -> str:
    """Return the quantity as the source gives it: `about 30 mi²`."""
    unit = units.get(quantity.unit or "")
    single = quantity.value == "1" and quantity.low is None
    return QUALIFIERS[_qualifier(quantity)] + _with_unit(_span(quantity, figure), unit, single=single)


def converted(quantity: Quantity, units: Mapping[str, Unit]) -> str | None:
    """Return the quantity in the unit that readers also want to see, `78 km²`, or None where there is none."""
    unit = units.get(quantity.unit or "")
    if unit is None or unit.to is None or unit.factor is None:
        return None
    factor, qualified = unit.factor, _qualifier(quantity) is not None
    text = _span(quantity, lambda text: converted_figure(text, factor, qualified=qualified))
    return _with_unit(text, units.get(unit.to), single=False)


def in_words(quantity: Quantity, units: Mapping[str, Unit]) -> str:
    """Return the quantity in words, with the converted figure in brackets: `about 30 mi² (78 km²)`."""
    other = converted(quantity, units)
    return stated(quantity, units) + (f" ({other})" if other else "")
