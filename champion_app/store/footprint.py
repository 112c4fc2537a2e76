"""Which files on this computer are Champion's, by their exact names: a stranger's in the same folder is not ours."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from champion_app.domain.holdings import Held
from champion_app.places import Places, backups_of, copies_folder
from champion_app.store.scratch import folder_for
from champion_app.whole_file import half_written

_STAMP = r"\d{8}T\d{6}Z"
_KEY = r"\.key(-copy)?"
_NUMBERED = r"\d{6,} \d{4}-\d\d-\d\d \d{4} [a-z]+"

# The endings of a binder's name, by kind; each is matched whole.
_BESIDE = {
    "binder": r"(-journal)?|\.seal|\.spare",
    "keys": rf"{_KEY}(-{_STAMP}(-\d+)?)?|\.key-tries",
    "aside": (
        rf"\.set-aside-\d+-{_STAMP}(-backed-up)?(-journal|\.seal|{_KEY})?|-journal-{_STAMP}|\.restore-plan"
        rf"|\.(making|relocking|restoring)(-journal|\.seal|{_KEY})?|\.come-forward"
    ),
}
_BACKUP = re.compile(
    rf"{_NUMBERED}(\.champion-backup({_KEY}|-journal)?|\.json)|\.part-[0-9a-f]+\.champion-backup(-journal)?"
    rf"|\.({_NUMBERED}|second-place)[^/]*-[0-9a-f]{{8}}\.part|second-place(\.json|{_KEY})"
)


def files_of(binder: Path, kind: str) -> list[Path]:
    """The files of one kind that belong to a binder: "binder", "keys", "aside", "backups" or "copies"."""
    if kind == "backups":
        return backups_in(backups_of(binder))
    if kind == "copies":
        return [path for folder in _folders(copies_folder(binder)) for path in _files(folder)]
    name = re.escape(binder.name)
    wanted = rf"{name}({_BESIDE[kind]})"
    if kind == "aside":  # also what a crash left of a key file or a plan in the writing, or of a self-test
        wanted = f"({wanted}|{half_written(binder.name)})"
        return [*_matching(binder.parent, wanted), *_inside(folder_for(binder))]
    return _matching(binder.parent, wanted)


def backups_in(folder: Path) -> list[Path]:
    """The backups in a folder, with their notes and keys, and what a crash left of one."""
    return [path for path in _files(folder) if _BACKUP.fullmatch(path.name)]


def all_files(binder: Path) -> list[Path]:
    """Every file of a binder. The key files come first: without them nothing of a locked one can be read."""
    return [path for kind in ("keys", "binder", "aside", "backups", "copies") for path in files_of(binder, kind)]


def folders_of(binder: Path) -> list[Path]:
    """The folders made for a binder, the innermost first, to be taken away once they are empty."""
    copies, trial = copies_folder(binder), folder_for(binder)
    inside = sorted((path for path in trial.rglob("*") if path.is_dir()), reverse=True)
    return [path for path in (*_folders(copies), copies, *inside, trial, backups_of(binder)) if path.is_dir()]


def personal_files(places: Places) -> list[Path]:
    """The fault log, the list of known binders and the last look of the window of this person."""
    return [path for path in (*_logs(places), places.known_binders, places.look) if path.is_file()]


def fault_logs(places: Places) -> list[Path]:
    """The fault log of this person and the one before it."""
    return [path for path in _logs(places) if path.is_file()]


def _logs(places: Places) -> tuple[Path, Path]:
    return places.log, places.log.with_suffix(".old.log")


def look_alikes(binder: Path) -> list[Path]:
    """Files beside a binder that look like copies somebody made by hand: named, and left alone."""
    ours = set(all_files(binder))
    found = [path for path in _files(binder.parent) if ".champion" in path.name and path not in ours]
    return [path for path in found if path.name.startswith(binder.stem)]


def held(files: Sequence[Path]) -> Held:
    """How many files, how large, and from which days."""
    found = [about for path in files if (about := _about(path)) is not None]
    days = [day for day, _ in found]
    return Held(len(found), min(days, default=None), max(days, default=None), sum(size for _, size in found))


def size_of(path: Path) -> int:
    """The size of a file in bytes; 0 when it has gone."""
    about = _about(path)
    return about[1] if about else 0


def day_of(path: Path) -> date | None:
    """The day a file was last written; None when it has gone."""
    about = _about(path)
    return about[0] if about else None


def _about(path: Path) -> tuple[date, int] | None:
    with contextlib.suppress(OSError):
        said = path.stat()
        return datetime.fromtimestamp(said.st_mtime).date(), said.st_size
    return None


def _matching(folder: Path, wanted: str) -> list[Path]:
    return [path for path in _files(folder) if re.fullmatch(wanted, path.name)]


def _inside(trial: Path) -> list[Path]:
    """What an interrupted self-test left."""
    if trial.is_symlink():
        return []
    return sorted(path for path in trial.rglob("*") if path.is_file() and not path.is_symlink())


def _files(folder: Path) -> list[Path]:
    return [path for path in _entries(folder) if path.is_file() and not path.is_symlink()]


def _folders(folder: Path) -> list[Path]:
    return [path for path in _entries(folder) if path.is_dir() and not path.is_symlink()]


def _entries(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(folder.iterdir())
