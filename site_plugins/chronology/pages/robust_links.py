"""What links to sources tell programs: where a copy is, and which day's state is meant.

By Robust Links (robustlinks.mementoweb.org/spec): `data-originalurl`, `data-versiondate`, `data-versionurl`.
"""

from __future__ import annotations

from markupsafe import Markup

from chronology.model import date_words
from chronology.model.dates import Date
from chronology.model.entities.sources import Source
from chronology.model.survival import Outcome
from chronology.pages.book import Sheet


def robust(source: Source) -> Markup:
    """Return the attributes of a link to a source's page or to its copy; nothing where no day is certain.

    The day is that of the copy. Without one it is the day of publication: an archive then finds what was there first.
    """
    copy = source.archived
    day = _day(copy.date if copy else source.published)
    if not source.url or not day:
        return Markup()
    attributes = Markup(' data-originalurl="{}" data-versiondate="{}"').format(source.url, day)
    return attributes + Markup(' data-versionurl="{}"').format(copy.url) if copy else attributes


def _day(date: Date | None) -> str | None:
    return date_words.machine(date) if date and date.kind == "day" else None


def is_gone(sheet: Sheet, source: Source) -> bool:
    """Tell whether a source's page was gone when somebody last looked."""
    look = sheet.book.site.survey.of(source)
    return look is not None and look.outcome is Outcome.GONE
