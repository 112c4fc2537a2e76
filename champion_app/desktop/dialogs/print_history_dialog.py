"""What was printed or saved, when, how many, and which contacts each one carried."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.rows import Row, RowModel, row_list
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.prints import PrintedContact, PrintRecord
from champion_app.tasks import leaflets

_OPTIONS = {
    "folded_a5": "folded A5",
    "a4": "A4",
    "a3": "A3",
    "large_print": "large print",
    "discreet": "discreet cover",
    "simple": "simple words",
}


class PrintHistoryDialog(QDialog):
    """A list of prints, newest first, and beside it what the chosen one carried."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._prints = leaflets.print_history(desk.binder)
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Print history"))
        self.resize(min(theme.px(860), room.width() - 48), min(theme.px(560), room.height() - 48))
        self.count = label(trn("{n} print", "{n} prints", len(self._prints)), "muted")
        self.model = RowModel()
        self.rows = row_list(theme, tr("Prints, newest first"), self.model)
        self._carried = QVBoxLayout()
        self._carried.setSpacing(8)
        self.close_button = button(theme, tr("Close"), self.accept, "primary")
        self._build()
        self.model.show_rows([_row(place, item) for place, item in enumerate(self._prints)])
        self.rows.selectionModel().currentChanged.connect(self._show)
        if self._prints:
            self.rows.setCurrentIndex(self.model.index(0))
            self.rows.setFocus()

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("card_body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(self._carried)
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("role", "card")
        area.setAccessibleName(tr("What was on it"))
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.rows, 3)
        both.addWidget(area, 2)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(self.count)
        if not self._prints:
            layout.addWidget(label(tr("Nothing has been printed yet. Each leaflet you print or save is noted here.")))
        layout.addLayout(both, 1)
        layout.addLayout(foot)

    def _show(self, now: QModelIndex, before: QModelIndex) -> None:
        row = self.model.row_at(now)
        empty(self._carried)
        if row is None:
            return
        record = self._prints[row.id]
        self._carried.addWidget(label(breakable(record.title), "strong"))
        self._carried.addWidget(label(_about(record), "small"))
        heading = trn("{n} contact on it", "{n} contacts on it", len(record.contacts))
        self._carried.addWidget(label(heading if record.contacts else tr("No contacts on it"), "strong"))
        for contact in record.contacts:
            self._carried.addWidget(label(contact_words(contact)))


def contact_words(contact: PrintedContact) -> str:
    """A contact as it stood on the paper."""
    name = breakable(contact.name)
    if not contact.number:
        return tr("{name}: printed without a number", name=name)
    if contact.checked_on is None:
        return f"{name}: {contact.number}"
    return tr("{name}: {number}, checked {date}", name=name, number=contact.number, date=british(contact.checked_on))


def option_words(options: str) -> str:
    """The switches of a print in words: "folded A5, large print"."""
    return ", ".join(tr(_OPTIONS.get(part, part)) for part in options.split(", ") if part)


def _row(place: int, record: PrintRecord) -> Row:
    copies = trn("{n} copy", "{n} copies", record.copies)
    return Row(place, record.title, f"{british(record.day)} · {option_words(record.options)}", copies, "print", "muted")


def _about(record: PrintRecord) -> str:
    copies = trn("{n} copy", "{n} copies", record.copies)
    edition = tr("edition {edition}", edition=record.edition) if record.edition else ""
    return " · ".join(part for part in (british(record.day), copies, option_words(record.options), edition) if part)
