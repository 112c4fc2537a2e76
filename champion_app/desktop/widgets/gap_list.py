"""What is not yet in place: one line a criterion, with a button that puts an action into the plan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.answer_words import ANSWER_ICONS, ANSWER_TOKENS, answer_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import hairline, label, picture
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr
from champion_app.domain.rounds import Answer, settled
from champion_app.domain.toolkit import Criterion
from champion_app.tasks.assessment import Assessment

# A line narrower than this at 100 % text has its button below its words.
NARROW = 640

Choose = Callable[[Criterion], object]


class GapList(QWidget):
    """First what is not yet there, then what is in progress, each in the toolkit's order."""

    def __init__(self, theme: Theme, make: Choose, show: Choose) -> None:
        super().__init__()
        self._theme, self._make, self._show = theme, make, show
        self._shown: tuple[object, ...] = ()
        self._gaps: dict[str, _Gap] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)

    def show_gaps(self, view: Assessment, planned: frozenset[str]) -> None:
        """Shows a round's gaps; ``planned`` are the criteria with an open action."""
        gaps: list[tuple[Criterion, Answer]] = [
            (item, answer)
            for answer in (Answer.NOT_YET, Answer.IN_PROGRESS)
            for item in view.criteria
            if settled(view.answers.get(item.number)) is answer
        ]
        shown = (
            view.round.id,
            self._theme.name,
            self._theme.text_size,
            *((item.number, answer) for item, answer in gaps),
        )
        if shown != self._shown:  # otherwise the rows stay, and with them the focus
            self._shown = shown
            self._build(view, gaps)
        for number, row in self._gaps.items():
            row.say(planned=number in planned)

    def _build(self, view: Assessment, gaps: list[tuple[Criterion, Answer]]) -> None:
        empty(self._rows)
        self._gaps = {}
        before = None
        for item, answer in gaps:
            if answer is not before:
                before, count = answer, sum(other is answer for _, other in gaps)
                self._rows.addWidget(label(f"{answer_words(answer)} ({count})", "section"))
            said = label(item.wording(view.round.service_type))
            said.setAccessibleName(f"{item.number}, {answer_words(answer)}: {said.text()}")
            row = _Gap(self._theme, said, item.number, partial(self._make, item), partial(self._show, item))
            row.mark.setPixmap(self._theme.pixmap(ANSWER_ICONS[answer], ANSWER_TOKENS[answer]))
            self._gaps[item.number] = row
            self._rows.addWidget(row)
            self._rows.addWidget(hairline())
        if not gaps:
            self._rows.addWidget(label(tr("Nothing answered so far is waiting for an action."), "muted"))


class _Gap(QWidget):
    def __init__(
        self, theme: Theme, said: QWidget, number: str, make: Callable[[], object], show: Callable[[], object]
    ) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        self.mark = picture("")
        shown = button(theme, number, show, "plain")
        shown.setAccessibleName(tr("Show {number}", number=number))
        self.planned = label(tr("In the plan"), "muted", wrap=False)
        self.make = button(theme, "", make, "", "add")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for made in (self.mark, shown):
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        right = QHBoxLayout()
        right.setSpacing(12)
        right.addStretch(1)
        right.addWidget(self.planned)
        right.addWidget(self.make)
        self._rest = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rest.addWidget(said, 1)
        self._rest.addLayout(right)
        line.addLayout(self._rest, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where room is short the button goes below the words."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(NARROW)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._rest.direction():
            self._rest.setDirection(direction)

    def say(self, *, planned: bool) -> None:
        """Says whether an action for it is in the plan."""
        self.planned.setVisible(planned)
        words = tr("Make another action") if planned else tr("Make an action")
        self.make.setText(words)
        self.make.setAccessibleName(tr("{what} for {number}", what=words, number=self._number))
