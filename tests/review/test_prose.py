from __future__ import annotations

import pytest

from chronology.review.inflection import forms_of_one
from chronology.review.prose import own_words, sentences, words


@pytest.mark.parametrize(
    "text, expected",
    [
        ("One. Two", ["One.", "Two"]),
        ("One; two? Three!", ["One;", "two?", "Three!"]),
        ("Gen. Smith and J. Doe came at 8 a.m. yesterday.", ["Gen. Smith and J. Doe came at 8 a.m. yesterday."]),
        ("It held 99.5 per cent.", ["It held 99.5 per cent."]),
        ("(It was so.) Then", ["(It was so.)", "Then"]),
        ("A heading\n\nA paragraph", ["A heading", "A paragraph"]),
        ("- one\n- two", ["- one", "- two"]),
        ("  ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text.strip() for sentence in sentences(text)] == expected


def test_sentences_know_their_places() -> None:
    text = "One.  Two words"
    assert [(word.text, word.start) for sentence in sentences(text) for word in sentence.words()] == [
        ("One", 0),
        ("Two", 6),
        ("words", 10),
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ('They "lied" again', "They        again"),
        ("They “lied” again", "They        again"),
        ("Sie „logen“ wieder", "Sie         wieder"),
        ("Ils «mentent» encore", "Ils           encore"),
        ("They 'didn't lie' again", "They              again"),
        ("They ‘lied’ again", "They        again"),
        ("The troops' flank and the soldiers' line", "The troops' flank and the soldiers' line"),
        ("Russia's loss and Kyiv’s gain", "Russia's loss and Kyiv’s gain"),
        ('A single " mark', 'A single " mark'),
    ],
)
def test_quotations_are_not_our_words(text: str, expected: str) -> None:
    assert own_words(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("See [this](event:x-admits) now", "See [this                  now"),
        ("Write `admit` now", "Write         now"),
        ("One\n\n> We admit it.\n\nTwo", "One\n\n              \n\nTwo"),
    ],
)
def test_links_code_and_quoted_paragraphs_are_not_our_words(text: str, expected: str) -> None:
    assert own_words(text, markdown=True) == expected


def test_words_are_without_the_possessive() -> None:
    assert [word.text for word in words("Russia's cease-fire of Kyiv’s")] == ["Russia", "cease", "fire", "of", "Kyiv"]


@pytest.mark.parametrize(
    "word, base",
    [
        ("admitted", "admit"),
        ("admits", "admit"),
        ("Insisting", "insist"),
        ("denied", "deny"),
        ("denies", "deny"),
        ("refuted", "refute"),
        ("bragged", "brag"),
        ("took", "take"),
        ("said", "say"),
        ("encirclement", "encircle"),
        ("withdrawal", "withdraw"),
        ("Ukrainians", "Ukraine"),
        ("Russian", "Russia"),
        ("Koreans", "Korea"),
    ],
)
def test_forms_of_one_word(word: str, base: str) -> None:
    assert base.casefold() in forms_of_one(word)


@pytest.mark.parametrize("one, other", [("held", "help"), ("country", "count"), ("as", "a")])
def test_other_words_are_no_form(one: str, other: str) -> None:
    assert forms_of_one(one).isdisjoint(forms_of_one(other))


def test_what_lies_somewhere_did_not_lie() -> None:
    assert "lied" not in forms_of_one("lies")
