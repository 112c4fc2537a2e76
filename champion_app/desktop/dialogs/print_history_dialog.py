"""What was printed or saved, when, how many, in which words, and whether it may still be handed out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QToolButton, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.old_sheets_dialog import OldSheetsDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.dialog_frame import dialog_frame
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.notice_bar import NoticeBar
from champion_app.desktop.widgets.print_pane import PrintPane
from champion_app.desktop.widgets.print_words import option_words, print_row
from champion_app.desktop.widgets.rows import RowModel, row_list
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.words import tr, trn
from champion_app.domain.print_facts import Outdated
from champion_app.domain.print_search import asked_for, found_in, looked_up, years_of
from champion_app.domain.prints import PrintRecord
from champion_app.tasks import old_sheets, print_history, recall

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Where a paper that is no leaflet is printed again: the page, and what the button says.
_PAGES = {
    "work plan": ("work_plan", "Go to the work plan"),
    "self-assessment": ("assessment", "Go to the self-assessment"),
    "sheet": ("resources", "Go to the resource pack"),
    "reading list": ("resources", "Go to the resource pack"),
}


class PrintHistoryDialog(QDialog):
    """A list of prints, newest first, and beside it what the chosen one carried. Letters typed in the list search."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prints: dict[int, PrintRecord] = {}
        self._wrong: dict[int, Outdated] = {}
        self._looked_up: dict[int, str] = {}
        self._template = ""
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Print history"))
        self.resize(min(theme.px(1080), room.width() - 48), min(theme.px(680), room.height() - 48))
        self.setMinimumSize(320, 200)
        self.count = label("", "muted")
        self.search = QLineEdit()
        self.years = Chips(tr("Year"), lambda value: self._fill(year=value))
        self.nothing = label(tr("Nothing found. Try fewer or shorter words, or another year."), "muted")
        self.none_yet = label(tr("Nothing has been printed yet. Each leaflet you print or save is noted here."))
        self.model = RowModel()
        self.rows = row_list(theme, tr("Prints, newest first"), self.model)
        self.pane = PrintPane(desk, self._back)
        self.gone = label(tr("This leaflet is no longer among the leaflets, so it cannot be printed again."), "small")
        self.again = button(theme, tr("Print again"), self._print_again, "primary", "print")
        self.binned = button(theme, "", self._bin, "", "remove")
        self.old = button(theme, "", self._show_old, "", "recall")
        self.close_button = button(theme, tr("Close"), self.accept)
        self.notices = NoticeBar(theme, desk.messages)
        self._build()
        self._connect()
        self._ask()
        if not self._prints:
            self.resize(min(theme.px(560), room.width() - 48), min(theme.px(220), room.height() - 48))
        (self.search if self._prints else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> PrintRecord | None:
        """The print in view."""
        row = self.model.row_at(self.rows.currentIndex())
        return self._prints.get(row.id) if row is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow keys in the search field walk through the list, letters in the list search, Enter reads."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _ENTER:
                self._read()
                return True
            if watched is self.search:
                return self._key_in_search(key)
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if event.text().isprintable() and event.text().strip() and not held:
                self.search.setFocus(Qt.FocusReason.OtherFocusReason)
                self.search.setText(self.search.text() + event.text())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.search.setAccessibleName(tr("Search the print history"))
        self.search.setPlaceholderText(tr("Title, a contact, a number, a word that was on it"))
        self.search.setClearButtonEnabled(True)
        for clear in self.search.findChildren(QToolButton):
            clear.setAccessibleName(tr("Clear the search"))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search, self.years, self.count, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        column.addStretch(0)
        self.split = SideBySide(self._desk.theme, left, self.pane)
        parts, acts = ((self.none_yet, 0), (self.split, 1)), (self.again, self.binned, self.old)
        dialog_frame(self, parts, (self.gone, self.notices), acts, self.close_button)

    def _connect(self) -> None:
        for watched in (self.search, self.rows):
            watched.installEventFilter(self)
        self.search.textChanged.connect(lambda typed: self._fill(first=True))
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._show())
        self.rows.clicked.connect(lambda index: self.split.read())
        self.split.turned.connect(lambda: self.pane.back.setVisible(self.split.narrow))

    def _ask(self) -> None:
        """Asks for the prints again; the one in view stays in view."""
        binder = self._desk.binder
        self._prints = {one.id: one for one in print_history.print_history(binder)}
        self._wrong = {one.record.id: one for one in old_sheets.outdated(binder)}
        sheets = recall.sheets(one.record for one in self._wrong.values())
        self.old.setText(tr("Sheets to put in the bin ({n})…", n=sheets) if sheets else tr("Sheets to put in the bin…"))
        self.split.setVisible(bool(self._prints))
        self.none_yet.setVisible(not self._prints)
        self._fill()

    def _fill(self, *, year: str | None = None, first: bool = False) -> None:
        """Lists what the words typed and the year let through; ``first`` chooses the newest of them."""
        chosen_year = self.years.chosen if year is None else year
        kept = None if first else self.chosen
        words = asked_for(self.search.text())
        found = [one for one in self._prints.values() if not words or found_in(self._looked(one), words)]
        years, known = years_of(found), years_of(self._prints.values())
        self.years.show_chips(
            [("", tr("All years ({n})", n=len(found))), *((str(y), f"{y} ({years.get(y, 0)})") for y in known)],
            chosen_year,
        )
        self.years.setVisible(len(known) > 1)
        shown = [one for one in found if not chosen_year or one.day.year == int(chosen_year)]
        self.model.show_rows([print_row(one, self._wrong.get(one.id)) for one in shown])
        index = self.model.place_of(kept.id) if kept is not None else QModelIndex()
        self.rows.setCurrentIndex(index if index.isValid() or not shown else self.model.index(0))
        self._say(len(shown))
        self._show()

    def _looked(self, record: PrintRecord) -> str:
        if record.id not in self._looked_up:
            self._looked_up[record.id] = looked_up(record, option_words(record.options))
        return self._looked_up[record.id]

    def _say(self, shown: int) -> None:
        everything = len(self._prints)
        if shown == everything:
            self.count.setText(trn("{n} print", "{n} prints", everything))
        else:
            self.count.setText(trn("{shown} of {n} print", "{shown} of {n} prints", everything, shown=shown))
        self.nothing.setVisible(not shown)
        self.rows.setVisible(shown > 0)

    def _show(self) -> None:
        record = self.chosen
        self.pane.show_print(record, self._wrong.get(record.id) if record is not None else None)
        page = _PAGES.get(record.kind) if record is not None else None
        leaflet = record is not None and bool(record.template)
        self._template = ""
        if record is not None and page is None:
            self._template = print_history.printed_again(self._desk.binder, record)
        self.again.setText(tr(page[1]) if page is not None else tr("Print again"))
        self.again.setVisible(page is not None or leaflet or bool(self._template))
        self.again.setEnabled(page is not None or bool(self._template))
        self.gone.setVisible(leaflet and not self._template)
        back = record is not None and record.binned_on is not None
        self.binned.setText(tr("They are not in the bin") if back else tr("These sheets are in the bin"))
        self.binned.setVisible(leaflet)

    def _read(self) -> None:
        if self.chosen is None:
            return
        self.split.read()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.split.back()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key_in_search(self, key: Qt.Key) -> bool:
        step = _STEPS.get(key)
        if step is not None and self.model.rowCount():
            place = min(max(self.rows.currentIndex().row() + step, 0), self.model.rowCount() - 1)
            self.rows.setCurrentIndex(self.model.index(place))
            return True
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        return False

    def _print_again(self) -> None:
        """The leaflet as it was made then, with the words and numbers of today: one more press prints it."""
        record, template = self.chosen, self._template
        if record is None:
            return
        if record.kind in _PAGES:
            self._leave(_PAGES[record.kind][0], None)
        elif template and self._desk.done(partial(print_history.take_up_choices, self._desk.binder, template, record)):
            self._leave("leaflets", template)

    def _leave(self, page: str, what: object) -> None:
        """Goes to a page; a dialog that this one was opened from is in its way."""
        above = self.parent()
        self.accept()
        if isinstance(above, QDialog):
            above.reject()
        self._desk.navigation.go_to(page, what)

    def _bin(self) -> None:
        if (record := self.chosen) is None:
            return
        act = old_sheets.binned if record.binned_on is None else old_sheets.put_back
        if self._desk.done(partial(act, self._desk.binder, record)):
            self._ask()

    def _show_old(self) -> None:
        dialog = OldSheetsDialog(self._desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda result: self._ask())
        dialog.open()
