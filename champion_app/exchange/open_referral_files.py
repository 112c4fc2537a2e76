"""Where Open Referral data lies: one JSON file, a folder or a zip of JSON pages, a folder or a zip of CSV tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from champion_app.exchange.open_referral_tables import is_table_of
from champion_app.exchange.safe_names import shown
from champion_app.exchange.safe_zip import MEGABYTE, open_zip
from champion_app.faults import ListRefused

MOST_BYTES = 50 * MEGABYTE  # of one file
MOST_BYTES_OF_ALL = 200 * MEGABYTE
MOST_FILES = 2_000
_WAY_OUT = "Choose the file, folder or zip file again, or ask whoever made the list for a new copy."
_SNIFFED = 64 * 1024
_ZIP = b"PK\x03\x04"
# A page, or a service that is not only a name: two of these, quoted as JSON has its names.
_JSON_SIGNS = re.compile(
    rb'"(contents?|total_?(?:items|elements)|organi[sz]ation(?:_id)?|services?_at_locations?|eligibilit(?:ys?|ies)|'
    rb"eligibility_description|regular_schedules|schedules|service_areas|cost_options|service_taxonomys|assured_date|"
    rb'deliverable_type|attending_type|fees(?:_description)?|application_process|status|attributes)"\s*:',
    re.IGNORECASE,
)
# In a package of tables, one of these beside the services.
_COMPANIONS = ("organizations", "locations", "services_at_location", "service_at_locations", "phones", "addresses")


@dataclass(frozen=True)
class Found:
    """The files that are to be read, by name, each with the way to its bytes. ``tables``: they are CSV tables."""

    name: str
    tables: bool
    files: dict[str, Callable[[], bytes]] = field(default_factory=dict)


def look(path: Path, stack: ExitStack) -> Found:
    """What lies at a path. A zip file stays open as long as ``stack``. Raises ListRefused for nothing to read."""
    try:
        if path.is_dir():
            return _chosen(path.absolute().name, _folder(path))
        if not path.is_file():
            raise _refusal(path.name, "the file is not there")
        with path.open("rb") as file:
            start = file.read(len(_ZIP))
    except (OSError, ValueError) as error:
        raise _refusal(path.name, "the file could not be opened") from error
    if start == _ZIP:
        archive = stack.enter_context(open_zip(path, name=path.name, refuse=ListRefused))
        return _chosen(path.name, {name: partial(archive.read, name) for name in archive.names()})
    return Found(path.name, False, {path.name: partial(_content, path)})


def look_up(path: Path) -> None:
    """Raises ListRefused for what is not there, cannot be opened, or holds nothing of the kind."""
    with ExitStack() as stack:
        look(path, stack)


def is_open_referral(path: Path) -> bool:
    """Whether a file, folder or zip file looks like Open Referral. Only names and the first 64 KB are looked at."""
    if path.suffix.casefold() not in ("", ".json", ".zip") and not path.is_dir():
        return False
    try:
        with ExitStack() as stack:
            found = look(path, stack)
            if found.tables:
                return True
            first = next(iter(found.files))
            if len(found.files) == 1 and path.is_file() and path.suffix.casefold() != ".zip":
                with path.open("rb") as file:
                    return _sniffed(file.read(_SNIFFED))
            return _sniffed(found.files[first]()[:_SNIFFED])
    except (ListRefused, OSError, ValueError):
        return False


def _sniffed(start: bytes) -> bool:
    if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] not in (b"{", b"["):
        return False
    signs = {found.lower() for found in _JSON_SIGNS.findall(start)}
    return len(signs) > 1 or (bool(signs) and b'"id"' in start and b'"name"' in start)


def _folder(path: Path) -> dict[str, Callable[[], bytes]]:
    """The CSV and JSON files of a folder; its folders are not looked into."""
    files: dict[str, Callable[[], bytes]] = {}
    for one in sorted(path.iterdir()):
        if one.suffix.casefold() in (".csv", ".json") and one.is_file():
            files[one.name] = partial(_content, one)
        if len(files) > MOST_FILES:
            raise _refusal(path.name, f"there are more than {MOST_FILES:,} files in it")
    return files


def _chosen(name: str, files: dict[str, Callable[[], bytes]]) -> Found:
    """The tables when there is one of services, else the JSON pages in the order of their names and numbers."""
    shown_files = {one: way for one, way in files.items() if not re.search(r"(?:^|/)(?:\.|__MACOSX)", one)}
    tables = {one: way for one, way in shown_files.items() if one.casefold().endswith(".csv")}
    services = [one for one in tables if is_table_of(one, "services")]
    if services:
        # One package; a second one in another folder of the same zip is not mixed into it.
        folder = services[0].rpartition("/")[0]
        kept = {one: way for one, way in tables.items() if one.rpartition("/")[0] == folder}
        if len(kept) == 1 or any(is_table_of(one, what) for one in kept for what in _COMPANIONS):
            return Found(name, True, kept)
    pages = [one for one in shown_files if one.casefold().endswith(".json") and not _describes(one)]
    if any(one.casefold() == "manifest.json" for one in pages):
        raise _refusal(name, "it is a pack, not a list")
    if not pages:
        missing = "it has no file services.csv and no JSON file in it"
        raise _refusal(name, missing)
    return Found(name, False, {one: shown_files[one] for one in sorted(pages, key=_in_order)})


def _describes(name: str) -> bool:
    return name.rpartition("/")[2].casefold() in ("datapackage.json", "package.json", "schema.json", "openapi.json")


def _in_order(name: str) -> list[tuple[int, str]]:
    """page2.json stands before page10.json."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,9})", name.casefold())]


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refusal(path.name, "the file could not be opened") from error
    if len(content) > MOST_BYTES:
        raise _refusal(path.name, f"it is larger than {MOST_BYTES // MEGABYTE} MB")
    return content


def read_all(found: Found) -> dict[str, bytes]:
    """The bytes of every file. Raises ListRefused when they are too many or too large."""
    contents: dict[str, bytes] = {}
    size = 0
    for name, way in found.files.items():
        contents[name] = way()
        size += len(contents[name])
        if size > MOST_BYTES_OF_ALL:
            raise _refusal(found.name, f"its files are larger than {MOST_BYTES_OF_ALL // MEGABYTE} MB together")
    return contents


def _refusal(name: str, reason: str) -> ListRefused:
    return ListRefused(name=shown(name).strip("“”"), reason=reason, way_out=_WAY_OUT)
