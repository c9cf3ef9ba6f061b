"""What pages need to know of the site around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chronology.pages.addresses import Addresses
from chronology.pages.repository import Repository


@dataclass(frozen=True, slots=True)
class Site:
    """The site that the pages go to.

    `url` is its published address with a slash at its end, or None. `changed` gives the day (ISO 8601) on which each
    record's file last changed, by path. `contribute` names the hand-written page on contributing, if there is one.
    """

    url: str | None = None
    addresses: Addresses = field(default_factory=Addresses)
    repository: Repository | None = None
    changed: Mapping[str, str] = field(default_factory=dict)
    contribute: str | None = None
    methodology: str | None = None
