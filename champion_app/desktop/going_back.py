"""Going back to a backup, from a running window: the binder is closed, the backup takes its place, it is opened again.

Done as the lock is turned, and by the same hands: everything typed is kept before anything goes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.restore_dialog import BringBack, GoBack
from champion_app.desktop.jobs import Jobs
from champion_app.desktop.lock_window import WaitingWindow
from champion_app.desktop.widgets.backup_words import moment
from champion_app.desktop.words import tr
from champion_app.faults import BinderLocked, Fault, KeyFileDamaged, KeyFileMissing
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders, passphrase
from champion_app.tasks.backups import SetAside

Order = GoBack | BringBack


@dataclass(frozen=True)
class Came:
    """What came of it: the binder that is open now, and the one that was set aside."""

    binder: Binder
    set_aside: SetAside


class GoingBack:
    """One going back. ``window`` says wait; ``begin`` is called when it is in view and the binder is closed.

    ``opened`` is given the binder afterwards and returns its desk, ``ask`` shows the lock window where nothing else
    opens it, ``problem`` says what cannot be opened at all.
    """

    def __init__(
        self, desk: Desk, order: Order, jobs: Jobs, opened: Callable[[Binder, str], Desk | None],
        ask: Callable[[Path], None], problem: Callable[[Fault | None], None],
    ) -> None:  # fmt: skip
        self._path, self._key, self._order, self._jobs = desk.binder.path, desk.binder.key, order, jobs
        self._opened, self._ask, self._problem = opened, ask, problem
        title = tr("Bringing it back") if isinstance(order, BringBack) else tr("Going back")
        words = tr(
            "What you have is being backed up and set aside, and the other takes its place and is compared word for "
            "word. Please leave the computer on."
        )
        self.window = WaitingWindow(desk.theme, title, words)

    def begin(self) -> None:
        """Does it on a worker."""
        self._jobs.start(partial(carried_out, self._path, self._order, self._key), self._done, self._failed)

    def _done(self, came: Came) -> None:
        self.window.finished = True
        desk = self._opened(came.binder, "")
        if desk is None:
            return
        order = self._order
        if isinstance(order, GoBack):
            words = tr("You are back at {when}. What you had is kept.", when=moment(order.backup.made_at))
        elif order.undoes:
            words = tr("Everything is as it was before you went back.")
        else:
            words = tr("It is back in its place.")
        undo = BringBack(came.set_aside, self._key, undoes=isinstance(order, GoBack))
        desk.messages.warn(words, tr("Undo this"), partial(desk.navigation.lock_asked.emit, undo))

    def _failed(self, error: Exception) -> None:
        """The binder is as it was, and is opened again; what was in the way is said."""
        self.window.finished = True
        if isinstance(error, BinderLocked) and error.details.get("path") == self._path:
            self._ask(self._path)  # it was done, but nobody knows the passphrase yet
            return
        desk = None
        try:
            backups.refuse_unfinished(self._path)
            desk = self._opened(binders.open_binder(self._path, self._key), "")
        except (BinderLocked, KeyFileDamaged, KeyFileMissing):
            self._ask(self._path)
        except Fault as fault:
            self._problem(fault)
        if not isinstance(error, Fault):
            raise error
        if desk is not None:
            desk.messages.fault(error)


def carried_out(path: Path, order: Order, present_key: bytes | None) -> Came:
    """Does it to a closed binder and opens what is there then. Raises as ``restore`` and ``open_binder`` do.

    BinderLocked with the binder's own path says that it was done, but that a passphrase has to be asked for.
    """
    if isinstance(order, BringBack):
        aside = backups.undo_restore(path, order.set_aside, present_key)
    else:
        aside = backups.restore(path, order.backup, order.key, present_key=present_key)
    locked = passphrase.is_locked(path)
    if locked and order.key is None:
        raise BinderLocked(path=path)
    return Came(binders.open_binder(path, order.key if locked else None), aside)
