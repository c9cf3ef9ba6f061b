"""Where the records are kept, and the addresses for changing one or reporting an error in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on a code host: its address, and the branch that the site is built from."""

    url: str
    branch: str = "main"

    @property
    def _host(self) -> str:
        host = urlsplit(self.url).hostname or ""
        known = {"github": "github", "gitlab": "gitlab", "bitbucket": "bitbucket"}
        return next((name for part, name in known.items() if part in host), "forgejo")

    def edit(self, path: str) -> str:
        """Return the address of the host's page for editing a file."""
        way = {
            "github": f"edit/{self.branch}",
            "gitlab": f"-/edit/{self.branch}",
            "bitbucket": f"src/{self.branch}",
            "forgejo": f"_edit/{self.branch}",
        }[self._host]
        return f"{self.url.rstrip('/')}/{way}/{quote(path)}" + ("?mode=edit" if self._host == "bitbucket" else "")

    def browse(self, path: str) -> str:
        """Return the address of the host's listing of a folder."""
        way = {
            "github": f"tree/{self.branch}",
            "gitlab": f"-/tree/{self.branch}",
            "bitbucket": f"src/{self.branch}",
            "forgejo": f"src/branch/{self.branch}",
        }[self._host]
        return f"{self.url.rstrip('/')}/{way}/{quote(path)}"

    def report(self, title: str, path: str) -> str:
        """Return the address of the host's page for a new issue, with its title and the file filled in."""
        base = self.url.rstrip("/")
        if self._host == "gitlab":
            return f"{base}/-/issues/new?" + urlencode({"issue[title]": title, "issue[description]": path})
        return f"{base}/issues/new?" + urlencode({"title": title, "body": path})
