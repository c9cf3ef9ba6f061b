"""Folding in Python; tests/search/words.test.mjs runs the same cases in JavaScript."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chronology.search.names import fold, words

CASES = json.loads((Path(__file__).parent / "folding.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("word, folded", CASES["fold"])
def test_a_word_is_compared_without_case_diacritics_and_script(word: str, folded: str):
    assert fold(word) == folded


@pytest.mark.parametrize("text, expected", CASES["words"])
def test_the_words_of_a_text(text: str, expected: list[str]):
    assert words(text) == expected
