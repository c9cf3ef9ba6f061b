"""The templates' environment: ours, with autoescape on, apart from the theme's."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from chronology.model import date_words, dates
from chronology.model.dates import Date
from chronology.pages import words
from chronology.pages.typography import count, listing, sentence, typeset

MACROS = {
    "f": "_figure",
    "k": "_known",
    "m": "_macros",
    "q": "_question",
    "grids": "_matrix",
    "maps": "_map",
    "n": "_notices",
    "past": "_history",
    "t": "_timeline",
    "x": "_explorer",
}
"""Templates that hold only macros, by the name under which pages' templates know them: each after those it uses."""


def when(date: Date | None, *, weekday: bool = False, beside: Date | None = None) -> Markup:
    """Return a date in words as a `<time>` element, where HTML has a machine form for it.

    `beside` is a date that stands near it: its year is not said again.
    """
    if date is None:
        return Markup("date not stated")
    return _when(date.text, weekday, beside.year_month()[0] if beside else None)


def said(date: Date | None, *, beside: Date | None = None) -> Markup:
    """Return when something was said: what was said "until" a day was said by that day."""
    words = when(date, beside=beside)
    return words if date is None or date.earliest is not None else words.replace("until ", "by ", 1)


@lru_cache(maxsize=65_536)
def _when(text: str, weekday: bool, year: int | None) -> Markup:
    date = dates.parse(text)
    words = date_words.in_words(date, weekday=weekday) if year is None else date_words.short(date, year)
    machine = date_words.machine(date)
    return Markup('<time datetime="{}">{}</time>').format(machine, words) if machine else escape(words)


class DirectContext(Context):
    """Calls macros and functions at once.

    Jinja's own way first asks each whether it wants the context, which none of ours does: seven look-ups a call, at
    ninety calls a page.
    """

    def call(self, called: Callable[..., Any], /, *args: Any, **options: Any) -> Any:
        """Call a macro or a function of a template."""
        if options:  # compiled templates pass these along for functions that want the context
            options.pop("_loop_vars", None)
            options.pop("_block_vars", None)
        if type(called) is Macro:
            return called(self.eval_ctx, *args, **options)
        return called(*args, **options)


class DirectEnvironment(Environment):
    """Reads attributes as Python does.

    Jinja's own way also looks for an item of that name, and makes something undefined of what is not there. Our
    templates get objects, and a field that is missing is a mistake.
    """

    getattr = staticmethod(getattr)  # type: ignore[assignment]


@cache
def environment() -> Environment:
    """Return the environment that all templates share."""
    env = DirectEnvironment(
        loader=PackageLoader("chronology.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # looking whether a template has changed costs more than a small one
    )
    env.context_class = DirectContext
    env.filters |= {
        "when": when,
        "said": said,
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
        "marks": words.marks,
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
