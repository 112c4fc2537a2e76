"""Purging what is old: choose, see exactly what would go, hand over what is about a child's safety, and only then."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.notice_bar import NoticeBar
from champion_app.desktop.widgets.old_copies_box import OldCopiesBox
from champion_app.desktop.widgets.private_orders import PrivateOrders
from champion_app.desktop.widgets.purge_choice import PurgeChoice
from champion_app.desktop.widgets.purge_preview import PurgePreview
from champion_app.desktop.widgets.scrolling import scrolling
from champion_app.desktop.widgets.step_frame import step_frame
from champion_app.desktop.words import tr
from champion_app.domain.holdings import Preview
from champion_app.faults import Fault
from champion_app.tasks import erasing, holdings
from champion_app.tasks.erasing import Gone


class PurgeDialog(QDialog):
    """Three steps: which kinds, what exactly, what about older backups. Until the second is agreed nothing changes."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._previewed: Preview | None = None
        self._working = False
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Clear out what is old"))
        self.resize(min(theme.px(860), room.width() - 48), min(theme.px(640), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.title = label("", "section")
        self.choice = PurgeChoice(desk, holdings.what_we_hold(desk.binder))
        self.orders = PrivateOrders(desk, self)
        self.preview = PurgePreview(theme, partial(self._words, "print"), partial(self._words, "save"))
        self.copies = OldCopiesBox(desk)
        self.gone = label("", "strong")
        self.problem = label("", "problem")
        self.notices = NoticeBar(theme, desk.messages)
        self.back = button(theme, tr("Back"), self.show_choice, "", "previous")
        self.cancel = button(theme, tr("Cancel"), self.reject)
        self.look = button(theme, tr("See what would go"), self.show_preview, "primary", "next")
        self.purge = button(theme, tr("Clear out for good"), self.go, "primary", "remove")
        self.close_button = button(theme, tr("Close"), self.accept, "primary")
        self._steps = QStackedWidget()
        self._build()
        self.choice.changed.connect(self._turn)
        self.preview.agreed.connect(self._turn)
        self.show_choice()

    def show_choice(self) -> None:
        """Which kinds, and how old."""
        self._previewed = None
        self._steps.setCurrentIndex(0)
        self._say("")
        self._turn()
        self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self) -> None:
        """Exactly what would go. Nothing has changed yet."""
        try:
            self._previewed = erasing.preview(self._desk.binder, self.choice.cuts())
        except Fault as fault:
            self._say(fault_words(fault))
            return
        self._say("")
        self.preview.show_preview(self._previewed)
        self._steps.setCurrentIndex(1)
        self._turn()
        self.preview.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Purges on a worker what the preview showed."""
        if self._previewed is None or self._working:
            return
        self._working = True
        self._say("")
        self._turn()
        work = partial(erasing.purge, self._desk.binder, self._previewed)
        self._desk.jobs.start(work, self._purged, self._failed)

    def reject(self) -> None:
        """Closes; not while something is being done."""
        if not self._working and not self.copies.working:
            super().reject()

    def _purged(self, came: Gone) -> None:
        self._working = False
        words = tr("Gone for good: {what}.", what=", ".join(self._previewed.in_words if self._previewed else ()))
        if not came.compact:
            words += " " + tr("The disk had no room to make the file smaller; the words are gone all the same.")
        self.gone.setText(words)
        self.copies.refresh()
        self._steps.setCurrentIndex(2)
        self._turn()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._working = False
        if not isinstance(error, Fault):
            raise error
        self._say(fault_words(error))
        self._turn()

    def _words(self, how: str) -> None:
        previewed = self._previewed
        if previewed is not None:
            plan = partial(erasing.plan_words, self._desk.binder, previewed)
            (self.orders.print if how == "print" else self.orders.save)(plan)

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _turn(self) -> None:
        step = self._steps.currentIndex()
        self.title.setText(
            (tr("What is old enough to go?"), tr("Exactly this would go"), tr("It is gone from the binder"))[step]
        )
        busy = self._working
        for made, shown in (
            (self.back, step == 1), (self.cancel, step == 0), (self.look, step == 0), (self.purge, step == 1),
            (self.close_button, step == 2),
        ):  # fmt: skip
            made.setVisible(shown)
            made.setEnabled(not busy)
        self.look.setEnabled(bool(self.choice.cuts()))
        self.preview.setEnabled(not busy)
        self.purge.setEnabled(not busy and self.preview.is_agreed and bool(self._previewed and self._previewed.count))
        self.purge.setText(tr("Clearing out…") if busy else tr("Clear out for good"))

    def _build(self) -> None:
        done = QWidget()
        inside = QVBoxLayout(done)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(16)
        inside.addWidget(self.gone)
        inside.addWidget(self.copies)
        inside.addStretch(1)
        for step in (self.choice, self.preview, done):
            self._steps.addWidget(scrolling(step))
        self._steps.setContentsMargins(24, 0, 24, 0)
        self.problem.hide()
        step_frame(
            self, (self.title,), self._steps, (self.problem, self.notices),
            (self.back, self.cancel, self.look, self.purge, self.close_button),
        )  # fmt: skip
