"""How many of a leaflet were handed out: one press counts one more, a number counts many. Nothing about who."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.fields import LineField
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.log_words import reached_choices, reached_words
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain.dates import british
from champion_app.domain.leaflets import Template
from champion_app.domain.log_entries import Reached
from champion_app.domain.typed_text import first_line
from champion_app.faults import NumberNeeded
from champion_app.tasks import log_entries, print_history
from champion_app.tasks.print_history import HandedOut


class HandOutBox(QFrame):
    """Each count is a line of the action log and can be undone. It follows the log by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._template: Template | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Handed out"))
        self.said = label("")
        self.one = button(desk.theme, tr("+1"), lambda: self._hand_out(1), "", "give-out")
        self.many = LineField(tr("How many"))
        self.whom = ChoiceBox()
        self.count = button(desk.theme, tr("Count them"), self._count)
        self._many = LabelledField(tr("How many"), self.many)
        self._build()
        self.whom.fill([("", reached_choices())])
        self.whom.show_value(Reached.COPIES.value)
        self.whom.currentIndexChanged.connect(lambda place: self._name())
        self.many.returnPressed.connect(self._count)
        desk.changes.changed.connect(self._heard)
        self._name()

    def show_template(self, template: Template) -> None:
        """Shows how many of this leaflet went out; a number typed for another one is not counted for it."""
        if self._template is None or self._template.id != template.id:
            self.many.show_text("")
            self._many.say("")
            self.whom.show_value(Reached.COPIES.value)
            self._name()
        self._template = template
        self._ask()

    def _build(self) -> None:
        fields = Columns(self._desk.theme, 150, 2, gap=12)
        fields.addWidget(self._many)
        fields.addWidget(LabelledField(tr("What was counted"), self.whom))
        acts = Flow()
        for made in (self.count, self.one):
            acts.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(tr("Handed out"), "strong"))
        layout.addWidget(self.said)
        layout.addLayout(fields)
        layout.addLayout(acts)
        layout.addWidget(label(tr("A number only: nothing is written down about who it was."), "small"))

    def _ask(self) -> None:
        if self._template is not None:
            self.said.setText(handed_out_words(print_history.handed_out_of(self._desk.binder, self._template)))

    def _count(self) -> None:
        try:
            number = log_entries.read_count(self.many.text())
        except NumberNeeded as fault:
            self._refuse(fault_words(fault))
            return
        if not number:
            self._refuse(tr("Write how many: 1 or more."))
        elif self._hand_out(number):
            self.many.show_text("")

    def _hand_out(self, number: int) -> bool:
        template, binder = self._template, self._desk.binder
        if template is None:
            return False
        kind = Reached(self.whom.value or Reached.COPIES.value)
        if not self._desk.done(lambda: print_history.hand_out(binder, template, number, kind)):
            return False
        self._many.say("")
        title = first_line(template.title, 60)
        words = tr("{title}: {counted}.", title=title, counted=reached_words(kind, number))
        offer_undo(self._desk, words)
        return True

    def _refuse(self, words: str) -> None:
        self._many.say(words)
        self.many.setFocus(Qt.FocusReason.OtherFocusReason)
        self.many.selectAll()

    def _name(self) -> None:
        """What one more is, for somebody who hears it."""
        named = tr("One more: {what}", what=self.whom.currentText())
        self.one.setAccessibleName(named)
        self.one.setToolTip(plain_tip(named))

    def _heard(self, kinds: frozenset[str]) -> None:
        if "log_entries" in kinds:
            self._ask()


def handed_out_words(out: HandedOut) -> str:
    """How many so far and the last time: "3 copies given out, 4 families. The last time was on 25 November 2026."."""
    if out.last is None:
        return tr("None so far. Count what you give out, and reports show how many reached somebody.")
    counted = ", ".join(reached_words(kind, number) for kind, number in out.totals.items())
    last = tr("The last time was on {date}.", date=british(out.last))
    return f"{counted}. {last}" if counted else last
