"""Where we are as a picture: eight stacked bars, or a radar, each with a legend and the same numbers as a table.

A screen reader hears the whole picture in words (``accessibleDescription``) and can walk the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.bars_picture import BarsPicture
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.facts_table import FactsTable
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.progress_picture import STATES, Canvas, State, fill, percent, progress_words
from champion_app.desktop.widgets.radar_picture import RadarPicture
from champion_app.desktop.words import tr
from champion_app.domain.rounds import Progress


class _Swatch(QWidget):
    """A small piece of a picture, for the legend: a state, or a line in a pen of the theme."""

    def __init__(self, theme: Theme, shows: State | str) -> None:
        super().__init__()
        self._theme, self._shows = theme, shows
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(QSize(self._theme.px(28), self._theme.px(16)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The piece in its colour and pattern."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(self._shows, State):
            fill(painter, self._theme, QRectF(self.rect()), self._shows)
        else:
            style = Qt.PenStyle.DashLine if self._shows == "muted" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._theme.colour(self._shows), 2.5, style))
            painter.drawLine(0, self.height() // 2, self.width(), self.height() // 2)
        painter.end()


class _Legend(QWidget):
    """Swatches with words, going on in the next line when room is short."""

    def __init__(self, theme: Theme, entries: Sequence[tuple[State | str, str]]) -> None:
        super().__init__()
        flow = Flow(self, gap=16)
        self.words = []
        for shows, words in entries:
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(_Swatch(theme, shows))
            said = label(tr(words), "small", wrap=False)
            row.addWidget(said)
            flow.addWidget(entry)
            self.words.append(said)


class _Chart(QWidget):
    """A picture, its legend, and a button that shows the same numbers as a table."""

    def __init__(self, theme: Theme, name: str, picture: Canvas, legend: _Legend) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.picture, self.legend = picture, legend
        picture.setAccessibleName(name)
        self.turn = button(theme, tr("Show as a table"), self._turn)
        self.turn.setAccessibleName(tr("{chart}: show as a table", chart=name))
        self.table = FactsTable(name)
        self.table.hide()
        self._name = name
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(picture)
        layout.addWidget(legend)
        layout.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.table)
        layout.addStretch(1)

    def _turn(self) -> None:
        shown = self.table.isHidden()
        self.table.setVisible(shown)
        self.turn.setText(tr("Hide the table") if shown else tr("Show as a table"))
        named = tr("{chart}: hide the table") if shown else tr("{chart}: show as a table")
        self.turn.setAccessibleName(named.format(chart=self._name))

    def _show(self, progress: tuple[Progress, ...], before: tuple[Progress, ...], words: str) -> None:
        self.picture.progress, self.picture.before = progress, before
        self.picture.updateGeometry()
        self.picture.update()
        for widget in (self, self.picture):
            widget.setAccessibleDescription(words)


class StatementBars(_Chart):
    """Eight stacked bars: in place, in progress, not yet, not for us, not answered."""

    def __init__(self, theme: Theme, name: str) -> None:
        entries = [(state, state.words) for state in STATES]
        super().__init__(theme, name, BarsPicture(theme), _Legend(theme, entries))
        self.last_time = label(tr("The thin bar below each is last time."), "small")
        self.last_time.hide()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, self.last_time)

    def show_progress(self, progress: tuple[Progress, ...], before: tuple[Progress, ...] = ()) -> None:
        """Shows the statements in order, with the round before as thin bars."""
        lines = [progress_words(item) for item in progress]
        if before:
            lines += [tr("Last time:"), *(progress_words(item) for item in before)]
        self._show(progress, before, "\n".join(lines))
        self.last_time.setVisible(bool(before))
        for said, state in zip(self.legend.words, STATES, strict=True):
            said.setText(f"{tr(state.words)} {sum(state.of(item) for item in progress)}")
        headings = [tr("Statement"), *(tr(state.words) for state in STATES)]
        if before:
            headings.append(tr("In place last time"))
        rows = []
        for place, item in enumerate(progress):
            row = [f"{item.number} {tr(item.title)}", *(str(state.of(item)) for state in STATES)]
            rows.append([*row, str(before[place].in_place)] if before else row)
        self.table.show_table(headings, rows, wide=range(1, len(headings)), letters=18)


class StatementRadar(_Chart):
    """How far each statement has come, as a web; last round's outline is a broken line."""

    def __init__(self, theme: Theme, name: str) -> None:
        legend = _Legend(theme, [("accent", "This time"), ("muted", "Last time")])
        super().__init__(theme, name, RadarPicture(theme), legend)
        self.how = label(tr("In place counts one, in progress a half, of the criteria that are for you."), "small")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, self.how)

    def show_progress(self, progress: tuple[Progress, ...], before: tuple[Progress, ...] = ()) -> None:
        """Shows the scores of the statements in order, with the round before."""
        lines = [f"{item.number} {tr(item.title)}: {percent(item)}" for item in progress]
        if before:
            lines = [
                tr("{line}, last time {score}", line=line, score=percent(item))
                for line, item in zip(lines, before, strict=True)
            ]
        self._show(progress, before, "\n".join(lines))
        self.legend.setVisible(bool(before))
        rows = [[f"{item.number} {tr(item.title)}", percent(item)] for item in progress]
        headings = [tr("Statement"), tr("How far we are")]
        if before:
            headings.append(tr("Last time"))
            rows = [[*row, percent(item)] for row, item in zip(rows, before, strict=True)]
        self.table.show_table(headings, rows, wide=range(1, len(headings)), letters=18)
