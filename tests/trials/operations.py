"""What champions do with a binder, in steps that can be interrupted anywhere.

A step that has returned counts as acknowledged: the word "Saved" would be on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from champion_app.domain import clock
from champion_app.domain.actions import ActionFields
from champion_app.domain.backups import Reason
from champion_app.domain.log_entries import LogFields
from champion_app.domain.recovery_codes import RecoveryCode
from champion_app.faults import DiskFault
from champion_app.places import backups_of
from champion_app.store import connection, keys, opening
from champion_app.store.binder import Binder
from champion_app.tasks import actions, backups, binders, erasing, exports, lists, log_entries, old_copies, passphrase
from tests.tasks.editions import reading, service

NOW = datetime(2026, 11, 25, 10, 0)
KEPT = Path(__file__).parents[1] / "files"
NAME = "binder.champion"
CANARY = "Zebediah Quillfeather"
WORDS, OTHER_WORDS = "three kettles on the moon", "seven spoons under the sea"
CODE = RecoveryCode("T2Y48M0FM1HFPMNY1PR1HCHE", NOW.date())
QUICK = keys.Cost(n=2**4, r=1)
PLAIN = ""

Step = Callable[[], object]


@dataclass(frozen=True)
class Operation:
    """``steps`` yields what is done one after the other; ``ways`` says what opens the binder before the first and after
    each; ``outputs`` are files that must be whole, the old or the new; ``look`` asserts what else must be so, and
    ``first`` what must be so before anything is opened."""

    name: str
    prepare: Callable[[Path], None]
    steps: Callable[[Path], Iterator[Step]]
    ways: tuple[str, ...] = (PLAIN,)
    outputs: tuple[str, ...] = ()
    look: Callable[[Path, int], None] = lambda folder, acked: None
    first: Callable[[Path], None] = lambda folder: None
    opened: Callable[[Path], Binder] = binders.open_binder

    def way(self, stage: int) -> str:
        """The secret that opens it after so many steps; nothing for a plain binder."""
        return self.ways[min(stage, len(self.ways) - 1)]


# ---------------------------------------------------------------- making and opening


def start(folder: Path, how: str = PLAIN) -> Binder:
    """Opens the binder as Champion does at a start."""
    path = folder / NAME
    return passphrase.unlock(path, how) if how else binders.open_binder(path)


def fill(folder: Path, empty: bytes) -> None:
    """A small binder with some work in it, and one backup."""
    folder.joinpath(NAME).write_bytes(empty)
    with closing(start(folder)) as binder:
        for number in range(6):
            action = actions.raise_action(binder, ActionFields(f"Action {number}", evidence="words " * 60), NOW.date())
            actions.add_update(binder, action, "An update", NOW.date())
        for number in range(4):
            log_entries.log_it(binder, LogFields(f"Entry {number}", NOW.date()))
        log_entries.log_it(binder, LogFields(f"{CANARY} came", NOW.date()))
        backups.back_up_now(binder)


def empty_binder(folder: Path) -> bytes:
    """A binder with nothing in it that need not be filled from the starter content."""
    path = folder / "empty.champion"
    with closing(opening.create_binder(path)) as binder, binder.atomic("keep_setting"):
        binder.remember(binders.STARTER_SETTING, binders.STARTER_EDITION)
    return path.read_bytes()


def _plain(folder: Path) -> None:
    fill(folder, empty_binder_of(folder))


def _locked(folder: Path) -> None:
    _plain(folder)
    passphrase.turn_on(folder / NAME, CODE, CODE.text, WORDS, cost=QUICK)
    with closing(start(folder, WORDS)) as binder:
        backups.back_up_now(binder)


def _never_backed_up(folder: Path) -> None:
    folder.joinpath(NAME).write_bytes(empty_binder_of(folder))
    with closing(start(folder)) as binder:
        log_entries.log_it(binder, LogFields(f"{CANARY} came", NOW.date()))


def _old(shape: str, folder: Path) -> None:
    folder.joinpath(NAME).write_bytes((KEPT / f"binder-{shape}.champion").read_bytes())


_EMPTY: dict[str, bytes] = {}


def empty_binder_of(folder: Path) -> bytes:
    """The same empty binder for every world, made once."""
    if not _EMPTY:
        made = folder / "making"
        made.mkdir()
        _EMPTY["it"] = empty_binder(made)
        for path in sorted(made.rglob("*"), reverse=True):
            path.unlink()
        made.rmdir()
    return _EMPTY["it"]


# ---------------------------------------------------------------- the steps


def _save(how: str, folder: Path) -> Iterator[Step]:
    with closing(start(folder, how)) as binder:
        for number in range(2):
            yield partial(
                actions.raise_action, binder, ActionFields(f"New {number}", evidence="evidence " * 200), NOW.date()
            )
        yield partial(actions.add_update, binder, 1, "Rang them", NOW.date())


def _delete(folder: Path) -> Iterator[Step]:
    with closing(start(folder)) as binder:
        yield partial(actions.remove_action, binder, 2)
        yield partial(log_entries.remove_entry, binder, 3)
        yield binder.undo


def _import(folder: Path) -> Iterator[Step]:
    with closing(start(folder)) as binder:
        edition = {str(n): service(f"Service {n}", f"01632 96{n:04}", note="words " * 30) for n in range(40)}
        found = lists.look(binder, reading(edition), "listings", "Council list")
        yield partial(lists.take_in, binder, found, {})


def _migrate(folder: Path) -> Iterator[Step]:
    yield lambda: opening.open_binder(folder / NAME).close()


def _back_up(folder: Path) -> Iterator[Step]:
    with closing(start(folder)) as binder:
        yield partial(backups.back_up_now, binder)
        yield partial(log_entries.log_it, binder, LogFields("In between", NOW.date()))
        yield partial(backups.back_up_now, binder)


def _restore(how: str, folder: Path) -> Iterator[Step]:
    path = folder / NAME
    key = None
    if how:
        with closing(start(folder, how)) as binder:
            key = binder.key
    yield lambda: backups.restore(path, backups.all_backups(path)[-1 if not how else 0], key)
    yield lambda: backups.undo_restore(path, backups.set_asides(path)[0], key)


def _changed_since(how: str, prepare: Callable[[Path], None], folder: Path) -> None:
    prepare(folder)
    with closing(start(folder, how)) as binder:
        log_entries.log_it(binder, LogFields("Since the backup", NOW.date()))


def _erase(folder: Path) -> Iterator[Step]:
    with closing(start(folder)) as binder:
        entry = next(one for one in log_entries.log(binder) if CANARY in one.fields.what)
        yield partial(erasing.erase_for_good, binder, "log entry", entry.id)
        yield partial(_renew_copies, binder)


def _renew_copies(binder: Binder) -> None:
    """Older copies that would not go are named on the page: for the trial that is being told of a fault."""
    if old_copies.renew(binder).left:
        raise DiskFault


def _turn_on(folder: Path) -> Iterator[Step]:
    yield lambda: passphrase.turn_on(folder / NAME, CODE, CODE.text, WORDS, cost=QUICK)


def _turn_off(folder: Path) -> Iterator[Step]:
    yield lambda: passphrase.turn_off(folder / NAME, WORDS)


def _change(folder: Path) -> Iterator[Step]:
    with closing(start(folder, WORDS)) as binder:
        yield partial(passphrase.change, binder, WORDS, OTHER_WORDS, cost=QUICK)


def _renew(folder: Path) -> Iterator[Step]:
    yield lambda: passphrase.renew(folder / NAME, WORDS, CODE, CODE.text, OTHER_WORDS, cost=QUICK)


def _export(folder: Path) -> Iterator[Step]:
    with closing(start(folder)) as binder:
        yield partial(exports.save_services, binder, folder / "services.csv")
        yield partial(exports.save_services, binder, folder / "services.json")


def _with_exports(folder: Path) -> None:
    _plain(folder)
    with closing(start(folder)) as binder:
        edition = {str(n): service(f"Service {n}", f"01632 96{n:04}") for n in range(25)}
        lists.take_in(binder, lists.look(binder, reading(edition), "listings", "List"), {})
    (folder / "services.csv").write_bytes(b"an older one\r\n" * 40)


# ---------------------------------------------------------------- what else must be so


def _enough_backups(least: int, folder: Path, acked: int) -> None:
    there, wanted = backups.all_backups(folder / NAME), least + (0, 1, 1, 2)[acked]
    assert len(there) >= wanted, f"{len(there)} backups where {wanted} were made"


def _backed_up_before_it_was_changed(steps: int, folder: Path) -> None:
    """Looked at before it is opened, which would finish the update and make a backup of its own."""
    path = folder / NAME
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        return  # the last step is still to be taken back
    with closing(connection.glance(path)) as there:
        done = len(there.execute("SELECT name FROM _sqlite_migrations").fetchall())
    made = [one for one in backups.all_backups(path) if one.reason is Reason.MIGRATION]
    assert done == steps or made, "it was changed before there was a backup"


def _gone(folder: Path, acked: int) -> None:
    """Where the erased name may still stand: nowhere in the binder, and after the second step nowhere at all."""
    files = [path for path in folder.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()]
    if acked == 1:
        files = [path for path in files if path.parent != backups_of(folder / NAME)]
    assert acked == 0 or files == [], f"erased, and still in {[path.name for path in files]}"


OPERATIONS = {
    op.name: op
    for op in (
        Operation("save", _plain, partial(_save, PLAIN)),
        Operation("save in a locked binder", _locked, partial(_save, WORDS), (WORDS,)),
        Operation("delete and undo", _plain, _delete),
        Operation("import a list", _plain, _import),
        Operation(
            "update a binder of shape 1", partial(_old, "0001"), _migrate,
            first=partial(_backed_up_before_it_was_changed, 1), opened=opening.open_binder,
        ),
        Operation(
            "update a binder of shape 2", partial(_old, "0002"), _migrate,
            first=partial(_backed_up_before_it_was_changed, 2), opened=opening.open_binder,
        ),
        Operation("first backup", _never_backed_up, _back_up, look=partial(_enough_backups, 0)),
        Operation("back up", _plain, _back_up, look=partial(_enough_backups, 1)),
        Operation("restore", partial(_changed_since, PLAIN, _plain), partial(_restore, PLAIN)),
        Operation("restore a locked one", partial(_changed_since, WORDS, _locked), partial(_restore, WORDS), (WORDS,)),
        Operation("erase for good", _plain, _erase, look=_gone),
        Operation("turn the lock on", _plain, _turn_on, (PLAIN, WORDS)),
        Operation("turn the lock off", _locked, _turn_off, (WORDS, PLAIN)),
        Operation("change the passphrase", _locked, _change, (WORDS, OTHER_WORDS)),
        Operation("hand over with a new key", _locked, _renew, (WORDS, OTHER_WORDS)),
        Operation("export", _with_exports, _export, outputs=("services.csv", "services.json")),
    )
}  # fmt: skip


def freeze(moment: datetime = NOW) -> None:
    """Stops the clock of this process: the same steps then leave the same rows."""
    clock.now = lambda: moment
