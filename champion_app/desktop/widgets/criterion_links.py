"""The criteria something belongs to, each a press away from the self-assessment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr
from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Toolkit


class CriterionLinks(QWidget):
    """``go`` is told the number of the criterion that was pressed."""

    def __init__(self, theme: Theme, toolkit: Toolkit, go: Callable[[str], None]) -> None:
        super().__init__()
        self._theme, self._toolkit, self._go = theme, toolkit, go
        self._shown: tuple[object, ...] = ()
        self._statements = label("")
        self._caption = label(tr("Statements and criteria"), "small")
        self._numbers = QWidget()
        self._flow = Flow(self._numbers, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._caption, self._statements, self._numbers):
            column.addWidget(part)
        self.hide()

    def show_criteria(self, statements: Sequence[int], criteria: Sequence[str], ours: ServiceType) -> None:
        """Shows statements in words and criteria as buttons; their wording is what a service like ours sees."""
        shown = (tuple(statements), tuple(criteria), ours)
        if shown == self._shown:
            return
        self._shown = shown
        titles = {one.number: one.title for one in self._toolkit.statements}
        named = [f"{number} {titles.get(number, '')}".strip() for number in statements]
        self._statements.setText(" · ".join(named))
        self._statements.setVisible(bool(named))
        empty(self._flow)
        for number in criteria:
            self._flow.addWidget(self._button(number, ours))
        self._numbers.setVisible(bool(criteria))
        self.setVisible(bool(named or criteria))

    def _button(self, number: str, ours: ServiceType) -> QWidget:
        known = self._toolkit.has(number)
        wording = self._toolkit.criterion(number).wording(ours) if known else tr("not in this edition of the toolkit")
        made = button(self._theme, number, partial(self._go, number), "chip")
        made.setAccessibleName(tr("Criterion {number}: {wording}", number=number, wording=wording))
        made.setToolTip(plain_tip(tr("Go to {number}: {wording}", number=number, wording=wording)))
        made.setEnabled(known)
        return made
