"""Write what the forms' scripts are held to by Node.js alone: `python -m tests.forms.write_cases`.

`cases/dates.json` has dates and times as the model reads and refuses them, with its words. `cases/findings.json` has
records of content/, each with one change that makes a mistake, and what the check says of it. `cases/ids.json` has the
ids that are proposed for the records of content/, and for names in other scripts. `cases/addresses.json` has
addresses as they are compared, with their sums.
"""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from chronology.model import addresses, clock, date_words, dates
from chronology.model.days import Day
from chronology.model.entities.sources import Source
from chronology.model.suggest import Suggestions
from chronology.pages.form_data import form_data
from chronology.records import ids, rules
from chronology.records.json_schema import schemas
from chronology.records.load import load
from chronology.records.schema.kinds import KINDS
from chronology.records.schema.record import Record
from chronology.records.validate import validate

CASES = Path(__file__).parent / "cases"
MODEL = Path(__file__).parent.parent / "model" / "cases"
MORE = (
    "12 March 2025", "March 12, 2025", "Wed, 12 March 2025", "12.3.2025", "13/03/2025", "03/13/2025", "12/03/2025",
    "11-13 March 2025", "11 or 12 March 2025", "between 11 and 13 March 2025", "from 6 August 2024 to now",
    "early March 2025", "mid-March 2025", "late February 2024", "spring 2025", "Q3 2024", "2024-Q3", "the 1990s",
    "19th century", "44 BC", "AD 79", "2025-W11", "2025-W11-3", "2025-071", "about March 2025", "after March 2025",
    "before 1 January 2025", "by 16 March 2025", "since August 2024", "2025-03-11/13", "2024/25", "2025/03",
    "20250312", "2025-3-12", "2025-03-12T14:30", "2025-03-12 14:30", "12 March 2025 at 14:30", "yesterday", "unknown",
    "[2025-03-11..2025-03-13", "2025-03-11..2025-03-13", "2025-03-11 – 2025-03-13", "{2025-03-11,2025-03-12}",
    "2025-03-12?~", "~2025-03", "199", "20", "Y17000E2", "2025S3", "x" * 60, "2025-03-12\u202e", "1/2/3/4", "nd",
    "2025-13-12", "2025-31-03", "2025-02-29", "[2025-03-13..2025-03-11]", "2025-03-13/2025-03-11", "[]", "[2025,]",
    "c. 12 March 2025", "c.1950", "12 March 2025?", "12 March 2025 (?)", "March 2025~", "up to 3 April 2024", "../..",
    "[..2025-03-16]", "[2024-08-06..]", "[1984,1986..1988,1990..]", "2025-03-12/2025-04", "2024-12/2025-02",
    "-0043-03-15", "-0049/-0043", "Y-17000", "Y170000002", "2025-XX-12", "20XX-03", "20XX-12-XX", "1XXX", "-12XX",
    "156X-12-25", "2025-1X", "2025-03-1X", "2025-03-XX~", "XXXX-03", "2025-~03-12", "2025-03-~12", "?2025-03-12%",
)  # fmt: skip
TIMES = (
    "14:30", "14:30~", "00:00?", "23:59%", "2:30", "14.30", "1430", "2 pm", "2:30 p.m.", "12 am", "24:00", "25:00",
    "14:30:15", "14:30Z", "about 14:30", "c. 9:05", "noon", "Midnight", "14h30", "14", "half past two", "14:75",
    "14:30 MSK", "~14:30?", "14:30?~", "13 pm", "", "x" * 50, "9 o'clock",
)  # fmt: skip
MISSPELT = {
    "sudza": ("sudzha", "sumy", "kursk-region"),
    "Sudzha": ("sudzha", "sumy"),
    "russia_mod": ("russia-mod", "russia", "ukraine"),
    "zzz": ("sudzha", "sumy"),
    "ttitle": ("title", "title_from", "text", "time"),
    "fought": ("fought-over", "russia"),
}


