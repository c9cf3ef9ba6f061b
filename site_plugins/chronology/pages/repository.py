"""Where the records are kept, and the addresses for changing one or reporting an error in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

_NAMES = {"github": "GitHub", "gitlab": "GitLab", "bitbucket": "Bitbucket", "codeberg": "Codeberg"}


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

    @property
    def name(self) -> str:
        """Return what readers call the host: its name, or its domain."""
        host = urlsplit(self.url).hostname or self.url
        return next((name for part, name in _NAMES.items() if part in host), host)

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

    def patterns(self) -> dict[str, str]:
        """Return addresses with `{path}`, `{folder}`, `{file}`, `{text}` and `{title}` in them, for scripts to fill in.

        `edit` opens a file, `new` a new one with its text, `issue` a new issue. Bitbucket has no address for a new
        file. GitHub and Forgejo name the parameters of a new file alike; GitLab calls them `file_name` and `content`.
        """
        base = self.url.rstrip("/")
        new = {
            "github": f"{base}/new/{self.branch}?filename={{path}}&value={{text}}",
            "gitlab": f"{base}/-/new/{self.branch}/{{folder}}?file_name={{file}}&content={{text}}",
            "forgejo": f"{base}/_new/{self.branch}/{{folder}}?filename={{file}}&value={{text}}",
        }.get(self._host)
        issue = {"gitlab": f"{base}/-/issues/new?issue%5Btitle%5D={{title}}&issue%5Bdescription%5D={{text}}"}
        return {
            "host": self.name,
            "edit": self.edit("PATH").replace("PATH", "{path}"),
            "issue": issue.get(self._host, f"{base}/issues/new?title={{title}}&body={{text}}"),
            **({"new": new} if new else {}),
        }
