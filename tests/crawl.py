"""Read a built site as a browser would: pages, their links, anchors, and what they load."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_LOADS = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "object": "data",
}
_LINKED_FILES = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
ORIGIN = "http://site.test"


class Document(HTMLParser):
    """What a page links to, offers as anchors, and loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        if tag in ("a", "area") and "href" in given:
            self.links.append(given["href"])
        if tag in _LOADS and given.get(_LOADS[tag]):
            self.loads.append(given[_LOADS[tag]])
        if tag == "link" and _LINKED_FILES & set(given.get("rel", "").split()):
            self.loads.append(given.get("href", ""))


@dataclass
class Crawl:
    """A built site, read from its folder. Addresses are paths such as `/events/x/`."""

    site: Path
    steps: dict[str, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    @cached_property
    def documents(self) -> dict[str, Document]:
        return {
            self.address(path): Document(path.read_text("utf-8"))
            for path in sorted(self.site.rglob("*.html"))
            if path.name != "404.html"
        }

    def address(self, path: Path) -> str:
        relative = path.relative_to(self.site).as_posix()
        return "/" + relative.removesuffix("index.html") if path.name == "index.html" else "/" + relative

    def resolve(self, base: str, href: str) -> tuple[str, str] | None:
        """Return (path, anchor) of a link within the site, or None for one that leads elsewhere."""
        target = urlsplit(urljoin(f"{ORIGIN}{base}", href))
        if target.scheme not in ("http", "https") or f"{target.scheme}://{target.netloc}" != ORIGIN:
            return None
        return unquote(target.path), unquote(target.fragment)

    def exists(self, path: str) -> bool:
        file = self.site / path.lstrip("/")
        return (file / "index.html").is_file() if path.endswith("/") else file.is_file()

    def run(self) -> Crawl:
        """Follow every link from `/`; note the fewest steps to each page, and every link or anchor that is broken."""
        self.steps = {"/": 0}
        queue = deque(["/"])
        while queue:
            base = queue.popleft()
            for href in self.documents[base].links:
                target = self.resolve(base, href)
                if target is not None:
                    self._follow(base, href, *target, queue)
        return self

    def _follow(self, base: str, href: str, path: str, anchor: str, queue: deque[str]) -> None:
        if not self.exists(path):
            self.broken.append(f"{base}: {href} leads nowhere")
            return
        document = self.documents.get(path)
        if document is None:
            return
        if anchor and anchor not in document.ids:
            self.broken.append(f"{base}: {href} names no place on its page")
        if path not in self.steps:
            self.steps[path] = self.steps[base] + 1
            queue.append(path)

    def foreign_loads(self) -> list[str]:
        """Return everything that a page loads from another origin, or that is not there."""
        found = []
        for base, document in self.documents.items():
            for load in document.loads:
                target = self.resolve(base, load)
                if target is None or not self.exists(target[0]):
                    found.append(f"{base}: {load}")
        return found
