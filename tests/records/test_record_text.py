"""A record's own text, of a file that holds one or several."""

from __future__ import annotations

from pathlib import Path

from chronology.records.record_text import record_text

SEVERAL = """# All of them.
id: one
title: One
---
# The second.
id: two
title: Two --- and more
--- # and the last
id: three
"""


def test_a_file_with_one_record_is_its_text(tmp_path: Path) -> None:
    file = tmp_path / "one.yml"
    file.write_text("# Kept.\ntitle: One\n", encoding="utf-8")
    assert record_text(file, 2) == "# Kept.\ntitle: One\n"


def test_each_record_of_several_has_its_comments(tmp_path: Path) -> None:
    file = tmp_path / "all.yml"
    file.write_text(SEVERAL, encoding="utf-8")
    assert record_text(file, 2) == "# All of them.\nid: one\ntitle: One\n"
    assert record_text(file, 6) == "# The second.\nid: two\ntitle: Two --- and more\n"
    assert record_text(file, 9) == "id: three\n"
