"""F9: a child has just told me. The service's own sheet, the safeguarding lead first, to read now and to print.

It opens over whatever is in view, and whoever closes it is back where they were. Nothing about the child is asked for
and nothing is stored: only a print is noted, as every print is.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.print_history_dialog import PrintHistoryDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.leaflet_orders import LeafletOrders, Order
from champion_app.desktop.widgets.leaflet_reading import leaflet_widgets
from champion_app.desktop.widgets.no_keys import TELLS_KEY
from champion_app.desktop.widgets.notice_bar import NoticeBar
from champion_app.desktop.words import tr
from champion_app.tasks import leaflets

_EDGE = 24
_WIDTH, _HEIGHT = 760, 760


class ChildTellsDialog(QDialog):
    """The sheet on the screen; Print sends it to one side of A4."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._template = leaflets.template(leaflets.CHILD_TELLS, desk.binder)
        self._choices = leaflets.remembered_choices(desk.binder, self._template)
        chosen = leaflets.chosen_contacts(desk.binder, self._template)
        self.paper = leaflets.compose_leaflet(desk.binder, self._template, self._choices, chosen)
        self.setWindowTitle(self.paper.title)
        self.orders = LeafletOrders(desk, self, self._show_history)
        self.print = button(desk.theme, tr("Print this sheet…"), self._print, "primary", "print")
        self.save = button(desk.theme, tr("Save as PDF…"), lambda: self.orders.save(self._order()), "", "save")
        self.words = button(desk.theme, tr("Change its words"), self._change_words, "", "edit")
        self.lead = button(desk.theme, tr("Fill in the safeguarding lead"), self._fill_in, "", "settings")
        self.close_button = button(desk.theme, tr("Close"), self.accept)
        self.lead.setVisible(not (self.paper.safeguarding.lead and self.paper.safeguarding.phone))
        self.notices = NoticeBar(desk.theme, desk.messages)
        self._build()
        for keys, press in (("Ctrl+P", self.print.click), ("Ctrl+S", self.save.click), (TELLS_KEY, self.accept)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(f"everywhere {keys}")  # the key that opened it closes it
            shortcut.activated.connect(press)
        room = parent.window().size()
        px = desk.theme.px
        self.resize(min(px(_WIDTH), room.width() - 32), min(px(_HEIGHT), room.height() - 32))
        self.print.setFocus()

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("page_body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for block in leaflet_widgets(self.paper, self._desk.theme):
            column.addWidget(block)
        others = Flow(gap=8)
        for press in (self.lead, self.save, self.words):
            others.addWidget(press)
        column.addLayout(others)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("What to do"))
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        buttons = Flow(gap=8)
        for press in (self.print, self.close_button):
            buttons.addWidget(press)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(12)
        title = label(self.paper.title, "title")
        title.setAccessibleDescription(tr("Heading"))
        layout.addWidget(title)
        layout.addWidget(self.area, 1)
        layout.addWidget(label(tr("Nothing about the child is written down here."), "small"))
        layout.addWidget(self.notices)
        layout.addLayout(buttons)

    def _order(self) -> Order:
        return Order(self._template, self._choices, self.paper, copies=1)

    def _print(self) -> None:
        self.orders.print(self._order())

    def _change_words(self) -> None:
        self.accept()
        self._desk.navigation.go_to("leaflets", leaflets.CHILD_TELLS)

    def _fill_in(self) -> None:
        self.accept()
        self._desk.navigation.go_to("settings", "safeguarding_lead")

    def _show_history(self) -> None:
        dialog = PrintHistoryDialog(self._desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
