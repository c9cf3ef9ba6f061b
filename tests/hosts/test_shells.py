"""A site written with shells equals, byte for byte, the one whose every page the theme rendered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.sites import build_site, copy_site

MINIFY = {"minify": {"minify_html": True, "htmlmin_opts": {"remove_comments": True}}}
CONFIGURATIONS: dict[str, dict[str, Any]] = {
    "directory addresses": {},
    "flat addresses": {"use_directory_urls": False},
    "without a published address": {"site_url": None, "repo_url": None},
    "with navigation.instant": {
        "theme": {"name": "material", "font": False, "features": ["navigation.instant", "navigation.path"]}
    },
    "without nav": {"nav": None},
    "minified": {"plugins": ["search", "chronology", MINIFY]},
}


def _with(settings: dict[str, Any], rendering: str) -> dict[str, Any]:
    plugins = settings.get("plugins", ["search", "chronology"])
    ours = {"chronology": {"rendering": rendering}}
    return settings | {"plugins": [ours if plugin == "chronology" else plugin for plugin in plugins]}


def _files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix != ".gz"  # gzip writes the time of the build
    }


@pytest.mark.parametrize("settings", CONFIGURATIONS.values(), ids=CONFIGURATIONS.keys())
def test_shells_equal_ordinary_pages(settings: dict[str, Any], tmp_path: Path) -> None:
    built = {
        rendering: _files(build_site(copy_site("small", tmp_path / rendering, **_with(settings, rendering))))
        for rendering in ("pages", "shells")
    }
    assert built["shells"].keys() == built["pages"].keys()
    different = [name for name, data in built["pages"].items() if built["shells"][name] != data]
    assert different == []
    assert any(name.startswith("events/light-goes-out") for name in built["shells"])
