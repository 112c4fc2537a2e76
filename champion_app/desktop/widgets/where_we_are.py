"""Where we are: bars and radar with their numbers, and what is not in place yet with a way into the work plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.charts import StatementBars, StatementRadar
from champion_app.desktop.widgets.gap_list import GapList
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.widgets.make_action import make_action
from champion_app.desktop.words import tr
from champion_app.domain.rounds import progress
from champion_app.domain.toolkit import Criterion
from champion_app.tasks import actions
from champion_app.tasks.assessment import Assessment

# From this width at 100 % text the two pictures stand side by side.
SIDE_BY_SIDE = 940


class WhereWeAre(QWidget):
    """Shows one round; ``show`` is called with the criterion to look at."""

    def __init__(self, desk: Desk, show: Callable[[Criterion], object]) -> None:
        super().__init__()
        self._desk = desk
        self._view: Assessment | None = None
        self.bars = StatementBars(desk.theme, tr("The eight statements"))
        self.radar = StatementRadar(desk.theme, tr("How far each statement has come"))
        self.gaps = GapList(desk.theme, self._make, show)
        self._pictures = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pictures.setSpacing(16)
        self._pictures.addWidget(_framed(tr("The eight statements"), self.bars), 1)
        self._pictures.addWidget(_framed(tr("How far each statement has come"), self.radar), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(self._pictures)
        layout.addWidget(_framed(tr("What is not in place yet"), self.gaps))
        desk.theme.changed.connect(self._fold)
        desk.theme.changed.connect(self._tint)

    def show_view(self, view: Assessment) -> None:
        """Shows a round, with the one before as a shadow."""
        self._view = view
        before = progress(self._desk.toolkit, view.round.service_type, view.answers_before) if view.before else ()
        self.bars.show_progress(view.progress, before)
        self.radar.show_progress(view.progress, before)
        planned = frozenset(item.fields.criterion for item in actions.plan(self._desk.binder) if item.open)
        self.gaps.show_gaps(view, planned)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrow windows stack the pictures."""
        super().resizeEvent(event)
        self._fold()

    def _make(self, criterion: Criterion) -> None:
        if self._view is not None:
            make_action(self._desk, self._view, criterion)

    def _tint(self) -> None:
        if self._view is not None:
            self.show_view(self._view)

    def _fold(self) -> None:
        wide = self.width() >= self._desk.theme.px(SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if direction != self._pictures.direction():
            self._pictures.setDirection(direction)


def _framed(title: str, inside: QWidget) -> QFrame:
    made = card()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(16, 12, 16, 16)
    layout.setSpacing(12)
    layout.addWidget(label(title, "section"))
    layout.addWidget(inside)
    layout.addStretch(1)
    return made
