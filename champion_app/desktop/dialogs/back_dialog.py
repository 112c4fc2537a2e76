"""Back from the family view: by the passphrase where there is one, else by one plain question."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.dialog_frame import dialog_frame
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.scrolling import scrolling
from champion_app.desktop.widgets.unlock_form import UnlockForm
from champion_app.desktop.words import tr
from champion_app.faults import Fault, KeyFileDamaged, KeyFileMissing
from champion_app.tasks import passphrase


class BackDialog(QDialog):
    """``confirmed`` is emitted when the champion's own work may be shown again; Escape stays with the family."""

    confirmed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Back to your work"))
        self._room = parent.window().size()
        self._locked, self._path = desk.binder.key is not None, desk.binder.path
        path = self._path
        self.form = UnlockForm(desk.theme, desk.jobs, path, partial(passphrase.confirm, path))
        self.problem = label("", "problem")
        self.yes = button(desk.theme, tr("Show my work"), self._confirm, "primary")
        self.stay = button(desk.theme, tr("Stay here"), self.reject)
        words = (
            tr("Type the passphrase. Your work will be on the screen again, with names and notes.")
            if self._locked
            else tr("Your work will be on the screen again, with names and notes. Nobody should be looking on.")
        )
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for part in (label(words), self.form, self.problem):
            column.addWidget(part)
        column.addStretch(1)
        self._area = scrolling(self._inner)
        title = label(tr("Back to your work?"), "section")
        dialog_frame(self, ((title, 0), (self._area, 1)), (), (self.yes,), self.stay)
        self._inner.installEventFilter(self)
        self.problem.hide()
        self.form.setVisible(self._locked)
        self.yes.setVisible(not self._locked)
        self.form.opened.connect(lambda given, code: self._confirm())
        self.form.failed.connect(self._failed)
        self.finished.connect(self.deleteLater)
        self.setMinimumWidth(min(desk.theme.px(480), self._room.width() - 48))
        if self._locked:
            self.form.take_focus()
        else:
            self.stay.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """It grows with what is said in it, as far as there is room; then it scrolls."""
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        inside, room = self._inner.layout(), self._room.height() - 48
        if inside is not None:
            seen = self._area.viewport()
            missing = inside.totalHeightForWidth(seen.width()) - seen.height()
            if missing > 0 and self.height() < room:
                self.resize(self.width(), min(self.height() + missing, room))

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()

    def _failed(self, fault: Fault) -> None:
        words = fault_words(fault)
        if isinstance(fault, KeyFileDamaged | KeyFileMissing) and passphrase.mend_key(self._path):
            words = tr("The key file did not fit and has been brought back from a backup. Type the passphrase again.")
        self.problem.setText(words)
        self.problem.show()
