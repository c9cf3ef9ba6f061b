"""Comments: where they are in a file, and what each belongs to.

That a `#` begins a comment, and is no part of a text in quotation marks, after `|` or in an address, is left to
ruamel.yaml, whose scanner keeps comments. (Its parser loses some that stand in brackets.) It is slow, and loaded only
for files that may have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from chronology.records.layout.tree import Collection, Document, Entry, entries_of

_MAY_BE_ONE = re.compile(r"(?:^|\s)#", re.MULTILINE)
_Place = tuple[Entry, tuple[Collection, ...]]


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` on. Line and column count from 0; `alone`: it has the line to itself."""

    line: int
    column: int
    text: str
    alone: bool


def find_comments(text: str) -> list[Comment]:
    """The comments of a file, in order. Raises ValueError where ruamel.yaml reads the file otherwise than we do."""
    if not _MAY_BE_ONE.search(text):
        return []
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    lines = text.split("\n")
    found: dict[int, Comment] = {}
    try:
        for token in YAML().scan(text):
            for one in _comments(token.comment, token.start_mark.line, lines):
                found[one.line] = one
    except (YAMLError, IndexError) as error:
        raise ValueError(str(error)) from error
    return [found[number] for number in sorted(found)]


def _comments(given: Any, line: int, lines: list[str]) -> Iterator[Comment]:
    """What ruamel.yaml keeps beside a token: tokens of one or more lines, in nested lists.

    One that begins with its line's other half is at its mark. What stands beside the sign of a block text is a plain
    string, and ends the token's own line.
    """
    if isinstance(given, list | tuple):
        for one in given:
            yield from _comments(one, line, lines)
    elif isinstance(given, str):
        if text := given.strip():
            yield Comment(line, lines[line].rindex(text), text, alone=False)
    elif given is not None:
        mark = given.start_mark
        first, *others = given.value.split("\n")
        if first.strip():
            alone = not lines[mark.line][: mark.column].strip()
            yield Comment(mark.line, mark.column, first.strip(), alone)
        number = mark.line if not first.strip() else mark.line + 1
        for text in filter(None, map(str.strip, others)):
            # Where empty lines come first, the mark may be that of one of them.
            while lines[number].strip() != text:
                number += 1
            yield Comment(number, lines[number].index("#"), text, alone=True)
            number += 1


def attach(comments: list[Comment], documents: list[Document], lines: list[str]) -> None:
    """Give each comment to the entry that it is above or beside, or to the collection that it ends."""
    for document in documents:
        places = list(entries_of(document.root))
        first = places[0][0].line if places else document.end
        begin = 0 if document is documents[0] else document.line
        own = [one for one in comments if begin <= one.line < document.end]
        for one in own:
            if one.line >= first and one.alone:
                _attach_above(one, document, places)
            elif one.line >= first:
                _attach_beside(one, document, places)
        _note_blanks(document, lines, {one.line for one in own if one.alone})
        _attach_head([one for one in own if one.line < first], document, lines)


def _attach_head(comments: list[Comment], document: Document, lines: list[str]) -> None:
    """What stands above the first field stays at the top, but for what an empty line sets off from the rest of it."""
    blocks: list[list[str]] = []
    for one in comments:
        if not blocks or not lines[one.line - 1].strip():
            blocks.append([])
        blocks[-1].append(one.text)
    first = document.root.entries[0] if document.root.entries else None
    touches = bool(first and first.line and lines[first.line - 1].strip())
    if first:
        first.blank = False
        if touches and len(blocks) > 1:
            first.above = blocks.pop()
            touches = False
    for block in blocks:
        document.head += [*([""] if document.head else []), *block]
    if document.head and not touches:
        document.head.append("")


def _attach_above(one: Comment, document: Document, places: list[_Place]) -> None:
    following = next(((entry, inside) for entry, inside in places if entry.line > one.line), None)
    before = [place for place in places if place[0].line < one.line]
    around = _around(one, before)
    if around:
        following = next((place for place in places if place[0].line > one.line and around in place[1]), None)
        if following is None:
            around.tail.append(one.text)
            return
    ended = _ended(one, before, document)
    if following and (one.column <= following[0].column or following[1][-1].flow or ended in following[1]):
        following[0].above.append(one.text)
    else:
        ended.tail.append(one.text)


def _around(one: Comment, before: list[_Place]) -> Collection | None:
    """The innermost collection in brackets that a comment lies in."""
    open_ones = [
        collection
        for entry, inside in before
        for collection in (*inside, *([entry.value] if isinstance(entry.value, Collection) else []))
        if collection.flow and (collection.line, collection.column) < (one.line, one.column) < collection.end
    ]
    return max(open_ones, key=lambda collection: (collection.line, collection.column), default=None)


def _ended(one: Comment, before: list[_Place], document: Document) -> Collection:
    """The collection that a comment below its last entry belongs to, by its indentation."""
    if not before:
        return document.root
    entry, inside = before[-1]
    chain = (*inside, *([entry.value] if isinstance(entry.value, Collection) else []))
    fitting = [collection for collection in chain if not collection.flow and collection.column <= one.column]
    return fitting[-1] if fitting else document.root


def _attach_beside(one: Comment, document: Document, places: list[_Place]) -> None:
    here = (one.line, one.column)
    open_ones = [
        entry
        for entry, inside in places
        if (entry.line, entry.column) < here and not any(each.flow and each.end <= here for each in inside)
    ]
    starting = [entry for entry in open_ones if entry.line == one.line]
    spanning = [entry for entry in open_ones if _end(entry)[0] >= one.line]
    if not open_ones:
        document.root.tail.append(one.text)
        return
    entry = (starting or spanning or open_ones)[-1]
    if entry.beside is None:
        entry.beside = one.text
    else:
        entry.above.append(one.text)


def _end(entry: Entry) -> tuple[int, int]:
    return entry.value.end


def _note_blanks(document: Document, lines: list[str], comments: set[int]) -> None:
    """Note before which entries an empty line stands, above their comments, which are on these lines."""
    for entry, _ in entries_of(document.root):
        above = entry.line - 1
        while above in comments:
            above -= 1
        entry.blank = 0 <= above < len(lines) and not lines[above].strip()
