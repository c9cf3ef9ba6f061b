"""How a text is written: plain where it can be, in quotation marks where it must be, over lines where it is long.

The author's choice stays where both ways are good: a text after `>` or `|` keeps its sign, and quotation marks stay
around what other programs would take for a number, a date or a truth value.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import StringIO
from typing import Any

from yaml.emitter import Emitter
from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from chronology.records.yaml_reader import NOT_ALLOWED, NULLS

WIDTH = 120
"""Columns of a line of prose, and of a list or mapping in brackets."""
_TEXT = "tag:yaml.org,2002:str"
_SPECIAL = re.compile(rf"[\t\r\n]|{NOT_ALLOWED.pattern}")
_FLOW = re.compile(r"[,\[\]{}]|^[?:-]|:(?=\?|$)")
"""What ends a plain text inside of brackets. PyYAML would put every text with a colon, such as an address, in marks."""
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def in_line(value: str, style: str, *, flow: bool = False) -> str:
    """The text on one line: plain, or in quotation marks where YAML needs them or the author's tell something."""
    if not _SPECIAL.search(value) and _may_be_plain(value, flow) and not (style in ("'", '"') and _is_other(value)):
        return value
    return in_marks(value)


def in_marks(value: str) -> str:
    """The text on one line in quotation marks."""
    single = '"' in value and "'" not in value and not _SPECIAL.search(value)
    return f"'{value}'" if single else _double(value)


def in_block(value: str, style: str, column: int, *, prose: bool, indent: int) -> tuple[str, list[str]] | None:
    """The sign and the lines of a text over several lines, without indentation; None where one line is right.

    `column` is where the text would begin on one line, and `indent` that of its lines below.
    """
    if "\n" in value or style == "|":
        return (_folded(value, indent) if style == ">" else None) or _literal(value)
    if style == ">" or (prose and column + len(in_line(value, style)) > WIDTH):
        return _folded(value, indent)
    return None


def _folded(value: str, indent: int) -> tuple[str, list[str]] | None:
    """After `>`: a line break stands for a space, and an empty line for a line break."""
    body, ending = (value[:-1], "") if value.endswith("\n") else (value, "-")
    paragraphs = body.split("\n")
    if any(not one or one[0] == " " or one[-1] == " " or _SPECIAL.search(one) for one in paragraphs):
        return None
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [*([""] if lines else []), *_filled(paragraph, WIDTH - indent)]
    return f">{ending}", lines


def _filled(paragraph: str, width: int) -> list[str]:
    lines, here = [], ""
    for part in _BREAK.split(paragraph):
        if here and len(here) + 1 + len(part) > width:
            lines.append(here)
            here = part
        else:
            here = f"{here} {part}" if here else part
    return [*lines, here]


def _literal(value: str) -> tuple[str, list[str]] | None:
    """After `|`: as it stands."""
    body, ending = (value[:-1], "") if value.endswith("\n") else (value, "-")
    lines = body.split("\n")
    plain = all(not _SPECIAL.search(line) and (not line or line.strip()) for line in lines)
    if not plain or not lines[0] or lines[0][0] == " " or not lines[-1]:
        return None
    return f"|{ending}", lines


def _escaped(sign: str) -> str:
    if sign in _ESCAPES or not _SPECIAL.match(sign):
        return _ESCAPES.get(sign, sign)
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _double(value: str) -> str:
    return f'"{"".join(_escaped(sign) for sign in value)}"'


class _Analysis(Emitter):  # type: ignore[misc, unused-ignore]
    """PyYAML's own judgement of which texts can be plain; it writes nothing."""

    def __init__(self) -> None:
        super().__init__(StringIO(), allow_unicode=True)


_ANALYSIS: Any = _Analysis()
_RESOLVER: Any = Resolver()


@lru_cache(maxsize=20_000)
def _may_be_plain(value: str, flow: bool) -> bool:
    if value in NULLS or value == "<<" or (flow and _FLOW.search(value)):
        return False
    return bool(_ANALYSIS.analyze_scalar(value).allow_block_plain)


@lru_cache(maxsize=20_000)
def _is_other(value: str) -> bool:
    """Whether other programs would not read the plain text as a text."""
    return bool(_RESOLVER.resolve(ScalarNode, value, (True, False)) != _TEXT)
