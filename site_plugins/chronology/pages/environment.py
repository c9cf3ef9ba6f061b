"""The templates' environment: ours, with autoescape on, apart from the theme's."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from chronology.model import date_words, dates
from chronology.model.dates import Date
from chronology.pages import words
from chronology.pages.typography import count, listing, sentence, typeset

MACROS = {"f": "_figure", "k": "_known", "m": "_macros", "q": "_question", "grids": "_matrix", "n": "_notices"}
"""Templates that hold only macros, by the name under which pages' templates know them."""


def when(date: Date | None, *, weekday: bool = False, beside: Date | None = None) -> Markup:
    """Return a date in words as a `<time>` element, where HTML has a machine form for it.

    `beside` is a date that stands near it: its year is not said again.
    """
    if date is None:
        return Markup("date not stated")
    return _when(date.text, weekday, beside.year_month()[0] if beside else None)


@lru_cache(maxsize=65_536)
def _when(text: str, weekday: bool, year: int | None) -> Markup:
    date = dates.parse(text)
    words = date_words.in_words(date, weekday=weekday) if year is None else date_words.short(date, year)
    machine = date_words.machine(date)
    return Markup('<time datetime="{}">{}</time>').format(machine, words) if machine else escape(words)


@cache
def environment() -> Environment:
    """Return the environment that all templates share."""
    env = Environment(
        loader=PackageLoader("chronology.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # looking whether a template has changed costs more than a small one
    )
    env.filters |= {
        "when": when,
        "typeset": typeset,
        "sentence": sentence,
        "listing": listing,
        "mark": words.mark,
        "event_mark": words.event_mark,
        "question_mark": words.question_mark,
        "language": words.language,
    }
    env.globals |= {
        "count": count,
        "reports": words.reports,
        "KINDS": words.KINDS,
        "RELATIONS": words.RELATIONS,
        "CHANGES": words.CHANGES,
    }
    return env


def equip(**functions: Callable[..., object]) -> None:
    """Give templates functions to call by name, and then the macros, which may call them.

    Macros are globals, because an `import` in each page's template would cost a tenth of the page: Jinja compares all
    globals whenever one is executed.
    """
    env = environment()
    env.globals |= functions
    for name, file in MACROS.items():
        env.globals[name] = env.get_template(f"{file}.html.jinja").module
