"""Cases as data: some files that replace or join those of base/, and the problems that they have.

    What the case is about, in one sentence.
    === content/events/a.yml
    title: ...
    === problems
    content/events/a.yml:1:1: what is wrong; what would be right

After a file's name may stand (absent): base/ without it, or (escaped): bytes written as in a Python string.
The place of the files that no problem is expected in is left out: a case without problems has an empty last part.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

BASE = Path(__file__).parent / "base"
_HEAD = re.compile(r"^=== (\S+)(?: \((absent|escaped)\))?\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    files: dict[str, bytes | None]
    problems: list[str]


def read_case(path: Path) -> Case:
    _, *parts = _HEAD.split(path.read_text("utf-8"))
    files: dict[str, bytes | None] = {}
    for name, mode, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        if mode == "absent":
            files[name] = None
        elif mode == "escaped":
            files[name] = text.rstrip("\n").encode().decode("unicode_escape").encode("latin-1")
        else:
            files[name] = text.encode()
    problems = files.pop("problems") or b""
    return Case(files, problems.decode().splitlines())


def write_project(root: Path, files: dict[str, bytes | None]) -> None:
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for name, content in files.items():
        path = root / name
        if content is None and path.is_dir():
            shutil.rmtree(path)
        elif content is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
