"""Where the records are kept, and the addresses for changing one or reporting an error in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import quote, urlencode, urlsplit

Host: TypeAlias = Literal["github", "gitlab", "forgejo", "bitbucket"]
"""Programs that hosts run, by the addresses of their pages. Gitea's are those of Forgejo."""
HostOption: TypeAlias = Literal["auto", "none"] | Host
"""What a maintainer may say of it."""

_NAMES = {"github.com": "GitHub", "gitlab.com": "GitLab", "bitbucket.org": "Bitbucket", "codeberg.org": "Codeberg"}
ISSUE_FORMS = ".github/ISSUE_TEMPLATE"
"""Where GitHub looks for issue forms. It fills in their fields from parameters that are named as their ids."""
_CORRECTION, _EVENT = "correction.yml", "event.yml"
_FORGEJO = ("codeberg", "forgejo", "gitea")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on a code host: its address, the branch that the site is built from, and what its host runs.

    `issue_forms` are the names of its issue forms. Only GitHub is led to them: on GitLab and Forgejo the
    text in an address takes the place of a template.
    """

    url: str
    branch: str = "main"
    host: Host = "forgejo"
    issue_forms: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Return what readers call the host: its name, or its domain."""
        domain = _domain(self.url)
        return _NAMES.get(domain, domain or self.url)

    @property
    def _base(self) -> str:
        return self.url.rstrip("/").removesuffix(".git")

    def edit(self, path: str) -> str:
        """Return the address of the host's page for editing a file."""
        way = {
            "github": f"edit/{self.branch}",
            "gitlab": f"-/edit/{self.branch}",
            "bitbucket": f"src/{self.branch}",
            "forgejo": f"_edit/{self.branch}",
        }[self.host]
        return f"{self._base}/{way}/{quote(path)}" + ("?mode=edit" if self.host == "bitbucket" else "")

    def browse(self, path: str) -> str:
        """Return the address of the host's listing of a folder."""
        way = {
            "github": f"tree/{self.branch}",
            "gitlab": f"-/tree/{self.branch}",
            "bitbucket": f"src/{self.branch}",
            "forgejo": f"src/branch/{self.branch}",
        }[self.host]
        return f"{self._base}/{way}/{quote(path)}"

    def report(self, title: str, path: str) -> str:
        """Return the address of the host's page for a new issue on what a file says, with its title and the file."""
        if self._has(_CORRECTION):
            return self._form(_CORRECTION, urlencode({"title": title, "record": path}))
        return self._blank(title, path)

    def suggest(self, kind: str, folder: str) -> str:
        """Return the address of the host's page for a new issue with a record to be."""
        title = f"A suggestion: {kind}"
        if kind == "event" and self._has(_EVENT):
            return self._form(_EVENT, urlencode({"title": title}))
        return self._blank(title, folder)

    def _has(self, form: str) -> bool:
        return self.host == "github" and form in self.issue_forms

    def _form(self, form: str, fields: str) -> str:
        return f"{self._base}/issues/new?template={form}&{fields}"

    def _blank(self, title: str, text: str) -> str:
        if self.host == "gitlab":
            return f"{self._base}/-/issues/new?" + urlencode({"issue[title]": title, "issue[description]": text})
        return f"{self._base}/issues/new?" + urlencode({"title": title, "body": text})

    def patterns(self) -> dict[str, str]:
        """Return addresses with `{path}`, `{folder}`, `{file}`, `{text}` and `{title}` in them, for scripts to fill in.

        `edit` opens a file, `new` a new one with its text, `issue` a new issue; where the host has forms for these,
        `correction` a new issue on a record, and `event` one with a new event: `{date}`, `{places}`, `{sources}`.
        Bitbucket has no address for a new file. GitHub and Forgejo name the parameters of a new file alike; GitLab
        calls them `file_name` and `content`.
        """
        base = self._base
        new = {
            "github": f"{base}/new/{self.branch}?filename={{path}}&value={{text}}",
            "gitlab": f"{base}/-/new/{self.branch}/{{folder}}?file_name={{file}}&content={{text}}",
            "forgejo": f"{base}/_new/{self.branch}/{{folder}}?filename={{file}}&value={{text}}",
        }.get(self.host)
        issue = {"gitlab": f"{base}/-/issues/new?issue%5Btitle%5D={{title}}&issue%5Bdescription%5D={{text}}"}
        return {
            "host": self.name,
            "edit": self.edit("PATH").replace("PATH", "{path}"),
            "issue": issue.get(self.host, f"{base}/issues/new?title={{title}}&body={{text}}"),
            **({"new": new} if new else {}),
            **self._form_patterns(),
        }

    def _form_patterns(self) -> dict[str, str]:
        """The addresses of issue forms. The ids of their fields are those of the files in `ISSUE_FORMS`."""
        fields = {
            "correction": (_CORRECTION, "title={title}&record={path}&wrong={text}"),
            "event": (
                _EVENT,
                "title={title}&happened={title}&date={date}&places={places}&sources={sources}&record={text}",
            ),
        }
        return {way: self._form(form, names) for way, (form, names) in fields.items() if self._has(form)}


def find_repository(
    url: str | None, branch: str, host: HostOption, issue_forms: frozenset[str] = frozenset()
) -> Repository | None:
    """Return the repository at an address, or None where there is none whose pages are known.

    `auto` guesses what its host runs, and takes a name that tells nothing for Forgejo.
    """
    if not url or host == "none":
        return None
    return Repository(url, branch, (guess_host(url) or "forgejo") if host == "auto" else host, issue_forms)


def guess_host(url: str) -> Host | None:
    """Return what a repository's host probably runs, by the name of its domain; None where that tells nothing.

    Bitbucket is known by its own domain only: the Bitbucket that others run has other addresses.
    """
    domain = _domain(url)
    if domain == "bitbucket.org":
        return "bitbucket"
    if "github" in domain:
        return "github"
    if "gitlab" in domain:
        return "gitlab"
    return "forgejo" if any(name in domain for name in _FORGEJO) else None


def _domain(url: str) -> str:
    """The domain of an address, without `www.`; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
