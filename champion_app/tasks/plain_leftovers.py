"""After the lock was turned on: what Champion keeps that can still be read without it, and getting rid of that."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from champion_app.domain.backups import Reason
from champion_app.faults import Fault
from champion_app.places import backups_of, copies_folder
from champion_app.store import backup_files, backups, footprint, locked_backups, opening, seal
from champion_app.store.binder import Binder
from champion_app.store.connection import DatabaseError, glance, pragma
from champion_app.store.moving import INCOMING
from champion_app.store.restoring import ASIDE
from champion_app.tasks import second_place

_PAGE = 4096  # bytes, of every file that SQLite writes for us
_HALF_MADE = (opening.MAKING_LOCK, INCOMING, ".making")
_KEEPS_NO_WORDS = (seal.ENDING, *opening.KEY_ENDINGS)


@dataclass(frozen=True)
class Leftover:
    """One file that can be read without the passphrase: where it lies, and what it is in plain words."""

    path: Path
    what: str
    size: int


def lock_backups(binder: Binder) -> list[Leftover]:
    """After turning the lock on: a locked copy of every whole backup and one of today, then what is still plain.

    The second place has today's, too, and no other key to its copies is kept. Long for many backups; may run on a
    worker. Raises the faults of making a backup.
    """
    folder = backups_of(binder.path)
    second_place.forget_key(binder.path)
    locked_backups.lock_backups(binder, folder)
    backups.make(binder, folder, Reason.LOCK)
    with contextlib.suppress(Fault):  # a stick in a drawer; the page about backups says what is not copied yet
        second_place.copy_to_second_place(binder.path)
    return plain_leftovers(binder.path, binder.key)


def plain_leftovers(path: Path, key: bytes | None = None) -> list[Leftover]:
    """Every file of this binder that Champion keeps and that can be read without a passphrase: backups, also in the
    second place, binders that were set aside, and attached files that are open. Not the binder itself.

    What ``key`` opens is locked and need not be read through.
    """
    return list(_found(path, key))


def out_of_reach(path: Path) -> Path | None:
    """A second place that is not there, so that nobody can say what can be read in it; or None."""
    place = second_place.second_place(path)
    return place.folder if place is not None and not place.is_there else None


def remove_leftovers(leftovers: Iterable[Leftover]) -> list[Leftover]:
    """Deletes them and returns those that would not go. What was on the disk may still be found by an expert."""
    staying = []
    for one in leftovers:
        try:
            for place in (one.path, *([backup_files.note_of(one.path)] if _is_backup(one.path) else [])):
                place.unlink(missing_ok=True)
        except OSError:
            staying.append(one)
    return staying


def _found(path: Path, key: bytes | None) -> Iterator[Leftover]:
    ways, second = {path, path.resolve()}, second_place.second_place(path)  # a binder may be opened through a link
    for folder in (*map(backups_of, ways), *([second.folder] if second else [])):
        for place in _files(folder):
            if backup_files.SUFFIX in place.name:
                yield from _if_readable(place, "backup", key)
    for way in ways:
        for place in _files(way.parent):
            what = _what(place.name.removeprefix(way.name)) if place.name.startswith(way.name) else ""
            if what:
                yield from _if_readable(place, what, key)
        for place in _files(copies_folder(way)):
            yield Leftover(place, "attached file that is open", footprint.size_of(place))


def _what(ending: str) -> str:
    """What lies beside a binder under its name with this ending; nothing for what keeps none of its words."""
    if ending.startswith(ASIDE):
        return "binder that was set aside"
    if ending.startswith("-journal-"):
        return "unfinished save that was set aside"
    return "copy of the binder that was not finished" if ending.removesuffix("-journal") in _HALF_MADE else ""


def _if_readable(place: Path, what: str, key: bytes | None) -> Iterator[Leftover]:
    try:
        if not place.name.endswith(_KEEPS_NO_WORDS) and not _opens(place, key) and _can_be_read(place):
            yield Leftover(place, what, footprint.size_of(place))
    except FileNotFoundError:
        return
    except OSError:
        yield Leftover(place, what, 0)  # whoever has the right to may read it


def _opens(place: Path, key: bytes | None) -> bool:
    if key is None:
        return False
    try:
        with closing(glance(place, key)) as connection:
            return pragma(connection, "application_id") == opening.APPLICATION_ID
    except DatabaseError:
        return False


def _can_be_read(place: Path) -> bool:
    """Whether any page of a file is not encrypted: it may be damaged, or locked with another key. Raises OSError."""
    with place.open("rb") as file:
        return any(map(_shows, iter(lambda: file.read(_PAGE), b"")))


def _shows(page: bytes) -> bool:
    """An encrypted page has nearly every byte that so many draws of 256 give; one with words in it has half as many."""
    signs = set(page)
    return signs != {0} and len(signs) < 0.8 * 256 * (1 - (255 / 256) ** len(page))


def _files(folder: Path) -> list[Path]:
    """Never through a link: to read the binder itself while it is open would drop its lock."""
    with contextlib.suppress(OSError):
        return sorted(place for place in folder.iterdir() if place.is_file() and not place.is_symlink())
    return []


def _is_backup(path: Path) -> bool:
    return path.suffix == backup_files.SUFFIX
