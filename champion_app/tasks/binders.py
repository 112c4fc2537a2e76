"""Making and opening a binder."""

from __future__ import annotations

import contextlib
from pathlib import Path

from champion_app.faults import Fault
from champion_app.places import Places
from champion_app.store import opening
from champion_app.store.binder import Binder
from champion_app.whole_file import make_folder, write_whole

# Folders may have names that are no text, and a line that has lost a letter must not take the others with it.
_ANY_NAME = "surrogateescape"
# Goes up with every change of the files in resources/ that a binder is filled from.
STARTER_EDITION = "2"
STARTER_SETTING = "starter edition"


def make_binder(path: Path, key: bytes | None = None) -> Binder:
    """A new binder with the starter directory, the resource pack and log templates, opened; encrypted with a ``key``.

    Raises BinderExists, FolderMissing, FolderReadOnly or a disk fault; then no file is left behind.
    """
    from champion_app.tasks import starter

    return opening.create_binder(path, starter.fill, key)


def open_binder(path: Path, key: bytes | None = None) -> Binder:
    """An existing binder, with the newest starter content. Raises one of the Binder faults, BinderLocked among them.

    A missing binder is never replaced by an empty one. What an interrupted change of the lock left is cleared up first.
    """
    if opening.is_being_restored(path):
        from champion_app.store import restoring  # late: hardly ever was going back interrupted

        restoring.refuse_unfinished(path)
    if opening.has_to_do_with_a_lock(path):
        from champion_app.store import locking  # late: most binders have no lock

        locking.clear_up(path)
    binder = opening.open_binder(path, key)
    try:
        if binder.recall(STARTER_SETTING) != STARTER_EDITION:
            from champion_app.tasks import starter  # late: nearly every start has nothing to bring up to date

            starter.bring_up_to_date(binder)
    except BaseException:
        binder.close()
        raise
    return binder


def make_binder_here(path: Path) -> Binder:
    """A new binder in the person's own data folder, which is made if need be. Raises as ``make_binder`` does."""
    make_folder(path.parent)
    return make_binder(path)


def remember_place(places: Places, path: Path) -> None:
    """Notes where the binder last was, so that a missing one is never mistaken for a first start."""
    # The note is a help, not a need: without it a missing binder looks like a first start, and nothing is made.
    with contextlib.suppress(OSError, Fault):
        places.home.mkdir(parents=True, exist_ok=True)
        known = known_places(places)
        if str(path) not in known:
            words = "\n".join([*known, str(path)]) + "\n"
            write_whole(words.encode("utf-8", _ANY_NAME), places.known_binders)


def was_here(places: Places, path: Path) -> bool:
    """Whether a binder has been opened at this place before."""
    return str(path) in known_places(places)


def known_places(places: Places) -> list[str]:
    """Where binders have been opened before."""
    with contextlib.suppress(OSError):
        return places.known_binders.read_text(encoding="utf-8", errors=_ANY_NAME).splitlines()
    return []
