"""A theme's part of a page without the indentation of its templates: a quarter of its bytes."""

from __future__ import annotations

import re

_KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
_INDENTATION = re.compile(r"\s*\n\s*")


def compact(html: str, body: str) -> str:
    """Return a page with white space around line breaks reduced to the break, outside `body` and preformatted text.

    White space between elements is one space to a browser, however much there is. The body is left as it is: it may
    hold anything, and the body of a shell is not known yet.
    """
    before, found, after = html.partition(body) if body else (html, "", "")
    return _without_indentation(before) + found + _without_indentation(after)


def _without_indentation(html: str) -> str:
    parts = _KEPT.split(html)
    # Split gives text, a kept element, its name, and so on.
    return "".join(
        _INDENTATION.sub("\n", part) if index % 3 == 0 else part for index, part in enumerate(parts) if index % 3 != 2
    )
