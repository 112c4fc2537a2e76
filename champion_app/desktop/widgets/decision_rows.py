"""A line that a person must decide about: yours and theirs side by side, and the choices with what each one does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.field_table import FieldTable
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.taking_words import choice_words, compared, named
from champion_app.desktop.words import tr, trn
from champion_app.domain.taking_in import Decision, Proposal, Verdict

_LATER = "later"


class DecisionRows(QWidget):
    """``decided`` carries the decision, or None for "later"; ``all_decided`` one for every line like this."""

    decided = Signal(object)
    all_decided = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._choices: dict[str, QRadioButton] = {}
        self.explained = label("", "small")
        self._decision: Decision | None = None
        self.table = FieldTable(tr("Yours and theirs"))
        self.either = label("", "small")
        self._group = QButtonGroup(self)
        options = QWidget()
        options.setAccessibleName(tr("What to do"))
        self._options = Flow(options, 4)
        self.all_like_this = button(theme, "", lambda: self.all_decided.emit(self._decision), "plain")
        self.all_like_this.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(options)
        column.addWidget(self.explained)
        column.addWidget(self.all_like_this, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table)
        column.addWidget(self.either)
        for value in (Decision.MINE.value, Decision.THEIRS.value, Decision.BOTH.value, _LATER):
            self._add(value)

    def show_proposal(self, noun: str, proposal: Proposal, decision: Decision | None, like_this: int) -> None:
        """Shows what differs and what was decided; ``like_this`` other lines could be decided the same way."""
        self._decision = decision
        rows = compared(noun, proposal, _differing(proposal))
        self.table.show_rows((tr("Yours"), tr("Theirs")), rows)
        self.table.setVisible(bool(rows))
        either = _either_way(noun, proposal)
        self.either.setText(either)
        self.either.setVisible(bool(either))
        words = choice_words(proposal.verdict)
        for value, option in self._choices.items():
            offered = value == _LATER or Decision(value) in words
            option.setVisible(offered)
            if value != _LATER and offered:
                option.setText(words[Decision(value)][0])
                option.setAccessibleDescription(words[Decision(value)][1])
        self._choices[decision.value if decision is not None else _LATER].setChecked(True)
        self.explained.setText(
            words[decision][1] if decision is not None else self._choices[_LATER].accessibleDescription()
        )
        self.all_like_this.setText(
            trn("Do the same for the one other like this", "Do the same for the {n} others like this", like_this)
        )
        self.all_like_this.setVisible(decision is not None and like_this > 0)

    def take_focus(self) -> None:
        """Moves the keyboard to the choice that is made now."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def option(self, decision: Decision | None) -> QRadioButton:
        """The button of a decision, or of "later"."""
        return self._choices[decision.value if decision is not None else _LATER]

    def _add(self, value: str) -> None:
        option = QRadioButton(tr("Decide later"))
        option.setAccessibleDescription(
            tr("It stays as it is, and is asked again when you take the list in once more.")
        )
        option.clicked.connect(lambda checked=False: self._chosen(value))
        self._group.addButton(option)
        self._options.addWidget(option)
        self._choices[value] = option

    def _chosen(self, value: str) -> None:
        self._decision = None if value == _LATER else Decision(value)
        self.decided.emit(self._decision)


def _differing(proposal: Proposal) -> tuple[str, ...]:
    """The fields that the decision is about."""
    merge = proposal.merge
    if merge is None:
        return ()
    return merge.clashes if proposal.verdict is Verdict.CLASH else (*merge.clashes, *merge.taken)


def _either_way(noun: str, proposal: Proposal) -> str:
    """What does not hang on the decision."""
    merge = proposal.merge
    if merge is None:
        return ""
    said = []
    if proposal.verdict is Verdict.CLASH and merge.taken:
        said.append(
            tr("Comes in with either choice, as you had not touched it: {fields}.", fields=named(noun, merge.taken))
        )
    own = [name for name in merge.kept if merge.mine.get(name) not in ("", [], None, "yes", "active")]
    if own:
        said.append(tr("Stays as you wrote it with either choice: {fields}.", fields=named(noun, own)))
    return " ".join(said)
