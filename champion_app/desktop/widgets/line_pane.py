"""One line of a list in full: what becomes of it and why, and what a person can decide about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.decision_rows import DecisionRows
from champion_app.desktop.widgets.field_table import FieldTable
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.list_outcomes import ShownLine, line_state
from champion_app.desktop.widgets.taking_words import compared, cut, told_fields
from champion_app.desktop.words import tr
from champion_app.domain.item_tables import to_table
from champion_app.domain.taking_in import Decision, Verdict


class LinePane(QScrollArea):
    """``back_asked`` is emitted in a narrow window, where list and pane take turns."""

    back_asked = Signal()

    def __init__(self, theme: Theme, noun: str) -> None:
        super().__init__()
        self._noun = noun
        self.back = button(theme, tr("Back to the lines"), self.back_asked.emit, "plain", "previous")
        self.name = label("", "section")
        self.where = label("", "muted")
        self.reasons = label("")
        self.decision = DecisionRows(theme)
        self.facts_heading = label("", "strong")
        self.facts = FieldTable(tr("What the line says"))
        self.nothing = label(tr("Choose a line to see what becomes of it, and why."), "muted")
        self._build()

    def show_line(self, line: ShownLine | None, decisions: Mapping[tuple[str, str], Decision], like_this: int) -> None:
        """Shows a line; ``like_this`` others could be decided the same way."""
        for part in (self.name, self.where, self.reasons, self.decision, self.facts_heading, self.facts):
            part.setVisible(line is not None)
        self.nothing.setVisible(line is None)
        if line is None:
            return
        self.name.setText(breakable(line.name or tr("(no name)")))
        self.where.setText(f"{line.where} · {line_state(line, decisions).words}")
        self.reasons.setText(breakable("\n".join(cut(tr(reason)) for reason in line.reasons)))
        self.reasons.setVisible(bool(line.reasons))
        asks = line.proposal is not None and line.proposal.asks
        self.decision.setVisible(asks)
        if asks and line.proposal is not None:
            self.decision.show_proposal(self._noun, line.proposal, decisions.get(line.key), like_this)
        self._show_facts(line)
        self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        body = QWidget()
        body.setObjectName("card_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for part in (self.nothing, self.name, self.where, self.reasons, self.decision, self.facts_heading, self.facts):
            column.addWidget(part)
        column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("The line in full"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back.hide()

    def _show_facts(self, line: ShownLine) -> None:
        proposal, fields = line.proposal, line.record.fields if line.record is not None else None
        if proposal is not None and proposal.verdict is Verdict.CHANGED and proposal.merge is not None:
            self.facts_heading.setText(tr("What changes"))
            rows: list[tuple[str, ...]] = list(compared(self._noun, proposal, proposal.merge.taken))
            self.facts.show_rows((tr("Until now"), tr("From now on")), rows)
        elif fields is not None:
            self.facts_heading.setText(tr("What the line says"))
            rows = list(told_fields(self._noun, to_table(fields)))
            self.facts.show_rows(("",), rows)
        else:
            rows = []
        compares = proposal is not None and proposal.asks and proposal.verdict is Verdict.CHANGED
        shown = bool(rows) and not compares
        self.facts_heading.setVisible(shown)
        self.facts.setVisible(shown)
