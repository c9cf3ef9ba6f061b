"""Which words of a text became others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from chronology.review.changes.change import Change
from chronology.review.changes.words import count, quoted

SHORT = 80
"""Texts up to this length are told whole."""
FEW = 3
"""Of more places than these, the sentence only tells that the text was rewritten."""
NEAR = 2
"""Words that stay between two places for these to be told as one."""
COMPARED = 400
"""Words that are compared: comparing takes time in proportion to the product of the numbers."""
SPAN = 100

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")

Span = tuple[list[str], list[str]]
"""Words before, and what stands in their place after."""


def text_change(kind: str, label: str, before: str | None, after: str | None) -> Change | None:
    """What became of a text; None where it is the same. `label` begins the sentence: 'Summary'."""
    if before == after:
        return None
    if before is None or after is None:
        told = f"added: {quoted(after)}" if after else f"taken out (was {quoted(before or '')})"
        return Change(kind, f"{label} {told}.")
    return Change(kind, f"{label}{_told(before, after)}.")


def markdown_change(label: str, before: str | None, after: str | None) -> Change | None:
    """The same of a Markdown text, whose links are told by their words."""
    if before == after:
        return None
    was, now = (_LINK.sub(r"\1", one) if one else one for one in (before, after))
    if was == now:
        return Change("text", f"{label}: only where its links lead changed.")
    return text_change("text", label, was, now)


def _told(before: str, after: str) -> str:
    was, now = before.split(), after.split()
    if was == now:
        return ": only line breaks and blanks changed"
    if len(before) <= SHORT and len(after) <= SHORT:
        return f" changed from {quoted(before)} to {quoted(after)}"
    found = list(_spans(was, now))
    changed = sum(max(len(left), len(right)) for left, right in found)
    if len(found) > FEW or 2 * changed > max(len(was), len(now)):
        return f" rewritten, {count(len(now), 'word')} instead of {len(was):,}: {quoted(after)}"
    return ": " + "; ".join(_span(" ".join(left), " ".join(right)) for left, right in found)


def _span(left: str, right: str) -> str:
    if not left:
        return f"{quoted(right, SPAN)} added"
    return f"{quoted(left, SPAN)} became {quoted(right, SPAN)}" if right else f"{quoted(left, SPAN)} taken out"


def _spans(was: list[str], now: list[str]) -> Iterator[Span]:
    """The places where two lists of words differ; those close together as one."""
    start = 0
    while start < min(len(was), len(now)) and was[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(was), len(now)) - start and was[-1 - end] == now[-1 - end]:
        end += 1
    was, now = was[start : len(was) - end], now[start : len(now) - end]
    if max(len(was), len(now)) > COMPARED:
        yield was, now
        return
    open_at: tuple[int, int] | None = None
    closed_at = (0, 0)
    for tag, low, high, other_low, other_high in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            if open_at and high - low > NEAR:
                yield was[open_at[0] : closed_at[0]], now[open_at[1] : closed_at[1]]
                open_at = None
            continue
        open_at, closed_at = open_at or (low, other_low), (high, other_high)
    if open_at:
        yield was[open_at[0] : closed_at[0]], now[open_at[1] : closed_at[1]]
