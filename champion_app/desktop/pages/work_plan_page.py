"""The work plan: overdue first at the left, the chosen action with its updates at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.action_dialog import ActionDialog
from champion_app.desktop.dialogs.move_out_dialog import MoveOutDialog
from champion_app.desktop.widgets.action_pane import ActionPane
from champion_app.desktop.widgets.action_words import counts_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.document_orders import DocumentOrders, papers
from champion_app.desktop.widgets.empty_state import empty_state
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.plan_list import PlanList
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.actions import Action
from champion_app.domain.plan_filter import counts
from champion_app.tasks import actions, service

# Narrower than this at 100 % text, the header has room for the title and the buttons only.
_ROOM_FOR_COUNT = 620
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WorkPlanPage(Page):
    """A list and a reading pane. N new, Enter read, F2 title, U update, Delete remove, Escape back to the list."""

    kinds = frozenset({"actions", "action_updates", "service"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Work plan"), scrolls=False)
        self._plan: dict[int, Action] = {}
        self._today = clock.today()
        self._stays = True
        self._dialog: ActionDialog | None = None
        self.count = label("", "muted", wrap=False)
        self.new = button(desk.theme, tr("New action"), self.new_action, "primary", "add")
        self.orders = DocumentOrders(desk, self, self.flush)
        self.orders.offer(tr("Work plan"), lambda: papers().plan_work_plan(desk.binder))
        self.orders.offer(tr("Strategy table"), lambda: papers().plan_work_plan(desk.binder, "strategy"))
        self.list = PlanList(desk)
        self.pane = ActionPane(desk)
        self.both = SideBySide(desk.theme, self.list, self.pane)
        self.none = empty_state(
            desk.theme,
            "work-plan",
            tr("Nothing in the plan yet"),
            tr(
                "The plan holds what you mean to do, who leads it, by when, and what has come of it. The easy way in: "
                "answer the self-assessment and press “Make an action” where something is missing."
            ),
            tr("Write the first action"),
            self.new_action,
        )
        self._build()

    def reload(self) -> None:
        """Asks for the plan again; the action in view stays in view."""
        self._today = clock.today()
        found = actions.plan(self.desk.binder, self._today)
        self._plan = {action.id: action for action in found}
        self.none.setVisible(not found)
        self.both.setVisible(bool(found))
        self.new.setVisible(bool(found))
        self.orders.button.setVisible(bool(found))
        self.count.setText(counts_words(counts(found, self._today)) if found else "")
        self.list.show_plan(found, self._today, stays=self._stays)

    def refresh(self) -> None:
        """Reloads when something changed, or when a new day has begun: then other actions are overdue."""
        self._stale = self._stale or self._today != clock.today()
        super().refresh()

    def arrive(self, what: object) -> None:
        """Shows one action, whatever was filtered before."""
        if isinstance(what, int) and what in self._plan:
            self.list.choose(what)
            self.both.read()

    def flush(self) -> None:
        """Saves what is being typed, here and in the dialog. Raises a disk fault."""
        self.pane.save()
        if self._dialog is not None:
            self._dialog.keep_draft()

    def new_action(self) -> None:
        """Opens the dialog for new actions."""
        if self._dialog is None:
            self._dialog = ActionDialog(self.desk, self)
            self._dialog.finished.connect(lambda result: self._written())
            self._dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The keys of the list."""
        if watched is self.list.rows and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            here: dict[int, Callable[[], object]] = {
                Qt.Key.Key_Delete: self._remove,
                **dict.fromkeys(_ENTER, self._enter),
            }
            if self._press(event, here) or self._press(event, self._keys()):
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that no field wanted: letters typed into a field never come here."""
        if not self._press(event, self._keys()):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard starts in the list."""
        super().showEvent(event)
        if not event.spontaneous():
            self._start_here()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow window the chips alone say the counts."""
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        self.count.setVisible(self.width() >= self.desk.theme.px(_ROOM_FOR_COUNT))

    def _build(self) -> None:
        self.header.insertWidget(1, self.count)
        self.header.addWidget(self.orders.button)
        self.header.addWidget(self.new)
        self.body.addWidget(self.none)
        self.body.addWidget(self.both, 1)
        self.body.addStretch(0)
        self.desk.theme.changed.connect(self._fit_header)
        self.list.chosen.connect(self._show)
        self.list.rows.installEventFilter(self)
        self.list.rows.clicked.connect(lambda index: self.both.read())
        self.both.turned.connect(lambda: self.pane.back.setVisible(self.both.narrow))
        self.pane.back_asked.connect(self._back)
        self.pane.close_asked.connect(self._turn)
        self.pane.remove_asked.connect(self._remove)
        self.pane.move_out_asked.connect(self._move_out)

    def _keys(self) -> dict[int, Callable[[], object]]:
        return {
            Qt.Key.Key_N: self.new_action,
            Qt.Key.Key_U: partial(self._go_in, self.pane.write_update),
            Qt.Key.Key_F2: partial(self._go_in, self.pane.edit_title),
            Qt.Key.Key_Escape: self._back,
        }

    def _press(self, event: QKeyEvent, keys: dict[int, Callable[[], object]]) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = keys.get(event.key()) if held == Qt.KeyboardModifier.NoModifier else None
        if act is not None:
            act()
        return act is not None

    def _show(self, action_id: int) -> None:
        before = self.pane.action_id
        if before != action_id and before in self._plan and not self._saved():
            self.list.choose(before)  # the disk refused: the words must stay on the screen
            return
        self.pane.show_action(self._plan.get(action_id), self._today, service.who_we_are(self.desk.binder).type)

    def _saved(self) -> bool:
        return self.desk.done(self.pane.save)

    def _enter(self) -> None:
        self._go_in(self.pane.read)

    def _go_in(self, where: Callable[[], None]) -> None:
        if self.list.action_id:
            self.both.read()
            where()

    def _back(self) -> None:
        self.both.back()
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        action = self._plan.get(self.pane.action_id)
        if action is None or not self._saved():
            return
        if action.open:
            self._do(partial(actions.close_action, self.desk.binder, action.id), tr("Action closed."))
        else:
            self._do(partial(actions.reopen_action, self.desk.binder, action.id), tr("Action reopened."))

    def _move_out(self) -> None:
        """Words that belong into the safeguarding system: printed for it, then erased here for good."""
        if self.pane.action_id and self.desk.done(self.pane.save):
            self.show_dialog(MoveOutDialog(self.desk, self, "action", self.pane.action_id))

    def _remove(self) -> None:
        action_id = self.list.action_id
        if action_id and self._saved():
            self._do(partial(actions.remove_action, self.desk.binder, action_id), tr("Action removed."))
            self.both.back()

    def _do(self, work: Callable[[], object], words: str) -> None:
        """Does it, says it, offers it back. What no longer fits the filter leaves the list."""
        self._stays = False
        done = self.desk.done(work)
        self._stays = True
        if done:
            offer_undo(self.desk, words)

    def _written(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        if dialog.added:
            self.list.choose(dialog.added[-1])
            if len(dialog.added) == 1 and not dialog.unfinished:
                offer_undo(self.desk, tr("Action added."))
            elif not dialog.unfinished:
                self.desk.messages.inform(tr("{n} actions added.", n=len(dialog.added)))
        dialog.deleteLater()
        self._start_here()

    def _start_here(self) -> None:
        first = self.list.rows if self._plan else self.none.findChild(QPushButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
