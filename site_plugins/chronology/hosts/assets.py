"""Our style sheets, fonts and scripts, as files of the site."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from chronology.hosts.comments import strip_script, strip_style
from chronology.pages.page import OutFile

ASSETS = Path(__file__).parent.parent / "assets"
THEME = ASSETS / "theme"
FOLDER = "assets/chronology"
STYLE_ORDER = (
    "fonts.css",
    "palette.css",
    "theme.css",
    "record.css",
    "notices.css",
    "matrix.css",
    "figures.css",
    "map.css",
    "known.css",
    "history.css",
    "lists.css",
    "blocks.css",
    "timeline.css",
    "explorer.css",
    "forms.css",
    "search.css",
    "embed.css",
    "print.css",
)


def _script(path: Path) -> bytes:
    return strip_script(path.read_text(encoding="utf-8")).encode()


def style_sheet() -> OutFile:
    """Return all style sheets as one file, whose name changes with its content."""
    sheets = [ASSETS / "styles" / name for name in STYLE_ORDER]
    css = strip_style("\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets if sheet.exists())).encode()
    return OutFile(f"{FOLDER}/styles/chronology-{sha256(css).hexdigest()[:8]}.css", css)


def search_box_script() -> OutFile:
    """Return the script that makes the search box notice text that is pasted, dictated or completed."""
    script = _script(ASSETS / "scripts" / "search" / "box.js")
    return OutFile(f"{FOLDER}/scripts/box-{sha256(script).hexdigest()[:8]}.js", script)


def modules(name: str) -> tuple[OutFile, ...]:
    """Return the modules of `scripts/NAME/`, the one to load first; their folder's name changes with any of them."""
    paths = sorted((ASSETS / "scripts" / name).glob("*.js"), key=lambda path: not path.stem.endswith("-register"))
    scripts = {path.name: _script(path) for path in paths}
    version = sha256(b"\0".join(scripts.values())).hexdigest()[:8]
    return tuple(OutFile(f"{FOLDER}/scripts/{name}-{version}/{file}", data) for file, data in scripts.items())


def module_folder() -> tuple[OutFile, ...]:
    """Return the modules of the explorer and of the forms, with the folding of words that they share with search.

    They lie under one folder, as they do here, so that they find each other; its name changes with any of them. The two
    to load first come first.
    """
    own = [path for name in ("explorer", "forms") for path in sorted((ASSETS / "scripts" / name).glob("*.js"))]
    own.sort(key=lambda path: not path.stem.endswith("-register"))
    paths = [*own, ASSETS / "scripts" / "search" / "words.js"]
    scripts = {path.relative_to(ASSETS / "scripts").as_posix(): _script(path) for path in paths}
    version = sha256(b"\0".join(scripts.values())).hexdigest()[:8]
    return tuple(OutFile(f"{FOLDER}/scripts/{version}/{file}", data) for file, data in scripts.items())


def embed_script() -> OutFile:
    """Return the script for pages on which our frames are: at one address for ever, because others name it."""
    return OutFile("embed.js", _script(ASSETS / "scripts" / "embed" / "embed.js"))


def frame_modules() -> tuple[OutFile, ...]:
    """Return the modules of the page for frames, the one to load first."""
    return tuple(file for file in modules("embed") if not file.path.endswith("/embed.js"))


def vendored() -> Iterable[OutFile]:
    """Yield the vendored fonts, Leaflet and js-yaml, with their licences, where those who need them look for them."""
    root = ASSETS / "vendored"
    for folder in ("fonts", *(path.name for name in ("leaflet", "js-yaml") for path in root.glob(f"{name}-*"))):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file():
                yield OutFile(f"{FOLDER}/vendored/{path.relative_to(root).as_posix()}", path.read_bytes())
