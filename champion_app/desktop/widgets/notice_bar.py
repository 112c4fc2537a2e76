"""What is said at the foot of the window: quiet notices go by themselves, warnings stay until closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from champion_app.desktop.messages import Messages, Notice, Tone
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr

# What it says can be undone long after it has gone, so going by itself takes nothing away.
QUIET_MS = 10_000


class NoticeBar(QWidget):
    """Shows one notice at a time; a warning is not replaced by a quiet one."""

    def __init__(self, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._notice: Notice | None = None
        self._before: QWidget | None = None  # where the keyboard was when the notice came
        self._frame = QFrame()
        self._frame.setObjectName("notice")
        self.words = label("")
        self.act = button(theme, "", self._press)
        self.close_button = button(theme, tr("Close"), self.clear)
        for made in (self.act, self.close_button):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # pressed with the mouse, the keyboard stays where it is
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.act)
        row.addWidget(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 0, 24, 16)
        outer.addWidget(self._frame)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self.clear)
        messages.said.connect(self.show_notice)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Shows a notice in words; a screen reader is told too."""
        held = self._notice is not None and self._notice.tone is Tone.WARNING
        if held and notice.tone is Tone.QUIET:
            return
        self._notice = notice
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._before = focus
        self.words.setText(notice.text)
        self.act.setText(notice.action)
        self.act.setVisible(bool(notice.action))
        self._frame.setProperty("tone", notice.tone.value)
        for widget in (self._frame, self.words, self.act, self.close_button):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.text))
        if notice.tone is Tone.QUIET:
            self._timer.start()
        else:
            self._timer.stop()

    def clear(self) -> None:
        """Takes the notice away; who was in it goes on where they were."""
        self._notice = None
        self._timer.stop()
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if held and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def saved(self) -> None:
        """Something was saved after all: that it could not be is no longer true."""
        if self._notice is not None and self._notice.until_saved:
            self.clear()

    def _press(self) -> None:
        notice = self._notice
        self.clear()
        if notice is not None and notice.act is not None:
            notice.act()
