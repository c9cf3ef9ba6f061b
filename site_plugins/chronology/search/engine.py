"""How an engine takes the place of the one in Material's search box.

The box starts a worker, sends it `search/search_index.json` and then what the reader types. Ours, `worker.js`, is small
and reads the engine's scripts and data with the first query; where they are, that JSON tells it. It also names the
worker, for the explorer, which starts one of its own. An engine is thus some files and the names of those that the
worker needs: `files` makes them from the documents, in any form it likes, and one of its scripts defines
`chronologySearch.open(data)`, as described in assets/scripts/search/minisearch-engine.js.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from chronology.search.documents import SearchDocument

SCRIPTS = Path(__file__).parent.parent / "assets" / "scripts" / "search"
INDEX = "search/search_index.json"
WORKER = "assets/javascripts/workers/search.*.min.js"
"""Where Material's worker lies in the site, as a pattern: its name holds a hash."""

FAILED = "The search index could not be loaded. Type on to try again, or see all events here."


@dataclass(frozen=True, slots=True)
class Bundle:
    """What an engine adds to the site: files by path from its root, and which of them the worker reads."""

    files: Sequence[tuple[str, bytes]]
    scripts: Sequence[str]
    """Run by the worker in this order, at the first query."""
    data: str
    """The JSON given to `open`."""


class Engine(Protocol):
    """Makes documents searchable in the browser."""

    def bundle(self, documents: Sequence[SearchDocument]) -> Bundle:
        """Return the engine's files for these documents."""
        ...


def site_files(
    documents: Sequence[SearchDocument], engine: Engine, worker: str, separator: str = r"[\s\-]+"
) -> Iterable[tuple[str, bytes]]:
    """Give all files of the search by path from the site's root: the engine's, Material's index and its worker.

    `worker` is the path of Material's worker in the site (see WORKER), which is replaced. `separator` is the one of
    Material's search settings; the box only uses it to highlight words on pages.
    """
    bundle = engine.bundle(documents)
    yield from bundle.files
    folder = posixpath.dirname(worker)
    chronology = {
        "scripts": [posixpath.relpath(script, folder) for script in bundle.scripts],
        "data": posixpath.relpath(bundle.data, folder),
        "failed": FAILED,
        "worker": worker,
    }
    config = {"lang": ["en"], "separator": separator, "pipeline": [], "fields": {}, "chronology": chronology}
    yield INDEX, compact_json({"config": config, "docs": []})
    yield worker, (SCRIPTS / "worker.js").read_bytes()


def compact_json(value: object) -> bytes:
    """Return JSON without spaces and with letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def hashed_path(stem: str, suffix: str, content: bytes) -> str:
    """Return a path that changes with the content, so that no browser keeps an old file beside a new one."""
    return f"{stem}-{sha256(content).hexdigest()[:8]}{suffix}"
