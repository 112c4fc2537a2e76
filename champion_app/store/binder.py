"""The binder: one file, one connection, one door for writing.

Reads go straight to SQLite, so that the window opens fast; sqlite-utils (0.2 s to import) is loaded when something is
first written.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.faults import BinderMoved, DiskFault, Fault, NoLongerThere, NothingToUndo
from champion_app.store import history, seal
from champion_app.store.connection import Connection, DatabaseError, Row, fault_for, found_in, pragma

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.db import Table

Listener = Callable[[frozenset[str]], None]


_GONE = (0, 0)


def load_writing() -> None:
    """Loads what the first change to a row needs (0.05 to 0.2 s), so that nobody waits for it. Safe on any thread."""
    import sqlite_utils  # noqa: F401


class Binder:
    """An open binder. Made by store/opening.py; closed by ``close``."""

    def __init__(self, path: Path, connection: Connection, key: bytes | None = None) -> None:
        self.path = path
        self.key = key  # what a locked binder and its backups are encrypted with
        self.sealed = False  # whether closing leaves a seal beside it
        self.outside = False  # whether it was changed while it was closed
        self._connection = connection
        self._which = _which(path)
        self._listeners: list[Listener] = []
        self._writing = False
        # A long job (an import) runs on a worker: whoever else asks meanwhile waits, and never sees half of it.
        self._turn = threading.RLock()

    @cached_property
    def _db(self) -> Database:
        from sqlite_utils import Database

        return Database(self._connection, execute_plugins=False)

    def rows(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[Row]:
        """Every row of a query. Raises BinderDamaged or DiskFault when it cannot be read."""
        try:
            with self._turn:
                return self._connection.execute(sql, values).fetchall()
        except DatabaseError as error:
            raise self._fault(error) from error

    def row(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> Row | None:
        """The first row of a query, or None."""
        return next(iter(self.rows(sql, values)), None)

    def table(self, name: str) -> Table:
        """A table to write to, inside ``atomic`` only."""
        self._refuse_outside_a_task()
        return self._db.table(name)

    def insert(self, table: str, values: Mapping[str, object]) -> int:
        """Adds a row inside ``atomic`` and returns its id.

        In SQL of our own: what only adds rows, such as a print from the command line, need not wait for sqlite-utils.
        """
        self._refuse_outside_a_task()
        names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        made = self._connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))
        return int(made.lastrowid or 0)

    def put(self, table: str, key: str, values: Mapping[str, object]) -> None:
        """Puts a row in the place of the one with the same ``key``, inside ``atomic``, or adds it.

        In SQL of our own: sqlite-utils first makes a table to find out whether SQLite can do that, and takes a disk
        that fails at that moment for an old SQLite.
        """
        self._refuse_outside_a_task()
        names, marks = ", ".join(f'"{name}"' for name in values), ", ".join("?" * len(values))
        pairs = ", ".join(f'"{name}" = excluded."{name}"' for name in values if name != key)
        self._connection.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT ("{key}") DO UPDATE SET {pairs}',
            tuple(values.values()),
        )

    def change(self, table: str, row_id: int, values: Mapping[str, object]) -> None:
        """Sets columns of one row inside ``atomic``. Raises NoLongerThere."""
        self._refuse_outside_a_task()
        pairs = ", ".join(f'"{name}" = ?' for name in values)
        done = self._connection.execute(f'UPDATE "{table}" SET {pairs} WHERE id = ?', (*values.values(), row_id))
        if not done.rowcount:
            raise NoLongerThere

    def remove(self, table: str, row_id: int) -> None:
        """Removes one row inside ``atomic``. Raises NoLongerThere."""
        self._refuse_outside_a_task()
        if not self._connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,)).rowcount:
            raise NoLongerThere

    def _refuse_moved(self) -> None:
        """SQLite goes on writing to a file that has lost its name, and nobody would find there what was "saved"."""
        now = _which(self.path)
        if now is not None and self._which not in (None, now):
            raise BinderMoved(path=self.path)

    def _refuse_outside_a_task(self) -> None:
        if not self._writing:
            raise RuntimeError("a write outside a task")

    @contextmanager
    def atomic(self, task: str, merge: str = "", also: frozenset[str] = frozenset()) -> Iterator[None]:
        """One change: all of it or none of it, on disk when the block has ended.

        ``task`` names the sentence for the history; changes with the same ``merge`` made one after the other within
        five minutes count as one for undo; ``also`` names tables without history that listeners should hear of. A block
        inside a block joins it. Raises DiskFull, DiskFault, BinderReadOnly, BinderMoved, or NoLongerThere for a row
        that has gone.
        """
        with self._turn:
            if self._writing:
                yield
                return
            with self._change(task, merge, also=also):
                yield

    def remember(self, name: str, value: str) -> None:
        """Keeps a small text by name, inside ``atomic``: how this champion likes to work. Not part of the history."""
        self.put("settings", "name", {"name": name, "value": value})

    def recall(self, name: str, otherwise: str = "") -> str:
        """The text kept under a name, or ``otherwise``."""
        row = self.row("SELECT value FROM settings WHERE name = ?", (name,))
        return str(row["value"]) if row is not None else otherwise

    def remembered(self, beginning: str) -> dict[str, str]:
        """Every text that is kept under a name that begins so."""
        rows = self.rows("SELECT name, value FROM settings WHERE substr(name, 1, ?) = ?", (len(beginning), beginning))
        return {str(row["name"]): str(row["value"]) for row in rows}

    def undo(self) -> history.Change:
        """Takes back the last change and returns it. Raises NothingToUndo."""
        with self._turn:
            return self._take_back(self._asked(history.last_undoable), redo=False)

    def redo(self) -> history.Change:
        """Brings back what the last undo took away. Raises NothingToUndo."""
        with self._turn:
            return self._take_back(self._asked(history.last_redoable), redo=True)

    def last_change(self) -> history.Change | None:
        """What Ctrl+Z would take back."""
        with self._turn:
            return self._asked(history.last_undoable)

    def forget_history(self) -> None:
        """Empties the history, inside ``atomic``: for what a new binder begins with."""
        self._refuse_outside_a_task()
        self._connection.execute("DELETE FROM change_rows")

    def listen(self, listener: Listener) -> None:
        """Calls ``listener`` with the names of the tables touched, after each COMMIT."""
        self._listeners.append(listener)

    @property
    def database(self) -> Database:
        """sqlite-utils on this binder, for migrations only; tasks write through ``table`` and ``insert``."""
        return self._db

    def close(self) -> None:
        """Lets go of the file. Everything saved is already on disk."""
        self._listeners.clear()
        self._connection.close()
        if self.sealed:
            self.sealed = False
            if _which(self.path) == self._which:  # else it is another file's name by now
                seal.put_on(self.path)

    def _asked(self, question: Callable[[Connection], history.Change | None]) -> history.Change | None:
        try:
            return question(self._connection)
        except DatabaseError as error:
            raise self._fault(error) from error

    def _fault(self, error: Exception) -> Fault:
        """In a file that was changed while it was closed, even the words of a table may not be ours any more."""
        return (found_in if self.outside else fault_for)(error, self.path)

    def _take_back(self, change: history.Change | None, *, redo: bool) -> history.Change:
        if change is None:
            raise NothingToUndo
        # An undo is kept as a change that undoes; a redo is an ordinary change again, so that it can be undone.
        with self._change(change.task, history.REDONE if redo else "", None if redo else change.seq):
            history.take_back(self._connection, change)
        return change

    @contextmanager
    def _change(
        self, task: str, merge: str, undoes: int | None = None, also: frozenset[str] = frozenset()
    ) -> Iterator[None]:
        touched: frozenset[str] = frozenset()
        self._refuse_moved()
        self._writing = True
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            seq = history.begin(self._connection, task, merge, undoes)
            yield
            if not self._connection.in_transaction:  # SQLite has taken it back by itself, and nobody said so
                raise DiskFault
            touched = history.finish(self._connection, seq) | also
            self._commit(0 if merge not in ("", history.REDONE) else seq)
        except BaseException as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(error, DatabaseError):
                raise self._fault(error) from error
            if type(error).__name__ == "NotFoundError":  # sqlite-utils': by name, so as not to load it on a start
                raise NoLongerThere from error
            raise
        finally:
            self._writing = False
        self._tell(touched)

    def _commit(self, seq: int) -> None:
        """Ends the transaction. ``seq`` is the number of a change that did not exist before it, or 0.

        The last thing done to the disk may fail when everything is written already. Called "not saved", what was only
        added would be added a second time by whoever tries again; so what stands is made to last, and is saved.
        """
        try:
            self._connection.execute("COMMIT")
        except DatabaseError:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if not (seq and history.stands(self._connection, seq)):
                raise
            # A write of nothing new: the journal that a power cut could bring back goes for good with it.
            version = pragma(self._connection, "user_version")
            self._connection.execute(f"PRAGMA user_version = {version}")

    def _tell(self, touched: frozenset[str]) -> None:
        if touched:
            for listener in list(self._listeners):
                listener(touched)


def _which(path: Path) -> tuple[int, int] | None:
    """Which file has this name now; None where nobody can tell."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return _GONE
    except OSError:
        return None
    return found.st_dev, found.st_ino
