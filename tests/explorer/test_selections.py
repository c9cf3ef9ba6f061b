"""Selections, as Python, the scripts and a plain oracle see them: each of cases/selections.json, and many by chance."""

from __future__ import annotations

import random
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from chronology.model.chronology import Chronology
from chronology.model.selection import select
from chronology.model.selection_options import OPTIONS, parse
from tests.explorer import chronologies
from tests.explorer.conftest import RunScripts
from tests.explorer.oracle import Oracle
from tests.explorer.random_selections import random_selection

CASES: list[dict[str, Any]] = chronologies.read_cases("selections.json")
by_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])


@pytest.fixture(scope="module")
def answers(made_up: Chronology, run_scripts: RunScripts) -> dict[str, dict[str, Any]]:
    return dict(zip((case["case"] for case in CASES), run_scripts(made_up, CASES), strict=True))


@by_case
def test_scripts_answer_as_the_case_says(case: dict[str, Any], answers: dict[str, dict[str, Any]]):
    answer = answers[case["case"]]
    assert answer["ids"] == answer["has"] == case["ids"]
    assert answer["total"] == len(case["ids"])
    for facet, counts in case.get("counts", {}).items():
        assert {one: answer["counts"][facet][one] for one in counts} == counts
    assert answer["loosen"] == case.get("loosen", answer["loosen"])
    assert answer["unknown"] == case.get("unknown", [])
    assert answer["written"] == case.get("written", answer["written"])
    assert answer["same"]


@by_case
def test_model_answers_as_the_case_says(case: dict[str, Any], made_up: Chronology):
    options = [(name, value) for name, value in parse_qsl(case["search"][1:]) if name in OPTIONS]
    selection, mistakes = parse(options, made_up)
    assert [view.event.id for view in select(made_up, selection, case.get("words"))] == case["ids"]
    assert [[mistake.option, mistake.value] for mistake in mistakes] == case.get("unknown", [])


@by_case
def test_oracle_answers_as_the_case_says(case: dict[str, Any], made_up: Chronology):
    answer = Oracle(made_up).answer(case["search"], case.get("words"))
    assert answer.ids == case["ids"]
    assert answer.loosen == case.get("loosen", answer.loosen)


@pytest.fixture(scope="module", params=["made-up", "kursk", "small", "generated"])
def chronology(
    request: pytest.FixtureRequest, project_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Chronology:
    match request.param:
        case "made-up":
            return chronologies.made_up()
        case "kursk":
            return chronologies.read(project_root, project_root / ".cache" / "chronology")
        case "small":
            return chronologies.read(project_root / "tests" / "sites" / "small")
        case _:
            return chronologies.generated(tmp_path_factory.mktemp("generated"), 2000)


def test_any_selection_leaves_the_same_everywhere(chronology: Chronology, run_scripts: RunScripts):
    chance = random.Random(20250313)
    number = 200 if len(chronology.events) < 1000 else 25
    cases = [random_selection(chance, chronology) for _ in range(number)]
    answers = run_scripts(chronology, cases)
    oracle = Oracle(chronology)
    for case, answer in zip(cases, answers, strict=True):
        expected = oracle.answer(case["search"], case["words"])
        assert answer["ids"] == expected.ids, case
        assert answer["counts"] == expected.counts, case
        assert answer["loosen"] == expected.loosen, case
        assert answer["same"], case
        assert _selected(chronology, case["search"], case["words"]) == expected.ids, case
    found = [len(answer["ids"]) for answer in answers]
    assert 0 in found
    assert sum(0 < one < len(oracle.views) for one in found) > number / 3


def _selected(chronology: Chronology, search: str, words: Collection[str] | None) -> list[str]:
    selection, mistakes = parse(parse_qsl(search[1:]), chronology)
    assert {mistake.option for mistake in mistakes} <= {"actor", "source", "to"}
    return [view.event.id for view in select(chronology, selection, words)]
