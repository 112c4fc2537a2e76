"""The three trials of a self-test that write: saving, being cut off, going back. All in a trial folder."""

from __future__ import annotations

import random
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from champion_app.domain.actions import ActionFields
from champion_app.domain.backups import Reason
from champion_app.domain.dates import british
from champion_app.domain.self_test import Sentence, Verdict, say
from champion_app.store import backups, digest, health, opening, restoring
from champion_app.store.binder import Binder
from champion_app.tasks import actions, self_test_child
from champion_app.tasks import backups as our_backups

SAVES = 50
CUTS = 5
# A second Champion that says nothing for so long, in seconds, does not start here.
PATIENCE = 30.0
# Letters that have broken other programs, and words no person has written.
_WORDS = "Trial {n}: ŵ ŷ ł ع ਕ ব Ж 🎈 ' \" <b>"

Found = tuple[Verdict, tuple[Sentence, ...], tuple[Sentence, ...]]
Told = Callable[[float], None]


def write(binder: Binder, folder: Path, told: Told) -> Found:
    """Saves 50 actions in a new binder, closes it, opens it again: all must be there, and nothing else."""
    key = _trial_key(binder)
    path = folder / "saving.champion"
    wanted = [_WORDS.format(n=number) for number in range(SAVES)]
    with closing(opening.create_binder(path, key=key)) as trial:
        for number, title in enumerate(wanted):
            actions.raise_action(trial, ActionFields(title))
            told((number + 1) / SAVES)
        before = digest.digest(trial)
    with closing(opening.open_binder(path, key)) as trial:
        kept = [one.fields.title for one in sorted(actions.plan(trial), key=lambda one: one.id)]
        if kept == wanted and digest.digest(trial) == before and not health.check(trial)["problems"]:
            return Verdict.WORKS, (say("{n} actions were saved, and all were there again.", n=SAVES),), ()
    there = sum(1 for title in wanted if title in kept)
    said = say("{n} of {of} actions were there again.", n=there, of=SAVES)
    return Verdict.FAILS, (said,), (say("Stop using Champion on this disk, and show this page to IT."),)


def kill(binder: Binder, folder: Path, told: Told, chance: random.Random | None = None) -> Found:
    """Cuts a saving Champion off, again and again: whatever it said was saved must be there afterwards, and whole."""
    chance = chance or random.Random()
    key = _trial_key(binder)
    path = folder / "cut off.champion"
    opening.create_binder(path, key=key).close()
    saved = 0
    for cut in range(CUTS):
        try:
            last = _cut_off(path, key, after=chance.randint(2, 12), pause=chance.uniform(0, 0.02))
        except OSError:
            last = 0
        if not last:
            return _would_not_start()
        with closing(opening.open_binder(path, key)) as trial:
            numbers = sorted(one.id for one in actions.plan(trial))
            problems = health.check(trial)["problems"]
        # One more than it said is right: it may have been cut off between saving and saying so.
        if problems or numbers != list(range(1, len(numbers) + 1)) or not last <= len(numbers) <= last + 1:
            return _lost(cut + 1)
        saved = last
        told((cut + 1) / CUTS)
    said = say("It was cut off {n} times in {saves} saves. Nothing it had saved was missing.", n=CUTS, saves=saved)
    return Verdict.WORKS, (said,), ()


def restore(binder: Binder, folder: Path, told: Told) -> Found:
    """Backs the real binder up, puts the copy in a trial place and compares them; reads the newest backup too."""
    made = backups.make(binder, folder / "backups", Reason.ASKED)
    told(0.4)
    path = folder / "restored.champion"
    restoring.restore(path, made, binder.key)
    told(0.7)
    with closing(opening.open_binder(path, binder.key)) as again:
        same = digest.counts(again) == dict(made.counts) and digest.digest(again) == made.digest
    told(0.9)
    if not same:
        said = say("The copy that was put back was not the same as your binder.")
        return Verdict.FAILS, (said,), (say("Copy your binder to a stick, and show this page to IT."),)
    rows = f"{sum(made.counts.values()):,}"
    said = say("A backup of your binder was put in a trial place, and all {rows} rows were the same.", rows=rows)
    return _with_newest(binder, said)


def _with_newest(binder: Binder, said: Sentence) -> Found:
    """The newest backup there is, read and opened: the one that would be needed tomorrow."""
    newest = next(iter(our_backups.all_backups(binder.path)), None)
    if newest is None:
        soon = say("Champion makes one when you close it.")
        return Verdict.LOOK, (said, say("There is no backup yet.")), (soon,)
    when = british(newest.made_at.date())
    if our_backups.needs_another_key(binder.path, newest) or (newest.encrypted and binder.key is None):
        locked = say("Your newest backup, of {when}, has another passphrase, so it was not opened.", when=when)
        return Verdict.LOOK, (said, locked), (say("Make a backup now, so that there is one with today’s passphrase."),)
    problems = backups.verify(newest, binder.key)
    if problems:
        bad = say("Your newest backup, of {when}, cannot be used: {why}.", when=when, why=problems[0])
        way = say("Make a new backup now, on the page about backups. Then run this again.")
        return Verdict.FAILS, (said, bad), (way,)
    return Verdict.WORKS, (said, say("Your newest backup, of {when}, is whole too.", when=when)), ()


def _trial_key(binder: Binder) -> bytes | None:
    """A key of its own for a trial binder if the real one is locked: so the lock is tried out too."""
    return secrets.token_bytes(32) if binder.key is not None else None


def _cut_off(path: Path, key: bytes | None, *, after: int, pause: float) -> int:
    """Lets a second Champion save, kills it, and returns the last number it said; 0 if it never said one."""
    process = self_test_child.start(path, key)
    assert process.stdout
    # A child that hangs says nothing; killed, it ends the reading below.
    alarm = threading.Timer(PATIENCE, process.kill)
    alarm.daemon = True
    alarm.start()
    last = 0
    try:
        said = _numbers(iter(process.stdout.readline, b""))
        for count, number in enumerate(said, start=1):
            last = number
            if count == after:
                time.sleep(pause)  # into the middle of the next save
                break
        process.kill()
        return max(last, *said, 0)  # and what it had said before it died and nobody had read
    finally:
        alarm.cancel()
        process.kill()
        process.wait()
        process.stdout.close()


def _numbers(lines: Iterator[bytes]) -> Iterator[int]:
    for line in lines:
        if line.endswith(b"\n") and line.strip().isdigit():
            yield int(line)


def _would_not_start() -> Found:
    said = say("A second Champion could not be started on this computer, so being cut off could not be tried.")
    way = say("A virus scanner may hold it back. Ask IT to let Champion start itself: lists are read that way.")
    return Verdict.FAILS, (said,), (way,)


def _lost(cut: int) -> Found:
    said = say("After being cut off {n} times, something that was said to be saved was not there.", n=cut)
    return Verdict.FAILS, (said,), (say("Stop using Champion on this disk, and show this page to IT."),)
