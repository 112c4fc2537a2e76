"""Prisons: the list, and what a family needs to know before a visit to each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.prison_dialog import PrisonDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.empty_state import empty_state
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.prison_list import FILTERS, PrisonList
from champion_app.desktop.widgets.prison_pane import PrisonPane
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.prisons import Prison, PrisonStatus
from champion_app.domain.typed_text import first_line
from champion_app.tasks import listings, prisons, resources, service


class PrisonsPage(Page):
    """Search, chips, a list of prisons and a reading pane. It is reached from Find help and from the search."""

    kinds = frozenset({"prisons", "service"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Prisons"), scrolls=False, up=("find_help", tr("Find help")))
        self._dialog: PrisonDialog | None = None
        self.add = button(desk.theme, tr("Add a prison"), self.add_prison, "primary", "add")
        self.list = PrisonList(desk)
        self.pane = PrisonPane(desk)
        self.split = SideBySide(desk.theme, self.list, self.pane)
        self._none = empty_state(
            desk.theme,
            "prison",
            tr("No prisons yet"),
            tr("Here is what a family needs to know before a visit: how to book, what to bring, what to wear."),
            tr("Add the first prison"),
            self.add_prison,
        )
        self._build()
        self._connect()

    def reload(self) -> None:
        """Asks for every prison again; the one in view stays in view."""
        self.list.reload()
        anything = bool(self.list.prisons)
        self._none.setVisible(not anything)
        self.split.setVisible(anything)

    def arrive(self, what: object) -> None:
        """Shows one prison, whatever was searched for before, or all of one kind: "ours", "to_check", "closed"."""
        if isinstance(what, str) and what in FILTERS:
            self.list.look_for(what)
        elif isinstance(what, int) and what in self.list.prisons:
            self.list.choose(what)
            self.split.read()
            self.list.rows.setFocus()

    def flush(self) -> None:
        """Keeps what is being typed into the dialog. Raises a disk fault."""
        if self._dialog is not None:
            self._dialog.keep_draft()

    def add_prison(self) -> None:
        """Opens the dialog for a prison that is not on the list."""
        self._open_dialog(None)

    def edit_prison(self) -> None:
        """Opens the dialog on the prison in view."""
        if (prison := self.chosen) is not None:
            self._open_dialog(prison)

    @property
    def chosen(self) -> Prison | None:
        """The prison in view."""
        return self.list.prisons.get(self.list.prison_id)

    def _build(self) -> None:
        self.header.addWidget(self.add)
        self.body.addWidget(self._none)
        self.body.addWidget(self.split, 1)
        self.body.addStretch(0)
        self._none.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.rows.clicked.connect(lambda index: self.split.read())
        self.list.rows.activated.connect(self._activated)
        self.split.turned.connect(lambda: self.pane.back.setVisible(self.split.narrow))
        self.pane.back_asked.connect(self._back)
        self.pane.ours_asked.connect(self._make_ours)
        self.pane.looked_asked.connect(self._tick)
        self.pane.doubt_asked.connect(self._untick)
        self.pane.edit_asked.connect(self.edit_prison)
        self.pane.status_asked.connect(self._turn)
        self.pane.remove_asked.connect(self._remove)
        for keys, act in (("F2", self.edit_prison), ("Delete", self._remove)):
            shortcut = QShortcut(QKeySequence(keys), self.list.rows)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _show(self, prison_id: int) -> None:
        sources = resources.where_from(self.desk.binder, "prisons", prison_id) if prison_id else ()
        ours = bool(prison_id) and prison_id == self.list.ours
        self.pane.show_prison(self.list.prisons.get(prison_id), clock.today(), ours=ours, sources=sources)

    def _make_ours(self) -> None:
        if (prison := self.chosen) is not None:
            binder = self.desk.binder
            us = replace(service.who_we_are(binder), prison=prison.fields.name)
            self._do(prison, lambda: service.say_who_we_are(binder, us), tr("{name} is our nearest prison now."))

    def _tick(self) -> None:
        if (prison := self.chosen) is not None:
            binder = self.desk.binder
            work = partial(prisons.tick_prison, binder, prison.id, listings.who_checks(binder))
            self._do(prison, work, tr("{name}: looked up today."))

    def _untick(self) -> None:
        if (prison := self.chosen) is not None:
            work = partial(prisons.untick_prison, self.desk.binder, prison.id)
            self._do(prison, work, tr("{name}: to be looked up again."))

    def _turn(self) -> None:
        if (prison := self.chosen) is None:
            return
        closed = prison.fields.status is PrisonStatus.CLOSED
        status = PrisonStatus.OPEN if closed else PrisonStatus.CLOSED
        words = tr("{name} is open again.") if closed else tr("{name} is marked as closed.")
        self._do(prison, partial(prisons.set_prison_status, self.desk.binder, prison.id, status), words)

    def _remove(self) -> None:
        if (prison := self.chosen) is not None:
            work = partial(prisons.remove_prison, self.desk.binder, prison.id)
            self._do(prison, work, tr("{name} was removed."))

    def _do(self, prison: Prison, work: Callable[[], object], words: str) -> None:
        if self.desk.done(work):
            offer_undo(self.desk, words.replace("{name}", first_line(prison.fields.name, 60)))

    def _open_dialog(self, prison: Prison | None) -> None:
        if self._dialog is not None:
            return
        dialog = PrisonDialog(self.desk, prison, self)
        self._dialog = dialog
        dialog.saved.connect(self._saved)
        dialog.other_asked.connect(self.arrive)
        dialog.finished.connect(self._dialog_gone)
        dialog.open()

    def _saved(self, prison_id: int, words: str) -> None:
        self.arrive(prison_id)
        offer_undo(self.desk, words)

    def _dialog_gone(self) -> None:
        self._dialog = None

    def _activated(self, index: QModelIndex) -> None:
        self.split.read()
        self.pane.edit.setFocus()

    def _back(self) -> None:
        self.split.back()
        self.list.rows.setFocus()
