"""Quantities as ranges, in one unit, so that figures of several counters can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from chronology.model.entities.quantities import Quantity
from chronology.model.entities.settings import Unit

_ABOUT = Decimal("0.1")
_ENDLESS = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Range:
    """The figures that a quantity can mean. An open end is not itself one of them.

    Decimals, not floats: as stated, 1.1 and 1.2 touch at 1.15 exactly, and touching open ends do not meet.
    """

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Range) -> bool:
        """Whether some figure lies in both ranges."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and not (self._excludes(low) or other._excludes(low)))

    def times(self, factor: Decimal) -> Range:
        """The same range in another unit; `factor` is above 0."""
        return Range(self.low * factor, self.high * factor, self.low_open, self.high_open)

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest figure, infinite where there is no end."""
        return float(self.low), float(self.high)

    def _excludes(self, figure: Decimal) -> bool:
        return (self.low_open and figure == self.low) or (self.high_open and figure == self.high)


def read_range(quantity: Quantity) -> Range | None:
    """What a quantity can mean, in its own unit; None where it holds no figure.

    As stated: half of the last digit written, either way, ends excluded, so that 12 and 13 do not meet. About: 10 %
    either way, but never less than as stated. At least and more than, at most and less than: open-ended; more than and
    less than exclude the figure itself. A `low` or `high` that is given takes the place of that end.
    """
    stated = _range_of(Decimal(quantity.value), quantity.comparator) if quantity.value is not None else None
    if stated is None and quantity.low is None and quantity.high is None:
        return None
    stated = stated or Range(-_ENDLESS, _ENDLESS)
    low, low_open = (Decimal(quantity.low), False) if quantity.low is not None else (stated.low, stated.low_open)
    high, high_open = (Decimal(quantity.high), False) if quantity.high is not None else (stated.high, stated.high_open)
    return Range(low, high, low_open, high_open)


def _range_of(value: Decimal, comparator: str | None) -> Range:
    if comparator in ("at-least", "more-than"):
        return Range(value, _ENDLESS, low_open=comparator == "more-than")
    if comparator in ("at-most", "less-than"):
        return Range(-_ENDLESS, value, high_open=comparator == "less-than")
    half_a_digit = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)
    tenth = abs(value) * _ABOUT
    if comparator == "about" and tenth >= half_a_digit:
        return Range(value - tenth, value + tenth)
    return Range(value - half_a_digit, value + half_a_digit, low_open=True, high_open=True)


class Units:
    """The units of a chronology and how they convert."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self._factors: dict[tuple[str, str], Decimal | None] = {}
        self._steps: dict[str, dict[str, Decimal]] = {}
        # First backwards, then as given: of two factors for the same step, the one that was written wins.
        for unit in _convertible(units):
            self._steps.setdefault(unit.to or "", {})[unit.id] = 1 / Decimal(repr(unit.factor))
        for unit in _convertible(units):
            self._steps.setdefault(unit.id, {})[unit.to or ""] = Decimal(repr(unit.factor))

    def factor(self, unit: str | None, target: str | None) -> Decimal | None:
        """What to multiply by to get from one unit to the other; None where no conversion is known.

        A figure without a unit is taken to be in the unit that it is compared in.
        """
        if unit == target or unit is None or target is None:
            return Decimal(1)
        if (unit, target) not in self._factors:
            self._factors[unit, target] = self._find_factor(unit, target)
        return self._factors[unit, target]

    def range_in(self, quantity: Quantity, target: str | None) -> Range | None:
        """A quantity's range in another unit; None without a figure, or where no conversion is known."""
        factor = self.factor(quantity.unit, target)
        stated = read_range(quantity)
        if stated is None or factor is None:
            return None
        return stated if factor == 1 else stated.times(factor)

    def value_in(self, quantity: Quantity, target: str | None) -> float | None:
        """The figure as stated, in another unit; None where only a range was given, or no conversion is known."""
        factor = self.factor(quantity.unit, target)
        if quantity.value is None or factor is None:
            return None
        return float(Decimal(quantity.value) * factor)

    def _find_factor(self, unit: str, target: str) -> Decimal | None:
        """The shortest way over the known steps."""
        factors = {unit: Decimal(1)}
        reached = [unit]
        for current in reached:
            for following, factor in sorted(self._steps.get(current, {}).items()):
                if following not in factors:
                    factors[following] = factors[current] * factor
                    reached.append(following)
        return factors.get(target)


def _convertible(units: Mapping[str, Unit]) -> list[Unit]:
    return [units[unit] for unit in sorted(units) if units[unit].to and units[unit].factor]
