"""`chronology sources`: which sources have no archived copy, and which are gone, moved or changed."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from chronology import __version__
from chronology.commands.home import find_content
from chronology.commands.terminal import Bar, has_colour
from chronology.commands.usage import CACHE, Commands, UsedWronglyError, add_parser

if TYPE_CHECKING:
    from chronology.model.entities.entities import Entities
    from chronology.model.entities.sources import Source
    from chronology.model.survival import Look, Survey
    from chronology.records.problems import Problem

FORMATS = ("text", "json", "github", "markdown")
LOOKS = "sources.json"
"""The looks of all runs in the cache, in the form of the report."""
_CONTACT = re.compile(r"(https?://[!-'*-;=?-~]+|[!-'*-;=?-~]+@[!-'*-;=?-~]+)")
_SLOWEST = 3600.0
_EXAMPLES = """\
  chronology sources                     look at what nobody looked at for a week
  chronology sources --offline           ask nobody; tell what is known
  chronology sources --max 50            no more than fifty addresses now
  chronology sources --format markdown   for a pull request

What is seen is written to sources-report.json, which the site shows. Exit status: 0 if all is well, 1 if a page is
gone, has moved, or lost words that are quoted from it (with --strict: or has no archived copy), or if the records have
mistakes, 2 if used wrongly."""


def add(commands: Commands) -> None:
    """Say what the command takes."""
    parser = add_parser(
        commands, "sources", "tell which sources have no archived copy, and which are gone, moved or changed", _EXAMPLES
    )
    parser.add_argument("--content", type=Path, metavar="FOLDER", help="the records (content)")
    parser.add_argument(
        "--report", type=Path, metavar="FILE", help="what was seen (sources-report.json beside the records)"
    )
    parser.add_argument("--offline", action="store_true", help="ask nobody, write nothing")
    parser.add_argument("--max", type=_whole, metavar="N", help="the most addresses to ask now (all)")
    parser.add_argument("--days", type=_whole, default=7, metavar="N", help="days until an address is asked again (7)")
    parser.add_argument(
        "--host-delay", type=_seconds, default=5.0, metavar="SECONDS", help="between requests to one host (5)"
    )
    parser.add_argument(
        "--timeout", type=_seconds, default=20.0, metavar="SECONDS", help="for one request, all of it (20)"
    )
    parser.add_argument(
        "--contact",
        metavar="ADDRESS",
        default=os.environ.get("SITE_URL") or os.environ.get("REPO_URL") or "",
        help="who asks: the address of the site or the repository ($SITE_URL, $REPO_URL)",
    )
    parser.add_argument("--allow-local", action="store_true", help="also ask machines of a private network")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to tell (text)")
    parser.add_argument("--strict", action="store_true", help="fail on sources without an archived copy too")
    parser.add_argument("--no-cache", action="store_true", help=f"neither use nor write {CACHE}")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look at what is due, write down what was seen, tell, and return the exit status."""
    from chronology.model.survival import quotations
    from chronology.records.load import load
    from chronology.review.survival_remarks import FAULTS, survival_problems

    content = find_content(options.content)
    entities = load(content.parent, content, None if options.no_cache else content.parent / CACHE).entities
    if entities is None:
        print("chronology sources: the records have mistakes; run `chronology check` first", file=sys.stderr)
        return 1
    survey = _survey(options, content.parent, entities)
    sources = sorted(entities.sources.values(), key=lambda one: (one.where.path, one.where.line))
    problems = survival_problems(sources, survey, quotations(entities), content.parent)
    _print(options.format, content.parent, sources, survey, problems)
    faults = any(problems[outcome] for outcome in FAULTS)
    return 1 if faults or (options.strict and problems["unarchived"]) else 0


def _survey(options: argparse.Namespace, root: Path, entities: Entities) -> Survey:
    """What is known of the sources; with what is seen now, unless nobody is to be asked."""
    from chronology.model.survival import Survey, quotations
    from chronology.survival.clock import Clock
    from chronology.survival.journey import Traveller
    from chronology.survival.report import NAME
    from chronology.survival.survey import Plan, due, latest, look_at
    from chronology.survival.visit import Manners

    report, cache = options.report or root / NAME, root / CACHE / LOOKS
    known = latest((_read(report), Survey() if options.no_cache else _remembered(cache)), entities.sources)
    if options.offline:
        return known
    clock, plan = Clock(), Plan(options.days, options.max)
    quoted = {source: tuple(one.text for one in some) for source, some in quotations(entities).items()}
    waiting = due(entities.sources.values(), quoted, known, plan, clock.today())
    traveller = Traveller(
        clock, Manners(_user_agent(options), options.timeout, options.allow_local), options.host_delay
    )

    def keep(looks: Mapping[str, Look]) -> None:
        if not options.no_cache:
            _remember(cache, Survey({**known.looks, **looks}))

    with Bar("Looking") as bar:
        seen = look_at(waiting, traveller, clock.today(), keep, bar)
    survey = Survey({**known.looks, **seen})
    _write(report, survey)
    return survey


def _user_agent(options: argparse.Namespace) -> str:
    """Who asks, so that whoever runs a server can find us."""
    about = f"chronology/{__version__}"
    if not options.contact:
        print("chronology sources: nobody can tell who asks; name the site with --contact or SITE_URL", file=sys.stderr)
        return about
    if not _CONTACT.fullmatch(options.contact):
        raise UsedWronglyError("--contact is a web address or a mail address")
    return f"{about} (+{options.contact})"


def _read(report: Path) -> Survey:
    from chronology.survival.report import DamagedReportError, read_report

    try:
        return read_report(report)
    except DamagedReportError as error:
        raise UsedWronglyError(f"{report}: {error}; remove it, and it is written anew") from error


def _remembered(cache: Path) -> Survey:
    """The looks of a run that was broken off; a cache that is damaged costs time, never correctness."""
    from chronology.model.survival import Survey
    from chronology.survival.report import DamagedReportError, read_report

    try:
        return read_report(cache)
    except DamagedReportError:
        return Survey()


def _remember(cache: Path, survey: Survey) -> None:
    from chronology.survival.report import write_report

    with suppress(OSError):
        write_report(cache, survey)


def _write(report: Path, survey: Survey) -> None:
    from chronology.survival.report import write_report

    try:
        write_report(report, survey)
    except OSError as error:
        raise UsedWronglyError(f"{report} cannot be written ({error.strerror})") from error


def _print(
    form: str, root: Path, sources: Sequence[Source], survey: Survey, problems: Mapping[str, Sequence[Problem]]
) -> None:
    from chronology.model.survival import coverage
    from chronology.review.reports.github import github
    from chronology.review.reports.text import text
    from chronology.review.survival_report import SurvivalReport, closing, markdown, survival_json

    kept = coverage(sources, survey)
    lines: Iterator[str]
    if form == "json":
        lines = iter([survival_json(sources, survey, kept)])
    elif form == "markdown":
        lines = markdown(kept, problems)
    else:
        told = tuple(chain.from_iterable(problems.values()))
        report = SurvivalReport(told, len(sources), complete=True, hidden=0, root=root, closing=closing(kept))
        lines = text(report, colour=has_colour(sys.stdout)) if form == "text" else github(report)
    for line in lines:
        print(line)


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number")
    return int(text[:6])


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= _SLOWEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds up to {_SLOWEST:g}")
    return seconds
