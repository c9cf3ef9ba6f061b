"""An event's page as linked data, for machines that read pages: JSON-LD 1.1 in the words of schema.org.

The page is a `WebPage` about an `Event`, no news article: it keeps a record of what others report. Each change to the
record is a `correction` (schema.org/correction), and a retracted event is no longer stated to be one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chronology.exchange.feeds import Address, last_change, sentences
from chronology.model.chronology import Chronology, EventView
from chronology.model.corrections import Correction, corrections_of, heirs, retraction_of
from chronology.model.date_words import machine
from chronology.model.dates import Date
from chronology.model.entities.events import Event
from chronology.model.entities.sources import Source
from chronology.model.standing import Standing

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where links begin: `root` is the published address of the site, or else the way to it from an event's page."""

    of: Address
    root: str

    def event(self, event: str) -> str:
        """Return the link to an event's page."""
        return f"{self.root}{self.of('event', event)}"


def event_jsonld(
    chronology: Chronology, view: EventView, address: Address, site: str | None, changed: Mapping[str, str]
) -> str:
    """Return the data of an event's page, to stand as it is in a `<script type="application/ld+json">`.

    `changed` gives the day of a record's last change by its path. Without a published address (`site`), links are
    relative to the page.
    """
    own = address("event", view.event.id)
    addresses = Addresses(address, site or "../" * own.count("/"))
    data = {"@context": "https://schema.org", **_page(chronology, view, addresses, last_change(view.event, changed))}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _page(chronology: Chronology, view: EventView, addresses: Addresses, changed: str | None) -> dict[str, Any]:
    settings, event = chronology.settings, view.event
    url = addresses.event(event.id)
    gone = retraction_of(event)
    return _known(
        {
            "@type": "WebPage",
            "@id": url,
            "url": url,
            "name": event.title,
            "description": event.summary,
            "inLanguage": settings.language,
            "isPartOf": {"@type": "WebSite", "name": settings.title, "url": addresses.root},
            "license": settings.licence.url if settings.licence else None,
            "dateModified": changed,
            **(_ending(gone, view, addresses) if gone else _subject(chronology, view)),
            "citation": [_citation(chronology.sources[source].source) for source in view.sources],
            "correction": [_correction(correction, url) for correction in corrections_of(event)],
        }
    )


def _subject(chronology: Chronology, view: EventView) -> dict[str, Any]:
    """What the page is about. A date in doubt is no `startDate`: it is the time that the page covers, as EDTF."""
    event = view.event
    places = [{"@type": "Place", "name": chronology.places[place].place.name} for place in event.places]
    span = _certain_days(event) if not _is_disputed(view) else {}
    return {
        "about": _known({"@type": "Event", "name": event.title, **span, "location": places}),
        "temporalCoverage": None if span else event.date.text,
    }


def _ending(gone: Correction, view: EventView, addresses: Addresses) -> dict[str, Any]:
    return {
        "creativeWorkStatus": gone.change.kind.capitalize(),
        "relatedLink": [addresses.event(event) for event in heirs(gone, view)],
    }


def _certain_days(event: Event) -> dict[str, str]:
    """The day of an event, or the first and last of an interval, where these are known without doubt."""
    ends = event.date.parts if event.date.kind == "interval" else (event.date,)
    days = [day for end in ends if (day := _day(end))]
    if len(days) != len(ends) or (event.date.kind == "interval" and len(ends) < 2):
        return {}
    return dict(zip(("startDate", "endDate"), days, strict=False))


def _is_disputed(view: EventView) -> bool:
    in_dispute = (Standing.CONTESTED, Standing.OPEN)
    return any(question.question.about_date and question.standing in in_dispute for question in view.questions)


def _citation(source: Source) -> dict[str, Any]:
    corrected = source.corrected
    return _known(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "datePublished": _day(source.published),
            "inLanguage": source.language,
            "correction": _comment(corrected.note, corrected.date, corrected.url) if corrected else None,
        }
    )


def _correction(correction: Correction, url: str) -> dict[str, Any]:
    text = f"{correction.change.kind.capitalize()}: {sentences(correction.reasons)}"
    return _comment(text, correction.change.date, f"{url}#{correction.anchor}")


def _comment(text: str, date: Date | None, url: str | None) -> dict[str, Any]:
    return _known({"@type": "CorrectionComment", "url": url, "text": text, "datePublished": _day(date)})


def _day(date: Date | None) -> str | None:
    return machine(date) if date and date.kind == "day" else None


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: None and empty lists."""
    return {key: value for key, value in fields.items() if value not in (None, [])}
