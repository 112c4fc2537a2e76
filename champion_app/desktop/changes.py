"""After a write, says what kind of thing changed; views decide whether to ask again."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from champion_app.domain import clock
from champion_app.store.binder import Binder


class Changes(QObject):
    """Hears of every COMMIT of a binder. ``changed`` carries a frozenset of table names: "actions", "answers"...

    An import commits on a worker; through a signal of our own the news arrives on the window's thread all the same.
    """

    changed = Signal(object)
    _committed = Signal(object)

    def __init__(self, binder: Binder) -> None:
        super().__init__()
        self.saved_at: datetime | None = None
        self._committed.connect(self._heard)
        binder.listen(self._committed.emit)

    def _heard(self, kinds: frozenset[str]) -> None:
        self.saved_at = clock.now()
        self.changed.emit(kinds)
