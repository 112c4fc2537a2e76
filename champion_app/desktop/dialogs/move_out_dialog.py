"""Moving words that belong elsewhere: printed for the safeguarding system first, and only then erased here for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.fields import NoteField
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.notice_bar import NoticeBar
from champion_app.desktop.widgets.old_copies_box import OldCopiesBox
from champion_app.desktop.widgets.private_orders import PrivateOrders
from champion_app.desktop.widgets.step_frame import scrolled_step, step_frame
from champion_app.desktop.widgets.wrapping_tick import WrappingTick
from champion_app.desktop.words import tr
from champion_app.domain.holdings import PLACE_WORDS
from champion_app.faults import Fault
from champion_app.tasks import erasing
from champion_app.tasks.erasing import Gone

_MOST = 6


class MoveOutDialog(QDialog):
    """For one record: a ``noun`` of tasks.erasing and its id. ``erased`` is emitted once it is gone."""

    erased = Signal()

    def __init__(self, desk: Desk, parent: QWidget, noun: str, row_id: int) -> None:
        super().__init__(parent)
        self._desk, self._noun, self._row = desk, noun, row_id
        self._working = False
        said = erasing.words(desk.binder, noun, row_id)
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Move to your safeguarding system"))
        self.resize(min(theme.px(680), room.width() - 48), min(theme.px(620), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.words = NoteField(tr("The words"), lines=5)
        self.words.setReadOnly(True)
        self.words.show_text("\n\n".join(f"{name}: {text}" for name, text in said))
        self.orders = PrivateOrders(desk, self)
        plan = partial(erasing.plan_move, desk.binder, noun, row_id)
        self.print = button(theme, tr("Print it…"), partial(self.orders.print, plan), "primary", "print")
        self.save = button(theme, tr("Save as PDF…"), partial(self.orders.save, plan), "", "save")
        self.tick = WrappingTick()
        self.tick.show_words(tr("It stands in our safeguarding system now, or it did not belong there"))
        self.erase = button(theme, tr("Erase it here for good"), self.go, "", "remove")
        self.also = label("")
        self.gone = label("", "strong")
        self.copies = OldCopiesBox(desk)
        self.problem = label("", "problem")
        self.notices = NoticeBar(theme, desk.messages)
        self.close_button = button(theme, tr("Cancel"), self.reject)
        self._before, self._after = QWidget(), QWidget()
        self._build()
        self.tick.clicked.connect(lambda checked=False: self._turn())
        self._turn()
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """Erases on a worker."""
        self._working = True
        self.problem.hide()
        self._turn()
        work = partial(erasing.erase_for_good, self._desk.binder, self._noun, self._row)
        self._desk.jobs.start(work, self._erased, self._failed)

    def reject(self) -> None:
        """Closes; not while something is being done."""
        if not self._working and not self.copies.working:
            super().reject()

    def _erased(self, came: Gone) -> None:
        self._working = False
        self._before.hide()
        self._after.show()
        self.gone.setText(tr("It is gone from the binder, its history and its search."))
        lines = [f"{tr(PLACE_WORDS.get(table, table))}: {line}" for table, line in came.also_in[:_MOST]]
        self.also.setText(breakable(tr("The same words also stand here:") + "\n" + "\n".join(lines)))
        self.also.setVisible(bool(lines))
        self.copies.refresh()
        self.close_button.setText(tr("Close"))
        self._turn()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.erased.emit()

    def _failed(self, error: Exception) -> None:
        self._working = False
        self._turn()
        if not isinstance(error, Fault):
            raise error
        self.problem.setText(fault_words(error))
        self.problem.show()

    def _turn(self) -> None:
        self.erase.setEnabled(self.tick.isChecked() and not self._working)
        self.erase.setVisible(not self._before.isHidden())
        self.close_button.setEnabled(not self._working)

    def _build(self) -> None:
        acts = Flow()
        for made in (self.print, self.save):
            acts.addWidget(made)
        box = card("warning")
        inside = QVBoxLayout(box)
        inside.addWidget(
            label(tr("Is a child not safe? Tell your safeguarding lead now, before anything else."), "strong")
        )
        before = QVBoxLayout(self._before)
        before.setContentsMargins(0, 0, 0, 0)
        before.setSpacing(12)
        before.addWidget(box)
        before.addWidget(self.words, 1)
        before.addWidget(
            label(tr("Print it, hand it over, and see it written down. Nothing of the page is kept here."), "muted")
        )
        before.addLayout(acts)
        before.addWidget(self.tick)
        after = QVBoxLayout(self._after)
        after.setContentsMargins(0, 0, 0, 0)
        after.setSpacing(12)
        for part in (self.gone, self.also, self.copies):
            after.addWidget(part)
        after.addStretch(1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self._before, 1)
        column.addWidget(self._after, 1)
        self._after.hide()
        self.problem.hide()
        title = label(tr("These words belong in your safeguarding system"), "section")
        below, buttons = (self.problem, self.notices), (self.erase, self.close_button)
        step_frame(self, (title,), scrolled_step(middle), below, buttons)
