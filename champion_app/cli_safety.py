"""The words after ``champion-app`` that keep work safe: backup and restore."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from champion_app.store.binder import Binder

if TYPE_CHECKING:
    from champion_app.domain.backups import Backup

Opened = Callable[[argparse.Namespace], AbstractContextManager[Binder]]
Add = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]
Where = Callable[[argparse.Namespace], Path]
Key = Callable[[argparse.Namespace], bytes | None]


class Safety:
    """The two commands. ``opened`` opens the binder asked for, ``where`` says its place, ``key`` what unlocks it."""

    def __init__(self, opened: Opened, where: Where, key: Key = lambda asked: None) -> None:
        self._opened, self._where, self._key = opened, where, key

    def add_commands(self, add: Add) -> None:
        """Puts ``backup`` and ``restore`` among the commands."""
        backup = add("backup", self._backup, "make a backup, opened again and compared with the binder")
        backup.add_argument("--to", metavar="FOLDER", type=Path, help="put a copy there too, such as on a stick")
        backup.add_argument("--json", action="store_true", help="what was made, for another program")
        restore = add("restore", self._restore, "go back to a backup: the newest whole one, unless one is named")
        which = restore.add_mutually_exclusive_group()
        which.add_argument("--list", action="store_true", help="only list the backups, each read again")
        which.add_argument("--backup", metavar="NUMBER", type=int, help="the number of the backup to go back to")
        which.add_argument("--undo", action="store_true", help="bring back the binder that was set aside last")
        which.add_argument("--finish", action="store_true", help="finish going back, after it was interrupted")
        which.add_argument("--keep", action="store_true", help="keep what you had, after it was interrupted")
        restore.add_argument("--json", action="store_true", help="what was done, for another program")

    def _backup(self, asked: argparse.Namespace) -> int:
        from champion_app.store import backups as files
        from champion_app.tasks import backups

        with self._opened(asked) as binder:
            made = backups.back_up_now(binder)
        copied = files.copy_to(made.backup, asked.to.absolute()) if asked.to else made.second
        said = {**_told(made.backup), "copied_to": str(copied.path) if copied else None}
        said["trouble"] = made.trouble.sentence() if made.trouble else None
        lines = [str(made.backup.path), *([str(copied.path)] if copied else [])]
        lines += [made.trouble.sentence()] if made.trouble else []
        return _say(asked, said, lines)

    def _restore(self, asked: argparse.Namespace) -> int:
        from champion_app.faults import NoBackup, NothingToUndo
        from champion_app.tasks import backups

        path = self._where(asked)
        if asked.list:
            return _list(asked, path, self._key(asked))
        if asked.finish or asked.keep:
            (backups.finish if asked.finish else backups.keep)(path)
            return _say(asked, {"path": str(path), "kept": asked.keep}, [str(path)])
        backups.refuse_unfinished(path)
        key = self._key(asked)
        if asked.undo:
            aside = next(iter(backups.set_asides(path)), None)
            if aside is None:
                raise NothingToUndo
            now_aside = backups.undo_restore(path, aside, key)
            return _say(asked, {"path": str(path), "set_aside": str(now_aside.path)}, [str(path)])
        if asked.backup is not None:
            found = backups.numbered(path, asked.backup)
            lost = backups.what_can_be_told(path, found, key)
        else:
            offer = backups.offer(path, key)
            if offer is None:
                raise NoBackup
            found, lost = offer.backup, offer.lost
        aside = backups.restore(path, found, key)
        there = aside.path if aside.path.exists() else None
        said = {**_told(found), "set_aside": str(there) if there else None, "lost": lost.lines()}
        lines = [f"Back to backup {_line(found)}.", *lost.lines()]
        lines += ["What was there before is kept; restore --undo brings it back."] if there else []
        return _say(asked, said, lines)


def _list(asked: argparse.Namespace, path: Path, key: bytes | None) -> int:
    from champion_app.domain.backups import counts_in_words
    from champion_app.tasks import backups

    found = backups.check_all(path, key)
    said = [{**_told(one.backup), "problems": list(one.problems)} for one in found]
    lines = []
    for one in found:
        state = "whole" if not one.problems else "damaged: " + "; ".join(one.problems)
        lines.append(f"{_line(one.backup)}: {counts_in_words(one.backup.counts)}; {state}")
    return _say(asked, said, lines or ["There is no backup yet."])


def _told(backup: Backup) -> dict[str, Any]:
    return {
        "number": backup.number,
        "made_at": backup.made_at.isoformat(sep=" "),
        "reason": backup.reason.value,
        "path": str(backup.path),
        "size": backup.size,
        "version": backup.version,
        "encrypted": backup.encrypted,
        "digest": backup.digest,
        "counts": dict(backup.counts),
    }


def _line(backup: Backup) -> str:
    from champion_app.domain.backups import REASON_WORDS
    from champion_app.domain.dates import british

    made = backup.made_at
    return f"{backup.number} of {british(made.date())} at {made:%H:%M}, {REASON_WORDS[backup.reason]}"


def _say(asked: argparse.Namespace, said: object, lines: list[str]) -> int:
    if asked.json:
        print(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines))
    return 0
