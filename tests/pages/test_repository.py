from __future__ import annotations

import pytest

from chronology.pages.repository import Host, Repository, find_repository, guess_host

PATH = "content/events/2025/x.yml"


@pytest.mark.parametrize(
    "url,edit,report",
    [
        (
            "https://github.com/a/b",
            "/edit/main/" + PATH,
            "/issues/new?title=X+%26+Y&body=content%2Fevents%2F2025%2Fx.yml",
        ),
        (
            "https://gitlab.com/a/b/",
            "/-/edit/main/" + PATH,
            "/-/issues/new?issue%5Btitle%5D=X+%26+Y&issue%5Bdescription%5D=content%2Fevents%2F2025%2Fx.yml",
        ),
        (
            "https://codeberg.org/a/b",
            "/_edit/main/" + PATH,
            "/issues/new?title=X+%26+Y&body=content%2Fevents%2F2025%2Fx.yml",
        ),
    ],
)
def test_addresses_for_changing_a_record(url: str, edit: str, report: str) -> None:
    repository = find_repository(url, "main", "auto")
    assert repository
    assert repository.edit(PATH) == url.rstrip("/") + edit
    assert repository.report("X & Y", PATH) == url.rstrip("/") + report


def patterns(url: str, host: Host, branch: str = "main") -> dict[str, str]:
    return Repository(url, branch, host).patterns()


def test_patterns_for_scripts_to_fill_in() -> None:
    assert patterns("https://github.com/a/b/", "github") == {
        "host": "GitHub",
        "edit": "https://github.com/a/b/edit/main/{path}",
        "issue": "https://github.com/a/b/issues/new?title={title}&body={text}",
        "new": "https://github.com/a/b/new/main?filename={path}&value={text}",
    }
    gitlab = patterns("https://gitlab.com/a/b", "gitlab", "trunk")
    assert gitlab["new"] == "https://gitlab.com/a/b/-/new/trunk/{folder}?file_name={file}&content={text}"
    assert (
        gitlab["issue"] == "https://gitlab.com/a/b/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}"
    )
    codeberg = patterns("https://codeberg.org/a/b", "forgejo")
    assert codeberg["host"] == "Codeberg"
    assert codeberg["new"] == "https://codeberg.org/a/b/_new/main/{folder}?filename={file}&value={text}"
    assert "new" not in patterns("https://bitbucket.org/a/b", "bitbucket")


@pytest.mark.parametrize(
    "url,host",
    [
        ("https://github.com/a/b", "github"),
        ("https://github.example.org/a/b", "github"),
        ("https://gitlab.example.org/a/b/c", "gitlab"),
        ("https://codeberg.org/a/b", "forgejo"),
        ("https://gitea.example.org/a/b", "forgejo"),
        ("https://www.bitbucket.org/a/b", "bitbucket"),
        ("https://bitbucket.example.org/projects/A/repos/b", None),
        ("https://git.example.org/gitlab/a/b", None),
        ("no address", None),
        ("https://[", None),
    ],
)
def test_a_host_is_guessed_by_its_domain(url: str, host: Host | None) -> None:
    assert guess_host(url) == host


@pytest.mark.parametrize("url", ["https://git.example.org/a/b", "https://codeberg.org/a/b"])
def test_what_is_said_goes_before_what_is_guessed(url: str) -> None:
    found = find_repository(url, "main", "github")
    assert found
    assert found.edit(PATH) == f"{url}/edit/main/{PATH}"
    assert found.browse("content") == f"{url}/tree/main/content"


def test_an_unknown_name_is_taken_for_forgejo() -> None:
    found = find_repository("https://git.example.org/a/b", "main", "auto")
    assert found
    assert found.edit(PATH) == f"https://git.example.org/a/b/_edit/main/{PATH}"


def test_a_host_without_pages_for_changes_is_as_no_repository() -> None:
    assert find_repository("https://github.com/a/b", "main", "none") is None
    assert find_repository("", "main", "github") is None


def test_gitlab_under_a_path_has_its_addresses_there() -> None:
    found = patterns("https://code.example.org/tools/gitlab/history/dates", "gitlab")
    base = "https://code.example.org/tools/gitlab/history/dates/-"
    assert found == {
        "host": "code.example.org",
        "edit": f"{base}/edit/main/{{path}}",
        "issue": f"{base}/issues/new?issue%5Btitle%5D={{title}}&issue%5Bdescription%5D={{text}}",
        "new": f"{base}/new/main/{{folder}}?file_name={{file}}&content={{text}}",
    }


@pytest.mark.parametrize(
    "url,name",
    [
        ("https://github.com/a/b", "GitHub"),
        ("https://www.github.com/a/b", "GitHub"),
        ("https://github.example.org/a/b", "github.example.org"),
        ("https://gitlab.example.org/a/b", "gitlab.example.org"),
        ("https://git.example.org:8443/a/b", "git.example.org"),
    ],
)
def test_a_host_of_one_s_own_is_called_by_its_domain(url: str, name: str) -> None:
    assert patterns(url, "forgejo")["host"] == name


def test_the_address_for_cloning_is_one_of_the_repository() -> None:
    assert patterns("https://codeberg.org/a/b.git", "forgejo")["edit"] == "https://codeberg.org/a/b/_edit/main/{path}"


FORMS = frozenset({"config.yml", "correction.yml", "event.yml", "source.yml"})
FORM = "https://github.com/a/b/issues/new?template="


def test_on_github_an_error_is_reported_in_the_form_for_corrections() -> None:
    found = find_repository("https://github.com/a/b", "main", "auto", FORMS)
    assert found
    report = f"{FORM}correction.yml&title=X+%26+Y&record=content%2Fevents%2F2025%2Fx.yml"
    assert found.report("X & Y", PATH) == report
    assert found.suggest("event", "content/events") == f"{FORM}event.yml&title=A+suggestion%3A+event"
    blank = "https://github.com/a/b/issues/new?title=A+suggestion%3A+actor&body=content%2Factors"
    assert found.suggest("actor", "content/actors") == blank
    given = found.patterns()
    assert given["correction"] == f"{FORM}correction.yml&title={{title}}&record={{path}}&wrong={{text}}"
    assert given["event"].startswith(f"{FORM}event.yml&title={{title}}&happened={{title}}&date={{date}}&places=")


@pytest.mark.parametrize(
    "url,host,forms",
    [
        ("https://github.com/a/b", "github", frozenset({"config.yml"})),
        ("https://gitlab.com/a/b", "gitlab", FORMS),
        ("https://codeberg.org/a/b", "forgejo", FORMS),
    ],
)
def test_elsewhere_and_without_the_form_an_issue_is_blank(url: str, host: Host, forms: frozenset[str]) -> None:
    with_forms, without = Repository(url, "main", host, forms), Repository(url, "main", host)
    assert with_forms.report("X", PATH) == without.report("X", PATH)
    assert with_forms.suggest("event", "content/events") == without.suggest("event", "content/events")
    assert with_forms.patterns() == without.patterns()
