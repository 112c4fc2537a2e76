"""The action log: a line in ten seconds on top, what was done so far below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.log_templates_dialog import LogTemplatesDialog
from champion_app.desktop.dialogs.move_out_dialog import MoveOutDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.empty_state import empty_state
from champion_app.desktop.widgets.entry_pane import EntryPane
from champion_app.desktop.widgets.log_card import LogCard
from champion_app.desktop.widgets.log_list import LogList
from champion_app.desktop.widgets.page import EDGE, GAP, Page
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.tasks import actions, log_entries, service

# Changes of these fill the lists to choose from anew.
_LISTS = frozenset({"actions", "log_templates", "service"})
_READ = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class ActionLogPage(Page):
    """An entry card, a list and a reading pane. Enter or F2 read, Delete removes, N new, Escape back to the list."""

    kinds = frozenset({"log_entries"}) | _LISTS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Action log"), scrolls=False)
        self._dialog: LogTemplatesDialog | None = None
        self._today = clock.today()
        self._stays = True
        self._any = False
        self._lists_stale = True
        self.card = LogCard(desk)
        self.templates = button(desk.theme, tr("Templates…"), self.change_templates, "", "edit")
        self.list = LogList(desk)
        self.pane = EntryPane(desk)
        self.both = SideBySide(desk.theme, self.list, self.pane)
        self.none = empty_state(
            desk.theme,
            "action-log",
            tr("Nothing logged yet"),
            tr(
                "The log is what you show when somebody asks what a champion does: a line for every leaflet given out, "
                "every briefing, every talk with another service. Write the first one above. It takes ten seconds."
            ),
            tr("Write the first line"),
            self._start_here,
        )
        self._build()

    def reload(self) -> None:
        """Asks for the log again; the entry in view stays in view."""
        self._today = clock.today()
        binder = self.desk.binder
        self._any = log_entries.any_logged(binder)
        self.none.setVisible(not self._any)
        self.both.setVisible(self._any)
        if self._lists_stale:
            self._lists_stale = False
            plan, ours = actions.plan(binder, self._today), service.who_we_are(binder).type
            self.card.show_lists(ours, plan, log_entries.templates(binder))
            self.pane.show_lists(ours, plan)
        self.card.begin_day()
        self.list.ask(stays=self._stays)

    def refresh(self) -> None:
        """Reloads when something changed, or when a new day has begun."""
        self._stale = self._stale or self._today != clock.today()
        super().refresh()

    def arrive(self, what: object) -> None:
        """Shows one entry, whatever was filtered before."""
        if isinstance(what, int) and log_entries.entry(self.desk.binder, what) is not None:
            self.list.choose(what)
            self.both.read()
            self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Saves what is being typed, here and in the dialog. Raises a disk fault."""
        self.card.keep_draft()
        self.pane.save()
        if self._dialog is not None:
            self._dialog.save()

    def change_templates(self) -> None:
        """Opens the dialog that adds, changes and removes templates."""
        if self._dialog is None:
            self._dialog = LogTemplatesDialog(self.desk, self)
            self._dialog.finished.connect(lambda result: self._templates_done())
            self._dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The keys of the list."""
        if watched is self.list.rows and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
            if event.key() in _READ:
                self._read()
                return True
            if self._go(event):
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that no field wanted: letters typed into a field never come here."""
        if not self._go(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard starts in the entry card: type and press Enter."""
        super().showEvent(event)
        if not event.spontaneous():
            self._start_here()

    def _heard(self, kinds: frozenset[str]) -> None:
        self._lists_stale = self._lists_stale or bool(kinds & _LISTS)
        super()._heard(kinds)

    def _build(self) -> None:
        self.header.addWidget(self.templates)
        inside = QWidget()
        inside.setObjectName("page_body")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, EDGE)
        column.setSpacing(GAP)
        column.addWidget(self.card)
        column.addWidget(self.none)
        column.addWidget(self.both, 1)
        column.addStretch(0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        outer = self.layout()
        if outer is not None:
            outer.setContentsMargins(EDGE, EDGE, EDGE, 0)
        self.card.logged.connect(self._logged)
        self.list.chosen.connect(self._show)
        self.list.rows.installEventFilter(self)
        self.list.rows.clicked.connect(lambda index: self.both.read())
        self.both.turned.connect(self._turned)
        self.pane.back_asked.connect(self._back)
        self.pane.remove_asked.connect(self._remove)
        self.pane.move_out_asked.connect(self._move_out)

    def _turned(self) -> None:
        self.pane.back.setVisible(self.both.narrow)
        self.card.setVisible(not (self._any and self.both.narrow and self.both.reading))

    def _go(self, event: QKeyEvent) -> bool:
        if event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() == Qt.Key.Key_N:
            self.both.back()
            self._start_here()
        elif event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            return False
        return True

    def _start_here(self) -> None:
        self.card.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _logged(self, entry_id: int) -> None:
        self.list.pick(entry_id)
        offer_undo(self.desk, tr("Logged."))

    def _show(self, entry_id: int) -> None:
        before = self.pane.entry_id
        if before != entry_id and before in self.list.entries and not self.desk.done(self.pane.save):
            self.list.choose(before)  # the disk refused: the words must stay on the screen
            return
        self.pane.show_entry(self.list.entries.get(entry_id))

    def _read(self) -> None:
        if self.list.entry_id:
            self.both.read()
            self.pane.read()

    def _back(self) -> None:
        self.both.back()
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_out(self) -> None:
        """Words that belong into the safeguarding system: printed for it, then erased here for good."""
        if self.pane.entry_id and self.desk.done(self.pane.save):
            self.show_dialog(MoveOutDialog(self.desk, self, "log entry", self.pane.entry_id))

    def _remove(self) -> None:
        entry_id = self.list.entry_id
        if not entry_id or not self.desk.done(self.pane.save):
            return
        self._stays = False
        removed = self.desk.done(partial(log_entries.remove_entry, self.desk.binder, entry_id))
        self._stays = True
        if removed:
            self._back()
            offer_undo(self.desk, tr("Log entry removed."))

    def _templates_done(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self._start_here()
