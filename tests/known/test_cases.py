"""The cases that hold the scripts to the model are those of today's model."""

from __future__ import annotations

from tests.known.write_cases import FILE, cases


def test_the_scripts_cases_are_the_models():
    assert FILE.read_text(encoding="utf-8") == cases(), "run: python -m tests.known.write_cases"
