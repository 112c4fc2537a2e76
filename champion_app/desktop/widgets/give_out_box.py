"""Giving a resource out: how many and to whom, in one line; it goes into the action log."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.fields import LineField
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.log_words import reached_choices
from champion_app.desktop.words import tr
from champion_app.domain.log_entries import Reached
from champion_app.faults import NumberNeeded
from champion_app.tasks import log_entries


class GiveOutBox(QFrame):
    """Hidden until it is opened. ``given`` carries how many and whom the count is about."""

    given = Signal(int, str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "soft")
        self.setAccessibleName(tr("Give it out"))
        self.many = LineField(tr("How many"))
        self.whom = ChoiceBox()
        self.whom.fill([("", reached_choices())])
        self._many = LabelledField(tr("How many"), self.many)
        self.write = button(theme, tr("Write it in the log"), self._give, "", "action-log")
        self.cancel = button(theme, tr("Not now"), self.close_box, "plain")
        fields = Columns(theme, 150, 2, gap=12)
        fields.addWidget(self._many)
        fields.addWidget(LabelledField(tr("What was counted"), self.whom))
        acts = Flow()
        acts.addWidget(self.write)
        acts.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(fields)
        layout.addWidget(label(tr("A number only: the log never says which family it was."), "small"))
        layout.addLayout(acts)
        self.many.returnPressed.connect(self._give)
        self.hide()

    def open_box(self) -> None:
        """One copy, unless another number is typed over it."""
        if self.isHidden():
            self.many.show_text("1")
            self.whom.show_value(Reached.COPIES.value)
            self._many.say("")
            self.show()
        self.many.setFocus(Qt.FocusReason.OtherFocusReason)
        self.many.selectAll()

    def close_box(self) -> None:
        """Nothing is given out."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_box()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        try:
            count = log_entries.read_count(self.many.text())
        except NumberNeeded as fault:
            self._refuse(fault_words(fault))
            return
        if not count:
            self._refuse(tr("Write how many: 1 or more."))
            return
        self.given.emit(count, self.whom.value)

    def _refuse(self, words: str) -> None:
        self._many.say(words)
        self.many.setFocus(Qt.FocusReason.OtherFocusReason)
        self.many.selectAll()
