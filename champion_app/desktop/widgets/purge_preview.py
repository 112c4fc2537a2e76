"""Everything that a purge would take away, line by line, and the one question before it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.rows import Row, RowModel, row_list
from champion_app.desktop.widgets.wrapping_tick import WrappingTick
from champion_app.desktop.words import tr
from champion_app.domain.dates import british
from champion_app.domain.holdings import Preview


class PurgePreview(QWidget):
    """``agreed`` is emitted when the question is answered, or its answer taken back."""

    agreed = Signal()

    def __init__(self, theme: Theme, print_it: Callable[[], object], save_it: Callable[[], object]) -> None:
        super().__init__()
        self.counts = label("", "strong")
        self.along = label("", "muted")
        self.model = RowModel()
        self.rows = row_list(theme, tr("What would go"), self.model)
        self.print = button(theme, tr("Print it…"), print_it, "", "print")
        self.save = button(theme, tr("Save as PDF…"), save_it, "", "save")
        self.tick = WrappingTick()
        self.tick.show_words(tr("None of it is about a child’s safety, or it has been handed over"))
        self.tick.clicked.connect(lambda checked=False: self.agreed.emit())
        layout = QVBoxLayout(self)
        self.rows.setMinimumHeight(theme.px(200))
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.counts)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.along)
        layout.addWidget(self._question())

    @property
    def is_agreed(self) -> bool:
        """Whether the question was answered."""
        return self.tick.isChecked()

    def show_preview(self, previewed: Preview) -> None:
        """Shows every line; the question is open again."""
        self.tick.setChecked(False)
        lines = [(one, row) for one in previewed.leaving for row in one.rows]
        rows = [
            Row(number, row.line, tr(one.kind.title) + (f" · {british(row.day)}" if row.day else ""))
            for number, (one, row) in enumerate(lines)
        ]
        self.model.show_rows(rows)
        self.counts.setText(", ".join(previewed.in_words) if rows else tr("Nothing: there is nothing that old."))
        self.along.setText(" ".join(tr(one.comes_along) for one in previewed.leaving if one.comes_along))
        for made in (self.rows, self.print, self.save, self.tick):
            made.setEnabled(bool(rows))
        self.along.setVisible(bool(self.along.text()))

    def _question(self) -> QFrame:
        made = QFrame()
        made.setProperty("role", "warning")
        layout = QVBoxLayout(made)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(
            label(
                tr(
                    "Is any of this about a child’s safety? Then print it and hand it to your safeguarding lead first."
                    " Undo cannot bring it back."
                ),
                "strong",
            )
        )
        acts = Flow()
        acts.addWidget(self.print)
        acts.addWidget(self.save)
        layout.addLayout(acts)
        layout.addWidget(self.tick)
        return made
