"""What to tell a writer of prose whom YAML's grammar has surprised: each mistake with the line that would be right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from chronology.records import yaml_repairs
from chronology.records.yaml_messages import NO_SPACE, no_space
from chronology.records.yaml_repairs import Repair, restored
from chronology.records.yaml_text import Fault, quoted

_FIELD = re.compile(r"(?P<indent>[ ]*(?:- +)*)(?P<name>[A-Za-z_][\w-]*):(?P<gap> +)(?P<value>.*)")


class _Spot(NamedTuple):
    """Where the parser stopped: the lines of the file, and line and column counted from 0."""

    lines: list[str]
    line: int
    column: int
    context: tuple[int, int]
    last: Any

    @property
    def here(self) -> str:
        return self.text(self.line)

    def text(self, line: int) -> str:
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    @property
    def at(self) -> tuple[int, int]:
        return self.line, self.column

    def fault(self, message: str, hint: str, at: tuple[int, int] | None = None, repair: Repair | None = None) -> Slip:
        line, column = at or self.at
        line = min(line, len(self.lines) - 1) + 1
        return Slip(Fault(line, column + 1, restored(message), restored(hint)), self.at, repair)


class Slip(NamedTuple):
    """A mistake of grammar, where it stopped the parser, and what puts it right, where that is known."""

    fault: Fault
    at: tuple[int, int] = (0, 0)
    repair: Repair | None = None


def explain(lines: list[str], error: Any, last: Any) -> Slip:
    """The mistake behind a YAMLError of the parser, which stopped after the event `last`.

    The lines may have been repaired: messages show them as they stand in the file.
    """
    problem = getattr(error, "problem", None) or ""
    context = getattr(error, "context", None) or ""
    mark: Any = getattr(error, "problem_mark", None)
    before: Any = getattr(error, "context_mark", None) or mark
    if mark is None:
        return Slip(Fault(1, 1, "the file cannot be read as YAML", "save it as plain text in UTF-8"))
    spot = _Spot(lines, mark.line, mark.column, (before.line, before.column), last)
    for words, explanation in _EXPLANATIONS:
        if words in context or words in problem:
            return explanation(spot)
    return spot.fault(f"this cannot be read as YAML ({problem})", "put texts in double quotes")


def _list_in_line(spot: _Spot) -> Slip:
    hint = f"put the text in double quotes{_corrected(spot.here)}, or write a list as [one, two]"
    return spot.fault("a text may not begin with '- '", hint, repair=_whole_value(spot))


def _colon(spot: _Spot) -> Slip:
    """`: ` inside a text, unless a line above lacks its space, or this line its place."""
    above = _line_above(spot)
    if slip := NO_SPACE.fullmatch(spot.text(above)):
        return _no_space(spot, above, slip)
    message = "a text with ': ' in it must be in quotation marks"
    field = _FIELD.match(spot.here)
    if field and field.start("value") < spot.column:
        repair = yaml_repairs.whole_value(spot.lines, spot.line, field.start("value"))
        return spot.fault(message, f"write{_corrected(spot.here, ' ')}", repair=repair)
    if field and field.end("name") == spot.column:
        return _indentation(spot)
    repair = yaml_repairs.rest_of_text(spot.lines, spot.line, spot.column)
    return spot.fault(message, "put the whole text in double quotes", repair=repair)


def _no_space(spot: _Spot, line: int, slip: re.Match[str]) -> Slip:
    colon = slip.end("name")
    return spot.fault(*no_space(slip), at=(line, colon), repair=yaml_repairs.space_after(spot.lines, line, colon))


def _expected_key(spot: _Spot) -> Slip:
    if cut := _cut_above(spot):
        return cut
    start = yaml_repairs.value_column(spot.here)
    if start is not None and start < spot.column and spot.here[start] in "*&!":
        return _first_sign(spot._replace(column=start))
    before = spot.here[: spot.column].rstrip()
    if before.endswith(('"', "'")):
        return _after_quotation(spot)
    if before.endswith(("]", "}")):
        hint = f"quote the whole{_corrected(spot.here)}"
        return spot.fault("the text goes on after the closing bracket", hint, repair=_whole_line(spot))
    if spot.here.lstrip().startswith("- "):
        return spot.fault("a list entry stands where a field is expected", "indent it under its field, or remove '- '")
    return _indentation(spot)


def _after_quotation(spot: _Spot) -> Slip:
    if getattr(spot.last, "style", None) and spot.last.start_mark.line < spot.last.end_mark.line:
        start = (spot.last.start_mark.line, spot.last.start_mark.column)
        message = f"the quotation mark that opens here closes only on line {spot.line + 1}"
        return spot.fault(message, "close it at the end of the text", start, _whole_value(spot, *start))
    hint = f"quote the whole{_corrected(spot.here)}"
    return spot.fault("the text goes on after its closing quotation mark", hint, repair=_whole_line(spot))


def _indentation(spot: _Spot) -> Slip:
    indent = len(spot.here) - len(spot.here.lstrip())
    column = indent if not spot.here[: spot.column].strip() else spot.column
    if getattr(spot.last, "style", None) and spot.last.style in ("|", ">") and spot.last.end_mark.line == spot.line:
        hint = "indent every line of a text after '|' or '>' alike"
        repair = _whole_value(spot, spot.last.start_mark.line, spot.last.start_mark.column)
        return spot.fault("this line is indented less than the text above it", hint, (spot.line, indent), repair)
    above = sorted({_field_column(line) for line in spot.lines[: spot.line] if line.strip()})
    columns = [str(one + 1) for one in above if abs(one - indent) <= 4]
    hint = f"begin it in the column of its neighbours ({' or '.join(columns[:3])})" if columns else "remove the spaces"
    return spot.fault("the line is not indented like the fields beside it", hint, (spot.line, min(column, indent)))


def _unclosed_quotation(spot: _Spot) -> Slip:
    repair = _whole_value(spot, *spot.context)
    return spot.fault("the quotation mark that opens here is never closed", "close it at the end", spot.context, repair)


def _unclosed_bracket(spot: _Spot) -> Slip:
    before = spot.here[: spot.column].rstrip()
    if before.endswith(('"', "'")):
        hint = "put the whole text in single quotes"
        return spot.fault("the text goes on after its closing quotation mark", hint, repair=_quoted_entry(spot))
    field = _FIELD.match(spot.here)
    if spot.here[spot.column :].startswith(": ") and not (field and field.end("name") == spot.column):
        repair = yaml_repairs.sign(spot.lines, *spot.at)
        hint = "put the whole text in double quotes"
        return spot.fault("a text with ': ' in it must be in quotation marks", hint, repair=repair)
    line, column = spot.context
    sign = spot.text(line)[column : column + 1]
    message = f"the '{sign}' that opens here is not closed"
    hint = f"close it with '{'}' if sign == '{' else ']'}'; a text that begins with it must be in quotation marks"
    return spot.fault(message, hint, spot.context, _bracketed(spot))


def _no_colon(spot: _Spot) -> Slip:
    """A line that is no field: often the rest of a text that a comment or a missing indentation cut off."""
    line = spot.context[0]
    if slip := NO_SPACE.fullmatch(spot.text(line)):
        return _no_space(spot, line, slip)
    if cut := _cut_above(spot, line):
        return cut
    hint = "indent it, if it belongs to the text above, or write `name: ` before it"
    return spot.fault("this line is no field", hint, spot.context)


def _first_sign(spot: _Spot) -> Slip:
    sign = spot.here[spot.column : spot.column + 1]
    if not sign:
        return spot.fault("the file ends in the middle of a value", "close what is open, such as a bracket")
    start = yaml_repairs.value_column(spot.here)
    if start is not None and start < spot.column:
        hint = "put it in quotation marks"
        repair = None if sign in ",]}" else yaml_repairs.sign(spot.lines, *spot.at)
    else:
        hint = f"put it in quotation marks{_corrected(spot.here)}"
        repair = _whole_value(spot)
    return spot.fault(f"a text may not begin with '{sign}'", hint, repair=repair)


def _first_sign_of_context(spot: _Spot) -> Slip:
    line, column = spot.context
    return _first_sign(spot._replace(line=line, column=column))


def _block(spot: _Spot) -> Slip:
    line, column = spot.context
    sign = spot.text(line)[column : column + 1]
    hint = "begin it on the next line, indented, or put it in double quotes"
    repair = _whole_value(spot, *spot.context)
    return spot.fault(f"the text begins on the line of its '{sign}'", hint, spot.context, repair)


def _escape(spot: _Spot) -> Slip:
    sign = spot.here[spot.column : spot.column + 2]
    hint = "write \\\\ for a backslash, or use single quotes"
    backslash = spot.here.rfind("\\", 0, spot.column + 1)
    repair = yaml_repairs.sign(spot.lines, spot.line, backslash) if backslash >= 0 else None
    return spot.fault(f"{quoted(sign)} means nothing in double quotes", hint, repair=repair)


def _document(spot: _Spot) -> Slip:
    return spot.fault("text stands after the end of a document", "begin the next record with a line of its own: ---")


_EXPLANATIONS: tuple[tuple[str, Callable[[_Spot], Slip]], ...] = (
    ("block sequence entries are not allowed", _list_in_line),
    ("mapping values are not allowed", _colon),
    ("mapping keys are not allowed", _first_sign),
    ("unknown escape character", _escape),
    ("hexdecimal", _escape),
    ("Unicode character escape", _escape),
    ("while scanning a quoted scalar", _unclosed_quotation),
    ("while scanning a simple key", _no_colon),
    ("while scanning an alias", _first_sign_of_context),
    ("while scanning an anchor", _first_sign_of_context),
    ("while scanning a tag", _first_sign_of_context),
    ("while parsing a tag", _first_sign_of_context),
    ("while scanning a directive", _first_sign_of_context),
    ("directive", _first_sign_of_context),
    ("cannot start any token", _first_sign),
    ("expected node content", _first_sign),
    ("while scanning a block scalar", _block),
    ("while parsing a flow", _unclosed_bracket),
    ("did not find expected key", _expected_key),
    ("did not find expected '-' indicator", _expected_key),
    ("expected <document start>", _document),
)


# Corrections ---------------------------------------------------------------------------------------------------------


def _corrected(line: str, before: str = ": ") -> str:
    """The line's field with its whole value in quotation marks, for a hint; nothing where there is none to show."""
    field = _FIELD.match(line)
    value = field["value"].strip() if field else ""
    if not field or not value or len(value) > 100:
        return "" if before == ": " else " it in double quotes"
    return f"{before}`{field['name']}: {in_quotation_marks(value)}`"


