"""What is seen while the last backup is made as Champion closes, and what can be done when it cannot be made."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.words import tr
from champion_app.faults import Fault

# A backup that takes less is made before anybody has read a word about it.
PATIENCE_MS = 300


class ClosingDialog(QDialog):
    """``go`` is emitted to close without it, ``again`` to try once more, ``stay`` to go on working."""

    go = Signal()
    again = Signal()
    stay = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Closing Champion"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.title = label("", "section")
        self.words = label("")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.retry = button(theme, tr("Try again"), self.again.emit, "primary", "redo")
        self.without = button(theme, tr("Close without it"), self._leave)
        self.back = button(theme, tr("Stay here"), self.reject)
        acts = Flow(gap=12)
        for made in (self.retry, self.without, self.back):
            acts.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        for part in (self.title, self.words, self.bar):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(acts)
        self.setMinimumWidth(min(theme.px(480), parent.width() - 48))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.open)

    def wait(self) -> None:
        """A backup is being made: seen only if that takes a moment."""
        self.title.setText(tr("Making a last backup"))
        self.words.setText(tr("Everything you wrote is saved already. The backup is being made and checked."))
        self.bar.setAccessibleName(self.title.text())
        self.bar.show()
        self.retry.hide()
        self._fit()
        if not self.isVisible():
            self._patience.start()

    def fail(self, fault: Fault) -> None:
        """It could not be made; everything is saved all the same."""
        self._patience.stop()
        self.title.setText(tr("The last backup could not be made"))
        self.words.setText(breakable(fault_words(fault)))
        self.bar.hide()
        self.retry.show()
        self._fit()
        self.open()
        self.without.setFocus()

    def finish(self) -> None:
        """It is made, or nobody waits for it any more."""
        self._patience.stop()
        self.hide()

    def reject(self) -> None:
        """Escape and "Stay here" go on working."""
        self._patience.stop()
        super().reject()
        self.stay.emit()

    def _leave(self) -> None:
        self.finish()
        self.go.emit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
