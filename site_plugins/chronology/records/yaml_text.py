"""The characters of a record file: what is no text, or what nobody can see, is found before YAML is read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from chronology.records.problems import printable
from chronology.records.yaml_reader import LARGEST, NOT_ALLOWED

_LINE_END = re.compile(r"\r\n|\r|\n")
_NAMES = {
    "\u2028": "an invisible line separator",
    "\u2029": "an invisible paragraph separator",
    "\u202d": "a mark that turns the direction of text",
    "\u202e": "a mark that turns the direction of text",
    "\ufeff": "an invisible byte order mark",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line and column, both counted from 1."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file, its faults, and whether it can be read on in spite of them."""

    text: str
    faults: tuple[Fault, ...] = ()
    readable: bool = True


def stopping(fault: Fault) -> Fault:
    """The fault with word that what else the file holds has not been looked at."""
    return replace(fault, hint=f"{fault.hint}; the rest of this file was not checked")


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them, which is not as `str.splitlines` does."""
    return _LINE_END.split(text)


EMPTY = "the file is empty"


def decode(content: bytes) -> Text:
    """The text of a file. Characters that may not stand there are faults, and spaces in what is read on."""
    if len(content) > LARGEST:
        size = f"the file has {len(content):,} bytes, and {LARGEST:,} are the most"
        return _unreadable(1, 1, size, "divide it into several files")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        before = lines_of(content[: error.start].decode())
        return _unreadable(len(before), len(before[-1]) + 1, "this is not UTF-8 text", "save the file as UTF-8")
    if not text.strip():
        return _unreadable(1, 1, EMPTY, "write a record, or delete the file")
    return _checked(text)


def quoted(text: str, most: int = 40) -> str:
    """A value as a message shows it: in quotation marks, shortened, and with nothing that a terminal would obey."""
    shown = text if len(text) <= most else f"{text[: most - 1]}…"
    return f"'{printable(shown)}'"


def name_of(sign: str) -> str:
    """What to call a character that cannot be shown."""
    name = _NAMES.get(sign) or unicodedata.name(sign, "a control character").lower()
    return f"{name} (U+{ord(sign):04X})"


def _unreadable(line: int, column: int, message: str, hint: str) -> Text:
    return Text("", (Fault(line, column, message, hint),), readable=False)


def _checked(text: str) -> Text:
    faults = []
    indented_by_tab = False
    if text.startswith("\ufeff"):
        faults.append(Fault(1, 1, "the file begins with a byte order mark", "save it as UTF-8 without BOM"))
        text = text[1:]
    for number, line in enumerate(lines_of(text), 1):
        if "\t" in line:
            indented = line[: len(line) - len(line.lstrip())]
            indented_by_tab |= "\t" in indented
            where = "the line is indented with a tab" if "\t" in indented else "there is a tab in the line"
            faults.append(Fault(number, line.index("\t") + 1, where, "use spaces"))
        for found in NOT_ALLOWED.finditer(line):
            message = f"there is {name_of(found[0])} in the line"
            faults.append(Fault(number, found.start() + 1, message, "delete it, or write a space"))
    if faults:
        text = NOT_ALLOWED.sub(" ", text.replace("\t", " "))
    if indented_by_tab:
        faults[-1] = stopping(faults[-1])
    return Text(text, tuple(faults), readable=not indented_by_tab)
