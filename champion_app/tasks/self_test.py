"""Prove it: Champion tries itself out on this computer, with the real code, and never changes the person's binder."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app import places
from champion_app.domain import clock
from champion_app.domain.attachments import size_words
from champion_app.domain.dates import british
from champion_app.domain.holdings import Doubt
from champion_app.domain.self_test import STEPS, WHOLE, Record, Result, Sentence, Step, Verdict, say
from champion_app.faults import Fault, FolderReadOnly
from champion_app.store import disks, scratch
from champion_app.store.binder import Binder
from champion_app.store.connection import PRAGMAS, DatabaseError, fault_for, is_as_set
from champion_app.tasks import checks, holdings, self_test_saving
from champion_app.tasks.self_test_saving import Found, Told
from champion_app.whole_file import disk_fault, write_whole

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

# Less free room than this, in bytes, is no room to work in; less than the second is worth a look.
NO_ROOM, LITTLE_ROOM = 100_000_000, 1_000_000_000

Progress = Callable[[int, int], None]

_IN_THE_FOLDER = {"write": self_test_saving.write, "kill": self_test_saving.kill, "restore": self_test_saving.restore}


def run(
    binder: Binder,
    printers: Sequence[str],
    told: Progress = lambda done, of: None,
    came: Callable[[Result], None] = lambda result: None,
) -> Record:
    """Tries everything, one step after the other; for a worker. Takes about ten seconds.

    ``printers`` are the names of those in reach, which only the window can ask. ``told`` hears how far it is and may
    raise to stop; ``came`` gets each result as it comes. Whatever happens, the trial files are gone afterwards.
    """
    results: list[Result] = []
    done = 0
    versions: dict[str, str] = {}
    try:
        for step in STEPS:
            told(done, WHOLE)
            begun = time.monotonic()
            found = _tried(step, binder, printers, _share(told, done, step), versions)
            result = Result(step, *found, time.monotonic() - begun)
            results.append(result)
            came(result)
            done += step.weight
        told(done, WHOLE)
    finally:
        scratch.sweep(binder.path)
    return Record(clock.now(), tuple(results), tuple(versions.items()))


def plan_paper(record: Record) -> Planned:
    """The result on paper, ready to be made on a worker. No word of the binder, no folder and no name is on it."""
    from champion_app.paper import self_test as paper  # late: nobody prints before there is a result
    from champion_app.tasks.papers import Planned

    document = paper.document(record)
    return Planned(document, "self-test", document.title)


def _share(told: Progress, done: int, step: Step) -> Told:
    return lambda part: told(done + int(part * step.weight), WHOLE)


def _tried(step: Step, binder: Binder, printers: Sequence[str], told: Told, versions: dict[str, str]) -> Found:
    """One step. What the world does wrong becomes a red line; a mistake of our own goes on up, and is a bug."""
    try:
        if step.id in _IN_THE_FOLDER:
            with scratch.trial_folder(binder.path) as folder:
                return _IN_THE_FOLDER[step.id](binder, folder, told)
        match step.id:
            case "disk":
                return disk(binder.path)
            case "fonts":
                return fonts(told)
            case "printer":
                return printer(printers)
            case "clock":
                return the_date(binder)
            case _:
                return parts(binder, versions)
    except Fault as fault:
        return _failed(fault)
    except DatabaseError as error:
        return _failed(fault_for(error, binder.path))
    except OSError as error:
        return _failed(disk_fault(error, binder.path.parent))


def disk(binder: Path) -> Found:
    """Free room, whether the folder can be written to, and whether it is copied, pulled out or somewhere else."""
    folder = binder.parent
    if not os.access(folder, os.W_OK):
        raise FolderReadOnly(folder=folder)
    with scratch.trial_folder(binder) as trial:
        write_whole(b"A trial of writing.", trial / "written.txt")
    free = shutil.disk_usage(folder).free
    said = [say("The folder can be written to, and {room} are free on its disk.", room=_room(free))]
    ways: list[Sentence] = []
    if service := places.synced_service(binder):
        said.append(say("The folder looks as if it is copied to other computers."))
        said.append(Sentence("It is the folder {folder}.", {"folder": service}, at_home=True))
        ways.append(say("Close Champion and move the binder to a folder that stays on this computer."))
    kind = disks.kind_of(folder)
    if kind is disks.Kind.REMOVABLE:
        said.append(say("The binder is on a disk that can be pulled out."))
        ways.append(say("Close Champion before you pull it out, and keep a backup on this computer."))
    elif kind is disks.Kind.NETWORK:
        said.append(say("The binder is on another computer’s disk, over the network."))
        ways.append(say("Close Champion and move the binder to this computer: a network can lose a save."))
    if free < NO_ROOM:
        return Verdict.FAILS, tuple(said), (say("Empty the recycle bin, or delete a large file you do not need."),)
    if free < LITTLE_ROOM:
        ways.insert(0, say("There is little room: empty the recycle bin soon."))
    return Verdict.LOOK if ways else Verdict.WORKS, tuple(said), tuple(ways)


def fonts(told: Told = lambda part: None) -> Found:
    """Every bundled face draws its sample, on a page that is really made; the files are read anew."""
    from champion_app.paper import self_test as paper  # late: it loads what papers are made with

    wrong = paper.try_faces(told)
    scripts = ", ".join(sample.name for sample in paper.SAMPLES)
    if wrong:
        said = say("Not every letter could be drawn: {what}.", what="; ".join(wrong))
        return Verdict.FAILS, (said,), (say("Install Champion again: a part of it is missing or damaged."),)
    said = say("{n} typefaces drew every letter of {scripts}.", n=paper.face_count(), scripts=scripts)
    if not paper.all_scripts():
        no = say("This kind of computer cannot join the letters of Arabic, Urdu, Punjabi and Bengali.")
        return Verdict.LOOK, (said, no), (say("Print leaflets in those languages on another computer."),)
    return Verdict.WORKS, (said,), ()


def printer(names: Sequence[str]) -> Found:
    """Which printers can be reached. Nothing is printed."""
    if not names:
        said = say("This computer reaches no printer just now. Papers are saved as a PDF instead.")
        return Verdict.LOOK, (said,), (say("If there should be one, switch it on or ask IT, then run this again."),)
    words = "{n} printer can be reached." if len(names) == 1 else "{n} printers can be reached."
    named = Sentence("In reach: {names}.", {"names": ", ".join(names)}, at_home=True)
    return Verdict.WORKS, (say(words, n=len(names)), named), ()


def the_date(binder: Binder) -> Found:
    """Whether today's date can be right, by what was written before it."""
    today = clock.today()
    said = say("This computer says it is {day}.", day=british(today))
    doubt = holdings.doubt(binder, today)
    if doubt is None:
        return Verdict.WORKS, (said, say("That fits everything you wrote before.")), ()
    why = {
        Doubt.BEHIND: say("Something in your binder was written after that."),
        Doubt.AHEAD: say("That is more than a year after the work before it."),
    }[doubt]
    return Verdict.LOOK, (said, why), (say("Put the date of this computer right. Nothing is lost by a wrong date."),)


