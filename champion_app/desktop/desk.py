"""What a page or a dialog is given: the binder and the few things that go with it. A plain record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from champion_app.desktop.changes import Changes
from champion_app.desktop.drafts import Drafts
from champion_app.desktop.jobs import Jobs
from champion_app.desktop.messages import Messages
from champion_app.desktop.theme import Theme
from champion_app.domain.toolkit import Toolkit
from champion_app.faults import Fault
from champion_app.store.binder import Binder

T = TypeVar("T")


class Navigation(QObject):
    """Asks the main window for another page. The second word says what to show there (an id, a criterion, or None)."""

    asked = Signal(str, object)
    # Asks the application to close the binder for its lock: a ``TurnOn`` or ``TurnOff`` of the passphrase dialog, or
    # the words "lock" or "family".
    lock_asked = Signal(object)
    # Asks the application to close the binder and erase everything: an ``EraseOrder``.
    erase_asked = Signal(object)

    def go_to(self, page: str, what: object = None) -> None:
        """Shows a page by its name: "home", "find_help", "assessment", "work_plan", "action_log", "leaflets"..."""
        self.asked.emit(page, what)


@dataclass(frozen=True)
class Desk:
    """Everything a page needs."""

    binder: Binder
    toolkit: Toolkit
    changes: Changes
    messages: Messages
    jobs: Jobs
    drafts: Drafts
    theme: Theme
    navigation: Navigation

    def attempt(self, work: Callable[[], T]) -> T | None:
        """Does something to the binder; a fault is told to the champion and None comes back."""
        try:
            return work()
        except Fault as fault:
            self.messages.fault(fault)
            return None

    def done(self, work: Callable[[], object]) -> bool:
        """Does something to the binder and says whether it was done; a fault is told to the champion."""
        try:
            work()
        except Fault as fault:
            self.messages.fault(fault)
            return False
        return True
