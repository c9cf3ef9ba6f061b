from __future__ import annotations

import pytest

from chronology.pages.markdown import to_html


def _link(kind: str, record_id: str, anchor: str | None) -> str:
    return f"/{kind}/{record_id}" + (f"#{anchor}" if anchor else "")


@pytest.mark.parametrize(
    "text,html",
    [
        ("[Sudzha](place:sudzha)", '<p><a href="/place/sudzha">Sudzha</a></p>\n'),
        ("[who](event:x#control)", '<p><a href="/event/x#control">who</a></p>\n'),
        ("# Heading", "<h3>Heading</h3>\n"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ('[x](https://example.org "t")', '<p><a href="https://example.org" title="t">x</a></p>\n'),
        ('"quoted" -- so', "<p>“quoted” – so</p>\n"),
    ],
)
def test_markdown_of_a_record(text: str, html: str) -> None:
    assert to_html(text, _link) == html
