"""How long reading takes at the size that the generator is meant for: 10,000 events of about 1 KB."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from chronology.records.load import load
from tests.records.case_files import write_project

EVENTS = 10_000
PARAGRAPH = "The ministry said that its units had entered the village after days of fighting near the road."
EVENT = f"""\
title: Russia says that it has retaken village {{number}}
date: {{year}}-03-{{day:02}}
type: statement
places: [sudzha]
actors: [russia-mod, analyst]
topics: [campaign]
summary: {PARAGRAPH}
text: |
  {PARAGRAPH} {PARAGRAPH}

  {PARAGRAPH} [Sudzha](place:sudzha).

  {PARAGRAPH}
questions:
  - id: control
    ask: Who held the village?
    answers: {{{{russia: Russia, ukraine: Ukraine}}}}
    claims:
      - answer: russia
        by: [russia-mod]
        said: {{year}}-03-{{day:02}}
        sources:
          - {{{{source: report, quote: "Our units entered the village."}}}}
      - {{{{answer: ukraine, by: [ukraine], sources: [readout]}}}}
sources: [report]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("large")
    write_project(root, {})
    for number in range(EVENTS):
        year, day = 2000 + number % 25, number % 28 + 1
        path = root / f"content/events/{year}/event-{number}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(EVENT.format(number=number, year=year, day=day))
    return root


@pytest.mark.slow
def test_reading_ten_thousand_events(project: Path) -> None:
    """Limits are for processor time, which a busy machine changes less than the clock."""
    for run, limit in (("cold", 5.0), ("warm", 1.5)):
        began, clock = time.process_time(), time.perf_counter()
        found = load(project, project / "content", project / "cache")
        taken = time.process_time() - began
        print(f"{run}: {taken:.2f} s of the processor, {time.perf_counter() - clock:.2f} s by the clock")
        assert found.problems == ()
        assert taken < limit
