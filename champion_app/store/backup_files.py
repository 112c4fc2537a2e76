"""The files of a backup: its name, the note beside it that says what is in it, and how both come to be whole.

The note carries a seal of its own. One that is lost or damaged never hides a good backup: its name still says when it
was made.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import secrets
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from champion_app.domain import clock
from champion_app.domain.backups import Backup, Reason, newest_first
from champion_app.domain.dates import british
from champion_app.faults import BackupsUnreadable, KeyFileDamaged, KeyFileMissing
from champion_app.store import keys
from champion_app.whole_file import settle_folder, write_whole

SUFFIX = keys.BACKUP
NOTE = ".json"
# Begins the name of what is not whole yet; such a file is nobody's after a crash.
PART = ".part-"

_NAME = re.compile(r"(?P<number>\d{6,12}) (?P<day>\d{4}-\d\d-\d\d) (?P<hour>\d\d)(?P<minute>\d\d) (?P<reason>[a-z]+)")
_HALF = re.compile(rf"\.({_NAME.pattern}|second-place)")
_PIECE = 1 << 20
# No number of ours comes near this.
_MOST = 10**15
_PLAIN = b"SQLite format 3\x00"


def all_backups(folder: Path) -> list[Backup]:
    """Every backup there, newest first; what has such a name and cannot be read is among them.

    A folder that is not there holds none. Raises BackupsUnreadable.
    """
    try:
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX and not path.name.startswith(PART)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BackupsUnreadable(folder=folder) from error
    known = (_known(path) for path in paths)
    return newest_first(one for one in known if one is not None)


def next_number(folder: Path) -> int:
    """One more than any number given out: of the notes too, since a note may outlive its backup.

    Raises BackupsUnreadable or OSError.
    """
    names = [_NAME.match(path.name) for path in folder.iterdir()]
    given = [int(name["number"]) for name in names if name] + [one.number for one in all_backups(folder)]
    return max(given, default=0) + 1


def name_for(number: int, made_at: datetime, reason: Reason) -> str:
    """000123 2026-11-25 2104 close.champion-backup"""
    return f"{number:06} {made_at:%Y-%m-%d %H%M} {reason.value}{SUFFIX}"


def part_of(folder: Path) -> Path:
    """A name for a file in the making."""
    return folder / f"{PART}{secrets.token_hex(6)}{SUFFIX}"


def write_note(backup: Backup) -> None:
    """Puts the note beside its backup, whole. Raises the faults of ``write_whole``."""
    said: dict[str, object] = {
        "number": backup.number,
        "made_at": clock.stamp(backup.made_at),
        "reason": backup.reason.value,
        "size": backup.size,
        "digest": backup.digest,
        "counts": dict(backup.counts),
        "version": backup.version,
        "encrypted": backup.encrypted,
        "last_change": backup.last_change,
        "sha256": backup.sha256,
    }
    said["seal"] = _seal(said)
    write_whole(json.dumps(said, indent=1).encode("ascii"), note_of(backup.path))


def place(part: Path, backup: Backup, keys_from: Path | keys.KeyFile) -> None:
    """Gives a finished copy its name. The note and the keys are there first, so that it never lacks them.

    Nothing is ever put in the place of another backup. Raises OSError or a fault of the disk.
    """
    if os.path.lexists(backup.path):
        raise FileExistsError(backup.path)
    if backup.encrypted:
        keys.write(backup.path, keys_from if isinstance(keys_from, keys.KeyFile) else _keys(keys_from, backup.path))
    write_note(backup)
    part.rename(backup.path)
    settle_folder(backup.path.parent)


def is_as_written(backup: Backup) -> bool:
    """Whether the file is still byte for byte what was checked."""
    try:
        return bool(backup.sha256) and not unreadable(backup.path) and file_digest(backup.path) == backup.sha256
    except OSError:
        return False


def unreadable(path: Path) -> str:
    """Why a file cannot be read, as the end of a sentence; empty when it can."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe would wait for ever
            return "it is not a file"
        with path.open("rb"):
            return ""
    except FileNotFoundError:
        return "the file is gone"
    except PermissionError:
        return "Champion may not read it"
    except OSError:
        return "the disk could not read it"


def when(backup: Backup) -> str:
    """The day and time a backup was made, in words."""
    return f"{british(backup.made_at.date())}, {backup.made_at:%H:%M}"


def _keys(source: Path, target: Path) -> keys.KeyFile:
    """The key file goes with every backup of a locked binder; an earlier backup's, should the binder's own be lost."""
    try:
        return keys.read(source)
    except (KeyFileDamaged, KeyFileMissing):
        earlier = next((one for one in all_backups(target.parent) if keys.has_keys(one.path)), None)
        if earlier is None:
            raise
        return keys.read(earlier.path)


