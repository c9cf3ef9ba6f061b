"""A tree written out: fields in the order of their model, two columns a level, brackets where they fit on a line."""

from __future__ import annotations

from chronology.records.layout.scalars import WIDTH, in_block, in_line, in_marks
from chronology.records.layout.tree import Collection, Document, Entry, Scalar
from chronology.records.shape import Shape, form_at
from chronology.records.values import LINE

STEP = 2


def write(documents: list[Document], shape: Shape) -> str:
    """The file that holds these documents."""
    parts = []
    for document in documents:
        lines = [*document.head, *_block(document.root, shape, 0)]
        parts.append("".join(f"{line}\n" for line in lines))
    return "---\n".join(parts)


def _block(collection: Collection, shape: Shape | None, indent: int) -> list[str]:
    """The lines of a collection outside of brackets."""
    lines: list[str] = []
    for number, entry in enumerate(_ordered(collection, shape)):
        if number and entry.blank:
            lines.append("")
        below = _below(entry, shape)
        lines += _field(entry, below, indent) if entry.key else _item(entry, below, indent)
    return [*lines, *(" " * indent + comment for comment in collection.tail)]


def _ordered(collection: Collection, shape: Shape | None) -> list[Entry]:
    """Fields in the order of their model, unknown ones at the end; the keys of a table in the author's."""
    if not collection.is_mapping or shape is None or not shape.fields:
        return collection.entries
    place = {name: number for number, name in enumerate(shape.fields)}
    return sorted(collection.entries, key=lambda entry: place.get(entry.key.value if entry.key else "", len(place)))


def _below(entry: Entry, shape: Shape | None) -> Shape | None:
    if shape is None:
        return None
    if entry.key is None:
        return shape.entry
    return shape.entry or shape.fields.get(entry.key.value)


def _field(entry: Entry, shape: Shape | None, indent: int) -> list[str]:
    key = in_line(entry.key.value, entry.key.style) if entry.key else ""
    beside = f"  {entry.beside}" if entry.beside else ""
    head, margin = f"{' ' * indent}{key}:", " " * indent
    above = [margin + comment for comment in entry.above]
    short = _on_line(entry, shape, len(head) + 1, indent)
    if short is not None:
        return [*above, f"{head} {short}{beside}"]
    if isinstance(entry.value, Scalar):
        return [*above, *_long(entry.value, shape, f"{head} ", beside, indent)]
    # The items of a list are indented below its name, as the fields of a mapping are.
    return [*above, f"{head}{beside}", *_block(entry.value, shape, indent + STEP)]


def _item(entry: Entry, shape: Shape | None, indent: int) -> list[str]:
    margin = " " * indent
    above = [margin + comment for comment in entry.above]
    beside = f"  {entry.beside}" if entry.beside else ""
    short = _on_line(entry, shape, indent + STEP, indent)
    if short is not None:
        return [*above, f"{margin}- {short}{beside}"]
    if isinstance(entry.value, Scalar):
        return [*above, *_long(entry.value, shape, f"{margin}- ", beside, indent)]
    if entry.beside:
        above.append(margin + entry.beside)
    lines = _block(entry.value, shape, indent + STEP)
    comments = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    # Comments above an item's first field stand above the item, where its dash is not torn off.
    above += [margin + line.lstrip() for line in lines[:comments]]
    return [*above, f"{margin}- {lines[comments][indent + STEP :]}", *lines[comments + 1 :]]


def _on_line(entry: Entry, shape: Shape | None, column: int, indent: int) -> str | None:
    """The value as it stands on the line of its key, or None where it takes more."""
    value = entry.value
    if isinstance(value, Collection):
        if not value.flow and value.entries:
            return None
        written = _flow(value, shape)
        room = WIDTH - column - (len(entry.beside) + 2 if entry.beside else 0)
        return written if written is not None and (len(written) <= room or not value.entries) else None
    form = form_at(shape)
    if entry.beside and form and form.prose and value.style not in ("|", ">") and "\n" not in value.value:
        return in_marks(value.value)  # a plain text with a comment beside it is refused: it could seem to be cut
    long = in_block(value.value, value.style, column, prose=_may_be_folded(shape), indent=indent + STEP)
    return None if long else in_line(value.value, value.style)


def _long(value: Scalar, shape: Shape | None, head: str, beside: str, indent: int) -> list[str]:
    found = in_block(value.value, value.style, len(head), prose=_may_be_folded(shape), indent=indent + STEP)
    sign, lines = found or ("", [])
    margin = " " * (indent + STEP)
    return [f"{head}{sign}{beside}", *(f"{margin}{line}" if line else "" for line in lines)]


def _flow(node: Scalar | Collection, shape: Shape | None) -> str | None:
    """A value in brackets, or None where it has comments or a text with a line break."""
    if isinstance(node, Scalar):
        return None if "\n" in node.value else in_line(node.value, node.style, flow=True)
    if node.tail:
        return None
    parts = []
    for entry in _ordered(node, shape):
        value = _flow(entry.value, _below(entry, shape))
        if value is None or entry.above or entry.beside:
            return None
        parts.append(f"{in_line(entry.key.value, entry.key.style, flow=True)}: {value}" if entry.key else value)
    # Brackets where a text is wanted are part of a date, which is written without spaces: [2025-03-11,2025-03-12].
    inside = ("," if shape and shape.kind == "text" else ", ").join(parts)
    return f"{{{inside}}}" if node.is_mapping else f"[{inside}]"


def _may_be_folded(shape: Shape | None) -> bool:
    """Whether a text is a paragraph; a line of text stays one, however long it is."""
    form = form_at(shape)
    return bool(form and form.prose and form is not LINE)
