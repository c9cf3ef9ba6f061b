"""The files that put an engine into Material's search box."""

from __future__ import annotations

import json

from chronology.search.engine import INDEX, Bundle, hashed_path, site_files

WORKER = "assets/javascripts/workers/search.0123abcd.min.js"


class OneFile:
    def bundle(self, documents):
        return Bundle(
            [("search/engine.js", b"1"), ("search/data.json", b"{}")], ["search/engine.js"], "search/data.json"
        )


def test_the_worker_is_told_where_engine_and_data_are_as_seen_from_itself():
    files = dict(site_files([], OneFile(), WORKER))
    told = json.loads(files[INDEX])["config"]["chronology"]
    assert told["scripts"] == ["../../../search/engine.js"]
    assert told["data"] == "../../../search/data.json"
    assert told["worker"] == WORKER
    assert set(files) == {INDEX, WORKER, "search/engine.js", "search/data.json"}


def test_the_index_has_no_documents_and_what_highlighting_needs():
    index = json.loads(dict(site_files([], OneFile(), WORKER, separator=r"\s+"))[INDEX])
    assert index["docs"] == []
    assert index["config"]["separator"] == r"\s+"


def test_a_path_changes_with_its_content():
    first, second = hashed_path("search/data", ".json", b"1"), hashed_path("search/data", ".json", b"2")
    assert first != second
    assert first.startswith("search/data-")
    assert first == hashed_path("search/data", ".json", b"1")
