"""What an mkdocs.yml says of our plugin, without MkDocs: commands only want to know where the records are."""

from __future__ import annotations

from pathlib import Path

from yaml import CSafeLoader, MappingNode, Node, ScalarNode, SequenceNode, YAMLError, compose

PLUGIN = "chronology"
CONTENT = "content"
"""The plugin's default."""


def content_named_in(file: Path) -> str | None:
    """The folder of the records that a file names; None where it has not the plugin, or cannot be read.

    Nodes are read and no values made of them, so that tags such as `!ENV` are no matter.
    """
    try:
        plugins = _field(compose(file.read_text("utf-8"), CSafeLoader), "plugins")
    except (OSError, ValueError, YAMLError, RecursionError):
        return None
    for name, options in _plugins(plugins):
        if name == PLUGIN:
            content = _field(options, CONTENT)
            return content.value if isinstance(content, ScalarNode) and not content.tag.startswith("!") else CONTENT
    return None


def _plugins(node: Node | None) -> list[tuple[str, Node | None]]:
    """The names of plugins, with their options: a list of names and of pairs, or one mapping."""
    if isinstance(node, MappingNode):
        return [(key.value, value) for key, value in node.value]
    found: list[tuple[str, Node | None]] = []
    for entry in node.value if isinstance(node, SequenceNode) else ():
        found += [(entry.value, None)] if isinstance(entry, ScalarNode) else _plugins(entry)
    return found


def _field(node: Node | None, name: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)
