"""Small chronologies for tests, and how to build one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

HERE = Path(__file__).parent


def copy_site(name: str, folder: Path, **settings: Any) -> Path:
    """Copy a small site to a folder, with settings of its mkdocs.yml changed; return the folder."""
    target = folder / name
    shutil.copytree(HERE / name, target)
    config = yaml.safe_load((target / "mkdocs.yml").read_text("utf-8")) | settings
    config = {key: value for key, value in config.items() if value is not None}
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    return target


def build_site(folder: Path, *, serving: bool = False, strict: bool = True) -> Path:
    """Build a site as `mkdocs build` does, in this process; return the folder that it was written to."""
    config = load_config(config_file=str(folder / "mkdocs.yml"), strict=strict)
    config.plugins.on_startup(command="serve" if serving else "build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()
    return Path(config.site_dir)
