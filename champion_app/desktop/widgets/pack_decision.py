"""What a person decides about one item of a pack: keep mine, take theirs, keep both; and the same for all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.pack_parts import REMOVED, Entry
from champion_app.desktop.words import tr
from champion_app.domain.taking_in import Decision

_MINE_YET = "Nothing is decided yet, so yours stays as it is, and you are asked again the next time."
_HELP = {
    Decision.MINE: "Yours stays, and you are not asked about this again.",
    Decision.THEIRS: "Where you differ, yours gets the words of the pack.",
    Decision.BOTH: "Yours stays, and that of the pack is added beside it.",
}
_OUT_YET = "You took it out here, so it stays out."
_OUT_HELP = {Decision.MINE: _OUT_YET, Decision.THEIRS: "It is added again, as the pack has it."}


class PackDecision(QFrame):
    """``decided`` carries what was chosen for the entry in view, ``for_all`` what is wanted for all of its group."""

    decided = Signal(object)
    for_all = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self.heading = label("", "strong")
        self.help = label("", "small")
        self.same = button(theme, "", self._same_for_all)
        self.choices: dict[Decision, QRadioButton] = {}
        self._removed = False
        group, flow = QButtonGroup(self), Flow(gap=16)
        for decision in Decision:
            made = QRadioButton()
            made.clicked.connect(lambda checked=False, decision=decision: self._chosen(decision))
            group.addButton(made)
            flow.addWidget(made)
            self.choices[decision] = made
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addLayout(flow)
        column.addWidget(self.help)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)

    def show_entry(self, entry: Entry, decision: Decision | None, alike: int) -> None:
        """Shows what is decided about an entry; ``alike`` is how many may be decided with it."""
        self._removed = entry.group == REMOVED
        if self._removed:
            heading, words = tr("Do you want it back?"), (tr("Leave it out"), tr("Bring it back"), "")
            same = tr("The same for all {n} removed here", n=alike)
        else:
            heading, words = tr("Which shall it be?"), (tr("Keep mine"), tr("Take theirs"), tr("Keep both"))
            same = tr("The same for all {n} to decide", n=alike)
        self.heading.setText(heading)
        self.same.setText(same)
        self.same.setVisible(alike > 1)
        for made, said in zip(self.choices.values(), words, strict=True):
            made.setText(said)
            made.setVisible(bool(said))
        self.choices[decision or Decision.MINE].setChecked(True)
        self._say(decision)

    @property
    def chosen(self) -> Decision:
        """What is marked now."""
        return next(decision for decision, made in self.choices.items() if made.isChecked())

    def take_focus(self) -> None:
        """The keyboard comes to what is marked."""
        self.choices[self.chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, decision: Decision) -> None:
        self._say(decision)
        self.decided.emit(decision)

    def _same_for_all(self) -> None:
        self._say(self.chosen)
        self.for_all.emit(self.chosen)

    def _say(self, decision: Decision | None) -> None:
        if self._removed:
            words = _OUT_YET if decision is None else _OUT_HELP[decision]
        else:
            words = _MINE_YET if decision is None else _HELP[decision]
        self.help.setText(tr(words))
        for made in self.choices.values():
            made.setAccessibleDescription(self.help.text())