def parts(binder: Binder, versions: dict[str, str]) -> Found:
    """The real binder read from end to end, its safe settings read back, and the versions of what Champion runs on."""
    report = checks.check(binder)
    versions["Champion"], versions["Python"] = report.champion, report.python
    versions["SQLite"] = str(report.binder["sqlite"])
    versions.update(report.versions)
    unsafe = unsafe_settings(binder)
    if unsafe:
        said = say("A setting that keeps your work safe is not as it should be ({names}).", names=", ".join(unsafe))
        way = say("Close Champion and open it again. If this stays, tell whoever looks after it.")
        return Verdict.FAILS, (said,), (way,)
    if report.problems:
        said = say("Something in your binder does not add up ({count}).", count=len(report.problems))
        way = say("Make a copy of your binder as it is, then go back to your newest backup.")
        return Verdict.FAILS, (said,), (way,)
    said = say("Your whole binder was read and is sound. Champion {version}.", version=report.champion)
    return Verdict.WORKS, (said,), ()


def unsafe_settings(binder: Binder) -> list[str]:
    """The settings of the open binder that are not as they were set when it was opened."""
    unsafe = []
    for name, _, expected in PRAGMAS:
        row = binder.row(f"PRAGMA {name}")
        if not is_as_set(name, expected, row[0] if row is not None else None):
            unsafe.append(name)
    return unsafe


def _failed(fault: Fault) -> Found:
    """A fault as a red line. What it says may name a folder: then paper only tells where to read it."""
    named = bool(fault.details)
    instead = "What stopped it was said on the screen." if named else ""
    happened = Sentence(fault.happened, fault.details, at_home=named, instead=instead)
    return Verdict.FAILS, (happened,), (Sentence(fault.next_step, fault.details, at_home=named),)


def _room(size: int) -> str:
    return f"{size / 1_000_000_000:,.0f} GB" if size >= 10_000_000_000 else size_words(size)
