"""Whether a sentence tells who says so, or that it is in doubt."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from chronology.review.inflection import forms_of_one
from chronology.review.prose import Sentence

_VERBS = frozenset({
    "accuse", "acknowledge", "add", "admit", "allege", "announce", "answer", "argue", "ask", "assert", "assess",
    "believe", "blame", "boast", "brag", "call", "cite", "claim", "complain", "conclude", "concede", "confess",
    "confirm", "consider", "contradict", "count", "declare", "demand", "denounce", "deny", "depict", "describe",
    "disagree", "dismiss", "dispute", "doubt", "estimate", "expect", "explain", "find", "give", "imply", "indicate",
    "insist", "judge", "maintain", "mention", "note", "portray", "predict", "propose", "quote", "reckon", "recount",
    "reject", "repeat", "report", "request", "reveal", "say", "show", "speak", "speculate", "suggest", "suppose",
    "suspect", "tell", "testify", "think", "threaten", "urge", "vow", "warn", "write",
})  # fmt: skip
_OTHER_WORDS = frozenset({
    "account", "allegation", "allegedly", "apparently", "assessment", "contested", "contradictory", "differ",
    "disputed", "doubtful", "might", "opinion", "possibly", "presumably", "probably", "purportedly", "reportedly",
    "rumour", "rumor", "seemingly", "statement", "supposedly", "uncertain", "unclear", "unconfirmed", "unknown",
    "unverified", "version", "view", "whether", "wording",
})  # fmt: skip
_PHRASES = re.compile(
    r"\b[Aa]ccording to\b|\b[Ii]n (?:the )?(?:eyes|words) of\b|\b[Ii]n \w+['’]s? (?:eyes|words)\b"
    r"|\b[Dd]epending on\b|\b[Rr]uled? out\b|\b[Rr]ules out\b|\bmay\b"
    r"|\bputs?\b.*\bat\b|\bputting\b.*\bat\b|\bdat(?:es?|ed|ing)\b.*\b(?:to|from)\b"
    r"|\b(?:has|have|had) it\b|\bper (?=[A-Z])"
)
_NAME = r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|of|the|and)){0,5}"
_SPEAKER = re.compile(rf"^\W*(?:The )?{_NAME}: | [–—-] {_NAME}$")
"""'Reuters: Ukrainians not encircled in Kursk', 'Ukrainians not encircled – Reuters'."""


class Attribution:
    """What shows that a sentence is not the site's own statement."""

    def __init__(self, loaded: Collection[str] = ()) -> None:
        """`loaded` are more verbs that attribute, in their basic form."""
        self._words = _VERBS | _OTHER_WORDS | frozenset(loaded)

    def given_in(self, sentence: Sentence) -> bool:
        """Whether a sentence says that somebody says it, asks, or calls it open."""
        text = sentence.text
        if text.rstrip().endswith("?") or _SPEAKER.search(text) or _PHRASES.search(text):
            return True
        return any(not self._words.isdisjoint(forms_of_one(word.text)) for word in sentence.words())


_PLAIN = Attribution()


@lru_cache(maxsize=10_000)
def asks_for_ones_word(question: str) -> bool:
    """Whether a question asks what somebody says, not what is so."""
    return _PLAIN.given_in(Sentence(question.rstrip("? "), 0))
