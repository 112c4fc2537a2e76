"""The recall list: which leaflets given out carry a number or a service that is not right any more."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.dialog_frame import dialog_frame
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.recall_words import about_print, facts, heading, recall_row
from champion_app.desktop.widgets.rows import RowModel, row_list
from champion_app.desktop.words import tr
from champion_app.domain.typed_text import first_line
from champion_app.tasks import print_history, recall
from champion_app.tasks.recall import Recall


class RecallDialog(QDialog):
    """Every open recall, or those of one service: the list above, the chosen one below it with what can be done."""

    def __init__(self, desk: Desk, listing_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._of = desk, listing_id
        self._recalls: list[Recall] = []
        self._template = ""
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Recall list"))
        self.resize(min(theme.px(760), room.width() - 48), min(theme.px(640), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.heading = label("", "section")
        self.advice = label(
            tr("Change them where families find them, or throw them away. Then press “Dealt with”."), "muted"
        )
        self.model = RowModel()
        self.rows = row_list(theme, tr("Leaflets to recall"), self.model)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(4)
        self._area = QScrollArea()
        self.gone = label(tr("This leaflet is no longer among the leaflets, so it cannot be printed again."), "small")
        self.again = button(theme, tr("Print again"), self._print_again, "primary", "print")
        self.dealt = button(theme, tr("Dealt with"), self._deal_with, "", "done")
        self.close_button = button(theme, tr("Close"), self.accept)
        self._build()
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._show())
        self.rows.activated.connect(lambda index: self.again.setFocus(Qt.FocusReason.OtherFocusReason))
        self._ask()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def chosen(self) -> Recall | None:
        """The recall in view."""
        place = self.rows.currentIndex().row()
        return self._recalls[place] if 0 <= place < len(self._recalls) else None

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("card_body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(self._facts)
        column.addStretch(1)
        self._area.setProperty("role", "card")
        self._area.setAccessibleName(tr("The leaflet you have chosen"))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        parts = ((self.heading, 0), (self.advice, 0), (self.rows, 4), (self._area, 3))
        dialog_frame(self, parts, (self.gone,), (self.again, self.dealt), self.close_button)

    def _ask(self) -> None:
        """Asks for the recalls again; the one that takes the place of the chosen one is chosen."""
        place = max(self.rows.currentIndex().row(), 0)
        self._recalls = recall.recalls(self._desk.binder, self._of)
        self.model.show_rows([recall_row(number, one) for number, one in enumerate(self._recalls)])
        self.heading.setText(heading(self._recalls))
        for made in (self.advice, self.rows, self._area, self.again, self.dealt):
            made.setVisible(bool(self._recalls))
        last = len(self._recalls) - 1
        self.rows.setCurrentIndex(self.model.index(min(place, last)) if self._recalls else QModelIndex())
        self._show()
        if not self._recalls:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        empty(self._facts)
        chosen = self.chosen
        if chosen is None:
            self.gone.hide()
            return
        self._template = print_history.printed_again(self._desk.binder, chosen.record)
        self._facts.addWidget(label(breakable(chosen.record.title), "strong"))
        self._facts.addWidget(label(about_print(chosen.record), "small"))
        beside = Columns(self._desk.theme, least=190, most=3)
        self._facts.addLayout(beside)
        for caption, words in facts(chosen):
            beside.addWidget(_fact(caption, words))
        self.gone.setVisible(not self._template)
        self.again.setEnabled(bool(self._template))

    def _print_again(self) -> None:
        """The leaflet as it was made then, with the numbers of today: one more press prints it."""
        chosen, template = self.chosen, self._template
        if chosen is None or not template:
            return
        if self._desk.done(partial(print_history.take_up_choices, self._desk.binder, template, chosen.record)):
            self.accept()
            self._desk.navigation.go_to("leaflets", template)

    def _deal_with(self) -> None:
        if (chosen := self.chosen) is None:
            return
        if self._desk.done(partial(recall.deal_with, self._desk.binder, chosen.contact.id)):
            self._ask()
            self._desk.messages.inform(tr("Dealt with: {title}.", title=first_line(chosen.record.title, 60)))


def _fact(caption: str, words: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(caption, "small"))
    column.addWidget(label(breakable(words), "strong"))
    column.addStretch(1)
    return made
