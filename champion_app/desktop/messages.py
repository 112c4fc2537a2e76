"""One channel for everything said to the champion. The main window shows it; tests can listen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from champion_app.desktop.words import tr
from champion_app.faults import BinderDiskFull, BinderMoved, DiskFault, Fault


class Tone(StrEnum):
    """How a notice looks. States are always said in words too."""

    QUIET = "quiet"
    WARNING = "warning"


@dataclass(frozen=True)
class Notice:
    """A line at the foot of the window. ``action`` names its one button, ``act`` is what it does.

    ``until_saved`` says that something was not saved: it is no longer true once something is.
    """

    text: str
    tone: Tone = Tone.QUIET
    action: str = ""
    act: Callable[[], None] | None = None
    until_saved: bool = False


@dataclass(frozen=True)
class Question:
    """A choice that cannot be undone, or that needs words: asked rarely."""

    title: str
    text: str
    yes: str
    no: str
    on_yes: Callable[[], None]
    on_no: Callable[[], None] | None = None


@dataclass(frozen=True)
class WayOut:
    """What one press can do about a kind of fault, while ``is_open`` says that it can."""

    action: str
    act: Callable[[], None]
    is_open: Callable[[], bool]


class Messages(QObject):
    """Inform, warn, ask. Never blocks."""

    said = Signal(object)
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._ways_out: dict[type[Fault], WayOut] = {}

    def offer(self, kind: type[Fault], way_out: WayOut) -> None:
        """From now on a fault of exactly this kind is told with a button."""
        self._ways_out[kind] = way_out

    def inform(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """A quiet notice that goes by itself."""
        self.said.emit(Notice(text, Tone.QUIET, action, act))

    def warn(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """A notice that stays until it is closed."""
        self.said.emit(Notice(text, Tone.WARNING, action, act))

    def fault(self, fault: Fault) -> None:
        """An expected error in its three parts: what happened, what is safe, what to do next."""
        way_out = self._ways_out.get(type(fault))
        action, act = (way_out.action, way_out.act) if way_out is not None and way_out.is_open() else ("", None)
        not_saved = isinstance(fault, BinderDiskFull | DiskFault | BinderMoved)
        self.said.emit(Notice(fault_words(fault), Tone.WARNING, action, act, until_saved=not_saved))

    def ask(
        self, title: str, text: str, yes: str, no: str, on_yes: Callable[[], None],
        on_no: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        """Asks without waiting; the answer comes back through ``on_yes`` or ``on_no``."""
        self.asked.emit(Question(title, text, yes, no, on_yes, on_no))


def fault_words(fault: Fault) -> str:
    """A fault's three sentences, translated, on one line."""
    filled = {key: str(value) for key, value in fault.details.items()}
    return " ".join(tr(part).format(**filled) for part in (fault.happened, fault.safe, fault.next_step))
