"""`::: chronology` in hand-written Markdown: where such blocks stand, and what puts their HTML in their place.

A block is a line `::: chronology` and the lines below it that are indented further: its options. Python-Markdown never
sees it: a word of its own stands in its place until the page's HTML is made, so that a block may stand in a list or an
admonition, and nothing of it is taken for Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

_OPENING = re.compile(r"^(?P<indent>[ \t]*):::[ \t]*chronology[ \t]*(?P<rest>.*)$")
_CLOSING = re.compile(r"^[ \t]*:::[ \t]*$")
_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>.*)$")
_INDENTED_CODE = 4
_TAB = 4


@dataclass(frozen=True, slots=True)
class BlockText:
    """A block as it is written.

    `line` and `column`, from 1, are those of `:::`; `end` is the line after its last one. `options` is the text of
    its options, below as many empty lines as stand above it in the page: so YAML finds each at its place there.
    `rest` is what follows the word chronology, where nothing should; `closed` a line `:::` below it.
    """

    line: int
    column: int
    end: int
    options: str
    rest: str = ""
    closed: int | None = None


def find_blocks(text: str) -> list[BlockText]:
    """Return the blocks of a page's Markdown, in order; none that stand in code or in a comment."""
    lines = lines_of(text)
    found: list[BlockText] = []
    inside = _Inside()
    number = 0
    while number < len(lines):
        opening = None
        if not inside.is_after(lines[number]) and not _is_indented_code(lines, number):
            opening = _OPENING.match(lines[number])
        if opening:
            found.append(_block(lines, number, opening))
        number = found[-1].end - 1 if opening else number + 1
    return found


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as Python-Markdown takes them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def replace_blocks(text: str, blocks: Sequence[BlockText]) -> tuple[str, list[str]]:
    """Return a page's Markdown with a word in place of each block, and these words."""
    lines = lines_of(text)
    mark = sha256(text.encode()).hexdigest()[:12]
    words = [f"chronologyblock{number}x{mark}" for number in range(1, len(blocks) + 1)]
    for block, word in reversed(list(zip(blocks, words, strict=True))):
        indent = lines[block.line - 1][: block.column - 1]
        lines[block.line - 1 : block.end - 1] = ["", f"{indent}{word}", ""]
    return "\n".join(lines), words


def put_in(html: str, words: Iterable[str], rendered: Iterable[str]) -> str:
    """Return a page's HTML with each block's own in place of its word and of the paragraph that Markdown made of it."""
    for word, block in zip(words, rendered, strict=True):
        paragraph = re.compile(rf"<p>\s*{word}\s*</p>|{word}")
        html = paragraph.sub(lambda _, block=block: block, html, count=1)  # type: ignore[misc]
    return html


def _block(lines: list[str], number: int, opening: re.Match[str]) -> BlockText:
    indent = _width(opening["indent"])
    end = number + 1
    for following in range(number + 1, len(lines)):
        if lines[following].strip() and _width(_indent(lines[following])) <= indent:
            break
        if lines[following].strip():
            end = following + 1
    closing = next((at for at in range(end, len(lines)) if lines[at].strip()), None)
    return BlockText(
        line=number + 1,
        column=len(opening["indent"]) + 1,
        end=end + 1,
        options="\n" * (number + 1) + "\n".join(lines[number + 1 : end]),
        rest=opening["rest"].strip(),
        closed=closing + 1 if closing is not None and _CLOSING.match(lines[closing]) else None,
    )


class _Inside:
    """Whether a line is in fenced code or in a comment, told line by line."""

    def __init__(self) -> None:
        self._fence: str | None = None
        self._comment = False

    def is_after(self, line: str) -> bool:
        """Take the next line, and tell whether it is code, a fence, or any part of a comment."""
        if self._comment or (self._fence is None and line.lstrip().startswith("<!--")):
            self._comment = "-->" not in line
            return True
        match = _FENCE.match(line)
        if self._fence is None:
            if match and not (match["fence"][0] == "`" and "`" in match["info"]):
                self._fence = match["fence"]
            return self._fence is not None
        if match and match["fence"].startswith(self._fence) and not match["info"].strip():
            self._fence = None
        return True


def _is_indented_code(lines: Sequence[str], number: int) -> bool:
    """Whether a line is code by its indentation: four spaces more than the last line that is not, after a blank one.

    In a list or an admonition, what is indented belongs to it.
    """
    width = _width(_indent(lines[number]))
    if width < _INDENTED_CODE:
        return False
    return not any(_holds(line, width) for line in _outward(lines, number))


def _outward(lines: Sequence[str], number: int) -> Iterator[str]:
    """The lines above, from which ever less indented ones are left: what a line may lie within."""
    width = _width(_indent(lines[number]))
    for line in reversed(lines[:number]):
        if line.strip() and _width(_indent(line)) < width:
            width = _width(_indent(line))
            yield line
            if width == 0:
                return


def _holds(line: str, width: int) -> bool:
    """Whether a line begins something that holds lines indented so far: an entry of a list, an admonition, a tab."""
    holder = re.match(r"^[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|!!!|\?\?\?|===|///|:[ \t]|\[\^)", line)
    return bool(holder) and width < _width(_indent(line)) + 2 * _INDENTED_CODE


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _width(indent: str) -> int:
    return len(indent.expandtabs(_TAB))
