"""What happens when something goes wrong that nobody expected: say so, keep the words on screen, write a short log.

Without this an error in a slot would show nothing at all, and Champion would go on as if all were well. The log holds
places in the code and the kind of error, never its text: the text of some errors contains what was typed.
"""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from champion_app import __version__
from champion_app.desktop.messages import Messages
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.faults import Fault

LOG_LIMIT = 1_000_000


class LastResort(QObject):
    """Catches what nothing else caught, on any thread."""

    _caught = Signal(str)

    def __init__(self, log: Path) -> None:
        super().__init__()
        self._log = log
        self._messages: Messages | None = None
        self._caught.connect(self._say)

    def install(self) -> None:
        """From now on every unexpected error comes here."""
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(self._qt_said)

    def speak_through(self, messages: Messages) -> None:
        """Where to say it."""
        self._messages = messages

    def catch(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Tells the champion and writes one entry. A fault that slipped through is said in its own words."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Fault) and self._messages is not None:
            self._messages.fault(error)
            return
        import hashlib  # late: a good day never needs it, and it takes 2 MB

        places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]
        reference = hashlib.sha256("|".join([kind.__name__, *places]).encode()).hexdigest()[:6].upper()
        self._write(f"{reference} {kind.__name__} at {' < '.join(reversed(places))}")
        self._caught.emit(reference)

    def _say(self, reference: str) -> None:
        if self._messages is not None:
            self._messages.warn(
                tr(
                    "Something went wrong in Champion and your last step was not saved. Everything saved earlier is "
                    "safe, and the words on the screen are still there: copy them if they matter. "
                    "Reference for whoever looks after Champion: {reference}.",
                    reference=reference,
                )
            )

    def _qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self._write(f"Qt {kind.name} in {context.category}")

    def _write(self, line: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > LOG_LIMIT:
                self._log.replace(self._log.with_suffix(".old.log"))
            with self._log.open("a", encoding="utf-8") as out:
                out.write(f"{clock.stamp(clock.now())} {__version__} {line}\n")
        except OSError:
            # Nothing can be written: the message on the screen is all there is.
            return
