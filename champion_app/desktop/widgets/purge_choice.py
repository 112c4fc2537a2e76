"""Which kinds to purge, and up to what age: a tick and a period for each, with what there is of it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.wrapping_tick import WrappingTick
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.domain.holdings import PERIODS, Holding, cut_for, period_words
from champion_app.tasks import erasing

# In this order; drafts have no age.
KINDS = ("actions", "log", "assessment", "evidence", "prints", "history", "drafts")
_ALL = 0  # of a period: whatever its age


class PurgeChoice(QWidget):
    """``changed`` is emitted when a tick or a period changes."""

    changed = Signal()

    def __init__(self, desk: Desk, found: list[Holding]) -> None:
        super().__init__()
        self._desk = desk
        by_id = {one.kind.id: one for one in found}
        self._kinds = [by_id[name] for name in KINDS if name in by_id]
        self.ticks: dict[str, WrappingTick] = {}
        self.periods: dict[str, ChoiceBox] = {}
        self.counts = {one.kind.id: label("", "small") for one in self._kinds}
        sides = Columns(desk.theme, least=320, most=2, gap=12)
        for one in self._kinds:
            sides.addWidget(self._line(one))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(12)
        layout.addWidget(
            label(
                tr("What has been kept longer than you chose is ticked. Nothing goes before you have seen it."), "muted"
            )
        )
        layout.addLayout(sides)
        layout.addStretch(1)
        for one in self._kinds:
            self._count(one)

    def cuts(self) -> dict[str, date | None]:
        """What is chosen: up to which day of each kind."""
        return {name: self._cut(name) for name, tick in self.ticks.items() if tick.isChecked()}

    def _line(self, one: Holding) -> QFrame:
        kind = one.kind
        made = QFrame()
        made.setProperty("role", "card")
        layout = QVBoxLayout(made)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        tick = WrappingTick()
        tick.show_words(tr(kind.title))
        tick.setChecked(bool(one.past))
        tick.clicked.connect(lambda checked=False: self.changed.emit())
        self.ticks[kind.id] = tick
        layout.addWidget(tick)
        if kind.months is not None:
            period = ChoiceBox()
            ages = [
                (tr("Older than {period}", period=tr(period_words(months))), str(months))
                for months in PERIODS
                if months
            ]
            period.fill([("", [*ages, (tr("All that can go, of any age"), str(_ALL))])])
            period.setAccessibleName(tr("{kind}: how old", kind=tr(kind.title)))
            period.show_value(str(one.months or kind.months))
            period.activated.connect(lambda place: self._chose(one))
            self.periods[kind.id] = period
            layout.addWidget(period)
        layout.addWidget(self.counts[kind.id])
        return made

    def _cut(self, name: str) -> date | None:
        if name not in self.periods:
            return None
        months = int(self.periods[name].value or _ALL)
        # Whatever its age: up to and with today.
        return cut_for(months, clock.today()) if months else date.fromordinal(clock.today().toordinal() + 1)

    def _chose(self, one: Holding) -> None:
        self._count(one)
        self.changed.emit()

    def _count(self, one: Holding) -> None:
        """Says what would go of a kind, ticked or not."""
        name = one.kind.id
        cut = self._cut(name)
        count = self._desk.attempt(partial(erasing.how_many, self._desk.binder, name, cut))
        before = tr("from before {day}", day=british(cut)) if cut else ""
        self.counts[name].setText(f"{one.kind.purged(count or 0)} {before}".strip())
        self.ticks[name].setAccessibleDescription(self.counts[name].text())
