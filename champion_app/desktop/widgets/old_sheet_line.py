"""One print whose sheets belong in the bin: what it is, why, and one press that says they are there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import breakable, label, set_role
from champion_app.desktop.widgets.print_words import made_words, reason_words
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.print_facts import Outdated, together

_MOST_REASONS = 4
# Narrower than this at 100 % text, the button stands under the words.
_NARROW = 480


class OldSheetLine(QFrame):
    """``press`` is asked to note that the sheets are in the bin, or that they are not; it says whether that was done.

    A line that is done stays, quieter, so that a slip of the hand can be put right.
    """

    def __init__(self, theme: Theme, shown: Outdated, press: Callable[[Outdated, bool], bool]) -> None:
        super().__init__()
        self._theme, self._press = theme, press
        self.shown = shown
        self.binned = False
        self.title = label(breakable(shown.record.title), "strong")
        self.made = label(made_words(shown.record), "small")
        self.why = label(_why(shown))
        self.act = button(theme, "", self._turn)
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self.title, self.made, self.why):
            words.addWidget(widget)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 12, 16, 12)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setProperty("role", "card")
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow dialog the button stands under the words."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way is not self._row.direction():
            self._row.setDirection(way)

    def _turn(self) -> None:
        if self._press(self.shown, not self.binned):
            self.binned = not self.binned
            self._dress()

    def _dress(self) -> None:
        record = self.shown.record
        self.act.setText(tr("Put back") if self.binned else tr("In the bin"))
        about = {"title": record.title, "date": british(record.day)}
        spoken = "Put back: {title}, printed on {date}" if self.binned else "In the bin: {title}, printed on {date}"
        self.act.setAccessibleName(tr(spoken, **about))
        self.why.setText(tr("In the bin.") if self.binned else _why(self.shown))
        for widget, role in ((self.title, "strong"), (self.why, "")):
            set_role(widget, "muted" if self.binned else role)


def _why(shown: Outdated) -> str:
    reasons = together(shown.reasons)
    said = [reason_words(reason) for reason in reasons[:_MOST_REASONS]]
    more = len(reasons) - _MOST_REASONS
    if more > 0:
        said.append(trn("And {n} more.", "And {n} more.", more))
    return "\n".join(said)
