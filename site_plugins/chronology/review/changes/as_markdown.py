"""What changed, as Markdown for a comment on a pull request.

Whoever opens a pull request writes the records, so nothing in them may act here: no link, no picture, no HTML, no
mention that sends somebody a message, no reference that leaves a trace elsewhere, no command to the code host, and no
text that could pass for a sentence of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chronology.records.problems import printable
from chronology.review.changes.as_text import heading
from chronology.review.changes.change import Changes, RecordChanges
from chronology.review.changes.summary import layout, summary
from chronology.review.changes.words import count

LONGEST = 60_000
"""Characters: GitHub takes comments of 65,536."""
WORD_JOINER = "\u2060"
"""Invisible, and no letter: what it parts is no mention, reference or address any more. Code hosts look for these in
the text that is left when Markdown has been read, so that a backslash is no help."""

_CODE = re.compile(r"`([a-z0-9][A-Za-z0-9_./-]*)`")
"""What our own sentences set as code: ids and paths."""
_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+\-!|~&$^=]")
_COMMIT = re.compile(r"(?=[a-fA-F]*[0-9])[0-9a-fA-F]{7,}")
_ACTING = re.compile(
    r"(?<=[@#!~%&$])(?=[\w\"{\[])"  # @name, #1, !1, ~label, %"milestone", &1, $1
    r"|(?<=:)(?=[\w+/-])"  # :emoji: and https://
    r"|(?<=[wW])(?=[wW]{2}\.)"  # www.
    r"|(?<=\b[Gg][Hh])(?=-\d)"  # GH-1
    r"|(?<=\b[A-Z]{2})(?=[A-Z]*-\d)"  # keys of other trackers
    r"|(?<=[\w.+-])(?=@)"  # an address for mail
)


def as_markdown(changes: Changes) -> str:
    """The changes as Markdown: what to look at first, then the plain ones, each under its record."""
    looks, plain = list(changes.to_look_at()), list(changes.plain())
    blocks = [f"**{escaped(summary(changes))}**"]
    if looks:
        blocks += ["### To look at", *_records(looks)]
    if plain:
        blocks += [*(["### Changes"] if looks else []), *_records(plain)]
    if told := layout(changes):
        blocks.append(escaped(told))
    return "\n\n".join(_within(blocks)) + "\n"


def escaped(text: str) -> str:
    """Text that stays text: its `ids` in code, all else without any meaning in Markdown or to a code host."""
    pieces = _CODE.split(printable(text.replace(WORD_JOINER, "")))
    return "".join(f"`{piece}`" if number % 2 else _plain(piece) for number, piece in enumerate(pieces))


def _plain(text: str) -> str:
    parted = _COMMIT.sub(lambda name: re.sub(".{6}", rf"\g<0>{WORD_JOINER}", name[0]), text)
    return _SPECIAL.sub(r"\\\g<0>", _ACTING.sub(WORD_JOINER, parted))


def _records(records: Iterable[RecordChanges]) -> Iterator[str]:
    for record in records:
        lines = [f"**{escaped(heading(record))}**", ""]
        for change in record.changes:
            advice = f" **→ {escaped(change.advice)}**" if change.advice else ""
            lines.append(f"- {escaped(change.sentence)}{advice}")
        yield "\n".join(lines)


def _within(blocks: list[str]) -> Iterator[str]:
    """As many blocks as a comment may have; then how many are left out."""
    length = 0
    for number, block in enumerate(blocks):
        length += len(block) + 2
        if length > LONGEST:
            left = sum(not one.startswith("#") for one in blocks[number:])
            yield f"… and {count(left, 'record')} more; run `chronology diff` to read them all."
            return
        yield block
