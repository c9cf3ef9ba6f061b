"""What a line was probably meant to be, put in its place so that the rest of the file can be checked: never written.

A sign that YAML would obey is replaced by a stand-in, one for one: a line keeps its length, and every place after it
is the place in the file. `restored` gives back what the stand-ins stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_FIRST = 0x10_0000
"""Stand-ins are characters for private use: this one, plus 128 times one sign, plus another; 0 is no sign."""
_STAND_IN = re.compile("[\U00100000-\U00103fff]")
_SIGNS = {code: chr(_FIRST + code) for code in range(0x21, 0x7F) if not chr(code).isalnum()}
_LEFT_OUT = chr(_FIRST)

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_VALUE = re.compile(r"(?P<indent> *(?:- +)*)(?P<name>[A-Za-z_][\w-]*: +)?(?P<value>\S.*)")
_ENTRY_END = re.compile(r"[\"']? {0,4}(?=[\]}]|, {0,4}(?:[A-Za-z_][\w-]*: |[\"'{\[]))")


@dataclass(frozen=True, slots=True)
class Repair:
    """Lines as they were probably meant, by their numbers from 0, and where the last of the changes ends."""

    lines: dict[int, str]
    end: tuple[int, int]

    def made(self, text: str) -> str:
        """The text with these lines in it."""
        parts = _LINE_END.split(text)
        for number, line in self.lines.items():
            parts[2 * number] = line
        return "".join(parts)


def repairable(text: str) -> bool:
    """Whether no stand-in is in the text by itself."""
    return not _STAND_IN.search(text)


def restored(text: str) -> str:
    """The text with what the stand-ins in it stand for."""
    return _STAND_IN.sub(_original, text)


def value_column(line: str) -> int | None:
    """The column from 0 at which the value of a field or of a list's entry begins; None where a line has none."""
    found = _VALUE.match(line)
    return found.start("value") if found and (found["name"] or "-" in found["indent"]) else None


def whole_value(lines: list[str], line: int, column: int) -> Repair | None:
    """A value that begins at a place and goes on in what is indented below it, as one text in quotation marks.

    None where fields or entries are below: then nobody knows what was meant.
    """
    found = _VALUE.match(lines[line])
    if not found or value_column(lines[line]) != column:
        return None
    indent = found.end("indent") if found["name"] else found["indent"].rindex("-")
    below = _indented(lines, line + 1, indent + 1)
    # In a text after a sign of its own, a line may well look like a field.
    if found["value"][0] not in "|>" and any(value_column(lines[number]) is not None for number in below):
        return None
    value = found["value"].translate(_SIGNS)
    return _repair({line: lines[line][:column] + _unquoted(found["value"], value), **_all_signs(lines, below)})


def rest_of_text(lines: list[str], line: int, column: int) -> Repair:
    """What goes on at a place of a text over several lines, as text to its end."""
    here = lines[line]
    below = _indented(lines, line + 1, max(1, len(here) - len(here.lstrip())))
    return _repair({line: here[:column] + here[column:].translate(_SIGNS), **_all_signs(lines, below)})


def entry(lines: list[str], line: int, start: int, column: int) -> Repair:
    """The text in brackets that begins at `start` and goes on at `column`, as one text in quotation marks."""
    here = lines[line]
    found = _ENTRY_END.search(here, column)
    end = found.end() if found else len(here)
    return Repair({line: here[:start] + here[start:end].translate(_SIGNS) + here[end:]}, (line, end))


def sign(lines: list[str], line: int, column: int) -> Repair:
    """One sign as part of the text."""
    here = lines[line]
    masked = here[column : column + 1].translate(_SIGNS)
    return Repair({line: here[:column] + masked + here[column + 1 :]}, (line, column + 1))


def space_after(lines: list[str], line: int, colon: int) -> Repair | None:
    """A field with the space after its colon; the name's last two letters make room for it."""
    here = lines[line]
    letters = here[colon - 2 : colon] if colon > 1 else ""
    if not (letters.isascii() and letters.replace("_", "a").isalnum()):
        return None
    pair = chr(_FIRST + 128 * ord(letters[0]) + ord(letters[1]))
    return Repair({line: f"{here[: colon - 2]}{pair}: {here[colon + 1 :]}"}, (line, colon + 1))


def _original(found: re.Match[str]) -> str:
    signs = divmod(ord(found[0]) - _FIRST, 128)
    return "".join(chr(one) for one in signs if one)


def _repair(lines: dict[int, str]) -> Repair:
    last = max(lines)
    return Repair(lines, (last, len(lines[last])))


def _unquoted(value: str, masked: str) -> str:
    """Leave out the quotation mark that begins a text, if it is alone or another ends the text."""
    mark = value[0]
    if mark not in "\"'":
        return masked
    if value.count(mark) == 1:
        return _LEFT_OUT + masked[1:]
    return _LEFT_OUT + masked[1:-1] + _LEFT_OUT if value[-1] == mark else masked


def _indented(lines: list[str], first: int, indent: int) -> range:
    """The lines from `first` on that are indented at least so far, without empty ones at their end."""
    end = first
    for number in range(first, len(lines)):
        if lines[number][:indent].strip():
            break
        if lines[number].strip():
            end = number + 1
    return range(first, end)


def _all_signs(lines: list[str], numbers: Iterable[int]) -> dict[int, str]:
    return {number: lines[number].translate(_SIGNS) for number in numbers}
