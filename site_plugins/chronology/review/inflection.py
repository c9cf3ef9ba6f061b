"""English words in any of their forms: `admitted` is a form of `admit`, `Ukrainian` one of `Ukraine`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_IRREGULAR = {
    "beaten": "beat", "began": "begin", "begun": "begin", "blew": "blow", "blown": "blow", "broke": "break",
    "broken": "break", "brought": "bring", "came": "come", "caught": "catch", "chose": "choose", "chosen": "choose",
    "drew": "draw", "drawn": "draw", "driven": "drive", "drove": "drive", "fallen": "fall", "fell": "fall",
    "fled": "flee", "fought": "fight", "found": "find", "gave": "give", "given": "give", "gone": "go", "had": "have",
    "held": "hold", "kept": "keep", "knew": "know", "known": "know", "laid": "lay", "led": "lead", "left": "leave",
    "lost": "lose", "made": "make", "met": "meet", "overran": "overrun", "ran": "run", "retaken": "retake",
    "retook": "retake", "said": "say", "sank": "sink", "saw": "see", "seen": "see", "sent": "send", "shown": "show",
    "shot": "shoot", "spoke": "speak", "spoken": "speak", "struck": "strike", "sunk": "sink", "taken": "take",
    "thought": "think", "threw": "throw", "thrown": "throw", "told": "tell", "took": "take", "went": "go",
    "withdrawn": "withdraw", "withdrew": "withdraw", "won": "win", "wrote": "write", "written": "write",
}  # fmt: skip
_SHORTEST = 3
_DOUBLED = "bdgklmnprtv"


@cache
def forms_of_one(word: str) -> frozenset[str]:
    """The words that a word can be a form of, itself among them, in lower case.

    Too many rather than too few: who asks compares them with words that are there. Two words are forms of one where
    these sets meet.
    """
    lowered = word.casefold()
    guesses = (guess for guess in _guesses(lowered) if len(guess) >= _SHORTEST)
    return frozenset((lowered, _IRREGULAR.get(lowered, lowered), *guesses))


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """With which letters every form of these words begins: to pass over a text that has none of them.

    An ending changes a final e or y at most; irregular forms are listed.
    """
    wanted = set(words)
    irregular = (form for form, basic in _IRREGULAR.items() if basic in wanted)
    return frozenset((*(word[:-1] if word.endswith(("e", "y")) else word for word in wanted), *irregular))


def _guesses(word: str) -> list[str]:
    found = []
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            found += [stem + one for one in instead]
            if ending in ("ed", "ing") and stem[-1:] in _DOUBLED and stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
    return found


_ENDINGS = (
    ("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ed", ("", "e")), ("ied", ("y",)), ("ing", ("", "e")),
    ("ment", ("",)), ("ments", ("",)), ("al", ("",)), ("als", ("",)),
    ("n", ("",)), ("ns", ("",)), ("ian", ("", "e", "y")), ("ians", ("", "e", "y")),
)  # fmt: skip
"""The endings of verbs, of nouns made from them (encirclement, withdrawal), and of peoples."""
