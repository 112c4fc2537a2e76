"""The words after ``champion-app`` that keep work safe: backup and restore."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from champion_app.cli_answers import say, say_json
from champion_app.cli_keys import Keys
from champion_app.store.binder import Binder

if TYPE_CHECKING:
    from champion_app.domain.backups import Backup, Lost
    from champion_app.tasks.backups import Checked

Opened = Callable[[argparse.Namespace], AbstractContextManager[Binder]]
Add = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]
Where = Callable[[argparse.Namespace], Path]


class Safety:
    """The two commands. ``opened`` opens the binder asked for, ``where`` says its place, ``keys`` what opens it."""

    def __init__(self, opened: Opened, where: Where, keys: Callable[[Path], Keys] = Keys) -> None:
        self._opened, self._where, self._keys = opened, where, keys

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
        restore.add_argument("--look", action="store_true", help="only say what going back would change")
        restore.add_argument("--json", action="store_true", help="what was done, for another program")
        restore.set_defaults(refuse=restore.error)

    def _backup(self, asked: argparse.Namespace) -> int:
        from champion_app.tasks import backups, second_place

        with self._opened(asked) as binder:
            made = backups.back_up_now(binder)
        copied = made.second
        if asked.to:
            copied = second_place.copy_elsewhere(self._where(asked), made.backup, asked.to.absolute())
        said = {**_told(made.backup), "copied_to": str(copied.path) if copied else None}
        said["trouble"] = made.trouble.sentence() if made.trouble else None
        lines = [str(made.backup.path), *([str(copied.path)] if copied else [])]
        lines += [made.trouble.sentence()] if made.trouble else []
        return _say(asked, said, lines)

    def _restore(self, asked: argparse.Namespace) -> int:
        from champion_app.tasks import backups

        path = self._where(asked)
        if asked.look and (asked.list or asked.undo or asked.finish or asked.keep):
            asked.refuse("--look goes with --backup NUMBER, or by itself")
        if asked.list:
            return _list(asked, path)
        if asked.finish or asked.keep:
            (backups.finish if asked.finish else backups.keep)(path)
            return _say(asked, {"path": str(path), "kept": asked.keep}, [str(path)])
        backups.refuse_unfinished(path)
        return self._undo(asked, path) if asked.undo else self._go_back(asked, path)

    def _undo(self, asked: argparse.Namespace, path: Path) -> int:
        from champion_app.faults import NothingToUndo
        from champion_app.tasks import backups

        aside = next(iter(backups.set_asides(path)), None)
        if aside is None:
            raise NothingToUndo
        now_aside = backups.undo_restore(path, aside, self._keys(path).of_binder())
        return _say(asked, {"path": str(path), "set_aside": str(now_aside.path)}, [str(path)])

    def _go_back(self, asked: argparse.Namespace, path: Path) -> int:
        from champion_app.faults import NoBackup
        from champion_app.tasks import backups

        keys = self._keys(path)
        passed_over: tuple[Checked, ...] = ()
        if asked.backup is not None:
            found, present = backups.numbered(path, asked.backup), keys.of_binder()
        else:
            present = keys.of_binder()
            offer = backups.offer(path, present) or backups.offer(path)
            if offer is None:
                raise NoBackup
            found, passed_over = offer.backup, offer.passed_over
        key = keys.of(found)
        lost = backups.what_can_be_told(path, found, present or key)
        over = [f"Passed over: backup {_line(one.backup)}: {one.problems[0]}." for one in passed_over]
        over += _which_of_two(path, found)
        if asked.look:
            said = {**_told(found), "set_aside": None, "lost": lost.lines()}
            return _say(asked, said, [*over, f"You would go back to backup {_line(found)}.", *lost.lines()])
        aside = backups.restore(path, found, key, present_key=present)
        there = aside.path if aside.path.exists() else None
        words = list(went_back(lost))
        lines = [*over, f"You went back to backup {_line(found)}.", *words]
        lines += ["What was there before is set aside; restore --undo brings it back."] if there else []
        return _say(asked, {**_told(found), "set_aside": str(there) if there else None, "lost": words}, lines)


def _which_of_two(path: Path, taken: Backup) -> list[str]:
    """Turning the lock on or off leaves a locked and a plain backup of one number: which of them is meant is said."""
    from champion_app.tasks import backups

    if sum(one.number == taken.number for one in backups.all_backups(path)) < 2:
        return []
    kind = "locked" if taken.encrypted else "plain"
    return [f"There are two backups {taken.number}; the {kind} one is taken, {taken.path.name}."]


def kept_of(path: Path, key: bytes | None) -> dict[str, Any]:
    """The backups for ``check --json``. One that is whole but of another passphrase is not damaged, and told apart."""
    from champion_app.tasks import backups, found_backups

    kept: dict[str, Any] = {**backups.summary(path, key), "another_passphrase": []}
    there = backups.all_backups(path)
    for number in list(kept["damaged"]):
        if not any(found_backups.problem(one, key) for one in there if str(one.number) == number):
            kept["another_passphrase"].append(int(number))
            del kept["damaged"][number]
    return kept


def kept_words(kept: Mapping[str, Any]) -> Iterator[str]:
    """The backups in words, for ``check``: how many, the newest, and what is wrong with any."""
    from champion_app.domain.dates import british

    if not kept["number"]:
        yield "Backups: none yet"
        return
    whole = f"Backups: {kept['number']}, {kept['verified']} of them whole"
    newest = datetime.fromisoformat(kept["newest"]) if kept["newest"] else None
    yield f"{whole}, the newest of {british(newest.date())} at {newest:%H:%M}" if newest else whole
    yield from (f"Backup {number} is damaged: {'; '.join(why)}" for number, why in kept["damaged"].items())
    yield from (
        f"Backup {number} opens with another passphrase than this binder" for number in kept["another_passphrase"]
    )
    if kept["second_place"]:
        yield f"Second place: {kept['second_place']}"
    if kept["second_place_overdue"]:
        yield "No copy has been put elsewhere for a while: backup --to FOLDER puts one there."


def went_back(lost: Lost) -> Iterator[str]:
    """As ``Lost.lines``, once it is done."""
    from champion_app.domain.dates import british

    if lost.changes is None:
        yield "We cannot tell how much work was done since then."
    elif lost.changes == 0:
        yield "No work was done since then."
    else:
        steps = "1 step of work was" if lost.changes == 1 else f"{lost.changes} steps of work were"
        last = lost.last_change
        yield f"{steps} done since then" + (f", the last on {british(last.date())} at {last:%H:%M}." if last else ".")
    yield from (f"You now have fewer: {words}." for words in lost.fewer)
    yield from (f"You have back: {words}." for words in lost.more)
    if lost.unread:
        yield "Not readable in the binder that was there: " + ", ".join(lost.unread) + "."
    if lost.lock_changes:
        yield "That backup was made before the passphrase lock was turned on or off; the binder is as it was then."


def _list(asked: argparse.Namespace, path: Path) -> int:
    """Each is read again, and none need be opened for it: nobody is asked for a passphrase."""
    from champion_app.domain.backups import counts_in_words
    from champion_app.tasks import backups

    found = backups.check_all(path)
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
        say_json(said)
    else:
        say(*lines)
    return 0
