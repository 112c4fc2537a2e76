"""One kind of thing that is held: how much, how sensitive, what and why, and how long it is kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.words import tr, trn
from champion_app.domain.holdings import PERIODS, SENSITIVITY_WORDS, Holding, period_words


class HoldingCard(QFrame):
    """``choose`` is called with the kind's id and a period in months."""

    def __init__(self, desk: Desk, holding: Holding, choose: Callable[[str, int], object]) -> None:
        super().__init__()
        kind = holding.kind
        self.kind_id, self._choose = kind.id, choose
        self.setProperty("role", "card")
        self.setAccessibleName(tr(kind.title))
        self.counted = label("", "strong")
        self.past = label("", "warning")
        self.period = ChoiceBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(label(tr(kind.title), "section"))
        layout.addWidget(self.counted)
        layout.addWidget(label(tr(SENSITIVITY_WORDS[kind.sensitivity]), "small"))
        layout.addWidget(label(tr(kind.what)))
        layout.addWidget(label(tr("Why: {why}", why=tr(kind.why)), "muted"))
        layout.addStretch(1)
        if kind.months is None:
            layout.addWidget(label(tr(kind.kept), "muted"))
        else:
            self.period.fill([("", [(tr(period_words(months)), str(months)) for months in PERIODS])])
            field = LabelledField(tr("Keep for"), self.period, tr("{from_day}, then ask", from_day=tr(kind.from_day)))
            self.period.setAccessibleName(tr("Keep {kind} for", kind=tr(kind.title)))
            self.period.activated.connect(lambda place: self._choose(self.kind_id, int(self.period.value)))
            layout.addWidget(field)
        layout.addWidget(self.past, 0, Qt.AlignmentFlag.AlignTop)
        self.show_holding(holding)

    def show_holding(self, holding: Holding) -> None:
        """Shows how much there is now."""
        self.counted.setText(" · ".join(part for part in (holding.counted, holding.days) if part))
        if holding.months is not None:
            self.period.show_value(str(holding.months))
        self.past.setVisible(bool(holding.past))
        self.past.setText(trn("{n} is past it", "{n} are past it", holding.past))
