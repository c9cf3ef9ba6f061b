"""The Markdown of records, to HTML that is safe to publish.

markdown-it-py reads it without raw HTML, references such as `place:sudzha` become links, and nh3 lets only the
elements through that a record's text needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

REFERENCE = re.compile(r"^(event|actor|place|source|series|topic):([a-z0-9-]+)(?:#([A-Za-z0-9_-]+))?$")
_TAGS = {
    *("p", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "h4", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "s"),
}
_HEADINGS = {"h1": "h3", "h2": "h3", "h3": "h4", "h5": "h4", "h6": "h4"}
_parser = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(
    ["table", "strikethrough", "replacements", "smartquotes"]
)
_links = re.compile(r'href="([a-z]+:[a-z0-9-]+(?:#[A-Za-z0-9_-]+)?)"')


def to_html(text: str, resolve: Callable[[str, str, str | None], str]) -> Markup:
    """Return a record's Markdown as HTML that is safe to insert.

    `resolve(kind, id, anchor)` gives the link for a reference. Headings begin at the third level, because the page
    has the first two.
    """
    tokens = _parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = _HEADINGS.get(token.tag, token.tag)
    html = _parser.renderer.render(tokens, _parser.options, {})

    def link(match: re.Match[str]) -> str:
        reference = REFERENCE.match(match[1])
        return f'href="{resolve(reference[1], reference[2], reference[3])}"' if reference else match[0]

    clean = nh3.clean(_links.sub(link, html), tags=_TAGS, link_rel=None, url_schemes={"http", "https", "mailto"})
    return Markup(clean)  # noqa: S704 (nh3 has just sanitised it)