def note_of(path: Path) -> Path:
    """Where the note of a backup lies."""
    return path.with_suffix(NOTE)


def remove(backup: Backup) -> None:
    """Takes a backup away; its note and keys go last, so that a crash leaves nothing that looks like a backup."""
    for path in (backup.path, note_of(backup.path), *keys.places(backup.path)):
        path.unlink(missing_ok=True)


def clear_unfinished(folder: Path) -> bool:
    """Forgets what a crash left half made (F4). True when there was something.

    On a stick other programs have their unfinished files too: only what is named as ours goes.
    """
    left = [path for path in folder.iterdir() if _is_left_over(path) and not path.is_dir()]
    for path in left:
        path.unlink(missing_ok=True)
    return bool(left)


def _is_left_over(path: Path) -> bool:
    """A file in the making, or a note, a key or a journal whose backup is not there."""
    if path.suffix == ".part":
        return bool(_HALF.match(path.name))
    if path.suffix == NOTE:
        return bool(_NAME.fullmatch(path.stem)) and not path.with_suffix(SUFFIX).exists()
    base = path.name.removesuffix("-journal")
    for ending in keys.ENDINGS:
        base = base.removesuffix(ending)
    if not base.endswith(SUFFIX):
        return False
    alone = base != path.name and bool(_NAME.match(base)) and not path.with_name(base).exists()
    return alone or base.startswith(PART)


def file_digest(path: Path, *, from_the_disk: bool = False) -> str:
    """SHA-256 of a closed file; of what is really on the stick if asked and the system can (Linux). Raises OSError."""
    whole = hashlib.sha256()
    with path.open("rb") as file:
        if from_the_disk and hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while piece := file.read(_PIECE):
            whole.update(piece)
    return whole.hexdigest()


def copy_file(source: Path, target: Path) -> str:
    """Copies a closed file under a new name, made durable, and returns the SHA-256 of what was read. Raises OSError."""
    whole = hashlib.sha256()
    with source.open("rb") as read, target.open("xb") as written:
        while piece := read.read(_PIECE):
            whole.update(piece)
            written.write(piece)
        written.flush()
        os.fsync(written.fileno())
    return whole.hexdigest()


@contextlib.contextmanager
def removed_after(*paths: Path) -> Iterator[None]:
    """Whatever happens inside, these files are gone after it."""
    try:
        yield
    finally:
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _known(path: Path) -> Backup | None:
    """None when it has gone in this very moment."""
    with contextlib.suppress(PermissionError):
        try:
            path.lstat()
        except FileNotFoundError:
            return None
    return _from_note(path) or _from_name(path)


def _from_note(path: Path) -> Backup | None:
    try:
        said: dict[str, Any] = json.loads(note_of(path).read_bytes())
        if said.pop("seal") != _seal(said):
            return None
        made_at = datetime.fromisoformat(said["made_at"])
        if made_at.tzinfo is not None or not isinstance(said["encrypted"], bool):
            return None
        return Backup(
            number=_whole(said["number"]),
            made_at=made_at,
            reason=Reason(said["reason"]),
            size=path.stat().st_size,
            digest=_word(said["digest"]),
            counts={_word(table): _whole(rows) for table, rows in said["counts"].items()},
            version=_word(said["version"]),
            encrypted=said["encrypted"],
            path=path,
            last_change=_whole(said["last_change"]),
            sha256=_word(said["sha256"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # lost or damaged: the name has to do


def _whole(said: object) -> int:
    """A number as we write them. Raises ValueError."""
    if not isinstance(said, int) or isinstance(said, bool) or not 0 <= said < _MOST:
        raise ValueError
    return said


def _word(said: object) -> str:
    """Words as we write them. Raises ValueError."""
    if not isinstance(said, str) or not said.isprintable():
        raise ValueError
    return said


def _from_name(path: Path) -> Backup:
    """What can be told without the note: a backup that is there, but not known to be checked."""
    size, made_at = 0, datetime(1970, 1, 1)
    with contextlib.suppress(OSError, ValueError, OverflowError):
        about = path.stat() if path.exists() else path.lstat()  # of the link itself, when it points nowhere
        size, made_at = about.st_size, datetime.fromtimestamp(about.st_mtime)
    name = _NAME.match(path.name)
    number, reason = 0, Reason.ASKED
    with contextlib.suppress(ValueError):
        if name:
            number = int(name["number"])
            reason = Reason(name["reason"])
            made_at = datetime.fromisoformat(f"{name['day']} {name['hour']}:{name['minute']}")
    encrypted = size > 0 and not unreadable(path) and not starts_plain(path)
    return Backup(number, made_at, reason, size, "", {}, "", encrypted, path)


def starts_plain(path: Path) -> bool:
    """Whether a closed file begins as one that SQLite reads without a key. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def _seal(said: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("ascii")).hexdigest()
