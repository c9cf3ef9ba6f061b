"""Scripts and style sheets are served without comments, and mean the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pygments import token
from pygments.lexers import JavascriptLexer

from chronology.hosts import assets
from chronology.hosts.comments import strip_script, strip_style

SCRIPTS = sorted((assets.ASSETS / "scripts").rglob("*.js"))


@pytest.mark.parametrize(
    "css, served",
    [
        ("/* Why. */\na {\n  color: red; /* so */\n}\n", "a{color: red;}\n"),
        ("a { b: c }\n\n\nd { e: f }\n", "a{b: c}\nd{e: f}\n"),
        (".a /* x */ .b { c: d }", ".a .b{c: d}\n"),
        ('a::before { content: "/* ; { */  }"; }', 'a::before{content: "/* ; { */  }";}\n'),
        ("a { b: url(data:image/svg+xml;utf8,<svg  />) }", "a{b: url(data:image/svg+xml;utf8,<svg  />)}\n"),
        ("@media (min-width: 1em) { a { b: calc(1px + 2px) } }", "@media (min-width: 1em){a{b: calc(1px + 2px)}\n}\n"),
    ],
)
def test_a_style_sheet_keeps_its_meaning(css: str, served: str) -> None:
    assert strip_style(css) == served


@pytest.mark.parametrize(
    "script, served",
    [
        ("// Why.\n\nlet a = 1; // so\n", "let a=1;"),
        ("a(); // so it is\nb('; // so');\nc(`{} // ${d}`);\n", "a();b('; // so');\nc(`{} // ${d}`);\n"),
        ("/** One.\n * Two. */\nexport const a = `b // ${c}`;\n", "export const a=`b // ${c}`;\n"),
        ("if (a) {\n  b();\n}\nc();\n", "if(a){b();}c();"),
        ("a({\n  b,\n})\nc();\n", "a({b,})\nc();"),
        ("a(\n  b,\n  c\n)\n(d)\n", "a(b,c\n)\n(d)\n"),
        ("const a = `\n  // kept\n`;\n", "const a = `\n  // kept\n`;\n"),
        ("const a = 'b'; // c's d\n", "const a='b';"),
        ("/* one line */\na();\n", "a();"),
        ("a = b === c ? d : e;\n", "a=b===c?d:e;"),
        ("a = 'b = c' + \" = it's\" + +d;\n", "a='b = c' + \" = it's\" + +d;"),
        ("const f = ({ a, b }) => a <= b;\n", "const f=({a,b})=>a<=b;"),
        ("a = b / c; // (d)\n", "a = b / c;"),
        ("a = `${b} ${c}` + ( d );\n", "a=`${b} ${c}` +(d);"),
        ("a = `${b ? `c` : d} ` + e;\n", "a = `${b ? `c` : d} ` + e;"),
        ("a = `${b}`.split( / , /);\n", "a = `${b}`.split( / , /);"),
        ('const a = ["`b = c`, d", "e, `f`, g"];\n', 'const a=["`b = c`, d","e, `f`, g"];'),
        ("a = `b / ${ c } = 'd` + ' = e';\n", "a=`b / ${ c } = 'd` + ' = e';"),
        ("import { a, b } from './c.js';\n", "import{a,b}from './c.js';"),
        ("a = b.replace(/ \" , /g, '\" / ');\n", "a = b.replace(/ \" , /g, '\" / ');"),
        ("a[b + 1] = c - -d + [e] * f;\n", "a[b+1]=c - -d+[e]* f;"),
        ("export * from 'a'; a = b++ + ++c;\n", "export*from 'a'; a=b++ + ++c;"),
    ],
)
def test_a_script_keeps_its_meaning(script: str, served: str) -> None:
    assert strip_script(script) == served


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_served_has_every_word_and_sign_of_the_script(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    assert _words(strip_script(script)) == _words(script)


def _words(script: str) -> list[str]:
    """The script as another reader of JavaScript takes it apart, without white space between and comments."""
    words = []
    for kind, value in JavascriptLexer().get_tokens(script):
        if kind in token.String:
            words.append(value)
        elif kind not in token.Comment and value.strip():
            words.append(value.strip())
    return words


def test_what_is_served_has_no_comments() -> None:
    files = [assets.style_sheet(), *assets.modules("header"), *assets.module_folder()]
    texts = {file.path: file.read().decode() for file in files}
    assert [path for path, text in texts.items() if re.search(r"^\s*(//|/\*)", text, re.MULTILINE)] == []
