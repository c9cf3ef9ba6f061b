"""Which addresses may be asked: those of the public web, and none of a private network.

Records come from strangers by pull request, and the machine that looks after sources may stand in a network of its
own. So an address is refused by its form, by where its name leads, and again at each redirection.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urljoin, urlsplit

_PORTS = {"http": 80, "https": 443}
_IN_PATHS = "/%:@!$&'()*+,;=~-._[]"
_NAT64 = IPv6Network("64:ff9b::/96")


class NotAskedError(Exception):
    """An address is not asked; the text says why, as a clause."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address as it is asked: the name in ASCII, the path with its query percent-encoded, no fragment."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what robots.txt and limits are for."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.site}{self.path}"

    @property
    def is_front_page(self) -> bool:
        """Whether it is the first page of its site."""
        return self.path in {"/", ""}


def parse_target(address: str, base: Target | None = None) -> Target:
    """An address, perhaps relative to another, as it is asked. Raises NotAskedError."""
    try:
        parts = urlsplit(urljoin(base.url, address) if base else address)
        scheme, host, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError as error:
        raise NotAskedError("it is not a web address") from error
    if scheme not in _PORTS or not host:
        raise NotAskedError("it is not a web address")
    if parts.username is not None or parts.password is not None:
        raise NotAskedError("it holds a name or a password")
    path = quote(parts.path or "/", safe=_IN_PATHS)
    if parts.query:
        path += "?" + quote(parts.query, safe=_IN_PATHS + "?")
    return Target(scheme, _ascii(host), port or _PORTS[scheme], path)


def _ascii(host: str) -> str:
    try:
        return host if ":" in host else host.rstrip(".").encode("idna").decode("ascii")
    except UnicodeError as error:
        raise NotAskedError("its host has a name that cannot be") from error


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet, and none that leads back into a private network."""
    one = ip_address(address.partition("%")[0])
    return all(part.is_global and not part.is_multicast for part in (one, *_within(one)))


def _within(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, IPv4Address):
        return ()
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return tuple(one for one in found if one is not None)
