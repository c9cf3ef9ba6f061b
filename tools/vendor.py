"""Fetch the vendored files by name and version with npm, and keep a manifest of what they are.

    python tools/vendor.py            fetch everything anew, write the files and manifest.json
    python tools/vendor.py --check    compare the files with manifest.json; exit status 1 where they differ

npm compares each package with the registry's checksum; the manifest's SHA-256 then guards the files in the repository.
To move to a newer version, change it in PACKAGES and run this again.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

VENDORED = Path(__file__).resolve().parent.parent / "site_plugins/chronology/assets/vendored"
MANIFEST = VENDORED / "manifest.json"
SUBSETS = ("latin", "latin-ext", "cyrillic")


@dataclass(frozen=True)
class Package:
    """What is taken from one npm package: `files` maps a path in the package to a path under `vendored/`."""

    name: str
    version: str
    licence: str
    files: dict[str, str]


def font(name: str, version: str, folder: str, variant: str) -> Package:
    """A Fontsource package's files for our subsets; `variant` is the end of the file names ("wght-normal")."""
    family = name.split("/")[1]
    names = [f"{family}-{subset}-{variant}.woff2" for subset in SUBSETS]
    files = {f"files/{file}": f"fonts/{folder}/{file}" for file in names}
    return Package(name, version, "OFL-1.1", {"LICENSE": f"fonts/{folder}/LICENSE", **files})


PACKAGES = [
    font("@fontsource-variable/source-serif-4", "5.3.1", "source-serif-4", "wght-normal"),
    font("@fontsource/source-serif-4", "5.3.1", "source-serif-4-italic", "400-italic"),
    font("@fontsource-variable/inter", "5.3.0", "inter", "wght-normal"),
    Package(
        "minisearch",
        "7.2.0",
        "MIT",
        {
            "LICENSE.txt": "minisearch/LICENSE.txt",
            "dist/umd/index.js": "minisearch/minisearch.umd.js",
        },
    ),
    Package(
        "leaflet",
        "1.9.4",
        "BSD-2-Clause",
        {file: f"leaflet-1.9.4/{file.split('/')[-1]}" for file in ("LICENSE", "dist/leaflet.js", "dist/leaflet.css")},
    ),
    Package(
        "js-yaml",
        "4.3.2",
        "MIT",
        {"LICENSE": "js-yaml-4.3.2/LICENSE", "dist/js-yaml.min.js": "js-yaml-4.3.2/js-yaml.min.js"},
    ),
    # Natural Earth 4.1.0, which is in the public domain; the licence is that of the package that redistributes it.
    Package(
        "world-atlas",
        "2.0.2",
        "ISC",
        {file: f"natural-earth/{file}" for file in ("LICENSE", "countries-10m.json")},
    ),
]


def fetch(package: Package) -> dict[str, bytes]:
    """The package's files by their path under `vendored/`; exits if the licence is another than expected."""
    spec = f"{package.name}@{package.version}"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", spec], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            licence = json.loads(member(archive, "package.json"))["license"]
            if licence != package.licence:
                sys.exit(f"{spec}: its licence is {licence}; expected {package.licence}")
            return {target: member(archive, source) for source, target in package.files.items()}


def member(archive: tarfile.TarFile, path: str) -> bytes:
    stream = archive.extractfile(f"package/{path}")
    if stream is None:
        sys.exit(f"{path}: no such file in the package; look at its contents with npm pack")
    return stream.read()


def refresh() -> None:
    entries = []
    for package in PACKAGES:
        contents = fetch(package)
        for path, content in contents.items():
            target = VENDORED / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        entries.append(
            {
                "name": package.name,
                "version": package.version,
                "licence": package.licence,
                "files": {path: hashlib.sha256(content).hexdigest() for path, content in contents.items()},
            }
        )
    MANIFEST.write_text(json.dumps({"packages": entries}, indent=2) + "\n")


def problems() -> list[str]:
    """Where `vendored/` differs from its manifest, or the manifest from PACKAGES; one sentence each."""
    entries = json.loads(MANIFEST.read_text())["packages"]
    listed = {path: sha for entry in entries for path, sha in entry["files"].items()}
    present = {p.relative_to(VENDORED).as_posix() for p in VENDORED.rglob("*") if p.is_file()} - {MANIFEST.name}
    found = [f"{path}: in the manifest, but not there; run tools/vendor.py" for path in sorted(listed.keys() - present)]
    found += [f"{path}: not in the manifest; add it to tools/vendor.py" for path in sorted(present - listed.keys())]
    for path in sorted(listed.keys() & present):
        if hashlib.sha256((VENDORED / path).read_bytes()).hexdigest() != listed[path]:
            found.append(f"{path}: changed since it was fetched; run tools/vendor.py")
    if [(e["name"], e["version"]) for e in entries] != [(p.name, p.version) for p in PACKAGES]:
        found.append("manifest.json: other packages or versions than tools/vendor.py names; run it")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only compare the files with the manifest")
    if not parser.parse_args().check:
        refresh()
    found = problems()
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
