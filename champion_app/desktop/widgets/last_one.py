"""What stands where the question was, once every criterion has an answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.answer_words import answer_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr
from champion_app.domain.rounds import Answer, settled
from champion_app.tasks.assessment import Assessment

_ORDER = (Answer.IN_PLACE, Answer.IN_PROGRESS, Answer.NOT_YET, Answer.NOT_APPLICABLE)


class LastOne(QFrame):
    """That was the last one: the counts, and where to go from here."""

    def __init__(
        self,
        theme: Theme,
        results: Callable[[], object],
        back: Callable[[], object],
        finish: Callable[[], object],
        another: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setProperty("asks", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said = label(tr("That was the last one."), "title")
        self.counts = label("")
        self.results = button(theme, tr("See where we are"), results, "primary", "reports")
        self.back = button(theme, tr("Back to the questions"), back, "", "previous")
        self.finish = button(theme, tr("Finish this round today"), finish, "", "done")
        self.another = button(theme, tr("Start a new round"), another, "plain")
        choices = QWidget()
        flow = Flow(choices, gap=12)
        for made in (self.results, self.back, self.finish, self.another):
            flow.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(16)
        layout.addWidget(self.said)
        layout.addWidget(self.counts)
        layout.addWidget(label(tr("Every answer is saved and can still be changed."), "muted"))
        layout.addWidget(choices)

    def show_round(self, view: Assessment) -> None:
        """Shows what came out of a round."""
        given = [settled(record) for record in view.answers.values()]
        counts = ", ".join(f"{given.count(answer)} {answer_words(answer).lower()}" for answer in _ORDER)
        words = tr("{name}: {n} of {total} answered. {counts}.")
        self.counts.setText(
            words.format(name=view.round.name, n=view.answered, total=len(view.criteria), counts=counts)
        )
        self.finish.setVisible(view.round.finished is None)
        self.setAccessibleName(f"{self.said.text()} {self.counts.text()}")
