"""The series whose figures the explorer shows: their pages have them, and a script fetches them from there."""

from __future__ import annotations

import json

from chronology.pages.book import Sheet
from chronology.pages.figures import has_figure


def explorer_series(sheet: Sheet) -> str:
    """Return the series that have a figure, as JSON for an attribute: id, title and the way to the page of each.

    Empty where there is none.
    """
    found = [
        {"id": one, "title": sheet.title("series", one), "href": sheet.link("series", one)}
        for one, view in sheet.chronology.series.items()
        if has_figure(view)
    ]
    return json.dumps(found, ensure_ascii=False) if found else ""
