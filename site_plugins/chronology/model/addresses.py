"""Web addresses as they are compared: two that lead to one page are the same address.

`assets/scripts/forms/addresses.js` compares them in the same way; tests/forms/cases/addresses.json holds both to it.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit
from zlib import crc32

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|igshid|cmpid|at_\w+", re.ASCII | re.IGNORECASE)


def same_address(one: str, other: str) -> bool:
    """Whether two web addresses lead to one page: without scheme, www and m, a last slash, anchors and trackers."""
    return plain_address(one) == plain_address(other)


def plain_address(address: str) -> str:
    """What is left of an address when everything is gone that leads to the same page."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return address
    host = re.sub(r"^(?:www|m|amp|mobile)\.", "", (parts.hostname or "").lower())
    kept = sorted((name, value) for name, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(name))
    port_text = f":{port}" if port and port not in (80, 443) else ""
    return f"{host}{port_text}{parts.path.rstrip('/')}?{urlencode(kept)}"


def address_sum(address: str) -> int:
    """A check sum of the plain address: an address is found by it, and it is a tenth as long."""
    return crc32(plain_address(address).encode(errors="replace"))
