"""Which border a map draws is a viewpoint: the ones on offer, each with the words that the map says of itself.

`crimea-in-ukraine` is Natural Earth's own shapes with one polygon counted to the other country; nothing is redrawn.
Natural Earth 5 has the views of several dozen states; no package was found that has them. See decisions/base-map.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chronology.maps.plane import Point


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A way to draw borders.

    `moves` gives the polygon around a point (longitude, latitude) to a country of Natural Earth. Without `borders`
    there are land and water only.
    """

    words: str
    moves: Mapping[Point, str]
    borders: bool = True


VIEWPOINTS = {
    "natural-earth": Viewpoint("Borders as Natural Earth draws them: by who controls the ground, not by law.", {}),
    "crimea-in-ukraine": Viewpoint(
        "Borders as Natural Earth draws them, by who controls the ground, but with Crimea in Ukraine.",
        {(34.4, 45.2): "Ukraine"},
    ),
    "none": Viewpoint("Land and water from Natural Earth; no borders are drawn.", {}, borders=False),
}
DEFAULT = "natural-earth"
