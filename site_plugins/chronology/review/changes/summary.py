"""All that changed, in a line: what a reviewer reads first."""

from __future__ import annotations

from collections import Counter

from chronology.review.changes.change import STATUSES, Changes
from chronology.review.changes.names import MANY
from chronology.review.changes.words import capital, count

NOTHING = "Nothing changes in meaning."


def summary(changes: Changes) -> str:
    """As 'Events: 1 new, 2 changed. Sources: 1 changed. 3 things to look at.'."""
    parts = []
    for kind, many in (*MANY.items(), ("settings", "settings")):
        found = Counter(record.status for record in changes.records if record.kind == kind)
        if kind == "settings" and found:
            parts.append("The settings changed.")
        elif found:
            told = ", ".join(f"{found[status]:,} {status}" for status in STATUSES if found[status])
            parts.append(f"{capital(many)}: {told}.")
    if looks := sum(len(record.changes) for record in changes.to_look_at()):
        parts.append(f"{capital(count(looks, 'thing'))} to look at.")
    return " ".join(parts) if parts else NOTHING


def layout(changes: Changes) -> str:
    """The files in which only the layout changed, as a sentence; '' if there are none."""
    if not changes.layout:
        return ""
    return f"In {count(len(changes.layout), 'file')} only the layout changed."
