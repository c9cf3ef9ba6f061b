"""What links to sources tell programs: where a copy is, and which day's state is meant.

By Robust Links (robustlinks.mementoweb.org/spec): `data-originalurl`, `data-versiondate`, `data-versionurl`.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from chronology.model import date_words
from chronology.model.dates import Date
from chronology.model.entities.record import Where
from chronology.model.entities.sources import Source
from chronology.model.survival import Outcome
from chronology.pages.book import Sheet

_OUTGOING = re.compile(r'<a(?![^>]* data-originalurl=)(?=\s)[^>]*?\shref="(https?://[^"]*)"')


def robust(sheet: Sheet, source: Source) -> Markup:
    """Return the attributes of a link to a source's page or to its copy; nothing where it has no address.

    The day is that of the copy. Without one it is the day of publication: an archive then finds what was there first.
    """
    copy = source.archived
    if not source.url:
        return Markup()
    attributes = _attributes(sheet, source.where, source.url, copy.date if copy else source.published)
    return attributes + Markup(' data-versionurl="{}"').format(copy.url) if copy else attributes


def robust_correction(sheet: Sheet, source: Source) -> Markup:
    """Return the attributes of a link to the correction that a source's publisher made."""
    corrected = source.corrected
    if corrected is None or not corrected.url:
        return Markup()
    return _attributes(sheet, source.where, corrected.url, corrected.date)


def _attributes(sheet: Sheet, where: Where, url: str, date: Date | None) -> Markup:
    """The address, and the day meant by a link to it.

    Where the date is not known to the day it is the day of linking, as the specification has it: that on which the
    record's file last changed. Where nothing tells that either there is none.
    """
    day = _day(date) or sheet.book.site.changed.get(where.path)
    attribute = Markup(' data-originalurl="{}"').format(url)
    return attribute + Markup(' data-versiondate="{}"').format(day) if day else attribute


def _day(date: Date | None) -> str | None:
    return date_words.machine(date) if date and date.kind == "day" else None


def robust_prose(html: str, day: str | None) -> str:
    """Return a hand-written page's HTML with the same on its outgoing links; `day` is that of its last change."""
    date = f' data-versiondate="{day}"' if day else ""
    return _OUTGOING.sub(lambda link: f'{link[0]} data-originalurl="{link[1]}"{date}', html)


def is_gone(sheet: Sheet, source: Source) -> bool:
    """Tell whether a source's page was gone when somebody last looked."""
    look = sheet.book.site.survey.of(source)
    return look is not None and look.outcome is Outcome.GONE
