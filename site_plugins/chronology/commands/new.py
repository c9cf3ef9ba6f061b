"""`chronology new`: a record's file, from answers or options, that passes the check."""

from __future__ import annotations

import argparse
import shlex
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chronology.commands.home import find_content
from chronology.commands.terminal import can_ask
from chronology.commands.usage import Commands, UsedWronglyError, add_parser
from chronology.model.suggest import nearest, one_of

if TYPE_CHECKING:
    from chronology.records.load import Loaded
    from chronology.review.duplicates import Likeness
    from chronology.review.saved_page import SavedPage

KINDS = {
    "event": "events",
    "actor": "actors",
    "place": "places",
    "source": "sources",
    "topic": "topics",
    "series": "series",
}
_EXAMPLES = """\
  chronology new event                       asks for everything
  chronology new source --from-url page.html from a page that was saved to disk
  chronology new topic --title "A subject" --summary "What belongs to it."
  chronology new event --title "A headline" --date 2025-03-13 --summary "..." --source mt-0313 --dry-run
  chronology new event --help                every field of an event as an option

At a terminal, what is missing is asked for. The file is written only if it passes the check and nothing is overwritten.
Exit status: 0 if it was written, 1 if not (what is wrong is said), 2 if the command was used wrongly."""


def add(commands: Commands) -> None:
    """Say what the command takes; the options of a kind come from its model, and are read when it runs."""
    parser = add_parser(commands, "new", "write a new record, asking for what it needs", _EXAMPLES)
    parser.add_argument("kind", nargs="?", metavar="KIND", help=f"what to write: {', '.join(KINDS)}")
    parser.add_argument(
        "fields", nargs=argparse.REMAINDER, metavar="OPTION", help="fields; see `chronology new KIND --help`"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Ask, check, write, and return the exit status."""
    from chronology.commands.fields import data_of, field_parser
    from chronology.records.load import load

    kind = _kind(options.kind)
    given = field_parser(options.kind, kind).parse_args(options.fields)
    content = find_content(given.content)
    loaded = load(content.parent, content)
    data = data_of(given, kind)
    if given.from_url:
        options_alone = set(data)
        _take_from_page(data, kind, given.from_url, loaded)
        if can_ask():
            _show_taken({name: value for name, value in data.items() if name not in options_alone})
    return _New(kind, content, loaded, given).write(data)


def _kind(one: str | None) -> str:
    """The folder of a kind; its name is taken for the kind too."""
    if one in KINDS:
        return KINDS[one]
    if one is None:
        raise UsedWronglyError(f"say what to write: {', '.join(KINDS)}")
    near = next((kind for kind, folder in KINDS.items() if folder == one.lower()), None) or nearest(one, KINDS)
    hint = f"did you mean '{near}'? The kinds are {', '.join(KINDS)}" if near else one_of(KINDS)
    raise UsedWronglyError(f"there is no kind of record {one!r}; {hint}")


class _New:
    """One run of the command."""

    def __init__(self, kind: str, content: Path, loaded: Loaded, options: argparse.Namespace) -> None:
        self._kind = kind
        self._content = content
        self._root = content.parent
        self._loaded = loaded
        self._options = options
        self._asks = can_ask()

    def write(self, data: dict[str, Any]) -> int:
        """Complete the record, try it out, and write it."""
        from chronology.records.drafts import draft, file_of, try_out

        if self._asks:
            from chronology.commands.prompts import NothingMoreError, ask_for_fields

            try:
                ask_for_fields(self._kind, data, self._loaded)
                self._settle_publisher(data)
                own_id = self._ask_id(data)
            except NothingMoreError:
                print("\nNothing was written.")
                return 1
        else:
            self._refuse_missing(data)
            self._settle_publisher(data)
            own_id = self._options.id or self._propose(data)
        path = file_of(self._content, self._kind, own_id, data)
        self._refuse_taken(own_id, path)
        text = draft(self._kind, data)
        tried = try_out(self._root, self._content, self._kind, path, text)
        if not self._is_right(tried, path, text) or not self._is_new(tried, own_id):
            return 1
        return self._save(path, text)

    def _refuse_missing(self, data: dict[str, Any]) -> None:
        from chronology.commands.missing import missing_options

        if missing := missing_options(self._kind, data, self._loaded):
            raise UsedWronglyError("\n".join(missing))

    def _settle_publisher(self, data: dict[str, Any]) -> None:
        """Propose the spelling that other sources have, as a question or, where nobody can be asked, as a note."""
        from chronology.commands.there import publishers
        from chronology.review.publishers import known_spelling

        written = data.get("publisher") if self._kind == "sources" else None
        usual = known_spelling(written, publishers(self._loaded)) if isinstance(written, str) else None
        if usual is None:
            return
        others = f"{usual.sources} other source{' has' if usual.sources == 1 else 's have'}"
        if not self._asks:
            print(f"{others} “{usual.name}” as publisher, and this one “{written}”;", file=sys.stderr)
            print(f'if it is the same, write --publisher "{usual.name}"', file=sys.stderr)
            return
        from chronology.commands.prompts import agree

        print(f"\n{others} “{usual.name}” as publisher, and this one “{written}”.")
        if agree(f"Write “{usual.name}”?", usually=True):
            data["publisher"] = usual.name

    def _propose(self, data: dict[str, Any]) -> str:
        from chronology.records.ids import propose_id

        proposed = propose_id(self._kind, data, self._taken())
        if proposed is None:
            raise UsedWronglyError("no id can be made of its name; choose one with --id")
        return proposed

    def _ask_id(self, data: dict[str, Any]) -> str:
        from chronology.commands.prompts import ask_id
        from chronology.records.ids import propose_id

        return self._options.id or ask_id(propose_id(self._kind, data, self._taken()), self._taken())

    def _taken(self) -> set[str]:
        """Every id that a record of the kind has or had."""
        if self._loaded.entities is None:
            return {path.stem for path in self._loaded.files if path.is_relative_to(self._content / self._kind)}
        records = getattr(self._loaded.entities, self._kind).values()
        return {one for record in records for one in (record.id, *record.formerly)}

    def _refuse_taken(self, own_id: str, path: Path) -> None:
        from chronology.commands.answers import is_id

        if not is_id(own_id):
            raise UsedWronglyError(
                f"{own_id!r} is not an id; use up to 80 lower-case letters a to z, digits and hyphens"
            )
        if own_id in self._taken() or path.exists():
            raise UsedWronglyError(f"there is already a record '{own_id}'; choose another id with --id")

    def _is_right(self, tried: Loaded, path: Path, text: str) -> bool:
        """Whether nothing is wrong with the record itself; what is, is printed."""
        from chronology.commands.refusals import refusals
        from chronology.records.files import shown

        name = shown(path, self._root)
        own = [problem for problem in tried.problems if problem.path == name and problem.level == "error"]
        for line in refusals(self._kind, text, own) if own else ():
            print(line)
        if own:
            print("Nothing was written.")
        elif tried.entities is None:
            others = sum(problem.level == "error" for problem in tried.problems)
            print(f"Other records have {others} error{'' if others == 1 else 's'}; no duplicates were looked for.")
        return not own

    def _is_new(self, tried: Loaded, own_id: str) -> bool:
        """Whether no other record is likely the same one, or the record is wanted all the same."""
        likely = _duplicates(tried, self._kind, own_id)
        if likely:
            print("This may be there already:")
            for one in likely:
                print(f"  {one}")
        if not likely or self._options.anyway:
            return True
        if self._asks:
            from chronology.commands.prompts import NothingMoreError, agree

            with suppress(NothingMoreError):
                if agree("Write it all the same?"):
                    return True
        else:
            print("Add --anyway to write it all the same.")
        print("Nothing was written.")
        return False

    def _save(self, path: Path, text: str) -> int:
        from chronology.records.files import shown

        name = shown(path, self._root)
        if self._options.dry_run:
            print(f"# {name}\n{text}", end="")
            return 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise UsedWronglyError(f"{path} cannot be written ({error.strerror})") from error
        print(f"Written: {name}")
        return 0


def _duplicates(tried: Loaded, kind: str, own_id: str) -> tuple[Likeness, ...]:
    from chronology.review.duplicates import Duplicates, Sketch

    entities = tried.entities
    if entities is None:
        return ()
    duplicates = Duplicates(entities)
    if kind == "events":
        return duplicates.of_event(Sketch.of(entities.events[own_id]))
    if kind == "sources":
        return duplicates.of_source(entities.sources[own_id])
    return duplicates.of_record(getattr(entities, kind)[own_id])


def _take_from_page(data: dict[str, Any], kind: str, given: str, loaded: Loaded) -> None:
    """Fill in what a saved page says and no option does."""
    from chronology.review.saved_page import read_page

    if kind not in ("events", "sources"):
        raise UsedWronglyError("--from-url is for sources and events")
    if "://" in given:
        raise UsedWronglyError(
            "--from-url fetches nothing; save the page from your browser first, then give the file: "
            "--from-url page.html"
        )
    path = Path(given)
    try:
        page = read_page(path.read_bytes())
    except OSError as error:
        raise UsedWronglyError(f"{path} cannot be read ({error.strerror})") from error
    if kind == "sources":
        for name in ("title", "publisher", "author", "published", "url", "language"):
            if value := getattr(page, name):
                data.setdefault(name, value)
    else:
        _take_event(data, page, loaded, given)


def _show_taken(fields: dict[str, Any]) -> None:
    """Show what the page says of itself, so that a slip of it is seen before the questions."""
    print("From the page:" if fields else "The page says nothing of itself.")
    for name, value in fields.items():
        print(f"  {name}: {', '.join(value) if isinstance(value, list) else value}")
    print()


def _take_event(data: dict[str, Any], page: SavedPage, loaded: Loaded, given: str) -> None:
    """An event has its source from the page, and for a beginning its headline and day; its summary is the writer's."""
    from chronology.model.addresses import same_address

    sources = loaded.entities.sources.values() if loaded.entities else ()
    source = next((one.id for one in sources if one.url and page.url and same_address(one.url, page.url)), None)
    if "sources" not in data:
        if source is None:
            raise UsedWronglyError(
                f"the page is no source here yet; run `chronology new source --from-url {shlex.quote(given)}` first"
            )
        data["sources"] = [source]
    if page.title:
        data.setdefault("title", page.title)
    if page.published:
        data.setdefault("date", page.published)
