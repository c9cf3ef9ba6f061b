"""The examples of commands that people are shown: in `--help`, and in the blocks of the documentation."""

from __future__ import annotations

import argparse
import re
import shlex
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chronology import cli

_COMMAND = re.compile(r"^(?: {4,}|\t)?(?:\$ )?(?:\.venv/bin/)?chronology (?=[a-z])", re.MULTILINE)
_FENCED = re.compile(r"^( *)```(?:console|shell|sh|bash)\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:^ {4,}\S.*\n)+", re.MULTILINE)
_SYNOPSIS = re.compile(r"[A-Z] \[|\[-|\|")


@dataclass(frozen=True)
class Example:
    """A command as it is shown, and where."""

    where: str
    command: str

    @property
    def arguments(self) -> list[str]:
        """What follows `chronology`, without a comment."""
        return shlex.split(self.command, comments=True)[1:]

    def __str__(self) -> str:
        return f"{self.where}: {self.command}"


def examples_of_help() -> Iterator[Example]:
    """The commands below `examples:` in what `--help` prints, cut where the explanation begins."""
    for name, parser in _sub_parsers().items():
        epilog = parser.epilog or ""
        lines = [line.strip() for line in epilog.splitlines() if line.startswith("  chronology ")]
        for line in lines:
            yield Example(f"{name} --help", re.split(_explanation(lines), line, maxsplit=1)[0].rstrip())


def _explanation(lines: list[str]) -> str:
    """Explanations stand in a column of their own: after one space at the longest command, after more at others."""
    starts = {match.end() for line in lines for match in re.finditer(r" {2,}(?=\S)", line)}
    return rf"(?<=^.{{{min(starts) - 1}}}) (?=\S)" if starts else r"(?!)"


def examples_of_docs(root: Path) -> Iterator[Example]:
    """The commands in the blocks of all hand-written pages, lines that go on after a backslash joined."""
    for page in (root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").rglob("*.md"))):
        text = page.read_text("utf-8")
        blocks = [textwrap.dedent(match[2]) for match in _FENCED.finditer(text)]
        blocks += [textwrap.dedent(match[0]) for match in _INDENTED.finditer(_FENCED.sub("", text))]
        for block in blocks:
            for line in re.sub(r"\\\n\s*", "", block).splitlines():
                if _COMMAND.match(line) and not _SYNOPSIS.search(line):
                    yield Example(page.relative_to(root).as_posix(), _COMMAND.sub("chronology ", line).strip())


def _sub_parsers() -> dict[str, argparse.ArgumentParser]:
    found = [action for action in cli._parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: parser for action in found for name, parser in action.choices.items()}
