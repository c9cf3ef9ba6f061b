"""Changes as data: what becomes of the records of diffs/base/, and the sentences that tell it.

    What the case is about, in one sentence.
    === edit content/events/sudzha.yml
    -date: 2025-03-12
    +date: [2025-03-11..2025-03-13]
    === text
    what `chronology diff` prints

`edit` has pieces of a file, parted by empty lines: what stands there now (`-`, or a blank where it stays) and then
(`+`). `new` is followed by a whole file, `gone` by nothing. `earlier` and `earlier gone` make a base of the case's
own. Instead of `text`, or beside it, may stand `markdown` or `json`. UPDATE_DIFFS=1 writes them anew: read the diff.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "diffs"
FORMATS = ("text", "markdown", "json")
_HEAD = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class DiffCase:
    path: Path
    begin: str
    steps: list[tuple[str, str]]
    expected: dict[str, str]

    def write(self, folder: Path) -> tuple[Path, Path]:
        """The project before and after, in folders of their own."""
        before, after = folder / "before", folder / "after"
        shutil.copytree(HERE / "base", before)
        for step, text in self.steps:
            if step.startswith("earlier "):
                _apply(before, step.removeprefix("earlier "), text)
        shutil.copytree(before, after)
        for step, text in self.steps:
            if not step.startswith("earlier "):
                _apply(after, step, text)
        return before, after

    def update(self, found: dict[str, str]) -> None:
        expected = "".join(f"=== {name}\n{text}" for name, text in found.items())
        steps = "".join(f"=== {step}\n{text}" for step, text in self.steps)
        self.path.write_text(self.begin + steps + expected, "utf-8")


def read_diff_case(path: Path) -> DiffCase:
    begin, *parts = _HEAD.split(path.read_text("utf-8"))
    pairs = list(zip(parts[::2], parts[1::2], strict=True))
    expected = {name: text for name, text in pairs if name in FORMATS}
    return DiffCase(path, begin, [one for one in pairs if one[0] not in FORMATS], expected or {"text": ""})


def _apply(folder: Path, step: str, text: str) -> None:
    what, _, name = step.partition(" ")
    file = folder / name
    if what == "gone":
        file.unlink()
    elif what == "new":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    elif what == "edit":
        content = file.read_text("utf-8")
        for piece in text.split("\n\n"):
            lines = [line for line in piece.splitlines() if line]
            was = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
            now = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
            assert content.count(was) == 1, f"{name} has {content.count(was)} times: {was}"
            content = content.replace(was, now)
        file.write_text(content, "utf-8")
    else:
        raise ValueError(step)
