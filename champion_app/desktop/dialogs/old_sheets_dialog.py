"""Sheets to put in the bin, by the year they were printed in: why, one press for each, and the list on paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.dialog_frame import dialog_frame
from champion_app.desktop.widgets.document_orders import papers
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.notice_bar import NoticeBar
from champion_app.desktop.widgets.old_sheet_line import OldSheetLine
from champion_app.desktop.widgets.print_words import sheets_words
from champion_app.desktop.widgets.resource_orders import Order, ResourceOrders
from champion_app.desktop.widgets.scrolling import scrolling
from champion_app.desktop.words import tr, trn
from champion_app.domain.print_facts import Outdated
from champion_app.tasks import old_sheets, recall

# As many lines as are made at once: hundreds of them would hold the window up.
AT_A_TIME = 40


class OldSheetsDialog(QDialog):
    """Nothing here asks first: a line that was dealt with stays, with the way back, until the dialog is closed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        years = old_sheets.by_year(old_sheets.outdated(desk.binder))
        self._found = [one for year in years.values() for one in year]
        self._sheets = {year: recall.sheets(one.record for one in found) for year, found in years.items()}
        self.lines: list[OldSheetLine] = []
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Sheets to put in the bin"))
        high = 640 if self._found else 280
        self.resize(min(theme.px(760), room.width() - 48), min(theme.px(high), room.height() - 48))
        self.setMinimumSize(320, 200)
        self.count = label("", "section")
        self.advice = label("", "muted")
        self._column = QVBoxLayout()
        self.more = button(theme, "", self._show_more, "", "unfold")
        self.print = button(theme, tr("Print this list…"), partial(self._order, "print"), "", "print")
        self.save = button(theme, tr("Save this list…"), partial(self._order, "save"), "", "save")
        self.close_button = button(theme, tr("Close"), self.accept, "primary")
        self.orders = ResourceOrders(desk, self)
        self.notices = NoticeBar(theme, desk.messages)
        self._build()
        self._show_more()
        self._say()
        (self.lines[0].act if self.lines else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        self._column.setSpacing(12)
        column.addLayout(self._column)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.area = scrolling(inner)
        self.area.setAccessibleName(tr("Sheets to put in the bin"))
        parts = ((self.count, 0), (self.advice, 0), (self.area, 1))
        dialog_frame(self, parts, (self.notices,), (self.print, self.save), self.close_button)
        self.area.setVisible(bool(self._found))

    def _show_more(self) -> None:
        """Makes the next lines; the keyboard goes to the first of them."""
        shown = len(self.lines)
        for one in self._found[shown : shown + AT_A_TIME]:
            if not self.lines or self.lines[-1].shown.record.day.year != one.record.day.year:
                self._column.addWidget(self._heading(one.record.day.year))
            self.lines.append(OldSheetLine(self._desk.theme, one, self._deal_with))
            self._column.addWidget(self.lines[-1])
        left = len(self._found) - len(self.lines)
        self.more.setText(trn("Show {n} more", "Show {n} more", min(left, AT_A_TIME)))
        if shown:
            self.lines[shown].act.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more.setVisible(left > 0)

    def _heading(self, year: int) -> QWidget:
        sheets = trn("{n} sheet", "{n} sheets", self._sheets[year])
        return label(tr("Printed in {year}: {sheets}", year=year, sheets=sheets), "section")

    def _deal_with(self, one: Outdated, binned: bool) -> bool:
        act = old_sheets.binned if binned else old_sheets.put_back
        done = self._desk.done(partial(act, self._desk.binder, one.record))
        self._say(one if done else None, binned)
        return done

    def _say(self, turned: Outdated | None = None, binned: bool = False) -> None:
        """Counts what is left; ``turned`` is a print whose line is about to change."""
        done = {line.shown.record.id for line in self.lines if line.binned}
        if turned is not None:
            done = done | {turned.record.id} if binned else done - {turned.record.id}
        left = [one.record for one in self._found if one.record.id not in done]
        for made in (self.print, self.save):
            made.setVisible(bool(self._found))
            made.setEnabled(bool(left))
        if left:
            self.count.setText(tr("{sheets} to put in the bin", sheets=sheets_words(recall.sheets(left), len(left))))
            self.advice.setText(tr("Look where families find them, throw them away, then press “In the bin”."))
        elif self._found:
            self.count.setText(tr("All of them are in the bin"))
            self.advice.setText(tr("What you put back stays on this list. The rest will not be shown again."))
        else:
            self.count.setText(tr("No old sheets"))
            self.advice.setText(
                tr(
                    "Every sheet you have printed is still right. When a number on one changes, a fact does, its day to"
                    " be looked at passes or a newer edition comes, the sheet is listed here until it is thrown away."
                )
            )

    def _order(self, how: str) -> None:
        binder = self._desk.binder
        planned = self._desk.attempt(partial(old_sheets.plan_list, binder))
        if planned is None:
            return

        def note(how_made: str, copies: int) -> int:
            return int(papers().note_document(binder, planned, copies))

        order = Order(planned, planned.title, False, note)
        (self.orders.print if how == "print" else self.orders.save)(order)
