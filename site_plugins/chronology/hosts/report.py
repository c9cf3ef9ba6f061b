"""The line under a page: its last change, and where to report an error or to change what it is made from."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model import date_words, dates
from chronology.pages.addresses import Here
from chronology.pages.page import Page
from chronology.pages.site import Site


@dataclass(frozen=True, slots=True)
class Report:
    """What the line says. Without a repository it names the file or folder, and leads to the page on contributing."""

    day: str | None
    words: str | None
    report: str | None
    change: str | None
    path: str
    what: str


def of_list(page: Page, site: Site) -> Report | None:
    """Return the line of a page that lists records, or None for a record's own page."""
    if page.records is None:
        return None
    change = site.repository.browse(page.records) if site.repository else None
    report = _where_to_report(site, page.name, page.title, page.records)
    return Report(page.changed, _words(page.changed), report, change, page.records, "Change its records")


def of_hand_written(name: str, title: str, path: str, day: str | None, site: Site) -> Report:
    """Return the line of a hand-written page."""
    change = site.repository.edit(path) if site.repository else None
    return Report(day, _words(day), _where_to_report(site, name, title, path), change, path, "Edit this page")


def _words(day: str | None) -> str | None:
    return date_words.in_words(dates.parse(day)) if day else None


def _where_to_report(site: Site, name: str, title: str, path: str) -> str | None:
    if site.repository:
        return site.repository.report(title, path)
    if site.contribute is None or site.contribute == name:
        return None
    return Here.at(site.addresses, name).to(site.contribute)
