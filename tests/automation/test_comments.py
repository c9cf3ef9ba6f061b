"""The comment under a pull request: what the check left, as `report.yml` writes it."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from chronology.review.changes.as_markdown import escaped
from tests.automation.conftest import BROKEN, CHECK, EVENT, MEANING, ROOT, Host, run_on_github
from tests.repositories import needs_git
from tests.review.test_markdown import HOSTILE

pytestmark = [
    needs_git,
    pytest.mark.skipif(not (ROOT / ".github").is_dir(), reason="the source distribution has no .github/"),
]

COMMENT = """
import { readText } from "%(scripts)s/files.mjs";
import { bodyOf } from "%(scripts)s/comment.mjs";
const run = { head_sha: "0123456789abcdef", html_url: "https://example.org/run/7" };
console.log(bodyOf(readText("%(folder)s", "meaning.md", 100_000), run));
"""
MISTAKE = "content/events/broken.yml:5:5: there is no source 'reprot'; did you mean 'report'?"
CANNOT = "That cannot be told: the records have mistakes, and what has mistakes is not published."


def comment(node: str, folder: Path) -> str:
    """The comment that `report.yml` would write from what the check left."""
    script = COMMENT % {"scripts": (ROOT / ".github/scripts").as_uri(), "folder": folder}
    command = [node, "--input-type=module", "--eval", script]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


@pytest.mark.parametrize("broken, sides", [("fork", ["HEAD"]), ("project", ["HEAD^1", "HEAD"])])
def test_where_a_side_does_not_load_the_comment_says_so(host: Host, node: str, broken: str, sides: list[str]) -> None:
    host.fork.write("content/events/mine.yml", EVENT.format("What is mine"))
    repository = host.fork if broken == "fork" else host.project
    repository.write("content/events/broken.yml", BROKEN.format("What is broken"))
    host.fork.commit()
    host.project.commit()
    checkout = host.checkout()
    done = run_on_github(checkout)
    assert done[CHECK].status == (1 if broken == "fork" else 0)
    assert done[MEANING].status == 0
    told = "\n".join(f"    {side}: {MISTAKE}" for side in sides)
    assert (checkout / "summary.md").read_text("utf-8") == f"{CANNOT}\n\n{told}\n"
    _, title, *text, foot = comment(node, checkout / "meaning").split("\n\n")
    assert title == "**What this change means**, at 0123456789"
    assert text == [CANNOT, told]
    assert foot.startswith("<sub>Written by the code of the proposed branch.")


def test_what_a_contributor_writes_does_not_act_in_the_comment(host: Host, node: str) -> None:
    title = '"@editors see #12, GH-12, https://evil.example and www.evil.example <b>"'
    host.fork.write("content/events/mine.yml", EVENT.format(title))
    host.fork.commit()
    checkout = host.checkout()
    run_on_github(checkout)
    [line] = [one for one in comment(node, checkout / "meaning").splitlines() if "editors" in one]
    shown = line.replace("\u2060", "·")
    assert "@·editors see \\#·12, GH·\\-12, https:·//evil.example and ww·w.evil.example \\<·b\\>" in shown


# What GitHub makes links, mentions and pictures of, in text that is left when Markdown has been read:
# docs.github.com, "Autolinked references and URLs" and "Basic writing and formatting syntax"
ACTING = re.compile(
    r"@[\w-]|(?<!\w)#\d|\w/\w+#\d|(?i:\bgh-\d)|://|(?i:\bwww\.)|:[a-z+-]+:|\b[A-Z]{2,}-\d|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b"
)
HARMLESS = (
    'import {{ harmless }} from "{}/files.mjs"; console.log(JSON.stringify(JSON.parse({}).map((t) => harmless(t))))'
)


def test_nothing_of_hostile_texts_acts_as_they_stand_or_as_our_commands_write_them(node: str) -> None:
    texts = [
        *HOSTILE,
        *map(escaped, HOSTILE),
        "GH\\-12 \\#12 www\\.a.example https:\\/\\/a.example",
        "```mermaid\nx\n```",
    ]
    script = HARMLESS.format((ROOT / ".github/scripts").as_uri(), json.dumps(json.dumps(texts)))
    command = [node, "--input-type=module", "--eval", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for text, kept in zip(texts, json.loads(done.stdout), strict=True):
        blocks = reader.parse(kept)
        inline = [child for block in blocks for child in block.children or ()]
        assert not {one.type for one in (*blocks, *inline)} & {
            "link_open",
            "image",
            "html_inline",
            "html_block",
            "fence",
        }
        shown = "".join(child.content for child in inline if child.type != "code_inline")
        assert not ACTING.search(shown), text
