"""Going back to a backup, from a running window: the binder is closed, the backup takes its place, it is opened again.

Done as the lock is turned, and by the same hands: everything typed is kept before anything goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from champion_app.desktop.closed_work import ClosedWork, Ways
from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.restore_dialog import BringBack, GoBack
from champion_app.desktop.jobs import Jobs
from champion_app.desktop.widgets.backup_words import moment
from champion_app.desktop.words import tr
from champion_app.faults import BinderLocked
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders, passphrase
from champion_app.tasks.backups import SetAside

Order = GoBack | BringBack


@dataclass(frozen=True)
class Came:
    """What came of it: the binder that is open now, and the one that was set aside."""

    binder: Binder
    set_aside: SetAside


class GoingBack(ClosedWork):
    """One going back, or the undoing of one."""

    def __init__(self, desk: Desk, order: Order, jobs: Jobs, ways: Ways) -> None:
        title = tr("Bringing it back") if isinstance(order, BringBack) else tr("Going back")
        words = tr(
            "What you have is being backed up and set aside, and the other takes its place and is compared word for "
            "word. Please leave the computer on."
        )
        super().__init__(desk, title, words, jobs, ways)
        self._key, self._order = desk.binder.key, order

    def _do(self) -> Came:
        """BinderLocked with the binder's own path says that it was done, but that a passphrase has to be asked for."""
        path, order = self._path, self._order
        if isinstance(order, BringBack):
            aside = backups.undo_restore(path, order.set_aside, self._key)
        else:
            aside = backups.restore(path, order.backup, order.key, present_key=self._key)
        locked = passphrase.is_locked(path)
        if locked and order.key is None:
            raise BinderLocked(path=path)
        return Came(binders.open_binder(path, order.key if locked else None), aside)

    def _done(self, came: Came) -> None:
        desk = self._ways.opened(came.binder, "")
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
        if isinstance(error, BinderLocked) and error.details.get("path") == self._path:
            self.window.finished = True
            self._ways.ask(self._path)  # it was done, but nobody knows the passphrase yet
        else:
            super()._failed(error)

    def _opened_as_before(self) -> Binder:
        backups.refuse_unfinished(self._path)
        return binders.open_binder(self._path, self._key)
