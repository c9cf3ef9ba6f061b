"""Our search in place of Material's: its worker and index are replaced after everything else is written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from chronology.search.documents import SearchDocument
from chronology.search.engine import INDEX, WORKER, site_files
from chronology.search.handwritten import pages_from_material
from chronology.search.minisearch import MiniSearch


def write(found: Sequence[SearchDocument], config: MkDocsConfig) -> None:
    """Replace what Material's search plugin wrote. Without that plugin, or its worker, there is no search box."""
    site = Path(config.site_dir)
    index = site / INDEX
    worker = next(iter(sorted(site.glob(WORKER))), None)
    if worker is None or not index.is_file():
        return
    material = json.loads(index.read_text(encoding="utf-8"))
    documents = [*found, *pages_from_material(material)]
    separator = material.get("config", {}).get("separator", r"[\s\-]+")
    files = site_files(documents, MiniSearch(), worker.relative_to(site).as_posix(), separator)
    for path, data in files:
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