def in_quotation_marks(text: str) -> str:
    """A text as YAML in quotation marks that need no escape, where that can be."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" and text[0] in text[1:-1]:
        text = text[1:-1]
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _cut_above(spot: _Spot, line: int | None = None) -> Slip | None:
    """Whether a comment cut the text on the line above, so that this line, its rest, is no field."""
    above = _line_above(spot if line is None else spot._replace(line=line))
    text = spot.text(above)
    field = _FIELD.match(text)
    if not field or " #" not in field["value"] or field["value"][0] in "\"'|>#[{":
        return None
    column = text.index(" #", field.start("value"))
    message = f"the text of {field['name']} ends here: what follows ' #' is a comment"
    repair = _whole_value(spot, above, field.start("value"))
    return spot.fault(message, "put the whole text in quotation marks", (above, column), repair)


def _line_above(spot: _Spot) -> int:
    """The number of the last line above that is neither empty nor a comment."""
    above = spot.line - 1
    while above > 0 and (not spot.text(above).strip() or spot.text(above).lstrip().startswith("#")):
        above -= 1
    return above


def _field_column(line: str) -> int:
    field = _FIELD.match(line) or NO_SPACE.match(line)
    return len(field["indent"]) if field else len(line) - len(line.lstrip())


# Repairs -------------------------------------------------------------------------------------------------------------


def _whole_value(spot: _Spot, line: int | None = None, column: int | None = None) -> Repair | None:
    line = spot.line if line is None else line
    column = spot.column if column is None else column
    return yaml_repairs.whole_value(spot.lines, line, column) if line < len(spot.lines) else None


def _whole_line(spot: _Spot) -> Repair | None:
    """The whole value of the line in which the parser stopped."""
    column = yaml_repairs.value_column(spot.here)
    return None if column is None else _whole_value(spot, spot.line, column)


def _quoted_entry(spot: _Spot) -> Repair | None:
    """A text inside brackets that goes on after its quotation mark."""
    start: Any = getattr(spot.last, "start_mark", None)
    if not getattr(spot.last, "style", None) or start.line != spot.line:
        return None
    return yaml_repairs.entry(spot.lines, spot.line, start.column, spot.column)


def _bracketed(spot: _Spot) -> Repair | None:
    """All of the value that a bracket begins; unless a comma shows that the line lies inside others."""
    column = yaml_repairs.value_column(spot.text(spot.context[0]))
    repair = None if column is None else _whole_value(spot, spot.context[0], column)
    return None if repair and restored(repair.lines[repair.end[0]]).rstrip().endswith(",") else repair
