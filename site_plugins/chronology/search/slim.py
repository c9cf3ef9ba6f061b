"""Scripts as they are served: without what is only there to be read."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)


def slim(script: str) -> str:
    """Return a script without indents and comments on lines of their own: about two thirds of it.

    A template literal over several lines would suffer: there is none in ours, nor in what is vendored.
    """
    return "\n".join(filter(None, map(str.strip, _COMMENT.sub("", script).splitlines())))
