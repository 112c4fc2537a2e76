"""The end of a round: what came of it in words, which sheets have to be recalled, and what can come next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label, picture
from champion_app.desktop.widgets.recall_note import RecallNote
from champion_app.desktop.words import tr, trn
from champion_app.domain.ring_round import AT_A_TIME, Outcome, RingRound
from champion_app.tasks.recall import Recall

_WORDS = {
    Outcome.RIGHT: ("{n} is right", "{n} are right"),
    Outcome.CHANGED: ("{n} has another number now", "{n} have another number now"),
    Outcome.CLOSED: ("{n} has closed", "{n} have closed"),
    Outcome.LATER: ("{n} did not answer", "{n} did not answer"),
}


class RingRoundEnd(QFrame):
    """Three ways on: the next handful, those that did not answer once more, or back to the list."""

    more_asked = Signal()
    again_asked = Signal()
    back_asked = Signal()
    recall_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "card")
        self._mark = picture("")
        self.title = label("", "section")
        self.counts = label("")
        self.left = label("", "muted")
        self.recall = RecallNote(theme, self.recall_asked.emit, of_all=True)
        self.more = button(theme, "", self.more_asked.emit, "primary", "phone")
        self.again = button(theme, "", self.again_asked.emit, "", "phone")
        self.back = button(theme, tr("Back to the list"), self.back_asked.emit, "", "previous")
        acts = Flow()
        for made in (self.more, self.again, self.back):
            acts.addWidget(made)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignLeft)
        for words in (self.title, self.counts, self.left, self.recall):
            layout.addWidget(words)
        layout.addLayout(acts)
        layout.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    def show_end(self, done: RingRound, left: int, recalls: Sequence[Recall]) -> None:
        """Says what came of a round; ``left`` is how many services are due besides those rung today."""
        counts = done.counts()
        said = [trn(*_WORDS[outcome], counts[outcome]) for outcome in Outcome if counts[outcome]]
        self.title.setText(tr("That is the round done") if said else tr("Nothing to ring"))
        self.counts.setText(" · ".join(said))
        self.counts.setVisible(bool(said))
        words = trn("{n} more service is due a check.", "{n} more services are due a check.", left)
        self.left.setText(words if left else tr("No other service is due a check."))
        self.recall.show_recalls(recalls)
        silent = len(done.unanswered)
        fewer = min(left, AT_A_TIME)
        self.more.setVisible(bool(left))
        self.more.setText(trn("Ring one more", "Ring {n} more", fewer))
        self.again.setVisible(bool(silent))
        self.again.setText(trn("Ring the one that did not answer", "Ring the {n} that did not answer", silent))
        self.setAccessibleName(". ".join(part for part in (self.title.text(), self.counts.text()) if part))

    def take_keyboard(self) -> None:
        """The button that goes on, or the one that goes back."""
        wanted = next((made for made in (self.more, self.again) if not made.isHidden()), self.back)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("done", "accent", 48))