def dates_and_times() -> str:
    """The text of cases/dates.json."""
    texts = dict.fromkeys([*_model_texts(), *MORE])
    texts |= dict.fromkeys(
        changed.format(text) for text in list(texts)[::3] for changed in ("{}?", "about {}", "until {}")
    )
    texts |= dict.fromkeys(text.replace("-", "\N{EN DASH}") for text in list(texts)[::5])
    found = {
        "dates": [_date(text) for text in texts],
        "times": [_time(text) for text in TIMES],
        "nearest": [
            {"word": word, "words": words, "is": Suggestions(words).nearest(word)} for word, words in MISSPELT.items()
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


def _model_texts() -> list[str]:
    def read(name: str) -> Any:
        return yaml.load((MODEL / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    valid = [str(case[0]) for case in read("dates-valid")]
    invalid = [str(text) for case in read("dates-invalid") for text in case]
    return [*valid, *map(str, read("dates-words")), *invalid]


def _date(text: str) -> dict[str, Any]:
    try:
        date = dates.parse(text)
    except dates.DateError as error:
        return {"text": text, "problem": error.problem, "hint": error.hint}
    return {
        "text": text,
        "words": date_words.in_words(date),
        "kind": date.kind,
        "earliest": _day(date.earliest),
        "latest": _day(date.latest),
        "doubt": [date.soft_start, date.soft_end, date.approximate, date.uncertain],
        "written": date.text,
    }


def _day(day: Day | None) -> str | None:
    return day.isoformat() if day else None


def _time(text: str) -> dict[str, str]:
    try:
        return {"text": text, "words": clock.in_words(clock.parse_time(text))}
    except clock.ClockError as error:
        return {"text": text, "problem": error.problem, "hint": error.hint}


NAMES = (
    "Суджа", "Українська правда", "Згурівка", "Юлія Свириденко", "Валерий Герасимов", "Курський район", "Αθήνα",
    "Ćićevac", "Straße nach Łódź", "Министерство обороны России", "Об'єднані сили", "東京", "Sudzha (Суджа)",
    "Zelensky’s visit", "the", "a" * 60, "one-two-three-four-five-six-seven-eight-nine", "", "…", "Ёлкино", "Щебекино",
    "İzmir",
)  # fmt: skip


def proposed_ids() -> str:
    """The text of cases/ids.json."""
    entities = load(CONTENT.parent, CONTENT).entities
    assert entities
    given = [("places", {"name": name}) for name in NAMES] + [("events", {"title": name}) for name in NAMES]
    given += [("sources", {"title": "T", "publisher": name, "published": "2025-03-12?"}) for name in NAMES]
    given += [("events", {"title": one.title}) for one in entities.events.values()]
    given += [("actors", {"name": one.name}) for one in entities.actors.values()]
    given += [("sources", _printed(one)) for one in entities.sources.values()]
    taken: dict[str, list[str]] = {kind: [] for kind, _ in given}
    found = []
    for kind, data in given:
        proposed = ids.propose_id(kind, data, taken[kind])
        taken[kind] += [proposed] if proposed else []
        found.append({"kind": kind, "data": data, "id": proposed or ""})
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


ADDRESSES = (
    "http://www.Example.org:80/a/?utm_source=x&b=2&a=1#top", "https://m.example.org:8080//?ref=x", "https://example.org",
    "https://example.org/?q=%D0%A1%D1%83%D0%B4%D0%B6%D0%B0+2&empty=", "https://example.org/Суджа?b=~*(a)&b=%20",
    "https://user@example.org/a?at_medium=RSS", "https://example.org/a?a=b?c", " https://amp.example.org/a/// ",
)  # fmt: skip


def compared_addresses() -> str:
    """The text of cases/addresses.json."""
    entities = load(CONTENT.parent, CONTENT).entities
    assert entities
    given = [*ADDRESSES, *(one.url for one in entities.sources.values() if one.url)]
    found = [{"url": url, "plain": addresses.plain_address(url), "sum": addresses.address_sum(url)} for url in given]
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


def _printed(source: Source) -> dict[str, str]:
    fields = {"title": source.title, "publisher": source.publisher}
    return fields | ({"published": source.published.text} if source.published else {})


Loc = tuple[str | int, ...]
CONTENT = Path(__file__).parent.parent.parent / "content"
BASES = (
    "events/2025/sudzha-retaken", "events/2025/gas-station", "events/2024/syrskyi-1294", "sources/meduza-0321",
    "places/sudzha", "actors/deepstate", "series/recaptured-area-isw-derived", "topics/sudzha",
)  # fmt: skip
GONE = None
WRONG = ("", "Not An Id", "a\nb", "x" * 301, "2025-02-30", "about", "true", "-7.5", "sudza")
MORE_WRONG: tuple[tuple[int, Loc, Any], ...] = (
    (0, ("zone",), "Europe/Moscow"),
    (0, ("retracted",), {"date": "12.3.2025"}),
    (0, ("places",), ["sudzha", "podol", "sudzha"]),
    (0, ("media",), [{"file": "map.tiff", "alt": "A map", "credit": "x" * 400}]),
    (0, ("history",), [{"date": "2025-03-20", "kind": "redated", "reason": "Why."}]),
    (0, ("questions", 0, "claims", 0), {"sources": ["mt-0313"]}),
    (0, ("questions", 0, "claims", 0, "value"), "140"),
    (0, ("questions", 0, "claims", 0, "low"), "140"),
    (0, ("questions", 0, "claims", 0, "denies"), ["ukraine", "russia", "ukrain", "isw-12"]),
    (0, ("questions", 0, "claims", 1, "id"), "russia-mod-13"),
    (0, ("questions", 0, "claims", 1, "id"), "ukraine"),
    (0, ("questions", 0, "about"), "date"),
    (0, ("questions", 0, "about"), "day"),
    (0, ("questions", 0, "many"), "yes"),
    (0, ("questions", 0, "claims", 0, "unit"), "km2"),
    (0, ("questions", 0, "claims", 0, "sources"), []),
    (0, ("questions", 0, "claims", 0, "withdrawn"), {"source": "mt-0313"}),
    (0, ("questions", 1), {"id": "control", "ask": "Again?"}),
    (1, ("date",), "2025-03-21"),
    (1, ("questions", 1, "claims", 0, "answer"), "2025-03-2"),
    (1, ("questions", 0, "about"), "date"),
    (2, ("questions", 0, "claims", 0, "value"), "1,250"),
    (3, ("without_url",), "It is a letter."),
    (3, ("url",), "meduza.io/en"),
    (3, ("grade",), "G1"),
    (3, ("archived",), {"url": "https://example.org/a b", "date": "2025-03-2X"}),
    (4, ("coordinates", "latitude"), "95"),
    (4, ("coordinates", "longitude"), "-180.5"),
    (4, ("coordinates", "precision"), "towns"),
    (4, ("outline",), {"file": "Kursk.json", "licence": "CC0"}),
    (5, ("ttitle",), "What?"),
    (6, ("readings", 1), {"file": "recaptured-area-isw-derived.csv", "by": [], "sources": [], "unit": "km2"}),
)
NAMED: tuple[tuple[int, Loc, Any], ...] = (
    (0, ("type",), "atack"),
    (0, ("places", 0), "sudza"),
    (0, ("places", 0), "no-such-place-anywhere"),
    (0, ("actors", 0), "sudzha"),
    (0, ("sources", 0), {"source": "realnoe-0314", "quote": "x"}),
    (0, ("relations", 0, "event"), "sudzha-retaken"),
    (0, ("questions", 0, "claims", 0, "rests_on"), "nobody-knows-it"),
    (0, ("questions", 0, "claims", 0, "sources", 0), "qqqqqqqq"),
    (0, ("text",), "See [it](place:nowhere-at-all), [that](plce:sudzha) and [more](event:sudzha-takn)."),
    (0, ("media",), [{"file": "nothing.png", "alt": "A", "credit": "B", "licence": "C"}]),
    (0, ("formerly",), ["sudzha-retaken", "gas-station"]),
    (1, ("questions", 0, "claims", 0, "by", 0), "russia-mode"),
    (3, ("kind",), "newspapers"),
    (3, ("origin",), "meduza-0321"),
    (4, ("within",), "sudzha"),
    (5, ("member_of",), ["meduzza"]),
    (6, ("unit",), "acres"),
    (6, ("place",), "Kursk"),
)


def mistakes() -> str:
    """The text of cases/findings.json."""
    bases = [_base(path) for path in BASES]
    found = [
        {"base": number, "at": loc, "to": value, "findings": findings}
        for number, base in enumerate(bases)
        for loc, value in [*_changes(base["data"]), *((at, to) for one, at, to in MORE_WRONG if one == number)]
        if (findings := _findings(base["kind"], changed(base["data"], loc, value)))
    ]
    kinds = {base["kind"] for base in bases}
    forms = {kind: schema for kind, schema in schemas().items() if kind in kinds}
    cases = {"schemas": forms, "bases": bases, "mistakes": found, "data": _data(), "named": _named(bases)}
    return json.dumps(cases, ensure_ascii=False, separators=(",", ":")) + "\n"


def changed(data: Any, loc: Loc, value: Any) -> Any:
    """A copy of the data with one value set, or taken away."""
    copied = copy.deepcopy(data)
    here = copied
    for step in loc[:-1]:
        here = here[step]
    if value is GONE:
        del here[loc[-1]]
    elif isinstance(here, list) and loc[-1] == len(here):
        here.append(value)
    else:
        here[loc[-1]] = value
    return copied


def _base(path: str) -> dict[str, Any]:
    kind, _, name = path.partition("/")
    text = (CONTENT / f"{path}.yml").read_text(encoding="utf-8")
    return {"kind": kind, "id": name.rpartition("/")[2], "data": yaml.load(text, Loader=yaml.BaseLoader)}


def _changes(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Every field taken away, and every text made wrong in one way after the other."""
    places = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in places:
        if isinstance(data, dict):
            yield (*loc, step), GONE
        if isinstance(value, str):
            yield from (((*loc, step), wrong) for wrong in WRONG)
        yield from _changes(value, (*loc, step))


def _findings(kind: str, data: Any) -> list[list[Any]]:
    outcome = validate(KINDS[kind], data)
    found = [*(() if isinstance(outcome, Record) else outcome), *rules.findings(kind, data)]
    return sorted(([list(one.loc), one.message, one.hint] for one in found), key=json.dumps)


def _data() -> Any:
    """The data of the forms of content/."""
    loaded = load(CONTENT.parent, CONTENT)
    return json.loads(form_data(loaded.entities).read()) if loaded.entities else None


def _named(bases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Names that nobody knows, each in a content folder of its own: what the check says of them, without places."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder).resolve() / "content"
        shutil.copytree(CONTENT, content)
        return [
            {"base": number, "at": loc, "to": value, "says": _said(content, BASES[number], bases[number], loc, value)}
            for number, loc, value in NAMED
        ]


def _said(content: Path, path: str, base: dict[str, Any], loc: Loc, value: Any) -> list[str]:
    file = content / f"{path}.yml"
    before = file.read_bytes()
    file.write_text(json.dumps(changed(base["data"], loc, value), ensure_ascii=False), encoding="utf-8")
    problems = load(content.parent, content).problems
    file.write_bytes(before)
    here = file.relative_to(content.parent).as_posix()
    return sorted(f"{one.message}; {one.hint}" for one in problems if one.path == here and one.level == "error")


def main() -> None:
    (CASES / "dates.json").write_text(dates_and_times(), encoding="utf-8")
    (CASES / "findings.json").write_text(mistakes(), encoding="utf-8")
    (CASES / "ids.json").write_text(proposed_ids(), encoding="utf-8")
    (CASES / "addresses.json").write_text(compared_addresses(), encoding="utf-8")


if __name__ == "__main__":
    main()
