"""`::: chronology` blocks of hand-written pages: checked before MkDocs empties the old site, and written into pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from chronology.hosts.block_options import read_block
from chronology.hosts.block_text import find_blocks, put_in, replace_blocks
from chronology.model.chronology import Chronology
from chronology.model.selection import select
from chronology.pages.addresses import Here
from chronology.pages.blocks import Block, render_block
from chronology.pages.book import Book
from chronology.records.problems import Problem

_UNREADABLE = '<p class="chronology-block">This block has a mistake; the build says where.</p>'


def check(chronology: Chronology, root: Path, pages: Iterable[Path]) -> list[Problem]:
    """Return every mistake in the blocks of hand-written pages, and a warning for a block that selects nothing."""
    problems: list[Problem] = []
    for page in pages:
        path = page.relative_to(root).as_posix() if page.is_relative_to(root) else str(page)
        problems += _problems(chronology, path, page.read_text(encoding="utf-8", errors="replace"))
    return problems


def _problems(chronology: Chronology, path: str, text: str) -> Iterable[Problem]:
    for found in find_blocks(text):
        read = read_block(found, chronology)
        yield from (Problem(path, one.line, one.column, one.message, one.hint) for one in read.faults)
        if read.block and read.block.view != "series" and not select(chronology, read.block.selection):
            hint = "loosen one of its options, or take the block out"
            yield Problem(path, found.line, found.column, "this block selects no event", hint, "warning")


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of one page while MkDocs makes its HTML: the words that stand for them, and what they show."""

    words: tuple[str, ...]
    blocks: tuple[Block | None, ...]


def take_out(markdown: str, chronology: Chronology) -> tuple[str, PageBlocks]:
    """Return a page's Markdown with a word in place of each block, and the blocks."""
    found = find_blocks(markdown)
    replaced, words = replace_blocks(markdown, found)
    return replaced, PageBlocks(tuple(words), tuple(read_block(one, chronology).block for one in found))


def put_back(html: str, page: PageBlocks, book: Book, here: Here) -> str:
    """Return a page's HTML with its blocks."""
    rendered = [
        render_block(book, here, block, number) if block else _UNREADABLE
        for number, block in enumerate(page.blocks, start=1)
    ]
    return put_in(html, page.words, rendered)
