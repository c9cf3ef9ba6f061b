"""Write a made-up chronology of any size: `python tests/bench/generate.py FOLDER --events 10000`.

The same seed gives the same files. An event is a file of about 1 KB with three paragraphs, a question with claims,
places, actors and sources; nothing in it is a fact. Three events in ten are dated less exactly than to a day, or lasted
longer. Nine places in ten have coordinates: a few regions with outlines, districts in them, and settlements and exact
points in those.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

WORDS = [
    "river",
    "bridge",
    "council",
    "north",
    "road",
    "report",
    "convoy",
    "statement",
    "village",
    "border",
    "crossing",
    "map",
    "school",
    "district",
    "harbour",
    "meeting",
    "station",
    "hill",
    "forest",
    "depot",
    "market",
    "column",
    "garrison",
    "delegation",
    "railway",
]
ACTORS, PLACES, SOURCES, TOPICS = 200, 400, 2000, 20
BEGIN = date(2014, 1, 1)
# How many of a hundred events are dated so, and how a record writes it of a day.
DATES: list[tuple[int, Callable[[date, random.Random], str]]] = [
    (71, lambda day, _: f"{day}"),
    (5, lambda day, _: f"{day:%Y-%m}"),
    (4, lambda day, chance: f"{day}{chance.choice('~?%')}"),
    (6, lambda day, chance: f"{day}/{_later(day, chance, 30)}"),
    (2, lambda day, chance: f"{day}~/{_later(day, chance, 400)}?"),
    (1, lambda day, _: f"{day}/.."),
    (1, lambda day, _: f"../{day}"),
    (3, lambda day, chance: f"[{day}, {_later(day, chance, 5)}]"),
    (3, lambda day, chance: f"[{day}..{_later(day, chance, 9)}]"),
    (2, lambda day, _: f"{day:%Y-%m}-XX"),
    (1, lambda day, _: f"{day:%Y}-21"),
    (1, lambda day, _: f"{day:%Y}"),
]
WEST, NORTH = 26.0, 51.0  # of the region that is farthest to the north-west; they lie two degrees apart, in two rows

SETTINGS = """\
title: A made-up chronology
name: Made up
scope: Generated to measure how long a build takes. Nothing in it is a fact.
types: {attack: Attack, statement: Statement, movement: Movement}
actor_kinds: {body: Body}
place_kinds: {region: Region, district: District, village: Village}
source_kinds: {newspaper: Newspaper}
units: {people: {one: person, many: people}}
"""
MKDOCS = """\
site_name: Made up
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [search, chronology]
"""


def write(folder: Path, events: int, seed: int = 1) -> None:
    """Write mkdocs.yml, docs/ and content/ with that many events."""
    chance = random.Random(seed)
    for name in ("events", "actors", "places", "sources", "series", "topics"):
        (folder / "content" / name).mkdir(parents=True, exist_ok=True)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "about.md").write_text("# About\n\nGenerated.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (folder / "content" / "chronology.yml").write_text(SETTINGS, encoding="utf-8")
    _write_others(folder / "content", chance)
    for number in range(events):
        target = folder / "content" / "events" / f"{number // 1000:03d}"
        target.mkdir(exist_ok=True)
        (target / f"event-{number:05d}.yml").write_text(_event(number, chance), encoding="utf-8")


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _sentence(chance: random.Random, count: int) -> str:
    return _words(chance, count).capitalize() + "."


def _write_others(content: Path, chance: random.Random) -> None:
    for number in range(ACTORS):
        text = f"name: Actor {number} of the {_words(chance, 1)}\nkind: body\n"
        (content / "actors" / f"actor-{number}.yml").write_text(text, encoding="utf-8")
    _write_places(content / "places", chance)
    for number in range(SOURCES):
        day = BEGIN + timedelta(days=number)
        text = f"title: {_sentence(chance, 6)}\npublisher: Paper {number % 50}\nkind: newspaper\npublished: {day}\n"
        text += f"url: https://example.org/{number}\nlanguage: en\n"
        (content / "sources" / f"source-{number}.yml").write_text(text, encoding="utf-8")
    for number in range(TOPICS):
        text = f"title: Topic {number}\nsummary: {_sentence(chance, 12)}\n"
        (content / "topics" / f"topic-{number}.yml").write_text(text, encoding="utf-8")


def _write_places(folder: Path, chance: random.Random) -> None:
    """Ten regions, districts within them, and villages within those, numbered so that a place's tenth is around it."""
    points: list[tuple[float, float]] = []
    for number in range(PLACES):
        west, north = points[number // 10] if number >= 10 else (WEST + 2 * (number % 5), NORTH - 2 * (number // 5))
        reach = 0.0 if number < 10 else 0.7 if number < 100 else 0.12
        point = west + chance.uniform(-reach, reach), north + chance.uniform(-reach, reach)
        points.append(point)
        kind = "region" if number < 10 else "district" if number < 100 else "village"
        text = f"name: Place {number}\nkind: {kind}\n"
        if number >= 10:
            text += f"within: place-{number // 10}\n"
        if chance.random() < 0.9:
            precision = kind if kind != "village" else chance.choice(("settlement", "exact"))
            text += f"coordinates: {{latitude: {point[1]:.4f}, longitude: {point[0]:.4f}, precision: {precision}}}\n"
        if kind == "region":
            text += f"outline: {{file: place-{number}.geojson, licence: CC0}}\n"
            (folder / f"place-{number}.geojson").write_text(_square(*point), encoding="utf-8")
        (folder / f"place-{number}.yml").write_text(text, encoding="utf-8")


def _square(longitude: float, latitude: float) -> str:
    corners = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9), (-0.9, -0.9)]
    ring = [(round(longitude + east, 4), round(latitude + north, 4)) for east, north in corners]
    area = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    return json.dumps({"type": "FeatureCollection", "features": [area]})


def _later(day: date, chance: random.Random, most: int) -> date:
    return day + timedelta(days=chance.randint(1, most))


def _date(chance: random.Random) -> str:
    """A date as a record writes it, quoted where YAML would read a list."""
    [(_, written)] = chance.choices(DATES, weights=[weight for weight, _ in DATES])
    text = written(BEGIN + timedelta(days=chance.randrange(3650)), chance)
    return f'"{text}"' if text.startswith("[") else text


def _event(number: int, chance: random.Random) -> str:
    actors = chance.sample(range(ACTORS), 3)
    sources = chance.sample(range(SOURCES), 3)
    paragraphs = "\n\n".join(f"  {_sentence(chance, 14)} {_sentence(chance, 8)}" for _ in range(3))
    return f"""\
title: {_words(chance, 6).capitalize()} {number}
date: {_date(chance)}
type: {chance.choice(("attack", "statement", "movement"))}
places: [place-{chance.randrange(PLACES)}]
actors: [actor-{actors[0]}, actor-{actors[1]}]
topics: [topic-{chance.randrange(TOPICS)}]
summary: {_sentence(chance, 16)}
text: |
{paragraphs}
questions:
  - id: held
    ask: Who held it?
    answers: {{one: One side, other: The other}}
    claims:
      - {{answer: one, by: [actor-{actors[0]}], sources: [source-{sources[0]}]}}
      - answer: {chance.choice(("one", "other"))}
        says: {_sentence(chance, 8)}
        by: [actor-{actors[1]}]
        sources: [source-{sources[1]}]
sources: [source-{sources[2]}]
"""


def main() -> None:
    """Write the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    write(options.folder, options.events, options.seed)


if __name__ == "__main__":
    main()
