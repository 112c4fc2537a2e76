"""How each operation of a binder is judged afterwards, with the code that the window and the commands use at a start.

Opened, unlocked, an interrupted restore finished or turned back, checked, and read to the last row.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from champion_app.faults import Fault
from champion_app.store import backups as backup_store
from champion_app.store import health, keys
from champion_app.store.binder import Binder
from champion_app.tasks import backups, passphrase
from tests.trials.operations import NAME, OTHER_WORDS, PLAIN, WORDS, Operation


@dataclass
class Stage:
    """The whole and only truth after so many steps: the print of all that is in the binder, and the output files."""

    print: str
    outputs: dict[str, bytes] = field(default_factory=dict)


def print_of(binder: Binder) -> str:
    """A print of every row of every table: the search index and when each step of the shape was made are left out."""
    tables = [row[0] for row in binder.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    whole = hashlib.sha256()
    for table in tables:
        if not table.startswith(("finder", "sqlite_", "_sqlite_migrations")):
            rows = [[str(value) for value in row] for row in binder.rows(f'SELECT * FROM "{table}" ORDER BY 1')]
            whole.update(json.dumps([table, rows]).encode())
    return whole.hexdigest()


def stage_of(op: Operation, folder: Path, stage: int) -> Stage:
    """What is there after so many steps without any interruption."""
    with closing(_opened(op, folder / NAME)[1]) as binder:
        return Stage(print_of(binder), {name: _content(folder / name) for name in op.outputs})


def judge(op: Operation, folder: Path, acked: int, stages: list[Stage], *, keep: bool = False) -> int:
    """Opens what an interruption left; returns how many steps stand. Everything acknowledged is there, and all else is
    there wholly or not at all. ``keep`` turns an interrupted restore back instead of finishing it."""
    path = folder / NAME
    turned = _settle_restore(path, keep)
    op.first(folder)
    how, binder = _opened(op, path)
    with closing(binder):
        assert health.check(binder)["problems"] == []
        found = print_of(binder)
        assert not binder.outside, "a binder that nobody touched is said to be changed outside Champion"
        assert binder.rows("SELECT * FROM open_change") == [], "half a change is there"
    last = len(stages) - 1
    may_be = list(range(max(acked - turned, 0), min(acked + 1, last) + 1))
    standing = [stage for stage in may_be if stages[stage].print == found and op.way(stage) == how]
    known = [number for number, stage in enumerate(stages) if stage.print == found]
    assert standing, f"{acked} acknowledged, and what is there is of stage {known or 'none'} ({how or 'plain'})"
    for name in op.outputs:
        assert _content(folder / name) in [stages[stage].outputs[name] for stage in may_be], f"{name} is not whole"
    _look_at_backups(folder)
    op.look(folder, acked)
    return standing[-1]


def _settle_restore(path: Path, keep: bool) -> int:
    """As the page asks for it (F5). Turned back, the last step does not stand."""
    unfinished = backups.unfinished(path)
    if unfinished is None:
        return 0
    (backups.keep if keep else backups.finish)(path)
    return 1 if keep else 0


def _opened(op: Operation, path: Path) -> tuple[str, Binder]:
    if not passphrase.is_locked(path):
        return PLAIN, op.opened(path)
    fault: Fault | None = None
    for words in (WORDS, OTHER_WORDS):
        try:
            return words, passphrase.unlock(path, words)
        except Fault as wrong:
            fault = wrong
    assert fault is not None
    raise fault


def _look_at_backups(folder: Path) -> None:
    """Every backup that is shown is whole, and opens with what it says beside it."""
    for backup in backups.all_backups(folder / NAME):
        beside = sorted(backup.path.parent.glob(f"{backup.path.stem}.*"))
        mark = tuple((path.name, hash(path.read_bytes())) for path in beside)
        if mark in _WHOLE:
            continue
        assert backup.checked, f"{backup.path.name} has lost what was known of it"
        key = None
        if backup.encrypted:
            key = next(iter(_keys_of(backup.path)), None)
            assert key is not None, f"nothing opens {backup.path.name}"
        assert backup_store.verify(backup, key) == [], backup.path.name
        _WHOLE.add(mark)


# Backups that were looked at already, byte for byte.
_WHOLE: set[tuple[tuple[str, int], ...]] = set()


def _keys_of(path: Path) -> Iterator[bytes]:
    for key_file in keys.readings(path):
        for words in (WORDS, OTHER_WORDS):
            try:
                yield keys.unlock(key_file, words)
            except Fault:
                continue


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
