"""Check every page, style sheet and drawing of a built site with the Nu Html Checker, in one run.

usage: python -m tools.site_checks.validity SITE

Errors and warnings both fail. What cannot be mended is in exemptions.toml with its reason; an exemption that nothing
needs any more fails too. Material's own style sheets and what is vendored are not checked.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.commands import CommandError, run
from tools.machine import Machine
from tools.site_checks import java, npm

EXEMPTIONS = Path(__file__).parent / "exemptions.toml"
LIMIT = 600  # seconds


@dataclass(frozen=True)
class Finding:
    """What the checker says of one place in one file; `path` is relative to the site."""

    path: str
    line: int
    column: int
    message: str
    extract: str


@dataclass(frozen=True)
class Exemption:
    """A finding that is let pass: what is found in its message and its extract, and why."""

    message: str
    extract: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        return bool(re.search(self.message, finding.message) and re.search(self.extract, finding.extract))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    site = Path(arguments[0]).resolve()
    files = to_check(site)
    try:
        found = check(site, files, Machine())
    except (CommandError, java.NoJavaError) as error:
        print(error, file=sys.stderr)
        return 1
    lines = problems(found, exemptions())
    print("\n".join([*lines, summary(files, len(lines))]))
    return 1 if lines else 0


def to_check(site: Path) -> list[Path]:
    """The site's pages, our style sheets, and drawings."""
    ours = site / "assets" / "chronology"
    sheets = [path for path in ours.rglob("*.css") if "vendored" not in path.relative_to(ours).parts]
    return sorted([*site.rglob("*.html"), *site.rglob("*.svg"), *sheets])


def check(site: Path, files: Iterable[Path], machine: Machine) -> list[Finding]:
    """Run the checker over all files. Raises CommandError, NoJavaError."""
    jar = npm.install(machine) / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ("--stdout", "--exit-zero-always", "--format", "json", "--also-check-css", "--also-check-svg")
    command = [java.find_or_install(machine), "-jar", str(jar), *options, *map(str, files)]
    return read(run(command, machine.environ, LIMIT), site)


def read(said: str, site: Path) -> list[Finding]:
    """What the checker said, without remarks that are no more than that. Raises CommandError if it failed."""
    # Java may have had something to say before.
    try:
        answer, _ = json.JSONDecoder().raw_decode(said[max(0, said.find('{"')) :])
    except ValueError:
        raise CommandError(f"the checker did not answer, but said: {said.strip()[:500] or 'nothing'}") from None
    return [_finding(one, site) for one in answer["messages"] if _counts(one)]


def _counts(message: dict[str, str]) -> bool:
    return message["type"] != "info" or message.get("subType") == "warning"


def _finding(message: dict[str, str | int], site: Path) -> Finding:
    path = Path(unquote(urlsplit(str(message.get("url", ""))).path))
    return Finding(
        path=path.relative_to(site).as_posix() if path.is_relative_to(site) else str(path),
        line=int(message.get("lastLine", 1)),
        column=int(message.get("firstColumn", message.get("lastColumn", 1))),
        message=str(message["message"]),
        extract=" ".join(str(message.get("extract", "")).split()),
    )


def exemptions() -> list[Exemption]:
    listed = tomllib.loads(EXEMPTIONS.read_text(encoding="utf-8")).get("exemption", [])
    return [Exemption(one["message"], one.get("extract", ""), one["reason"]) for one in listed]


def problems(found: Iterable[Finding], let_pass: Sequence[Exemption]) -> list[str]:
    """One paragraph for each message that is not let pass, and a line for each exemption that nothing needs."""
    needed = set()
    places: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        excuse = next((one for one in let_pass if one.covers(finding)), None)
        if excuse:
            needed.add(excuse)
        else:
            places[finding.message].append(finding)
    unneeded = [
        f"{EXEMPTIONS.name}: nothing has this fault any more; remove the exemption {one.message!r}"
        for one in let_pass
        if one not in needed
    ]
    return [_paragraph(places[message]) for message in sorted(places)] + unneeded


def _paragraph(places: Sequence[Finding]) -> str:
    first = places[0]
    more = f"\n  and at {len(places) - 1} other places" if len(places) > 1 else ""
    return f"{first.path}:{first.line}:{first.column}: {first.message}\n  {first.extract}{more}"


def summary(files: Sequence[Path], faults: int) -> str:
    kinds = {"html": "pages", "css": "style sheets", "svg": "drawings"}
    counts = [f"{sum(path.suffix == f'.{kind}' for path in files)} {name}" for kind, name in kinds.items()]
    return f"HTML validity: {', '.join(counts)}; {faults or 'no'} {'kind' if faults == 1 else 'kinds'} of fault"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
