"""Leave out of our scripts and style sheets what only those need who change them: comments and indentation.

They are a fifth of what the explorer's scripts weigh when compressed, and a third of the style sheet. Names and
statements stay as they are, so what one sees in the browser's tools can be found here.
"""

from __future__ import annotations

import re

_STYLE = re.compile(
    r"""(?P<kept>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))"""  # never looked into
    r"|(?P<comment>/\*.*?\*/)"
    r"|\s*(?P<sign>[{};])\s*"
    r"|(?P<space>\s+)",
    re.DOTALL,
)
# The end of a statement, and a comment after it.
_END = re.compile(r"(?<=[;,{}()])\s+//\s")
# Texts and template literals, which stay as they are.
_LITERAL = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`""")
# Signs that need no space beside them; those of sums need it in "a + +b".
_SIGN = re.compile(
    rf"(?P<literal>{_LITERAL.pattern})"
    r"|\s*(?P<sign>[=!]==?|=>?|&&|\|\||\?\??|[:,(){}<>\[\]])\s*"
    r"|(?<=[\w)\]])\s(?P<sum>[*+-])\s(?=[\w(\[#])"
)
# Unless it has what may be a comment, which would then go on.
_OPEN = re.compile(r"^(?!.*//).*[{(\[,;]$|^\}$")


def strip_style(css: str) -> str:
    """Return the style sheet without comments, and with a line for each rule."""
    without = _STYLE.sub(_shorter, css)
    # Where a comment stood, white space may be left on both sides of it.
    return _STYLE.sub(_shorter, without).strip() + "\n"


def _shorter(match: re.Match[str]) -> str:
    if match["comment"]:
        return " "
    if match["sign"]:
        return "}\n" if match["sign"] == "}" else match["sign"]
    return match["kept"] or " "


def strip_script(script: str) -> str:
    r"""Return the script without comments on lines of their own or at the end of one, empty lines and indentation.

    A line that ends in a sign after which JavaScript puts no semicolon by itself is joined with the next, and so is the
    end of a block: our statements have their semicolons.

    A script in which a template literal goes over several lines stays as it is: its white space may mean something.
    (rjsmin, which does more, joins the words of a template literal: `${count} ${noun}`.) A grave accent that begins
    none is written `\x60` in our scripts.
    """
    lines = script.splitlines()
    if any(line.count("`") % 2 for line in lines):
        return script
    kept: list[str] = []
    in_comment = False
    for line in map(str.strip, lines):
        if in_comment or line.startswith("/*"):
            in_comment = "*/" not in line
        elif line and not line.startswith("//"):
            kept.append(_without_end(line))
    return "".join(line + ("" if _OPEN.search(line) else "\n") for line in map(_close_up, kept))


def _close_up(line: str) -> str:
    """The line without spaces beside signs; what may hold a pattern, a division or a literal in a literal, stays."""
    literals = _LITERAL.findall(line)
    has_more = any(one[0] == "`" and one.count("${") > one.count("}") for one in literals)
    if has_more or any(sign in _LITERAL.sub("", line) for sign in "/`"):
        return line
    return _SIGN.sub(lambda match: match["literal"] or match["sign"] or match["sum"], line)


def _without_end(line: str) -> str:
    """The line without a comment at its end; what looks like one within a text stays."""
    comment = _END.search(line)
    if not comment:
        return line
    code = line[: comment.start()]
    return line if any(code.count(sign) % 2 for sign in "\"'`") else code
