"""Questions at a terminal: one for each field that matters, checked as it is answered."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from chronology.commands.answers import asked_for, choices, found_among, is_id, is_required, is_wanted, wrong_with
from chronology.commands.fields import Field, has, put
from chronology.model.date_words import in_words
from chronology.model.dates import parse
from chronology.model.suggest import id_like, one_of
from chronology.records.load import Loaded
from chronology.records.romanise import romanise

_FEW = 30
"""How many words or ids are listed unasked."""


class NothingMoreError(Exception):
    """The person has gone: the end of input, or Ctrl-C. Raised by questions, caught by the command."""


def ask_for_fields(kind: str, data: dict[str, Any], loaded: Loaded) -> None:
    """Ask for what `data` has not, and put the answers there. Raises NothingMoreError."""
    print("Enter alone leaves out what is not required. Several ids: commas between them.")
    for name, field in asked_for(kind):
        if has(data, field.way) or not is_wanted(name, data):
            continue
        if value := _ask(kind, field, loaded, required=is_required(kind, name, field)):
            put(data, field.way, value)


def ask_id(proposed: str | None, taken: Collection[str]) -> str:
    """Ask for the record's id. Raises NothingMoreError."""
    while True:
        answer = _input(f"Id{f' [{proposed}]' if proposed else ''}: ") or proposed or ""
        if not is_id(answer):
            near = id_like(romanise(answer))
            hint = f"; write {near}" if near else ""
            print(f"  an id has lower-case letters a to z, digits and single hyphens{hint}")
        elif answer in taken:
            print(f"  '{answer}' is the id of another record")
        else:
            return answer


def agree(question: str, *, usually: bool = False) -> bool:
    """Whether the person says yes; Enter means what is usual. Raises NothingMoreError."""
    answer = _input(f"{question} {'[Y/n]' if usually else '[y/N]'} ").lower()
    return answer in ("y", "yes") if answer else usually


def _ask(kind: str, field: Field, loaded: Loaded, *, required: bool) -> Any:
    """The answer to one question, asked until it can stand; None where it is left out."""
    label = " ".join(field.way).replace("_", " ")
    print(f"\n{field.description}")
    known = choices(field, loaded)
    if known is not None:
        print(f"  {_choice(known)}")
    while True:
        answer = _input(f"{label[0].upper()}{label[1:]}{'' if required else ' (optional)'}: ")
        if known and answer.startswith("?"):
            for line in found_among(field, loaded, answer.lstrip("?"))[:_FEW] or ["none has that"]:
                print(f"  {line}")
            continue
        if not answer:
            if not required:
                return None
            print("  this is required")
            continue
        value = [part.strip() for part in answer.split(",") if part.strip()] if field.several else answer
        wrong = list(wrong_with(kind, field, value, loaded))
        for message in wrong:
            print(f"  {message}")
        if not wrong:
            _understood(field, answer)
            return value


def _choice(known: Collection[str]) -> str:
    """What may be chosen: all of a few; of many, how they are found."""
    if len(known) <= _FEW:
        return one_of(sorted(known), _FEW)
    return f"{len(known)} are there; ? and some letters lists those with them"


def _understood(field: Field, answer: str) -> None:
    """Show how a date is read, so that a slip is seen."""
    if field.shape.form and field.shape.form.name == "a date":
        print(f"  understood as: {in_words(parse(answer))}")


def _input(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except (EOFError, KeyboardInterrupt) as error:
        raise NothingMoreError from error
