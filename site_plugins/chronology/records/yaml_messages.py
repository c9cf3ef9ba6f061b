"""What to tell about YAML that the parser accepts and a record does not: tags, references, empty fields."""

from __future__ import annotations

import re
from typing import Any

from yaml.events import AliasEvent, ScalarEvent, SequenceStartEvent

from chronology.records.yaml_text import name_of, quoted

EMPTY = "the file holds no record", "write one, or delete the file"
DIRECTIVE = "a line with % begins a YAML directive", "remove the line"
TOO_DEEP = "this is nested too deeply", "no record needs more than ten levels"
KEY = "this cannot be the name of a field", "write a name, a colon and a space, such as `title: `"
EMPTY_ENTRY = "the entry is empty", "write a value, or remove the entry"

NO_SPACE = re.compile(r"(?P<indent>[ ]*(?:- +)*)(?P<name>[A-Za-z_][\w-]*):(?!//)(?P<value>[^\s:].*)")
"""A field without the space after its colon; web addresses are none."""


def refused(event: Any) -> tuple[str, str] | None:
    """Why an event may not stand in a record: a tag, an anchor or an alias."""
    hint = "put the whole text in double quotes"
    if isinstance(event, AliasEvent):
        return f"a text may not begin with '*' ('*{event.anchor}' is a reference in YAML)", hint
    if event.anchor:
        return f"a text may not begin with '&' ('&{event.anchor}' is a name in YAML)", hint
    if event.tag:
        return "a text may not begin with '!' (it is a tag in YAML)", hint
    return None


def not_a_record(event: Any) -> tuple[str, str]:
    """Why a document that is no mapping is no record."""
    if isinstance(event, ScalarEvent):
        if not event.value:
            return "the document between two `---` lines is empty", "write a record, or remove one of the lines"
        if slip := NO_SPACE.match(event.value):
            return no_space(slip)
        return "a record is a list of fields, and this is only text", "write fields such as `title: Russia says ...`"
    what = "a list" if isinstance(event, SequenceStartEvent) else "something else"
    return f"a record is made of fields, and this is {what}", "write `title: ...` without '-' or brackets before it"


def escaped(sign: str) -> tuple[str, str]:
    """A character that an escape spells."""
    return f"the text has {name_of(sign)} in it", "remove it"


def duplicate(name: str, line: int) -> tuple[str, str]:
    """A field that the same mapping has already."""
    return f"the field {quoted(name)} is already on line {line}", "keep one of the two"


def alone(name: str) -> tuple[str, str]:
    """A part of a text that a comma in braces has cut off."""
    message = f"{quoted(name)} stands alone: inside {{ }} a comma ends the text before it"
    return message, "put the whole text in double quotes"


def no_value(name: str, rest: str) -> tuple[str, str]:
    """A field with nothing after its colon; `rest` is what stands in the line behind."""
    if rest.strip().startswith("#"):
        return f"{name} has no value: what follows '#' is a comment", 'put it in double quotes, as in "#1"'
    return f"{name} has no value", "write one or remove the line"


def no_space(slip: re.Match[str]) -> tuple[str, str]:
    """A field without the space after its colon."""
    return "there is no space after the colon", f"write `{slip['name']}: {slip['value'].splitlines()[0][:60]}`"
